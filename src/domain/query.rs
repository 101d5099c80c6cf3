//! Sorting, filtering and counting.

/// A column of the table of metrics.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    /// Its action.
    Action,
}

/// An order of the table of metrics.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sort {
    /// By what.
    pub column: Column,
    /// Whether the largest come first.
    pub descending: bool,
}
