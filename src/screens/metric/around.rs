//! What stands around a figure: its places, parts and siblings as charts; what it was computed from, honours, neighbours.

use ratatui::layout::Rect;

use super::Card;
use crate::domain::derivation::{Recomputed, recompute};
use crate::domain::dimension::base_of;
use crate::domain::figure::{Format, Notation};
use crate::domain::panels::{panels, place};
use crate::domain::{self, Address, Bound, UnitKind};
use crate::screens::parts::facts::paragraph;
use crate::screens::parts::honour_rows::{self, Beside};
use crate::screens::parts::metric_rows::{self, Columns};
use crate::screens::parts::{self, among, charts, matrix, trend};
use crate::ui::page::Pen;
use crate::ui::theme::Role;

/// An initiative with fewer other metrics than this gives way to the whole action.
const FEW: usize = 3;
/// So many other metrics of the same action are listed.
const NEIGHBOURS: usize = 30;

impl Card<'_> {
    /// Draws what it was computed from, its honours and its neighbours. Gives the row below.
    pub(super) fn around(&self, pen: &mut Pen<'_>, area: Rect) -> u16 {
        let y = self.derivation(pen, area);
        let y = self.honours(pen, Rect { y, ..area });
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
        let mut y = pen.heading(parts::inset(area), title, cx.messages.says.neighbours);
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

    /// Whether the card has any chart. Asked by the footer of every frame, so that nothing is drawn up for it.
    pub(super) fn has_charts(&self) -> bool {
        let (cx, metric) = (self.cx, self.metric);
        let around = || metric.target.is_some() || !metric.breakdown.is_empty() || place(cx.district, metric).is_some();
        around()
            || trend::has(cx, metric)
            || cx.district.peers_of(&metric.id).is_some()
            || cx
                .district
                .metrics_of(metric.action.as_ref())
                .any(|other| other.id != metric.id && self.same_dimension(other))
            || !self.charts().is_empty()
    }

    /// The charts of where it stands among others, and of what it consists of.
    pub(super) fn charts(&self) -> Vec<charts::Chart> {
        let (cx, metric) = (self.cx, self.metric);
        let mut charts = Vec::new();
        if place(cx.district, metric).is_some() {
            charts.push(charts::ladder(cx, &[metric]));
        }
        charts.extend(among::of(cx, metric));
        charts.extend(charts::breakdowns(cx, metric));
        charts.extend(matrix::over_time(cx, metric));
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
        let Some(derived) = &self.metric.derived else { return area.y };
        let from: Vec<&domain::Metric> = derived.from.iter().filter_map(|id| cx.district.metric(id)).collect();
        let mut y = pen.heading(parts::inset(area), cx.messages.words.derived, "");
        let columns = Columns::measure(cx, from.iter().copied());
        for metric in from {
            metric_rows::paint(pen, cx, Rect { y, height: 1, ..area }, 0, metric, columns);
            y = y.saturating_add(1);
        }
        self.recomputed(pen, Rect { y, ..area }).saturating_add(1)
    }

    /// What came of computing it again. Gives the row below.
    fn recomputed(&self, pen: &mut Pen<'_>, area: Rect) -> u16 {
        let (cx, says) = (self.cx, &self.cx.messages.says);
        let Some(made) = recompute(cx.district, self.metric) else { return area.y };
        // At most four decimals, two behind a percent: what is compared is the last digit of the value, and few have more.
        let unit = cx.district.unit(&self.metric.unit);
        let format = Format { notation: Notation::Exact, ..cx.format() };
        let short = |value: domain::Decimal| value.round_dp(value.scale().min(4));
        let number = |value: domain::Decimal| {
            let value = short(value);
            unit.map_or_else(|| format.number(value).0, |unit| format.figure(value, Bound::Exact, unit).short())
        };
        let (sign, role, sentence) = match &made.outcome {
            Recomputed::Agrees { calculation, result } => {
                ("✓ ", Role::Good, (says.recomputed)(calculation, &number(*result)))
            }
            Recomputed::Differs { calculation, result } => {
                let value = self.metric.value.map(|value| number(value.0)).unwrap_or_default();
                ("✗ ", Role::Bad, (says.recomputed_otherwise)(calculation, &number(*result), &value))
            }
            Recomputed::Contradicts { calculation, result, stated } => {
                let plain = |value: domain::Decimal| format.number(short(value)).0;
                ("✗ ", Role::Bad, (says.recomputed_contradicts)(calculation, &plain(*result), &plain(*stated)))
            }
            Recomputed::Untold => ("- ", Role::Unknown, says.recomputed_untold.to_owned()),
        };
        let inner = parts::inset(area);
        let mut y = paragraph(pen, inner, &format!("{sign}{sentence}"), role);
        if !made.unused.is_empty() {
            let names: Vec<&str> = made
                .unused
                .iter()
                .filter_map(|id| cx.district.metric(id))
                .map(|metric| cx.text(&metric.name))
                .collect();
            y = paragraph(
                pen,
                Rect { y, ..inner },
                &format!(
                    "! {}",
                    (says.not_used)(&names.join(if cx.prefs.lang == domain::Lang::Zh { "、" } else { ", " }))
                ),
                Role::Warn,
            );
        }
        y
    }

    fn honours(&self, pen: &mut Pen<'_>, area: Rect) -> u16 {
        let cx = self.cx;
        let honours = cx.district.data().honours.iter();
        let tied: Vec<_> = honours.filter(|honour| honour.metric.as_ref() == Some(&self.metric.id)).collect();
        if tied.is_empty() {
            return area.y;
        }
        let mut y = pen.heading(parts::inset(area), cx.messages.says.honours_of, "");
        for honour in tied {
            honour_rows::paint(pen, cx, Rect { y, height: 1, ..area }, honour, Beside::Level);
            y = y.saturating_add(1);
        }
        y.saturating_add(1)
    }
}
