//! Numbers over time and by place: made from the id of a metric by whole-number arithmetic alone, so that every machine
//! makes the same.

use rust_decimal::Decimal;

/// What comes in thousandths.
const THOUSAND: i128 = 1000;

/// A stream of numbers that look like chance: `SplitMix64`, seeded by a text.
pub(crate) struct Chance(u64);

impl Chance {
    pub(crate) fn of(seed: &str) -> Self {
        // FNV-1a.
        Self(
            seed.bytes()
                .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)),
        )
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        bits ^ (bits >> 31)
    }

    /// A number from `-most` to `most`.
    pub(crate) fn around(&mut self, most: i128) -> i128 {
        let span = 2 * most + 1;
        i128::from(self.next()) % span - most
    }
}

/// How a series comes to its last value.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Course {
    /// About where it begins, in the unit of the metric and with the decimals of the value.
    pub(crate) from: &'static str,
    /// How far a point may be off its course, in thousandths of its value.
    pub(crate) wobble: i128,
    /// What the seasons add, in thousandths; they repeat, and the value is of the last one. Empty: nothing.
    pub(crate) seasons: &'static [i128],
}

/// A number as so many of its last place, and how many places there are.
fn parts(text: &str, places: u32) -> i128 {
    let number = decimal(text);
    assert!(number.scale() <= places, "{text} has more decimals than the value");
    number.mantissa() * 10_i128.pow(places - number.scale())
}

/// The decimal that a text says.
pub(crate) fn decimal(text: &str) -> Decimal {
    Decimal::from_str_exact(text).unwrap_or_else(|_| panic!("{text} is no decimal"))
}

/// What others of a kind with the value are multiples of: nobody counts a billion to the last yuan.
fn grain(value: Decimal) -> i128 {
    let mut grain = 1;
    while value.mantissa() % (grain * 10) == 0 && value.mantissa().abs() / (grain * 10) >= 5000 {
        grain *= 10;
    }
    grain
}

/// So many points on the way to `value`, which is not among them.
pub(crate) fn points(id: &str, value: Decimal, course: Course, count: usize) -> Vec<Decimal> {
    let places = value.scale();
    let season = |at: usize| match course.seasons {
        [] => THOUSAND,
        // The value is of the last season, so the points end with the one before it.
        seasons => THOUSAND + seasons[(at + seasons.len() * (count + 1) - 1 - count) % seasons.len()],
    };
    let first = parts(course.from, places);
    let last = value.mantissa() * THOUSAND / season(count);
    let mut chance = Chance::of(id);
    let grain = grain(value);
    let all = i128::try_from(count).expect("a short series");
    let point = |(at, step): (usize, i128)| {
        let course_here = first * THOUSAND + (last - first) * THOUSAND * step / all;
        let here = course_here * season(at) / THOUSAND * (THOUSAND + chance.around(course.wobble)) / THOUSAND;
        let grains = (here + THOUSAND * grain / 2).div_euclid(THOUSAND * grain);
        Decimal::from_i128_with_scale(grains * grain, places)
    };
    (0..count).zip(0..).map(point).collect()
}

/// Divides so many thousandths of a value by weights that are a little off for each metric; the parts add up exactly,
/// what rounding leaves goes to the first.
pub(crate) fn divide(id: &str, value: Decimal, thousandths: i128, weights: &[i128]) -> Vec<Decimal> {
    let mut chance = Chance::of(&format!("{id} by part"));
    let weights: Vec<i128> = weights.iter().map(|weight| weight * (THOUSAND + chance.around(220))).collect();
    let sum: i128 = weights.iter().sum();
    let grain = grain(value);
    let all = value.mantissa() / grain * thousandths / THOUSAND;
    let mut parts: Vec<i128> = weights.iter().map(|weight| all * weight / sum).collect();
    parts[0] += all - parts.iter().sum::<i128>();
    parts.into_iter().map(|part| Decimal::from_i128_with_scale(part * grain, value.scale())).collect()
}

/// A value for each weight, off by about so many of the last place of `value`, which is their weighted mean as near as
/// its last place tells.
pub(crate) fn spread(id: &str, value: Decimal, most: i128, weights: &[i128]) -> Vec<Decimal> {
    let mut chance = Chance::of(&format!("{id} by part"));
    let off: Vec<i128> = weights.iter().map(|_| chance.around(most)).collect();
    let sum: i128 = weights.iter().sum();
    let mean = weights.iter().zip(&off).map(|(weight, off)| weight * off).sum::<i128>();
    let mean = (2 * mean + sum).div_euclid(2 * sum);
    off.into_iter().map(|off| Decimal::from_i128_with_scale(value.mantissa() + off - mean, value.scale())).collect()
}
