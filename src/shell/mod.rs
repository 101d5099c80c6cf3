//! The outside: command line, files, terminal, signals. The only I/O of the program, and the only place that knows
//! which terminal library there is.

mod backend;
mod check;
mod cli;
mod clipboard;
mod guard;
mod input;
pub mod link;
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
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Parser;

use crate::domain::join::{Loaded, Refusal, join};
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
        Some(_) if !cli.files.is_empty() || cli.at.is_some() || cli.demo => cli::refuse_before_command(),
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
    let opened = load(&cli.files, cli.demo, &cli.look, prefs, shell).and_then(|district| {
        let address = place::find(cli.at.as_deref(), &district, shell)?;
        Ok((district, address))
    });
    let (district, address) = match opened {
        Ok(opened) => opened,
        Err(code) => return code,
    };
    let model = Model { clipboard: clipboard::known(), ..Model::new(district, address, prefs, input::size()) };
    match session::run(model, !cli.no_mouse) {
        Ok(code) => code,
        Err(error) => say::fail(say::UNUSABLE, &(shell.terminal_fails)(&error.to_string())),
    }
}

/// Reads and checks datasets and joins them, without a file one of those inside the program; what is wrong has been said
/// when this fails. Every file is read and checked, whatever is wrong with the others.
fn load(files: &[PathBuf], demo: bool, look: &Look, prefs: Prefs, shell: &Shell) -> Result<District, ExitCode> {
    if files.iter().filter(|file| **file == Path::new("-")).count() > 1 {
        return Err(say::fail(say::UNUSABLE, shell.one_input));
    }
    let read = |file: Option<&Path>| {
        let wanted = Wanted::of(file, demo);
        let opened = open::open(wanted, shell).map_err(|message| say::fail(say::UNUSABLE, &message))?;
        let data = check::load(&opened, look, prefs.lang)?;
        Ok(Loaded { name: opened.name, data })
    };
    let own = read(files.first().map(PathBuf::as_path));
    let others: Vec<Result<Loaded, ExitCode>> = files.iter().skip(1).map(|file| read(Some(file))).collect();
    let (own, others) = (own?, others.into_iter().collect::<Result<Vec<Loaded>, ExitCode>>()?);
    join(own, others).map_err(|Refusal::SamePeriod { first, second }| {
        say::fail(say::UNUSABLE, &(shell.same_period)(&first, &second))
    })
}

/// Whether the terminal says that it can do nothing.
fn is_dumb() -> bool {
    match std::env::var("TERM") {
        Ok(term) => term.is_empty() || term == "dumb",
        // A Windows console does not say what it is.
        Err(_) => cfg!(unix),
    }
}
