//! A room with terminals that show the same thing: what one says the others hear at once.

use xinhuo::app;
use xinhuo::domain::{Id, Lang, Show};
use xinhuo::model::show::{Millis, PeerId};
use xinhuo::model::stage::Role;
use xinhuo::model::{Code, Event, Key, Stage};

use crate::common::Desk;

/// Some time of the world.
pub(crate) const NOON: Millis = 1_700_000_000_000;

pub(crate) struct Room {
    pub(crate) desks: Vec<Desk>,
    pub(crate) now: Millis,
}

impl Room {
    /// Terminals of these roles and sizes at the first briefing of a dataset.
    pub(crate) fn of(json: &str, lang: Lang, terminals: &[(Role, &str)]) -> Self {
        let mut room = Self { desks: Vec::new(), now: NOON };
        for (role, size) in terminals {
            room.enter(json, lang, *role, size, None);
        }
        room
    }

    /// One more terminal, which hears of the show what the others know.
    pub(crate) fn enter(&mut self, json: &str, lang: Lang, role: Role, size: &str, briefing: Option<&str>) {
        let mut desk = Desk::open(json, "overview", size, lang);
        let show = Show::of(&desk.model.district, briefing.map(Id::from).as_ref()).unwrap();
        let me = PeerId::new(self.now, self.desks.len() as u64);
        let stage = Stage::new(show, &desk.model.district, role, lang, me, self.now).unwrap();
        app::start(&mut desk.model, stage, false);
        self.desks.push(desk);
        self.spread();
    }

    /// Tells everybody everything until nothing is new.
    pub(crate) fn spread(&mut self) {
        for _ in 0..4 {
            for from in 0..self.desks.len() {
                let Some(cue) = self.desks[from].model.stage.as_ref().map(|stage| stage.cue.clone()) else { continue };
                for to in (0..self.desks.len()).filter(|to| *to != from) {
                    let effects = app::update(&mut self.desks[to].model, Event::Cue(Box::new(cue.clone())));
                    self.desks[to].effects.extend(effects);
                }
            }
        }
    }

    /// Types keys at a terminal, a tenth of a second apart; everybody hears of each.
    pub(crate) fn keys(&mut self, at: usize, keys: &str) -> &mut Self {
        for key in keys.split_whitespace() {
            self.now += 100;
            let ended = {
                let desk = &mut self.desks[at];
                app::update(&mut desk.model, Event::Time(self.now));
                let before = desk.model.stage.clone();
                let event = match key.strip_prefix("size:").and_then(|size| size.split_once('x')) {
                    Some((columns, rows)) => Event::Resize(columns.parse().unwrap(), rows.parse().unwrap()),
                    None => Event::Key(key.parse::<Key>().expect(key)),
                };
                let effects = app::update(&mut desk.model, event);
                desk.effects.extend(effects.clone());
                let left = effects.into_iter().find_map(|effect| match effect {
                    xinhuo::model::Effect::Left(stage) => Some(stage.cue),
                    _ => None,
                });
                left.filter(|cue| cue.ended && before.is_some())
            };
            if let Some(cue) = ended {
                for desk in &mut self.desks {
                    let effects = app::update(&mut desk.model, Event::Cue(Box::new(cue.clone())));
                    desk.effects.extend(effects);
                }
            }
            self.spread();
        }
        self
    }

    /// Types text at a terminal.
    pub(crate) fn text(&mut self, at: usize, text: &str) -> &mut Self {
        for c in text.chars() {
            app::update(&mut self.desks[at].model, Event::Key(Key::plain(Code::Char(c))));
        }
        self.spread();
        self
    }

    /// Lets time pass at every terminal, second by second.
    pub(crate) fn wait(&mut self, seconds: u64) -> &mut Self {
        for _ in 0..seconds {
            self.now += 1000;
            for desk in &mut self.desks {
                app::update(&mut desk.model, Event::Time(self.now));
            }
            self.spread();
        }
        self
    }

    pub(crate) fn stage(&self, at: usize) -> &Stage {
        self.desks[at].model.stage.as_ref().expect("a show")
    }

    /// The step where the presenter is, as a terminal knows it, from 1.
    pub(crate) fn step(&self, at: usize) -> usize {
        self.stage(at).cue.live.step + 1
    }

    pub(crate) fn screen(&self, at: usize) -> String {
        self.desks[at].screen()
    }
}
