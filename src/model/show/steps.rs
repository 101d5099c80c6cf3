//! What the state has to know of a show's steps.

use super::Millis;

/// One step, as far as stepping and the clock are concerned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Step {
    /// How many rows come one by one; 0 where all is there at once.
    pub rows: usize,
    /// How long it is meant to take.
    pub seconds: Option<u32>,
}

/// All steps of a show: at least one, at most [`Steps::MOST`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Steps {
    steps: Vec<Step>,
    edition: u64,
}

impl Steps {
    /// A show has no more steps than this: at ten seconds each, nearly three hours.
    pub const MOST: usize = 1000;

    /// The steps of a show; none where it has no step, or too many.
    pub fn new(steps: Vec<Step>) -> Option<Self> {
        (1..=Self::MOST).contains(&steps.len()).then_some(Self { steps, edition: 0 })
    }

    /// The same as part of an edition of the briefing: terminals with other steps, or the same in another order, have another
    /// number.
    #[must_use]
    pub fn of_edition(self, edition: u64) -> Self {
        Self { edition, ..self }
    }

    /// The number of the edition.
    pub fn edition(&self) -> u64 {
        self.edition
    }

    /// How many there are; never 0.
    pub fn count(&self) -> usize {
        self.steps.len()
    }

    /// The number of the last one, from 0.
    pub fn last(&self) -> usize {
        self.count().saturating_sub(1)
    }

    /// How many rows of a step come one by one; 0 for a step that is not there.
    pub fn rows(&self, step: usize) -> usize {
        self.steps.get(step).map_or(0, |step| step.rows)
    }

    /// How long a step is meant to take; none where nobody has said so.
    pub fn budget(&self, step: usize) -> Option<Millis> {
        self.steps.get(step)?.seconds.map(|seconds| u64::from(seconds) * 1000)
    }

    /// How long the first `count` steps are meant to take together; none where that is not known of each of them.
    pub fn budget_of_first(&self, count: usize) -> Option<Millis> {
        (0..count).map(|step| self.budget(step)).sum()
    }
}
