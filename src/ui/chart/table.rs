//! The twin of a chart: the same figures as aligned rows.

use std::borrow::Cow;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::columns::{self, Window};
use super::{Frame, More, Plot};
use crate::ui::theme::{Role, Theme};
use crate::ui::{draw, text};

/// One row of a chart's table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line<'a> {
    /// What it is.
    pub label: Cow<'a, str>,
    /// The figure as it is written, with bound and unit.
    pub figure: Cow<'a, str>,
    /// What stands quietly behind the figure.
    pub note: Cow<'a, str>,
    /// The colour of the figure.
    pub role: Role,
}

impl<'a> Line<'a> {
    /// A figure with nothing behind it.
    pub fn new(label: impl Into<Cow<'a, str>>, figure: impl Into<Cow<'a, str>>) -> Self {
        Self { label: label.into(), figure: figure.into(), note: Cow::Borrowed(""), role: Role::Strong }
    }
}

/// The figures of a chart as a table.
#[derive(Clone, Default)]
pub struct ChartTable<'a> {
    /// Title, subtitle, source.
    pub frame: Frame<'a>,
    /// The rows, in the chart's order.
    pub rows: Cow<'a, [Line<'a>]>,
    /// Rows that follow these and were not given; they are counted as not shown.
    pub left_out: usize,
    /// Says how many rows did not fit.
    pub more: Option<More<'a>>,
    /// The row that is selected; it stays in sight.
    pub selected: Option<usize>,
}

impl ChartTable<'_> {
    /// Draws the rows without the frame; in a single row as many whole figures as it takes.
    pub(super) fn draw_body(&self, area: Rect, titled: bool, buf: &mut Buffer, theme: &Theme) {
        if area.is_empty() {
            return;
        }
        if area.height == 1 && (titled || self.rows.len() > 1) {
            self.draw_line(area, titled, buf, theme);
            return;
        }
        let window = Window::of(self.rows.len(), self.left_out, area.height, self.selected);
        let sight = columns::in_sight(&self.rows, area.height, self.selected);
        let figure = columns::widest(sight, |row| &row.figure).min(area.width);
        let label = columns::widest(sight, |row| &row.label);
        let label = label.min(area.width.saturating_sub(figure.saturating_add(columns::GAP)));
        let right = area.x + (label + columns::GAP).saturating_add(figure).min(area.width);
        let note = right.saturating_add(columns::GAP).min(area.right());
        for (row, y) in window.rows(&self.rows).zip(area.y..) {
            let (at, row) = row;
            let shown = text::fit_figure(&row.figure, usize::from(figure));
            // A short figure leaves its room to a long name.
            let room = (right - area.x).saturating_sub(text::cells(shown).saturating_add(columns::GAP));
            draw::put(buf, area.x, y, room, &row.label, theme.style(Role::Text));
            draw::put_right(buf, right, y, figure, shown, theme.style(row.role));
            // A note may hold figures too: it is not cut either.
            let words = text::fit_figure(&row.note, usize::from(area.right() - note));
            draw::put(buf, note, y, area.right() - note, words, theme.style(Role::Faint));
            if self.selected == Some(at) {
                columns::select(buf, Rect { y, height: 1, ..area }, label, theme);
            }
        }
        window.draw_more(area, self.more, buf, theme);
    }

    /// One row: label and figure, label and figure, as many as fit whole.
    fn draw_line(&self, area: Rect, titled: bool, buf: &mut Buffer, theme: &Theme) {
        let mut x = area.x;
        if titled && !self.frame.title.is_empty() {
            x += draw::put(buf, x, area.y, area.width, self.frame.title, theme.style(Role::Strong)) + columns::GAP;
        }
        for (at, row) in self.rows.iter().enumerate() {
            let gap = u16::from(!row.label.is_empty());
            let needs = text::cells(&row.label).saturating_add(gap).saturating_add(text::cells(&row.figure));
            let tail = if at + 1 < self.rows.len() || self.left_out > 0 { columns::GAP } else { 0 };
            if x.saturating_add(needs).saturating_add(tail) > area.right() {
                if x < area.right() {
                    draw::put(buf, x, area.y, 1, text::ellipsis(), theme.style(Role::Faint));
                }
                return;
            }
            x += draw::put(buf, x, area.y, needs, &row.label, theme.style(Role::Text)) + gap;
            x += draw::put(buf, x, area.y, needs, &row.figure, theme.style(row.role)) + columns::GAP;
        }
        if self.left_out > 0 && x < area.right() {
            draw::put(buf, x, area.y, 1, text::ellipsis(), theme.style(Role::Faint));
        }
    }
}

impl Plot for ChartTable<'_> {
    fn height(&self, _width: u16) -> u16 {
        self.frame.height().saturating_add(columns::natural(self.rows.len().saturating_add(self.left_out)))
    }

    fn draw(&self, area: Rect, buf: &mut Buffer, theme: &Theme) {
        let rows = columns::count(columns::listed(self.rows.len(), self.left_out));
        let inner = self.frame.draw(area, rows, rows, buf, theme);
        // The only row there is goes to the figures; the title leads them if there is no other row for it.
        self.draw_body(inner, area.height < 2, buf, theme);
    }

    fn twin(&self, _width: u16) -> Box<dyn Plot + '_> {
        Box::new(self.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::chart::testing;
    use proptest::prelude::*;

    fn line<'a>(label: &'a str, figure: &'a str, note: &'a str) -> Line<'a> {
        Line { note: note.into(), ..Line::new(label, figure) }
    }

    #[test]
    fn a_figure_is_whole_or_not_there() {
        let rows = vec![line("走访企业", "5.31万家次", "全市第1"), line("Training", "超6万人次", "")];
        let table = ChartTable { rows: rows.into(), ..ChartTable::default() };
        let shown = |width| testing::lines(width, 3, |area, buf, theme| table.draw(area, buf, theme));
        assert_eq!(shown(40), ["走访企业  5.31万家次  全市第1", "Training   超6万人次"]);
        assert_eq!(shown(16), ["走…   5.31万家次", "Trai…  超6万人次"]);
        assert_eq!(shown(9), ["走访…   …", "超6万人次"]);
    }

    proptest! {
        #[test]
        fn nothing_is_drawn_outside(
            rows in prop::collection::vec((testing::words(), testing::words(), testing::words()), 0..9),
            selected in prop::option::of(0usize..12),
            area in testing::areas(),
        ) {
            let rows: Vec<Line<'_>> = rows.iter().map(|(label, figure, note)| line(label, figure, note)).collect();
            let frame = Frame { title: "标题", subtitle: "", source: "来源" };
            let table = ChartTable { frame, rows: rows.into(), selected, ..ChartTable::default() };
            testing::check_bounds(area, |area, buf, theme| table.draw(area, buf, theme))?;
        }
    }
}
