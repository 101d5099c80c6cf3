//! What follows from the definition of the command line: completions for shells, and the manual page.

use std::io::{self, Write};
use std::process::ExitCode;

use clap::CommandFactory;

use super::cli::Cli;
use super::say;

/// Writes the completions for a shell.
pub(super) fn completions(shell: clap_complete::Shell) -> ExitCode {
    let mut text = Vec::new();
    let mut command = Cli::command();
    let name = command.get_name().to_owned();
    clap_complete::generate(shell, &mut command, name, &mut text);
    say::write(&String::from_utf8_lossy(&text), ExitCode::SUCCESS)
}

/// Writes the manual page: one for the program and everything that it does.
pub(super) fn page() -> ExitCode {
    let mut text = Vec::new();
    // Writing to memory cannot fail.
    let _ = manual_pages(&Cli::command(), &mut text);
    say::write(&String::from_utf8_lossy(&text), ExitCode::SUCCESS)
}

/// The page of the program, with a section for each of its commands.
fn manual_pages(command: &clap::Command, text: &mut Vec<u8>) -> io::Result<()> {
    let mut command = command.clone();
    command.build();
    clap_mangen::Man::new(command.clone()).render(text)?;
    for part in command.get_subcommands().filter(|part| part.get_name() != "help") {
        // What works everywhere is told once.
        let part = part.clone().mut_args(|arg| if arg.is_global_set() { arg.hide(true) } else { arg });
        let name = part.get_bin_name().unwrap_or(part.get_name()).to_owned();
        let page = clap_mangen::Man::new(part);
        let mut section = Vec::new();
        page.render_synopsis_section(&mut section)?;
        page.render_description_section(&mut section)?;
        page.render_options_section(&mut section)?;
        let section = String::from_utf8_lossy(&section).replace(".SH ", ".SS ");
        write!(text, ".SH {}\n{section}", name.to_uppercase())?;
    }
    Ok(())
}
