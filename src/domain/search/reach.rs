//! How far the ways to divide a term get, letter by letter of a text.

use super::matching::Manner;

/// What may stand for a letter: bit `n` of a set is for `n` characters.
#[derive(Default)]
pub(super) struct Step {
    /// The letter itself, or a whole syllable of a usual reading.
    pub(super) whole: u128,
    /// The same, of any reading.
    pub(super) any: u128,
    /// The first letters of a syllable of a usual reading.
    pub(super) first: u128,
    /// All that is left is the beginning of a syllable of a usual reading.
    pub(super) beginning: bool,
}

/// How far one sort of ways gets with a letter.
#[derive(Default)]
pub(super) struct Reach {
    pub(super) next: u128,
    /// The term ends within the syllable.
    pub(super) typing: bool,
}

impl Reach {
    /// The match that this is the end of, where it is one.
    pub(super) fn manner(&self, end: u128, at: usize, [whole, typing]: [Manner; 2]) -> Option<(usize, Manner)> {
        if self.next & end != 0 { Some((at + 1, whole)) } else { self.typing.then_some((at + 1, typing)) }
    }
}

/// How far all ways get with a letter.
#[derive(Default)]
pub(super) struct Steps {
    pub(super) usual: Reach,
    pub(super) any: Reach,
    pub(super) loose: Reach,
}

impl Steps {
    /// Adds what comes of the ways that have used up so many characters.
    pub(super) fn add(&mut self, step: &Step, used: u32, [usual, any, loose]: [bool; 3]) {
        if usual {
            self.usual.next |= step.whole << used;
            self.usual.typing |= step.beginning;
        }
        if any {
            self.any.next |= step.any << used;
            self.any.typing |= step.beginning;
        }
        if loose {
            self.loose.next |= (step.whole | step.first) << used;
            self.loose.typing |= step.beginning;
        }
    }
}
