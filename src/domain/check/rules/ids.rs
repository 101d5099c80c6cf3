//! Ids: their form, that each is defined once, and who has which.

use std::collections::{HashMap, HashSet};

use super::super::fault::Role;
use super::super::kind::{FaultKind, ReferenceFault};
use super::super::path::steps;
use super::super::terms::List;
use super::{Finding, Rules};
use crate::domain::dataset::Dataset;
use crate::domain::id::Id;

/// The lists that something can refer to, and the position of each id in them.
pub(super) struct Ids<'a> {
    sources: HashMap<&'a str, usize>,
    units: HashMap<&'a str, usize>,
    actions: HashMap<&'a str, usize>,
    initiatives: HashMap<&'a str, usize>,
    metrics: HashMap<&'a str, usize>,
    honours: HashMap<&'a str, usize>,
}

fn index<'a>(ids: impl Iterator<Item = &'a Id>) -> HashMap<&'a str, usize> {
    let mut index = HashMap::with_capacity(ids.size_hint().0);
    for (at, id) in ids.enumerate() {
        index.entry(id.as_str()).or_insert(at);
    }
    index
}

impl<'a> Ids<'a> {
    pub(super) fn new(data: &'a Dataset) -> Self {
        Self {
            sources: index(data.sources.iter().map(|it| &it.id)),
            units: index(data.units.iter().map(|it| &it.id)),
            actions: index(data.actions.iter().map(|it| &it.id)),
            initiatives: index(data.initiatives.iter().map(|it| &it.id)),
            metrics: index(data.metrics.iter().map(|it| &it.id)),
            honours: index(data.honours.iter().map(|it| &it.id)),
        }
    }

    /// The positions of the ids of a list; `None` for those that nothing refers to.
    pub(super) fn of(&self, list: List) -> Option<&HashMap<&'a str, usize>> {
        match list {
            List::Sources => Some(&self.sources),
            List::Units => Some(&self.units),
            List::Actions => Some(&self.actions),
            List::Initiatives => Some(&self.initiatives),
            List::Metrics => Some(&self.metrics),
            List::Honours => Some(&self.honours),
            List::Events | List::Briefings => None,
        }
    }

    /// The position of an id in a list.
    pub(super) fn at(&self, list: List, id: &str) -> Option<usize> {
        self.of(list)?.get(id).copied()
    }
}

/// The ids of the lists that are not well formed.
#[derive(Debug, Default)]
pub(super) struct BadIds {
    /// What each could be.
    meant: HashSet<(List, String)>,
    /// The lists with an id of which nobody can say what it could be.
    unknown: HashSet<List>,
}

impl BadIds {
    fn add(&mut self, list: List, id: &str) {
        match slug(id).pop() {
            Some(meant) => self.meant.insert((list, meant)),
            None => self.unknown.insert(list),
        };
    }

    /// Whether a reference may mean an id that is not well formed, which has been told.
    pub(super) fn may_mean(&self, list: List, id: &str) -> bool {
        let any = !self.meant.is_empty() && slug(id).pop().is_some_and(|id| self.meant.contains(&(list, id)));
        any || self.unknown.contains(&list)
    }
}

impl Rules<'_> {
    pub(super) fn all_ids(&mut self) {
        let data = self.data;
        if !Id::is_valid(&data.id) {
            let kind = FaultKind::BadId { found: data.id.to_string(), near: slug(&data.id) };
            self.add(Finding::new(kind, steps!["id"]));
        }
        self.list_ids(List::Sources, data.sources.iter().map(|it| &it.id));
        self.list_ids(List::Units, data.units.iter().map(|it| &it.id));
        self.list_ids(List::Actions, data.actions.iter().map(|it| &it.id));
        self.list_ids(List::Initiatives, data.initiatives.iter().map(|it| &it.id));
        self.list_ids(List::Metrics, data.metrics.iter().map(|it| &it.id));
        self.list_ids(List::Honours, data.honours.iter().map(|it| &it.id));
        self.list_ids(List::Events, data.events.iter().map(|it| &it.id));
        self.list_ids(List::Briefings, data.briefings.iter().map(|it| &it.id));
    }

    fn list_ids<'b>(&mut self, list: List, ids: impl Iterator<Item = &'b Id> + Clone) {
        let own = index(ids.clone());
        for (at, id) in ids.enumerate() {
            let path = || steps![list.field(), at, "id"];
            if !Id::is_valid(id) {
                self.bad_ids.add(list, id);
                self.add(Finding::new(FaultKind::BadId { found: id.to_string(), near: slug(id) }, path()));
            }
            if let Some(first) = own.get(id.as_str()).filter(|first| **first != at) {
                let first = steps![list.field(), *first, "id"];
                let kind = FaultKind::Reference(ReferenceFault::DuplicateId { list, id: id.to_string() });
                self.add(Finding::new(kind, path()).beside(first, Role::FirstDefinition));
            }
        }
    }
}

/// The id that a text could be, where enough of it is ASCII.
pub(super) fn slug(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let slug = words.map(str::to_ascii_lowercase).collect::<Vec<_>>().join("-");
    let lost = text.chars().filter(|c| c.is_alphanumeric() && !c.is_ascii()).count();
    if slug.is_empty() || lost > 0 || slug.len() > 100 { Vec::new() } else { vec![slug] }
}
