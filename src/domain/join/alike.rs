//! When texts and units of two files say the same, and how values go from one unit into another without being rounded.

use rust_decimal::Decimal;

use crate::domain::dataset::Unit;
use crate::domain::decimal::exact_product;
use crate::domain::dimension::base_of;
use crate::domain::district::District;
use crate::domain::id::Id;
use crate::domain::text::{Lang, Text};

/// Whether two texts are the same in at least one language; blanks around them do not count.
pub(super) fn in_a_language(a: &Text, b: &Text) -> bool {
    Lang::ALL.iter().any(|lang| a.get(*lang).trim() == b.get(*lang).trim())
}

/// Whether two texts differ in no language that both are written in. What only one of the two has is no difference.
pub(super) fn throughout(a: Option<&Text>, b: Option<&Text>) -> bool {
    let (Some(a), Some(b)) = (a, b) else { return true };
    match (a, b) {
        (Text::Each { zh, en }, Text::Each { zh: other_zh, en: other_en }) => {
            let agree = |a: &Option<String>, b: &Option<String>| match (a, b) {
                (Some(a), Some(b)) => a.trim() == b.trim(),
                _ => true,
            };
            agree(zh, other_zh) && agree(en, other_en) && in_a_language(a, b)
        }
        _ => in_a_language(a, b),
    }
}

/// Whether two units of different files are one unit: same id, same kind, and no name that contradicts it.
fn same_unit(a: &Unit, b: &Unit) -> bool {
    a.id == b.id && a.kind == b.kind && throughout(Some(&a.name), Some(&b.name))
}

/// How a value goes into another unit: it is multiplied by one factor and divided by another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Conversion {
    times: Decimal,
    over: Decimal,
}

/// How values of a unit of one file become values of a unit of another; `None` where they do not.
pub(super) fn conversion(from: (&District, &Id), to: (&District, &Id)) -> Option<Conversion> {
    let (own, other) = (from.0.unit(from.1)?, to.0.unit(to.1)?);
    if same_unit(own, other) {
        return Some(Conversion { times: Decimal::ONE, over: Decimal::ONE });
    }
    let ((own_base, times), (other_base, over)) = (base_of(from.0, own), base_of(to.0, other));
    // A unit of one id that means two things would be converted by what one of the files says of it alone.
    (own.id != other.id && same_unit(own_base, other_base)).then_some(Conversion { times, over })
}

impl Conversion {
    /// The value in the other unit; `None` where it cannot be held exactly.
    pub(super) fn apply(self, value: Decimal) -> Option<Decimal> {
        if self.times == self.over {
            return Some(value);
        }
        let product = exact_product(value, self.times)?;
        let quotient = product.checked_div(self.over)?.normalize();
        (exact_product(quotient, self.over)? == product).then_some(quotient)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn decimal(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    fn convert(value: &str, times: &str, over: &str) -> Option<String> {
        let conversion = Conversion { times: decimal(times), over: decimal(over) };
        conversion.apply(decimal(value)).map(|value| value.to_string())
    }

    #[test]
    fn nothing_is_rounded_on_the_way() {
        assert_eq!(convert("107", "10000", "1").as_deref(), Some("1070000"));
        assert_eq!(convert("1070000", "1", "10000").as_deref(), Some("107"));
        assert_eq!(convert("5", "10000", "100").as_deref(), Some("500"));
        assert_eq!(convert("-0.5", "0.2", "1").as_deref(), Some("-0.1"));
        assert_eq!(convert("0", "3", "7").as_deref(), Some("0"));
        assert_eq!(convert("1", "1", "3"), None);
        assert_eq!(convert("1234567890123456789012345678", "1.0001", "1"), None);
        assert_eq!(convert("9999999999999999999999999999", "10000", "1"), None);
    }

    #[test]
    fn texts_are_alike_by_what_both_say() {
        let text = |json: &str| serde_json::from_str::<Text>(json).unwrap();
        let (yuan, ten_thousand) = (text(r#"{"zh":"元","en":"yuan"}"#), text(r#"{"zh":"万元","en":"yuan"}"#));
        assert!(in_a_language(&yuan, &ten_thousand) && !throughout(Some(&yuan), Some(&ten_thousand)));
        assert!(throughout(Some(&yuan), Some(&text(r#""元 ""#))) && throughout(Some(&yuan), None));
        assert!(throughout(Some(&yuan), Some(&text(r#"{"zh":"元"}"#))));
        assert!(!throughout(Some(&text(r#"{"en":"yuan"}"#)), Some(&text(r#"{"zh":"元"}"#))));
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn what_is_converted_comes_back(digits in any::<i64>(), scale in 0u32..9, up in 1i64..100_000, down in 1i64..1000) {
            let (value, times, over) = (Decimal::new(digits, scale), Decimal::from(up), Decimal::from(down));
            if let Some(there) = (Conversion { times, over }).apply(value) {
                prop_assert_eq!((Conversion { times: over, over: times }).apply(there), Some(value));
            }
        }
    }
}
