//! The whole state of a show, as terminals exchange it.

use serde::{Deserialize, Serialize};

use super::{Clock, Detour, Millis, PeerId, Steps, Version, listed};
use crate::domain::{Id, Lang};
use crate::model::{Markers, ThemeName};

/// Which show it is. Terminals with the same key show the same thing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ShowKey {
    /// The dataset.
    #[serde(serialize_with = "id")]
    pub dataset: Id,
    /// The briefing.
    #[serde(serialize_with = "id")]
    pub briefing: Id,
    /// How many steps it has: terminals that have read different editions of the file do not mix them up.
    pub steps: usize,
    /// The number of its edition, see [`Steps::of_edition`].
    pub edition: u64,
}

fn id<S: serde::Serializer>(id: &Id, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(id)
}

impl ShowKey {
    /// Whether it is the same briefing, in whatever edition.
    pub fn is_of_same(&self, other: &Self) -> bool {
        self.dataset == other.dataset && self.briefing == other.briefing
    }
}

/// What there is to see.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Shot {
    /// The step, from 0.
    pub step: usize,
    /// How many of its rows are out, where they come one by one.
    pub revealed: usize,
    /// What the step points at is emphasised.
    pub spotlight: bool,
    /// The place to be seen instead of the step.
    pub detour: Option<Detour>,
    /// The language in which it is seen.
    #[serde(with = "listed")]
    pub lang: Lang,
    /// All digits instead of compact figures.
    pub exact: bool,
}

impl Shot {
    /// A step with so many rows out, in compact figures.
    pub fn of(step: usize, revealed: usize, lang: Lang) -> Self {
        Self { step, revealed, spotlight: true, detour: None, lang, exact: false }
    }
}

/// An empty screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Blank {
    /// In black.
    Black,
    /// In white.
    White,
}

/// The terminal that the audience looks at, so that a console can draw what is seen there. Only that terminal says it,
/// and it has a version of its own: saying it changes nothing else, and stepping at the same moment does not undo it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Audience {
    /// Its columns.
    pub cols: u16,
    /// Its rows.
    pub rows: u16,
    /// Its theme.
    #[serde(with = "listed")]
    pub theme: ThemeName,
    /// The characters of its charts.
    #[serde(with = "listed")]
    pub markers: Markers,
    /// Characters of ambiguous width take two cells there.
    pub wide: bool,
}

/// What the audience sees.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seen<'a> {
    /// Nothing.
    Blank(Blank),
    /// A picture.
    Shot(&'a Shot),
}

/// The whole state of a show.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cue {
    /// When anything but the audience's terminal was last changed.
    pub version: Version,
    /// Which show it is.
    pub show: ShowKey,
    /// What the presenter sees.
    pub live: Shot,
    /// What the audience keeps seeing while the presenter looks elsewhere.
    pub frozen: Option<Shot>,
    /// The audience sees nothing.
    pub blank: Option<Blank>,
    /// The time that was spent.
    pub clock: Clock,
    /// The terminal that the audience looks at, and when it last said so.
    pub audience: Option<(Version, Audience)>,
    /// The show is over.
    pub ended: bool,
}

impl Cue {
    /// A show at its first step, that nobody has touched: whatever a show that is under way has to say goes before it.
    pub fn new(dataset: Id, briefing: Id, steps: &Steps, lang: Lang, me: PeerId) -> Self {
        Self {
            version: Version::untouched(me),
            show: ShowKey { dataset, briefing, steps: steps.count(), edition: steps.edition() },
            live: Shot::of(0, 0, lang),
            frozen: None,
            blank: None,
            clock: Clock::new(steps.count()),
            audience: None,
            ended: false,
        }
    }

    /// What the audience sees.
    pub fn seen(&self) -> Seen<'_> {
        match (self.blank, &self.frozen) {
            (Some(blank), _) => Seen::Blank(blank),
            (None, Some(shot)) => Seen::Shot(shot),
            (None, None) => Seen::Shot(&self.live),
        }
    }

    /// Whether the audience is kept from what is live.
    pub fn is_held(&self) -> bool {
        self.blank.is_some() || self.frozen.is_some()
    }

    /// Takes over what is later in another terminal's cue; says whether anything was. A cue of another show, or one that
    /// claims to come from the future, changes nothing.
    pub fn accept(&mut self, other: &Self, now: Millis) -> bool {
        let told = other.audience.is_none_or(|(version, _)| version.is_credible(now));
        told && other.version.is_credible(now) && self.merge(other)
    }

    /// Takes over what is later in a cue of one's own.
    pub fn merge(&mut self, other: &Self) -> bool {
        if other.show != self.show {
            return false;
        }
        let said = |audience: &Option<(Version, Audience)>| audience.map(|(version, _)| version);
        let (audience, heard) =
            if said(&other.audience) > said(&self.audience) { (other.audience, true) } else { (self.audience, false) };
        let changed = other.version > self.version;
        if changed {
            self.clone_from(other);
        }
        self.audience = audience;
        changed || heard
    }

    /// Shows the audience what is live again; a change, if it was kept from that.
    pub fn uncover(&mut self, now: Millis) {
        if self.is_held() {
            (self.blank, self.frozen) = (None, None);
            self.version = self.version.next(now, self.version.peer);
        }
    }

    /// Goes on with another edition of the briefing. `to` is where each of the old steps stands in it; for a step that
    /// is gone, where the show goes on instead. It is no change of its own: every terminal does the same to the same state.
    pub fn move_to(&mut self, steps: &Steps, to: impl Fn(usize) -> usize) {
        let at = |step| to(step).min(steps.last());
        for shot in std::iter::once(&mut self.live).chain(&mut self.frozen) {
            shot.step = at(shot.step);
            shot.revealed = shot.revealed.min(steps.rows(shot.step));
        }
        self.clock = self.clock.moved(steps.count(), at);
        self.show.steps = steps.count();
        self.show.edition = steps.edition();
    }
}
