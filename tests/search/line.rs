//! The line that is typed, and the keys beside it.

use proptest::prelude::*;
use xinhuo::domain::Lang;
use xinhuo::model::{Effect, Overlay};

use crate::common::{BAOAN, Desk, SAMPLE};

fn line(desk: &Desk) -> String {
    let Some(Overlay::Finder(finder)) = &desk.model.overlay else { return "closed".to_owned() };
    format!("{}|{}", finder.input.before(), finder.input.behind())
}

#[test]
fn letters_are_typed_whatever_else_they_mean() {
    let mut desk = Desk::baoan("metrics", "80x24", Lang::Zh);
    desk.keys("/").text("qLTn?/：／？、12 hjkl");
    assert_eq!(line(&desk), "qLTn?/：／？、12 hjkl|");
    assert_eq!((desk.here(), desk.effects.len()), ("metrics".to_owned(), 0));
    desk.keys("Ctrl-c");
    assert_eq!(desk.effects, [Effect::Quit]);
}

#[test]
fn full_width_keys_open_it() {
    for (typed, mode) in [("／", "搜索"), ("、", "搜索"), ("/", "搜索"), ("：", "命令面板"), (":", "命令面板")]
    {
        let mut desk = Desk::baoan("overview", "80x24", Lang::Zh);
        desk.text(typed);
        assert_eq!(line(&desk), "|", "{typed}");
        assert!(desk.screen().contains(&format!("\n {mode}\n")), "{typed}\n{}", desk.screen());
    }
    let mut desk = Desk::baoan("overview", "80x24", Lang::Zh);
    desk.text("？");
    assert!(matches!(desk.model.overlay, Some(Overlay::Help { .. })));
}

#[test]
fn the_line_is_edited() {
    let mut desk = Desk::baoan("metrics", "80x24", Lang::Zh);
    desk.keys("/").text("service visits");
    for (keys, expected) in [
        ("Left Left", "service visi|ts"),
        ("Backspace Delete", "service vis|s"),
        ("Ctrl-w", "service |s"),
        ("Home", "|service s"),
        ("End", "service s|"),
        ("Ctrl-a Right", "s|ervice s"),
        ("Ctrl-e Alt-Backspace", "service |"),
        ("Ctrl-u", "|"),
        ("Backspace", "|"),
    ] {
        desk.keys(keys);
        assert_eq!(line(&desk), expected, "{keys}");
    }
    desk.paste("党员\n先锋队\u{7}\t");
    assert_eq!(line(&desk), "党员 先锋队 |");
    desk.keys("Enter");
    assert_eq!(desk.here(), "metric/vanguard-teams");
}

#[test]
fn what_is_pasted_elsewhere_does_nothing() {
    let mut desk = Desk::baoan("metrics", "80x24", Lang::Zh);
    let before = desk.screen();
    desk.paste("qqq");
    desk.keys("\"").paste("q");
    desk.keys("Esc");
    assert_eq!((desk.screen(), desk.effects.len()), (before, 0));
}

#[test]
fn esc_and_a_key_right_after_it_are_two_keys() {
    // On the wire they are one key with Alt.
    let mut desk = Desk::baoan("metrics", "80x24", Lang::Zh);
    desk.keys("/").text("firm").keys("Alt-j");
    assert!(desk.model.overlay.is_none());
    assert_eq!(desk.model.trail.here().view.cursor, 1);
}

#[test]
fn esc_leaves_everything_as_it_was() {
    for size in ["80x24", "120x40", "20x4"] {
        for key in ["/", ":", "Ctrl-p"] {
            let mut desk = Desk::baoan("metrics", size, Lang::Zh);
            desk.keys("Down Down l s");
            let (before, place) = (desk.screen(), desk.model.trail.clone());
            desk.keys(key).text("zhili").keys("Down PgDn Esc");
            assert_eq!((desk.screen(), &desk.model.trail), (before, &place));
        }
    }
}

#[test]
fn rows_are_chosen_and_the_selected_one_is_always_in_sight() {
    for size in ["20x4", "30x7", "60x16", "80x24", "120x40", "200x60"] {
        let mut desk = Desk::baoan("overview", size, Lang::Zh);
        desk.keys("/").text("d");
        for keys in [
            "Down",
            "Down",
            "Ctrl-n",
            "PgDn",
            "PgDn",
            "Ctrl-p",
            "PgUp",
            "PgDn PgDn PgDn PgDn PgDn PgDn PgDn PgDn PgDn PgDn PgDn PgDn PgDn PgDn PgDn PgDn PgDn PgDn PgDn PgDn PgDn PgDn PgDn PgDn PgDn PgDn",
            "Down",
        ] {
            desk.keys(keys);
            assert_eq!(desk.screen().matches('➤').count(), 1, "{size} {keys}\n{}", desk.screen());
        }
    }
}

#[test]
fn what_was_looked_for_comes_back() {
    let mut desk = Desk::baoan("overview", "80x24", Lang::Zh);
    desk.keys("/").text("zlqj").keys("Enter");
    desk.keys("/").text("dyxfd").keys("Enter");
    desk.keys("/ Up");
    assert_eq!(line(&desk), "dyxfd|");
    desk.keys("Up");
    assert_eq!(line(&desk), "zlqj|");
    desk.keys("Ctrl-r Up");
    assert_eq!(line(&desk), "zlqj|", "there is nothing earlier");
    desk.keys("Ctrl-n Up");
    assert_eq!(line(&desk), "zlqj|", "the row above is chosen before the history");
    desk.keys("Esc / Ctrl-r Ctrl-r Enter");
    assert_eq!(desk.here(), "action/governance");
}

#[test]
fn one_row_too_far_up_loses_nothing() {
    let mut desk = Desk::baoan("overview", "80x24", Lang::Zh);
    desk.keys("/").text("zlqj").keys("Enter /").text("dyxfd").keys("Enter /").text("chanye").keys("Left");
    let typed = line(&desk);
    for (key, expected) in [
        ("Down", &*typed),
        ("Up", &typed),
        ("Up", "dyxfd|"),
        ("Up", "zlqj|"),
        ("Up", "zlqj|"),
        ("Down", "dyxfd|"),
        ("Down", &typed),
        ("Down", &typed),
    ] {
        desk.keys(key);
        assert_eq!(line(&desk), expected, "{key}");
    }
    let Some(Overlay::Finder(finder)) = &desk.model.overlay else { panic!("closed") };
    assert_eq!(finder.selected, 1, "behind what was typed come its rows");
    // What was taken from the history and is touched is typed.
    desk.keys("Up Up Left Down");
    assert_eq!(line(&desk), "dyxf|d");
}

#[test]
fn the_palette_has_a_history_of_its_own() {
    let mut desk = Desk::baoan("overview", "80x24", Lang::Zh);
    desk.keys("/").text("dyxfd").keys("Enter :").text("jj").keys("Enter / Up");
    assert_eq!(line(&desk), "dyxfd|");
    desk.keys("Up");
    assert_eq!(line(&desk), "dyxfd|", "the only search");
    desk.keys("Down");
    assert_eq!(line(&desk), "|");
    desk.keys("Esc : Up");
    assert_ne!(line(&desk), "dyxfd|");
}

#[test]
fn the_next_and_the_previous_hit() {
    let mut desk = Desk::baoan("metrics", "80x24", Lang::Zh);
    desk.keys("n");
    assert!(desk.screen().contains("尚未搜索；按 / 搜索"), "{}", desk.screen());
    desk.keys("N");
    assert_eq!(desk.here(), "metrics", "nothing was looked for yet");
    desk.keys("/").text("先锋队").keys("Enter");
    let Some(first) = Some(desk.here()).filter(|here| here.starts_with("metric/")) else { panic!("{}", desk.here()) };
    assert!(desk.screen().contains("n N 第1/6条"), "{}", desk.screen());
    let mut seen = vec![first.clone()];
    loop {
        desk.keys("n");
        if desk.here() == first {
            break;
        }
        assert!(!seen.contains(&desk.here()), "{seen:?}");
        seen.push(desk.here());
    }
    assert!(seen.len() > 3, "{seen:?}");
    assert!(desk.screen().contains("已回到第一条 · 第1/6条"), "{}", desk.screen());
    desk.keys("N");
    assert_eq!(Some(&desk.here()), seen.last());
    assert!(desk.screen().contains("已回到最后一条 · 第6/6条"), "{}", desk.screen());
    desk.keys("N");
    assert!(desk.screen().contains("n N 第5/6条"), "{}", desk.screen());
    desk.keys("Esc");
    assert!(!desk.screen().contains("/6条"), "{}", desk.screen());
    assert_eq!(desk.here(), "metrics", "one step back leads to where it was looked for");
}

#[test]
fn the_only_hit_is_told_and_left_as_it_is() {
    let mut desk = Desk::baoan("metrics", "80x24", Lang::Zh);
    desk.keys("/").text("firm-visits").keys("Enter Down Down");
    let place = desk.model.trail.clone();
    for key in ["n", "N"] {
        desk.keys(key);
        assert!(desk.screen().contains("只有这一条结果。"), "{}", desk.screen());
        assert_eq!(desk.model.trail, place);
    }
    desk.keys("Esc n");
    assert_eq!(desk.here(), "metric/firm-visits");
}

#[test]
fn the_same_words_find_the_same_in_chinese_and_by_pinyin() {
    for (json, chinese, others) in
        [(BAOAN, "全市第一", ["quanshidiyi", "qsdy"]), (BAOAN, "产业链", ["chanyelian", "cyl"])]
    {
        let found = |typed: &str| {
            let mut desk = Desk::open(json, "overview", "80x60", Lang::Zh);
            desk.keys("/").text(typed);
            let Some(Overlay::Finder(finder)) = &desk.model.overlay else { panic!("closed") };
            let choices = finder.found.iter().filter_map(|found| finder.choice(&desk.model.district, *found));
            choices.take(6).collect::<Vec<_>>()
        };
        for other in others {
            assert_eq!(found(chinese), found(other), "{chinese} {other}");
        }
    }
}

#[test]
fn words_of_a_state_lead_to_the_metrics_in_it() {
    for (typed, lang, place) in [
        ("暂无数据", Lang::Zh, "metrics?is=missing"),
        ("zwsj", Lang::Zh, "metrics?is=missing"),
        ("未达标", Lang::Zh, "metrics?is=behind"),
        ("no data", Lang::En, "metrics?is=missing"),
    ] {
        for key in ["/", ":"] {
            let mut desk = Desk::open(SAMPLE, "overview", "80x24", lang);
            desk.keys(key).text(typed);
            let Some(Overlay::Finder(finder)) = &desk.model.overlay else { panic!("closed") };
            let lists = finder.found.iter().filter_map(|found| finder.choice(&desk.model.district, *found));
            let lists = lists.filter_map(|choice| match choice {
                xinhuo::model::finder::Choice::List(address) => Some(address.to_string()),
                _ => None,
            });
            assert_eq!(lists.collect::<Vec<_>>(), [place], "{typed}\n{}", desk.screen());
        }
    }
}

#[test]
fn an_event_is_opened_at_its_row() {
    let mut desk = Desk::open(SAMPLE, "overview", "120x40", Lang::Zh);
    desk.keys("/").text("义务植树").keys("Enter");
    assert_eq!(desk.here(), "timeline");
    let selected = desk.screen().lines().find(|line| line.contains('➤')).unwrap_or_default().to_owned();
    assert!(selected.contains("义务植树日"), "{selected}");
}

#[test]
fn the_cursor_stands_at_the_caret_and_nowhere_without_one() {
    for (size, lang) in
        [("80x24", Lang::Zh), ("120x40", Lang::En), ("30x7", Lang::Zh), ("20x4", Lang::En), ("200x60", Lang::Zh)]
    {
        let mut desk = Desk::baoan("metrics", size, lang);
        assert_eq!(desk.caret(), None);
        desk.keys("/");
        let (start, row) = desk.caret().unwrap();
        desk.text("重a");
        assert_eq!(desk.caret(), Some((start + 3, row)), "{size}");
        desk.keys("Left");
        assert_eq!(desk.caret(), Some((start + 2, row)));
        let symbol = desk.buffer()[(start + 2, row)].symbol().to_owned();
        assert_eq!(symbol, "a", "{size}");
        desk.keys("End").text(&"很长".repeat(80));
        let (x, y) = desk.caret().unwrap();
        assert_eq!(y, row);
        assert_eq!(desk.buffer()[(x, y)].symbol(), " ", "{size}\n{}", desk.screen());
        assert!(x < desk.model.size.0);
        desk.keys("size:19x4");
        assert_eq!(desk.caret(), None);
        desk.keys(&format!("size:{size} Esc"));
        assert_eq!(desk.caret(), None);
    }
}

#[test]
fn a_list_is_opened_and_the_hits_follow_it() {
    let mut desk = Desk::baoan("overview", "80x24", Lang::En);
    desk.keys("/").text("sources").keys("Enter");
    assert_eq!(desk.here(), "sources");
    desk.keys("n");
    assert_ne!(desk.here(), "sources");
}

#[test]
fn where_there_is_little_room_the_reason_is_shown() {
    for (json, typed, lang) in [(SAMPLE, "zb", Lang::En), (SAMPLE, "13", Lang::Zh), (BAOAN, "xinhua", Lang::Zh)] {
        let mut desk = Desk::open(json, "overview", "80x24", lang);
        desk.keys("/").text(typed);
        let (buf, rows) = (desk.buffer(), desk.screen());
        let hits = rows.lines().enumerate().filter(|(_, row)| row.starts_with("   ") || row.starts_with(" ➤"));
        for (y, row) in hits {
            let marked = (0..80).any(|x| buf[(x, y as u16)].modifier.contains(ratatui::style::Modifier::UNDERLINED));
            assert!(marked, "{typed}: {row}\n{rows}");
        }
    }
}

#[test]
fn the_table_finds_words_as_the_search_does() {
    for (typed, shown) in [
        ("dyxfd", "党员先锋队"),
        ("黨員先", "党员先锋队"),
        ("53100", "挂点服务企业"),
        ("53,100", "挂点服务企业"),
        ("gdfw 5.31", "挂点服务企业"),
        ("firm-visits", "挂点服务企业"),
    ] {
        let mut desk = Desk::baoan("metrics", "80x24", Lang::Zh);
        desk.keys("&").text(typed).keys("Enter");
        assert!(desk.screen().contains(shown), "{typed}\n{}", desk.screen());
        assert!(!desk.screen().contains("招商意向投资额"), "{typed}\n{}", desk.screen());
    }
    let mut desk = Desk::baoan("metrics", "80x24", Lang::En);
    desk.keys("&").text("rate").keys("Enter");
    assert!(!desk.screen().contains("Industry-chain Party"), "not inside a word\n{}", desk.screen());
}

#[test]
fn where_nothing_is_found_it_says_so_and_stays() {
    let mut desk = Desk::open(BAOAN, "metrics", "80x24", Lang::En);
    desk.keys("/").text("qqqqq").keys("Enter Down Up PgDn");
    assert!(desk.screen().contains("qqqqq") && desk.screen().contains("Nothing found"), "{}", desk.screen());
    assert_eq!(desk.here(), "metrics");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_typed_letter_by_letter_finds_what_is_typed_at_once(
        typed in "[a-z]{1,3}[a-z ]{0,3}|[党员先锋产业社区qyz ]{1,5}|[0-9.,%万]{1,5}",
        palette in any::<bool>(),
    ) {
        let mut desks = [0, 1].map(|_| Desk::open(SAMPLE, "overview", "80x60", Lang::Zh));
        for desk in &mut desks {
            desk.keys(if palette { ":" } else { "/" });
        }
        let [slowly, at_once] = &mut desks;
        prop_assert_eq!(slowly.text(&typed).screen(), at_once.paste(&typed).screen());
    }
}
