//! Charts: numbers in, cells out.
//!
//! A chart never decides how a figure is written: it is given the figure as text and the exact value for the length.
//! Every chart has a twin, the table of exactly the same figures in the same order, and turns into it where there is no
//! room to draw.

pub mod bars;
pub mod big;
pub mod frame;
pub mod ladder;
pub mod rung;
pub mod share;
pub mod stack;
pub mod table;

mod columns;
mod packing;
mod scale;
#[cfg(test)]
mod testing;
mod track;

pub use bars::{Bar, Bars};
pub use columns::LONGEST;
pub use frame::Frame;
pub use ladder::Ladder;
pub use rung::Rung;
pub use scale::Fill;
pub use share::{Share, Shares};
pub use stack::{Level, Stack, Stacks};
pub use table::{ChartTable, Line};

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::theme::Theme;
use crate::domain::Bound;
use crate::model::Markers;

/// Says how many rows did not fit, in the reader's language.
pub type More<'a> = &'a dyn Fn(usize) -> String;

/// A chart, or the table of its numbers.
pub trait Plot {
    /// The rows that it asks for in this width.
    fn height(&self, width: u16) -> u16;

    /// Draws it into an area of any size; where there is no room for a chart, as its table or in one line.
    fn draw(&self, area: Rect, buf: &mut Buffer, theme: &Theme);

    /// The table of exactly the same figures, as it suits this width.
    fn twin(&self, width: u16) -> Box<dyn Plot + '_>;
}

/// How the source qualifies a value, as the end of a bar shows it. The figure's own word says it too.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Mark {
    /// The value itself: a plain end.
    #[default]
    None,
    /// The value or more: the end points on.
    Over,
    /// Just short of the value.
    Nearly,
    /// Somewhere around the value.
    About,
    /// The value or less: the end points back.
    AtMost,
}

impl From<Bound> for Mark {
    fn from(bound: Bound) -> Self {
        match bound {
            Bound::Exact => Self::None,
            Bound::About => Self::About,
            Bound::Nearly => Self::Nearly,
            Bound::Over => Self::Over,
            Bound::AtMost => Self::AtMost,
        }
    }
}

impl Mark {
    /// The sign behind a bar's end, one cell wide on every terminal; `back` for a bar that runs to the left.
    ///
    /// Only the finest set has arrows; the bracket of the others is the open end of an interval: up to the value and not
    /// to it.
    pub fn sign(self, back: bool, markers: Markers) -> &'static str {
        let arrows = markers == Markers::Braille;
        match (self, back) {
            (Self::None, _) => "",
            (Self::About, _) => "~",
            (Self::Over, false) | (Self::AtMost, true) => {
                if arrows {
                    "▸"
                } else {
                    ">"
                }
            }
            (Self::Over, true) | (Self::AtMost, false) => {
                if arrows {
                    "◂"
                } else {
                    "<"
                }
            }
            (Self::Nearly, false) => {
                if arrows {
                    "‹"
                } else {
                    ")"
                }
            }
            (Self::Nearly, true) => {
                if arrows {
                    "›"
                } else {
                    "("
                }
            }
        }
    }
}
