//! How several metrics went, each as a line of one row with its own scale.

use super::charts::{Body, Chart, Head};
use super::{cite, trend};
use crate::domain::Metric;
use crate::domain::series::{Series, series};
use crate::domain::span::short;
use crate::screens::Context;
use crate::ui::chart::{Frame, LONGEST, LineWords, More, SparkRow, Sparks};

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
    let row = |(metric, series): &(&Metric, Series<'_>)| {
        let unit = cx.district.unit(&metric.unit)?;
        let periods: Vec<_> = series.moments.iter().map(|moment| moment.period.clone()).collect();
        let values: Vec<_> = series.moments.iter().filter_map(|moment| moment.value).collect();
        let scale = cx.format().scale(&values);
        Some(SparkRow {
            label: cx.text(&metric.name).to_owned(),
            periods: periods.iter().map(|period| short(period, cx.prefs.lang)).collect(),
            points: periods.iter().map(|period| trend::point(cx, series, period, unit, scale)).collect(),
            role: super::hue(cx, metric.action.as_ref()),
        })
    };
    let rows: Vec<SparkRow> = told.iter().take(usize::from(LONGEST)).filter_map(row).collect();
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
