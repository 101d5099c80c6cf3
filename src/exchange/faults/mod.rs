//! Reports of faults, of datasets and of settings: for people with the lines they are about, for programs as JSON.

mod frame;
mod json;
mod settings;

use std::fmt::Write as _;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{Element, Level, Renderer};

use crate::domain::Lang;
use crate::domain::check::{Fault, Place, Report, Severity};
use crate::domain::visible::visible;
use crate::lang::check as say;

pub use json::json;
pub use settings::settings;

/// So many faults are shown with their lines; a file with more is mended a few at a time, and the rest takes a line each.
const FRAMES: usize = 200;

/// Cutting is done here, where the place of the fault is known, so the renderer must not cut again.
const UNCUT: usize = 10_000;

/// How a report for people is to look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Style {
    /// The language.
    pub lang: Lang,
    /// Whether the terminal takes colours.
    pub colour: bool,
}

/// A report for people: each fault with its line, what was expected and what to do, and a closing line with the count.
///
/// `source` is the file as it was given to [`crate::domain::check::check`]. Whatever it holds, the report has no control
/// characters but line breaks and, in colour, colour sequences.
pub fn text(report: &Report, file: &str, source: &[u8], style: Style) -> String {
    let file = visible(file);
    let mut out = String::new();
    for fault in report.faults.iter().take(FRAMES) {
        out.push_str(&one(fault, &file, source, style));
        out.push_str("\n\n");
    }
    let rest = report.faults.get(FRAMES..).unwrap_or_default();
    for fault in rest {
        line(&mut out, fault, &file, style.lang);
    }
    if !rest.is_empty() {
        out.push('\n');
    }
    out.push_str(&say::summary(&file, report.errors(), report.warnings(), style.lang));
    out.push('\n');
    out
}

/// One fault with its lines.
fn one(fault: &Fault, file: &str, source: &[u8], style: Style) -> String {
    let lang = style.lang;
    let message = say::message(&fault.kind, lang);
    let (expected, hint) = say::labels(lang);
    let mut notes = Vec::new();
    if !fault.path.is_empty() {
        notes.push((say::at(lang), fault.path.clone()));
    }
    notes.push((expected, message.expected));
    notes.extend(message.hint.map(|text| (hint, text)));
    let fault = Told {
        severity: fault.severity,
        code: fault.kind.code(),
        title: message.title,
        place: fault.place.clone(),
        related: fault.related.iter().map(|it| (it.place.clone(), say::role(it.role, lang))).collect(),
        notes,
    };
    told(fault, file, source, style)
}

/// A fault as it is told.
struct Told {
    severity: Severity,
    code: &'static str,
    title: String,
    place: Place,
    /// The places that belong to it, each with what it has to do with it.
    related: Vec<(Place, &'static str)>,
    /// What stands below the lines, each behind its label.
    notes: Vec<(&'static str, String)>,
}

/// A fault with its lines. The name of the file is safe to print.
fn told(fault: Told, file: &str, source: &[u8], style: Style) -> String {
    let renderer = if style.colour { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.decor_style(DecorStyle::Ascii).term_width(UNCUT);
    let level = match fault.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let title = level.with_name(say::severity(fault.severity, style.lang)).primary_title(fault.title).id(fault.code);
    let frames = frame::frames(&fault.place, &fault.related, source);
    let (places, mut elements): (Vec<_>, Vec<Element>) =
        frames.into_iter().map(|frame| (frame.place, frame.snippet.into())).unzip();
    elements.extend(fault.notes.into_iter().map(|(label, text)| Level::NOTE.with_name(label).message(text).into()));
    frame::name_places(&renderer.render(&[title.elements(elements)]), file, &places)
}

/// One fault in one line.
fn line(out: &mut String, fault: &Fault, file: &str, lang: Lang) {
    let severity = say::severity(fault.severity, lang);
    let title = say::message(&fault.kind, lang).title;
    let (place, code) = (&fault.place, fault.kind.code());
    // Writing to a string cannot fail.
    let _ = writeln!(out, "{file}:{}:{}: {severity}[{code}]: {}: {title}", place.line, place.column, fault.path);
}
