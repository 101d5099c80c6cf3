//! The palette: every command and every place by name, and what choosing one does.

use xinhuo::app;
use xinhuo::domain::briefing::Show;
use xinhuo::domain::{Address, Lang};
use xinhuo::lang::messages;
use xinhuo::model::finder::{Choice, command_names};
use xinhuo::model::show::PeerId;
use xinhuo::model::stage::Role;
use xinhuo::model::{Command, Effect, Keymap, Overlay, Scope, Stage, ThemeName};

use crate::common::{BAOAN, Desk, SAMPLE, district};

/// What is selected in the palette.
fn selected(desk: &Desk) -> Option<Choice> {
    let Some(Overlay::Finder(finder)) = &desk.model.overlay else { return None };
    finder.choice(&desk.model.district, finder.selection()?)
}

/// Begins a show, at its first step.
fn present(desk: &mut Desk) {
    let (district, lang) = (std::sync::Arc::clone(&desk.model.district), desk.model.prefs.lang);
    let show = Show::made(&district);
    let stage = Stage::new(show, &district, Role::Console, lang, PeerId::new(1, 0), 0).unwrap();
    app::start(&mut desk.model, stage, true);
}

#[test]
fn every_command_is_reached_by_its_name_in_either_language() {
    for lang in Lang::ALL {
        for &command in Command::ALL {
            for (_, name) in command_names(command) {
                let mut desk = Desk::open(&district(0, 0, 0, 0), "overview", "80x24", lang);
                if command.scope() == Scope::Show {
                    desk.keys(":").text(name);
                    assert_ne!(selected(&desk), Some(Choice::Command(command)), "{command:?} is not heard here");
                    desk.keys("Esc");
                    present(&mut desk);
                }
                desk.keys(":").text(name);
                let steps = (0..20).find(|_| {
                    let found = selected(&desk) == Some(Choice::Command(command));
                    desk.keys("Down");
                    found
                });
                assert!(steps.is_some_and(|steps| steps < 3), "{command:?} by {name}\n{}", desk.screen());
            }
        }
    }
}

#[test]
fn commands_are_found_by_pinyin_and_initials_and_say_their_keys() {
    for (typed, command) in [
        ("zhuti", Command::Theme),
        ("zt", Command::Theme),
        ("yuyan", Command::Language),
        ("yuy", Command::Language),
        ("lang", Command::Language),
        ("ss", Command::Search),
        ("sousuo", Command::Search),
        ("compact", Command::Notation),
        ("ＨＥＬＰ", Command::Help),
        ("tab", Command::Tab1),
    ] {
        let mut desk = Desk::baoan("metrics", "80x24", Lang::Zh);
        desk.keys("Ctrl-p").text(typed);
        assert_eq!(selected(&desk), Some(Choice::Command(command)), "{typed}\n{}", desk.screen());
        let key = Keymap::default().keys_of(command).next().unwrap();
        let line = desk.screen().lines().find(|line| line.contains('➤')).unwrap().to_owned();
        assert!(line.contains(command.name(messages(Lang::Zh))) && line.contains(&key), "{line}");
    }
}

#[test]
fn a_chosen_command_does_what_its_key_does_where_one_is() {
    for (typed, keys) in
        [("排序", "s"), ("简写", "u"), ("语言", "L"), ("末行", "G"), ("荣誉", "9"), ("下移", "j"), ("帮助", "?")]
    {
        let (mut chosen, mut pressed) =
            (Desk::baoan("metrics", "80x24", Lang::Zh), Desk::baoan("metrics", "80x24", Lang::Zh));
        chosen.keys(":").text(typed).keys("Enter");
        pressed.keys(keys);
        // A place is gone to from where one is; its tab is opened below the overview.
        if typed == "荣誉" {
            assert_eq!((chosen.here(), pressed.here()), ("honours".to_owned(), "honours".to_owned()));
            assert_eq!(chosen.keys("Esc").here(), "metrics");
        } else {
            assert_eq!(chosen.screen(), pressed.screen(), "{typed}");
        }
    }
    let mut desk = Desk::baoan("metrics", "80x24", Lang::Zh);
    desk.keys(":").text("立即退出").keys("Enter");
    assert_eq!(desk.effects, [Effect::Quit]);
}

#[test]
fn every_place_is_reached_by_its_address() {
    for json in [BAOAN, SAMPLE] {
        let mut desk = Desk::open(json, "metrics", "80x24", Lang::En);
        let places: Vec<String> = Address::all(desk.model.district.data()).map(|place| place.to_string()).collect();
        for place in places {
            let id = place.rsplit('/').next().unwrap_or_default().to_owned();
            desk.keys(":").paste(&id);
            for _ in 0..30 {
                let at = match selected(&desk) {
                    Some(Choice::List(address)) => address.to_string(),
                    Some(Choice::Thing(target)) => target.address().to_string(),
                    _ => String::new(),
                };
                if at == place {
                    break;
                }
                desk.keys("Down");
            }
            desk.keys("Enter");
            assert_eq!(desk.here(), place);
        }
    }
}

#[test]
fn recent_places_come_first_while_nothing_is_typed() {
    let mut desk = Desk::baoan("overview", "80x24", Lang::Zh);
    desk.keys("4 8 Down Enter :");
    let Some(Overlay::Finder(finder)) = &desk.model.overlay else { panic!("no palette") };
    let offered: Vec<String> = finder.found[..3]
        .iter()
        .map(|found| match finder.choice(&desk.model.district, *found) {
            Some(Choice::List(address)) => address.to_string(),
            Some(Choice::Thing(target)) => target.address().to_string(),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(offered, ["metrics", "action/development", "overview"]);
    desk.keys("Enter");
    assert_eq!(desk.here(), "metrics");
}

/// What an empty palette offers, in order.
fn offered(desk: &Desk) -> Vec<Choice> {
    let Some(Overlay::Finder(finder)) = &desk.model.overlay else { return Vec::new() };
    finder.found.iter().filter_map(|found| finder.choice(&desk.model.district, *found)).collect()
}

#[test]
fn what_was_chosen_last_comes_first_and_what_only_moves_last() {
    let mut desk = Desk::baoan("overview", "80x24", Lang::Zh);
    desk.keys(":");
    assert_eq!(offered(&desk).first(), Some(&Choice::Command(Command::Search)));
    let at = |choice: &Choice| offered(&desk).iter().position(|it| it == choice).unwrap();
    let theme = at(&Choice::Command(Command::Theme));
    assert!(theme < 8 && theme < at(&Choice::Command(Command::Up)) && at(&Choice::Command(Command::Sort)) > theme);
    desk.text("zt").keys("Enter :").text("jx").keys("Enter :");
    let chosen = [Command::Notation, Command::Theme].map(Choice::Command);
    assert!(offered(&desk)[1] == chosen[1] && offered(&desk).contains(&chosen[0]), "{}", desk.screen());
    let theme = desk.model.prefs.theme;
    desk.keys("Down Enter");
    assert_ne!(desk.model.prefs.theme, theme, "chosen once more");
    assert!(desk.keys(":").screen().contains("最近用过"), "{}", desk.screen());
}

#[test]
fn themes_and_languages_are_chosen_by_name_and_commands_by_other_words() {
    for (typed, theme) in [
        ("dark", ThemeName::Dark),
        ("深色", ThemeName::Dark),
        ("projector", ThemeName::Projector),
        ("投影", ThemeName::Projector),
        ("touying", ThemeName::Projector),
        ("主题：高对比", ThemeName::HighContrast),
        ("theme: mono", ThemeName::Mono),
        ("colour-blind", ThemeName::ColourBlind),
        ("ztss", ThemeName::Dark),
        ("zhutiss", ThemeName::Dark),
        ("ztshense", ThemeName::Dark),
    ] {
        for lang in Lang::ALL {
            let mut desk = Desk::baoan("overview", "80x24", lang);
            desk.model.prefs.theme = ThemeName::Light;
            desk.keys(":").text(typed).keys("Enter");
            assert_eq!((desk.model.prefs.theme, desk.here()), (theme, "overview".to_owned()), "{typed}");
        }
    }
    for (typed, lang) in
        [("English", Lang::En), ("英文", Lang::En), ("中文", Lang::Zh), ("chinese", Lang::Zh), ("yyzw", Lang::Zh)]
    {
        for from in Lang::ALL {
            let mut desk = Desk::baoan("overview", "80x24", from);
            desk.keys(":").text(typed).keys("Enter");
            assert_eq!(desk.model.prefs.lang, lang, "{typed}");
        }
    }
    for (typed, command) in [
        ("exit", Command::QuitNow),
        ("退出", Command::QuitNow),
        ("clear filter", Command::Everything),
        ("清除筛选", Command::Everything),
        ("清除", Command::Everything),
        ("yy", Command::Language),
    ] {
        let mut desk = Desk::baoan("metrics", "80x24", Lang::Zh);
        desk.keys(":").text(typed);
        assert_eq!(selected(&desk), Some(Choice::Command(command)), "{typed}\n{}", desk.screen());
    }
}

#[test]
fn commands_are_known_by_their_names_in_either_language() {
    for (typed, lang, command) in
        [("ss", Lang::En, Command::Search), ("zt", Lang::En, Command::Theme), ("theme", Lang::Zh, Command::Theme)]
    {
        let mut desk = Desk::baoan("overview", "80x24", lang);
        desk.keys(":").text(typed);
        assert_eq!(selected(&desk), Some(Choice::Command(command)), "{typed}\n{}", desk.screen());
    }
}

#[test]
fn what_did_nothing_is_not_offered_again() {
    let mut desk = Desk::baoan("overview", "80x24", Lang::Zh);
    for typed in ["隐藏此列", "后退", "下一个结果"] {
        desk.keys(":").text(typed).keys("Enter");
    }
    assert!(desk.model.used.is_empty(), "{:?}", desk.model.used);
    let mut desk = Desk::baoan("metrics", "80x24", Lang::Zh);
    for (at, typed) in ["下移", "标记", "简写", "主题：浅色", "帮助"].into_iter().enumerate() {
        desk.keys(":").text(typed).keys("Enter Esc");
        assert_eq!(desk.model.used.len(), at + 1, "{typed}");
    }
}

#[test]
fn a_publisher_leads_to_its_source() {
    for (json, typed, lang) in
        [(BAOAN, "门户网站", Lang::Zh), (BAOAN, "mhwz", Lang::En), (SAMPLE, "bureau of statistics", Lang::En)]
    {
        let mut desk = Desk::open(json, "overview", "80x24", lang);
        desk.keys(":").text(typed).keys("Enter");
        assert!(desk.here().starts_with("source/"), "{typed}: {}", desk.here());
    }
}

#[test]
fn comparing_is_offered_once() {
    let mut desk = Desk::baoan("metrics", "80x24", Lang::En);
    desk.keys(":").text("compare");
    let named = desk.screen().lines().filter(|line| line.to_lowercase().contains("  compare")).count();
    assert_eq!(named, 1, "{}", desk.screen());
}
