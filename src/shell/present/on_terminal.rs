//! A show on the terminal: where the audience looks, or where the presenter does.

use std::process::ExitCode;

use super::{Present, rehearsal};
use crate::app;
use crate::domain::{Address, District, Show};
use crate::lang::messages;
use crate::model::show::Order;
use crate::model::stage::{Auto, Role};
use crate::model::{Stage, ThemeName};
use crate::shell::reread::Files;
use crate::shell::settings::Setup;
use crate::shell::{begin, failed, link, say, session};

/// Presents a show.
pub(super) fn run(present: &Present, files: Files, district: District, show: Show, setup: &Setup) -> ExitCode {
    let lang = setup.lang();
    let shell = &messages(lang).shell;
    let role = if present.notes || present.rehearse { Role::Console } else { Role::Audience };
    let stage = Stage::new(show, &district, role, lang, link::peer_id(), link::now());
    let Some(mut stage) = stage else { return say::fail(say::UNUSABLE, shell.nothing_to_present) };
    setup.warn();
    let (mut model, mut begin) = begin(setup, district, Address::Overview, files, false);
    if role == Role::Audience {
        // What is seen from afar has a theme of its own, where nobody asks for another; the ground does not matter then.
        begin.ask.ground = false;
        if setup.effective.theme.value.is_none() {
            model.prefs.theme = ThemeName::Projector;
        }
    }
    stage.auto = present.auto.then_some(Auto::Runs);
    begin.alone = present.rehearse;
    if present.rehearse {
        // Nobody waits for the room to fill: the first step takes time like any other.
        stage.cue.apply(Order::Pause, &stage.steps, stage.now, stage.me);
    }
    begin.from = present.from.map(|number| usize::from(number) - 1);
    app::start(&mut model, stage, false);
    match session::run(model, begin) {
        Ok(ended) => match ended.stage.filter(|_| present.rehearse) {
            Some(stage) => rehearsal::report(&stage, ended.code, lang),
            None => ended.code,
        },
        Err(error) => failed(&error, shell),
    }
}
