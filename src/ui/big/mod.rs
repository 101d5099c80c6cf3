//! Big characters, drawn from cells: a pixel is one cell wide and half a cell high, and so about square.
//!
//! Three faces, from shapes that are shipped with the program: digits of eight pixels, text of twelve and of sixteen. A
//! [`Headline`] is a text in the largest size that has room, [`Parts`] those of one figure; both fall back to bold text. The
//! figures of tiles and cards (`chart::big`) are of the same digits and drawn by the same brush.

mod balance;
mod bitmap;
mod brush;
mod digits;
mod face;
mod figure;
mod headline;
mod measured;

pub use bitmap::Bitmap;
pub use brush::{Grain, paint};
pub use face::Face;
pub use figure::{FigurePlan, Parts};
pub use headline::{Headline, Plan, Size};

use ratatui::style::Style;

use crate::model::Markers;

/// How a figure is styled. A scale word that looks like the digits is read as one of them: `400亿` as five digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Styles {
    /// The digits, and what is read with them: point, sign, `%`.
    pub digits: Style,
    /// The words of scale: `万`, `亿`, `K`, `M`, `B`, `T`; and those of bound and unit.
    pub words: Style,
    /// The characters that they are drawn with.
    pub markers: Markers,
}

impl Styles {
    /// The style of a character of the number.
    pub fn of(self, c: char) -> Style {
        if c.is_alphabetic() { self.words } else { self.digits }
    }
}
