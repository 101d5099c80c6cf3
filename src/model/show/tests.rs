use proptest::collection::vec;
use proptest::prelude::*;

use super::*;
use crate::domain::{Address, Lang};
use crate::model::{Markers, Place, ThemeName, Trail, View};

const NOW: Millis = 1_760_000_000_000;

fn peer(number: u64) -> PeerId {
    PeerId::new(NOW, number)
}

/// Four steps; the second and the last reveal rows.
fn steps() -> Steps {
    let step = |rows, seconds| Step { rows, seconds: Some(seconds) };
    Steps::new(vec![step(0, 10), step(2, 20), step(0, 30), step(1, 40)]).unwrap()
}

fn cue(me: PeerId) -> Cue {
    Cue::new("baoan-2024".into(), "tour".into(), &steps(), Lang::Zh, me)
}

fn detour(addresses: &[&str]) -> Detour {
    let stops = addresses.iter().map(|address| Stop { address: (*address).to_owned(), view: View::default() });
    Detour::new(stops.collect()).unwrap()
}

fn audience(cols: u16) -> Audience {
    Audience { cols, rows: 30, theme: ThemeName::Light, markers: Markers::Block, wide: true }
}

/// Applies orders a second apart.
fn after(orders: impl IntoIterator<Item = Order>) -> Cue {
    let mut cue = cue(peer(1));
    for (at, order) in orders.into_iter().enumerate() {
        cue.apply(order, &steps(), NOW + 1000 * at as u64, peer(1));
    }
    cue
}

fn place(cue: &Cue) -> (usize, usize) {
    (cue.live.step, cue.live.revealed)
}

#[test]
fn rows_come_before_the_next_step_and_go_before_the_previous_one() {
    let mut cue = cue(peer(1));
    let way = [(0, 0), (1, 0), (1, 1), (1, 2), (2, 0), (3, 0), (3, 1)];
    for expected in way {
        assert_eq!(place(&cue), expected);
        cue.apply(Order::Next, &steps(), NOW, peer(1));
    }
    assert!(!cue.apply(Order::Next, &steps(), NOW, peer(1)), "the end is the end");
    for expected in way.into_iter().rev() {
        assert_eq!(place(&cue), expected);
        cue.apply(Order::Previous, &steps(), NOW, peer(1));
    }
    assert_eq!(place(&cue), (0, 0));
}

#[test]
fn a_jump_back_shows_what_was_seen_and_a_jump_forward_does_not() {
    assert_eq!(place(&after([Order::Jump(1)])), (1, 0));
    assert_eq!(place(&after([Order::Last])), (3, 0));
    assert_eq!(place(&after([Order::Jump(99)])), (3, 0));
    assert_eq!(place(&after([Order::Last, Order::Jump(1)])), (1, 2));
    assert_eq!(place(&after([Order::Last, Order::Next, Order::Jump(3)])), (3, 1), "one is there already");
    assert_eq!(place(&after([Order::Last, Order::First])), (0, 0));
}

#[test]
fn a_blank_screen_goes_with_its_own_key_only() {
    let black = after([Order::Next, Order::Black]);
    assert_eq!(black.seen(), Seen::Blank(Blank::Black));
    assert_eq!(after([Order::Black, Order::White]).seen(), Seen::Blank(Blank::White));
    assert_eq!(after([Order::Black, Order::White, Order::White]).blank, None);
    assert_eq!(after([Order::Black, Order::Black]).blank, None);
    for order in [Order::Next, Order::Previous] {
        let mut stepped = black.clone();
        assert!(!stepped.apply(order, &steps(), NOW + 9000, peer(1)));
        assert_eq!(stepped, black, "nothing moves in the dark");
    }
    let jumped = after([Order::Black, Order::Jump(2)]);
    assert_eq!((jumped.seen(), jumped.live.step), (Seen::Blank(Blank::Black), 2));
}

#[test]
fn the_audience_keeps_what_is_frozen() {
    let mut cue = after([Order::Next, Order::Freeze, Order::Last, Order::Detour(detour(&["sources"]))]);
    assert_eq!(cue.seen(), Seen::Shot(&Shot::of(1, 0, Lang::Zh)));
    cue.apply(Order::Black, &steps(), NOW, peer(1));
    assert_eq!(cue.seen(), Seen::Blank(Blank::Black));
    cue.apply(Order::Black, &steps(), NOW, peer(1));
    cue.apply(Order::Freeze, &steps(), NOW, peer(1));
    assert_eq!(cue.seen(), Seen::Shot(&cue.live));
    assert!(cue.live.detour.is_some());
}

#[test]
fn a_detour_ends_at_the_step_it_left() {
    let away = [Order::Next, Order::Next, Order::Detour(detour(&["overview", "metric/a"]))];
    for back in [Order::Return, Order::Next, Order::Previous] {
        let cue = after(away.iter().cloned().chain([back]));
        assert_eq!((place(&cue), &cue.live.detour), ((1, 1), &None));
    }
    let jumped = after(away.iter().cloned().chain([Order::Jump(2)]));
    assert_eq!((place(&jumped), &jumped.live.detour), ((2, 0), &None));
}

#[test]
fn a_long_trail_keeps_its_ends_and_a_long_filter_is_left_out() {
    let mut trail = Trail::new(Place::new(Address::Overview));
    for number in 0..40 {
        trail.push(Place::new(Address::Metric(format!("m-{number}").as_str().into())));
    }
    let told = Detour::along(&trail).unwrap();
    assert_eq!(told.places().len(), Detour::MOST);
    assert_eq!(told.places().first().unwrap().address, "overview");
    assert_eq!(told.here().unwrap().address, "metric/m-39");

    let long = Address::parse(&format!("metrics?text={}", "长".repeat(400))).unwrap();
    let stop = Stop::new(&long, View { cursor: 3, ..View::default() }).unwrap();
    assert_eq!((stop.address.as_str(), stop.view), ("metrics", View::default()));
    assert_eq!(Stop::new(&Address::Metric("m".repeat(800).as_str().into()), View::default()), None);
    assert_eq!(Detour::new(Vec::new()), None);
}

#[test]
fn the_clock_starts_with_the_first_step_and_leaves_pauses_out() {
    let mut cue = cue(peer(1));
    let order = |cue: &mut Cue, order, at| cue.apply(order, &steps(), NOW + at, peer(1));
    order(&mut cue, Order::Black, 5_000);
    order(&mut cue, Order::Black, 6_000);
    assert_eq!((cue.clock.elapsed(NOW + 60_000), cue.clock.pace(&steps(), 0, NOW + 60_000)), (0, None));
    order(&mut cue, Order::Next, 60_000);
    order(&mut cue, Order::Next, 65_000);
    order(&mut cue, Order::Pause, 70_000);
    assert!(cue.clock.is_paused());
    order(&mut cue, Order::Next, 80_000);
    assert_eq!(cue.clock.elapsed(NOW + 90_000), 10_000, "a step does not start a clock that was stopped");
    order(&mut cue, Order::Pause, 90_000);
    order(&mut cue, Order::Next, 92_000);
    let spent: Vec<Millis> = (0..4).map(|step| cue.clock.on_step(step, 2, NOW + 95_000)).collect();
    assert_eq!(spent, [0, 12_000, 3_000, 0]);
    assert_eq!(cue.clock.elapsed(NOW + 95_000), 15_000);
    order(&mut cue, Order::Reset, 95_000);
    assert_eq!(cue.clock, Clock::new(4));
}

#[test]
fn pace_is_measured_against_the_beginning_and_the_end_of_the_step() {
    let mut cue = cue(peer(1));
    cue.apply(Order::Pause, &steps(), NOW, peer(1));
    let pace = |cue: &Cue, at| cue.clock.pace(&steps(), cue.live.step, NOW + at);
    assert_eq!(pace(&cue, 10_000), Some(Pace::OnTime));
    assert_eq!(pace(&cue, 10_001), Some(Pace::Behind(1)));
    cue.apply(Order::Jump(2), &steps(), NOW + 5_000, peer(1));
    assert_eq!(pace(&cue, 12_000), Some(Pace::Ahead(18_000)));
    assert_eq!(pace(&cue, 60_000), Some(Pace::OnTime));
    let unknown = Steps::new(vec![Step::default(); 4]).unwrap();
    assert_eq!(cue.clock.pace(&unknown, 2, NOW), None);
}

#[test]
fn nothing_happens_once_the_show_is_over_or_with_steps_of_another_edition() {
    let mut over = after([Order::End]);
    assert!(over.ended && !over.apply(Order::Next, &steps(), NOW + 9000, peer(1)));
    let shorter = Steps::new(vec![Step::default(); 3]).unwrap();
    assert!(!cue(peer(1)).apply(Order::Next, &shorter, NOW, peer(1)));
    assert_eq!(Steps::new(Vec::new()), None);
    assert_eq!(Steps::new(vec![Step::default(); Steps::MOST + 1]), None);
}

#[test]
fn a_late_joiner_takes_over_and_disturbs_nothing() {
    let mut running = after([Order::Next, Order::Next]);
    let (early, late) = (PeerId::new(NOW, 7), PeerId::new(NOW + 1, 8));
    assert!(early > late, "who came first stands");
    let mut joiner = cue(late);
    // Its terminal is announced before it has heard of the others.
    joiner.apply(Order::Audience(audience(100)), &steps(), NOW + 5, late);
    assert!(running.accept(&joiner, NOW + 5));
    assert!(joiner.accept(&running, NOW + 5));
    assert_eq!(running, joiner);
    assert_eq!((place(&joiner), joiner.audience.unwrap().1), ((1, 1), audience(100)));
    assert!(!joiner.apply(Order::Audience(audience(100)), &steps(), NOW + 9, late), "it is known already");
}

#[test]
fn a_version_from_the_future_is_no_version() {
    let mut mine = after([Order::Next]);
    let before = mine.clone();
    let mut other = cue(peer(2));
    other.version.counter = u64::MAX;
    assert!(!mine.accept(&other, NOW));
    other.version.counter = NOW + 25 * 3600 * 1000;
    assert!(!mine.accept(&other, NOW));
    other.version.counter = 0;
    other.audience = Some((Version { counter: u64::MAX, peer: peer(2) }, audience(80)));
    assert!(!mine.accept(&other, NOW));
    assert_eq!(mine, before);
    // As late as can be believed: the next change goes before it all the same.
    other.audience = None;
    other.version.counter = NOW + 24 * 3600 * 1000;
    assert!(mine.accept(&other, NOW));
    assert!(mine.apply(Order::Last, &steps(), NOW + 1, peer(1)));
    assert!(other.accept(&mine, NOW + 1));
    assert_eq!(other, mine);
}

#[test]
fn a_show_moves_to_another_edition() {
    let mut cue = after([Order::Next, Order::Freeze, Order::Jump(2), Order::Last]);
    let longer = Steps::new(vec![Step::default(); 5]).unwrap();
    let version = cue.version;
    cue.move_to(&longer, |step| step + 1);
    assert_eq!((cue.live.step, cue.frozen.as_ref().map(|shot| shot.step), cue.version), (4, Some(2), version));
    assert_eq!(cue.clock.spent, [0, 0, 2000, 1000, 0]);
    let shorter = Steps::new(vec![Step::default(); 2]).unwrap();
    cue.move_to(&shorter, |step| step);
    assert_eq!((cue.live.step, cue.clock.spent.as_slice()), (1, &[0, 3000][..]));
    assert!(encode(&cue, 0).is_ok());
}

fn orders() -> impl Strategy<Value = Order> {
    let places = prop_oneof![Just("overview"), Just("metric/a"), Just("metrics?is=behind"), Just("action/b-1")];
    prop_oneof![
        4 => Just(Order::Next),
        2 => Just(Order::Previous),
        1 => prop_oneof![Just(Order::First), Just(Order::Last), Just(Order::Return), Just(Order::Pause)],
        1 => prop_oneof![Just(Order::Black), Just(Order::White), Just(Order::Freeze), Just(Order::Spotlight)],
        1 => prop_oneof![Just(Order::Language), Just(Order::Exact), Just(Order::Reset), Just(Order::End)],
        1 => (0_usize..6).prop_map(Order::Jump),
        1 => (1_u16..300).prop_map(|cols| Order::Audience(audience(cols))),
        1 => vec(places, 1..4).prop_map(|places| Order::Detour(detour(&places))),
    ]
}

/// What happens among three terminals.
#[derive(Debug, Clone)]
enum Deed {
    Order(usize, Order),
    /// One of the letters under way reaches a terminal, or reaches it again.
    Deliver(prop::sample::Index, usize),
    Lose(prop::sample::Index),
}

fn deeds() -> impl Strategy<Value = Deed> {
    prop_oneof![
        (0_usize..3, orders()).prop_map(|(who, order)| Deed::Order(who, order)),
        (any::<prop::sample::Index>(), 0_usize..3).prop_map(|(letter, who)| Deed::Deliver(letter, who)),
        any::<prop::sample::Index>().prop_map(Deed::Lose),
    ]
}

proptest! {
    #[test]
    fn every_state_is_sound_and_reads_back_as_it_is_written(orders in vec(orders(), 0..60), pauses in vec(0_u64..100_000, 60)) {
        let (steps, mut now) = (steps(), NOW);
        let mut cue = cue(peer(1));
        for (order, pause) in orders.into_iter().zip(pauses) {
            now += pause;
            let before = cue.clone();
            let changed = cue.apply(order, &steps, now, peer(1));
            prop_assert_eq!(changed, cue != before);
            prop_assert_eq!(cue.version > before.version, changed && cue.audience == before.audience);
            prop_assert!(cue.live.step < steps.count());
            prop_assert!(cue.live.revealed <= steps.rows(cue.live.step));
            prop_assert!(cue.clock.elapsed(now) <= now - NOW);
            let line = encode(&cue, 2).unwrap();
            prop_assert!(!line.contains(['\n', '\r']));
            prop_assert_eq!(decode(line.as_bytes()), Ok((cue.clone(), 2)));
        }
    }

    #[test]
    fn next_and_previous_undo_each_other(orders in vec(orders(), 0..30)) {
        let mut cue = after(orders.into_iter().filter(|order| !matches!(order, Order::End)));
        cue.blank = None;
        cue.live.detour = None;
        let before = place(&cue);
        if cue.apply(Order::Next, &steps(), NOW, peer(1)) {
            cue.apply(Order::Previous, &steps(), NOW, peer(1));
            prop_assert_eq!(place(&cue), before);
        }
    }

    #[test]
    fn terminals_that_have_exchanged_their_cues_agree(deeds in vec(deeds(), 0..80)) {
        let mut cues = [cue(peer(1)), cue(peer(2)), cue(peer(3))];
        let mut letters: Vec<Cue> = Vec::new();
        for (at, deed) in deeds.into_iter().enumerate() {
            // Three deeds in a millisecond, so that versions meet.
            let now = NOW + at as u64 / 3;
            match deed {
                Deed::Order(who, order) => {
                    let mine = cues.get_mut(who).unwrap();
                    if mine.apply(order, &steps(), now, peer(who as u64 + 1)) {
                        letters.push(mine.clone());
                    }
                }
                Deed::Deliver(letter, who) if !letters.is_empty() => {
                    let mine = cues.get_mut(who).unwrap();
                    let before = mine.version;
                    mine.accept(letter.get(&letters), now);
                    prop_assert!(mine.version >= before);
                }
                Deed::Lose(letter) if !letters.is_empty() => drop(letters.remove(letter.index(letters.len()))),
                Deed::Deliver(..) | Deed::Lose(_) => {}
            }
        }
        // The last cue of each, to each, in some order.
        let [a, b, c] = cues.clone();
        for (mine, order) in cues.iter_mut().zip([[&a, &b, &c], [&c, &a, &b], [&b, &c, &a]]) {
            for other in order {
                mine.accept(other, NOW + 1000);
            }
        }
        prop_assert_eq!(&cues[0], &cues[1]);
        prop_assert_eq!(&cues[1], &cues[2]);
    }

    #[test]
    fn decoding_never_panics(bytes in vec(any::<u8>(), 0..200)) {
        prop_assert!(decode(&bytes).is_err());
    }

    #[test]
    fn what_a_spoilt_letter_says_is_in_bounds(
        orders in vec(orders(), 0..20),
        spots in vec((any::<prop::sample::Index>(), any::<u8>()), 1..4),
        digits in any::<u64>(),
        number in any::<prop::sample::Index>(),
    ) {
        let line = encode(&after(orders), 1).unwrap();
        let mut bytes = line.clone().into_bytes();
        for (spot, byte) in spots {
            let at = spot.index(bytes.len());
            bytes[at] = byte;
        }
        // One of the numbers is another one.
        let numbers: Vec<&str> = line.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
        let other = line.replacen(number.get(&numbers), &digits.to_string(), 1);
        for spoilt in [&bytes[..], other.as_bytes()] {
            if let Ok((cue, _)) = decode(spoilt) {
                prop_assert!(cue.live.step < cue.show.steps);
                prop_assert_eq!(cue.clock.spent.len(), cue.show.steps);
                prop_assert!(encode(&cue, 1).is_ok());
                let mut mine = super::tests::cue(peer(9));
                mine.accept(&cue, NOW);
                mine.apply(Order::Next, &steps(), NOW, peer(9));
                mine.apply(Order::Previous, &steps(), NOW, peer(9));
                let _ = (mine.clock.elapsed(NOW), mine.clock.pace(&steps(), mine.live.step, NOW));
            }
        }
    }
}

#[test]
fn what_is_out_of_bounds_is_refused() {
    let line = encode(&after([Order::Detour(detour(&["metric/a"]))]), 0).unwrap();
    let spoil = |from: &str, to: &str| {
        assert!(line.contains(from), "{from} in {line}");
        decode(line.replacen(from, to, 1).as_bytes()).map(|_| ())
    };
    let (malformed, beyond) = (Err(Refused::Malformed), Err(Refused::OutOfBounds));
    assert_eq!(spoil("\"protocol\":1", "\"protocol\":2"), Err(Refused::Protocol));
    assert_eq!(decode(br#"{"protocol":9,"new":true}"#), Err(Refused::Protocol));
    assert_eq!(spoil("\"peers\":0", "\"peers\":1001"), beyond);
    assert_eq!(spoil("\"step\":0", "\"step\":4"), beyond);
    assert_eq!(spoil("\"step\":0", "\"step\":-1"), malformed);
    assert_eq!(spoil("\"step\":0", "\"step\":0.5"), malformed);
    assert_eq!(spoil("\"step\":0", "\"step\":\"0\""), malformed);
    assert_eq!(spoil("\"steps\":4", "\"steps\":0"), beyond);
    assert_eq!(spoil("\"steps\":4", "\"steps\":5"), beyond);
    assert_eq!(spoil("\"revealed\":0", "\"revealed\":100001"), beyond);
    assert_eq!(spoil("\"cursor\":0", "\"cursor\":18446744073709551615"), beyond);
    assert_eq!(spoil("\"spent\":[0", "\"spent\":[18446744073709551615"), beyond);
    assert_eq!(spoil("\"lang\":0", "\"lang\":2"), malformed);
    assert_eq!(spoil("\"ended\":false", "\"ended\":false,\"other\":1"), malformed);
    assert_eq!(spoil("\"ended\":false", "\"ended\":false,\"ended\":true"), malformed);
    assert_eq!(spoil("baoan-2024", "baoan_2024"), beyond);
    for address in ["metric/\\u001b[2J", "metric/a ", "nowhere", "", &format!("metric/{}", "a".repeat(800))] {
        assert_eq!(spoil("metric/a", address), beyond, "{address}");
    }
    let stops = vec!["metric/a"; 12];
    let many = encode(&after([Order::Detour(detour(&stops))]), 0).unwrap();
    let stop = many.split_once("\"detour\":[").unwrap().1.split_inclusive("}}").next().unwrap();
    assert_eq!(decode(many.replacen(stop, &format!("{stop},{stop}"), 1).as_bytes()).map(|_| ()), beyond);
    assert_eq!(decode(many.replace(&format!(",{stop}"), "").replacen(stop, "", 1).as_bytes()).map(|_| ()), beyond);
    assert_eq!(decode(&vec![b' '; LONGEST_LETTER + 1]), Err(Refused::TooLong));
}

#[test]
fn the_largest_cue_fits_into_a_letter() {
    let steps = Steps::new(vec![Step::default(); Steps::MOST]).unwrap();
    let id = "a".repeat(1024);
    let mut cue = Cue::new(id.as_str().into(), id.as_str().into(), &steps, Lang::Zh, peer(1));
    let address = format!("metrics?text={}", "\"".repeat(Detour::LONGEST - "metrics?text=".len()));
    let view = View { cursor: 1 << 31, scroll: 1 << 31, column: 1 << 15, ..View::default() };
    let stop = Stop::new(&Address::parse(&address).unwrap(), view).unwrap();
    assert_eq!(stop.address, address);
    cue.live.detour = Detour::new(vec![stop; 40]);
    cue.frozen = Some(cue.live.clone());
    cue.clock.spent.fill(1 << 48);
    let line = encode(&cue, 1000).unwrap();
    assert_eq!(decode(line.as_bytes()), Ok((cue, 1000)));
}
