use std::sync::Arc;

use proptest::prelude::*;
use xinhuo::app;
use xinhuo::domain::{District, Lang, check};
use xinhuo::model::Event;
use xinhuo::model::stage::Role;

use crate::common::{BAOAN, SAMPLE};
use crate::room::Room;

/// Keys that mean something somewhere, at the steps or on a detour.
pub(crate) const KEYS: [&str; 40] = [
    "Space",
    "Space",
    "Right",
    "Left",
    "PgDn",
    "PgUp",
    "Up",
    "Down",
    "Enter",
    "Backspace",
    "Esc",
    "Esc",
    "G",
    "g",
    "1",
    "2",
    "3",
    "7",
    "b",
    ".",
    "w",
    "z",
    "o",
    "d",
    "d",
    "p",
    "x",
    "L",
    "u",
    "R R",
    "Tab",
    "8",
    "9",
    "s",
    "/",
    "a",
    "n",
    "t",
    "+",
    "q",
];

#[test]
fn who_joins_late_or_comes_back_is_where_the_others_are() {
    let mut room = Room::of(BAOAN, Lang::Zh, &[(Role::Audience, "100x30")]);
    room.keys(0, "7 G");
    room.enter(BAOAN, Lang::En, Role::Console, "80x24", None);
    assert_eq!((room.step(1), room.desks[1].model.prefs.lang), (7, Lang::Zh), "and in the language of the show");
    room.keys(1, "d 8 Down");
    // The audience's terminal is killed and comes back; another console watches.
    room.desks.remove(0);
    room.enter(BAOAN, Lang::Zh, Role::Audience, "120x40", None);
    room.enter(BAOAN, Lang::Zh, Role::Console, "200x60", None);
    assert!((0..3).all(|at| room.step(at) == 7 && room.stage(at).on_detour()));
    assert!((0..3).all(|at| room.desks[at].here() == "metrics"));
    room.keys(2, "Esc");
    assert!((0..3).all(|at| !room.stage(at).on_detour()));
}

#[test]
fn two_terminals_of_the_audience_do_not_contradict_each_other() {
    let mut room = Room::of(BAOAN, Lang::Zh, &[(Role::Audience, "100x30"), (Role::Audience, "80x24")]);
    let before = room.stage(0).cue.clone();
    room.spread();
    assert_eq!((&room.stage(0).cue, &room.stage(1).cue), (&before, &before));
    room.keys(0, "Space");
    let audience = room.stage(1).cue.audience.unwrap().1;
    assert_eq!((audience.cols, audience.rows), (100, 30), "it is that which was used last");
}

#[test]
fn editions_with_as_many_steps_in_another_order_are_told_apart() {
    let mut json: serde_json::Value = serde_json::from_str(BAOAN).unwrap();
    json["briefings"][0]["steps"].as_array_mut().unwrap().swap(1, 5);
    let mut room = Room::of(BAOAN, Lang::Zh, &[(Role::Audience, "100x30")]);
    room.enter(&json.to_string(), Lang::Zh, Role::Console, "80x24", None);
    room.keys(0, "Space");
    assert_eq!((room.step(0), room.step(1)), (2, 1), "the same number is not the same step");
}

#[test]
fn a_filter_that_is_being_typed_outlives_a_terminal_that_changes_its_size() {
    let mut room = Room::of(BAOAN, Lang::En, &[(Role::Audience, "100x30"), (Role::Console, "80x24")]);
    room.keys(1, "d 8 &").text(1, "invest");
    let before = room.screen(1);
    room.keys(0, "size:120x40");
    assert_eq!(room.screen(1), before);
    room.keys(0, "Esc");
    assert!(room.desks[1].model.overlay.is_none(), "its place has been left");
}

#[test]
fn the_dashboard_is_as_it_was_after_a_show_that_was_begun_in_it() {
    let mut desk = crate::common::Desk::baoan("metrics?text=visits", "100x30", Lang::En);
    // What is said of the mark is gone with the next key.
    desk.keys("m j k");
    let before = desk.screen();
    let show = xinhuo::domain::Show::of(&desk.model.district, None).unwrap();
    let me = xinhuo::model::show::PeerId::new(crate::room::NOON, 0);
    let stage =
        xinhuo::model::Stage::new(show, &desk.model.district, Role::Audience, Lang::En, me, crate::room::NOON).unwrap();
    app::start(&mut desk.model, stage, true);
    desk.keys("Space d 8 H m Down m L Esc Space q q");
    assert!(desk.model.stage.is_none());
    assert_eq!(desk.screen(), before);
}

#[test]
fn another_edition_keeps_the_step_by_its_place() {
    let mut room = Room::of(BAOAN, Lang::Zh, &[(Role::Audience, "100x30"), (Role::Console, "80x24")]);
    room.keys(0, "6 G");
    let place = room.stage(0).slide().unwrap().address.clone();
    let mut json: serde_json::Value = serde_json::from_str(BAOAN).unwrap();
    let steps = json["briefings"][0]["steps"].as_array_mut().unwrap();
    steps.remove(2);
    steps.remove(0);
    let district = Arc::new(District::new(check::load(json.to_string().as_bytes()).unwrap()));
    for desk in &mut room.desks {
        app::update(&mut desk.model, Event::Dataset(Arc::clone(&district)));
    }
    room.spread();
    for at in [0, 1] {
        assert_eq!(room.stage(at).slide().unwrap().address, place);
        assert_eq!(room.step(at), 4);
    }
    room.keys(1, "Space");
    assert_eq!((room.step(0), room.step(1)), (5, 5));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn terminals_of_any_sizes_agree_after_every_key(
        typed in proptest::collection::vec((0usize..3, 0usize..KEYS.len()), 1..60),
        english in any::<bool>(),
    ) {
        let lang = if english { Lang::En } else { Lang::Zh };
        let terminals = [(Role::Audience, "100x30"), (Role::Console, "80x24"), (Role::Console, "120x40")];
        let mut room = Room::of(BAOAN, lang, &terminals);
        for (at, key) in typed {
            room.keys(at, KEYS[key]);
            if room.desks.iter().any(|desk| desk.model.stage.is_none()) {
                prop_assert!(room.desks.iter().all(|desk| desk.model.stage.is_none()), "ended for all");
                break;
            }
            let cues: Vec<_> = (0..3).map(|at| &room.stage(at).cue).collect();
            prop_assert_eq!(cues[0], cues[1]);
            prop_assert_eq!(cues[1], cues[2]);
            if room.stage(0).on_detour() {
                prop_assert!((0..2).all(|at| room.desks[at].here() == room.desks[at + 1].here()));
            }
        }
    }
}

/// The sample with one more metric before all others.
fn with_one_above() -> Arc<District> {
    let mut json: serde_json::Value = serde_json::from_str(SAMPLE).unwrap();
    let metrics = json["metrics"].as_array_mut().unwrap();
    let mut first = metrics[0].clone();
    first["id"] = "one-more".into();
    metrics.insert(0, first);
    Arc::new(District::new(check::load(json.to_string().as_bytes()).unwrap()))
}

#[test]
fn what_is_selected_on_a_detour_stays_so_in_another_language_and_edition() {
    let terminals = [(Role::Audience, "100x30"), (Role::Console, "80x24")];
    let at_card = |keys: &str, again: bool| {
        let mut room = Room::of(SAMPLE, Lang::Zh, &terminals);
        room.keys(1, "d 7 Down Down Down Down Down");
        room.keys(1, keys);
        if again {
            let district = with_one_above();
            for desk in &mut room.desks {
                app::update(&mut desk.model, Event::Dataset(Arc::clone(&district)));
                room.now += 1;
            }
            room.spread();
        }
        assert!(room.desks[0].here() == "metrics" && room.stage(1).on_detour());
        // What the audience sees selected is what the console opens.
        let seen = room.desks[0].model.trail.here().view.cursor;
        assert_eq!(seen, room.desks[1].model.trail.here().view.cursor);
        room.keys(1, "Enter");
        (room.desks[0].here(), room.desks[1].here())
    };
    let plain = at_card("", false);
    assert!(plain.0.starts_with("metric/") && plain.0 == plain.1, "{plain:?}");
    assert_eq!(at_card("L", false), plain);
    assert_eq!(at_card("", true), plain);
    assert_eq!(at_card("L", true), plain);
}

#[test]
fn the_dashboard_behind_a_show_keeps_its_selection_in_the_language_of_the_show() {
    let mut desk = crate::common::Desk::open(SAMPLE, "metrics?sort=name", "100x30", Lang::Zh);
    desk.keys("PgDn");
    let show = xinhuo::domain::Show::of(&desk.model.district, None).unwrap();
    let me = xinhuo::model::show::PeerId::new(crate::room::NOON, 0);
    let stage =
        xinhuo::model::Stage::new(show, &desk.model.district, Role::Audience, Lang::Zh, me, crate::room::NOON).unwrap();
    let mut plain = crate::common::Desk::open(SAMPLE, "metrics?sort=name", "100x30", Lang::Zh);
    let opened = plain.keys("PgDn Enter").here();
    app::start(&mut desk.model, stage, true);
    desk.keys("L");
    app::update(&mut desk.model, Event::Dataset(with_one_above()));
    desk.keys("q q");
    assert!(desk.model.stage.is_none());
    assert_eq!(desk.keys("Enter").here(), opened);
}

#[test]
fn a_frozen_picture_stays_as_it_is_when_the_dataset_is_corrected() {
    let mut room = Room::of(BAOAN, Lang::Zh, &[(Role::Audience, "100x30"), (Role::Console, "120x40")]);
    room.keys(0, "8 G z");
    let before = room.screen(0);
    let reread = |room: &mut Room, name: &str| {
        let mut json: serde_json::Value = serde_json::from_str(BAOAN).unwrap();
        json["briefings"][0]["steps"].as_array_mut().unwrap().remove(1);
        for metric in json["metrics"].as_array_mut().unwrap() {
            metric["name"]["zh"] = name.into();
        }
        let district = Arc::new(District::new(check::load(json.to_string().as_bytes()).unwrap()));
        for desk in &mut room.desks {
            app::update(&mut desk.model, Event::Dataset(Arc::clone(&district)));
        }
        room.spread();
    };
    reread(&mut room, "更正一次");
    reread(&mut room, "更正两次");
    assert_eq!(room.screen(0), before);
    room.keys(1, "Space");
    assert_eq!(room.screen(0), before);
    // What is let go, and frozen again, is as it is now.
    room.keys(1, "Left z");
    assert!(room.screen(0).contains("更 正 两 次"), "{}", room.screen(0));
    room.keys(1, "z");
    assert!(room.screen(0).contains("更 正 两 次"));
}
