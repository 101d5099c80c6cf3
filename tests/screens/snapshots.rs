//! What the screens look like. After a wanted change: `INSTA_UPDATE=always cargo test --test screens`.

use xinhuo::domain::Lang;

use crate::common::{Desk, district};

fn name(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "zh",
        Lang::En => "en",
    }
}

/// Every place that shows something of its own.
const PLACES: [(&str, &str); 11] = [
    ("overview", ""),
    ("action/development", "j j"),
    ("action/ideology", "t"),
    ("initiative/three-ones-service", ""),
    ("metric/idle-space-revived", ""),
    ("metric/industrial-land-prepared", "u"),
    ("metrics", "l l s j"),
    ("honours", "s"),
    ("timeline", ""),
    ("honour/peoples-daily-praise", ""),
    ("sources", ""),
];

#[test]
fn places_at_the_usual_sizes() {
    for lang in Lang::ALL {
        for size in ["80x24", "120x40"] {
            for (place, keys) in PLACES {
                let mut desk = Desk::baoan(place, size, lang);
                let file = format!("{}-{size}-{}", place.replace('/', "-"), name(lang));
                insta::assert_snapshot!(file, desk.keys(keys).screen());
            }
        }
    }
}

#[test]
fn at_other_sizes() {
    for size in ["20x4", "40x10", "60x16", "200x60"] {
        insta::assert_snapshot!(format!("overview-{size}-zh"), Desk::baoan("overview", size, Lang::Zh).screen());
    }
    for lang in Lang::ALL {
        let file = format!("timeline-200x60-{}", name(lang));
        insta::assert_snapshot!(file, Desk::baoan("timeline", "200x60", lang).screen());
    }
    insta::assert_snapshot!("overview-19x4-en", Desk::baoan("overview", "19x4", Lang::En).screen());
}

#[test]
fn what_is_too_small_names_the_size_that_is_needed_first() {
    for lang in Lang::ALL {
        for columns in 8..20 {
            let screen = Desk::baoan("overview", &format!("{columns}x4"), lang).screen();
            assert!(screen.starts_with("20×4 "), "{columns}: {screen}");
        }
    }
}

#[test]
fn help_lists_the_keys_of_the_screen() {
    insta::assert_snapshot!("help-zh", Desk::baoan("metrics", "80x40", Lang::Zh).keys("?").screen());
    insta::assert_snapshot!("help-en", Desk::baoan("honours", "80x24", Lang::En).keys("F1 Down Down").screen());
}

#[test]
fn other_districts() {
    for (file, json) in [
        ("one-action", district(1, 0, 3, 0)),
        ("three-actions", district(3, 1, 4, 2)),
        ("twenty-actions", district(20, 1, 3, 1)),
        ("nothing-yet", district(0, 0, 0, 0)),
    ] {
        insta::assert_snapshot!(format!("overview-{file}"), Desk::open(&json, "overview", "100x30", Lang::Zh).screen());
    }
    let one = district(1, 0, 0, 0);
    insta::assert_snapshot!("empty-action", Desk::open(&one, "action/a0", "80x24", Lang::En).screen());
}

#[test]
fn what_is_selected_is_told_without_colour() {
    let desk = Desk::baoan("action/brand", "80x24", Lang::Zh);
    let selected: Vec<_> = desk.screen().lines().filter(|line| line.contains('➤')).map(str::to_owned).collect();
    assert_eq!(selected.len(), 1, "{selected:?}");
}
