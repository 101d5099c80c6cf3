//! The timeline of made-up districts: dates of every precision, inside the period and outside, few and many.

use proptest::prelude::*;
use xinhuo::domain::Lang;

use crate::common::{Desk, district};

/// An event: name, date, note, action, whether it has a source.
type Event<'a> = (&'a str, &'a str, &'a str, &'a str, bool);

/// A made-up dataset of three actions with these events, and these honours: name, level, date, action.
fn dated(events: &[Event<'_>], honours: &[(&str, &str, &str, &str)]) -> String {
    let of = |action: &str| if action.is_empty() { String::new() } else { format!(r#","action":"{action}""#) };
    let event = |(at, (name, date, note, action, cited)): (usize, &Event<'_>)| {
        let note = if note.is_empty() { String::new() } else { format!(r#","date_note":"{note}""#) };
        let source =
            if *cited { format!(r#","source":{{"id":"s","paragraph":{}}}"#, at % 7 + 1) } else { String::new() };
        format!(r#"{{"id":"e{at}","name":"{name}","date":"{date}"{note}{}{source}}}"#, of(action))
    };
    let honour = |(at, (name, level, date, action)): (usize, &(&str, &str, &str, &str))| {
        let date = if date.is_empty() { String::new() } else { format!(r#","date":"{date}""#) };
        format!(
            r#"{{"id":"h{at}","name":"{name}","level":"{level}","kind":"award"{date}{},"source":{{"id":"s"}}}}"#,
            of(action)
        )
    };
    let events: Vec<String> = events.iter().enumerate().map(event).collect();
    let honours: Vec<String> = honours.iter().enumerate().map(honour).collect();
    let json = district(3, 1, 2, 0);
    json.replace(r#""honours":[]"#, &format!(r#""honours":[{}],"events":[{}]"#, honours.join(","), events.join(",")))
}

/// Days, months, years, notes; before and after the period; forty in one month.
fn rich() -> String {
    let mut events: Vec<Event<'_>> = vec![
        ("开工仪式", "2024-01-01", "", "a0", true),
        ("年度总结会", "2024-12-31", "", "a0", true),
        ("同日发布", "2024-05-06", "上午", "a1", true),
        ("同日签约", "2024-05-06", "", "a1", true),
        ("研学活动", "2024-07", "7月下旬", "a1", true),
        ("座谈会", "2024-07", "中旬", "", true),
        ("部署会", "2024", "农历春节后", "", true),
        ("通道开通", "2024", "年内", "a0", false),
        ("没有出处也没有行动的事", "2024-08-08", "", "", false),
        ("筹备", "2023-11", "", "a0", true),
        ("规划", "2021", "年初", "a1", true),
        ("验收", "2025-03-01", "", "a0", true),
    ];
    events.extend([("走进社区", "2024-09-14", "", "a2", true); 40]);
    dated(
        &events,
        &[
            ("全国先进", "nation", "2024-05-06", "a1"),
            ("全省第一", "province", "2024-03-20", "a0"),
            ("全市示范", "city", "2024-10", "a0"),
            ("全市优秀", "city", "2024", "a1"),
            ("没有日期的荣誉", "city", "", "a1"),
        ],
    )
}

#[test]
fn what_it_looks_like() {
    for (file, size, keys, lang) in [
        ("120x40-zh", "120x40", "", Lang::Zh),
        ("table-120x40-zh", "120x40", "t", Lang::Zh),
        ("by-action-120x60-en", "120x60", "s", Lang::En),
        ("200x60-zh", "200x60", "", Lang::Zh),
        ("60x16-zh", "60x16", "Down Down", Lang::Zh),
    ] {
        let screen = Desk::open(&rich(), "timeline", size, lang).keys(keys).screen();
        insta::assert_snapshot!(format!("timeline-made-up-{file}"), screen);
    }
}

#[test]
fn what_names_no_month_is_never_in_one() {
    let json = dated(&[("某事", "2024", "", "a0", true)], &[("某奖", "city", "2024", "a0")]);
    let screen = Desk::open(&json, "timeline", "120x40", Lang::Zh).screen();
    assert!(screen.contains("2024年，月份不详") && !screen.contains("2024年1月"), "{screen}");
}

#[test]
fn a_date_is_told_as_it_is_written() {
    let screen = Desk::open(&rich(), "timeline", "120x130", Lang::Zh).screen();
    for part in [
        "2024-05-06 上午",
        "7月下旬",
        "2024-07 中旬",
        "农历春节后",
        "2021年，时段之前",
        "2023年，时段之前",
        "2025年，时段之后",
        "1项荣誉日期不详",
    ] {
        assert!(screen.contains(part), "{part}\n{screen}");
    }
}

#[test]
fn there_is_a_tab_where_anything_has_a_date() {
    let tabs = |json: &str| {
        Desk::open(json, "overview", "240x40", Lang::Zh).screen().lines().nth(1).unwrap_or_default().to_owned()
    };
    assert!(tabs(&rich()).contains("大事记"));
    assert!(tabs(&dated(&[], &[("某奖", "city", "2024", "a0")])).contains("大事记"));
    assert!(!tabs(&dated(&[], &[("某奖", "city", "", "a0")])).contains("大事记"));
    let nothing = Desk::open(&dated(&[], &[]), "timeline", "80x24", Lang::Zh).screen();
    assert!(nothing.contains("数据集没有大事"), "{nothing}");
    let mut desk = Desk::open(&rich(), "honours", "120x40", Lang::Zh);
    assert_eq!(desk.keys("Tab").here(), "timeline");
    assert_eq!(desk.keys("Tab").here(), "sources");
}

#[test]
fn an_event_leads_to_where_it_is_stated_and_back_to_its_row() {
    let mut desk = Desk::baoan("timeline", "120x40", Lang::Zh);
    desk.keys("Down Down");
    let before = desk.screen();
    assert!(before.contains("看出处"), "{before}");
    desk.keys("Enter");
    assert_eq!(desk.here(), "source/sz-gov-baoan-2024");
    let source = desk.screen();
    let selected = source.lines().find(|line| line.contains('➤')).unwrap_or_default();
    assert!(selected.contains("部署会"), "{source}");
    desk.keys("L L Esc");
    assert_eq!(desk.screen(), before);
    desk.keys("Enter Enter");
    assert_eq!(desk.here(), "timeline");
    let screen = desk.screen();
    let selected = screen.lines().find(|line| line.contains('➤')).unwrap_or_default();
    assert!(selected.contains("部署会"), "{screen}");
}

#[test]
fn an_event_without_a_source_leads_to_its_action_and_one_without_either_is_passed_over() {
    let events = [
        ("有行动", "2024-02", "", "a1", false),
        ("什么都没有", "2024-03", "", "", false),
        ("有出处", "2024-04", "", "", true),
    ];
    let mut desk = Desk::open(&dated(&events, &[]), "timeline", "80x24", Lang::Zh);
    assert!(desk.screen().contains("看行动"));
    assert_eq!(desk.keys("Enter").here(), "action/a1");
    desk.keys("Esc Down");
    let screen = desk.screen();
    assert!(screen.lines().any(|line| line.contains("➤") && line.contains("有出处")), "{screen}");
    assert!(screen.contains("什么都没有"));
}

#[test]
fn an_honour_leads_to_its_card() {
    let json = dated(&[], &[("某奖", "city", "2024-06-01", "a0")]);
    let mut desk = Desk::open(&json, "timeline", "120x40", Lang::Zh);
    assert_eq!(desk.keys("Enter").here(), "honour/h0");
}

#[test]
fn the_same_row_stays_selected_in_the_other_arrangement() {
    for row in [0, 3, 8, 20, 54] {
        let mut desk = Desk::open(&rich(), "timeline", "120x40", Lang::Zh);
        desk.keys(&"Down ".repeat(row));
        let selected = |desk: &Desk| {
            let screen = desk.screen();
            let line = screen.lines().find(|line| line.contains('➤')).unwrap_or_default();
            line.split_whitespace()
                .find(|word| word.chars().any(|c| c > '一') && !word.contains('旬'))
                .map(str::to_owned)
        };
        let before = desk.keys("Enter").here();
        desk.keys("Esc");
        let row_before = selected(&desk);
        desk.keys("s");
        assert!(row_before.is_some());
        assert_eq!(desk.keys("Enter").here(), before, "{row}");
        desk.keys("Esc s");
        assert_eq!(selected(&desk), row_before, "{row}");
    }
}

#[test]
fn one_who_comes_from_an_action_finds_its_first_event() {
    let mut desk = Desk::baoan("action/qianhai", "120x60", Lang::Zh);
    desk.keys("G Enter");
    let screen = desk.screen();
    let selected = screen.lines().find(|line| line.contains('➤')).unwrap_or_default();
    assert!(desk.here() == "timeline" && selected.contains("前海第一课"), "{screen}");
}

#[test]
fn overview_action_and_source_lead_to_it() {
    for (place, size) in [("overview", "120x60"), ("action/qianhai", "120x60"), ("source/sz-gov-baoan-2024", "80x24")] {
        let mut desk = Desk::baoan(place, size, Lang::Zh);
        let mut found = false;
        for _ in 0..120 {
            if desk.keys("Enter").here() == "timeline" {
                found = true;
                break;
            }
            if desk.here() != place {
                desk.keys("Esc");
            }
            desk.keys("Down");
        }
        assert!(found, "{place}");
    }
}

/// A page of tens of thousands of rows, a period of thousands of years: nothing overflows.
#[test]
fn events_without_end() {
    let many = dated(&vec![("某事", "2024-05-05", "", "a0", true); 70_000], &[]);
    let ages = rich().replace(r#""from":"2024-01-01""#, r#""from":"0001-01-01""#);
    for json in [&many, &ages] {
        let mut desk = Desk::open(json, "timeline", "120x40", Lang::Zh);
        for keys in ["G", "s PgDn"] {
            desk.keys(keys).screen();
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_dates_at_any_size(
        dates in prop::collection::vec((2019u16..2028, 0u8..13, 0u8..29, 0usize..4, any::<bool>()), 0..60),
        columns in 1u16..260,
        rows in 1u16..90,
        keys in prop::collection::vec(0usize..8, 0..12),
    ) {
        let dates: Vec<(String, &str, bool)> = dates.iter().map(|(year, month, day, action, cited)| {
            let date = match (month, day) {
                (0, _) => format!("{year}"),
                (_, 0) => format!("{year}-{month:02}"),
                _ => format!("{year}-{month:02}-{day:02}"),
            };
            (date, ["a0", "a1", "a2", ""][*action], *cited)
        }).collect();
        let events: Vec<Event<'_>> = dates.iter().map(|(date, action, cited)| ("某事", &**date, "", *action, *cited)).collect();
        let mut desk = Desk::open(&dated(&events, &[]), "timeline", &format!("{columns}x{rows}"), Lang::En);
        for key in keys {
            desk.keys(["Down", "Up", "s", "t", "G", "PgDn", "L", "Right"][key]);
            desk.screen();
        }
    }
}
