//! Every number of a metric is one that its unit allows, and agrees with the figure as written.

use rust_decimal::Decimal;

use super::super::fault::Role;
use super::super::kind::{FaultKind, FigureFault, Mismatch, StandingFault};
use super::super::path::{Path, steps};
use super::super::terms::{Limits, List};
use super::measure::Verdict;
use super::{Finding, Rules};
use crate::domain::dataset::{Unit, UnitKind};
use crate::domain::metric::Metric;
use crate::domain::written;

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
        if unit.kind == UnitKind::Rank {
            self.place_of(metric, &base);
        }
        self.as_written(metric, (unit_at, unit), &base);
        for (nth, breakdown) in metric.breakdown.iter().enumerate() {
            let at = base().then("breakdown").then(nth);
            if unit.kind == UnitKind::Rank {
                self.no_whole(breakdown, &at, &base);
            } else {
                self.sum(metric, (unit_at, unit), breakdown, at, &base);
            }
        }
    }

    /// The value in a unit of rank is the position of the rank.
    fn place_of(&mut self, metric: &Metric, base: &dyn Fn() -> Path) {
        // A position of 0 has been told.
        let Some(rank) = metric.rank.as_ref().filter(|rank| rank.position > 0) else { return };
        let position = rank.position;
        let kind = match metric.value {
            None => FaultKind::Figure(FigureFault::PlaceMissing { position }),
            Some(value) if value.0 != Decimal::from(position) && within(value.0, Limits::Rank) => {
                FaultKind::Standing(StandingFault::RankMismatch { value: value.0, position })
            }
            Some(_) => return,
        };
        let finding = Finding::new(kind, base().then("value")).need(base().then("unit"));
        self.add(finding.beside(base().then("rank").then("position"), Role::OtherEnd));
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
                let kind = FaultKind::Figure(FigureFault::OutOfRange { found: value.to_string(), limits });
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
    fn as_written(&mut self, metric: &Metric, unit: (usize, &Unit), base: &dyn Fn() -> Path) {
        let Some(text) = &metric.as_written else { return };
        let at = || base().then("as_written");
        let unreadable =
            || Finding::new(FaultKind::Figure(FigureFault::AsWrittenUnreadable { found: text.clone() }), at());
        let Some(written) = written::parse(text) else {
            self.add(unreadable());
            return;
        };
        let (unit_at, unit) = unit;
        let Some(value) = metric.value else {
            // A place that is missing has been told beside its rank.
            if unit.kind == UnitKind::Rank && metric.rank.is_some() {
                return;
            }
            let kind = FaultKind::Figure(FigureFault::ValueMissing { found: text.clone(), reads: written.value });
            self.add(Finding::new(kind, at()).beside(base().then("value"), Role::Value));
            return;
        };
        let (verdict, other) = self.measures.compare(&written, value.0, unit_at);
        if verdict == Verdict::Unreadable {
            self.add(unreadable().need(base().then("unit")).need(steps!["units", unit_at, "kind"]));
            return;
        }
        let rank_bound = metric.rank.as_ref().filter(|_| unit.kind == UnitKind::Rank).map(|rank| rank.bound);
        let same_bound = written.bound == metric.bound || rank_bound == Some(written.bound);
        if same_bound && verdict == Verdict::Agrees {
            return;
        }
        // Beside a share or a place, the unit says nothing that the numbers do not.
        let named = !matches!(unit.kind, UnitKind::Share | UnitKind::Rank);
        let kind = FaultKind::Figure(FigureFault::AsWrittenMismatch(Box::new(Mismatch {
            found: text.clone(),
            reads: written.value,
            reads_bound: written.bound,
            reads_unit: written.unit,
            value: value.0,
            bound: metric.bound,
            unit: unit.name.clone(),
            named,
        })));
        let finding = Finding::new(kind, at())
            .need(base().then("unit"))
            .need_whole(steps!["units", unit_at])
            .beside(base().then("value"), Role::Value)
            .beside(base().then("bound"), Role::Bound)
            .need_whole(base().then("rank"));
        self.add(other.into_iter().fold(finding, |finding, other| finding.need_whole(steps!["units", other])));
    }
}
