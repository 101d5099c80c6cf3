//! A fault and the places it is about.

use std::ops::Range;

use super::kind::FaultKind;

/// Everything that was found in one file, in the order of the file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Report {
    /// The faults, sorted by where they stand.
    pub faults: Vec<Fault>,
}

impl Report {
    /// How many faults keep the file from being opened.
    pub fn errors(&self) -> usize {
        self.faults.iter().filter(|fault| fault.severity == Severity::Error).count()
    }

    /// How many faults do not.
    pub fn warnings(&self) -> usize {
        self.faults.len() - self.errors()
    }

    /// Whether anything keeps the file from being opened.
    pub fn has_errors(&self) -> bool {
        self.faults.iter().any(|fault| fault.severity == Severity::Error)
    }
}

/// One thing that is wrong, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// What is wrong.
    pub kind: FaultKind,
    /// Whether it keeps the file from being opened.
    pub severity: Severity,
    /// Which value it is about, such as `metrics[vanguard-visits].rank.position`; empty for the file as a whole. Safe to
    /// print.
    pub path: String,
    /// Where it stands.
    pub place: Place,
    /// Other places that belong to it.
    pub related: Vec<Related>,
}

/// A stretch of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The bytes, counted from the start of the file (a byte order mark included).
    pub span: Range<usize>,
    /// The line of the first byte, from 1.
    pub line: usize,
    /// The character (Unicode scalar value) in that line, from 1; a byte order mark is no character.
    pub column: usize,
}

/// Another place that belongs to a fault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Related {
    /// Where it is.
    pub place: Place,
    /// What it has to do with the fault.
    pub role: Role,
}

/// What a related place has to do with a fault.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// The first definition of an id that is defined again.
    FirstDefinition,
    /// The first time that a key stands in the object.
    FirstKey,
    /// The bracket that is not closed, or closed by another.
    Opening,
    /// The value that it was compared with.
    Value,
    /// The bound that it was compared with.
    Bound,
    /// The kind of the unit.
    UnitKind,
    /// The action that the initiative belongs to.
    ActionOfInitiative,
    /// The entry before.
    Previous,
    /// The other end.
    OtherEnd,
}

impl Role {
    /// The stable name by which other programs know it.
    pub fn code(self) -> &'static str {
        match self {
            Self::FirstDefinition => "first-definition",
            Self::FirstKey => "first-key",
            Self::Opening => "opening",
            Self::Value => "value",
            Self::Bound => "bound",
            Self::UnitKind => "unit-kind",
            Self::ActionOfInitiative => "action-of-initiative",
            Self::Previous => "previous",
            Self::OtherEnd => "other-end",
        }
    }
}

/// How bad a fault is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The file cannot be opened.
    Error,
    /// The file can be opened; something is missing or doubtful.
    Warning,
}
