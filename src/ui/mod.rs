//! Drawing: data in, cells out. Knows neither the screens nor the world outside.

pub mod ascii;
pub mod big;
pub mod chart;
pub mod draw;
pub mod frame;
pub mod page;
pub mod table;
pub mod text;
pub mod theme;
pub mod typing;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Color;

use theme::{Role, Theme};

/// The mark of what is selected; one cell wide everywhere.
pub const MARK: &str = "➤";

/// Shows that an area is selected: by its ground, and by a mark in its first cell. Colours stay, but for those that would
/// be too weak on that ground.
pub fn mark_selected(area: Rect, buf: &mut Buffer, theme: &Theme) {
    if !theme.selects() {
        return;
    }
    let selected = theme.style(Role::Selected);
    let area = area.intersection(buf.area);
    // Most cells have the colour of the one before.
    let mut last: Option<(Color, Option<Color>)> = None;
    for position in area.positions() {
        let Some(cell) = buf.cell_mut(position) else { continue };
        let (_, colour) = last.filter(|(seen, _)| *seen == cell.fg).unwrap_or((cell.fg, theme.selected(cell.fg)));
        last = Some((cell.fg, colour));
        cell.set_style(selected);
        if let Some(colour) = colour {
            cell.set_fg(colour);
        }
    }
    draw::put(buf, area.x, area.y, 1, MARK, theme.style(Role::Accent));
}
