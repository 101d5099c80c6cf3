//! Shares of a whole: every row's track is the whole 100 %.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::columns::{self, Columns, Window};
use super::scale::{self, Weight};
use super::{ChartTable, Frame, Line, Mark, More};
use crate::domain::Decimal;
use crate::ui::draw;
use crate::ui::theme::{Role, Theme};

/// A track shorter than this says little.
const LEAST: u16 = 8;

/// Rows that are worth more than the scale.
const FEW: u16 = 3;

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
        let area = area.intersection(buf.area);
        let words = self.rows.iter().map(|share| (&*share.label, &*share.figure, ""));
        let Some(columns) = Columns::of(area, words, LEAST).filter(|_| area.height > 1) else {
            return self.twin().draw(area, buf, theme);
        };
        let rows = columns::count(self.rows.len());
        let (body, step) = columns::spread(self.rows.len(), area.height.saturating_sub(self.frame.height() + 1));
        let mut inner = self.frame.draw(area, body.saturating_add(1), buf, theme);
        if inner.height < 2 && rows > 1 {
            return self.twin().draw_body(inner, false, buf, theme);
        }
        // The scale goes before any row does.
        if inner.height > rows.min(FEW) && inner.height != rows {
            inner.height -= 1;
            let below = inner.bottom().min(inner.y.saturating_add(body));
            draw_scale(Rect { x: columns.plot, y: below, width: columns.plot_width, height: 1 }, buf, theme);
        }
        let window = Window::of(self.rows.len(), if step > 1 { rows } else { inner.height }, self.selected);
        for ((at, share), y) in window.rows(&self.rows).zip((inner.y..inner.bottom()).step_by(step)) {
            let row = Rect { y, height: 1, ..inner };
            let role = if share.fraction.is_some() { Role::Strong } else { Role::Unknown };
            columns.write(buf, row, (&share.label, &share.figure, ""), role, theme);
            draw_share(
                share,
                Weight::at(step),
                Rect { x: columns.plot, y, width: columns.plot_width, height: 1 },
                buf,
                theme,
            );
            if self.selected == Some(at) {
                columns::select(buf, row, columns.label, theme);
            }
        }
        window.draw_more(inner, self.more, buf, theme);
    }
}

/// The track is the whole; the bar on it is the part.
fn draw_share(share: &Share, weight: Weight, track: Rect, buf: &mut Buffer, theme: &Theme) {
    for x in track.left()..track.right() {
        if let Some(cell) = buf.cell_mut((x, track.y)) {
            cell.set_symbol("▁").set_style(theme.style(Role::Rule));
        }
    }
    let Some(fraction) = share.fraction.filter(|fraction| *fraction > Decimal::ZERO) else { return };
    let style = theme.style(share.role);
    let length = scale::eighths(fraction.min(Decimal::ONE), Decimal::ONE, track.width);
    weight.draw(buf, track.x, track.y, length, false, style);
    // More than the whole runs on behind the end of the track.
    let mark = if fraction > Decimal::ONE { Mark::Over } else { share.mark };
    draw::put(buf, track.x + weight.touched(length), track.y, 1, mark.sign(false), style);
}

/// 0, half and the whole, under the track.
fn draw_scale(row: Rect, buf: &mut Buffer, theme: &Theme) {
    let style = theme.style(Role::Faint);
    draw::put(buf, row.x, row.y, 2, "0%", style);
    draw::put_right(buf, row.right(), row.y, 4, "100%", style);
    if row.width >= 16 {
        draw::put(buf, row.x + row.width / 2 - 1, row.y, 3, "50%", style);
    }
}
