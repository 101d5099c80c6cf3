//! The sources of a step or of a whole show: each once, with every place in it that was cited.

use std::collections::{BTreeMap, BTreeSet};

use super::markdown::escape;
use crate::domain::{District, Lang, Locator, Source};
use crate::lang::Messages;

/// What was cited so far.
#[derive(Debug, Clone)]
pub(super) struct Cited<'a> {
    district: &'a District,
    messages: &'static Messages,
    lang: Lang,
    /// Paragraphs and pages by the position of the source in the dataset.
    places: BTreeMap<usize, (BTreeSet<u32>, BTreeSet<u32>)>,
}

impl<'a> Cited<'a> {
    /// Nothing cited.
    pub(super) fn new(district: &'a District, messages: &'static Messages, lang: Lang) -> Self {
        Self { district, messages, lang, places: BTreeMap::new() }
    }

    /// Cites a source as a whole.
    pub(super) fn source(&mut self, id: &str) {
        if let Some(at) = self.district.source_position(id) {
            self.places.entry(at).or_default();
        }
    }

    /// Cites a place in a source, and gives it in words: `第12段，市政府门户网站`.
    pub(super) fn locator(&mut self, locator: Option<&Locator>) -> String {
        let says = &self.messages.says;
        let Some(locator) = locator else { return says.no_source.to_owned() };
        let publisher = self.district.source(&locator.id).map_or(&*locator.id, |it| it.publisher.get(self.lang));
        if let Some(at) = self.district.source_position(&locator.id) {
            let (paragraphs, pages) = self.places.entry(at).or_default();
            paragraphs.extend(locator.paragraph);
            pages.extend(locator.page);
        }
        let place = locator.paragraph.map(says.paragraph).or_else(|| locator.page.map(says.page));
        place.map_or_else(|| escape(publisher), |place| (self.messages.outline.cited)(&place, &escape(publisher)))
    }

    /// Takes over what was cited elsewhere.
    pub(super) fn and(&mut self, other: Self) {
        for (at, (paragraphs, pages)) in other.places {
            let own = self.places.entry(at).or_default();
            own.0.extend(paragraphs);
            own.1.extend(pages);
        }
    }

    /// The titles with their places in one line; empty where nothing was cited.
    pub(super) fn line(&self) -> String {
        let words = &self.messages.outline;
        let one = |(source, places): (&Source, String)| (words.source)(&escape(source.title.get(self.lang)), &places);
        self.each().map(one).collect::<Vec<_>>().join(words.sources)
    }

    /// An item a source: title, publisher, date, address on the web.
    pub(super) fn list(&self) -> String {
        let item = |(source, _): (&Source, String)| {
            let mut parts = vec![escape(source.title.get(self.lang)), escape(source.publisher.get(self.lang))];
            parts.extend(source.published.map(|date| date.to_string()));
            parts.extend(source.url.as_deref().map(link));
            format!("- {}\n", parts.join(" · "))
        };
        self.each().map(item).collect()
    }

    /// The sources in the order of the dataset, each with its places in words.
    fn each(&self) -> impl Iterator<Item = (&Source, String)> {
        let says = &self.messages.says;
        let list = |numbers: &BTreeSet<u32>| {
            let numbers: Vec<String> = numbers.iter().map(u32::to_string).collect();
            numbers.join(self.messages.outline.separator)
        };
        self.places.iter().filter_map(move |(at, (paragraphs, pages))| {
            let source = self.district.data().sources.get(*at)?;
            let mut places: Vec<String> = Vec::new();
            if !paragraphs.is_empty() {
                places.push((says.paragraphs)(&list(paragraphs)));
            }
            places.extend(pages.iter().map(|page| (says.page)(*page)));
            Some((source, places.join(self.messages.outline.separator)))
        })
    }
}

/// An address on the web as a link, where it can be one.
fn link(url: &str) -> String {
    let plain = url.starts_with("http") && !url.contains(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '\\'));
    if plain { format!("<{url}>") } else { escape(url) }
}
