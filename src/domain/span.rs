//! How long periods are, and which one follows: what a series over time is made of.
//!
//! Values of a quarter and of a year are not points of one line. Periods are alike when they span the same number of whole
//! calendar months, or else the same number of days.

use super::date::{Date, Day, Period};
use super::text::Lang;

/// The length of a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Span {
    /// So many whole calendar months: 1, 3 for a quarter, 12 for a year.
    Months(u32),
    /// So many days, where it is not made of whole months.
    Days(u32),
}

impl Span {
    /// The length of a period; nothing of one that ends before it begins.
    pub fn of(period: &Period) -> Option<Self> {
        let (from, to) = (period.from.parts(), period.to.parts());
        if period.from > period.to {
            return None;
        }
        let whole = from.2 == 1 && to.2 == days_in(to.0, to.1);
        let months = || {
            let count = (i64::from(to.0) - i64::from(from.0)) * 12 + i64::from(to.1) - i64::from(from.1) + 1;
            u32::try_from(count).ok().map(Self::Months)
        };
        let days = || u32::try_from(serial(to) - serial(from) + 1).ok().map(Self::Days);
        if whole { months() } else { days() }
    }

    /// The period of this length that begins where one ends; nothing beyond the year 9999.
    pub fn next(self, period: &Period) -> Option<Period> {
        let first = civil(serial(period.to.parts()) + 1)?;
        let last = match self {
            Self::Months(count) => {
                let months = u32::from(first.0) * 12 + u32::from(first.1) - 1 + count;
                let after = (u16::try_from(months / 12).ok()?, u8::try_from(months % 12).ok()? + 1, 1);
                civil(serial(after) - 1)?
            }
            Self::Days(count) => civil(serial(first) + i64::from(count) - 1)?,
        };
        Some(Period { from: day(first)?, to: day(last)?, label: None })
    }
}

/// Where the periods of a length begin: calendar years and years from April do not make one line. Months count in months,
/// days do not count.
pub fn phase(period: &Period) -> u32 {
    let (year, month, _) = period.from.parts();
    match Span::of(period) {
        Some(Span::Months(count)) => (u32::from(year) * 12 + u32::from(month) - 1) % count.max(1),
        _ => 0,
    }
}

/// Whether one period is the same part of the year before: the base of a change year on year.
pub fn is_year_before(earlier: &Period, period: &Period) -> bool {
    let matches = |earlier: (u16, u8, u8), later: (u16, u8, u8)| {
        let end = |(year, month, day): (u16, u8, u8)| day == days_in(year, month);
        // The end of February is the end of February, leap year or not.
        let same_day = earlier.2 == later.2 || (earlier.1 == 2 && end(earlier) && end(later));
        earlier.0.checked_add(1) == Some(later.0) && earlier.1 == later.1 && same_day
    };
    matches(earlier.from.parts(), period.from.parts()) && matches(earlier.to.parts(), period.to.parts())
}

/// A calendar year, or a part of one that has a name.
enum Part {
    Year,
    Half(u8),
    Quarter(u8),
    Month(u8),
}

fn part(period: &Period) -> Option<Part> {
    let (_, month, _) = period.from.parts();
    match Span::of(period)? {
        Span::Months(12) if month == 1 => Some(Part::Year),
        Span::Months(6) if month % 6 == 1 => Some(Part::Half(month / 6 + 1)),
        Span::Months(3) if month % 3 == 1 => Some(Part::Quarter(month / 3 + 1)),
        Span::Months(1) => Some(Part::Month(month)),
        _ => None,
    }
}

/// A period in as few characters as an axis has: `2024`, `2024 H1`, `2024 Q3`, `2024-07`; else as it is called.
pub fn short(period: &Period, lang: Lang) -> String {
    let (year, ..) = period.from.parts();
    let gap = if lang == Lang::En { " " } else { "" };
    match part(period) {
        Some(Part::Year) => format!("{year:04}"),
        Some(Part::Half(half)) => format!("{year:04}{gap}H{half}"),
        Some(Part::Quarter(quarter)) => format!("{year:04}{gap}Q{quarter}"),
        Some(Part::Month(month)) => format!("{year:04}-{month:02}"),
        None => period.describe(lang),
    }
}

/// A period by the name of what it is, `2024年上半年`, `2024年四季度`, `2024 Q4`, or else by both ends.
pub(super) fn long(period: &Period, lang: Lang) -> String {
    let (from, to) = (period.from.date(), period.to.date());
    let year = from.year;
    let halves = ["上", "下"];
    let quarters = ["一", "二", "三", "四"];
    let named = |names: &[&'static str], at: u8| names.get(usize::from(at).saturating_sub(1)).copied().unwrap_or("");
    match (lang, part(period)) {
        (Lang::Zh, Some(Part::Year)) => format!("{year}年"),
        (Lang::Zh, Some(Part::Half(half))) => format!("{year}年{}半年", named(&halves, half)),
        (Lang::Zh, Some(Part::Quarter(quarter))) => format!("{year}年{}季度", named(&quarters, quarter)),
        (Lang::Zh, Some(Part::Month(month))) => format!("{year}年{month}月"),
        (Lang::En, Some(Part::Year)) => format!("{year:04}"),
        (Lang::En, Some(Part::Half(half))) => format!("{year:04} H{half}"),
        (Lang::En, Some(Part::Quarter(quarter))) => format!("{year:04} Q{quarter}"),
        (Lang::En, Some(Part::Month(month))) => format!("{year:04}-{month:02}"),
        (_, None) => format!("{from} – {to}"),
    }
}

fn day((year, month, day): (u16, u8, u8)) -> Option<Day> {
    Day::new(Date { year, month: Some(month), day: Some(day) })
}

fn days_in(year: u16, month: u8) -> u8 {
    super::date::days_in_month(year, month)
}

/// The number of a day, counted from an arbitrary one: the days before its year, its month and itself.
fn serial((year, month, day): (u16, u8, u8)) -> i64 {
    let before = i64::from(year) - 1;
    let years = before * 365 + before / 4 - before / 100 + before / 400;
    let months: i64 = (1..month).map(|month| i64::from(days_in(year, month))).sum();
    years + months + i64::from(day)
}

/// The day of a number; nothing outside the years 1 to 9999.
fn civil(serial: i64) -> Option<(u16, u8, u8)> {
    // 400 years have 146 097 days; the estimate is at most a year off, and put right by looking.
    let guess = u16::try_from((serial - 1).checked_mul(400)? / 146_097 + 1).ok().filter(|year| *year > 0)?;
    let year = [guess.checked_sub(1)?, guess, guess + 1]
        .into_iter()
        .rev()
        .find(|year| *year > 0 && self::serial((*year, 1, 1)) <= serial)
        .filter(|year| *year <= 9999)?;
    let mut rest = serial - self::serial((year, 1, 1));
    for month in 1..=12 {
        let days = i64::from(days_in(year, month));
        if rest < days {
            return Some((year, month, u8::try_from(rest + 1).ok()?));
        }
        rest -= days;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn period(from: &str, to: &str) -> Period {
        Period { from: from.parse().unwrap(), to: to.parse().unwrap(), label: None }
    }

    #[test]
    fn lengths_are_whole_months_where_they_can_be() {
        for (from, to, span, name) in [
            ("2024-01-01", "2024-12-31", Span::Months(12), "2024"),
            ("2024-07-01", "2024-12-31", Span::Months(6), "2024 H2"),
            ("2024-10-01", "2024-12-31", Span::Months(3), "2024 Q4"),
            ("2024-02-01", "2024-02-29", Span::Months(1), "2024-02"),
            ("2023-02-01", "2023-02-28", Span::Months(1), "2023-02"),
            ("2024-01-01", "2024-11-30", Span::Months(11), "2024-01-01 – 2024-11-30"),
            ("2023-04-01", "2024-03-31", Span::Months(12), "2023-04-01 – 2024-03-31"),
            ("2024-02-01", "2024-02-28", Span::Days(28), "2024-02-01 – 2024-02-28"),
            ("2024-06-30", "2024-06-30", Span::Days(1), "2024-06-30 – 2024-06-30"),
        ] {
            let period = period(from, to);
            assert_eq!(Span::of(&period), Some(span), "{from} {to}");
            assert_eq!(short(&period, Lang::En), name);
        }
        assert_eq!(Span::of(&period("2024-02-02", "2024-02-01")), None);
    }

    #[test]
    fn a_period_has_one_long_and_one_short_name_in_each_language() {
        for (from, to, zh, zh_short, en) in [
            ("2024-01-01", "2024-12-31", "2024年", "2024", "2024"),
            ("2024-01-01", "2024-06-30", "2024年上半年", "2024H1", "2024 H1"),
            ("2024-10-01", "2024-12-31", "2024年四季度", "2024Q4", "2024 Q4"),
            ("2024-07-01", "2024-07-31", "2024年7月", "2024-07", "2024-07"),
            (
                "2024-07-01",
                "2024-07-30",
                "2024-07-01 – 2024-07-30",
                "2024-07-01 – 2024-07-30",
                "2024-07-01 – 2024-07-30",
            ),
        ] {
            let period = period(from, to);
            assert_eq!((period.describe(Lang::Zh).as_str(), short(&period, Lang::Zh).as_str()), (zh, zh_short));
            assert_eq!((period.describe(Lang::En).as_str(), short(&period, Lang::En).as_str()), (en, en));
        }
    }

    #[test]
    fn one_follows_another() {
        for (from, to, next) in [
            ("2023-10-01", "2023-12-31", "2024 Q1"),
            ("2024-01-01", "2024-01-31", "2024-02"),
            ("2023-01-01", "2023-12-31", "2024"),
            ("2024-02-01", "2024-02-28", "2024-02-29 – 2024-03-27"),
        ] {
            let period = period(from, to);
            let next_of = Span::of(&period).unwrap().next(&period);
            assert_eq!(next_of.map(|next| next.describe(Lang::En)).as_deref(), Some(next));
        }
        let last = period("9999-01-01", "9999-12-31");
        assert_eq!(Span::Months(12).next(&last), None);
        assert_eq!(Span::Days(366).next(&last), None);
    }

    #[test]
    fn the_base_is_the_same_part_of_the_year_before() {
        let quarter = period("2024-01-01", "2024-03-31");
        assert!(is_year_before(&period("2023-01-01", "2023-03-31"), &quarter));
        assert!(!is_year_before(&period("2023-04-01", "2023-06-30"), &quarter));
        assert!(!is_year_before(&period("2022-01-01", "2022-03-31"), &quarter));
        assert!(!is_year_before(&period("2023-01-01", "2023-12-31"), &quarter));
        let (leap, plain) = (period("2024-02-01", "2024-02-29"), period("2023-02-01", "2023-02-28"));
        assert!(is_year_before(&plain, &leap));
        assert!(is_year_before(&leap, &period("2025-02-01", "2025-02-28")));
        assert!(!is_year_before(&period("2023-02-01", "2023-02-27"), &leap));
    }

    proptest! {
        #[test]
        fn days_are_numbered_one_by_one(number in 1i64..3_652_059) {
            let found = civil(number).unwrap();
            prop_assert_eq!(serial(found), number);
            prop_assert!(day(found).is_some());
        }

        #[test]
        fn any_period_has_a_length_and_a_next_one(number in 1i64..3_652_059, days in 0i64..2000) {
            let Some(to) = civil(number + days) else { return Ok(()) };
            let period = Period { from: day(civil(number).unwrap()).unwrap(), to: day(to).unwrap(), label: None };
            let span = Span::of(&period).unwrap();
            if let Some(next) = span.next(&period) {
                prop_assert!(next.from > period.to && next.from <= next.to);
                prop_assert_eq!(serial(next.from.parts()), serial(period.to.parts()) + 1);
                if let Span::Days(count) = span {
                    prop_assert_eq!(serial(next.to.parts()) - serial(next.from.parts()) + 1, i64::from(count));
                } else {
                    prop_assert_eq!(Span::of(&next), Some(span));
                }
            }
        }
    }
}
