use super::*;
use crate::domain::figure::{Format, Notation};
use crate::domain::{Bound, Decimal, Lang, Unit};
use proptest::prelude::*;

fn figure(value: Decimal, bound: Bound, kind: &str, lang: Lang) -> Figure {
    let unit: Unit =
        serde_json::from_str(&format!(r#"{{"id":"u","name":{{"zh":"人次","en":"visits"}},"kind":"{kind}"}}"#)).unwrap();
    Format { lang, notation: Notation::Compact }.figure(value, bound, &unit)
}

fn of(value: i64, bound: Bound, kind: &str, lang: Lang) -> Parts {
    Parts::from(&figure(Decimal::from(value), bound, kind, lang))
}

#[test]
fn words_stand_before_the_digits() {
    let parts = |figure: Parts| (figure.before, figure.digits, figure.unit);
    let expect = |before: &str, digits: &str, unit: &str| (before.to_owned(), digits.to_owned(), unit.to_owned());
    assert_eq!(parts(of(60_000, Bound::Over, "count", Lang::Zh)), expect("超", "6万", "人次"));
    assert_eq!(parts(of(60_000, Bound::Over, "count", Lang::En)), expect("over ", "60K", "visits"));
    assert_eq!(parts(of(2, Bound::Exact, "rank", Lang::Zh)), expect("第", "2", ""));
    assert_eq!(parts(of(4, Bound::AtMost, "rank", Lang::En)), expect("top ", "4", ""));
    assert_eq!(parts(of(-5, Bound::Exact, "count", Lang::Zh)), expect("", "−5", "人次"));
    assert_eq!(parts(of(3, Bound::Exact, "multiple", Lang::Zh)), expect("", "3", "倍"));
}

#[test]
fn the_number_is_the_largest() {
    let parts = of(53_100, Bound::Over, "count", Lang::Zh);
    let times = |width, height| parts.fit(width, height, Markers::default()).times();
    assert_eq!(times(100, 30), Some(2));
    assert_eq!(times(200, 60), Some(4));
    assert_eq!(times(50, 10), Some(1));
    assert_eq!(times(20, 3), None);
    assert_eq!(parts.fit(20, 3, Markers::default()).parts(), ["超 5.31 万 人 次"]);
    assert_eq!(parts.fit(4, 3, Markers::default()).parts(), ["…"]);
    assert!(!parts.fit(4, 3, Markers::default()).is_whole());
}

#[test]
fn words_stand_on_the_foot_of_the_digits() {
    let plan = of(60_000, Bound::Over, "count", Lang::Zh).fit(82, 8, Markers::default());
    let mut buf = Buffer::empty(Rect::new(0, 0, plan.columns(), plan.rows()));
    let area = buf.area;
    plan.draw(area, &mut buf, Styles::default());
    let row = |y: u16| (0..area.width).map(|x| buf[(x, y)].symbol()).collect::<String>();
    let picture: Vec<String> = (0..area.height).map(|y| row(y).trim_end().to_owned()).collect();
    assert_eq!(
        picture,
        [
            "                 ▄▄█████",
            "               ▄▄██▀▀",
            "   ▄  ▄▄▄▄▄   ▄███           ▄▄▄▄▄▄▄▄▄▄▄        ▄      ▄    ▄",
            " ▀▀█▀▀ █  █   █████████▄▄        █              █       █   █▄▄▄▄▄",
            "▄▄▄█▄▄▀  ▀▀   ████▀  ▀███▄       █▄▄▄▄▄        ▄▀▄        ▄▀  ▄ ▄▀",
            " ▄ █  █▀▀▀█   ████    ████       █    █       ▄▀ ▀▄     ▄     █",
            " █ █▀▀█▄▄▄█   ▀███▄  ▄███▀      █     █      ▄▀   ▀▄    █    █ █",
            "█ ▀▀▄▄▄▄▄▄▄    ▀▀██████▀▀    ▄▄▀    ▄▄▀    ▄▀       ▀▄ █  ▄▄▀   ▀▄",
        ]
    );
}

#[test]
fn a_unit_stands_beside_its_figure_even_where_that_is_smaller() {
    let parts = of(26_280_000_000, Bound::Exact, "count", Lang::Zh);
    let plan = parts.fit(188, 40, Markers::default());
    assert!(!plan.is_unit_below() && plan.parts() == ["262.8", "亿", "人次"]);
}

#[test]
fn digits_are_half_as_wide_before_they_are_a_line_of_text() {
    let plan = of(26_280_000_000, Bound::Over, "count", Lang::Zh).fit(36, 4, Markers::default());
    assert!(plan.is_narrow() && plan.rows() == 4 && plan.parts() == ["超", "262.8", "亿", "人次"]);
    let mut buf = Buffer::empty(Rect::new(0, 0, plan.columns(), plan.rows()));
    let area = buf.area;
    plan.draw(area, &mut buf, Styles::default());
    let row = |y: u16| (0..area.width).map(|x| buf[(x, y)].symbol()).collect::<String>();
    assert_eq!(row(0).trim(), "▟▀▙ ▟▀ ▟▀▙  ▟▀▙  ▐▝▀▀▌");
}

#[test]
fn a_figure_with_little_room_breaks_before_its_unit() {
    let parts = |figure: Parts| figure.fit(76, 17, Markers::default()).parts().join("/");
    assert_eq!(parts(of(3_476_000, Bound::Over, "count", Lang::Zh)), "超347.6万/人次");
    assert_eq!(parts(of(3_476_000, Bound::AtMost, "count", Lang::En)), "at\u{a0}most\u{a0}3.48M/visits");
}

#[test]
fn a_scale_cannot_be_read_as_a_digit() {
    for (value, lang) in [(26_280_000_000, Lang::Zh), (40_000_000_000, Lang::Zh), (26_280_000_000, Lang::En)] {
        for (width, height) in [(76, 4), (76, 12), (96, 16), (200, 40)] {
            let plan = of(value, Bound::Exact, "count", lang).fit_digits(width, height, Markers::default());
            let plan = plan.unwrap();
            let (Form::Pieces(pieces), Some(times)) = (&plan.form, plan.times()) else { panic!("{plan:?}") };
            let [number, scale, ..] = pieces.as_slice() else { panic!("{pieces:?}") };
            assert!(scale.content.chars().all(char::is_alphabetic) && number.content.ends_with(char::is_numeric));
            let Size::Drawn(face, enlarged) = scale.size else { panic!("{scale:?}") };
            let drawn = bitmap(face, enlarged, &scale.content);
            let inked = |x: &usize| (0..drawn.height()).any(|y| drawn.get(*x, y));
            let ink = (0..drawn.width()).find(inked).unwrap();
            let digits = Measured::drawn(&number.content, &[], Face::Digits).unwrap();
            let end = usize::from(number.x) + digits.length(0..digits.len()) * times;
            // Further than one digit is from the next, and smaller where there is a face for that.
            assert!(usize::from(scale.x) + ink > end + times, "{value} {width}x{height}");
            assert!(face == Face::Digits || face.foot() * enlarged < 7 * times, "{value} {width}x{height}");
        }
    }
}

#[test]
fn a_rounded_figure_says_so() {
    let parts = of(53_100, Bound::Exact, "count", Lang::Zh).rounded();
    assert_eq!(parts.fit(140, 30, Markers::default()).parts(), ["≈", "5.31", "万", "人次"]);
}

proptest! {
    #[test]
    fn whatever_is_drawn_is_the_figure(
        value in (-1_000_000_000_000i64..1_000_000_000_000, 0u32..6),
        bound in prop::sample::select(&[Bound::Exact, Bound::About, Bound::Over, Bound::AtMost]),
        kind in prop::sample::select(&["count", "share", "rank", "multiple"]),
        zh in any::<bool>(), is_rounded in any::<bool>(),
        (x, y) in (0u16..20, 0u16..6), (width, height) in (0u16..220, 0u16..70),
        markers in prop::sample::select(&Markers::ALL),
    ) {
        let lang = if zh { Lang::Zh } else { Lang::En };
        let parts = Parts::from(&figure(Decimal::new(value.0, value.1), bound, kind, lang));
        let parts = if is_rounded { parts.rounded() } else { parts };
        let plan = parts.fit(width, height, markers);
        prop_assert!(plan.columns() <= width && plan.rows() <= height);
        if plan.is_whole() {
            let bare = |text: &str| text.split_whitespace().collect::<String>();
            prop_assert_eq!(bare(&plan.parts().concat()), bare(parts.text()));
        } else {
            prop_assert!(plan.parts().iter().all(|part| *part == text::ELLIPSIS));
        }
        let area = Rect { x, y, width, height };
        let mut buf = Buffer::filled(Rect::new(2, 1, 160, 50), ratatui::buffer::Cell::new("?"));
        plan.draw(area, &mut buf, Styles { markers, ..Styles::default() });
        for position in buf.area.positions().filter(|position| !area.contains(*position)) {
            prop_assert_eq!(buf[position].symbol(), "?", "{:?}", position);
        }
    }
}
