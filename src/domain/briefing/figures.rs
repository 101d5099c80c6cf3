//! What a step shows: which figures, which honours, and the rows of its list.

use std::cmp::Reverse;

use super::{Form, Slide};
use crate::domain::address::Address;
use crate::domain::dataset::{Event, Honour, Locator, Source};
use crate::domain::district::District;
use crate::domain::id::Id;
use crate::domain::metric::Metric;
use crate::domain::panels::place;
use crate::domain::query;
use crate::domain::text::Lang;
use crate::domain::timeline::{Dated, Entry};

/// So many leading figures stand for an action or an initiative.
const LEADING: usize = 4;

/// One row of a list that is shown in large type.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Row<'a> {
    /// A metric with its figure.
    Metric(&'a Metric),
    /// An honour with its level.
    Honour(&'a Honour),
    /// An event with its date.
    Event(&'a Event),
    /// A source.
    Source(&'a Source),
}

/// The figures that stand for all of them, at most `count`: of those with a value the headlines first, then those that
/// hold a place, the best first, then the others in the order given.
pub(super) fn leading<'a>(
    district: &'a District,
    metrics: impl Iterator<Item = &'a Metric>,
    count: usize,
) -> Vec<&'a Metric> {
    let mut known: Vec<&Metric> = metrics.filter(|metric| metric.value.is_some()).collect();
    known.sort_by_cached_key(|metric| {
        let place = place(district, metric);
        (Reverse(metric.headline), place.is_none(), place)
    });
    known.truncate(count);
    known
}

impl Slide {
    /// The metrics whose figures the step shows, each once: a metric itself; those that are compared; all of a list; of
    /// an action or an initiative the leading ones; on the overview the headlines. What the spotlight names is one of
    /// them wherever figures are shown.
    pub fn figures<'a>(&self, district: &'a District) -> Vec<&'a Metric> {
        let mut metrics: Vec<&Metric> = match (self.form, &self.address) {
            (Form::Title, _) => return Vec::new(),
            (Form::List, _) => {
                let metric = |row| if let Row::Metric(metric) = row { Some(metric) } else { None };
                return self.rows(district, Lang::default()).into_iter().filter_map(metric).collect();
            }
            (_, Address::Overview) => district.headlines().collect(),
            (_, Address::Metric(id)) => district.metric(id).into_iter().collect(),
            (_, Address::Compare(ids)) => ids.iter().filter_map(|id| district.metric(id)).collect(),
            (_, Address::Action(id)) => leading(district, district.metrics_of(Some(id)), LEADING),
            (_, Address::Initiative(id)) => leading(district, district.metrics_in(id), LEADING),
            _ => Vec::new(),
        };
        let spot = self.spotlight.as_ref().and_then(|id| district.metric(id));
        metrics.extend(spot.filter(|spot| !metrics.iter().any(|metric| metric.id == spot.id)));
        metrics
    }

    /// The honours that the step shows: an honour itself, those on the wall, those of a list, and what the spotlight names.
    pub fn honours<'a>(&self, district: &'a District) -> Vec<&'a Honour> {
        let mut honours: Vec<&Honour> = match (self.form, &self.address) {
            (Form::Title, _) => return Vec::new(),
            (Form::List, _) | (_, Address::Honours | Address::HonoursByAction) => {
                let honour = |row| if let Row::Honour(honour) = row { Some(honour) } else { None };
                return self.rows(district, Lang::default()).into_iter().filter_map(honour).collect();
            }
            (_, Address::Honour(id)) => district.honour(id).into_iter().collect(),
            _ => Vec::new(),
        };
        let spot = self.spotlight.as_ref().and_then(|id| district.honour(id));
        honours.extend(spot.filter(|spot| !honours.iter().any(|honour| honour.id == spot.id)));
        honours
    }

    /// The rows of the place as a list, in the order in which they are shown: metrics, then honours. A table of metrics
    /// that is sorted by names has another order, but no other rows, in another language. Empty for places that are no
    /// list.
    pub fn rows<'a>(&self, district: &'a District, lang: Lang) -> Vec<Row<'a>> {
        let data = district.data();
        match &self.address {
            Address::Action(id) => {
                let metrics = district.metrics_of(Some(id)).map(Row::Metric);
                metrics.chain(district.honours_of(Some(id)).map(Row::Honour)).collect()
            }
            Address::Initiative(id) => {
                district.metrics_in(id).map(Row::Metric).chain(district.honours_in(id).map(Row::Honour)).collect()
            }
            Address::Metrics => data.metrics.iter().map(Row::Metric).collect(),
            Address::MetricsBy(query) => {
                let rows = district.select(query, lang);
                let metric = |row: &query::Row| match row {
                    query::Row::Metric(at) => data.metrics.get(*at).map(Row::Metric),
                    query::Row::Group(_) => None,
                };
                rows.rows.iter().filter_map(metric).collect()
            }
            Address::Honours | Address::HonoursByAction => {
                let mut honours: Vec<&Honour> = data.honours.iter().collect();
                honours.sort_by_key(|honour| (self.group(district, honour.action.as_ref()), honour.level));
                honours.into_iter().map(Row::Honour).collect()
            }
            Address::Timeline | Address::TimelineByAction => {
                let row = |entry: Entry<'a>| match entry.what {
                    Dated::Event(event) => Row::Event(event),
                    Dated::Honour(honour) => Row::Honour(honour),
                };
                let mut entries = district.timeline();
                entries.sort_by_key(|entry| self.group(district, entry.action()));
                entries.into_iter().map(row).collect()
            }
            Address::Sources => data.sources.iter().map(Row::Source).collect(),
            Address::Source(id) => {
                let cites = |locator: Option<&Locator>| locator.is_some_and(|locator| locator.id == *id);
                let metrics = data.metrics.iter().filter(|metric| cites(metric.source.as_ref()));
                let honours = data.honours.iter().filter(|honour| cites(honour.source.as_ref()));
                metrics.map(Row::Metric).chain(honours.map(Row::Honour)).collect()
            }
            _ => Vec::new(),
        }
    }

    /// Where the group of an action comes in a list that is arranged by actions, what belongs to none last; all are one
    /// where it is not.
    fn group(&self, district: &District, action: Option<&Id>) -> usize {
        match &self.address {
            Address::HonoursByAction | Address::TimelineByAction => {
                action.and_then(|id| district.action_position(id)).unwrap_or(usize::MAX)
            }
            _ => 0,
        }
    }
}
