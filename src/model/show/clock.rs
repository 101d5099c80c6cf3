//! The clock of a show: how long it has lasted, and each of its steps.

use serde::{Deserialize, Serialize};

use super::wire::LATEST;
use super::{Millis, Steps};

/// Whether the clock runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) enum Run {
    /// It has not started.
    Waiting,
    /// It runs; what was spent before `since` is in the books.
    Running { since: Millis },
    /// It was stopped, and only an order starts it again.
    Paused,
}

/// How one is in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pace {
    /// So much earlier at this step than it was meant to begin.
    Ahead(Millis),
    /// Within what the step is meant to take.
    OnTime,
    /// So much later than the step was meant to end.
    Behind(Millis),
}

/// The time that is spent, step by step. Paused time counts nowhere.
///
/// It starts with the first step that is taken, not with the program: the title card stands for as long as the room
/// fills. A presenter who speaks to the title card starts it with the order that pauses.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Clock {
    /// What was spent on each step, without the present stretch.
    pub(super) spent: Vec<Millis>,
    pub(super) run: Run,
}

impl Clock {
    /// A clock that has not started, for so many steps.
    pub fn new(steps: usize) -> Self {
        Self { spent: vec![0; steps], run: Run::Waiting }
    }

    /// Whether it counts.
    pub fn runs(&self) -> bool {
        matches!(self.run, Run::Running { .. })
    }

    /// Whether it was stopped after it had started.
    pub fn is_paused(&self) -> bool {
        self.run == Run::Paused
    }

    /// How long the show has lasted.
    pub fn elapsed(&self, now: Millis) -> Millis {
        self.spent.iter().fold(self.stretch(now), |sum, spent| sum.saturating_add(*spent))
    }

    /// How long a step has been shown, all visits together; `at` is the step where one is.
    pub fn on_step(&self, step: usize, at: usize, now: Millis) -> Millis {
        let present = if step == at { self.stretch(now) } else { 0 };
        self.spent.get(step).map_or(0, |spent| spent.saturating_add(present))
    }

    /// How one is in time at the step `at`: by what was meant for the steps before it and for itself. None before the
    /// clock has started, or where one of these steps has no time of its own.
    pub fn pace(&self, steps: &Steps, at: usize, now: Millis) -> Option<Pace> {
        if self.run == Run::Waiting {
            return None;
        }
        let from = steps.budget_of_first(at)?;
        let to = from.saturating_add(steps.budget(at)?);
        let elapsed = self.elapsed(now);
        Some(if elapsed < from {
            Pace::Ahead(from - elapsed)
        } else if elapsed > to {
            Pace::Behind(elapsed - to)
        } else {
            Pace::OnTime
        })
    }

    /// What has run since the books were last written.
    fn stretch(&self, now: Millis) -> Millis {
        if let Run::Running { since } = self.run { now.saturating_sub(since) } else { 0 }
    }

    /// Writes what has run into the books of the step `at`, which is about to be left; starts a clock that waits.
    pub(super) fn leave(&mut self, at: usize, now: Millis) {
        self.book(at, now);
        if !self.is_paused() {
            self.run = Run::Running { since: now };
        }
    }

    /// Stops a clock that runs and starts one that does not.
    pub(super) fn toggle(&mut self, at: usize, now: Millis) {
        self.book(at, now);
        self.run = if self.runs() { Run::Paused } else { Run::Running { since: now } };
    }

    fn book(&mut self, at: usize, now: Millis) {
        let stretch = self.stretch(now);
        if let Some(spent) = self.spent.get_mut(at) {
            *spent = spent.saturating_add(stretch).min(LATEST);
        }
    }

    /// The books of a show whose steps have moved.
    pub(super) fn moved(&self, steps: usize, to: impl Fn(usize) -> usize) -> Self {
        let mut clock = Self { run: self.run, ..Self::new(steps) };
        for (step, spent) in self.spent.iter().enumerate() {
            if let Some(sum) = clock.spent.get_mut(to(step)) {
                *sum = sum.saturating_add(*spent).min(LATEST);
            }
        }
        clock
    }
}
