//! The arithmetic of a derived figure, computed again.
//!
//! What a derived figure says about itself is text for people. Where that text states a calculation (`72,000 ÷ 845 ≈ 85.2`),
//! it is computed again and held against the value and against what the text says that it gives; where it states none, the
//! simple ways of making one figure out of others are tried.

mod arithmetic;
mod hyphen;
mod measure;
mod number;
mod simple;
mod tokens;

use rust_decimal::Decimal;

use super::district::District;
use super::id::Id;
use super::metric::{Derived, Metric};
use super::text::Lang;
use arithmetic::{Calculation, calculations};
use measure::Measure;
use number::SmallM;
use tokens::{Token, tokens};

/// What came of computing a derived figure again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Recomputed {
    /// The calculation gives the value, to the last digit of the value.
    Agrees {
        /// The calculation as it is computed: `72000 ÷ 845`.
        calculation: String,
        /// What it gives, in the unit of the metric.
        result: Decimal,
    },
    /// It gives something else.
    Differs {
        /// The calculation as it is computed.
        calculation: String,
        /// What it gives, in the unit of the metric.
        result: Decimal,
    },
    /// A calculation gives the value, but the text says of one that it gives something else than it does.
    Contradicts {
        /// The calculation as it is computed.
        calculation: String,
        /// What it gives, without a unit: it may be a step on the way.
        result: Decimal,
        /// What the text says that it gives.
        stated: Decimal,
    },
    /// Nothing says how to compute it, and no simple way gives the value.
    Untold,
}

/// A derived figure computed again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recomputation {
    /// What came of it.
    pub outcome: Recomputed,
    /// The figures it is said to be computed from whose present values the text does not have.
    pub unused: Vec<Id>,
}

/// Computes a derived figure again; none where the metric is not derived or has no value.
pub fn recompute(district: &District, metric: &Metric) -> Option<Recomputation> {
    let (derived, value) = (metric.derived.as_ref()?, metric.value?.0);
    let from: Vec<&Metric> = derived.from.iter().filter_map(|id| district.metric(id)).collect();
    let measure = Measure::of(district, metric);
    let Some(reading) = Reading::best(derived, value, &measure) else {
        let values: Vec<Decimal> = from.iter().filter_map(|input| Some(input.value?.0)).collect();
        let agrees = |(calculation, result): (String, Decimal)| {
            measure.given(result, value).map(|result| Recomputed::Agrees { calculation, result: result.normalize() })
        };
        let outcome = simple::ways(&values).into_iter().find_map(agrees).unwrap_or(Recomputed::Untold);
        return Some(Recomputation { outcome, unused: Vec::new() });
    };
    let unused = |input: &&Metric| {
        let forms = input.value.map(|value| Measure::of(district, input).forms(value.0)).unwrap_or_default();
        !forms.is_empty() && !forms.iter().any(|form| reading.has(*form))
    };
    let unused = from.iter().copied().filter(unused).map(|input| input.id.clone()).collect();
    Some(Recomputation { outcome: reading.outcome(value, &measure)?, unused })
}

/// A text that states calculations, read in one way.
struct Reading {
    tokens: Vec<Token>,
    calculations: Vec<Calculation>,
}

impl Reading {
    /// The text in the language that states any calculation, read so that it agrees where it can; none where it states none.
    fn best(derived: &Derived, value: Decimal, measure: &Measure) -> Option<Self> {
        Lang::ALL.into_iter().find_map(|lang| {
            let read = |m| {
                let tokens = tokens(derived.how.get(lang), m);
                Self { calculations: calculations(&tokens), tokens }
            };
            let plain = Some(read(SmallM::Unit)).filter(|it| !it.calculations.is_empty())?;
            let agrees = |it: &Self| matches!(it.outcome(value, measure), Some(Recomputed::Agrees { .. }));
            if agrees(&plain) {
                return Some(plain);
            }
            Some(read(SmallM::Million)).filter(agrees).or(Some(plain))
        })
    }

    /// What comes of its calculations: the one that gives the value counts, else the last.
    fn outcome(&self, value: Decimal, measure: &Measure) -> Option<Recomputed> {
        let given = |it: &Calculation| Some((it.text.clone(), measure.given(it.result, value)?.normalize()));
        let Some((calculation, result)) = self.calculations.iter().find_map(given) else {
            let last = self.calculations.last()?;
            let result = measure.nearest(last.result, value).normalize();
            return Some(Recomputed::Differs { calculation: last.text.clone(), result });
        };
        let contradiction = self.calculations.iter().find_map(|it| {
            let stated = it.stated.filter(|stated| !measure.same(it.result).any(|result| stated.is(result)))?;
            let (calculation, result) = (it.text.clone(), it.result.normalize());
            Some(Recomputed::Contradicts { calculation, result, stated: stated.value().normalize() })
        });
        Some(contradiction.unwrap_or(Recomputed::Agrees { calculation, result }))
    }

    /// Whether a number stands anywhere in the text; the sign may be told by a word or by a minus between two numbers.
    fn has(&self, number: Decimal) -> bool {
        self.tokens.iter().any(|token| matches!(token, Token::Number(it) if it.value.abs() == number.abs()))
    }
}

#[cfg(test)]
mod tests;
