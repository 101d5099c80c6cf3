//! Any step of any show on a screen of any size.

use proptest::prelude::*;
use ratatui::buffer::Buffer;
use xinhuo::domain::briefing::Row;
use xinhuo::domain::{Address, Form, Lang, Notation};
use xinhuo::exchange;
use xinhuo::model::{Ambiguous, Markers, Place, ThemeName};
use xinhuo::screens::stage::Content;

use crate::common::{BAOAN, SAMPLE, district};
use crate::hall::Hall;

fn texts(buf: &Buffer) -> String {
    exchange::text::render(buf)
}

/// Everything that is written, without blanks: letter-spacing and line ends hide nothing.
fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// Steps to places of a dataset with two actions of six metrics each.
fn steps() -> impl Strategy<Value = String> {
    let places = [
        "overview",
        "metrics",
        "metrics?sort=-figure,name&group=unit",
        "honours",
        "sources",
        "source/s",
        "action/a0",
        "initiative/i1-0",
        "metric/m0-1",
        "metric/m1-5",
        "honour/h0-0",
        "compare/m0-0,m0-1",
        "compare/m0-0,m0-1,m0-2,m1-3,m1-4,m1-5",
        "compare/m0-0,m1-0",
    ];
    let text = prop_oneof![
        "\\PC{0,60}",
        "[a-z ]{1,90}",
        "[深中通道共推项目0-9]{1,40}",
        Just("👩\u{200d}👩\u{200d}👧 e\u{301}\u{301}\u{301} ﷽ﷺ".to_owned()),
    ];
    let step = (prop::sample::select(places.to_vec()), any::<bool>(), 0..3u8, prop::option::of(text), any::<bool>());
    let step = step.prop_map(|(place, reveal, form, headline, lit)| {
        let address = Address::parse(place).unwrap();
        let form = [Form::Place, Form::Title, Form::of(&address)][usize::from(form)];
        let mut step = serde_json::json!({ "place": place, "as": form.word(), "notes": "隐秘讲稿 secret notes" });
        step["reveal"] = (reveal && form == Form::List).into();
        if let Some(headline) =
            headline.filter(|it| !it.chars().any(char::is_control) && it.chars().any(char::is_alphanumeric))
        {
            step["headline"] = headline.into();
        }
        if lit {
            step["spotlight"] = "m0-1".into();
        }
        step.to_string()
    });
    prop::collection::vec(step, 1..4).prop_map(|steps| steps.join(","))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_step_at_any_size(
        steps in steps(),
        columns in prop_oneof![1u16..30, 30u16..140, 140u16..400],
        rows in prop_oneof![1u16..12, 12u16..50, 50u16..200],
        lang in prop::sample::select(&Lang::ALL[..]),
        markers in prop::sample::select(&Markers::ALL[..]),
        wide: bool,
        exact: bool,
        revealed in 0usize..20,
        spotlight: bool,
    ) {
        let mut hall = Hall::steps(&district(2, 1, 6, 3), &steps, lang);
        hall.prefs.markers = markers;
        hall.prefs.ambiguous = if wide { Ambiguous::Wide } else { Ambiguous::Narrow };
        hall.prefs.notation = if exact { Notation::Exact } else { Notation::Compact };
        for at in 0..hall.show.slides.len() {
            let content = Content::Step { at, revealed, spotlight };
            let wall = hall.wall(&content, (columns, rows));
            for position in wall.area.positions() {
                let (x, y) = (position.x, position.y);
                let outside = x == 0 || y == 0 || x > columns || y > rows;
                prop_assert!(!outside || wall[(x, y)].symbol() == "#", "{x} {y}");
            }
            let drawn = texts(&hall.draw(&content, (columns, rows)));
            let says = squeezed(&drawn);
            let cut = |line: &str| line.chars().zip(line.chars().skip(1)).any(|(a, b)| a.is_ascii_digit() && b == '…');
            prop_assert!(!says.contains("讲稿") && !says.contains("secret"), "{drawn}");
            let slide = &hall.show.slides[at];
            let headline = slide.headline.as_ref().unwrap_or(&hall.show.title).get(lang);
            let quiet = slide.form == Form::Title && !headline.contains(|c: char| c.is_ascii_digit());
            if columns >= 20 && rows >= 6 && !quiet {
                prop_assert!(["来源", "Source", "计算得出", "Derived"].iter().any(|word| drawn.contains(word)), "{drawn}");
            }
            // A number is whole or not there.
            let own = hall.show.slides[at].headline.as_ref().map_or("", |text| text.get(lang)).to_owned();
            // The name of an action may end in one, and be followed by what has no room.
            let figures = drawn.replace("Action number 0…", "").replace("Action number 1…", "");
            prop_assert!(own.contains('…') || !figures.lines().any(cut), "{drawn}");
            hall.flaws(at, &format!("{columns}x{rows}"));
        }
    }

    #[test]
    fn any_detour_at_any_size(columns in 1u16..200, rows in 1u16..80, at in 0usize..40, cursor in 0usize..90, scroll in 0usize..90) {
        let hall = Hall::open(SAMPLE, Lang::En);
        let places: Vec<Address> = Address::all(hall.district.data()).collect();
        let mut place = Place::new(places[at % places.len()].clone());
        place.view.cursor = cursor;
        place.view.scroll = scroll;
        let drawn = texts(&hall.draw(&Content::Detour(&place), (columns, rows)));
        prop_assert!(columns < 20 || drawn.contains("synthetic"), "{drawn}");
        prop_assert!(columns < 20 || rows < 6 || drawn.contains("Source"), "{drawn}");
    }

    #[test]
    fn rows_come_one_by_one_and_stay_where_they_are(revealed in 0usize..9, columns in 60u16..220, rows in 16u16..70) {
        let hall = Hall::open(BAOAN, Lang::Zh);
        let at = hall.show.slides.iter().position(|slide| slide.reveal).unwrap();
        let names: Vec<&str> = hall.show.slides[at]
            .rows(&hall.district, Lang::Zh)
            .into_iter()
            .filter_map(|row| if let Row::Metric(metric) = row { Some(metric.name.get(Lang::Zh)) } else { None })
            .collect();
        let draw = |revealed| hall.draw(&Content::Step { at, revealed, spotlight: false }, (columns, rows));
        let (some, all) = (texts(&draw(revealed)), texts(&draw(usize::MAX)));
        for (row, name) in names.iter().enumerate() {
            // Names that are drawn are not read here; that they stay where they are is seen below.
            prop_assert_eq!(some.contains(name), row < revealed && all.contains(name), "{}", some);
        }
        let (before, after) = (draw(revealed), draw(usize::MAX));
        for (before, after) in before.content.iter().zip(&after.content) {
            prop_assert!(before.symbol() == " " || before.symbol() == after.symbol(), "{some}\n{all}");
        }
    }
}

#[test]
fn notes_are_never_in_the_picture() {
    for json in [BAOAN, SAMPLE] {
        for lang in Lang::ALL {
            let hall = Hall::open(json, lang);
            let told: Vec<String> =
                hall.show.slides.iter().map(|slide| squeezed(slide.notes.as_ref().unwrap().get(lang))).collect();
            for at in 0..hall.show.slides.len() {
                for size in ["10x2", "20x6", "60x16", "100x30", "200x60"] {
                    let drawn = squeezed(&hall.text(at, size));
                    assert!(!told.iter().any(|notes| drawn.contains(notes)), "{at} {size}");
                }
            }
        }
    }
}

#[test]
fn every_theme_draws_the_same_characters() {
    let mut hall = Hall::open(BAOAN, Lang::Zh);
    let before: Vec<String> = (0..hall.show.slides.len()).map(|at| hall.text(at, "100x30")).collect();
    for theme in [ThemeName::Dark, ThemeName::Light, ThemeName::HighContrast, ThemeName::ColourBlind, ThemeName::Mono] {
        hall.prefs.theme = theme;
        for (at, before) in before.iter().enumerate() {
            assert_eq!(hall.text(at, "100x30"), *before, "{theme:?}");
        }
    }
}

#[test]
fn a_show_that_was_made_is_drawn_too() {
    for json in [district(0, 0, 0, 0), district(3, 2, 4, 1), district(20, 1, 5, 2)] {
        let hall = Hall::open(&json, Lang::En);
        for at in 0..hall.show.slides.len() {
            assert!(!hall.text(at, "80x24").trim().is_empty());
        }
    }
}
