//! Metrics: what they refer to, their rank, target and revisions.

use std::cmp::Ordering;

use super::super::fault::Role;
use super::super::kind::{FaultKind, FigureFault, SeriesFault, StandingFault};
use super::super::path::{Path, steps};
use super::super::terms::{Limits, List};
use super::{Finding, Rules};
use crate::domain::date::Date;
use crate::domain::metric::{Metric, Rank, Target};

impl Rules<'_> {
    pub(super) fn metrics(&mut self) {
        for (at, metric) in self.data.metrics.iter().enumerate() {
            let base = || steps!["metrics", at];
            self.reference(List::Units, &metric.unit, || base().then("unit"));
            self.belonging(metric.action.as_ref(), metric.initiative.as_ref(), base);
            self.evidence(metric, &base);
            if let Some(period) = &metric.period {
                self.period(period, || base().then("period"));
            }
            if let Some(rank) = &metric.rank {
                self.rank(rank, || base().then("rank"));
            }
            if let Some(target) = &metric.target {
                self.target(target, || base().then("target"));
            }
            self.values(at, metric);
            self.history(metric, &base);
            self.revisions(metric, &base);
        }
    }

    fn evidence(&mut self, metric: &Metric, base: &dyn Fn() -> Path) {
        self.locator(metric.source.as_ref(), || base().then("source"));
        let from = metric.derived.as_ref().map_or(&[][..], |derived| &derived.from);
        for (nth, id) in from.iter().enumerate() {
            let at = || base().then("derived").then("from").then(nth);
            self.reference(List::Metrics, id, at);
            if *id == metric.id {
                self.add(Finding::new(FaultKind::Figure(FigureFault::DerivedFromItself { id: id.to_string() }), at()));
            }
        }
        if metric.source.is_none() && from.is_empty() && !self.errors_only {
            let finding = Finding::new(FaultKind::Standing(StandingFault::MetricWithoutSource), base().then("source"));
            self.add(finding.need_whole(base().then("derived")));
        }
    }

    fn rank(&mut self, rank: &Rank, at: impl Fn() -> Path) {
        self.counts_from_one(Some(rank.position), || at().then("position"));
        self.counts_from_one(rank.of, || at().then("of"));
        self.counts_from_one(rank.consecutive_years, || at().then("consecutive_years"));
        // A size of 0 has been told.
        if let Some(of) = rank.of.filter(|of| *of > 0 && rank.position > *of) {
            let kind = FaultKind::Standing(StandingFault::RankBeyondSize { position: rank.position, of });
            self.add(Finding::new(kind, at().then("position")).beside(at().then("of"), Role::OtherEnd));
        }
    }

    fn target(&mut self, target: &Target, at: impl Fn() -> Path) {
        self.locator(target.source.as_ref(), || at().then("source"));
        let Some(rule) = &target.rule else { return };
        let mut negative = false;
        for (name, value) in [("on_course", &rule.on_course), ("behind", &rule.behind)] {
            if value.is_sign_negative() && !value.is_zero() {
                negative = true;
                let kind = FaultKind::Figure(FigureFault::OutOfRange {
                    found: value.to_string(),
                    limits: Limits::NotNegative,
                });
                self.add(Finding::new(kind, at().then("rule").then(name)));
            }
        }
        if !negative && rule.behind < rule.on_course {
            let kind =
                FaultKind::Standing(StandingFault::RuleOrder { on_course: rule.on_course.0, behind: rule.behind.0 });
            let finding = Finding::new(kind, at().then("rule").then("behind"));
            self.add(finding.beside(at().then("rule").then("on_course"), Role::OtherEnd));
        }
    }

    /// Revisions follow one another, in time and in value, and the last leads to the value that stands.
    fn revisions(&mut self, metric: &Metric, base: &dyn Fn() -> Path) {
        let at = |nth: usize| base().then("revisions").then(nth);
        for (nth, pair) in metric.revisions.windows(2).enumerate() {
            let [before, after] = pair else { continue };
            if later(before.date, after.date) {
                let kind = FaultKind::Series(SeriesFault::RevisionOrder { previous: before.date, date: after.date });
                let finding = Finding::new(kind, at(nth + 1).then("date"));
                self.add(finding.beside(at(nth).then("date"), Role::Previous));
            }
            if before.new != after.old {
                let kind = FaultKind::Series(SeriesFault::RevisionChain { new: before.new.0, old: after.old.0 });
                let finding = Finding::new(kind, at(nth + 1).then("old"));
                self.add(finding.beside(at(nth).then("new"), Role::Previous));
            }
        }
        let (Some(last), Some(value)) = (metric.revisions.last(), metric.value) else { return };
        if last.new != value {
            let kind = FaultKind::Series(SeriesFault::RevisionMismatch { new: last.new.0, value: value.0 });
            let at = at(metric.revisions.len() - 1).then("new");
            self.add(Finding::new(kind, at).beside(base().then("value"), Role::Value));
        }
    }
}

/// Whether one date is later than another as far as both are precise.
fn later(one: Date, other: Date) -> bool {
    let month = one.month.zip(other.month);
    let day =
        month.and_then(|(one_month, other_month)| (one_month == other_month).then(|| one.day.zip(other.day)).flatten());
    match one.year.cmp(&other.year) {
        Ordering::Equal => match month {
            Some((month, other)) if month != other => month > other,
            _ => day.is_some_and(|(day, other)| day > other),
        },
        order => order == Ordering::Greater,
    }
}
