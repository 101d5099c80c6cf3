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
    /// Reads a number as JSON writes it: `12`, `-0.5`, `1.2e3`. `None` where it is no number or has more than the
    /// 28 digits that are held exactly.
    pub fn parse(text: &str) -> Option<Self> {
        let (mantissa, exponent) = match text.split_once(['e', 'E']) {
            Some((mantissa, exponent)) => (mantissa, exponent.parse::<i32>().ok()?),
            None => (text, 0),
        };
        if !mantissa.strip_prefix('-').unwrap_or(mantissa).starts_with(|c: char| c.is_ascii_digit()) {
            return None;
        }
        let number = Decimal::from_str_exact(mantissa).ok()?;
        let shifted = match exponent {
            0 => number,
            // Both directions go through text so that no digit is ever rounded away.
            _ => Decimal::from_str_exact(&shift(mantissa, exponent)?).ok()?,
        };
        Some(Self(shifted.normalize()))
    }
}

/// Moves the decimal point of `mantissa` by `exponent` places.
fn shift(mantissa: &str, exponent: i32) -> Option<String> {
    let (sign, digits) = mantissa.strip_prefix('-').map_or(("", mantissa), |rest| ("-", rest));
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let point = i32::try_from(whole.len()).ok()?.checked_add(exponent)?;
    if point.unsigned_abs() > 64 {
        return None;
    }
    let all = format!("{whole}{fraction}");
    Some(match usize::try_from(point) {
        Ok(at) if at >= all.len() => format!("{sign}{all:0<at$}"),
        Ok(at) if at > 0 => format!("{sign}{}.{}", all.get(..at)?, all.get(at..)?),
        _ => format!("{sign}0.{}{all}", "0".repeat(point.unsigned_abs() as usize)),
    })
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
            "description": "An exact decimal of at most 28 digits, as a number or as a string of digits.",
            "anyOf": [
                { "type": "number" },
                { "type": "string", "pattern": "^-?[0-9]+([.][0-9]+)?([eE][-+]?[0-9]+)?$" }
            ]
        })
    }
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
    }
}
