//! Units: each is converted, by a positive factor and without circles, to one of its own kind.

use super::super::fault::Role;
use super::super::kind::{FaultKind, FigureFault, ReferenceFault};
use super::super::path::steps;
use super::super::terms::{Limits, List};
use super::{Finding, Rules};

/// How far the walk along the conversions has come with a unit.
#[derive(Clone, Copy, PartialEq)]
enum Mark {
    New,
    /// On the way that began at this unit.
    Seen(usize),
}

impl Rules<'_> {
    pub(super) fn units(&mut self) {
        for (at, unit) in self.data.units.iter().enumerate() {
            let Some(base) = &unit.base else { continue };
            self.reference(List::Units, &base.unit, || steps!["units", at, "base", "unit"]);
            if base.factor.is_sign_negative() || base.factor.is_zero() {
                let kind = FaultKind::Figure(FigureFault::OutOfRange {
                    found: base.factor.to_string(),
                    limits: Limits::Positive,
                });
                self.add(Finding::new(kind, steps!["units", at, "base", "factor"]));
            }
            let target = self.ids.at(List::Units, &base.unit);
            if let Some((to, other)) = target.and_then(|to| self.data.units.get(to).map(|other| (to, other)))
                && other.kind != unit.kind
            {
                let kind = FaultKind::Reference(ReferenceFault::UnitKindDiffers {
                    kind: unit.kind,
                    base: other.id.to_string(),
                    base_kind: other.kind,
                });
                let finding = Finding::new(kind, steps!["units", at, "base", "unit"])
                    .need(steps!["units", at, "kind"])
                    .beside(steps!["units", to, "kind"], Role::UnitKind);
                self.add(finding);
            }
        }
        self.unit_cycles();
    }

    /// Follows the conversions from each unit; every unit is passed once.
    fn unit_cycles(&mut self) {
        let mut marks = vec![Mark::New; self.data.units.len()];
        for start in 0..marks.len() {
            let mut at = start;
            while let Some(mark) = marks.get_mut(at) {
                if *mark == Mark::Seen(start) {
                    self.unit_cycle(at);
                }
                if *mark != Mark::New {
                    break;
                }
                *mark = Mark::Seen(start);
                match self.base_of(at) {
                    Some(next) => at = next,
                    None => break,
                }
            }
        }
    }

    fn base_of(&self, at: usize) -> Option<usize> {
        let base = self.data.units.get(at)?.base.as_ref()?;
        self.ids.at(List::Units, &base.unit)
    }

    /// Tells the circle that `at` is on, at its first unit in the file.
    fn unit_cycle(&mut self, at: usize) {
        let mut circle = vec![at];
        while let Some(next) = circle.last().and_then(|last| self.base_of(*last)).filter(|next| *next != at) {
            circle.push(next);
        }
        let least = circle.iter().enumerate().min_by_key(|(_, unit)| **unit).map_or(0, |(nth, _)| nth);
        circle.rotate_left(least);
        let units = circle.iter().filter_map(|at| self.data.units.get(*at)).map(|unit| unit.id.to_string()).collect();
        let first = circle.first().copied().unwrap_or(at);
        self.add(Finding::new(
            FaultKind::Reference(ReferenceFault::UnitCycle { units }),
            steps!["units", first, "base", "unit"],
        ));
    }
}
