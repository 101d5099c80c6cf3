//! Invented data are never taken for real ones: every screen says what they are.

use ratatui::style::Modifier;
use unicode_width::UnicodeWidthStr;
use xinhuo::domain::{Address, Lang};
use xinhuo::lang::messages;
use xinhuo::model::{ColourDepth, Place, Trail};

use crate::common::{BAOAN, Desk, SAMPLE};

/// The words, the long one first.
fn words(lang: Lang) -> [&'static str; 2] {
    let says = &messages(lang).says;
    [says.synthetic, says.synthetic_short]
}

/// Whether the screen says it, where a word fits.
fn assert_said(desk: &Desk, lang: Lang) {
    let [full, short] = words(lang);
    let screen = desk.screen();
    let fits = short.width() <= usize::from(desk.model.size.0);
    let said = screen.contains(full) || screen.contains(short);
    assert_eq!(said, fits, "{} {:?}\n{screen}", desk.here(), desk.model.size);
}

fn go(desk: &mut Desk, address: &Address) {
    let above = desk.model.district.above(address);
    let mut trail = Trail::new(Place::new(Address::Overview));
    above.into_iter().chain([address.clone()]).for_each(|address| trail.push(Place::new(address)));
    desk.model.trail = trail;
}

#[test]
fn every_place_says_that_its_data_are_invented() {
    let sizes = [(1, 1), (9, 1), (12, 3), (19, 40), (20, 4), (39, 9), (40, 12), (60, 16), (80, 24), (140, 45)];
    for lang in Lang::ALL {
        let mut desk = Desk::open(SAMPLE, "overview", "80x24", lang);
        let places: Vec<_> = Address::all(desk.model.district.data()).collect();
        for place in &places {
            go(&mut desk, place);
            for size in sizes {
                desk.model.size = size;
                assert_said(&desk, lang);
            }
        }
    }
}

#[test]
fn every_size_says_it() {
    for lang in Lang::ALL {
        // A trail that is long, a page that is scrolled, and help.
        for (at, keys) in [("overview", ""), ("metric/hotline-solved-share", "G t"), ("metrics", "?")] {
            let mut desk = Desk::open(SAMPLE, at, "80x24", lang);
            desk.keys(keys);
            for columns in 1..130 {
                for rows in [1, 2, 3, 4, 5, 6, 15, 16, 20, 44] {
                    desk.model.size = (columns, rows);
                    assert_said(&desk, lang);
                }
            }
        }
    }
}

#[test]
fn with_room_it_is_said_in_full() {
    for lang in Lang::ALL {
        for size in ["64x5", "80x24", "120x40", "100x2"] {
            let desk = Desk::open(SAMPLE, "metric/hotline-solved-share", size, lang);
            assert!(desk.screen().contains(words(lang)[0]), "{size}\n{}", desk.screen());
        }
    }
}

#[test]
fn it_stands_out_without_colours() {
    for depth in [ColourDepth::None, ColourDepth::Ansi, ColourDepth::True] {
        for size in ["120x40", "20x4", "12x1"] {
            let mut desk = Desk::open(SAMPLE, "overview", size, Lang::Zh);
            desk.model.prefs.depth = depth;
            let buffer = desk.buffer();
            let cell = buffer.content.iter().find(|cell| cell.symbol() == "虚").expect("the word");
            assert!(cell.modifier.contains(Modifier::REVERSED), "{depth:?} {size}");
        }
    }
}

#[test]
fn real_data_are_not_called_invented() {
    for json in [BAOAN.to_owned(), SAMPLE.replacen("\"synthetic\": true", "\"synthetic\": false", 1)] {
        for size in ["120x40", "19x3"] {
            let screen = Desk::open(&json, "honours", size, Lang::Zh).screen();
            assert!(!screen.lines().next().unwrap_or_default().contains("虚构"), "{screen}");
        }
    }
}
