//! Dates as precise as the source and no more, and periods of whole days.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::Error;
use serde::{Deserialize, Deserializer};

use super::span;
use super::text::{Lang, Text};

/// A year, a month or a day (ISO 8601, reduced precision allowed): `2024`, `2024-07`, `2024-07-21`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Date {
    /// The year, 1 to 9999.
    pub year: u16,
    /// The month, 1 to 12, where the source gives one.
    pub month: Option<u8>,
    /// The day of the month, where the source gives one.
    pub day: Option<u8>,
}

/// Why a text is no date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("expected a date such as 2024, 2024-07 or 2024-07-21")]
pub struct DateError;

impl FromStr for Date {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        let mut parts = text.split('-');
        let year = number(parts.next(), 4)?.filter(|&year| year > 0).ok_or(DateError)?;
        let month = number(parts.next(), 2)?.map(|month| month as u8);
        let day = number(parts.next(), 2)?.map(|day| day as u8);
        let in_range = month.is_none_or(|month| (1..=12).contains(&month))
            && day.is_none_or(|day| (1..=days_in_month(year, month.unwrap_or(1))).contains(&day));
        if parts.next().is_some() || !in_range {
            return Err(DateError);
        }
        Ok(Self { year, month, day })
    }
}

/// Reads a part of exactly `len` digits; a part that is not there is no fault.
fn number(part: Option<&str>, len: usize) -> Result<Option<u16>, DateError> {
    match part {
        None => Ok(None),
        Some(digits) if digits.len() == len && digits.bytes().all(|byte| byte.is_ascii_digit()) => {
            digits.parse().map(Some).map_err(|_| DateError)
        }
        Some(_) => Err(DateError),
    }
}

/// How many days a month (1 to 12) has.
pub fn days_in_month(year: u16, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        _ => 31,
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
        }
        if let Some(day) = self.day {
            write!(f, "-{day:02}")?;
        }
        Ok(())
    }
}

impl Date {
    /// The date in a sentence: `2024-12-31`, `2024年12月31日`.
    pub fn describe(self, lang: Lang) -> String {
        match (lang, self.month, self.day) {
            (Lang::En, ..) => self.to_string(),
            (Lang::Zh, Some(month), Some(day)) => format!("{}年{month}月{day}日", self.year),
            (Lang::Zh, Some(month), None) => format!("{}年{month}月", self.year),
            (Lang::Zh, None, _) => format!("{}年", self.year),
        }
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
    }
}

impl JsonSchema for Date {
    fn schema_name() -> Cow<'static, str> {
        "Date".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A year, month or day, as precise as the source: 2024, 2024-07, 2024-07-21.",
            "type": "string",
            "pattern": "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"
        })
    }
}

/// A full date: year, month and day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Day(Date);

impl Day {
    /// A day; nothing where the date is less precise.
    pub fn new(date: Date) -> Option<Self> {
        date.month.and(date.day).map(|_| Self(date))
    }

    /// Year, month and day.
    pub fn parts(self) -> (u16, u8, u8) {
        (self.0.year, self.0.month.unwrap_or(1), self.0.day.unwrap_or(1))
    }

    /// The day as a date.
    pub fn date(self) -> Date {
        self.0
    }
}

impl FromStr for Day {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        text.parse().ok().and_then(Self::new).ok_or(DateError)
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(|_| D::Error::custom("expected a full date such as 2024-07-21"))
    }
}

impl JsonSchema for Day {
    fn schema_name() -> Cow<'static, str> {
        "Day".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "A full date, such as 2024-07-21.",
            "type": "string",
            "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
        })
    }
}

/// The days that a figure speaks of, both ends included.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
pub struct Period {
    /// The first day.
    pub from: Day,
    /// The last day.
    pub to: Day,
    /// What people call it, such as "2024" or "first half of 2024".
    #[serde(default)]
    pub label: Option<Text>,
}

impl Period {
    /// The period in few words: its label, else the name of a calendar year, half-year, quarter or month, else both ends.
    pub fn describe(&self, lang: Lang) -> String {
        match &self.label {
            Some(label) => label.get(lang).to_owned(),
            None => span::long(self, lang),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_keep_the_precision_they_came_with() {
        for text in ["2024", "2024-07", "2024-02-29", "0001-12-31"] {
            assert_eq!(text.parse::<Date>().map(|date| date.to_string()), Ok(text.to_owned()));
        }
        for bad in
            ["", "24", "2024-7", "2024-13", "2023-02-29", "2024-04-31", "2024-07-21-1", "0000", "2024-", "２０２４"]
        {
            assert!(bad.parse::<Date>().is_err(), "{bad}");
        }
    }

    #[test]
    fn dates_sort_by_time_with_the_vaguer_first() {
        let order =
            ["2023-12-31", "2024", "2024-07", "2024-07-01", "2024-08"].map(|text| text.parse::<Date>().unwrap());
        assert!(order.is_sorted());
    }

    #[test]
    fn a_date_in_a_sentence_is_as_precise_as_it_came() {
        for (text, zh) in [("2024", "2024年"), ("2024-07", "2024年7月"), ("2024-12-31", "2024年12月31日")] {
            let date: Date = text.parse().unwrap();
            assert_eq!((date.describe(Lang::Zh).as_str(), date.describe(Lang::En).as_str()), (zh, text));
        }
    }

    #[test]
    fn a_period_is_called_by_its_label_or_else_by_what_it_is() {
        let period: Period = serde_json::from_str(r#"{"from":"2024-01-01","to":"2024-12-31"}"#).unwrap();
        assert_eq!((period.describe(Lang::Zh).as_str(), period.describe(Lang::En).as_str()), ("2024年", "2024"));
        let named: Period = serde_json::from_str(r#"{"from":"2024-01-01","to":"2024-12-31","label":"甲辰"}"#).unwrap();
        assert_eq!(named.describe(Lang::Zh), "甲辰");
        assert!(serde_json::from_str::<Period>(r#"{"from":"2024","to":"2024-12-31"}"#).is_err());
    }
}
