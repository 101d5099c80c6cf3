//! A show: its keys, what other terminals say of it, its time, and what is seen of it.

mod agenda;
mod commands;
mod ending;
mod following;
mod reload;
mod time;
mod view;

pub use following::start;
pub use time::wake;

pub(super) use commands::{press, run};
pub(super) use following::{hear, met, settle};
pub(super) use reload::reloaded;
pub(super) use time::tick;
pub(super) use view::{caret, view};

use crate::domain::Lang;
use crate::model::Model;
use crate::model::show::Order;

/// Goes to a step of the show that is under way, counted from 0, as if it began there: a clock that waits goes on waiting.
pub fn jump(model: &mut Model, step: usize) {
    let waits = model.stage.as_ref().is_some_and(|stage| !stage.cue.clock.runs() && !stage.cue.clock.is_paused());
    order(model, Order::Jump(step));
    if waits {
        order(model, Order::Reset);
    }
}

/// Has the show that is under way speak a language.
pub fn speak(model: &mut Model, lang: Lang) {
    for _ in Lang::ALL {
        if model.stage.as_ref().is_some_and(|stage| stage.cue.live.lang != lang) {
            order(model, Order::Language);
        }
    }
}

/// Gives an order; says whether it has changed anything.
fn order(model: &mut Model, order: Order) -> bool {
    let Some(stage) = &mut model.stage else { return false };
    let steps = matches!(order, Order::Detour(_));
    let changed = stage.cue.apply(order, &stage.steps, stage.now, stage.me);
    stage.forget_held();
    if changed && !steps {
        following::align(model);
    }
    changed
}
