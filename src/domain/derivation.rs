//! The arithmetic of a derived figure, computed again.
//!
//! What a derived figure says about itself is text for people. Where that text states a calculation (`72,000 ÷ 845 ≈ 85.2`),
//! it is computed again and held against the value; where it states none, the simple ways of making one figure out of
//! others are tried.

mod arithmetic;

use rust_decimal::Decimal;

use super::district::District;
use super::id::Id;
use super::metric::{Derived, Metric};
use super::text::Lang;
use arithmetic::{Calculation, calculations};

/// What came of computing a derived figure again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Recomputed {
    /// The calculation gives the value, to the last digit of the value.
    Agrees {
        /// The calculation as it is computed: `72000 ÷ 845`.
        calculation: String,
        /// What it gives.
        result: Decimal,
    },
    /// It gives something else.
    Differs {
        /// The calculation as it is computed.
        calculation: String,
        /// What it gives.
        result: Decimal,
    },
    /// Nothing says how to compute it, and no simple way gives the value.
    Untold,
}

/// A derived figure computed again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recomputation {
    /// What came of it.
    pub outcome: Recomputed,
    /// The figures it is said to be computed from whose present values the calculation does not use.
    pub unused: Vec<Id>,
}

/// Computes a derived figure again; none where the metric is not derived or has no value.
pub fn recompute(district: &District, metric: &Metric) -> Option<Recomputation> {
    let (derived, value) = (metric.derived.as_ref()?, metric.value?.0);
    let from: Vec<(&Id, Decimal)> =
        derived.from.iter().filter_map(|id| Some((id, district.metric(id)?.value?.0))).collect();
    let stated = stated(derived);
    let chosen = stated.iter().find(|it| gives(it.result, value)).or_else(|| stated.last());
    let Some(chosen) = chosen else {
        let values: Vec<Decimal> = from.iter().map(|(_, value)| *value).collect();
        let found = simple(&values).into_iter().find(|it| gives(it.result, value));
        let outcome = found.map_or(Recomputed::Untold, |found| Recomputed::Agrees {
            calculation: found.text,
            result: found.result.normalize(),
        });
        return Some(Recomputation { outcome, unused: Vec::new() });
    };
    let (calculation, result) = (chosen.text.clone(), chosen.result.normalize());
    let uses = |value: Decimal| stated.iter().any(|it| it.operands.contains(&value));
    let unused = from.iter().filter(|(_, value)| !uses(*value)).map(|(id, _)| (*id).clone()).collect();
    let outcome = if gives(chosen.result, value) {
        Recomputed::Agrees { calculation, result }
    } else {
        Recomputed::Differs { calculation, result }
    };
    Some(Recomputation { outcome, unused })
}

/// The calculations that the text states, in the language that states any.
fn stated(derived: &Derived) -> Vec<Calculation> {
    Lang::ALL
        .into_iter()
        .map(|lang| calculations(derived.how.get(lang)))
        .find(|found| !found.is_empty())
        .unwrap_or_default()
}

/// Whether a result is the value, to the last digit that the value has.
fn gives(result: Decimal, value: Decimal) -> bool {
    let last_place = Decimal::try_from_i128_with_scale(1, value.normalize().scale()).unwrap_or(Decimal::ONE);
    result.checked_sub(value).and_then(|off| off.abs().checked_mul(Decimal::TWO)).is_some_and(|off| off <= last_place)
}

/// The simple ways: sum, difference, product, quotients, mean.
fn simple(values: &[Decimal]) -> Vec<Calculation> {
    let [first, rest @ ..] = values else { return Vec::new() };
    if rest.is_empty() {
        return Vec::new();
    }
    let join = |sign: &str, values: &[Decimal]| {
        values.iter().map(|value| value.normalize().to_string()).collect::<Vec<_>>().join(sign)
    };
    let sum = values.iter().try_fold(Decimal::ZERO, |sum, value| sum.checked_add(*value));
    let mut ways = vec![
        (join(" + ", values), sum),
        (join(" − ", values), rest.iter().try_fold(*first, |left, value| left.checked_sub(*value))),
        (join(" × ", values), values.iter().try_fold(Decimal::ONE, |product, value| product.checked_mul(*value))),
    ];
    if let [second] = rest {
        ways.push((join(" ÷ ", values), first.checked_div(*second)));
        ways.push((join(" ÷ ", &[*second, *first]), second.checked_div(*first)));
    }
    let mean = sum.and_then(|sum| sum.checked_div(Decimal::from(values.len())));
    ways.push((format!("({}) ÷ {}", join(" + ", values), values.len()), mean));
    let made = |(text, result): (String, Option<Decimal>)| {
        Some(Calculation { text, result: result?, operands: values.to_vec() })
    };
    ways.into_iter().filter_map(made).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn outcome(value: &str, how: &str, from: &[&str]) -> (Recomputed, Vec<String>) {
        let others: Vec<String> = from
            .iter()
            .enumerate()
            .map(|(at, value)| format!(r#"{{"id":"f{at}","name":"f","unit":"n","value":{value}}},"#))
            .collect();
        let ids: Vec<String> = (0..from.len()).map(|at| format!(r#""f{at}""#)).collect();
        let json = format!(
            r#"{{"schema_version":1,"id":"d","title":"d","district":"d","sources":[],"actions":[],
                "units":[{{"id":"n","name":"件","kind":"count"}}],"period":{{"from":"2024-01-01","to":"2024-12-31"}},
                "metrics":[{}{{"id":"m","name":"m","unit":"n","value":{value},
                "derived":{{"from":[{}],"how":"{how}"}}}}]}}"#,
            others.concat(),
            ids.join(",")
        );
        let district = District::new(serde_json::from_str(&json).unwrap());
        let made = recompute(&district, district.metric("m").unwrap()).unwrap();
        (made.outcome, made.unused.iter().map(ToString::to_string).collect())
    }

    fn agrees(calculation: &str, result: &str) -> Recomputed {
        Recomputed::Agrees { calculation: calculation.to_owned(), result: result.parse().unwrap() }
    }

    #[test]
    fn what_the_text_states_is_computed_again() {
        assert_eq!(
            outcome("11.625", "选派干部人数除以重点片区数：186÷16=11.625。", &["186", "16"]),
            (agrees("186 ÷ 16", "11.625"), vec![])
        );
        assert_eq!(
            outcome("13.66", "Problems by projects: 4,329 ÷ 317 ≈ 13.66, to two decimals.", &["4329", "317"]).0,
            agrees("4329 ÷ 317", "13.656151419558359621451104101")
        );
        assert_eq!(outcome("85", "72000÷845≈85.2，取整为85", &["72000", "845"]).1, Vec::<String>::new());
    }

    #[test]
    fn a_value_that_it_does_not_give_is_told() {
        let differs = Recomputed::Differs { calculation: "3 + 4".to_owned(), result: Decimal::from(7) };
        assert_eq!(outcome("8", "3 + 4 = 8", &["3", "4"]).0, differs);
    }

    #[test]
    fn a_figure_that_has_changed_since_is_named() {
        assert_eq!(outcome("7", "3 + 4 = 7", &["3", "5"]), (agrees("3 + 4", "7"), vec!["f1".to_owned()]));
    }

    #[test]
    fn without_a_stated_calculation_the_simple_ways_are_tried() {
        for (value, from, text) in [
            ("12", &["3", "4", "5"][..], "3 + 4 + 5"),
            ("0.25", &["3", "12"], "3 ÷ 12"),
            ("4", &["3", "12"], "12 ÷ 3"),
            ("-9", &["3", "12"], "3 − 12"),
            ("7.5", &["3", "12"], "(3 + 12) ÷ 2"),
        ] {
            let (made, _) = outcome(value, "按来源列出的名称数得", from);
            assert!(matches!(&made, Recomputed::Agrees { calculation, .. } if calculation == text), "{made:?}");
        }
        assert_eq!(outcome("6", "数得", &[]).0, Recomputed::Untold);
        assert_eq!(outcome("6", "数得", &["1", "0"]).0, Recomputed::Untold);
        assert_eq!(outcome("6", "同上", &["6"]).0, Recomputed::Untold);
    }
}
