//! From the screen as it is to the screen as it should be, in as few bytes as are safe.

use std::io::Write;

use ratatui::buffer::{Buffer, Cell};

use super::sgr::Pen;
use crate::ui::text;

/// What a terminal shows in one place: a character of one or more columns.
struct Glyph<'a> {
    x: u16,
    width: u16,
    symbol: &'a str,
    cell: &'a Cell,
}

/// The glyphs of a row from left to right. Cells behind a wide character are hidden by it; what no terminal can show
/// there (a control character, half a wide one at the edge) is a blank.
fn glyphs(row: &[Cell]) -> impl Iterator<Item = Glyph<'_>> {
    let mut x = 0usize;
    std::iter::from_fn(move || {
        let cell = row.get(x)?;
        let symbol = cell.symbol();
        let width = text::glyph_cells(row.get(x..)?);
        let shown = width > 0 && x + width <= row.len() && !symbol.chars().any(char::is_control);
        let (symbol, width) = if shown { (symbol, width) } else { (" ", 1) };
        let glyph = Glyph { x: x as u16, width: width as u16, symbol, cell };
        x += width;
        Some(glyph)
    })
}

/// Writes what turns `shown` into `wanted`; both have the same size. Nothing where nothing differs.
pub(super) fn paint(shown: &Buffer, wanted: &Buffer, out: &mut Vec<u8>) {
    let columns = usize::from(wanted.area.width);
    if columns == 0 {
        return;
    }
    let mut painter = Painter { pen: Pen::PLAIN, at: None, out };
    let mut spans = vec![0; columns];
    let rows = shown.content.chunks_exact(columns).zip(wanted.content.chunks_exact(columns));
    for (y, (old, new)) in (0..).zip(rows) {
        if old == new {
            continue;
        }
        spans.fill(0);
        for glyph in glyphs(old) {
            if let Some(span) = spans.get_mut(usize::from(glyph.x)) {
                *span = glyph.width;
            }
        }
        for glyph in glyphs(new) {
            let x = usize::from(glyph.x);
            // The same width at the same place means that the same columns are covered.
            let stays = spans.get(x) == Some(&glyph.width) && old.get(x) == Some(glyph.cell);
            if !stays {
                painter.put(y, &glyph);
            }
        }
    }
    painter.pen.put_down(painter.out);
}

struct Painter<'a> {
    pen: Pen,
    /// Column and row of the cursor, where they are certain.
    at: Option<(u16, u16)>,
    out: &'a mut Vec<u8>,
}

impl Painter<'_> {
    fn put(&mut self, y: u16, glyph: &Glyph<'_>) {
        self.go(glyph.x, y);
        self.pen.take(glyph.cell, glyph.symbol == " ", self.out);
        let stretched = glyph.width > 1 && text::is_ambiguous(glyph.symbol);
        if glyph.symbol.chars().nth(1).is_none() && !stretched {
            self.out.extend_from_slice(glyph.symbol.as_bytes());
            self.at = Some((glyph.x + glyph.width, y));
        } else {
            // Terminals disagree about the width of clusters and of ambiguous characters: blank the place, and trust no
            // position afterwards.
            self.out.resize(self.out.len() + usize::from(glyph.width), b' ');
            self.at = None;
            self.go(glyph.x, y);
            self.out.extend_from_slice(glyph.symbol.as_bytes());
            self.at = None;
        }
    }

    /// Moves the cursor. Never from behind the last column: there it depends on the terminal where the cursor is, and a
    /// row is only ever entered by its address.
    fn go(&mut self, x: u16, y: u16) {
        // Writing to memory cannot fail.
        let _ = match self.at {
            Some(at) if at == (x, y) => Ok(()),
            Some((from, row)) if row == y && from < x => match x - from {
                1 => write!(self.out, "\x1b[C"),
                columns => write!(self.out, "\x1b[{columns}C"),
            },
            _ => write!(self.out, "\x1b[{};{}H", y + 1, x + 1),
        };
    }
}
