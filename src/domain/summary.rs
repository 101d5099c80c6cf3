//! What is said of a dataset as a whole: how much of it has a source, and what wants attention.

use super::dataset::Locator;
use super::district::District;
use super::id::Id;
use super::query::honour_counts;
use super::status::{Status, status};

/// Counts over a whole dataset.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Summary {
    /// Metrics and honours that say where they are stated.
    pub cited: usize,
    /// Metrics and honours there are.
    pub citable: usize,
    /// Metrics without a value.
    pub missing: usize,
    /// Metrics without a source.
    pub uncited: usize,
    /// Metrics that are behind their target or have missed it.
    pub behind: usize,
    /// Metrics without a target, or with one that declares no rule.
    pub untargeted: usize,
    /// Honours by action and level; see [`honour_counts`].
    pub honours: Vec<(Option<Id>, [usize; 3])>,
}

impl Summary {
    /// Counts.
    pub(super) fn of(district: &District) -> Self {
        let data = district.data();
        let is_cited = |locator: &Option<Locator>| locator.as_ref().is_some_and(|it| district.source(&it.id).is_some());
        let honours_cited = data.honours.iter().filter(|honour| is_cited(&honour.source)).count();
        let metrics_cited = data.metrics.iter().filter(|metric| is_cited(&metric.source)).count();
        let statuses: Vec<Status> = data.metrics.iter().map(status).collect();
        let with = |wanted: &[Status]| statuses.iter().filter(|status| wanted.contains(status)).count();
        Self {
            cited: metrics_cited + honours_cited,
            citable: data.metrics.len() + data.honours.len(),
            missing: data.metrics.iter().filter(|metric| metric.value.is_none()).count(),
            uncited: data.metrics.iter().filter(|metric| metric.source.is_none()).count(),
            behind: with(&[Status::Behind, Status::Missed]),
            untargeted: with(&[Status::NoTarget]),
            honours: honour_counts(district),
        }
    }
}
