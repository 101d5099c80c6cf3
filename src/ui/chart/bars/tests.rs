use super::*;
use crate::ui::chart::testing;
use proptest::prelude::*;

/// A bar of nothing.
fn plain(label: &str, figure: &str) -> Bar {
    let (label, figure, note) = (label.to_owned(), figure.to_owned(), String::new());
    Bar { label, value: None, figure, mark: Mark::None, role: Role::Accent, note, fill: Fill::Solid }
}

fn bar(label: &str, value: &str, figure: &str, mark: Mark) -> Bar {
    Bar { value: value.parse().ok(), mark, role: Role::Hue(3), ..plain(label, figure) }
}

fn served() -> Vec<Bar> {
    vec![
        bar("培训服务群众", "60000", "超6万", Mark::Over),
        bar("挂点服务企业", "53100", "5.31万", Mark::None),
        bar("公益技能培训", "3000", "近3000", Mark::Nearly),
        bar("队均活动", "85.2", "约85.2", Mark::About),
        bar("志愿服务", "", "暂无数据", Mark::None),
    ]
}

fn shown(selected: Option<usize>, width: u16, height: u16) -> Vec<String> {
    let frame = Frame { title: "服务群众", subtitle: "人次 · 2024年", source: "来源:工作报告" };
    let more: More<'_> = &|count| format!("还有 {count} 项");
    let bars = Bars { frame, rows: &served(), left_out: 0, more: Some(more), selected };
    testing::lines(width, height, |area, buf, theme| bars.draw(area, buf, theme))
}

fn changes(width: u16, height: u16) -> Vec<String> {
    let rows = vec![
        bar("Industry", "6.4", "+6.4", Mark::None),
        bar("Trade", "2.1", "+2.1", Mark::About),
        bar("Energy", "-3.2", "−3.2", Mark::None),
    ];
    let frame = Frame { title: "Change", subtitle: "%", source: "" };
    let bars = Bars { frame, rows: &rows, ..Bars::default() };
    testing::lines(width, height, |area, buf, theme| bars.draw(area, buf, theme))
}

#[test]
fn a_long_chart_asks_for_what_can_be_read_and_counts_the_rest() {
    let rows = vec![bar("甲", "1", "1", Mark::None); 10_000];
    let bars = Bars { rows: &rows, ..Bars::default() };
    assert_eq!(bars.height(60), columns::LONGEST);
    assert_eq!(bars.table().height(60), columns::LONGEST);
    let cut = Bars { rows: rows.get(..40).unwrap(), left_out: 9_960, ..Bars::default() };
    assert_eq!(cut.height(60), columns::LONGEST);
    for chart in [bars, cut] {
        let lines = testing::lines(60, 40, |area, buf, theme| chart.draw(area, buf, theme));
        assert_eq!(lines.last().map(String::as_str), Some("+9961"));
        let lines = testing::lines(60, 40, |area, buf, theme| chart.table().draw(area, buf, theme));
        assert_eq!(lines.last().map(String::as_str), Some("+9961"));
    }
}

#[test]
fn close_rows_have_thin_bars() {
    assert_eq!(
        shown(None, 50, 7),
        [
            "服务群众  人次 · 2024年 ──────────────────────────",
            "培训服务群众  ▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▸     超6万",
            "挂点服务企业  ▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄        5.31万",
            "公益技能培训  ▄▖‹                           近3000",
            "队均活动      ▏~                            约85.2",
            "志愿服务                                  暂无数据",
            "来源:工作报告"
        ]
    );
}

#[test]
fn rows_with_air_have_full_bars() {
    assert_eq!(
        shown(None, 50, 12),
        [
            "服务群众  人次 · 2024年 ──────────────────────────",
            "培训服务群众  █████████████████████████▸     超6万",
            "",
            "挂点服务企业  ██████████████████████▏       5.31万",
            "",
            "公益技能培训  █▎‹                           近3000",
            "",
            "队均活动      ▏~                            约85.2",
            "",
            "志愿服务                                  暂无数据",
            "来源:工作报告"
        ]
    );
}

#[test]
fn negative_bars_run_to_the_left_of_zero() {
    assert_eq!(
        changes(50, 4),
        [
            "Change  % ────────────────────────────────────────",
            "Industry             │▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄   +6.4",
            "Trade                │▄▄▄▄▄▄▄~                +2.1",
            "Energy    ▗▄▄▄▄▄▄▄▄▄▄│                        −3.2"
        ]
    );
    assert_eq!(
        changes(50, 6),
        [
            "Change  % ────────────────────────────────────────",
            "Industry             │█████████████████████   +6.4",
            "                     │",
            "Trade                │██████▉~                +2.1",
            "                     │",
            "Energy    ▌██████████│                        −3.2"
        ]
    );
}

#[test]
fn bars_are_typed_in_ascii() {
    let frame = Frame { title: "Served", subtitle: "", source: "" };
    let shown = |rows: &[Bar], height| {
        let bars = Bars { frame, rows, ..Bars::default() };
        testing::lines_in(Markers::Ascii, 46, height, |area, buf, theme| bars.draw(area, buf, theme))
    };
    assert_eq!(
        shown(&served(), 6)[1..],
        [
            "培训服务群众  =====================>     超6万",
            "挂点服务企业  ===================       5.31万",
            "公益技能培训  =)                        近3000",
            "队均活动      =~                        约85.2",
            "志愿服务                              暂无数据"
        ]
    );
    let changes = [bar("Trade", "2.1", "+2.1", Mark::AtMost), bar("Energy", "-3.2", "-3.2", Mark::Nearly)];
    assert_eq!(
        shown(&changes, 4)[1..],
        [
            "Trade                     |###########<   +2.1",
            "                          |",
            "Energy  (#################|               -3.2"
        ]
    );
}

#[test]
fn shares_of_a_whole_stand_behind_the_figures_where_they_have_room() {
    let part = |label: &str, value: &str, note: &str| Bar {
        note: note.to_owned(),
        ..bar(label, value, &format!("{value}户"), Mark::None)
    };
    let rest = Bar { fill: Fill::Hatched, role: Role::Muted, ..part("其余", "9", "") };
    let rows = [part("新安", "60", "60.3%"), part("西乡", "31", "9.7%"), rest];
    let shown = |width, height| {
        let bars = Bars { rows: &rows, ..Bars::default() };
        testing::lines(width, height, |area, buf, theme| bars.draw(area, buf, theme))
    };
    assert_eq!(
        shown(48, 3),
        [
            "新安  ▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄  60户  60.3%",
            "西乡  ▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄                31户   9.7%",
            "其余  ▖▖▖▖▖                           9户"
        ]
    );
    assert_eq!(shown(38, 3)[0], "新安  ▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄  60户");
    assert_eq!(shown(30, 3)[0], "新安  60户  60.3%");
}

#[test]
fn what_does_not_fit_is_counted_and_the_selected_row_stays() {
    assert_eq!(
        shown(Some(3), 50, 5),
        [
            "服务群众  人次 · 2024年 ──────────────────────────",
            "公益技能培训  ▄▖‹                           近3000",
            "队均活动      ▏~                            约85.2",
            "还有 3 项",
            "来源:工作报告"
        ]
    );
}

#[test]
fn without_room_there_is_a_table_or_a_line() {
    assert_eq!(
        shown(None, 26, 6),
        [
            "服务群众  人次 · 2024年 ──",
            "培训服务群众     超6万",
            "挂点服务企业    5.31万",
            "公益技能培训    近3000",
            "队均活动        约85.2",
            "志愿服务      暂无数据"
        ]
    );
    assert_eq!(
        shown(None, 50, 2),
        ["服务群众  人次 · 2024年 ──────────────────────────", "培训服务群众 超6万  挂点服务企业 5.31万  …"]
    );
    assert_eq!(shown(None, 50, 1), ["服务群众  培训服务群众 超6万  …"]);
}

#[test]
fn equal_extremes_share_the_axis() {
    let rows = vec![bar("a", "79228162514264337593543950335", "M", Mark::Over)];
    let least = Bar { value: Some(Decimal::MIN), ..bar("b", "", "m", Mark::Over) };
    let axis = Axis::of(&[rows, vec![least]].concat(), 10, 23).unwrap();
    assert_eq!(axis, Axis { zero: 22, signed: true, full: Decimal::MAX, cells: 10 });
}

/// The bar in a row, in eighths of a cell.
fn drawn(buf: &Buffer, columns: Columns, y: u16) -> u32 {
    let cell = |x| {
        let cell: &ratatui::buffer::Cell = buf.cell((x, y)).unwrap();
        let filled = match cell.symbol() {
            "█" | "▄" | "#" | "=" => 8,
            "▖" | "▗" => 4,
            "▕" => 1,
            other => u32::try_from(" ▏▎▍▌▋▊▉".chars().position(|c| other == c.to_string()).unwrap_or(0)).unwrap(),
        };
        if cell.modifier.contains(ratatui::style::Modifier::REVERSED) { 8 - filled } else { filled }
    };
    (columns.plot..columns.plot + columns.plot_width).map(cell).sum()
}

prop_compose! {
    fn bars()(
        rows in prop::collection::vec((testing::words(), prop::option::weighted(0.9, testing::decimals()), testing::words(), 0usize..5), 0..9),
        selected in prop::option::of(0usize..12),
        source in testing::words(),
    ) -> (Vec<Bar>, Option<usize>, String) {
        let marks = [Mark::None, Mark::Over, Mark::Nearly, Mark::About, Mark::AtMost];
        let bar = |(label, value, figure, mark): (String, _, String, usize)|
            Bar { value, mark: marks[mark], note: figure.chars().rev().collect(), ..plain(&label, &figure) };
        (rows.into_iter().map(bar).collect(), selected, source)
    }
}

proptest! {
    #[test]
    fn nothing_is_drawn_outside((rows, selected, source) in bars(), area in testing::areas()) {
        let frame = Frame { title: "标题", subtitle: "人次", source: &source };
        let chart = Bars { frame, rows: &rows, selected, ..Bars::default() };
        testing::check_bounds(area, |area, buf, theme| chart.draw(area, buf, theme))?;
    }

    #[test]
    fn the_twin_has_the_same_figures((rows, selected, _) in bars()) {
        let chart = Bars { rows: &rows, selected, ..Bars::default() };
        let told = chart.table();
        prop_assert!(told.rows.iter().map(|row| &*row.figure).eq(chart.rows.iter().map(|row| &*row.figure)));
        prop_assert!(told.rows.iter().map(|row| &*row.note).eq(chart.rows.iter().map(|row| &*row.note)));
        prop_assert!(told.rows.iter().map(|row| &*row.label).eq(chart.rows.iter().map(|row| &*row.label)));
    }

    #[test]
    fn bars_are_as_long_as_their_values_in_every_set(
        values in prop::collection::vec(prop::option::weighted(0.9, testing::decimals()), 1..7),
        width in 36u16..160,
        airy in any::<bool>(),
        markers in prop::sample::select(Markers::ALL.to_vec()),
    ) {
        let rows: Vec<Bar> = values.iter().map(|value| Bar { value: *value, ..plain("it", "so") }).collect();
        let chart = Bars { rows: &rows, ..Bars::default() };
        let count = columns::count(rows.len());
        let area = Rect::new(0, 0, width, if airy { count * 2 } else { count });
        let mut buf = Buffer::empty(area);
        chart.draw(area, &mut buf, &testing::theme().with_markers(markers));
        let Some((columns, axis, _)) = chart.layout(area).filter(|_| area.height > 1) else { return Ok(()) };
        let (_, step) = columns::spread(rows.len(), area.height);
        let finest = Decimal::from(Weight::at(step, markers).finest());
        let lengths: Vec<u32> = (0..area.height).step_by(step).map(|y| drawn(&buf, columns, y)).collect();
        for (value, length) in values.iter().zip(&lengths) {
            let size = value.map_or(Decimal::ZERO, |value| scale::ratio(value, axis.full));
            let exact = size * Decimal::from(u32::from(axis.cells) * scale::EIGHTHS);
            prop_assert!((Decimal::from(*length) - exact).abs() <= finest, "{length} for {exact} in {markers:?}");
            prop_assert_eq!(*length > 0, value.is_some_and(|value| !value.is_zero()));
        }
        for (a, of_a) in values.iter().zip(&lengths) {
            for (b, of_b) in values.iter().zip(&lengths) {
                if let (Some(a), Some(b)) = (a, b) {
                    prop_assert!(a.abs() > b.abs() || of_a <= of_b, "{a}: {of_a}, {b}: {of_b}");
                }
            }
        }
    }

    #[test]
    fn without_room_it_still_says_something(
        (rows, selected, _) in bars(), width in 1u16..60, height in 1u16..9,
        markers in prop::sample::select(Markers::ALL.to_vec()),
    ) {
        let named = |bar: Bar| Bar { label: format!("n{}", bar.label), figure: format!("1{}", bar.figure), ..bar };
        let rows: Vec<Bar> = rows.into_iter().map(named).collect();
        let frame = Frame { title: "标题", ..Frame::default() };
        let chart = Bars { frame, rows: &rows, selected, ..Bars::default() };
        let lines = testing::lines_in(markers, width, height, |area, buf, theme| chart.draw(area, buf, theme));
        prop_assert!(rows.is_empty() || lines.iter().any(|line| !line.is_empty()), "{width}x{height}");
    }

    #[test]
    fn blocks_are_enough_for_the_second_set((rows, _, _) in bars(), width in 1u16..90, height in 1u16..20) {
        let typed = |bar: Bar| Bar { label: "name".to_owned(), figure: "1".to_owned(), note: String::new(), ..bar };
        let rows: Vec<Bar> = rows.into_iter().map(typed).collect();
        let chart = Bars { rows: &rows, ..Bars::default() };
        let draw = |area, buf: &mut Buffer, theme: &Theme| chart.draw(area, buf, theme);
        let lines = testing::lines_in(Markers::Block, width, height, draw).concat();
        let plain = |c: char| c.is_ascii() || matches!(c, '\u{2500}'..='\u{259f}' | '…');
        prop_assert!(lines.chars().all(plain), "{lines}");
    }

    #[test]
    fn bars_of_both_signs_stay_on_their_sides((rows, _, _) in bars(), x in 0u16..100, width in 0u16..300) {
        let Some(axis) = Axis::of(&rows, x, width) else { return Ok(()) };
        for bar in &rows {
            let Some(value) = bar.value else { continue };
            let cells = Weight::Full.touched(scale::eighths(value, axis.full, axis.cells));
            let taken = cells + u16::from(bar.mark != Mark::None);
            if value < Decimal::ZERO {
                prop_assert!(axis.zero >= x + 1 + taken, "{axis:?} {cells} {value}");
            } else {
                prop_assert!(axis.zero + taken <= x + width, "{axis:?} {cells} {value}");
            }
        }
    }
}
