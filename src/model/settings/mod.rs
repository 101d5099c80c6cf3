//! What a settings file says: read from its bytes, every fault with its place, nothing done about it.
//!
//! A setting stands for itself until it is put together with what the environment and the command line say
//! ([`Choice`]).

mod effective;
mod fault;
mod keys;
mod read;
#[cfg(test)]
mod tests;
mod themes;

pub use effective::{Asked, Effective};
pub use fault::{Fault, Form, Kind, Slip};
pub use read::read;

use super::prefs::{Ambiguous, ColourDepth, Markers};
use super::theme::OwnTheme;
use super::{Command, Key};
use crate::domain::{Address, Column, Lang};

/// The settings of a file; what it does not say is not there.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Settings {
    /// The language; `None` as the locale has it.
    pub language: Option<Stated<Option<Lang>>>,
    /// The name of the theme: one of the program or of [`Settings::themes`], or [`words::AUTO`].
    pub theme: Option<Stated<String>>,
    /// How many colours; `None` as the terminal has it.
    pub colours: Option<Stated<Option<ColourDepth>>>,
    /// The characters of charts.
    pub markers: Option<Stated<Markers>>,
    /// How wide ambiguous characters are; `None` as the terminal answers when asked.
    pub ambiguous: Option<Stated<Option<Ambiguous>>>,
    /// Where to start.
    pub start: Option<Stated<Start>>,
    /// The columns of the table of metrics.
    pub columns: Option<Stated<Vec<Column>>>,
    /// Other keys, for each command that has them.
    pub keys: Vec<(Command, Stated<Vec<Vec<Key>>>)>,
    /// Themes made from those of the program.
    pub themes: Vec<Stated<OwnTheme>>,
}

/// A setting and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stated<T> {
    /// What it is set to.
    pub value: T,
    /// The line of the file, from 1.
    pub line: usize,
}

/// Where to start.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Start {
    /// Where one was when the program was last left.
    Last,
    /// At a place; at the overview where the dataset does not have it.
    At(Address),
}

impl Start {
    /// How it is written in settings.
    pub fn written(&self) -> String {
        match self {
            Self::Last => read::LAST.to_owned(),
            Self::At(address) => address.to_string(),
        }
    }
}

/// Where the value of a setting comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// Nobody has said anything.
    Default,
    /// The locale of the system.
    Locale,
    /// A line of the settings file.
    File(usize),
    /// A variable of the environment.
    Environment(&'static str),
    /// An option of the command line.
    CommandLine,
}

/// A setting as it is in force.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice<T> {
    /// The value.
    pub value: T,
    /// Where it comes from.
    pub origin: Origin,
}

impl<T> Choice<T> {
    /// What was asked for by option or variable, else what the file states, else the default.
    pub fn of(asked: Option<Self>, stated: Option<Stated<T>>, default: impl FnOnce() -> Self) -> Self {
        asked.or_else(|| stated.map(Self::from)).unwrap_or_else(default)
    }

    /// The same with another value.
    pub fn map<U>(self, other: impl FnOnce(T) -> U) -> Choice<U> {
        Choice { value: other(self.value), origin: self.origin }
    }

    /// The same with a default that comes from nowhere.
    pub fn or_default(asked: Option<Self>, stated: Option<Stated<T>>, default: T) -> Self {
        Self::of(asked, stated, || Self { value: default, origin: Origin::Default })
    }
}

impl<T> From<Stated<T>> for Choice<T> {
    fn from(Stated { value, line }: Stated<T>) -> Self {
        Self { value, origin: Origin::File(line) }
    }
}

/// The words of settings that are one of a few, with what they stand for.
pub mod words {
    use super::{Ambiguous, ColourDepth, Lang, Markers};

    /// As locale or terminal have it.
    pub const AUTO: &str = "auto";

    /// Languages.
    pub const LANGUAGES: [(&str, Option<Lang>); 3] = [(AUTO, None), ("zh", Some(Lang::Zh)), ("en", Some(Lang::En))];

    /// Depths of colour.
    pub const COLOURS: [(&str, Option<ColourDepth>); 5] = [
        (AUTO, None),
        ("true", Some(ColourDepth::True)),
        ("256", Some(ColourDepth::Indexed)),
        ("16", Some(ColourDepth::Ansi)),
        ("none", Some(ColourDepth::None)),
    ];

    /// Sets of characters.
    pub const MARKERS: [(&str, Markers); 3] =
        [("braille", Markers::Braille), ("block", Markers::Block), ("ascii", Markers::Ascii)];

    /// Widths of ambiguous characters.
    pub const AMBIGUOUS: [(&str, Option<Ambiguous>); 3] =
        [(AUTO, None), ("narrow", Some(Ambiguous::Narrow)), ("wide", Some(Ambiguous::Wide))];

    /// The word for a value.
    pub fn word<T: PartialEq>(words: &[(&'static str, T)], value: &T) -> &'static str {
        words.iter().find(|(_, known)| known == value).map_or("", |(word, _)| word)
    }
}
