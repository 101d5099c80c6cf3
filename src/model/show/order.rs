//! What can be asked of a show.

use super::{Audience, Blank, Clock, Cue, Detour, Millis, PeerId, Shot, Steps, Version};

/// Something that a terminal asks of the show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Order {
    /// The next row, or the next step where all rows are out; nothing at the very end.
    Next,
    /// Exactly what undoes the order for the next one.
    Previous,
    /// The first step.
    First,
    /// The last step.
    Last,
    /// The step of this number, from 0; beyond the last one, the last.
    Jump(usize),
    /// Black; the picture again where it was black.
    Black,
    /// White; the picture again where it was white.
    White,
    /// The audience keeps what it sees; the picture of the presenter again where it did.
    Freeze,
    /// The place to be seen instead of the step: the beginning of a detour, or the next place on it.
    Detour(Detour),
    /// The end of a detour.
    Return,
    /// Stops the clock, or starts it.
    Pause,
    /// The clock is set to nothing and waits for the first step.
    Reset,
    /// What the step points at is emphasised, or is not any more.
    Spotlight,
    /// The next language.
    Language,
    /// All digits instead of compact figures, or compact ones again.
    Exact,
    /// The terminal of the audience, as it is now.
    Audience(Audience),
    /// The show is over.
    End,
}

impl Cue {
    /// Does what is asked for; says whether anything has changed, which is then to be sent. Nothing happens once the
    /// show is over, nor where `steps` are those of another edition.
    pub fn apply(&mut self, order: Order, steps: &Steps, now: Millis, me: PeerId) -> bool {
        if self.ended || steps.count() != self.show.steps {
            return false;
        }
        let before = self.clone();
        match order {
            Order::Next => self.step(steps, now, true),
            Order::Previous => self.step(steps, now, false),
            Order::First => self.jump(0, steps, now),
            Order::Last => self.jump(steps.last(), steps, now),
            Order::Jump(step) => self.jump(step, steps, now),
            Order::Black => self.toggle_blank(Blank::Black),
            Order::White => self.toggle_blank(Blank::White),
            Order::Freeze => self.frozen = if self.frozen.is_some() { None } else { Some(self.live.clone()) },
            Order::Detour(detour) => self.live.detour = Some(detour),
            Order::Return => self.live.detour = None,
            Order::Pause => self.clock.toggle(self.live.step, now),
            Order::Reset => self.clock = Clock::new(steps.count()),
            Order::Spotlight => self.live.spotlight = !self.live.spotlight,
            Order::Language => self.live.lang = self.live.lang.next(),
            Order::Exact => self.live.exact = !self.live.exact,
            Order::Audience(audience) => return self.announce(audience, now, me),
            Order::End => self.ended = true,
        }
        let changed = *self != before;
        if changed {
            self.version = self.version.next(now, me);
        }
        changed
    }

    /// One row or step on or back.
    ///
    /// Nothing moves under a blank screen: who presses the remote once too often must not find another step when the
    /// picture comes back. reveal.js came to the same after its users had been surprised; `PowerPoint` steps, and shows
    /// the old slide for a moment. A jump is asked for by name and is done.
    ///
    /// On a detour these keys belong to the place that is seen. Where the order comes all the same, from a terminal that
    /// has not heard of the detour yet, it ends there and no step passes unseen.
    fn step(&mut self, steps: &Steps, now: Millis, forward: bool) {
        if self.blank.is_some() {
            return;
        }
        if self.live.detour.take().is_some() {
            return;
        }
        let (step, rows) = (self.live.step, steps.rows(self.live.step));
        let revealed = self.live.revealed.min(rows);
        match (forward, revealed) {
            (true, revealed) if revealed < rows => self.reveal(revealed + 1, now),
            (true, _) if step < steps.last() => self.show(step + 1, 0, now),
            (false, 1..) => self.reveal(revealed - 1, now),
            (false, 0) if step > 0 => self.show(step - 1, steps.rows(step - 1), now),
            _ => {}
        }
    }

    /// Goes to a step and ends a detour. Backward all rows are out, for the audience has seen them.
    fn jump(&mut self, step: usize, steps: &Steps, now: Millis) {
        let step = step.min(steps.last());
        self.live.detour = None;
        match step.cmp(&self.live.step) {
            std::cmp::Ordering::Less => self.show(step, steps.rows(step), now),
            std::cmp::Ordering::Equal => {}
            std::cmp::Ordering::Greater => self.show(step, 0, now),
        }
    }

    fn reveal(&mut self, rows: usize, now: Millis) {
        self.live.revealed = rows;
        if !self.clock.runs() {
            self.clock.leave(self.live.step, now);
        }
    }

    fn show(&mut self, step: usize, revealed: usize, now: Millis) {
        self.clock.leave(self.live.step, now);
        self.live = Shot { exact: self.live.exact, ..Shot::of(step, revealed, self.live.lang) };
    }

    fn toggle_blank(&mut self, blank: Blank) {
        self.blank = if self.blank == Some(blank) { None } else { Some(blank) };
    }

    fn announce(&mut self, audience: Audience, now: Millis, me: PeerId) -> bool {
        match self.audience {
            Some((_, known)) if known == audience => false,
            Some((version, _)) => {
                self.audience = Some((version.next(now, me), audience));
                true
            }
            None => {
                self.audience = Some((Version::untouched(me).next(now, me), audience));
                true
            }
        }
    }
}
