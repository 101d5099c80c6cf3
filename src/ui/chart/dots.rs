//! A dot plot: places on a scale that may begin off zero, as no length is compared.

use std::borrow::Cow;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::columns::{self, Columns, Window};
use super::position::Position;
use super::{ChartTable, Frame, Line, More, Plot, Reference};
use crate::domain::Decimal;
use crate::model::Markers;
use crate::ui::theme::{Role, Theme};
use crate::ui::{draw, text};

/// A plot narrower than this says little.
const LEAST: u16 = 10;

/// Rows that a plot is worth its scale for; with less room there is a table.
const FEW: u16 = 3;

/// One value of a dot plot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dot {
    /// What it is.
    pub label: String,
    /// The exact value; none where there is none, which draws no dot.
    pub value: Option<Decimal>,
    /// The figure as it is written; for a missing value the words that say so.
    pub figure: String,
    /// The place in the order, ties told: `并列第2`; empty where there is none.
    pub rank: String,
    /// That this is the reader's own.
    pub own: bool,
}

/// The words of a dot plot, in the reader's language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct DotWords<'a> {
    /// Behind the label of the reader's own.
    pub own: &'a str,
    /// That the scale does not begin at zero. Without these words it does.
    pub off_zero: &'a str,
}

/// Values of one unit as dots on one scale, in the caller's order.
#[derive(Clone, Default)]
pub struct Dots<'a> {
    /// Title, subtitle, source.
    pub frame: Frame<'a>,
    /// The values.
    pub rows: &'a [Dot],
    /// What they are seen against.
    pub reference: Option<&'a Reference>,
    /// The words; with those for it, the scale runs from the lowest value to the highest and not from zero.
    pub words: DotWords<'a>,
    /// Rows that follow these and were not given; they are counted as not shown.
    pub left_out: usize,
    /// Says how many rows did not fit; without it the last row says `+12`.
    pub more: Option<More<'a>>,
    /// The row that is selected; it stays in sight.
    pub selected: Option<usize>,
}

/// The characters of a dot plot.
struct Signs {
    dot: &'static str,
    own: &'static str,
    leader: &'static str,
    reference: &'static str,
}

impl Signs {
    fn of(markers: Markers) -> Self {
        match markers {
            Markers::Ascii => Self { dot: "o", own: "@", leader: ".", reference: "|" },
            Markers::Braille | Markers::Block => Self { dot: "▪", own: "█", leader: "∙", reference: "│" },
        }
    }
}

/// A value that the scale ends at, and its figure.
type End<'r> = (Decimal, &'r str);

/// Where everything stands.
struct Layout {
    /// The cells of the ranks at the left, and of the gap behind them.
    rank: u16,
    columns: Columns,
    position: Position,
    /// What stands at the two ends of the scale.
    ends: (String, String),
}

impl<'a> Dots<'a> {
    /// The same figures as a table, the reference last.
    pub fn table(&self) -> ChartTable<'a> {
        let line = |dot: &'a Dot| {
            let role = if dot.value.is_some() { Role::Strong } else { Role::Unknown };
            Line { role, note: Cow::Borrowed(&*dot.rank), ..Line::new(self.label(dot), &*dot.figure) }
        };
        let reference = self.reference.map(|it| Line { role: Role::Muted, ..Line::new(&*it.label, &*it.figure) });
        ChartTable {
            frame: self.frame,
            rows: self.rows.iter().map(line).chain(reference).collect(),
            left_out: self.left_out,
            more: self.more,
            selected: self.selected,
        }
    }

    /// The label; the reader's own says that it is.
    fn label(&self, dot: &'a Dot) -> Cow<'a, str> {
        if dot.own && !self.words.own.is_empty() {
            Cow::Owned(format!("{} {}", dot.label, self.words.own).trim_start().to_owned())
        } else {
            Cow::Borrowed(&*dot.label)
        }
    }

    /// The rows beside those of the values: the reference above, the scale and the words on it below.
    fn chrome(&self) -> u16 {
        1 + u16::from(self.reference.is_some()) + u16::from(!self.words.off_zero.is_empty())
    }

    /// The lowest and the highest value with their figures; from zero unless it is said that the scale is not.
    fn ends(&self) -> Option<(End<'_>, End<'_>)> {
        let zero = Some((Decimal::ZERO, "0")).filter(|_| self.words.off_zero.is_empty());
        let values = self.rows.iter().filter_map(|dot| dot.value.map(|value| (value, &*dot.figure)));
        let mut all = values.chain(self.reference.map(|it| (it.value, &*it.figure))).chain(zero);
        let first = all.next().filter(|_| self.rows.iter().any(|dot| dot.value.is_some()))?;
        Some(all.fold((first, first), |(low, high), it| {
            (if it.0 < low.0 { it } else { low }, if it.0 > high.0 { it } else { high })
        }))
    }

    fn layout(&self, area: Rect) -> Option<Layout> {
        let sight = columns::in_sight(self.rows, area.height, self.selected);
        let rank = columns::widest(sight, |dot| &dot.rank);
        let rank = if rank > 0 { rank.saturating_add(columns::GAP) } else { 0 };
        let label = sight.iter().map(|dot| text::cells(&self.label(dot))).max().unwrap_or(0);
        let figure = columns::widest(sight, |dot| &dot.figure);
        let rest = Rect { x: area.x.saturating_add(rank), width: area.width.checked_sub(rank)?, ..area };
        let columns = Columns::shared(rest, label, figure, LEAST)?;
        let ((low, low_figure), (high, high_figure)) = self.ends()?;
        let position = Position { low, high, x: columns.plot, width: columns.plot_width };
        let broken = if self.words.off_zero.is_empty() { "" } else { "// " };
        let ends = (format!("{broken}{low_figure}"), high_figure.to_owned());
        // The ends are read with their figures, and a scale off zero with the words that say so; the name of the
        // reader's own is not cut either.
        let scale = text::cells(&ends.0).saturating_add(columns::GAP).saturating_add(text::cells(&ends.1));
        let reference = self.reference.map_or(0, |it| text::cells(&reference_words(it)));
        let own = sight.iter().filter(|dot| dot.own).map(|dot| text::cells(&self.label(dot))).max().unwrap_or(0);
        let fits = scale.max(reference) <= columns.plot_width
            && text::cells(self.words.off_zero) <= area.right().saturating_sub(columns.plot)
            && own <= columns.label;
        fits.then_some(Layout { rank, columns, position, ends })
    }

    /// The line of the reference through all rows, and its words above.
    fn draw_reference(&self, layout: &Layout, rows: Rect, buf: &mut Buffer, theme: &Theme) {
        let Some(reference) = self.reference else { return };
        let column = layout.position.column(reference.value);
        let words = reference_words(reference);
        let width = text::cells(&words);
        let end = layout.columns.plot.saturating_add(layout.columns.plot_width);
        let start = column.saturating_sub(width / 2).clamp(layout.columns.plot, end.saturating_sub(width));
        draw::put(buf, start, rows.y.saturating_sub(1), width, &words, theme.style(Role::Muted));
        for y in rows.top()..rows.bottom() {
            put(buf, column, y, Signs::of(theme.markers()).reference, Role::Muted, theme);
        }
    }

    fn draw_scale(&self, layout: &Layout, y: u16, buf: &mut Buffer, theme: &Theme) {
        let (start, width) = (layout.columns.plot, layout.columns.plot_width);
        let style = theme.style(Role::Faint);
        if layout.position.low < layout.position.high {
            draw::put(buf, start, y, width, &layout.ends.0, style);
            draw::put_right(buf, start.saturating_add(width), y, width, &layout.ends.1, style);
            let zero = layout.position.column(Decimal::ZERO);
            let after = start.saturating_add(text::cells(&layout.ends.0)).saturating_add(1);
            let before = start.saturating_add(width).saturating_sub(text::cells(&layout.ends.1).saturating_add(1));
            if layout.position.low < Decimal::ZERO && (after..before).contains(&zero) {
                draw::put(buf, zero, y, 1, "0", style);
            }
        } else {
            let half = width.saturating_sub(text::cells(&layout.ends.0)) / 2;
            draw::put(buf, start.saturating_add(half), y, width, &layout.ends.0, style);
        }
        let room = layout.columns.figure_end.saturating_sub(start);
        draw::put(buf, start, y.saturating_add(1), room, self.words.off_zero, style);
    }

    fn draw_dot(&self, dot: &'a Dot, layout: &Layout, row: Rect, buf: &mut Buffer, theme: &Theme) {
        let (columns, signs) = (&layout.columns, Signs::of(theme.markers()));
        let role = if dot.value.is_some() { Role::Strong } else { Role::Unknown };
        let rest = Rect { x: row.x.saturating_add(layout.rank), ..row };
        columns.write(buf, rest, (&self.label(dot), &dot.figure), role, theme);
        let rank = layout.rank.saturating_sub(columns::GAP);
        draw::put_right(buf, row.x.saturating_add(rank), row.y, rank, &dot.rank, theme.style(Role::Muted));
        if dot.own {
            let label = Rect { x: rest.x, width: columns.label, ..row };
            draw::lay(buf, label, theme.style(Role::Accent));
        }
        let Some(value) = dot.value else { return };
        let column = layout.position.column(value);
        let (sign, role) = if dot.own { (signs.own, Role::Accent) } else { (signs.dot, Role::Strong) };
        put(buf, column, row.y, sign, role, theme);
    }
}

impl Plot for Dots<'_> {
    fn height(&self, width: u16) -> u16 {
        let area = Rect { width, height: columns::LONGEST, ..Rect::ZERO };
        if self.layout(area).is_none() {
            return self.table().height(width);
        }
        let rows = columns::natural(self.rows.len().saturating_add(self.left_out));
        self.frame.height().saturating_add(rows).saturating_add(self.chrome())
    }

    fn draw(&self, area: Rect, buf: &mut Buffer, theme: &Theme) {
        let area = area.intersection(buf.area);
        let Some(layout) = self.layout(area).filter(|_| area.height > 1) else {
            return self.table().draw(area, buf, theme);
        };
        let count = columns::count(self.rows.len().saturating_add(self.left_out));
        let body = count.saturating_add(self.chrome());
        let inner = self.frame.draw(area, body, body, buf, theme);
        let room = inner.height.min(body).saturating_sub(self.chrome());
        if room < count.min(FEW) {
            return self.table().draw_body(inner, false, buf, theme);
        }
        let rows = Rect { y: inner.y + u16::from(self.reference.is_some()), height: room, ..inner };
        let window = Window::of(self.rows.len(), self.left_out, room, self.selected);
        let signs = Signs::of(theme.markers());
        let shown: Vec<(usize, &Dot)> = window.rows(self.rows).collect();
        for ((_, dot), y) in shown.iter().zip(rows.top()..rows.bottom()) {
            // What leads from the label to the figure, over the whole scale: a length would be read from a shorter one.
            for x in layout.columns.plot..layout.columns.plot + layout.columns.plot_width {
                if dot.value.is_some() {
                    put(buf, x, y, signs.leader, Role::Rule, theme);
                }
            }
        }
        let drawn = Rect { height: columns::count(shown.len()).min(room), ..rows };
        self.draw_reference(&layout, drawn, buf, theme);
        for ((at, dot), y) in shown.into_iter().zip(rows.top()..rows.bottom()) {
            let row = Rect { y, height: 1, ..inner };
            self.draw_dot(dot, &layout, row, buf, theme);
            if self.selected == Some(at) {
                columns::select(buf, row, layout.rank.saturating_add(layout.columns.label), theme);
            }
        }
        window.draw_more(rows, self.more, buf, theme);
        self.draw_scale(&layout, rows.bottom(), buf, theme);
    }

    fn twin(&self, _width: u16) -> Box<dyn Plot + '_> {
        Box::new(self.table())
    }
}

fn reference_words(reference: &Reference) -> String {
    format!("{} {}", reference.label, reference.figure).trim().to_owned()
}

fn put(buf: &mut Buffer, x: u16, y: u16, sign: &str, role: Role, theme: &Theme) {
    if let Some(cell) = buf.cell_mut((x, y)) {
        cell.set_symbol(sign).set_style(theme.style(role));
    }
}

#[cfg(test)]
mod tests {
    use std::sync::LazyLock;

    use super::*;
    use crate::ui::chart::testing;
    use proptest::prelude::*;

    fn dot(label: &str, value: &str, rank: &str, own: bool) -> Dot {
        let figure = if value.is_empty() { "暂无数据".to_owned() } else { format!("{value}%") };
        Dot { label: label.to_owned(), value: value.parse().ok(), figure, rank: rank.to_owned(), own }
    }

    fn rows() -> Vec<Dot> {
        vec![
            dot("南山区", "96", "第1", false),
            dot("宝安区", "93", "并列第2", true),
            dot("福田区", "93", "并列第2", false),
            dot("坪山区", "", "", false),
            dot("光明区", "86", "第4", false),
        ]
    }

    static MEDIAN: LazyLock<Reference> =
        LazyLock::new(|| Reference {
            label: "中位数".to_owned(), value: Decimal::from(91), figure: "91%".to_owned()
        });

    fn plot<'a>(rows: &'a [Dot], off_zero: &'a str) -> Dots<'a> {
        Dots {
            frame: Frame { title: "满意度", subtitle: "%", source: "来源:年鉴" },
            rows,
            reference: Some(&MEDIAN),
            words: DotWords { own: "本区", off_zero },
            ..Dots::default()
        }
    }

    fn shown(plot: &Dots, markers: Markers, width: u16, height: u16) -> Vec<String> {
        testing::lines(width, height, |area, buf, theme| plot.draw(area, buf, &theme.with_markers(markers)))
    }

    #[test]
    fn a_scale_off_zero_says_so() {
        let rows = rows();
        let plot = plot(&rows, "不从零起");
        assert_eq!(plot.height(60), 10);
        assert_eq!(
            shown(&plot, Markers::Braille, 60, 10),
            [
                "满意度  % ──────────────────────────────────────────────────",
                "                               中位数 91%",
                "    第1  南山区       ∙∙∙∙∙∙∙∙∙∙∙∙∙∙│∙∙∙∙∙∙∙∙∙∙∙∙▪       96%",
                "并列第2  宝安区 本区  ∙∙∙∙∙∙∙∙∙∙∙∙∙∙│∙∙∙∙█∙∙∙∙∙∙∙∙       93%",
                "并列第2  福田区       ∙∙∙∙∙∙∙∙∙∙∙∙∙∙│∙∙∙∙▪∙∙∙∙∙∙∙∙       93%",
                "         坪山区                     │               暂无数据",
                "    第4  光明区       ▪∙∙∙∙∙∙∙∙∙∙∙∙∙│∙∙∙∙∙∙∙∙∙∙∙∙∙       86%",
                "                      // 86%                   96%",
                "                      不从零起",
                "来源:年鉴"
            ]
        );
    }

    #[test]
    fn without_words_for_it_the_scale_begins_at_zero() {
        let rows = rows();
        let lines = shown(&plot(&rows, ""), Markers::Ascii, 60, 9);
        assert_eq!(
            lines[1..8],
            [
                "                                        中位数 91%",
                "    第1  南山区       ..........................|o       96%",
                "并列第2  宝安区 本区  ..........................@.       93%",
                "并列第2  福田区       ..........................o.       93%",
                "         坪山区                                 |   暂无数据",
                "    第4  光明区       ........................o.|.       86%",
                "                      0                        96%"
            ]
        );
        let signed = [dot("a", "-50", "", false), dot("b", "50", "", false), dot("c", "1", "", false)];
        let lines = shown(&Dots { reference: None, ..plot(&signed, "") }, Markers::Ascii, 40, 5);
        assert_eq!(lines[4], "   -50%           0            50%");
    }

    #[test]
    fn without_room_there_is_a_table() {
        let rows = rows();
        let plot = plot(&rows, "不从零起");
        let lines = shown(&plot, Markers::Braille, 34, 8);
        assert_eq!(
            lines,
            [
                "满意度  % ────────────────────────",
                "南山区            96%  第1",
                "宝安区 本区       93%  并列第2",
                "福田区            93%  并列第2",
                "坪山区       暂无数据",
                "光明区            86%  第4",
                "中位数            91%",
                "来源:年鉴"
            ]
        );
        assert_eq!(shown(&plot, Markers::Braille, 60, 1), ["满意度  南山区 96%  宝安区 本区 93%  福田区 93%  …"]);
        let missing = [dot("坪山区", "", "", false)];
        assert_eq!(
            shown(&Dots { reference: None, ..plot_of(&missing) }, Markers::Braille, 60, 3)[1],
            "坪山区  暂无数据"
        );
    }

    fn plot_of(rows: &[Dot]) -> Dots<'_> {
        plot(rows, "")
    }

    #[test]
    fn rows_that_do_not_fit_are_counted() {
        let rows = rows();
        let plot = Dots { selected: Some(4), left_out: 3, ..plot(&rows, "不从零起") };
        let lines = shown(&plot, Markers::Braille, 60, 8);
        assert!(lines[2].starts_with("         坪山区") && lines[3].starts_with("    第4  光明区"), "{lines:?}");
        assert_eq!(lines[4], "+6");
    }

    type Row = (String, Option<Decimal>, String, String, bool);

    fn some_rows() -> impl Strategy<Value = Vec<Row>> {
        let value = prop::option::weighted(0.9, testing::decimals());
        prop::collection::vec((testing::words(), value, testing::words(), testing::words(), any::<bool>()), 0..9)
    }

    fn made(rows: Vec<Row>) -> Vec<Dot> {
        let row = |(label, value, figure, rank, own)| Dot { label, value, figure, rank, own };
        rows.into_iter().map(row).collect()
    }

    proptest! {
        #[test]
        fn nothing_is_drawn_outside_and_the_twin_agrees(
            rows in some_rows(), reference in prop::option::of(testing::decimals()), off_zero: bool,
            selected in prop::option::of(0usize..12), area in testing::areas(),
        ) {
            let rows = made(rows);
            let reference = reference.map(|value| Reference { label: "median".to_owned(), value, figure: "m".to_owned() });
            let chart = Dots { reference: reference.as_ref(), selected, ..plot(&rows, if off_zero { "不从零起" } else { "" }) };
            testing::check_bounds(area, |area, buf, theme| chart.draw(area, buf, theme))?;
            let figures = rows.iter().map(|dot| &*dot.figure).chain(reference.as_ref().map(|it| &*it.figure));
            prop_assert!(chart.table().rows.iter().map(|row| &*row.figure).eq(figures));
            prop_assert!(chart.table().rows.iter().map(|row| &*row.note).zip(&rows).all(|(note, dot)| note == dot.rank));
        }

        #[test]
        fn the_order_of_dots_is_that_of_values(
            values in prop::collection::vec(testing::decimals(), 3..9), width in 30u16..70, set in 0usize..3, off_zero: bool,
        ) {
            let row = |value: &Decimal| Dot { value: Some(*value), figure: "f".to_owned(), ..dot("r", "", "", false) };
            let mut sorted = values;
            sorted.sort_unstable();
            let rows: Vec<Dot> = sorted.iter().map(row).collect();
            let words = DotWords { own: "", off_zero: if off_zero { "x" } else { "" } };
            let plot = Dots { rows: &rows, words, ..Dots::default() };
            let markers = Markers::ALL[set];
            let lines = shown(&plot, markers, width, 20);
            let at: Vec<usize> = lines.iter().filter_map(|line| line.find(Signs::of(markers).dot).map(|at| line[..at].chars().count())).collect();
            prop_assert_eq!(at.len(), rows.len());
            prop_assert!(at.is_sorted(), "{lines:?}");
            for (pair, values) in at.windows(2).zip(sorted.windows(2)) {
                prop_assert!(values[0] != values[1] || pair[0] == pair[1], "ties share a place");
            }
        }

        #[test]
        fn it_asks_for_the_rows_that_it_needs(rows in some_rows(), off_zero: bool, width in 20u16..90) {
            let rows = made(rows);
            let chart = plot(&rows, if off_zero { "不从零起" } else { "" });
            let height = chart.height(width);
            let asked = shown(&chart, Markers::Braille, width, height);
            prop_assert_eq!(asked, shown(&chart, Markers::Braille, width, height + 9));
        }

        #[test]
        fn the_typewriter_set_is_typed(values in prop::collection::vec(-99i64..99, 4), area in testing::areas()) {
            let row = |value: &i64| Dot { own: *value > 0, ..dot("r", &value.to_string(), "1", false) };
            let rows: Vec<Dot> = values.iter().map(row).collect();
            let chart = Dots { frame: Frame::default(), ..plot(&rows, "off") };
            testing::check_typed(area, "中位数本区", |area, buf, theme| chart.draw(area, buf, theme))?;
        }
    }
}
