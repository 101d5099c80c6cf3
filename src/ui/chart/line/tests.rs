use super::*;
use crate::ui::chart::testing;
use proptest::prelude::*;

fn point(value: &str, kind: Kind) -> Point {
    let figure = if value.is_empty() { "暂无" } else { value };
    Point { value: value.parse().ok(), figure: figure.to_owned(), kind }
}

fn series(name: &str, values: &str) -> Series {
    let points = values.split(' ').map(|word| match word.split_at(word.len() - 1) {
        (value, "p") => point(value, Kind::Provisional),
        (value, "e") => point(value, Kind::Estimated),
        (value, "r") => point(value, Kind::Revised),
        (value, "f") => point(value, Kind::Forecast),
        ("", "-") => point("", Kind::Settled),
        _ => point(word, Kind::Settled),
    });
    Series { name: name.to_owned(), role: Role::Hue(3), points: points.collect() }
}

fn years(count: usize) -> Vec<String> {
    (0..count).map(|at| (2017 + at).to_string()).collect()
}

const WORDS: LineWords<'static> = LineWords {
    gaps: Some(&|count| format!("缺{count}年")),
    nothing: "尚无数据",
    not_from_zero: "纵轴不从零起",
    revised: "修订",
    provisional: "初步",
    estimated: "估计",
    forecast: "预测",
};

const FRAME: Frame<'static> = Frame { title: "走访企业", subtitle: "万家次", source: "来源:工作报告" };

fn shown(all: &[Series], references: &[Reference], markers: Markers, width: u16, height: u16) -> Vec<String> {
    let periods = years(all.first().map_or(0, |series| series.points.len()));
    let chart = Lines { frame: FRAME, periods: &periods, series: all, references, words: WORDS, ..Lines::default() };
    testing::lines(width, height, |area, buf, theme| chart.draw(area, buf, &theme.with_markers(markers)))
}

fn target() -> Reference {
    Reference { label: "目标".to_owned(), value: Decimal::new(55, 1), figure: "5.5万".to_owned() }
}

fn firm_and_not() -> Series {
    series("走访企业", "2.1 2.9 3.4 - 4.2r 4.9 5.31p 5.6e 6f")
}

#[test]
fn a_gap_stays_a_gap_and_what_is_not_settled_says_so() {
    assert_eq!(
        shown(&[firm_and_not()], &[target()], Markers::Braille, 70, 16),
        [
            "走访企业  万家次 ─────────────────────────────────────────────────────",
            " │",
            "6┤                                          p     e   ⢀ ⡀○f 6",
            " │╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌⢀╌⡠○⠄⠄⠄⠄⠄○⠐╌⠁╌╌╌╌╌ 5.6 (2024)",
            " │                            r   ⢀⣀⡠● ⠒ ⠁                  目标 5.5万",
            "4┤                            ○⠒⠒⠉⠁",
            " │            ⢀⣀⡠●",
            " │ 2.1 ⢀⣀⡠●⠒⠒⠉⠁",
            "2┤ ●⠒⠒⠉⠁",
            " │",
            " │",
            "0┤",
            " └─┬──────┬──────┬─────×──────┬──────┬──────┬─────┬──────┬─",
            "  2017   2018   2019  2020   2021   2022   2023  2024   2025",
            "× 缺1年  r 修订  p 初步  e 估计  f 预测",
            "来源:工作报告",
        ]
    );
}

#[test]
fn blocks_where_there_is_no_braille() {
    assert_eq!(
        shown(&[firm_and_not()], &[target()], Markers::Block, 70, 13),
        [
            "走访企业  万家次 ─────────────────────────────────────────────────────",
            " │                                                e",
            "6┤╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌p╌╌╌╌▖○▗╌▖▗╌▖○f 6",
            " │                            r    ▗▄● ▄ ▄ ▄○▖▘▘▘           5.6 (2024)",
            "4┤                            ○▄▀▀▀▘                        目标 5.5万",
            " │ 2.1  ▗▄●▄▄▄▄▄▄●",
            "2┤ ●▄▀▀▀▘",
            " │",
            "0┤",
            " └─┬──────┬──────┬─────×──────┬──────┬──────┬─────┬──────┬─",
            "  2017   2018   2019  2020   2021   2022   2023  2024   2025",
            "× 缺1年  r 修订  p 初步  e 估计  f 预测",
            "来源:工作报告",
        ]
    );
}

#[test]
fn typewriters_draw_lines_too() {
    assert_eq!(
        shown(&[firm_and_not()], &[target()], Markers::Ascii, 70, 13),
        [
            "走访企业  万家次 ─────────────────────────────────────────────────────",
            " |",
            "6|- - - - - - - - - - - - - - - - - - - - - - - - oe--- -of 6",
            " |                            r   .--*-  -- op.             5.6 (2024)",
            "4|                            o--.                          目标 5.5万",
            " | 2.1 .--*------*",
            "2| *--.",
            " |",
            "0|",
            " |-|------|------|-----x------|------|------|-----|------|-",
            "  2017   2018   2019  2020   2021   2022   2023  2024   2025",
            "x 缺1年  r 修订  p 初步  e 估计  f 预测",
            "来源:工作报告",
        ]
    );
}

fn districts() -> [Series; 3] {
    [series("宝安", "10 12 15 13 18"), series("南山", "14 13 - 16 17.5"), series("龙岗", "-2 -4 3 5 -")]
}

#[test]
fn several_lines_have_signs_of_their_own() {
    assert_eq!(
        shown(&districts(), &[], Markers::Braille, 66, 16),
        [
            "走访企业  万家次 ─────────────────────────────────────────────────",
            "20┤",
            "  │                                         ⣀⣀⣀⡠●  ● 宝安 18",
            "15┤ ▲⢄⣀⣀⡀             ⣀⣀⣀⠤●⢄⣀⣀⡀      ▲⠔⠒⢀⣀⠤⠔⠒⠉     ▲ 南山 17.5",
            "  │     ⠈⠉⠉⣀⣀⣀⠤●⠔⠒⠒⠊⠉⠉        ⠈⠉⠉⠒⠒⠒⠤●⠒⠊⠁",
            "10┤ ●⠔⠒⠒⠊⠉⠉",
            "  │",
            " 5┤                              ⣀⣀⣀⠤■             ■ 龙岗 5 (2020)",
            "  │                      ⣀■⠔⠒⠒⠊⠉⠉",
            " 0┤──────────────────⣀⠤⠒⠉─────────────────────────",
            "  │ ■⢄⣀⣀⡀        ⢀⡠⠔⠊",
            "-5┤     ⠈⠉⠉⠒⠒⠒⠤■⠊⠁",
            "  └─┬──────────┬──────────×──────────┬──────────×─",
            "   2017       2018       2019       2020       2021",
            "● 宝安  ▲ 南山 (× 缺1年)  ■ 龙岗 (× 缺1年)",
            "来源:工作报告",
        ]
    );
    assert_eq!(
        shown(&districts(), &[], Markers::Ascii, 66, 16),
        [
            "走访企业  万家次 ─────────────────────────────────────────────────",
            "20|",
            "  |                                        .--.-A  A 宝安 18",
            "15| B----.           .----A----.     B--.----.     B 南山 17.5",
            "  |       .----A----.           .----A-.",
            "10| A----.",
            "  |",
            " 5|                             .----C             C 龙岗 5 (2020)",
            "  |                      .C----.",
            " 0|------------------.--.-------------------------",
            "  | C----.       .--.",
            "-5|       .----C.",
            "  |-|----------|----------x----------|----------x-",
            "   2017       2018       2019       2020       2021",
            "A 宝安  B 南山 (x 缺1年)  C 龙岗 (x 缺1年)",
            "来源:工作报告",
        ]
    );
}

#[test]
fn an_axis_that_does_not_start_at_zero_says_so() {
    assert_eq!(
        shown(&[series("", "97 98 96 99.5 101")], &[], Markers::Braille, 44, 11),
        [
            "走访企业  万家次 ───────────────────────────",
            "   │",
            "100┤ 97                     ⢀⡠●⠤⠤⠤⠤⠤⠤⠤●  101",
            "   │ ●⠤⠤⠤⠤⠤⠤⠤●⢄⣀⡀       ⢀⡠⠔⠊⠁",
            " 95┤            ⠈⠉⠉⠒⠒⠤●⠊⠁",
            "   │",
            " 90┤",
            "   ≈─┬───────┬────────┬───────┬───────┬─",
            "    2017    2018     2019    2020    2021",
            "≈ 纵轴不从零起",
            "来源:工作报告",
        ]
    );
}

#[test]
fn the_end_label_is_the_own_figure_and_a_forecast_stands_behind_it() {
    let lines = shown(&[series("", "4 5 6f 7f")], &[], Markers::Braille, 60, 12).join("\n");
    assert!(lines.contains("5 (2018)") && lines.contains("f 7"), "{lines}");
    assert!(!lines.contains("6 ("), "{lines}");
}

#[test]
fn places_stand_with_the_best_on_top() {
    let (periods, all) = (years(3), [series("", "17 14 12")]);
    let chart =
        Lines { frame: FRAME, periods: &periods, series: &all, words: WORDS, inverted: true, ..Lines::default() };
    assert_eq!(
        testing::lines(40, 12, |area, buf, theme| chart.draw(area, buf, theme)),
        [
            "走访企业  万家次 ───────────────────────",
            "  │",
            "12┤                             ⢀⣀⡠●  12",
            "  │                      ⣀⣀⠤⠔⠒⠊⠉⠁",
            "14┤               ⣀⡠●⠒⠒⠉⠉",
            "  │          ⣀⠤⠔⠒⠉",
            "16┤ 17 ⢀⣀⠤⠒⠊⠉",
            "  │ ●⠒⠉⠁",
            "18┤",
            "  └─┬───────────────┬──────────────┬─",
            "   2017            2018           2019",
            "来源:工作报告",
        ]
    );
}

#[test]
fn close_points_are_a_line_and_labels_are_thinned() {
    let (one, other) = ("3 4 6 5 7 9 8 7 6 8 10 12 11 13", "1 2 2 3 3 4 4 5 5 4 4 3 3 2");
    assert_eq!(
        shown(&[series("", one)], &[], Markers::Braille, 36, 9),
        [
            "走访企业  万家次 ───────────────────",
            "  │                       ⢀⣀ ⢀⡠●  13",
            "10┤          ⢀⣀        ⢀⠤⠊⠁ ⠉⠁",
            "  │ 3  ⣀⠤⣀⡠⠔⠊⠁ ⠉⠉⠑⠒⠒⠤⠔⠊⠁",
            "  │ ●⠒⠊",
            " 0┤",
            "  └─┬───────┬──────┬─────┬─────┬─",
            "   2017    2021   2024  2027  2030",
            "来源:工作报告",
        ]
    );
    assert_eq!(
        shown(&[series("甲", one), series("乙", other)], &[], Markers::Braille, 44, 11),
        [
            "走访企业  万家次 ───────────────────────────",
            "  │                         ⣀⠤⣀⡀⢀⠤●  ● 甲 13",
            "10┤            ⢀⡀         ⡠⠊   ⠈●",
            "  │         ⣀⠔⠊⠁⠈⠑●⠤⢄⡀⢀⡠⠔⠊",
            " 5┤  ⢀⡠⠔⠊⠉⠒⠊   ⢀⣀⣀▲⠔⠒⠈⠁⠤⢄⣀⣀⡀",
            "  │ ●⠁⠤⠤⠤⠤⠒⠒⠒⠒⠉⠁           ⠈⠑⠒⠒⠒▲⠤▲  ▲ 乙 2",
            " 0┤ ▲",
            "  └─┬────────┬──────┬──────┬──────┬─",
            "   2017     2021   2024   2027   2030",
            "● 甲  ▲ 乙",
            "来源:工作报告",
        ]
    );
}

#[test]
fn what_is_flat_looks_flat_and_one_point_is_a_point() {
    assert_eq!(
        shown(&[series("", "5 5 5 5")], &[], Markers::Braille, 40, 10),
        [
            "走访企业  万家次 ───────────────────────",
            "  │",
            "10┤",
            "  │ 5",
            " 5┤ ●⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤●⠤⠤⠤⠤⠤⠤⠤⠤⠤●⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤●  5",
            "  │",
            " 0┤",
            "  └─┬──────────┬─────────┬──────────┬─",
            "   2017       2018      2019       2020",
            "来源:工作报告",
        ]
    );
    assert_eq!(
        shown(&[series("", "- 5 - -")], &[], Markers::Braille, 40, 10),
        [
            "走访企业  万家次 ───────────────────────",
            "10┤",
            "  │",
            " 5┤         ●                   5 (2018)",
            "  │",
            " 0┤",
            "  └─×───────┬────────×───────×─",
            "   2017    2018     2019    2020",
            "× 缺3年",
            "来源:工作报告",
        ]
    );
    assert_eq!(
        shown(&[series("", "- - -")], &[], Markers::Braille, 40, 10),
        ["走访企业  万家次 ───────────────────────", "尚无数据", "来源:工作报告"]
    );
}

#[test]
fn without_room_there_is_a_table() {
    assert_eq!(
        shown(&[series("", "1 2p -")], &[target()], Markers::Braille, 40, 7),
        [
            "走访企业  万家次 ───────────────────────",
            "2017      1",
            "2018      2  初步",
            "2019   暂无",
            "目标  5.5万",
            "来源:工作报告",
        ]
    );
    assert_eq!(
        shown(&[series("", "1 2p -")], &[target()], Markers::Braille, 40, 1),
        ["走访企业  2017 1  2018 2  2019 暂无  …"]
    );
    assert_eq!(
        shown(&districts(), &[target()], Markers::Braille, 36, 10),
        [
            "走访企业  万家次 ───────────────────",
            "      宝安  南山  龙岗",
            "2017    10    14    -2",
            "2018    12    13    -4",
            "2019    15  暂无     3",
            "2020    13    16     5",
            "2021    18  17.5  暂无",
            "目标 5.5万",
            "来源:工作报告",
        ]
    );
    assert_eq!(
        shown(&districts(), &[target()], Markers::Braille, 18, 10),
        [
            "走访企业  万家次",
            "2017 宝安  10",
            "2017 南山  14",
            "2017 龙岗  -2",
            "2018 宝安  12",
            "2018 南山  13",
            "2018 龙岗  -4",
            "2019 宝安  15",
            "+9",
            "来源:工作报告",
        ]
    );
}

#[test]
fn a_table_of_several_lines_keeps_their_letters() {
    let all = [series("宝安", "10 12p"), series("南山", "- 9e")];
    let periods = years(2);
    let chart = Lines { periods: &periods, series: &all, words: WORDS, ..Lines::default() };
    let drawn =
        |width, height| testing::lines(width, height, |area, buf, theme| chart.twin(width).draw(area, buf, theme));
    assert_eq!(drawn(30, 6), ["      宝安    南山", "2017    10    暂无", "2018    12 p     9 e", "p 初步", "e 估计"]);
    assert_eq!(drawn(16, 6), ["2017 宝安    10", "2017 南山  暂无", "2018 宝安    12", "2018 南山     9"]);
}

#[test]
fn the_height_is_what_a_good_plot_takes() {
    let (periods, all) = (years(5), districts());
    let chart = Lines { frame: FRAME, periods: &periods, series: &all, words: WORDS, ..Lines::default() };
    assert_eq!(chart.height(66), 2 + ROWS_OF_SEVERAL + 2 + 1);
    assert_eq!(chart.height(18), chart.twin(18).height(18));
}

fn points() -> impl Strategy<Value = Vec<Point>> {
    let kind = prop::sample::select(vec![
        Kind::Settled,
        Kind::Settled,
        Kind::Revised,
        Kind::Provisional,
        Kind::Estimated,
        Kind::Forecast,
    ]);
    let point = (prop::option::weighted(0.8, testing::decimals()), testing::words(), kind);
    prop::collection::vec(point.prop_map(|(value, figure, kind)| Point { value, figure, kind }), 0..12)
}

fn markers() -> impl Strategy<Value = Markers> {
    prop::sample::select(Markers::ALL.to_vec())
}

/// A plot of settled values on a page of its own, with the columns of its periods and the first row of its axis.
fn plotted(values: &[Option<Decimal>], markers: Markers, width: u16, height: u16) -> Option<(Buffer, Vec<u16>, u16)> {
    let periods: Vec<String> = (1..=values.len()).map(|at| at.to_string()).collect();
    let points = values.iter().map(|value| Point { value: *value, figure: "7".to_owned(), kind: Kind::Settled });
    let all = [Series { name: String::new(), role: Role::Good, points: points.collect() }];
    let tick: Tick<'_> = &|_| "9".to_owned();
    let chart = Lines { periods: &periods, series: &all, tick: Some(tick), ..Lines::default() };
    let area = Rect::new(0, 0, width, height);
    let layout = Layout::of(&chart, width, height, markers)?;
    let mut buf = Buffer::empty(area);
    chart.draw(area, &mut buf, &testing::theme().with_markers(markers));
    let columns = (0..values.len()).map(|at| layout.left + 1 + layout.column(at, values.len())).collect();
    Some((buf, columns, layout.rows))
}

proptest! {
    #[test]
    fn nothing_is_drawn_outside_and_the_twin_agrees(
        periods in prop::collection::vec(testing::words(), 0..12),
        all in prop::collection::vec((testing::words(), points()), 0..8),
        references in prop::collection::vec((testing::words(), testing::decimals(), testing::words()), 0..3),
        markers in markers(),
        area in testing::areas(),
    ) {
        let series = |(name, points)| Series { name, role: Role::Good, points };
        let all: Vec<Series> = all.into_iter().map(series).collect();
        let reference = |(label, value, figure)| Reference { label, value, figure };
        let references: Vec<Reference> = references.into_iter().map(reference).collect();
        let chart = Lines { frame: FRAME, periods: &periods, series: &all, references: &references, words: WORDS, ..Lines::default() };
        testing::check_bounds(area, |area, buf, theme| chart.draw(area, buf, &theme.with_markers(markers)))?;
        testing::check_bounds(area, |area, buf, theme| chart.twin(area.width).draw(area, buf, theme))?;
        let of_period = |at: usize| all.iter().filter_map(move |series| series.points.get(at));
        let figures = (0..periods.len()).flat_map(of_period).map(|point| &*point.figure);
        let figures: Vec<&str> = figures.chain(references.iter().map(|reference| &*reference.figure)).collect();
        let column = Grid::of(chart.clone()).column();
        prop_assert!(column.rows.iter().map(|row| &*row.figure).eq(figures.iter().copied()));
        if let [series] = &*all {
            prop_assert!(chart.rows(series).rows.iter().map(|row| &*row.figure).eq(figures.iter().copied()));
        }
    }

    #[test]
    fn the_larger_value_is_never_drawn_lower(
        values in prop::collection::vec(testing::decimals(), 2..10),
        markers in markers(),
        height in 6u16..24,
    ) {
        let given: Vec<_> = values.iter().copied().map(Some).collect();
        let Some((buf, columns, rows)) = plotted(&given, markers, 60, height) else { return Ok(()) };
        let sign = if markers == Markers::Ascii { "*" } else { "●" };
        let row = |x: &u16| (0..rows).find(|y| buf[(*x, *y)].symbol() == sign);
        let mut points: Vec<_> = values.iter().zip(columns.iter().map(row)).collect();
        points.sort_unstable_by_key(|(value, _)| **value);
        for pair in points.windows(2) {
            prop_assert!(pair[0].1.is_some() && pair[0].1 >= pair[1].1, "{:?}", points);
        }
    }

    #[test]
    fn mark_tick_and_reference_of_one_value_share_a_row(
        values in prop::collection::vec(-9_999i64..9_999, 2..10),
        at in any::<prop::sample::Index>(),
        inverted in any::<bool>(),
        markers in markers(),
        height in 7u16..24,
    ) {
        let value = Decimal::from(values[at.index(values.len())]);
        let all = [Series {
            name: String::new(),
            role: Role::Good,
            points: values.iter().map(|value| Point { value: Some((*value).into()), figure: String::new(), kind: Kind::Settled }).collect(),
        }];
        let periods = years(values.len());
        let references = [Reference { label: String::new(), value, figure: "?".to_owned() }];
        let chart = Lines { periods: &periods, series: &all, references: &references, inverted, ..Lines::default() };
        let Some(layout) = Layout::of(&chart, 90, height, markers) else { return Ok(()) };
        let mut buf = Buffer::empty(Rect::new(0, 0, 90, height));
        chart.draw(buf.area, &mut buf, &testing::theme().with_markers(markers));
        let lines = testing::lines(90, height, |area, buf, theme| chart.draw(area, buf, &theme.with_markers(markers)));
        let reference = layout.ends.iter().find(|end| end.words.contains('?')).map(|end| end.row);
        let mark = (layout.left + 1 + layout.column(at.index(values.len()), values.len()), layout.row(value));
        let sign = if markers == Markers::Ascii { "*" } else { "●" };
        prop_assert_eq!(buf[mark].symbol(), sign, "{:#?}", lines);
        // The label of the last figure may have taken the row of the reference, and only that.
        let last = layout.row(values[values.len() - 1].into());
        prop_assert!(reference.is_none_or(|row| row == mark.1 || mark.1.abs_diff(last) <= 1), "{:#?}", lines);
        for tick in layout.axis.ticks.iter().filter(|tick| **tick == value) {
            prop_assert!(lines[usize::from(mark.1)].trim_start().starts_with(&tick.to_string()), "{:#?}", lines);
        }
        // Signs stand on their lines: the cells beside them go on from the middle of the row.
        for (next, of) in values.windows(2).enumerate().filter(|(_, pair)| pair[0] == pair[1]) {
            let x = layout.left + 1 + layout.column(next, values.len()) + 1;
            let flat = match markers { Markers::Braille => "⠤", Markers::Block => "▄", Markers::Ascii => "-" };
            prop_assert_eq!(buf[(x, layout.row(of[0].into()))].symbol(), flat, "{:#?}", lines);
        }
    }

    #[test]
    fn no_line_crosses_a_gap(
        values in prop::collection::vec(prop::option::of((0u32..1000).prop_map(Decimal::from)), 3..14),
        markers in markers(),
        (width, height) in (16u16..90, 6u16..20),
    ) {
        let Some((buf, columns, rows)) = plotted(&values, markers, width, height) else { return Ok(()) };
        for at in 1..values.len() {
            let open = values[at].is_none() || values[at - 1].is_none();
            let between = (columns[at - 1] + 1..columns[at]).chain((values[at].is_none()).then_some(columns[at]));
            for (x, y) in between.filter(|_| open).flat_map(|x| (0..rows).map(move |y| (x, y))) {
                prop_assert_eq!(buf[(x, y)].symbol(), " ", "{:?}", (x, y));
            }
            let gap = if markers == Markers::Ascii { "x" } else { "×" };
            prop_assert_eq!(buf[(columns[at], rows)].symbol() == gap, values[at].is_none());
        }
    }

    #[test]
    fn typewriters_get_nothing_else(
        all in prop::collection::vec(points(), 1..7),
        references in prop::collection::vec(testing::decimals(), 0..3),
        (width, height) in (0u16..90, 0u16..24),
    ) {
        let periods = years(9);
        let series = |mut points: Vec<Point>| {
            for point in &mut points {
                "12.5".clone_into(&mut point.figure);
            }
            Series { name: "Ba".to_owned(), role: Role::Good, points }
        };
        let all: Vec<Series> = all.into_iter().map(series).collect();
        let reference = |value| Reference { label: "target".to_owned(), value, figure: "5.5".to_owned() };
        let references: Vec<Reference> = references.into_iter().map(reference).collect();
        let chart = Lines { periods: &periods, series: &all, references: &references, ..Lines::default() };
        if Layout::of(&chart, width, height, Markers::Ascii).is_none() {
            return Ok(());
        }
        let draw = |area, buf: &mut Buffer, theme: &Theme| chart.draw(area, buf, &theme.with_markers(Markers::Ascii));
        for line in testing::lines(width, height, draw) {
            prop_assert!(line.is_ascii(), "{}", line);
        }
    }

    #[test]
    fn labels_of_periods_are_whole_or_absent(
        count in 2usize..40,
        start in 1990usize..2030,
        chinese in any::<bool>(),
        (width, height) in (12u16..120, 6u16..12),
    ) {
        let unit = if chinese { "年度" } else { "" };
        let periods: Vec<String> = (start..start + count).map(|year| format!("{year}{unit}")).collect();
        let points = (0..count).map(|at| Point { value: Some(at.into()), figure: "1".to_owned(), kind: Kind::Settled });
        let all = [Series { name: String::new(), role: Role::Good, points: points.collect() }];
        let chart = Lines { periods: &periods, series: &all, ..Lines::default() };
        let layout = Layout::of(&chart, width, height, Markers::Braille);
        if layout.is_none() {
            return Ok(());
        }
        let lines = testing::lines(width, height, |area, buf, theme| chart.draw(area, buf, theme));
        let written: Vec<&str> = lines.last().unwrap().split_whitespace().collect();
        prop_assert!(written.len() > 1);
        prop_assert!(written.iter().all(|label| periods.iter().any(|period| period == label)), "{:?}", written);
        prop_assert_eq!(written.last().copied(), periods.last().map(String::as_str));
    }
}
