//! A grid whose cells are shaded by their values, on a scale that is said.

use std::borrow::Cow;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use rust_decimal::prelude::ToPrimitive;

use super::grid::{Grid, GridCell, GridRow, Heading};
use super::position::along;
use super::tone::{TONES, Tone};
use super::{Frame, More, Plot};
use crate::domain::Decimal;
use crate::ui::theme::{Role, Theme};
use crate::ui::{draw, text};

/// One value of a heat table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeatCell {
    /// The exact value, which the shade follows; none where there is none, which has no shade.
    pub value: Option<Decimal>,
    /// The figure as it is written; for a missing value the words or the sign that say so.
    pub figure: String,
}

/// One row of a heat table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeatRow {
    /// What it is.
    pub label: String,
    /// Its values, in the order of the columns.
    pub cells: Vec<HeatCell>,
}

/// What is shaded by one scale.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Shaded {
    /// All values; they are of one unit.
    #[default]
    Together,
    /// Each column by itself, as their units differ; shades of different columns say nothing about each other.
    ByColumn,
}

/// What the line of the scale says, in the reader's language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct HeatWords<'a> {
    /// Before the lowest figure.
    pub lowest: &'a str,
    /// Before the highest figure.
    pub highest: &'a str,
    /// That the range between them is cut into four equal steps; left out where there is no room for it.
    pub steps: &'a str,
    /// That each column has a scale of its own, from its lowest value to its highest in four equal steps.
    pub by_column: &'a str,
}

/// Figures by row and column, shaded in four steps from the lowest value to the highest. The step is told by a sign too.
#[derive(Clone, Default)]
pub struct Heat<'a> {
    /// Title, subtitle, source.
    pub frame: Frame<'a>,
    /// What stands over the labels.
    pub corner: &'a str,
    /// The columns.
    pub columns: &'a [Heading<'a>],
    /// The rows.
    pub rows: &'a [HeatRow],
    /// What is shaded by one scale.
    pub shaded: Shaded,
    /// What the line of the scale says.
    pub words: HeatWords<'a>,
    /// Rows that follow these and were not given; they are counted as not shown.
    pub left_out: usize,
    /// Says how many rows did not fit; without it the last row says `+12`.
    pub more: Option<More<'a>>,
    /// Says how many columns did not fit; without it `+2 >`.
    pub more_columns: Option<More<'a>>,
    /// The row that is selected; it stays in sight.
    pub selected: Option<usize>,
}

/// The lowest and the highest value of a scale, with their figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Range<'a> {
    low: (Decimal, &'a str),
    high: (Decimal, &'a str),
}

impl<'a> Range<'a> {
    fn of(cells: impl Iterator<Item = &'a HeatCell>) -> Option<Self> {
        cells.filter_map(|cell| cell.value.map(|value| (value, &*cell.figure))).fold(None, |range, it| {
            let Range { low, high } = range.unwrap_or(Self { low: it, high: it });
            Some(Self { low: if it.0 < low.0 { it } else { low }, high: if it.0 > high.0 { it } else { high } })
        })
    }

    /// The step that a value lies in: quarters of the range, each with its lower limit, the last with both.
    fn tone(&self, value: Decimal) -> Tone {
        let quarters = along(value, self.low.0, self.high.0).checked_mul(Decimal::from(TONES)).unwrap_or_default();
        Tone(quarters.floor().to_usize().unwrap_or(0).min(TONES - 1))
    }
}

impl<'a> Heat<'a> {
    /// The same figures without shades.
    pub fn grid(&self) -> Grid<'a> {
        let cell = |cell: &'a HeatCell| {
            let role = if cell.value.is_some() { Role::Strong } else { Role::Unknown };
            GridCell { role, ..GridCell::new(&*cell.figure) }
        };
        let row = |row: &'a HeatRow| GridRow {
            label: Cow::Borrowed(&*row.label),
            cells: row.cells.iter().map(cell).collect(),
        };
        Grid {
            frame: self.frame,
            corner: self.corner,
            columns: Cow::Borrowed(self.columns),
            rows: self.rows.iter().map(row).collect(),
            left_out: self.left_out,
            more: self.more,
            more_columns: self.more_columns,
            selected: self.selected,
        }
    }

    /// The scales: one for all columns, or one for each.
    fn ranges(&self) -> Vec<Option<Range<'a>>> {
        let columns = self.columns.len();
        match self.shaded {
            Shaded::Together => {
                let range = Range::of(self.rows.iter().flat_map(|row| row.cells.iter().take(columns)));
                vec![range; columns]
            }
            Shaded::ByColumn => {
                let column = |at: usize| Range::of(self.rows.iter().filter_map(move |row| row.cells.get(at)));
                (0..columns).map(column).collect()
            }
        }
    }

    /// What the line of the scale says, in at most `width` cells; `None` where that is too narrow, or nothing is shaded.
    fn scale(&self, ranges: &[Option<Range<'a>>], width: u16, theme: &Theme) -> Option<Vec<(String, Style)>> {
        let range = ranges.iter().flatten().next()?;
        let (muted, strong, faint) = (theme.style(Role::Muted), theme.style(Role::Text), theme.style(Role::Faint));
        let blank = || (" ".to_owned(), Style::new());
        let mut spans = Vec::new();
        let words = match self.shaded {
            Shaded::Together => self.words.steps,
            Shaded::ByColumn => self.words.by_column,
        };
        if self.shaded == Shaded::Together {
            spans.extend([(format!("{} ", self.words.lowest), muted), (range.low.1.to_owned(), strong), blank()]);
        }
        spans.extend(Tone::ALL.map(|tone| (format!(" {} ", tone.sign(theme.markers())), tone.ground(theme))));
        if self.shaded == Shaded::Together {
            spans.extend([blank(), (format!("{} ", self.words.highest), muted), (range.high.1.to_owned(), strong)]);
        }
        let cells =
            |spans: &[(String, Style)]| spans.iter().map(|(words, _)| text::cells(words)).fold(0, u16::saturating_add);
        let needs = cells(&spans);
        if !words.is_empty() {
            spans.push((format!("  {words}"), faint));
        }
        if cells(&spans) > width && self.shaded == Shaded::Together {
            spans.truncate(spans.len() - usize::from(!words.is_empty()));
            return (needs <= width).then_some(spans);
        }
        (cells(&spans) <= width).then_some(spans)
    }
}

impl Plot for Heat<'_> {
    fn height(&self, width: u16) -> u16 {
        self.grid().natural(width, true).saturating_add(1)
    }

    fn draw(&self, area: Rect, buf: &mut Buffer, theme: &Theme) {
        let area = area.intersection(buf.area);
        let (grid, ranges) = (self.grid(), self.ranges());
        let body = self.height(area.width).saturating_sub(self.frame.height());
        let inner = self.frame.draw(area, body, body, buf, theme);
        let room = Rect { height: inner.height.min(body).saturating_sub(1), ..inner };
        // Shades whose scale is not said say nothing.
        let scale = self.scale(&ranges, area.width, theme).filter(|_| grid.fits(room, true));
        let Some(scale) = scale else {
            return grid.draw_body(inner, area.height < 2, None, buf, theme);
        };
        let spans: Vec<(&str, Style)> = scale.iter().map(|(words, style)| (&**words, *style)).collect();
        draw::put_spans(buf, room.x, room.bottom(), room.width, &spans);
        let tone = |row: usize, column: usize| {
            let value = self.rows.get(row)?.cells.get(column)?.value?;
            Some(ranges.get(column)?.as_ref()?.tone(value))
        };
        grid.draw_body(room, false, Some(&tone), buf, theme);
    }

    fn twin(&self, _width: u16) -> Box<dyn Plot + '_> {
        Box::new(self.grid())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Markers;
    use crate::ui::chart::testing;
    use proptest::prelude::*;

    const WORDS: HeatWords<'static> =
        HeatWords { lowest: "最低", highest: "最高", steps: "其间四等分", by_column: "每列各自四等分" };

    fn row(label: &str, values: &[&str]) -> HeatRow {
        let cell = |value: &&str| match value.parse() {
            Ok(exact) => HeatCell { value: Some(exact), figure: format!("{value}万") },
            Err(_) => HeatCell { value: None, figure: "暂无".to_owned() },
        };
        HeatRow { label: label.to_owned(), cells: values.iter().map(cell).collect() }
    }

    fn shown(shaded: Shaded, markers: Markers, width: u16, height: u16) -> Vec<String> {
        let rows = [row("宝安区", &["1", "2", "40"]), row("南山区", &["5", "?", "30"]), row("福田区", &["3.5", "8"])];
        let columns = ["2022", "2023", "2024"].map(Heading::new);
        let frame = Frame { title: "走访", subtitle: "家次", source: "来源:年鉴" };
        let heat =
            Heat { frame, corner: "区", columns: &columns, rows: &rows, shaded, words: WORDS, ..Heat::default() };
        testing::lines(width, height, |area, buf, theme| heat.draw(area, buf, &theme.with_markers(markers)))
    }

    #[test]
    fn every_figure_has_the_sign_of_its_step_on_a_scale_that_is_said() {
        assert_eq!(
            shown(Shaded::Together, Markers::Braille, 50, 7),
            [
                "走访  家次 ───────────────────────────────────────",
                "区       2022     2023     2024",
                "宝安区    1万 ▁    2万 ▁   40万 ▇",
                "南山区    5万 ▁   暂无     30万 ▅",
                "福田区  3.5万 ▁    8万 ▁      —",
                "最低 1万  ▁  ▃  ▅  ▇  最高 40万  其间四等分",
                "来源:年鉴"
            ]
        );
    }

    #[test]
    fn columns_of_their_own_scales_say_so() {
        assert_eq!(
            shown(Shaded::ByColumn, Markers::Ascii, 50, 7),
            [
                "走访  家次 ───────────────────────────────────────",
                "区       2022     2023     2024",
                "宝安区    1万 .    2万 .   40万 #",
                "南山区    5万 #   暂无     30万 .",
                "福田区  3.5万 +    8万 #      -",
                " .  :  +  #   每列各自四等分",
                "来源:年鉴"
            ]
        );
    }

    #[test]
    fn a_scale_that_cannot_be_said_shades_nothing() {
        for shaded in [Shaded::Together, Shaded::ByColumn] {
            let lines = shown(shaded, Markers::Braille, 25, 8);
            assert!(!lines.iter().any(|line| line.contains('▁')), "{lines:?}");
        }
        let lines = shown(Shaded::Together, Markers::Braille, 36, 7);
        assert_eq!(lines[5], "最低 1万  ▁  ▃  ▅  ▇  最高 40万");
    }

    #[test]
    fn a_ground_lies_under_the_whole_figure_and_under_no_missing_one() {
        let rows = [row("a", &["1", "?", "9"])];
        let columns = ["x", "y", "z"].map(Heading::new);
        let heat = Heat { columns: &columns, rows: &rows, words: WORDS, ..Heat::default() };
        let area = Rect::new(0, 0, 60, 3);
        let (mut buf, theme) = (Buffer::empty(area), testing::theme());
        heat.draw(area, &mut buf, &theme);
        let grounds: Vec<_> = (0..60).filter_map(|x| buf.cell((x, 1)).map(|cell| cell.bg)).collect();
        let of = |at| grounds.iter().filter(|bg| Some(**bg) == theme.style(Role::Heat(at)).bg).count();
        // A blank, the figure, a blank, the sign, a blank.
        assert_eq!((of(0), of(1), of(2), of(3)), (7, 0, 0, 7));
    }

    type Row = (String, Vec<(Option<Decimal>, String)>);

    fn rows() -> impl Strategy<Value = Vec<Row>> {
        let cell = (prop::option::weighted(0.8, testing::decimals()), testing::words());
        prop::collection::vec((testing::words(), prop::collection::vec(cell, 0..5)), 0..7)
    }

    fn made(rows: &[Row]) -> Vec<HeatRow> {
        let cell = |(value, figure): &(Option<Decimal>, String)| HeatCell { value: *value, figure: figure.clone() };
        let row = |(label, cells): &Row| HeatRow { label: label.clone(), cells: cells.iter().map(cell).collect() };
        rows.iter().map(row).collect()
    }

    proptest! {
        #[test]
        fn nothing_is_drawn_outside_and_the_twin_agrees(rows in rows(), columns in 0usize..5, by_column: bool, area in testing::areas()) {
            let rows = made(&rows);
            let columns: Vec<Heading<'_>> = (0..columns).map(|at| Heading::new(at.to_string())).collect();
            let shaded = if by_column { Shaded::ByColumn } else { Shaded::Together };
            let heat = Heat { columns: &columns, rows: &rows, shaded, words: WORDS, ..Heat::default() };
            testing::check_bounds(area, |area, buf, theme| heat.draw(area, buf, theme))?;
            let twin = heat.grid();
            let told = twin.rows.iter().flat_map(|row| row.cells.iter().map(|cell| &*cell.figure));
            prop_assert!(told.eq(rows.iter().flat_map(|row| row.cells.iter().map(|cell| &*cell.figure))));
            prop_assert!(twin.rows.iter().map(|row| &*row.label).eq(rows.iter().map(|row| &*row.label)));
        }

        #[test]
        fn it_asks_for_the_rows_that_it_needs(rows in rows(), columns in 0usize..5, width in 20u16..90) {
            let rows = made(&rows);
            let columns: Vec<Heading<'_>> = (0..columns).map(|at| Heading::new(at.to_string())).collect();
            let frame = Frame { title: "t", subtitle: "", source: "s" };
            let heat = Heat { frame, columns: &columns, rows: &rows, words: WORDS, ..Heat::default() };
            let lines = |height| testing::lines(width, height, |area, buf, theme| heat.draw(area, buf, theme));
            let height = heat.height(width);
            if height >= super::super::LONGEST {
                return Ok(());
            }
            prop_assert_eq!(lines(height), lines(height + 9));
        }

        #[test]
        fn the_typewriter_set_is_typed(values in prop::collection::vec(-999i64..999, 6), area in testing::areas()) {
            let figures: Vec<String> = values.iter().map(i64::to_string).collect();
            let figures: Vec<&str> = figures.iter().map(String::as_str).collect();
            let rows = [row("one", &figures[..3]), row("two", &figures[3..]), row("three", &[])];
            let columns = ["x", "y", "z"].map(Heading::new);
            let heat = Heat { columns: &columns, rows: &rows, words: WORDS, ..Heat::default() };
            testing::check_typed(area, "万最低高其间四等分", |area, buf, theme| heat.draw(area, buf, theme))?;
        }

        #[test]
        fn the_order_of_steps_is_that_of_values(values in prop::collection::vec(testing::decimals(), 2..8)) {
            let cells: Vec<HeatCell> =
                values.iter().map(|value| HeatCell { value: Some(*value), figure: String::new() }).collect();
            let range = Range::of(cells.iter()).unwrap();
            let mut sorted = values;
            sorted.sort_unstable();
            let tones: Vec<Tone> = sorted.iter().map(|value| range.tone(*value)).collect();
            prop_assert!(tones.is_sorted(), "{tones:?}");
            prop_assert_eq!(tones.first(), Some(&Tone(0)));
            if sorted.first() < sorted.last() {
                prop_assert_eq!(tones.last(), Some(&Tone(3)));
            }
        }
    }
}
