//! The forms in which a text may give a figure: in its unit, in what the unit counts by the thousand or more, in percent.

use rust_decimal::Decimal;

use super::arithmetic::is_near;
use crate::domain::check::scales_of;
use crate::domain::dataset::UnitKind;
use crate::domain::dimension::base_of;
use crate::domain::district::District;
use crate::domain::metric::Metric;

/// How the figures of a metric are measured.
pub(super) struct Measure {
    /// How many of something else one of its unit is: 10 000 元 are one 万元, 10 000 square metres one hectare.
    scales: Vec<Decimal>,
    share: bool,
}

impl Measure {
    /// That of a metric.
    pub(super) fn of(district: &District, metric: &Metric) -> Self {
        let Some(unit) = district.unit(&metric.unit) else { return Self { scales: Vec::new(), share: false } };
        let mut scales = scales_of(unit);
        scales.push(base_of(district, unit).1);
        scales.retain(|scale| *scale != Decimal::ONE && !scale.is_zero());
        scales.sort_unstable();
        scales.dedup();
        Self { scales, share: unit.kind == UnitKind::Share }
    }

    /// The numbers by which a text may tell a value.
    pub(super) fn forms(&self, value: Decimal) -> Vec<Decimal> {
        let hundred = self.share.then_some(Decimal::ONE_HUNDRED);
        let more = self.scales.iter().copied().chain(hundred).filter_map(|scale| value.checked_mul(scale));
        [value].into_iter().chain(more).collect()
    }

    /// What a result may be in the unit: itself, without the scale of the unit, as a share where it is in percent.
    fn readings(&self, result: Decimal) -> impl Iterator<Item = Decimal> {
        let hundred = self.share.then_some(Decimal::ONE_HUNDRED);
        let less = self.scales.iter().copied().chain(hundred).filter_map(move |scale| result.checked_div(scale));
        [result].into_iter().chain(less)
    }

    /// The result in the unit, where it is the value to the last digit that the value has.
    pub(super) fn given(&self, result: Decimal, value: Decimal) -> Option<Decimal> {
        let place = Decimal::try_from_i128_with_scale(1, value.normalize().scale()).unwrap_or(Decimal::ONE);
        self.readings(result).find(|it| is_near(*it, value, place))
    }

    /// The result in the unit as far as can be told: the reading that is nearest to the value.
    pub(super) fn nearest(&self, result: Decimal, value: Decimal) -> Decimal {
        let off = |it: &Decimal| it.checked_sub(value).map_or(Decimal::MAX, |off| off.abs());
        self.readings(result).min_by_key(off).unwrap_or(result)
    }

    /// The numbers by which a text may state a result.
    pub(super) fn same(&self, result: Decimal) -> impl Iterator<Item = Decimal> {
        let percent = self.share.then(|| result.checked_mul(Decimal::ONE_HUNDRED)).flatten();
        self.readings(result).chain(percent)
    }
}
