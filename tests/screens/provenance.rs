//! The provenance card: of every figure and honour, from wherever it stands, at any size.

use proptest::prelude::*;
use xinhuo::domain::{Address, Lang};
use xinhuo::model::{Effect, Markers, Overlay, ThemeName};

use crate::common::{BAOAN, Desk, SAMPLE, district};

/// What the open card is of.
fn of(desk: &Desk) -> Option<String> {
    match &desk.model.overlay {
        Some(Overlay::Provenance { of, .. }) => Some(of.to_string()),
        _ => None,
    }
}

#[test]
fn it_is_asked_of_what_is_selected_or_shown() {
    for (json, at, keys, expected) in [
        (BAOAN, "overview", "", Some("metric/")),
        (BAOAN, "action/development", "j", Some("metric/")),
        (BAOAN, "metrics", "j j", Some("metric/")),
        (BAOAN, "metric/firm-visits", "", Some("metric/firm-visits")),
        (BAOAN, "metric/firm-visits", "j j j", Some("metric/firm-visits")),
        (BAOAN, "honours", "j", Some("honour/")),
        (BAOAN, "honour/peoples-daily-praise", "j", Some("honour/peoples-daily-praise")),
        (BAOAN, "compare/firm-visits,vanguard-teams", "", Some("metric/firm-visits")),
        (SAMPLE, "source/annual-bulletin-2024", "", Some("metric/")),
        (BAOAN, "sources", "", None),
    ] {
        let mut desk = Desk::open(json, at, "120x40", Lang::Zh);
        desk.keys(keys).keys("i");
        match expected {
            Some(beginning) => assert!(of(&desk).is_some_and(|of| of.starts_with(beginning)), "{at}: {:?}", of(&desk)),
            None => assert!(desk.screen().contains("此处没有选中指标或荣誉。"), "{at}\n{}", desk.screen()),
        }
    }
}

#[test]
fn an_honour_of_the_timeline_has_one() {
    let mut desk = Desk::open(SAMPLE, "timeline", "80x24", Lang::Zh);
    // Of an event there is none: the next row is asked.
    let asked = (0..80).find_map(|_| of(desk.keys("j i")));
    assert!(asked.is_some_and(|of| of.starts_with("honour/")), "{}", desk.screen());
}

#[test]
fn what_it_tells() {
    for (name, json, at, size, lang, keys) in [
        ("firm-visits-80x24-zh", BAOAN, "metric/firm-visits", "80x24", Lang::Zh, "i"),
        ("firm-visits-120x40-en", BAOAN, "metric/firm-visits", "120x40", Lang::En, "u i"),
        ("space-share-80x24-en", BAOAN, "metric/people-space-share", "80x24", Lang::En, "i"),
        ("firm-visits-40x12-zh", BAOAN, "metric/firm-visits", "40x12", Lang::Zh, "i Down Down Down"),
        ("tile-120x40-zh", BAOAN, "overview", "120x40", Lang::Zh, "i"),
        ("honour-80x24-zh", BAOAN, "honour/peoples-daily-praise", "80x24", Lang::Zh, "i"),
        ("derived-120x40-zh", SAMPLE, "metric/budget-balance", "120x40", Lang::Zh, "i"),
        ("derived-80x24-en", BAOAN, "metric/activities-per-team", "80x24", Lang::En, "i"),
        ("revised-120x40-en", SAMPLE, "metric/resident-population", "120x40", Lang::En, "i"),
        ("uncited-80x24-zh", SAMPLE, "metric/app-users", "80x24", Lang::Zh, "i"),
        ("no-value-80x24-en", SAMPLE, "metric/volunteer-hours", "80x24", Lang::En, "i"),
    ] {
        let mut desk = Desk::open(json, at, size, lang);
        insta::assert_snapshot!(format!("provenance-{name}"), desk.keys(keys).screen());
    }
}

#[test]
fn enter_leads_to_the_figure_in_its_source_and_back_to_where_one_was() {
    for at in ["overview", "metrics", "metric/firm-visits"] {
        let mut desk = Desk::baoan(at, "80x24", Lang::Zh);
        desk.keys("i");
        let Some(Overlay::Provenance { of: Address::Metric(id), .. }) = &desk.model.overlay else { panic!("no card") };
        let name = desk.model.district.metric(id).unwrap().name.get(Lang::Zh).to_owned();
        desk.keys("Enter");
        assert_eq!(desk.here(), "source/sz-gov-baoan-2024");
        let selected = desk.screen().lines().find(|line| line.contains('➤')).unwrap_or_default().to_owned();
        assert!(selected.contains(&name), "{name}\n{}", desk.screen());
        assert_eq!(desk.keys("Esc").here(), at);
    }
    let mut desk = Desk::open(SAMPLE, "metric/app-users", "80x24", Lang::Zh);
    desk.keys("i Enter");
    assert!(of(&desk).is_some() && desk.screen().contains("未注明来源"), "{}", desk.screen());
}

#[test]
fn it_copies_scrolls_and_closes_and_nothing_else_is_heard() {
    let mut desk = Desk::baoan("metrics", "40x12", Lang::Zh);
    desk.keys("j");
    let (before, place) = (desk.screen(), desk.model.trail.clone());
    desk.keys("y");
    let copied = desk.effects.pop();
    assert!(matches!(copied, Some(Effect::Copy(_))), "{copied:?}");
    for close in ["Esc", "i", "q", "Backspace"] {
        desk.keys("i j s m x & 9 y");
        assert_eq!(desk.effects.pop(), copied);
        assert!(of(&desk).is_some());
        assert_eq!(desk.keys(close).screen(), before, "{close}");
        assert_eq!(desk.model.trail, place);
    }
    // All of it comes into sight.
    let mut desk = Desk::baoan("metric/firm-visits", "40x12", Lang::Zh);
    desk.keys("i");
    assert!(desk.screen().contains("原文写法") && !desk.screen().contains("网址"), "{}", desk.screen());
    desk.keys("G");
    assert!(!desk.screen().contains("原文写法"), "{}", desk.screen());
    desk.keys("L");
    assert!(of(&desk).is_some() && desk.screen().contains("Provenance"), "{}", desk.screen());
}

#[test]
fn it_says_of_every_figure_and_honour_where_it_is_from_or_that_this_is_not_on_record() {
    for json in [BAOAN, SAMPLE] {
        for lang in Lang::ALL {
            let data = Desk::open(json, "overview", "120x60", lang).model.district.data().clone();
            let metrics = data.metrics.iter().map(|it| (Address::Metric(it.id.clone()), it.source.clone()));
            let honours = data.honours.iter().map(|it| (Address::Honour(it.id.clone()), it.source.clone()));
            for (address, source) in metrics.chain(honours) {
                let mut desk = Desk::open(json, &address.to_string(), "120x60", lang);
                let screen = desk.keys("i").screen();
                let publisher = source.and_then(|locator| {
                    let source = data.sources.iter().find(|source| source.id == locator.id)?;
                    Some(source.publisher.get(lang).to_owned())
                });
                let absent = xinhuo::lang::messages(lang).says.no_source;
                let derived = if lang == Lang::Zh { "计算得出" } else { "Derived" };
                let told = match publisher {
                    Some(publisher) => screen.contains(&publisher),
                    None => screen.contains(absent) || screen.contains(derived),
                };
                assert!(told, "{address}\n{screen}");
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn at_any_size_in_any_theme_it_is_drawn(
        columns in 1u16..200,
        rows in 1u16..70,
        at in any::<prop::sample::Index>(),
        dataset in 0usize..3,
        keys in prop::collection::vec(0usize..10, 0..8),
        theme in 0usize..6,
        english in any::<bool>(),
        ascii in any::<bool>(),
        wide in any::<bool>(),
    ) {
        const KEYS: [&str; 10] = ["Down", "Up", "PgDn", "PgUp", "Home", "End", "u", "L", "y", "T"];
        let json = [BAOAN, SAMPLE, &district(2, 1, 5, 3)][dataset].to_owned();
        let lang = if english { Lang::En } else { Lang::Zh };
        let desk = Desk::open(&json, "overview", "80x24", lang);
        let places: Vec<Address> = Address::all(desk.model.district.data()).collect();
        let mut desk = Desk::open(&json, &at.get(&places).to_string(), &format!("{columns}x{rows}"), lang);
        desk.model.prefs.theme = ThemeName::ALL[theme];
        desk.model.prefs.markers = if ascii { Markers::Ascii } else { Markers::Braille };
        if wide {
            desk.model.prefs.ambiguous = xinhuo::model::Ambiguous::Wide;
        }
        desk.keys("i");
        for key in keys {
            desk.keys(KEYS[key]);
            prop_assert_eq!(desk.buffer(), desk.buffer());
        }
        desk.keys("Enter");
        desk.buffer();
    }
}
