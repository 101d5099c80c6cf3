//! Breakdowns beside each other: the same parts in several metrics, as a table with shades.

use super::charts::{Body, Chart, Head, subtitle_of};
use super::cite;
use crate::domain::metric::Breakdown;
use crate::domain::span::short;
use crate::domain::{Bound, Decimal, Locator, Metric, Unit};
use crate::screens::Context;
use crate::ui::chart::{Frame, Heading, Heat, HeatCell, HeatRow, HeatWords, More, Shaded};

/// What a heat table shows, with its own text.
#[derive(Debug, Clone)]
pub(in crate::screens) struct Matrix {
    corner: String,
    columns: Vec<Heading<'static>>,
    rows: Vec<HeatRow>,
    shaded: Shaded,
    words: HeatWords<'static>,
}

impl Matrix {
    /// The widget that draws it.
    pub(super) fn plot<'a>(&'a self, frame: Frame<'a>, left_out: usize, more: Option<More<'a>>) -> Heat<'a> {
        Heat {
            frame,
            corner: &self.corner,
            columns: &self.columns,
            rows: &self.rows,
            shaded: self.shaded,
            words: self.words,
            left_out,
            more,
            ..Heat::default()
        }
    }
}

/// A column of parts: what stands over it, its unit, and the parts by name.
pub(in crate::screens) struct Column<'a> {
    /// What stands over it.
    pub(in crate::screens) title: String,
    /// The metric that it divides.
    pub(in crate::screens) metric: &'a Metric,
    /// The parts.
    pub(in crate::screens) breakdown: &'a Breakdown,
    /// Where they are stated.
    pub(in crate::screens) source: Option<&'a Locator>,
}

/// The breakdowns of one metric over the periods of the files that are open, part beside part.
pub(in crate::screens) fn over_time(cx: &Context<'_>, metric: &Metric) -> Vec<Chart> {
    let Some(joined) = cx.district.joined() else { return Vec::new() };
    let earlier = joined.breakdowns(&metric.id);
    let name = |breakdown: &Breakdown| cx.text(&breakdown.dimension).to_owned();
    let chart = |own: &Breakdown| {
        let before = earlier.iter().filter_map(|(period, source, all)| {
            let breakdown = all.iter().find(|it| name(it) == name(own))?;
            Some(Column { title: short(period, cx.prefs.lang), metric, breakdown, source: source.as_ref() })
        });
        let now = short(cx.district.period_of(metric), cx.prefs.lang);
        let own_column = Column { title: now, metric, breakdown: own, source: metric.source.as_ref() };
        let columns: Vec<Column<'_>> = before.chain([own_column]).collect();
        let time = match columns.as_slice() {
            [first, .., last] => format!("{} – {}", first.title, last.title),
            _ => return None,
        };
        Some(of(cx, name(own), (cx.messages.says.breakdown_by_period)(&name(own)), Some(&time), &columns))
    };
    metric.breakdown.iter().filter_map(chart).collect()
}

/// The tables of the breakdowns that at least two of these metrics share: by the same dimension, part beside part.
pub(in crate::screens) fn shared(cx: &Context<'_>, metrics: &[&Metric]) -> Vec<Chart> {
    let name = |breakdown: &Breakdown| cx.text(&breakdown.dimension).to_owned();
    let mut dimensions: Vec<String> = Vec::new();
    for dimension in metrics.iter().flat_map(|metric| &metric.breakdown).map(name) {
        if !dimensions.contains(&dimension) {
            dimensions.push(dimension);
        }
    }
    let mut charts = Vec::new();
    for dimension in dimensions {
        let mut columns: Vec<Column<'_>> = Vec::new();
        for metric in metrics {
            if let Some(breakdown) = metric.breakdown.iter().find(|it| name(it) == dimension) {
                columns.push(Column {
                    title: super::compared(cx, metric).0,
                    metric,
                    breakdown,
                    source: metric.source.as_ref(),
                });
            }
        }
        if columns.len() > 1 {
            let title = (cx.messages.says.breakdown_title)(&dimension);
            charts.push(of(cx, dimension, title, None, &columns));
        }
    }
    charts
}

/// The table of these columns, over `time` where they are periods of one metric. Where their units differ each has a scale of its own.
fn of(cx: &Context<'_>, dimension: String, title: String, time: Option<&str>, columns: &[Column<'_>]) -> Chart {
    let units: Vec<Option<&Unit>> = columns.iter().map(|column| cx.district.unit(&column.metric.unit)).collect();
    let alike = units
        .windows(2)
        .all(|pair| pair.first().map(|it| it.map(|it| &it.id)) == pair.last().map(|it| it.map(|it| &it.id)));
    let mut names: Vec<&str> = Vec::new();
    for part in columns.iter().flat_map(|column| &column.breakdown.parts) {
        let name = cx.text(&part.name);
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let scales: Vec<_> = columns
        .iter()
        .zip(&units)
        .map(|(column, unit)| {
            let of: Vec<&Column<'_>> = if alike { columns.iter().collect() } else { vec![column] };
            let values: Vec<Decimal> =
                of.iter().flat_map(|column| &column.breakdown.parts).map(|part| part.value.0).collect();
            unit.map(|unit| cx.format().scale(&values, unit)).unwrap_or_default()
        })
        .collect();
    let cell = |name: &str, at: usize, column: &Column<'_>| {
        let part = column.breakdown.parts.iter().find(|part| cx.text(&part.name) == name);
        let unit = units.get(at).copied().flatten();
        let scale = scales.get(at).copied().unwrap_or_default();
        let figure =
            part.zip(unit).map(|(part, unit)| cx.format().figure_at(part.value.0, Bound::Exact, unit, scale).short());
        HeatCell { value: part.map(|part| part.value.0), figure: figure.unwrap_or_else(|| "—".to_owned()) }
    };
    let row = |name: &&str| HeatRow {
        label: (*name).to_owned(),
        cells: columns.iter().enumerate().map(|(at, column)| cell(name, at, column)).collect(),
    };
    let heading = |(column, unit): (&Column<'_>, Option<&Unit>)| Heading {
        title: column.title.clone().into(),
        unit: if alike { "".into() } else { unit.map_or("", |unit| cx.format().unit_name(unit)).to_owned().into() },
    };
    let says = &cx.messages.says;
    let unit = if alike {
        units.first().copied().flatten().map(|unit| (says.unit_note)(cx.format().unit_name(unit)))
    } else {
        None
    };
    let mut periods: Vec<String> =
        columns.iter().map(|column| cx.district.period_of(column.metric).describe(cx.prefs.lang)).collect();
    periods.dedup();
    let period = if let [only] = periods.as_slice() { only.as_str() } else { says.several_periods };
    let head = Head {
        title,
        subtitle: subtitle_of(cx, &unit.unwrap_or_default(), &[], time.unwrap_or(period)),
        source: cite::line(cx, columns.iter().map(|column| column.source)),
    };
    let [lowest, highest] = cx.messages.words.extremes;
    let matrix = Matrix {
        corner: dimension,
        columns: columns.iter().zip(units.iter().copied()).map(heading).collect(),
        rows: names.iter().map(row).collect(),
        shaded: if alike { Shaded::Together } else { Shaded::ByColumn },
        words: HeatWords { lowest, highest, steps: says.heat_steps, by_column: says.heat_by_column },
    };
    Chart::new(head, Body::Matrix(matrix))
}
