//! Whether a text holds what was typed: as it is written, by full pinyin, by initials, or by any mixture of these.

use super::fold::{Folded, folded, simplified};
use super::letters::{Letter, Letters, Unit, bit};
use super::reach::{Step, Steps};

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
    /// Each syllable by its first letter.
    Initials,
    /// Some syllables by their first letters and others whole.
    Mixed,
    /// The same, the last syllable still being typed.
    Unfinished,
    /// By the first letters of the words of a name.
    Words,
    /// By whole syllables, of which some are no usual reading.
    Rare,
    /// The same, the last syllable, of a usual reading, still being typed.
    RareTyping,
}

impl Manner {
    /// Whether all that was typed for is matched to its end.
    fn is_finished(self) -> bool {
        !matches!(self, Self::Typing | Self::Unfinished | Self::RareTyping)
    }

    /// How far it is from what one would type first.
    fn doubt(self) -> u8 {
        match self {
            Self::Rare | Self::RareTyping => 3,
            Self::Words => 2,
            // Syllables may only seem to be divided: wan-g-xi is less than wang-xi.
            Self::Mixed | Self::Unfinished => 1,
            _ => 0,
        }
    }
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
    /// 0, or more for what is meant less often; before everything else.
    pub(super) doubt: u8,
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
    /// Bit `n`: something stands before character `n` that parts numbers and initials in a text, too.
    edges: u128,
    /// Bit `n`: an apostrophe stands before character `n`, so that a syllable begins there.
    joints: u128,
    /// What a text must hold; see [`bit`].
    pub(super) bits: u64,
}

impl Term {
    fn new(text: &str) -> Self {
        let folded = folded(text);
        let chars: Vec<char> = folded.iter().map(|it| simplified(it.c)).collect();
        let places = |is: fn(&Folded) -> bool| {
            let places = folded.iter().take(LONGEST).enumerate().filter(|(_, it)| is(it));
            places.fold(0u128, |places, (at, _)| places | 1 << at)
        };
        let (edges, joints) = (places(|it| it.edge), places(|it| it.joint));
        let bits = chars.iter().fold(0, |bits, c| bits | bit(*c));
        let bytes = chars.iter().map(|c| u8::try_from(*c).unwrap_or(u8::MAX)).collect();
        Self { chars, bytes, edges, joints, bits }
    }

    /// Whether a text that is parted before a character of the term, or is not, is one that the term can be found in.
    fn parts(&self, at: usize, parted: bool) -> bool {
        at >= LONGEST || (self.edges >> at & 1 == 1) == parted
    }

    /// Whether everything in which this is found holds the beginning of it, too.
    fn continues(&self, shorter: &Self) -> bool {
        let beginning = |set: u128| set & ((1u128 << shorter.chars.len().min(LONGEST)) - 1);
        // One more letter can complete a rare reading, which is not found before it is typed in full.
        let typed_on = self.chars.get(shorter.chars.len()..).unwrap_or_default();
        self.chars.starts_with(&shorter.chars)
            && !typed_on.iter().any(char::is_ascii_lowercase)
            && beginning(self.edges) == shorter.edges
            && shorter.joints & !self.joints == 0
    }
}

/// What was typed, ready to be looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Query {
    /// The words, apart by blanks.
    pub(super) terms: Vec<Term>,
    /// The words as one: what stands together in the text is found before what is scattered over it.
    pub(super) phrase: Term,
    /// The same with the words of large numbers as they are written in figures: `40 billion` as `40b`.
    pub(super) scaled: Option<Box<Query>>,
}

/// The words of large numbers in English, and the letter for each in a compact figure.
const SCALES: [(&str, char); 6] =
    [("thousand", 'k'), ("million", 'm'), ("mn", 'm'), ("billion", 'b'), ("bn", 'b'), ("trillion", 't')];

/// A text with the words of large numbers behind digits as the letters of compact figures; none where there is no such
/// word.
fn scaled(text: &str) -> Option<String> {
    let lower = text.to_ascii_lowercase();
    let mut out = String::new();
    let mut rest = lower.as_str();
    let mut changed = false;
    while let Some(at) = rest.find(|c: char| c.is_ascii_digit()) {
        let number = rest.get(at..)?;
        let end = number.find(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | ',')).unwrap_or(number.len());
        let behind = number.get(end..)?;
        let word = behind.trim_start_matches([' ', '-']);
        let found = SCALES.iter().find_map(|(scale, letter)| Some((word.strip_prefix(scale)?, letter)));
        let found = found.filter(|(after, _)| !after.starts_with(|c: char| c.is_ascii_alphanumeric()));
        out.push_str(rest.get(..at + end)?);
        rest = match found {
            Some((after, letter)) => {
                out.push(*letter);
                changed = true;
                after
            }
            None => behind,
        };
    }
    out.push_str(rest);
    changed.then_some(out)
}

impl Query {
    /// Reads what was typed.
    pub fn new(text: &str) -> Self {
        let text = of_address(text.trim());
        let terms: Vec<Term> = text.split_whitespace().map(Term::new).filter(|term| !term.chars.is_empty()).collect();
        // No word of a scale is left in what comes back, so this goes no deeper.
        let scaled = scaled(text).map(|text| Box::new(Self::new(&text)));
        Self { phrase: Term::new(text), terms, scaled }
    }

    /// Whether everything that this finds is among what a shorter query found: each word of that begins one of this. A
    /// further word may bring what the action's name alone does not.
    pub fn narrows(&self, shorter: &Self) -> bool {
        !shorter.is_empty()
            && self.scaled.is_none()
            && self.phrase.continues(&shorter.phrase)
            && self.terms.len() == shorter.terms.len()
            && self.terms.iter().zip(&shorter.terms).all(|(long, short)| long.continues(short))
    }

    /// Whether there is nothing to look for: nothing was typed, or punctuation alone.
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }
}

/// What an address such as `metric/firm-visits` names; any other text as it is.
fn of_address(text: &str) -> &str {
    const SORTS: [&str; 5] = ["action/", "initiative/", "metric/", "honour/", "source/"];
    SORTS.iter().find_map(|sort| text.strip_prefix(sort)).filter(|id| !id.is_empty()).unwrap_or(text)
}

/// Words that may be left out between the initials of others.
const SMALL: [&str; 14] = ["a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "per", "the", "to", "with"];

/// A term beside the letters of an index: which of them it can begin with.
pub(super) struct Search<'a> {
    letters: &'a Letters,
    pub(super) term: &'a Term,
    begins: Vec<u8>,
    /// PM2.5 may be typed without its point.
    pointless: bool,
}

/// A term may begin with a letter; it may do so inside a word.
const BEGINS: u8 = 1;
const ANYWHERE: u8 = 2;

impl<'a> Search<'a> {
    pub(super) fn new(letters: &'a Letters, term: &'a Term) -> Self {
        let first = term.chars.first().copied();
        let begins = |letter: &Letter| {
            let begins =
                Some(letter.c) == first || letter.readings.iter().any(|syllable| syllable.chars().next() == first);
            if begins { BEGINS | if letter.han { ANYWHERE } else { 0 } } else { 0 }
        };
        let pointless = first.is_some_and(|c| c.is_ascii_alphabetic()) && !term.chars.contains(&'.');
        Self { letters, term, begins: letters.all().iter().map(begins).collect(), pointless }
    }

    /// The best place of the term in a text; of a name the words may be typed by their first letters, from the first word on.
    pub(super) fn best(&self, units: &[Unit], is_name: bool) -> Option<Found> {
        let mut best: Option<Found> = None;
        for (from, unit) in units.iter().enumerate() {
            let begins = self.begins.get(unit.letter()).copied().unwrap_or_default();
            if begins == 0 || (begins & ANYWHERE == 0 && !unit.edge()) {
                continue;
            }
            // What follows the beginning of a text can only be a match in its middle.
            if best.is_some_and(|best| from > 0 && best.doubt == 0 && best.standing <= Standing::Start) {
                break;
            }
            let found = self.at(units, from, is_name);
            if let Some(found) = found
                && best.is_none_or(|best| found < best)
            {
                best = Some(found);
            }
        }
        best
    }

    /// The best match that begins at a unit.
    fn at(&self, units: &[Unit], from: usize, is_name: bool) -> Option<Found> {
        let rest = units.get(from..)?;
        let found = |(len, manner): (usize, Manner)| {
            let to = from + len;
            let ends_word = manner.is_finished() && units.get(to).is_none_or(|next| next.edge());
            let standing = match (from, ends_word) {
                (0, true) if to == units.len() => Standing::Whole,
                (0, true) => Standing::FirstWords,
                (0, false) => Standing::Start,
                (_, true) => Standing::Words,
                (_, false) => Standing::Middle,
            };
            Found { doubt: manner.doubt(), standing, manner, from, to }
        };
        let literal = self.literal(rest).map(|len| (len, Manner::Literal));
        if literal.is_some() || self.term.chars.len() > LONGEST {
            return literal.map(found);
        }
        let words = if is_name && from == 0 { self.words(rest).map(|len| (len, Manner::Words)) } else { None };
        self.typed(rest).into_iter().flatten().chain(words).map(found).min()
    }

    /// Whether both are digits: then the text and the term must be parted between them, or neither of them.
    fn are_digits(letter: &Letter, before: Option<char>) -> bool {
        letter.c.is_ascii_digit() && before.is_some_and(|c| c.is_ascii_digit())
    }

    /// The number of units that are the term as it is written.
    fn literal(&self, units: &[Unit]) -> Option<usize> {
        let (mut used, mut before) = (0, None);
        for (at, wanted) in self.term.chars.iter().enumerate() {
            let mut unit = *units.get(used)?;
            let mut letter = self.letters.get(unit)?;
            if letter.c == '.' && self.pointless {
                used += 1;
                unit = *units.get(used)?;
                letter = self.letters.get(unit)?;
            }
            if letter.c != *wanted || (Self::are_digits(letter, before) && !self.term.parts(at, unit.edge())) {
                return None;
            }
            (used, before) = (used + 1, Some(letter.c));
        }
        Some(used)
    }

    /// The number of units of the words of a name whose first letters, at least two, are the term. All ways are followed at once,
    /// for small words may be left out: bit `n` of a set says that the first `n` characters are used up.
    fn words(&self, units: &[Unit]) -> Option<usize> {
        let count = self.term.chars.len();
        if count < 2 {
            return None;
        }
        let mut ways = 1u128;
        let mut starts = units.iter().enumerate().filter(|(_, unit)| unit.edge()).peekable();
        while let Some((at, unit)) = starts.next() {
            let letter = self.letters.get(*unit).filter(|letter| letter.c.is_alphabetic() && !letter.han)?;
            let end = starts.peek().map_or(units.len(), |(next, _)| *next);
            let here = self.term.chars.iter().enumerate().filter(|(_, c)| **c == letter.c);
            let taken = here.fold(0, |taken, (n, _)| taken | (ways >> n & 1) << (n + 1));
            if taken >> count & 1 == 1 {
                return Some(end);
            }
            let small = at > 0 && SMALL.iter().any(|small| self.is_word(units.get(at..end), small));
            ways = taken | if small { ways } else { 0 };
            if ways == 0 {
                break;
            }
        }
        None
    }

    fn is_word(&self, units: Option<&[Unit]>, word: &str) -> bool {
        let chars = units.into_iter().flatten().map(|unit| self.letters.get(*unit).map(|letter| letter.c));
        chars.eq(word.chars().map(Some))
    }

    /// The number of units that the term is typed for, by syllables and with first letters. All ways to divide the term
    /// are followed at once: bit `n` of a set says that its first `n` characters are used up by the units so far.
    fn typed(&self, units: &[Unit]) -> [Option<(usize, Manner)>; 3] {
        let end = 1u128 << self.term.chars.len();
        // By syllables of usual readings; by those of any; with first letters, of usual readings only. The first are among
        // each of the others.
        let (mut usual, mut any, mut loose) = (1u128, 1u128, 1u128);
        let (mut by_syllables, mut by_initials, mut unfinished) = (None, None, None);
        let mut rare = None;
        let mut before = None;
        for (at, unit) in units.iter().enumerate() {
            let Some(letter) = self.letters.get(*unit) else { break };
            if Self::are_digits(letter, before) {
                let alike = if unit.edge() { self.term.edges } else { !self.term.edges };
                (usual, any, loose) = (usual & alike, any & alike, loose & alike);
            }
            // Nobody types initials across the end of a sentence.
            if at > 0 && unit.stop() {
                loose &= self.term.edges;
            }
            before = Some(letter.c);
            let mut step = Steps::default();
            let mut ways = any | loose;
            while ways != 0 {
                let used = ways.trailing_zeros();
                ways &= ways - 1;
                let has = |set: u128| set >> used & 1 == 1;
                step.add(&self.step(letter, used as usize), used, [has(usual), has(any), has(loose)]);
            }
            by_syllables = step.usual.manner(end, at, [Manner::Syllables, Manner::Typing]).or(by_syllables);
            rare = step.any.manner(end, at, [Manner::Rare, Manner::RareTyping]).or(rare);
            if step.loose.next & end != 0 && by_initials.is_none() {
                let pure = units.get(..=at).is_some_and(|units| self.is_initials(units));
                by_initials = Some((at + 1, if pure { Manner::Initials } else { Manner::Mixed }));
            } else if step.loose.typing && unfinished.is_none() {
                unfinished = Some((at + 1, Manner::Unfinished));
            }
            usual = if by_syllables.is_some() { 0 } else { step.usual.next };
            any = if by_syllables.or(rare).is_some() { 0 } else { step.any.next };
            loose = if by_initials.is_some() { 0 } else { step.loose.next };
            if any | loose == 0 {
                break;
            }
        }
        [by_syllables.or_else(|| rare.filter(|_| by_initials.or(unfinished).is_none())), by_initials, unfinished]
    }

    /// Whether the term is the first letters of the units, or what they are themselves, and no whole syllable.
    fn is_initials(&self, units: &[Unit]) -> bool {
        let mut ways = 1u128;
        for letter in units.iter().map_while(|unit| self.letters.get(*unit)) {
            let mut next = 0;
            while ways != 0 {
                let used = ways.trailing_zeros();
                ways &= ways - 1;
                let itself = self.term.chars.get(used as usize) == Some(&letter.c);
                next |= (self.step(letter, used as usize).first | u128::from(itself) << 1) << used;
            }
            ways = next;
        }
        ways >> self.term.chars.len() & 1 == 1
    }

    /// What of the rest of the term may stand for a letter.
    fn step(&self, letter: &Letter, used: usize) -> Step {
        let rest = self.term.bytes.get(used..).unwrap_or_default();
        let mut step = Step::default();
        if self.term.chars.get(used) == Some(&letter.c) {
            step.whole |= 1 << 1;
        }
        // No syllable goes on behind an apostrophe.
        let joints = self.term.joints.checked_shr(used as u32 + 1).unwrap_or(0);
        let undivided = |len: usize| joints & ((1u128 << len.saturating_sub(1)) - 1) == 0;
        for (number, syllable) in letter.readings.iter().map(|syllable| syllable.as_bytes()).enumerate() {
            if rest.first() != syllable.first() {
                continue;
            }
            let usual = number < letter.usual;
            if usual {
                step.first |= 1 << 1;
                // zh, ch and sh are one sound.
                if rest.get(1) == Some(&b'h') && syllable.get(1) == Some(&b'h') && undivided(2) {
                    step.first |= 1 << 2;
                }
            }
            if rest.starts_with(syllable) {
                let whole = u128::from(undivided(syllable.len())) << syllable.len();
                step.any |= whole;
                step.whole |= if usual { whole } else { 0 };
            } else if usual && syllable.starts_with(rest) && undivided(rest.len()) {
                step.beginning = true;
            }
        }
        step.any |= step.whole;
        step
    }
}
