//! Figures in big digits, drawn from half blocks: four rows high at scale 1.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// The rows that a big figure takes.
pub fn height(scale: u16) -> u16 {
    scale.saturating_mul(4)
}

/// The cells that a big figure takes; `None` where a character has no big form.
pub fn width(text: &str, scale: u16) -> Option<u16> {
    let _ = scale;
    text.is_empty().then_some(0)
}

/// The largest scale at which a figure fits; `None` where it does not fit whole, and is to be shown as text.
pub fn fit(text: &str, max_width: u16, max_height: u16) -> Option<u16> {
    (1..=2)
        .rev()
        .find(|scale| width(text, *scale).is_some_and(|width| width <= max_width) && height(*scale) <= max_height)
}

/// Draws a figure from the upper left corner of an area, whole or not at all. Gives the cells used.
pub fn draw(buf: &mut Buffer, area: Rect, text: &str, scale: u16, style: Style) -> u16 {
    let _ = (buf, style);
    width(text, scale).filter(|width| *width <= area.width && height(scale) <= area.height).unwrap_or(0)
}
