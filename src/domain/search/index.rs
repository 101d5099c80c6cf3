//! Texts made ready for searching, and the ranking of what is found.
//!
//! An index holds two bytes for each character that counts and no text: what is shown is asked for where it is kept. A
//! query first looks at 64 bits of each entry and of each text, which most of them fail.

use super::Query;
use super::fold::folded;
use super::letters::{Letters, Unit};
use super::matching::{Found, Manner, Search, Standing, Term};
use super::ranking::{Part, place, seldom};
use crate::domain::text::Lang;

/// Texts to be searched, each belonging to an entry of the key `K`.
#[derive(Debug)]
pub struct Index<K> {
    letters: Letters,
    units: Vec<Unit>,
    texts: Vec<Text>,
    entries: Vec<Entry<K>>,
}

#[derive(Debug)]
struct Text {
    /// Its units are those from here to where those of the next text begin.
    from: u32,
    bits: u64,
    part: Part,
}

#[derive(Debug)]
struct Entry<K> {
    key: K,
    class: u8,
    /// Its texts are those from here to where those of the next entry begin.
    from: u32,
    bits: u64,
}

/// An entry that was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit {
    /// Its number in the index.
    pub entry: u32,
    /// Which of its texts was found, in the order in which they were added; of several the one that matters least, for
    /// it says why the entry is here.
    pub text: u16,
    /// The smaller, the better; hits of several indexes can be compared.
    pub score: u64,
}

/// The standing of a query whose words stand apart from each other.
const SCATTERED: u8 = Standing::Middle as u8 + 1;

/// How good a text is, the most important first; see `ranking`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Grade {
    seldom: u8,
    rank: u8,
    doubt: u8,
    place: u8,
    standing: u8,
    manner: u8,
    length: u16,
}

/// The best a grade can be: nothing of a later rank is better.
const FIRST: u8 = 0;

/// What is looked for in each entry.
struct Sought<'a, W> {
    phrase: Search<'a>,
    terms: Vec<Search<'a>>,
    lang: Lang,
    wanted: W,
}

impl<K> Default for Index<K> {
    fn default() -> Self {
        Self { letters: Letters::default(), units: Vec::new(), texts: Vec::new(), entries: Vec::new() }
    }
}

impl<K> Index<K> {
    /// Adds an entry with its texts. The class, at most 15, decides between what is found equally well.
    pub fn add<'t>(&mut self, key: K, class: u8, texts: impl IntoIterator<Item = (Part, &'t str)>) {
        let from = position(self.texts.len());
        let mut entry_bits = 0;
        for (part, text) in texts {
            let from = position(self.units.len());
            let mut bits = 0;
            for folded in folded(text) {
                let unit = self.letters.unit(folded);
                bits |= self.letters.get(unit).map_or(0, |letter| letter.bits);
                self.units.push(unit);
            }
            entry_bits |= bits;
            self.texts.push(Text { from, bits, part });
        }
        self.entries.push(Entry { key, class, from, bits: entry_bits });
    }

    /// How many entries there are.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there is no entry.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The key of an entry.
    pub fn key(&self, entry: u32) -> Option<&K> {
        self.entries.get(entry as usize).map(|entry| &entry.key)
    }

    /// The class of an entry.
    pub fn class(&self, entry: u32) -> Option<u8> {
        self.entries.get(entry as usize).map(|entry| entry.class)
    }

    /// Every entry that holds all words of a query, in any order, in texts that are wanted, as they rank on a screen in a
    /// language. With `among`, only those entries are looked at.
    pub fn search<'q>(
        &'q self,
        query: &'q Query,
        lang: Lang,
        wanted: impl Fn(Part) -> bool,
        among: Option<&[u32]>,
    ) -> Vec<Hit> {
        if query.is_empty() {
            return Vec::new();
        }
        let term = |term: &'q Term| Search::new(&self.letters, term);
        let sought = |query: &'q Query| Sought {
            phrase: term(&query.phrase),
            terms: query.terms.iter().map(term).collect(),
            lang,
            wanted: &wanted,
        };
        let (typed, scaled) = (sought(query), query.scaled.as_deref().map(sought));
        let hit = |at: usize| {
            let entry = self.entries.get(at)?;
            let found = self.found(at, entry, &typed);
            let (grade, text) = found.or_else(|| self.found(at, entry, scaled.as_ref()?))?;
            Some(Hit { entry: position(at), text, score: score(grade, entry.class, at) })
        };
        match among {
            Some(among) => among.iter().filter_map(|at| hit(*at as usize)).collect(),
            None => (0..self.entries.len()).filter_map(hit).collect(),
        }
    }

    /// How well what is sought is found in an entry, and in which of its texts.
    fn found<W: Fn(Part) -> bool>(&self, at: usize, entry: &Entry<K>, sought: &Sought<'_, W>) -> Option<(Grade, u16)> {
        if sought.phrase.term.bits & !entry.bits != 0 {
            return None;
        }
        // The action alone would bring all its metrics.
        let together = self.together(at, entry.class, &sought.phrase, sought);
        let together = together.filter(|(grade, _)| grade.rank != Part::Action.rank(entry.class, sought.lang));
        together.or_else(|| self.scattered(at, entry.class, sought))
    }

    /// The texts of an entry.
    fn texts_of(&self, entry: usize) -> impl Iterator<Item = (u16, &Text, &[Unit])> {
        let from = self.entries.get(entry).map_or(self.texts.len(), |entry| entry.from as usize);
        let to = self.entries.get(entry + 1).map_or(self.texts.len(), |next| next.from as usize);
        (from..to).filter_map(move |at| {
            let text = self.texts.get(at)?;
            let end = self.texts.get(at + 1).map_or(self.units.len(), |next| next.from as usize);
            let units = self.units.get(text.from as usize..end)?;
            Some((u16::try_from(at - from).ok()?, text, units))
        })
    }

    /// The best text of an entry that holds a term.
    fn together<W: Fn(Part) -> bool>(
        &self,
        entry: usize,
        class: u8,
        term: &Search<'_>,
        sought: &Sought<'_, W>,
    ) -> Option<(Grade, u16)> {
        let mut best: Option<(Grade, u16)> = None;
        for (number, text, units) in self.texts_of(entry) {
            if term.term.bits & !text.bits != 0 || !(sought.wanted)(text.part) {
                continue;
            }
            let rank = text.part.rank(class, sought.lang);
            let is_figure = matches!(text.part, Part::Figure(_));
            let behind = |best: Grade| best.seldom == 0 && best.rank < rank && (!is_figure || best.place == FIRST);
            if best.is_some_and(|(best, _)| behind(best)) {
                continue;
            }
            let is_name = matches!(text.part, Part::Name(_));
            let Some(Found { doubt, standing, manner, .. }) = term.best(units, is_name) else { continue };
            let length = u16::try_from(units.len()).unwrap_or(u16::MAX);
            // A figure that is typed exactly is meant, whichever way its words are typed.
            let exactly = is_figure && standing == Standing::Whole && doubt == 0;
            let rank = if exactly { FIRST } else { rank };
            let place = place(class, Some(standing));
            let seldom = seldom(text.part, manner);
            let doubt = u8::from(manner == Manner::Words);
            let grade = Grade { seldom, rank, doubt, place, standing: standing as u8, manner: manner as u8, length };
            best = best.map_or(Some((grade, number)), |best| Some(best.min((grade, number))));
        }
        best
    }

    /// The worst of the best texts of an entry for each term; none where it lacks one of them.
    fn scattered<W: Fn(Part) -> bool>(&self, entry: usize, class: u8, sought: &Sought<'_, W>) -> Option<(Grade, u16)> {
        if sought.terms.len() < 2 {
            return None;
        }
        let mut worst: Option<(Grade, u16)> = None;
        let mut only_action = true;
        for term in &sought.terms {
            let found = self.together(entry, class, term, sought)?;
            only_action &= found.0.rank == Part::Action.rank(class, sought.lang);
            worst = worst.max(Some(found));
        }
        if only_action {
            return None;
        }
        worst.map(|(grade, text)| (Grade { place: place(class, None), standing: SCATTERED, ..grade }, text))
    }
}

/// A position as the index holds it; no dataset that can be opened has as many texts as this cannot tell.
fn position(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// One number of everything that ranks, the most important in the highest bits.
fn score(grade: Grade, class: u8, order: usize) -> u64 {
    let Grade { seldom, rank, doubt, place, standing, manner, length } = grade;
    let parts = [(2, seldom), (4, rank), (1, doubt), (3, place), (3, standing), (4, manner)]
        .map(|(bits, part)| (bits, part.into()));
    let parts = parts.into_iter().chain([(10, length.into()), (4, class.into()), (33, order as u64)]);
    parts.fold(0, |score, (bits, part): (u32, u64)| (score << bits) | part.min((1 << bits) - 1))
}
