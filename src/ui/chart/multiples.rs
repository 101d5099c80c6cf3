//! Several charts beside and under each other, each with its own unit and its own scale.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{More, Plot, columns};
use crate::ui::draw;
use crate::ui::theme::{Role, Theme};

/// Rows below which a panel is rather left out than squeezed.
const LEAST: u16 = 4;

/// Panels in an even grid. A panel is any chart: its frame says what it shows and in which unit, its scale is its own and
/// says nothing about its neighbours'. All panels of a row are equally high, so that their titles and axes line up.
#[derive(Clone, Default)]
pub struct Multiples<'a, P> {
    /// The panels, in reading order.
    pub panels: P,
    /// The width that a panel has at least, as long as there is more than one in a row.
    pub least: u16,
    /// Says how many panels did not fit; without it the last row says `+2`.
    pub more: Option<More<'a>>,
}

impl<'a, P: AsRef<[Box<dyn Plot + 'a>]>> Multiples<'a, P> {
    fn grid(&self) -> Grid<'_> {
        let panels = self.panels.as_ref().iter().map(|panel| &**panel as &dyn Plot).collect();
        Grid { panels, least: self.least, more: self.more }
    }
}

impl<'a, P: AsRef<[Box<dyn Plot + 'a>]>> Plot for Multiples<'a, P> {
    fn height(&self, width: u16) -> u16 {
        self.grid().height(width)
    }

    fn draw(&self, area: Rect, buf: &mut Buffer, theme: &Theme) {
        self.grid().draw(area, buf, theme);
    }

    /// The tables of all panels under each other.
    fn twin(&self, width: u16) -> Box<dyn Plot + '_> {
        let panels: Vec<Box<dyn Plot + '_>> = self.panels.as_ref().iter().map(|panel| panel.twin(width)).collect();
        Box::new(Multiples { panels, least: u16::MAX, more: self.more })
    }
}

/// The panels of a row, and its height.
type Row<'r> = (&'r [&'r dyn Plot], u16);

/// Plots in rows of the same number, the last row possibly shorter.
struct Grid<'a> {
    panels: Vec<&'a dyn Plot>,
    least: u16,
    more: Option<More<'a>>,
}

impl Grid<'_> {
    /// How many panels stand in a row: as many as have their width, shared out evenly over the rows that this takes.
    fn across(&self, width: u16) -> usize {
        let most = width.saturating_add(columns::GAP) / self.least.saturating_add(columns::GAP).max(1);
        let rows = self.panels.len().div_ceil(usize::from(most.max(1)));
        self.panels.len().div_ceil(rows.max(1)).max(1)
    }

    /// The panels in rows, the width of each, and the height of each row.
    fn rows(&self, width: u16) -> (u16, Vec<Row<'_>>) {
        let across = columns::count(self.across(width)).max(1);
        let each = width.saturating_sub((across - 1).saturating_mul(columns::GAP)) / across;
        let height = |row: &[&dyn Plot]| row.iter().map(|panel| panel.height(each)).max().unwrap_or(0);
        (each, self.panels.chunks(usize::from(across)).map(|row| (row, height(row))).collect())
    }

    /// The rows that the panels take, with a blank one between them.
    fn height(&self, width: u16) -> u16 {
        let (_, rows) = self.rows(width);
        let gaps = columns::count(rows.len().saturating_sub(1));
        rows.iter().fold(gaps, |sum, (_, height)| sum.saturating_add(*height))
    }

    /// The heights of the rows that are shown in so many rows of cells, and how many panels are not.
    fn sight(&self, rows: &[Row<'_>], room: u16) -> (Vec<u16>, usize) {
        let (mut heights, mut left, mut free) = (Vec::new(), self.panels.len(), room);
        for (row, height) in rows {
            let shown = free.min(*height);
            let enough = if heights.is_empty() { shown > 0 } else { shown >= LEAST.min(*height) };
            if !enough {
                break;
            }
            heights.push(shown);
            left = left.saturating_sub(row.len());
            free = free.saturating_sub(shown.saturating_add(1));
        }
        (heights, left)
    }

    fn draw(&self, area: Rect, buf: &mut Buffer, theme: &Theme) {
        let area = area.intersection(buf.area);
        if area.is_empty() {
            return;
        }
        let (width, rows) = self.rows(area.width);
        let all = self.sight(&rows, area.height);
        // Where not all are in sight, the last row is kept for saying so.
        let (heights, left) = if all.1 == 0 { all } else { self.sight(&rows, area.height - 1) };
        let mut y = area.y;
        for ((row, _), height) in rows.iter().zip(heights) {
            let step = usize::from(width.saturating_add(columns::GAP));
            for (panel, x) in row.iter().zip((area.x..area.right()).step_by(step)) {
                panel.draw(Rect { x, y, width, height }, buf, theme);
            }
            y = y.saturating_add(height).saturating_add(1);
        }
        if left > 0 {
            let words = self.more.map_or_else(|| format!("+{left}"), |say| say(left));
            draw::put(buf, area.x, area.bottom() - 1, area.width, &words, theme.style(Role::Faint));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::chart::{ChartTable, Frame, Line, testing};
    use proptest::prelude::*;

    /// A panel that fills its room with its letter, so that it can be seen where it is.
    struct Filled(&'static str, u16);

    impl Plot for Filled {
        fn height(&self, _width: u16) -> u16 {
            self.1
        }

        fn draw(&self, area: Rect, buf: &mut Buffer, _theme: &Theme) {
            testing::fill(buf, area.intersection(buf.area), self.0);
        }

        fn twin(&self, _width: u16) -> Box<dyn Plot + '_> {
            let frame = Frame { title: self.0, ..Frame::default() };
            Box::new(ChartTable { frame, rows: vec![Line::new(self.0, "1")].into(), ..ChartTable::default() })
        }
    }

    fn panels(heights: &[u16]) -> Vec<Box<dyn Plot>> {
        let letters = ["a", "b", "c", "d", "e"];
        letters.into_iter().zip(heights).map(|(letter, height)| Box::new(Filled(letter, *height)) as _).collect()
    }

    fn shown(heights: &[u16], least: u16, width: u16, height: u16) -> Vec<String> {
        let panels = panels(heights);
        let chart = Multiples { panels: &panels, least, more: None };
        testing::lines(width, height, |area, buf, theme| chart.draw(area, buf, theme))
    }

    #[test]
    fn panels_stand_in_an_even_grid() {
        assert_eq!(shown(&[2, 1, 1, 1], 4, 16, 4), ["aaaaaaa  bbbbbbb", "aaaaaaa  bbbbbbb", "", "ccccccc  ddddddd"]);
        assert_eq!(shown(&[1, 1, 1, 1, 1], 4, 10, 9), ["aaaa  bbbb", "", "cccc  dddd", "", "eeee"]);
        assert_eq!(shown(&[1, 1], 30, 10, 9), ["aaaaaaaaaa", "", "bbbbbbbbbb"]);
    }

    #[test]
    fn panels_that_do_not_fit_are_counted() {
        assert_eq!(
            shown(&[3, 3, 3, 3, 3], 4, 10, 8),
            ["aaaa  bbbb", "aaaa  bbbb", "aaaa  bbbb", "", "cccc  dddd", "cccc  dddd", "cccc  dddd", "+1"]
        );
        assert_eq!(shown(&[3, 3], 9, 10, 3), ["aaaaaaaaaa", "aaaaaaaaaa", "+1"]);
    }

    #[test]
    fn a_row_is_rather_lower_than_left_out() {
        assert_eq!(
            shown(&[2, 6], 9, 10, 7),
            ["aaaaaaaaaa", "aaaaaaaaaa", "", "bbbbbbbbbb", "bbbbbbbbbb", "bbbbbbbbbb", "bbbbbbbbbb"]
        );
    }

    #[test]
    fn the_twin_is_the_tables_under_each_other() {
        let panels = panels(&[1, 1]);
        let chart = Multiples { panels: &panels, least: 4, more: None };
        let twin = chart.twin(10);
        assert_eq!(twin.height(10), 5);
        assert_eq!(
            testing::lines(10, 5, |area, buf, theme| twin.draw(area, buf, theme)),
            ["a ────────", "a  1", "", "b ────────", "b  1"]
        );
    }

    proptest! {
        #[test]
        fn nothing_is_drawn_outside(
            heights in prop::collection::vec(0u16..9, 0..6),
            least in 0u16..90,
            area in testing::areas(),
        ) {
            let panels = panels(&heights);
            let chart = Multiples { panels: &panels, least, more: None };
            testing::check_bounds(area, |area, buf, theme| chart.draw(area, buf, theme))?;
            testing::check_bounds(area, |area, buf, theme| chart.twin(area.width).draw(area, buf, theme))?;
        }

        #[test]
        fn in_the_height_it_asks_for_everything_fits(heights in prop::collection::vec(1u16..9, 1..6), least in 1u16..90, width in 8u16..90) {
            let lines = shown(&heights, least, width, {
                let panels = panels(&heights);
                Multiples { panels: &panels, least, more: None }.height(width)
            });
            for letter in ["a", "b", "c", "d", "e"].iter().take(heights.len()) {
                prop_assert!(lines.iter().any(|line| line.contains(letter)));
            }
        }
    }
}
