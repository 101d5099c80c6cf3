//! Finding things by what one would type for them: characters, full pinyin, initials, mixtures of these, English words,
//! figures.
//!
//! - Characters are compared folded: width, case, accents and punctuation do not count, traditional characters are their
//!   simplified ones.
//! - A match begins at a Chinese character, or at the beginning of a word of letters or digits. So a syllable counts as a
//!   whole, `oa` is not found in 百 (*bai*), and English is found by the beginnings of its words. The last syllable may be
//!   typed in part; others are typed in full or by their first letter (*zh*, *ch*, *sh* by one or two). An apostrophe parts
//!   syllables: `xi'an` is not 先.
//! - Full syllables may be of any reading of a character, what is typed in part only of the usual ones, and first letters
//!   not across the end of a sentence or a part of it. Numbers are not joined: `41` is not found in 1+4+1, nor 531 by `5-31`.
//! - The words of an English name may be typed by their first letters, from the first on, with or without the small ones:
//!   `gdp`.
//! - Several words must all be there, in any order, in any of the texts of the entry. What stands together is better.
//!   The name of its action finds a metric only beside another word.
//! - What comes first is told in `ranking`.

mod entries;
mod fold;
mod index;
mod letters;
mod matching;
mod ranking;
mod reach;
#[cfg(test)]
mod tests;

use std::ops::Range;

pub use entries::{Field, Kind, Target, fields, index, metrics_with};
pub use index::{Hit, Index};
pub use matching::Query;
pub use ranking::{COMMANDS, Part};

use letters::{Letters, Unit};
use matching::Search;

/// Where a query is found in a text, as ranges of its characters (not bytes), in order and apart from each other. Empty
/// where it is not found. The words of a name may be found by their first letters.
pub fn ranges(text: &str, query: &Query, is_name: bool) -> Vec<Range<usize>> {
    let folded = fold::folded(text);
    let mut letters = Letters::default();
    let units: Vec<Unit> = folded.iter().map(|it| letters.unit(*it)).collect();
    let range = |term| {
        let found = Search::new(&letters, term).best(&units, is_name)?;
        let last = found.to.checked_sub(1)?;
        Some(folded.get(found.from)?.at..folded.get(last)?.at + 1)
    };
    if let Some(range) = Some(&query.phrase).filter(|_| !query.is_empty()).and_then(range) {
        return vec![signed(text, range)];
    }
    let mut ranges: Vec<Range<usize>> = query.terms.iter().filter_map(range).map(|range| signed(text, range)).collect();
    if let Some(scaled) = query.scaled.as_deref().filter(|_| ranges.len() < query.terms.len()) {
        let scaled = self::ranges(text, scaled, is_name);
        if !scaled.is_empty() {
            return scaled;
        }
    }
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

/// A range of a text, with the sign of the number that it begins with.
fn signed(text: &str, range: Range<usize>) -> Range<usize> {
    let before = |back: usize| text.chars().nth(range.start.checked_sub(back)?);
    let number = text.chars().nth(range.start).is_some_and(|c| c.is_ascii_digit());
    let sign = before(1).is_some_and(|c| matches!(c, '−' | '-')) && !before(2).is_some_and(char::is_alphanumeric);
    if number && sign { range.start - 1..range.end } else { range }
}
