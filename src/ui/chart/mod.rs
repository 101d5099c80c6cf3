//! Charts: numbers in, cells out.
//!
//! A chart never decides how a figure is written: it is given the figure as text and the exact value for the length.
//! Every chart has a twin, the table of exactly the same figures in the same order, and turns into it where there is no
//! room to draw.

pub mod bands;
pub mod bars;
pub mod big;
pub mod bullet;
pub mod bullets;
pub mod dots;
pub mod frame;
pub mod grid;
pub mod heat;
pub mod ladder;
pub mod line;
pub mod multiples;
pub mod rung;
pub mod share;
pub mod sign;
pub mod spark;
pub mod stack;
pub mod table;

#[cfg(test)]
mod bands_tests;
mod columns;
mod packing;
mod position;
mod reach;
mod reference;
mod scale;
mod slots;
#[cfg(test)]
mod testing;
mod tone;
mod track;

pub use bands::{Band, BandWords, Bands, Moment, Month, When};
pub use bars::{Bar, Bars};
pub use bullet::{Bullet, Stated, Verdict, Zone, ZoneKind};
pub use bullets::{BulletWords, Bullets};
pub use columns::LONGEST;
pub use dots::{Dot, DotWords, Dots};
pub use frame::Frame;
pub use grid::{Grid, GridCell, GridRow, Heading};
pub use heat::{Heat, HeatCell, HeatRow, HeatWords, Shaded};
pub use ladder::Ladder;
pub use line::{Kind, LineWords, Lines, Point, Series, Tick};
pub use multiples::Multiples;
pub use reference::Reference;
pub use rung::Rung;
pub use share::{Share, Shares};
pub use sign::{Explained, Sign};
pub use spark::Spark;
pub use stack::{Level, Stack, Stacks};
pub use table::{ChartTable, Line};

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::theme::Theme;
use crate::domain::Bound;

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
    fn sign(self, back: bool) -> &'static str {
        match (self, back) {
            (Self::None, _) => "",
            (Self::About, _) => "~",
            (Self::Over, false) | (Self::AtMost, true) => "▸",
            (Self::Over, true) | (Self::AtMost, false) => "◂",
            (Self::Nearly, false) => "‹",
            (Self::Nearly, true) => "›",
        }
    }
}
