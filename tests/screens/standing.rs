//! How a district stands: changes with their bases, statuses by rule, what wants attention, comparisons.

use xinhuo::domain::{Address, Exception, Lang};

use crate::common::{Desk, SAMPLE};

/// A district with one metric of each line: unit, value, and what else there is.
fn district(metrics: &[(&str, &str, &str)]) -> String {
    let metric = |(at, (unit, value, more)): (usize, &(&str, &str, &str))| {
        format!(
            r#"{{"id":"m{at}","name":{{"zh":"指标{at}","en":"Metric {at}"}},"unit":"{unit}","value":{value},
                "source":{{"id":"s","paragraph":1}}{more}}}"#
        )
    };
    let metrics: Vec<String> = metrics.iter().enumerate().map(metric).collect();
    format!(
        r#"{{"schema_version":1,"id":"d","title":"某区","district":"某区","period":{{"from":"2024-01-01","to":"2024-12-31"}},
            "sources":[{{"id":"s","title":"报告","publisher":"某局"}}],"actions":[],"units":[
            {{"id":"share","name":"%","kind":"share"}},{{"id":"wan","name":{{"zh":"万元","en":"10,000 yuan"}},"kind":"money"}},
            {{"id":"case","name":{{"zh":"起","en":"cases"}},"kind":"count"}}],"metrics":[{}]}}"#,
        metrics.join(",")
    )
}

fn before(value: &str) -> String {
    format!(r#","history":[{{"period":{{"from":"2023-01-01","to":"2023-12-31"}},"value":{value}}}]"#)
}

#[test]
fn shares_change_by_percentage_points() {
    let json = district(&[("share", "0.65", &before("0.62"))]);
    let zh = Desk::open(&json, "metric/m0", "100x40", Lang::Zh).screen();
    assert!(zh.contains("+3个百分点（2023年 62%）"), "{zh}");
    let en = Desk::open(&json, "metric/m0", "100x40", Lang::En).screen();
    assert!(en.contains("+3 pp (2023 62%)"), "{en}");
}

#[test]
fn a_falling_accident_rate_is_an_improvement() {
    let json = district(&[("case", "70", &(before("80") + r#","polarity":"lower""#))]);
    let screen = Desk::open(&json, "metric/m0", "100x40", Lang::Zh).screen();
    assert!(screen.contains("▾ −12.5%（2023年 80起）  改善  −10起"), "{screen}");
    let worse = json.replace(r#""value":70"#, r#""value":90"#);
    let screen = Desk::open(&worse, "metric/m0", "100x40", Lang::En).screen();
    assert!(screen.contains("▴ +12.5% (2023 80 cases)  worsened  +10 cases"), "{screen}");
}

#[test]
fn without_a_base_no_change_is_told() {
    for more in ["", r#","history":[{"period":{"from":"2022-01-01","to":"2022-12-31"},"value":5}]"#] {
        let screen = Desk::open(&district(&[("case", "7", more)]), "metric/m0", "100x40", Lang::Zh).screen();
        assert!(!screen.contains("同比"), "{screen}");
    }
}

#[test]
fn a_status_is_told_with_what_it_is_told_from() {
    let target = |value: &str| {
        let more = r#","target":{"value":100,"by":"2024-12-31","rule":{"on_course":0.05,"behind":0.2}}"#;
        let json = district(&[("case", value, more)]);
        Desk::open(&json, "metric/m0", "120x40", Lang::Zh).screen()
    };
    for (value, told, off) in [
        ("100", "✓ 达标", "目标 100起（截至2024年12月31日）"),
        ("95", "▹ 接近（已到期）", "低于目标5起"),
        ("94.9", "! 落后", "低于目标5.1起"),
        ("80", "! 落后", "低于目标20起"),
        ("79.9", "✗ 未达标", "低于目标20.1起"),
        ("null", "? 无数据", "目标 100起"),
    ] {
        let screen = target(value);
        assert!(screen.contains(told) && screen.contains(off), "{value}\n{screen}");
    }
    // Without a rule nothing is judged, and nothing is green.
    let json = district(&[("case", "120", r#","target":{"value":100}"#)]);
    let screen = Desk::open(&json, "metric/m0", "120x40", Lang::Zh).screen();
    assert!(screen.contains("未定评价规则") && !screen.contains('✓'), "{screen}");
    // What is not due yet is not called missed without saying so.
    let more = r#","target":{"value":100,"by":"2025","rule":{"on_course":0.05,"behind":0.2}}"#;
    let screen = Desk::open(&district(&[("case", "10", more)]), "metric/m0", "120x40", Lang::En).screen();
    assert!(screen.contains("✗ missed (not due yet)"), "{screen}");
}

#[test]
fn what_wants_attention_is_what_the_filter_gives() {
    let desk = Desk::open(SAMPLE, "overview", "120x80", Lang::En);
    let district = &desk.model.district;
    for (reason, count) in Exception::ALL.into_iter().zip(district.summary().exceptions) {
        let selection = district.select(&Address::attention(reason).query(), Lang::En);
        let rows: Vec<usize> = (0..selection.rows.len()).filter_map(|row| selection.metric(row)).collect();
        assert_eq!((rows.len(), selection.metrics), (count, count), "{reason:?}");
        let of_reason = district.data().metrics.iter().enumerate().filter(|(_, metric)| reason.holds(district, metric));
        assert_eq!(rows, of_reason.map(|(at, _)| at).collect::<Vec<_>>());
        let place = format!("metrics?is={}", reason.id());
        let table = Desk::open(SAMPLE, &place, "120x40", Lang::En).screen();
        assert!(table.contains(&format!("{count} of {} ·", district.data().metrics.len())), "{table}");
    }
    let screen = desk.screen();
    for (count, words) in [(0, "behind or missed"), (1, "without a value"), (2, "out of date"), (3, "without a source")]
    {
        let told = format!("{} {words}", district.summary().exceptions[count]);
        assert!(screen.contains(&told), "{told}\n{screen}");
    }
}

#[test]
fn unlike_units_are_never_on_one_axis() {
    let json = district(&[
        ("share", "0.65", &before("0.62")),
        ("wan", "120", &before("100")),
        ("wan", "80", &before("90")),
        ("case", "7", ""),
    ]);
    let screen = Desk::open(&json, "compare/m0,m1,m2,m3", "160x60", Lang::Zh).screen();
    assert!(screen.contains("单位不同，分为3张图，不共用坐标轴"), "{screen}");
    // What is alone in its unit is compared with nothing: a figure, no bar.
    assert!(screen.contains("7起") && !screen.contains("单位：起"), "{screen}");
    for unit in ["单位：%", "单位：万元"] {
        assert_eq!(screen.matches(unit).count(), 1, "{unit}\n{screen}");
    }
    let alike = Desk::open(&json, "compare/m1,m2", "160x60", Lang::Zh).screen();
    assert!(!alike.contains("坐标轴"), "{alike}");
}

#[test]
fn metrics_are_marked_anywhere_and_compared() {
    let mut desk = Desk::open(SAMPLE, "overview", "120x40", Lang::Zh);
    // A tile, a row of the table, a card.
    desk.keys("m 7 j j m Enter Esc j Enter m");
    assert_eq!(desk.model.marked.len(), 3);
    assert!(desk.screen().contains("已标记3/6项"), "{}", desk.screen());
    let here = desk.here();
    desk.keys("M");
    let ids: Vec<&str> = desk.model.marked.iter().map(xinhuo::domain::Id::as_str).collect();
    assert_eq!(desk.here(), format!("compare/{}", ids.join(",")));
    let screen = desk.screen();
    for id in &ids {
        let name = desk.model.district.metric(id).map(|metric| metric.name.get(Lang::Zh).to_owned()).unwrap();
        assert!(screen.contains(&name), "{name}\n{screen}");
    }
    // What is unmarked on the comparison leaves it, also for those who come back to it.
    desk.keys("m");
    assert_eq!(desk.here().matches(',').count(), 1);
    desk.keys("Enter Esc");
    assert_eq!(desk.here().matches(',').count(), 1);
    desk.keys("Esc");
    assert_eq!(desk.here(), here);
}

#[test]
fn no_more_are_marked_than_can_be_compared() {
    let mut desk = Desk::open(SAMPLE, "metrics", "120x40", Lang::En);
    desk.keys("m j m j m j m j m j m j m j m");
    assert_eq!(desk.model.marked.len(), 6);
    assert!(desk.screen().contains("6 metrics are marked, which is the most"), "{}", desk.screen());
    desk.keys("k");
    assert!(desk.screen().contains("6 of 6 marked"), "{}", desk.screen());
    desk.keys("k m");
    assert_eq!(desk.model.marked.len(), 5);
}

#[test]
fn a_comparison_of_nothing_says_how_to_begin() {
    for lang in Lang::ALL {
        let mut desk = Desk::open(SAMPLE, "overview", "80x24", lang);
        desk.keys("M");
        assert_eq!(desk.here(), "compare");
        let words = match lang {
            Lang::Zh => "尚未标记指标",
            Lang::En => "No metric is marked yet",
        };
        assert!(desk.screen().contains(words), "{}", desk.screen());
        desk.keys("m Enter j t Esc");
        assert_eq!(desk.here(), "overview");
    }
}

#[test]
fn derived_figures_are_computed_again() {
    let json = district(&[
        ("case", "72000", ""),
        ("case", "845", ""),
        ("case", "85", r#","derived":{"from":["m0","m1"],"how":"72000÷845≈85.2"}"#),
        ("case", "86", r#","derived":{"from":["m0","m1"],"how":"72000÷845≈85.2"}"#),
        ("case", "85", r#","derived":{"from":["m0","m3"],"how":"72000÷845≈85.2"}"#),
        ("case", "71155", r#","derived":{"from":["m0","m1"],"how":"72,000 − 845 = 71,999"}"#),
    ]);
    let card = |at: usize| Desk::open(&json, &format!("metric/m{at}"), "200x60", Lang::En).screen();
    assert!(card(2).contains("✓ computed again: 72000 ÷ 845 = 85.2071, as stated"), "{}", card(2));
    assert!(card(3).contains("✗ computed again: 72000 ÷ 845 = 85.2071, not 86 as stated"), "{}", card(3));
    assert!(card(4).contains("does not use the present figures of: Metric 3"), "{}", card(4));
    assert!(card(5).contains("✗ the text states 71,999, but 72000 − 845 = 71,155"), "{}", card(5));
    let zh = Desk::open(&json, "metric/m5", "80x24", Lang::Zh).keys("G").screen();
    assert!(zh.contains("✗ 文中写作 71,999，但 72000 − 845 = 71,155"), "{zh}");
}

#[test]
fn the_sample_district_at_the_usual_sizes() {
    for (place, keys) in [
        ("overview", ""),
        ("action/wellbeing", ""),
        ("metric/jobs-created", ""),
        ("metric/road-accidents", "t"),
        ("metrics", "l l l l s"),
        ("metrics?is=behind", ""),
        ("compare/jobs-created,school-places-added,road-accidents,step-free-share", ""),
        ("timeline", ""),
    ] {
        for (size, lang) in [("80x24", Lang::En), ("120x40", Lang::Zh), ("200x60", Lang::Zh)] {
            let file = format!("sample-{}-{size}", place.replace(['/', '?', '=', ','], "-"));
            insta::assert_snapshot!(file, Desk::open(SAMPLE, place, size, lang).keys(keys).screen());
        }
    }
}

#[test]
fn what_is_on_course_says_where_the_date_of_its_target_has_come() {
    for (lang, told) in [(Lang::Zh, "▹ 接近（已到期）"), (Lang::En, "▹ on course (due)")] {
        let screen = Desk::open(SAMPLE, "metric/jobs-created", "120x40", lang).screen();
        assert!(screen.contains(told), "{screen}");
        // The date and the gap are told as sentences tell them.
        assert!(lang == Lang::En || screen.contains("目标 8500人（截至2024年12月31日），低于目标240人"), "{screen}");
    }
}

#[test]
fn a_note_that_names_the_month_stands_in_its_place() {
    let data = r#"{"schema_version":1,"id":"d","title":"d","district":"d","period":{"from":"2024-01-01","to":"2024-12-31"},
        "sources":[],"units":[],"actions":[],"metrics":[],
        "events":[{"id":"e","name":"e","date":"2024-07","date_note":"七月下旬"}]}"#;
    let screen = Desk::open(data, "timeline", "100x30", Lang::Zh).screen();
    assert!(screen.contains("七月下旬") && !screen.contains("2024-07"), "{screen}");
}
