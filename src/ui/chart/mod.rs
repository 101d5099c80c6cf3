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
pub mod sparks;
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
pub use scale::Fill;
pub use share::{Share, Shares};
pub use sign::{Explained, Sign};
pub use spark::Spark;
pub use sparks::{SparkRow, Sparks};
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Lang;
    use crate::ui::ascii;
    use crate::ui::theme::Role;

    /// What every chart draws at every size, on plain words.
    fn drawn(markers: Markers, seen: &mut dyn FnMut(&str)) {
        let word = str::to_owned;
        let marks = [Mark::None, Mark::Over, Mark::Nearly, Mark::About, Mark::AtMost];
        let share = |at: usize, mark: Mark| Share {
            label: word("share"),
            fraction: Some(crate::domain::Decimal::from(at) / crate::domain::Decimal::TWO),
            figure: format!("{at}%"),
            mark,
            role: Role::Hue(at),
        };
        let shares: Vec<Share> = marks.into_iter().enumerate().map(|(at, mark)| share(at, mark)).collect();
        let rung = |position, of, at_most| Rung {
            label: word("rank"),
            position: Some(position),
            of,
            at_most,
            text: word("No. 7"),
            short: Vec::new(),
            role: Role::Good,
        };
        let near = [rung(1, None, false), rung(2, Some(100), false), rung(4, None, true)];
        let far = [rung(3, Some(500), false), rung(370, Some(500), false), rung(40, None, true)];
        let legend: Vec<Level> =
            ["nation", "province", "city"].map(|name| Level { name: word(name), role: Role::Text }).into();
        let stacks = |factor: u32| [Stack { label: word("a"), parts: vec![9 * factor, factor, 2], total: word("11") }];
        let (few, many) = (stacks(1), stacks(90));
        let frame = Frame { title: "Title", subtitle: "unit", source: "source" };
        let charts: [Box<dyn Plot + '_>; 5] = [
            Box::new(Shares { frame, rows: &shares, ..Shares::default() }),
            Box::new(Ladder { frame, rungs: &near, ..Ladder::default() }),
            Box::new(Ladder { frame, rungs: &far, ..Ladder::default() }),
            Box::new(Stacks { frame, legend: &legend, rows: &few, ..Stacks::default() }),
            Box::new(Stacks { frame, legend: &legend, rows: &many, ..Stacks::default() }),
        ];
        for chart in &charts {
            for (width, height) in (1..90).flat_map(|width| [1, 2, 3, 5, 8, 14].map(|height| (width, height))) {
                let lines = testing::lines_in(markers, width, height, |area, buf, theme| {
                    chart.draw(area, buf, theme);
                    if markers == Markers::Ascii {
                        ascii::apply(buf, area, Lang::En);
                    }
                });
                seen(&lines.join("\n"));
            }
        }
    }

    #[test]
    fn each_set_needs_less_of_the_font_than_the_one_before() {
        let block = |c: char| c.is_ascii() || matches!(c, '\u{2500}'..='\u{259f}' | '…');
        drawn(Markers::Block, &mut |shown| assert!(shown.chars().all(block), "{shown}"));
        drawn(Markers::Ascii, &mut |shown| assert!(shown.is_ascii(), "{shown}"));
    }

    #[test]
    fn the_signs_of_bounds_differ_in_every_set_and_direction() {
        for markers in Markers::ALL {
            for back in [false, true] {
                let marks = [Mark::None, Mark::Over, Mark::Nearly, Mark::About, Mark::AtMost];
                let signs: std::collections::HashSet<_> = marks.map(|mark| mark.sign(back, markers)).into();
                assert_eq!(signs.len(), 5, "{signs:?}");
            }
        }
    }
}
