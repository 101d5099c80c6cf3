//! Rounding and writing digits, on integers only.

use rust_decimal::Decimal;

use crate::domain::metric::Bound;
use crate::domain::text::Lang;

/// The most decimals that are held.
const MOST: u32 = 28;

/// Which way a value is rounded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    /// Half away from zero (四舍五入).
    Nearest,
    /// Down: what is over the value is over the rounded one too.
    Down,
    /// Up: what is at most the value is at most the rounded one too.
    Up,
}

impl From<Bound> for Way {
    fn from(bound: Bound) -> Self {
        match bound {
            Bound::Over => Self::Down,
            Bound::AtMost => Self::Up,
            Bound::Exact | Bound::About | Bound::Nearly => Self::Nearest,
        }
    }
}

impl Way {
    /// What is added to a quotient cut towards zero, given what was cut off and whether that is half or more.
    fn step(self, rest: i128, half: bool) -> i128 {
        match self {
            Self::Nearest if half => rest.signum(),
            Self::Down if rest < 0 => -1,
            Self::Up if rest > 0 => 1,
            _ => 0,
        }
    }
}

/// `value` divided by ten to the `power`, rounded to `decimals`, and whether digits were lost.
///
/// It works on the digits as an integer, so that nothing is rounded twice on the way.
pub(super) fn shifted(value: Decimal, power: u32, decimals: u32, way: Way) -> (Decimal, bool) {
    let (digits, scale) = (value.mantissa(), value.scale() + power);
    let (digits, scale, lost) = match scale.checked_sub(decimals).filter(|drop| *drop > 0) {
        None => (digits, scale, false),
        Some(drop) => match 10_i128.checked_pow(drop) {
            None => (way.step(digits, false), decimals, digits != 0),
            Some(divisor) => {
                let (quotient, rest) = (digits / divisor, digits % divisor);
                (quotient + way.step(rest, rest.abs() >= divisor - rest.abs()), decimals, rest != 0)
            }
        },
    };
    // The quotient is no longer than the mantissa it came from, and `decimals` is at most 28: this always holds.
    Decimal::try_from_i128_with_scale(digits, scale).map_or((value, false), |rounded| (rounded.normalize(), lost))
}

/// How many decimals `value`, divided by ten to the `power`, is shown with in compact form: two, and for less than a
/// tenth as many as give two significant digits, so that nothing but zero ever shows as zero.
pub(super) fn decimals(value: Decimal, power: u32) -> u32 {
    let digits = value.mantissa().unsigned_abs().checked_ilog10().map_or(1, |log| log + 1);
    // The zeros between the point and the first digit.
    let zeros = (value.scale() + power).saturating_sub(digits);
    (zeros + 2).min(MOST)
}

/// A hundred times the value, exactly; `None` where that cannot be held.
pub(super) fn hundredfold(value: Decimal) -> Option<Decimal> {
    let value = value.normalize();
    match value.scale().checked_sub(2) {
        Some(scale) => Decimal::try_from_i128_with_scale(value.mantissa(), scale).ok(),
        None => value.checked_mul(Decimal::ONE_HUNDRED),
    }
}

/// Every digit of a number. Groups of three by commas: in Chinese from 10 000 upwards, in English from 1 000.
pub(super) fn plain(value: Decimal, lang: Lang) -> String {
    let text = value.abs().normalize().to_string();
    let (whole, fraction) = text.split_once('.').map_or((text.as_str(), None), |(whole, part)| (whole, Some(part)));
    let grouped = whole.len()
        >= match lang {
            Lang::Zh => 5,
            Lang::En => 4,
        };
    let mut out = String::with_capacity(text.len() + 8);
    if value.is_sign_negative() && !value.is_zero() {
        out.push('−');
    }
    for (at, digit) in whole.chars().enumerate() {
        if grouped && at > 0 && (whole.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    if let Some(fraction) = fraction {
        out.push('.');
        out.push_str(fraction);
    }
    out
}
