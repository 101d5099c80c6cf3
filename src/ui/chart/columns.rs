//! The columns that all charts share: label, plot, figure; and which rows are in sight.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::More;
use crate::ui::draw;
use crate::ui::text;
use crate::ui::theme::{Role, Theme};

/// Blank cells between columns.
pub(super) const GAP: u16 = 2;

/// Labels may shrink to this before a plot is given up.
const SHORT_LABEL: u16 = 8;

/// The most rows that a chart asks for on a page; the last of them says how many there are besides.
pub const LONGEST: u16 = 40;

/// A number of rows as a coordinate.
pub(super) fn count(rows: usize) -> u16 {
    u16::try_from(rows).unwrap_or(u16::MAX)
}

/// The rows that a chart of so many asks for.
pub(super) fn natural(rows: usize) -> u16 {
    count(rows).min(LONGEST)
}

/// The rows that a list takes where all of it has room: where rows follow that were not given, one more counts them. A list
/// of the longest there are gives it its last.
pub(super) fn listed(rows: usize, left_out: usize) -> usize {
    rows + usize::from(left_out > 0 && rows < usize::from(LONGEST))
}

/// The cells of the widest text of some rows.
pub(super) fn widest<T>(rows: &[T], text_of: impl Fn(&T) -> &str) -> u16 {
    rows.iter().map(|row| text::cells(text_of(row))).max().unwrap_or(0)
}

/// The rows of a list that can be in sight in an area of this height: only they need to be measured.
pub(super) fn in_sight<T>(rows: &[T], height: u16, selected: Option<usize>) -> &[T] {
    let Window { start, shown, .. } = Window::of(rows.len(), 0, height, selected);
    rows.get(start..start.saturating_add(shown)).unwrap_or_default()
}

/// The rows that `rows` bars take with a blank row between them, if there is room for that; bars that touch are hard to
/// tell apart from afar. `room` is what the frame and the scale leave. A single bar is like those that touch: charts above
/// each other have bars of one weight.
pub(super) fn spread(rows: usize, room: u16) -> (u16, usize) {
    let airy = count(rows.saturating_mul(2).saturating_sub(1));
    if rows > 1 && airy <= room { (airy, 2) } else { (count(rows), 1) }
}

/// Where the columns of a chart stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Columns {
    /// The width of the labels, from the left edge.
    pub(super) label: u16,
    /// The first column of the plot.
    pub(super) plot: u16,
    /// The width of the plot.
    pub(super) plot_width: u16,
    /// The column behind the figures, which end there.
    pub(super) figure_end: u16,
    /// The width of the figures.
    pub(super) figure: u16,
}

impl Columns {
    /// Shares out a width; `None` where less than `least` cells would be left for the plot.
    pub(super) fn of<'r>(area: Rect, rows: impl Iterator<Item = (&'r str, &'r str)>, least: u16) -> Option<Self> {
        let (mut label, mut figure) = (0, 0);
        for (of_label, of_figure) in rows {
            label = text::cells(of_label).max(label);
            figure = text::cells(of_figure).max(figure);
        }
        Self::shared(area, label, figure, least)
    }

    /// The same for widths that are known.
    pub(super) fn shared(area: Rect, label: u16, figure: u16, least: u16) -> Option<Self> {
        let mut label = label.min(part(area.width, 40));
        let gap = |width: u16| if width > 0 { width.saturating_add(GAP) } else { 0 };
        let left_over = |label: u16| area.width.checked_sub(gap(label))?.checked_sub(gap(figure));
        if left_over(label).is_none_or(|plot| plot < least) {
            let free = area.width.saturating_sub(gap(figure)).saturating_sub(GAP.saturating_add(least));
            label = free.max(SHORT_LABEL.min(label)).min(label);
        }
        let plot_width = left_over(label).filter(|plot| *plot >= least)?;
        let plot = area.x.saturating_add(gap(label));
        let figure_end = plot.saturating_add(plot_width).saturating_add(gap(figure));
        Some(Self { label, plot, plot_width, figure_end, figure })
    }

    /// Writes label and figure of a row.
    pub(super) fn write(&self, buf: &mut Buffer, row: Rect, words: (&str, &str), role: Role, theme: &Theme) {
        let (label, figure) = words;
        draw::put(buf, row.x, row.y, self.label, label, theme.style(Role::Text));
        let shown = text::fit_figure(figure, usize::from(self.figure));
        draw::put_right(buf, self.figure_end, row.y, self.figure, shown, theme.style(role));
    }
}

/// So many hundredths of a width.
pub(super) fn part(width: u16, hundredths: u32) -> u16 {
    u16::try_from(u32::from(width) * hundredths / 100).unwrap_or(u16::MAX)
}

/// The rows of a list that are in sight.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Window {
    start: usize,
    shown: usize,
    hidden: usize,
}

impl Window {
    /// The rows in sight when `room` rows are free, `left_out` more being somewhere else; where not all are in sight, the
    /// last row is kept for saying so.
    pub(super) fn of(rows: usize, left_out: usize, room: u16, selected: Option<usize>) -> Self {
        let room = usize::from(room);
        if left_out == 0 && rows <= room {
            return Self { start: 0, shown: rows, hidden: 0 };
        }
        let shown = room.saturating_sub(1).min(rows);
        let wanted = selected.unwrap_or(0).min(rows.saturating_sub(1));
        let start = (wanted + 1).saturating_sub(shown).min(rows - shown);
        Self { start, shown, hidden: (rows - shown).saturating_add(left_out) }
    }

    /// The rows in sight, each with its place in the whole list.
    pub(super) fn rows<T>(self, all: &[T]) -> impl Iterator<Item = (usize, &T)> {
        all.iter().enumerate().skip(self.start).take(self.shown)
    }

    /// Says in the last row how many are out of sight.
    pub(super) fn draw_more(self, area: Rect, more: Option<More>, buf: &mut Buffer, theme: &Theme) {
        if self.hidden == 0 || area.height == 0 {
            return;
        }
        let words = more.map_or_else(|| format!("+{}", self.hidden), |say| say(self.hidden));
        draw::put(buf, area.x, area.bottom() - 1, area.width, &words, theme.style(Role::Faint));
    }
}

/// Shows that a row is selected: by its ground, or without colours by reversing its label (a reversed bar would show what
/// is missing as what is there).
pub(super) fn select(buf: &mut Buffer, row: Rect, label: u16, theme: &Theme) {
    let style = theme.style(Role::Selected);
    if let Some(ground) = style.bg {
        draw::lay(buf, row, Style::new().bg(ground));
    } else {
        draw::lay(buf, Rect { width: label.min(row.width), ..row }, style);
    }
}
