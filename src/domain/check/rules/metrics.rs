//! Metrics: what they refer to, their rank, target and revisions.

use super::super::fault::Role;
use super::super::kind::FaultKind;
use super::super::path::{Path, steps};
use super::super::terms::{Limits, List};
use super::{Finding, Rules};
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
            self.history(&metric.history, &base);
            self.revisions(metric, &base);
        }
    }

    fn evidence(&mut self, metric: &Metric, base: &dyn Fn() -> Path) {
        self.locator(metric.source.as_ref(), || base().then("source"));
        let from = metric.derived.as_ref().map_or(&[][..], |derived| &derived.from);
        for (nth, id) in from.iter().enumerate() {
            self.reference(List::Metrics, id, || base().then("derived").then("from").then(nth));
        }
        if metric.source.is_none() && from.is_empty() && !self.errors_only {
            let finding = Finding::new(FaultKind::MetricWithoutSource, base().then("source"));
            self.add(finding.need_whole(base().then("derived")));
        }
    }

    fn rank(&mut self, rank: &Rank, at: impl Fn() -> Path) {
        self.counts_from_one(Some(rank.position), || at().then("position"));
        self.counts_from_one(rank.of, || at().then("of"));
        self.counts_from_one(rank.consecutive_years, || at().then("consecutive_years"));
        // A size of 0 has been told.
        if let Some(of) = rank.of.filter(|of| *of > 0 && rank.position > *of) {
            let kind = FaultKind::RankBeyondSize { position: rank.position, of };
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
                let kind = FaultKind::OutOfRange { found: value.to_string(), limits: Limits::NotNegative };
                self.add(Finding::new(kind, at().then("rule").then(name)));
            }
        }
        if !negative && rule.behind < rule.on_course {
            let kind = FaultKind::RuleOrder { on_course: rule.on_course.0, behind: rule.behind.0 };
            let finding = Finding::new(kind, at().then("rule").then("behind"));
            self.add(finding.beside(at().then("rule").then("on_course"), Role::OtherEnd));
        }
    }

    /// The last revision leads to the value that stands.
    fn revisions(&mut self, metric: &Metric, base: &dyn Fn() -> Path) {
        let (Some(last), Some(value)) = (metric.revisions.last(), metric.value) else { return };
        if last.new != value {
            let kind = FaultKind::RevisionMismatch { new: last.new.0, value: value.0 };
            let at = base().then("revisions").then(metric.revisions.len() - 1).then("new");
            self.add(Finding::new(kind, at).beside(base().then("value"), Role::Value));
        }
    }
}
