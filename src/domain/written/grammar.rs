//! What a run of digits and Chinese numerals is worth: 十二, 3亿4500万, 二〇二四, 两万五.

use rust_decimal::Decimal;

/// One piece of a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Item {
    /// 〇 or 零.
    Zero,
    /// 一 to 九, and 两.
    Digit(u32),
    /// A number in digits.
    Number(Decimal),
    /// What follows 点, below one.
    Fraction(Decimal),
    /// 十 百 千 万 亿, as a power of ten.
    Power(u32),
}

impl Item {
    /// The item that one Chinese character stands for.
    pub(super) fn from_char(c: char) -> Option<Self> {
        Some(match c {
            '〇' | '零' => Self::Zero,
            '两' => Self::Digit(2),
            '十' => Self::Power(1),
            '百' => Self::Power(2),
            '千' => Self::Power(3),
            '万' => Self::Power(4),
            '亿' => Self::Power(8),
            _ => {
                let at = "一二三四五六七八九".chars().position(|digit| digit == c)?;
                Self::Digit(u32::try_from(at).ok()? + 1)
            }
        })
    }
}

/// The value of a run; `None` where it is no one number, such as 三四.
pub(super) fn value(items: &[Item]) -> Option<Decimal> {
    let plain = items.iter().all(|item| matches!(item, Item::Zero | Item::Digit(_)));
    if plain && items.len() > 1 {
        return positional(items);
    }
    let mut sum = Sum::default();
    for item in items {
        sum.push(*item)?;
    }
    sum.finish()
}

/// Digits one after another: 二〇二四. Two or three without a zero are a vague range (三四个, 七八十).
fn positional(items: &[Item]) -> Option<Decimal> {
    if items.len() < 4 && !items.contains(&Item::Zero) {
        return None;
    }
    items.iter().try_fold(Decimal::ZERO, |sum, item| {
        let digit = if let Item::Digit(digit) = item { *digit } else { 0 };
        sum.checked_mul(Decimal::TEN)?.checked_add(digit.into())
    })
}

/// A structured numeral as far as it has been read.
#[derive(Default)]
struct Sum {
    /// What stands before 亿.
    yi: Option<Decimal>,
    /// What stands before 万, behind 亿.
    wan: Option<Decimal>,
    /// What stands behind 万: thousands, hundreds, tens.
    section: Option<Decimal>,
    /// The digits that no power has followed yet, and whether they are one Chinese digit.
    current: Option<(Decimal, bool)>,
    /// The last power.
    last: Option<u32>,
    /// Whether a zero stood since the last power.
    gap: bool,
}

impl Sum {
    fn push(&mut self, item: Item) -> Option<()> {
        match item {
            Item::Zero if self.current.is_none() => self.gap = true,
            Item::Digit(digit) if self.current.is_none() => self.current = Some((digit.into(), !self.gap)),
            Item::Number(number) if self.current.is_none() => self.current = Some((number, false)),
            Item::Fraction(part) => {
                let whole = self.current.map_or(Decimal::ZERO, |(whole, _)| whole);
                self.current = Some((whole.checked_add(part)?, false));
            }
            Item::Power(power) => self.power(power)?,
            _ => return None,
        }
        Some(())
    }

    fn power(&mut self, power: u32) -> Option<()> {
        let digits = self.current.take().map(|(digits, _)| digits);
        // A power without a digit in front stands alone (百余) or is the ten of 一百一十 said short.
        let bare = digits.is_none() && (self.last.is_none() || power == 1);
        let factor = Decimal::from(10_u32.checked_pow(power)?);
        if power < 4 {
            if digits.is_none() && !bare || self.section.is_some() && self.last.is_some_and(|last| last <= power) {
                return None;
            }
            let part = digits.unwrap_or(Decimal::ONE).checked_mul(factor)?;
            self.section = Some(self.section.unwrap_or_default().checked_add(part)?);
        } else {
            let section = add(self.section.take(), digits)?;
            let (slot, inner) =
                if power == 4 { (&mut self.wan, section) } else { (&mut self.yi, add(self.wan.take(), section)?) };
            let inner = if bare { Some(inner.unwrap_or(Decimal::ONE)) } else { inner };
            if slot.is_some() {
                return None;
            }
            *slot = Some(inner?.checked_mul(factor)?);
        }
        self.last = Some(power);
        self.gap = false;
        Some(())
    }

    fn finish(self) -> Option<Decimal> {
        let tail = match (self.current, self.last) {
            // 两万五 is 25 000, 一百六 is 160: the digit counts the next power down.
            (Some((digit, true)), Some(last)) if last > 1 => {
                Some(digit.checked_mul(10_u32.checked_pow(last - 1)?.into())?)
            }
            // 3万5: written half in digits, it may mean either.
            (Some((digits, false)), Some(last)) if !self.gap && digits >= Decimal::ONE && last > 1 => return None,
            (current, _) => current.map(|(digits, _)| digits),
        };
        let sum = add(add(self.yi, self.wan)?, add(self.section, tail)?)?;
        sum.or(self.gap.then_some(Decimal::ZERO))
    }
}

/// The sum of what is there.
#[expect(clippy::option_option, reason = "the outer option is the overflow")]
fn add(a: Option<Decimal>, b: Option<Decimal>) -> Option<Option<Decimal>> {
    match (a, b) {
        (Some(a), Some(b)) => a.checked_add(b).map(Some),
        (one, other) => Some(one.or(other)),
    }
}
