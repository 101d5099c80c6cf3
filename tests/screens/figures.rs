//! Figures on the screens: as the source has them, in either language and notation, wherever one looks.

use xinhuo::domain::Lang;

use crate::common::{Desk, district};

/// Everything that a place says, however long the page is.
fn whole(place: &str, lang: Lang, keys: &str) -> String {
    let mut desk = Desk::baoan(place, "400x400", lang);
    desk.keys(keys).screen()
}

#[test]
fn chinese_figures_with_their_bounds() {
    let actions = ["qianhai", "development", "governance", "cohesion"];
    let all: String = actions.map(|action| whole(&format!("action/{action}"), Lang::Zh, "t")).concat();
    for figure in ["5.31万家次", "超6万人次", "近3000场次", "347.6万平方米", "262.8亿元", "超77%", "超97万户", "4329"]
    {
        assert!(all.contains(figure), "{figure} is not in\n{all}");
    }
    assert!(whole("overview", Lang::Zh, "").contains("全国第2"));
}

#[test]
fn english_figures_compact_and_exact() {
    let compact = whole("metrics", Lang::En, "");
    for figure in ["53.1K", "over 60K", "nearly 3,000", "3.48M", "26.28B", "over 77%", "No. 2 of 100 nationwide"] {
        assert!(compact.contains(figure), "{figure}");
    }
    let exact = whole("metrics", Lang::En, "u");
    for figure in ["53,100", "over 60,000", "3,476,000", "26,280,000,000"] {
        assert!(exact.contains(figure) && !compact.contains(figure), "{figure}");
    }
}

#[test]
fn notation_and_language_switch_everywhere() {
    for place in [
        "overview",
        "action/development",
        "initiative/three-ones-service",
        "metric/firm-visits",
        "metrics",
        "source/sz-gov-baoan-2024",
    ] {
        let (compact, exact) = (whole(place, Lang::Zh, ""), whole(place, Lang::Zh, "u"));
        assert_ne!(compact, exact, "{place}");
        // Big digits are drawn, so the exact ones are looked for where figures are text.
        if place == "metrics" || place.starts_with("source") {
            assert!(exact.contains("53,100") && !exact.contains("5.31万"), "{place}");
        }
        assert_eq!(whole(place, Lang::Zh, "L"), whole(place, Lang::En, ""), "{place}");
        assert_eq!(whole(place, Lang::En, "L u u"), compact, "{place}");
    }
}

#[test]
fn the_card_says_where_the_figure_is_from() {
    let card = whole("metric/idle-space-revived", Lang::Zh, "");
    for part in ["“347.6万平方米”", "第40段", "口径", "时段", "数据集未记录"] {
        assert!(card.contains(part), "{part}");
    }
    let rounded = whole("metric/officials-per-key-area", Lang::Zh, "");
    assert!(rounded.contains("≈") && rounded.contains("11.625"), "{rounded}");
}

#[test]
fn units_of_one_dimension_are_converted_and_said_so() {
    let card = whole("metric/idle-space-revived", Lang::Zh, "");
    assert!(card.contains("公顷已换算") && card.contains("107万平方米"), "{card}");
}

#[test]
fn six_actions_without_scrolling_at_80x24() {
    let names = ["政治铸魂", "前海协同", "发展领航", "治理强基", "组织聚力", "品牌扬声"];
    let screen = Desk::baoan("overview", "80x24", Lang::Zh).screen();
    let body: String = screen.lines().skip(3).collect();
    for name in names {
        assert!(body.contains(name), "{name}");
    }
}

#[test]
fn an_exact_figure_that_is_too_wide_for_digits_is_text() {
    for size in ["80x24", "100x30", "120x40", "200x60"] {
        let screen = Desk::baoan("action/development", size, Lang::En).keys("u").screen();
        assert!(screen.contains("40,000,000,000"), "{size}\n{screen}");
    }
}

#[test]
fn nothing_is_called_complete_that_is_not() {
    let uncited = district(1, 0, 1, 1).replace(r#","source":{"id":"s"}"#, "");
    let screen = Desk::open(&uncited, "sources", "120x40", Lang::Zh).screen();
    assert!(screen.contains("未注明来源") && !screen.contains('✓'), "{screen}");
    let screen = Desk::open(&uncited, "overview", "120x40", Lang::Zh).screen();
    assert!(screen.contains("1项荣誉未注明来源"), "{screen}");
}

#[test]
fn what_names_only_its_initiative_belongs_to_the_action() {
    let json = district(1, 1, 2, 1).replace(r#""action":"a0","initiative":"#, r#""initiative":"#);
    let screen = Desk::open(&json, "action/a0", "80x24", Lang::Zh).screen();
    assert!(screen.contains("指标1") && !screen.contains("暂无指标"), "{screen}");
}

#[test]
fn a_long_unit_stays_in_its_tile() {
    let json = district(1, 0, 4, 0)
        .replace(r#""headline":false"#, r#""headline":true"#)
        .replace(r#""name":"人次""#, r#""name":"hundred million yuan per ten thousand residents""#);
    for size in ["60x16", "80x24", "120x24", "120x40"] {
        let screen = Desk::open(&json, "overview", size, Lang::En).screen();
        let tiles: Vec<&str> = screen.lines().skip(2).take_while(|line| !line.contains("Actions")).collect();
        let tiles = tiles.join("\n");
        // Each name is there, so no unit of a tile before it has covered it.
        assert!(tiles.matches("A metric w").count() >= 4, "{size}\n{screen}");
    }
}

#[test]
fn a_long_name_stands_whole_on_its_card() {
    let name = "重点产业链关键环节核心零部件国产化替代示范工程年度累计完成项目数量占全部在册登记重点项目总数的比例及其变动情况";
    let json = district(1, 0, 2, 0).replace("指标0", name);
    for size in ["60x16", "80x24", "120x40", "200x60"] {
        let buf = Desk::open(&json, "metric/m0-0", size, Lang::Zh).buffer();
        // Where there are two columns, the left one.
        let columns = if buf.area.width < 96 { buf.area.width - 2 } else { buf.area.width / 2 };
        let cells = (2..8).flat_map(|y| (0..columns).map(move |x| (x, y)));
        let told: String = cells.map(|at| buf[at].symbol().trim()).collect();
        assert!(told.contains(name), "{size}\n{told}");
    }
}
