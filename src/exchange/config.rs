//! The settings in force as a settings file, each with where it comes from.

use std::fmt::Write as _;

use crate::domain::visible::visible;
use crate::lang::messages;
use crate::model::settings::{Choice, Effective, Origin, words};
use crate::model::{Command, ThemeName};

/// The settings in force as TOML. Where each comes from stands behind it as a comment; `file` is the settings file, empty
/// where none is to be read, and `read` whether it is there.
pub fn text(effective: &Effective, file: &str, read: bool) -> String {
    let messages = &messages(effective.lang()).settings;
    let shown = visible(file);
    let head = match (read, file.is_empty()) {
        (true, _) => (messages.effective)(&shown),
        (false, false) => (messages.without_file)(&shown),
        (false, true) => messages.unread.to_owned(),
    };
    let mut out = format!("# {head}\n");
    let told = |origin: &Origin| {
        let [default, locale, command_line] = messages.origins;
        match origin {
            Origin::Default => default.to_owned(),
            Origin::Locale => format!("{locale} {}", words::word(&words::LANGUAGES, &Some(effective.locale))),
            Origin::File(line) => format!("{shown}:{line}"),
            Origin::Environment(name) => (messages.from_environment)(name),
            Origin::CommandLine => command_line.to_owned(),
        }
    };
    let line = |key: &str, value: String, origin: &Origin| format!("{key} = {value}  # {}\n", told(origin));
    let e = effective;
    let columns = e.columns.value.iter().map(|column| column.id().to_owned());
    for part in [
        line("language", one(&words::LANGUAGES, &e.language), &e.language.origin),
        line("theme", quoted(e.theme.value.map_or(words::AUTO, ThemeName::id)), &e.theme.origin),
        line("colours", one(&words::COLOURS, &e.colours), &e.colours.origin),
        line("markers", one(&words::MARKERS, &e.markers), &e.markers.origin),
        line("ambiguous", one(&words::AMBIGUOUS, &e.ambiguous), &e.ambiguous.origin),
        line("start", quoted(&e.start.value.written()), &e.start.origin),
        "\n[table]\n".to_owned(),
        line("columns", list(columns), &e.columns.origin),
        "\n[keys]\n".to_owned(),
    ] {
        out.push_str(&part);
    }
    for &command in Command::ALL {
        let bound = e.bound.iter().find(|(bound, _)| *bound == command).map(|(_, line)| *line);
        let origin = bound.map_or(Origin::Default, Origin::File);
        out.push_str(&line(&command.id(), list(e.keymap.keys_of(command)), &origin));
    }
    for (theme, at) in e.themes.iter().zip(&e.theme_lines) {
        // Writing to a string cannot fail.
        let _ = writeln!(out, "\n[themes.{}]  # {}", theme.name, told(&Origin::File(*at)));
        let _ = writeln!(out, "base = {}", quoted(theme.base.id()));
        for (slot, [r, g, b]) in &theme.colours {
            let _ = writeln!(out, "{} = \"#{r:02x}{g:02x}{b:02x}\"", slot.name());
        }
    }
    out
}

fn one<T: PartialEq>(words: &[(&'static str, T)], choice: &Choice<T>) -> String {
    quoted(words::word(words, &choice.value))
}

fn list(items: impl Iterator<Item = String>) -> String {
    format!("[{}]", items.map(|item| quoted(&item)).collect::<Vec<_>>().join(", "))
}

/// A string of TOML.
pub(super) fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for character in text.chars() {
        match character {
            '\\' | '"' => out.extend(['\\', character]),
            _ if character.is_control() => {
                // Writing to a string cannot fail.
                let _ = write!(out, "\\u{:04x}", u32::from(character));
            }
            _ => out.push(character),
        }
    }
    out.push('"');
    out
}
