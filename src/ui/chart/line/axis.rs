//! The axis of values: where it starts, its ticks, and how high a value stands.

use rust_decimal::prelude::ToPrimitive;
use rust_decimal::{Decimal, RoundingStrategy};

use crate::ui::chart::scale;

/// The most ticks of any axis.
const MOST: u16 = 6;

/// The rows from tick to tick, where there is room.
const APART: u16 = 2;

/// The steps that are tried, of which four span a power of ten.
const TRIED: usize = 16;

/// Which way values run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Course {
    /// The larger, the higher; from zero where that does not flatten the line.
    #[default]
    Amounts,
    /// Places: the first on top, whole numbers only. There is no zero that they could start from.
    Places,
}

impl Course {
    /// What rises on the axis: the value, or for a place its negative.
    fn rising(self, value: Decimal) -> Decimal {
        if self == Self::Places { -value } else { value }
    }
}

/// How heights follow from values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Heights {
    /// By equal steps.
    Steps(Steps),
    /// From the middle of the lowest row to that of the highest; where the two are one, in the middle.
    Between(Decimal, Decimal),
}

/// Every `per` rows a multiple of `step`: so many of them, from the `first` one in the middle of the lowest row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Steps {
    step: Decimal,
    first: Decimal,
    per: u16,
    count: u16,
}

/// From the lowest value that the plot can show to the highest. Every tick stands in the middle of a row, and equal steps
/// are equally many rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Axis {
    course: Course,
    heights: Heights,
    rows: u16,
    /// The values that are written beside the axis, from the lowest row up.
    pub(super) ticks: Vec<Decimal>,
}

impl Axis {
    /// The axis for these values on a plot of so many rows; `None` where there are no values.
    pub(super) fn of(values: impl Iterator<Item = Decimal> + Clone, rows: u16, course: Course) -> Option<Self> {
        let values = values.map(|value| course.rising(value));
        let ends = (values.clone().min()?, values.max()?);
        let (low, high) = if course == Course::Places { beside(ends.0, ends.1) } else { span(ends.0, ends.1) };
        let steps = [APART, 1].into_iter().find_map(|apart| Steps::best((low, high), ends, rows, apart, course));
        let ticks = match steps {
            Some(steps) => steps.ticks(),
            None if low == high => vec![low],
            None => vec![low, high],
        };
        let ticks = ticks.into_iter().map(|tick| course.rising(tick));
        let ticks = ticks.filter(|tick| course == Course::Amounts || *tick >= Decimal::ONE).collect();
        Some(Self { course, heights: steps.map_or(Heights::Between(low, high), Heights::Steps), rows, ticks })
    }

    /// Whether it does not hold zero, which it has to say. Places have none.
    pub(super) fn is_broken(&self) -> bool {
        let above = self.ticks.first().is_some_and(|low| *low > Decimal::ZERO);
        let below = self.ticks.last().is_some_and(|high| *high < Decimal::ZERO);
        self.course == Course::Amounts && (above || below)
    }

    /// Whether values can lie below zero, so that there is a line at zero.
    pub(super) fn is_signed(&self) -> bool {
        let below = self.ticks.first().is_some_and(|low| *low < Decimal::ZERO);
        self.course == Course::Amounts && below && self.ticks.last().is_some_and(|high| *high >= Decimal::ZERO)
    }

    /// How high a value stands where every row is told apart into so many levels: 0 is the lowest. Everything in the plot
    /// has its place from here, so that equal values share a row.
    pub(super) fn level(&self, value: Decimal, of_row: u16) -> u16 {
        let top = self.rows.saturating_mul(of_row).saturating_sub(1);
        let Some(height) = self.height(value) else { return top / 2 };
        // The middle of the lowest row is half a row above the lower edge of the plot.
        let level = height.checked_add(Decimal::new(5, 1)).and_then(|rows| rows.checked_mul(Decimal::from(of_row)));
        level.unwrap_or_default().floor().max(Decimal::ZERO).to_u16().unwrap_or(top).min(top)
    }

    /// The rows from the middle of the lowest one up to a value; none where all values stand in the middle.
    fn height(&self, value: Decimal) -> Option<Decimal> {
        let value = self.course.rising(value);
        match self.heights {
            Heights::Steps(steps) => steps.height(value),
            Heights::Between(low, high) if low < high => {
                share(value, low, high).checked_mul(Decimal::from(self.rows.saturating_sub(1)))
            }
            Heights::Between(..) => None,
        }
    }
}

impl Steps {
    /// Steps of 1, 2, 4 or 5 times a power of ten that hold `low` and `high`. Of these the ones with which the values, from
    /// the lowest to the highest of `ends`, take the most rows; a tick more is worth a row, and fours cost more than one.
    /// `None` where the plot is too low for two ticks `apart`, or the values are too large.
    fn best(
        (low, high): (Decimal, Decimal),
        ends: (Decimal, Decimal),
        rows: u16,
        apart: u16,
        course: Course,
    ) -> Option<Self> {
        if low >= high {
            return None;
        }
        // Most steps are far too small, which a product tells sooner than a quotient.
        let reach = |step: &Decimal| step.checked_mul(Decimal::from(rows));
        let small = |step: &Decimal| reach(step).zip(high.checked_sub(low)).is_some_and(|(reach, span)| reach < span);
        let whole = |step: &Decimal| course == Course::Amounts || *step >= Decimal::ONE;
        let ends = if ends.0 < ends.1 { ends } else { (low, high) };
        let tried = steps().filter(whole).skip_while(small).take(TRIED);
        let mut best: Option<(Decimal, Self)> = None;
        for steps in tried.filter_map(|step| Self::of(step, (low, high), rows, apart, course)) {
            let taken = steps.height(ends.1).zip(steps.height(ends.0)).and_then(|(high, low)| high.checked_sub(low));
            let worth = taken.unwrap_or_default().saturating_add(Decimal::from(steps.count));
            let worth = if is_four(steps.step) { worth - Decimal::new(15, 1) } else { worth };
            // Of two that are as good the smaller step, which came first.
            if best.is_none_or(|(most, _)| worth > most) {
                best = Some((worth, steps));
            }
        }
        best.map(|(_, steps)| steps)
    }

    /// Multiples of this step in as many whole rows each as the plot has for them. The first is not above `low`, so that the
    /// axis starts with a value that can be read.
    fn of(step: Decimal, (low, high): (Decimal, Decimal), rows: u16, apart: u16, course: Course) -> Option<Self> {
        let first = low.checked_div(step)?.floor();
        // What is too small for the quotient is below it all the same.
        let first = if first.checked_mul(step)? > low { first.checked_sub(Decimal::ONE)? } else { first };
        let up = high.checked_div(step)?.checked_sub(first)?;
        // The highest value is at most half a row above the middle of the highest row.
        let room = Decimal::from(rows).checked_sub(Decimal::new(5, 1))?;
        let most = room.checked_div(up)?.floor().to_u16().unwrap_or(u16::MAX).min(rows.saturating_sub(1));
        let fits = |per: u16| up.checked_mul(Decimal::from(per)).is_some_and(|needs| needs < room);
        let per = [most, most.saturating_sub(1)].into_iter().find(|per| *per >= apart && fits(*per))?;
        let count = rows.saturating_sub(1).checked_div(per)?.saturating_add(1);
        let steps = Self { step, first, per, count };
        // Values on both sides of zero need a tick on both.
        let one_sided = high > Decimal::ZERO && low < Decimal::ZERO && first + Decimal::from(count) <= Decimal::ONE;
        // And so do places, which end before zero.
        let lonely = course == Course::Places && first + Decimal::ONE >= Decimal::ZERO;
        ((2..=MOST).contains(&count) && !one_sided && !lonely).then_some(steps)
    }

    /// The rows from the middle of the lowest one up to a value.
    fn height(&self, value: Decimal) -> Option<Decimal> {
        value.checked_div(self.step)?.checked_sub(self.first)?.checked_mul(Decimal::from(self.per))
    }

    /// The multiples; one beyond the largest decimal is left out.
    fn ticks(&self) -> Vec<Decimal> {
        let tick = |at: u16| self.first.checked_add(Decimal::from(at))?.checked_mul(self.step);
        (0..self.count).filter_map(tick).map(|tick| tick.normalize()).collect()
    }
}

/// Whether a step is 4 times a power of ten, in which nobody counts who can do without.
fn is_four(step: Decimal) -> bool {
    step.mantissa().to_string().starts_with('4')
}

/// What an axis of amounts has to hold: zero, unless that would flatten the line.
fn span(low: Decimal, high: Decimal) -> (Decimal, Decimal) {
    if low == high {
        // One value stands about in the middle, between zero and twice the value.
        let twice = low.checked_add(low).filter(|twice| !twice.is_zero());
        twice.map_or((low, low), |twice| (twice.min(Decimal::ZERO), twice.max(Decimal::ZERO)))
    } else if low < Decimal::ZERO {
        (low, high.max(Decimal::ZERO))
    } else if low < high - low {
        (Decimal::ZERO, high)
    } else {
        widened(low, high)
    }
}

/// What an axis of places has to hold, told as negative numbers: a place on either side of a single one.
fn beside(low: Decimal, high: Decimal) -> (Decimal, Decimal) {
    if low < high {
        return (low, high);
    }
    let above = high.checked_add(Decimal::ONE).filter(|above| *above < Decimal::ZERO);
    (low.checked_sub(Decimal::ONE).unwrap_or(low), above.unwrap_or(high))
}

/// The level of a value between two others, from 0 to `levels - 1`; where the two are one, the middle.
pub(in crate::ui::chart) fn level(value: Decimal, low: Decimal, high: Decimal, levels: u16) -> u16 {
    let top = levels.saturating_sub(1);
    if low >= high {
        return top / 2;
    }
    let exact = share(value, low, high).checked_mul(Decimal::from(top)).unwrap_or_default();
    let rounded = exact.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero);
    rounded.to_u16().unwrap_or(top).min(top)
}

/// How far a value is on the way from `low` to `high`, which lies above it: from 0 to 1.
fn share(value: Decimal, low: Decimal, high: Decimal) -> Decimal {
    let value = value.clamp(low, high);
    match high.checked_sub(low) {
        Some(span) => scale::ratio(value - low, span),
        // The span of the largest values has no decimal of its own; that of their quarters has.
        None => scale::ratio(quarter(value) - quarter(low), quarter(high) - quarter(low)),
    }
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

/// 1, 2, 4 and 5 times every power of ten that a decimal can hold, rising.
fn steps() -> impl Iterator<Item = Decimal> {
    let small = (0..=28).rev().map(|scale| (1, scale));
    let large = (1..=28).map(|power| (10_i128.pow(power), 0));
    small.chain(large).flat_map(|(unit, scale)| {
        [1, 2, 4, 5].into_iter().filter_map(move |digit| Decimal::try_from_i128_with_scale(digit * unit, scale).ok())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::chart::testing;
    use proptest::prelude::*;

    fn axis(values: &[&str], rows: u16) -> (String, bool) {
        let values: Vec<Decimal> = values.iter().map(|value| value.parse().unwrap()).collect();
        let axis = Axis::of(values.iter().copied(), rows, Course::Amounts).unwrap();
        (told(&axis), axis.is_broken())
    }

    /// The ticks with their rows from below.
    fn told(axis: &Axis) -> String {
        let tick = |tick: &Decimal| format!("{tick}@{}", axis.level(*tick, 1));
        axis.ticks.iter().map(tick).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn the_axis_starts_at_zero_or_says_that_it_does_not() {
        assert_eq!(axis(&["0", "3", "10"], 14), ("0@0 5@6 10@12".to_owned(), false));
        assert_eq!(axis(&["4.9", "10"], 14), ("0@0 5@6 10@12".to_owned(), false));
        assert_eq!(axis(&["9", "10"], 14), ("9@0 9.5@6 10@12".to_owned(), true));
        assert_eq!(axis(&["53100", "61000"], 14), ("50000@0 55000@6 60000@12".to_owned(), true));
        assert_eq!(axis(&["-3", "5"], 4), ("-5@0 0@1 5@2 10@3".to_owned(), false));
        assert_eq!(axis(&["-3", "-2.9"], 9), ("-3@0 -2@2 -1@4 0@6 1@8".to_owned(), false));
    }

    #[test]
    fn places_run_from_the_best_on_top_in_whole_numbers() {
        let places = |values: &[u32], rows: u16| {
            let axis = Axis::of(values.iter().copied().map(Decimal::from), rows, Course::Places).unwrap();
            assert!(!axis.is_broken() && !axis.is_signed());
            told(&axis)
        };
        assert_eq!(places(&[17, 14, 12], 10), "18@0 16@3 14@6 12@9");
        assert_eq!(places(&[3, 1], 10), "3@0 2@4 1@8");
        assert_eq!(places(&[5, 5], 10), "6@0 5@4 4@8");
        assert_eq!(places(&[1, 1], 10), "2@0 1@9");
        assert_eq!(places(&[1, 9], 4), "10@0 5@1");
    }

    #[test]
    fn one_value_stands_in_the_middle() {
        for value in ["7", "-7", "0", "0.0000000000000000000000000001", "79228162514264337593543950335"] {
            let value: Decimal = value.parse().unwrap();
            let axis = Axis::of([value, value].into_iter(), 9, Course::Amounts).unwrap();
            assert!((3..6).contains(&axis.level(value, 1)), "{value}");
        }
        assert_eq!(axis(&["7", "7"], 14), ("0@0 5@4 10@8 15@12".to_owned(), false));
    }

    #[test]
    fn noise_is_not_magnified() {
        let values = [Decimal::new(1000, 1), Decimal::new(1001, 1)];
        let axis = Axis::of(values.into_iter(), 10, Course::Amounts).unwrap();
        assert!(axis.is_broken());
        assert!(axis.level(values[0], 4).abs_diff(axis.level(values[1], 4)) <= 1);
    }

    fn courses() -> impl Strategy<Value = Course> {
        prop::sample::select(vec![Course::Amounts, Course::Places])
    }

    proptest! {
        #[test]
        fn the_larger_value_never_stands_lower(
            values in prop::collection::vec(testing::decimals(), 2..6),
            (rows, of_row) in (1u16..30, 1u16..9),
            course in courses(),
        ) {
            let axis = Axis::of(values.iter().copied(), rows, course).unwrap();
            let mut sorted = values;
            sorted.sort_unstable_by_key(|value| course.rising(*value));
            for pair in sorted.windows(2) {
                prop_assert!(axis.level(pair[0], of_row) <= axis.level(pair[1], of_row));
            }
            prop_assert!(axis.level(sorted[0], of_row) < rows * of_row);
        }

        #[test]
        fn equal_steps_are_equal_rows(
            values in prop::collection::vec((-100_000i64..100_000, 0u32..4), 1..6), rows in 4u16..60, course in courses(),
        ) {
            let values: Vec<Decimal> = values.into_iter().map(|(value, scale)| Decimal::new(value, scale)).collect();
            let axis = Axis::of(values.iter().copied(), rows, course).unwrap();
            let steps: Vec<_> = axis.ticks.windows(2).map(|pair| pair[1] - pair[0]).collect();
            prop_assert!(steps.windows(2).all(|pair| pair[0] == pair[1]), "{}", told(&axis));
            let at: Vec<_> = axis.ticks.iter().map(|tick| axis.level(*tick, 1)).collect();
            let apart: Vec<_> = at.windows(2).map(|pair| pair[1].checked_sub(pair[0])).collect();
            prop_assert!(apart.windows(2).all(|pair| pair[0] == pair[1]), "{}", told(&axis));
            // The rows that follow from two ticks hold for every value: each is in the nearest one.
            let ([low, high, ..], [low_at, high_at, ..]) = (&*axis.ticks, &*at) else { return Ok(()) };
            for value in &values {
                let exact = (*value - *low) / (*high - *low) * Decimal::from(high_at - low_at) + Decimal::from(*low_at);
                let off = (Decimal::from(axis.level(*value, 1)) - exact).abs();
                prop_assert!(off <= Decimal::new(500_001, 6), "{value} {exact} {}", told(&axis));
            }
        }

        #[test]
        fn ticks_are_few_and_rise(values in prop::collection::vec(testing::decimals(), 1..6), rows in 1u16..60) {
            let axis = Axis::of(values.iter().copied(), rows, Course::Amounts).unwrap();
            prop_assert!((1..=usize::from(MOST)).contains(&axis.ticks.len()));
            prop_assert!(axis.ticks.windows(2).all(|pair| pair[0] < pair[1]), "{:?}", axis.ticks);
            let (low, high) = (*values.iter().min().unwrap(), *values.iter().max().unwrap());
            prop_assert!(axis.ticks[0] <= low);
            if low < Decimal::ZERO && low < high {
                prop_assert!(axis.ticks[0] < Decimal::ZERO && *axis.ticks.last().unwrap() >= Decimal::ZERO);
            } else if low < high && low < high - low {
                prop_assert!(axis.ticks[0].is_zero());
            }
        }

        #[test]
        fn ticks_of_places_are_places(values in prop::collection::vec(1u32..300, 1..6), rows in 4u16..40) {
            let axis = Axis::of(values.iter().copied().map(Decimal::from), rows, Course::Places).unwrap();
            prop_assert!(axis.ticks.iter().all(|tick| tick.fract().is_zero() && *tick >= Decimal::ONE), "{:?}", axis.ticks);
        }
    }
}
