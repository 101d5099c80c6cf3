//! Periods, histories and breakdowns.

use std::collections::HashMap;

use rust_decimal::Decimal;

use super::super::fault::Role;
use super::super::kind::FaultKind;
use super::super::path::Path;
use super::{Finding, Rules};
use crate::domain::dataset::{Unit, UnitKind};
use crate::domain::date::Period;
use crate::domain::metric::{Bound, Breakdown, Metric, Point};

impl Rules<'_> {
    /// A period does not end before it begins.
    pub(super) fn period(&mut self, period: &Period, at: impl Fn() -> Path) {
        if period.from > period.to {
            let kind = FaultKind::PeriodReversed { from: period.from, to: period.to };
            self.add(Finding::new(kind, at().then("from")).beside(at().then("to"), Role::OtherEnd));
        }
    }

    /// Earlier periods, the oldest first, each once.
    pub(super) fn history(&mut self, history: &[Point], base: &dyn Fn() -> Path) {
        let mut seen = HashMap::new();
        let mut previous: Option<&Point> = None;
        for (nth, point) in history.iter().enumerate() {
            let at = |nth: usize| base().then("history").then(nth).then("period");
            let period = &point.period;
            self.locator(point.source.as_ref(), || base().then("history").then(nth).then("source"));
            self.period(period, || at(nth));
            let first = *seen.entry((period.from, period.to)).or_insert(nth);
            let again = first != nth;
            let above = previous.replace(point).map(|point| point.period.from);
            let kind = if again {
                FaultKind::HistoryRepeated { from: period.from, to: period.to }
            } else if let Some(previous) = above.filter(|above| *above > period.from) {
                FaultKind::HistoryOrder { previous, from: period.from }
            } else {
                continue;
            };
            let related = if again { Some(first) } else { nth.checked_sub(1) };
            let finding = Finding::new(kind, at(nth).then("from")).need_whole(at(nth));
            self.add(match related {
                Some(other) => finding.need_whole(at(other)).beside(at(other).then("from"), Role::Previous),
                None => finding,
            });
        }
    }

    /// The parts of a breakdown that is marked as whole make up the value, but for rounding.
    pub(super) fn sum(
        &mut self,
        metric: &Metric,
        unit: &Unit,
        breakdown: &Breakdown,
        at: Path,
        base: &dyn Fn() -> Path,
    ) {
        let Some(value) = metric.value.filter(|_| breakdown.whole).map(|value| value.0) else { return };
        let sum = breakdown.parts.iter().fold(Decimal::ZERO, |sum, part| sum.saturating_add(part.value.0));
        let tolerance = tolerance(metric.bound, unit, value, breakdown);
        if sum.saturating_sub(value).abs() > tolerance {
            let kind = FaultKind::BreakdownSum { sum, value, tolerance };
            let parts = at.then("parts");
            let finding = Finding::new(kind, parts).need_whole(at);
            self.add(finding.need(base().then("unit")).beside(base().then("value"), Role::Value));
        }
    }
}

/// How far a sum may be off by rounding alone: half a unit in the last place of the least precise number, for each part.
///
/// Zeros are as precise as their neighbours, and shares are at least as precise as whole percents. Whole counts are not
/// rounded at all: where things are counted one by one, nothing is allowed.
fn tolerance(bound: Bound, unit: &Unit, value: Decimal, breakdown: &Breakdown) -> Decimal {
    let numbers = || std::iter::once(value).chain(breakdown.parts.iter().map(|part| part.value.0));
    let counted = unit.kind == UnitKind::Count && unit.base.is_none() && bound == Bound::Exact;
    if counted && numbers().all(|number| number.is_integer()) {
        return Decimal::ZERO;
    }
    let places = numbers().filter(|number| !number.is_zero()).map(|number| number.scale()).min().unwrap_or(0);
    let places = if unit.kind == UnitKind::Share { places.max(2) } else { places };
    let half = Decimal::try_new(5, places + 1).unwrap_or_default();
    half.saturating_mul(Decimal::from(breakdown.parts.len()))
}
