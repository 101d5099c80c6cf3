//! What the presenter says.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::Console;
use crate::model::Command;
use crate::ui::theme::Role;
use crate::ui::{draw, text};

/// Lines longer than this are hard to come back from.
const MEASURE: u16 = 92;

/// The cells that a line of notes takes in a width.
pub(super) fn measure(width: u16) -> u16 {
    width.min(MEASURE)
}

/// The notes in lines, and how they stand in the area.
struct Laid {
    lines: Vec<String>,
    /// Lines in sight.
    seen: usize,
    /// The furthest that they can be scrolled.
    end: usize,
}

/// Lays out the notes of the present step; none where it has none.
fn laid(console: &Console<'_>, area: Rect) -> Option<Laid> {
    let notes = console.slide(console.at())?.notes.as_ref()?;
    let lines = text::wrap(console.cx.text(notes), usize::from(measure(area.width)));
    let rows = usize::from(area.height.saturating_sub(1));
    if lines.iter().all(String::is_empty) {
        return None;
    }
    // Where not all have room, the last row says so.
    let seen = if lines.len() <= rows { lines.len() } else { rows.saturating_sub(usize::from(rows > 1)) };
    let end = lines.len().saturating_sub(seen);
    Some(Laid { lines, seen, end })
}

/// The furthest that the notes can be scrolled.
pub(super) fn end(console: &Console<'_>, area: Rect) -> usize {
    laid(console, area).map_or(0, |laid| laid.end)
}

/// Draws the notes under their heading.
pub(super) fn draw(console: &Console<'_>, area: Rect, buf: &mut Buffer) {
    let (words, theme) = (console.words(), &console.cx.theme);
    let Some(Laid { lines, seen, end }) = laid(console, area) else {
        let below = draw::heading(buf, area, words.notes, "", theme);
        let below = Rect { width: measure(below.width), ..below };
        draw::put_wrapped(buf, below, words.no_notes, theme.style(Role::Faint));
        return;
    };
    let first = console.stage.notes.scroll.min(end);
    let note = if first > 0 { (words.above)(first) } else { String::new() };
    let below = draw::heading(buf, area, words.notes, &note, theme);
    for (at, line) in (0u16..).zip(lines.iter().skip(first).take(seen)) {
        let y = below.y.saturating_add(at);
        draw::put(buf, below.x, y, below.width, line, theme.style(Role::Text));
    }
    let hidden = lines.len().saturating_sub(first + seen);
    if hidden > 0 && below.height > 1 {
        let key = console.key(Command::NotesDown).unwrap_or_default();
        let more = (words.below)(hidden, &key);
        draw::put(buf, below.x, below.bottom() - 1, below.width, &more, theme.style(Role::Accent));
    }
}
