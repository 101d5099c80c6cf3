//! Where values stand between two others.

use rust_decimal::prelude::ToPrimitive;
use rust_decimal::{Decimal, RoundingStrategy};

/// How far a value is on the way from `low` to `high`, from 0 to 1; 0 where there is no way between them.
pub(super) fn along(value: Decimal, low: Decimal, high: Decimal) -> Decimal {
    let value = value.clamp(low, high.max(low));
    let distances = |value: Decimal, low: Decimal, high: Decimal| value.checked_sub(low).zip(high.checked_sub(low));
    // A distance too large to be held is compared by tenths of the values.
    let tenth = |it: Decimal| it.checked_div(Decimal::TEN).unwrap_or_default();
    let found = distances(value, low, high).or_else(|| distances(tenth(value), tenth(low), tenth(high)));
    let (part, whole) = found.unwrap_or_default();
    part.checked_div(whole).unwrap_or_default().clamp(Decimal::ZERO, Decimal::ONE)
}

/// A run of cells on which values stand, each in the cell nearest to its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Position {
    /// The value of the first cell.
    pub(super) low: Decimal,
    /// The value of the last cell.
    pub(super) high: Decimal,
    /// The first cell.
    pub(super) x: u16,
    /// How many cells there are.
    pub(super) width: u16,
}

impl Position {
    /// The cell of a value; equal values share one. Where all values are equal they stand in the middle.
    pub(super) fn column(&self, value: Decimal) -> u16 {
        let last = self.width.saturating_sub(1);
        if self.low >= self.high {
            return self.x.saturating_add(last / 2);
        }
        let exact = along(value, self.low, self.high).checked_mul(Decimal::from(last)).unwrap_or_default();
        let nearest = exact.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero);
        self.x.saturating_add(nearest.to_u16().unwrap_or(last).min(last))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::chart::testing;
    use proptest::prelude::*;

    #[test]
    fn the_ends_are_the_first_and_the_last_cell() {
        for (low, high) in [(Decimal::MIN, Decimal::MAX), (Decimal::ZERO, Decimal::new(1, 28)), (80.into(), 96.into())]
        {
            let position = Position { low, high, x: 3, width: 21 };
            assert_eq!((position.column(low), position.column(high)), (3, 23), "{low} {high}");
        }
        let position = Position { low: Decimal::MIN, high: Decimal::MAX, x: 0, width: 21 };
        assert_eq!(position.column(Decimal::ZERO), 10);
        let alone = Position { low: 7.into(), high: 7.into(), x: 0, width: 21 };
        assert_eq!(alone.column(7.into()), 10);
        assert_eq!(Position { width: 0, ..alone }.column(7.into()), 0);
    }

    proptest! {
        #[test]
        fn a_value_stands_within_half_a_cell_of_its_place(
            mut values in prop::collection::vec((-1_000_000i64..1_000_000, 0u32..6), 3),
            width in 1u16..300,
        ) {
            values.sort_by_key(|(mantissa, scale)| Decimal::new(*mantissa, *scale));
            let values: Vec<Decimal> = values.into_iter().map(|(mantissa, scale)| Decimal::new(mantissa, scale)).collect();
            let (low, value, high) = (values[0], values[1], values[2]);
            if low >= high {
                return Ok(());
            }
            let column = Position { low, high, x: 0, width }.column(value);
            let exact = (value - low) / (high - low) * Decimal::from(width - 1);
            prop_assert!((Decimal::from(column) - exact).abs() <= Decimal::new(500_001, 6), "{column} {exact}");
        }

        #[test]
        fn the_order_of_cells_is_that_of_values(
            ends in (testing::decimals(), testing::decimals()), pair in (testing::decimals(), testing::decimals()),
            x in 0u16..100, width in 0u16..300,
        ) {
            let position = Position { low: ends.0.min(ends.1), high: ends.0.max(ends.1), x, width };
            let (a, b) = (position.column(pair.0.min(pair.1)), position.column(pair.0.max(pair.1)));
            prop_assert!(a <= b && b < x + width.max(1), "{a} {b}");
        }
    }
}
