//! Which metrics a table shows, in which order and in which groups; and counting honours.

mod facet;
mod filter;
mod order;
mod select;
mod spell;

pub use facet::{Choice, Facet, Value};
pub use filter::Filter;
pub use order::sorted;
pub(super) use select::facet_counts;
pub use select::{Row, Selection};

use super::dataset::{Level, UnitKind};
use super::district::District;
use super::id::Id;

/// A column of the table of metrics.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Column {
    /// The action that the metric belongs to.
    Action,
    /// Its name.
    Name,
    /// Its value.
    Figure,
    /// Its unit.
    Unit,
    /// Its change year on year.
    Change,
    /// How it stands against its target.
    Status,
    /// The place it holds.
    Rank,
    /// The days it speaks of.
    Period,
    /// Where it is stated.
    Source,
}

impl Column {
    /// Every column, in the order in which they are shown.
    pub const ALL: [Self; 9] = [
        Self::Action,
        Self::Name,
        Self::Figure,
        Self::Unit,
        Self::Change,
        Self::Status,
        Self::Rank,
        Self::Period,
        Self::Source,
    ];

    /// The word for it in an address.
    pub fn id(self) -> &'static str {
        match self {
            Self::Action => "action",
            Self::Name => "name",
            Self::Figure => "figure",
            Self::Unit => "unit",
            Self::Change => "change",
            Self::Status => "status",
            Self::Rank => "rank",
            Self::Period => "period",
            Self::Source => "source",
        }
    }

    /// The column with this word.
    pub fn parse(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.id() == id)
    }

    /// What the cells of the column tell metrics apart by.
    pub fn facet(self) -> Option<Facet> {
        match self {
            Self::Action => Some(Facet::Action),
            Self::Unit => Some(Facet::Unit),
            Self::Status => Some(Facet::Status),
            Self::Rank => Some(Facet::Level),
            Self::Source => Some(Facet::Source),
            Self::Name | Self::Figure | Self::Change | Self::Period => None,
        }
    }
}

/// By which column, and which way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Sort {
    /// The column.
    pub column: Column,
    /// Whether the largest comes first.
    pub descending: bool,
}

/// Which metrics are shown, in which order, in which groups. The default is all of them in the order of the file.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Query {
    /// Which metrics.
    pub filter: Filter,
    /// The keys of the order, the first one first, no column twice; none: the order of the file.
    pub sort: Vec<Sort>,
    /// What the rows are grouped by; one of [`Facet::GROUPS`].
    pub group: Option<Facet>,
}

impl Query {
    /// Sorts by one column: upwards, then downwards, then in the order of the file again.
    pub fn sort_by(&mut self, column: Column) {
        let next = match self.sort.as_slice() {
            [Sort { column: by, descending }] if *by == column => (!descending).then_some(true),
            _ => Some(false),
        };
        self.sort = next.map(|descending| Sort { column, descending }).into_iter().collect();
    }

    /// Sorts by a further column what the keys before leave equal: upwards, then downwards, then no more.
    pub fn sort_also_by(&mut self, column: Column) {
        match self.sort.iter().position(|key| key.column == column) {
            None => self.sort.push(Sort { column, descending: false }),
            Some(at) => match self.sort.get_mut(at) {
                Some(key) if !key.descending => key.descending = true,
                _ => drop(self.sort.remove(at)),
            },
        }
    }

    /// Groups by the next facet of [`Facet::GROUPS`], behind the last one by none.
    pub fn group_next(&mut self) {
        let at = self.group.and_then(|group| Facet::GROUPS.iter().position(|facet| *facet == group));
        self.group = Facet::GROUPS.get(at.map_or(0, |at| at + 1)).copied();
    }
}

/// The order in which kinds of units come.
fn kind_position(kind: UnitKind) -> usize {
    match kind {
        UnitKind::Count => 0,
        UnitKind::Money => 1,
        UnitKind::Area => 2,
        UnitKind::Share => 3,
        UnitKind::Rank => 4,
        UnitKind::Multiple => 5,
        UnitKind::Duration => 6,
    }
}

/// How many honours each action has at each level of [`Level::ALL`]: the actions in the order of the file, and last, where
/// there are any, the honours of the whole district (`None`).
pub fn honour_counts(district: &District) -> Vec<(Option<Id>, [usize; 3])> {
    let actions = district.data().actions.iter().map(|action| Some(action.id.clone()));
    let count = |action: Option<Id>| {
        let at_level = |level| district.honours_of(action.as_ref()).filter(|honour| honour.level == level).count();
        let counts = Level::ALL.map(at_level);
        (action, counts)
    };
    let whole = Some(count(None)).filter(|(_, counts)| counts.iter().any(|count| *count > 0));
    actions.map(count).chain(whole).collect()
}

#[cfg(test)]
mod tests;
