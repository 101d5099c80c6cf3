//! The lines of the file that a fault is about, cut to what can be read and made harmless.

use std::fmt::Write as _;
use std::ops::Range;

use annotate_snippets::{Annotation, AnnotationKind, Snippet};
use unicode_width::UnicodeWidthChar;

use crate::domain::check::Place;
use crate::domain::check::source::strip_bom;
use crate::domain::visible::substitute;

/// How many cells of a line are shown in front of a fault, and from its start on.
const BEFORE: usize = 48;
const AFTER: usize = 64;

/// A line with its marks.
pub(super) struct Frame {
    /// Where the line is from.
    pub(super) place: Place,
    /// The line; its path is to be replaced, since the renderer would count columns in the cut line.
    pub(super) snippet: Snippet<'static, Annotation<'static>>,
}

/// What stands for the name of the file until it is replaced: never a part of what is shown, as it is no character.
const NAME: char = '\u{fdd0}';

/// Puts the name of the file and the true places into a rendered fault.
pub(super) fn name_places(shown: &str, file: &str, places: &[Place]) -> String {
    let mut parts = shown.split(NAME);
    let mut out = parts.next().unwrap_or_default().to_owned();
    for (part, place) in parts.zip(places) {
        // Writing to a string cannot fail.
        let _ = write!(out, "{file}:{}:{}", place.line, place.column);
        out.push_str(part.trim_start_matches([':', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9']));
    }
    out
}

/// The line of a fault, and those of the places that belong to it.
pub(super) fn frames(place: &Place, related: &[(Place, &'static str)], source: &[u8]) -> Vec<Frame> {
    let (text, shift) = strip_bom(source);
    let cut = |place: &Place| Cut::new(text, place.span.start.saturating_sub(shift));
    let main = cut(place);
    let marks = vec![AnnotationKind::Primary.span(main.mark(text, place, shift))];
    // Each in a frame of its own, even in the same line: beside a label of wide characters the renderer shifts the marks.
    let other = |(place, label): &(Place, &'static str)| {
        let own = cut(place);
        let mark = AnnotationKind::Context.span(own.mark(text, place, shift));
        own.frame(place, vec![mark.label(*label)])
    };
    let mut others: Vec<Frame> = related.iter().map(other).collect();
    let mut frames = vec![main.frame(place, marks)];
    frames.append(&mut others);
    frames
}

/// A stretch of one line as it is shown.
struct Cut {
    bytes: Range<usize>,
    shown: String,
    /// How many bytes of `shown` stand before the stretch.
    lead: usize,
}

impl Cut {
    /// The part of a line around an offset. Only that part is looked at, however long the line is.
    fn new(text: &[u8], start: usize) -> Self {
        let start = start.min(text.len());
        let (head, tail) = (text.get(..start).unwrap_or_default(), text.get(start..).unwrap_or_default());
        // A character has at most four bytes, and the cells are counted below.
        let head = head.get(head.len().saturating_sub(BEFORE * 4)..).unwrap_or_default();
        let head = head.get(head.iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1)..).unwrap_or_default();
        let from = start - fitting(characters(head).into_iter().rev(), BEFORE);
        let tail = tail.get(..(AFTER * 4).min(tail.len())).unwrap_or_default();
        let tail = tail.get(..tail.iter().position(|byte| *byte == b'\n').unwrap_or(tail.len())).unwrap_or_default();
        let tail = tail.strip_suffix(b"\r").unwrap_or(tail);
        let to = start + fitting(characters(tail).into_iter(), AFTER);
        let cut_before = from.checked_sub(1).and_then(|at| text.get(at)).is_some_and(|byte| *byte != b'\n');
        let cut_behind = text.get(to).is_some_and(|byte| !matches!(byte, b'\n' | b'\r'));
        let mut shown = String::from(if cut_before { "…" } else { "" });
        let lead = shown.len();
        shown.push_str(&show(text.get(from..to).unwrap_or_default()));
        if cut_behind {
            shown.push('…');
        }
        Self { bytes: from..to, shown, lead }
    }

    /// The bytes of the shown line that stand for a place; what lies outside is left out.
    fn mark(&self, text: &[u8], place: &Place, shift: usize) -> Range<usize> {
        let inside = |offset: usize| offset.saturating_sub(shift).clamp(self.bytes.start, self.bytes.end);
        let (start, end) = (inside(place.span.start), inside(place.span.end));
        let begin = self.lead + show(text.get(self.bytes.start..start).unwrap_or_default()).len();
        begin..begin + show(text.get(start..end).unwrap_or_default()).len()
    }

    fn frame(self, place: &Place, marks: Vec<Annotation<'static>>) -> Frame {
        let snippet = Snippet::source(self.shown).line_start(place.line).path(NAME.to_string()).annotations(marks);
        Frame { place: place.clone(), snippet }
    }
}

/// The characters of some bytes with their lengths; each broken stretch is one that cannot be shown.
fn characters(bytes: &[u8]) -> Vec<(char, usize)> {
    let mut out = Vec::new();
    for chunk in bytes.utf8_chunks() {
        out.extend(chunk.valid().chars().map(|character| (character, character.len_utf8())));
        // Byte by byte, so that each has a place of its own whichever way it is cut.
        out.extend(chunk.invalid().iter().map(|_| (char::REPLACEMENT_CHARACTER, 1)));
    }
    out
}

/// How many bytes the first characters take that fit into so many cells.
fn fitting(characters: impl Iterator<Item = (char, usize)>, cells: usize) -> usize {
    let (mut used, mut bytes) = (0, 0);
    for (character, len) in characters {
        used += if character == '\t' { TAB.len() } else { character.width().unwrap_or(1).max(1) };
        if used > cells {
            break;
        }
        bytes += len;
    }
    bytes
}

/// What stands for a tab.
const TAB: &str = "  ";

/// Bytes as they are shown: control characters and broken bytes by a sign of one cell.
fn show(bytes: &[u8]) -> String {
    let mut out = String::with_capacity(bytes.len());
    for (character, _) in characters(bytes) {
        match character {
            '\t' => out.push_str(TAB),
            _ => out.push(substitute(character).unwrap_or(character)),
        }
    }
    out
}
