//! The address of a place inside the program: what `--at`, the breadcrumb and a briefing's steps speak of.

use std::fmt;

use super::dataset::Dataset;
use super::exception::Exception;
use super::id::Id;
use super::near::{alike, nearest};
use super::query::{Choice, Facet, Query};
use super::timeline;

/// An address such as `overview`, `action/governance` or `metric/vanguard-visits`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Address {
    /// The whole district at a glance.
    Overview,
    /// One action.
    Action(Id),
    /// One initiative.
    Initiative(Id),
    /// The card of one metric.
    Metric(Id),
    /// The table of all metrics.
    Metrics,
    /// The same table by a query, which is never that for all metrics in the order of the file; see [`Address::table`].
    MetricsBy(Box<Query>),
    /// Metrics side by side, at most [`MOST_COMPARED`].
    Compare(Vec<Id>),
    /// The wall of honours, by level.
    Honours,
    /// The same by action.
    HonoursByAction,
    /// Events and dated honours by time.
    Timeline,
    /// The same by action.
    TimelineByAction,
    /// The card of one honour.
    Honour(Id),
    /// All sources and what cites them.
    Sources,
    /// One source, paragraph by paragraph.
    Source(Id),
    /// The files that are open together, and what did not match between them.
    Datasets,
}

/// So many metrics at most are seen side by side: more lines or rows than that are no comparison.
pub const MOST_COMPARED: usize = 6;

/// What stands before the query in the address of a table.
const QUERY: &str = "metrics?";

impl Address {
    /// The addresses that stand by themselves, without an id.
    pub const LISTS: [&str; 7] = ["overview", "metrics", "compare", "honours", "timeline", "sources", "datasets"];

    /// What stands before the id of an entry.
    const KINDS: [&str; 6] = ["action", "initiative", "metric", "compare", "honour", "source"];

    /// Reads an address; `None` where it has no such form. Whether the place exists is another question.
    pub fn parse(text: &str) -> Option<Self> {
        if let Some(query) = text.trim().strip_prefix(QUERY) {
            return Query::parse(query).map(Self::table);
        }
        match text.trim().split_once('/') {
            None => match text.trim() {
                "overview" => Some(Self::Overview),
                "metrics" => Some(Self::Metrics),
                "compare" => Some(Self::Compare(Vec::new())),
                "honours" | "honours?by=level" => Some(Self::Honours),
                "honours?by=action" => Some(Self::HonoursByAction),
                "timeline" | "timeline?by=date" => Some(Self::Timeline),
                "timeline?by=action" => Some(Self::TimelineByAction),
                "sources" => Some(Self::Sources),
                "datasets" => Some(Self::Datasets),
                _ => None,
            },
            Some(("compare", ids)) => compared(ids),
            Some((kind, id)) if Id::is_valid(id) => {
                let id = Id::from(id);
                match kind {
                    "action" => Some(Self::Action(id)),
                    "initiative" => Some(Self::Initiative(id)),
                    "metric" => Some(Self::Metric(id)),
                    "honour" => Some(Self::Honour(id)),
                    "source" => Some(Self::Source(id)),
                    _ => None,
                }
            }
            Some(_) => None,
        }
    }

    /// The address that may be meant by a text that is none: one of another kind, or of a list, by its form alone.
    pub fn meant(text: &str) -> Option<String> {
        let text = text.trim();
        let (kind, rest) = text.split_at(text.find(['/', '?']).unwrap_or(text.len()));
        let near = if rest.starts_with('/') {
            nearest(kind, Self::KINDS.into_iter(), 1)
        } else {
            nearest(kind, Self::LISTS.into_iter(), 1)
        };
        let meant = format!("{}{rest}", near.first()?);
        Self::parse(&meant).map(|_| meant)
    }

    /// The table of metrics by a query.
    pub fn table(query: Query) -> Self {
        if query == Query::default() { Self::Metrics } else { Self::MetricsBy(Box::new(query)) }
    }

    /// The table of the metrics that want attention for a reason.
    pub fn attention(reason: Exception) -> Self {
        let mut query = Query::default();
        query.filter.facets.insert(Facet::Is, Choice::of(Some(reason.id()), false));
        Self::table(query)
    }

    /// The query of a table; that for all metrics elsewhere.
    pub fn query(&self) -> Query {
        match self {
            Self::MetricsBy(query) => Query::clone(query),
            _ => Query::default(),
        }
    }

    /// The place without the way that it is looked at: a table is the same table by any query, a list the same list in any
    /// arrangement.
    pub fn base(&self) -> Self {
        match self {
            Self::MetricsBy(_) => Self::Metrics,
            Self::HonoursByAction => Self::Honours,
            Self::TimelineByAction => Self::Timeline,
            other => other.clone(),
        }
    }

    /// The same list in its other arrangement, where it has one.
    pub fn rearranged(&self) -> Option<Self> {
        Some(match self {
            Self::Honours => Self::HonoursByAction,
            Self::HonoursByAction => Self::Honours,
            Self::Timeline => Self::TimelineByAction,
            Self::TimelineByAction => Self::Timeline,
            _ => return None,
        })
    }

    /// Whether two addresses are of one place with the same things in it, in whatever order.
    pub fn holds_same(&self, other: &Self) -> bool {
        self == other || self.base() == other.base() && self.query().filter == other.query().filter
    }

    /// Whether the place lists other things: an action, an initiative, a source or a list.
    pub fn holds_others(&self) -> bool {
        !matches!(self, Self::Overview | Self::Metric(_) | Self::Honour(_))
    }

    /// Every place of a dataset by itself.
    pub fn all(dataset: &Dataset) -> impl Iterator<Item = Self> {
        let lists = [Self::Overview, Self::Metrics, Self::Honours, Self::Sources].into_iter();
        lists
            .chain(Exception::ALL.into_iter().map(Self::attention))
            .chain([Self::Compare(Vec::new())])
            .chain(timeline::has_dates(dataset).then_some(Self::Timeline))
            .chain(dataset.actions.iter().map(|action| Self::Action(action.id.clone())))
            .chain(dataset.initiatives.iter().map(|initiative| Self::Initiative(initiative.id.clone())))
            .chain(dataset.metrics.iter().map(|metric| Self::Metric(metric.id.clone())))
            .chain(dataset.honours.iter().map(|honour| Self::Honour(honour.id.clone())))
            .chain(dataset.sources.iter().map(|source| Self::Source(source.id.clone())))
    }

    /// The places of the dataset whose addresses are most like `text`, at most `limit`, the most alike first.
    pub fn near(text: &str, dataset: &Dataset, limit: usize) -> Vec<String> {
        let wanted = text.trim().to_lowercase();
        let (kind, id) = wanted.split_once('/').unwrap_or(("", &wanted));
        let words: Vec<&str> = id.split('-').filter(|word| word.len() > 2).collect();
        let mut scored: Vec<(f64, String)> = Self::all(dataset)
            .map(|address| {
                let name = address.to_string();
                let (other, last) = name.split_once('/').unwrap_or(("", &name));
                // What all places of a kind begin with makes no two of them alike.
                let near = alike(id, last).max(alike(&wanted, last));
                let shared = words.iter().filter(|word| last.split('-').any(|it| it == **word)).count();
                let shared = 0.3 * f64::from(u8::try_from(shared).unwrap_or(u8::MAX));
                (near + shared + if kind == other { 0.1 } else { 0.0 }, name)
            })
            .filter(|(score, _)| *score > 0.65)
            .collect();
        scored.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
        scored.into_iter().take(limit).map(|(_, name)| name).collect()
    }
}

/// Reads the ids of metrics side by side: each once, no more than can be compared.
fn compared(text: &str) -> Option<Address> {
    let ids: Vec<&str> = text.split(',').collect();
    let once = ids.iter().enumerate().all(|(at, id)| !ids.iter().take(at).any(|other| other == id));
    let valid = once && ids.len() <= MOST_COMPARED && ids.iter().all(|id| Id::is_valid(id));
    valid.then(|| Address::Compare(ids.into_iter().map(Id::from).collect()))
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Overview => f.write_str("overview"),
            Self::Metrics => f.write_str("metrics"),
            Self::MetricsBy(query) => write!(f, "{QUERY}{query}"),
            Self::Compare(ids) if ids.is_empty() => f.write_str("compare"),
            Self::Compare(ids) => {
                let ids: Vec<&str> = ids.iter().map(Id::as_str).collect();
                write!(f, "compare/{}", ids.join(","))
            }
            Self::Honours => f.write_str("honours"),
            Self::HonoursByAction => f.write_str("honours?by=action"),
            Self::Timeline => f.write_str("timeline"),
            Self::TimelineByAction => f.write_str("timeline?by=action"),
            Self::Sources => f.write_str("sources"),
            Self::Datasets => f.write_str("datasets"),
            Self::Action(id) => write!(f, "action/{id}"),
            Self::Initiative(id) => write!(f, "initiative/{id}"),
            Self::Metric(id) => write!(f, "metric/{id}"),
            Self::Honour(id) => write!(f, "honour/{id}"),
            Self::Source(id) => write!(f, "source/{id}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_near_is_offered() {
        let data = crate::domain::check::load(include_bytes!("../../data/sample-district.json")).unwrap();
        let near = |text: &str| Address::near(text, &data, 5);
        for text in ["metric/nope", "metric/zzz", "nowhere", "action/x", ""] {
            assert_eq!(near(text), [""; 0], "{text}");
        }
        let metric = data.metrics.iter().map(|it| it.id.as_str()).find(|id| id.len() > 12).unwrap();
        let slip = metric.replacen(['e', 'a'], "", 1);
        for text in [format!("metric/{slip}"), slip.clone(), format!("metrics/{metric}"), metric.to_owned()] {
            assert_eq!(near(&text).first(), Some(&format!("metric/{metric}")), "{text}");
        }
        for (text, meant) in [("overveiw", "overview"), ("honors", "honours"), ("Sources", "sources")] {
            assert_eq!(near(text).first().map(String::as_str), Some(meant), "{text}");
        }
        assert!(Address::LISTS.iter().all(|list| Address::parse(list).is_some()));
    }

    #[test]
    fn an_address_reads_back_as_it_is_written() {
        for text in [
            "overview",
            "metrics",
            "honours",
            "timeline",
            "honours?by=action",
            "timeline?by=action",
            "sources",
            "datasets",
            "action/governance",
            "initiative/a-1",
            "metric/x",
            "honour/y",
            "source/z",
            "compare",
            "compare/a,b-2",
            "metrics?is=behind",
            "metrics?is=-",
            "metrics?is=behind,stale&action=-,a-1&status!=met,no-target&text=先锋%20100%25&inverse&sort=-figure,name&group=unit",
            "metrics?sort=source",
            "metrics?group=action",
            "metrics?owner=%2D,区委%2C办/x",
        ] {
            assert_eq!(Address::parse(text).map(|address| address.to_string()).as_deref(), Some(text));
        }
        for (text, address) in [("honours?by=level", Address::Honours), (" timeline?by=date", Address::Timeline)] {
            assert_eq!(Address::parse(text), Some(address));
        }
        for address in Address::LISTS.iter().filter_map(|list| Address::parse(list)) {
            let Some(other) = address.rearranged() else { continue };
            assert_eq!((other.rearranged(), other.base()), (Some(address.clone()), address.clone()));
            assert!(other.holds_same(&address) && other != address);
        }
        for bad in [
            "honours?by=date",
            "timeline?by=level",
            "honours?",
            "honours?by=action&by=action",
            "sources?by=action",
            "compare/",
            "compare/a,",
            "compare/a,a",
            "compare/a,b,c,d,e,f,g",
            "metrics?is=late",
            "metrics?",
            "metrics?inverse",
            "metrics?inverse&inverse&is=behind",
            "metrics?is=behind&is=stale",
            "metrics?is=behind,behind",
            "metrics?is=",
            "metrics?action=A",
            "metrics?text=",
            "metrics?text=%20",
            "metrics?text=%1b",
            "metrics?text=%ff",
            "metrics?text=%+1",
            "metrics?text!=a",
            "metrics?text=a&",
            "metrics?sort=figure,-figure",
            "metrics?sort=size",
            "metrics?group=kind",
            "metrics?group=",
            "metrics/is=behind",
            "",
            "overviews",
            "action/",
            "action/A",
            "metric/a/b",
            "actions",
            "/x",
        ] {
            assert_eq!(Address::parse(bad), None, "{bad}");
        }
    }
}
