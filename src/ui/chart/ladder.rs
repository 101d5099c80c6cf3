//! Ranks as places on a ladder, the first place at the left. A rank is no length: nothing grows from zero here.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::columns::{self, Columns, Window};
use super::track::Track;
use super::{ChartTable, Frame, Line, More};
use crate::ui::draw;
use crate::ui::theme::{Role, Theme};

/// Rows that are worth more than the scale.
const FEW: u16 = 3;

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
        let area = area.intersection(buf.area);
        let Some((columns, track)) = self.layout(area).filter(|_| area.height > 1) else {
            return self.twin().draw(area, buf, theme);
        };
        let rows = columns::count(self.rungs.len());
        let mut inner = self.frame.draw(area, rows.saturating_add(1), buf, theme);
        if inner.height < 2 && rows > 1 {
            return self.twin().draw_body(inner, false, buf, theme);
        }
        // Every place shows its number, so that the scale can go before any row does.
        if inner.height > rows.min(FEW) && inner.height != rows {
            track.draw_scale(inner.y, buf, theme);
            inner = Rect { y: inner.y + 1, height: inner.height - 1, ..inner };
        }
        let window = Window::of(self.rungs.len(), inner.height, self.selected);
        for ((at, rung), y) in window.rows(&self.rungs).zip(inner.y..) {
            let row = Rect { y, height: 1, ..inner };
            draw::put(buf, row.x, y, columns.label, &rung.label, theme.style(Role::Text));
            track.draw_rung(rung, y, buf, theme);
            draw::put(buf, track.end() + columns::GAP, y, columns.figure, &rung.text, theme.style(Role::Strong));
            if self.selected == Some(at) {
                columns::select(buf, row, columns.label, theme);
            }
        }
        window.draw_more(inner, self.more, buf, theme);
    }

    /// The columns, and the track in the place of the plot: with the ends of the ladders if there is room for them.
    fn layout(&self, area: Rect) -> Option<(Columns, Track)> {
        let words = || self.rungs.iter().map(|rung| (&*rung.label, &*rung.text, ""));
        [true, false].into_iter().find_map(|ends| {
            let least = Track::of(&self.rungs, 0, 0, ends).least();
            let columns = Columns::of(area, words(), least)?;
            Some((columns, Track::of(&self.rungs, columns.plot, columns.plot_width, ends)))
        })
    }
}
