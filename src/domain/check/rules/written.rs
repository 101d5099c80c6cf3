//! The figure as the source prints it, read.

use rust_decimal::Decimal;

use crate::domain::metric::Bound;

/// The number and the bound that a figure as written stands for.
pub(super) fn read(text: &str) -> Option<(Decimal, Bound)> {
    let written = crate::domain::written::parse(text)?;
    Some((written.value, written.bound))
}
