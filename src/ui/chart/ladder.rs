//! Ranks as places on a ladder, the first place at the left. A rank is no length: nothing grows from zero here.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::columns;
use super::{ChartTable, Frame, Line, More};
use crate::ui::theme::{Role, Theme};

/// One rank.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rung {
    /// What was ranked.
    pub label: String,
    /// The place, 1 being the best.
    pub position: u32,
    /// How many were compared.
    pub of: Option<u32>,
    /// That the source says "among the top": this place or a better one.
    pub at_most: bool,
    /// The rank as it is written: `全国第2 / 100`.
    pub text: String,
    /// The colour of the place.
    pub role: Role,
}

/// Ranks on one common scale.
#[derive(Clone, Default)]
pub struct Ladder<'a> {
    /// Title, subtitle, source.
    pub frame: Frame<'a>,
    /// The ranks, one a row.
    pub rungs: Vec<Rung>,
    /// Says how many rows did not fit; without it the last row says `+12`.
    pub more: Option<More<'a>>,
    /// The row that is selected; it stays in sight.
    pub selected: Option<usize>,
}

impl<'a> Ladder<'a> {
    /// The rows that the chart takes with everything in it: the scale, and a row a rank.
    pub fn height(&self, _width: u16) -> u16 {
        self.frame.height().saturating_add(1).saturating_add(columns::count(self.rungs.len()))
    }

    /// The same figures as a table.
    pub fn twin(&self) -> ChartTable<'a> {
        let line = |rung: &Rung| Line {
            label: rung.label.clone(),
            figure: rung.text.clone(),
            note: String::new(),
            role: Role::Strong,
        };
        ChartTable {
            frame: self.frame,
            rows: self.rungs.iter().map(line).collect(),
            more: self.more,
            selected: self.selected,
        }
    }

    /// Draws the chart into an area of any size.
    pub fn draw(&self, area: Rect, buf: &mut Buffer, theme: &Theme) {
        self.twin().draw(area, buf, theme);
    }
}
