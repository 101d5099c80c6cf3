//! The words in which faults are told: lists, types, ranges, and what can be wrong with JSON or a briefing.

use crate::domain::briefing::Form;

/// The lists of the dataset whose entries have ids.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum List {
    /// `sources`.
    Sources,
    /// `units`.
    Units,
    /// `actions`.
    Actions,
    /// `initiatives`.
    Initiatives,
    /// `metrics`.
    Metrics,
    /// `honours`.
    Honours,
    /// `events`.
    Events,
    /// `briefings`.
    Briefings,
}

impl List {
    /// The field of the dataset that holds the list.
    pub fn field(self) -> &'static str {
        match self {
            Self::Sources => "sources",
            Self::Units => "units",
            Self::Actions => "actions",
            Self::Initiatives => "initiatives",
            Self::Metrics => "metrics",
            Self::Honours => "honours",
            Self::Events => "events",
            Self::Briefings => "briefings",
        }
    }
}

/// What a JSON value has to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    /// A string.
    Text,
    /// A string, or an object with `zh` or `en`.
    TextOrLanguages,
    /// A number, or a string of digits.
    Decimal,
    /// A whole number.
    Integer,
    /// `true` or `false`.
    Bool,
    /// A list.
    Array,
    /// An object.
    Object,
}

/// What a JSON value is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Found {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool,
    /// A number.
    Number,
    /// A string.
    Text,
    /// A list.
    Array,
    /// An object.
    Object,
}

/// What is wrong with the JSON itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Syntax {
    /// There is nothing in the file.
    Empty,
    /// A comma before a closing bracket.
    TrailingComma,
    /// No comma between two entries.
    MissingComma,
    /// No colon between a key and its value.
    MissingColon,
    /// A comment.
    Comment,
    /// A full-width mark where JSON needs the ASCII one.
    FullWidth {
        /// What stands there.
        found: char,
        /// What JSON needs.
        wanted: char,
    },
    /// A character that cannot stand there.
    Unexpected(char),
    /// The file ends before it is complete; the character is the bracket that is still open, if any.
    UnexpectedEnd(Option<char>),
    /// A bracket closed by another.
    Mismatched {
        /// The bracket that is open.
        open: char,
        /// The one that closes.
        close: char,
    },
    /// A string without its closing quote.
    Unterminated,
    /// A string or a key in single quotes.
    SingleQuotes,
    /// A key without quotes.
    BareKey(String),
    /// A backslash sequence that JSON does not know.
    BadEscape,
    /// A number that is not written as JSON writes numbers.
    BadNumber(String),
    /// A number as people write it: `5.31万`, `98%`, `1,200`.
    WrittenNumber {
        /// What stands there.
        found: String,
        /// The same as JSON writes it.
        plain: Option<String>,
    },
    /// An object that is not closed before the next one of its list begins, or its list ends.
    MissingBrace,
    /// A double quote inside a text, without its backslash.
    InnerQuote,
    /// A word that is no JSON value, such as `True`.
    BadWord(String),
    /// Something behind the end of the document.
    TrailingData,
    /// The strict reader refuses the file for a reason of its own.
    Refused(String),
}

/// The values that are allowed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Limits {
    /// A share: from 0 to 1.
    Share,
    /// A rank: a whole number from 1.
    Rank,
    /// Zero or more.
    NotNegative,
    /// More than zero.
    Positive,
    /// A whole number from 1.
    FromOne,
    /// A whole number up to 4 294 967 295.
    Unsigned,
}

/// Why a briefing, or a step of it, cannot be shown as it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unshown {
    /// A form that the place cannot be shown in.
    Form {
        /// The form.
        form: Form,
        /// The place.
        place: String,
        /// The form that would show it large, or as it is.
        instead: Form,
    },
    /// Rows that are to come one by one where there is no list.
    Reveal {
        /// Whether the place could be shown as a list.
        listed: bool,
    },
    /// No steps at all.
    NoSteps,
}
