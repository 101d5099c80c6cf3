//! The palette: every command and every place by name, and what choosing one does.

use xinhuo::domain::{Address, Lang};
use xinhuo::lang::messages;
use xinhuo::model::finder::{Choice, command_names};
use xinhuo::model::{Command, Effect, Keymap, Overlay};

use crate::common::{BAOAN, Desk, SAMPLE, district};

/// What is selected in the palette.
fn selected(desk: &Desk) -> Option<Choice> {
    let Some(Overlay::Finder(finder)) = &desk.model.overlay else { return None };
    finder.choice(&desk.model.district, finder.selection()?)
}

#[test]
fn every_command_is_reached_by_its_name_in_either_language() {
    for lang in Lang::ALL {
        for &command in Command::ALL {
            for (_, name) in command_names(command) {
                let mut desk = Desk::open(&district(0, 0, 0, 0), "overview", "80x24", lang);
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
