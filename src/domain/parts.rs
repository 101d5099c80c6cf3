//! What the parts of a value say about the whole: the share that each is of it, and what they leave. Everything is computed
//! on integers, so that nothing is rounded but the share itself, once.

use rust_decimal::Decimal;

use super::dataset::UnitKind;

/// Whether amounts of a kind of unit add up: places, ratios and shares of different wholes do not.
pub fn adds_up(kind: UnitKind) -> bool {
    match kind {
        UnitKind::Count | UnitKind::Money | UnitKind::Area | UnitKind::Duration => true,
        UnitKind::Share | UnitKind::Rank | UnitKind::Multiple => false,
    }
}

/// The sum of the parts; `None` where it cannot be held exactly.
pub fn sum(parts: &[Decimal]) -> Option<Decimal> {
    let (integers, scale) = integers(parts)?;
    let sum = integers.into_iter().try_fold(0_i128, i128::checked_add)?;
    Decimal::try_from_i128_with_scale(sum, scale).ok().map(|sum| sum.normalize())
}

/// How much more the parts are than the value, or with a minus less; `None` where they are the value, or where it cannot be
/// held exactly.
pub fn surplus(value: Decimal, parts: &[Decimal]) -> Option<Decimal> {
    let less: Vec<Decimal> = parts.iter().copied().chain([-value]).collect();
    sum(&less).filter(|surplus| !surplus.is_zero())
}

/// What the parts leave of a value, where they are less than it; `None` where one of them is less than nothing, for then
/// they are no parts of it.
pub fn rest(value: Decimal, parts: &[Decimal]) -> Option<Decimal> {
    let rest = -surplus(value, parts)?;
    let positive = parts.iter().all(|part| *part >= Decimal::ZERO);
    (positive && rest > Decimal::ZERO).then_some(rest)
}

/// The share that a part is of the sum of all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Share {
    /// In tenths of a percent, rounded half up, each share by itself.
    tenths: i128,
    /// Whether it is nothing, or all.
    extreme: bool,
}

/// The shares of all parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shares(Vec<Share>);

/// The whole, in tenths of a percent.
const WHOLE: i128 = 1000;

impl Shares {
    /// The share of each part; `None` where a part is negative, where all are zero, or where they are too long to be divided
    /// exactly.
    pub fn of(parts: &[Decimal]) -> Option<Self> {
        let (integers, _) = integers(parts)?;
        let sum = integers.iter().try_fold(0_i128, |sum, part| sum.checked_add(*part))?;
        if sum == 0 || integers.iter().any(|part| *part < 0) {
            return None;
        }
        let share = |part: i128| {
            let tenths = part.checked_mul(2 * WHOLE)?.checked_add(sum)? / sum.checked_mul(2)?;
            Some(Share { tenths, extreme: part == 0 || part == sum })
        };
        integers.into_iter().map(share).collect::<Option<_>>().map(Self)
    }

    /// The shares as they are written, in the order of the parts: with one decimal all of them, or none of them. What is
    /// neither nothing nor all is never written as if it were.
    pub fn texts(&self) -> Vec<String> {
        let whole = self.0.iter().all(|share| share.tenths % 10 == 0 && !share.is_misread());
        self.0.iter().map(|share| share.text(whole)).collect()
    }

    /// What the written shares sum to, as a percentage; `None` where that is the whole.
    pub fn off(&self) -> Option<String> {
        let tenths = self.0.iter().map(|share| share.tenths).sum();
        (tenths != WHOLE).then(|| Share { tenths, extreme: true }.text(false))
    }
}

impl Share {
    /// Whether it would be written as nothing or all without being that.
    fn is_misread(self) -> bool {
        !self.extreme && (self.tenths == 0 || self.tenths == WHOLE)
    }

    fn text(self, whole: bool) -> String {
        match self.tenths {
            0 if self.is_misread() => "<0.1%".to_owned(),
            WHOLE if self.is_misread() => ">99.9%".to_owned(),
            tenths if whole => format!("{}%", tenths / 10),
            tenths => format!("{}.{}%", tenths / 10, tenths % 10),
        }
    }
}

/// Decimals as integers of one scale; `None` where one of them would be too long.
fn integers(decimals: &[Decimal]) -> Option<(Vec<i128>, u32)> {
    let decimals: Vec<Decimal> = decimals.iter().map(Decimal::normalize).collect();
    let scale = decimals.iter().map(Decimal::scale).max().unwrap_or(0);
    let integer = |it: &Decimal| it.mantissa().checked_mul(10_i128.checked_pow(scale - it.scale())?);
    Some((decimals.iter().map(integer).collect::<Option<_>>()?, scale))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn decimals(text: &str) -> Vec<Decimal> {
        text.split_whitespace().map(|it| it.parse().unwrap()).collect()
    }

    fn written(parts: &str) -> (String, Option<String>) {
        let shares = Shares::of(&decimals(parts)).unwrap();
        (shares.texts().join(" "), shares.off())
    }

    #[test]
    fn shares_are_rounded_each_by_itself() {
        // 1/3 = 33.33…, three times 33.3 is 99.9; 1/6 = 16.66…, six times 16.7 is 100.2.
        assert_eq!(written("1 1 1"), ("33.3% 33.3% 33.3%".into(), Some("99.9%".into())));
        assert_eq!(written("5 5 5 5 5 5"), ("16.7% 16.7% 16.7% 16.7% 16.7% 16.7%".into(), Some("100.2%".into())));
        // 2/3 = 66.66…
        assert_eq!(written("0.2 0.1"), ("66.7% 33.3%".into(), None));
        assert_eq!(written("50 50"), ("50% 50%".into(), None));
        assert_eq!(written("60 25.5 14.5"), ("60.0% 25.5% 14.5%".into(), None));
        // 1/2000 = 0.05 %: half of a tenth goes up.
        assert_eq!(written("1999 1"), (">99.9% 0.1%".into(), Some("100.1%".into())));
        assert_eq!(written("123456789012345678 123456789012345678"), ("50% 50%".into(), None));
    }

    #[test]
    fn only_nothing_is_nothing_and_only_all_is_all() {
        assert_eq!(written("99999 1"), (">99.9% <0.1%".into(), None));
        assert_eq!(written("7 0"), ("100% 0%".into(), None));
    }

    #[test]
    fn what_is_no_part_has_no_share() {
        for parts in ["", "0 0", "5 -1", "1 -1", "79228162514264337593543950335 0.0000000000000000000000000001"] {
            assert_eq!(Shares::of(&decimals(parts)), None, "{parts}");
        }
    }

    #[test]
    fn sums_and_rests_are_exact() {
        let sum_of = |parts: &str| sum(&decimals(parts)).map(|it| it.to_string());
        assert_eq!(sum_of("0.1 0.2"), Some("0.3".to_owned()));
        assert_eq!(sum_of("12.50 -2.5"), Some("10".to_owned()));
        assert_eq!(sum_of(""), Some("0".to_owned()));
        // A sum that `Decimal` would round in its last place.
        assert_eq!(sum_of("9999999999999999999999999999 0.1"), None);
        assert_eq!(sum_of("79228162514264337593543950335 1"), None);
        let rest_of =
            |value: &str, parts: &str| rest(value.parse().unwrap(), &decimals(parts)).map(|it| it.to_string());
        assert_eq!(rest_of("100", "60 30.5"), Some("9.5".to_owned()));
        assert_eq!(rest_of("100", "60 40"), None);
        assert_eq!(rest_of("100", "60 50"), None);
        assert_eq!(rest_of("100", "60 -10"), None);
        assert_eq!(rest_of("-5", "-7"), None);
        let surplus_of =
            |value: &str, parts: &str| surplus(value.parse().unwrap(), &decimals(parts)).map(|it| it.to_string());
        assert_eq!(surplus_of("5.3", "2.6 2.6"), Some("-0.1".to_owned()));
        assert_eq!(surplus_of("5.3", "2.7 2.7"), Some("0.1".to_owned()));
        assert_eq!(surplus_of("5.3", "2.7 2.60"), None);
    }

    proptest! {
        #[test]
        fn a_share_is_within_half_of_its_last_place(parts in prop::collection::vec((0_u32..5_000_000, 0_u32..4), 1..8)) {
            let parts: Vec<Decimal> = parts.into_iter().map(|(digits, scale)| Decimal::new(digits.into(), scale)).collect();
            let Some(shares) = Shares::of(&parts) else { return Ok(()) };
            let sum = sum(&parts).unwrap();
            for (part, share) in parts.iter().zip(&shares.0) {
                let exact = *part * Decimal::from(1000) / sum;
                let off = (Decimal::from(share.tenths) - exact).abs();
                prop_assert!(off <= Decimal::new(5, 1), "{part} of {sum}: {share:?}");
            }
        }

        #[test]
        fn rest_and_parts_are_the_value(value in 0_i64..1_000_000, parts in prop::collection::vec(0_i64..300_000, 0..6)) {
            let parts: Vec<Decimal> = parts.into_iter().map(|part| Decimal::new(part, 2)).collect();
            let value = Decimal::new(value, 1);
            match rest(value, &parts) {
                Some(rest) => prop_assert_eq!(parts.iter().sum::<Decimal>() + rest, value),
                None => prop_assert!(parts.iter().sum::<Decimal>() >= value),
            }
        }
    }
}
