//! Tests of the bands of months.

use super::{Band, BandPoint, BandWords, Bands, Month, When};
use crate::model::Markers;
use crate::ui::chart::{Explained, Frame, Plot, Sign, testing};
use crate::ui::theme::Role;
use proptest::prelude::*;

const FRAME: Frame<'static> = Frame { title: "大事记", subtitle: "项", source: "来源:工作报告" };

const SIGNS: [Explained<'static>; 4] = [
    Explained { lead: "", sign: Sign::Event, word: "大事" },
    Explained { lead: "荣誉", sign: Sign::Nation, word: "国家级" },
    Explained { lead: "", sign: Sign::Province, word: "省级" },
    Explained { lead: "", sign: Sign::City, word: "市级" },
];

const WORDS: BandWords<'static> = BandWords {
    before: "此前",
    after: "此后",
    untold: "月份未写",
    day_untold: "日期未写",
    total: "合计",
    several: "数项",
    signs: &SIGNS,
};

const NAMES: [&str; 12] = ["1月", "2月", "3月", "4月", "5月", "6月", "7月", "8月", "9月", "10月", "11月", "12月"];

fn months(count: usize) -> Vec<Month> {
    (0..count).map(|at| Month { year: 2023 + (at / 12) as u16, name: NAMES[at % 12] }).collect()
}

fn band(label: &str, points: &[(When, Sign)]) -> Band {
    let points = points.iter().map(|(when, sign)| BandPoint { when: *when, sign: *sign }).collect();
    Band { label: label.to_owned(), role: Role::Hue(1), points }
}

fn year() -> Vec<Band> {
    let crowd = vec![(When::Day(2, 9, 31), Sign::City); 40];
    vec![
        band(
            "发展领航",
            &[(When::Day(0, 1, 31), Sign::Event), (When::Day(0, 31, 31), Sign::Nation), (When::Month(3), Sign::Event)],
        ),
        band(
            "治理强基",
            &[
                (When::Day(1, 3, 28), Sign::Province),
                (When::Day(1, 4, 28), Sign::Event),
                (When::Untold, Sign::Event),
                (When::Untold, Sign::City),
            ],
        ),
        band("政治铸魂", &crowd),
        band(
            "品牌扬声",
            &[
                (When::Month(3), Sign::Event),
                (When::Day(3, 5, 30), Sign::Event),
                (When::Before, Sign::Nation),
                (When::After, Sign::Event),
            ],
        ),
        band("组织聚力", &[]),
    ]
}

fn shown(bands: &Bands<'_>, width: u16, height: u16) -> Vec<String> {
    testing::lines(width, height, |area, buf, theme| bands.draw(area, buf, theme))
}

#[test]
fn a_sign_stands_at_its_day_and_what_is_vaguer_stands_apart() {
    let (months, rows) = (months(6), year());
    let bands = Bands { frame: FRAME, months: &months, words: WORDS, rows: &rows, ..Bands::default() };
    assert_eq!(
        shown(&bands, 84, 10),
        [
            "大事记  项 ─────────────────────────────────────────────────────────────────────────",
            "                 ● 大事  荣誉 ◆ 国家级  ◈ 省级  ◇ 市级  ├─┤ 日期未写  2–9 数项",
            "          此前   1月    2月    3月    4月    5月    6月      此后  月份未写  合计",
            "发展领航        │●    ◆│      │      │├─●──┤│      │      │                     3",
            "治理强基        │      │2     │      │      │      │      │        ●◇           4",
            "政治铸魂        │      │      │  40  │      │      │      │                    40",
            "品牌扬声  ◆     │      │      │      │├─2──┤│      │      │  ●                  4",
            "组织聚力        │      │      │      │      │      │      │                     0",
            "来源:工作报告"
        ]
    );
    assert_eq!(
        shown(&Bands { numbers: true, ..bands }, 84, 10),
        [
            "大事记  项 ─────────────────────────────────────────────────────────────────────────",
            "          此前   1月    2月    3月    4月    5月    6月      此后  月份未写  合计",
            "发展领航        │  2   │      │      │  1   │      │      │                     3",
            "治理强基        │      │  2   │      │      │      │      │        2            4",
            "政治铸魂        │      │      │  40  │      │      │      │                    40",
            "品牌扬声  1     │      │      │      │  2   │      │      │  1                  4",
            "组织聚力        │      │      │      │      │      │      │                     0",
            "来源:工作报告"
        ]
    );
}

#[test]
fn years_are_told_where_there_are_several_and_months_as_densely_as_they_fit() {
    let (months, rows) = (months(36), year());
    let bands = Bands { months: &months, words: WORDS, rows: &rows, ..Bands::default() };
    assert_eq!(
        shown(&bands, 112, 8),
        [
            "                ● 大事  荣誉 ◆ 国家级  ◈ 省级  ◇ 市级  2–9 + 数项",
            "                2023                    2024                    2025",
            "          此前  1月   4月   7月   10月  1月   4月   7月   10月  1月   4月   7月   10月     此后  月份未写  合计",
            "发展领航        2 ∙ ∙ ● ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙                       3",
            "治理强基        ∙ 2 ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙          ●◇           4",
            "政治铸魂        ∙ ∙ + ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙                      40",
            "品牌扬声  ◆     ∙ ∙ ∙ 2 ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙    ●                  4",
            "组织聚力        ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙ ∙                       0"
        ]
    );
}

#[test]
fn without_room_for_months_there_are_totals() {
    let (months, rows) = (months(12), year());
    let bands = Bands { frame: FRAME, months: &months, words: WORDS, rows: &rows, ..Bands::default() };
    assert_eq!(
        shown(&bands, 30, 7),
        [
            "大事记  项 ───────────────────",
            "发展领航   3",
            "治理强基   4",
            "政治铸魂  40",
            "品牌扬声   4",
            "组织聚力   0",
            "来源:工作报告"
        ]
    );
}

#[test]
fn a_legend_without_room_in_one_row_takes_more() {
    let (months, rows) = (months(6), year());
    let words = BandWords { several: "同一处有数项", ..WORDS };
    let bands = Bands { frame: FRAME, months: &months, words, rows: &rows, ..Bands::default() };
    assert_eq!(bands.height(68), bands.height(90) + 1);
    assert_eq!(
        shown(&bands, 68, bands.height(68)),
        [
            "大事记  项 ─────────────────────────────────────────────────────────",
            "                 ● 大事  荣誉 ◆ 国家级  ◈ 省级  ◇ 市级  ├─┤ 日期未写",
            "                 2–9 同一处有数项",
            "          此前   1月 2月 3月 4月 5月 6月   此后  月份未写  合计",
            "发展领航        │● ◆│   │   │├●┤│   │   │                     3",
            "治理强基        │   │2  │   │   │   │   │        ●◇           4",
            "政治铸魂        │   │   │40 │   │   │   │                    40",
            "品牌扬声  ◆     │   │   │   │├2┤│   │   │  ●                  4",
            "组织聚力        │   │   │   │   │   │   │                     0",
            "来源:工作报告"
        ]
    );
    // A sign whose meaning has no room at all is told in no chart.
    let signs = [Explained { lead: "", sign: Sign::Event, word: &"大事".repeat(40) }];
    let bands = Bands { words: BandWords { signs: &signs, ..WORDS }, ..bands };
    assert!(shown(&bands, 84, 12).iter().all(|line| !line.contains('●')));
}

#[test]
fn a_typewriter_can_draw_it() {
    let months: Vec<Month> = ["Jan", "Feb", "Mar", "Apr"].map(|name| Month { year: 2024, name }).to_vec();
    let mut rows = year();
    for (at, row) in rows.iter_mut().enumerate() {
        row.label = format!("Action {at}");
    }
    let signs = Sign::ALL.map(|sign| Explained { lead: "honour", sign, word: "word" });
    let words = BandWords {
        before: "earlier",
        after: "later",
        untold: "no month",
        day_untold: "no day",
        total: "total",
        several: "several",
        signs: &signs,
    };
    let bands = Bands { months: &months, words, rows: &rows, ..Bands::default() };
    let theme = testing::theme().with_markers(Markers::Ascii);
    for numbers in [false, true] {
        let bands = Bands { numbers, ..bands.clone() };
        let drawn = testing::lines(90, 9, |area, buf, _| bands.draw(area, buf, &theme));
        assert!(drawn.iter().all(|line| line.is_ascii()) && drawn.len() > 5, "{drawn:#?}");
    }
}

fn points(months: usize) -> impl Strategy<Value = Vec<BandPoint>> {
    let when = prop_oneof![
        Just(When::Before),
        Just(When::After),
        Just(When::Untold),
        (0..months).prop_map(When::Month),
        (0..months, 1u8..32).prop_map(|(month, day)| When::Day(month, day, 31)),
    ];
    let point = (when, 0usize..4).prop_map(|(when, sign)| BandPoint { when, sign: Sign::ALL[sign] });
    prop::collection::vec(point, 0..40)
}

proptest! {
    #[test]
    fn nothing_is_drawn_outside(
        rows in prop::collection::vec((testing::words(), points(40)), 0..9),
        count in 0usize..40,
        area in testing::areas(),
        numbers in any::<bool>(),
        heading in testing::words(),
    ) {
        let months = months(count);
        let rows: Vec<Band> = rows.into_iter().map(|(label, points)| Band { label, role: Role::Muted, points }).collect();
        let words = BandWords { before: &heading, after: &heading, untold: &heading, ..WORDS };
        let bands = Bands { frame: FRAME, months: &months, words, rows: &rows, more: None, numbers };
        testing::check_bounds(area, |area, buf, theme| bands.draw(area, buf, theme))?;
        testing::check_bounds(area, |area, buf, theme| bands.draw(area, buf, &theme.with_markers(Markers::Ascii)))?;
    }

    /// Every thing of a row is seen: as a sign of its own or in a number.
    #[test]
    fn nothing_is_lost(points in points(12)) {
        let (months, count) = (months(12), points.len());
        let rows = [Band { label: "row".to_owned(), role: Role::Muted, points }];
        let words = BandWords { signs: &[], ..WORDS };
        let bands = Bands { months: &months, words, rows: &rows, ..Bands::default() };
        for bands in [bands.clone(), Bands { numbers: true, ..bands }] {
            let drawn = testing::lines(160, 3, |area, buf, theme| bands.draw(area, buf, theme));
            let row = drawn.last().map(String::as_str).unwrap_or_default();
            let row = row.strip_prefix("row").and_then(|row| row.strip_suffix(&count.to_string())).unwrap_or_default();
            let signs = row.chars().filter(|c| Sign::ALL.iter().any(|sign| sign.symbol(Markers::Braille).contains(*c))).count();
            let numbers: usize = row.split(|c: char| !c.is_ascii_digit()).filter_map(|number| number.parse::<usize>().ok()).sum();
            prop_assert_eq!(signs + numbers, count, "{}", row);
        }
    }
}
