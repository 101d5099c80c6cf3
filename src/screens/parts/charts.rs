//! The charts of a set of metrics: a panel for each unit that several share, shares on one axis, ranks on a ladder, and
//! figures with nothing to be compared with by themselves.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::cite;
use crate::domain::figure::Figure;
use crate::domain::panels::{Panel, panels, ranks};
use crate::domain::{Metric, Unit, UnitKind};
use crate::screens::Context;
use crate::ui::chart::{Bar, Bars, ChartTable, Frame, Ladder, Line, Mark, Rung, Share, Shares};
use crate::ui::theme::{Role, Theme};

/// Title, subtitle and source line of a chart.
#[derive(Debug, Clone)]
pub(in crate::screens) struct Head {
    pub title: String,
    pub subtitle: String,
    pub source: String,
}

impl Head {
    fn frame(&self) -> Frame<'_> {
        Frame { title: &self.title, subtitle: &self.subtitle, source: &self.source }
    }
}

/// What a chart shows.
#[derive(Debug, Clone)]
enum Body {
    Bars(Vec<Bar>),
    Shares(Vec<Share>),
    Ladder(Vec<Rung>),
    Lines(Vec<Line>),
}

/// A chart with its own text.
#[derive(Debug, Clone)]
pub(in crate::screens) struct Chart {
    head: Head,
    body: Body,
    selected: Option<usize>,
}

impl Chart {
    /// The rows it takes.
    pub(in crate::screens) fn height(&self, width: u16, table: bool) -> u16 {
        match &self.body {
            Body::Bars(rows) if !table => self.bars(rows, None).height(width),
            Body::Shares(rows) if !table => self.shares(rows, None).height(width),
            Body::Ladder(rungs) if !table => self.ladder(rungs, None).height(width),
            _ => self.twin(None).height(width),
        }
    }

    /// Draws it, or the table of the same numbers.
    pub(in crate::screens) fn draw(&self, cx: &Context<'_>, area: Rect, buf: &mut Buffer, theme: &Theme, table: bool) {
        let more: &dyn Fn(usize) -> String = &cx.messages.says.more_rows;
        match &self.body {
            Body::Bars(rows) if !table => self.bars(rows, Some(more)).draw(area, buf, theme),
            Body::Shares(rows) if !table => self.shares(rows, Some(more)).draw(area, buf, theme),
            Body::Ladder(rungs) if !table => self.ladder(rungs, Some(more)).draw(area, buf, theme),
            _ => self.twin(Some(more)).draw(area, buf, theme),
        }
    }

    fn bars<'a>(&'a self, rows: &[Bar], more: Option<&'a dyn Fn(usize) -> String>) -> Bars<'a> {
        Bars { frame: self.head.frame(), rows: rows.to_vec(), more, selected: self.selected }
    }

    fn shares<'a>(&'a self, rows: &[Share], more: Option<&'a dyn Fn(usize) -> String>) -> Shares<'a> {
        Shares { frame: self.head.frame(), rows: rows.to_vec(), more, selected: self.selected }
    }

    fn ladder<'a>(&'a self, rungs: &[Rung], more: Option<&'a dyn Fn(usize) -> String>) -> Ladder<'a> {
        Ladder { frame: self.head.frame(), rungs: rungs.to_vec(), more, selected: self.selected }
    }

    fn twin<'a>(&'a self, more: Option<&'a dyn Fn(usize) -> String>) -> ChartTable<'a> {
        match &self.body {
            Body::Bars(rows) => self.bars(rows, more).twin(),
            Body::Shares(rows) => self.shares(rows, more).twin(),
            Body::Ladder(rungs) => self.ladder(rungs, more).twin(),
            Body::Lines(lines) => {
                ChartTable { frame: self.head.frame(), rows: lines.clone(), more, selected: self.selected }
            }
        }
    }
}

/// The charts of a set of metrics, what compares most first.
pub(in crate::screens) fn of(cx: &Context<'_>, metrics: &[&Metric]) -> Vec<Chart> {
    let mut charts = Vec::new();
    for panel in panels(cx.district, metrics.iter().copied()) {
        if panel.unit.kind == UnitKind::Share {
            charts.push(shares(cx, &panel));
        } else if panel.rows.len() > 1 {
            charts.push(bars(cx, &panel, None));
        }
    }
    let ranked = ranks(cx.district, metrics.iter().copied());
    if !ranked.is_empty() {
        charts.push(ladder(cx, &ranked));
    }
    charts
}

/// The figures that no chart compares with others, headlines first.
pub(in crate::screens) fn leading<'m>(cx: &Context<'m>, metrics: &[&'m Metric]) -> Vec<&'m Metric> {
    let alone = panels(cx.district, metrics.iter().copied())
        .into_iter()
        .filter(|panel| panel.rows.len() == 1 && panel.unit.kind != UnitKind::Share)
        .flat_map(|panel| panel.rows.into_iter().map(|row| row.metric));
    let (headlines, others): (Vec<_>, Vec<_>) = alone.partition(|metric| metric.headline);
    headlines.into_iter().chain(others).collect()
}

/// The subtitle of a chart: unit, period, and what was converted.
fn subtitle<'m>(
    cx: &Context<'_>,
    unit: &str,
    metrics: impl Iterator<Item = &'m Metric>,
    converted: &[&Unit],
) -> String {
    let says = &cx.messages.says;
    let mut periods: Vec<String> = Vec::new();
    for metric in metrics {
        let period = cx.district.period_of(metric).describe(cx.prefs.lang);
        if !periods.contains(&period) {
            periods.push(period);
        }
    }
    let period = match periods.as_slice() {
        [] => String::new(),
        [only] => only.clone(),
        _ => says.several_periods.to_owned(),
    };
    let mut parts = vec![unit.to_owned(), period];
    parts.extend(converted.iter().map(|from| (says.converted)(cx.text(&from.name))));
    parts.retain(|part| !part.is_empty());
    parts.join(" · ")
}

/// Bars of one unit.
pub(in crate::screens) fn bars(cx: &Context<'_>, panel: &Panel<'_>, own: Option<&Metric>) -> Chart {
    let says = &cx.messages.says;
    let unit = cx.text(&panel.unit.name);
    let values: Vec<_> = panel.rows.iter().map(|row| row.value).collect();
    let scale = cx.format().scale(&values);
    let metrics = || panel.rows.iter().map(|row| row.metric);
    let title = match own {
        Some(_) => says.siblings_title.to_owned(),
        None => says.values_title.to_owned(),
    };
    let head = Head {
        title,
        subtitle: subtitle(cx, &(says.unit_note)(unit), metrics(), &panel.converted),
        source: cite::line(cx, metrics().map(|metric| metric.source.as_ref())),
    };
    let bar = |row: &crate::domain::panels::PanelRow<'_>| Bar {
        label: cx.text(&row.metric.name).to_owned(),
        value: Some(row.value),
        figure: cx.format().figure_at(row.value, row.metric.bound, panel.unit, scale).text(),
        mark: Mark::from(row.metric.bound),
        role: super::hue(cx, row.metric.action.as_ref()),
        note: String::new(),
    };
    let selected = own.and_then(|own| panel.rows.iter().position(|row| row.metric.id == own.id));
    Chart { head, body: Body::Bars(panel.rows.iter().map(bar).collect()), selected }
}

fn shares(cx: &Context<'_>, panel: &Panel<'_>) -> Chart {
    let metrics = || panel.rows.iter().map(|row| row.metric);
    let head = Head {
        title: cx.messages.says.shares_title.to_owned(),
        subtitle: subtitle(cx, &(cx.messages.says.unit_note)(cx.text(&panel.unit.name)), metrics(), &panel.converted),
        source: cite::line(cx, metrics().map(|metric| metric.source.as_ref())),
    };
    let share = |row: &crate::domain::panels::PanelRow<'_>| Share {
        label: cx.text(&row.metric.name).to_owned(),
        fraction: Some(row.value),
        figure: cx.format().figure(row.value, row.metric.bound, panel.unit).text(),
        mark: Mark::from(row.metric.bound),
        role: super::hue(cx, row.metric.action.as_ref()),
    };
    Chart { head, body: Body::Shares(panel.rows.iter().map(share).collect()), selected: None }
}

/// Ranks on a ladder.
pub(in crate::screens) fn ladder(cx: &Context<'_>, ranked: &[&Metric]) -> Chart {
    let head = Head {
        title: cx.messages.says.ranks_title.to_owned(),
        subtitle: subtitle(cx, cx.messages.says.ranks_note, ranked.iter().copied(), &[]),
        source: cite::line(cx, ranked.iter().map(|metric| metric.source.as_ref())),
    };
    let rung = |metric: &&Metric| {
        let rank = metric.rank.as_ref()?;
        Some(Rung {
            label: cx.text(&metric.name).to_owned(),
            position: rank.position,
            of: rank.of,
            at_most: rank.bound == crate::domain::Bound::AtMost,
            text: cx.format().rank(rank),
            role: super::hue(cx, metric.action.as_ref()),
        })
    };
    Chart { head, body: Body::Ladder(ranked.iter().filter_map(rung).collect()), selected: None }
}

/// Figures of unlike units, each by itself.
pub(in crate::screens) fn lines(cx: &Context<'_>, metrics: &[&Metric]) -> Chart {
    let head = Head {
        title: cx.messages.says.single_figures.to_owned(),
        subtitle: cx.messages.says.single_figures_note.to_owned(),
        source: cite::line(cx, metrics.iter().map(|metric| metric.source.as_ref())),
    };
    let line = |metric: &&Metric| Line {
        label: cx.text(&metric.name).to_owned(),
        figure: cx.format().metric(cx.district, metric).as_ref().map(Figure::text).unwrap_or_default(),
        note: String::new(),
        role: Role::Strong,
    };
    Chart { head, body: Body::Lines(metrics.iter().map(line).collect()), selected: None }
}

/// The parts of a value, ranked.
pub(in crate::screens) fn breakdowns(cx: &Context<'_>, metric: &Metric) -> Vec<Chart> {
    let Some(unit) = cx.district.unit(&metric.unit) else { return Vec::new() };
    let chart = |breakdown: &crate::domain::metric::Breakdown| {
        let mut parts: Vec<_> = breakdown.parts.iter().collect();
        parts.sort_by_key(|part| std::cmp::Reverse(part.value));
        let values: Vec<_> = parts.iter().map(|part| *part.value).collect();
        let scale = cx.format().scale(&values);
        let bar = |part: &&crate::domain::metric::Part| Bar {
            label: cx.text(&part.name).to_owned(),
            value: Some(*part.value),
            figure: cx.format().figure_at(*part.value, crate::domain::Bound::Exact, unit, scale).text(),
            mark: Mark::None,
            role: super::hue(cx, metric.action.as_ref()),
            note: String::new(),
        };
        let head = Head {
            title: (cx.messages.says.breakdown_title)(cx.text(&breakdown.dimension)),
            subtitle: subtitle(cx, &(cx.messages.says.unit_note)(cx.text(&unit.name)), std::iter::once(metric), &[]),
            source: cite::line(cx, std::iter::once(metric.source.as_ref())),
        };
        Chart { head, body: Body::Bars(parts.iter().map(bar).collect()), selected: None }
    };
    metric.breakdown.iter().map(chart).collect()
}
