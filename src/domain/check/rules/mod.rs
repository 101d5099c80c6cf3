//! What types cannot say: the rules that hold between the values of a dataset.
//!
//! Opening a file and checking it share these rules. They look at the typed dataset only; where a value stands in the
//! file is found later, and only for what is wrong.

mod briefings;
mod figures;
mod ids;
mod known;
mod measure;
mod metrics;
mod refs;
mod series;
mod texts;
mod units;

use super::fault::{Role, Severity};
use super::kind::{FaultKind, FigureFault};
use super::path::{Path, steps};
use super::terms::{Limits, List};
use crate::domain::dataset::{Dataset, SCHEMA_VERSION};
use crate::domain::near::Budget;
use ids::{BadIds, Ids};
use measure::Measures;
pub(in crate::domain) use measure::scales_of;

/// A broken rule.
#[derive(Debug)]
pub(super) struct Finding {
    pub(super) kind: FaultKind,
    /// The value that it is about.
    pub(super) path: Path,
    /// Values that were compared: if one of them (or what holds it) is faulty in itself, nothing can be said.
    pub(super) needs: Vec<Path>,
    /// Values of which every part was compared.
    pub(super) needs_whole: Vec<Path>,
    /// The lists in which an id was looked for: if an entry of one of them has lost its id, nothing can be said.
    pub(super) needs_ids: Vec<&'static str>,
    pub(super) related: Vec<(Path, Role)>,
}

impl Finding {
    fn new(kind: FaultKind, path: Path) -> Self {
        Self { kind, path, needs: Vec::new(), needs_whole: Vec::new(), needs_ids: Vec::new(), related: Vec::new() }
    }

    fn need(mut self, path: Path) -> Self {
        self.needs.push(path);
        self
    }

    fn need_whole(mut self, path: Path) -> Self {
        self.needs_whole.push(path);
        self
    }

    /// An id was looked for in a list.
    fn need_ids(mut self, list: List) -> Self {
        self.needs.push(steps![list.field()]);
        self.needs_ids.push(list.field());
        self
    }

    /// Points at another value as well, which thereby was compared.
    fn beside(mut self, path: Path, role: Role) -> Self {
        self.needs.push(path.clone());
        self.related.push((path, role));
        self
    }
}

/// Whether a dataset breaks no rule that would keep it from being opened. Stops at the first.
pub(super) fn hold(data: &Dataset) -> bool {
    run(data, true).is_empty()
}

/// Every broken rule.
pub(super) fn broken(data: &Dataset) -> Vec<Finding> {
    run(data, false)
}

fn run(data: &Dataset, errors_only: bool) -> Vec<Finding> {
    let ids = Ids::new(data);
    let measures = Measures::new(&data.units);
    let (findings, bad_ids, budget) = (Vec::new(), BadIds::default(), Budget::new(50));
    let mut rules = Rules { data, ids, measures, bad_ids, findings, errors_only, budget };
    let groups =
        [Rules::top, Rules::texts, Rules::all_ids, Rules::units, Rules::references, Rules::metrics, Rules::briefings];
    for group in groups {
        group(&mut rules);
        if errors_only && !rules.findings.is_empty() {
            break;
        }
    }
    rules.findings
}

/// A dataset on its way through the rules.
struct Rules<'a> {
    data: &'a Dataset,
    ids: Ids<'a>,
    measures: Measures<'a>,
    /// The ids that are not well formed: what refers to something like them may mean them.
    bad_ids: BadIds,
    findings: Vec<Finding>,
    errors_only: bool,
    budget: Budget,
}

impl Rules<'_> {
    fn add(&mut self, finding: Finding) {
        // With a single one the answer is known; more would only cost memory.
        if !self.errors_only || (self.findings.is_empty() && finding.kind.severity() == Severity::Error) {
            self.findings.push(finding);
        }
    }

    fn top(&mut self) {
        if self.data.schema_version != SCHEMA_VERSION {
            let kind = FaultKind::SchemaVersion { found: self.data.schema_version };
            self.add(Finding::new(kind, steps!["schema_version"]));
        }
        self.period(&self.data.period, || steps!["period"]);
    }

    /// A whole number that counts from 1.
    fn counts_from_one(&mut self, number: Option<u32>, at: impl FnOnce() -> Path) {
        if number == Some(0) {
            let kind = FaultKind::Figure(FigureFault::OutOfRange { found: "0".to_owned(), limits: Limits::FromOne });
            self.add(Finding::new(kind, at()));
        }
    }
}
