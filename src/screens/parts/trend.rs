//! Metrics over time, as lines on one axis: periods of one length, values of one unit.

use std::fmt;
use std::rc::Rc;

use super::charts::{Body, Chart, Head, subtitle_of};
use super::cite;
use crate::domain::dimension::base_of;
use crate::domain::series::{Moment, Series, State, series};
use crate::domain::span::{Span, short};
use crate::domain::{Bound, Decimal, Metric, Period, Scale, Unit, UnitKind};
use crate::screens::Context;
use crate::ui::chart::{self, Frame, Kind, LineWords, Lines, More, Point, Reference};
use crate::ui::theme::Role;

/// Writes the values beside an axis.
#[derive(Clone)]
struct Ticks(Rc<dyn Fn(Decimal) -> String>);

impl fmt::Debug for Ticks {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Ticks")
    }
}

/// What a chart of lines shows, with its own text.
#[derive(Clone)]
pub(in crate::screens) struct Trend {
    periods: Vec<String>,
    series: Vec<chart::Series>,
    references: Vec<Reference>,
    ticks: Ticks,
    inverted: bool,
    words: LineWords<'static>,
}

impl fmt::Debug for Trend {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Trend").field("periods", &self.periods).field("series", &self.series).finish_non_exhaustive()
    }
}

impl Trend {
    /// The widget that draws it.
    pub(super) fn plot<'a>(&'a self, frame: Frame<'a>, more: Option<More<'a>>) -> Lines<'a> {
        Lines {
            frame,
            periods: &self.periods,
            series: &self.series,
            references: &self.references,
            words: self.words,
            tick: Some(&*self.ticks.0),
            inverted: self.inverted,
            more,
        }
    }
}

/// One metric's values over time, told in the unit of a chart.
struct Told<'a> {
    /// The unit that it was converted from.
    converted: Option<&'a Unit>,
    name: String,
    role: Role,
    series: Series<'a>,
}

/// The trends of one metric, a chart for each length of period that there are several values of. The target stands beside
/// the values that it is meant for: those like the metric's own.
pub(in crate::screens) fn of(cx: &Context<'_>, metric: &Metric) -> Vec<Chart> {
    let Some(unit) = cx.district.unit(&metric.unit) else { return Vec::new() };
    let chart = |series: Series<'_>| {
        let target = metric.target.as_ref().filter(|_| series.own.is_some()).map(|target| target.value.0);
        let span = series.span;
        let role = super::hue(cx, metric.action.as_ref());
        let name = cx.text(&metric.name).to_owned();
        draw(cx, unit, span, &[Told { converted: None, name, role, series }], target, cx.messages.says.trend_title)
    };
    series(cx.district, metric).into_iter().filter(Series::is_trend).map(chart).collect()
}

/// Whether a metric has a trend.
pub(in crate::screens) fn has(cx: &Context<'_>, metric: &Metric) -> bool {
    !metric.history.is_empty() && series(cx.district, metric).iter().any(Series::is_trend)
}

/// The trend of a metric over periods like that of its own value, with its name as the title.
pub(in crate::screens) fn named(cx: &Context<'_>, metric: &Metric) -> Option<Chart> {
    let unit = cx.district.unit(&metric.unit)?;
    let series = series(cx.district, metric).into_iter().next().filter(Series::is_trend)?;
    let target = metric.target.as_ref().map(|target| target.value.0);
    let (name, role) = (cx.text(&metric.name).to_owned(), super::hue(cx, metric.action.as_ref()));
    Some(draw(cx, unit, series.span, &[Told { converted: None, name, role, series }], target, cx.text(&metric.name)))
}

/// The trends of several metrics in this unit: those with periods of one length on one axis, a chart for each length.
/// What has no trend comes back.
pub(in crate::screens) fn together<'m>(
    cx: &Context<'_>,
    unit: &Unit,
    metrics: &[&'m Metric],
) -> (Vec<Chart>, Vec<&'m Metric>) {
    let mut spans: Vec<((Span, u32), Vec<Told<'_>>)> = Vec::new();
    let mut without = Vec::new();
    for metric in metrics {
        let trends = series(cx.district, metric).into_iter().filter(Series::is_trend);
        let trends: Vec<Series<'_>> = trends.filter_map(|series| converted(cx, metric, series, unit)).collect();
        if trends.is_empty() {
            without.push(*metric);
        }
        for series in trends {
            let (name, role) = super::compared(cx, metric);
            let span = (series.span, series.phase);
            let converted = cx.district.unit(&metric.unit).filter(|own| own.id != unit.id);
            let told = Told { converted, name, role, series };
            match spans.iter_mut().find(|(other, _)| *other == span) {
                Some((_, others)) => others.push(told),
                None => spans.push((span, vec![told])),
            }
        }
    }
    let chart = |((span, _), told): ((Span, u32), Vec<Told<'_>>)| {
        let title = match told.as_slice() {
            [only] => only.name.clone(),
            _ => cx.messages.says.trend_title.to_owned(),
        };
        draw(cx, unit, span, &told, None, &title)
    };
    (spans.into_iter().map(chart).collect(), without)
}

/// A series in the unit of a chart: its own, or the base of its dimension.
fn converted<'a>(cx: &Context<'_>, metric: &Metric, series: Series<'a>, unit: &Unit) -> Option<Series<'a>> {
    if metric.unit == unit.id {
        return Some(series);
    }
    let (base, factor) = base_of(cx.district, cx.district.unit(&metric.unit)?);
    if base.id != unit.id {
        return None;
    }
    let moment = |moment: Moment<'a>| {
        let value = match moment.value {
            Some(value) => Some(value.checked_mul(factor)?),
            None => None,
        };
        Some(Moment { value, ..moment })
    };
    Some(Series { moments: series.moments.into_iter().map(moment).collect::<Option<_>>()?, ..series })
}

fn draw(cx: &Context<'_>, unit: &Unit, span: Span, told: &[Told<'_>], target: Option<Decimal>, title: &str) -> Chart {
    let periods = periods(told);
    let values = told.iter().flat_map(|it| &it.series.moments).filter_map(|it| it.value).chain(target);
    let scale = cx.format().scale(&values.collect::<Vec<_>>(), unit);
    let lines = told.iter().map(|it| chart::Series {
        name: it.name.clone(),
        role: it.role,
        points: periods.iter().map(|period| point(cx, &it.series, period, unit, scale)).collect(),
    });
    let series = lines.collect();
    let reference = |value: Decimal| Reference {
        label: cx.messages.words.target.to_owned(),
        value,
        figure: cx.format().figure_at(value, Bound::Exact, unit, scale).text(),
    };
    let (format, own_unit) = (cx.format(), unit.clone());
    let ticks = Ticks(Rc::new(move |value| format.figure_at(value, Bound::Exact, &own_unit, scale).short()));
    let names: Vec<String> = periods.iter().map(|period| short(period, cx.prefs.lang)).collect();
    let time = match names.as_slice() {
        [first, .., last] => format!("{first} – {last}"),
        _ => names.concat(),
    };
    let mut converted: Vec<&Unit> = Vec::new();
    for unit in told.iter().filter_map(|it| it.converted) {
        if !converted.iter().any(|other| other.id == unit.id) {
            converted.push(unit);
        }
    }
    let inverted = unit.kind == UnitKind::Rank;
    let mut note = (cx.messages.says.unit_note)(cx.format().unit_name(unit));
    if inverted {
        note = format!("{note} · {}", cx.messages.says.places_higher);
    }
    let head = Head {
        title: (cx.messages.says.trend_by)(title, step(cx, span)),
        subtitle: subtitle_of(cx, &note, &converted, &time),
        source: source(cx, told),
    };
    let trend = Trend {
        periods: names,
        series,
        references: target.map(reference).into_iter().collect(),
        ticks,
        inverted,
        words: words(cx),
    };
    Chart::new(head, Body::Trend(trend))
}

/// Where the values are stated. Earlier ones that do not say so themselves are told apart from those that do.
fn source(cx: &Context<'_>, told: &[Told<'_>]) -> String {
    let known =
        || told.iter().flat_map(|it| it.series.moments.iter().enumerate().map(move |(at, moment)| (it, at, moment)));
    let own = |it: &Told<'_>, at: usize| it.series.own == Some(at);
    let untold = known().any(|(it, at, moment)| moment.value.is_some() && moment.source.is_none() && !own(it, at));
    let cited = known().filter(|(it, at, moment)| moment.value.is_some() && (moment.source.is_some() || own(it, *at)));
    let mut cited = cited.map(|(.., moment)| moment.source).peekable();
    if cited.peek().is_none() {
        return cite::line(cx, std::iter::once(None));
    }
    let line = cite::line(cx, cited);
    if untold { format!("{line} · {}", cx.messages.says.history_uncited) } else { line }
}

/// Every period that any of the series has, the oldest first.
fn periods(told: &[Told<'_>]) -> Vec<Period> {
    let mut periods: Vec<Period> = Vec::new();
    for moment in told.iter().flat_map(|it| &it.series.moments) {
        let same = |it: &Period| (it.from, it.to) == (moment.period.from, moment.period.to);
        if !periods.iter().any(same) {
            periods.push(moment.period.clone());
        }
    }
    periods.sort_by_key(|period| (period.from, period.to));
    periods
}

pub(super) fn point(cx: &Context<'_>, series: &Series<'_>, period: &Period, unit: &Unit, scale: Scale) -> Point {
    let same = |it: &&Moment<'_>| (it.period.from, it.period.to) == (period.from, period.to);
    let moment = series.moments.iter().find(same);
    let figure = moment
        .and_then(|it| Some(cx.format().figure_at(it.value?, it.bound, unit, scale).text()))
        .unwrap_or_else(|| cx.messages.says.no_value.to_owned());
    let kind = match moment.map_or(State::Settled, |it| it.state) {
        State::Settled => Kind::Settled,
        State::Revised => Kind::Revised,
        State::Provisional => Kind::Provisional,
        State::Estimated => Kind::Estimated,
        State::Forecast => Kind::Forecast,
    };
    Point { value: moment.and_then(|it| it.value), figure, kind }
}

/// How long the periods of an axis are, in a word; empty where there is none for it.
fn step(cx: &Context<'_>, span: Span) -> &'static str {
    let [year, half, quarter, month] = cx.messages.words.steps;
    match span {
        Span::Months(12) => year,
        Span::Months(6) => half,
        Span::Months(3) => quarter,
        Span::Months(1) => month,
        _ => "",
    }
}

pub(super) fn words(cx: &Context<'_>) -> LineWords<'static> {
    let says = &cx.messages.says;
    let [provisional, revised, estimated] = cx.messages.words.flags;
    LineWords {
        gaps: Some(&says.gaps),
        nothing: says.no_value,
        not_from_zero: says.not_from_zero,
        revised,
        provisional,
        estimated,
        forecast: cx.messages.words.forecast,
    }
}
