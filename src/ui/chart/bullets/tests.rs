use super::*;
use crate::ui::chart::testing;
use crate::ui::chart::{Mark, Verdict, Zone};
use proptest::prelude::*;

fn stated(value: &str) -> Stated {
    Stated { value: value.parse().unwrap(), figure: format!("{value}万"), whole: format!("{value}万") }
}

/// Zones between three limits, the target last where more is better and first where less is.
fn zones(limits: [&str; 3], higher: bool) -> Vec<Zone> {
    let mut kinds =
        [(ZoneKind::Missed, "未达"), (ZoneKind::Behind, "落后"), (ZoneKind::OnCourse, "正常"), (ZoneKind::Met, "达成")];
    if !higher {
        kinds.reverse();
    }
    let limits = limits.map(stated);
    let zone = |(at, (kind, word)): (usize, (ZoneKind, &str))| Zone {
        from: at.checked_sub(1).and_then(|at| limits.get(at)).cloned(),
        to: limits.get(at).cloned(),
        word: word.to_owned(),
        kind,
    };
    kinds.into_iter().enumerate().map(zone).collect()
}

fn bullet(label: &str, value: &str, target: &str, last: &str, zones: Vec<Zone>) -> Bullet {
    let figure = if value.is_empty() { "暂无数据".to_owned() } else { format!("{value}万") };
    Bullet {
        label: label.to_owned(),
        value: value.parse().ok(),
        figure,
        mark: Mark::None,
        role: Role::Hue(1),
        target: Some(stated(target)),
        last: Some(last).filter(|last| !last.is_empty()).map(stated),
        zones,
        better: String::new(),
        verdict: Verdict { word: "正常".to_owned(), sign: "~".to_owned(), role: Role::Warn },
    }
}

fn plot(rows: &[Bullet]) -> Bullets<'_> {
    let words = BulletWords { value: "2024年", target: "目标", last: "上年", status: "状态" };
    let frame = Frame { title: "税收", subtitle: "万元", source: "来源:年鉴" };
    Bullets { frame, rows, words, ..Bullets::default() }
}

fn shown(plot: &Bullets, markers: Markers, width: u16, height: u16) -> Vec<String> {
    testing::lines(width, height, |area, buf, theme| plot.draw(area, buf, &theme.with_markers(markers)))
}

#[test]
fn a_value_is_seen_against_its_target_last_year_and_the_zones() {
    let mut row = bullet("税收收入", "9.6", "10", "7", zones(["8", "9.5", "10"], true));
    (row.mark, row.better) = (Mark::Over, "越高越好".to_owned());
    let rows = [row];
    assert_eq!(plot(&rows).height(64), 7);
    assert_eq!(
        shown(&plot(&rows), Markers::Braille, 64, 7),
        [
            "税收  万元 ─────────────────────────────────────────────────────",
            "税收收入  ███████████████████████████████████████████▎▸    9.6万",
            "~ 正常    ∙∙∙∙∙∙∙∙∙∙∙∙∙∙∙∙∙∙∙∙∙∙∙∙∙∙∙∙∙∙∙▴∙∙∙∙░░░░░░░▒▒▓▓",
            "          0                                  8万   9.5万",
            "┃ 目标 10万  ▴ 上年 7万  越高越好",
            "█ 2024年  ▓ 达成  ▒ 正常  ░ 落后  ∙ 未达",
            "来源:年鉴",
        ]
    );
}

#[test]
fn where_less_is_better_the_met_zone_begins_at_zero() {
    let rows = [
        bullet("信访量", "11", "10", "13", zones(["10", "10.5", "12"], false)),
        bullet("能耗", "", "9", "", zones(["9", "9.5", "11"], false)),
    ];
    assert_eq!(
        shown(&plot(&rows), Markers::Ascii, 64, 11)[1..],
        [
            "信访量  =================================T===               11万",
            "~ 正常  ##################################++:::::..^..",
            "        0                           10万 10.5万 12万",
            "T 目标 10万  ^ 上年 13万",
            "能耗                                  T                 暂无数据",
            "~ 正常  ###############################+:::::.........",
            "        0                             9.5万 11万",
            "T 目标 9万",
            "= 2024年  # 达成  + 正常  : 落后  . 未达",
            "来源:年鉴",
        ]
    );
}

#[test]
fn limits_that_crowd_are_named_in_their_order() {
    let limits = ["199.6", "199.8", "200.2", "200.4"];
    let kinds = [
        (ZoneKind::Missed, "未达"),
        (ZoneKind::Behind, "落后"),
        (ZoneKind::Met, "达成"),
        (ZoneKind::Behind, "落后"),
        (ZoneKind::Missed, "未达"),
    ];
    let limit = |at: usize| limits.get(at).map(|limit| stated(limit));
    let zone = |(at, (kind, word)): (usize, (ZoneKind, &str))| Zone {
        from: at.checked_sub(1).and_then(limit),
        to: limit(at),
        word: word.to_owned(),
        kind,
    };
    let rows = [bullet("水位", "200", "200", "", kinds.into_iter().enumerate().map(zone).collect())];
    let lines = shown(&plot(&rows), Markers::Braille, 100, 6);
    let said = "未达 | 199.6万 | 落后 | 199.8万 | 达成 | 200.2万 | 落后 | 200.4万 | 未达";
    assert!(lines[3].contains(said), "{lines:?}");
    assert_eq!(plot(&rows).grid().columns.len(), 5, "each kind of border once");
}

#[test]
fn values_of_both_signs_share_one_zero() {
    let mut below = bullet("利润", "-4", "2", "-6", Vec::new());
    below.mark = Mark::Over;
    let rows = [below, bullet("收入", "5", "6", "", Vec::new())];
    let bare = Bullets { frame: Frame::default(), ..plot(&rows) };
    assert_eq!(
        shown(&bare, Markers::Braille, 50, 8),
        [
            "利润           ◂██████████│    ┃              -4万",
            "~ 正常     ▴              │",
            "┃ 目标 2万  ▴ 上年 -6万",
            "",
            "收入                      │████████████▌ ┃     5万",
            "~ 正常                    │",
            "┃ 目标 6万",
            "█ 2024年",
        ]
    );
}

#[test]
fn the_table_says_what_the_chart_does() {
    let mut row = bullet("税收收入", "9.6", "10", "7", zones(["8", "9.5", "10"], true));
    row.better = "越高越好".to_owned();
    let rows = [row, bullet("利润", "", "2", "", Vec::new())];
    let twin = |width| {
        let chart = plot(&rows);
        let twin = chart.twin(width);
        testing::lines(width, twin.height(width), |area, buf, theme| twin.draw(area, buf, theme))
    };
    assert_eq!(
        twin(100)[1..],
        [
            "             2024年   目标   上年               状态   未达 | 落后   落后 | 正常   正常 | 达成",
            "税收收入      9.6万   10万    7万   ~ 正常  越高越好           8万         9.5万          10万",
            "利润       暂无数据    2万      —             ~ 正常             —             —             —",
            "来源:年鉴"
        ]
    );
    assert_eq!(
        twin(60)[1..],
        [
            "税收收入 2024年                  9.6万",
            "税收收入 目标                     10万",
            "税收收入 上年                      7万",
            "税收收入 状态         ~ 正常  越高越好",
            "税收收入 未达 | 落后               8万",
            "税收收入 落后 | 正常             9.5万",
            "税收收入 正常 | 达成              10万",
            "利润 2024年                   暂无数据",
            "利润 目标                          2万",
            "利润 上年                            —",
            "利润 状态                       ~ 正常",
            "利润 未达 | 落后                     —",
            "利润 落后 | 正常                     —",
            "利润 正常 | 达成                     —",
            "来源:年鉴"
        ]
    );
}

#[test]
fn without_room_there_is_a_table_or_a_line() {
    let rows = [bullet("税收收入", "9.6", "10", "7", Vec::new()), bullet("利润", "", "2", "", Vec::new())];
    assert_eq!(
        shown(&plot(&rows), Markers::Braille, 40, 4),
        [
            "税收  万元 ─────────────────────────────",
            "            2024年  目标  上年    状态",
            "税收收入     9.6万  10万   7万  ~ 正常",
            "利润      暂无数据   2万     —  ~ 正常"
        ]
    );
    assert_eq!(
        shown(&plot(&rows), Markers::Braille, 34, 8),
        [
            "税收  万元 ───────────────────────",
            "税收收入 2024年     9.6万",
            "税收收入 目标        10万",
            "税收收入 上年         7万",
            "税收收入 状态      ~ 正常",
            "利润 2024年      暂无数据",
            "+3",
            "来源:年鉴"
        ]
    );
    assert_eq!(shown(&plot(&rows), Markers::Braille, 50, 1), ["税收  税收收入 2024年 9.6万  税收收入 目标 10万  …"]);
}

#[test]
fn rows_that_do_not_fit_are_counted_and_the_selected_one_stays() {
    let rows = ["a", "b", "c", "d"].map(|label| bullet(label, "1", "2", "3", Vec::new()));
    let chart = Bullets { frame: Frame::default(), selected: Some(2), left_out: 3, ..plot(&rows) };
    for height in 6..18 {
        let lines = shown(&chart, Markers::Braille, 50, height);
        let seen = lines.iter().filter(|line| line.starts_with(['a', 'b', 'c', 'd'])).count();
        assert!(lines.iter().any(|line| line.starts_with('c')), "{height}: {lines:?}");
        let told = lines.iter().find_map(|line| line.strip_prefix('+')?.parse::<usize>().ok());
        assert_eq!(seen + told.unwrap_or(0), 7, "{height}: {lines:?}");
    }
}

#[derive(Debug, Clone)]
struct Made {
    rows: Vec<Bullet>,
    words: [String; 3],
}

fn made() -> impl Strategy<Value = Made> {
    let stated = || {
        (testing::decimals(), testing::words()).prop_map(|(value, figure)| Stated {
            value,
            whole: figure.clone(),
            figure,
        })
    };
    let zone = (prop::option::of(stated()), prop::option::of(stated()), testing::words(), 0usize..4).prop_map(
        |(from, to, word, kind)| {
            let kinds = [ZoneKind::Met, ZoneKind::OnCourse, ZoneKind::Behind, ZoneKind::Missed];
            Zone { from, to, word, kind: kinds[kind] }
        },
    );
    let texts = (testing::words(), testing::words(), testing::words(), testing::words());
    let values =
        (prop::option::weighted(0.9, testing::decimals()), prop::option::of(stated()), prop::option::of(stated()));
    let row = (texts, values, prop::collection::vec(zone, 0..4)).prop_map(|(texts, values, zones)| Bullet {
        label: texts.0,
        value: values.0,
        figure: texts.1,
        mark: Mark::Over,
        role: Role::Accent,
        target: values.1,
        last: values.2,
        zones,
        better: texts.2,
        verdict: Verdict { word: texts.3, sign: "x".to_owned(), role: Role::Good },
    });
    (prop::collection::vec(row, 0..5), prop::array::uniform3(testing::words()))
        .prop_map(|(rows, words)| Made { rows, words })
}

proptest! {
    #[test]
    fn nothing_is_drawn_outside_and_the_twin_agrees(
        made in made(), selected in prop::option::of(0usize..6), left_out in 0usize..3, area in testing::areas(),
    ) {
        let words = BulletWords { value: &made.words[0], target: &made.words[1], last: &made.words[2], status: "s" };
        let chart = Bullets { words, left_out, selected, ..plot(&made.rows) };
        testing::check_bounds(area, |area, buf, theme| chart.draw(area, buf, theme))?;
        let figures = |row: &GridRow<'_>| row.cells.iter().map(|cell| cell.figure.to_string()).collect::<Vec<_>>();
        for (row, told) in made.rows.iter().zip(chart.grid().rows.iter().map(figures)) {
            prop_assert_eq!(told.first(), Some(&row.figure));
            for stated in [&row.target, &row.last].into_iter().flatten() {
                prop_assert!(told.contains(&stated.figure));
            }
            for limit in row.limits() {
                prop_assert!(told.iter().any(|cell| cell.contains(&limit.figure)));
            }
        }
    }

    #[test]
    fn it_asks_for_the_rows_that_it_needs(made in made(), width in 20u16..70) {
        let chart = plot(&made.rows);
        let height = chart.height(width);
        if height >= columns::LONGEST {
            return Ok(());
        }
        // With the rows that it asks for it shows what it shows with more.
        let asked = shown(&chart, Markers::Braille, width, height);
        prop_assert_eq!(asked, shown(&chart, Markers::Braille, width, height + 9));
    }

    #[test]
    fn the_typewriter_set_is_typed(values in prop::collection::vec(-99i64..99, 6), area in testing::areas()) {
        let values: Vec<String> = values.iter().map(i64::to_string).collect();
        let rows = [
            bullet("one", &values[0], &values[1], &values[2], zones([&values[3], &values[4], &values[5]], true)),
            bullet("two", "", &values[1], "", Vec::new()),
        ];
        let chart = Bullets { frame: Frame::default(), ..plot(&rows) };
        testing::check_typed(area, "万未达落后正常成暂无数据年目标上界限状态", |area, buf, theme| chart.draw(area, buf, theme))?;
    }
}
