//! Every number of a metric is one that its unit allows, and agrees with the figure as written.

use rust_decimal::{Decimal, RoundingStrategy};

use super::super::fault::Role;
use super::super::kind::FaultKind;
use super::super::path::{Path, steps};
use super::super::terms::{Limits, List};
use super::{Finding, Rules, written};
use crate::domain::dataset::{Unit, UnitKind};
use crate::domain::metric::Metric;

/// What a number can be in a unit of a kind; money, counts and multiples may be anything, as differences are.
fn limits(kind: UnitKind) -> Option<Limits> {
    match kind {
        UnitKind::Share => Some(Limits::Share),
        UnitKind::Rank => Some(Limits::Rank),
        UnitKind::Area | UnitKind::Duration => Some(Limits::NotNegative),
        UnitKind::Count | UnitKind::Money | UnitKind::Multiple => None,
    }
}

fn within(value: Decimal, limits: Limits) -> bool {
    match limits {
        Limits::Share => value >= Decimal::ZERO && value <= Decimal::ONE,
        Limits::Rank | Limits::FromOne => value >= Decimal::ONE && value.is_integer(),
        Limits::NotNegative | Limits::Unsigned => value >= Decimal::ZERO,
        Limits::Positive => value > Decimal::ZERO,
    }
}

impl Rules<'_> {
    /// Everything that depends on the unit of a metric.
    pub(super) fn values(&mut self, at: usize, metric: &Metric) {
        let unit_at = self.ids.at(List::Units, &metric.unit);
        let Some((unit_at, unit)) = unit_at.and_then(|to| self.data.units.get(to).map(|unit| (to, unit))) else {
            return;
        };
        let base = || steps!["metrics", at];
        if let Some(limits) = limits(unit.kind) {
            self.numbers(
                metric,
                limits,
                &|finding| {
                    let finding = finding.need(base().then("unit"));
                    finding.beside(steps!["units", unit_at, "kind"], Role::UnitKind)
                },
                &base,
            );
        }
        if let (UnitKind::Rank, Some(value), Some(rank)) = (unit.kind, metric.value, &metric.rank)
            && value.0 != Decimal::from(rank.position)
            && within(value.0, Limits::Rank)
        {
            let kind = FaultKind::RankMismatch { value: value.0, position: rank.position };
            let finding = Finding::new(kind, base().then("value")).need(base().then("unit"));
            self.add(finding.beside(base().then("rank").then("position"), Role::OtherEnd));
        }
        self.as_written(metric, unit, &base);
        for (nth, breakdown) in metric.breakdown.iter().enumerate() {
            let at = base().then("breakdown").then(nth);
            self.sum(metric, unit, breakdown, at, &base);
        }
    }

    /// Every number that is in the unit of the metric.
    fn numbers(
        &mut self,
        metric: &Metric,
        limits: Limits,
        needs: &dyn Fn(Finding) -> Finding,
        base: &dyn Fn() -> Path,
    ) {
        let mut number = |value: Option<Decimal>, at: &dyn Fn() -> Path| {
            if let Some(value) = value.filter(|value| !within(*value, limits)) {
                let kind = FaultKind::OutOfRange { found: value.to_string(), limits };
                self.add(needs(Finding::new(kind, at())));
            }
        };
        number(metric.value.map(|value| value.0), &|| base().then("value"));
        if let Some(target) = &metric.target {
            number(Some(target.value.0), &|| base().then("target").then("value"));
        }
        for (nth, point) in metric.history.iter().enumerate() {
            number(point.value.map(|value| value.0), &|| base().then("history").then(nth).then("value"));
        }
        for (nth, breakdown) in metric.breakdown.iter().enumerate() {
            for (which, part) in breakdown.parts.iter().enumerate() {
                number(Some(part.value.0), &|| {
                    base().then("breakdown").then(nth).then("parts").then(which).then("value")
                });
            }
        }
        for (nth, revision) in metric.revisions.iter().enumerate() {
            number(Some(revision.old.0), &|| base().then("revisions").then(nth).then("old"));
            number(Some(revision.new.0), &|| base().then("revisions").then(nth).then("new"));
        }
    }

    /// The figure as the source prints it says the same as value and bound.
    fn as_written(&mut self, metric: &Metric, unit: &Unit, base: &dyn Fn() -> Path) {
        let (Some(text), Some(value)) = (&metric.as_written, metric.value) else { return };
        let at = || base().then("as_written");
        let Some((reads, reads_bound)) = written::read(text) else {
            self.add(Finding::new(FaultKind::AsWrittenUnreadable { found: text.clone() }, at()));
            return;
        };
        let rank_bound = metric.rank.as_ref().filter(|_| unit.kind == UnitKind::Rank).map(|rank| rank.bound);
        let same_bound = reads_bound == metric.bound || rank_bound == Some(reads_bound);
        if same_bound && same_value(reads, value.0, unit) {
            return;
        }
        let kind = FaultKind::AsWrittenMismatch {
            found: text.clone(),
            reads,
            reads_bound,
            value: value.0,
            bound: metric.bound,
        };
        let finding = Finding::new(kind, at())
            .need(base().then("unit"))
            .beside(base().then("value"), Role::Value)
            .beside(base().then("bound"), Role::Bound);
        self.add(finding.need_whole(base().then("rank")));
    }
}

/// From so many places on, a number that was read is taken for a fraction without end.
const ENDLESS: u32 = 24;

/// Whether the number of a text is the value: as it stands, in percent of a share, or in the base of the unit (`262.8亿`
/// where the unit is a hundred million).
fn same_value(reads: Decimal, value: Decimal, unit: &Unit) -> bool {
    let percent = || unit.kind == UnitKind::Share && value.checked_mul(Decimal::ONE_HUNDRED) == Some(reads);
    let in_base = || unit.base.as_ref().is_some_and(|base| value.checked_mul(base.factor.0) == Some(reads));
    // 三分之一 has no end; it is the value as far as the value goes.
    let endless = || {
        reads.scale() >= ENDLESS
            && value.scale() >= 2
            && reads.round_dp_with_strategy(value.scale(), RoundingStrategy::MidpointAwayFromZero) == value
    };
    reads == value || percent() || in_base() || endless()
}
