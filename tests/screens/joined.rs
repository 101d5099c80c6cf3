//! Several datasets at once: what the screens say of them.

use proptest::prelude::*;
use xinhuo::domain::Lang;

use crate::common::{Desk, district};

/// A year of a district that measures the same few things as the others, and some that only it has.
fn year(district: &str, year: u16, metrics: &str) -> String {
    format!(
        r#"{{"schema_version":1,"id":"d-{year}","title":{{"zh":"{district}{year}年度","en":"{district} {year}"}},
        "district":"{district}","period":{{"from":"{year}-01-01","to":"{year}-12-31"}},
        "sources":[{{"id":"report","title":"{year}年度报告","publisher":"区统计局","published":"{year}-12-31"}}],
        "units":[{{"id":"visit","name":{{"zh":"家次","en":"visits"}},"kind":"count"}},
            {{"id":"person","name":{{"zh":"人","en":"people"}},"kind":"count"}},
            {{"id":"m2","name":{{"zh":"平方米","en":"m²"}},"kind":"area"}},
            {{"id":"hectare","name":{{"zh":"公顷","en":"hectares"}},"kind":"area","base":{{"unit":"m2","factor":10000}}}}],
        "actions":[{{"id":"service","name":{{"zh":"服务","en":"Service"}}}}],"metrics":[{metrics}]}}"#
    )
}

fn metric(id: &str, name: &str, unit: &str, value: &str, more: &str) -> String {
    format!(
        r#"{{"id":"{id}","name":{{"zh":"{name}","en":"{id}"}},"unit":"{unit}","value":{value},"action":"service",
        "source":{{"id":"report","paragraph":12}}{more}}}"#
    )
}

/// Three years of one district and two others, with every reason for which something does not match.
fn files() -> Vec<(&'static str, String)> {
    let history = |value: &str| {
        format!(
            r#","polarity":"higher","history":[{{"period":{{"from":"2023-01-01","to":"2023-12-31"}},"value":{value}}}]"#
        )
    };
    let since = |year: u16| format!(r#","period":{{"from":"2018-01-01","to":"{year}-12-31"}}"#);
    let half = r#","period":{"from":"2022-07-01","to":"2023-06-30"}"#;
    let base = [
        metric("visits", "走访企业", "visit", "61000", &history("52000")),
        metric("land", "整备土地", "m2", "1070000", r#","definition":"已交付的土地","polarity":"neutral""#),
        metric("people", "服务人数", "person", "60000", r#","bound":"over","polarity":"higher""#),
        metric("total", "累计走访", "visit", "400000", &since(2024)),
        metric("teams", "先锋队", "person", "40", ""),
        metric("halls", "党群服务中心", "visit", "7", ""),
    ];
    let before = [
        metric("visits", "走访企业", "visit", "53100", r#","bound":"over""#),
        metric("land", "整备土地", "hectare", "98.5", r#","definition":"已签约的土地""#),
        metric("people", "服务人数", "visit", "50000", ""),
        metric("total", "累计走访", "visit", "339000", &since(2023)),
        metric("gone", "不再统计的指标", "person", "12", ""),
        r#"{"id":"teams","name":{"zh":"志愿服务队","en":"volunteers"},"unit":"person","value":35}"#.to_owned(),
    ];
    let first = [metric("visits", "走访企业", "visit", "41000", half), metric("land", "整备土地", "hectare", "80", "")];
    let south = [
        metric("visits", "走访企业", "visit", "61000", ""),
        metric("land", "整备土地", "hectare", "120", ""),
        metric("people", "服务人数", "person", "64000", ""),
        metric("halls", "党群服务中心", "visit", "null", ""),
    ];
    let west = [metric("visits", "走访企业", "visit", "70000", ""), metric("teams", "先锋队", "person", "9", half)];
    let others = ["2023.json", "2022.json", "南山.json", "龙岗.json"];
    let texts = [
        year("某区", 2023, &before.join(",")),
        year("某区", 2022, &first.join(",")),
        year("南山区", 2024, &south.join(",")),
        year("龙岗区", 2024, &west.join(",")),
    ];
    std::iter::once(("folder/2024.json", year("某区", 2024, &base.join(","))))
        .chain(others.into_iter().zip(texts))
        .collect()
}

fn desk(at: &str, size: &str, lang: Lang) -> Desk {
    Desk::several(&files(), at, size, lang)
}

#[test]
fn the_datasets_at_the_usual_sizes() {
    insta::assert_snapshot!("datasets-120x60-zh", desk("datasets", "120x60", Lang::Zh).screen());
    insta::assert_snapshot!("datasets-80x70-en", desk("datasets", "80x70", Lang::En).screen());
}

#[test]
fn the_sources_of_other_years_come_along() {
    insta::assert_snapshot!("joined-source-80x24-zh", desk("source/d-2023-report", "80x24", Lang::Zh).screen());
    let sources = desk("sources", "120x60", Lang::En).screen();
    assert!(sources.contains("figures of other periods or districts"), "{sources}");
    assert!(!sources.contains("No figure cites it"), "{sources}");
}

#[test]
fn the_title_says_that_several_are_open() {
    let screen = desk("overview", "120x40", Lang::Zh).screen();
    assert!(screen.contains("2022–2024 · 5份"), "{screen}");
    let alone = Desk::open(&files()[0].1, "overview", "120x40", Lang::Zh).screen();
    let head: String = alone.lines().take(2).collect();
    assert!(!head.contains('份') && !head.contains("数据集"), "{alone}");
}

#[test]
fn what_did_not_match_leads_to_its_metric() {
    let mut desk = desk("overview", "120x40", Lang::Zh);
    // The datasets are the last tab, whichever number that has.
    desk.keys("Shift-Tab");
    assert_eq!(desk.here(), "datasets");
    desk.keys("g g Enter");
    assert_eq!(desk.here(), "metric/visits");
    desk.keys("Esc G Enter");
    assert!(desk.here().starts_with("metric/"), "{}", desk.here());
}

#[test]
fn two_figures_that_differ_are_never_shown_alike() {
    let one = |value: &str, number: u16| year("某区", number, &metric("visits", "走访", "visit", value, ""));
    let older = r#","history":[{"period":{"from":"2023-01-01","to":"2023-12-31"},"value":5310001}]"#;
    let base = year("某区", 2024, &metric("visits", "走访", "visit", "1", older));
    let files = [("a.json", base), ("b.json", one("5310002", 2023))];
    let screen = Desk::several(&files, "datasets", "120x40", Lang::Zh).screen();
    assert!(screen.contains("5,310,001") && screen.contains("5,310,002"), "{screen}");
}

#[test]
fn standings_come_by_place_and_tell_the_ends_of_the_field() {
    let of = |district: &str, values: &[(&str, &str, &str)]| {
        let metrics: Vec<String> =
            values.iter().map(|(id, value, more)| metric(id, id, "visit", value, more)).collect();
        year(district, 2024, &metrics.join(","))
    };
    let (higher, lower) = (r#","polarity":"higher""#, r#","polarity":"lower""#);
    let own = [("third", "1", higher), ("alone", "7", higher), ("least", "2", lower), ("none", "null", higher)];
    let files = [
        ("own.json", of("本地", &own)),
        ("a.json", of("甲区", &[("third", "3", ""), ("alone", "null", ""), ("least", "5", ""), ("none", "4", "")])),
        ("b.json", of("乙区", &[("third", "3", ""), ("least", "5", ""), ("none", "6", "")])),
    ];
    let screen = Desk::several(&files, "datasets", "120x40", Lang::Zh).screen();
    let rows = screen.lines().skip_while(|line| !line.contains("与其他地区比较")).skip(1).take(5);
    let rows: Vec<Vec<&str>> =
        rows.map(|row| row.trim_start_matches([' ', '➤']).split_whitespace().collect()).collect();
    assert_eq!(
        rows,
        [
            "最低 最高",
            "least 2家次 第1 / 3 越低越好 本区 2 乙区 +1 5",
            "third 1家次 第3 / 3 本区 1 乙区 +1 3",
            "alone 7家次 其他地区暂无数据",
            "none 暂无数据 — 甲区 4 乙区 6",
        ]
        .map(|row| row.split(' ').collect::<Vec<_>>()),
        "{screen}"
    );
}

#[test]
fn names_of_standings_are_wrapped_and_not_cut() {
    let name = "residents whose matters were settled within a month of being raised";
    let one = |district: &str, value: &str| year(district, 2024, &metric(name, "居民", "visit", value, ""));
    let id = name.replace(' ', "-");
    let named = |json: String| json.replacen(&format!(r#""id":"{name}""#), &format!(r#""id":"{id}""#), 1);
    let files = [("own.json", named(one("本地", "61000"))), ("a.json", named(one("甲区", "52000")))];
    let screen = Desk::several(&files, "datasets", "80x24", Lang::En).screen();
    let words: Vec<&str> = screen.split_whitespace().collect();
    assert!(name.split(' ').all(|word| words.contains(&word)) && !screen.contains('…'), "{screen}");
}

#[test]
fn a_source_without_paragraphs_says_what_cites_it() {
    let json = district(1, 2, 1, 0).replace(r#","paragraph":1"#, "");
    let screen = Desk::open(&json, "source/s", "80x24", Lang::Zh).screen();
    assert!(screen.contains("引用本来源的数字"), "{screen}");
}

#[test]
fn a_file_by_itself_has_no_such_place() {
    let alone = Desk::open(&district(1, 1, 1, 1), "overview", "80x24", Lang::Zh);
    assert!(!alone.model.district.has(&xinhuo::domain::Address::Datasets));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_size_does_no_harm_and_cuts_no_figure(columns in 1u16..200, rows in 1u16..90, english in any::<bool>()) {
        let lang = if english { Lang::En } else { Lang::Zh };
        for place in ["datasets", "source/d-2023-report", "sources"] {
            let mut desk = desk(place, &format!("{columns}x{rows}"), lang);
            let screen = desk.keys("u").screen();
            prop_assert_eq!(&screen, &desk.screen());
            // 1,070,000 and 980,000 are there whole or not at all.
            for number in screen.split(|c: char| !(c.is_ascii_digit() || c == ',')) {
                prop_assert!(!number.starts_with("1,0") || number == "1,070,000", "{}", screen);
            }
            desk.keys("G PgDn Enter");
            desk.screen();
        }
    }
}
