//! Other districts: their figures beside the own one, and the place that the own one takes among them.

use std::cmp::Ordering;

use rust_decimal::Decimal;

use super::{FileRole, Joining, Reason, same_days};
use crate::domain::dataset::{Locator, UnitKind};
use crate::domain::district::District;
use crate::domain::id::Id;
use crate::domain::metric::{Bound, Flag, Metric, Polarity};
use crate::domain::text::Text;

/// Another district's figure for a metric and the same days.
#[derive(Debug, Clone, PartialEq)]
pub struct Peer {
    /// The district.
    pub district: Text,
    /// The value in the unit of the base's metric; `None` where that district has none.
    pub value: Option<Decimal>,
    /// How its source qualifies it.
    pub bound: Bound,
    /// How settled it is.
    pub flag: Option<Flag>,
    /// Where it is stated; the source is one of the joined dataset.
    pub source: Option<Locator>,
    /// The position of the file in [`super::Joined::files`].
    pub file: usize,
    /// The id of its dataset.
    pub dataset: Id,
}

/// What decides the order of districts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PeerOrder {
    /// More is better: the largest comes first.
    Higher,
    /// Less is better: the smallest comes first.
    Lower,
    /// Nothing says which way is better: the largest comes first, and that is no praise.
    Size,
}

/// One district among its peers.
#[derive(Debug, Clone, PartialEq)]
pub struct PeerRow<'a> {
    /// The district.
    pub district: &'a Text,
    /// The value in the unit of the metric.
    pub value: Option<Decimal>,
    /// How its source qualifies it.
    pub bound: Bound,
    /// How settled it is.
    pub flag: Option<Flag>,
    /// Where it is stated.
    pub source: Option<&'a Locator>,
    /// The position of the file in [`super::Joined::files`].
    pub file: usize,
    /// Whether it is the own district.
    pub own: bool,
    /// Its place by the values as they stand: equal values share a place, and the next one is as far behind as if they
    /// did not (1, 2, 2, 4). `None` without a value.
    pub position: Option<usize>,
}

/// A metric of the own district among its peers.
#[derive(Debug, Clone, PartialEq)]
pub struct PeerStanding<'a> {
    /// The districts in order; equal values in the order of the files, those without a value last.
    pub rows: Vec<PeerRow<'a>>,
    /// What the order goes by.
    pub order: PeerOrder,
    /// The place of the own district; `None` where it has no value.
    pub position: Option<usize>,
    /// How many districts have a value.
    pub of: usize,
    /// Whether another district shares the place.
    pub tied: bool,
    /// Whether the place is beyond doubt: false where a figure that is "over" or "about" something could as well stand
    /// on the other side of the own one.
    pub certain: bool,
}

impl<'a> Joining<'a> {
    /// Puts the figures of other districts beside those of the base, district by district the newer file first.
    pub(super) fn peers(&mut self) {
        for metric in &self.base.data().metrics {
            for (number, file) in self.others(FileRole::Peer) {
                self.peer(metric, number, file);
            }
        }
    }

    fn peer(&mut self, metric: &Metric, number: usize, file: &'a super::Opened) {
        let Some((theirs, conversion)) = self.counterpart(metric, (number, file)) else { return };
        let (stated, own) = (file.stated(number, theirs), self.base.stated(0, metric));
        if !same_days(&stated.period, &own.period) {
            self.list(Reason::OtherPeriod, theirs, stated, Some(own));
            return;
        }
        let converted = theirs.value.map(|value| conversion.apply(value.0));
        if converted == Some(None) {
            self.list(Reason::Inexact, theirs, stated, Some(own));
            return;
        }
        let value = converted.flatten();
        let there = self.peers.get(&metric.id).into_iter().flatten();
        let district = |peer: &&Peer| self.others.get(peer.file - 1).is_some_and(|other| other.label == file.label);
        let known = there.into_iter().find(district).map(|peer| (peer.file, peer.value, peer.bound));
        if let Some((other, known, bound)) = known {
            if value.is_some() && (value, theirs.bound) != (known, bound) {
                let newer = self.others.get(other - 1);
                let kept = newer.and_then(|it| Some(it.stated(other, it.district.metric(&metric.id)?)));
                self.list(Reason::Revised, theirs, stated, kept);
            } else if value.is_some() {
                self.count(number);
            }
            return;
        }
        let peer = Peer {
            district: file.data().district.clone(),
            value,
            bound: theirs.bound,
            flag: theirs.flag,
            source: self.sources.adopt((number, file), theirs.source.as_ref()),
            file: number,
            dataset: file.data().id.clone(),
        };
        self.peers.entry(metric.id.clone()).or_default().push(peer);
        if value.is_some() {
            self.count(number);
        }
    }
}

impl<'a> PeerStanding<'a> {
    /// The standing of a metric; `None` where no other district has it.
    pub(in crate::domain) fn of(district: &'a District, metric: &'a Metric, peers: &'a [Peer]) -> Option<Self> {
        if peers.is_empty() {
            return None;
        }
        let own = PeerRow {
            district: &district.data().district,
            value: metric.value.map(|value| value.0),
            bound: metric.bound,
            flag: metric.flag,
            source: metric.source.as_ref(),
            file: 0,
            own: true,
            position: None,
        };
        let others = peers.iter().map(|peer| PeerRow {
            district: &peer.district,
            value: peer.value,
            bound: peer.bound,
            flag: peer.flag,
            source: peer.source.as_ref(),
            file: peer.file,
            own: false,
            position: None,
        });
        let order = order(district, metric);
        let certain = others.clone().all(|other| is_apart(&own, &other));
        let mut rows: Vec<PeerRow<'a>> = std::iter::once(own).chain(others).collect();
        rows.sort_by(|a, b| compare(order, a.value, b.value));
        let places: Vec<Option<usize>> = rows.iter().map(|row| place(&rows, row, order)).collect();
        for (row, place) in rows.iter_mut().zip(places) {
            row.position = place;
        }
        let position = rows.iter().find(|row| row.own).and_then(|row| row.position);
        let shared = rows.iter().filter(|row| row.position == position).count();
        Some(Self {
            order,
            position,
            of: rows.iter().filter(|row| row.value.is_some()).count(),
            tied: position.is_some() && shared > 1,
            certain,
            rows,
        })
    }
}

/// Which way the order goes: as the metric says; a unit of places has the smallest first by its nature.
fn order(district: &District, metric: &Metric) -> PeerOrder {
    let places = district.unit(&metric.unit).is_some_and(|unit| unit.kind == UnitKind::Rank);
    match metric.polarity {
        Some(Polarity::Higher) => PeerOrder::Higher,
        Some(Polarity::Lower) => PeerOrder::Lower,
        None if places => PeerOrder::Lower,
        None | Some(Polarity::Neutral) => PeerOrder::Size,
    }
}

/// The order of two values; none comes last.
fn compare(order: PeerOrder, a: Option<Decimal>, b: Option<Decimal>) -> Ordering {
    match (a, b, order) {
        (Some(a), Some(b), PeerOrder::Lower) => a.cmp(&b),
        (Some(a), Some(b), PeerOrder::Higher | PeerOrder::Size) => b.cmp(&a),
        (a, b, _) => b.is_some().cmp(&a.is_some()),
    }
}

fn place(rows: &[PeerRow<'_>], row: &PeerRow<'_>, order: PeerOrder) -> Option<usize> {
    row.value?;
    Some(1 + rows.iter().filter(|other| compare(order, other.value, row.value) == Ordering::Less).count())
}

/// Whether it is beyond doubt which of two figures is the larger, or that they are equal.
fn is_apart(a: &PeerRow<'_>, b: &PeerRow<'_>) -> bool {
    let (Some(x), Some(y)) = (a.value, b.value) else { return true };
    if a.bound == Bound::Exact && b.bound == Bound::Exact {
        return true;
    }
    let ((low, high), (other_low, other_high)) = (range(x, a.bound), range(y, b.bound));
    let below = |high: Option<Decimal>, low: Option<Decimal>| high.zip(low).is_some_and(|(high, low)| high < low);
    below(high, other_low) || below(other_high, low)
}

/// What a figure may be in truth, from the least to the most; `None` without end. "About" and "nearly" reach a tenth
/// of the value, as in the sums of breakdowns.
fn range(value: Decimal, bound: Bound) -> (Option<Decimal>, Option<Decimal>) {
    let tenth = value.abs().checked_div(Decimal::TEN).unwrap_or_default();
    let (less, more) = (value.checked_sub(tenth), value.checked_add(tenth));
    match bound {
        Bound::Exact => (Some(value), Some(value)),
        Bound::About => (less, more),
        Bound::Nearly => (less, Some(value)),
        Bound::Over => (Some(value), None),
        Bound::AtMost => (None, Some(value)),
    }
}
