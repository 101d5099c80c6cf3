//! The change of a metric from one year to the next, with the value that it is measured from.

use rust_decimal::Decimal;

use super::dataset::UnitKind;
use super::date::Period;
use super::district::District;
use super::metric::{Bound, Metric, Polarity};
use super::series::State;
use super::span::is_year_before;

/// What became of a value within a year. Without a base there is none.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// The days of the base: the same part of the year before.
    pub base_period: Period,
    /// The value then.
    pub base: Decimal,
    /// How its source qualifies the value then.
    pub base_bound: Bound,
    /// How settled the value then is.
    pub base_state: State,
    /// The value now.
    pub value: Decimal,
    /// What the difference is known to: where the value now is "over" something, so is the difference; where the base
    /// is, the difference is at most that.
    pub bound: Bound,
    /// The difference as a fraction of the base. None for shares, whose differences are percentage points, for ranks, and
    /// where the base is not above zero, for then no fraction of it says how much.
    pub relative: Option<Decimal>,
    /// Whether the change is for the better; none where neither way is, where nothing has changed, and where the bound
    /// leaves it open.
    pub better: Option<bool>,
}

/// The change of a metric year on year; none where there is no value now, or none for the same part of the year before,
/// and where the bounds of the two leave open how far they are apart.
pub fn year_on_year(district: &District, metric: &Metric) -> Option<Change> {
    let value = metric.value?.0;
    let own = district.period_of(metric);
    let base = metric.history.iter().find(|point| is_year_before(&point.period, own))?;
    let kind = district.unit(&metric.unit).map(|unit| unit.kind);
    let before = base.value?.0;
    let bound = known_to(metric.bound, base.bound)?;
    // Only what is exact on both sides is known to be the same.
    if before == value && (metric.bound, base.bound) != (Bound::Exact, Bound::Exact) {
        return None;
    }
    let relative = || value.checked_sub(before)?.checked_div(before);
    // Of a base that is not exact, a part is as sure as the difference only where the value is not below zero.
    let whole = base.bound == Bound::Exact || value >= Decimal::ZERO;
    let by_part = whole && !matches!(kind, Some(UnitKind::Share | UnitKind::Rank)) && before > Decimal::ZERO;
    Some(Change {
        base_period: base.period.clone(),
        base: before,
        base_bound: base.bound,
        base_state: State::of(base.flag, false),
        value,
        bound,
        relative: if by_part { relative() } else { None },
        better: better(before, value, bound, metric, kind),
    })
}

/// What the difference of a value and its base is known to; none where it may be anything.
fn known_to(value: Bound, base: Bound) -> Option<Bound> {
    // What makes the base larger makes the difference smaller.
    let turned = match base {
        Bound::Over => Bound::AtMost,
        Bound::AtMost => Bound::Over,
        Bound::Nearly | Bound::About => Bound::About,
        Bound::Exact => Bound::Exact,
    };
    let value = if value == Bound::Nearly { Bound::About } else { value };
    match (value, turned) {
        (bound, Bound::Exact) | (Bound::Exact, bound) => Some(bound),
        (bound, other) => (bound == other).then_some(bound),
    }
}

/// Whether it is better now. A place is better the smaller it is, whatever the polarity says.
fn better(before: Decimal, value: Decimal, bound: Bound, metric: &Metric, kind: Option<UnitKind>) -> Option<bool> {
    let rose = match value.cmp(&before) {
        std::cmp::Ordering::Equal => return None,
        order => order.is_gt(),
    };
    // Over a value that is itself above the base is a rise; over one that is below it may be either.
    let open = match bound {
        Bound::Over => !rose,
        Bound::AtMost => rose,
        Bound::Exact | Bound::About | Bound::Nearly => false,
    };
    let higher = match (kind, metric.polarity) {
        (Some(UnitKind::Rank), _) | (_, Some(Polarity::Lower)) => false,
        (_, Some(Polarity::Higher)) => true,
        (_, Some(Polarity::Neutral) | None) => return None,
    };
    (!open).then_some(rose == higher)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn district(metric: &str) -> District {
        let json = format!(
            r#"{{"schema_version":1,"id":"d","title":"d","district":"d","sources":[],"actions":[],
                "units":[{{"id":"n","name":"起","kind":"count"}},{{"id":"s","name":"%","kind":"share"}},
                         {{"id":"r","name":"名","kind":"rank"}}],
                "period":{{"from":"2024-01-01","to":"2024-12-31"}},
                "metrics":[{{"id":"m","name":"m",{metric}}}]}}"#
        );
        District::new(serde_json::from_str(&json).unwrap())
    }

    /// The change from the year before: relative, whether for the better.
    fn change(unit: &str, before: &str, now: &str, rest: &str) -> Option<(Option<String>, Option<bool>)> {
        let district = district(&format!(
            r#""unit":"{unit}","value":{now},"history":[
                {{"period":{{"from":"2022-01-01","to":"2022-12-31"}},"value":999}},
                {{"period":{{"from":"2023-01-01","to":"2023-12-31"}},"value":{before}}}]{rest}"#
        ));
        let change = year_on_year(&district, &district.data().metrics[0])?;
        Some((change.relative.map(|it| it.round_dp(6).normalize().to_string()), change.better))
    }

    #[test]
    fn fewer_accidents_are_an_improvement() {
        let lower = r#","polarity":"lower""#;
        assert_eq!(change("n", "80", "70", lower), Some((Some("-0.125".to_owned()), Some(true))));
        assert_eq!(change("n", "70", "80", lower), Some((Some("0.142857".to_owned()), Some(false))));
        assert_eq!(change("n", "70", "80", r#","polarity":"higher""#), Some((Some("0.142857".to_owned()), Some(true))));
        assert_eq!(change("n", "70", "80", r#","polarity":"neutral""#), Some((Some("0.142857".to_owned()), None)));
        assert_eq!(change("n", "70", "80", ""), Some((Some("0.142857".to_owned()), None)));
        assert_eq!(change("n", "70", "70", lower), Some((Some("0".to_owned()), None)));
    }

    #[test]
    fn a_better_place_is_a_smaller_one() {
        assert_eq!(change("r", "7", "3", ""), Some((None, Some(true))));
        assert_eq!(change("r", "3", "7", r#","polarity":"higher""#), Some((None, Some(false))));
    }

    #[test]
    fn shares_and_what_is_not_above_zero_have_no_percentage_of_change() {
        assert_eq!(change("s", "0.62", "0.65", ""), Some((None, None)));
        assert_eq!(change("n", "0", "5", ""), Some((None, None)));
        assert_eq!(change("n", "-4", "5", ""), Some((None, None)));
    }

    #[test]
    fn days_that_span_a_leap_day_have_a_base_too() {
        let json = r#""unit":"n","value":60,"period":{"from":"2024-01-15","to":"2024-03-10"},
            "history":[{"period":{"from":"2023-01-15","to":"2023-03-10"},"value":40}]"#;
        let district = district(json);
        let change = year_on_year(&district, &district.data().metrics[0]).unwrap();
        assert_eq!(change.relative.map(|it| it.normalize().to_string()).as_deref(), Some("0.5"));
    }

    #[test]
    fn over_a_hundred_after_a_hundred_is_not_the_same() {
        for bound in ["over", "about", "nearly", "at_most"] {
            assert_eq!(change("n", "100", "100", &format!(r#","bound":"{bound}""#)), None, "{bound}");
        }
        assert!(change("n", "100", "100", "").is_some());
    }

    #[test]
    fn without_a_base_there_is_no_change() {
        assert_eq!(change("n", "null", "5", ""), None);
        assert_eq!(change("n", "5", "null", ""), None);
        // A quarter is not the base of a year, nor is the year before the last.
        for (from, to) in [("2023-10-01", "2023-12-31"), ("2022-01-01", "2022-12-31")] {
            let district = district(&format!(
                r#""unit":"n","value":3,"history":[{{"period":{{"from":"{from}","to":"{to}"}},"value":2}}]"#
            ));
            assert_eq!(year_on_year(&district, &district.data().metrics[0]), None);
        }
    }

    #[test]
    fn a_bound_that_leaves_it_open_is_not_judged() {
        let over = r#","bound":"over","polarity":"higher""#;
        assert_eq!(change("n", "50", "60", over), Some((Some("0.2".to_owned()), Some(true))));
        assert_eq!(change("n", "60", "50", over).unwrap().1, None);
        assert_eq!(change("n", "60", "50", r#","bound":"at_most","polarity":"lower""#).unwrap().1, Some(true));
    }

    #[test]
    fn a_base_that_is_not_exact_bounds_the_difference_the_other_way() {
        use Bound::{About, AtMost, Exact, Nearly, Over};
        for (value, base, difference) in [
            (Exact, Exact, Some(Exact)),
            (Over, Exact, Some(Over)),
            (Nearly, Exact, Some(About)),
            (Exact, Over, Some(AtMost)),
            (Exact, AtMost, Some(Over)),
            (Over, AtMost, Some(Over)),
            (AtMost, Over, Some(AtMost)),
            (Nearly, About, Some(About)),
            (Over, Over, None),
            (AtMost, AtMost, None),
            (About, Over, None),
        ] {
            assert_eq!(known_to(value, base), difference, "{value:?} {base:?}");
        }
    }

    #[test]
    fn what_cannot_be_held_is_left_out() {
        let nines = "9".repeat(28);
        let tiny = format!("\"0.{}1\"", "0".repeat(27));
        assert_eq!(change("n", &tiny, &format!("\"{nines}\""), ""), Some((None, None)));
    }
}
