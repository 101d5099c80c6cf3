//! Places in a comparison: 全国第2, top 4 nationwide.

use rust_decimal::Decimal;

use super::Format;
use crate::domain::dataset::Level;
use crate::domain::metric::{Bound, Rank};
use crate::domain::text::Lang;

impl Format {
    /// A place: the word before it, and 第2 or 前4, `No. 2` or `top 4`.
    pub(super) fn place(self, digits: &str, bound: Bound) -> (&'static str, String) {
        match (self.lang, bound) {
            (Lang::Zh, Bound::AtMost) => ("", format!("前{digits}")),
            (Lang::En, Bound::AtMost) => ("", format!("top {digits}")),
            (Lang::Zh, _) => (self.bound_word(bound), format!("第{digits}")),
            (Lang::En, _) => (self.bound_word(bound), format!("No. {digits}")),
        }
    }

    /// How far a place moved; down to a smaller number is up.
    pub(super) fn moved(self, delta: Decimal) -> String {
        let digits = self.digits(delta.abs());
        let up = delta < Decimal::ZERO;
        match (self.lang, delta.is_zero()) {
            (Lang::Zh, true) => "位次不变".to_owned(),
            (Lang::En, true) => "unchanged".to_owned(),
            (Lang::Zh, false) => format!("{}{digits}位", if up { "上升" } else { "下降" }),
            (Lang::En, false) => {
                let places = if digits == "1" { "place" } else { "places" };
                format!("{} {digits} {places}", if up { "up" } else { "down" })
            }
        }
    }
}

/// A rank in words. One year in a row is nothing to tell.
pub(super) fn text(format: Format, rank: &Rank) -> String {
    let (word, place) = format.place(&rank.position.to_string(), rank.bound);
    let years = rank.consecutive_years.filter(|years| *years > 1);
    match format.lang {
        Lang::Zh => {
            let level = match rank.level {
                None => "",
                Some(Level::Nation) => "全国",
                Some(Level::Province) => "全省",
                Some(Level::City) => "全市",
            };
            let tied = if rank.tied { "并列" } else { "" };
            let of = rank.of.map(|of| format!(" / {of}")).unwrap_or_default();
            let years = years.map(|years| format!("（连续{years}年）")).unwrap_or_default();
            format!("{level}{word}{tied}{place}{of}{years}")
        }
        Lang::En => {
            let level = match rank.level {
                None => "",
                Some(Level::Nation) => " nationwide",
                Some(Level::Province) => " province-wide",
                Some(Level::City) => " citywide",
            };
            let gap = if word.is_empty() { "" } else { " " };
            let tied = if rank.tied { "joint " } else { "" };
            let of = rank.of.map(|of| format!(" of {of}")).unwrap_or_default();
            let years = years.map(|years| format!(", {years} years running")).unwrap_or_default();
            format!("{word}{gap}{tied}{place}{of}{level}{years}")
        }
    }
}
