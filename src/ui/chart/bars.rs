//! Ranked horizontal bars, from one zero.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::columns;
use super::{ChartTable, Frame, Line, Mark, More};
use crate::domain::Decimal;
use crate::ui::theme::{Role, Theme};

/// One value of one unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bar {
    /// What it is.
    pub label: String,
    /// The exact value, which the length follows; none where there is none, which draws no bar and not a short one.
    pub value: Option<Decimal>,
    /// The figure as it is written, with bound and unit; for a missing value, the words that say so.
    pub figure: String,
    /// How the source qualifies the value.
    pub mark: Mark,
    /// The colour of the bar.
    pub role: Role,
    /// What stands quietly behind the figure, such as a rank; left out first where there is little room.
    pub note: String,
}

/// Bars of values of one unit, in the caller's order: label, bar, figure, note.
#[derive(Clone, Default)]
pub struct Bars<'a> {
    /// Title, subtitle, source.
    pub frame: Frame<'a>,
    /// The bars.
    pub rows: Vec<Bar>,
    /// Says how many rows did not fit; without it the last row says `+12`.
    pub more: Option<More<'a>>,
    /// The row that is selected; it stays in sight.
    pub selected: Option<usize>,
}

impl<'a> Bars<'a> {
    /// The rows that the chart takes with everything in it, a row a bar. Nearly twice as many give it air.
    pub fn height(&self, _width: u16) -> u16 {
        self.frame.height().saturating_add(columns::count(self.rows.len()))
    }

    /// The same figures as a table.
    pub fn twin(&self) -> ChartTable<'a> {
        let line = |bar: &Bar| Line {
            label: bar.label.clone(),
            figure: bar.figure.clone(),
            note: bar.note.clone(),
            role: if bar.value.is_some() { Role::Strong } else { Role::Unknown },
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
