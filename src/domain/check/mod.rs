//! Opening a dataset, and telling everything that is wrong with one.
//!
//! [`load`] is for the program: it reads the file once and tries the rules, nothing more, for as long as all is well.
//! [`check`] is for the people who keep a file: it tells every fault at once. What it does in turn:
//!
//! 1. The bytes become text (`source`), the text becomes a document that knows where each value stands (`parse`),
//!    read on behind slips of syntax wherever it is plain what was meant.
//! 2. The document is compared with the form of the dataset (`shape`), which is taken from the JSON Schema (`form`),
//!    which is taken from the types. A copy is made in which a placeholder stands for whatever is faulty or missing.
//! 3. The rules that [`load`] tries too (`rules`) are tried on that copy. What they say of a value that is faulty in
//!    itself, or by comparison with one, is dropped: one mistake gives one fault.

pub mod fault;
mod form;
pub mod kind;
mod parse;
mod path;
mod rules;
mod shape;
pub mod source;
mod strict;
pub mod terms;
mod tree;

pub use fault::{Fault, Place, Related, Report, Role, Severity};
pub use kind::{FaultKind, FigureFault, Mismatch, ReferenceFault, SeriesFault, StandingFault};
pub(super) use rules::scales_of;
pub use terms::{Found, Limits, List, Syntax, Unshown, Wanted};

use std::ops::Range;

use super::dataset::Dataset;
use super::visible;
use source::Lines;
use tree::{NodeId, Tree};

/// Opens a dataset. Warnings are no obstacle; with an error, the report holds everything that [`check`] finds.
pub fn load(bytes: &[u8]) -> Result<Dataset, Report> {
    let text = std::str::from_utf8(source::strip_bom(bytes).0).ok();
    let plain = |text: &&str| !visible::suspicious(text) && !strict::generous(text);
    if let Some(data) = text.filter(plain).and_then(read) {
        return Ok(data);
    }
    let report = check(bytes);
    let data = if report.has_errors() { None } else { text.and_then(read) };
    data.ok_or(report)
}

/// Reads a dataset that breaks no rule.
fn read(text: &str) -> Option<Dataset> {
    serde_json::from_str(text).ok().filter(rules::hold)
}

/// Everything that is wrong with a file, in one pass.
pub fn check(bytes: &[u8]) -> Report {
    let (bytes, shift) = source::strip_bom(bytes);
    let decoded = source::decode(bytes);
    let text = decoded.text.as_ref();
    let lines = Lines::new(text, shift);
    let mut found = Findings { lines: &lines, faults: Vec::new() };
    for range in decoded.broken.iter().take(if decoded.throughout { 1 } else { usize::MAX }) {
        let byte = bytes.get(range.start).copied().unwrap_or_default();
        let kind = FaultKind::NotUtf8 { byte, throughout: decoded.throughout };
        found.add(kind, String::new(), range, &[]);
    }
    if !decoded.throughout {
        found.document(text, &decoded.broken);
    }
    if decoded.broken.is_empty() && !found.faults.iter().any(|fault| fault.severity == Severity::Error) {
        found.confirm(text);
    }
    found.finish()
}

/// The JSON Schema (2020-12) of the format, for editors and other programs.
pub fn schema() -> String {
    format!("{:#}\n", form::schema())
}

/// The faults of one file as they are found.
struct Findings<'a> {
    lines: &'a Lines<'a>,
    faults: Vec<Fault>,
}

impl Findings<'_> {
    fn add(&mut self, kind: FaultKind, path: String, span: &Range<usize>, related: &[(Range<usize>, Role)]) {
        let place = |span: &Range<usize>| self.lines.place(span);
        let related = related.iter().map(|(span, role)| Related { place: place(span), role: *role }).collect();
        self.faults.push(Fault { severity: kind.severity(), place: place(span), kind, path, related });
    }

    /// Everything from the syntax upwards.
    fn document(&mut self, text: &str, broken: &[Range<usize>]) {
        let mut parsed = parse::parse(text);
        let Some(root) = parsed.root else {
            for fault in &parsed.faults {
                self.add(fault.kind.clone(), String::new(), &fault.span, &fault.related);
            }
            return;
        };
        parsed.tree.mark_broken(broken);
        let tree = &parsed.tree;
        for fault in &parsed.faults {
            let path = tree.path_at(root, fault.span.start);
            self.add(fault.kind.clone(), tree.name(root, &path), &fault.span, &fault.related);
        }
        if parsed.complete {
            self.content(tree, root, text);
        }
    }

    /// Form and rules of a document that could be read to its end.
    fn content(&mut self, tree: &Tree, root: NodeId, text: &str) {
        let shaped = shape::compare(tree, root, text, &form::dataset());
        for fault in &shaped.faults {
            self.add(fault.kind.clone(), tree.name(root, &fault.path), &fault.span, &fault.related);
        }
        let Ok(data) = serde_json::from_str::<Dataset>(&shaped.repaired) else { return };
        for finding in rules::broken(&data) {
            let taints = &shaped.taints;
            let unsure = taints.cover(&finding.path)
                || finding.needs.iter().any(|path| taints.cover(path))
                || finding.needs_whole.iter().any(|path| taints.touch(path))
                || finding.needs_ids.iter().any(|list| taints.nameless(list));
            if unsure {
                continue;
            }
            let related: Vec<_> = finding
                .related
                .iter()
                .filter(|(path, _)| tree.holds(root, path))
                .map(|(path, role)| (tree.locate(root, path), *role))
                .collect();
            self.add(finding.kind.clone(), tree.name(root, &finding.path), &tree.locate(root, &finding.path), &related);
        }
    }

    /// A file without errors is one that the strict reader takes: should the two ever differ, its word counts.
    fn confirm(&mut self, text: &str) {
        if let Err(error) = serde_json::from_str::<Dataset>(text) {
            let start = text.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum::<usize>();
            let mut at = (start + error.column().saturating_sub(1)).min(text.len());
            while !text.is_char_boundary(at) {
                at -= 1;
            }
            self.add(FaultKind::Syntax(Syntax::Refused(error.to_string())), String::new(), &(at..at), &[]);
        }
    }

    /// The report, in the order of the file.
    fn finish(mut self) -> Report {
        self.faults.sort_by(|a, b| {
            let key = |fault: &Fault| (fault.place.span.start, fault.severity, fault.kind.code());
            key(a).cmp(&key(b)).then_with(|| a.path.cmp(&b.path))
        });
        Report { faults: self.faults }
    }
}
