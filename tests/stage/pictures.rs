//! How the forms of a step look. After a wanted change: `INSTA_UPDATE=always cargo test --test stage`.

use xinhuo::domain::{Address, Lang};
use xinhuo::exchange;
use xinhuo::model::{Ambiguous, Markers, Place};
use xinhuo::screens::stage::Content;

use crate::common::{BAOAN, SAMPLE};
use crate::hall::Hall;

/// A step of each form.
const FORMS: [(&str, usize); 5] = [("title", 0), ("comparison", 1), ("place", 3), ("figure", 5), ("list", 9)];

#[test]
fn each_form_at_the_usual_sizes() {
    for (lang, name) in Lang::ALL.into_iter().zip(["zh", "en"]) {
        let hall = Hall::open(BAOAN, lang);
        for size in ["80x24", "100x30"] {
            for (form, at) in FORMS {
                insta::assert_snapshot!(format!("{form}-{size}-{name}"), hall.text(at, size));
            }
        }
    }
}

#[test]
fn bars_and_what_is_known_of_a_target() {
    let hall = Hall::open(SAMPLE, Lang::Zh);
    insta::assert_snapshot!("bars-80x24-zh", hall.text(7, "80x24"));
    insta::assert_snapshot!("target-100x30-zh", hall.text(2, "100x30"));
}

#[test]
fn small_screens() {
    let mut hall = Hall::open(BAOAN, Lang::Zh);
    for size in ["12x2", "30x5", "40x10"] {
        insta::assert_snapshot!(format!("comparison-{size}"), hall.text(1, size));
    }
    hall.prefs.markers = Markers::Ascii;
    insta::assert_snapshot!("figure-80x24-ascii", hall.text(5, "80x24"));
    hall.prefs.ambiguous = Ambiguous::Wide;
    insta::assert_snapshot!("list-80x24-wide", hall.text(9, "80x24"));
}

#[test]
fn a_place_beside_the_steps() {
    let hall = Hall::open(BAOAN, Lang::Zh);
    let mut place = Place::new(Address::parse("honours").unwrap());
    place.view.cursor = 30;
    place.view.held = true;
    let drawn = exchange::text::render(&hall.draw(&Content::Detour(&place), (80, 24)));
    insta::assert_snapshot!("detour-80x24-zh", drawn);
    assert!(drawn.contains('➤'));
}

#[test]
fn the_spotlight_is_told_without_colour_and_can_be_put_out() {
    let hall = Hall::open(BAOAN, Lang::Zh);
    for at in [2, 3, 4, 9] {
        let step = |spotlight| Content::Step { at, revealed: usize::MAX, spotlight };
        let [lit, unlit] =
            [true, false].map(|spotlight| exchange::text::render(&hall.draw(&step(spotlight), (100, 30))));
        assert_eq!((lit.matches('➤').count(), unlit.matches('➤').count()), (1, 0), "{lit}");
        // Nothing moves.
        assert_eq!(lit.replace('➤', " "), unlit.replace('➤', " "), "{at}");
    }
}
