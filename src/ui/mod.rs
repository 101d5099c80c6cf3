//! Drawing: data in, cells out. Knows neither the screens nor the world outside.

pub mod chart;
pub mod draw;
pub mod frame;
pub mod page;
pub mod table;
pub mod text;
pub mod theme;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use theme::{Role, Theme};

/// The mark of what is selected; one cell wide everywhere.
pub const MARK: &str = "➤";

/// Shows that an area is selected: by its ground, and by a mark in its first cell.
pub fn mark_selected(area: Rect, buf: &mut Buffer, theme: &Theme) {
    draw::lay(buf, area, theme.style(Role::Selected));
    draw::put(buf, area.x, area.y, 1, MARK, theme.style(Role::Accent));
}
