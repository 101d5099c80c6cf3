//! What can be wrong with a settings file.

use crate::domain::check::Place;
use crate::model::Command;

/// One thing that is wrong with a settings file, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// What is wrong.
    pub kind: Kind,
    /// Where it stands.
    pub place: Place,
    /// The other of two bindings that exclude each other, where the file states it.
    pub other: Option<Place>,
}

/// What is wrong. Text of the file stands in it as it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// The file is not UTF-8.
    Encoding,
    /// The file is no TOML.
    Syntax(Slip),
    /// There is no setting of this name.
    UnknownKey {
        /// The name.
        key: String,
        /// The one that may be meant.
        near: Option<String>,
        /// All that there are here.
        known: Vec<String>,
    },
    /// There is no command of this name.
    UnknownCommand {
        /// The name.
        name: String,
        /// The one that may be meant.
        near: Option<String>,
        /// All that there are.
        known: Vec<String>,
    },
    /// The value is of another type.
    WrongType {
        /// The setting.
        key: String,
        /// What it should be.
        wanted: Form,
    },
    /// The value is none of those that there are.
    UnknownValue {
        /// The setting.
        key: String,
        /// The value.
        value: String,
        /// The one that may be meant.
        near: Option<String>,
        /// All that there are.
        known: Vec<String>,
    },
    /// A colour is not written `#rrggbb`.
    BadColour(String),
    /// A place has no address of this form.
    BadPlace {
        /// What is written.
        text: String,
        /// The place that may be meant.
        near: Option<String>,
    },
    /// The name of a theme is no word, or the program has a theme of that name.
    BadThemeName(String),
    /// A column stands twice.
    TwiceColumn(String),
    /// No key is called so.
    UnknownKeyName {
        /// What is written.
        text: String,
        /// The name that may be meant.
        near: Option<String>,
    },
    /// Terminals send this key as another one.
    SameKey {
        /// The key.
        key: String,
        /// What arrives for it.
        arrives: String,
    },
    /// While presenting, a digit types the number of a step.
    Digit {
        /// The keys with the digit in them.
        keys: String,
        /// Their command.
        command: Command,
    },
    /// Two commands want the same keys, or keys of which one sequence begins the other; or one command does so twice.
    Conflict {
        /// The shorter sequence and its command.
        shorter: (String, Command),
        /// The longer one, or one just as long.
        longer: (String, Command),
        /// The one of them that has its keys by default.
        by_default: Option<Command>,
    },
    /// No key would end the program.
    NoWayOut,
    /// No key would end a show.
    NoEndOfShow,
}

/// Why a file is no TOML.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Slip {
    /// A string has no end.
    NoEnd,
    /// A key stands twice.
    Twice(String),
    /// Nothing stands behind an equals sign.
    NoValue,
    /// A value has no quotation marks.
    NoQuotes,
    /// A name has no equals sign behind it.
    NoEquals,
    /// A bracket is not closed; by which it would be.
    Unclosed(char),
    /// Something stands behind a value in its line.
    Crowded,
    /// Two values of a list have no comma between them.
    NoComma,
    /// Something else, which the reader says in English.
    Other(String),
}

impl Slip {
    /// What the reader of TOML means by its message about a part of the file.
    pub(super) fn of(message: &str, part: &str) -> Self {
        let (what, expected) = message.split_once(", expected ").unwrap_or((message, ""));
        let bracket = expected.trim_matches('`').chars().next().unwrap_or(']');
        match what {
            "duplicate key" => Self::Twice(part.to_owned()),
            "string values must be quoted" if part.trim().is_empty() => Self::NoValue,
            "string values must be quoted" => Self::NoQuotes,
            "key with no value" => Self::NoEquals,
            "unexpected key or value" => Self::Crowded,
            "missing comma between array elements" => Self::NoComma,
            _ if what.starts_with("unclosed ") => Self::Unclosed(bracket),
            _ if what.ends_with(" string") && what.starts_with("invalid ") && matches!(bracket, '"' | '\'') => {
                Self::NoEnd
            }
            _ => Self::Other(message.to_owned()),
        }
    }
}

impl Kind {
    /// The stable name of the fault.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Encoding => "encoding",
            Self::Syntax(_) => "syntax",
            Self::UnknownKey { .. } => "unknown-setting",
            Self::UnknownCommand { .. } => "unknown-command",
            Self::WrongType { .. } => "wrong-type",
            Self::UnknownValue { .. } => "unknown-value",
            Self::BadColour(_) => "bad-colour",
            Self::BadPlace { .. } => "bad-place",
            Self::BadThemeName(_) => "bad-theme-name",
            Self::TwiceColumn(_) => "column-twice",
            Self::UnknownKeyName { .. } => "unknown-key",
            Self::SameKey { .. } => "same-key",
            Self::Digit { .. } => "digit-key",
            Self::Conflict { .. } => "key-conflict",
            Self::NoWayOut => "no-way-out",
            Self::NoEndOfShow => "no-end-of-show",
        }
    }
}

/// The form of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A string.
    Text,
    /// A list of strings.
    Texts,
    /// A string or a list of strings.
    Keys,
    /// A table.
    Table,
}
