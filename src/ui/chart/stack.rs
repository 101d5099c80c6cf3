//! Small counts by level, an item a block, all rows on one scale.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::columns;
use super::{ChartTable, Frame, Line, More};
use crate::ui::theme::{Role, Theme};

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
        self.twin().draw(area, buf, theme);
    }
}
