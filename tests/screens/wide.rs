//! Terminals that draw ambiguous characters two cells wide.

use proptest::prelude::*;
use ratatui::buffer::Buffer;
use unicode_width::UnicodeWidthStr;
use xinhuo::domain::Lang;
use xinhuo::exchange::text;
use xinhuo::model::Ambiguous;

use crate::common::{Desk, SAMPLE};

fn wide(json: &str, at: &str, size: &str, lang: Lang) -> Desk {
    let mut desk = Desk::open(json, at, size, lang);
    desk.model.prefs.ambiguous = Ambiguous::Wide;
    desk
}

/// Every row is as wide on such a terminal as the buffer has it: no character pushes the rest of its row aside.
fn holds_its_columns(buf: &Buffer) -> Result<(), String> {
    let columns = usize::from(buf.area.width);
    for row in buf.content.chunks(columns) {
        let mut x = 0;
        while let Some(cell) = row.get(x) {
            let symbol = cell.symbol();
            let stretched = row.get(x + 1).is_some_and(|next| next.symbol().is_empty());
            let taken = if stretched { 2 } else { symbol.width().max(1) };
            if !symbol.is_empty() && symbol.width_cjk() > taken {
                let line: String = row.iter().map(ratatui::buffer::Cell::symbol).collect();
                return Err(format!("{symbol:?} at column {x} of {line:?}"));
            }
            x += taken;
        }
    }
    Ok(())
}

#[test]
fn no_character_pushes_others_aside() {
    let places = ["overview", "metrics", "honours", "timeline", "sources", "metric/jobs-created", "action/industry"];
    for lang in Lang::ALL {
        for size in ["200x60", "120x40", "80x24", "60x16", "30x8", "12x3"] {
            for place in places {
                let mut desk = wide(SAMPLE, place, size, lang);
                for keys in ["", "t", "?"] {
                    desk.keys(keys);
                    holds_its_columns(&desk.buffer()).unwrap_or_else(|it| panic!("{place} {size} {keys}: {it}"));
                }
            }
        }
    }
}

#[test]
fn text_keeps_its_ambiguous_characters() {
    let desk = wide(crate::common::BAOAN, "metrics", "160x70", Lang::Zh);
    let (screen, narrow) = (desk.screen(), Desk::baoan("metrics", "160x70", Lang::Zh).screen());
    for quoted in ["“", "”"] {
        assert_eq!(screen.contains(quoted), narrow.contains(quoted), "{quoted}\n{screen}");
    }
    assert!(!screen.contains('─') && !screen.contains('…'), "{screen}");
}

#[test]
fn what_is_read_on_paper_is_what_was_drawn() {
    let mut buf = Buffer::empty(ratatui::layout::Rect::new(0, 0, 8, 1));
    buf.set_string(0, 0, "a·", ratatui::style::Style::new());
    buf[(2, 0)].set_symbol("");
    buf[(3, 0)].set_symbol("b");
    assert_eq!(text::render(&buf), "a·b\n");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn nor_after_any_keys_at_any_size(
        keys in prop::collection::vec(prop::sample::select(vec!["j", "l", "Enter", "Esc", "Tab", "t", "u", "L", "s", "PgDn", "?", "m", "c"]), 0..12),
        columns in 1u16..160,
        rows in 1u16..50,
    ) {
        let mut desk = wide(SAMPLE, "overview", &format!("{columns}x{rows}"), Lang::Zh);
        desk.keys(&keys.join(" "));
        let held = holds_its_columns(&desk.buffer());
        prop_assert!(held.is_ok(), "{:?}: {}", keys, held.unwrap_err());
    }
}
