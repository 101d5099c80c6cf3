//! What is said of a dataset as a whole: how much of it has a source, and what wants attention.

use super::change::year_on_year;
use super::district::District;
use super::exception::Exception;
use super::id::Id;
use super::metric::Metric;
use super::query::{Column, honour_counts};
use super::status::{Status, gap, status};

/// So many metrics are named at most for a reason to look at them.
pub const NAMED: usize = 12;

/// Counts over a whole dataset.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Summary {
    /// Metrics that say where they are stated, or what they were computed from.
    pub cited: usize,
    /// Metrics that were counted or computed by the keepers of the dataset.
    pub derived: usize,
    /// Metrics that want attention, in the order of [`Exception::ALL`].
    pub exceptions: [usize; 4],
    /// For each reason the positions of the first metrics, at most [`NAMED`]: of those that are behind the worst first, else
    /// in the order of the file.
    pub named: [Vec<usize>; 4],
    /// How many metrics of each action have which status, in the order of the actions and of [`Status::ALL`].
    pub statuses: Vec<[usize; 7]>,
    /// Honours without a source.
    pub uncited_honours: usize,
    /// Whether all that is cited is cited from one and the same document.
    pub one_source: bool,
    /// Metrics without a target.
    pub untargeted: usize,
    /// Metrics that nothing judges: without a target, or with one that declares no rule.
    pub unjudged: usize,
    /// The columns of the table of metrics that hold anything.
    pub columns: Vec<Column>,
    /// Honours by action and level; see [`honour_counts`].
    pub honours: Vec<(Option<Id>, [usize; 3])>,
}

impl Summary {
    /// Counts.
    pub(super) fn of(district: &District) -> Self {
        let data = district.data();
        let wanting = Exception::ALL.map(|reason| wanting(district, reason));
        let uncited = data.metrics.iter().filter(|metric| metric.is_uncited()).count();
        let statuses: Vec<Status> = data.metrics.iter().map(status).collect();
        let mut sources: Vec<&str> =
            data.metrics.iter().filter_map(|it| it.source.as_ref()).map(|it| &*it.id).collect();
        sources.dedup();
        let with = |wanted: &[Status]| statuses.iter().filter(|status| wanted.contains(status)).count();
        Self {
            cited: data.metrics.len() - uncited,
            derived: data.metrics.iter().filter(|metric| metric.derived.is_some()).count(),
            exceptions: wanting.each_ref().map(Vec::len),
            named: wanting.map(|found| found.into_iter().take(NAMED).collect()),
            statuses: by_action(district, &statuses),
            uncited_honours: data.honours.iter().filter(|honour| honour.source.is_none()).count(),
            one_source: sources.windows(2).all(|pair| pair.first() == pair.last()),
            untargeted: data.metrics.iter().filter(|metric| metric.target.is_none()).count(),
            unjudged: with(&[Status::NoTarget]),
            columns: columns(district, &statuses),
            honours: honour_counts(district),
        }
    }
}

/// The positions of the metrics that there is a reason to look at, those to be named first at the front.
fn wanting(district: &District, reason: Exception) -> Vec<usize> {
    let metrics = district.data().metrics.iter().enumerate();
    let mut found: Vec<(usize, &Metric)> = metrics.filter(|(_, metric)| reason.holds(district, metric)).collect();
    if reason == Exception::Behind {
        let off = |metric: &Metric| {
            let target = metric.target.as_ref()?.value.0;
            gap(metric)?.abs().checked_div(target.abs())
        };
        found.sort_by_key(|(_, metric)| std::cmp::Reverse((status(metric), off(metric))));
    }
    found.into_iter().map(|(at, _)| at).collect()
}

fn by_action(district: &District, statuses: &[Status]) -> Vec<[usize; 7]> {
    let mut counts = vec![[0; 7]; district.data().actions.len()];
    for (metric, status) in district.data().metrics.iter().zip(statuses) {
        let action = metric.action.as_ref().and_then(|id| district.action_position(id));
        let at = Status::ALL.iter().position(|it| it == status);
        if let Some(count) = action.zip(at).and_then(|(action, at)| counts.get_mut(action)?.get_mut(at)) {
            *count += 1;
        }
    }
    counts
}

/// The columns that hold anything: changes and statuses are there only where some metric has one.
fn columns(district: &District, statuses: &[Status]) -> Vec<Column> {
    let with_change = district.data().metrics.iter().any(|metric| year_on_year(district, metric).is_some());
    let with_status = statuses.iter().any(|status| *status != Status::NoTarget);
    let there = |column: &Column| match column {
        Column::Change => with_change,
        Column::Status => with_status,
        _ => true,
    };
    Column::ALL.into_iter().filter(there).collect()
}
