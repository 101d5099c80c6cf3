//! Which metrics a table shows.

use std::collections::BTreeMap;

use super::facet::{Choice, Facet, Value};
use crate::domain::district::District;
use crate::domain::metric::Metric;
use crate::domain::search;

/// What metrics have to be like. Everything has to hold; of the values of one facet, any.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Filter {
    /// What is chosen of each facet.
    pub facets: BTreeMap<Facet, Choice>,
    /// Words that stand in a metric, each anywhere in it; never blank. See [`Filter::admitted`].
    pub text: Option<String>,
    /// Just those are shown for which all of this does not hold. Never without anything else.
    pub inverse: bool,
}

impl Filter {
    /// Whether every metric is shown.
    pub fn is_empty(&self) -> bool {
        self.facets.is_empty() && self.text.is_none()
    }

    /// The metrics that are shown, as their positions in the dataset's list. Words are found as the search finds them, in
    /// the name, the figure as shown or as written, the definition, the owner and the id.
    pub fn admitted(&self, district: &District) -> impl Iterator<Item = usize> {
        let prepared = self.prepared(district);
        (0..).zip(&district.data().metrics).filter(move |(at, it)| prepared.admits(district, *at, it)).map(|(at, _)| at)
    }

    /// The filter ready for many metrics.
    pub(super) fn prepared(&self, district: &District) -> Prepared<'_> {
        let query = self.text.as_ref().map(|text| search::Query::new(text)).filter(|query| !query.is_empty());
        Prepared { filter: self, with_text: query.map(|query| search::metrics_with(district, &query)) }
    }

    /// Every value that is named, with its facet.
    pub fn ids(&self) -> impl Iterator<Item = (Facet, &str)> {
        self.facets
            .iter()
            .flat_map(|(facet, choice)| choice.values.iter().flatten().map(|value| (*facet, value.as_str())))
    }

    /// Chooses just this value of a facet, or gives the choice up where it is made already.
    pub fn choose(&mut self, facet: Facet, value: Value<'_>, without: bool) {
        let choice = Choice::of(value, without);
        if self.facets.get(&facet) == Some(&choice) {
            self.facets.remove(&facet);
        } else {
            self.facets.insert(facet, choice);
        }
        self.settle();
    }

    /// Adds a value to what is chosen of a facet, or takes it away where it is in it; the other way round is another choice.
    pub fn toggle(&mut self, facet: Facet, value: Value<'_>, without: bool) {
        let choice = self.facets.entry(facet).or_default();
        if choice.without != without {
            *choice = Choice { without, ..Choice::default() };
        }
        let value = value.map(str::to_owned);
        if !choice.values.remove(&value) {
            choice.values.insert(value);
        }
        if choice.values.is_empty() {
            self.facets.remove(&facet);
        }
        self.settle();
    }

    /// Takes a text; blank is none.
    pub fn set_text(&mut self, text: &str) {
        let text: Vec<&str> = text.split_whitespace().collect();
        self.text = Some(text.join(" ")).filter(|text| !text.is_empty());
        self.settle();
    }

    /// Turns the filter round; nothing happens where there is none.
    pub fn invert(&mut self) {
        self.inverse = !self.inverse;
        self.settle();
    }

    fn settle(&mut self) {
        self.inverse &= !self.is_empty();
    }
}

/// A filter, and which metrics its words are found in; none where there is nothing to find.
pub(super) struct Prepared<'a> {
    filter: &'a Filter,
    with_text: Option<Vec<bool>>,
}

impl Prepared<'_> {
    /// Whether a metric is shown that is at a position of the dataset's list.
    pub(super) fn admits(&self, district: &District, at: usize, metric: &Metric) -> bool {
        let text = self.with_text.as_ref().is_none_or(|found| found.get(at).copied().unwrap_or_default());
        let facets = || self.filter.facets.iter().all(|(facet, choice)| choice.admits(*facet, district, metric));
        (text && facets()) != self.filter.inverse
    }
}
