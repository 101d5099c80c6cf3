//! Figures: how a value is written for people.

use super::text::Lang;

/// Compact, or with all digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Notation {
    /// At most two decimals, in 万 and 亿 or K, M and B.
    #[default]
    Compact,
    /// Every digit.
    Exact,
}

/// How figures are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Format {
    /// The language.
    pub lang: Lang,
    /// Compact or exact.
    pub notation: Notation,
}
