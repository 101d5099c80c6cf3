//! Going deeper and coming back.

use xinhuo::domain::Lang;
use xinhuo::model::Effect;

use crate::common::{Desk, district};

/// Goes over the rows and columns until Enter leads to a place.
fn open(desk: &mut Desk, place: &str) {
    desk.keys("g g");
    for _ in 0..60 {
        for _ in 0..4 {
            let before = desk.here();
            if desk.keys("Enter").here() == place {
                return;
            }
            if desk.here() != before {
                desk.keys("Esc");
            }
            desk.keys("Right");
        }
        desk.keys("Left Left Left Left Down");
    }
    panic!("{place} is not reached, only\n{}", desk.screen());
}

#[test]
fn back_leads_to_the_exact_row_and_scroll() {
    for (size, other) in [("80x24", "120x40"), ("120x40", "60x16"), ("60x16", "200x60")] {
        let mut desk = Desk::baoan("overview", size, Lang::Zh);
        open(&mut desk, "action/governance");
        desk.keys("Esc");
        let overview = desk.screen();
        let seen = |desk: &Desk| desk.model.trail.here().clone();
        let top = seen(&desk);
        desk.keys("Enter");
        open(&mut desk, "initiative/vanguard-corps");
        desk.keys("Esc");
        let action = seen(&desk);
        desk.keys("Enter Down");
        let initiative = seen(&desk);
        desk.keys("Enter");
        assert!(desk.here().starts_with("metric/"), "{}", desk.here());
        desk.keys(&format!("Down size:{other} Up size:{size}"));
        desk.keys("Esc");
        assert_eq!(seen(&desk), initiative);
        desk.keys("Esc");
        assert_eq!(seen(&desk), action);
        desk.keys("Esc");
        assert_eq!(seen(&desk), top);
        assert_eq!(desk.screen(), overview, "{size}");
    }
}

#[test]
fn the_design_s_path_to_the_evidence_of_a_figure() {
    let mut desk = Desk::baoan("overview", "120x40", Lang::Zh);
    desk.keys("5 Down Enter");
    assert_eq!(desk.here(), "initiative/living-rooms");
    desk.keys("Enter");
    assert!(desk.here().starts_with("metric/"), "{}", desk.here());
    let screen = desk.screen();
    assert!(screen.contains("原文写法") && screen.contains("第31段"), "{screen}");
    desk.keys("Esc Esc Esc");
    assert_eq!(desk.here(), "overview");
}

#[test]
fn tabs_are_as_they_were_left() {
    let mut desk = Desk::baoan("overview", "120x40", Lang::Zh);
    desk.keys("8 j j j l s");
    let metrics = desk.model.trail.here().clone();
    desk.keys("9 j Tab ] [");
    desk.keys("8");
    assert_eq!(desk.model.trail.here(), &metrics);
    desk.keys("0");
    assert_eq!(desk.here(), "sources");
    desk.keys("Tab");
    assert_eq!(desk.here(), "overview");
    desk.keys("Shift-Tab");
    assert_eq!(desk.here(), "sources");
}

#[test]
fn every_tab_of_twenty_actions_is_reached() {
    let json = district(20, 0, 1, 0);
    let mut desk = Desk::open(&json, "overview", "80x24", Lang::Zh);
    for at in 0..20 {
        desk.keys("Tab");
        assert_eq!(desk.here(), format!("action/a{at}"));
        let tabs = desk.screen().lines().nth(1).unwrap_or_default().to_owned();
        assert!(tabs.contains(&format!("第{at}号行动")) || tabs.contains("名字特别长"), "{tabs}");
    }
}

#[test]
fn quitting_goes_back_first() {
    let mut desk = Desk::baoan("metric/firm-visits", "80x24", Lang::Zh);
    desk.keys("q q q");
    assert_eq!((desk.here().as_str(), desk.effects.as_slice()), ("overview", &[][..]));
    desk.keys("q");
    assert_eq!(desk.effects, [Effect::Quit]);
    let mut desk = Desk::baoan("metric/firm-visits", "80x24", Lang::Zh);
    desk.keys("? Ctrl-z Ctrl-c");
    assert_eq!(desk.effects, [Effect::Suspend, Effect::Quit]);
}

#[test]
fn help_takes_the_keys_while_it_is_open() {
    let mut desk = Desk::baoan("metrics", "80x24", Lang::Zh);
    desk.keys("? Down s Enter");
    assert!(desk.model.overlay.is_none());
    assert_eq!(desk.model.trail.here().view.cursor, 0);
    desk.keys("？ 9 Esc Esc");
    assert!(desk.model.overlay.is_none());
    assert_eq!(desk.here(), "metrics");
}

#[test]
fn sorting_by_any_column_keeps_any_row_selected() {
    for column in 0..7 {
        for row in [0, 1, 9, 30, 58] {
            let mut desk = Desk::baoan("metrics", "120x40", Lang::Zh);
            desk.keys(&"j ".repeat(row)).keys(&"l ".repeat(column));
            let before = desk.keys("Enter").here();
            desk.keys("Esc");
            for _ in 0..3 {
                desk.keys("s");
                assert_eq!(desk.keys("Enter").here(), before, "row {row}, column {column}");
                desk.keys("Esc");
            }
        }
    }
}

#[test]
fn a_card_opens_at_its_beginning() {
    for lang in Lang::ALL {
        for size in ["40x10", "60x16", "61x17", "80x20", "80x24"] {
            for metric in ["intended-investment", "firm-visits", "activities-per-team", "industrial-districts-rank"] {
                let mut desk = Desk::baoan(&format!("metric/{metric}"), size, lang);
                let opened = desk.screen();
                desk.keys("Down Down Down g g");
                assert_eq!(desk.screen(), opened, "{metric} {size}");
                let name = desk.model.district.metric(metric).unwrap().name.get(lang).to_owned();
                let body = opened.lines().skip(if size == "40x10" { 1 } else { 2 }).collect::<String>();
                let start: String = name.chars().take(8).collect();
                assert!(body.contains(&start), "{metric} {size}\n{opened}");
            }
        }
    }
}

#[test]
fn a_source_opens_at_the_figure_that_one_comes_from() {
    let mut desk = Desk::baoan("metric/idle-space-revived", "120x40", Lang::Zh);
    desk.keys("Enter");
    assert_eq!(desk.here(), "source/sz-gov-baoan-2024");
    let screen = desk.screen();
    let selected = screen.lines().find(|line| line.contains('➤')).unwrap_or_default();
    assert!(selected.contains("盘活存量产业空间"), "{screen}");
    desk.keys("Esc");
    assert_eq!(desk.here(), "metric/idle-space-revived");
}

#[test]
fn a_sorted_row_stays_selected() {
    let mut desk = Desk::baoan("metrics", "80x24", Lang::Zh);
    desk.keys("G");
    let selected = |desk: &Desk| {
        desk.screen().lines().find(|line| line.contains('➤')).map(|line| line.chars().take(40).collect::<String>())
    };
    let before = selected(&desk);
    assert!(before.is_some());
    for _ in 0..3 {
        desk.keys("s");
        assert_eq!(selected(&desk), before);
    }
    assert_eq!(desk.here(), "metrics");
}
