//! How the forms of a step look. After a wanted change: `INSTA_UPDATE=always cargo test --test stage`.

use xinhuo::domain::briefing::Row;
use xinhuo::domain::{Address, Lang, Notation};
use xinhuo::exchange;
use xinhuo::model::{Ambiguous, Markers, Place};
use xinhuo::screens::stage::{Content, Flaw};

use crate::common::{BAOAN, SAMPLE, district, parse_size};
use crate::hall::Hall;

/// A step of each form.
const FORMS: [(&str, usize); 5] = [("title", 0), ("comparison", 1), ("place", 13), ("figure", 5), ("list", 9)];

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
    for at in [2, 4, 6, 9] {
        let step = |spotlight| Content::Step { at, revealed: usize::MAX, spotlight };
        let [lit, unlit] =
            [true, false].map(|spotlight| exchange::text::render(&hall.draw(&step(spotlight), (100, 30))));
        assert_eq!((lit.matches('➤').count(), unlit.matches('➤').count()), (1, 0), "{lit}");
        // Nothing moves.
        assert_eq!(lit.replace('➤', " "), unlit.replace('➤', " "), "{at}");
    }
}

#[test]
fn an_audience_sees_no_addresses_nor_what_is_amiss() {
    for (json, lang) in [(BAOAN, Lang::Zh), (SAMPLE, Lang::En)] {
        let hall = Hall::open(json, lang);
        let is_table = |address: &Address| matches!(address, Address::Metrics | Address::MetricsBy(_));
        for address in Address::all(hall.district.data()).filter(|address| !is_table(address)) {
            let place = Place::new(address.clone());
            let drawn = exchange::text::render(&hall.draw(&Content::Detour(&place), (120, 120)));
            let own = address.to_string();
            assert!(!own.contains('/') || !drawn.contains(&own), "{drawn}");
            let words = ["数据集未记录", "Not on record", "Needs attention", "暂无指标", "暂无荣誉"];
            assert!(!words.iter().any(|word| drawn.contains(word)), "{drawn}");
        }
    }
}

#[test]
fn a_list_leads_to_what_has_come() {
    let hall = Hall::open(BAOAN, Lang::Zh);
    let at = |revealed, size| {
        let step = Content::Step { at: 9, revealed, spotlight: true };
        exchange::text::render(&hall.draw(&step, size))
    };
    let empty = at(0, (100, 30));
    // A number without its row says nothing.
    assert!((1..=6).all(|row: u8| empty.lines().all(|line| line.trim() != row.to_string())), "{empty}");
    let three = at(3, (100, 30));
    assert!(three.lines().any(|line| line.contains("➤ 3")), "{three}");
    insta::assert_snapshot!("list-200x60-zh", at(usize::MAX, (200, 60)));
}

#[test]
fn pages_of_a_long_list_turn_with_the_rows_that_come() {
    let json = district(2, 1, 30, 3);
    for (size, lang) in [("60x16", Lang::Zh), ("80x24", Lang::En), ("100x30", Lang::Zh), ("200x60", Lang::En)] {
        let hall = Hall::steps(&json, r#"{"place":"metrics","as":"list","reveal":true,"headline":"题"}"#, lang);
        let rows = hall.show.slides[0].rows(&hall.district, lang);
        assert_eq!(rows.len(), 60);
        for (at, row) in rows.iter().enumerate() {
            let Row::Metric(metric) = row else { panic!("{row:?}") };
            let step = Content::Step { at: 0, revealed: at + 1, spotlight: true };
            let drawn = exchange::text::render(&hall.draw(&step, parse_size(size)));
            assert!(drawn.contains(metric.name.get(lang)) && drawn.contains(&format!("{} ", at + 1)), "{drawn}");
        }
        let hidden =
            hall.flaws(0, size).into_iter().any(|flaw| matches!(flaw, Flaw::RowsHidden(..) | Flaw::TextCut(_)));
        assert!(!hidden, "{:?}", hall.flaws(0, size));
    }
}

#[test]
fn a_headline_leaves_a_page_of_rows_its_room() {
    let json = district(2, 1, 30, 3);
    let long = "A headline of two lines";
    let step = format!(r#"{{"place":"metrics","as":"list","reveal":true,"headline":"{long}"}}"#);
    let hall = Hall::steps(&json, &step, Lang::En);
    let step = Content::Step { at: 0, revealed: 60, spotlight: false };
    let rows = |revealed| Content::Step { at: 0, revealed, spotlight: false };
    let first = exchange::text::render(&hall.draw(&rows(7), (100, 30)));
    assert!((1..=7).all(|at| first.contains(&format!(" {at} "))), "{first}");
    assert!(exchange::text::render(&hall.draw(&step, (100, 30))).contains(" 60 "));
}

#[test]
fn a_figure_that_is_too_long_shrinks_by_itself() {
    let mut hall = Hall::open(BAOAN, Lang::Zh);
    hall.prefs.notation = Notation::Exact;
    for size in ["80x24", "100x30", "120x40", "200x60"] {
        let drawn = hall.text(6, size);
        let blocks = drawn.lines().filter(|line| line.contains(['█', '▀', '▄', '▌', '▐'])).count();
        assert!(blocks >= 12, "{drawn}");
    }
}

#[test]
fn a_long_card_is_drawn_in_three_lines() {
    let long = r#"{"place":"overview","as":"title","headline":"党建引领全区高质量发展取得新成效新突破"}"#;
    let drawn = Hall::steps(&district(1, 0, 1, 0), long, Lang::Zh).text(0, "100x30");
    assert!(!drawn.contains("党建") && drawn.contains('█'), "{drawn}");
    let english = Hall::open(BAOAN, Lang::En).text(0, "80x24");
    assert!(!english.contains("figure sourced") && english.contains('█'), "{english}");
}

#[test]
fn figures_say_what_they_are_not_on_every_form() {
    let hall = Hall::open(SAMPLE, Lang::En);
    for size in ["60x16", "80x24", "100x30", "120x40", "200x60"] {
        for (at, words) in [(1, &["2024 Q4", "provisional"][..]), (2, &["provisional"]), (6, &["derived", "2024 Q4"])] {
            let drawn = hall.text(at, size);
            assert!(words.iter().all(|word| drawn.contains(word)), "{size} {drawn}");
        }
    }
}
