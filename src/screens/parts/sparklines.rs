//! How several metrics went, each as a line of one row with its own scale.

use super::charts::{Body, Chart, Head};
use super::{cite, trend};
use crate::domain::series::{Series, State, series};
use crate::domain::span::short;
use crate::domain::{Metric, Period};
use crate::screens::Context;
use crate::ui::chart::{Frame, LONGEST, LineWords, More, SparkRow, Sparks, Stretch};

/// What a list of sparklines shows, with its own text.
#[derive(Clone)]
pub(in crate::screens) struct Sparklines {
    rows: Vec<SparkRow>,
    words: LineWords<'static>,
}

impl std::fmt::Debug for Sparklines {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Sparklines").field("rows", &self.rows).finish_non_exhaustive()
    }
}

impl Sparklines {
    /// The widget that draws it.
    pub(super) fn plot<'a>(&'a self, frame: Frame<'a>, left_out: usize, more: Option<More<'a>>) -> Sparks<'a> {
        Sparks { frame, rows: &self.rows, words: self.words, left_out, more }
    }
}

/// The sparklines of those metrics that have a trend, each over the periods of its own value; none where none has.
pub(in crate::screens) fn of(cx: &Context<'_>, metrics: &[&Metric]) -> Option<Chart> {
    let mut told: Vec<(&Metric, Series<'_>)> = Vec::new();
    for metric in metrics {
        let own = series(cx.district, metric).into_iter().next();
        told.extend(own.filter(Series::is_trend).map(|series| (*metric, series)));
    }
    let told_here = told.get(..told.len().min(usize::from(LONGEST))).unwrap_or_default();
    let range = shared(told_here);
    let row = |(metric, series): &(&Metric, Series<'_>)| {
        let unit = cx.district.unit(&metric.unit)?;
        let periods: Vec<_> = series.moments.iter().map(|moment| moment.period.clone()).collect();
        let values: Vec<_> = series.moments.iter().filter_map(|moment| moment.value).collect();
        let scale = cx.format().scale(&values, unit);
        // The last figure tells the unit for both.
        let first = series.moments.iter().find_map(|moment| Some((moment.value?, moment.bound)));
        let first = first.map(|(value, bound)| cx.format().figure_at(value, bound, unit, scale).short());
        Some(SparkRow {
            label: cx.text(&metric.name).to_owned(),
            periods: periods.iter().map(|period| short(period, cx.prefs.lang)).collect(),
            points: periods.iter().map(|period| trend::point(cx, series, period, unit, scale)).collect(),
            first: first.unwrap_or_default(),
            own: series.own,
            stretch: range.as_ref().and_then(|range| stretch(range, series)),
            role: super::hue(cx, metric.action.as_ref()),
        })
    };
    let rows: Vec<SparkRow> = told_here.iter().filter_map(row).collect();
    if rows.is_empty() {
        return None;
    }
    let says = &cx.messages.says;
    let head = Head {
        title: says.trend_title.to_owned(),
        subtitle: says.sparks_note.to_owned(),
        source: cite::line(cx, told.iter().map(|(metric, _)| metric.source.as_ref())),
    };
    let left_out = told.len().saturating_sub(usize::from(LONGEST));
    Some(Chart::new(head, Body::Sparks(Sparklines { rows, words: trend::words(cx) })).with_left_out(left_out))
}

/// Every period that any of the series has a settled value for, the oldest first; none where their periods are of unlike
/// lengths, or where one of them passes over periods of another.
fn shared(told: &[(&Metric, Series<'_>)]) -> Option<Vec<Period>> {
    let (_, first) = told.first()?;
    let moments = || told.iter().flat_map(|(_, series)| &series.moments);
    let mut range: Vec<Period> = Vec::new();
    for period in moments().filter(|moment| moment.state != State::Forecast).map(|moment| &moment.period) {
        if !range.iter().any(|it| (it.from, it.to) == (period.from, period.to)) {
            range.push(period.clone());
        }
    }
    range.sort_by_key(|period| (period.from, period.to));
    let alike = told.iter().all(|(_, series)| series.span == first.span && stretch(&range, series).is_some());
    alike.then_some(range)
}

/// Where a series lies on a range.
fn stretch(range: &[Period], series: &Series<'_>) -> Option<Stretch> {
    let settled =
        || series.moments.iter().filter(|moment| moment.state != State::Forecast).map(|moment| &moment.period);
    let first = settled().next()?;
    let before = range.iter().position(|it| (it.from, it.to) == (first.from, first.to))?;
    let follow = settled().zip(range.get(before..)?).all(|(own, it)| (own.from, own.to) == (it.from, it.to));
    follow.then_some(Stretch { before, of: range.len() })
}
