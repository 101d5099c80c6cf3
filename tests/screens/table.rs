//! The table of metrics by keys: filter, order, groups and columns; what is copied; the way back; the mouse.

use std::sync::Arc;

use xinhuo::app;
use xinhuo::domain::{Address, District, Exception, Lang, check};
use xinhuo::model::{Clipboard, Deed, Effect, Event, Overlay};

use crate::common::{BAOAN, Desk, SAMPLE};

/// The line that tells how much is shown.
fn summary(desk: &Desk) -> String {
    let screen = desk.screen();
    let told = |line: &&str| line.contains("· 列") || line.contains("· columns");
    let line = screen.lines().rfind(told).unwrap_or_default();
    // An order that stands in no title is told before the counts.
    let before =
        [" · 列", " · columns"].iter().find_map(|columns| Some(line.split_once(columns)?.0)).unwrap_or_default();
    before.rsplit(" · ").next().unwrap_or_default().trim().to_owned()
}

/// Where something is drawn: column and row.
fn find(desk: &Desk, text: &str) -> (u16, u16) {
    let buf = desk.buffer();
    for y in 0..buf.area.height {
        for x in 0..buf.area.width {
            let row = (x..buf.area.width).filter_map(|x| buf.cell((x, y)));
            // The cell behind a wide character is blank.
            let rest: String = row.map(ratatui::buffer::Cell::symbol).collect();
            if rest.replace(' ', "").starts_with(text) && !rest.starts_with(' ') {
                return (x, y);
            }
        }
    }
    panic!("{text} is not on the screen\n{}", desk.screen());
}

#[test]
fn like_this_and_without_these() {
    let mut desk = Desk::baoan("metrics", "120x40", Lang::Zh);
    assert_eq!(summary(&desk), "59/59项");
    desk.keys("=");
    assert_eq!((desk.here().as_str(), summary(&desk).as_str()), ("metrics?action=development", "16/59项"));
    desk.keys("!");
    assert_eq!((desk.here().as_str(), summary(&desk).as_str()), ("metrics?action=development&inverse", "43/59项"));
    desk.keys("! =");
    assert_eq!(desk.here(), "metrics");
    desk.keys("- Minus");
    assert_eq!(desk.here(), "metrics?action!=-,development");
    desk.keys("s x");
    assert_eq!(desk.here(), "metrics?sort=action", "the order stays");
    desk.keys("l =");
    assert!(desk.model.notice.is_some(), "a name is no kind");
    desk.keys("j");
    assert_eq!(desk.model.notice, None, "the next key takes the notice away");
}

#[test]
fn words_are_typed_and_the_table_follows() {
    let mut desk = Desk::baoan("metrics", "80x24", Lang::Zh);
    desk.keys("j j & 企 业");
    assert!(matches!(desk.model.overlay, Some(Overlay::Filter { .. })));
    assert_eq!((desk.here().as_str(), summary(&desk).as_str()), ("metrics?text=企业", "7/59项"));
    let typing = desk.screen();
    assert!(typing.lines().last().is_some_and(|line| line.contains("筛选文字：企业")), "{typing}");
    desk.keys("q ? 2 Backspace Backspace Backspace Enter");
    assert_eq!(desk.here(), "metrics?text=企业", "letters are text, not commands");
    desk.keys("& x y Esc");
    assert_eq!(desk.here(), "metrics?text=企业");
    desk.keys("Ctrl-o");
    assert_eq!(
        (desk.here().as_str(), desk.model.trail.here().view.cursor),
        ("metrics", 2),
        "one step for all that was typed"
    );
    desk.keys("& x Ctrl-c");
    assert_eq!(desk.effects, [Effect::Quit]);
    let mut desk = Desk::baoan("overview", "80x24", Lang::Zh);
    desk.keys("& f");
    assert!(desk.model.overlay.is_none(), "without a table nothing is filtered");
}

#[test]
fn lists_choose_what_is_shown() {
    let mut desk = Desk::open(SAMPLE, "metrics", "100x30", Lang::Zh);
    desk.keys("f j j Enter");
    insta::assert_snapshot!("facets-zh", desk.screen());
    desk.keys("Enter j Enter");
    assert_eq!(desk.here(), "metrics?kind=count,money");
    desk.keys("Minus");
    assert_eq!(desk.here(), "metrics?kind!=money");
    desk.keys("Esc j j j j Enter Enter");
    assert!(desk.here().starts_with("metrics?kind!=money&status="), "{}", desk.here());
    assert!(matches!(desk.model.overlay, Some(Overlay::Facets { .. })));
    desk.keys("x Esc Esc");
    assert_eq!(desk.here(), "metrics");
    assert!(desk.model.overlay.is_none());
}

#[test]
fn several_keys_of_order_and_groups() {
    let mut desk = Desk::open(SAMPLE, "metrics", "120x40", Lang::En);
    desk.keys("s l l S S b");
    assert_eq!(desk.here(), "metrics?sort=action,-figure&group=action");
    insta::assert_snapshot!("grouped-en", desk.screen());
    let of_group: usize = desk
        .model
        .district
        .select(&desk.model.trail.here().address.query(), Lang::En)
        .groups
        .iter()
        .map(|(_, count)| count)
        .sum();
    assert_eq!(of_group, desk.model.district.data().metrics.len());
    desk.keys("g g Enter");
    let here = desk.here();
    assert!(here.starts_with("metrics?action=") && here.ends_with("&sort=action,-figure"), "{here}");
    desk.keys("Esc");
    assert_eq!(desk.here(), "metrics?sort=action,-figure&group=action");
}

#[test]
fn columns_are_hidden_moved_and_frozen_and_stay_so() {
    let titles = |desk: &Desk| desk.screen().lines().nth(3).unwrap_or_default().replace(' ', "");
    let mut desk = Desk::baoan("metrics", "120x40", Lang::Zh);
    assert_eq!(titles(&desk), "行动名称数字单位位次时段来源");
    desk.keys("l H");
    assert!(desk.model.notice.is_some(), "the name stays");
    desk.keys("l l H");
    assert_eq!(titles(&desk), "行动名称数字位次时段来源");
    desk.keys("< <");
    assert_eq!(titles(&desk), "行动位次名称数字时段来源");
    desk.keys("z");
    assert_eq!(titles(&desk), "位次│行动名称数字时段来源");
    // Elsewhere and back, and in another table.
    desk.keys("1 8");
    assert_eq!(titles(&desk), "位次│行动名称数字时段来源");
    desk.keys("size:40x16 G");
    let narrow = desk.screen();
    assert!(narrow.lines().nth(1).is_some_and(|line| line.replace(' ', "").contains("位次│名称")), "{narrow}");
    desk.keys("size:120x40 A");
    assert_eq!(titles(&desk), "行动名称数字单位位次时段来源");
}

#[test]
fn the_reasons_of_the_overview_lead_to_just_as_many() {
    for lang in Lang::ALL {
        let desk = Desk::open(SAMPLE, "overview", "120x60", lang);
        for (reason, count) in Exception::ALL.into_iter().zip(desk.model.district.summary().exceptions) {
            let table = Desk::open(SAMPLE, &Address::attention(reason).to_string(), "120x60", lang);
            let all = table.model.district.data().metrics.len();
            let told: String = summary(&table).chars().take_while(char::is_ascii_digit).collect();
            assert_eq!(told, count.to_string(), "of {all}");
        }
    }
}

#[test]
fn a_filtered_table_is_opened_by_its_address() {
    let place = "metrics?action=development&status=no-target&text=企业&sort=-figure,name&group=source";
    let desk = Desk::baoan(place, "100x30", Lang::Zh);
    assert_eq!(desk.here(), place);
    insta::assert_snapshot!("deep-link-zh", desk.screen());
    let titles: Vec<_> = desk.model.trail.places().map(|place| place.address.to_string()).collect();
    assert_eq!(titles, ["overview", "metrics", place]);
}

#[test]
fn a_tab_is_as_it_was_left_but_not_as_a_link_made_it() {
    let mut desk = Desk::open(SAMPLE, "overview", "120x60", Lang::Zh);
    let tab = desk.keys("0 [ [ [").here();
    assert_eq!(tab, "metrics");
    desk.keys("s = ] [");
    assert!(desk.here().starts_with("metrics?action="), "{}", desk.here());
    desk.keys("x s s 1");
    let mut filtered = Desk::open(SAMPLE, "metrics?is=behind", "120x60", Lang::Zh);
    filtered.keys("] [");
    assert_eq!(filtered.here(), "metrics");
}

#[test]
fn the_way_back_and_forward_is_exact() {
    let mut desk = Desk::baoan("metrics", "80x24", Lang::Zh);
    desk.keys(&"j ".repeat(30));
    let metrics = desk.model.trail.clone();
    desk.keys("Enter");
    let card = desk.model.trail.clone();
    desk.keys("Enter");
    let source = desk.model.trail.clone();
    desk.keys("1 Down Enter");
    let action = desk.model.trail.clone();
    desk.keys("Ctrl-o");
    assert_eq!(desk.here(), "overview");
    desk.keys("Ctrl-o");
    assert_eq!(desk.model.trail, source);
    desk.keys("Alt-Left");
    assert_eq!(desk.model.trail, card);
    desk.keys("Ctrl-o");
    assert_eq!(desk.model.trail, metrics);
    desk.keys("Ctrl-o");
    assert_eq!(desk.model.trail, metrics);
    assert!(desk.model.notice.is_some(), "there is nothing before it");
    desk.keys("Alt-Right Alt-Right Alt-Right Alt-Right");
    assert_eq!(desk.model.trail, action);
    desk.keys("Alt-Right");
    assert!(desk.model.notice.is_some());
    // Up the trail is a step too, and another order is none.
    desk.keys("8 s s Enter Esc s Ctrl-o");
    assert!(desk.here().starts_with("metric/"), "{}", desk.here());
}

#[test]
fn places_are_remembered_under_letters() {
    let mut desk = Desk::baoan("metrics", "80x24", Lang::Zh);
    desk.keys("' ");
    assert!(desk.model.overlay.is_none(), "there is nothing to choose from");
    desk.keys("j j = \" a");
    let here = desk.model.trail.clone();
    desk.keys("1 \"");
    let asked = desk.screen();
    assert!(asked.lines().last().is_some_and(|line| line.contains("a metrics?action=")), "{asked}");
    desk.keys("b ' a");
    assert_eq!(desk.model.trail, here);
    desk.keys("‘ b");
    assert_eq!(desk.here(), "overview", "an input method does no harm");
    desk.keys("' z");
    assert!(desk.here() == "overview" && desk.model.notice.is_some());
    desk.keys("' Esc q");
    assert_eq!(desk.effects, [Effect::Quit]);
}

#[test]
fn a_comparison_on_the_way_back_is_one_of_what_is_marked() {
    let mut desk = Desk::baoan("metrics", "120x40", Lang::Zh);
    desk.keys("m j m c 8 m Ctrl-o");
    assert_eq!(desk.model.trail.here().address, Address::Compare(desk.model.marked.clone()));
}

#[test]
fn a_figure_is_copied_with_everything_that_makes_it_citable() {
    let mut desk = Desk::baoan("metric/intended-investment", "80x24", Lang::Zh);
    desk.keys("y Y");
    let [Effect::Copy(figure), Effect::Copy(address)] = desk.effects.as_slice() else { panic!("{:?}", desk.effects) };
    assert_eq!(
        figure,
        "招商意向投资额 超400亿元（2024年，来源：深圳市人民政府门户网站《宝安区2024年党建工作综述（拟题）》第12段）"
    );
    assert_eq!(address, "metric/intended-investment");
    assert!(desk.screen().lines().last().is_some_and(|line| line.contains("已复制：metric/intended-investment")));
    let mut desk = Desk::baoan("compare", "80x24", Lang::En);
    desk.keys("y");
    assert_eq!((desk.effects.len(), desk.model.notice.is_some()), (0, true), "where no figure is, none is copied");
}

#[test]
fn the_arrangement_of_a_list_is_in_its_address() {
    for (list, other) in [("honours", "honours?by=action"), ("timeline", "timeline?by=action")] {
        let mut desk = Desk::baoan(list, "120x40", Lang::Zh);
        let first = desk.screen();
        desk.keys("s");
        let arranged = desk.screen();
        assert_ne!(arranged, first);
        assert_eq!(desk.here(), other);
        desk.keys("Y");
        assert_eq!(desk.effects, [Effect::Copy(other.to_owned())]);
        let head = |screen: &str| screen.lines().nth(3).map(str::to_owned);
        assert_eq!(head(&Desk::baoan(other, "120x40", Lang::Zh).screen()), head(&arranged));
        assert!(head(&arranged).is_some_and(|line| line.contains("按行动")), "{arranged}");
        // It is the same place: no step in the history, and the tab is found again so.
        desk.keys("Ctrl-o");
        assert_eq!(desk.here(), other);
        desk.keys("1 Ctrl-o");
        assert_eq!(desk.here(), other);
        desk.keys("1").keys(if list == "honours" { "9" } else { "9 Tab" });
        assert_eq!(desk.here(), other);
        desk.keys("s");
        assert_eq!(desk.here(), list);
    }
}

#[test]
fn a_place_is_copied_with_what_it_is_a_place_in() {
    for (lang, at, told) in [
        (Lang::En, "metrics?text=industrial%20districts", "No. 2 of 100 nationwide, Top 100 industrial districts ("),
        (Lang::Zh, "metric/industrial-districts-rank", "全国第2 / 100，全国产业百强区（"),
        (Lang::Zh, "metric/overall-competitiveness-rank", "全国前4，全国综合竞争力（榜单未写）（"),
    ] {
        let mut desk = Desk::baoan(at, "80x24", lang);
        desk.keys("y");
        let [Effect::Copy(figure)] = desk.effects.as_slice() else { panic!("{:?}", desk.effects) };
        assert!(figure.contains(told), "{figure}");
    }
    // A figure that has a place beside it is no place.
    let mut desk = Desk::baoan("metric/model-schools", "80x24", Lang::En);
    desk.keys("y");
    assert!(matches!(desk.effects.as_slice(), [Effect::Copy(figure)] if !figure.contains("No. 1")));
}

#[test]
fn what_is_copied_loses_no_digit_and_no_terminal_is_acted_on() {
    let json = BAOAN.replacen(r#""value": 40000000000"#, r#""value": 40012345678"#, 1);
    assert_ne!(json, BAOAN);
    let mut desk = Desk::open(
        &json.replace("\"破400亿元\"", "\"超400.12345678亿元\""),
        "metrics?text=招商意向投资额",
        "80x24",
        Lang::En,
    );
    desk.keys("y");
    let [Effect::Copy(text)] = desk.effects.as_slice() else { panic!("{:?}", desk.effects) };
    assert!(text.contains("40,012,345,678"), "{text}");
    let mut desk = Desk::baoan("metrics?text=招商", "80x24", Lang::Zh);
    desk.model.clipboard = Clipboard::Refused;
    desk.keys("y Y");
    assert_eq!(desk.effects, []);
    assert!(desk.model.notice.as_ref().is_some_and(|it| it.contains("不接受复制")));
    desk.model.clipboard = Clipboard::Tmux;
    desk.keys("Y");
    assert!(desk.model.notice.as_ref().is_some_and(|it| it.contains("tmux")));
    assert_eq!(desk.effects.len(), 1);
}

#[test]
fn the_mouse_goes_where_it_points() {
    let mut desk = Desk::baoan("overview", "120x40", Lang::Zh);
    let (x, y) = find(&desk, "指标9荣誉");
    desk.mouse(Deed::Click, x, y);
    assert_eq!(desk.here(), "metrics");
    let (x, y) = find(&desk, "落地亿元以上项目");
    desk.mouse(Deed::Click, x, y + 4);
    assert_eq!(desk.model.trail.here().view.cursor, 4);
    desk.mouse(Deed::WheelDown, x, y).mouse(Deed::WheelDown, x, y).mouse(Deed::WheelUp, x, y);
    assert_eq!((desk.model.trail.here().view.scroll, desk.model.trail.here().view.cursor), (3, 6));
    desk.mouse(Deed::Click, x, y + 3).mouse(Deed::Click, x, y + 3);
    assert!(desk.here().starts_with("metric/"), "{}", desk.here());
    let (x, y) = find(&desk, "总览›");
    desk.mouse(Deed::Click, x, y);
    assert_eq!(desk.here(), "overview");
    desk.mouse(Deed::Click, 0, 39).mouse(Deed::Click, 119, 0).mouse(Deed::Click, 500, 500);
    assert_eq!(desk.here(), "overview", "elsewhere it does nothing");
}

#[test]
fn a_click_on_a_page_selects_and_the_next_one_opens() {
    let mut desk = Desk::baoan("sources", "80x24", Lang::Zh);
    desk.keys("Down");
    let selected = desk.model.trail.here().view.cursor;
    let (x, y) = find(&desk, "➤");
    desk.keys("Up");
    desk.mouse(Deed::Click, x + 4, y);
    assert_eq!(desk.model.trail.here().view.cursor, selected);
    desk.mouse(Deed::Click, x + 4, y);
    assert_ne!(desk.here(), "sources");
}

#[test]
fn the_same_metric_stays_selected_whatever_the_language_does_to_the_order() {
    for at in ["metrics?sort=name", "metrics?sort=-name&group=action"] {
        let mut desk = Desk::open(SAMPLE, at, "100x30", Lang::Zh);
        desk.keys("PgDn PgDn");
        let before = selected(&desk);
        assert!(before.starts_with("metric/"), "{before}");
        desk.keys("L");
        assert_eq!(selected(&desk), before, "{at}");
        // On the way back, and in the history, too.
        desk.keys("Enter L Esc");
        assert_eq!(selected(&desk), before, "{at}");
        desk.keys("9 L Ctrl-o");
        assert_eq!(selected(&desk), before, "{at}");
    }
}

/// What Enter leads to.
fn selected(desk: &Desk) -> String {
    let trail = desk.model.trail.clone();
    let mut there = Desk::open(SAMPLE, "overview", "100x30", desk.model.prefs.lang);
    there.model.trail = trail;
    there.keys("Enter").here()
}

#[test]
fn a_sort_by_what_is_not_on_the_screen_is_told() {
    let mut desk = Desk::open(SAMPLE, "metrics", "120x40", Lang::En);
    desk.keys("l l s");
    assert!(desk.screen().contains("Figure ▴") && !desk.screen().contains("sorted by"), "{}", desk.screen());
    desk.keys("H");
    assert!(desk.screen().contains("sorted by Figure ▴"), "{}", desk.screen());
    // So where there is no room for the column.
    for (lang, told) in [(Lang::Zh, "排序：时段 ▾"), (Lang::En, "sorted by Period ▾")] {
        let desk = Desk::open(SAMPLE, "metrics?sort=-period", "60x16", lang);
        assert!(desk.screen().contains(told), "{}", desk.screen());
    }
}

#[test]
fn the_facet_whose_values_one_is_among_stays_marked() {
    let mut desk = Desk::open(SAMPLE, "metrics", "200x60", Lang::Zh);
    let row = |desk: &Desk| desk.screen().lines().find(|line| line.contains("单位类别")).unwrap().to_owned();
    desk.keys("f Down Down");
    assert!(row(&desk).contains("➤ 单位类别"), "{}", row(&desk));
    desk.keys("Enter");
    assert!(row(&desk).contains("› 单位类别"), "{}", row(&desk));
    // The values stand beside it.
    assert!(find(&desk, "数量").0 < 60, "{}", desk.screen());
    let mut desk = Desk::open(SAMPLE, "metrics", "80x24", Lang::En);
    desk.keys("f");
    let screen = desk.screen();
    assert!(screen.contains("behind or missed") && screen.contains("  Flag"), "{screen}");
}

#[test]
fn the_rows_that_are_told_are_metrics() {
    let desk = Desk::open(SAMPLE, "metrics?group=unit", "150x130", Lang::En);
    assert!(desk.screen().contains("rows 1–75"), "{}", desk.screen());
    let mut desk = Desk::open(SAMPLE, "metrics?group=action", "100x24", Lang::En);
    desk.keys("G");
    assert!(desk.screen().contains("–75"), "{}", desk.screen());
}

#[test]
fn a_click_ends_a_sequence_of_keys() {
    let mut desk = Desk::open(SAMPLE, "metrics", "100x30", Lang::En);
    desk.keys("Down Down Down g").mouse(Deed::Click, 20, 12).keys("g");
    assert!(desk.model.trail.here().view.cursor > 0);
}

#[test]
fn the_lists_offer_only_what_works_in_them() {
    let mut desk = Desk::open(SAMPLE, "metrics", "160x30", Lang::En);
    let screen = desk.keys("f").screen();
    let footer = screen.lines().last().unwrap();
    assert!(footer.contains("Esc back  L language") && !footer.contains("search"), "{footer}");
}

/// The sample with one more metric before all others.
fn with_one_above() -> Arc<District> {
    let mut json: serde_json::Value = serde_json::from_str(SAMPLE).unwrap();
    let metrics = json["metrics"].as_array_mut().unwrap();
    let mut first = metrics[0].clone();
    first["id"] = "one-more".into();
    first["name"] = "一项新指标".into();
    metrics.insert(0, first);
    Arc::new(District::new(check::load(json.to_string().as_bytes()).unwrap()))
}

#[test]
fn the_same_thing_stays_selected_when_the_dataset_is_read_again() {
    let tables = ["metrics", "metrics?sort=-name&group=action", "metrics?group=unit"];
    let pages = ["overview", "honours", "timeline", "sources", "action/industry", "source/annual-bulletin-2024"];
    for at in tables.into_iter().chain(pages) {
        for keys in ["Down Down", "PgDn PgDn Up", "G"] {
            let mut desk = Desk::open(SAMPLE, at, "100x30", Lang::Zh);
            desk.keys(keys);
            let before = desk.model.trail.here().view.cursor;
            let opened = selected(&desk);
            desk.keys("r");
            assert_eq!(desk.effects, [Effect::Reload]);
            app::update(&mut desk.model, Event::Dataset(with_one_above()));
            let after = desk.model.trail.here().view.cursor;
            assert_eq!(desk.here(), at);
            assert_eq!(desk.keys("Enter").here(), opened, "{at} {keys}: row {before}, now {after}");
        }
    }
}

#[test]
fn on_the_way_back_under_tabs_and_in_the_history_the_selection_outlives_reading_again() {
    let mut desk = Desk::open(SAMPLE, "metrics", "100x30", Lang::Zh);
    desk.keys("Down Down Down");
    let opened = selected(&desk);
    desk.keys("Enter");
    app::update(&mut desk.model, Event::Dataset(with_one_above()));
    assert_eq!(desk.keys("Esc Enter").here(), opened);
    desk.keys("Esc 1");
    app::update(&mut desk.model, Event::Dataset(with_one_above()));
    assert_eq!(desk.keys("7 Enter").here(), opened);
}

#[test]
fn the_table_by_another_order_is_no_second_place_on_the_way() {
    let title = |desk: &Desk| desk.screen().lines().next().unwrap_or_default().to_owned();
    let desk = Desk::open(SAMPLE, "metrics?sort=status", "120x40", Lang::En);
    assert_eq!(title(&desk).matches("Metrics").count(), 1, "{}", title(&desk));
    // A group opened and all shown again is the table that one came from.
    let mut desk = Desk::open(SAMPLE, "metrics", "120x40", Lang::En);
    desk.keys("b g g Enter x");
    assert_eq!(title(&desk).matches("Metrics").count(), 1, "{}", title(&desk));
}

#[test]
fn a_filter_that_is_typed_selects_the_first_match_and_keeps_what_is_still_there() {
    let mut desk = Desk::open(SAMPLE, "metrics", "120x40", Lang::En);
    desk.keys("G & p a r");
    let marked = |desk: &Desk| desk.screen().lines().find(|line| line.contains('➤')).unwrap_or_default().to_owned();
    let first = desk.screen().lines().skip_while(|line| !line.contains("Figure")).nth(2).unwrap_or_default().to_owned();
    assert_eq!(marked(&desk), first, "{}", desk.screen());
    let selected = marked(&desk);
    desk.keys("Backspace Enter");
    // The columns may be wider now; the row begins alike.
    assert_eq!(marked(&desk).chars().take(14).collect::<String>(), selected.chars().take(14).collect::<String>());
}

#[test]
fn what_has_no_data_comes_last_both_ways() {
    for order in ["status", "-status"] {
        let desk = Desk::open(SAMPLE, &format!("metrics?sort={order}"), "120x40", Lang::En);
        let screen = desk.screen();
        let first = screen.lines().nth(6).unwrap_or_default();
        assert!(!first.contains("no data") && !first.contains("unclear"), "{order}: {screen}");
    }
}

#[test]
fn a_key_that_does_nothing_here_says_so() {
    let mut desk = Desk::open(SAMPLE, "overview", "80x24", Lang::En);
    for key in ["&", "f", "s", "b", "=", "!", "x"] {
        desk.keys(key);
        assert!(desk.screen().contains("does nothing here"), "{key}: {}", desk.screen());
    }
    desk.keys("j");
    assert!(!desk.screen().contains("does nothing here"));
}
