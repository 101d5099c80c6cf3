//! Finding things by what one would type for them: characters, full pinyin, initials, mixtures of these, English words,
//! figures.
//!
//! - Characters are compared folded: width, case, accents and punctuation do not count, traditional characters are their
//!   simplified ones.
//! - A match begins at a Chinese character, or at the beginning of a word of letters or digits. So a syllable counts as a
//!   whole, `oa` is not found in 百 (*bai*), and English is found by the beginnings of its words. The last syllable may be
//!   typed in part; others are typed in full or by their first letter (*zh*, *ch*, *sh* by one or two).
//! - Several words must all be there, in any order, in any of the texts of the entry. What stands together is better.
//! - A name comes before a figure, that before a definition, that before the rest; then the whole before the beginning
//!   before the middle; as it is written before syllables before initials; the shorter text; the order of the file.

mod entries;
mod fold;
mod index;
mod letters;
mod matching;
#[cfg(test)]
mod tests;

use std::ops::Range;

pub use entries::{Field, Kind, Target, fields, index};
pub use index::{Hit, Index};
pub use matching::Query;

use letters::{Letters, Unit};
use matching::Search;

/// Where a query is found in a text, as ranges of its characters (not bytes), in order and apart from each other. Empty
/// where it is not found.
pub fn ranges(text: &str, query: &Query) -> Vec<Range<usize>> {
    let folded = fold::folded(text);
    let mut letters = Letters::default();
    let units: Vec<Unit> = folded.iter().map(|it| letters.unit(*it)).collect();
    let range = |term| {
        let found = Search::new(&letters, term).best(&units)?;
        let last = found.to.checked_sub(1)?;
        Some(folded.get(found.from)?.at..folded.get(last)?.at + 1)
    };
    if let Some(range) = Some(&query.phrase).filter(|_| !query.is_empty()).and_then(range) {
        return vec![range];
    }
    let mut ranges: Vec<Range<usize>> = query.terms.iter().filter_map(range).collect();
    ranges.sort_by_key(|range| (range.start, range.end));
    let mut apart: Vec<Range<usize>> = Vec::new();
    for range in ranges {
        match apart.last_mut().filter(|last| last.end >= range.start) {
            Some(last) => last.end = last.end.max(range.end),
            None => apart.push(range),
        }
    }
    apart
}
