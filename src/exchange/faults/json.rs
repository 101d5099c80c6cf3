//! The report for programs.

use serde::Serialize;

use crate::domain::Lang;
use crate::domain::check::{Fault, Report, Severity};
use crate::lang::check as say;

/// One fault. Fields may be added; those that are here stay.
#[derive(Serialize)]
struct Row<'a> {
    code: &'static str,
    severity: &'static str,
    line: usize,
    column: usize,
    start: usize,
    end: usize,
    path: &'a str,
    message: String,
    expected: String,
    hint: Option<String>,
    related: Vec<RelatedRow>,
}

/// Another place that belongs to a fault.
#[derive(Serialize)]
struct RelatedRow {
    role: &'static str,
    message: &'static str,
    line: usize,
    column: usize,
    start: usize,
    end: usize,
}

/// A report for programs: a JSON array with an object a fault. Lines and columns count from 1, columns in characters;
/// `start` and `end` are byte offsets into the file.
pub fn json(report: &Report, lang: Lang) -> String {
    let rows: Vec<Row> = report.faults.iter().map(|fault| row(fault, lang)).collect();
    // Rows of strings and numbers can always be written.
    let mut out = serde_json::to_string_pretty(&rows).unwrap_or_else(|_| "[]".to_owned());
    out.push('\n');
    out
}

fn row(fault: &Fault, lang: Lang) -> Row<'_> {
    let message = say::message(&fault.kind, lang);
    let related = fault.related.iter().map(|related| RelatedRow {
        role: related.role.code(),
        message: say::role(related.role, lang),
        line: related.place.line,
        column: related.place.column,
        start: related.place.span.start,
        end: related.place.span.end,
    });
    Row {
        code: fault.kind.code(),
        severity: match fault.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        },
        line: fault.place.line,
        column: fault.place.column,
        start: fault.place.span.start,
        end: fault.place.span.end,
        path: &fault.path,
        message: message.title,
        expected: message.expected,
        hint: message.hint,
        related: related.collect(),
    }
}
