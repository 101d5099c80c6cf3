//! From exact values to lengths in eighths of a cell, and bars of such lengths.

use ratatui::buffer::Buffer;
use ratatui::style::{Modifier, Style};
use rust_decimal::prelude::ToPrimitive;
use rust_decimal::{Decimal, RoundingStrategy};

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

/// How high bars are in their row, and so how fine their ends can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Weight {
    /// The whole row, for rows with a blank one between them; precise to an eighth of a cell.
    Full,
    /// Half of it, as rows of whole blocks that touch run together into one; precise to half a cell.
    Half,
}

impl Weight {
    /// What suits rows at this distance.
    pub(super) fn at(step: usize) -> Self {
        if step > 1 { Self::Full } else { Self::Half }
    }

    /// The smallest difference that it shows, in eighths.
    pub(super) fn finest(self) -> u32 {
        match self {
            Self::Full => 1,
            Self::Half => EIGHTHS / 2,
        }
    }

    /// The cells that a bar touches.
    pub(super) fn touched(self, length: u32) -> u16 {
        let cells = match self {
            Self::Full => length.div_ceil(EIGHTHS),
            Self::Half => halves(length).div_ceil(2).max(u32::from(length > 0)),
        };
        u16::try_from(cells).unwrap_or(u16::MAX)
    }

    /// The block of the cell that is `at` cells from zero.
    fn block(self, length: u32, at: u32, back: bool) -> (&'static str, Modifier) {
        match self {
            Self::Full => match length.saturating_sub(at * EIGHTHS).min(EIGHTHS) {
                // No block is filled from the right: the cell shows the part that is free, in reverse.
                filled if back && filled < EIGHTHS => (block(EIGHTHS - filled), Modifier::REVERSED),
                filled => (block(filled), Modifier::empty()),
            },
            Self::Half => {
                let symbol = match (halves(length).saturating_sub(at * 2), back) {
                    (0, false) => "▏",
                    (0, true) => "▕",
                    (1, false) => "▖",
                    (1, true) => "▗",
                    _ => "▄",
                };
                (symbol, Modifier::empty())
            }
        }
    }

    /// Draws a bar that starts at the left edge of `x`, or with `back` one that runs to the left from there.
    pub(super) fn draw(self, buf: &mut Buffer, x: u16, y: u16, length: u32, back: bool, style: Style) {
        for at in 0..self.touched(length) {
            let column = if back { x.checked_sub(at + 1) } else { x.checked_add(at) };
            let Some(cell) = column.and_then(|column| buf.cell_mut((column, y))) else { return };
            let (symbol, modifier) = self.block(length, u32::from(at), back);
            cell.set_symbol(symbol).set_style(style.add_modifier(modifier));
        }
    }
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
    fn bars_run_both_ways_from_one_edge() {
        let drawn = |weight: Weight, length, back| {
            testing::lines(9, 1, |_, buf, _| weight.draw(buf, if back { 9 } else { 0 }, 0, length, back, Style::new()))
        };
        assert_eq!(drawn(Weight::Full, 21, false), ["██▋"]);
        // Filled by five eighths from the right: three eighths from the left, reversed.
        assert_eq!(drawn(Weight::Full, 21, true), ["      ▍██"]);
        assert_eq!(drawn(Weight::Half, 21, false), ["▄▄▖"]);
        assert_eq!(drawn(Weight::Half, 21, true), ["      ▗▄▄"]);
        assert_eq!(drawn(Weight::Half, 1, false), ["▏"]);
        assert_eq!(drawn(Weight::Half, 1, true), ["        ▕"]);
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
