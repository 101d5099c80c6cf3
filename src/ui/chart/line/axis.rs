//! The axis of values: where it starts, its ticks, and how high a value stands.

use rust_decimal::prelude::ToPrimitive;
use rust_decimal::{Decimal, RoundingStrategy};

use crate::ui::chart::scale;

/// The most ticks of any axis.
const MOST: usize = 5;

/// The rows from tick to tick.
const APART: u16 = 2;

/// From the lowest value that the plot can show to the highest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Axis {
    low: Decimal,
    high: Decimal,
    /// The values that are written beside the axis, rising.
    pub(super) ticks: Vec<Decimal>,
}

impl Axis {
    /// The axis for these values on a plot of so many rows; `None` where there are no values.
    pub(super) fn of(values: impl Iterator<Item = Decimal> + Clone, rows: u16) -> Option<Self> {
        let (low, high) = (values.clone().min()?, values.max()?);
        let most = usize::from(rows.saturating_add(1) / APART).clamp(2, MOST);
        if low == high {
            return Some(Self::flat(low, most));
        }
        let (low, high) = if low < Decimal::ZERO {
            (low, high.max(Decimal::ZERO))
        } else if low < high - low {
            (Decimal::ZERO, high)
        } else {
            widened(low, high)
        };
        // Values on both sides of zero need a tick on both, and zero.
        let most = if low < Decimal::ZERO { most.max(3) } else { most };
        let Some(ticks) = ticks(low, high, most, true) else { return Some(Self { low, high, ticks: vec![low, high] }) };
        let low = ticks.first().copied().unwrap_or(low).min(low);
        let high = ticks.last().copied().unwrap_or(high).max(high);
        Some(Self { low, high, ticks })
    }

    /// One value stands in the middle, between zero and twice the value.
    fn flat(value: Decimal, most: usize) -> Self {
        let Some(twice) = value.checked_add(value).filter(|twice| !twice.is_zero()) else {
            return Self { low: value, high: value, ticks: vec![value] };
        };
        let (low, high) = (twice.min(Decimal::ZERO), twice.max(Decimal::ZERO));
        let ticks = ticks(low, high, most, false).unwrap_or_else(|| vec![low, high]);
        Self { low, high, ticks }
    }

    /// Whether it does not hold zero, which it has to say.
    pub(super) fn is_broken(&self) -> bool {
        self.low > Decimal::ZERO || self.high < Decimal::ZERO
    }

    /// Whether values can lie below zero, so that there is a line at zero.
    pub(super) fn is_signed(&self) -> bool {
        self.low < Decimal::ZERO && self.high >= Decimal::ZERO
    }

    /// How high a value stands on a plot of so many levels: 0 is the lowest.
    pub(super) fn level(&self, value: Decimal, levels: u16) -> u16 {
        level(value, self.low, self.high, levels)
    }
}

/// The level of a value between two others, from 0 to `levels - 1`; where the two are one, the middle.
pub(in crate::ui::chart) fn level(value: Decimal, low: Decimal, high: Decimal, levels: u16) -> u16 {
    let top = levels.saturating_sub(1);
    if low >= high {
        return top / 2;
    }
    let value = value.clamp(low, high);
    let share = match high.checked_sub(low) {
        Some(span) => scale::ratio(value - low, span),
        // The span of the largest values has no decimal of its own; that of their quarters has.
        None => scale::ratio(quarter(value) - quarter(low), quarter(high) - quarter(low)),
    };
    let exact = share.checked_mul(Decimal::from(top)).unwrap_or_default();
    let rounded = exact.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero);
    rounded.to_u16().unwrap_or(top).min(top)
}

fn half(value: Decimal) -> Decimal {
    value.checked_div(Decimal::TWO).unwrap_or_default()
}

fn quarter(value: Decimal) -> Decimal {
    half(half(value))
}

/// A span of at least a tenth of the highest value: closer together, what is noise would look like change.
fn widened(low: Decimal, high: Decimal) -> (Decimal, Decimal) {
    let least = high.checked_div(Decimal::TEN).unwrap_or_default();
    let pad = half(least - (high - low)).max(Decimal::ZERO);
    (low - pad, high.checked_add(pad).unwrap_or(high))
}

/// Multiples of the smallest step of 1, 2 or 5 times a power of ten that gives at most `most` of them; with `outward`,
/// they reach around the span, else they lie inside it.
fn ticks(low: Decimal, high: Decimal, most: usize, outward: bool) -> Option<Vec<Decimal>> {
    steps().find_map(|step| {
        let (down, up) = (low.checked_div(step)?, high.checked_div(step)?);
        let (first, last) = if outward { (down.floor(), up.ceil()) } else { (down.ceil(), up.floor()) };
        let count = last.checked_sub(first)?.to_usize()?.checked_add(1)?;
        if count < 2 || count > most {
            return None;
        }
        let tick = |at: usize| first.checked_add(Decimal::from(at))?.checked_mul(step).map(|tick| tick.normalize());
        // A multiple beyond the largest decimal is left out.
        let ticks: Vec<Decimal> = (0..count).filter_map(tick).collect();
        (ticks.len() > 1).then_some(ticks)
    })
}

/// 1, 2 and 5 times every power of ten that a decimal can hold, rising.
fn steps() -> impl Iterator<Item = Decimal> {
    let small = (0..=28).rev().map(|scale| (1, scale));
    let large = (1..=28).map(|power| (10_i128.pow(power), 0));
    small.chain(large).flat_map(|(unit, scale)| {
        [1, 2, 5].into_iter().filter_map(move |digit| Decimal::try_from_i128_with_scale(digit * unit, scale).ok())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::chart::testing;
    use proptest::prelude::*;

    fn axis(values: &[&str], rows: u16) -> (String, bool) {
        let values: Vec<Decimal> = values.iter().map(|value| value.parse().unwrap()).collect();
        let axis = Axis::of(values.iter().copied(), rows).unwrap();
        let ticks: Vec<String> = axis.ticks.iter().map(Decimal::to_string).collect();
        (ticks.join(" "), axis.is_broken())
    }

    #[test]
    fn the_axis_starts_at_zero_or_says_that_it_does_not() {
        assert_eq!(axis(&["0", "3", "10"], 14), ("0 5 10".to_owned(), false));
        assert_eq!(axis(&["4.9", "10"], 14), ("0 5 10".to_owned(), false));
        assert_eq!(axis(&["9", "10"], 14), ("9 9.5 10".to_owned(), true));
        assert_eq!(axis(&["53100", "61000"], 14), ("50000 55000 60000 65000".to_owned(), true));
        assert_eq!(axis(&["-3", "5"], 4), ("-5 0 5".to_owned(), false));
        assert_eq!(axis(&["-3", "-2.9"], 9), ("-3 -2 -1 0".to_owned(), false));
    }

    #[test]
    fn one_value_stands_in_the_middle() {
        for value in ["7", "-7", "0", "0.0000000000000000000000000001", "79228162514264337593543950335"] {
            let value: Decimal = value.parse().unwrap();
            let axis = Axis::of([value, value].into_iter(), 9).unwrap();
            assert_eq!(axis.level(value, 9), 4, "{value}");
        }
        assert_eq!(axis(&["7", "7"], 14), ("0 5 10".to_owned(), false));
    }

    #[test]
    fn noise_is_not_magnified() {
        let values = [Decimal::new(1000, 1), Decimal::new(1001, 1)];
        let axis = Axis::of(values.into_iter(), 10).unwrap();
        assert!(axis.is_broken());
        assert!(axis.level(values[0], 40).abs_diff(axis.level(values[1], 40)) <= 1);
    }

    proptest! {
        #[test]
        fn the_larger_value_never_stands_lower(
            values in prop::collection::vec(testing::decimals(), 2..6),
            rows in 1u16..30,
            levels in 1u16..200,
        ) {
            let axis = Axis::of(values.iter().copied(), rows).unwrap();
            let mut sorted = values;
            sorted.sort_unstable();
            for pair in sorted.windows(2) {
                prop_assert!(axis.level(pair[0], levels) <= axis.level(pair[1], levels));
            }
            prop_assert!(axis.level(sorted[0], levels) < levels);
        }

        #[test]
        fn ticks_are_few_and_rise(values in prop::collection::vec(testing::decimals(), 1..6), rows in 1u16..60) {
            let axis = Axis::of(values.iter().copied(), rows).unwrap();
            prop_assert!((1..=MOST).contains(&axis.ticks.len()));
            prop_assert!(axis.ticks.windows(2).all(|pair| pair[0] < pair[1]), "{:?}", axis.ticks);
            let (low, high) = (*values.iter().min().unwrap(), *values.iter().max().unwrap());
            prop_assert!(axis.low <= low && high <= axis.high);
            if low == high {
                prop_assert_eq!(axis.level(low, 9), 4);
            } else if low < Decimal::ZERO {
                prop_assert!(axis.low < Decimal::ZERO && axis.high >= Decimal::ZERO);
            } else if low < high - low {
                prop_assert!(axis.low.is_zero());
            }
        }
    }
}
