use xinhuo::app;
use xinhuo::domain::Lang;
use xinhuo::model::stage::{Auto, Role};

use crate::common::BAOAN;
use crate::room::Room;

#[test]
fn steps_follow_each_other_round_and_round_until_a_key_stops_them() {
    let mut room = Room::of(BAOAN, Lang::Zh, &[(Role::Audience, "100x30")]);
    room.desks[0].model.stage.as_mut().unwrap().auto = Some(Auto::Runs);
    let stage = room.stage(0);
    let seconds: u64 = stage.show.slides.iter().filter_map(|slide| slide.seconds).map(u64::from).sum();
    let steps = stage.steps.count();
    let first = u64::from(stage.show.slides[0].seconds.unwrap());
    room.wait(first - 1);
    assert_eq!(room.step(0), 1);
    room.wait(3);
    assert_eq!(room.step(0), 2);
    room.wait(seconds - first - 4);
    assert_eq!(room.step(0), steps);
    room.wait(first / 2 + 10);
    assert_eq!(room.step(0), 1, "round again");
    room.keys(0, "Space");
    assert_eq!((room.step(0), room.stage(0).auto), (1, Some(Auto::Stopped)), "the key that stops does nothing else");
    room.wait(seconds);
    assert_eq!(room.step(0), 1);
    room.keys(0, "Space");
    assert_eq!(room.step(0), 2);
    room.keys(0, "p").wait(seconds / 2);
    assert!(room.step(0) > 3);
}

#[test]
fn nothing_moves_by_itself_under_a_blank_screen_on_a_detour_or_with_the_clock_stopped() {
    for (stop, go_on) in [("b", "b"), ("d", "Esc"), ("p", "")] {
        let mut room = Room::of(BAOAN, Lang::Zh, &[(Role::Audience, "100x30"), (Role::Console, "80x24")]);
        room.desks[0].model.stage.as_mut().unwrap().auto = Some(Auto::Runs);
        room.wait(2).keys(1, stop).wait(200);
        assert_eq!(room.step(0), 1, "{stop}");
        assert_eq!(app::wake(&room.desks[0].model), None, "{stop}");
        room.keys(1, go_on).wait(200);
        assert_eq!(room.step(0) > 1, !go_on.is_empty(), "{stop}");
    }
}

#[test]
fn a_clock_that_runs_wakes_the_console_every_second_and_nothing_else() {
    let mut room = Room::of(BAOAN, Lang::Zh, &[(Role::Audience, "100x30"), (Role::Console, "80x24")]);
    assert_eq!([0, 1].map(|at| app::wake(&room.desks[at].model)), [None, None], "nothing has begun");
    room.keys(1, "Space");
    assert_eq!(app::wake(&room.desks[0].model), None);
    let wake = app::wake(&room.desks[1].model).unwrap();
    assert!(wake > room.now && wake <= room.now + 1000);
    room.keys(1, "p");
    assert_eq!(app::wake(&room.desks[1].model), None);
}

#[test]
fn a_console_stops_steps_that_follow_each_other_and_lets_them_go_on() {
    let mut room = Room::of(BAOAN, Lang::Zh, &[(Role::Audience, "100x30"), (Role::Console, "80x24")]);
    room.desks[0].model.stage.as_mut().unwrap().auto = Some(Auto::Runs);
    room.wait(1).keys(1, "p").wait(1);
    assert_eq!(room.stage(0).auto, Some(Auto::Stopped));
    assert_eq!(app::wake(&room.desks[0].model), None);
    room.keys(1, "p");
    assert!(app::wake(&room.desks[0].model).is_some(), "the next step is waited for at once");
    assert_eq!(room.stage(0).auto, Some(Auto::Runs));
    room.wait(30);
    assert_eq!(room.step(0), 2, "they go on");
    // Going another way stops them, too.
    room.keys(1, "5 G").wait(200);
    assert_eq!((room.step(0), room.stage(0).auto), (5, Some(Auto::Stopped)));
}
