//! Small counts by level, an item a block, all rows on one scale.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::columns::{self, Columns, Window};
use super::packing::{Counts, Packing};
use super::{ChartTable, Frame, Line, More};
use crate::ui::theme::{Role, Theme};
use crate::ui::{draw, text};

/// A plot narrower than this says little.
const LEAST: u16 = 8;

/// One level of the legend.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Level {
    /// Its name.
    pub name: String,
    /// The block that an item of this level is drawn with, one cell wide: `█`, `▓`, `▒`.
    pub glyph: char,
    /// Its colour.
    pub role: Role,
}

/// The counts of one row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stack {
    /// What was counted.
    pub label: String,
    /// How many of each level, in the legend's order.
    pub parts: Vec<u32>,
    /// How many in all, as it is written.
    pub total: String,
}

/// Counts by level.
#[derive(Clone, Default)]
pub struct Stacks<'a> {
    /// Title, subtitle, source.
    pub frame: Frame<'a>,
    /// The levels.
    pub legend: Vec<Level>,
    /// The counts, one row each.
    pub rows: Vec<Stack>,
    /// Says how many rows did not fit; without it the last row says `+12`.
    pub more: Option<More<'a>>,
    /// The row that is selected; it stays in sight.
    pub selected: Option<usize>,
}

impl<'a> Stacks<'a> {
    /// The rows that the chart takes with everything in it: the legend, and a row each.
    pub fn height(&self, _width: u16) -> u16 {
        self.frame.height().saturating_add(1).saturating_add(columns::count(self.rows.len()))
    }

    /// The same figures as a table: the total, and the count of each level behind it.
    pub fn twin(&self) -> ChartTable<'a> {
        let line = |row: &Stack| {
            let parts: Vec<String> =
                self.legend.iter().zip(&row.parts).map(|(level, count)| format!("{} {count}", level.name)).collect();
            Line { label: row.label.clone(), figure: row.total.clone(), note: parts.join("  "), role: Role::Strong }
        };
        ChartTable {
            frame: self.frame,
            rows: self.rows.iter().map(line).collect(),
            more: self.more,
            selected: self.selected,
        }
    }

    /// Draws the chart into an area of any size.
    pub fn draw(&self, area: Rect, buf: &mut Buffer, theme: &Theme) {
        let area = area.intersection(buf.area);
        let counts = Counts::of(&self.legend, &self.rows);
        let blank = " ".repeat(usize::from(counts.whole()));
        let words = self.rows.iter().map(|row| (&*row.label, &*blank, ""));
        let columns = Columns::of(area, words, LEAST).filter(|_| area.height > 1);
        let packing = columns.and_then(|columns| Packing::of(&self.rows, self.legend.len(), columns.plot_width));
        let (Some(columns), Some(packing)) = (columns, packing) else {
            return self.twin().draw(area, buf, theme);
        };
        let rows = columns::count(self.rows.len());
        let (body, step) = columns::spread(self.rows.len(), area.height.saturating_sub(self.frame.height() + 1));
        let inner = self.frame.draw(area, body.saturating_add(1), buf, theme);
        // Without its legend a stack says nothing: there is room for it and for two rows, or a table.
        if inner.height < 3 && inner.height <= rows {
            return self.twin().draw_body(inner, false, buf, theme);
        }
        self.draw_legend(inner, columns, &counts, packing, buf, theme);
        let inner = Rect { y: inner.y + 1, height: inner.height - 1, ..inner };
        let window = Window::of(self.rows.len(), if step > 1 { rows } else { inner.height }, self.selected);
        for ((at, stack), y) in window.rows(&self.rows).zip((inner.y..inner.bottom()).step_by(step)) {
            let row = Rect { y, height: 1, ..inner };
            columns.write(buf, row, (&stack.label, &stack.total, ""), Role::Strong, theme);
            packing.draw(&self.legend, &stack.parts, columns.plot, y, buf, theme);
            counts.draw(&self.legend, &stack.parts, columns.figure_end, y, buf, theme);
            if self.selected == Some(at) {
                columns::select(buf, row, columns.label, theme);
            }
        }
        window.draw_more(inner, self.more, buf, theme);
    }

    /// The levels over the blocks (or, if they need more room, from the left edge), and their blocks over the counts.
    fn draw_legend(
        &self,
        row: Rect,
        columns: Columns,
        counts: &Counts,
        packing: Packing,
        buf: &mut Buffer,
        theme: &Theme,
    ) {
        let mut words: Vec<(String, Style)> = Vec::new();
        for level in &self.legend {
            words.push((level.block().to_string(), theme.style(level.role)));
            words.push((format!(" {}  ", level.name), theme.style(Role::Muted)));
        }
        if let Packing::Many(items) = packing {
            words.push((format!("▪ = {items}"), theme.style(Role::Faint)));
        }
        let spans: Vec<(&str, Style)> = words.iter().map(|(words, style)| (&**words, *style)).collect();
        let needs = spans.iter().fold(0u16, |sum, (words, _)| sum.saturating_add(text::cells(words)));
        let end = counts.end(columns.figure_end).saturating_sub(counts.width());
        let start = if columns.plot.saturating_add(needs) <= end + columns::GAP { columns.plot } else { row.x };
        draw::put_spans(buf, start, row.y, end.saturating_sub(start), &spans);
        for (level, right) in self.legend.iter().zip(counts.ends(columns.figure_end)) {
            draw::put_right(buf, right, row.y, 1, &level.block().to_string(), theme.style(level.role));
        }
    }
}

impl Level {
    /// The block of the level; one that is not one cell wide would shift the row.
    pub(super) fn block(&self) -> char {
        let mut bytes = [0; 4];
        if text::width(self.glyph.encode_utf8(&mut bytes)) == 1 { self.glyph } else { '█' }
    }
}
