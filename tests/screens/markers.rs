//! The sets of characters: the coarser one needs nothing of the font that the finer one does.

use xinhuo::domain::{Address, Lang};
use xinhuo::model::Markers;

use crate::common::{Desk, district};

/// Signs that no typewriter has: arrows, box drawing, blocks, shapes, dingbats, braille, and those of typography that the
/// program itself writes.
fn is_drawn(c: char) -> bool {
    matches!(c, '\u{2190}'..='\u{21ff}' | '\u{2500}'..='\u{25ff}' | '\u{2700}'..='\u{27bf}' | '\u{2800}'..='\u{28ff}')
        || matches!(c, '−' | '×' | '∙' | '≈' | '‹' | '›' | '–' | '¶')
}

fn typed(json: &str, place: &str, size: &str, lang: Lang, keys: &str) -> String {
    let mut desk = Desk::open(json, place, size, lang);
    desk.model.prefs.markers = Markers::Ascii;
    desk.keys(keys).screen()
}

fn places(json: &str) -> Vec<String> {
    let desk = Desk::open(json, "overview", "80x24", Lang::Zh);
    Address::all(desk.model.district.data()).map(|place| place.to_string()).collect()
}

#[test]
fn in_ascii_nothing_is_drawn_with_anything_else() {
    let made_up = district(3, 2, 9, 4);
    for json in [crate::common::BAOAN, crate::common::SAMPLE, &made_up] {
        for (at, place) in places(json).iter().enumerate() {
            // Every place in either language; sizes and keys go round.
            let size = ["120x40", "80x24", "60x16", "200x60", "30x10", "20x4", "100x90"][at % 7];
            for (lang, keys) in [(Lang::Zh, ["", "t", "u", "j j", "G"][at % 5]), (Lang::En, ["?", ""][at % 2])] {
                let screen = typed(json, place, size, lang, keys);
                let strange: Vec<char> = screen.chars().filter(|c| is_drawn(*c)).collect();
                assert!(strange.is_empty(), "{place} {size} {keys}: {strange:?}\n{screen}");
            }
        }
    }
    for place in ["overview", "metrics", "honours", "action/governance", "sources", "metric/firm-visits"] {
        for size in ["19x4", "20x4", "40x10", "60x16", "80x24", "120x40", "200x60", "300x200"] {
            for keys in ["", "?", "t u", "G"] {
                let screen = typed(crate::common::BAOAN, place, size, Lang::Zh, keys);
                assert!(!screen.contains(is_drawn), "{place} {size} {keys}\n{screen}");
            }
        }
    }
}

#[test]
fn only_names_and_text_are_no_ascii() {
    for place in places(crate::common::BAOAN) {
        for lang in Lang::ALL {
            let screen = typed(crate::common::BAOAN, &place, "120x60", lang, "");
            let is_text = |c: char| {
                c.is_alphanumeric()
                    || matches!(c, '\u{3000}'..='\u{303f}' | '\u{ff00}'..='\u{ffef}' | '“' | '”' | '·' | '÷')
            };
            let strange: String = screen.chars().filter(|c| !c.is_ascii() && !is_text(*c)).collect();
            assert!(strange.is_empty() && !screen.contains(" ·"), "{place} {lang:?}: {strange}\n{screen}");
        }
    }
}

#[test]
fn a_set_changes_signs_and_never_text_or_its_place() {
    for place in ["overview", "action/governance", "metrics", "honours", "sources", "metric/officials-per-key-area"] {
        let mut desk = Desk::baoan(place, "120x40", Lang::Zh);
        let fine = desk.screen();
        for markers in [Markers::Block, Markers::Ascii] {
            desk.model.prefs.markers = markers;
            let coarse = desk.screen();
            for (fine, coarse) in fine.lines().zip(coarse.lines()) {
                let words = |line: &str| {
                    line.chars().filter(|c| c.is_alphabetic()).filter(|c| !c.is_ascii()).collect::<String>()
                };
                // Big digits write their words of scale as text.
                let coarse = words(coarse).replace(['万', '亿'], "");
                assert_eq!(words(fine).replace(['万', '亿'], ""), coarse, "{place}");
            }
        }
    }
}

#[test]
fn screens_in_ascii() {
    for (file, place, keys, lang) in [
        ("overview-ascii-zh", "overview", "", Lang::Zh),
        ("action-ascii-zh", "action/development", "", Lang::Zh),
        ("metric-ascii-en", "metric/idle-space-revived", "", Lang::En),
        ("help-ascii-en", "honours", "?", Lang::En),
    ] {
        insta::assert_snapshot!(file, typed(crate::common::BAOAN, place, "120x40", lang, keys));
    }
}

/// A metric with two breakdowns: one with a rest, one whose shares are rounded.
const PARTS: &str = r#"{"schema_version":1,"id":"d","title":"D","district":"D","sources":[{"id":"s","title":"S","publisher":"P"}],
    "actions":[],"period":{"from":"2024-01-01","to":"2024-12-31"},"units":[{"id":"u","name":"homes","kind":"count"}],
    "metrics":[{"id":"m","name":"Homes","unit":"u","value":12,"source":{"id":"s"},"breakdown":[
        {"dimension":"street","parts":[{"name":"East","value":6},{"name":"West","value":2.5}]},
        {"dimension":"kind","whole":true,"parts":[{"name":"new","value":4},{"name":"old","value":4},{"name":"other","value":4}]}
    ]}]}"#;

#[test]
fn breakdowns_in_every_set_and_as_tables() {
    for (file, markers, keys) in [
        ("breakdown", Markers::Braille, ""),
        ("breakdown-ascii", Markers::Ascii, ""),
        ("breakdown-table", Markers::Block, "t"),
    ] {
        let mut desk = Desk::open(PARTS, "metric/m", "120x24", Lang::En);
        desk.model.prefs.markers = markers;
        insta::assert_snapshot!(file, desk.keys(keys).screen());
    }
}
