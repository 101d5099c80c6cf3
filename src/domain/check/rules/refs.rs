//! References: whatever names an id names one that exists, and an initiative goes with its own action.

use super::super::fault::Role;
use super::super::kind::{FaultKind, ReferenceFault, StandingFault};
use super::super::path::{Path, steps};
use super::super::terms::List;
use super::{Finding, Rules};
use crate::domain::dataset::Locator;
use crate::domain::id::Id;
use crate::domain::near::nearest;

/// The lists whose entries can be emphasised on a place.
const SPOTLIGHT: [List; 4] = [List::Metrics, List::Honours, List::Initiatives, List::Actions];

impl Rules<'_> {
    /// The references of everything but metrics, units and briefings.
    pub(super) fn references(&mut self) {
        let data = self.data;
        for (at, action) in data.actions.iter().enumerate() {
            for (nth, source) in action.sources.iter().enumerate() {
                self.reference(List::Sources, source, || steps!["actions", at, "sources", nth]);
            }
        }
        for (at, initiative) in data.initiatives.iter().enumerate() {
            self.reference(List::Actions, &initiative.action, || steps!["initiatives", at, "action"]);
        }
        for (at, honour) in data.honours.iter().enumerate() {
            let base = || steps!["honours", at];
            self.belonging(honour.action.as_ref(), honour.initiative.as_ref(), base);
            if let Some(metric) = &honour.metric {
                self.reference(List::Metrics, metric, || base().then("metric"));
            }
            self.locator(honour.source.as_ref(), || base().then("source"));
            if honour.source.is_none() {
                self.add(Finding::new(FaultKind::Standing(StandingFault::HonourWithoutSource), base().then("source")));
            }
        }
        for (at, event) in data.events.iter().enumerate() {
            if let Some(action) = &event.action {
                self.reference(List::Actions, action, || steps!["events", at, "action"]);
            }
            self.locator(event.source.as_ref(), || steps!["events", at, "source"]);
        }
    }

    /// The action and the initiative of a metric or an honour.
    pub(super) fn belonging(&mut self, action: Option<&Id>, initiative: Option<&Id>, base: impl Fn() -> Path) {
        if let Some(action) = action {
            self.reference(List::Actions, action, || base().then("action"));
        }
        let Some(initiative) = initiative else { return };
        self.reference(List::Initiatives, initiative, || base().then("initiative"));
        let (Some(action), Some(at)) = (action, self.ids.at(List::Initiatives, initiative)) else { return };
        let Some(owner) = self.data.initiatives.get(at).map(|initiative| &initiative.action) else { return };
        // An action that does not exist has been told; it says nothing about the initiative.
        let exist = [action, owner].iter().all(|id| self.ids.at(List::Actions, id).is_some());
        if exist && owner != action {
            let kind = FaultKind::Reference(ReferenceFault::ForeignInitiative {
                initiative: initiative.to_string(),
                action: action.to_string(),
                belongs_to: owner.to_string(),
            });
            let finding = Finding::new(kind, base().then("initiative"))
                .need(base().then("action"))
                .beside(steps!["initiatives", at, "action"], Role::ActionOfInitiative);
            self.add(finding);
        }
    }

    /// The place in a source where something is stated.
    pub(super) fn locator(&mut self, locator: Option<&Locator>, at: impl Fn() -> Path) {
        let Some(locator) = locator else { return };
        self.reference(List::Sources, &locator.id, || at().then("id"));
        self.counts_from_one(locator.paragraph, || at().then("paragraph"));
        self.counts_from_one(locator.page, || at().then("page"));
    }

    /// One id that has to be in a list.
    pub(super) fn reference(&mut self, list: List, id: &Id, at: impl FnOnce() -> Path) {
        if self.ids.at(list, id).is_none() {
            self.dangling(Some(list), id, at());
        }
    }

    /// The id of anything that can be emphasised.
    pub(super) fn spotlight(&mut self, id: &Id, at: impl FnOnce() -> Path) {
        if SPOTLIGHT.iter().all(|list| self.ids.at(*list, id).is_none()) {
            self.dangling(None, id, at());
        }
    }

    fn dangling(&mut self, list: Option<List>, id: &Id, path: Path) {
        let one = list.map(|list| [list]);
        let lists: &[List] = one.as_ref().map_or(&SPOTLIGHT, |list| list);
        if lists.iter().any(|list| self.bad_ids.may_mean(*list, id)) {
            return;
        }
        let near = if self.errors_only { Vec::new() } else { self.near(lists, id) };
        let found = id.to_string();
        let kind = if Id::is_valid(id) {
            FaultKind::Reference(ReferenceFault::DanglingReference { list, id: found, near })
        } else {
            FaultKind::BadId { found, near }
        };
        // Where a whole list is missing, that is the fault, not each reference into it.
        self.add(lists.iter().fold(Finding::new(kind, path), |finding, list| finding.need_ids(*list)));
    }

    fn near(&mut self, lists: &[List], id: &str) -> Vec<String> {
        let tables: Vec<_> = lists.iter().filter_map(|list| self.ids.of(*list)).collect();
        if !self.budget.take(tables.iter().map(|table| table.len()).sum()) {
            return Vec::new();
        }
        nearest(id, tables.iter().flat_map(|table| table.keys().copied()), 3)
    }
}
