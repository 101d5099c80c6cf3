//! Counting in English.

/// A count with its noun: `1 metric`, `2 metrics`.
pub(super) fn plural(n: usize, noun: &str) -> String {
    if n == 1 { format!("{n} {noun}") } else { format!("{n} {noun}s") }
}
