//! How a metric stands against its target, by the rule that the target itself declares and by nothing else.

use rust_decimal::Decimal;

use super::date::Period;
use super::metric::{Bound, Metric, Polarity, Rule, Target};

/// How a metric stands against its target.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Status {
    /// The target is reached.
    Met,
    /// Not reached, and no further off than the rule calls on course.
    OnCourse,
    /// Further off, and no further than the rule calls behind.
    Behind,
    /// Further off than that.
    Missed,
    /// The bound of the value leaves open which of these it is.
    Unclear,
    /// There is no target, or none with a rule: nothing can be said.
    NoTarget,
    /// There is a target with a rule, and no value.
    NoData,
}

impl Status {
    /// Every status, in the order in which they are shown.
    pub const ALL: [Self; 7] =
        [Self::Met, Self::OnCourse, Self::Behind, Self::Missed, Self::Unclear, Self::NoTarget, Self::NoData];
}

/// The status of a metric.
///
/// The distance from the target counts as a fraction of the target; the limits of the rule belong to the better side
/// (exactly 5 % off is on course where the rule says 0.05). Where less is better, a value above the target is off; where
/// neither is better, any distance is. A metric that does not say which way is better has a target to be reached from
/// below.
///
/// A bound is heeded: what is "nearly" the target has not reached it. Of what is "over" or "at most" a value a status is told
/// where everything that the bound allows has it; where it leaves that open ("at most 110" of 100 to be reached, "over 95"),
/// it is unclear.
pub fn status(metric: &Metric) -> Status {
    let Some(target) = &metric.target else { return Status::NoTarget };
    let Some(rule) = &target.rule else { return Status::NoTarget };
    let Some(value) = metric.value else { return Status::NoData };
    let (value, target) = (value.0, target.value.0);
    let stands = if reached(value, target, metric) { Status::Met } else { by_rule(value, target, rule) };
    let open = far_end(value, target, metric).is_some_and(|far| far != stands);
    if open { Status::Unclear } else { stands }
}

/// Whether the value itself reaches a target.
fn reached(value: Decimal, target: Decimal, metric: &Metric) -> bool {
    match (metric.polarity.unwrap_or(Polarity::Higher), metric.bound) {
        (Polarity::Higher, Bound::Nearly) => value > target,
        (Polarity::Higher, _) => value >= target,
        (Polarity::Lower, _) => value <= target,
        (Polarity::Neutral, Bound::Exact | Bound::About) => value == target,
        (Polarity::Neutral, Bound::Nearly | Bound::Over | Bound::AtMost) => false,
    }
}

/// The status of what is as far from the value as its bound allows; none where the value is all there is. On the way there
/// every status between the two is passed, and where neither way is better, that of the target too.
fn far_end(value: Decimal, target: Decimal, metric: &Metric) -> Option<Status> {
    let polarity = metric.polarity.unwrap_or(Polarity::Higher);
    match (metric.bound, polarity) {
        (Bound::Exact | Bound::About | Bound::Nearly, _) => None,
        (Bound::Over, Polarity::Higher) | (Bound::AtMost, Polarity::Lower) => Some(Status::Met),
        (Bound::Over, Polarity::Lower) | (Bound::AtMost, Polarity::Higher) => Some(Status::Missed),
        (Bound::Over, Polarity::Neutral) => Some(if value < target { Status::Met } else { Status::Missed }),
        (Bound::AtMost, Polarity::Neutral) => Some(if value > target { Status::Met } else { Status::Missed }),
    }
}

/// What the rule calls the distance between a value and the target that it has not reached.
fn by_rule(value: Decimal, target: Decimal, rule: &Rule) -> Status {
    // A distance too large to be held is further off than any rule allows.
    let Some(distance) = value.checked_sub(target).map(|it| it.abs()) else { return Status::Missed };
    let within = |part: Decimal| target.abs().checked_mul(part).is_none_or(|limit| distance <= limit);
    if within(rule.on_course.0) {
        Status::OnCourse
    } else if within(rule.behind.0) {
        Status::Behind
    } else {
        Status::Missed
    }
}

/// Values that have one status: from a limit to a limit, on the axis of the metric.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Range {
    /// Where it begins; none: without end.
    pub from: Option<Decimal>,
    /// Where it ends; none: without end.
    pub to: Option<Decimal>,
    /// The status of the values in it.
    pub status: Status,
}

/// The ranges that the rule of a metric's target declares, in the order of their values; empty where there is no rule, or
/// where a limit cannot be held. A limit belongs to the better side. Where neither way is better, only the target itself is
/// met, as a range of no width.
pub fn ranges(metric: &Metric) -> Vec<Range> {
    limits(metric).unwrap_or_default()
}

fn limits(metric: &Metric) -> Option<Vec<Range>> {
    let target = metric.target.as_ref()?;
    let rule = target.rule.as_ref()?;
    let target = target.value.0;
    let away = |part: Decimal| target.abs().checked_mul(part);
    let (near, far) = (away(rule.on_course.0)?, away(rule.behind.0)?);
    let range = |from, to, status| Range { from, to, status };
    let below = || {
        let (far, near) = (target.checked_sub(far)?, target.checked_sub(near)?);
        Some([
            range(None, Some(far), Status::Missed),
            range(Some(far), Some(near), Status::Behind),
            range(Some(near), Some(target), Status::OnCourse),
        ])
    };
    let above = || {
        let (near, far) = (target.checked_add(near)?, target.checked_add(far)?);
        Some([
            range(Some(target), Some(near), Status::OnCourse),
            range(Some(near), Some(far), Status::Behind),
            range(Some(far), None, Status::Missed),
        ])
    };
    let met = |from, to| [range(from, to, Status::Met)];
    let mut all: Vec<Range> = match metric.polarity.unwrap_or(Polarity::Higher) {
        Polarity::Higher => below()?.into_iter().chain(met(Some(target), None)).collect(),
        Polarity::Lower => met(None, Some(target)).into_iter().chain(above()?).collect(),
        Polarity::Neutral => below()?.into_iter().chain(met(Some(target), Some(target))).chain(above()?).collect(),
    };
    all.retain(|range| range.status == Status::Met || range.from != range.to);
    Some(all)
}

/// How far the value is from the target: what is above it is positive. None without either, or where it cannot be held.
pub fn gap(metric: &Metric) -> Option<Decimal> {
    metric.value?.0.checked_sub(metric.target.as_ref()?.value.0)
}

/// Whether a target is due: its date, to the end of what it names, is not after the last day of the figure. A target
/// without a date is.
pub fn is_due(target: &Target, figure: &Period) -> bool {
    let last = figure.to.parts();
    target.by.is_none_or(|by| match (by.month, by.day) {
        (Some(month), Some(day)) => (by.year, month, day) <= last,
        // The end of a month or a year has come where its last day has.
        (Some(month), None) => (by.year, month, super::date::days_in_month(by.year, month)) <= last,
        _ => (by.year, 12, 31) <= last,
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn metric(value: &str, polarity: &str, bound: &str, target: &str) -> Metric {
        let json = format!(
            r#"{{"id":"m","name":"m","unit":"u","value":{value},"bound":"{bound}"{polarity},"target":{{"value":{target},
                "rule":{{"on_course":0.05,"behind":0.2}}}}}}"#
        );
        serde_json::from_str(&json).unwrap()
    }

    #[test]
    fn each_side_of_each_limit() {
        let (higher, lower, neutral) =
            (r#","polarity":"higher""#, r#","polarity":"lower""#, r#","polarity":"neutral""#);
        let cases = [
            ("100", higher, Status::Met),
            ("100.01", higher, Status::Met),
            ("500", higher, Status::Met),
            ("99.99", higher, Status::OnCourse),
            ("95", higher, Status::OnCourse),
            ("94.99", higher, Status::Behind),
            ("80", higher, Status::Behind),
            ("79.99", higher, Status::Missed),
            ("-100", higher, Status::Missed),
            ("100", lower, Status::Met),
            ("3", lower, Status::Met),
            ("100.01", lower, Status::OnCourse),
            ("105", lower, Status::OnCourse),
            ("105.01", lower, Status::Behind),
            ("120", lower, Status::Behind),
            ("120.01", lower, Status::Missed),
            ("100", neutral, Status::Met),
            ("105", neutral, Status::OnCourse),
            ("95", neutral, Status::OnCourse),
            ("80", neutral, Status::Behind),
            ("120.01", neutral, Status::Missed),
            ("100", "", Status::Met),
            ("99", "", Status::OnCourse),
            ("null", higher, Status::NoData),
        ];
        for (value, polarity, expected) in cases {
            assert_eq!(status(&metric(value, polarity, "exact", "100")), expected, "{value} {polarity}");
        }
    }

    #[test]
    fn targets_below_and_at_zero() {
        // −95 is 5 % of 100 above −100; where less is better it is not yet there.
        assert_eq!(status(&metric("-95", r#","polarity":"lower""#, "exact", "-100")), Status::OnCourse);
        assert_eq!(status(&metric("-105", r#","polarity":"higher""#, "exact", "-100")), Status::OnCourse);
        // No distance is a small part of zero.
        assert_eq!(status(&metric("1", r#","polarity":"lower""#, "exact", "0")), Status::Missed);
        assert_eq!(status(&metric("0", r#","polarity":"lower""#, "exact", "0")), Status::Met);
    }

    #[test]
    fn nearly_there_is_not_there() {
        assert_eq!(status(&metric("100", "", "nearly", "100")), Status::OnCourse);
        assert_eq!(status(&metric("101", "", "nearly", "100")), Status::Met);
        assert_eq!(status(&metric("100", r#","polarity":"lower""#, "nearly", "100")), Status::Met);
        assert_eq!(status(&metric("100", "", "over", "100")), Status::Met);
    }

    #[test]
    fn a_bound_that_leaves_it_open_is_not_judged() {
        let (lower, neutral) = (r#","polarity":"lower""#, r#","polarity":"neutral""#);
        for (value, polarity, bound, expected) in [
            ("90", "", "over", Status::Unclear),
            ("70", "", "over", Status::Unclear),
            ("90", lower, "over", Status::Unclear),
            ("104", lower, "over", Status::Unclear),
            ("121", lower, "over", Status::Missed),
            ("90", lower, "at_most", Status::Met),
            ("104", lower, "at_most", Status::Unclear),
            ("110", "", "at_most", Status::Unclear),
            ("96", "", "at_most", Status::Unclear),
            ("79", "", "at_most", Status::Missed),
            ("100", neutral, "over", Status::Unclear),
            ("70", neutral, "over", Status::Unclear),
            ("121", neutral, "over", Status::Missed),
            ("121", neutral, "at_most", Status::Unclear),
            ("100", neutral, "exact", Status::Met),
        ] {
            assert_eq!(status(&metric(value, polarity, bound, "100")), expected, "{bound} {value} {polarity}");
        }
    }

    #[test]
    fn without_target_or_rule_nothing_is_said() {
        let mut metric = metric("100", "", "exact", "100");
        if let Some(target) = &mut metric.target {
            target.rule = None;
        }
        assert_eq!(status(&metric), Status::NoTarget);
        metric.target = None;
        assert_eq!(status(&metric), Status::NoTarget);
        metric.value = None;
        assert_eq!(status(&metric), Status::NoTarget);
    }

    #[test]
    fn ranges_are_where_the_statuses_are() {
        let told = |metric: &Metric| -> Vec<String> {
            let end = |end: Option<Decimal>| end.map_or(String::new(), |end| end.normalize().to_string());
            ranges(metric).iter().map(|it| format!("{}..{} {:?}", end(it.from), end(it.to), it.status)).collect()
        };
        assert_eq!(
            told(&metric("1", "", "exact", "100")),
            ["..80 Missed", "80..95 Behind", "95..100 OnCourse", "100.. Met"]
        );
        assert_eq!(
            told(&metric("1", r#","polarity":"lower""#, "exact", "100")),
            ["..100 Met", "100..105 OnCourse", "105..120 Behind", "120.. Missed"]
        );
        assert_eq!(
            told(&metric("1", r#","polarity":"neutral""#, "exact", "100")),
            [
                "..80 Missed",
                "80..95 Behind",
                "95..100 OnCourse",
                "100..100 Met",
                "100..105 OnCourse",
                "105..120 Behind",
                "120.. Missed"
            ]
        );
        assert_eq!(told(&metric("1", "", "exact", "0")), ["..0 Missed", "0.. Met"]);
    }

    #[test]
    fn a_target_is_due_when_its_day_has_come() {
        let figure: Period = serde_json::from_str(r#"{"from":"2024-01-01","to":"2024-12-31"}"#).unwrap();
        for (by, due) in [
            (r#""2024-12-31""#, true),
            (r#""2024""#, true),
            (r#""2024-12""#, true),
            (r#""2025-01""#, false),
            (r#""2025-01-01""#, false),
            ("null", true),
        ] {
            let target: Target = serde_json::from_str(&format!(r#"{{"value":1,"by":{by}}}"#)).unwrap();
            assert_eq!(is_due(&target, &figure), due, "{by}");
        }
    }

    #[test]
    fn the_gap_is_signed() {
        assert_eq!(
            gap(&metric("97.5", "", "exact", "100")).map(|it| it.normalize().to_string()).as_deref(),
            Some("-2.5")
        );
        assert_eq!(gap(&metric("103", "", "exact", "100")), Some(Decimal::from(3)));
    }

    proptest! {
        #[test]
        fn a_value_inside_a_range_has_its_status(
            value in -3000_i64..3000,
            target in -300_i64..300,
            polarity in prop::sample::select(vec!["higher", "lower", "neutral"]),
        ) {
            let value = Decimal::new(value, 1);
            let metric = metric(&value.to_string(), &format!(r#","polarity":"{polarity}""#), "exact", &target.to_string());
            let inside = |range: &&Range| range.from.is_none_or(|it| it < value) && range.to.is_none_or(|it| value < it);
            if let Some(range) = ranges(&metric).iter().find(inside) {
                prop_assert_eq!(range.status, status(&metric));
            }
        }
    }

    proptest! {
        #[test]
        fn the_further_off_the_worse(a in -1000_i64..1000, b in -1000_i64..1000, target in -300_i64..300) {
            let of = |value: i64| status(&metric(&value.to_string(), "", "exact", &target.to_string()));
            prop_assert!(of(a.max(b)) <= of(a.min(b)));
        }
    }

    #[test]
    fn no_value_overflows() {
        let mut metric = metric("1", "", "exact", "1");
        for (value, target) in [(Decimal::MIN, Decimal::MAX), (Decimal::MAX, Decimal::MIN)] {
            metric.value = Some(crate::domain::Exact(value));
            if let Some(it) = &mut metric.target {
                it.value = crate::domain::Exact(target);
            }
            let expected = if value > target { Status::Met } else { Status::Missed };
            assert_eq!(status(&metric), expected);
        }
    }
}
