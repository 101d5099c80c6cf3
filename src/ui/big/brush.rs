//! From pixels to cells.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::bitmap::Bitmap;
use crate::model::Markers;

/// How many pixels a cell holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Grain {
    /// One above the other.
    Halves,
    /// Two by two.
    Quarters,
}

impl Grain {
    /// The pixels of a cell beside each other.
    pub fn across(self) -> usize {
        match self {
            Self::Halves => 1,
            Self::Quarters => 2,
        }
    }

    /// The cells that so many pixels beside each other take.
    pub fn columns(self, pixels: usize) -> usize {
        pixels.div_ceil(self.across())
    }
}

/// What a cell looks like whose quarters are set: upper left 1, upper right 2, lower left 4, lower right 8.
const QUARTERS: [&str; 16] = [" ", "▘", "▝", "▀", "▖", "▌", "▞", "▛", "▗", "▚", "▐", "▜", "▄", "▙", "▟", "█"];

/// Paints pixels from the upper left corner of an area, as far as it reaches. Cells without a pixel stay as they are. No
/// half of a cell can be typed: in ASCII a cell is set where its upper half is.
pub fn paint(buf: &mut Buffer, area: Rect, bitmap: &Bitmap, grain: Grain, markers: Markers, style: Style) {
    let across = grain.across();
    for (y, row) in (area.y..area.bottom()).zip(0..bitmap.height().div_ceil(2)) {
        for (x, column) in (area.x..area.right()).zip(0..grain.columns(bitmap.width())) {
            let set = |right: usize, lower: usize| bitmap.get(column * across + right.min(across - 1), row * 2 + lower);
            let symbol = if markers == Markers::Ascii {
                if set(0, 0) { "#" } else { " " }
            } else {
                let quarters = [(set(0, 0), 1), (set(1, 0), 2), (set(0, 1), 4), (set(1, 1), 8)];
                let sum: usize = quarters.into_iter().filter(|(set, _)| *set).map(|(_, quarter)| quarter).sum();
                QUARTERS.get(sum).copied().unwrap_or(" ")
            };
            if let Some(cell) = buf.cell_mut((x, y)).filter(|_| symbol != " ") {
                cell.set_symbol(symbol).set_style(style);
            }
        }
    }
}
