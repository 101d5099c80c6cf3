//! What figures say together: as written and as held, parts and whole, earlier values and later ones.

use super::{check, found, one, seed, several};

/// The codes found in the base with one metric changed.
fn codes(changes: &[(&str, &str)]) -> Vec<&'static str> {
    found(&check(seed(changes).0.as_bytes())).into_iter().map(|it| it.0).collect()
}

/// The codes found with a whole breakdown of a value.
fn whole(unit: &str, value: &str, parts: &[&str], more: &str) -> Vec<&'static str> {
    let parts: Vec<_> = parts.iter().map(|value| format!("{{\"name\": \"甲\", \"value\": {value}}}")).collect();
    let parts = parts.join(",");
    let breakdown = format!("\"breakdown\": [{{\"dimension\": \"街道\", \"whole\": true, \"parts\": [{parts}]}}],");
    codes(&[
        (
            "\"unit\": \"hectare\", \"value\": 12.5,",
            &format!("\"unit\": \"{unit}\", \"value\": {value}, {more} {breakdown}"),
        ),
        (
            "\"name\": \"名次\", \"kind\": \"rank\"},",
            "\"name\": \"名次\", \"kind\": \"rank\"}, {\"id\": \"yuan\", \"name\": \"元\", \"kind\": \"money\"}, {\"id\": \"yi\", \"name\": \"亿元\", \"kind\": \"money\", \"base\": {\"unit\": \"yuan\", \"factor\": 1e8}}, {\"id\": \"times\", \"name\": \"倍\", \"kind\": \"multiple\"}, {\"id\": \"year\", \"name\": \"年\", \"kind\": \"duration\"},",
        ),
    ])
}

#[test]
fn the_unit_behind_the_number_counts() {
    let parks = |text: &str| format!("\"value\": 12.5, \"as_written\": ⟦\"{text}\",");
    for text in ["12.5平方米", "12.5万公顷", "12.5亩", "12.5家次"] {
        one("as-written-mismatch", "metrics[parks].as_written", "\"value\": 12.5,", &parks(text));
    }
    one("as-written-mismatch", "metrics[coverage].as_written", "\"98%以上\"", "⟦\"98以上\"");
    one("as-written-mismatch", "metrics[coverage].as_written", "\"98%以上\"", "⟦\"98家次以上\"");
}

#[test]
fn a_conversion_that_is_faulty_says_nothing_of_figures() {
    let written = ("\"value\": 12.5,", "\"value\": 12.5, \"as_written\": \"12.5万平方米\",");
    for (from, to, code) in [
        ("\"factor\": 10000", "\"factor\": \"x\"", "bad-number"),
        ("\"factor\": 10000", "\"factor\": 0", "out-of-range"),
        ("{\"unit\": \"m2\"", "{\"unit\": \"m3\"", "dangling-reference"),
        ("{\"unit\": \"m2\"", "{\"unit\": 5", "wrong-type"),
    ] {
        assert_eq!(codes(&[written, (from, to)]), [code], "{to}");
    }
}

#[test]
fn parts_make_up_what_the_bound_says() {
    let fine: [(&str, &str, &[&str], &str); 17] = [
        ("visit", "60000", &["35312", "25000"], "\"bound\": \"over\", \"as_written\": \"超6万家次\","),
        ("visit", "60000", &["35312", "24500"], "\"bound\": \"nearly\", \"as_written\": \"近6万家次\","),
        ("visit", "60000", &["35312", "24500"], "\"bound\": \"about\", \"as_written\": \"约6万家次\","),
        ("visit", "60000", &["35312", "20500"], "\"bound\": \"about\","),
        ("visit", "60000", &["35312", "24500"], "\"bound\": \"at_most\","),
        ("visit", "53100", &["30012", "23055"], "\"as_written\": \"5.31万家次\","),
        ("yuan", "26280000000", &["13025000000", "13257000000"], "\"as_written\": \"262.8亿元\","),
        ("yi", "262.8", &["130.25", "132.57"], "\"as_written\": \"262.8亿元\","),
        ("yi", "10.0", &["3.3", "3.3", "3.3"], ""),
        ("yi", "10.0", &["3.0", "3.0", "4.0"], ""),
        ("yuan", "5", &["10", "-5"], ""),
        ("yi", "10.5", &["0", "10.5"], ""),
        ("share", "1", &["0.333", "0.333", "0.333"], ""),
        ("share", "1", &["0.33", "0.33", "0.33"], ""),
        ("share", "0.333", &["0.1", "0.23"], "\"as_written\": \"33.3%\","),
        ("visit", "1e3", &["5e2", "\"500\""], ""),
        ("visit", "null", &["1", "2"], ""),
    ];
    for (unit, value, parts, more) in fine {
        assert_eq!(whole(unit, value, parts, more), [""; 0], "{unit} {value} {parts:?} {more}");
    }
    let wrong: [(&str, &str, &[&str], &str); 14] = [
        ("visit", "60000", &["34312", "25000"], "\"bound\": \"over\","),
        ("visit", "60000", &["36312", "24500"], "\"bound\": \"nearly\","),
        ("visit", "60000", &["30312", "20500"], "\"bound\": \"nearly\","),
        ("visit", "60000", &["36312", "30500"], "\"bound\": \"about\","),
        ("visit", "60000", &["36312", "24500"], "\"bound\": \"at_most\","),
        ("visit", "53100", &["30012", "23155"], "\"as_written\": \"5.31万家次\","),
        ("visit", "53100", &["30012", "23087"], "\"as_written\": \"53100家次\","),
        ("yi", "10", &["3", "3.5", "2.1"], ""),
        ("yuan", "100", &["30", "69"], ""),
        ("year", "3", &["1", "1"], ""),
        ("m2", "100", &["30", "31", "38"], ""),
        ("times", "2", &["1.4", "1.4"], ""),
        ("share", "0.5", &["0.2", "0.2"], ""),
        ("visit", "5", &[], ""),
    ];
    for (unit, value, parts, more) in wrong {
        assert_eq!(whole(unit, value, parts, more), ["breakdown-sum"], "{unit} {value} {parts:?} {more}");
    }
    assert_eq!(whole("rank", "6", &["2", "4"], ""), ["breakdown-of-ranks"]);
}

#[test]
fn earlier_periods_are_earlier() {
    let second = "{\"from\": \"2023-01-01\", \"to\": \"2023-12-31\"}";
    let path = "metrics[visits].history[1].period.from";
    for (code, period) in [
        ("history-overlap", "{\"from\": ⟦\"2022-07-01\", \"to\": \"2023-12-31\"}"),
        ("history-overlap", "{\"from\": ⟦\"2022-12-31\", \"to\": \"2023-12-31\"}"),
        ("history-not-earlier", "{\"from\": ⟦\"2025-01-01\", \"to\": \"2025-12-31\"}"),
        ("history-not-earlier", "{\"from\": ⟦\"2024-01-01\", \"to\": \"2024-03-31\"}"),
        ("history-repeated", "{\"from\": ⟦\"2024-01-01\", \"to\": \"2024-06-30\"}"),
    ] {
        one(code, path, second, period);
    }
    // Where a metric names no period, its value is of the period of the dataset.
    let own = ", \"period\": {\"from\": \"2024-01-01\", \"to\": \"2024-06-30\"},\n";
    several("history-repeated", path, &[(own, ",\n"), (second, "{\"from\": ⟦\"2024-01-01\", \"to\": \"2024-12-31\"}")]);
    // What is behind the period of the value is a forecast, if it says so and keeps the order.
    let point = |from: &str, to: &str, flag: &str| {
        format!("{{\"period\": {{\"from\": \"{from}\", \"to\": \"{to}\"}}, \"value\": 1, \"flag\": \"{flag}\"}}")
    };
    let last = "{\"period\": {\"from\": \"2023-01-01\", \"to\": \"2023-12-31\"}, \"value\": null}";
    let with = |points: &[String]| codes(&[(last, &points.join(", "))]);
    let (summer, autumn) = (("2024-07-01", "2024-09-30"), ("2024-10-01", "2024-12-31"));
    let estimated = |(from, to)| point(from, to, "estimated");
    assert_eq!(with(&[estimated(summer), estimated(autumn)]), [""; 0]);
    assert_eq!(with(&[estimated(autumn), estimated(summer)]), ["history-order"]);
    assert_eq!(with(&[estimated(("2024-06-30", "2024-09-30")), estimated(autumn)]), ["history-not-earlier"]);
    for flag in ["provisional", "revised"] {
        assert_eq!(with(&[point(summer.0, summer.1, flag)]), ["history-not-earlier"], "{flag}");
    }
    // A flag that is misspelt may be the one that is missing.
    assert_eq!(with(&[point(summer.0, summer.1, "estimate")]), ["unknown-value"]);
    // Twelve months that end inside the year are earlier than the year.
    assert_eq!(codes(&[(second, "{\"from\": \"2023-04-01\", \"to\": \"2024-03-31\"}")]), [""; 0]);
}

#[test]
fn values_that_are_missing_or_go_round() {
    let place = "\"value\": 2, \"as_written\": \"第二\"";
    one("place-missing", "metrics[place].value", place, "\"value\": ⟦null");
    one("place-missing", "metrics[place].value", place, "\"value\": ⟦null, \"as_written\": \"第二\"");
    let (from, to) = ("\"value\": 12.5,", "\"value\": null, \"as_written\": ⟦\"12.5公顷\",");
    one("value-missing", "metrics[parks].as_written", from, to);
    assert_eq!(codes(&[(from, "\"value\": null,")]), [""; 0]);
    let from = "\"from\": [\"visits\"]";
    one("derived-from-itself", "metrics[parks].derived.from[0]", from, "\"from\": [⟦\"parks\"]");
}

#[test]
fn revisions_follow_one_another() {
    let one_before = |date: &str, new: u32| {
        let last = "{\"date\": \"2025-01\", \"old\": 53000, \"new\": 53100}";
        let with = format!("{{\"date\": \"{date}\", \"old\": 1, \"new\": {new}}}, {last}");
        codes(&[(last, &with)])
    };
    for date in ["2024", "2024-12-31", "2025", "2025-01", "2025-01-31"] {
        assert_eq!(one_before(date, 53000), [""; 0], "{date}");
    }
    for date in ["2026", "2025-02", "2025-02-01"] {
        assert_eq!(one_before(date, 53000), ["revision-mismatch"], "{date}");
    }
    assert_eq!(one_before("2024", 52000), ["revision-mismatch"]);
}

#[test]
fn whole_numbers_are_written_as_such() {
    for (from, to, advice) in [
        ("\"minutes\": 5", "\"minutes\": 10.0", "write 10"),
        ("\"seconds\": 30", "\"seconds\": 6e1", "write 60"),
        ("\"minutes\": 5", "\"minutes\": -1", "1 or more"),
        ("\"minutes\": 5", "\"minutes\": 0", "1 or more"),
    ] {
        let report = check(seed(&[(from, to)]).0.as_bytes());
        assert_eq!(report.faults.len(), 1);
        let message = xinhuo::lang::check::message(&report.faults[0].kind, xinhuo::domain::Lang::En);
        assert!(format!("{message:?}").contains(advice), "{message:?}");
    }
}

#[test]
fn a_figure_that_cannot_be_read_is_no_obstacle() {
    let (text, _) = seed(&[("\"5.31万家次\"", "\"翻一番\"")]);
    let report = check(text.as_bytes());
    assert_eq!((found(&report)[0].0, report.errors(), report.warnings()), ("as-written-unreadable", 0, 1));
}
