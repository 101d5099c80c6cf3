//! Which metrics a table shows.

use std::collections::BTreeMap;

use super::facet::{Choice, Facet, Value};
use crate::domain::district::District;
use crate::domain::metric::Metric;
use crate::domain::text::Lang;

/// What metrics have to be like. Everything has to hold; of the values of one facet, any.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Filter {
    /// What is chosen of each facet.
    pub facets: BTreeMap<Facet, Choice>,
    /// Words that stand in a metric, each anywhere in it; never blank. See [`Filter::admits`].
    pub text: Option<String>,
    /// Just those are shown for which all of this does not hold. Never without anything else.
    pub inverse: bool,
}

impl Filter {
    /// Whether every metric is shown.
    pub fn is_empty(&self) -> bool {
        self.facets.is_empty() && self.text.is_none()
    }

    /// Whether a metric is shown. Its text is its name, its definition and its owner in both languages, the figure as
    /// written and its id; full-width forms and capitals count as their plain twins.
    pub fn admits(&self, district: &District, metric: &Metric) -> bool {
        self.prepared().admits(district, metric)
    }

    /// The filter ready for many metrics.
    pub(super) fn prepared(&self) -> Prepared<'_> {
        let words = self.text.iter().flat_map(|text| text.split_whitespace());
        Prepared { filter: self, words: words.map(|word| word.chars().map(plain).collect()).collect() }
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

/// A filter with its words folded.
pub(super) struct Prepared<'a> {
    filter: &'a Filter,
    words: Vec<Vec<char>>,
}

impl Prepared<'_> {
    pub(super) fn admits(&self, district: &District, metric: &Metric) -> bool {
        let facets = || self.filter.facets.iter().all(|(facet, choice)| choice.admits(*facet, district, metric));
        (facets() && self.words.iter().all(|word| stands_in(word, metric))) != self.filter.inverse
    }
}

fn stands_in(word: &[char], metric: &Metric) -> bool {
    let texts = [Some(&metric.name), metric.definition.as_ref(), metric.owner.as_ref()];
    let languages = texts.into_iter().flatten().flat_map(|text| {
        let (zh, en) = (text.get(Lang::Zh), text.get(Lang::En));
        // What is written in one language alone is read once.
        [Some(zh), Some(en).filter(|en| *en != zh)].into_iter().flatten()
    });
    languages.chain(metric.as_written.as_deref()).chain([metric.id.as_str()]).any(|text| contains(text, word))
}

/// Whether a text holds a word, both folded.
fn contains(text: &str, word: &[char]) -> bool {
    let starts = |from: &str| {
        let mut characters = from.chars().map(plain);
        word.iter().all(|wanted| characters.next() == Some(*wanted))
    };
    text.char_indices().any(|(at, _)| text.get(at..).is_some_and(starts))
}

/// The plain twin of a character: half-width, lower case.
fn plain(character: char) -> char {
    match character {
        '\0'..='\u{7f}' => character.to_ascii_lowercase(),
        '\u{ff01}'..='\u{ff5e}' => {
            char::from_u32(u32::from(character) - 0xfee0).map_or(character, |narrow| narrow.to_ascii_lowercase())
        }
        // Chinese has no capitals; most of what is looked through is Chinese.
        '\u{2e80}'.. => character,
        _ => character.to_lowercase().next().unwrap_or(character),
    }
}
