//! The outside: command line, files, terminal, signals. The only I/O of the program, and the only place that knows
//! which terminal library there is.

mod backend;
mod check;
mod cli;
mod guard;
mod input;
mod open;
mod output;
mod panic;
mod place;
mod print;
mod say;
mod session;
mod settings;
#[cfg(unix)]
mod signals;

use std::io::{self, IsTerminal};
use std::process::ExitCode;

use clap::Parser;

use crate::domain::{self, District};
use crate::lang::{Shell, messages};
use crate::model::{Model, Prefs};
use cli::{Cli, Command, Look};
use open::Wanted;

/// Runs the program as its command line says.
pub fn main() -> ExitCode {
    panic::install();
    let cli = Cli::parse();
    let prefs = settings::prefs(&cli.look);
    match &cli.command {
        None => start(&cli, prefs),
        Some(_) if cli.file.is_some() || cli.at.is_some() || cli.demo => cli::refuse_before_command(),
        Some(Command::Check { file, strict, format }) => check::run(file, *strict, *format, &cli.look, prefs.lang),
        Some(Command::Schema) => say::write(&domain::check::schema(), ExitCode::SUCCESS),
        Some(Command::Print(print)) => print::run(print, &cli.look, prefs),
    }
}

/// Opens a dataset at a place on the terminal.
fn start(cli: &Cli, prefs: Prefs) -> ExitCode {
    let shell = &messages(prefs.lang).shell;
    // Before anything is read: nobody wants to type a dataset first and hear this afterwards.
    if !io::stdout().is_terminal() {
        return say::fail(say::UNUSABLE, shell.no_terminal);
    }
    if is_dumb() {
        return say::fail(say::UNUSABLE, shell.dumb_terminal);
    }
    let wanted = Wanted::of(cli.file.as_deref(), cli.demo);
    let opened = load(wanted, &cli.look, prefs, shell).and_then(|district| {
        let address = place::find(cli.at.as_deref(), &district, shell)?;
        Ok((district, address))
    });
    let (district, address) = match opened {
        Ok(opened) => opened,
        Err(code) => return code,
    };
    let model = Model::new(district, address, prefs, input::size());
    match session::run(model) {
        Ok(code) => code,
        Err(error) => say::fail(say::UNUSABLE, &(shell.terminal_fails)(&error.to_string())),
    }
}

/// Reads and checks a dataset; what is wrong has been said when this fails.
fn load(wanted: Wanted<'_>, look: &Look, prefs: Prefs, shell: &Shell) -> Result<District, ExitCode> {
    let opened = open::open(wanted, shell).map_err(|message| say::fail(say::UNUSABLE, &message))?;
    check::load(&opened, look, prefs.lang).map(District::new)
}

/// Whether the terminal says that it can do nothing.
fn is_dumb() -> bool {
    match std::env::var("TERM") {
        Ok(term) => term.is_empty() || term == "dumb",
        // A Windows console does not say what it is.
        Err(_) => cfg!(unix),
    }
}
