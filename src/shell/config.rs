//! Showing the settings in force, and where they are kept.

use std::process::ExitCode;

use super::cli::{Config, Look};
use super::settings::Setup;
use super::{folders, say};
use crate::exchange::config;
use crate::lang::messages;

/// Writes the settings in force.
pub(super) fn run(setup: &Setup) -> ExitCode {
    for own in setup.effective.themes {
        setup.warn_of(own);
    }
    say::write(&config::text(&setup.effective, &setup.shown(), setup.read), ExitCode::SUCCESS)
}

/// Writes where the settings file is, whether there is one or not and whatever is wrong with it.
pub(super) fn path(look: &Look) -> ExitCode {
    let file = match look.config() {
        Config::File(path, _) => Some(path),
        _ => folders::settings(),
    };
    let Some(file) = file else {
        let lang = look.lang(super::settings::locale());
        return say::fail(say::UNUSABLE, messages(lang).settings.no_folder);
    };
    say::write(&format!("{}\n", file.to_string_lossy()), ExitCode::SUCCESS)
}
