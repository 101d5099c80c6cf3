//! Units of one dimension, such as hectare and square metre: what they have in common and how they are converted.

use rust_decimal::Decimal;

use super::dataset::Unit;
use super::district::District;

/// More steps than any honest chain of units has.
const STEPS: usize = 16;

/// The last unit of the chain of bases that `unit` begins, and how many of it make one `unit`.
///
/// A unit without a base is its own. So is one whose chain runs in a circle, leads to a unit that is not there or to
/// another kind of thing, or has a factor that cannot be held: such a unit stands alone rather than be converted wrongly.
pub fn base_of<'a>(district: &'a District, unit: &'a Unit) -> (&'a Unit, Decimal) {
    chain(district, unit).unwrap_or((unit, Decimal::ONE))
}

fn chain<'a>(district: &'a District, unit: &'a Unit) -> Option<(&'a Unit, Decimal)> {
    let (mut last, mut factor) = (unit, Decimal::ONE);
    for _ in 0..STEPS {
        let Some(base) = &last.base else { return Some((last, factor)) };
        last = district.unit(&base.unit).filter(|next| next.kind == unit.kind)?;
        // A factor below zero would turn the order round, and zero would make all alike.
        factor = factor.checked_mul(base.factor.0).filter(|factor| *factor > Decimal::ZERO)?;
    }
    None
}
