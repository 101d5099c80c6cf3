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

use theme::{Role, Theme};

/// The mark of what is selected; one cell wide everywhere.
pub const MARK: &str = "➤";

/// Shows that an area is selected: by its ground, and by a mark in its first cell. Colours stay, but for the faint ones,
/// which would be too weak on that ground; of sixteen colours none would be legible.
pub fn mark_selected(area: Rect, buf: &mut Buffer, theme: &Theme) {
    if !theme.selects() {
        return;
    }
    let selected = theme.style(Role::Selected);
    let faint = [Role::Faint, Role::Rule].map(|role| theme.style(role).fg);
    let area = area.intersection(buf.area);
    for position in area.positions() {
        let Some(cell) = buf.cell_mut(position) else { continue };
        let colour = if faint.contains(&Some(cell.fg)) { theme.style(Role::Muted).fg } else { Some(cell.fg) };
        cell.set_style(selected);
        if let Some(colour) = colour.filter(|_| theme.keeps_colours_selected()) {
            cell.set_fg(colour);
        }
    }
    draw::put(buf, area.x, area.y, 1, MARK, theme.style(Role::Accent));
}
