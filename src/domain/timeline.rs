//! What happened when: events and dated honours in the order of their dates, as precisely as the source tells them and
//! no more. What is known by its month only stands in no day, what is known by its year only in no month.

use super::dataset::{Dataset, Event, Honour};
use super::date::{Date, Period};
use super::id::Id;
use super::text::Text;

/// Something that has a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dated<'a> {
    /// Something that happened.
    Event(&'a Event),
    /// An honour whose date is told.
    Honour(&'a Honour),
}

/// Something dated, and where its date puts it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry<'a> {
    /// What it is.
    pub what: Dated<'a>,
    /// When: day, month or year.
    pub date: Date,
    /// The part of the timeline that it belongs to.
    pub part: Part,
}

/// A part of the timeline: its entries are told together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// A year before the dataset's period.
    Before(u16),
    /// Year and month (1 to 12) inside the period.
    Month(u16, u8),
    /// A year of the period, where the month is not told.
    Year(u16),
    /// A year after the period.
    After(u16),
}

impl Part {
    /// Where a date belongs. It is compared with the period no more finely than it is told: a month that the period only
    /// touches is inside.
    fn of(date: Date, period: &Period) -> Self {
        if date < as_vague(period.from.date(), date) {
            Self::Before(date.year)
        } else if date > as_vague(period.to.date(), date) {
            Self::After(date.year)
        } else {
            date.month.map_or(Self::Year(date.year), |month| Self::Month(date.year, month))
        }
    }

    /// Before, inside or after the period.
    fn side(self) -> u8 {
        match self {
            Self::Before(_) => 0,
            Self::Month(..) | Self::Year(_) => 1,
            Self::After(_) => 2,
        }
    }
}

/// A date told as vaguely as another.
fn as_vague(date: Date, other: Date) -> Date {
    Date {
        year: date.year,
        month: date.month.filter(|_| other.month.is_some()),
        day: date.day.filter(|_| other.day.is_some()),
    }
}

impl<'a> Entry<'a> {
    fn new(what: Dated<'a>, date: Date, period: &Period) -> Self {
        Self { what, date, part: Part::of(date, period) }
    }

    /// The id among the things of its kind.
    pub fn id(&self) -> &'a Id {
        match self.what {
            Dated::Event(event) => &event.id,
            Dated::Honour(honour) => &honour.id,
        }
    }

    /// What it is called.
    pub fn name(&self) -> &'a Text {
        match self.what {
            Dated::Event(event) => &event.name,
            Dated::Honour(honour) => &honour.name,
        }
    }

    /// The words of the source that say more than the date can.
    pub fn note(&self) -> Option<&'a Text> {
        match self.what {
            Dated::Event(event) => event.date_note.as_ref(),
            Dated::Honour(_) => None,
        }
    }

    /// The action it belongs to; none: the whole district.
    pub fn action(&self) -> Option<&'a Id> {
        match self.what {
            Dated::Event(event) => event.action.as_ref(),
            Dated::Honour(honour) => honour.action.as_ref(),
        }
    }

    /// Where it is stated.
    pub fn source(&self) -> Option<&'a super::dataset::Locator> {
        match self.what {
            Dated::Event(event) => event.source.as_ref(),
            Dated::Honour(honour) => honour.source.as_ref(),
        }
    }

    /// By time; in a month the days before what has none, in a year the months before what has none.
    fn order(&self) -> impl Ord + use<> {
        let Date { year, month, day } = self.date;
        let standing = match self.what {
            Dated::Event(_) => None,
            Dated::Honour(honour) => Some((honour.level, honour.kind)),
        };
        (self.part.side(), year, month.unwrap_or(u8::MAX), day.unwrap_or(u8::MAX), standing)
    }
}

/// Whether a dataset has anything to show on a timeline.
pub fn has_dates(dataset: &Dataset) -> bool {
    !dataset.events.is_empty() || dataset.honours.iter().any(|honour| honour.date.is_some())
}

/// Where something dated stands in its list of the dataset.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Listed {
    Event(usize),
    Honour(usize),
}

/// The order of everything dated, which is sorted once a dataset.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Order(Vec<Listed>);

impl Order {
    /// Every event and every dated honour, by date; on one date events first, then honours by level and kind.
    pub(super) fn of(data: &Dataset) -> Self {
        let events = (0..data.events.len()).map(Listed::Event);
        let mut all: Vec<(Listed, Entry<'_>)> = events
            .chain((0..data.honours.len()).map(Listed::Honour))
            .filter_map(|listed| Some((listed, listed.entry(data)?)))
            .collect();
        all.sort_by_cached_key(|(_, entry)| entry.order());
        Self(all.into_iter().map(|(listed, _)| listed).collect())
    }

    /// The entries, in this order, of the dataset that it is of.
    pub(super) fn entries<'a>(&self, data: &'a Dataset) -> Vec<Entry<'a>> {
        self.0.iter().filter_map(|listed| listed.entry(data)).collect()
    }
}

impl Listed {
    /// The entry; `None` of an honour without a date.
    fn entry(self, data: &Dataset) -> Option<Entry<'_>> {
        let (what, when) = match self {
            Self::Event(at) => data.events.get(at).map(|event| (Dated::Event(event), event.date))?,
            Self::Honour(at) => data.honours.get(at).and_then(|honour| Some((Dated::Honour(honour), honour.date?)))?,
        };
        Some(Entry::new(what, when, &data.period))
    }
}

/// The entries of each part, in the order of [`District::timeline`](super::District::timeline), which they must be in.
pub fn parts<'e, 'a>(entries: &'e [Entry<'a>]) -> impl Iterator<Item = (Part, &'e [Entry<'a>])> {
    entries.chunk_by(|a, b| a.part == b.part).filter_map(|chunk| Some((chunk.first()?.part, chunk)))
}

/// The months that a period touches, as year and month, in order.
pub fn months(period: &Period) -> impl Iterator<Item = (u16, u8)> + use<> {
    let number = |date: Date| u32::from(date.year) * 12 + u32::from(date.month.unwrap_or(1)) - 1;
    let (from, to) = (number(period.from.date()), number(period.to.date()));
    (from..=to).map(|number| (u16::try_from(number / 12).unwrap_or(u16::MAX), (number % 12 + 1) as u8))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{District, check};
    use proptest::prelude::*;

    /// A dataset of events `(id, date)` and honours `(id, level, date)`; an honour without a date has an empty one.
    fn district(events: &[(&str, &str)], honours: &[(&str, &str, &str)]) -> District {
        let event = |(id, date): &(&str, &str)| format!(r#"{{"id":"{id}","name":"{id}","date":"{date}"}}"#);
        let honour = |(id, level, date): &(&str, &str, &str)| {
            let date = if date.is_empty() { String::new() } else { format!(r#","date":"{date}""#) };
            format!(r#"{{"id":"{id}","name":"{id}","level":"{level}","kind":"award"{date}}}"#)
        };
        let events: Vec<String> = events.iter().map(event).collect();
        let honours: Vec<String> = honours.iter().map(honour).collect();
        let json = format!(
            r#"{{"schema_version":1,"id":"d","title":"d","district":"d","period":{{"from":"2024-02-10","to":"2024-12-31"}},
            "sources":[],"units":[],"actions":[],"metrics":[],"events":[{}],"honours":[{}]}}"#,
            events.join(","),
            honours.join(",")
        );
        District::new(check::load(json.as_bytes()).unwrap())
    }

    fn told(district: &District) -> Vec<(Part, Vec<&str>)> {
        let entries = district.timeline();
        parts(&entries).map(|(part, entries)| (part, entries.iter().map(|entry| &**entry.id()).collect())).collect()
    }

    #[test]
    fn what_is_known_by_its_year_is_in_no_month_and_comes_behind_them() {
        let district = district(
            &[
                ("year", "2024"),
                ("july", "2024-07"),
                ("late", "2024-07-31"),
                ("early", "2024-07-02"),
                ("march", "2024-03"),
            ],
            &[("city", "city", "2024-07-02"), ("nation", "nation", "2024-07-02"), ("undated", "nation", "")],
        );
        assert_eq!(
            told(&district),
            [
                (Part::Month(2024, 3), vec!["march"]),
                (Part::Month(2024, 7), vec!["early", "nation", "city", "late", "july"]),
                (Part::Year(2024), vec!["year"]),
            ]
        );
    }

    #[test]
    fn what_is_outside_the_period_is_told_by_year() {
        let district = district(
            &[
                ("later", "2025-01"),
                ("before", "2024-02-09"),
                ("touched", "2024-02"),
                ("first", "2024-02-10"),
                ("long-ago", "2019"),
                ("january", "2024-01"),
                ("much-later", "2026-05-01"),
            ],
            &[],
        );
        assert_eq!(
            told(&district),
            [
                (Part::Before(2019), vec!["long-ago"]),
                (Part::Before(2024), vec!["january", "before"]),
                (Part::Month(2024, 2), vec!["first", "touched"]),
                (Part::After(2025), vec!["later"]),
                (Part::After(2026), vec!["much-later"]),
            ]
        );
    }

    #[test]
    fn there_is_a_timeline_where_anything_has_a_date() {
        assert!(!has_dates(district(&[], &[("h", "city", "")]).data()));
        assert!(has_dates(district(&[], &[("h", "city", "2024")]).data()));
        assert!(has_dates(district(&[("e", "2019")], &[]).data()));
    }

    #[test]
    fn the_months_of_a_period_are_those_that_it_touches() {
        let months = |from: &str, to: &str| {
            let period = Period { from: from.parse().unwrap(), to: to.parse().unwrap(), label: None };
            months(&period).collect::<Vec<_>>()
        };
        assert_eq!(months("2024-11-30", "2025-02-01"), [(2024, 11), (2024, 12), (2025, 1), (2025, 2)]);
        assert_eq!(months("2024-01-01", "2024-12-31").len(), 12);
        assert_eq!(months("2024-07-01", "2024-07-02"), [(2024, 7)]);
    }

    proptest! {
        #[test]
        fn every_date_is_told_once_and_parts_are_not_torn(dates in prop::collection::vec((2022u16..2027, 0u8..13, 0u8..29), 0..30)) {
            let dates: Vec<(String, String)> = dates.iter().enumerate().map(|(at, (year, month, day))| {
                let date = match (month, day) {
                    (0, _) => format!("{year}"),
                    (_, 0) => format!("{year}-{month:02}"),
                    _ => format!("{year}-{month:02}-{day:02}"),
                };
                (format!("e{at}"), date)
            }).collect();
            let events: Vec<(&str, &str)> = dates.iter().map(|(id, date)| (&**id, &**date)).collect();
            let district = district(&events, &[]);
            let told = told(&district);
            let parts: Vec<Part> = told.iter().map(|(part, _)| *part).collect();
            prop_assert!(parts.iter().enumerate().all(|(at, part)| !parts[at + 1..].contains(part)), "{:?}", parts);
            let mut ids: Vec<&str> = told.into_iter().flat_map(|(_, ids)| ids).collect();
            ids.sort_unstable();
            let mut all: Vec<&str> = events.iter().map(|(id, _)| *id).collect();
            all.sort_unstable();
            prop_assert_eq!(ids, all);
        }
    }
}
