//! The manual page, from the definition of the command line.

use std::io;
use std::process::ExitCode;

use clap::{Arg, ArgAction, CommandFactory};
use clap_mangen::roff::{Inline, Roff, bold, italic, roman};

use super::cli::Cli;
use super::say;
use crate::model::{Command, Scope};

/// Writes the manual page: one for the program and everything that it does.
pub(super) fn page() -> ExitCode {
    let mut text = Vec::new();
    // Writing to memory cannot fail.
    let _ = manual_page(&mut text);
    say::write(&String::from_utf8_lossy(&text), ExitCode::SUCCESS)
}

/// The page of the program, with a section for each of its commands.
fn manual_page(text: &mut Vec<u8>) -> io::Result<()> {
    let mut command = Cli::command();
    command.build();
    let page = clap_mangen::Man::new(command.clone());
    page.render_title(text)?;
    page.render_name_section(text)?;
    synopses(&command).to_writer(text)?;
    page.render_description_section(text)?;
    page.render_options_section(text)?;
    for part in parts(&command) {
        // What works everywhere is told once.
        let part = part.clone().mut_args(|arg| if arg.is_global_set() { arg.hide(true) } else { arg });
        let name = part.get_bin_name().unwrap_or(part.get_name()).to_owned();
        let page = clap_mangen::Man::new(part);
        let mut section = Vec::new();
        page.render_description_section(&mut section)?;
        page.render_options_section(&mut section)?;
        let section = String::from_utf8_lossy(&section).replace(".SH ", ".SS ");
        text.extend(format!(".SH {}\n{section}", name.to_uppercase()).into_bytes());
    }
    keys().to_writer(text)?;
    for (title, items) in LISTS {
        let mut section = Roff::new();
        section.control("SH", [title]);
        for (name, told) in items {
            item(&mut section, name, told);
        }
        section.to_writer(text)?;
    }
    page.render_version_section(text)
}

/// The commands of the command line.
fn parts(command: &clap::Command) -> impl Iterator<Item = &clap::Command> {
    command.get_subcommands().filter(|part| part.get_name() != "help" && !part.is_hide_set())
}

/// How the program and each of its commands are called.
fn synopses(command: &clap::Command) -> Roff {
    let mut section = Roff::new();
    section.control("SH", ["SYNOPSIS"]);
    section.text(synopsis(command, true));
    for part in parts(command) {
        section.control("br", []);
        section.text(synopsis(part, false));
    }
    section
}

/// How a command is called; what works everywhere is told with the program alone.
fn synopsis(command: &clap::Command, global: bool) -> Vec<Inline> {
    let mut line = vec![bold(command.get_bin_name().unwrap_or(command.get_name()))];
    let wanted = |arg: &&Arg| {
        let told = matches!(
            arg.get_action(),
            ArgAction::Help | ArgAction::HelpShort | ArgAction::HelpLong | ArgAction::Version
        );
        !arg.is_hide_set() && !told && (global || !arg.is_global_set())
    };
    let options = command.get_arguments().filter(wanted).filter(|arg| !arg.is_positional());
    let positional = command.get_arguments().filter(wanted).filter(|arg| arg.is_positional());
    for arg in options.chain(positional) {
        let (open, close) = if arg.is_required_set() { (" ", "") } else { (" [", "]") };
        line.push(roman(open));
        let name = arg.get_long().map(|long| format!("--{long}"));
        line.extend(name.iter().map(bold));
        if arg.get_action().takes_values() {
            line.extend(name.iter().map(|_| roman(" ")));
            let names = arg.get_value_names().unwrap_or_default();
            line.extend(names.iter().map(|name| italic(name.as_str())));
        }
        let many = arg.get_num_args().is_some_and(|range| range.max_values() > 1);
        line.push(roman(if many { format!("{close}...") } else { close.to_owned() }));
    }
    line
}

/// The keys by default, from the table of commands.
fn keys() -> Roff {
    let mut section = Roff::new();
    section.control("SH", ["KEYS"]);
    section
        .text([roman("These are the defaults. The settings file can change them; the key ? lists those in effect. ")]);
    let scopes = [(Scope::Both, "Anywhere"), (Scope::Desk, "In the dashboard"), (Scope::Show, "While presenting")];
    for (scope, title) in scopes {
        section.control("SS", [title]);
        for command in Command::ALL.iter().filter(|command| command.scope() == scope) {
            item(&mut section, &command.default_keys().replace("  ", ", "), command.describe());
        }
    }
    section
}

/// A thing and what is to be said of it.
fn item(section: &mut Roff, name: &str, told: &str) {
    section.control("TP", []);
    section.text([bold(name)]);
    section.text([roman(told)]);
}

/// What the definition of the command line does not say.
const LISTS: [(&str, &[(&str, &str)]); 3] = [
    (
        "FILES",
        &[
            (
                "$XDG_CONFIG_HOME/xinhuo/config.toml",
                "The settings file, by default in ~/.config; optional. xinhuo config --path prints its path.",
            ),
            (
                "$XDG_STATE_HOME/xinhuo/state.toml",
                "For each dataset, the place where it was left and its table columns; by default in ~/.local/state. It can be deleted.",
            ),
        ],
    ),
    (
        "ENVIRONMENT",
        &[
            (
                "XINHUO_LANG, XINHUO_THEME, XINHUO_MARKERS, XINHUO_AMBIGUOUS",
                "Same as the options of the same name. They override the settings file; the options override them.",
            ),
            ("XINHUO_CONFIG", "Settings file, same as --config."),
            ("NO_COLOR", "If not empty, no colours are used unless --colour requests them."),
            (
                "COLORFGBG",
                "Background of the terminal, which decides between the dark and the light theme until the terminal itself reports it.",
            ),
            ("TERM, COLORTERM", "Number of colours that the terminal supports."),
            ("LC_ALL, LC_MESSAGES, LANG", "Locale, which decides the language if nothing else does."),
            ("XDG_CONFIG_HOME, XDG_STATE_HOME, HOME", "Folders for settings and state."),
            ("XDG_RUNTIME_DIR", "Folder of the socket through which the terminals of a show connect."),
        ],
    ),
    (
        "EXIT STATUS",
        &[
            ("0", "Success; with check: no errors. Warnings count as errors only with --strict."),
            ("1", "The dataset has errors, or present --check found errors in the briefing."),
            ("2", "The command line, the settings, a file or the terminal cannot be used."),
            ("129", "The terminal was closed."),
            ("128 + N", "Signal N ended the program."),
        ],
    ),
];

#[cfg(test)]
mod tests {
    use super::*;

    /// The page as it is read, without the signs of its form.
    fn text() -> String {
        let mut text = Vec::new();
        manual_page(&mut text).unwrap();
        String::from_utf8(text).unwrap().replace(r"\*(Aq", "'").replace('\\', "")
    }

    #[test]
    fn every_key_and_every_section_is_in_the_manual() {
        let text = text();
        for section in ["SYNOPSIS", "KEYS", "FILES", "ENVIRONMENT", "\"EXIT STATUS\""] {
            assert!(text.contains(&format!(".SH {section}")), "{section}");
        }
        for command in Command::ALL {
            assert!(text.contains(command.describe()), "{command:?}");
        }
        for variable in ["LANG", "THEME", "MARKERS", "AMBIGUOUS", "CONFIG"] {
            assert!(text.matches(&format!("XINHUO_{variable}")).count() > 1, "{variable}");
        }
    }

    #[test]
    fn options_stand_with_their_values_and_no_page_is_named_that_is_not_there() {
        let text = text();
        for part in ["[fB--atfR fIPLACEfR]", "fB--sizefR fIWxHfR", "[fIFILEfR]...", "[fB--langfR fILANGfR]"] {
            assert!(text.contains(part), "{part} is not in\n{text}");
        }
        assert!(!text.contains("(1)\n") && !text.contains("xinhuo-check"), "{text}");
    }
}
