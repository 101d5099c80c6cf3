//! What values are seen against: a target, the median, the average.

use crate::domain::Decimal;

/// A value that the series are compared with: a target, last year's value. It is drawn across all periods.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// What it is.
    pub label: String,
    /// The exact value.
    pub value: Decimal,
    /// The figure as it is written.
    pub figure: String,
}
