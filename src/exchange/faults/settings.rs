//! The faults of a settings file, for people.

use super::{FRAMES, Style, Told, told};
use crate::domain::check::Severity;
use crate::domain::visible::visible;
use crate::lang::{check as say, messages};
use crate::model::settings::{Fault, Kind, Slip};
use crate::model::{Command, settings};

/// The faults of a settings file, each with its line, and how to start without the file. `source` is the file as it was
/// given to [`settings::read`]. Of very many only the first are told.
pub fn settings(faults: &[Fault], file: &str, source: &[u8], style: Style) -> String {
    let file = visible(file);
    let words = &messages(style.lang).settings;
    let mut out = String::new();
    for fault in faults.iter().take(FRAMES) {
        out.push_str(&told(one(fault, style), &file, source, style));
        out.push_str("\n\n");
    }
    let rest = faults.len().saturating_sub(FRAMES);
    if rest > 0 {
        out.push_str(&(words.left_out)(rest));
        out.push_str("\n\n");
    }
    out.push_str(&(words.summary)(&file, faults.len()));
    out.push('\n');
    out
}

fn one(fault: &Fault, style: Style) -> Told {
    let lang = style.lang;
    let messages = messages(lang);
    let words = &messages.settings;
    let (expected_label, hint_label) = say::labels(lang);
    let list = |known: &[String]| (words.one_of)(&known.join(words.separator));
    let named = |command: Command| match (command.id(), command.name(messages)) {
        (id, name) if id == name => id,
        (id, name) => format!("{id} ({name})"),
    };
    let meant = |near: &Option<String>| near.as_ref().map(|near| (words.meant)(&say::quote(near)));
    let form = |form: settings::Form| {
        let [text, texts, keys, table] = words.forms;
        match form {
            settings::Form::Text => text,
            settings::Form::Texts => texts,
            settings::Form::Keys => keys,
            settings::Form::Table => table,
        }
    };
    let pair = |[title, expected]: [&str; 2]| (title.to_owned(), expected.to_owned(), None);
    let owned = |[title, expected]: [String; 2]| (title, expected, None);
    let (title, expected, hint) = match &fault.kind {
        Kind::Encoding => pair(words.encoding),
        Kind::Syntax(slip) => match slip {
            Slip::NoEnd => pair(words.no_end),
            Slip::Twice(key) => owned((words.key_twice)(&say::quote(key))),
            Slip::NoValue => pair(words.no_value),
            Slip::NoQuotes => pair(words.no_quotes),
            Slip::NoEquals => pair(words.no_equals),
            Slip::Unclosed(bracket) => ((words.unclosed).to_owned(), bracket.to_string(), None),
            Slip::Crowded => pair(words.crowded),
            Slip::NoComma => pair(words.no_comma),
            Slip::Other(detail) => (words.syntax.to_owned(), visible(detail), None),
        },
        Kind::UnknownKey { key, near, known } => ((words.unknown_key)(&say::quote(key)), list(known), meant(near)),
        Kind::UnknownCommand { name, near, known } => {
            ((words.unknown_command)(&say::quote(name)), list(known), meant(near))
        }
        Kind::WrongType { key, wanted } => ((words.wrong_type)(&say::quote(key)), form(*wanted).to_owned(), None),
        Kind::UnknownValue { key, value, near, known } => {
            ((words.unknown_value)(&say::quote(key), &say::quote(value)), list(known), meant(near))
        }
        Kind::BadColour(value) => owned((words.bad_colour)(&say::quote(value))),
        Kind::BadPlace { text, near } => ((words.bad_place)(&say::quote(text)), words.places.to_owned(), meant(near)),
        Kind::BadThemeName(name) => owned((words.bad_theme_name)(&say::quote(name))),
        Kind::TwiceColumn(name) => owned((words.column_twice)(&say::quote(name))),
        Kind::UnknownKeyName { text, near } => {
            ((words.unknown_key_name)(&say::quote(text)), words.key_forms.to_owned(), meant(near))
        }
        Kind::SameKey { key, arrives } => owned((words.same_key)(&say::quote(key), arrives)),
        Kind::Digit { keys, command } => owned((words.digit_key)(&say::quote(keys), &named(*command))),
        Kind::Conflict { shorter: (keys, first), longer: (others, second), by_default } => {
            let [expected, advice] = words.conflict_advice;
            let (keys, others) = (say::quote(keys), say::quote(others));
            let title = match (first == second, keys == others) {
                (true, true) => (words.keys_twice)(&keys, &named(*first)),
                (true, false) => (words.prefix_of_own)(&keys, &others, &named(*first)),
                (false, true) => (words.conflict)(&keys, &named(*first), &named(*second)),
                (false, false) => (words.prefix_conflict)(&keys, &named(*first), &others, &named(*second)),
            };
            let advice = match by_default {
                _ if first == second => words.leave_one_out.to_owned(),
                Some(command) => format!("{}{}{advice}", (words.by_default)(&command.id()), words.stop),
                None => advice.to_owned(),
            };
            (title, expected.to_owned(), Some(advice))
        }
        Kind::NoWayOut => pair(words.no_way_out),
        Kind::NoEndOfShow => pair(words.no_end_of_show),
    };
    let other = matches!(&fault.kind, Kind::Syntax(Slip::Other(_)));
    let mut notes = vec![(if other { words.parser_says } else { expected_label }, expected)];
    notes.extend(hint.map(|hint| (hint_label, hint)));
    let related = if matches!(fault.kind, Kind::Syntax(_)) { words.first_set } else { words.other_binding };
    Told {
        severity: Severity::Error,
        code: fault.kind.code(),
        title,
        place: fault.place.clone(),
        related: fault.other.iter().map(|place| (place.clone(), related)).collect(),
        notes,
    }
}
