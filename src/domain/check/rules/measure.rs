//! Whether a number with the unit that is printed behind it is a value in a unit of the dataset.

use std::collections::HashMap;

use rust_decimal::{Decimal, RoundingStrategy};

use super::known::{self, Known};
use crate::domain::Lang;
use crate::domain::dataset::{Unit, UnitKind};
use crate::domain::written::{Mark, Written};

/// What a comparison came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verdict {
    Agrees,
    Differs,
    /// The text says something that is no amount in a unit of this kind.
    Unreadable,
}

/// The units of a dataset by their names.
pub(super) struct Measures<'a> {
    units: &'a [Unit],
    ids: HashMap<&'a str, usize>,
    names: HashMap<String, Vec<usize>>,
}

/// Conversions further than this are not followed.
const LONGEST_CHAIN: usize = 16;

impl<'a> Measures<'a> {
    pub(super) fn new(units: &'a [Unit]) -> Self {
        let (mut ids, mut names) = (HashMap::new(), HashMap::<String, Vec<usize>>::new());
        for (at, unit) in units.iter().enumerate() {
            ids.entry(unit.id.as_str()).or_insert(at);
            for name in names_of(unit) {
                names.entry(name).or_default().push(at);
            }
        }
        Self { units, ids, names }
    }

    /// Whether a figure as written is `value` in the unit at `own`. The second part is the other unit that was needed.
    pub(super) fn compare(&self, written: &Written, value: Decimal, own: usize) -> (Verdict, Option<usize>) {
        let Some(unit) = self.units.get(own) else { return (Verdict::Agrees, None) };
        let wrong_form = match written.mark {
            Mark::Ratio => unit.kind != UnitKind::Share,
            Mark::Doubled => unit.kind != UnitKind::Multiple,
            Mark::Plain | Mark::Share => false,
        };
        if wrong_form {
            return (Verdict::Unreadable, None);
        }
        let (agrees, other) = self.agrees(written, value, own, unit);
        // 下降5 may be the value -5, or the 5 of a metric that counts the fall.
        let agrees = agrees || written.declines && self.agrees(written, -value, own, unit).0;
        (if agrees { Verdict::Agrees } else { Verdict::Differs }, other)
    }

    fn agrees(&self, written: &Written, value: Decimal, own: usize, unit: &Unit) -> (bool, Option<usize>) {
        let reads = written.value;
        match unit.kind {
            UnitKind::Share => return (is_share(written, value, unit), None),
            _ if written.mark == Mark::Share && unit.kind != UnitKind::Multiple => return (false, None),
            // Whatever stands behind a place is the word for those who were placed.
            UnitKind::Rank => return (reads == value, None),
            _ => {}
        }
        let printed = key(&written.unit);
        if printed.is_empty() {
            return (self.agrees_loosely(reads, value, own, unit), None);
        }
        for name in names_of(unit) {
            let (scale, rest) = scaled(&name);
            if printed == name || printed == rest {
                return (is(reads, value, scale), None);
            }
        }
        if let Some(other) = self.exactly(&printed, own, unit) {
            return (self.in_other(reads, value, own, other), Some(other));
        }
        if let Some(verdict) = self.well_known(&printed, reads, value, own, unit) {
            return (verdict, None);
        }
        match self.beginning(&printed, own, unit) {
            Some(Ok(scale)) => (is(reads, value, scale), None),
            Some(Err(other)) => (self.in_other(reads, value, own, other), Some(other)),
            None => (self.agrees_loosely(reads, value, own, unit), None),
        }
    }

    /// Nothing is known of the printed unit: the value as it stands, in the unit without its own scale (`262.8亿` where
    /// the unit is 亿元), or in its base.
    fn agrees_loosely(&self, reads: Decimal, value: Decimal, own: usize, unit: &Unit) -> bool {
        is(reads, value, Decimal::ONE)
            || scales_of(unit).into_iter().any(|scale| is(reads, value, scale))
            || unit.base.is_some() && self.root(own).is_none_or(|(_, factor)| is(reads, value, factor))
    }

    /// The other unit of that very name; one of the same kind before any other.
    fn exactly(&self, printed: &str, own: usize, unit: &Unit) -> Option<usize> {
        let found = self.names.get(printed)?;
        let kind = |at: &usize| self.units.get(*at).map(|other| other.kind);
        // 位 and 名 count people as well as places.
        let foreign = |at: &&usize| unit.kind != UnitKind::Count || kind(at) != Some(UnitKind::Rank);
        let same = found.iter().find(|at| kind(at) == Some(unit.kind));
        same.or_else(|| found.iter().find(foreign)).copied().filter(|at| *at != own)
    }

    /// A unit that the printed text begins with, or its own that it ends with: the longest. `Ok` is the scale of the own.
    fn beginning(&self, printed: &str, own: usize, unit: &Unit) -> Option<Result<Decimal, usize>> {
        let ends = printed.char_indices().map(|(at, _)| at).skip(1).collect::<Vec<_>>();
        let names: Vec<_> = names_of(unit);
        for end in ends.into_iter().rev() {
            let (head, rest) = printed.split_at(end);
            if head.ends_with(|c: char| c.is_ascii_alphanumeric())
                && rest.starts_with(|c: char| c.is_ascii_alphanumeric())
            {
                continue;
            }
            let head = key(head);
            if let Some(scale) = names.iter().map(|name| scaled(name)).find(|(_, rest)| *rest == head) {
                return Some(Ok(scale.0));
            }
            let other = self.exactly(&head, own, unit);
            let other = other.filter(|at| self.units.get(*at).is_some_and(|other| other.kind == unit.kind));
            if let Some(other) = other {
                return Some(Err(other));
            }
        }
        names.iter().map(|name| scaled(name)).find(|(_, rest)| printed.ends_with(rest)).map(|(scale, _)| Ok(scale))
    }

    /// The number is in another unit of the dataset.
    fn in_other(&self, reads: Decimal, value: Decimal, own: usize, other: usize) -> bool {
        let (Some(unit), Some(printed)) = (self.units.get(own), self.units.get(other)) else { return true };
        if unit.kind != printed.kind {
            return false;
        }
        // A conversion that is faulty in itself has been told; nothing can be said by it.
        let (Some((root, factor)), Some((other_root, other_factor))) = (self.root(own), self.root(other)) else {
            return true;
        };
        if root == other_root {
            return same_product(value, factor, reads, other_factor);
        }
        match (
            names_of(unit).iter().find_map(|name| known_scaled(name)),
            names_of(printed).iter().find_map(|name| known_scaled(name)),
        ) {
            (Some((own, scale)), Some((other, other_scale))) => {
                known::same(&own, value.saturating_mul(scale), &other, reads.saturating_mul(other_scale))
            }
            // People are counted as 人, 名 or 位: measure words do not make another number.
            _ => unit.kind == UnitKind::Count && is(reads, value, scale_of(unit)),
        }
    }

    /// The printed unit is one that everybody knows, such as 亩 or 个月; `None` where it is not.
    fn well_known(&self, printed: &str, reads: Decimal, value: Decimal, own: usize, unit: &Unit) -> Option<bool> {
        let printed = known::find(printed)?;
        if printed.kind() != unit.kind {
            return Some(false);
        }
        let direct = names_of(unit).iter().find_map(|name| known_scaled(name));
        let by_base = || {
            let (root, factor) = self.root(own)?;
            let names = names_of(self.units.get(root)?);
            names.iter().find_map(|name| known_scaled(name)).map(|(known, scale)| (known, scale.saturating_mul(factor)))
        };
        let (mine, scale) = direct.or_else(by_base)?;
        Some(known::same(&mine, value.saturating_mul(scale), &printed, reads))
    }

    /// The unit at the end of the conversions, and how many of it make one; `None` where a conversion is faulty.
    fn root(&self, mut at: usize) -> Option<(usize, Decimal)> {
        let (kind, mut factor) = (self.units.get(at)?.kind, Decimal::ONE);
        for _ in 0..LONGEST_CHAIN {
            let unit = self.units.get(at).filter(|unit| unit.kind == kind)?;
            let Some(base) = &unit.base else { return Some((at, factor)) };
            if base.factor.0 <= Decimal::ZERO {
                return None;
            }
            factor = factor.checked_mul(base.factor.0)?;
            at = self.ids.get(base.unit.as_str()).copied()?;
        }
        None
    }
}

/// A share is printed as one; a bare number is one only where it is the fraction itself.
fn is_share(written: &Written, value: Decimal, unit: &Unit) -> bool {
    let reads = written.value;
    let printed = key(&written.unit);
    if matches!(written.mark, Mark::Share | Mark::Ratio) {
        return is(reads, value, Decimal::ONE);
    }
    if known::is_percentage_point(&printed) {
        return is(reads, value, Decimal::ONE_HUNDRED);
    }
    let bare = printed.is_empty() || names_of(unit).contains(&printed);
    bare && reads.abs() <= Decimal::ONE && reads == value
}

/// From so many places on, a number that was read is taken for a fraction without end.
const ENDLESS: u32 = 24;

/// Whether a number is `value` times `scale`.
fn is(reads: Decimal, value: Decimal, scale: Decimal) -> bool {
    // 三分之一 has no end; it is the value as far as the value goes.
    let endless = || {
        scale == Decimal::ONE
            && reads.scale() >= ENDLESS
            && value.scale() >= 2
            && reads.round_dp_with_strategy(value.scale(), RoundingStrategy::MidpointAwayFromZero) == value
    };
    value.checked_mul(scale) == Some(reads) || endless()
}

/// Whether two products are the same; what is too large to be multiplied is not judged.
fn same_product(a: Decimal, b: Decimal, c: Decimal, d: Decimal) -> bool {
    match (a.checked_mul(b), c.checked_mul(d)) {
        (Some(left), Some(right)) => left == right,
        _ => true,
    }
}

/// The names of a unit as they are compared.
fn names_of(unit: &Unit) -> Vec<String> {
    let mut names: Vec<String> = Lang::ALL.iter().map(|lang| key(unit.name.get(*lang))).collect();
    names.dedup();
    names.retain(|name| !name.is_empty());
    names
}

/// A name without blanks at its ends, brackets behind it, letter case and the s of an English plural.
fn key(name: &str) -> String {
    let name = name.split(['(', '（']).next().unwrap_or_default().trim().to_lowercase();
    match name.strip_suffix('s') {
        Some(one) if one.ends_with(|c: char| c.is_ascii_lowercase()) => one.to_owned(),
        _ => name,
    }
}

/// The scale that a name begins with, and what is scaled: 亿元 is a hundred million of 元. 千米 is no thousand of 米.
fn scaled(name: &str) -> (Decimal, String) {
    const SCALES: [(&str, u64); 13] = [
        ("万亿", 1_000_000_000_000),
        ("千万", 10_000_000),
        ("百万", 1_000_000),
        ("亿", 100_000_000),
        ("万", 10_000),
        ("千", 1000),
        ("百", 100),
        ("hundred million ", 100_000_000),
        ("ten thousand ", 10_000),
        ("10,000 ", 10_000),
        ("thousand ", 1000),
        ("million ", 1_000_000),
        ("billion ", 1_000_000_000),
    ];
    let found = SCALES.iter().find_map(|(word, scale)| Some((*scale, name.strip_prefix(word)?)));
    match found {
        Some((scale, rest)) if !rest.is_empty() && !known::begins_with_metric_prefix(name) => {
            (scale.into(), rest.to_owned())
        }
        _ => (Decimal::ONE, name.to_owned()),
    }
}

/// The scales that the names of a unit begin with, one where they begin with none.
pub(in crate::domain) fn scales_of(unit: &Unit) -> Vec<Decimal> {
    names_of(unit).iter().map(|name| scaled(name).0).collect()
}

fn scale_of(unit: &Unit) -> Decimal {
    names_of(unit).first().map_or(Decimal::ONE, |name| scaled(name).0)
}

/// A well-known unit, with the scale that its name begins with.
fn known_scaled(name: &str) -> Option<(Known, Decimal)> {
    let (scale, rest) = scaled(name);
    known::find(&rest).map(|known| (known, scale))
}

#[cfg(test)]
#[path = "measure_tests.rs"]
mod tests;
