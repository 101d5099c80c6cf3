//! Terminals that behave.

use std::fs;
use std::os::unix::net::UnixListener;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use xinhuo::model::show::{Audience, Detour, Order, Stop, encode};
use xinhuo::model::{Markers, ThemeName, View};
use xinhuo::shell::link::{LinkEvent, now, peer_id};

use crate::terminal::{Place, Terminal, first, steps, until};

#[test]
fn a_late_joiner_is_right_at_once() {
    let place = Place::new();
    let early = Terminal::open(&place.path());
    early.order(Order::Jump(7));
    early.order(Order::Freeze);
    until("the hub knows it", || early.heard(&LinkEvent::Peers(0)) || place.files(".show").len() == 1);
    let late = Terminal::open(&place.path());
    assert_eq!(late.cue(), early.cue(), "without a single event");
    let audience = Audience { cols: 100, rows: 30, theme: ThemeName::Light, markers: Markers::Block, wide: false };
    late.order(Order::Audience(audience));
    until("the console knows the audience", || early.cue().audience.is_some_and(|(_, known)| known == audience));
    assert_eq!(early.step(), 7);
    until("both know that there are two", || early.others() == 1 && late.others() == 1);
}

#[test]
fn two_hundred_orders_on_either_side() {
    let place = Place::new();
    let sides = [Terminal::open(&place.path()), Terminal::open(&place.path()), Terminal::open(&place.path())];
    let stop = Stop { address: "metrics?is=behind".to_owned(), view: View { cursor: 3, ..View::default() } };
    let detour = Detour::new(vec![stop]).unwrap();
    let order = prop_oneof![
        6 => Just(Order::Next),
        3 => Just(Order::Previous),
        1 => (0_usize..12).prop_map(Order::Jump),
        1 => prop_oneof![Just(Order::Black), Just(Order::White), Just(Order::Freeze), Just(Order::Return)],
        1 => prop_oneof![Just(Order::Pause), Just(Order::Spotlight), Just(Order::Language), Just(Order::Exact)],
        1 => Just(Order::Detour(detour)),
    ];
    let orders = vec((0_usize..3, order), 200).new_tree(&mut TestRunner::deterministic()).unwrap().current();
    for (side, order) in orders {
        sides[side].order(order.clone());
        let said = sides[side].cue();
        until(&format!("all agree after {order:?}"), || sides.iter().all(|other| other.cue() == said));
    }
}

#[test]
fn a_hub_that_leaves_is_replaced() {
    let place = Place::new();
    let hub = Terminal::open(&place.path());
    let (one, two) = (Terminal::open(&place.path()), Terminal::open(&place.path()));
    until("three", || [&hub, &one, &two].iter().all(|terminal| terminal.others() == 2));
    hub.order(Order::Jump(5));
    until("all at 5", || one.step() == 5 && two.step() == 5);
    drop(hub);
    one.order(Order::Next);
    until("both at the same step", || {
        two.step() == one.step() && one.step() == 5 + usize::from(one.cue().live.revealed == 0)
    });
    until("two are left", || one.others() == 1 && two.others() == 1);
    drop((one, two));
    assert_eq!(place.files(".sock"), Vec::<std::path::PathBuf>::new(), "nobody listens, so there is no socket");
}

#[test]
fn what_was_left_behind_is_found_again_until_the_show_is_over() {
    let place = Place::new();
    let alone = Terminal::open(&place.path());
    alone.order(Order::Jump(4));
    drop(alone);
    let again = Terminal::open(&place.path());
    assert_eq!(again.step(), 4);
    let other = Terminal::open(&place.path());
    other.order(Order::End);
    until("both hear of it", || again.cue().ended);
    drop((again, other));
    assert_eq!(place.files(""), Vec::<std::path::PathBuf>::new());
    assert_eq!(Terminal::open(&place.path()).step(), 0);
}

#[test]
fn what_was_left_behind_long_ago_or_is_spoilt_is_not_taken() {
    let place = Place::new();
    drop(place.folder());
    let alone = Terminal::open(&place.path());
    alone.order(Order::Jump(4));
    drop(alone);
    let saved = place.files(".show").remove(0);
    let line = fs::read_to_string(&saved).unwrap();
    let opens_at = |content: &[u8]| {
        fs::write(&saved, content).unwrap();
        Terminal::open(&place.path()).step()
    };
    assert_eq!(opens_at(line.as_bytes()), 4);
    let mut old = first("tour", 12, peer_id());
    old.apply(Order::Jump(4), &steps(12), now() - 31 * 60 * 1000, peer_id());
    assert_eq!(opens_at(encode(&old, 0).unwrap().as_bytes()), 0, "of another talk");
    old.apply(Order::Jump(5), &steps(12), now() + 48 * 3600 * 1000, peer_id());
    assert_eq!(opens_at(encode(&old, 0).unwrap().as_bytes()), 0, "of the day after tomorrow");
    assert_eq!(opens_at(line.replacen("tour", "other", 1).as_bytes()), 0);
    assert_eq!(opens_at(&line.as_bytes()[..line.len() / 2]), 0);
    assert_eq!(opens_at(&vec![b' '; 1 << 20]), 0);
    fs::remove_file(&saved).unwrap();
    fs::create_dir(&saved).unwrap();
    assert_eq!(Terminal::open(&place.path()).step(), 0);
}

#[test]
fn a_socket_that_nobody_listens_at_is_replaced() {
    let place = Place::new();
    drop(place.folder());
    // Find out its name, then leave one there that is dead, and one that died before it was in its place.
    let hub = Terminal::open(&place.path());
    let path = place.socket();
    drop(hub);
    drop(UnixListener::bind(&path).unwrap());
    fs::write(path.with_extension("sock.new"), "").unwrap();
    let one = Terminal::open(&place.path());
    let two = Terminal::open(&place.path());
    two.order(Order::Next);
    until("they meet", || one.step() == 1);
    drop((one, two));
    // Something that is no socket at all.
    fs::write(&path, "").unwrap();
    let one = Terminal::open(&place.path());
    let two = Terminal::open(&place.path());
    two.order(Order::Next);
    until("they meet", || one.cue() == two.cue());
}

#[test]
fn shows_do_not_mix() {
    let place = Place::new();
    let (tour, other) = (Terminal::open(&place.path()), Terminal::show(&place.path(), "other", 12));
    tour.order(Order::Jump(3));
    let late = Terminal::show(&place.path(), "other", 12);
    other.order(Order::Jump(2));
    until("the same show agrees", || late.step() == 2);
    assert_eq!((tour.step(), tour.others()), (3, 0));
}

#[test]
fn editions_do_not_mix_until_both_have_read_the_new_one() {
    let place = Place::new();
    let (one, two) = (Terminal::open(&place.path()), Terminal::show(&place.path(), "tour", 14));
    until("both are told", || one.heard(&LinkEvent::Differs(14)) && two.heard(&LinkEvent::Differs(12)));
    two.order(Order::Last);
    one.order(Order::Next);
    one.move_to(14);
    until("they follow each other again", || one.cue() == two.cue());
    until("both are told so", || one.heard(&LinkEvent::Agrees) && two.heard(&LinkEvent::Agrees));
    two.order(Order::First);
    until("at once", || one.step() == 0);
}

#[test]
fn who_leaves_differs_no_longer() {
    let place = Place::new();
    let (one, two) = (Terminal::open(&place.path()), Terminal::show(&place.path(), "tour", 14));
    until("it is told", || one.heard(&LinkEvent::Differs(14)));
    drop(two);
    until("it is over", || one.heard(&LinkEvent::Agrees));
}

#[test]
fn an_edition_that_both_read_within_moments_is_not_told() {
    let place = Place::new();
    let (one, two) = (Terminal::open(&place.path()), Terminal::open(&place.path()));
    until("they have met", || one.heard(&LinkEvent::Peers(1)) && two.heard(&LinkEvent::Peers(1)));
    one.move_to(14);
    two.order(Order::Next);
    two.move_to(14);
    until("they follow each other", || one.cue() == two.cue());
    one.order(Order::Last);
    until("at once", || two.step() == 13);
    for terminal in [&one, &two] {
        assert!(!terminal.heard(&LinkEvent::Differs(12)) && !terminal.heard(&LinkEvent::Differs(14)));
    }
}

#[test]
fn a_folder_that_is_taken_away_comes_back() {
    let place = Place::new();
    let (one, two) = (Terminal::open(&place.path()), Terminal::open(&place.path()));
    fs::remove_dir_all(place.path()).unwrap();
    until("somebody listens again", || place.files(".sock").len() == 1);
    two.order(Order::Next);
    until("they agree", || one.step() == 1);
    until("a third one finds them", || Terminal::open(&place.path()).step() == 1);
}

#[test]
fn who_comes_first_sets_the_language() {
    let place = Place::new();
    let one = Terminal::open(&place.path());
    let two = Terminal::open(&place.path());
    one.order(Order::Language);
    until("both", || two.cue().live.lang == one.cue().live.lang);
    assert_ne!(two.cue().live.lang, first("tour", 12, peer_id()).live.lang);
}

#[test]
fn a_show_that_comes_back_uncovered_is_uncovered_everywhere() {
    let place = Place::new();
    let (one, two) = (Terminal::open(&place.path()), Terminal::open(&place.path()));
    two.order(Order::Jump(3));
    two.order(Order::Black);
    until("both are black", || one.cue().blank.is_some() && two.cue().blank.is_some());
    // Whoever comes next finds nobody and what was left behind; then the others find him.
    fs::remove_file(place.socket()).unwrap();
    let three = Terminal::open(&place.path());
    assert_eq!((three.step(), three.cue().blank), (3, None));
    until("they agree", || one.cue() == three.cue() && two.cue() == three.cue());
}
