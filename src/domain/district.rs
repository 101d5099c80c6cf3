//! The opened dataset with what is looked up in it again and again.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use super::address::Address;
use super::dataset::{Action, Dataset, Honour, Initiative, Plain, Source, Unit, UnitKind};
use super::date::Period;
use super::dimension::base_of;
use super::figure::is_plainer;
use super::id::Id;
use super::join::{Joined, PeerStanding};
use super::metric::{Metric, Polarity};
use super::query::{self, Facet, Filter, Query, Selection};
use super::search;
use super::summary::Summary;
use super::text::Lang;
use super::timeline::{self, Entry};

/// An opened dataset: never changed, looked up by id and by belonging.
#[derive(Debug)]
pub struct District {
    data: Dataset,
    sources: HashMap<Id, usize>,
    units: HashMap<Id, usize>,
    actions: HashMap<Id, usize>,
    initiatives: HashMap<Id, usize>,
    metrics: HashMap<Id, usize>,
    honours: HashMap<Id, usize>,
    initiatives_by_action: HashMap<Option<Id>, Vec<usize>>,
    metrics_by_action: HashMap<Option<Id>, Vec<usize>>,
    metrics_by_initiative: HashMap<Option<Id>, Vec<usize>>,
    honours_by_action: HashMap<Option<Id>, Vec<usize>>,
    honours_by_initiative: HashMap<Option<Id>, Vec<usize>>,
    /// The last order asked for: a sort of a million metrics is not done again for every frame.
    order: Mutex<Option<Order>>,
    /// The last list of a filter asked for.
    facet: Mutex<Option<Counts>>,
    summary: OnceLock<Summary>,
    timeline: OnceLock<timeline::Order>,
    standings: OnceLock<Vec<usize>>,
    search: OnceLock<search::Index<search::Target>>,
    joined: Option<Joined>,
}

/// The rows of the table, and what they were asked for with.
type Order = (Query, Lang, Arc<Selection>);
/// How many metrics have each value of a facet, and the filter and the facet that this was asked for with.
type Counts = (Filter, Facet, Arc<[(Option<String>, usize)]>);

fn index<'a, T: 'a>(items: &'a [T], id: impl Fn(&'a T) -> &'a Id) -> HashMap<Id, usize> {
    items.iter().enumerate().map(|(at, item)| (id(item).clone(), at)).collect()
}

fn group<'a, T: 'a>(items: &'a [T], key: impl Fn(&'a T) -> Option<&'a Id>) -> HashMap<Option<Id>, Vec<usize>> {
    let mut groups: HashMap<Option<Id>, Vec<usize>> = HashMap::new();
    for (at, item) in items.iter().enumerate() {
        groups.entry(key(item).cloned()).or_default().push(at);
    }
    groups
}

/// The unit that figures of this one are better told in, at the end of its chain of bases.
fn plain_of(district: &District, unit: &Unit) -> Option<Plain> {
    let (base, factor) = base_of(district, unit);
    is_plainer(base, unit).then(|| Plain { name: base.name.clone(), factor })
}

/// The items of a group, in the order of the file.
fn members<'a, T>(
    items: &'a [T],
    groups: &'a HashMap<Option<Id>, Vec<usize>>,
    key: Option<&Id>,
) -> impl Iterator<Item = &'a T> + Clone {
    let places = groups.get(&key.cloned()).map_or(&[][..], Vec::as_slice);
    places.iter().filter_map(|at| items.get(*at))
}

impl District {
    /// Opens a dataset that has been checked. What names an initiative but no action is given the initiative's action.
    pub fn new(data: Dataset) -> Self {
        let initiatives = index(&data.initiatives, |initiative| &initiative.id);
        // What names only its initiative belongs to the initiative's action.
        let owner = |initiative: Option<&Id>| {
            initiative.and_then(|id| data.initiatives.get(*initiatives.get(id)?)).map(|initiative| &initiative.action)
        };
        let metric_owner =
            |metric: &'_ Metric| metric.action.clone().or_else(|| owner(metric.initiative.as_ref()).cloned());
        let honour_owner =
            |honour: &'_ Honour| honour.action.clone().or_else(|| owner(honour.initiative.as_ref()).cloned());
        let metric_owners: Vec<Option<Id>> = data.metrics.iter().map(metric_owner).collect();
        let honour_owners: Vec<Option<Id>> = data.honours.iter().map(honour_owner).collect();
        let mut data = data;
        for (metric, owner) in data.metrics.iter_mut().zip(metric_owners) {
            metric.action = owner;
        }
        // A place is better the smaller it is, whatever the file says of its polarity.
        let ranks: Vec<&Id> =
            data.units.iter().filter(|unit| unit.kind == UnitKind::Rank).map(|unit| &unit.id).collect();
        for metric in data.metrics.iter_mut().filter(|metric| ranks.contains(&&metric.unit)) {
            metric.polarity = Some(Polarity::Lower);
        }
        for (honour, owner) in data.honours.iter_mut().zip(honour_owners) {
            honour.action = owner;
        }
        let mut district = Self {
            sources: index(&data.sources, |source| &source.id),
            units: index(&data.units, |unit| &unit.id),
            actions: index(&data.actions, |action| &action.id),
            initiatives,
            metrics: index(&data.metrics, |metric| &metric.id),
            honours: index(&data.honours, |honour| &honour.id),
            initiatives_by_action: group(&data.initiatives, |initiative| Some(&initiative.action)),
            metrics_by_action: group(&data.metrics, |metric| metric.action.as_ref()),
            metrics_by_initiative: group(&data.metrics, |metric| metric.initiative.as_ref()),
            honours_by_action: group(&data.honours, |honour| honour.action.as_ref()),
            honours_by_initiative: group(&data.honours, |honour| honour.initiative.as_ref()),
            order: Mutex::new(None),
            facet: Mutex::new(None),
            summary: OnceLock::new(),
            timeline: OnceLock::new(),
            standings: OnceLock::new(),
            search: OnceLock::new(),
            joined: None,
            data,
        };
        let plain: Vec<_> = district.data.units.iter().map(|unit| plain_of(&district, unit)).collect();
        for (unit, plain) in district.data.units.iter_mut().zip(plain) {
            unit.plain = plain;
        }
        district
    }

    /// The same with what is known of the other files that it was joined with.
    pub(super) fn with_joined(self, joined: Joined) -> Self {
        Self { joined: Some(joined), ..self }
    }

    /// The files that are open, and what did not match between them; `None` where there is only one.
    pub fn joined(&self) -> Option<&Joined> {
        self.joined.as_ref()
    }

    /// A metric among the same metric of other districts; `None` where no other file has it.
    pub fn peers_of(&self, id: &str) -> Option<PeerStanding<'_>> {
        PeerStanding::of(self, self.metric(id)?, self.joined()?.peers(id))
    }

    /// The metrics that other districts have too, as positions in the dataset's list: by the place of the own district, on
    /// one place in the order of the file; last those that nothing can be compared with. They are sorted when they are
    /// first asked for.
    pub fn standings(&self) -> &[usize] {
        self.standings.get_or_init(|| {
            let place = |metric: &Metric| {
                let standing = self.peers_of(&metric.id)?;
                let place = standing.position.filter(|_| standing.of > 1);
                Some((place.is_none(), place, standing.position.is_none()))
            };
            let metrics = self.data.metrics.iter().enumerate();
            let mut places: Vec<_> = metrics.filter_map(|(at, metric)| Some((place(metric)?, at))).collect();
            places.sort_unstable();
            places.into_iter().map(|(_, at)| at).collect()
        })
    }

    /// Counts over the whole dataset, made when they are first asked for.
    pub fn summary(&self) -> &Summary {
        self.summary.get_or_init(|| Summary::of(self))
    }

    /// Every event and every dated honour, by date; on one date events first, then honours by level and kind. They are
    /// sorted when they are first asked for.
    pub fn timeline(&self) -> Vec<Entry<'_>> {
        self.timeline.get_or_init(|| timeline::Order::of(&self.data)).entries(&self.data)
    }

    /// What can be found in the dataset, made when it is first asked for.
    pub fn search_index(&self) -> &search::Index<search::Target> {
        self.search.get_or_init(|| search::index(self))
    }

    /// The rows of the table of metrics by a query, see [`Selection`].
    pub fn select(&self, query: &Query, lang: Lang) -> Arc<Selection> {
        let mut last = self.order.lock().unwrap_or_else(PoisonError::into_inner);
        match &*last {
            Some((by, in_lang, order)) if by == query && *in_lang == lang => Arc::clone(order),
            _ => {
                let order = Arc::new(Selection::of(self, query, lang));
                *last = Some((query.clone(), lang, Arc::clone(&order)));
                order
            }
        }
    }

    /// Every value of a facet that any metric has, each with how many have it of those that the filter shows but for what
    /// is chosen of this facet. What turns a filter round is left out of account.
    pub fn facet_counts(&self, filter: &Filter, facet: Facet) -> Arc<[(Option<String>, usize)]> {
        let mut filter = Filter { inverse: false, ..filter.clone() };
        filter.facets.remove(&facet);
        let mut last = self.facet.lock().unwrap_or_else(PoisonError::into_inner);
        match &*last {
            Some((by, of, counts)) if *by == filter && *of == facet => Arc::clone(counts),
            _ => {
                let counts: Arc<[_]> = query::facet_counts(self, &filter, facet).into();
                *last = Some((filter, facet, Arc::clone(&counts)));
                counts
            }
        }
    }

    /// The dataset.
    pub fn data(&self) -> &Dataset {
        &self.data
    }

    /// The source with this id.
    pub fn source(&self, id: &str) -> Option<&Source> {
        self.data.sources.get(*self.sources.get(id)?)
    }

    /// The position of a source among the sources, from 0.
    pub fn source_position(&self, id: &str) -> Option<usize> {
        self.sources.get(id).copied()
    }

    /// The position of a unit among the units, from 0.
    pub fn unit_position(&self, id: &str) -> Option<usize> {
        self.units.get(id).copied()
    }

    /// The unit with this id.
    pub fn unit(&self, id: &str) -> Option<&Unit> {
        self.data.units.get(*self.units.get(id)?)
    }

    /// The action with this id.
    pub fn action(&self, id: &str) -> Option<&Action> {
        self.data.actions.get(*self.actions.get(id)?)
    }

    /// The position of an action among the actions, from 0; it decides the action's hue.
    pub fn action_position(&self, id: &str) -> Option<usize> {
        self.actions.get(id).copied()
    }

    /// The initiative with this id.
    pub fn initiative(&self, id: &str) -> Option<&Initiative> {
        self.data.initiatives.get(*self.initiatives.get(id)?)
    }

    /// The metric with this id.
    pub fn metric(&self, id: &str) -> Option<&Metric> {
        self.data.metrics.get(*self.metrics.get(id)?)
    }

    /// The honour with this id.
    pub fn honour(&self, id: &str) -> Option<&Honour> {
        self.data.honours.get(*self.honours.get(id)?)
    }

    /// The initiatives of an action, in the order of the file.
    pub fn initiatives_of(&self, action: &Id) -> impl Iterator<Item = &Initiative> + Clone {
        members(&self.data.initiatives, &self.initiatives_by_action, Some(action))
    }

    /// The metrics of an action, or those of the whole district, in the order of the file.
    pub fn metrics_of(&self, action: Option<&Id>) -> impl Iterator<Item = &Metric> + Clone {
        members(&self.data.metrics, &self.metrics_by_action, action)
    }

    /// The metrics of an initiative, in the order of the file.
    pub fn metrics_in(&self, initiative: &Id) -> impl Iterator<Item = &Metric> + Clone {
        members(&self.data.metrics, &self.metrics_by_initiative, Some(initiative))
    }

    /// The honours of an action, or those of the whole district, in the order of the file.
    pub fn honours_of(&self, action: Option<&Id>) -> impl Iterator<Item = &Honour> + Clone {
        members(&self.data.honours, &self.honours_by_action, action)
    }

    /// The honours of an initiative, in the order of the file.
    pub fn honours_in(&self, initiative: &Id) -> impl Iterator<Item = &Honour> + Clone {
        members(&self.data.honours, &self.honours_by_initiative, Some(initiative))
    }

    /// The figures of the overview: those marked as headline, in the order of the file.
    pub fn headlines(&self) -> impl Iterator<Item = &Metric> + Clone {
        self.data.metrics.iter().filter(|metric| metric.headline)
    }

    /// The period that a metric speaks of: its own, else the dataset's.
    pub fn period_of<'a>(&'a self, metric: &'a Metric) -> &'a Period {
        metric.period.as_ref().unwrap_or(&self.data.period)
    }

    /// The places above one, from the one below the overview down: an initiative's action, a metric's initiative.
    pub fn above(&self, address: &Address) -> Vec<Address> {
        let action = |id: Option<&Id>| id.cloned().map(Address::Action);
        let initiative = |id: Option<&Id>| id.cloned().map(Address::Initiative);
        let chain = match address {
            Address::Initiative(id) => vec![action(self.initiative(id).map(|it| &it.action))],
            Address::Metric(id) => {
                let metric = self.metric(id);
                let action = action(metric.and_then(|it| it.action.as_ref())).or(Some(Address::Metrics));
                vec![action, initiative(metric.and_then(|it| it.initiative.as_ref()))]
            }
            // Another order of the same metrics is no other place.
            Address::MetricsBy(query) if query.filter.is_empty() => Vec::new(),
            Address::MetricsBy(_) | Address::Compare(_) => vec![Some(Address::Metrics)],
            Address::Honour(_) => vec![Some(Address::Honours)],
            Address::Source(_) => vec![Some(Address::Sources)],
            _ => Vec::new(),
        };
        chain.into_iter().flatten().filter(|above| self.has(above)).collect()
    }

    /// Whether the dataset has this place.
    pub fn has(&self, address: &Address) -> bool {
        match address {
            Address::Overview | Address::Metrics | Address::Honours | Address::HonoursByAction | Address::Sources => {
                true
            }
            Address::MetricsBy(query) => query.filter.ids().all(|(facet, id)| match facet {
                Facet::Action => self.actions.contains_key(id),
                Facet::Unit => self.units.contains_key(id),
                Facet::Source => self.sources.contains_key(id),
                _ => true,
            }),
            Address::Timeline | Address::TimelineByAction => timeline::has_dates(&self.data),
            Address::Compare(ids) => ids.iter().all(|id| self.metrics.contains_key(id)),
            Address::Datasets => self.joined.is_some(),
            Address::Action(id) => self.actions.contains_key(id),
            Address::Initiative(id) => self.initiatives.contains_key(id),
            Address::Metric(id) => self.metrics.contains_key(id),
            Address::Honour(id) => self.honours.contains_key(id),
            Address::Source(id) => self.sources.contains_key(id),
        }
    }
}
