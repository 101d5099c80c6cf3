//! The files of the own district: their figures become the history of the base's metrics.

use super::alike::Conversion;
use super::{FileRole, Joining, Opened, Reason, Stated, same_days};
use crate::domain::date::Period;
use crate::domain::decimal::Exact;
use crate::domain::metric::{Bound, Breakdown, Metric, Part, Point};

/// A figure that is in the history, and as which file states it.
struct Kept {
    point: Point,
    stated: Stated,
    /// It comes from a list of earlier figures, which cannot say how a value is qualified.
    bare: bool,
}

/// The history of one metric as it grows.
struct Series {
    own: Stated,
    kept: Vec<Kept>,
}

/// What becomes of a figure that is offered to a history.
enum Verdict {
    /// There is room for it.
    Room,
    /// It says what is known.
    Known,
    /// It is left out, for the sake of this figure.
    Refused(Reason, Box<Stated>),
}

impl Series {
    /// What to do with a figure, whose value is in the base's unit.
    fn judge(&mut self, offered: &Kept) -> Verdict {
        let (period, value) = (&offered.point.period, offered.point.value);
        if same_days(period, &self.own.period) {
            return compare((self.own.value, self.own.bound, false), offered, &self.own);
        }
        if period.from >= self.own.period.from {
            return refuse(Reason::NotBefore, value, &self.own);
        }
        let same = self.kept.iter_mut().find(|kept| same_days(&kept.point.period, period));
        if let Some(kept) = same {
            let verdict = compare((kept.point.value, kept.point.bound, kept.bare), offered, &kept.stated);
            if kept.bare && !offered.bare && matches!(verdict, Verdict::Known) && value.is_some() {
                // The list has the value, the older file says how it is qualified.
                (kept.point.bound, kept.bare) = (offered.point.bound, false);
            }
            return verdict;
        }
        let overlaps = |kept: &&Kept| kept.point.period.from <= period.to && period.from <= kept.point.period.to;
        match self.kept.iter().find(overlaps) {
            Some(kept) => refuse(Reason::Overlap, value, &kept.stated),
            None => Verdict::Room,
        }
    }
}

/// Compares a figure with one of the same days that is there already.
fn compare(known: (Option<Exact>, Bound, bool), offered: &Kept, stated: &Stated) -> Verdict {
    let (value, bound, bare) = known;
    let as_qualified = bare || offered.bare || bound == offered.point.bound;
    match offered.point.value {
        // A gap contradicts nothing.
        None => Verdict::Known,
        Some(_) if offered.point.value == value && as_qualified => Verdict::Known,
        Some(_) => Verdict::Refused(Reason::Revised, Box::new(stated.clone())),
    }
}

/// Leaves a figure out; a gap is no loss.
fn refuse(reason: Reason, value: Option<Exact>, stated: &Stated) -> Verdict {
    if value.is_some() { Verdict::Refused(reason, Box::new(stated.clone())) } else { Verdict::Known }
}

impl<'a> Joining<'a> {
    /// The history of each metric of the base, the oldest first. What a newer file says counts before what an older one
    /// says, and in a file its value before its own list of earlier figures.
    pub(super) fn histories(&mut self) -> Vec<Vec<Point>> {
        self.base.data().metrics.iter().map(|metric| self.history(metric)).collect()
    }

    fn history(&mut self, metric: &'a Metric) -> Vec<Point> {
        let own = self.base.stated(0, metric);
        let bare = |point: &Point| {
            let stated = state(point, &own);
            Kept { point: point.clone(), stated, bare: true }
        };
        let mut series = Series { kept: metric.history.iter().map(bare).collect(), own };
        for (number, file) in self.others(FileRole::Earlier) {
            let Some((theirs, conversion)) = self.counterpart(metric, (number, file)) else { continue };
            let stated = file.stated(number, theirs);
            let value = Point {
                period: stated.period.clone(),
                value: theirs.value,
                bound: theirs.bound,
                flag: theirs.flag,
                source: theirs.source.clone(),
            };
            // What an older file expected is no figure: the base's own forecasts stand alone.
            let told = theirs.history.iter().filter(|point| point.period.from <= stated.period.to);
            let earlier = told.map(|point| (point.clone(), state(point, &stated), true));
            let figures = std::iter::once((value, stated.clone(), false)).chain(earlier);
            for (mut point, stated, bare) in figures {
                let converted = point.value.map(|value| conversion.apply(value.0).map(Exact));
                if converted == Some(None) {
                    self.list(Reason::Inexact, theirs, stated, Some(series.own.clone()));
                    continue;
                }
                point.value = converted.flatten();
                if self.offer(&mut series, theirs, (number, file), Kept { point, stated, bare }) && !bare {
                    self.count(number);
                    self.keep_breakdowns(theirs, (number, file), &conversion);
                }
            }
        }
        series.kept.sort_by_key(|kept| kept.point.period.from);
        series.kept.into_iter().map(|kept| kept.point).collect()
    }

    /// Keeps the breakdowns of a value that stands in the history, in the unit of the base, the oldest first. One with a
    /// part that cannot be converted without being rounded is left out: the rest of it would look like the whole.
    fn keep_breakdowns(&mut self, metric: &Metric, file: (usize, &'a Opened), conversion: &Conversion) {
        let converted = |breakdown: &Breakdown| {
            let part = |part: &Part| Some(Part { value: Exact(conversion.apply(part.value.0)?), ..part.clone() });
            Some(Breakdown { parts: breakdown.parts.iter().map(part).collect::<Option<_>>()?, ..breakdown.clone() })
        };
        let breakdowns: Vec<Breakdown> = metric.breakdown.iter().filter_map(converted).collect();
        if breakdowns.is_empty() {
            return;
        }
        let period = file.1.district.period_of(metric).clone();
        let source = self.sources.adopt(file, metric.source.as_ref());
        let all = self.breakdowns.entry(metric.id.clone()).or_default();
        let place = all.partition_point(|(other, ..)| other.from < period.from);
        all.insert(place, (period, source, breakdowns));
    }

    /// Offers a figure to a history; whether it stands there now, or says what stands there.
    fn offer(&mut self, series: &mut Series, metric: &Metric, file: (usize, &'a Opened), mut offered: Kept) -> bool {
        match series.judge(&offered) {
            Verdict::Known => true,
            Verdict::Refused(reason, ours) => {
                self.list(reason, metric, offered.stated, Some(*ours));
                false
            }
            Verdict::Room => {
                offered.point.source = self.sources.adopt(file, offered.point.source.as_ref());
                let Period { from, to, .. } = offered.point.period;
                self.origins.entry(metric.id.clone()).or_default().push((from, to, file.0));
                series.kept.push(offered);
                true
            }
        }
    }
}

/// A point of a history as its file states it, the file's value being `of`.
fn state(point: &Point, of: &Stated) -> Stated {
    Stated { period: point.period.clone(), value: point.value, bound: point.bound, ..of.clone() }
}
