//! What a rehearsal has shown: how long each step took.

use std::process::ExitCode;

use crate::domain::Lang;
use crate::exchange::rehearsal;
use crate::model::Stage;
use crate::shell::{link, say};

/// Writes down how long each step took, and what to put into the dataset so that it is meant to take as long.
pub(super) fn report(stage: &Stage, code: ExitCode, lang: Lang) -> ExitCode {
    let at = stage.cue.live.step;
    let now = link::now();
    let spent: Vec<u64> = (0..stage.steps.count()).map(|step| stage.cue.clock.on_step(step, at, now)).collect();
    say::write(&rehearsal::report(&stage.show, &spent, lang), code)
}
