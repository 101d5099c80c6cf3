//! The sources of other files, brought along with the figures that cite them.
//!
//! Files made from one template often have a source of the same id and title for each year's report. So two sources are
//! one document only where something identifies it: its address or its date of publication.

use std::collections::HashMap;

use super::Opened;
use crate::domain::dataset::{Dataset, Locator, Source};
use crate::domain::id::Id;

/// The sources of the joined dataset.
pub(super) struct Sources<'a> {
    /// The base's sources and those that were added.
    known: Vec<Source>,
    /// What a source of a file is called here.
    adopted: HashMap<(usize, &'a str), Id>,
    /// The sources that the base has not.
    pub(super) added: Vec<Source>,
}

impl<'a> Sources<'a> {
    pub(super) fn new(base: &Dataset) -> Self {
        Self { known: base.sources.clone(), adopted: HashMap::new(), added: Vec::new() }
    }

    /// A locator of another file as one of the joined dataset: a document that is known keeps the id that it has here,
    /// another one whose id is taken is given one that begins with that of its dataset.
    pub(super) fn adopt(&mut self, (number, file): (usize, &'a Opened), locator: Option<&Locator>) -> Option<Locator> {
        let locator = locator?;
        let source = file.district.source(&locator.id)?;
        let id = match self.adopted.get(&(number, source.id.as_str())) {
            Some(id) => id.clone(),
            None => self.find(source).unwrap_or_else(|| self.add(&file.data().id, source)),
        };
        self.adopted.insert((number, source.id.as_str()), id.clone());
        Some(Locator { id, ..locator.clone() })
    }

    /// The id of the same document, where that is beyond doubt.
    fn find(&self, source: &Source) -> Option<Id> {
        let known = self.known.iter().find(|known| is_document(known, source))?;
        Some(known.id.clone())
    }

    fn add(&mut self, dataset: &Id, source: &Source) -> Id {
        let prefixed = format!("{dataset}-{}", source.id);
        let numbered = (2u32..).map(|nth| format!("{prefixed}-{nth}"));
        let mut ids = [source.id.as_str().to_owned(), prefixed.clone()].into_iter().chain(numbered);
        let free = ids.find(|id| self.known.iter().all(|known| known.id.as_str() != id)).unwrap_or(prefixed);
        let added = Source { id: Id::from(free.as_str()), ..source.clone() };
        self.known.push(added.clone());
        self.added.push(added.clone());
        added.id
    }
}

/// Whether two sources are the same document beyond doubt; ids and remarks may differ.
fn is_document(a: &Source, b: &Source) -> bool {
    let identified = a.url.is_some() || a.published.is_some();
    identified && *a == Source { id: a.id.clone(), note: a.note.clone(), ..b.clone() }
}
