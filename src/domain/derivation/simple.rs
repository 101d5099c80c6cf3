//! The simple ways of making one figure out of others: sum, difference, product, quotients, mean.

use rust_decimal::Decimal;

use super::arithmetic::plain;

/// The simple ways for these values, each written and computed; none for a single value.
pub(super) fn ways(values: &[Decimal]) -> Vec<(String, Decimal)> {
    let [first, rest @ ..] = values else { return Vec::new() };
    if rest.is_empty() {
        return Vec::new();
    }
    let join = |sign: &str, values: &[Decimal]| values.iter().copied().map(plain).collect::<Vec<_>>().join(sign);
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
    ways.into_iter().filter_map(|(text, result)| Some((text, result?))).collect()
}
