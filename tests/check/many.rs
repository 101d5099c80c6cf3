//! Many faults in one file: all of them are told in one pass, and nothing else.

use super::{check, found, seed};

/// Seeded changes, each with the code that it must give, where the mark stands in front of the fault.
const FAULTS: [(&str, &str, &str); 26] = [
    ("syntax", "\"id\": \"test-2024\",", "\"id\": \"test-2024\"⟦"),
    ("control-character", "\"测试数据集\"", "\"测试⟦\\u001b数据集\""),
    (
        "period-reversed",
        "\"period\": {\"from\": \"2024-01-01\", \"to\": \"2024-12-31\"}",
        "\"period\": {\"from\": ⟦\"2025-01-01\", \"to\": \"2024-12-31\"}",
    ),
    ("bad-date", "\"published\": \"2025-02\"", "\"published\": ⟦\"2025-2\""),
    ("unknown-value", "\"kind\": \"count\"", "\"kind\": ⟦\"counter\""),
    ("out-of-range", "\"factor\": 10000", "\"factor\": ⟦-1"),
    ("dangling-reference", "\"sources\": [\"report\"]", "\"sources\": [⟦\"repot\"]"),
    ("unknown-field", "\"name\": \"品牌扬声\"", "\"name\": \"品牌扬声\", ⟦\"moto\": \"x\""),
    ("duplicate-id", "{\"id\": \"festival\"", "{\"id\": ⟦\"vanguard\""),
    ("empty-text", "\"文化节\"", "⟦\"\""),
    ("bad-number", "\"value\": 53100, \"action\"", "\"value\": ⟦\"5.31万\", \"action\""),
    ("out-of-range", "\"paragraph\": 3", "\"paragraph\": ⟦0"),
    ("history-repeated", "\"2023-01-01\", \"to\": \"2023-12-31\"", "⟦\"2022-01-01\", \"to\": \"2022-12-31\""),
    ("wrong-type", "\"headline\": true", "\"headline\": ⟦1"),
    ("as-written-mismatch", "\"98%以上\"", "⟦\"97%以上\""),
    ("rule-order", "\"behind\": 0.2", "\"behind\": ⟦0.01"),
    (
        "breakdown-sum",
        "\"parts\": [{\"name\": \"东\", \"value\": 0.5}",
        "\"parts\": ⟦[{\"name\": \"东\", \"value\": 0.3}",
    ),
    ("rank-mismatch", "\"value\": 2, \"as_written\": \"第二\"", "\"value\": ⟦3"),
    ("rank-beyond-size", "\"position\": 2, \"of\": 10", "\"position\": ⟦2, \"of\": 1"),
    ("duplicate-key", "\"level\": \"nation\"}", "\"level\": \"nation\", ⟦\"level\": \"nation\"}"),
    (
        "missing-field",
        "{\"id\": \"parks\", \"name\": \"公园面积\", \"unit\": \"hectare\",",
        "⟦{\"id\": \"parks\", \"name\": \"公园面积\",",
    ),
    ("honour-without-source", "{\"id\": \"prize\"", "⟦{\"id\": \"prize\""),
    ("unknown-value", "\"level\": \"nation\", \"kind\"", "\"level\": ⟦\"national\", \"kind\""),
    (
        "initiative-mismatch",
        "\"action\": \"governance\", \"initiative\": \"vanguard\", \"metric\"",
        "\"action\": \"brand\", \"initiative\": ⟦\"vanguard\", \"metric\"",
    ),
    ("unknown-place", "\"metric/visits\"", "⟦\"metric/visit\""),
    ("dangling-reference", "\"spotlight\": \"prize\"", "\"spotlight\": ⟦\"price\""),
];

#[test]
fn all_faults_are_told_at_once_and_nothing_else() {
    // The mark of one is in the way of the next, so each place is found on its own and read out of the whole text.
    let mut text =
        super::BASE.replace("\"metric\": \"place\", \"source\": {\"id\": \"report\"}}", "\"metric\": \"place\"}");
    for (_, from, to) in FAULTS {
        assert_eq!(text.matches(from).count(), 1, "{from}");
        text = text.replacen(from, to, 1);
    }
    let (mut expected, mut plain, mut line, mut column) = (Vec::new(), String::new(), 1, 1);
    for character in text.chars() {
        if character == super::HERE {
            expected.push((line, column));
            continue;
        }
        plain.push(character);
        (line, column) = if character == '\n' { (line + 1, 1) } else { (line, column + 1) };
    }
    let report = check(plain.as_bytes());
    let found = found(&report);
    let places: Vec<_> = found.iter().map(|(_, line, column)| (*line, *column)).collect();
    assert_eq!(places, expected, "{found:#?}");
    let mut codes: Vec<_> = found.iter().map(|(code, ..)| *code).collect();
    let mut wanted = FAULTS.map(|(code, ..)| code).to_vec();
    codes.sort_unstable();
    wanted.sort_unstable();
    assert_eq!(codes, wanted);
}

#[test]
fn one_mistake_gives_one_fault() {
    // A list that is missing is not told again by each reference into it.
    let (text, _) = seed(&[("\"actions\": [", "\"action\": [")]);
    assert_eq!(
        found(&check(text.as_bytes())).iter().map(|it| it.0).collect::<Vec<_>>(),
        ["missing-field", "unknown-field"]
    );
    // A unit whose kind is misspelt does not make its values wrong, a broken value does not make sums wrong.
    for (from, to) in [
        ("\"kind\": \"share\"", "\"kind\": \"shares\""),
        ("\"kind\": \"area\"}", "\"kind\": \"aera\"}"),
        ("\"value\": 0.98,", "\"value\": \"98%\","),
        ("\"value\": 0.48", "\"value\": true"),
        ("\"position\": 2,", "\"position\": \"2\","),
        ("\"from\": \"2023-01-01\", \"to\"", "\"from\": \"2023-1-1\", \"to\""),
        ("\"derived\": {\"from\": [\"visits\"], \"how\": \"推算\"}", "\"derived\": 5"),
        ("\"source\": {\"id\": \"report\", \"page\": 2}", "\"source\": \"report\""),
        ("\"unit\": \"visit\"", "\"unit\": 5"),
        // An entry without its id does not leave what refers to it dangling.
        ("{\"id\": \"brand\", \"name\"", "{\"id\": \"Brand\", \"name\""),
        ("{\"id\": \"brand\", \"name\"", "{\"id\": \"品牌\", \"name\""),
        ("{\"id\": \"brand\", \"name\"", "{\"id\": 5, \"name\""),
        ("{\"id\": \"brand\", \"name\"", "{\"name\""),
        ("{\"id\": \"visit\", ", "{"),
        ("{\"id\": \"visits\", ", "{"),
        ("{\"id\": \"visits\", ", "{\"id\": \"Visits\", "),
        ("{\"id\": \"prize\", ", "{\"id\": \"pri\\u0007ze\", "),
        ("    {\"id\": \"vanguard\", \"action\": \"governance\", \"name\": \"党员先锋队\"}", "    5"),
        // A conversion that is faulty does not make figures in its unit wrong.
        ("\"factor\": 10000", "\"factor\": \"x\""),
    ] {
        let report = check(seed(&[(from, to)]).0.as_bytes());
        assert_eq!(report.errors(), 1, "{to}: {report:#?}");
    }
}

#[test]
fn a_large_file_with_a_fault_in_every_entry_is_checked_in_time() {
    let metric = |nth: usize| format!("{{\"id\":\"m-{nth}\",\"name\":\"甲\",\"unit\":\"vist\",\"value\":{nth}}}");
    let metrics: Vec<_> = (0..20_000).map(metric).collect();
    let text = super::BASE.replace("\"metrics\": [", &format!("\"metrics\": [{},", metrics.join(",")));
    let begin = std::time::Instant::now();
    let report = check(text.as_bytes());
    assert_eq!((report.errors(), report.warnings()), (20_000, 20_000));
    assert!(begin.elapsed().as_secs() < 20, "{:?}", begin.elapsed());
}
