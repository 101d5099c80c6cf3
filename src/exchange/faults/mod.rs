//! Reports of faults: for people with the lines they are about, for programs as JSON.

mod frame;
mod json;

use std::fmt::Write as _;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{Element, Level, Renderer};

use crate::domain::Lang;
use crate::domain::check::control::visible;
use crate::domain::check::{Fault, Report, Severity};
use crate::lang::check as say;

pub use json::json;

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
    let renderer = if style.colour { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.decor_style(DecorStyle::Ascii).term_width(UNCUT);
    let mut out = String::new();
    for fault in report.faults.iter().take(FRAMES) {
        out.push_str(&one(fault, &file, source, style.lang, &renderer));
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
fn one(fault: &Fault, file: &str, source: &[u8], lang: Lang, renderer: &Renderer) -> String {
    let message = say::message(&fault.kind, lang);
    let level = match fault.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let title = level.with_name(say::severity(fault.severity, lang)).primary_title(message.title).id(fault.kind.code());
    let (places, mut elements): (Vec<_>, Vec<Element>) =
        frame::frames(fault, source, lang).into_iter().map(|frame| (frame.place, frame.snippet.into())).unzip();
    let (expected, hint) = say::labels(lang);
    let mut note = |label: &'static str, text: String| {
        elements.push(Level::NOTE.with_name(label).message(text).into());
    };
    if !fault.path.is_empty() {
        note(say::at(lang), fault.path.clone());
    }
    note(expected, message.expected);
    if let Some(text) = message.hint {
        note(hint, text);
    }
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
