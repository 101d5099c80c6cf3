use xinhuo::domain::Lang;
use xinhuo::model::Effect;
use xinhuo::model::show::Blank;
use xinhuo::model::stage::{Role, Sheet};

use crate::common::{BAOAN, SAMPLE};
use crate::room::Room;

fn room() -> Room {
    Room::of(BAOAN, Lang::Zh, &[(Role::Audience, "100x30"), (Role::Console, "80x24")])
}

#[test]
fn every_key_of_a_remote_and_of_the_keyboard_steps() {
    for at in [0, 1] {
        for on in ["Space", "PgDn", "Right", "Down", "Enter", "l", "j"] {
            for back in ["PgUp", "Left", "Up", "Backspace", "h", "k"] {
                let mut room = room();
                room.keys(at, on).keys(at, on);
                assert_eq!((room.step(0), room.step(1)), (3, 3), "{on}");
                room.keys(at, back);
                assert_eq!((room.step(0), room.step(1)), (2, 2), "{back}");
            }
        }
    }
}

#[test]
fn help_on_the_console_is_filtered_and_scrolled_and_nobody_else_sees_it() {
    let mut room = room();
    room.keys(1, "Space");
    let seen = room.screen(0);
    let help = room.keys(1, "?").screen(1);
    assert!(help.contains("演示中的按键") && help.contains("Space  Enter"), "{help}");
    let end = room.keys(1, "End").screen(1);
    assert!(end.contains("Ctrl-z") && !end.contains("演示中的按键"), "{end}");
    // Letters are the filter, though each of them is a command at the steps.
    let found = room.keys(1, "b l a c k").screen(1);
    assert!(found.contains("b  .") && !found.contains("Space  Enter"), "{found}");
    room.keys(1, "Down Esc Esc");
    assert_eq!((room.screen(0), room.step(0)), (seen, 2));
    assert!(room.desks[1].model.overlay.is_none());
    // What ends the program is heard in it as well.
    room.keys(1, "? Ctrl-c");
    assert_eq!(room.stage(1).sheet, Some(Sheet::Ending));
    assert!(room.desks[1].model.overlay.is_none());
}

#[test]
fn a_number_leads_to_its_step_and_none_to_the_last() {
    let mut room = room();
    let last = room.stage(0).show.slides.len();
    room.keys(1, "1 2 G");
    assert_eq!(room.step(0), 12);
    room.keys(0, "G");
    assert_eq!(room.step(1), last);
    room.keys(1, "9 9 9 9 9 G");
    assert_eq!(room.step(0), last);
    room.keys(1, "g g 5 Esc G");
    assert_eq!(room.step(0), last, "Esc forgets the digits");
    room.keys(1, "0 G");
    assert_eq!(room.step(0), 1);
    room.keys(1, "2 1 Backspace G");
    assert_eq!(room.step(0), 2);
}

#[test]
fn a_blank_screen_comes_back_by_its_own_key() {
    let mut room = room();
    for (key, blank) in [("b", Blank::Black), (".", Blank::Black), ("w", Blank::White), ("。", Blank::Black)] {
        let before = room.screen(0);
        room.keys(1, key);
        assert_eq!(room.stage(0).cue.blank, Some(blank));
        assert_eq!(room.screen(0).trim(), "", "{key}");
        room.keys(1, key);
        assert_eq!(room.screen(0), before);
    }
}

#[test]
fn what_the_presenter_looks_at_is_not_seen_while_the_picture_is_held() {
    let mut room = room();
    room.keys(1, "Space z");
    let held = room.screen(0);
    for keys in ["Space", "d", "8", "Down Down Enter", "Esc", "3 G"] {
        room.keys(1, keys);
        assert_eq!(room.screen(0), held, "{keys}");
    }
    room.keys(1, "z");
    assert_ne!(room.screen(0), held);
    assert_eq!(room.step(0), 3);
}

#[test]
fn one_goes_anywhere_and_comes_back_to_the_step() {
    for at in [0, 1] {
        let mut room = room();
        room.keys(at, "5 G");
        let before = room.screen(0);
        room.keys(at, "d");
        assert!(room.stage(1 - at).on_detour());
        room.keys(at, "8 Down Enter");
        let place = room.desks[at].here();
        assert!(place.starts_with("metric/"), "{place}");
        assert_eq!(room.desks[1 - at].here(), place, "the other terminal is there as well");
        assert_ne!(room.screen(0), before);
        // Back over the places, and on.
        room.keys(at, "Backspace");
        assert_eq!(room.desks[1 - at].here(), "metrics");
        room.keys(at, "Enter Esc");
        assert!(!room.stage(1 - at).on_detour());
        assert_eq!((room.step(0), room.screen(0) == before), (5, true));
    }
}

#[test]
fn what_is_found_is_a_detour_too() {
    for at in [0, 1] {
        let mut room = room();
        room.keys(at, "3 G /").text(at, "dyxfd").keys(at, "Enter");
        assert_eq!(room.desks[1 - at].here(), "metric/vanguard-teams");
        room.keys(at, "Esc");
        assert_eq!((room.step(1 - at), room.stage(1 - at).on_detour()), (3, false));
        room.keys(at, "/").text(at, "zzzz").keys(at, "Esc");
        assert!(!room.stage(at).on_detour() && room.desks[at].model.overlay.is_none());
    }
}

#[test]
fn a_detour_ends_at_its_beginning_and_never_the_show() {
    let mut room = room();
    room.keys(1, "4 G d q");
    assert!(room.desks.iter().all(|desk| desk.model.stage.is_some() && desk.effects.is_empty()));
    for _ in 0..5 {
        room.keys(1, "d q q x").keys(0, "d Backspace Backspace");
        assert!(room.desks.iter().all(|desk| desk.model.stage.is_some()), "a stray q ends nothing");
    }
}

#[test]
fn only_q_twice_ends_the_show_and_that_everywhere() {
    let mut room = room();
    for stray in ["q Space", "q b b", "q g g", "q Left"] {
        room.keys(1, stray);
        assert!(room.desks.iter().all(|desk| desk.model.stage.is_some()), "{stray}");
    }
    room.keys(1, "q q");
    for desk in &room.desks {
        assert!(desk.model.stage.is_none());
        assert!(desk.effects.contains(&Effect::Quit));
    }
}

#[test]
fn stray_keys_far_apart_or_with_others_between_are_no_sequence() {
    let mut room = room();
    room.keys(0, "q").wait(2).keys(0, "q");
    room.wait(2).keys(1, "q").keys(0, "Space").keys(1, "q");
    assert!(room.desks.iter().all(|desk| desk.model.stage.is_some()), "a stray q ends nothing");
    assert!(room.screen(1).contains("q q"), "what one more key would do is told");
    room.wait(2);
    assert!(!room.screen(1).lines().next().unwrap().contains("q q"), "for as long as it would");
    room.keys(1, "q q");
    assert!(room.desks.iter().all(|desk| desk.model.stage.is_none()));
}

#[test]
fn a_sequence_that_is_begun_wakes_the_program_when_it_is_over() {
    let mut room = room();
    let wake = |room: &crate::room::Room| xinhuo::app::wake(&room.desks[0].model);
    assert_eq!(wake(&room), None);
    room.keys(0, "q");
    assert_eq!(wake(&room), Some(room.now + xinhuo::model::stage::SEQUENCE));
    room.wait(2);
    assert_eq!(wake(&room), None);
}

#[test]
fn what_is_open_where_the_audience_looks_gives_way_to_a_console() {
    for list in ["o", "/", ":"] {
        let mut room = Room::of(BAOAN, Lang::Zh, &[(Role::Audience, "100x30")]);
        let step = room.keys(0, "3 G").screen(0);
        assert_ne!(room.keys(0, list).screen(0), step, "{list} opens something");
        room.enter(BAOAN, Lang::Zh, Role::Console, "100x30", None);
        for desk in &mut room.desks {
            xinhuo::app::update(&mut desk.model, xinhuo::model::Event::Peers(1));
        }
        assert_eq!(room.screen(0), step, "{list}");
        let mut two = Room::of(BAOAN, Lang::Zh, &[(Role::Audience, "100x30"), (Role::Console, "100x30")]);
        two.keys(0, list).keys(1, "3 G");
        assert_eq!(two.screen(0), step, "{list}");
    }
}

#[test]
fn no_list_of_the_audience_names_keys() {
    let mut room = Room::of(BAOAN, Lang::En, &[(Role::Audience, "100x30")]);
    let shown = room.keys(0, ":").screen(0);
    assert!(!shown.contains("q q") && !shown.contains("Ctrl-"), "{shown}");
    room.text(0, "firm visits");
    assert!(room.screen(0).contains("53.1K"), "places are found");
}

#[test]
fn zeros_before_the_number_of_a_step_do_not_count() {
    let mut room = room();
    assert_eq!(room.keys(1, "0 0 0 0 3 G").step(0), 3);
}

#[test]
fn columns_are_the_same_at_every_terminal_of_a_show() {
    let mut room = room();
    room.keys(1, "d 8 Right");
    let before = room.screen(0);
    for key in ["H", "<", ">", "A"] {
        assert_eq!(room.keys(1, key).screen(0), before, "{key}");
        assert_eq!(room.desks[1].model.columns, xinhuo::model::Columns::default(), "{key}");
    }
}

#[test]
fn to_quit_at_once_is_asked_about() {
    let mut room = room();
    room.keys(1, "Ctrl-c");
    assert_eq!(room.stage(1).sheet, Some(Sheet::Ending));
    room.keys(1, "x");
    assert_eq!(room.stage(1).sheet, None);
    let before = room.screen(0);
    room.keys(0, "Ctrl-c");
    assert_eq!(room.screen(0), before, "the audience is asked nothing");
    room.keys(0, "Enter");
    assert_eq!(room.step(1), 2, "what cannot be read cannot be answered by a remote");
    room.keys(0, "Ctrl-c Ctrl-c");
    assert!(room.desks[0].effects.contains(&Effect::Quit) && room.desks[1].effects.is_empty());
    room.keys(1, "Ctrl-c Enter");
    assert!(room.desks[1].effects.contains(&Effect::Quit));
}

#[test]
fn the_agenda_leads_to_a_step() {
    for at in [0, 1] {
        let mut room = room();
        room.keys(at, "o Down Down Down Enter");
        assert_eq!((room.step(0), room.stage(at).sheet), (4, None));
        room.keys(at, "o End Enter");
        assert_eq!(room.step(1), room.stage(1).show.slides.len());
        room.keys(at, "o Home o Space");
        assert_eq!(room.step(1), room.stage(1).show.slides.len(), "closed, nothing was chosen");
    }
}

#[test]
fn rows_come_one_by_one() {
    for json in [BAOAN, SAMPLE] {
        let mut room = Room::of(json, Lang::En, &[(Role::Audience, "100x30"), (Role::Console, "100x30")]);
        let stage = room.stage(0);
        let at = (0..stage.steps.count()).find(|at| stage.steps.rows(*at) > 1).expect("a list that is revealed");
        let rows = stage.steps.rows(at);
        for digit in (at + 1).to_string().chars() {
            room.keys(1, &digit.to_string());
        }
        room.keys(1, "G");
        let mut seen = vec![room.screen(0)];
        for row in 1..=rows {
            room.keys(1, "Space");
            assert_eq!((room.step(0), room.stage(0).cue.live.revealed), (at + 1, row));
            seen.push(room.screen(0));
        }
        assert!(seen.windows(2).all(|pair| pair[0] != pair[1]), "every row changes the picture");
        room.keys(1, "Space Left");
        assert_eq!((room.step(0), room.screen(0)), (at + 1, seen.pop().unwrap()), "back, all rows are there");
    }
}

#[test]
fn a_held_picture_keeps_its_language_and_its_digits() {
    let mut room = room();
    room.keys(1, "2 G z");
    let held = room.screen(0);
    room.keys(1, "L u");
    assert_eq!(room.screen(0), held);
    assert_eq!(room.desks[1].model.prefs.lang, Lang::En);
    room.keys(1, "z");
    assert_ne!(room.screen(0), held);
}

#[test]
fn the_picture_is_hidden_on_a_detour_by_keys_that_mean_nothing_there() {
    let mut room = room();
    room.keys(1, "5 G d");
    let before = room.screen(0);
    assert!(room.screen(1).contains("F8"), "{}", room.screen(1));
    for key in [".", "w"] {
        room.keys(1, key);
        assert_eq!(room.screen(0).trim(), "");
        room.keys(1, key);
        assert_eq!(room.screen(0), before);
    }
    room.keys(1, "F8 8");
    assert_eq!(room.screen(0), before);
    room.keys(1, "F8");
    assert_ne!(room.screen(0), before);
    // What groups a table groups it.
    room.keys(1, "b");
    assert_eq!(room.stage(1).cue.blank, None);
}

#[test]
fn with_a_console_at_hand_nothing_is_looked_for_where_the_audience_looks() {
    let mut room = room();
    xinhuo::app::update(&mut room.desks[0].model, xinhuo::model::Event::Peers(1));
    let before = room.screen(0);
    for key in ["o", "/", ":"] {
        room.keys(0, key);
        assert_eq!(room.screen(0), before, "{key}");
    }
    // Nor under a black screen, where nobody would see what is typed.
    xinhuo::app::update(&mut room.desks[0].model, xinhuo::model::Event::Peers(0));
    room.keys(0, "b / b");
    assert_eq!(room.screen(0), before);
    assert!(room.keys(1, "q").screen(1).contains("q q"), "what one more key would do is told");
}

#[test]
fn language_and_digits_are_those_of_the_show() {
    let mut room = room();
    room.keys(1, "L u");
    for at in [0, 1] {
        assert_eq!(room.desks[at].model.prefs.lang, Lang::En);
        assert_eq!(room.desks[at].model.prefs.notation, xinhuo::domain::figure::Notation::Exact);
    }
}

#[test]
fn on_a_detour_the_console_tells_what_is_wrong_beside_the_clock() {
    use xinhuo::model::trouble::Unread;
    for (lang, told) in [(Lang::En, "The previous data"), (Lang::Zh, "仍使用原数据")] {
        for size in ["80x24", "100x30", "120x40", "200x60"] {
            let mut room = Room::of(BAOAN, lang, &[(Role::Audience, "100x30"), (Role::Console, size)]);
            room.keys(1, "Space d");
            let name = "/home/office/briefings/2024/data.json".to_owned();
            room.desks[1].model.stage.as_mut().unwrap().unread = Some(Unread::Faulty { name, faults: 1, line: 3 });
            let screen = room.screen(1);
            let row = screen.lines().next().unwrap();
            let clock = row.find("0:00 ·").unwrap_or_else(|| panic!("{size}: {row}"));
            assert!(row.contains(told) && row[..clock].ends_with(' '), "{size}: {row}");
            assert!(row.contains("data.json") || row[..clock].trim_end().ends_with('…'), "{size}: {row}");
        }
    }
}
