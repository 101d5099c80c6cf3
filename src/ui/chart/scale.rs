//! From exact values to lengths in eighths of a cell, and bars of such lengths.

use ratatui::buffer::Buffer;
use ratatui::style::{Modifier, Style};
use rust_decimal::prelude::ToPrimitive;
use rust_decimal::{Decimal, RoundingStrategy};

use crate::model::Markers;

/// Pieces of a cell that a bar can end in.
pub(super) const EIGHTHS: u32 = 8;

/// A cell filled from the left by this many eighths.
const BLOCKS: [&str; 9] = [" ", "▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"];

/// The part that a value is of another, without its sign, from 0 to 1.
pub(super) fn ratio(value: Decimal, of: Decimal) -> Decimal {
    value.abs().checked_div(of.abs()).unwrap_or_default().min(Decimal::ONE)
}

/// The length of a value, in eighths, where `full` takes `cells` cells; what is not zero is never without length.
pub(super) fn eighths(value: Decimal, full: Decimal, cells: u16) -> u32 {
    if value.is_zero() {
        return 0;
    }
    let most = u32::from(cells) * EIGHTHS;
    // At most 28 digits times six: a product that `Decimal` rounds in its last place, never one that overflows.
    let exact = ratio(value, full).checked_mul(Decimal::from(most)).unwrap_or_default();
    let rounded = exact.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero);
    rounded.to_u32().unwrap_or(most).clamp(1.min(most), most)
}

/// How bars are drawn in their row, and so how fine their ends can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Weight {
    /// The whole row, for rows with a blank one between them; precise to an eighth of a cell.
    Full,
    /// Half of it, as rows of whole blocks that touch run together into one; precise to half a cell.
    Half,
    /// This character; precise to a cell.
    Typed(&'static str),
}

/// What the inside of a bar looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Fill {
    /// Filled: a value that the source tells.
    #[default]
    Solid,
    /// Hatched: what was computed to stand beside the values.
    Hatched,
}

impl Weight {
    /// What suits rows at this distance.
    pub(super) fn at(step: usize, markers: Markers) -> Self {
        match (markers, step > 1) {
            (Markers::Ascii, true) => Self::Typed("#"),
            (Markers::Ascii, false) => Self::Typed("="),
            (_, true) => Self::Full,
            (_, false) => Self::Half,
        }
    }

    /// The smallest difference that it shows, in eighths.
    pub(super) fn finest(self) -> u32 {
        match self {
            Self::Full => 1,
            Self::Half => EIGHTHS / 2,
            Self::Typed(_) => EIGHTHS,
        }
    }

    /// The cells that a bar touches.
    pub(super) fn touched(self, length: u32) -> u16 {
        let least = u32::from(length > 0);
        let cells = match self {
            Self::Full => length.div_ceil(EIGHTHS),
            Self::Half => halves(length).div_ceil(2).max(least),
            Self::Typed(_) => ((length + EIGHTHS / 2) / EIGHTHS).max(least),
        };
        u16::try_from(cells).unwrap_or(u16::MAX)
    }

    /// What the cell that is `at` cells from zero shows.
    fn symbol(self, length: u32, at: u32, back: bool, fill: Fill) -> (&'static str, Modifier) {
        let whole = |solid, hatched| if fill == Fill::Hatched { hatched } else { solid };
        match self {
            Self::Full => match length.saturating_sub(at * EIGHTHS).min(EIGHTHS) {
                EIGHTHS => (whole("█", "░"), Modifier::empty()),
                // No block is filled from the right: the cell shows the part that is free, in reverse.
                filled if back => (block(EIGHTHS - filled), Modifier::REVERSED),
                filled => (block(filled), Modifier::empty()),
            },
            Self::Half => {
                let symbol = match (halves(length).saturating_sub(at * 2), back) {
                    (0, false) => "▏",
                    (0, true) => "▕",
                    (1, false) => "▖",
                    (1, true) => "▗",
                    (_, false) => whole("▄", "▖"),
                    (_, true) => whole("▄", "▗"),
                };
                (symbol, Modifier::empty())
            }
            Self::Typed(sign) => (whole(sign, ":"), Modifier::empty()),
        }
    }

    /// Draws a bar that starts at the left edge of `x`, or with `back` one that runs to the left from there.
    pub(super) fn draw(self, buf: &mut Buffer, (x, y): (u16, u16), bar: Length, style: Style) {
        for at in 0..self.touched(bar.eighths) {
            let column = if bar.back { x.checked_sub(at + 1) } else { x.checked_add(at) };
            let Some(cell) = column.and_then(|column| buf.cell_mut((column, y))) else { return };
            let (symbol, modifier) = self.symbol(bar.eighths, u32::from(at), bar.back, bar.fill);
            cell.set_symbol(symbol).set_style(style.add_modifier(modifier));
        }
    }
}

/// How long a bar is, which way it runs, and what it is filled with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Length {
    pub(super) eighths: u32,
    /// To the left from where it starts.
    pub(super) back: bool,
    pub(super) fill: Fill,
}

/// A length in halves of a cell.
fn halves(eighths: u32) -> u32 {
    (eighths + EIGHTHS / 4) / (EIGHTHS / 2)
}

fn block(eighths: u32) -> &'static str {
    usize::try_from(eighths).ok().and_then(|at| BLOCKS.get(at)).copied().unwrap_or("█")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::chart::testing;
    use proptest::prelude::*;

    #[test]
    fn a_length_is_the_nearest_eighth() {
        let length = |value: i64| eighths(Decimal::from(value), Decimal::from(60_000), 10);
        assert_eq!(length(60_000), 80);
        assert_eq!(length(53_100), 71);
        assert_eq!(length(30_000), 40);
        assert_eq!(length(1), 1);
        assert_eq!(length(0), 0);
        assert_eq!(eighths(Decimal::MAX, Decimal::MIN, u16::MAX), 524_280);
        assert_eq!(eighths(Decimal::ONE, Decimal::ONE, 0), 0);
    }

    #[test]
    fn a_thin_bar_is_within_half_a_cell_of_its_length_and_never_gone() {
        for length in 0..400 {
            assert!((halves(length) * 4).abs_diff(length) <= 2, "{length}");
            assert_eq!(Weight::Half.touched(length) == 0, length == 0);
            assert!(Weight::Half.touched(length) <= Weight::Full.touched(length));
        }
    }

    #[test]
    fn a_typed_bar_is_within_half_a_cell_of_its_length_and_never_gone() {
        for length in 0..400 {
            let cells = u32::from(Weight::Typed("=").touched(length));
            assert!((cells * EIGHTHS).abs_diff(length) <= EIGHTHS / 2 || (cells == 1 && length < EIGHTHS), "{length}");
            assert_eq!(cells == 0, length == 0);
        }
    }

    /// A bar of nine cells as text.
    fn drawn(weight: Weight, eighths: u32, back: bool, fill: Fill) -> String {
        let start = (if back { 9 } else { 0 }, 0);
        let bar = Length { eighths, back, fill };
        testing::lines(9, 1, |_, buf, _| weight.draw(buf, start, bar, Style::new())).concat()
    }

    #[test]
    fn bars_run_both_ways_from_one_edge() {
        let drawn = |weight, length, back| drawn(weight, length, back, Fill::Solid);
        assert_eq!(drawn(Weight::Full, 21, false), "██▋");
        // Filled by five eighths from the right: three eighths from the left, reversed.
        assert_eq!(drawn(Weight::Full, 21, true), "      ▍██");
        assert_eq!(drawn(Weight::Half, 21, false), "▄▄▖");
        assert_eq!(drawn(Weight::Half, 21, true), "      ▗▄▄");
        assert_eq!(drawn(Weight::Half, 1, false), "▏");
        assert_eq!(drawn(Weight::Half, 1, true), "        ▕");
        assert_eq!(drawn(Weight::at(1, Markers::Ascii), 21, false), "===");
        assert_eq!(drawn(Weight::at(2, Markers::Ascii), 19, true), "       ##");
        assert_eq!(drawn(Weight::at(2, Markers::Ascii), 1, false), "#");
    }

    #[test]
    fn a_hatched_bar_is_as_long_as_a_solid_one() {
        let drawn = |weight, back| drawn(weight, 21, back, Fill::Hatched);
        assert_eq!(drawn(Weight::Full, false), "░░▋");
        assert_eq!(drawn(Weight::Full, true), "      ▍░░");
        assert_eq!(drawn(Weight::Half, false), "▖▖▖");
        assert_eq!(drawn(Weight::Typed("="), false), ":::");
    }

    proptest! {
        #[test]
        fn a_length_is_within_one_eighth_of_the_exact_ratio(value in testing::decimals(), full in testing::decimals(), cells in 0u16..500) {
            let (value, full) = if value.abs() > full.abs() { (full, value) } else { (value, full) };
            let most = u32::from(cells) * EIGHTHS;
            let length = eighths(value, full, cells);
            prop_assert!(length <= most);
            if !full.is_zero() && cells > 0 {
                let exact = value.abs() / full.abs() * Decimal::from(most);
                prop_assert!((Decimal::from(length) - exact).abs() <= Decimal::ONE, "{length} for {exact}");
            }
        }

        #[test]
        fn the_larger_value_is_never_the_shorter_bar(a in testing::decimals(), b in testing::decimals(), cells in 1u16..300) {
            let full = a.abs().max(b.abs());
            let (small, large) = (a.abs().min(b.abs()), full);
            prop_assert!(eighths(small, full, cells) <= eighths(large, full, cells));
        }
    }
}
