//! What the search and the palette look like. After a wanted change: `INSTA_UPDATE=always cargo test --test search`.

use proptest::prelude::*;
use ratatui::style::Modifier;
use xinhuo::domain::Lang;
use xinhuo::model::{ColourDepth, Markers};

use crate::common::{BAOAN, Desk, SAMPLE, district};

fn snapshot(name: &str, json: &str, size: &str, lang: Lang, key: &str, typed: &str) {
    let mut desk = Desk::open(json, "metrics", size, lang);
    insta::assert_snapshot!(name, desk.keys(key).text(typed).screen());
}

#[test]
fn at_the_usual_sizes_in_either_language() {
    for (lang, name) in [(Lang::Zh, "zh"), (Lang::En, "en")] {
        for size in ["80x24", "120x40"] {
            snapshot(&format!("chanye-{size}-{name}"), BAOAN, size, lang, "/", "chanye");
            snapshot(&format!("palette-{size}-{name}"), BAOAN, size, lang, ":", "");
        }
        snapshot(&format!("service-{name}"), SAMPLE, "100x30", lang, "/", "service");
        snapshot(&format!("palette-z-{name}"), BAOAN, "80x24", lang, ":", "z");
        snapshot(&format!("empty-{name}"), BAOAN, "60x16", lang, "/", "");
        snapshot(&format!("nothing-{name}"), BAOAN, "60x16", lang, "/", "qqqq");
    }
    for size in ["20x4", "40x10", "60x16", "200x60"] {
        snapshot(&format!("zhaoshang-{size}"), BAOAN, size, Lang::Zh, "/", "招商");
    }
}

#[test]
fn what_was_found_is_marked_without_colour_too() {
    for (depth, markers) in [(ColourDepth::None, Markers::Ascii), (ColourDepth::True, Markers::Braille)] {
        let mut desk = Desk::baoan("overview", "80x24", Lang::Zh);
        desk.model.prefs.depth = depth;
        desk.model.prefs.markers = markers;
        desk.keys("/").text("zlqj");
        let buf = desk.buffer();
        let marked: String = buf
            .content
            .iter()
            .filter(|cell| cell.modifier.contains(Modifier::UNDERLINED | Modifier::BOLD))
            .map(ratatui::buffer::Cell::symbol)
            .collect();
        assert!(marked.replace(' ', "").starts_with("治理强基"), "{marked}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn anything_typed_at_any_size_is_drawn(
        typed in "\\PC{0,12}|[a-z ]{0,8}|[党产业治理宝安0-9.万%]{0,6}",
        keys in prop::collection::vec(0usize..16, 0..12),
        columns in 1u16..220,
        rows in 1u16..70,
        palette in any::<bool>(),
        english in any::<bool>(),
    ) {
        const KEYS: [&str; 16] = [
            "Down", "Up", "PgDn", "PgUp", "Left", "Right", "Home", "End", "Backspace", "Delete", "Ctrl-w", "Ctrl-r", "Ctrl-n",
            "Ctrl-u", "x", "Alt-Backspace",
        ];
        let lang = if english { Lang::En } else { Lang::Zh };
        let json = district(3, 2, 9, 4);
        let mut desk = Desk::open(&json, "overview", &format!("{columns}x{rows}"), lang);
        desk.keys(if palette { ":" } else { "/" }).paste(&typed);
        for key in keys {
            desk.keys(KEYS[key]);
            let buf = desk.buffer();
            prop_assert_eq!(&buf, &desk.buffer());
            if let Some((x, y)) = desk.caret() {
                prop_assert!(x < columns && y < rows);
            }
        }
        desk.keys("Enter");
        desk.screen();
    }
}
