//! A query carried out: the rows of the table.

use std::collections::HashMap;

use super::{Facet, Filter, Query, Value, sorted};
use crate::domain::district::District;
use crate::domain::text::Lang;

/// A row of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Row {
    /// The head of a group, as its position in [`Selection::groups`]. Its metrics follow.
    Group(usize),
    /// A metric, as its position in the dataset's list.
    Metric(usize),
}

/// The rows of the table by a query.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Selection {
    /// The rows from above.
    pub rows: Vec<Row>,
    /// How many metrics are among them.
    pub metrics: usize,
    /// The groups in order, each with how many metrics it has, which sum to all that are among the rows; empty where
    /// nothing is grouped.
    pub groups: Vec<(Option<String>, usize)>,
}

impl Selection {
    /// Carries out a query.
    pub(in crate::domain) fn of(district: &District, query: &Query, lang: Lang) -> Self {
        let all = &district.data().metrics;
        let chosen: Vec<usize> =
            if query.filter.is_empty() { (0..all.len()).collect() } else { query.filter.admitted(district).collect() };
        let order = sorted(district, chosen, &query.sort, lang);
        match query.group {
            None => {
                Self { metrics: order.len(), rows: order.into_iter().map(Row::Metric).collect(), groups: Vec::new() }
            }
            Some(facet) => Self::grouped(district, &order, facet),
        }
    }

    fn grouped(district: &District, order: &[usize], facet: Facet) -> Self {
        let all = &district.data().metrics;
        let metric = |at: &usize| all.get(*at);
        let counts = facet.counts(district, order.iter().filter_map(metric));
        let places: HashMap<Value<'_>, usize> = counts.iter().map(|(value, _)| *value).zip(0..).collect();
        let mut members: Vec<Vec<usize>> = counts.iter().map(|(_, count)| Vec::with_capacity(*count)).collect();
        for at in order {
            let place = metric(at).and_then(|metric| places.get(&facet.of(district, metric)));
            if let Some(group) = place.and_then(|place| members.get_mut(*place)) {
                group.push(*at);
            }
        }
        let mut rows = Vec::with_capacity(order.len() + members.len());
        for (group, members) in members.into_iter().enumerate() {
            rows.push(Row::Group(group));
            rows.extend(members.into_iter().map(Row::Metric));
        }
        let groups = counts.into_iter().map(|(value, count)| (value.map(str::to_owned), count)).collect();
        Self { rows, metrics: order.len(), groups }
    }

    /// The metric in a row, as its position in the dataset's list; `None` in the head of a group.
    pub fn metric(&self, row: usize) -> Option<usize> {
        match self.rows.get(row)? {
            Row::Metric(at) => Some(*at),
            Row::Group(_) => None,
        }
    }

    /// The row of a metric.
    pub fn row_of(&self, metric: usize) -> Option<usize> {
        self.rows.iter().position(|row| *row == Row::Metric(metric))
    }
}

/// Every value of a facet that any metric has, each with how many have it of those that a filter shows.
pub(in crate::domain) fn facet_counts(
    district: &District,
    filter: &Filter,
    facet: Facet,
) -> Vec<(Option<String>, usize)> {
    let metrics = || district.data().metrics.iter();
    let owned = |(value, count): (Value<'_>, usize)| (value.map(str::to_owned), count);
    if filter.is_empty() {
        return facet.counts(district, metrics()).into_iter().map(owned).collect();
    }
    let prepared = filter.prepared(district);
    let shown = metrics().enumerate().filter(|(at, metric)| prepared.admits(district, *at, metric));
    let shown = facet.counts(district, shown.map(|(_, metric)| metric));
    let shown: HashMap<Value<'_>, usize> = shown.into_iter().collect();
    let all = facet.counts(district, metrics());
    all.into_iter().map(|(value, _)| owned((value, shown.get(&value).copied().unwrap_or(0)))).collect()
}
