//! The columns that all charts share: label, plot, figure, note; and which rows are in sight.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::More;
use crate::ui::draw;
use crate::ui::text;
use crate::ui::theme::{Role, Theme};

/// Blank cells between columns.
pub(super) const GAP: u16 = 2;

/// A plot narrower than this gives up the notes first.
const ROOMY: u16 = 20;

/// Labels may shrink to this before a plot is given up.
const SHORT_LABEL: u16 = 8;

/// A number of rows as a coordinate.
pub(super) fn count(rows: usize) -> u16 {
    u16::try_from(rows).unwrap_or(u16::MAX)
}

/// The rows that `rows` bars take with a blank row between them, if there is room for that; bars that touch are hard to
/// tell apart from afar. `room` is what the frame and the scale leave.
pub(super) fn spread(rows: usize, room: u16) -> (u16, usize) {
    let airy = count(rows.saturating_mul(2).saturating_sub(1));
    if airy <= room { (airy, 2) } else { (count(rows), 1) }
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
    /// The first column of the notes.
    pub(super) note: u16,
    /// The width of the notes; 0 where there is no room for them.
    pub(super) note_width: u16,
}

impl Columns {
    /// Shares out a width; `None` where less than `least` cells would be left for the plot.
    pub(super) fn of<'r>(
        area: Rect,
        rows: impl Iterator<Item = (&'r str, &'r str, &'r str)>,
        least: u16,
    ) -> Option<Self> {
        let (mut label, mut figure, mut note_width) = (0, 0, 0);
        for (of_label, of_figure, of_note) in rows {
            label = text::cells(of_label).max(label);
            figure = text::cells(of_figure).max(figure);
            note_width = text::cells(of_note).max(note_width);
        }
        label = label.min(u16::try_from(u32::from(area.width) * 2 / 5).unwrap_or(u16::MAX));
        let gap = |width: u16| if width > 0 { width.saturating_add(GAP) } else { 0 };
        let left_over = |label: u16, note: u16| {
            area.width.checked_sub(gap(label))?.checked_sub(gap(figure))?.checked_sub(gap(note))
        };
        if left_over(label, note_width).is_none_or(|plot| plot < ROOMY) {
            note_width = 0;
        }
        if left_over(label, 0).is_none_or(|plot| plot < least) {
            label = area
                .width
                .saturating_sub(gap(figure))
                .saturating_sub(GAP + least)
                .max(SHORT_LABEL.min(label))
                .min(label);
        }
        let plot_width = left_over(label, note_width).filter(|plot| *plot >= least)?;
        let plot = area.x + gap(label);
        let figure_end = plot + plot_width + gap(figure);
        Some(Self { label, plot, plot_width, figure_end, figure, note: figure_end + GAP, note_width })
    }

    /// Writes label, figure and note of a row.
    pub(super) fn write(&self, buf: &mut Buffer, row: Rect, words: (&str, &str, &str), role: Role, theme: &Theme) {
        let (label, figure, note) = words;
        draw::put(buf, row.x, row.y, self.label, label, theme.style(Role::Text));
        let shown = text::fit_figure(figure, usize::from(self.figure));
        draw::put_right(buf, self.figure_end, row.y, self.figure, shown, theme.style(role));
        if self.note_width > 0 {
            draw::put(buf, self.note, row.y, self.note_width, note, theme.style(Role::Faint));
        }
    }
}

/// The rows of a list that are in sight.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Window {
    start: usize,
    shown: usize,
    hidden: usize,
}

impl Window {
    /// The rows in sight when `room` rows are free; where not all fit, the last of them is kept for saying so.
    pub(super) fn of(rows: usize, room: u16, selected: Option<usize>) -> Self {
        let room = usize::from(room);
        if rows <= room {
            return Self { start: 0, shown: rows, hidden: 0 };
        }
        let shown = room.saturating_sub(1);
        let wanted = selected.unwrap_or(0).min(rows - 1);
        let start = (wanted + 1).saturating_sub(shown).min(rows - shown);
        Self { start, shown, hidden: rows - shown }
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
