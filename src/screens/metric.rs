//! The card of one metric: the figure, what it counts, where it stands, and everything around it.

use ratatui::layout::Rect;

use super::parts::big_figure::BigFigure;
use super::parts::facts::{self, Fact};
use super::parts::honour_rows::{self, Beside};
use super::parts::links::Links;
use super::parts::metric_rows::{self, Columns};
use super::parts::{self, charts, trend};
use super::{Context, Screen};
use crate::domain::dimension::base_of;
use crate::domain::figure::{Figure, Format, Notation};
use crate::domain::panels::{panels, place};
use crate::domain::status::{Status, status};
use crate::domain::{self, Address, Flag, UnitKind};
use crate::model::{Command, Place};
use crate::ui::chart::big::Size;
use crate::ui::page::Pen;
use crate::ui::theme::Role;

pub(super) struct Metric;

/// From this width on there are two columns.
const TWO_COLUMNS: u16 = 96;
/// From this height on there are rows to spare.
const ROOMY: u16 = 34;
/// Blanks between the columns.
const GUTTER: u16 = 4;
/// An initiative with fewer other metrics than this gives way to the whole action.
const FEW: usize = 3;
/// So many other metrics of the same action are listed.
const NEIGHBOURS: usize = 30;

fn found<'a>(cx: &Context<'a>, place: &Place) -> Option<&'a domain::Metric> {
    match &place.address {
        Address::Metric(id) => cx.district.metric(id),
        _ => None,
    }
}

impl Screen for Metric {
    fn title(&self, cx: &Context<'_>, place: &Place) -> String {
        found(cx, place).map_or_else(|| place.address.to_string(), |metric| cx.text(&metric.name).to_owned())
    }

    fn commands(&self, cx: &Context<'_>, place: &Place) -> Vec<Command> {
        let charts = found(cx, place).map(|metric| Card { cx, metric, table: false }.charts());
        let with_charts = charts.is_some_and(|charts| !charts.is_empty());
        let table = with_charts.then_some(Command::Table);
        std::iter::once(Command::Open).chain(table).collect()
    }

    fn paint(&self, cx: &Context<'_>, place: &Place, pen: &mut Pen<'_>, width: u16, height: u16) -> u16 {
        let Some(metric) = found(cx, place) else { return 0 };
        let card = Card { cx, metric, table: place.view.table };
        if width < TWO_COLUMNS {
            let y = card.evidence(pen, Rect::new(0, 0, width, height));
            return card.around(pen, Rect::new(0, y.saturating_add(1), width, 0));
        }
        let left = width / 2;
        let ends = card.evidence(pen, Rect::new(0, 0, left, height));
        ends.max(card.around(pen, Rect::new(left + GUTTER, 0, width - left - GUTTER, 0)))
    }
}

struct Card<'a> {
    cx: &'a Context<'a>,
    metric: &'a domain::Metric,
    table: bool,
}

impl Card<'_> {
    /// The figure and what stands behind it. Gives the row below.
    fn evidence(&self, pen: &mut Pen<'_>, area: Rect) -> u16 {
        let y = self.figure(pen, area);
        let inner = Rect { x: area.x + 2, y: y.saturating_add(1), width: area.width.saturating_sub(2), height: 0 };
        let air = u16::from(area.height >= ROOMY);
        let y = facts::paint(pen, inner, facts::label_width(self.cx), air, &self.facts());
        let metric = self.metric;
        let links = Links {
            source: metric.source.as_ref(),
            initiative: metric.initiative.as_ref(),
            action: metric.action.as_ref(),
            derived: metric.derived.is_some(),
        };
        let y = links.paint(pen, self.cx, Rect { y: y.saturating_add(1), ..area });
        self.missing(pen, Rect { y: y.saturating_add(1), ..area })
    }

    /// Name, figure and rank. Gives the row below.
    fn figure(&self, pen: &mut Pen<'_>, area: Rect) -> u16 {
        let (cx, metric) = (self.cx, self.metric);
        let x = area.x + 2;
        let width = area.width.saturating_sub(2);
        let derived = if metric.derived.is_some() { cx.messages.words.derived } else { "" };
        pen.line(
            x,
            area.y,
            width,
            &[(cx.text(&metric.name), Role::Strong), ("  ", Role::Text), (derived, Role::Accent)],
        );
        let mut y = area.y.saturating_add(2);
        if let Some(figure) = cx.format().metric(cx.district, metric) {
            y = self.digits(pen, Rect { x, y, width, height: area.height }, &figure);
        } else {
            pen.line(x, y, width, &[(cx.messages.says.no_value, Role::Unknown)]);
            y = y.saturating_add(1);
        }
        if let Some(rank) = &metric.rank {
            let scope = rank.scope.as_ref().map_or("", |scope| cx.text(scope));
            let spans = [(&*cx.format().rank(rank), Role::Accent), ("  ", Role::Text), (scope, Role::Muted)];
            pen.line(x, y, width, &spans);
            y = y.saturating_add(1);
        }
        y
    }

    /// The figure as large as the width and the height of the screen allow. Gives the row below.
    fn digits(&self, pen: &mut Pen<'_>, area: Rect, figure: &Figure) -> u16 {
        let Rect { x, mut y, width, height } = area;
        let most = match height {
            0..ROOMY => Size::Times(1),
            ROOMY..50 => Size::Times(2),
            _ => Size::Times(3),
        };
        let big = BigFigure::from(figure);
        let beside = crate::ui::text::cells(&big.unit) + 1;
        let size = big.size(width.saturating_sub(beside), most).or_else(|| big.size(width, Size::Narrow));
        let rows = size.map_or(1, crate::ui::chart::big::height);
        pen.draw(Rect::new(x, y, width, rows), |area, buf, theme| big.draw(area, size, buf, theme));
        y = y.saturating_add(rows);
        if !big.unit_fits(width, size) {
            pen.line(x, y, width, &[(&big.unit, Role::Muted)]);
            y = y.saturating_add(1);
        }
        if figure.rounded {
            let cx = self.cx;
            let exact = Format { notation: Notation::Exact, ..cx.format() }.metric(cx.district, self.metric);
            let text = exact.map(|exact| (cx.messages.says.rounded)(&exact.text())).unwrap_or_default();
            pen.line(x, y, width, &[(&text, Role::Muted)]);
            y = y.saturating_add(1);
        }
        y
    }

    fn facts(&self) -> Vec<Fact<'_>> {
        let (cx, metric) = (self.cx, self.metric);
        let words = &cx.messages.words;
        let text = |text: &Option<domain::Text>| text.as_ref().map(|text| cx.text(text).to_owned());
        let flag = metric.flag.map(|flag| self.flag_word(flag).to_owned());
        let rows = [
            (words.as_written, Role::Strong, metric.as_written.as_ref().map(|written| format!("“{written}”"))),
            (words.definition, Role::Text, text(&metric.definition)),
            (words.period, Role::Text, Some(cx.district.period_of(metric).describe(cx.prefs.lang))),
            (words.owner, Role::Text, text(&metric.owner)),
            (words.derived, Role::Text, metric.derived.as_ref().map(|derived| cx.text(&derived.how).to_owned())),
            (words.flag, Role::Text, flag),
            (words.target, Role::Text, self.target()),
            (words.history, Role::Text, self.history()),
            (words.revisions, Role::Text, self.revisions()),
            (words.note, Role::Muted, text(&metric.note)),
            (words.address, Role::Muted, Some(Address::Metric(metric.id.clone()).to_string())),
        ];
        let fact =
            |(label, role, value): (&'static str, Role, Option<String>)| Some(Fact { label, value: value?, role });
        rows.into_iter().filter_map(fact).collect()
    }

    fn flag_word(&self, flag: Flag) -> &'static str {
        let [provisional, revised, estimated] = self.cx.messages.words.flags;
        match flag {
            Flag::Provisional => provisional,
            Flag::Revised => revised,
            Flag::Estimated => estimated,
        }
    }

    fn value(&self, value: domain::Exact) -> String {
        // In full, for there is no room here to say of each that it is rounded.
        let format = Format { notation: Notation::Exact, ..self.cx.format() };
        let unit = self.cx.district.unit(&self.metric.unit);
        unit.map(|unit| format.figure(value.0, domain::Bound::Exact, unit).text()).unwrap_or_default()
    }

    /// The target, by when, and how the metric stands against it, told by a word and a shape.
    fn target(&self) -> Option<String> {
        let target = self.metric.target.as_ref()?;
        let by = target.by.map(|by| format!(" ({by})")).unwrap_or_default();
        let [met, on_course, behind, missed, no_target, no_data] = self.cx.messages.words.statuses;
        let stands = match status(self.metric) {
            Status::Met => format!("✓ {met}"),
            Status::OnCourse => format!("▴ {on_course}"),
            Status::Behind => format!("▾ {behind}"),
            Status::Missed => format!("✗ {missed}"),
            Status::NoTarget => no_target.to_owned(),
            Status::NoData => format!("░ {no_data}"),
        };
        Some(format!("{}  {stands}", (self.cx.messages.says.target_line)(&self.value(target.value), &by)))
    }

    fn history(&self) -> Option<String> {
        let point = |point: &domain::metric::Point| {
            let value =
                point.value.map_or_else(|| self.cx.messages.says.no_value.to_owned(), |value| self.value(value));
            let flag = point.flag.map(|flag| format!(" ({})", self.flag_word(flag))).unwrap_or_default();
            format!("{} {value}{flag}", point.period.describe(self.cx.prefs.lang))
        };
        let points: Vec<String> = self.metric.history.iter().map(point).collect();
        (!points.is_empty()).then(|| points.join("\n"))
    }

    fn revisions(&self) -> Option<String> {
        let line = |revision: &domain::metric::Revision| {
            let (old, new) = (self.value(revision.old), self.value(revision.new));
            let change = (self.cx.messages.says.revision_line)(&revision.date.to_string(), &old, &new);
            match &revision.reason {
                Some(reason) => format!("{change} {}", self.cx.text(reason)),
                None => change,
            }
        };
        let lines: Vec<String> = self.metric.revisions.iter().map(line).collect();
        (!lines.is_empty()).then(|| lines.join("\n"))
    }

    /// One quiet line with what the source does not tell. Gives the row below.
    fn missing(&self, pen: &mut Pen<'_>, area: Rect) -> u16 {
        let metric = self.metric;
        let words = &self.cx.messages.words;
        let absent = [
            (metric.source.is_none(), words.source),
            (metric.definition.is_none(), words.definition),
            (metric.target.is_none(), words.target),
            (metric.history.is_empty(), words.history),
            (metric.owner.is_none(), words.owner),
        ];
        let absent: Vec<&str> = absent.into_iter().filter(|(absent, _)| *absent).map(|(_, word)| word).collect();
        if absent.is_empty() {
            return area.y;
        }
        let sentence = (self.cx.messages.says.missing)(&absent);
        pen.line(area.x + 2, area.y, area.width.saturating_sub(2), &[(&sentence, Role::Faint)]);
        area.y.saturating_add(1)
    }

    /// What stands around the figure: rank, siblings, parts, what it was derived from, honours. Gives the row below.
    fn around(&self, pen: &mut Pen<'_>, area: Rect) -> u16 {
        let mut y = area.y;
        for chart in self.charts() {
            let rect = Rect { y, height: chart.height(area.width, self.table), ..area };
            pen.draw(rect, |area, buf, theme| chart.draw(self.cx, area, buf, theme, self.table));
            y = rect.bottom().saturating_add(1);
        }
        y = self.derivation(pen, Rect { y, ..area });
        y = self.honours(pen, Rect { y, ..area });
        self.neighbours(pen, Rect { y, ..area })
    }

    /// The other metrics of the same initiative, else of the same action or of the whole district. Gives the row below.
    fn neighbours(&self, pen: &mut Pen<'_>, area: Rect) -> u16 {
        let (cx, own) = (self.cx, self.metric);
        // What it was computed from stands above already.
        let told = |metric: &domain::Metric| own.derived.as_ref().is_some_and(|it| it.from.contains(&metric.id));
        let others =
            || cx.district.metrics_of(own.action.as_ref()).filter(move |metric| metric.id != own.id && !told(metric));
        let in_initiative = others().filter(|metric| own.initiative.is_some() && metric.initiative == own.initiative);
        let near: Vec<&domain::Metric> = in_initiative.collect();
        let title =
            match own.initiative.as_ref().and_then(|id| cx.district.initiative(id)).filter(|_| near.len() >= FEW) {
                Some(initiative) => cx.text(&initiative.name),
                None => parts::action_name(cx, own.action.as_ref()),
            };
        let near: Vec<&domain::Metric> = if near.len() < FEW { others().collect() } else { near };
        if near.is_empty() {
            return area.y.saturating_sub(1);
        }
        let mut y = pen.heading(area, title, cx.messages.says.neighbours);
        let columns = Columns::measure(cx, near.iter().copied());
        for metric in near.iter().take(NEIGHBOURS) {
            metric_rows::paint(pen, cx, Rect { y, height: 1, ..area }, 0, metric, columns);
            y = y.saturating_add(1);
        }
        parts::more_row(cx, pen, Rect { y, ..area }, near.len().saturating_sub(NEIGHBOURS), Address::Metrics)
    }

    fn same_dimension(&self, other: &domain::Metric) -> bool {
        let base = |metric: &domain::Metric| {
            self.cx.district.unit(&metric.unit).map(|unit| &base_of(self.cx.district, unit).0.id)
        };
        other.unit == self.metric.unit || base(other) == base(self.metric)
    }

    fn charts(&self) -> Vec<charts::Chart> {
        let (cx, metric) = (self.cx, self.metric);
        let mut charts = trend::of(cx, metric);
        if place(cx.district, metric).is_some() {
            charts.push(charts::ladder(cx, &[metric]));
        }
        charts.extend(charts::breakdowns(cx, metric));
        // Money and areas are alike wherever they occur; counts and shares of different works are not.
        let kind = cx.district.unit(&metric.unit).map(|unit| unit.kind);
        let everywhere = matches!(kind, Some(UnitKind::Money | UnitKind::Area));
        let alike = |other: &&domain::Metric| self.same_dimension(other);
        let own = if everywhere {
            panels(cx.district, cx.district.data().metrics.iter().filter(alike)).into_iter().next()
        } else {
            panels(cx.district, cx.district.metrics_of(metric.action.as_ref()).filter(alike)).into_iter().next()
        };
        if let Some(panel) = own.filter(|panel| panel.rows.len() > 1) {
            charts.push(charts::panel(cx, &panel, Some(metric)));
        }
        charts
    }

    fn derivation(&self, pen: &mut Pen<'_>, area: Rect) -> u16 {
        let cx = self.cx;
        let ids = self.metric.derived.iter().flat_map(|derived| &derived.from);
        let from: Vec<&domain::Metric> = ids.filter_map(|id| cx.district.metric(id)).collect();
        if from.is_empty() {
            return area.y;
        }
        let mut y = pen.heading(area, cx.messages.words.derived, "");
        let columns = Columns::measure(cx, from.iter().copied());
        for metric in from {
            metric_rows::paint(pen, cx, Rect { y, height: 1, ..area }, 0, metric, columns);
            y = y.saturating_add(1);
        }
        y.saturating_add(1)
    }

    fn honours(&self, pen: &mut Pen<'_>, area: Rect) -> u16 {
        let cx = self.cx;
        let honours = cx.district.data().honours.iter();
        let tied: Vec<_> = honours.filter(|honour| honour.metric.as_ref() == Some(&self.metric.id)).collect();
        if tied.is_empty() {
            return area.y;
        }
        let mut y = pen.heading(area, cx.messages.says.honours_of, "");
        for honour in tied {
            honour_rows::paint(pen, cx, Rect { y, height: 1, ..area }, honour, Beside::Level);
            y = y.saturating_add(1);
        }
        y.saturating_add(1)
    }
}
