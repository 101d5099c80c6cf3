//! Sorting the metrics by columns of their table.

use std::cmp::Ordering;
use std::collections::HashMap;

use rust_decimal::Decimal;

use super::{Column, Sort, kind_position};
use crate::domain::change::year_on_year;
use crate::domain::dataset::UnitKind;
use crate::domain::dimension::base_of;
use crate::domain::district::District;
use crate::domain::metric::Metric;
use crate::domain::panels::place;
use crate::domain::pinyin::ByPinyin;
use crate::domain::status::{Status, status};
use crate::domain::text::Lang;

/// Puts metrics, given as positions in the dataset's list, in order; without a key they stay as they are.
///
/// The order is stable both ways: what is equal keeps its order, which is that of the file or of the next key. What a column
/// does not hold comes last both ways: district-wide metrics, missing values, ranks and sources, and what has no
/// status for want of a target or of data.
///
/// - Action: the order of the actions.
/// - Name: in Chinese by pinyin; in English by character, upper and lower case alike.
/// - Figure: grouped by kind of unit and, but for counts, by dimension; inside a group sorted by the value in its base
///   unit. Descending turns the values round and leaves the groups where they are.
/// - Unit: by kind and dimension, then the units in the order of the file.
/// - Change: those told in percent, then those in percentage points or in the unit, each by size.
/// - Status: met first. - Rank: level, then position. Period: first day, then last. Source: id, then paragraph (none after all).
pub fn sorted(district: &District, metrics: Vec<usize>, keys: &[Sort], lang: Lang) -> Vec<usize> {
    // The last key first: a stable sort by an earlier one keeps what the later ones made.
    keys.iter().rev().fold(metrics, |order, key| sorted_by(district, order, *key, lang))
}

fn sorted_by(district: &District, metrics: Vec<usize>, key: Sort, lang: Lang) -> Vec<usize> {
    let Sort { column, descending } = key;
    let list = Positions { district, metrics, descending };
    match column {
        Column::Action => list.by(|metric| district.action_position(metric.action.as_ref()?)),
        Column::Name if lang == Lang::Zh => list.by(|metric| Some(ByPinyin(metric.name.get(lang)))),
        Column::Name => list.by(|metric| Some(metric.name.get(lang).to_lowercase())),
        Column::Figure => by_figure(&list),
        Column::Unit => {
            let groups = groups(district);
            list.by(|metric| groups.get(metric.unit.as_str()).map(|it| (it.at, it.position)))
        }
        Column::Change => list.by(|metric| change(district, metric)),
        Column::Status => {
            let told = |it: &Status| !matches!(it, Status::Unclear | Status::NoTarget | Status::NoData);
            list.by(|metric| Some(status(metric)).filter(told))
        }
        Column::Rank => list.by(|metric| place(district, metric)),
        Column::Period => list.by(|metric| {
            let period = district.period_of(metric);
            Some((period.from, period.to))
        }),
        Column::Source => list.by(|metric| {
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

/// Metrics to be put in order.
struct Positions<'a> {
    district: &'a District,
    metrics: Vec<usize>,
    descending: bool,
}

impl<'a> Positions<'a> {
    /// Sorts by a key that is computed once for each metric; without a key last.
    fn by<K: Ord>(&self, key: impl Fn(&'a Metric) -> Option<K>) -> Vec<usize> {
        self.by_with(key, |a, b| if self.descending { b.cmp(a) } else { a.cmp(b) })
    }

    fn by_with<K>(&self, key: impl Fn(&'a Metric) -> Option<K>, compare: impl Fn(&K, &K) -> Ordering) -> Vec<usize> {
        let all = &self.district.data().metrics;
        let keyed = |at: &usize| (all.get(*at).and_then(&key), *at);
        let mut keyed: Vec<(Option<K>, usize)> = self.metrics.iter().map(keyed).collect();
        keyed.sort_by(|(a, _), (b, _)| match (a, b) {
            (Some(a), Some(b)) => compare(a, b),
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (None, None) => Ordering::Equal,
        });
        keyed.into_iter().map(|(_, at)| at).collect()
    }
}

fn by_figure(list: &Positions<'_>) -> Vec<usize> {
    let groups = groups(list.district);
    let key = |metric: &Metric| {
        let (value, group) = (metric.value?.0, groups.get(metric.unit.as_str())?);
        // A value too large for the base unit is larger than all that are not, or smaller.
        Some((group.alike, value.saturating_mul(group.factor)))
    };
    list.by_with(key, |(group, value), (other, another)| {
        group.cmp(other).then_with(|| if list.descending { another.cmp(value) } else { value.cmp(another) })
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
