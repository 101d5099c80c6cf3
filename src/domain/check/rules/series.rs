//! Periods, histories and breakdowns.

use std::collections::HashMap;

use rust_decimal::Decimal;

use super::super::fault::Role;
use super::super::kind::{FaultKind, FigureFault, SeriesFault};
use super::super::path::{Path, steps};
use super::{Finding, Rules};
use crate::domain::dataset::{Unit, UnitKind};
use crate::domain::date::Period;
use crate::domain::metric::{Bound, Breakdown, Flag, Metric, Point};
use crate::domain::written;

impl Rules<'_> {
    /// A period does not end before it begins.
    pub(super) fn period(&mut self, period: &Period, at: impl Fn() -> Path) {
        if period.from > period.to {
            let kind = FaultKind::Figure(FigureFault::PeriodReversed { from: period.from, to: period.to });
            self.add(Finding::new(kind, at().then("from")).beside(at().then("to"), Role::OtherEnd));
        }
    }

    /// Periods, the oldest first, each once, none into another, all before the one of the value but for forecasts.
    pub(super) fn history(&mut self, metric: &Metric, base: &dyn Fn() -> Path) {
        let mut seen = HashMap::new();
        let mut previous: Option<&Period> = None;
        for (nth, point) in metric.history.iter().enumerate() {
            let at = |nth: usize| base().then("history").then(nth).then("period");
            let period = &point.period;
            self.locator(point.source.as_ref(), || base().then("history").then(nth).then("source"));
            self.period(period, || at(nth));
            let first = *seen.entry((period.from, period.to)).or_insert(nth);
            let above = previous.replace(period);
            let (kind, other) = if first != nth {
                (FaultKind::Series(SeriesFault::HistoryRepeated { from: period.from, to: period.to }), first)
            } else if let Some(kind) = above.and_then(|above| after(above, period)) {
                (kind, nth - 1)
            } else {
                self.beside_value(metric, (nth, point), base);
                continue;
            };
            let finding = Finding::new(kind, at(nth).then("from")).need_whole(at(nth));
            self.add(finding.need_whole(at(other)).beside(at(other).then("from"), Role::Previous));
        }
    }

    /// A period of the history begins before the one that the value speaks of, or is a forecast: behind it and
    /// estimated. It may reach into it: the first half of a year is told before the year.
    fn beside_value(&mut self, metric: &Metric, (nth, point): (usize, &Point), base: &dyn Fn() -> Path) {
        let period = &point.period;
        let (own, own_at) = match &metric.period {
            Some(own) => (own, base().then("period")),
            None => (&self.data.period, steps!["period"]),
        };
        if period.from < own.from || own.from > own.to {
            return;
        }
        let behind = period.from > own.to;
        let kind = if (period.from, period.to) == (own.from, own.to) {
            FaultKind::Series(SeriesFault::HistoryRepeated { from: period.from, to: period.to })
        } else if !behind {
            FaultKind::Series(SeriesFault::HistoryNotEarlier { from: period.from, own: own.from })
        } else if point.flag == Some(Flag::Estimated) {
            return;
        } else {
            FaultKind::Series(SeriesFault::ForecastNotEstimated { from: period.from, own: own.to })
        };
        let point_at = base().then("history").then(nth);
        let at = point_at.then("period");
        let finding = Finding::new(kind, at.then("from")).need_whole(at).need_whole(own_at.clone());
        let finding = finding.need(point_at.then("flag"));
        self.add(finding.beside(own_at.then("from"), Role::OtherEnd));
    }

    /// Places do not add up to a place.
    pub(super) fn no_whole(&mut self, breakdown: &Breakdown, at: &Path, base: &dyn Fn() -> Path) {
        if breakdown.whole {
            self.add(
                Finding::new(FaultKind::Figure(FigureFault::BreakdownOfRanks), at.then("whole"))
                    .need(base().then("unit")),
            );
        }
    }

    /// The parts of a breakdown that is marked as whole make up the value, but for rounding and as its bound has it.
    pub(super) fn sum(
        &mut self,
        metric: &Metric,
        (unit_at, unit): (usize, &Unit),
        breakdown: &Breakdown,
        at: Path,
        base: &dyn Fn() -> Path,
    ) {
        let Some(value) = metric.value.filter(|_| breakdown.whole).map(|value| value.0) else { return };
        let sum = breakdown.parts.iter().fold(Decimal::ZERO, |sum, part| sum.saturating_add(part.value.0));
        let tolerance = tolerance(metric, unit, value, breakdown);
        if !makes_up(sum, value, metric.bound, tolerance) {
            let kind = FaultKind::Figure(FigureFault::BreakdownSum { sum, value, bound: metric.bound, tolerance });
            let finding = Finding::new(kind, at.then("parts")).need_whole(at).need(base().then("unit"));
            let finding = finding.need(base().then("bound")).need(base().then("as_written"));
            self.add(finding.need(steps!["units", unit_at, "kind"]).beside(base().then("value"), Role::Value));
        }
    }
}

/// What is wrong with a period that is listed below another.
fn after(above: &Period, period: &Period) -> Option<FaultKind> {
    // One that ends before it begins has been told.
    let upright = above.from <= above.to && period.from <= period.to;
    if above.from > period.from {
        Some(FaultKind::Series(SeriesFault::HistoryOrder { previous: above.from, from: period.from }))
    } else if upright && above.to >= period.from {
        Some(FaultKind::Series(SeriesFault::HistoryOverlap { previous: above.to, from: period.from }))
    } else {
        None
    }
}

/// Whether the sum of the parts is what a value with this bound can be.
fn makes_up(sum: Decimal, value: Decimal, bound: Bound, tolerance: Decimal) -> bool {
    let tenth = value.abs().checked_div(Decimal::TEN).unwrap_or_default();
    let (least, most) = (value.saturating_sub(tolerance), value.saturating_add(tolerance));
    match bound {
        Bound::Exact => sum >= least && sum <= most,
        Bound::Over => sum >= least,
        Bound::AtMost => sum <= most,
        Bound::Nearly => sum >= value.saturating_sub(tenth.max(tolerance)) && sum <= most,
        Bound::About => sum.saturating_sub(value).abs() <= tenth.max(tolerance),
    }
}

/// How far a sum may be off by rounding alone: half of the last place of the value, as the source prints it or as it is
/// held, and for each part half of the last place that any of them has. Whole parts are not rounded.
///
/// Shares are at least as precise as whole percents.
fn tolerance(metric: &Metric, unit: &Unit, value: Decimal, breakdown: &Breakdown) -> Decimal {
    let scales =
        breakdown.parts.iter().map(|part| part.value.0).filter(|part| !part.is_zero()).map(|part| part.scale());
    let places = scales.max().unwrap_or(0);
    let share = unit.kind == UnitKind::Share;
    let (places, own_places) = if share { (places.max(2), value.scale().max(2)) } else { (places, value.scale()) };
    let half =
        |places: u32| if places == 0 { Decimal::ZERO } else { Decimal::try_new(5, places + 1).unwrap_or_default() };
    let parts = half(places).saturating_mul(Decimal::from(breakdown.parts.len()));
    let printed = metric.as_written.as_deref().and_then(|text| printed_half(text, value));
    parts.saturating_add(printed.unwrap_or_else(|| half(own_places)))
}

/// Half of the last place that the source prints, in the unit of the value: 50 for `5.31万`.
fn printed_half(text: &str, value: Decimal) -> Option<Decimal> {
    let written = written::parse(text)?;
    let half = written.last_place?.checked_div(Decimal::TWO)?;
    // Where the text has another unit, its places are worth as much more or less as its number.
    let ratio = if written.value == value { Decimal::ONE } else { value.checked_div(written.value)?.abs() };
    half.checked_mul(ratio)
}
