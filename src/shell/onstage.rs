//! A show in the session: its link to other terminals, and the files behind it.

use std::sync::mpsc::Sender;

use super::input::Message;
use super::link::{self, Folder, Link, LinkEvent};
use super::reread::{Files, Watch};
use crate::app;
use crate::domain::{Id, Lang, Show};
use crate::model::show::Cue;
use crate::model::stage::Role;
use crate::model::trouble::Apart;
use crate::model::{Event, Model, Stage};

/// What a show has outside the state.
#[derive(Debug)]
pub(super) struct OnStage {
    link: Option<Link>,
    told: Cue,
    _watch: Option<Watch>,
}

impl OnStage {
    /// Joins the other terminals of the show that is under way, and watches the files. Where that fails the show goes on at
    /// this terminal, and a console says why. A show that was left behind goes on in the language that was asked for, if any
    /// was; one that others are showing keeps theirs.
    pub(super) fn join(
        model: &mut Model,
        files: &Files,
        sender: &Sender<Message>,
        asked: Option<Lang>,
    ) -> Option<Self> {
        let told = model.stage.as_ref()?.cue.clone();
        let events = sender.clone();
        let on_event = move |event: LinkEvent| {
            let event = match event {
                LinkEvent::Cue(cue) => Event::Cue(cue),
                LinkEvent::Peers(count) => Event::Peers(count),
                LinkEvent::Differs(steps) => Event::Differs(Some(steps)),
                LinkEvent::Agrees => Event::Differs(None),
                LinkEvent::Lost => Event::Apart(Some(Apart::Lost)),
            };
            // Nobody listens any more: the session is at its end.
            let _ = events.send(Message::Event(event));
        };
        let link = Folder::of_user().and_then(|folder| Link::open(folder, told.clone(), on_event));
        let link = match link {
            Ok(link) => {
                // What the others know comes before the first picture.
                app::update(model, Event::Time(link::now()));
                app::update(model, Event::Cue(Box::new(link.cue())));
                if let Some(lang) = asked.filter(|_| !link.joined()) {
                    app::speak(model, lang);
                }
                // The terminal that the audience looks at is this one now, whatever was there before.
                app::update(model, Event::Resize(model.size.0, model.size.1));
                Some(link)
            }
            Err(error) => {
                app::update(model, Event::Apart(Some(error.told())));
                None
            }
        };
        Some(Self { link, told, _watch: Some(files.watch(sender.clone())) })
    }

    /// A show that no other terminal hears of.
    pub(super) fn alone(model: &Model) -> Option<Self> {
        Some(Self { link: None, told: model.stage.as_ref()?.cue.clone(), _watch: None })
    }

    /// Tells the others what has changed.
    pub(super) fn tell(&mut self, cue: &Cue) {
        if *cue != self.told {
            self.told.clone_from(cue);
            if let Some(link) = &self.link {
                link.send(cue);
            }
        }
    }
}

/// A show of the dataset that is open; none where it has no steps or too many.
pub(super) fn stage(model: &Model, briefing: Option<&Id>, role: Role) -> Option<Stage> {
    let show = Show::of(&model.district, briefing).ok()?;
    Stage::new(show, &model.district, role, model.prefs.lang, link::peer_id(), link::now())
}
