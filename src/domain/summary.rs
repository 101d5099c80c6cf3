//! What is said of a dataset as a whole: how much of it has a source, and what wants attention.

use super::district::District;
use super::id::Id;
use super::query::honour_counts;
use super::status::{Status, status};

/// Counts over a whole dataset.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Summary {
    /// Metrics that say where they are stated, or what they were computed from.
    pub cited: usize,
    /// Metrics that were counted or computed by the keepers of the dataset.
    pub derived: usize,
    /// Metrics without a value.
    pub missing: usize,
    /// Metrics and honours without a source.
    pub uncited: usize,
    /// Whether all that is cited is cited from one and the same document.
    pub one_source: bool,
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
        let uncited = data.metrics.iter().filter(|metric| metric.is_uncited()).count();
        let statuses: Vec<Status> = data.metrics.iter().map(status).collect();
        let mut sources: Vec<&str> =
            data.metrics.iter().filter_map(|it| it.source.as_ref()).map(|it| &*it.id).collect();
        sources.dedup();
        let with = |wanted: &[Status]| statuses.iter().filter(|status| wanted.contains(status)).count();
        Self {
            cited: data.metrics.len() - uncited,
            derived: data.metrics.iter().filter(|metric| metric.derived.is_some()).count(),
            missing: data.metrics.iter().filter(|metric| metric.value.is_none()).count(),
            uncited: uncited + data.honours.iter().filter(|honour| honour.source.is_none()).count(),
            one_source: sources.windows(2).all(|pair| pair.first() == pair.last()),
            behind: with(&[Status::Behind, Status::Missed]),
            untargeted: with(&[Status::NoTarget]),
            honours: honour_counts(district),
        }
    }
}
