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
    /// The same, the last syllable still being typed.
    Unfinished,
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
    /// The same, what is not ASCII as a byte that no syllable has.
    bytes: Vec<u8>,
    /// What a text must hold; see [`bit`].
    pub(super) bits: u64,
}

impl Term {
    fn new(text: &str) -> Self {
        let chars: Vec<char> = folded(text).iter().map(|it| simplified(it.c)).collect();
        let bits = chars.iter().fold(0, |bits, c| bits | bit(*c));
        let bytes = chars.iter().map(|c| u8::try_from(*c).unwrap_or(u8::MAX)).collect();
        Self { chars, bytes, bits }
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

    /// Whether everything that this finds is among what a shorter query found: each word of that begins one of this.
    pub fn narrows(&self, shorter: &Self) -> bool {
        let begins = |(long, short): (&Term, &Term)| long.chars.starts_with(&short.chars);
        !shorter.is_empty()
            && self.phrase.chars.starts_with(&shorter.phrase.chars)
            && self.terms.len() >= shorter.terms.len()
            && self.terms.iter().zip(&shorter.terms).all(begins)
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
            let finished = !matches!(manner, Manner::Typing | Manner::Unfinished);
            let ends_word = finished && units.get(to).is_none_or(|next| next.edge());
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
        self.typed(rest).into_iter().flatten().map(found).min()
    }

    /// The number of units that are the term as it is written.
    fn literal(&self, units: &[Unit]) -> Option<usize> {
        let wanted = &self.term.chars;
        let same = |(unit, c): (&Unit, &char)| self.letters.get(*unit).is_some_and(|letter| letter.c == *c);
        (units.len() >= wanted.len() && units.iter().zip(wanted).all(same)).then_some(wanted.len())
    }

    /// The number of units that the term is typed for, by syllables and with first letters. All ways to divide the term
    /// are followed at once: bit `n` of a set says that its first `n` characters are used up by the units so far.
    fn typed(&self, units: &[Unit]) -> [Option<(usize, Manner)>; 3] {
        let end = 1u128 << self.term.chars.len();
        // The ways without first letters are among those with them.
        let (mut strict, mut loose) = (1u128, 1u128);
        let (mut by_syllables, mut by_initials, mut unfinished) = (None, None, None);
        for (at, unit) in units.iter().enumerate() {
            let Some(letter) = self.letters.get(*unit) else { break };
            let (mut next_strict, mut next_loose) = (0, 0);
            let (mut typing_strict, mut typing_loose) = (false, false);
            let mut ways = strict | loose;
            while ways != 0 {
                let used = ways.trailing_zeros();
                ways &= ways - 1;
                let step = self.step(letter, used as usize);
                next_loose |= (step.whole | step.first) << used;
                typing_loose |= step.beginning;
                if strict >> used & 1 == 1 {
                    next_strict |= step.whole << used;
                    typing_strict |= step.beginning;
                }
            }
            if next_strict & end != 0 {
                by_syllables = Some((at + 1, Manner::Syllables));
            } else if typing_strict {
                by_syllables = Some((at + 1, Manner::Typing));
            }
            if next_loose & end != 0 && by_initials.is_none() {
                by_initials = Some((at + 1, Manner::Initials));
            } else if typing_loose && unfinished.is_none() {
                unfinished = Some((at + 1, Manner::Unfinished));
            }
            strict = if by_syllables.is_some() { 0 } else { next_strict };
            loose = if by_initials.is_some() { 0 } else { next_loose };
            if strict | loose == 0 {
                break;
            }
        }
        [by_syllables, by_initials, unfinished]
    }

    /// What of the rest of the term may stand for a letter.
    fn step(&self, letter: &Letter, used: usize) -> Step {
        let rest = self.term.bytes.get(used..).unwrap_or_default();
        let mut step = Step::default();
        if self.term.chars.get(used) == Some(&letter.c) {
            step.whole |= 1 << 1;
        }
        for syllable in letter.readings.iter().map(|syllable| syllable.as_bytes()) {
            if rest.first() != syllable.first() {
                continue;
            }
            step.first |= 1 << 1;
            // zh, ch and sh are one sound.
            if rest.get(1) == Some(&b'h') && syllable.get(1) == Some(&b'h') {
                step.first |= 1 << 2;
            }
            if rest.starts_with(syllable) {
                step.whole |= 1 << syllable.len();
            } else {
                step.beginning |= syllable.starts_with(rest);
            }
        }
        step
    }
}

/// What may stand for a letter: bit `n` of a set is for `n` characters.
#[derive(Default)]
struct Step {
    /// The letter itself, or a whole syllable.
    whole: u128,
    /// The first letters of a syllable.
    first: u128,
    /// All that is left is the beginning of a syllable.
    beginning: bool,
}
