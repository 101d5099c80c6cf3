//! Showing the settings in force, and where they are kept.

use std::process::ExitCode;

use clap::ArgMatches;

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
pub(super) fn path(look: &Look, matches: &ArgMatches) -> ExitCode {
    let file = match look.config() {
        Config::File(path) => Some(path.to_owned()),
        _ => folders::settings(),
    };
    let Some(file) = file else {
        let lang = look.asked(matches).language.map_or_else(super::settings::locale, |language| language.value);
        return say::fail(say::UNUSABLE, messages(lang).settings.no_folder);
    };
    say::write(&format!("{}\n", file.to_string_lossy()), ExitCode::SUCCESS)
}
