//! Whether a text holds what was typed: as it is written, by full pinyin, by initials, or by any mixture of these.

use super::fold::{folded, simplified};
use super::letters::{Letter, Letters, Unit, bit};

/// A term longer than this is compared as it is written and no other way.
const LONGEST: usize = 127;

/// How a term was found, the best way first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Manner {
    /// As it is written.
    Literal,
    /// By whole syllables.
    Syllables,
    /// The same, the last syllable still being typed.
    Typing,
    /// Some syllables by their first letters.
    Initials,
}

/// Where a term was found, the best place first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Standing {
    /// It is the whole text.
    Whole,
    /// It begins the text and ends with a word.
    FirstWords,
    /// It begins the text.
    Start,
    /// It stands further on and ends with a word.
    Words,
    /// It stands further on.
    Middle,
}

/// A term in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Found {
    /// Where.
    pub(super) standing: Standing,
    /// How.
    pub(super) manner: Manner,
    /// The first unit.
    pub(super) from: usize,
    /// The unit behind the last one.
    pub(super) to: usize,
}

/// One word of a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Term {
    chars: Vec<char>,
    /// What a text must hold; see [`bit`].
    pub(super) bits: u64,
}

impl Term {
    fn new(text: &str) -> Self {
        let chars: Vec<char> = folded(text).iter().map(|it| simplified(it.c)).collect();
        let bits = chars.iter().fold(0, |bits, c| bits | bit(*c));
        Self { chars, bits }
    }
}

/// What was typed, ready to be looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Query {
    /// The words, apart by blanks.
    pub(super) terms: Vec<Term>,
    /// The words as one: what stands together in the text is found before what is scattered over it.
    pub(super) phrase: Term,
}

impl Query {
    /// Reads what was typed.
    pub fn new(text: &str) -> Self {
        let terms: Vec<Term> = text.split_whitespace().map(Term::new).filter(|term| !term.chars.is_empty()).collect();
        Self { phrase: Term::new(text), terms }
    }

    /// Whether there is nothing to look for: nothing was typed, or punctuation alone.
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }
}

/// A term beside the letters of an index: which of them it can begin with.
pub(super) struct Search<'a> {
    letters: &'a Letters,
    pub(super) term: &'a Term,
    begins: Vec<bool>,
}

impl<'a> Search<'a> {
    pub(super) fn new(letters: &'a Letters, term: &'a Term) -> Self {
        let first = term.chars.first().copied();
        let begins = |letter: &Letter| {
            Some(letter.c) == first || letter.readings.iter().any(|syllable| syllable.chars().next() == first)
        };
        Self { letters, term, begins: letters.all().iter().map(begins).collect() }
    }

    /// The best place of the term in a text.
    pub(super) fn best(&self, units: &[Unit]) -> Option<Found> {
        let mut best: Option<Found> = None;
        for (from, unit) in units.iter().enumerate() {
            if !unit.may_begin() || !self.begins.get(unit.letter()).is_some_and(|begins| *begins) {
                continue;
            }
            // What follows the beginning of a text can only be a match in its middle.
            if best.is_some_and(|best| from > 0 && best.standing <= Standing::Start) {
                break;
            }
            let found = self.at(units, from);
            if let Some(found) = found
                && best.is_none_or(|best| found < best)
            {
                best = Some(found);
            }
        }
        best
    }

    /// The best match that begins at a unit.
    fn at(&self, units: &[Unit], from: usize) -> Option<Found> {
        let rest = units.get(from..)?;
        let found = |(len, manner): (usize, Manner)| {
            let to = from + len;
            let ends_word = manner != Manner::Typing && units.get(to).is_none_or(|next| next.edge());
            let standing = match (from, ends_word) {
                (0, true) if to == units.len() => Standing::Whole,
                (0, true) => Standing::FirstWords,
                (0, false) => Standing::Start,
                (_, true) => Standing::Words,
                (_, false) => Standing::Middle,
            };
            Found { standing, manner, from, to }
        };
        let literal = self.literal(rest).map(|len| (len, Manner::Literal));
        if literal.is_some() || self.term.chars.len() > LONGEST {
            return literal.map(found);
        }
        let by_syllables = self.run(rest, false).map(found);
        let by_initials = self.run(rest, true).map(found);
        by_syllables.into_iter().chain(by_initials).min()
    }

    /// The number of units that are the term as it is written.
    fn literal(&self, units: &[Unit]) -> Option<usize> {
        let wanted = &self.term.chars;
        let same = |(unit, c): (&Unit, &char)| self.letters.get(*unit).is_some_and(|letter| letter.c == *c);
        (units.len() >= wanted.len() && units.iter().zip(wanted).all(same)).then_some(wanted.len())
    }

    /// The number of units that the term is typed for. All ways to divide the term are followed at once: bit `n` of
    /// `reached` says that its first `n` characters are used up by the units so far.
    fn run(&self, units: &[Unit], initials: bool) -> Option<(usize, Manner)> {
        let wanted = &self.term.chars;
        let end = 1u128 << wanted.len();
        let mut reached = 1u128;
        for (at, unit) in units.iter().enumerate() {
            let letter = self.letters.get(*unit)?;
            let (mut next, mut typing) = (0u128, false);
            while reached != 0 {
                let used = reached.trailing_zeros();
                reached &= reached - 1;
                let rest = wanted.get(used as usize..)?;
                for taken in taken(letter, rest, initials) {
                    next |= 1u128 << (used + taken);
                }
                typing |= letter.readings.iter().any(|syllable| is_beginning(rest, syllable));
            }
            if next & end != 0 {
                return Some((at + 1, if initials { Manner::Initials } else { Manner::Syllables }));
            }
            if typing && !initials {
                return Some((at + 1, Manner::Typing));
            }
            if next == 0 {
                return None;
            }
            reached = next;
        }
        None
    }
}

/// How many characters of what was typed may stand for a letter.
fn taken<'a>(letter: &'a Letter, rest: &'a [char], initials: bool) -> impl Iterator<Item = u32> + 'a {
    let itself = (rest.first() == Some(&letter.c)).then_some(1);
    let syllables = letter.readings.iter().flat_map(move |syllable| {
        let length = syllable.len();
        let whole = length <= rest.len() && syllable.chars().zip(rest).all(|(a, b)| a == *b);
        let first = initials && rest.first().copied() == syllable.chars().next();
        // zh, ch and sh are one sound.
        let second = first && rest.get(1) == Some(&'h') && syllable.as_bytes().get(1) == Some(&b'h');
        [whole.then_some(length as u32), first.then_some(1), second.then_some(2)].into_iter().flatten()
    });
    itself.into_iter().chain(syllables)
}

/// Whether what was typed is the beginning of a syllable and not all of it.
fn is_beginning(rest: &[char], syllable: &str) -> bool {
    rest.len() < syllable.len() && syllable.chars().zip(rest).all(|(a, b)| a == *b)
}
