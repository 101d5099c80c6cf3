//! Exact decimals: the digits of the file are the digits of the screen.

use std::borrow::Cow;
use std::ops::Deref;

use rust_decimal::Decimal;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::Error;
use serde::{Deserialize, Deserializer};
use serde_json::value::RawValue;

/// A decimal read from the characters of a JSON number (or string), never by way of a binary float.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Hash)]
pub struct Exact(pub Decimal);

impl Exact {
    /// Reads a number exactly as JSON writes it: `12`, `-0.5`, `1.2e3`. `None` where it is no such number or has more
    /// than the 28 digits that are held exactly; zeros that end the fraction do not count.
    pub fn parse(text: &str) -> Option<Self> {
        if !is_number(text) {
            return None;
        }
        let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
        let (sign, mantissa) = mantissa.strip_prefix('-').map_or(("", mantissa), |rest| ("-", rest));
        if mantissa.bytes().all(|byte| matches!(byte, b'0' | b'.')) {
            return Some(Self(Decimal::ZERO));
        }
        let (whole, fraction) = place(mantissa, exponent.parse().ok()?)?;
        // Text keeps every digit, whichever way the point has moved.
        let number = Decimal::from_str_exact(&format!("{sign}{whole}.{fraction}")).ok()?;
        Some(Self(number.normalize()))
    }
}

/// The digits before and behind the point of `mantissa`, moved by `exponent` places; `None` where they are too many.
fn place(mantissa: &str, exponent: i32) -> Option<(String, String)> {
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let all = format!("{whole}{fraction}");
    let digits = all.trim_end_matches('0');
    let point = i32::try_from(whole.len()).ok()?.checked_add(exponent)?;
    let zeros = i32::try_from(all.len() - all.trim_start_matches('0').len()).ok()?;
    // Between here and the point lie zeros only: too many of them are refused before they are written out.
    if point.checked_sub(zeros)? > DIGITS || i32::try_from(digits.len()).ok()?.checked_sub(point)? > DIGITS {
        return None;
    }
    let (before, behind) = match usize::try_from(point) {
        Ok(at) if at >= digits.len() => (format!("{digits:0<at$}"), String::new()),
        Ok(at) => (digits.get(..at)?.to_owned(), digits.get(at..)?.to_owned()),
        Err(_) => (String::new(), format!("{}{digits}", "0".repeat(point.unsigned_abs() as usize))),
    };
    let before = before.trim_start_matches('0');
    let count = i32::try_from(before.len() + behind.len()).ok()?;
    (count <= DIGITS).then(|| (if before.is_empty() { "0".to_owned() } else { before.to_owned() }, behind))
}

/// How many digits are held exactly.
const DIGITS: i32 = 28;

/// Whether a text is a number as JSON writes them.
pub(super) fn is_number(text: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let text = text.strip_prefix('-').unwrap_or(text);
    let (mantissa, exponent) = match text.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent)),
        None => (text, None),
    };
    let (whole, fraction) = match mantissa.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (mantissa, None),
    };
    digits(whole)
        && (whole == "0" || !whole.starts_with('0'))
        && fraction.is_none_or(digits)
        && exponent.is_none_or(|text| digits(text.strip_prefix(['+', '-']).unwrap_or(text)))
}

impl Deref for Exact {
    type Target = Decimal;

    fn deref(&self) -> &Decimal {
        &self.0
    }
}

impl<'de> Deserialize<'de> for Exact {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let raw = Box::<RawValue>::deserialize(deserializer)?;
        let text = raw.get();
        let digits = text.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).unwrap_or(text);
        Self::parse(digits)
            .ok_or_else(|| D::Error::custom(format_args!("expected a decimal of at most 28 digits, found {text}")))
    }
}

impl JsonSchema for Exact {
    fn schema_name() -> Cow<'static, str> {
        "Exact".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "An exact decimal of at most 28 digits, as a number or as the same number in a string.",
            "anyOf": [
                { "type": "number" },
                { "type": "string", "pattern": "^-?(0|[1-9][0-9]*)([.][0-9]+)?([eE][-+]?[0-9]+)?$" }
            ]
        })
    }
}

/// The product with every digit; `None` where it has more than can be held.
pub(super) fn exact_product(a: Decimal, b: Decimal) -> Option<Decimal> {
    let (a, b) = (a.normalize(), b.normalize());
    let (mut digits, mut scale) = (a.mantissa().checked_mul(b.mantissa())?, a.scale() + b.scale());
    while scale > 0 && digits % 10 == 0 {
        (digits, scale) = (digits / 10, scale - 1);
    }
    Decimal::try_from_i128_with_scale(digits, scale).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(json: &str) -> Option<String> {
        serde_json::from_str::<Exact>(json).ok().map(|exact| exact.to_string())
    }

    #[test]
    fn digits_survive_that_a_binary_float_would_lose() {
        assert_eq!(read("0.1").as_deref(), Some("0.1"));
        assert_eq!(read("1234567890123456789.123456789").as_deref(), Some("1234567890123456789.123456789"));
        assert_eq!(read("\"26280000000.01\"").as_deref(), Some("26280000000.01"));
        assert_eq!(read("-12.50").as_deref(), Some("-12.5"));
    }

    #[test]
    fn exponents_move_the_point() {
        assert_eq!(read("1.25e2").as_deref(), Some("125"));
        assert_eq!(read("1.25e1").as_deref(), Some("12.5"));
        assert_eq!(read("-12e-3").as_deref(), Some("-0.012"));
        assert_eq!(read("5e4").as_deref(), Some("50000"));
        assert_eq!(read("1e400"), None);
        assert_eq!(read("1e-400"), None);
    }

    #[test]
    fn what_is_no_number_is_refused() {
        for bad in ["\"\"", "\"5.31万\"", "\".5\"", "true", "null", "[1]", "12345678901234567890123456789012345"] {
            assert_eq!(read(bad), None, "{bad}");
        }
        for bad in ["1_000", "1__2.5_", "1.", "1.e5", "1e 5", "+5", "007", "-", " 5", "5 ", "1e", "１２", "1,200"] {
            assert_eq!(Exact::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn so_many_digits_are_held_and_no_more() {
        let zeros = "0".repeat(40);
        for (text, value) in [
            ("1234567890123456789012345678", "1234567890123456789012345678"),
            ("0.1234567890123456789012345678", "0.1234567890123456789012345678"),
            (&format!("1.2{zeros}"), "1.2"),
            ("1e27", "1000000000000000000000000000"),
            ("1e-28", "0.0000000000000000000000000001"),
            ("0e99", "0"),
            ("0e99999999999999", "0"),
            ("-0", "0"),
            ("100e-2", "1"),
            ("0.001e3", "1"),
        ] {
            assert_eq!(Exact::parse(text).map(|it| it.to_string()).as_deref(), Some(value), "{text}");
        }
        for bad in ["12345678901234567890123456789", "1.1234567890123456789012345678", "1e28", "1e-29", "1e99999999999"]
        {
            assert_eq!(Exact::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn numbers_are_those_of_json() {
        for good in ["0", "-0", "10", "1.50", "-0.5e+3", "1E9"] {
            assert!(is_number(good), "{good}");
        }
        for bad in ["", "-", "+1", "01", "1.", ".5", "1e", "1e+", "1_000", "0x1F", "1.2.3", "1e5e5", "NaN"] {
            assert!(!is_number(bad), "{bad}");
        }
    }
}
