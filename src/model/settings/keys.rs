//! Keys of the settings file, and whether every command can still be reached with them.

use std::ops::Range;

use toml::Spanned;
use toml::de::DeValue;

use super::fault::{Form, Kind};
use super::read::Reader;
use crate::domain::near::nearest;
use crate::model::command::Scope;
use crate::model::keymap::{Conflict, written};
use crate::model::{Code, Command, Key, Keymap};

/// The table that holds them.
pub(super) const TABLE: &str = "keys";

/// A sequence of the file: of which command, which keys, where.
type Found = (Command, Vec<Key>, Range<usize>);

/// Reads the keys. Those of a command take the place of its defaults; none at all is allowed, as long as a key is left
/// that ends the program, and one that ends a show.
pub(super) fn read(reader: &mut Reader<'_>, key: &str, value: &Spanned<DeValue<'_>>) {
    let Some(table) = reader.entries(key, value) else { return };
    let mut found: Vec<Found> = Vec::new();
    let mut without: Vec<(Command, Range<usize>)> = Vec::new();
    for (name, value) in table {
        let text = name.get_ref().as_ref();
        let Some(command) = Command::ALL.iter().copied().find(|command| command.id() == text) else {
            let known: Vec<String> = Command::ALL.iter().map(|command| command.id()).collect();
            let near = nearest(text, known.iter().map(String::as_str), 1).pop();
            reader.fault(name.span(), Kind::UnknownCommand { name: text.to_owned(), near, known });
            continue;
        };
        let before = found.len();
        sequences(reader, command, value, &mut found);
        let own: Vec<Vec<Key>> = found.iter().skip(before).map(|(_, keys, _)| keys.clone()).collect();
        if own.is_empty() {
            without.push((command, name.span()));
        }
        let stated = reader.stated(name.span(), own);
        reader.settings.keys.push((command, stated));
    }
    reader.settings.keys.sort_by_key(|(_, keys)| keys.line);
    for (ends, kind) in [(Command::Quit, Kind::NoWayOut), (Command::EndShow, Kind::NoEndOfShow)] {
        let mut ending = without.iter().filter(|(command, _)| [ends, Command::QuitNow].contains(command));
        if let (Some(_), Some((_, last))) = (ending.next(), ending.next()) {
            reader.fault(last.clone(), kind);
        }
    }
    digits(reader, &found);
    conflicts(reader, &found);
}

/// The sequences of one command: a string, or a list of strings.
fn sequences(reader: &mut Reader<'_>, command: Command, value: &Spanned<DeValue<'_>>, found: &mut Vec<Found>) {
    let id = command.id();
    if value.get_ref().is_str() {
        found.extend(sequence(reader, command, value));
        return;
    }
    for item in reader.list(&id, value, Form::Keys).into_iter().flatten() {
        found.extend(sequence(reader, command, item));
    }
}

/// Keys apart by blanks.
fn sequence(reader: &mut Reader<'_>, command: Command, value: &Spanned<DeValue<'_>>) -> Option<Found> {
    let Some(text) = value.get_ref().as_str() else {
        reader.wrong_type(value.span(), &command.id(), Form::Keys);
        return None;
    };
    match text.split(' ').map(one).collect::<Result<Vec<Key>, Kind>>() {
        Ok(keys) => Some((command, keys, value.span())),
        Err(kind) => {
            reader.fault(value.span(), kind);
            None
        }
    }
}

fn one(text: &str) -> Result<Key, Kind> {
    let key: Key = text.parse().map_err(|_| unknown(text))?;
    // No terminal sends one as a character.
    if matches!(key.code, Code::Char(typed) if typed.is_control()) {
        return Err(unknown(text));
    }
    // Shift is in the letter already; whoever writes it means the capital one.
    if let Code::Char(typed) = key.code
        && text.contains("Shift-")
    {
        let capital = typed.to_uppercase().next().unwrap_or(typed);
        let meant = Key { code: Code::Char(capital), ..key }.folded();
        // What a digit is with Shift is another matter on every keyboard.
        let near = (!typed.is_ascii_digit() && meant.arrives().is_none()).then(|| meant.to_string());
        return Err(Kind::UnknownKeyName { text: text.to_owned(), near });
    }
    match key.arrives() {
        Some(arrives) => Err(Kind::SameKey { key: text.to_owned(), arrives: arrives.to_string() }),
        None => Ok(key),
    }
}

/// A key of no known name, with the one that may be meant: its modifiers, then the name most alike.
fn unknown(text: &str) -> Kind {
    let (modifiers, name) = text.rsplit_once('-').map_or(("", text), |(modifiers, name)| (modifiers, name));
    let modifiers = modifiers.split('-').filter(|part| !part.is_empty()).map(|part| {
        let known = ["Ctrl", "Alt", "Shift"];
        let other = [("Control", "Ctrl"), ("C", "Ctrl"), ("Meta", "Alt"), ("M", "Alt"), ("A", "Alt"), ("S", "Shift")];
        let known = known.into_iter().find(|known| known.eq_ignore_ascii_case(part));
        known.or_else(|| other.into_iter().find(|(word, _)| word.eq_ignore_ascii_case(part)).map(|(_, known)| known))
    });
    let name = if name.chars().nth(1).is_none() {
        Some(name.to_owned()).filter(|name| !name.is_empty())
    } else {
        let other =
            [("Escape", "Esc"), ("Return", "Enter"), ("PageUp", "PgUp"), ("PageDown", "PgDn"), ("Del", "Delete")];
        let same = |known: &str| known.eq_ignore_ascii_case(name);
        let other = other.into_iter().find(|(word, _)| same(word)).map(|(_, known)| known);
        let known = Key::names().find(|known| same(known)).or(other).map(str::to_owned);
        known.or_else(|| nearest(name, Key::names(), 1).pop())
    };
    let parts: Option<Vec<&str>> = modifiers.collect();
    let near = parts.zip(name).map(|(mut parts, name)| {
        parts.push(&name);
        parts.join("-")
    });
    Kind::UnknownKeyName { text: text.to_owned(), near: near.filter(|near| near != text && one(near).is_ok()) }
}

/// Tells of every sequence of the file with a digit that would be taken for the number of a step.
fn digits(reader: &mut Reader<'_>, found: &[Found]) {
    let is_digit = |key: &Key| matches!(key.code, Code::Char('0'..='9')) && !key.ctrl && !key.alt;
    for (command, keys, span) in found {
        if command.scope().meets(Scope::Show) && keys.iter().any(is_digit) {
            reader.fault(span.clone(), Kind::Digit { keys: written(keys), command: *command });
        }
    }
}

/// Tells of every two sequences that exclude each other, where the file has a part in it.
fn conflicts(reader: &mut Reader<'_>, found: &[Found]) {
    let keymap = reader.settings.keymap();
    for Conflict { shorter, longer } in keymap.conflicts() {
        let stated = |(keys, command): &(Vec<Key>, Command)| {
            let same = |(of, other, _): &&Found| of == command && other == keys;
            let places: Vec<Range<usize>> = found.iter().filter(same).map(|(_, _, span)| span.clone()).collect();
            places
        };
        let (first, second) = (stated(&shorter), stated(&longer));
        let twice = shorter == longer;
        let (place, other) = match (first.first(), second.get(usize::from(twice))) {
            (Some(first), Some(second)) if first.start < second.start => (second, Some(first)),
            (Some(first), Some(second)) => (first, Some(second)),
            (Some(only), None) | (None, Some(only)) => (only, None),
            (None, None) => continue,
        };
        let by_default = match (first.is_empty(), second.is_empty()) {
            (true, _) => Some(shorter.1),
            (_, true) => Some(longer.1),
            _ => None,
        };
        let named = |(keys, command): &(Vec<Key>, Command)| (written(keys), *command);
        let kind = Kind::Conflict { shorter: named(&shorter), longer: named(&longer), by_default };
        reader.fault_of_two(place.clone(), kind, other.cloned());
    }
}

impl super::Settings {
    /// The keymap: the defaults, and the keys of the file in their place.
    pub fn keymap(&self) -> Keymap {
        self.keys.iter().fold(Keymap::default(), |keymap, (command, keys)| keymap.with(*command, &keys.value))
    }
}
