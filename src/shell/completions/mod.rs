//! Completions for shells, from the definition of the command line.
//!
//! Those of zsh and fish are written here: the library's take what stands first for a command alone, while here it may be
//! a file as well.

mod fish;
mod zsh;

use std::process::ExitCode;

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, CommandFactory, ValueHint};
use clap_complete::Shell;

use super::cli::Cli;
use super::say;
use crate::domain::Address;
use crate::model::ThemeName;
use crate::model::settings::words;

/// Writes the completions for a shell, with the places that every dataset has and the themes of the settings file.
pub(super) fn write(shell: Shell, own_themes: Vec<String>) -> ExitCode {
    say::write(&text(shell, own_themes), ExitCode::SUCCESS)
}

/// The completions for a shell.
fn text(shell: Shell, own_themes: Vec<String>) -> String {
    let mut command = command(own_themes);
    match shell {
        Shell::Zsh => zsh::text(&Offer::of(&command)),
        Shell::Fish => fish::text(&Offer::of(&command)),
        other => {
            let mut text = Vec::new();
            clap_complete::generate(other, &mut command, NAME, &mut text);
            String::from_utf8_lossy(&text).into_owned()
        }
    }
}

/// What the program is called on the command line.
const NAME: &str = "xinhuo";

/// The command line with what its options may be, where only this says so.
fn command(own_themes: Vec<String>) -> clap::Command {
    let places = |arg: Arg| arg.value_parser(PossibleValuesParser::new(Address::LISTS));
    // Names in a command line stay for as long as the program runs, which is about to end.
    let own = own_themes.into_iter().map(|name| &*name.leak());
    let themes: Vec<&'static str> =
        std::iter::once(words::AUTO).chain(ThemeName::ALL.map(ThemeName::id)).chain(own).collect();
    let mut command = Cli::command()
        .mut_arg("at", places)
        .mut_arg("theme", |arg| arg.value_parser(PossibleValuesParser::new(themes)))
        .mut_subcommand("print", |print| print.mut_arg("at", places));
    command.build();
    command
}

/// What there is to offer: options that stand anywhere, then those of the program alone and of each of its commands.
#[derive(Debug)]
struct Offer {
    /// The options that stand before and behind a command.
    anywhere: Vec<Opt>,
    /// What stands where no command does.
    alone: Part,
    /// The commands, each with its name and what it does.
    commands: Vec<(String, String, Part)>,
}

/// What a command takes.
#[derive(Debug)]
struct Part {
    options: Vec<Opt>,
    /// What may stand without the name of an option, and whether there may be several.
    values: Option<(Values, bool)>,
}

/// An option.
#[derive(Debug)]
struct Opt {
    /// Its names with their hyphens.
    names: Vec<String>,
    told: String,
    /// What stands behind it: what that is called, and what it may be.
    value: Option<(String, Values)>,
    /// It may stand several times.
    repeats: bool,
}

/// What a value may be.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Values {
    /// One of these, each with what it means.
    Words(Vec<(String, String)>),
    /// A file.
    File,
    /// Nothing that could be offered.
    Any,
}

impl Offer {
    fn of(command: &clap::Command) -> Self {
        let names = command.get_subcommands().map(|it| (it.get_name().to_owned(), about(it)));
        let names: Vec<(String, String)> = names.collect();
        let part = |it: &clap::Command| {
            let mut part = Part::of(it);
            // Help is about a command.
            if it.has_subcommands() {
                part.values = Some((Values::Words(names.clone()), false));
            }
            (it.get_name().to_owned(), about(it), part)
        };
        Self {
            anywhere: command.get_arguments().filter(|arg| is_anywhere(arg)).filter_map(Opt::of).collect(),
            alone: Part::of(command),
            commands: command.get_subcommands().map(part).collect(),
        }
    }

    /// The names of all options behind which a value stands.
    fn with_values(&self) -> impl Iterator<Item = &str> {
        let parts = std::iter::once(&self.alone).chain(self.commands.iter().map(|(.., part)| part));
        let options = self.anywhere.iter().chain(parts.flat_map(|part| &part.options));
        let mut names: Vec<&str> = options.filter(|it| it.value.is_some()).flat_map(Opt::names).collect();
        names.sort_unstable();
        names.dedup();
        names.into_iter()
    }
}

impl Part {
    fn of(command: &clap::Command) -> Self {
        let positional = command.get_positionals().find(|arg| !arg.is_hide_set());
        Self {
            options: command.get_arguments().filter(|arg| !is_anywhere(arg)).filter_map(Opt::of).collect(),
            values: positional.map(|arg| {
                // A path without a hint is one of a dataset.
                let values = match Values::of(arg) {
                    Values::Any => Values::File,
                    known => known,
                };
                (values, arg.get_num_args().is_some_and(|range| range.max_values() > 1))
            }),
        }
    }
}

impl Opt {
    fn of(arg: &Arg) -> Option<Self> {
        if arg.is_positional() || arg.is_hide_set() {
            return None;
        }
        let short = arg.get_short().map(|short| format!("-{short}"));
        let long = arg.get_long_and_visible_aliases().into_iter().flatten().map(|long| format!("--{long}"));
        let value = arg.get_action().takes_values().then(|| {
            let name = arg.get_value_names().and_then(|names| names.first());
            (name.map_or_else(|| "VALUE".to_owned(), ToString::to_string), Values::of(arg))
        });
        let repeats = matches!(arg.get_action(), ArgAction::Append);
        Some(Self { names: short.into_iter().chain(long).collect(), told: told(arg.get_help()), value, repeats })
    }

    fn names(&self) -> impl Iterator<Item = &str> {
        self.names.iter().map(String::as_str)
    }
}

impl Values {
    fn of(arg: &Arg) -> Self {
        let words = arg.get_possible_values().into_iter().filter(|value| !value.is_hide_set());
        let words: Vec<_> = words.map(|value| (value.get_name().to_owned(), told(value.get_help()))).collect();
        match arg.get_value_hint() {
            _ if !words.is_empty() => Self::Words(words),
            ValueHint::AnyPath | ValueHint::FilePath => Self::File,
            _ => Self::Any,
        }
    }
}

/// Whether the option stands before and behind a command.
fn is_anywhere(arg: &Arg) -> bool {
    arg.is_global_set() || matches!(arg.get_action(), ArgAction::Help | ArgAction::HelpShort | ArgAction::HelpLong)
}

fn about(command: &clap::Command) -> String {
    told(command.get_about())
}

/// What is told of something, in one line.
fn told(text: Option<&clap::builder::StyledStr>) -> String {
    text.map(ToString::to_string).unwrap_or_default().lines().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_option_and_command_is_offered_where_it_stands() {
        let offer = Offer::of(&command(vec!["house".to_owned()]));
        let names = |options: &[Opt]| options.iter().flat_map(|it| it.names.clone()).collect::<Vec<_>>();
        assert!(names(&offer.alone.options).contains(&"--demo".to_owned()));
        assert!(
            names(&offer.anywhere).contains(&"--color".to_owned())
                && !names(&offer.alone.options).contains(&"--lang".to_owned())
        );
        let part = |name: &str| &offer.commands.iter().find(|(known, ..)| known == name).unwrap().2;
        assert!(names(&part("print").options).contains(&"--format".to_owned()));
        assert_eq!(offer.alone.values, Some((Values::File, true)));
        assert_eq!(part("schema").values, None);
        for (name, word) in [("completions", "fish"), ("help", "completions")] {
            let Some((Values::Words(words), false)) = &part(name).values else { panic!("{name}") };
            assert!(words.iter().any(|(known, _)| known == word), "{name}");
        }
        let theme = offer.anywhere.iter().find(|it| it.names == ["--theme"]).unwrap();
        let Some((_, Values::Words(words))) = &theme.value else { panic!("{theme:?}") };
        assert!(words.iter().any(|(word, _)| word == "house"));
        assert!(offer.with_values().any(|name| name == "--format") && offer.with_values().all(|name| name != "--demo"));
    }

    #[test]
    fn what_stands_first_is_a_command_or_a_file() {
        let zsh = text(Shell::Zsh, Vec::new());
        assert!(zsh.starts_with("#compdef xinhuo\n") && zsh.contains("('') specs+=('1: :_xinhuo_first'"), "{zsh}");
        assert!(zsh.contains("(completions) specs+=('1: :'\n'2: :(bash elvish fish powershell zsh)'"), "{zsh}");
        let fish = text(Shell::Fish, Vec::new());
        assert!(fish.contains("complete -c xinhuo -n '__xinhuo_in start' -a completions"), "{fish}");
        // An option without its value makes no condition fail where there is none.
        assert!(fish.contains("complete -c xinhuo -l theme -d"), "{fish}");
    }
}
