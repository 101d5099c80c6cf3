use super::*;
use crate::domain::change::year_on_year;
use crate::domain::figure::Format;
use crate::domain::text::Lang;

/// A file about a district and a year, with a report of its own.
fn file(district: &str, year: u16, metrics: &[String]) -> Loaded {
    let json = format!(
        r#"{{"schema_version":1,"id":"d{year}","title":"{district} {year}","district":"{district}",
            "period":{{"from":"{year}-01-01","to":"{year}-12-31"}},"actions":[],
            "sources":[{{"id":"report","title":"Report","publisher":"Office"}},
                {{"id":"book","title":"Yearbook","publisher":"City","url":"https://example.org/book"}}],
            "units":[{{"id":"visit","name":{{"zh":"次","en":"visits"}},"kind":"count"}},
                {{"id":"m2","name":"m²","kind":"area"}},
                {{"id":"hectare","name":"公顷","kind":"area","base":{{"unit":"m2","factor":10000}}}},
                {{"id":"third","name":"份","kind":"area","base":{{"unit":"m2","factor":3}}}},
                {{"id":"place","name":"名","kind":"rank"}}],
            "metrics":[{}]}}"#,
        metrics.join(",")
    );
    named(&format!("{district}-{year}.json"), &json)
}

fn named(name: &str, json: &str) -> Loaded {
    let data = crate::domain::check::load(json.as_bytes()).unwrap_or_else(|report| panic!("{:?}", report.faults));
    Loaded { name: name.to_owned(), data }
}

/// A metric; `more` begins with a comma.
fn metric(id: &str, unit: &str, value: &str, more: &str) -> String {
    format!(r#"{{"id":"{id}","name":"{id}","unit":"{unit}","value":{value}{more}}}"#)
}

fn visits(value: &str, more: &str) -> String {
    metric("visits", "visit", value, more)
}

fn joined(files: Vec<Loaded>) -> District {
    let mut files = files.into_iter();
    let own = files.next().unwrap();
    join(own, files.collect()).unwrap()
}

/// The first day, value with bound and source of each point of a metric's history.
fn history(district: &District, id: &str) -> Vec<(String, String, String)> {
    let metric = district.metric(id).unwrap();
    let point = |point: &crate::domain::metric::Point| {
        let unit = district.unit(&metric.unit).unwrap();
        let format = Format { lang: Lang::En, ..Format::default() };
        let value = point.value.map_or("-".to_owned(), |value| format.figure(value.0, point.bound, unit).short());
        let source = point.source.as_ref().map(|it| it.id.to_string()).unwrap_or_default();
        (point.period.from.to_string(), value, source)
    };
    metric.history.iter().map(point).collect()
}

fn short(district: &District, id: &str) -> Vec<String> {
    history(district, id).into_iter().map(|(from, value, _)| format!("{from} {value}")).collect()
}

/// Reason, metric, file, their value and ours.
fn listed(district: &District) -> Vec<String> {
    let joined = district.joined().unwrap();
    let value = |stated: &Option<Stated>| match stated.as_ref().map(|it| it.value) {
        Some(Some(value)) => value.to_string(),
        Some(None) => "null".to_owned(),
        None => "-".to_owned(),
    };
    let line = |it: &Mismatch| {
        let file = joined.files.get(it.file).map_or("?", |file| file.name.as_str());
        format!("{:?} {} {file} {} {}", it.reason, it.metric, value(&it.theirs), value(&it.ours))
    };
    joined.mismatches.iter().map(line).collect()
}

#[test]
fn one_file_is_opened_as_it_is() {
    let file = file("A", 2024, &[visits("1", "")]);
    let data = file.data.clone();
    let district = join(file, Vec::new()).unwrap();
    assert_eq!((district.data(), district.joined()), (&data, None));
    assert!(district.peers_of("visits").is_none());
}

#[test]
fn other_years_become_history_with_their_bounds_flags_and_sources() {
    let cited = r#","bound":"over","flag":"revised","source":{"id":"report","paragraph":7}"#;
    let district = joined(vec![
        file("A", 2022, &[visits("80", r#","source":{"id":"book","page":3}"#)]),
        file("A", 2024, &[visits("100", r#","source":{"id":"report","paragraph":1}"#)]),
        file("A", 2023, &[visits("90", cited)]),
        file("A", 2021, &[visits("null", "")]),
    ]);
    assert_eq!(district.data().period.from.to_string(), "2024-01-01");
    let expected = [("2021-01-01", "-", ""), ("2022-01-01", "80", "book"), ("2023-01-01", "over 90", "d2023-report")];
    let expected = expected.map(|(from, value, source)| (from.to_owned(), value.to_owned(), source.to_owned()));
    assert_eq!(history(&district, "visits"), expected);
    let point = &district.metric("visits").unwrap().history[2];
    assert_eq!(point.flag, Some(crate::domain::Flag::Revised));
    assert_eq!(point.source.as_ref().unwrap().paragraph, Some(7));
    // The yearbook is one document, each year's report another.
    let sources: Vec<&str> = district.data().sources.iter().map(|source| source.id.as_str()).collect();
    assert_eq!(sources, ["report", "book", "d2023-report"]);
    let all = district.joined().unwrap();
    assert_eq!(all.origin("visits", &point.period).unwrap().name, "A-2023.json");
    assert_eq!(all.years(), Some((2021, 2024)));
    let roles: Vec<_> = all.files.iter().map(|it| (it.name.as_str(), it.role, it.matched)).collect();
    assert_eq!(
        roles,
        [
            ("A-2024.json", FileRole::Base, 1),
            ("A-2023.json", FileRole::Earlier, 1),
            ("A-2022.json", FileRole::Earlier, 1),
            // It has no value.
            ("A-2021.json", FileRole::Earlier, 0),
        ]
    );
    assert!(all.mismatches.is_empty(), "{:?}", listed(&district));
}

#[test]
fn values_are_converted_exactly_or_not_at_all() {
    let district = joined(vec![
        file(
            "A",
            2024,
            &[
                metric("up", "m2", "1", ""),
                metric("down", "hectare", "1", ""),
                metric("thirds", "third", "1", ""),
                metric("odd", "m2", "1", ""),
            ],
        ),
        file(
            "A",
            2023,
            &[
                metric("up", "hectare", "10.7", ""),
                metric("down", "m2", "25000", ""),
                metric("thirds", "m2", "10", ""),
                metric("odd", "visit", "5", ""),
            ],
        ),
    ]);
    assert_eq!(short(&district, "up"), ["2023-01-01 107K"]);
    assert_eq!(short(&district, "down"), ["2023-01-01 2.5"]);
    assert_eq!((short(&district, "thirds"), short(&district, "odd")), (vec![], vec![]));
    assert_eq!(listed(&district), ["Unit odd A-2023.json 5 1", "Inexact thirds A-2023.json 10 1"]);
}

#[test]
fn a_unit_of_one_id_and_another_name_is_another_unit() {
    let mut older = file("A", 2023, &[visits("5", "")]);
    older.data.units[0].name = "万次".into();
    let district = joined(vec![file("A", 2024, &[visits("6", "")]), older]);
    assert_eq!(listed(&district), ["Unit visits A-2023.json 5 6"]);
}

const LAST_YEAR: &str = r#"{"period":{"from":"2023-01-01","to":"2023-12-31"},"value":"#;

#[test]
fn two_figures_for_the_same_days_are_listed_and_the_newer_file_is_kept() {
    let base = |value: &str| visits("100", &format!(r#","history":[{LAST_YEAR}{value}}}]"#));
    let older = || file("A", 2023, &[visits("90", "")]);
    let agreeing = joined(vec![file("A", 2024, &[base("90.0")]), older()]);
    assert_eq!((short(&agreeing, "visits"), listed(&agreeing)), (vec!["2023-01-01 90".to_owned()], vec![]));
    let revised = joined(vec![file("A", 2024, &[base("95")]), older()]);
    assert_eq!(short(&revised, "visits"), ["2023-01-01 95"]);
    assert_eq!(listed(&revised), ["Revised visits A-2023.json 90 95"]);
    let withdrawn = joined(vec![file("A", 2024, &[base("null")]), older()]);
    assert_eq!(short(&withdrawn, "visits"), ["2023-01-01 -"]);
    assert_eq!(listed(&withdrawn), ["Revised visits A-2023.json 90 null"]);
    assert_eq!(withdrawn.joined().unwrap().files[1].matched, 0);
    // The list cannot say "over", the older file does.
    let over = joined(vec![file("A", 2024, &[base("90")]), file("A", 2023, &[visits("90", r#","bound":"over""#)])]);
    assert_eq!((short(&over, "visits"), listed(&over)), (vec!["2023-01-01 over 90".to_owned()], vec![]));
}

#[test]
fn a_change_from_a_figure_with_a_bound_is_known_to_no_more_than_that() {
    let with = |now: &str| {
        let before = file("A", 2023, &[visits("90", r#","bound":"over""#)]);
        let district = joined(vec![file("A", 2024, &[visits("100", now)]), before]);
        year_on_year(&district, district.metric("visits").unwrap()).map(|change| (change.base_bound, change.bound))
    };
    assert_eq!(with(""), Some((Bound::Over, Bound::AtMost)));
    assert_eq!(with(r#","bound":"over""#), None);
}

#[test]
fn what_an_older_file_expected_is_no_history() {
    let forecast = |from: &str, value: &str| {
        let point = LAST_YEAR.replace("2023", from);
        format!(r#","history":[{point}{value},"flag":"estimated"}}]"#)
    };
    let base = || file("A", 2024, &[visits("100", &forecast("2025", "110"))]);
    for year in ["2024", "2025", "2026"] {
        let district = joined(vec![base(), file("A", 2023, &[visits("90", &forecast(year, "99"))])]);
        assert_eq!(short(&district, "visits"), ["2023-01-01 90", "2025-01-01 110"]);
        assert_eq!(listed(&district), [""; 0]);
    }
}

#[test]
fn a_file_s_own_history_comes_along_and_is_compared() {
    let with = |value: &str| visits("90", &format!(r#","history":[{}{value}}}]"#, LAST_YEAR.replace("2023", "2022")));
    let district = joined(vec![
        file("A", 2024, &[visits("100", "")]),
        file("A", 2023, &[with("80")]),
        file("A", 2022, &[visits("81", "")]),
    ]);
    assert_eq!(short(&district, "visits"), ["2022-01-01 80", "2023-01-01 90"]);
    assert_eq!(listed(&district), ["Revised visits A-2022.json 81 80"]);
    let joined = district.joined().unwrap();
    assert_eq!(joined.mismatches[0].ours.as_ref().unwrap().file, 1);
}

#[test]
fn days_that_overlap_or_come_too_late_are_listed() {
    let of = |from: &str, to: &str| format!(r#","period":{{"from":"{from}","to":"{to}"}}"#);
    let district = joined(vec![
        file("A", 2024, &[visits("100", ""), metric("since", "visit", "9", &of("2018-01-01", "2024-12-31"))]),
        file("A", 2023, &[visits("90", ""), metric("since", "visit", "8", &of("2018-01-01", "2023-12-31"))]),
        file("A", 2022, &[visits("70", &of("2022-07-01", "2023-06-30"))]),
        file("A", 2021, &[visits("60", &of("2024-02-01", "2024-03-01"))]),
    ]);
    assert_eq!(short(&district, "visits"), ["2023-01-01 90"]);
    let since = ["OnlyHere since A-2022.json - 9", "OnlyHere since A-2021.json - 9"];
    let told =
        ["NotBefore visits A-2021.json 60 100", "NotBefore since A-2023.json 8 9", "Overlap visits A-2022.json 70 90"];
    assert_eq!(listed(&district), [&told[..], &since[..]].concat());
}

#[test]
fn one_id_with_another_name_is_another_thing_and_another_definition_a_warning() {
    let renamed = r#"{"id":"visits","name":{"zh":"门诊","en":"patients"},"unit":"visit","value":5}"#.to_owned();
    let both = |en: &str| format!(r#"{{"id":"tours","name":{{"zh":"走访","en":"{en}"}},"unit":"visit","value":5}}"#);
    let defined = |text: &str| metric("homes", "visit", "1", &format!(r#","definition":"{text}""#));
    let district = joined(vec![
        file("A", 2024, &[visits("1", ""), both("tours"), defined("all"), metric("new", "visit", "1", "")]),
        file("A", 2023, &[renamed, both("visits made"), defined("some"), metric("old", "visit", "3", "")]),
    ]);
    assert_eq!(short(&district, "visits"), [""; 0]);
    assert_eq!((short(&district, "tours").len(), short(&district, "homes").len()), (1, 1));
    assert_eq!(
        listed(&district),
        [
            "Name visits A-2023.json 5 1",
            "Definition homes A-2023.json 1 1",
            "OnlyThere old A-2023.json 3 -",
            "OnlyHere new A-2023.json - 1",
        ]
    );
    let joined = district.joined().unwrap();
    assert_eq!(joined.mismatches[1].definition.as_ref().unwrap().get(Lang::En), "some");
    assert_eq!((joined.files[1].metrics, joined.files[1].matched), (4, 2));
}

#[test]
fn two_files_of_one_district_and_period_are_refused() {
    let district = |text: &str, year: u16| {
        let mut file = file("A", year, &[]);
        file.data.district = serde_json::from_str(text).unwrap();
        file
    };
    let (zh, en) = (r#"{"zh":"甲区","en":"A"}"#, r#"{"zh":"甲 区","en":" A "}"#);
    let error = join(district(zh, 2024), vec![district(en, 2024)]).unwrap_err();
    assert_eq!(error, Refusal::SamePeriod { first: "A-2024.json".into(), second: "A-2024.json".into() });
    // The third links the other two.
    let (a, b, link) = (r#"{"zh":"甲","en":"A"}"#, r#"{"zh":"乙","en":"B"}"#, r#"{"zh":"乙","en":"A"}"#);
    assert!(join(district(a, 2024), vec![district(b, 2024)]).is_ok());
    assert!(join(district(a, 2024), vec![district(b, 2024), district(link, 2023)]).is_err());
    assert!(join(district(a, 2023), vec![district(b, 2024), district(b, 2024)]).is_err());
}

#[test]
fn made_up_figures_in_any_file_are_told() {
    let mut older = file("A", 2023, &[]);
    older.data.synthetic = Some(true);
    let (real, other) = (file("A", 2024, &[]), file("B", 2024, &[]));
    assert_eq!(joined(vec![real.clone(), other.clone(), older]).data().synthetic, Some(true));
    assert_eq!(joined(vec![real, other]).data().synthetic, None);
}

/// Position, districts with a value, tied, certain; and the rows with their places, `*` being the own one.
fn standing(own: &str, others: &[&str]) -> (Option<usize>, usize, bool, bool, String) {
    let mut files = vec![file("own", 2024, &[visits(own.split(' ').next().unwrap(), &more(own))])];
    for (other, name) in others.iter().zip('A'..) {
        files.push(file(&name.to_string(), 2024, &[visits(other.split(' ').next().unwrap(), &more(other))]));
    }
    let district = joined(files);
    let standing = district.peers_of("visits").unwrap();
    let row = |row: &PeerRow<'_>| {
        let name = if row.own { "*" } else { row.district.get(Lang::En) };
        format!("{name}{}", row.position.map_or("-".to_owned(), |place| place.to_string()))
    };
    let rows: Vec<String> = standing.rows.iter().map(row).collect();
    (standing.position, standing.of, standing.tied, standing.certain, rows.join(" "))
}

fn more(text: &str) -> String {
    text.split(' ')
        .skip(1)
        .map(|word| match word {
            "higher" | "lower" | "neutral" => format!(r#","polarity":"{word}""#),
            bound => format!(r#","bound":"{bound}""#),
        })
        .collect()
}

#[test]
fn places_among_peers_skip_after_a_tie_and_follow_the_polarity() {
    assert_eq!(standing("5 higher", &["9", "5", "1", "null"]), (Some(2), 4, true, true, "A1 *2 B2 C4 D-".into()));
    assert_eq!(standing("5 lower", &["9", "5.0", "1"]), (Some(2), 4, true, true, "C1 *2 B2 A4".into()));
    assert_eq!(standing("5", &["1", "9"]), (Some(2), 3, false, true, "B1 *2 A3".into()));
    assert_eq!(standing("null higher", &["1", "9"]), (None, 2, false, true, "B1 A2 *-".into()));
    assert_eq!(standing("1 lower", &["null"]), (Some(1), 1, false, true, "*1 A-".into()));
    let order = |polarity: &str, unit: &str| {
        let own = file("own", 2024, &[metric("m", unit, "1", polarity)]);
        joined(vec![own, file("A", 2024, &[metric("m", unit, "2", "")])]).peers_of("m").unwrap().order
    };
    assert_eq!(order("", "visit"), PeerOrder::Size);
    assert_eq!(order(r#","polarity":"neutral""#, "visit"), PeerOrder::Size);
    assert_eq!(order("", "place"), PeerOrder::Lower);
    assert_eq!(order(r#","polarity":"higher""#, "visit"), PeerOrder::Higher);
}

#[test]
fn a_place_is_certain_only_where_bounds_cannot_turn_it() {
    for (own, other, certain) in [
        ("60 over", "50", true),
        ("60 over", "60", false),
        ("60 over", "70", false),
        ("60", "50 over", false),
        ("60", "70 over", true),
        ("60", "50 at_most", true),
        ("60 at_most", "50", false),
        ("60 nearly", "50", true),
        ("60 nearly", "55", false),
        ("60 about", "65", false),
        ("60 about", "67", true),
        ("60 about", "null", true),
        ("60 over", "60 over", false),
    ] {
        assert_eq!(standing(own, &[other]).3, certain, "{own}, {other}");
        assert_eq!(standing(other, &[own]).3, certain, "{other}, {own}");
    }
}

#[test]
fn peers_have_the_same_days_and_the_own_unit() {
    let district = joined(vec![
        file("A", 2024, &[metric("land", "m2", "20000", ""), visits("3", "")]),
        file("B", 2024, &[metric("land", "hectare", "3", r#","source":{"id":"report","page":2}"#), visits("4", "")]),
        file("B", 2023, &[metric("land", "hectare", "9", ""), visits("9", "")]),
        file("C", 2024, &[metric("land", "visit", "3", "")]),
    ]);
    let standing = district.peers_of("land").unwrap();
    let values: Vec<String> = standing.rows.iter().map(|row| row.value.unwrap().to_string()).collect();
    assert_eq!(values, ["30000", "20000"]);
    let source = standing.rows[0].source.unwrap();
    assert_eq!((source.id.as_str(), source.page), ("d2024-report", Some(2)));
    assert!(district.source(&source.id).is_some());
    assert_eq!(
        listed(&district),
        [
            "Unit land C-2024.json 3 20000",
            "OtherPeriod land B-2023.json 9 20000",
            "OtherPeriod visits B-2023.json 9 3",
            "OnlyHere visits C-2024.json - 3",
        ]
    );
    assert!(history(&district, "land").is_empty());
}

#[test]
fn two_files_of_one_peer_never_give_it_two_rows() {
    let stock = |value: &str| visits(value, r#","period":{"from":"2024-06-30","to":"2024-06-30"}"#);
    let files = |older: &str| {
        vec![file("A", 2024, &[stock("3")]), file("B", 2023, &[stock(older)]), file("B", 2024, &[stock("5")])]
    };
    assert_eq!(joined(files("5")).peers_of("visits").unwrap().rows.len(), 2);
    let revised = joined(files("4"));
    assert_eq!(revised.peers_of("visits").unwrap().rows.len(), 2);
    assert_eq!(listed(&revised), ["Revised visits B-2023.json 4 5"]);
}

/// A breakdown of one part; it begins with a comma.
fn parted(value: &str) -> String {
    format!(r#","breakdown":[{{"dimension":"place","parts":[{{"name":"north","value":{value}}}]}}]"#)
}

/// The first day and the first part of each breakdown that is kept, and how many values of each file are matched.
fn kept_breakdowns(files: Vec<Loaded>) -> (Vec<String>, Vec<usize>) {
    let district = joined(files);
    let joined = district.joined().unwrap();
    let line = |(period, _, all): &Earlier| format!("{} {}", period.from, all[0].parts[0].value.0);
    (joined.breakdowns("visits").iter().map(line).collect(), joined.files.iter().map(|file| file.matched).collect())
}

#[test]
fn breakdowns_are_kept_for_what_stands_in_the_history_alone() {
    let base = || file("A", 2024, &[visits("100", &parted("60"))]);
    let older = |value: &str, more: &str| file("A", 2023, &[visits(value, &format!("{}{more}", parted("50")))]);
    assert_eq!(kept_breakdowns(vec![base(), older("90", "")]), (vec!["2023-01-01 50".to_owned()], vec![1, 1]));
    // Known from the base's own list: it stands in the history all the same.
    let listed = file("A", 2024, &[visits("100", &format!(r#","history":[{LAST_YEAR}90}}]"#))]);
    assert_eq!(kept_breakdowns(vec![listed, older("90", "")]), (vec!["2023-01-01 50".to_owned()], vec![1, 1]));
    // The same days as the own value: known, and nothing of the past.
    let now = r#","period":{"from":"2024-01-01","to":"2024-12-31"}"#;
    assert_eq!(kept_breakdowns(vec![base(), older("100", now)]), (vec![], vec![1, 1]));
    // A gap is no value, wherever it falls; a figure that is refused is not matched.
    assert_eq!(kept_breakdowns(vec![base(), older("null", "")]), (vec![], vec![1, 0]));
    assert_eq!(kept_breakdowns(vec![base(), older("null", now)]), (vec![], vec![1, 0]));
    assert_eq!(kept_breakdowns(vec![base(), older("99", now)]), (vec![], vec![1, 0]));
}

#[test]
fn two_files_with_a_value_of_the_same_days_give_its_breakdown_once() {
    let last = r#","period":{"from":"2022-01-01","to":"2022-12-31"}"#;
    let of = |year: u16, part: &str| file("A", year, &[visits("80", &format!("{}{last}", parted(part)))]);
    let files = vec![file("A", 2024, &[visits("100", "")]), of(2022, "30"), of(2023, "40")];
    assert_eq!(kept_breakdowns(files), (vec!["2022-01-01 40".to_owned()], vec![1, 1, 1]));
}

#[test]
fn a_peer_without_a_value_has_a_row_and_is_not_matched() {
    let district = joined(vec![file("A", 2024, &[visits("3", "")]), file("B", 2024, &[visits("null", "")])]);
    assert_eq!(district.peers_of("visits").unwrap().rows.len(), 2);
    assert_eq!(district.joined().unwrap().files[1].matched, 0);
}

#[test]
fn reasons_are_told_in_the_order_that_they_sort_in() {
    assert!(Reason::ALL.iter().enumerate().all(|(at, reason)| *reason as usize == at));
}

mod properties {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::dimension::base_of;

    /// District, year and metrics: which, value, unit, bound, name, year of its own, earlier figure.
    type Plan = (u8, u16, Vec<(u8, Option<u8>, u8, u8, u8, u8, Option<u8>)>);

    fn plans() -> impl Strategy<Value = Vec<Plan>> {
        let value = || proptest::option::weighted(0.9, 0u8..4);
        let metric = (0u8..4, value(), 0u8..6, 0u8..6, 0u8..8, 0u8..8, value());
        proptest::collection::vec((0u8..3, 2020u16..2024, proptest::collection::vec(metric, 0..5)), 1..8)
    }

    fn build(plans: &[Plan]) -> Vec<Loaded> {
        let mut files: Vec<Loaded> = Vec::new();
        for (district, year, metrics) in plans {
            let name = format!("{district}-{year}.json");
            if files.iter().any(|file| file.name == name) {
                continue;
            }
            let mut seen = std::collections::HashSet::new();
            let text =
                |(id, value, unit, bound, named, other, earlier): &(u8, Option<u8>, u8, u8, u8, u8, Option<u8>)| {
                    let number = |value: &Option<u8>| value.map_or("null".to_owned(), |value| value.to_string());
                    let unit = ["m2", "m2", "m2", "hectare", "third", "visit"][usize::from(*unit)];
                    let bound = ["exact", "exact", "exact", "over", "about", "at_most"][usize::from(*bound)];
                    let name = if *named == 0 { "else".to_owned() } else { format!("m{id}") };
                    let own = if *other == 0 { year - 1 } else { *year };
                    let before = own - 1 - u16::from(*other % 2);
                    format!(
                        r#"{{"id":"m{id}","name":"{name}","unit":"{unit}","value":{},"bound":"{bound}",
                    "source":{{"id":"report","paragraph":{year}}},"period":{{"from":"{own}-01-01","to":"{own}-12-31"}},
                    "history":[{{"period":{{"from":"{before}-01-01","to":"{before}-12-31"}},"value":{}}}]}}"#,
                        number(value),
                        number(earlier)
                    )
                };
            let metrics = metrics.iter().filter(|it| seen.insert(it.0));
            let metrics: Vec<String> = metrics.map(text).collect();
            let mut loaded = file(&format!("D{district}"), *year, &metrics);
            loaded.name = name;
            files.push(loaded);
        }
        files
    }

    /// A value in the base of its unit, so that values of several units can be compared.
    fn in_base(district: &District, unit: &Id, value: Exact) -> String {
        let (base, factor) = base_of(district, district.unit(unit).unwrap());
        format!("{} {}", (value.0 * factor).normalize(), base.id)
    }

    /// Whether the value of a metric of a file is found again.
    fn is_found(all: &District, file: &Loaded, metric: &Metric) -> bool {
        let joined = all.joined().unwrap();
        let opened = District::new(file.data.clone());
        let (Some(value), period) = (metric.value, opened.period_of(metric)) else { return true };
        let listed = joined.mismatches.iter().filter(|it| it.reason != Reason::Definition).any(|it| {
            joined.files[it.file].name == file.name
                && it.theirs.as_ref().is_some_and(|theirs| {
                    it.metric == metric.id
                        && (theirs.value, &theirs.period, theirs.bound) == (Some(value), period, metric.bound)
                })
        });
        let Some(own) = all.metric(&metric.id) else { return listed };
        let wanted = in_base(&opened, &metric.unit, value);
        let is = |stated: Option<Exact>| stated.is_some_and(|stated| in_base(all, &own.unit, stated) == wanted);
        let current = same_days(all.period_of(own), period) && is(own.value);
        let earlier = own.history.iter().any(|point| same_days(&point.period, period) && is(point.value));
        let beside = same_days(all.period_of(own), period)
            && joined
                .peers(&metric.id)
                .iter()
                .any(|peer| peer.district == file.data.district && is(peer.value.map(Exact)));
        let place = if file.data.district == all.data().district { current || earlier } else { beside };
        place || listed
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn the_order_of_files_does_not_matter(plans in plans(), turn in 0usize..8, flip in any::<bool>()) {
            let files = build(&plans);
            let (own, others) = (files[0].clone(), files[1..].to_vec());
            let mut turned = others.clone();
            turned.rotate_left(turn.min(others.len()));
            if flip {
                turned.reverse();
            }
            let (one, other) = (join(own.clone(), others).unwrap(), join(own, turned).unwrap());
            prop_assert_eq!(one.data(), other.data());
            prop_assert_eq!(one.joined(), other.joined());
            // Nor does it matter which file of the own district is named first.
            let mut files = files;
            let district = files[0].data.district.clone();
            let last = files.iter().rposition(|file| file.data.district == district).unwrap();
            files.swap(0, last);
            let swapped = joined(files);
            prop_assert_eq!(one.data(), swapped.data());
            prop_assert_eq!(one.joined(), swapped.joined());
        }

        #[test]
        fn no_value_is_lost(plans in plans()) {
            let files = build(&plans);
            let all = joined(files.clone());
            if all.joined().is_none() {
                return Ok(());
            }
            for file in &files {
                for metric in &file.data.metrics {
                    let lost = || format!("{} {} of {}\n{:#?}", metric.id, file.name, all.data().id, listed(&all));
                    prop_assert!(is_found(&all, file, metric), "{}", lost());
                }
            }
        }

        #[test]
        fn what_is_joined_is_a_dataset(plans in plans()) {
            let all = joined(build(&plans));
            for metric in &all.data().metrics {
                let first_day = all.period_of(metric).from;
                prop_assert!(metric.history.windows(2).all(|pair| pair[0].period.to < pair[1].period.from));
                prop_assert!(metric.history.iter().all(|point| point.period.from < first_day));
                let peers = all.joined().map_or(&[][..], |joined| joined.peers(&metric.id));
                let sources = metric.history.iter().map(|it| &it.source).chain(peers.iter().map(|it| &it.source));
                prop_assert!(sources.flatten().all(|locator| all.source(&locator.id).is_some()));
                if let Some(standing) = all.peers_of(&metric.id) {
                    prop_assert_eq!(standing.rows.iter().filter(|row| row.own).count(), 1);
                    let in_order = |pair: &[PeerRow<'_>]| match (pair[0].position, pair[1].position) {
                        (Some(above), Some(below)) => {
                            above <= below && (above == below) == (pair[0].value == pair[1].value)
                        }
                        (above, below) => above.is_some() || below.is_none(),
                    };
                    prop_assert!(standing.rows.windows(2).all(in_order));
                }
            }
            let mut ids: Vec<&str> = all.data().sources.iter().map(|source| source.id.as_str()).collect();
            let count = ids.len();
            ids.sort_unstable();
            ids.dedup();
            prop_assert_eq!(ids.len(), count);
        }
    }
}
