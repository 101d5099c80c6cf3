//! A metric over time: its history and its own value, as points of one line each for periods of one length.

use rust_decimal::Decimal;

use super::dataset::Locator;
use super::date::Period;
use super::district::District;
use super::metric::{Bound, Flag, Metric};
use super::span::{Span, phase};

/// The most periods without a word that are told between two points; a longer silence is one gap.
const SILENCE: usize = 60;

/// How settled a point is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum State {
    /// It stands.
    Settled,
    /// It was changed since it was first published.
    Revised,
    /// It may still change.
    Provisional,
    /// It was not counted but estimated.
    Estimated,
    /// It is an estimate of what is to come: it speaks of days later than the metric's value.
    Forecast,
}

impl State {
    pub(super) fn of(flag: Option<Flag>, later: bool) -> Self {
        match flag {
            _ if later => Self::Forecast,
            None => Self::Settled,
            Some(Flag::Revised) => Self::Revised,
            Some(Flag::Provisional) => Self::Provisional,
            Some(Flag::Estimated) => Self::Estimated,
        }
    }
}

/// A value at a time, or the silence there.
#[derive(Debug, Clone, PartialEq)]
pub struct Moment<'a> {
    /// The days it speaks of.
    pub period: Period,
    /// The value; none: a gap, told as null or not told at all.
    pub value: Option<Decimal>,
    /// How the source qualifies it. Of the other values that is known only where they come from another dataset.
    pub bound: Bound,
    /// How settled it is.
    pub state: State,
    /// Where it is stated.
    pub source: Option<&'a Locator>,
}

/// Values over periods of one length, one after the other, with the gaps among them.
#[derive(Debug, Clone, PartialEq)]
pub struct Series<'a> {
    /// The length of the periods.
    pub span: Span,
    /// Where they begin; see [`phase`].
    pub phase: u32,
    /// The points, the oldest first.
    pub moments: Vec<Moment<'a>>,
    /// Where the metric's own value stands among them.
    pub own: Option<usize>,
}

impl Series<'_> {
    /// How many points have a value.
    pub fn known(&self) -> usize {
        self.moments.iter().filter(|moment| moment.value.is_some()).count()
    }

    /// Whether there is anything to see over time: at least two values.
    pub fn is_trend(&self) -> bool {
        self.known() > 1
    }
}

/// The series of a metric, that of its own value first, then those with the most points. A period that is passed over
/// between two others of the same length is a gap.
pub fn series<'a>(district: &'a District, metric: &'a Metric) -> Vec<Series<'a>> {
    let own_period = district.period_of(metric);
    let mut all: Vec<Series<'a>> = Vec::new();
    let own = Moment {
        period: own_period.clone(),
        value: metric.value.map(|value| value.0),
        bound: metric.bound,
        state: State::of(metric.flag, false),
        source: metric.source.as_ref(),
    };
    let earlier = metric.history.iter().map(|point| Moment {
        period: point.period.clone(),
        value: point.value.map(|value| value.0),
        bound: point.bound,
        state: State::of(point.flag, point.period.from > own_period.to),
        source: point.source.as_ref(),
    });
    for (is_own, moment) in std::iter::once((true, own)).chain(earlier.map(|moment| (false, moment))) {
        let Some(span) = Span::of(&moment.period) else { continue };
        let phase = phase(&moment.period);
        let at = all.iter().position(|it| (it.span, it.phase) == (span, phase)).unwrap_or_else(|| {
            all.push(Series { span, phase, moments: Vec::new(), own: None });
            all.len() - 1
        });
        if let Some(series) = all.get_mut(at) {
            let place = series.moments.partition_point(|it| it.period.from <= moment.period.from);
            series.moments.insert(place, moment);
            if is_own {
                series.own = Some(place);
            } else {
                series.own = series.own.map(|own| if place <= own { own + 1 } else { own });
            }
        }
    }
    all.iter_mut().for_each(fill);
    if let Some((_, others)) = all.split_first_mut() {
        others.sort_by_key(|series| std::cmp::Reverse(series.known()));
    }
    all
}

/// Puts the periods that are passed over in their places.
fn fill(series: &mut Series<'_>) {
    let moments = std::mem::take(&mut series.moments);
    let own = series.own.take();
    for (at, moment) in moments.into_iter().enumerate() {
        if let Some(last) = series.moments.last() {
            let passed_over = between(series.span, &last.period, &moment.period);
            series.moments.extend(passed_over.into_iter().map(|period| Moment {
                period,
                value: None,
                bound: Bound::Exact,
                state: State::Settled,
                source: None,
            }));
        }
        if own == Some(at) {
            series.own = Some(series.moments.len());
        }
        series.moments.push(moment);
    }
}

/// The periods of a length between two others. Where they do not meet the later one, as fiscal and calendar quarters, and
/// where there are too many, a single period stands for the silence if anything does.
fn between(span: Span, earlier: &Period, later: &Period) -> Vec<Period> {
    let mut found = Vec::new();
    let mut next = span.next(earlier);
    while let Some(period) = next.take() {
        if period.to >= later.from || found.len() >= SILENCE {
            break;
        }
        next = span.next(&period);
        found.push(period);
    }
    if found.len() >= SILENCE {
        found.truncate(1);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Lang;
    use crate::domain::span::short;

    fn district(metric: &str) -> District {
        let json = format!(
            r#"{{"schema_version":1,"id":"d","title":"d","district":"d","sources":[],"actions":[],
                "units":[{{"id":"n","name":"件","kind":"count"}}],
                "period":{{"from":"2024-01-01","to":"2024-12-31"}},
                "metrics":[{{"id":"m","name":"m","unit":"n",{metric}}}]}}"#
        );
        District::new(serde_json::from_str(&json).unwrap())
    }

    fn told(district: &District) -> Vec<Vec<String>> {
        let metric = &district.data().metrics[0];
        let moment = |series: &Series<'_>, at: usize, moment: &Moment<'_>| {
            let value = moment.value.map_or("—".to_owned(), |value| value.to_string());
            let own = if series.own == Some(at) { "*" } else { "" };
            let state = if moment.state == State::Settled { String::new() } else { format!(" {:?}", moment.state) };
            format!("{} {value}{own}{state}", short(&moment.period, Lang::En))
        };
        series(district, metric)
            .iter()
            .map(|series| series.moments.iter().enumerate().map(|(at, it)| moment(series, at, it)).collect())
            .collect()
    }

    fn point(from: &str, to: &str, rest: &str) -> String {
        format!(r#"{{"period":{{"from":"{from}","to":"{to}"}},{rest}}}"#)
    }

    #[test]
    fn a_value_without_history_is_a_series_of_one() {
        let district = district(r#""value":3"#);
        assert_eq!(told(&district), [["2024 3*"]]);
        assert!(!series(&district, &district.data().metrics[0])[0].is_trend());
    }

    #[test]
    fn gaps_stay_gaps_whether_told_or_passed_over() {
        let history = [
            point("2019-01-01", "2019-12-31", r#""value":1"#),
            point("2021-01-01", "2021-12-31", r#""value":null"#),
            point("2022-01-01", "2022-12-31", r#""value":2.5,"flag":"revised""#),
        ];
        let district = district(&format!(r#""value":3,"flag":"provisional","history":[{}]"#, history.join(",")));
        assert_eq!(
            told(&district),
            [["2019 1", "2020 —", "2021 —", "2022 2.5 Revised", "2023 —", "2024 3* Provisional"]]
        );
    }

    #[test]
    fn periods_of_unlike_length_are_not_points_of_one_line() {
        let history = [
            point("2023-01-01", "2023-12-31", r#""value":10"#),
            point("2024-01-01", "2024-03-31", r#""value":4"#),
            point("2024-04-01", "2024-06-30", r#""value":5"#),
            point("2024-10-01", "2024-12-31", r#""value":6"#),
        ];
        let district = district(&format!(r#""value":20,"history":[{}]"#, history.join(",")));
        let expected: [&[&str]; 2] = [&["2023 10", "2024 20*"], &["2024 Q1 4", "2024 Q2 5", "2024 Q3 —", "2024 Q4 6"]];
        assert_eq!(told(&district), expected);
    }

    #[test]
    fn years_from_april_are_not_calendar_years() {
        let history = [
            point("2022-04-01", "2023-03-31", r#""value":4"#),
            point("2023-01-01", "2023-12-31", r#""value":5"#),
            point("2023-07-01", "2024-06-30", r#""value":6"#),
        ];
        let district = district(&format!(r#""value":7,"history":[{}]"#, history.join(",")));
        let told = told(&district);
        assert_eq!(told[0], ["2023 5", "2024 7*"]);
        assert_eq!(told.len(), 3);
    }

    #[test]
    fn what_is_later_than_the_value_is_a_forecast() {
        let history = [
            point("2023-01-01", "2023-12-31", r#""value":10,"flag":"estimated""#),
            point("2025-01-01", "2025-12-31", r#""value":14,"flag":"estimated""#),
        ];
        let district = district(&format!(r#""value":12,"history":[{}]"#, history.join(",")));
        assert_eq!(told(&district), [["2023 10 Estimated", "2024 12*", "2025 14 Forecast"]]);
    }

    #[test]
    fn a_long_silence_is_one_gap() {
        let history =
            [point("1001-01-01", "1001-01-31", r#""value":1"#), point("2023-01-01", "2023-01-31", r#""value":2"#)];
        let district = district(&format!(r#""value":3,"history":[{}]"#, history.join(",")));
        assert_eq!(told(&district)[1], ["1001-01 1", "1001-02 —", "2023-01 2"]);
    }
}
