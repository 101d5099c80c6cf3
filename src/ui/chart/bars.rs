//! Ranked horizontal bars, from one zero.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use rust_decimal::prelude::ToPrimitive;

use super::columns::{self, Columns, Window};
use super::scale::{self, Weight};
use super::{ChartTable, Frame, Line, Mark, More};
use crate::domain::Decimal;
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
        let area = area.intersection(buf.area);
        let words = self.rows.iter().map(|bar| (&*bar.label, &*bar.figure, &*bar.note));
        let columns = Columns::of(area, words, LEAST).filter(|_| area.width >= NARROW);
        let axis = columns.and_then(|columns| Axis::of(&self.rows, columns.plot, columns.plot_width));
        let (Some(columns), Some(axis)) = (columns, axis) else {
            return self.twin().draw(area, buf, theme);
        };
        let (body, step) = columns::spread(self.rows.len(), area.height.saturating_sub(self.frame.height()));
        if area.height < 2 {
            return self.twin().draw(area, buf, theme);
        }
        let inner = self.frame.draw(area, body, buf, theme);
        if inner.height < 2 && self.rows.len() > 1 {
            return self.twin().draw_body(inner, false, buf, theme);
        }
        axis.draw(Rect { height: inner.height.min(body), ..inner }, buf, theme);
        let room = if step > 1 { columns::count(self.rows.len()) } else { inner.height };
        let window = Window::of(self.rows.len(), room, self.selected);
        for ((at, bar), y) in window.rows(&self.rows).zip((inner.y..inner.bottom()).step_by(step)) {
            let row = Rect { y, height: 1, ..inner };
            let role = if bar.value.is_some() { Role::Strong } else { Role::Unknown };
            columns.write(buf, row, (&bar.label, &bar.figure, &bar.note), role, theme);
            axis.draw_bar(bar, y, Weight::at(step), buf, theme);
            if self.selected == Some(at) {
                columns::select(buf, row, columns.label, theme);
            }
        }
        window.draw_more(inner, self.more, buf, theme);
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
                cell.set_symbol("│").set_style(theme.style(Role::Faint));
            }
        }
    }

    fn draw_bar(&self, bar: &Bar, y: u16, weight: Weight, buf: &mut Buffer, theme: &Theme) {
        let Some(value) = bar.value else { return };
        let length = scale::eighths(value, self.full, self.cells);
        let style = theme.style(bar.role);
        let back = value < Decimal::ZERO;
        let sign = bar.mark.sign(back);
        let touched = weight.touched(length);
        if back {
            let end = self.zero.saturating_sub(1);
            weight.draw(buf, end, y, length, true, style);
            draw::put_right(buf, end.saturating_sub(touched), y, 1, sign, style);
        } else {
            weight.draw(buf, self.zero, y, length, false, style);
            draw::put(buf, self.zero.saturating_add(touched), y, 1, sign, style);
        }
    }
}
