//! What wants attention: metrics that are behind, missing, stale or uncited.

use super::district::District;
use super::metric::Metric;
use super::span::Span;
use super::status::{Status, status};

/// A reason to look at a metric.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Exception {
    /// By the rule of its target it is behind, or has missed it.
    Behind,
    /// It has no value.
    Missing,
    /// Its value is of days gone by, and a later one is due.
    Stale,
    /// Nothing says where its value comes from.
    Uncited,
}

impl Exception {
    /// Every reason, in the order in which they are shown.
    pub const ALL: [Self; 4] = [Self::Behind, Self::Missing, Self::Stale, Self::Uncited];

    /// The word for it in an address.
    pub fn id(self) -> &'static str {
        match self {
            Self::Behind => "behind",
            Self::Missing => "missing",
            Self::Stale => "stale",
            Self::Uncited => "uncited",
        }
    }

    /// The reason with this word.
    pub fn parse(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.id() == id)
    }

    /// Whether there is this reason to look at a metric.
    pub fn holds(self, district: &District, metric: &Metric) -> bool {
        match self {
            Self::Behind => matches!(status(metric), Status::Behind | Status::Missed),
            Self::Missing => metric.value.is_none(),
            Self::Stale => is_stale(district, metric),
            Self::Uncited => metric.is_uncited(),
        }
    }
}

/// Whether the value speaks of days gone by.
///
/// Any value is stale that speaks of days before the dataset's period begins. One that is told again and again, as its
/// history shows, is stale as soon as a whole further period of its length lies within the dataset's: a figure of the
/// second quarter when the fourth has ended.
fn is_stale(district: &District, metric: &Metric) -> bool {
    if metric.value.is_none() {
        return false;
    }
    let (own, whole) = (district.period_of(metric), &district.data().period);
    if own.to < whole.from {
        return true;
    }
    let recurs = || {
        let span = Span::of(own)?;
        let told_before = metric.history.iter().any(|point| Span::of(&point.period) == Some(span));
        let next = span.next(own).filter(|_| told_before)?;
        Some(next.to <= whole.to)
    };
    recurs().unwrap_or(false)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn holds(metric: &str) -> Vec<Exception> {
        let json = format!(
            r#"{{"schema_version":1,"id":"d","title":"d","district":"d","actions":[],
                "sources":[{{"id":"s","title":"s","publisher":"s"}}],
                "units":[{{"id":"n","name":"件","kind":"count"}}],
                "period":{{"from":"2024-01-01","to":"2024-12-31"}},
                "metrics":[{{"id":"m","name":"m","unit":"n",{metric}}}]}}"#
        );
        let district = District::new(serde_json::from_str(&json).unwrap());
        let metric = &district.data().metrics[0];
        Exception::ALL.into_iter().filter(|it| it.holds(&district, metric)).collect()
    }

    const CITED: &str = r#","source":{"id":"s"}"#;

    #[test]
    fn a_metric_may_want_attention_for_several_reasons() {
        assert_eq!(holds(&format!(r#""value":1{CITED}"#)), []);
        assert_eq!(holds(r#""value":null"#), [Exception::Missing, Exception::Uncited]);
        let target = r#","target":{"value":100,"rule":{"on_course":0.05,"behind":0.2}}"#;
        for (value, expected) in
            [("100", vec![]), ("95", vec![]), ("94.9", vec![Exception::Behind]), ("1", vec![Exception::Behind])]
        {
            assert_eq!(holds(&format!(r#""value":{value}{target}{CITED}"#)), expected, "{value}");
        }
    }

    #[test]
    fn stale_is_what_a_later_value_is_due_for() {
        let period = |from: &str, to: &str| format!(r#""period":{{"from":"{from}","to":"{to}"}}"#);
        let history = |from: &str, to: &str| format!(r#","history":[{{{},"value":1}}]"#, period(from, to));
        let spring = period("2024-04-01", "2024-06-30");
        let autumn = period("2024-07-01", "2024-09-30");
        let winter = period("2024-10-01", "2024-12-31");
        let before = history("2024-01-01", "2024-03-31");
        for (own, history, stale) in [
            (period("2023-01-01", "2023-12-31"), String::new(), true),
            (period("2023-07-01", "2024-06-30"), String::new(), false),
            (spring.clone(), before.clone(), true),
            (autumn, before.clone(), true),
            (winter, before, false),
            // Told once, or at unlike lengths: nothing says that there should be more.
            (spring.clone(), String::new(), false),
            (spring, history("2023-01-01", "2023-12-31"), false),
            (period("2024-06-30", "2024-06-30"), String::new(), false),
        ] {
            let expected: &[Exception] = if stale { &[Exception::Stale] } else { &[] };
            assert_eq!(holds(&format!(r#""value":1,{own}{history}{CITED}"#)), expected, "{own} {history}");
        }
    }

    #[test]
    fn the_word_in_an_address_reads_back() {
        for it in Exception::ALL {
            assert_eq!(Exception::parse(it.id()), Some(it));
        }
        assert_eq!(Exception::parse("late"), None);
    }
}
