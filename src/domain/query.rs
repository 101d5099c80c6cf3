//! Sorting the metrics by a column of their table, and counting honours.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::collections::HashMap;

use rust_decimal::Decimal;

use super::change::year_on_year;
use super::dataset::{Level, UnitKind};
use super::dimension::base_of;
use super::district::District;
use super::id::Id;
use super::metric::Metric;
use super::panels::place;
use super::status::{Status, status};
use super::text::Lang;

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
}

/// By which column, and which way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Sort {
    /// The column.
    pub column: Column,
    /// Whether the largest comes first.
    pub descending: bool,
}

/// The metrics in order, as positions in the dataset's list; without a sort, in the order of the file.
///
/// The order is stable both ways: what is equal keeps the order of the file. What a column does not hold comes last both
/// ways: district-wide metrics, missing values, ranks and sources.
///
/// - Action: the order of the actions.
/// - Name: by character; in English upper and lower case alike.
/// - Figure: grouped by kind of unit and, but for counts, by dimension; inside a group sorted by the value in its base
///   unit. Descending turns the values round and leaves the groups where they are.
/// - Unit: by kind and dimension, then the units in the order of the file.
/// - Change: those told in percent, then those in percentage points or in the unit, each by size.
/// - Status: met first. - Rank: level, then position. Period: first day, then last. Source: id, then paragraph (none after all).
pub fn sorted(district: &District, sort: Option<Sort>, lang: Lang) -> Vec<usize> {
    let metrics = &district.data().metrics;
    let Some(Sort { column, descending }) = sort else { return (0..metrics.len()).collect() };
    let down = descending;
    match column {
        Column::Action => order(metrics, down, |metric| district.action_position(metric.action.as_ref()?)),
        Column::Name => order(metrics, down, |metric| Some(name(metric, lang))),
        Column::Figure => by_figure(district, down),
        Column::Unit => {
            let groups = groups(district);
            order(metrics, down, |metric| groups.get(metric.unit.as_str()).map(|it| (it.at, it.position)))
        }
        Column::Change => order(metrics, down, |metric| change(district, metric)),
        Column::Status => order(metrics, down, |metric| Some(status(metric)).filter(|it| *it != Status::NoTarget)),
        Column::Rank => order(metrics, down, |metric| place(district, metric)),
        Column::Period => order(metrics, down, |metric| {
            let period = district.period_of(metric);
            Some((period.from, period.to))
        }),
        Column::Source => order(metrics, down, |metric| {
            let source = metric.source.as_ref()?;
            Some((source.id.as_str(), source.paragraph.unwrap_or(u32::MAX)))
        }),
    }
}

/// A change as a key: how it is told, and how much it is.
fn change(district: &District, metric: &Metric) -> Option<(bool, Decimal)> {
    let change = year_on_year(district, metric)?;
    match change.relative {
        Some(part) => Some((false, part)),
        None => change.value.checked_sub(change.base).map(|difference| (true, difference)),
    }
}

fn name(metric: &Metric, lang: Lang) -> Cow<'_, str> {
    let name = metric.name.get(lang);
    match lang {
        Lang::Zh => name.into(),
        Lang::En => name.to_lowercase().into(),
    }
}

/// Sorts by a key that is computed once for each metric; without a key last.
fn order<'a, K: Ord>(metrics: &'a [Metric], descending: bool, key: impl Fn(&'a Metric) -> Option<K>) -> Vec<usize> {
    order_by(metrics, key, |a, b| if descending { b.cmp(a) } else { a.cmp(b) })
}

fn order_by<'a, K>(
    metrics: &'a [Metric],
    key: impl Fn(&'a Metric) -> Option<K>,
    compare: impl Fn(&K, &K) -> Ordering,
) -> Vec<usize> {
    let mut keyed: Vec<(Option<K>, usize)> = metrics.iter().map(key).zip(0..).collect();
    keyed.sort_by(|(a, _), (b, _)| match (a, b) {
        (Some(a), Some(b)) => compare(a, b),
        (Some(_), None) => Ordering::Less,
        (None, Some(_)) => Ordering::Greater,
        (None, None) => Ordering::Equal,
    });
    keyed.into_iter().map(|(_, at)| at).collect()
}

fn by_figure(district: &District, descending: bool) -> Vec<usize> {
    let groups = groups(district);
    let key = |metric: &Metric| {
        let (value, group) = (metric.value?.0, groups.get(metric.unit.as_str())?);
        // A value too large for the base unit is larger than all that are not, or smaller.
        Some((group.alike, value.saturating_mul(group.factor)))
    };
    order_by(&district.data().metrics, key, |(group, value), (other, another)| {
        group.cmp(other).then_with(|| if descending { another.cmp(value) } else { value.cmp(another) })
    })
}

/// Where a unit belongs among the units.
struct Group {
    /// The kind of unit, and the position of the base unit in the file: alike for units that can be compared.
    at: (usize, usize),
    /// The same, with all counts in one group: an order of numbers says nothing about the things counted.
    alike: (usize, usize),
    /// The position of the unit itself.
    position: usize,
    /// How many of the base unit make one.
    factor: Decimal,
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

fn groups(district: &District) -> HashMap<&str, Group> {
    let units = &district.data().units;
    let positions: HashMap<&str, usize> = units.iter().map(|unit| unit.id.as_str()).zip(0..).collect();
    let group = |(position, unit)| {
        let (base, factor) = base_of(district, unit);
        let dimension = positions.get(base.id.as_str()).copied().unwrap_or(position);
        let at = (kind_position(unit.kind), dimension);
        let alike = if unit.kind == UnitKind::Count { (at.0, 0) } else { at };
        (unit.id.as_str(), Group { at, alike, position, factor })
    };
    units.iter().enumerate().map(group).collect()
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
