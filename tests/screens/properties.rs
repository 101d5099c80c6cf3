//! No keys at any size break a screen, and drawing is a function of the state alone.

use proptest::prelude::*;
use xinhuo::domain::Lang;
use xinhuo::model::{Command, Keymap};

use crate::common::{Desk, district};

/// Every key that means something, and some that do not.
fn keys() -> Vec<String> {
    let keymap = Keymap::default();
    let bound = Command::ALL.iter().flat_map(|command| keymap.keys_of(*command).collect::<Vec<_>>());
    let sequences = bound.flat_map(|sequence| sequence.split(' ').map(str::to_owned).collect::<Vec<_>>());
    sequences.chain(["x", "Alt-q", "F12", "，", "Delete", "Space"].map(str::to_owned)).collect()
}

fn datasets() -> Vec<String> {
    vec![
        crate::common::BAOAN.to_owned(),
        crate::common::SAMPLE.to_owned(),
        district(0, 0, 0, 0),
        district(1, 0, 1, 0),
        district(3, 2, 9, 4),
        district(20, 1, 5, 2),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_keys_at_any_size_do_no_harm(
        dataset in 0usize..6,
        typed in proptest::collection::vec((0usize..90, 1u16..400, 1u16..100, 0u8..8), 1..40),
        english in any::<bool>(),
    ) {
        let lang = if english { Lang::En } else { Lang::Zh };
        let mut desk = Desk::open(&datasets()[dataset], "overview", "80x24", lang);
        let keys = keys();
        for (key, columns, rows, resize) in typed {
            if resize == 0 {
                desk.keys(&format!("size:{columns}x{rows}"));
            }
            desk.keys(&keys[key % keys.len()]);
            let once = desk.buffer();
            prop_assert_eq!(&once, &desk.buffer());
        }
    }

    #[test]
    fn every_place_at_any_size(columns in 1u16..260, rows in 1u16..90, dataset in 0usize..6, table in any::<bool>()) {
        let json = &datasets()[dataset];
        let desk = Desk::open(json, "overview", "80x24", Lang::Zh);
        let places: Vec<_> = xinhuo::domain::Address::all(desk.model.district.data()).collect();
        let step = places.len().div_ceil(12).max(1);
        for place in places.iter().step_by(step) {
            let mut desk = Desk::open(json, &place.to_string(), &format!("{columns}x{rows}"), Lang::En);
            if table {
                desk.keys("t");
            }
            desk.screen();
        }
    }
}

/// Pages hold tens of thousands of rows, and screens are of any size that can be told: coordinates of 16 bits must not
/// overflow (which panics here, where overflow is checked).
#[test]
fn pages_without_end_and_screens_without_edge() {
    let json = district(1, 1, 70_000, 0);
    for place in ["overview", "action/a0", "initiative/i0-0", "metric/m0-9", "metrics", "sources", "source/s"] {
        let mut desk = Desk::open(&json, place, "100x30", Lang::Zh);
        desk.keys("G PgDn PgDn");
        desk.screen();
    }
    let json = district(20_000, 0, 0, 1);
    for place in ["overview", "honours", "source/s"] {
        let mut desk = Desk::open(&json, place, "100x30", Lang::Zh);
        desk.keys("G PgDn");
        desk.screen();
    }
    for (columns, rows) in [(65535, 2), (65535, 40), (30, 65535), (26214, 50)] {
        let mut desk = Desk::baoan("action/governance", "80x24", Lang::En);
        desk.model.size = (columns, rows);
        desk.keys("Down G");
    }
}
