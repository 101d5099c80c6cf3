//! The outside: command line, files, terminal, signals. The only I/O of the program, and the only place that knows
//! which terminal library there is.

mod backend;
mod check;
mod cli;
mod clipboard;
mod colours;
mod completions;
mod config;
mod folders;
mod ground;
mod guard;
mod input;
pub mod link;
mod manual;
mod onstage;
mod open;
mod output;
mod panic;
mod place;
mod present;
mod print;
mod reread;
mod say;
mod session;
mod settings;
#[cfg(unix)]
mod signals;
mod state;
mod variable;
mod width;

use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use crate::domain::join::{Loaded, Refusal, join};
use crate::domain::{self, Address, District};
use crate::lang::{Shell, messages};
use crate::model::settings::{Origin, Start};
use crate::model::{Ambiguous, ColourDepth, Model};
use cli::{Cli, Command};
use open::Wanted;
use reread::Files;
use session::Begin;
use settings::Setup;

/// Runs the program as its command line says.
pub fn main() -> ExitCode {
    panic::install();
    let cli = Cli::read();
    if cli.command.is_some() && (!cli.files.is_empty() || cli.at.is_some() || cli.demo) {
        cli::refuse_before_command();
    }
    // What settings cannot change must work whatever is wrong with them.
    match &cli.command {
        Some(Command::Schema) => return say::write(&domain::check::schema(), ExitCode::SUCCESS),
        Some(Command::Completions { shell }) => return completions::write(*shell, settings::own_themes(&cli.look)),
        Some(Command::Man) => return manual::page(),
        Some(Command::Config { path: true }) => return config::path(&cli.look),
        _ => {}
    }
    let setup = match settings::load(&cli.look) {
        Ok(setup) => setup,
        Err(code) => return code,
    };
    match &cli.command {
        Some(Command::Check { file, strict, format }) => {
            check::run(file, *strict, *format, setup.effective.colours.value, setup.lang())
        }
        Some(Command::Print(print)) => print::run(print, &setup),
        Some(Command::Present(present)) => present::run(present, &setup),
        Some(Command::Config { .. }) => config::run(&setup),
        _ => start(&cli, &setup),
    }
}

/// Opens a dataset at a place on the terminal.
fn start(cli: &Cli, setup: &Setup) -> ExitCode {
    let shell = &messages(setup.lang()).shell;
    // Before anything is read: nobody wants to type a dataset first and hear this afterwards.
    if let Err(code) = terminal(shell) {
        return code;
    }
    let files = Files::new(&cli.files, cli.demo, setup.lang());
    let opened = load(&cli.files, cli.demo, setup).and_then(|district| {
        let address = match &cli.at {
            Some(_) => place::find(cli.at.as_deref(), &district, shell)?,
            None => return Ok(first_place(&setup.effective.start.value, district, shell)),
        };
        Ok((district, address, None))
    });
    let (district, address, notice) = match opened {
        Ok(opened) => opened,
        Err(code) => return code,
    };
    setup.warn();
    let (model, begin) = begin(setup, district, address, files, !cli.no_mouse);
    let model = Model { notice, ..model };
    match session::run(model, begin) {
        Ok(ended) => {
            // Where the next start goes on from there, somebody relies on it.
            if let (Start::Last, Err(error)) = (&setup.effective.start.value, ended.saved) {
                say::warn(&(shell.not_remembered)(&error.to_string()));
            }
            ended.code
        }
        Err(error) => failed(&error, shell),
    }
}

/// Whether there is a terminal that can be drawn on; what is wrong has been said when this fails.
fn terminal(shell: &Shell) -> Result<(), ExitCode> {
    if !io::stdout().is_terminal() {
        return Err(say::fail(say::UNUSABLE, shell.no_terminal));
    }
    if is_dumb() {
        return Err(say::fail(say::UNUSABLE, shell.dumb_terminal));
    }
    Ok(())
}

/// What a session on the terminal begins with.
fn begin(setup: &Setup, district: District, address: Address, files: Files, mouse: bool) -> (Model, Begin) {
    let depth = setup.effective.colours.value.unwrap_or_else(|| colours::depth(&io::stdout()));
    let ambiguous = setup.effective.ambiguous.value;
    let prefs = setup.effective.prefs(depth, ambiguous.unwrap_or(Ambiguous::Narrow));
    let model = Model::new(district, address, prefs, input::size()).with_keymap(setup.effective.keymap.clone());
    let wanted = setup.effective.columns();
    let columns = state::columns(&model.district.data().id, &wanted).unwrap_or_else(|| wanted.clone());
    let guessed = setup.effective.theme.value.is_none().then_some(prefs.theme);
    let model = Model { settings_file: setup.shown(), clipboard: clipboard::known(), columns, guessed, ..model };
    // Nobody has said which theme, and it can be seen which one.
    let ground = setup.effective.theme.value.is_none() && depth != ColourDepth::None && answers();
    let ask = session::Ask { width: ambiguous.is_none(), ground, mouse };
    let language = &setup.effective.language;
    let lang = language.value.filter(|_| language.origin == Origin::CommandLine);
    (model, Begin { ask, columns: wanted, files, alone: false, from: None, lang })
}

/// Says that the terminal has failed.
fn failed(error: &io::Error, shell: &Shell) -> ExitCode {
    say::fail(say::UNUSABLE, &(shell.terminal_fails)(&error.to_string()))
}

/// Where the settings have the program start; at the overview where this dataset has no such place, with what is to be
/// said of that where the place is named.
fn first_place(start: &Start, district: District, shell: &Shell) -> (District, Address, Option<String>) {
    let address = match start {
        Start::At(address) => Some(address.clone()),
        Start::Last => state::last(&district.data().id),
    };
    let missing = matches!(start, Start::At(address) if !district.has(address));
    let notice = missing.then(|| {
        let near = Address::near(&start.written(), district.data(), 1).pop();
        (shell.no_start)(&start.written(), near.as_deref())
    });
    let address = address.filter(|address| district.has(address)).unwrap_or(Address::Overview);
    (district, address, notice)
}

/// Reads and checks datasets and joins them, without a file one of those inside the program; what is wrong has been said
/// when this fails. Every file is read and checked, whatever is wrong with the others.
fn load(files: &[PathBuf], demo: bool, setup: &Setup) -> Result<District, ExitCode> {
    let shell: &Shell = &messages(setup.lang()).shell;
    if files.iter().filter(|file| **file == Path::new("-")).count() > 1 {
        return Err(say::fail(say::UNUSABLE, shell.one_input));
    }
    let read = |file: Option<&Path>| -> Result<Loaded, ExitCode> {
        let wanted = Wanted::of(file, demo);
        let opened = open::open(wanted, shell).map_err(|why| say::fail(say::UNUSABLE, &why.told(shell)))?;
        let data = check::load(&opened, setup.effective.colours.value, setup.lang())?;
        Ok(Loaded { name: opened.name, data })
    };
    let (own, others) = open::each(files, read)?;
    join(own, others).map_err(|Refusal::SamePeriod { first, second }| {
        say::fail(say::UNUSABLE, &(shell.same_period)(&first, &second))
    })
}

/// Whether the terminal may be asked: the console of Linux would show a part of the question, and what others read is
/// not always what was sent.
fn answers() -> bool {
    cfg!(unix) && std::env::var("TERM").is_ok_and(|term| term != "linux")
}

/// Whether the terminal says that it can do nothing.
fn is_dumb() -> bool {
    match std::env::var("TERM") {
        Ok(term) => term.is_empty() || term == "dumb",
        // A Windows console does not say what it is.
        Err(_) => cfg!(unix),
    }
}
