//! The charts of a set of metrics: a panel for each unit that several share, shares on one axis, ranks on a ladder, and
//! figures with nothing to be compared with by themselves.

mod breakdown;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use rust_decimal::prelude::ToPrimitive;

use super::among::Among;
use super::cite;
use super::goal::Goals;
use super::matrix::Matrix;
use super::sparklines::Sparklines;
use super::standing;
use super::trend::Trend;
use crate::domain::figure::Figure;
use crate::domain::metric::Rank;
use crate::domain::panels::{Panel, panels, place, ranks};
use crate::domain::status::{Status, status};
use crate::domain::{Bound, Decimal, Metric, Unit, UnitKind};
use crate::screens::Context;
use crate::ui::chart::{
    Bar, Bars, ChartTable, Fill, Frame, LONGEST, Ladder, Line, Mark, More, Multiples, Plot, Rung, Share, Shares,
};
use crate::ui::page::Pen;
use crate::ui::theme::{Role, Theme};
pub(in crate::screens) use breakdown::breakdowns;

/// Charts narrower than this stand under each other.
const PANEL: u16 = 56;
/// Blanks between charts beside each other.
const GAP: u16 = 2;

/// How many charts stand beside each other in a width.
pub(in crate::screens) fn across(width: u16) -> usize {
    usize::from((width + GAP) / (PANEL + GAP)).max(1)
}

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
pub(super) enum Body {
    Bars(Vec<Bar>),
    Shares(Vec<Share>),
    Ladder(Vec<Rung>),
    Lines(Vec<Line<'static>>),
    Trend(Trend),
    Sparks(Sparklines),
    Among(Among),
    Goals(Goals),
    Matrix(Matrix),
}

/// A chart with its own text.
#[derive(Debug, Clone)]
pub(in crate::screens) struct Chart {
    head: Head,
    body: Body,
    /// Rows behind those of the body, which are counted and not shown.
    left_out: usize,
    selected: Option<usize>,
}

impl Chart {
    /// A chart of all rows there are, none of them selected.
    pub(super) fn new(head: Head, body: Body) -> Self {
        Self { head, body, left_out: 0, selected: None }
    }

    /// The same with rows behind those of the body, which are counted and not shown.
    pub(super) fn with_left_out(self, left_out: usize) -> Self {
        Self { left_out, ..self }
    }

    /// The rows it asks for.
    pub(in crate::screens) fn height(&self, width: u16, table: bool) -> u16 {
        let plot = self.plot(None);
        if table { plot.twin(width).height(width) } else { plot.height(width) }
    }

    /// Draws it, or the table of the same numbers.
    pub(in crate::screens) fn draw(&self, cx: &Context<'_>, area: Rect, buf: &mut Buffer, theme: &Theme, table: bool) {
        let plot = self.plot(Some(&cx.messages.says.more_rows));
        if table { plot.twin(area.width).draw(area, buf, theme) } else { plot.draw(area, buf, theme) }
    }

    /// Draws charts beside and under each other, as many in a row as are still readable, each with its own unit and axis.
    /// Gives the row below.
    pub(in crate::screens) fn paint_all(
        cx: &Context<'_>,
        pen: &mut Pen<'_>,
        area: Rect,
        all: &[Self],
        table: bool,
    ) -> u16 {
        let more: More<'_> = &cx.messages.says.more_rows;
        let panels: Vec<Box<dyn Plot + '_>> = all.iter().map(|chart| chart.plot(Some(more))).collect();
        let multiples = Multiples { panels: &panels, least: PANEL, more: Some(more) };
        let twin: Box<dyn Plot + '_> = if table { multiples.twin(area.width) } else { Box::new(multiples.clone()) };
        let rect = Rect { height: twin.height(area.width), ..area };
        pen.draw(rect, |area, buf, theme| twin.draw(area, buf, theme));
        rect.bottom()
    }

    /// The widget that draws it.
    fn plot<'a>(&'a self, more: Option<More<'a>>) -> Box<dyn Plot + 'a> {
        let (frame, left_out, selected) = (self.head.frame(), self.left_out, self.selected);
        match &self.body {
            Body::Bars(rows) => Box::new(Bars { frame, rows, left_out, more, selected }),
            Body::Shares(rows) => Box::new(Shares { frame, rows, left_out, more, selected }),
            Body::Ladder(rungs) => Box::new(Ladder { frame, rungs, left_out, more, selected }),
            Body::Among(among) => Box::new(among.plot(frame, left_out, more)),
            Body::Goals(goals) => Box::new(goals.plot(frame, left_out, more)),
            Body::Matrix(matrix) => Box::new(matrix.plot(frame, left_out, more)),
            Body::Sparks(sparks) => Box::new(sparks.plot(frame, left_out, more)),
            Body::Trend(trend) => Box::new(trend.plot(frame, more)),
            Body::Lines(lines) => Box::new(ChartTable { frame, rows: lines.into(), left_out, more, selected }),
        }
    }
}

/// The charts of a set of metrics, what compares most first; and the figures that no chart compares with others,
/// headlines first.
pub(in crate::screens) fn of<'m>(cx: &Context<'m>, metrics: &[&'m Metric]) -> (Vec<Chart>, Vec<&'m Metric>) {
    let mut charts = Vec::new();
    let (mut headlines, mut others) = (Vec::new(), Vec::new());
    for panel in panels(cx.district, metrics.iter().copied()) {
        match panel.rows.as_slice() {
            [only] if panel.unit.kind != UnitKind::Share => {
                if only.metric.headline { &mut headlines } else { &mut others }.push(only.metric);
            }
            _ => charts.push(self::panel(cx, &panel, None)),
        }
    }
    charts.extend(ladders(cx, &ranks(cx.district, metrics.iter().copied())));
    headlines.append(&mut others);
    (charts, headlines)
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
    subtitle_of(cx, unit, converted, &period)
}

/// The same for a period that is known.
pub(super) fn subtitle_of(cx: &Context<'_>, unit: &str, converted: &[&Unit], period: &str) -> String {
    let mut parts = vec![unit.to_owned()];
    parts.extend(converted.iter().map(|from| (cx.messages.says.converted)(cx.text(&from.name))));
    parts.push(period.to_owned());
    parts.push(cx.text(&cx.district.data().district).to_owned());
    parts.retain(|part| !part.is_empty());
    parts.join(" · ")
}

/// One value of a chart, before it is drawn in one way or another.
struct Entry<'a> {
    name: &'a str,
    value: Decimal,
    bound: Bound,
    role: Role,
}

/// How values of one unit are charted: shares on the whole, ranks each by itself, everything else as bars from zero.
/// Only the rows that a chart can show are written out.
fn body(cx: &Context<'_>, unit: &Unit, entries: &[Entry<'_>]) -> Body {
    let shown = entries.iter().take(usize::from(LONGEST));
    match unit.kind {
        UnitKind::Share => {
            let share = |entry: &Entry<'_>| Share {
                label: entry.name.to_owned(),
                fraction: Some(entry.value),
                figure: cx.format().figure(entry.value, entry.bound, unit).text(),
                mark: Mark::from(entry.bound),
                role: entry.role,
            };
            Body::Shares(shown.map(share).collect())
        }
        UnitKind::Rank => {
            let line = |entry: &Entry<'_>| {
                Line::new(entry.name.to_owned(), cx.format().figure(entry.value, entry.bound, unit).text())
            };
            Body::Lines(shown.map(line).collect())
        }
        UnitKind::Count | UnitKind::Money | UnitKind::Area | UnitKind::Multiple | UnitKind::Duration => {
            let values: Vec<_> = entries.iter().map(|entry| entry.value).collect();
            let scale = cx.format().scale(&values, unit);
            let bar = |entry: &Entry<'_>| Bar {
                label: entry.name.to_owned(),
                value: Some(entry.value),
                figure: cx.format().figure_at(entry.value, entry.bound, unit, scale).text(),
                mark: Mark::from(entry.bound),
                role: entry.role,
                note: String::new(),
                fill: Fill::Solid,
            };
            Body::Bars(shown.map(bar).collect())
        }
    }
}

/// The chart of one unit; `own` is the metric that the others are shown beside.
pub(in crate::screens) fn panel(cx: &Context<'_>, panel: &Panel<'_>, own: Option<&Metric>) -> Chart {
    let says = &cx.messages.says;
    let metrics = || panel.rows.iter().map(|row| row.metric);
    let title = match own {
        Some(_) => says.siblings_title,
        None if panel.unit.kind == UnitKind::Share => says.shares_title,
        None => says.values_title,
    };
    let head = Head {
        title: title.to_owned(),
        subtitle: subtitle(cx, &(says.unit_note)(cx.format().unit_name(panel.unit)), metrics(), &panel.converted),
        source: cite::line(cx, metrics().map(|metric| metric.source.as_ref())),
    };
    // Of a long list the rows around the own one, so that it is always among them.
    let longest = usize::from(LONGEST);
    let at = own.and_then(|own| panel.rows.iter().position(|row| row.metric.id == own.id));
    let left_out = panel.rows.len().saturating_sub(longest);
    let first = at.map_or(0, |at| at.saturating_sub(longest / 2).min(left_out));
    let entries = panel.rows.iter().skip(first).map(|row| Entry {
        name: cx.text(&row.metric.name),
        value: row.value,
        bound: row.metric.bound,
        role: super::hue(cx, row.metric.action.as_ref()),
    });
    let entries: Vec<_> = entries.take(longest).collect();
    Chart { left_out, selected: at.map(|at| at - first), ..Chart::new(head, body(cx, panel.unit, &entries)) }
}

/// Ranks on ladders, one for each level: a place in the city is not beside one in the country.
pub(in crate::screens) fn ladders(cx: &Context<'_>, ranked: &[&Metric]) -> Vec<Chart> {
    let level = |metric: &&Metric| metric.rank.as_ref().and_then(|rank| rank.level);
    let of_level = ranked.chunk_by(|one, other| level(one) == level(other));
    of_level.map(|ranked| ladder(cx, ranked)).collect()
}

/// Ranks on a ladder.
pub(in crate::screens) fn ladder(cx: &Context<'_>, ranked: &[&Metric]) -> Chart {
    let head = Head {
        title: cx.messages.says.ranks_title.to_owned(),
        subtitle: subtitle(cx, cx.messages.says.ranks_note, ranked.iter().copied(), &[]),
        source: cite::line(cx, ranked.iter().map(|metric| metric.source.as_ref())),
    };
    let rungs = ranked.iter().take(usize::from(LONGEST)).filter_map(|metric| rung(cx, metric));
    let body = Body::Ladder(rungs.collect());
    Chart { left_out: ranked.len().saturating_sub(usize::from(LONGEST)), ..Chart::new(head, body) }
}

/// The place of a metric: that of its rank, or its value where its unit is a place.
fn rung(cx: &Context<'_>, metric: &Metric) -> Option<Rung> {
    let label = cx.text(&metric.name).to_owned();
    let role = super::hue(cx, metric.action.as_ref());
    let Some(rank) = &metric.rank else {
        let (_, place) = place(cx.district, metric)?;
        // Half a place or none at all has no rung; the figure is told as it is.
        let position = if place.fract().is_zero() { place.to_u32().filter(|place| *place > 0) } else { None };
        let text = cx.format().metric(cx.district, metric)?.text();
        let at_most = metric.bound == Bound::AtMost;
        return Some(Rung { label, position, of: None, at_most, text, short: Vec::new(), role });
    };
    let plain = Rank { consecutive_years: None, ..rank.clone() };
    let level = Rank { of: None, ..plain.clone() };
    let alone = Rank { level: None, ..level.clone() };
    Some(Rung {
        label,
        position: Some(rank.position),
        of: rank.of,
        at_most: rank.bound == Bound::AtMost,
        text: cx.format().rank(rank),
        short: [plain, level, alone].iter().map(|rank| cx.format().rank(rank)).collect(),
        role,
    })
}

/// The metrics that have a target, the worst first: figure, target, how far off, and what the rule calls that.
pub(in crate::screens) fn goals(cx: &Context<'_>, metrics: &[&Metric]) -> Option<Chart> {
    let mut aimed: Vec<&Metric> = metrics.iter().copied().filter(|metric| metric.target.is_some()).collect();
    aimed.sort_by_key(|metric| match status(metric) {
        Status::Missed => 0,
        Status::Behind => 1,
        Status::NoData => 2,
        Status::Unclear => 3,
        Status::OnCourse => 4,
        Status::Met => 5,
        Status::NoTarget => 6,
    });
    let line = |metric: &&Metric| {
        let figure = cx.format().metric(cx.district, metric);
        let figure = figure.map_or_else(|| cx.messages.says.no_value.to_owned(), |figure| figure.short());
        let (goal, off) = standing::goal(cx, metric);
        Line {
            note: off.into(),
            role: standing::role(status(metric)),
            ..Line::new(
                format!("{} {}", standing::sign(status(metric)), cx.text(&metric.name)),
                (cx.messages.says.of_target)(&figure, &goal),
            )
        }
    };
    if aimed.is_empty() {
        return None;
    }
    let sources = aimed.iter().map(|metric| metric.target.as_ref().and_then(|target| target.source.as_ref()));
    let head = Head {
        title: cx.messages.says.goal_title.to_owned(),
        subtitle: subtitle(cx, "", aimed.iter().copied(), &[]),
        source: cite::line(cx, sources),
    };
    let left_out = aimed.len().saturating_sub(usize::from(LONGEST));
    let lines = aimed.iter().take(usize::from(LONGEST)).map(line).collect();
    Some(Chart::new(head, Body::Lines(lines)).with_left_out(left_out))
}

/// Figures of unlike units, each by itself.
pub(in crate::screens) fn lines(cx: &Context<'_>, metrics: &[&Metric]) -> Chart {
    let head = Head {
        title: cx.messages.says.single_figures.to_owned(),
        subtitle: cx.messages.says.single_figures_note.to_owned(),
        source: cite::line(cx, metrics.iter().map(|metric| metric.source.as_ref())),
    };
    let line = |metric: &&Metric| {
        let figure = cx.format().metric(cx.district, metric).as_ref().map(Figure::text).unwrap_or_default();
        Line::new(cx.text(&metric.name).to_owned(), figure)
    };
    Chart::new(head, Body::Lines(metrics.iter().map(line).collect()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::District;
    use crate::model::Prefs;

    /// A district with these metrics: id, unit, value, and what else there is.
    fn district(metrics: &[(&str, &str, &str, &str)]) -> District {
        let metrics: Vec<String> = metrics
            .iter()
            .map(|(id, unit, value, more)| {
                format!(r#"{{"id":"{id}","name":"{id}","unit":"{unit}","value":{value}{more}}}"#)
            })
            .collect();
        let json = format!(
            r#"{{"schema_version":1,"id":"d","title":"d","district":"d","sources":[],"actions":[],
                "period":{{"from":"2024-01-01","to":"2024-12-31"}},"metrics":[{}],"units":[
                {{"id":"home","name":"户","kind":"count"}},{{"id":"share","name":"%","kind":"share"}},
                {{"id":"place","name":"名","kind":"rank"}}]}}"#,
            metrics.join(",")
        );
        District::new(serde_json::from_str(&json).unwrap())
    }

    /// What the test makes of the charts of all metrics.
    pub(super) fn with<T>(metrics: &[(&str, &str, &str, &str)], made: impl FnOnce(&Context<'_>, &[&Metric]) -> T) -> T {
        let (district, prefs) = (district(metrics), Prefs::default());
        let metrics: Vec<&Metric> = district.data().metrics.iter().collect();
        made(&Context::new(&district, &prefs), &metrics)
    }

    const PARTS: &str =
        r#","breakdown":[{"dimension":"街道","parts":[{"name":"甲","value":0.5},{"name":"乙","value":1}]}]"#;

    #[test]
    fn parts_are_charted_by_the_kind_of_their_unit() {
        let metrics = [("a", "place", "3", PARTS), ("b", "share", "0.5", PARTS), ("c", "home", "2", PARTS)];
        with(&metrics, |cx, metrics| {
            let bodies: Vec<Body> = metrics.iter().flat_map(|it| breakdowns(cx, it)).map(|chart| chart.body).collect();
            let [Body::Lines(places), Body::Shares(shares), Body::Bars(bars)] = &bodies[..] else {
                panic!("{bodies:?}")
            };
            // The best place first, the largest share first.
            assert_eq!(places[0].label, "甲");
            assert_eq!(shares[0].label, "乙");
            assert_eq!(bars[0].label, "乙");
        });
    }

    #[test]
    fn siblings_of_a_share_are_on_the_whole_too() {
        with(&[("a", "share", "0.1", ""), ("b", "share", "0.05", "")], |cx, metrics| {
            let panels = panels(cx.district, metrics.iter().copied());
            let chart = panel(cx, &panels[0], Some(metrics[1]));
            assert!(matches!(chart.body, Body::Shares(_)));
            assert_eq!(chart.selected, Some(1));
        });
    }

    #[test]
    fn a_metric_in_places_stands_on_the_ladder_without_a_rank() {
        let metrics =
            [("a", "place", "3", ""), ("b", "place", "1.5", ""), ("c", "place", "4", r#","bound":"at_most""#)];
        with(&metrics, |cx, metrics| {
            let Body::Ladder(rungs) = ladder(cx, &ranks(cx.district, metrics.iter().copied())).body else { panic!() };
            let told: Vec<_> = rungs.iter().map(|rung| (rung.position, rung.at_most, rung.text.as_str())).collect();
            assert_eq!(told, [(None, false, "第1.5"), (Some(3), false, "第3"), (Some(4), true, "前4")]);
        });
    }

    #[test]
    fn a_long_chart_writes_out_what_it_can_show() {
        let ids: Vec<String> = (0..200).map(|at| format!("m{at}")).collect();
        let metrics: Vec<_> = ids.iter().map(|id| (id.as_str(), "home", "7", "")).collect();
        with(&metrics, |cx, metrics| {
            let (charts, _) = of(cx, metrics);
            let Body::Bars(rows) = &charts[0].body else { panic!() };
            assert_eq!((rows.len(), charts[0].left_out), (usize::from(LONGEST), 160));
            assert_eq!(charts[0].height(60, false), charts[0].height(60, true));
        });
    }

    #[test]
    fn the_own_row_is_in_a_chart_however_long() {
        let ids: Vec<String> = (0..200).map(|at| format!("m{at}")).collect();
        let metrics: Vec<_> = ids.iter().map(|id| (id.as_str(), "home", "7", "")).collect();
        with(&metrics, |cx, metrics| {
            let all = panels(cx.district, metrics.iter().copied());
            for at in [0, 1, 19, 20, 100, 180, 199] {
                let own = all[0].rows[at].metric;
                let chart = panel(cx, &all[0], Some(own));
                let Body::Bars(rows) = &chart.body else { panic!() };
                assert_eq!((rows.len(), chart.left_out), (usize::from(LONGEST), 160));
                assert_eq!(rows[chart.selected.unwrap()].label, cx.text(&own.name), "{at}");
            }
        });
    }
}
