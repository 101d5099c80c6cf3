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
    known: HashMap<Id, Source>,
    /// What a source of a file is called here.
    adopted: HashMap<(usize, &'a str), Id>,
    /// The sources that the base has not.
    pub(super) added: Vec<Source>,
}

impl<'a> Sources<'a> {
    pub(super) fn new(base: &Dataset) -> Self {
        let known = base.sources.iter().map(|source| (source.id.clone(), source.clone())).collect();
        Self { known, adopted: HashMap::new(), added: Vec::new() }
    }

    /// A locator of another file as one of the joined dataset: a document that is known keeps its id, another one whose
    /// id is taken is given one that begins with that of its dataset.
    pub(super) fn adopt(&mut self, (number, file): (usize, &'a Opened), locator: Option<&Locator>) -> Option<Locator> {
        let locator = locator?;
        let source = file.district.source(&locator.id)?;
        let id = match self.adopted.get(&(number, source.id.as_str())) {
            Some(id) => id.clone(),
            None => self.add(&file.data().id, source),
        };
        self.adopted.insert((number, source.id.as_str()), id.clone());
        Some(Locator { id, ..locator.clone() })
    }

    fn add(&mut self, dataset: &Id, source: &Source) -> Id {
        let prefixed = format!("{dataset}-{}", source.id);
        let numbered = (2u32..).map(|nth| format!("{prefixed}-{nth}"));
        for id in [source.id.as_str().to_owned(), prefixed.clone()].into_iter().chain(numbered) {
            let wanted = Source { id: Id::from(id.as_str()), ..source.clone() };
            match self.known.get(id.as_str()) {
                Some(known) if is_document(known, &wanted) => return wanted.id,
                Some(_) => {}
                None => {
                    self.known.insert(wanted.id.clone(), wanted.clone());
                    self.added.push(wanted.clone());
                    return wanted.id;
                }
            }
        }
        source.id.clone()
    }
}

/// Whether two sources are the same document beyond doubt; remarks on it may differ.
fn is_document(a: &Source, b: &Source) -> bool {
    let identified = a.url.is_some() || a.published.is_some();
    identified && *a == Source { note: a.note.clone(), ..b.clone() }
}
