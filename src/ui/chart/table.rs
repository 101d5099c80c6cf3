//! The twin of a chart: the same figures as aligned rows.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::columns::{self, Window};
use super::{Frame, More};
use crate::ui::theme::{Role, Theme};
use crate::ui::{draw, text};

/// One row of a chart's table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// What it is.
    pub label: String,
    /// The figure as it is written, with bound and unit.
    pub figure: String,
    /// What stands quietly behind the figure.
    pub note: String,
    /// The colour of the figure.
    pub role: Role,
}

/// The figures of a chart as a table.
#[derive(Clone, Default)]
pub struct ChartTable<'a> {
    /// Title, subtitle, source.
    pub frame: Frame<'a>,
    /// The rows, in the chart's order.
    pub rows: Vec<Line>,
    /// Says how many rows did not fit.
    pub more: Option<More<'a>>,
    /// The row that is selected; it stays in sight.
    pub selected: Option<usize>,
}

impl ChartTable<'_> {
    /// The rows that the table takes with everything in it.
    pub fn height(&self, _width: u16) -> u16 {
        self.frame.height().saturating_add(columns::count(self.rows.len()))
    }

    /// Draws the table into an area of any size.
    pub fn draw(&self, area: Rect, buf: &mut Buffer, theme: &Theme) {
        let rows = columns::count(self.rows.len());
        let inner = self.frame.draw(area, rows, rows, buf, theme);
        // The only row there is goes to the figures; the title leads them if there is no other row for it.
        self.draw_body(inner, area.height < 2, buf, theme);
    }

    /// Draws the rows without the frame; in a single row as many whole figures as it takes.
    pub(super) fn draw_body(&self, area: Rect, titled: bool, buf: &mut Buffer, theme: &Theme) {
        if area.is_empty() {
            return;
        }
        if area.height == 1 && (titled || self.rows.len() > 1) {
            self.draw_line(area, titled, buf, theme);
            return;
        }
        let window = Window::of(self.rows.len(), area.height, self.selected);
        let widest =
            |measure: fn(&Line) -> &str| self.rows.iter().map(|row| text::cells(measure(row))).max().unwrap_or(0);
        let figure = widest(|row| &row.figure).min(area.width);
        let label = widest(|row| &row.label).min(area.width.saturating_sub(figure + columns::GAP));
        let right = area.x + (label + columns::GAP + figure).min(area.width);
        let note = (right + columns::GAP).min(area.right());
        for (row, y) in window.rows(&self.rows).zip(area.y..) {
            let (at, row) = row;
            draw::put(buf, area.x, y, label, &row.label, theme.style(Role::Text));
            let shown = text::fit_figure(&row.figure, usize::from(figure));
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
            let tail = if at + 1 < self.rows.len() { columns::GAP } else { 0 };
            if x.saturating_add(needs).saturating_add(tail) > area.right() {
                if x < area.right() {
                    draw::put(buf, x, area.y, 1, text::ELLIPSIS, theme.style(Role::Faint));
                }
                return;
            }
            x += draw::put(buf, x, area.y, needs, &row.label, theme.style(Role::Text)) + gap;
            x += draw::put(buf, x, area.y, needs, &row.figure, theme.style(row.role)) + columns::GAP;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::chart::testing;
    use proptest::prelude::*;

    fn line(label: &str, figure: &str, note: &str) -> Line {
        Line { label: label.to_owned(), figure: figure.to_owned(), note: note.to_owned(), role: Role::Strong }
    }

    #[test]
    fn a_figure_is_whole_or_not_there() {
        let rows = vec![line("走访企业", "5.31万家次", "全市第1"), line("Training", "超6万人次", "")];
        let table = ChartTable { rows, ..ChartTable::default() };
        let shown = |width| testing::lines(width, 3, |area, buf, theme| table.draw(area, buf, theme));
        assert_eq!(shown(40), ["走访企业  5.31万家次  全市第1", "Training   超6万人次"]);
        assert_eq!(shown(16), ["走…   5.31万家次", "Tra…   超6万人次"]);
        assert_eq!(shown(9), ["        …", "超6万人次"]);
    }

    proptest! {
        #[test]
        fn nothing_is_drawn_outside(
            rows in prop::collection::vec((testing::words(), testing::words(), testing::words()), 0..9),
            selected in prop::option::of(0usize..12),
            area in testing::areas(),
        ) {
            let rows: Vec<Line> = rows.iter().map(|(label, figure, note)| line(label, figure, note)).collect();
            let frame = Frame { title: "标题", subtitle: "", source: "来源" };
            let table = ChartTable { frame, rows, more: None, selected };
            testing::check_bounds(area, |area, buf, theme| table.draw(area, buf, theme))?;
        }
    }
}
