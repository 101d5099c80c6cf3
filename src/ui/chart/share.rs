//! Shares of a whole: every row's track is the whole 100 %.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::columns;
use super::{ChartTable, Frame, Line, Mark, More};
use crate::domain::Decimal;
use crate::ui::theme::{Role, Theme};

/// One share.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Share {
    /// Share of what.
    pub label: String,
    /// The exact part of 1; none where there is none, which draws no bar and not an empty one.
    pub fraction: Option<Decimal>,
    /// The figure as it is written: `超77%`.
    pub figure: String,
    /// How the source qualifies the value.
    pub mark: Mark,
    /// The colour of the part.
    pub role: Role,
}

/// Shares on one common axis from 0 to 100 %.
#[derive(Clone, Default)]
pub struct Shares<'a> {
    /// Title, subtitle, source.
    pub frame: Frame<'a>,
    /// The shares, one a row.
    pub rows: Vec<Share>,
    /// Says how many rows did not fit; without it the last row says `+12`.
    pub more: Option<More<'a>>,
    /// The row that is selected; it stays in sight.
    pub selected: Option<usize>,
}

impl<'a> Shares<'a> {
    /// The rows that the chart takes with everything in it: a row a share, and the scale.
    pub fn height(&self, _width: u16) -> u16 {
        self.frame.height().saturating_add(1).saturating_add(columns::count(self.rows.len()))
    }

    /// The same figures as a table.
    pub fn twin(&self) -> ChartTable<'a> {
        let line = |share: &Share| Line {
            label: share.label.clone(),
            figure: share.figure.clone(),
            note: String::new(),
            role: if share.fraction.is_some() { Role::Strong } else { Role::Unknown },
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
