//! A metric in the making: what a table says of it in a few words becomes the fields of the format.

use rust_decimal::Decimal;

use crate::json::{Json, list, object};
use crate::series::{Course, decimal, divide, points, spread};

/// A text in Chinese and English.
pub(crate) type Both = (&'static str, &'static str);

/// The sub-districts, each with its weight in thousandths of the district; always in this order.
pub(crate) const STREETS: [(Both, i128); 10] = [
    (("望溪街道", "Wangxi"), 148),
    (("青榆街道", "Qingyu"), 131),
    (("云栈街道", "Yunzhan"), 122),
    (("鹿汀街道", "Luting"), 112),
    (("松照街道", "Songzhao"), 104),
    (("荷风街道", "Hefeng"), 98),
    (("柳屿街道", "Liuyu"), 89),
    (("梧川街道", "Wuchuan"), 78),
    (("星浦街道", "Xingpu"), 66),
    (("澄塘街道", "Chengtang"), 52),
];

/// Where a figure stands in a source.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Cite {
    /// The annual bulletin, by page.
    Annual(u32),
    /// The quarterly bulletin, by page.
    Quarterly(u32),
    /// The work report, by paragraph.
    Report(u32),
}

impl Cite {
    pub(crate) fn json(self) -> Json {
        let (id, place, at) = match self {
            Self::Annual(page) => ("annual-bulletin-2024", "page", page),
            Self::Quarterly(page) => ("quarterly-bulletin-2024-q4", "page", page),
            Self::Report(paragraph) => ("work-report-2025", "paragraph", paragraph),
        };
        object([("id", Some(id.into())), (place, Some(at.into()))])
    }
}

/// How often a metric is measured; the value is the last of the measurements.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Rhythm {
    Year,
    Quarter,
    Month,
}

/// The last of the measurements: a year, and where it is a quarter or a month which of the year.
type Last = (u32, u32);

/// A point of the history.
#[derive(Debug, Clone)]
pub(crate) struct Point {
    pub(crate) value: Option<Decimal>,
    flag: Option<&'static str>,
    source: Option<Cite>,
}

/// A metric in the making.
#[derive(Debug, Clone)]
pub(crate) struct Metric {
    pub(crate) id: &'static str,
    pub(crate) value: Option<Decimal>,
    pub(crate) history: Vec<Point>,
    name: Both,
    unit: &'static str,
    home: Option<Both>,
    bound: Option<&'static str>,
    definition: Option<Both>,
    rhythm: Rhythm,
    last: Option<Last>,
    written: Option<&'static str>,
    source: Option<Cite>,
    rank: Option<Json>,
    polarity: &'static str,
    target: Option<Json>,
    forecasts: Vec<Decimal>,
    breakdown: Vec<Json>,
    owner: Option<Both>,
    flag: Option<&'static str>,
    revisions: Vec<Json>,
    derived: Option<Json>,
    headline: bool,
    note: Option<Both>,
}

/// A metric with its unit and value; an empty value is one that is not available.
pub(crate) fn metric(id: &'static str, name: Both, unit: &'static str, value: &str) -> Metric {
    Metric {
        id,
        name,
        unit,
        value: (!value.is_empty()).then(|| decimal(value)),
        history: Vec::new(),
        home: None,
        bound: None,
        definition: None,
        rhythm: Rhythm::Year,
        last: None,
        written: None,
        source: None,
        rank: None,
        polarity: "higher",
        target: None,
        forecasts: Vec::new(),
        breakdown: Vec::new(),
        owner: None,
        flag: None,
        revisions: Vec::new(),
        derived: None,
        headline: false,
        note: None,
    }
}

/// What a metric says beyond its value.
impl Metric {
    /// The action and the initiative it belongs to.
    pub(crate) fn home(self, action: &'static str, initiative: &'static str) -> Self {
        Self { home: Some((action, initiative)), ..self }
    }

    pub(crate) fn define(self, zh: &'static str, en: &'static str) -> Self {
        Self { definition: Some((zh, en)), ..self }
    }

    pub(crate) fn cite(self, source: Cite) -> Self {
        Self { source: Some(source), ..self }
    }

    pub(crate) fn written(self, text: &'static str) -> Self {
        Self { written: Some(text), ..self }
    }

    pub(crate) fn bound(self, bound: &'static str, text: &'static str) -> Self {
        Self { bound: Some(bound), written: Some(text), ..self }
    }

    /// A value that was rounded by those who computed it.
    pub(crate) fn about(self) -> Self {
        Self { bound: Some("about"), ..self }
    }

    pub(crate) fn lower(self) -> Self {
        Self { polarity: "lower", ..self }
    }

    pub(crate) fn neutral(self) -> Self {
        Self { polarity: "neutral", ..self }
    }

    pub(crate) fn headline(self) -> Self {
        Self { headline: true, ..self }
    }

    pub(crate) fn owner(self, owner: Both) -> Self {
        Self { owner: Some(owner), ..self }
    }

    pub(crate) fn flag(self, flag: &'static str) -> Self {
        Self { flag: Some(flag), ..self }
    }

    pub(crate) fn note(self, zh: &'static str, en: &'static str) -> Self {
        Self { note: Some((zh, en)), ..self }
    }

    /// A place among so many of a level: place, number, scope, level, whether it is shared, years in a row.
    pub(crate) fn rank(self, place: (u32, u32), scope: Both, level: &'static str, tied: bool, years: u32) -> Self {
        let rank = object([
            ("position", Some(place.0.into())),
            ("of", Some(place.1.into())),
            ("scope", Some(scope.into())),
            ("level", Some(level.into())),
            ("tied", tied.then_some(true.into())),
            ("consecutive_years", (years > 0).then_some(years.into())),
        ]);
        Self { rank: Some(rank), ..self }
    }

    /// A target with the rule of the district: up to 5 % off is on course, up to 15 % is behind.
    pub(crate) fn target(self, value: &str, by: &'static str, source: Cite) -> Self {
        let rule = object([("on_course", Some(decimal("0.05").into())), ("behind", Some(decimal("0.15").into()))]);
        self.with_target(value, by, source, Some(rule))
    }

    /// A target that does not say what counts as behind.
    pub(crate) fn target_without_rule(self, value: &str, by: &'static str, source: Cite) -> Self {
        self.with_target(value, by, source, None)
    }

    fn with_target(self, value: &str, by: &'static str, source: Cite, rule: Option<Json>) -> Self {
        let target = object([
            ("value", Some(decimal(value).into())),
            ("by", Some(by.into())),
            ("source", Some(source.json())),
            ("rule", rule),
        ]);
        Self { target: Some(target), ..self }
    }

    pub(crate) fn revised(mut self, date: &'static str, (old, new): (&str, &str), reason: Both) -> Self {
        self.revisions.push(object([
            ("date", Some(date.into())),
            ("old", Some(decimal(old).into())),
            ("new", Some(decimal(new).into())),
            ("reason", Some(reason.into())),
        ]));
        self
    }

    pub(crate) fn derived(self, from: &[&'static str], zh: &'static str, en: &'static str) -> Self {
        let from = from.iter().map(|id| Json::from(*id)).collect();
        let derived = object([("from", Some(Json::List(from))), ("how", Some((zh, en).into()))]);
        Self { derived: Some(derived), ..self }
    }
}

/// How a metric went over time.
impl Metric {
    fn with_points(self, rhythm: Rhythm, points: Vec<Decimal>) -> Self {
        let point = |value| Point { value: Some(value), flag: None, source: None };
        Self { rhythm, history: points.into_iter().map(point).collect(), ..self }
    }

    /// The values of these years, the last of which is followed by the value.
    pub(crate) fn yearly(self, values: &[&str]) -> Self {
        let points = values.iter().map(|value| decimal(value)).collect();
        self.with_points(Rhythm::Year, points)
    }

    /// The values of these quarters.
    pub(crate) fn quarters(self, values: &[&str]) -> Self {
        let points = values.iter().map(|value| decimal(value)).collect();
        self.with_points(Rhythm::Quarter, points)
    }

    /// Eleven quarters that come to the value.
    pub(crate) fn quarterly(self, from: &'static str, wobble: i128, seasons: &'static [i128]) -> Self {
        self.course(Rhythm::Quarter, 11, Course { from, wobble, seasons })
    }

    /// Twenty-three months that come to the value.
    pub(crate) fn monthly(self, from: &'static str, wobble: i128, seasons: &'static [i128]) -> Self {
        self.course(Rhythm::Month, 23, Course { from, wobble, seasons })
    }

    fn course(self, rhythm: Rhythm, count: usize, course: Course) -> Self {
        let value = self.value.expect("a course leads to a value");
        let points = points(self.id, value, course, count);
        self.with_points(rhythm, points)
    }

    /// The value, and with it what leads to it, ends earlier than the year of the dataset.
    pub(crate) fn until(self, year: u32, nth: u32) -> Self {
        Self { last: Some((year, nth)), ..self }
    }

    /// Points without a value, from 0.
    pub(crate) fn gaps(mut self, at: &[usize]) -> Self {
        for at in at {
            self.history[*at].value = None;
        }
        self
    }

    /// Flags a point, from 0, and says where that stands.
    pub(crate) fn point_flag(mut self, at: usize, flag: &'static str, source: Cite) -> Self {
        let point = &mut self.history[at];
        (point.flag, point.source) = (Some(flag), Some(source));
        self
    }

    /// What is expected after the value.
    pub(crate) fn forecast(self, values: &[&str]) -> Self {
        Self { forecasts: values.iter().map(|value| decimal(value)).collect(), ..self }
    }

    /// The points one by one made of those of two other metrics, a gap where one of them has one.
    pub(crate) fn each(self, one: &Metric, other: &Metric, make: fn(Decimal, Decimal) -> Decimal) -> Self {
        let pairs = one.history.iter().zip(&other.history);
        let value = |(one, other): (&Point, &Point)| Some(make(one.value?, other.value?));
        let history = pairs.map(|pair| Point { value: value(pair), flag: None, source: None }).collect();
        Self { rhythm: one.rhythm, history, ..self }
    }
}

/// What a value is made of.
impl Metric {
    fn part(mut self, dimension: Both, parts: impl IntoIterator<Item = (Both, Decimal)>, whole: bool) -> Self {
        let part =
            |(name, value): (Both, Decimal)| object([("name", Some(name.into())), ("value", Some(value.into()))]);
        self.breakdown.push(object([
            ("dimension", Some(dimension.into())),
            ("parts", Some(Json::List(parts.into_iter().map(part).collect()))),
            ("whole", whole.then_some(true.into())),
        ]));
        self
    }

    fn by_street(self, values: Vec<Decimal>, whole: bool) -> Self {
        let parts = STREETS.iter().map(|(name, _)| *name).zip(values);
        self.part(("街道", "sub-district"), parts, whole)
    }

    /// By sub-district: so many thousandths of the value, the whole where it is all of them.
    pub(crate) fn streets(self, thousandths: i128) -> Self {
        let weights = STREETS.map(|(_, weight)| weight);
        let parts = divide(self.id, self.value.expect("a value has parts"), thousandths, &weights);
        self.by_street(parts, thousandths == 1000)
    }

    /// By sub-district: values around that of the district, which do not add up; off by so many of the last place.
    pub(crate) fn streets_around(self, most: i128) -> Self {
        let weights = STREETS.map(|(_, weight)| weight);
        let parts = spread(self.id, self.value.expect("a value has parts"), most, &weights);
        self.by_street(parts, false)
    }

    /// By something else, in whole.
    pub(crate) fn whole(self, dimension: Both, parts: &[(Both, &str)]) -> Self {
        let parts: Vec<_> = parts.iter().map(|(name, value)| (*name, decimal(value))).collect();
        self.part(dimension, parts, true)
    }
}

/// The first and the last day of a measurement, and what people call it.
fn period(rhythm: Rhythm, (year, nth): Last) -> Json {
    let (first, last) = match rhythm {
        Rhythm::Year => (1, 12),
        Rhythm::Quarter => (3 * nth - 2, 3 * nth),
        Rhythm::Month => (nth, nth),
    };
    let days = match last {
        2 if year.is_multiple_of(4) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    let quarter = ["一", "二", "三", "四"];
    let month = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let of = |names: &[&'static str]| names[usize::try_from(nth - 1).expect("a small number")];
    let (zh, en) = match rhythm {
        Rhythm::Year => (format!("{year}年"), year.to_string()),
        Rhythm::Quarter => (format!("{year}年{}季度", of(&quarter)), format!("{year} Q{nth}")),
        Rhythm::Month => (format!("{year}年{nth}月"), format!("{} {year}", of(&month))),
    };
    object([
        ("from", Some(Json::Text(format!("{year}-{first:02}-01")))),
        ("to", Some(Json::Text(format!("{year}-{last:02}-{days}")))),
        ("label", Some((zh.as_str(), en.as_str()).into())),
    ])
}

impl Metric {
    fn last(&self) -> Last {
        self.last.unwrap_or(match self.rhythm {
            Rhythm::Year => (2024, 1),
            Rhythm::Quarter => (2024, 4),
            Rhythm::Month => (2024, 12),
        })
    }

    /// The measurement so many after the last; before it where that is negative.
    fn beside_last(&self, steps: i64) -> Last {
        let a_year = match self.rhythm {
            Rhythm::Year => 1,
            Rhythm::Quarter => 4,
            Rhythm::Month => 12,
        };
        let (year, nth) = self.last();
        let all = i64::from(year) * a_year + i64::from(nth) - 1 + steps;
        let small = |number: i64| u32::try_from(number).expect("a year after Christ");
        (small(all.div_euclid(a_year)), small(all.rem_euclid(a_year)) + 1)
    }

    fn history(&self) -> Option<Json> {
        let count = i64::try_from(self.history.len()).expect("a short series");
        let past = (-count..).zip(self.history.iter().cloned());
        let forecast = |value: &Decimal| Point { value: Some(*value), flag: Some("estimated"), source: None };
        let ahead = (1..).zip(self.forecasts.iter().map(forecast));
        let point = |(steps, point): (i64, Point)| {
            object([
                ("period", Some(period(self.rhythm, self.beside_last(steps)))),
                ("value", Some(point.value.map_or(Json::Null, Json::Number))),
                ("flag", point.flag.map(Json::from)),
                ("source", point.source.map(Cite::json)),
            ])
        };
        list(past.chain(ahead).map(point).collect())
    }

    /// The fields of the format.
    pub(crate) fn json(&self) -> Json {
        // A value of the year needs no period of its own: it is that of the dataset.
        let own = self.rhythm != Rhythm::Year || self.last.is_some();
        object([
            ("id", Some(self.id.into())),
            ("name", Some(self.name.into())),
            ("unit", Some(self.unit.into())),
            ("value", Some(self.value.map_or(Json::Null, Json::Number))),
            ("action", self.home.map(|(action, _)| action.into())),
            ("initiative", self.home.map(|(_, initiative)| initiative.into())),
            ("bound", self.bound.map(Json::from)),
            ("definition", self.definition.map(Json::from)),
            ("period", own.then(|| period(self.rhythm, self.last()))),
            ("as_written", self.written.map(Json::from)),
            ("source", self.source.map(Cite::json)),
            ("rank", self.rank.clone()),
            ("polarity", Some(self.polarity.into())),
            ("target", self.target.clone()),
            ("history", self.history()),
            ("breakdown", list(self.breakdown.clone())),
            ("owner", self.owner.map(Json::from)),
            ("flag", self.flag.map(Json::from)),
            ("revisions", list(self.revisions.clone())),
            ("derived", self.derived.clone()),
            ("headline", self.headline.then_some(true.into())),
            ("note", self.note.map(Json::from)),
        ])
    }
}
