//! A value with what it is measured against, as a bullet graph shows it.

use super::Mark;
use super::tone::Tone;
use crate::domain::Decimal;
use crate::ui::theme::Role;

/// A value and how it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stated {
    /// The exact value.
    pub value: Decimal,
    /// The figure as it is written on the axis.
    pub figure: String,
    /// The figure as it stands in a table, with its unit.
    pub whole: String,
}

/// What a zone of the axis means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ZoneKind {
    /// The target is reached: the fullest.
    Met,
    /// No further off than the rule calls on course.
    OnCourse,
    /// Further off, and no further than the rule calls behind.
    Behind,
    /// Further off than that: the faintest.
    Missed,
}

impl ZoneKind {
    /// What it is drawn with: the nearer to the target, the fuller.
    pub(super) fn tone(self) -> Tone {
        Tone(match self {
            Self::Met => 3,
            Self::OnCourse => 2,
            Self::Behind => 1,
            Self::Missed => 0,
        })
    }
}

/// A part of the axis that means something, by the rule that the target declares.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Zone {
    /// Where it begins; without, at the end of the axis.
    pub from: Option<Stated>,
    /// Where it ends; without, at the end of the axis.
    pub to: Option<Stated>,
    /// The word for it.
    pub word: String,
    /// What it means.
    pub kind: ZoneKind,
}

/// How a value stands against its target, in words and by a sign.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// The word; empty where nothing can be said.
    pub word: String,
    /// A sign before it that tells it apart without colour.
    pub sign: String,
    /// Its colour.
    pub role: Role,
}

/// One value with what it is measured against.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bullet {
    /// What it is; may be empty where the words around the chart say so.
    pub label: String,
    /// The exact value; none where there is none, which draws no bar.
    pub value: Option<Decimal>,
    /// The figure as it is written, with bound and unit; for a missing value, the words that say so.
    pub figure: String,
    /// How the source qualifies the value.
    pub mark: Mark,
    /// The colour of the bar.
    pub role: Role,
    /// What was to be reached.
    pub target: Option<Stated>,
    /// The value of the year before.
    pub last: Option<Stated>,
    /// The zones, from the lowest values to the highest. Where less is better, the met one comes first.
    pub zones: Vec<Zone>,
    /// Which way is better, in words; empty where neither is.
    pub better: String,
    /// How the value stands.
    pub verdict: Verdict,
}

impl Bullet {
    /// The limits of the zones with the zones that they lie between.
    pub(super) fn borders(&self) -> impl Iterator<Item = Border<'_>> {
        let first = self.zones.first();
        let first = first.and_then(|zone| Some(Border { limit: zone.from.as_ref()?, zones: [None, Some(zone)] }));
        let behind = self.zones.iter().enumerate().filter_map(|(at, zone)| {
            Some(Border { limit: zone.to.as_ref()?, zones: [Some(zone), self.zones.get(at + 1)] })
        });
        first.into_iter().chain(behind)
    }

    /// The limits of the zones, each once.
    pub(super) fn limits(&self) -> impl Iterator<Item = &Stated> {
        self.borders().map(|border| border.limit)
    }

    /// The values that the axis has to hold.
    pub(super) fn values(&self) -> impl Iterator<Item = Decimal> {
        let stated = [&self.target, &self.last].into_iter().flatten();
        self.value.into_iter().chain(stated.chain(self.limits()).map(|it| it.value))
    }

    /// The zones and the limits between them, from the lowest values to the highest: `落后 | 4.4 | 正常 | 5.5 | 达成`.
    pub(super) fn chain(&self) -> String {
        let from = self.zones.first().and_then(|zone| zone.from.as_ref()).map(|limit| &*limit.figure);
        let zone = |zone: &'_ Zone| [Some(zone.word.clone()), zone.to.as_ref().map(|to| to.figure.clone())];
        let parts = from.map(str::to_owned).into_iter().chain(self.zones.iter().flat_map(zone).flatten());
        parts.collect::<Vec<_>>().join(" | ")
    }

    pub(super) fn verdict(&self) -> String {
        joined(" ", [&self.verdict.sign, &self.verdict.word])
    }

    /// The colour of the figure.
    pub(super) fn figure_role(&self) -> Role {
        if self.value.is_some() { Role::Strong } else { Role::Unknown }
    }
}

/// A limit between two zones, or at the outer end of one.
#[derive(Debug, Clone, Copy)]
pub(super) struct Border<'r> {
    pub(super) limit: &'r Stated,
    zones: [Option<&'r Zone>; 2],
}

impl Border<'_> {
    /// The kinds of the zones at its sides, whichever way the axis runs.
    pub(super) fn between(&self) -> [Option<ZoneKind>; 2] {
        let mut kinds = self.zones.map(|zone| zone.map(|zone| zone.kind));
        kinds.sort_unstable();
        kinds
    }

    /// Their words, in the order of the axis.
    pub(super) fn words(&self) -> String {
        joined(" | ", self.zones.map(|zone| zone.map_or("", |zone| &zone.word)))
    }
}

/// The words that there are, one behind the other.
pub(super) fn joined<const N: usize>(gap: &str, words: [&str; N]) -> String {
    words.into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>().join(gap)
}
