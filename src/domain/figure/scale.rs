//! 万 and 亿, K, M and B: the power of ten that a number is told in.

use rust_decimal::Decimal;

use super::digits::Way;
use super::{Format, Notation, digits};
use crate::domain::dataset::Unit;
use crate::domain::text::Lang;

/// The power of ten that numbers are told in. Each language has its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, PartialOrd, Ord)]
pub enum Scale {
    /// As they stand.
    #[default]
    One,
    /// K.
    Thousand,
    /// 万.
    TenThousand,
    /// M.
    Million,
    /// 亿.
    HundredMillion,
    /// B.
    Billion,
    /// 万亿, T.
    Trillion,
}

impl Scale {
    /// The scales of a language, the smallest first.
    pub fn of(lang: Lang) -> &'static [Self] {
        match lang {
            Lang::Zh => &[Self::One, Self::TenThousand, Self::HundredMillion, Self::Trillion],
            Lang::En => &[Self::One, Self::Thousand, Self::Million, Self::Billion, Self::Trillion],
        }
    }

    /// The power of ten.
    pub fn power(self) -> u32 {
        match self {
            Self::One => 0,
            Self::Thousand => 3,
            Self::TenThousand => 4,
            Self::Million => 6,
            Self::HundredMillion => 8,
            Self::Billion => 9,
            Self::Trillion => 12,
        }
    }

    /// The word behind the number.
    pub fn word(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Self::One, _) => "",
            (Self::Thousand, _) => "K",
            (Self::TenThousand, _) => "万",
            (Self::Million, _) => "M",
            (Self::HundredMillion, _) => "亿",
            (Self::Billion, _) => "B",
            (Self::Trillion, Lang::Zh) => "万亿",
            (Self::Trillion, Lang::En) => "T",
        }
    }

    /// The largest scale of the language that is no larger: a scale chosen before the language was switched.
    fn in_lang(self, lang: Lang) -> Self {
        Self::of(lang).iter().copied().filter(|scale| scale.power() <= self.power()).max().unwrap_or_default()
    }
}

impl Format {
    /// A number as it is shown by itself, and whether digits were lost.
    ///
    /// Compact: below 10 000 as it stands, above with 万 亿 万亿 or K M B T; at most two decimals, more only for what is
    /// less than a tenth. The number is rounded before the word is chosen: 99 999 999 is 1亿, not 10000万. Exact: every
    /// digit.
    pub fn number(self, value: Decimal) -> (String, bool) {
        self.number_by(value, Way::Nearest)
    }

    /// A number told at a scale, with its word, and whether digits were lost. Zero has no word.
    pub fn at_scale(self, value: Decimal, scale: Scale) -> (String, bool) {
        self.at_scale_by(value, scale, Way::Nearest)
    }

    /// The same as [`Self::number`], rounded the way that keeps a bound true.
    pub(super) fn number_by(self, value: Decimal, way: Way) -> (String, bool) {
        match self.notation {
            Notation::Exact => (self.digits(value), false),
            Notation::Compact => self.at_scale_by(value, self.natural(value, way), way),
        }
    }

    /// The same as [`Self::at_scale`], rounded the way that keeps a bound true.
    pub(super) fn at_scale_by(self, value: Decimal, scale: Scale, way: Way) -> (String, bool) {
        self.at_scale_with(value, scale.in_lang(self.lang), 0, way)
    }

    /// The same with so many decimals more.
    fn at_scale_with(self, value: Decimal, scale: Scale, more: u32, way: Way) -> (String, bool) {
        let decimals = match self.notation {
            Notation::Compact => digits::decimals(value, scale.power()).saturating_add(more).min(28),
            Notation::Exact => 28,
        };
        let (rounded, lost) = digits::shifted(value, scale.power(), decimals, way);
        let word = if rounded.is_zero() { "" } else { scale.word(self.lang) };
        (self.digits(rounded) + word, lost)
    }

    /// A number on an axis with this scale, and whether digits were lost. A small one beside large ones has a digit more
    /// where it would else be off by more than 0.5 %.
    pub(super) fn on_axis(self, value: Decimal, scale: Scale, way: Way) -> (String, bool) {
        let scale = scale.in_lang(self.lang);
        let more = u32::from(!is_close(value, scale));
        self.at_scale_with(value, scale, more, way)
    }

    /// One scale for all values of one axis, which are in `unit`: the largest at which every value but zero is off by at
    /// most 0.5 % with two decimals. It is never larger than the scale that the largest value has by itself, so that an axis
    /// of hundreds is not told in 0.01万; nor so small that the largest value becomes a row of digits nobody reads, such as
    /// 9,864,000万. In exact notation it is always [`Scale::One`].
    pub fn scale(self, values: &[Decimal], unit: &Unit) -> Scale {
        let values: Vec<Decimal> = values.iter().map(|value| self.told_in(*value, unit).0).collect();
        let largest = values.iter().map(Decimal::abs).max().unwrap_or_default();
        if self.notation == Notation::Exact {
            return Scale::One;
        }
        let top = self.natural(largest, Way::Nearest);
        let fits = |scale: &Scale| *scale <= top && values.iter().all(|value| is_close(*value, *scale));
        let closest = Scale::of(self.lang).iter().copied().rev().find(fits).unwrap_or_default();
        let readable = |scale: &Scale| *scale >= top || (*scale >= closest && is_short(largest, *scale));
        // What is too small beside it to be held there must not become zero.
        let held = |scale: &Scale| values.iter().all(|value| digits::decimals(*value, scale.power()) < 27);
        Scale::of(self.lang).iter().copied().find(readable).filter(held).unwrap_or(closest)
    }

    /// Every digit of a number, without a scale.
    pub(super) fn digits(self, value: Decimal) -> String {
        digits::plain(value, self.lang)
    }

    /// The scale that a number has by itself in compact notation.
    fn natural(self, value: Decimal, way: Way) -> Scale {
        let scales = Scale::of(self.lang);
        let within = |pair: &&[Scale]| {
            let [scale, next] = pair else { return false };
            let (rounded, _) = digits::shifted(value, scale.power(), digits::decimals(value, scale.power()), way);
            // Four digits stand without a word in both languages; after that each word ends where the next begins.
            let power = if *scale == Scale::One { 4 } else { next.power() - scale.power() };
            rounded.abs() < Decimal::from(10_u32.pow(power))
        };
        let last = scales.last().copied().unwrap_or_default();
        scales.windows(2).find(within).and_then(|pair| pair.first().copied()).unwrap_or(last)
    }
}

/// Whether the whole part of a value at a scale is read at a glance: six digits by themselves, four before a word.
fn is_short(value: Decimal, scale: Scale) -> bool {
    let digits = if scale == Scale::One { 6 } else { 4 };
    digits::shifted(value, scale.power(), 2, Way::Nearest).0.abs() < Decimal::from(10_u64.pow(digits))
}

/// Whether a value told at a scale with two decimals is off by at most 0.5 % of itself.
fn is_close(value: Decimal, scale: Scale) -> bool {
    let (rounded, lost) = digits::shifted(value, scale.power(), 2, Way::Nearest);
    let off = || {
        let shown = rounded.checked_mul(Decimal::from(10_u64.pow(scale.power())))?;
        shown.checked_sub(value)?.abs().checked_mul(Decimal::from(200))
    };
    !lost || scale == Scale::One || off().is_some_and(|off| off <= value.abs())
}
