//! From the bytes of a settings file to the settings and the faults.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeArray, DeTable, DeValue};

use super::fault::{Fault, Form, Kind, Slip};
use super::{Settings, Start, Stated, keys, themes, words};
use crate::domain::check::source::{Lines, strip_bom};
use crate::domain::near::nearest;
use crate::domain::{Address, Column};
use crate::model::ThemeName;

/// The word for the place where one was last.
pub(super) const LAST: &str = "last";

/// The settings that stand by themselves, then the tables.
const TOP: [&str; 9] =
    ["language", "theme", "colours", "markers", "ambiguous", "start", TABLE, keys::TABLE, themes::TABLE];
const TABLE: &str = "table";
const COLUMNS: &str = "columns";

/// Reads a settings file. The settings are those that could be read, whatever is wrong with others; the faults are in
/// the order of the file.
pub fn read(bytes: &[u8]) -> (Settings, Vec<Fault>) {
    let (bytes, shift) = strip_bom(bytes);
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let at = error.valid_up_to();
            let valid = bytes.get(..at).and_then(|head| std::str::from_utf8(head).ok()).unwrap_or_default();
            let place = Lines::new(valid, shift).place(&(at..at));
            return (Settings::default(), vec![Fault { kind: Kind::Encoding, place, other: None }]);
        }
    };
    let (table, errors) = DeTable::parse_recoverable(text);
    let mut reader = Reader { lines: Lines::new(text, shift), faults: Vec::new(), settings: Settings::default() };
    reader.top(table.get_ref());
    // What is left of a file that is no TOML gives faults that only follow from that; its language still counts.
    if let Some(error) = errors.first() {
        reader.faults.clear();
        let span = error.span().unwrap_or(0..0);
        let slip = Slip::of(error.message(), text.get(span.clone()).unwrap_or_default());
        let first = match &slip {
            // Of a table that is opened twice, the parts are one by now.
            Slip::Twice(name) => first_of(table.get_ref(), &span, text).or_else(|| opened(name, span.start, text)),
            _ => None,
        };
        reader.fault_of_two(span, Kind::Syntax(slip), first);
    }
    reader.faults.sort_by_key(|fault| fault.place.span.start);
    (reader.settings, reader.faults)
}

/// Where the key that stands a second time stands first: the last one of its name before it.
fn first_of(table: &DeTable<'_>, second: &Range<usize>, text: &str) -> Option<Range<usize>> {
    let name = text.get(second.clone())?;
    let inside = table.values().filter_map(|value| first_of(value.get_ref().as_table()?, second, text));
    let here = table.keys().map(Spanned::span).filter(|span| text.get(span.clone()) == Some(name));
    here.filter(|span| span.start < second.start).chain(inside).max_by_key(|span| span.start)
}

/// Where a table is opened in brackets before a place.
fn opened(name: &str, before: usize, text: &str) -> Option<Range<usize>> {
    let at = text.get(..before)?.rfind(&format!("[{name}]"))? + 1;
    Some(at..at + name.len())
}

/// The settings read so far, and what was wrong with others.
pub(super) struct Reader<'a> {
    lines: Lines<'a>,
    faults: Vec<Fault>,
    pub(super) settings: Settings,
}

impl Reader<'_> {
    fn top(&mut self, table: &DeTable<'_>) {
        // First, for the theme that is chosen may be one of them.
        for (key, value) in table.iter().filter(|(key, _)| **key.get_ref() == *themes::TABLE) {
            themes::read(self, key.get_ref(), value);
        }
        for (key, value) in table {
            let name = key.get_ref().as_ref();
            match name {
                "language" => self.settings.language = self.one_of(name, value, &words::LANGUAGES),
                "theme" => self.settings.theme = self.theme(name, value),
                "colours" => self.settings.colours = self.one_of(name, value, &words::COLOURS),
                "markers" => self.settings.markers = self.one_of(name, value, &words::MARKERS),
                "ambiguous" => self.settings.ambiguous = self.one_of(name, value, &words::AMBIGUOUS),
                "start" => self.settings.start = self.start(name, value),
                TABLE => self.table(name, value),
                keys::TABLE => keys::read(self, name, value),
                themes::TABLE => {}
                _ => self.unknown_key(key.span(), name, &TOP),
            }
        }
    }

    /// One of the themes of the program or of the file, or the word for the one that goes with the terminal.
    fn theme(&mut self, key: &str, value: &Spanned<DeValue<'_>>) -> Option<Stated<String>> {
        let own = self.settings.themes.iter().map(|theme| theme.value.name.clone());
        let known: Vec<(String, ())> = std::iter::once(words::AUTO)
            .chain(ThemeName::ALL.map(ThemeName::id))
            .map(str::to_owned)
            .chain(own)
            .map(|name| (name, ()))
            .collect();
        let line = self.one_of(key, value, &known)?.line;
        Some(Stated { value: value.get_ref().as_str()?.to_owned(), line })
    }

    fn start(&mut self, key: &str, value: &Spanned<DeValue<'_>>) -> Option<Stated<Start>> {
        let text = self.text(key, value)?;
        let start = if text == LAST { Some(Start::Last) } else { Address::parse(text).map(Start::At) };
        if start.is_none() {
            let near = Address::meant(text).or_else(|| nearest(text, [LAST].into_iter(), 1).pop());
            self.fault(value.span(), Kind::BadPlace { text: text.to_owned(), near });
        }
        start.map(|start| self.stated(value.span(), start))
    }

    /// What is set for the table of metrics.
    fn table(&mut self, key: &str, value: &Spanned<DeValue<'_>>) {
        let Some(table) = self.entries(key, value) else { return };
        for (key, value) in table {
            match key.get_ref().as_ref() {
                COLUMNS => self.columns(value),
                other => self.unknown_key(key.span(), other, &[COLUMNS]),
            }
        }
    }

    fn columns(&mut self, value: &Spanned<DeValue<'_>>) {
        let Some(list) = self.list(COLUMNS, value, Form::Texts) else { return };
        let words = Column::ALL.map(|column| (column.id(), column));
        let mut columns = Vec::new();
        for item in list {
            let Some(Stated { value: column, .. }) = self.one_of(COLUMNS, item, &words) else { continue };
            if columns.contains(&column) {
                self.fault(item.span(), Kind::TwiceColumn(column.id().to_owned()));
            }
            columns.push(column);
        }
        self.settings.columns = Some(self.stated(value.span(), columns));
    }

    /// A value that is one of a few words.
    pub(super) fn one_of<W: AsRef<str>, T: Clone>(
        &mut self,
        key: &str,
        value: &Spanned<DeValue<'_>>,
        known: &[(W, T)],
    ) -> Option<Stated<T>> {
        let text = self.text(key, value)?;
        if let Some((_, meant)) = known.iter().find(|(word, _)| word.as_ref() == text) {
            return Some(self.stated(value.span(), meant.clone()));
        }
        let known: Vec<String> = known.iter().map(|(word, _)| word.as_ref().to_owned()).collect();
        let near = nearest(text, known.iter().map(String::as_str), 1).pop();
        let kind = Kind::UnknownValue { key: key.to_owned(), value: text.to_owned(), near, known };
        self.fault(value.span(), kind);
        None
    }

    pub(super) fn text<'v>(&mut self, key: &str, value: &'v Spanned<DeValue<'_>>) -> Option<&'v str> {
        let text = value.get_ref().as_str();
        if text.is_none() {
            self.wrong_type(value.span(), key, Form::Text);
        }
        text
    }

    pub(super) fn list<'v, 'i>(
        &mut self,
        key: &str,
        value: &'v Spanned<DeValue<'i>>,
        wanted: Form,
    ) -> Option<&'v DeArray<'i>> {
        let list = value.get_ref().as_array();
        if list.is_none() {
            self.wrong_type(value.span(), key, wanted);
        }
        list
    }

    pub(super) fn entries<'v, 'i>(&mut self, key: &str, value: &'v Spanned<DeValue<'i>>) -> Option<&'v DeTable<'i>> {
        let table = value.get_ref().as_table();
        if table.is_none() {
            self.wrong_type(value.span(), key, Form::Table);
        }
        table
    }

    pub(super) fn wrong_type(&mut self, span: Range<usize>, key: &str, wanted: Form) {
        self.fault(span, Kind::WrongType { key: key.to_owned(), wanted });
    }

    pub(super) fn unknown_key<W: AsRef<str>>(&mut self, span: Range<usize>, key: &str, known: &[W]) {
        let near = nearest(key, known.iter().map(AsRef::as_ref), 1).pop();
        let known = known.iter().map(|word| word.as_ref().to_owned()).collect();
        self.fault(span, Kind::UnknownKey { key: key.to_owned(), near, known });
    }

    pub(super) fn stated<T>(&self, span: Range<usize>, value: T) -> Stated<T> {
        Stated { value, line: self.lines.place(&span).line }
    }

    pub(super) fn fault(&mut self, span: Range<usize>, kind: Kind) {
        self.fault_of_two(span, kind, None);
    }

    pub(super) fn fault_of_two(&mut self, span: Range<usize>, kind: Kind, other: Option<Range<usize>>) {
        let (place, other) = (self.lines.place(&span), other.map(|span| self.lines.place(&span)));
        self.faults.push(Fault { kind, place, other });
    }
}
