//! The address of a place inside the program: what `--at`, the breadcrumb and a briefing's steps speak of.

use std::fmt;

use super::dataset::Dataset;
use super::exception::Exception;
use super::id::Id;
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
    /// The same table with only those that want attention for this reason.
    Attention(Exception),
    /// Metrics side by side, at most [`MOST_COMPARED`].
    Compare(Vec<Id>),
    /// The wall of honours.
    Honours,
    /// Events and dated honours by time.
    Timeline,
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

/// What stands before the reason in the address of a filtered table.
const FILTERED: &str = "metrics?is=";

impl Address {
    /// Reads an address; `None` where it has no such form. Whether the place exists is another question.
    pub fn parse(text: &str) -> Option<Self> {
        match text.trim().split_once('/') {
            None => match text.trim() {
                "overview" => Some(Self::Overview),
                "metrics" => Some(Self::Metrics),
                "compare" => Some(Self::Compare(Vec::new())),
                "honours" => Some(Self::Honours),
                "timeline" => Some(Self::Timeline),
                "sources" => Some(Self::Sources),
                "datasets" => Some(Self::Datasets),
                other => other.strip_prefix(FILTERED).and_then(Exception::parse).map(Self::Attention),
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

    /// Whether the place lists other things: an action, an initiative, a source or a list.
    pub fn holds_others(&self) -> bool {
        !matches!(self, Self::Overview | Self::Metric(_) | Self::Honour(_))
    }

    /// Every place of a dataset by itself.
    pub fn all(dataset: &Dataset) -> impl Iterator<Item = Self> {
        let lists = [Self::Overview, Self::Metrics, Self::Honours, Self::Sources].into_iter();
        lists
            .chain(Exception::ALL.into_iter().map(Self::Attention))
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
        let words: Vec<&str> = wanted.split(['/', '-']).filter(|word| word.len() > 2).collect();
        let mut scored: Vec<(f64, String)> = Self::all(dataset)
            .map(|address| {
                let name = address.to_string();
                let last = name.rsplit('/').next().unwrap_or_default();
                let shared = words.iter().filter(|word| name.contains(**word)).count();
                let alike = strsim::jaro_winkler(&wanted, &name).max(strsim::jaro_winkler(&wanted, last));
                (alike + 0.2 * f64::from(u8::try_from(shared).unwrap_or(u8::MAX)), name)
            })
            .filter(|(score, _)| *score > 0.72)
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
            Self::Attention(reason) => write!(f, "{FILTERED}{}", reason.id()),
            Self::Compare(ids) if ids.is_empty() => f.write_str("compare"),
            Self::Compare(ids) => {
                let ids: Vec<&str> = ids.iter().map(Id::as_str).collect();
                write!(f, "compare/{}", ids.join(","))
            }
            Self::Honours => f.write_str("honours"),
            Self::Timeline => f.write_str("timeline"),
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
    fn an_address_reads_back_as_it_is_written() {
        for text in [
            "overview",
            "metrics",
            "honours",
            "timeline",
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
        ] {
            assert_eq!(Address::parse(text).map(|address| address.to_string()).as_deref(), Some(text));
        }
        for bad in [
            "compare/",
            "compare/a,",
            "compare/a,a",
            "compare/a,b,c,d,e,f,g",
            "metrics?is=late",
            "metrics?",
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
