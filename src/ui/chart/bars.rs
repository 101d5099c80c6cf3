//! Ranked horizontal bars, from one zero.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use rust_decimal::prelude::ToPrimitive;

use super::columns::{self, Columns, Window};
use super::scale::{self, Fill, Length, Weight};
use super::{ChartTable, Frame, Line, Mark, More, Plot};
use crate::domain::Decimal;
use crate::model::Markers;
use crate::ui::draw;
use crate::ui::theme::{Role, Theme};

/// Below this width there is a table.
const NARROW: u16 = 36;

/// The shortest that the longest bar may be.
const LEAST: u16 = 4;

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
    /// What stands quietly behind the figure: the share that it is of the whole. Left out where it has no room.
    pub note: String,
    /// What the bar is filled with.
    pub fill: Fill,
}

/// Bars of values of one unit, in the caller's order: label, bar, figure.
#[derive(Clone, Default)]
pub struct Bars<'a> {
    /// Title, subtitle, source.
    pub frame: Frame<'a>,
    /// The bars.
    pub rows: &'a [Bar],
    /// Rows that follow these and were not given; they are counted as not shown.
    pub left_out: usize,
    /// Says how many rows did not fit; without it the last row says `+12`.
    pub more: Option<More<'a>>,
    /// The row that is selected; it stays in sight.
    pub selected: Option<usize>,
}

impl<'a> Bars<'a> {
    /// The same figures as a table.
    pub fn table(&self) -> ChartTable<'a> {
        let line = |bar: &'a Bar| {
            let role = if bar.value.is_some() { Role::Strong } else { Role::Unknown };
            Line { role, note: (&*bar.note).into(), ..Line::new(&bar.label, &bar.figure) }
        };
        ChartTable {
            frame: self.frame,
            rows: self.rows.iter().map(line).collect(),
            left_out: self.left_out,
            more: self.more,
            selected: self.selected,
        }
    }

    /// The columns of labels, bars and figures, the axis, and the cells that the notes take behind the figures, which go
    /// first where room is short. `None` where there is no room for bars.
    fn layout(&self, area: Rect) -> Option<(Columns, Axis, u16)> {
        let sight = columns::in_sight(self.rows, area.height, self.selected);
        let widest = columns::widest(sight, |bar| &bar.note);
        let notes = if widest > 0 { widest.saturating_add(columns::GAP) } else { 0 };
        [notes, 0].into_iter().find_map(|notes| {
            let width = area.width.checked_sub(notes).filter(|width| *width >= NARROW)?;
            let words = sight.iter().map(|bar| (&*bar.label, &*bar.figure));
            let columns = Columns::of(Rect { width, ..area }, words, LEAST)?;
            let axis = Axis::of(self.rows, columns.plot, columns.plot_width)?;
            Some((columns, axis, notes))
        })
    }
}

impl Plot for Bars<'_> {
    fn height(&self, _width: u16) -> u16 {
        self.frame.height().saturating_add(columns::natural(self.rows.len().saturating_add(self.left_out)))
    }

    fn draw(&self, area: Rect, buf: &mut Buffer, theme: &Theme) {
        let area = area.intersection(buf.area);
        let Some((columns, axis, notes)) = self.layout(area) else {
            return self.table().draw(area, buf, theme);
        };
        let listed = columns::listed(self.rows.len(), self.left_out);
        let (body, step) = columns::spread(listed, area.height.saturating_sub(self.frame.height()));
        if area.height < 2 {
            return self.table().draw(area, buf, theme);
        }
        let inner = self.frame.draw(area, body, body, buf, theme);
        if inner.height < 2 && self.rows.len() > 1 {
            return self.table().draw_body(inner, false, buf, theme);
        }
        axis.draw(Rect { height: inner.height.min(body), ..inner }, buf, theme);
        let room = if step > 1 { columns::count(listed) } else { inner.height };
        let window = Window::of(self.rows.len(), self.left_out, room, self.selected);
        for ((at, bar), y) in window.rows(self.rows).zip((inner.y..inner.bottom()).step_by(step)) {
            let row = Rect { y, height: 1, ..inner };
            let role = if bar.value.is_some() { Role::Strong } else { Role::Unknown };
            columns.write(buf, row, (&bar.label, &bar.figure), role, theme);
            axis.draw_bar(bar, y, Weight::at(step, theme.markers()), buf, theme);
            draw::put_right(
                buf,
                columns.figure_end.saturating_add(notes),
                y,
                notes,
                &bar.note,
                theme.style(Role::Muted),
            );
            if self.selected == Some(at) {
                columns::select(buf, row, columns.label, theme);
            }
        }
        window.draw_more(inner, self.more, buf, theme);
    }

    fn twin(&self, _width: u16) -> Box<dyn Plot + '_> {
        Box::new(self.table())
    }
}

/// Where zero is, and how long the longest bar may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Axis {
    /// The column that positive bars start in; negative ones end before the zero line at its left.
    zero: u16,
    /// Whether there are negative values, and so a line at zero.
    signed: bool,
    /// The largest value without its sign.
    full: Decimal,
    /// The cells that it takes.
    cells: u16,
}

impl Axis {
    /// The axis for these values; `None` where the longest bar would be too short to say anything.
    fn of(rows: &[Bar], x: u16, width: u16) -> Option<Self> {
        let values = || rows.iter().filter_map(|bar| bar.value.map(|value| (value, bar.mark)));
        let top = values().map(|(value, _)| value).max().unwrap_or_default().max(Decimal::ZERO);
        let low = values().map(|(value, _)| value).min().unwrap_or_default().min(Decimal::ZERO);
        let marked = |negative: bool| {
            u16::from(values().any(|(value, mark)| mark != Mark::None && (value < Decimal::ZERO) == negative))
        };
        let full = top.max(low.abs());
        let axis = if low.is_zero() {
            Self { zero: x, signed: false, full, cells: width.checked_sub(marked(false))? }
        } else {
            let room = width.checked_sub(1 + marked(true) + marked(false))?;
            let (of_top, of_low) = (scale::ratio(top, full), scale::ratio(low, full));
            // The longer side is rounded down, so that the other, on the same scale, fits into what is left.
            let longer = Decimal::from(room).checked_div(of_top + of_low)?.floor().to_u16()?;
            let longer = if top.is_zero() { room } else { longer.min(room.saturating_sub(1)) };
            let back = if full == top { room - longer } else { longer };
            Self { zero: x + marked(true) + back + 1, signed: true, full, cells: longer }
        };
        (axis.cells >= LEAST).then_some(axis)
    }

    /// Draws the line at zero, if values lie on both sides of it.
    fn draw(&self, area: Rect, buf: &mut Buffer, theme: &Theme) {
        if !self.signed {
            return;
        }
        for y in area.top()..area.bottom() {
            if let Some(cell) = buf.cell_mut((self.zero.saturating_sub(1), y)) {
                let line = if theme.markers() == Markers::Ascii { "|" } else { "│" };
                cell.set_symbol(line).set_style(theme.style(Role::Faint));
            }
        }
    }

    fn draw_bar(&self, bar: &Bar, y: u16, weight: Weight, buf: &mut Buffer, theme: &Theme) {
        let Some(value) = bar.value else { return };
        let back = value < Decimal::ZERO;
        let length = Length { eighths: scale::eighths(value, self.full, self.cells), back, fill: bar.fill };
        let style = theme.style(bar.role);
        let sign = bar.mark.sign(back, theme.markers());
        let touched = weight.touched(length.eighths);
        if back {
            let end = self.zero.saturating_sub(1);
            weight.draw(buf, (end, y), length, style);
            draw::put_right(buf, end.saturating_sub(touched), y, 1, sign, style);
        } else {
            weight.draw(buf, (self.zero, y), length, style);
            draw::put(buf, self.zero.saturating_add(touched), y, 1, sign, style);
        }
    }
}

#[cfg(test)]
mod tests;
