//! A buffer read as a reader sees it: row by row, one glyph after the other, each with its columns and its style.

use std::borrow::Cow;

use ratatui::buffer::{Buffer, Cell, CellWidth};
use ratatui::style::{Color, Modifier};

use crate::ui::text;

/// What a cell looks like, without what is written in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Look {
    pub(super) fg: Color,
    pub(super) bg: Color,
    pub(super) modifier: Modifier,
}

impl Look {
    fn of(cell: &Cell) -> Self {
        Self { fg: cell.fg, bg: cell.bg, modifier: cell.modifier }
    }

    /// The look that is left where nothing is written: a blank shows neither its colour nor its weight.
    fn of_blank(self) -> Self {
        let lines = Modifier::UNDERLINED | Modifier::CROSSED_OUT | Modifier::REVERSED;
        let modifier = self.modifier & lines;
        let fg = if modifier.is_empty() { Color::Reset } else { self.fg };
        Self { fg, bg: self.bg, modifier }
    }

    /// Whether the modifier is on.
    pub(super) fn has(self, modifier: Modifier) -> bool {
        self.modifier.contains(modifier)
    }
}

/// One thing written in a row, with the columns it takes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Glyph<'a> {
    /// First column, counted from the left edge of the buffer.
    pub(super) column: u16,
    /// Number of columns; never zero, never past the right edge.
    pub(super) width: u16,
    /// What is written: a blank, or one user-perceived character that is safe to print.
    pub(super) symbol: Cow<'a, str>,
    /// How it looks. The columns after the first look as the first does, as on a terminal.
    pub(super) look: Look,
}

impl Glyph<'_> {
    /// Whether nothing is written here.
    pub(super) fn is_blank(&self) -> bool {
        self.symbol == " "
    }
}

/// The rows of the buffer from top to bottom, each with its glyphs from left to right; every column is covered once.
pub(super) fn rows(buffer: &Buffer) -> impl Iterator<Item = Vec<Glyph<'_>>> {
    let width = usize::from(buffer.area.width);
    buffer.content.chunks(width.max(1)).take(usize::from(buffer.area.height)).map(row)
}

fn row(cells: &[Cell]) -> Vec<Glyph<'_>> {
    let end = u16::try_from(cells.len()).unwrap_or(u16::MAX);
    let mut glyphs = Vec::with_capacity(cells.len());
    let mut next = 0;
    for (column, cell) in (0..end).zip(cells) {
        if column < next {
            continue;
        }
        let mut glyph = glyph(cell, column, end - column);
        // An ambiguous character that was given two columns is followed by an empty cell.
        let stretched = cells.get(usize::from(column)..).is_some_and(|rest| text::glyph_cells(rest) == 2);
        if stretched && glyph.width == 1 && !glyph.is_blank() {
            glyph.width = 2;
        }
        next = column + glyph.width;
        glyphs.push(glyph);
    }
    glyphs
}

fn glyph(cell: &Cell, column: u16, room: u16) -> Glyph<'_> {
    let look = Look::of(cell);
    let symbol = printable(cell.symbol());
    let width = symbol.cell_width();
    // A character that the edge would cut in half is not shown by terminals either.
    if width == 0 || width > room || symbol.trim().is_empty() || look.has(Modifier::HIDDEN) {
        let width = width.clamp(1, room);
        return Glyph { column, width, symbol: Cow::Borrowed(" "), look: look.of_blank() };
    }
    Glyph { column, width, symbol, look }
}

/// The symbol without anything that would act instead of being seen: controls, changes of direction, code points that
/// no XML may hold. Marks at its head go too, so that they cannot join the glyph before.
pub(super) fn printable(symbol: &str) -> Cow<'_, str> {
    if symbol.chars().all(|c| c.is_ascii_graphic() || c == ' ') {
        return Cow::Borrowed(symbol);
    }
    let symbol = symbol.trim_start_matches(|c| acts(c) || is_mark(c));
    if symbol.contains(acts) { Cow::Owned(symbol.replace(acts, "")) } else { Cow::Borrowed(symbol) }
}

fn acts(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{2028}' | '\u{2029}' | '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{202a}'..='\u{202e}')
        || matches!(c, '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}')
}

fn is_mark(c: char) -> bool {
    c.encode_utf8(&mut [0; 4]).cell_width() == 0
}

#[cfg(test)]
mod tests {
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    use super::*;

    fn symbols(buffer: &Buffer) -> Vec<String> {
        rows(buffer)
            .map(|row| row.iter().map(|g| format!("{}:{}", g.symbol, g.width)).collect::<Vec<_>>().join(" "))
            .collect()
    }

    #[test]
    fn the_cell_after_a_wide_character_belongs_to_it() {
        assert_eq!(symbols(&Buffer::with_lines(["a万b"])), ["a:1 万:2 b:1"]);
    }

    #[test]
    fn a_wide_character_cut_by_the_edge_is_a_blank() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 2, 1));
        buffer[(1, 0)].set_symbol("万");
        assert_eq!(symbols(&buffer), [" :1  :1"]);
    }

    #[test]
    fn what_acts_is_dropped_and_a_lone_mark_is_a_blank() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 5, 1));
        for (x, symbol) in (0..).zip(["\u{1b}", "a\u{202e}", "\u{301}", "\u{301}e\u{301}", ""]) {
            buffer[(x, 0)].set_symbol(symbol);
        }
        assert_eq!(symbols(&buffer), [" :1 a:1  :1 e\u{301}:1  :1"]);
    }

    #[test]
    fn what_is_hidden_keeps_its_columns_and_its_ground() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 3, 1));
        buffer.set_string(0, 0, "万x", Style::new().fg(Color::Red).bg(Color::Blue).add_modifier(Modifier::HIDDEN));
        let row = rows(&buffer).next().unwrap();
        assert!(row.iter().all(Glyph::is_blank));
        assert_eq!(row[0].width, 2);
        assert_eq!((row[0].look.fg, row[0].look.bg), (Color::Reset, Color::Blue));
    }

    #[test]
    fn an_empty_buffer_has_no_glyphs() {
        assert_eq!(rows(&Buffer::empty(Rect::ZERO)).flatten().count(), 0);
    }
}
