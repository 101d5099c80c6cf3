//! Briefings: every step leads somewhere and can be shown as it says.

use super::super::kind::{FaultKind, ReferenceFault};
use super::super::path::{Path, steps};
use super::super::terms::{List, Unshown};
use super::{Finding, Rules};
use crate::domain::address::Address;
use crate::domain::briefing::Form;
use crate::domain::dataset::Step;
use crate::domain::query::Facet;
use crate::domain::timeline;

impl Rules<'_> {
    pub(super) fn briefings(&mut self) {
        for (at, briefing) in self.data.briefings.iter().enumerate() {
            self.counts_from_one(briefing.minutes, || steps!["briefings", at, "minutes"]);
            for (nth, step) in briefing.steps.iter().enumerate() {
                let base = || steps!["briefings", at, "steps", nth];
                self.place(&step.place, || base().then("place"));
                self.counts_from_one(step.seconds, || base().then("seconds"));
                if let Some(id) = &step.spotlight {
                    self.spotlight(id, || base().then("spotlight"));
                }
                self.shown(step, base);
            }
            if briefing.steps.is_empty() {
                let steps = || steps!["briefings", at, "steps"];
                self.add(Finding::new(FaultKind::Briefing(Unshown::NoSteps), steps()).need_whole(steps()));
            }
        }
    }

    /// Whether the place can be shown in the form of the step, and rows come one by one only where there are rows. A place
    /// that cannot be read is told as such.
    fn shown(&mut self, step: &Step, base: impl Fn() -> Path) {
        let Some(address) = Address::parse(&step.place) else { return };
        if !step.form.fits(&address) {
            let fault = Unshown::Form { form: step.form, place: step.place.clone(), instead: Form::of(&address) };
            self.add(Finding::new(FaultKind::Briefing(fault), base().then("as")).need(base().then("place")));
        } else if step.reveal && step.form != Form::List {
            let fault = Unshown::Reveal { listed: Form::List.fits(&address) };
            let finding = Finding::new(FaultKind::Briefing(fault), base().then("reveal"));
            self.add(finding.need(base().then("place")).need(base().then("as")));
        }
    }

    fn place(&mut self, text: &str, at: impl FnOnce() -> Path) {
        // One dataset by itself never has the place of several.
        let address = Address::parse(text).filter(|address| *address != Address::Datasets);
        let wanted = address.as_ref().map(targets).unwrap_or_default();
        let timeline = address.as_ref().map(Address::base) == Some(Address::Timeline);
        let exists = address.is_some()
            && wanted.iter().all(|(list, id)| self.ids.at(*list, id).is_some())
            && (!timeline || timeline::has_dates(self.data));
        // An id that is not well formed has been told where it stands.
        let (kind, id) = text.trim().split_once('/').unwrap_or_default();
        if exists || list_of(kind).is_some_and(|list| self.bad_ids.may_mean(list, id)) {
            return;
        }
        let near = if !self.errors_only && self.budget.take(self.places()) {
            Address::near(text, self.data, 3)
        } else {
            Vec::new()
        };
        let finding =
            Finding::new(FaultKind::Reference(ReferenceFault::UnknownPlace { found: text.to_owned(), near }), at());
        self.add(match wanted.first() {
            Some(_) => wanted.iter().fold(finding, |finding, (list, _)| finding.need_ids(*list)),
            // An event or a date that is there but faulty would make a timeline.
            None if timeline => finding.need_whole(steps!["events"]).need_whole(steps!["honours"]),
            None => finding,
        });
    }

    /// About how many places there are.
    fn places(&self) -> usize {
        let lists = [List::Actions, List::Initiatives, List::Metrics, List::Honours, List::Sources];
        lists.iter().filter_map(|list| self.ids.of(*list)).map(std::collections::HashMap::len).sum()
    }
}

/// The list of the entries that an address of this kind speaks of.
fn list_of(kind: &str) -> Option<List> {
    Some(match kind {
        "action" => List::Actions,
        "initiative" => List::Initiatives,
        "metric" => List::Metrics,
        "honour" => List::Honours,
        "source" => List::Sources,
        _ => return None,
    })
}

/// The list of the entries that the values of a facet name.
fn list_of_facet(facet: Facet) -> Option<List> {
    match facet {
        Facet::Action => Some(List::Actions),
        Facet::Unit => Some(List::Units),
        Facet::Source => Some(List::Sources),
        _ => None,
    }
}

/// The entries that an address speaks of; none for the places that are no entry's.
fn targets(address: &Address) -> Vec<(List, &str)> {
    match address {
        Address::Overview
        | Address::Metrics
        | Address::Honours
        | Address::HonoursByAction
        | Address::Timeline
        | Address::TimelineByAction
        | Address::Sources
        | Address::Datasets => Vec::new(),
        Address::MetricsBy(query) => {
            query.filter.ids().filter_map(|(facet, id)| Some((list_of_facet(facet)?, id))).collect()
        }
        Address::Action(id) => vec![(List::Actions, id)],
        Address::Initiative(id) => vec![(List::Initiatives, id)],
        Address::Metric(id) => vec![(List::Metrics, id)],
        Address::Compare(ids) => ids.iter().map(|id| (List::Metrics, id.as_str())).collect(),
        Address::Honour(id) => vec![(List::Honours, id)],
        Address::Source(id) => vec![(List::Sources, id)],
    }
}
