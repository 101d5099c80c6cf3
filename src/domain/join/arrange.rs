//! The order of the files, which does not depend on how they were named: the base, then the own district's others with
//! the latest first, then those of other districts.

use std::cmp::Reverse;

use super::{FileRole, Loaded, Opened, Refusal, alike, same_days};
use crate::domain::date::Period;
use crate::domain::district::District;
use crate::domain::text::{Lang, Text};

/// Sorts the files: the base, and the others in an order that does not depend on how they were named.
pub(super) fn arrange(own: Loaded, others: Vec<Loaded>) -> Result<(Opened, Vec<Opened>), Refusal> {
    let districts: Vec<&Text> = std::iter::once(&own).chain(&others).map(|file| &file.data.district).collect();
    let labels = labels(&districts);
    let mine = labels.first().cloned().unwrap_or_default();
    let open = |(file, label): (Loaded, String)| {
        let role = if label == mine { FileRole::Earlier } else { FileRole::Peer };
        Opened { name: file.name, district: District::new(file.data), role, label }
    };
    let mut base = open((own, mine.clone()));
    let mut rest: Vec<Opened> = others.into_iter().zip(labels.iter().skip(1).cloned()).map(open).collect();
    for (at, file) in rest.iter().enumerate() {
        let before = std::iter::once(&base).chain(rest.iter().take(at));
        let same = |other: &&Opened| other.label == file.label && same_days(&other.data().period, &file.data().period);
        if let Some(first) = before.into_iter().find(same) {
            return Err(Refusal::SamePeriod { first: first.name.clone(), second: file.name.clone() });
        }
    }
    // The latest first; of two that end together the one that began earlier, for it holds the other.
    let order = |file: &Opened| {
        let Period { from, to, .. } = file.data().period;
        (file.role, file.label.clone(), Reverse(to), from)
    };
    for file in &mut rest {
        if order(file) < order(&base) {
            std::mem::swap(file, &mut base);
        }
    }
    rest.sort_by_cached_key(order);
    base.role = FileRole::Base;
    Ok((base, rest))
}

/// A name for the district of each text, the same for all that are one district: those of which two have the same
/// name in a language, directly or by way of others.
fn labels(districts: &[&Text]) -> Vec<String> {
    let name = |text: &Text| text.get(Lang::Zh).trim().to_owned();
    let mut labels: Vec<String> = districts.iter().map(|text| name(text)).collect();
    loop {
        let before = labels.clone();
        for (at, text) in districts.iter().enumerate() {
            let alike = districts.iter().zip(&before).filter(|(other, _)| alike::in_a_language(text, other));
            if let (Some(least), Some(label)) = (alike.map(|(_, label)| label).min(), labels.get_mut(at)) {
                label.clone_from(least);
            }
        }
        if labels == before {
            return labels;
        }
    }
}
