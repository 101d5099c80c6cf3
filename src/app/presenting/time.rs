//! What happens in a show by itself, because time passes.

use super::order;
use crate::model::show::{Millis, Order};
use crate::model::stage::{Auto, Role, SEQUENCE, UNTIMED};
use crate::model::{Model, Stage};

/// When something changes by itself next, by the clock of the show: the clock of a console, the step where steps follow each
/// other by themselves, a sequence of keys that nobody has gone on with. None where nothing does.
pub fn wake(model: &Model) -> Option<Millis> {
    let stage = model.stage.as_ref()?;
    let second = (stage.role == Role::Console && stage.cue.clock.runs()).then(|| {
        let elapsed = stage.cue.clock.elapsed(stage.now);
        stage.now + 1000 - elapsed % 1000
    });
    let forgotten = (!model.pending.is_empty() && !stage.on_detour()).then_some(stage.pressed + SEQUENCE);
    [second, next_step(stage), forgotten].into_iter().flatten().min()
}

/// When the next row or step is due where they follow each other by themselves.
fn next_step(stage: &Stage) -> Option<Millis> {
    // Nothing moves under a blank screen or behind a detour; whoever brings the picture back lets it go on.
    if stage.auto != Some(Auto::Runs) || stage.cue.blank.is_some() || stage.on_detour() || !stage.cue.clock.runs() {
        return None;
    }
    let at = stage.cue.live.step;
    let budget = stage.steps.budget(at).unwrap_or(u64::from(UNTIMED) * 1000);
    // Rows share the time of their step.
    let parts = stage.steps.rows(at) as u64 + 1;
    let part = budget * (stage.cue.live.revealed as u64 + 1) / parts;
    Some(stage.now + part.saturating_sub(stage.cue.clock.on_step(at, at, stage.now)))
}

/// Whoever stops the clock at any terminal, or starts it again, does the same to steps that follow each other.
pub(super) fn obey_clock(stage: &mut Stage) {
    let paused = stage.cue.clock.is_paused();
    stage.auto = stage.auto.map(|_| if paused { Auto::Stopped } else { Auto::Runs });
}

/// Lets time pass.
pub(in crate::app) fn tick(model: &mut Model, now: Millis) {
    let Some(stage) = &mut model.stage else { return };
    stage.now = now;
    if !stage.on_detour() && now >= stage.pressed.saturating_add(SEQUENCE) {
        model.pending.clear();
    }
    obey_clock(stage);
    if stage.auto != Some(Auto::Runs) {
        return;
    }
    if !stage.cue.clock.runs() {
        order(model, Order::Pause);
        return;
    }
    let over =
        stage.cue.live.step == stage.steps.last() && stage.cue.live.revealed >= stage.steps.rows(stage.cue.live.step);
    if next_step(stage).is_some_and(|at| at <= now) {
        if over {
            // Round again, by a clock that has seen nothing yet.
            order(model, Order::First);
            order(model, Order::Reset);
            order(model, Order::Pause);
        } else {
            order(model, Order::Next);
        }
    }
}
