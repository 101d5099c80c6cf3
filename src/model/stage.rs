//! A show under way on this terminal: what is presented, the state that all terminals of the show share, and what is this
//! terminal's own.

use std::collections::HashMap;
use std::sync::Arc;

use super::prefs::Prefs;
use super::show::{Cue, Detour, Millis, PeerId, Shot, Step, Steps, Stop, fnv};
use super::trouble::{Apart, Trouble, Unread};
use super::{Columns, Place, Trail};
use crate::domain::briefing::Slide;
use crate::domain::{Address, District, Id, Lang, Show};

/// What a terminal is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// The audience looks at it.
    Audience,
    /// The presenter looks at it: notes, the next step, the clock.
    Console,
}

/// How the notes are being read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Notes {
    /// The first line shown.
    pub scroll: usize,
    /// How much of the console they take, in tenths of its height.
    pub share: u16,
}

impl Notes {
    /// The least and the most that they take.
    pub const SHARES: (u16, u16) = (2, 8);
}

impl Default for Notes {
    fn default() -> Self {
        Self { scroll: 0, share: 5 }
    }
}

/// What lies over the steps, of this terminal alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sheet {
    /// The list of the steps, with the selected one.
    Agenda(usize),
    /// Whether the show is to end is being asked.
    Ending,
}

/// Steps that follow each other by themselves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Auto {
    /// They do.
    Runs,
    /// A key has stopped them; the next one goes on.
    Stopped,
}

/// A show under way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stage {
    /// What is presented.
    pub show: Arc<Show>,
    /// The same, as far as stepping and the clock are concerned.
    pub steps: Steps,
    /// What all terminals of the show share.
    pub cue: Cue,
    /// The name of this terminal among them.
    pub me: PeerId,
    /// What this terminal is for.
    pub role: Role,
    /// What time it is.
    pub now: Millis,
    /// How many other terminals take part.
    pub peers: usize,
    /// When a key was last pressed at the steps of this terminal.
    pub pressed: Millis,
    /// The digits of a step that is to be gone to.
    pub typed: String,
    /// What lies over the steps.
    pub sheet: Option<Sheet>,
    /// How the notes are being read.
    pub notes: Notes,
    /// What is wrong with the dataset as it is on disk; for the console alone.
    pub unread: Option<Unread>,
    /// Another terminal shows another edition of the briefing, with so many steps; for the console alone.
    pub differs: Option<usize>,
    /// What is wrong with the link to other terminals; for the console alone.
    pub apart: Option<Apart>,
    /// What the audience keeps seeing, where the dataset has been read again since.
    pub held: Option<Held>,
    /// Whether steps follow each other by themselves.
    pub auto: Option<Auto>,
    /// The way to the place of the step.
    pub home: Trail,
    /// What was there before the show and comes back after it; none where the show is all there is.
    pub before: Option<Box<Before>>,
}

/// A picture that the audience keeps, with the data that it was made from.
#[derive(Debug, Clone)]
pub struct Held {
    /// The dataset.
    pub district: Arc<District>,
    /// What was presented.
    pub show: Arc<Show>,
    /// What was seen of it.
    pub shot: Shot,
}

impl PartialEq for Held {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.district, &other.district) && Arc::ptr_eq(&self.show, &other.show) && self.shot == other.shot
    }
}

impl Eq for Held {}

/// What a show has taken the place of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Before {
    /// Where one was.
    pub trail: Trail,
    /// How it was seen.
    pub prefs: Prefs,
    /// The columns of its table.
    pub columns: Columns,
    /// The metrics that were marked.
    pub marked: Vec<Id>,
    /// How the other tabs were left.
    pub tabs: HashMap<Address, Place>,
}

/// So long the beginning of a sequence of keys waits for the rest of it, in milliseconds: two stray keys are no sequence.
pub const SEQUENCE: Millis = 1500;

/// How long a step without a time of its own stays where steps follow each other by themselves, in seconds.
pub const UNTIMED: u32 = 20;

impl Stage {
    /// A show at its first step; none where it has more steps than can be told to other terminals.
    pub fn new(show: Show, district: &District, role: Role, lang: Lang, me: PeerId, now: Millis) -> Option<Self> {
        let steps = steps(&show, district)?;
        let cue = Cue::new(district.data().id.clone(), show.id.clone(), &steps, lang, me);
        Some(Self {
            show: Arc::new(show),
            steps,
            cue,
            me,
            role,
            now,
            peers: 0,
            pressed: now,
            typed: String::new(),
            sheet: None,
            notes: Notes::default(),
            unread: None,
            differs: None,
            apart: None,
            held: None,
            auto: None,
            home: Trail::to(district, Address::Overview),
            before: None,
        })
    }

    /// What has gone wrong, the worst first.
    pub fn trouble(&self) -> Option<Trouble<'_>> {
        let unread = self.unread.as_ref().map(Trouble::Unread);
        let differs = || self.differs.map(Trouble::Differs);
        unread.or_else(differs).or_else(|| self.apart.as_ref().map(Trouble::Apart))
    }

    /// Forgets a picture that the audience does not keep any more.
    pub fn forget_held(&mut self) {
        if self.cue.frozen.is_none() {
            self.held = None;
        }
    }

    /// The step where the presenter is.
    pub fn slide(&self) -> Option<&Slide> {
        self.show.slides.get(self.cue.live.step)
    }

    /// Whether the presenter has left the steps, as far as this terminal knows.
    pub fn on_detour(&self) -> bool {
        self.cue.live.detour.is_some()
    }
}

/// The way along a detour, as far as this dataset has its places; none where it has none of them.
pub fn trail_of(detour: &Detour, district: &District) -> Option<Trail> {
    let place = |stop: &Stop| {
        let address = Address::parse(&stop.address).filter(|address| district.has(address))?;
        Some(Place { address, view: stop.view.clone() })
    };
    let mut places = detour.places().iter().filter_map(place);
    let mut trail = Trail::new(places.next()?);
    places.for_each(|place| trail.push(place));
    Some(trail)
}

/// What stepping has to know of a show; none where it has no steps or too many.
pub fn steps(show: &Show, district: &District) -> Option<Steps> {
    let step = |slide: &Slide| Step {
        rows: if slide.reveal { slide.rows(district, Lang::default()).len() } else { 0 },
        seconds: slide.seconds,
    };
    let told = |slide: &Slide| format!("{} {} {}\n", slide.address, slide.form.word(), slide.reveal);
    let edition = fnv(&show.slides.iter().map(told).collect::<String>());
    Some(Steps::new(show.slides.iter().map(step).collect())?.of_edition(edition))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Form, check};

    #[test]
    fn an_edition_has_the_same_number_in_every_build() {
        let data = check::load(include_bytes!("../../data/baoan-2024.json")).unwrap();
        let district = District::new(data);
        let edition = |forms: &[(Address, Form)]| {
            let slides = forms.iter().map(|(address, form)| Slide::of(address.clone(), *form)).collect();
            let show = Show { id: Id::from("a"), title: "A".into(), minutes: None, slides, made: false };
            steps(&show, &district).unwrap().edition()
        };
        let (overview, metrics) = ((Address::Overview, Form::Title), (Address::Metrics, Form::List));
        let both = edition(&[overview.clone(), metrics.clone()]);
        assert_eq!(both, fnv("overview title false\nmetrics list false\n"));
        assert_ne!(both, edition(&[metrics, overview]));
    }
}
