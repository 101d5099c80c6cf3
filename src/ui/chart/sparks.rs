//! Sparklines below each other: how several series went, each by itself.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::columns::{self, Window};
use super::spark::Widths;
use super::{ChartTable, Frame, Line, LineWords, More, Plot, Point, Spark};
use crate::ui::draw;
use crate::ui::theme::{Role, Theme};

/// Labels take at most so many hundredths of the width.
const LABEL: u32 = 45;

/// One series of a list of sparklines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SparkRow {
    /// What it is.
    pub label: String,
    /// Every period from the first to the last, those without a value included.
    pub periods: Vec<String>,
    /// A point for each period.
    pub points: Vec<Point>,
    /// The colour of the line.
    pub role: Role,
}

/// Series in rows: label, first figure, shape, last figure. No two rows share a scale.
#[derive(Clone, Default)]
pub struct Sparks<'a> {
    /// Title, subtitle, source.
    pub frame: Frame<'a>,
    /// The series.
    pub rows: &'a [SparkRow],
    /// The words for kinds of values, and for none at all.
    pub words: LineWords<'a>,
    /// Rows that follow these and were not given; they are counted as not shown.
    pub left_out: usize,
    /// Says how many rows did not fit; without it the last row says `+12`.
    pub more: Option<More<'a>>,
}

impl<'a> Sparks<'a> {
    fn spark(&self, row: &'a SparkRow) -> Spark<'a> {
        let SparkRow { periods, points, role, .. } = row;
        Spark { frame: Frame::default(), periods, points, role: *role, words: self.words, more: self.more }
    }

    /// The same figures as a table: every point of every series, the series one after the other.
    pub fn table(&self) -> ChartTable<'a> {
        let line = |row: &'a SparkRow| {
            let points = row.periods.iter().zip(&row.points);
            points.map(|(period, point)| {
                let label = format!("{} {period}", row.label);
                Line { label: label.into(), ..self.words.line(period, point) }
            })
        };
        ChartTable {
            frame: self.frame,
            rows: self.rows.iter().flat_map(line).collect(),
            left_out: self.left_out,
            more: self.more,
            selected: None,
        }
    }
}

impl Plot for Sparks<'_> {
    fn height(&self, _width: u16) -> u16 {
        self.frame.height().saturating_add(columns::natural(self.rows.len().saturating_add(self.left_out)))
    }

    fn draw(&self, area: Rect, buf: &mut Buffer, theme: &Theme) {
        let rows = columns::count(self.rows.len());
        let inner = self.frame.draw(area, rows, rows, buf, theme);
        if inner.is_empty() {
            return;
        }
        let window = Window::of(self.rows.len(), self.left_out, inner.height, None);
        let widest = columns::widest(columns::in_sight(self.rows, inner.height, None), |row| &row.label);
        let label = widest.min(columns::part(inner.width, LABEL));
        let x = inner.x + label + columns::GAP;
        let room = inner.right().saturating_sub(x);
        let sight = columns::in_sight(self.rows, inner.height, None);
        let columns = sight.iter().fold(Widths::default(), |widths, row| widths.with(self.spark(row).widths()));
        // One x for each column where all have room; else every row by itself.
        let columns = Some(columns).filter(|columns| columns.all() <= room);
        for ((_, row), y) in window.rows(self.rows).zip(inner.y..) {
            draw::put(buf, inner.x, y, label, &row.label, theme.style(Role::Text));
            let rest = Rect { x, y, width: room, height: 1 };
            match columns {
                Some(columns) => self.spark(row).draw_in(columns, rest, buf, theme),
                None => self.spark(row).draw(rest, buf, theme),
            }
        }
        window.draw_more(inner, self.more, buf, theme);
    }

    fn twin(&self, _width: u16) -> Box<dyn Plot + '_> {
        Box::new(self.table())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::chart::{Kind, testing};
    use proptest::prelude::*;

    fn row(label: &str, values: &[&str]) -> SparkRow {
        let point =
            |value: &&str| Point { value: value.parse().ok(), figure: (*value).to_owned(), kind: Kind::Settled };
        SparkRow {
            label: label.to_owned(),
            periods: (2020..).take(values.len()).map(|year| year.to_string()).collect(),
            points: values.iter().map(point).collect(),
            role: Role::Text,
        }
    }

    #[test]
    fn each_row_is_a_shape_between_two_figures() {
        let rows = [row("走访", &["3", "5", "9"]), row("Training", &["7", "7", "7"])];
        let frame = Frame { title: "走势", subtitle: "只示形状", source: "来源:工作报告" };
        let sparks = Sparks { frame, rows: &rows, ..Sparks::default() };
        let block = |theme: &Theme| theme.with_markers(crate::model::Markers::Block);
        assert_eq!(
            testing::lines(30, 4, |area, buf, theme| sparks.draw(area, buf, &block(theme))),
            ["走势  只示形状 ───────────────", "走访      3 ▁▃█ ▴ 9", "Training  7 ▄▄▄ = 7", "来源:工作报告"]
        );
        assert_eq!(
            testing::lines(30, 9, |area, buf, theme| sparks.twin(30).draw(area, buf, theme)).get(1..4).unwrap(),
            ["走访 2020      3", "走访 2021      5", "走访 2022      9"]
        );
    }

    proptest! {
        #[test]
        fn nothing_is_drawn_outside_and_the_twin_has_every_point(
            rows in prop::collection::vec((testing::words(), prop::collection::vec(prop::option::of(testing::decimals()), 0..9)), 0..9),
            left_out in 0usize..3,
            area in testing::areas(),
        ) {
            let point = |value: &Option<_>| Point { value: *value, figure: "7".to_owned(), kind: Kind::Settled };
            let made = |(label, values): &(String, Vec<Option<_>>)| SparkRow {
                label: label.clone(),
                periods: (0..values.len()).map(|at| at.to_string()).collect(),
                points: values.iter().map(point).collect(),
                role: Role::Text,
            };
            let rows: Vec<SparkRow> = rows.iter().map(made).collect();
            let frame = Frame { title: "标题", subtitle: "", source: "来源" };
            let sparks = Sparks { frame, rows: &rows, left_out, ..Sparks::default() };
            testing::check_bounds(area, |area, buf, theme| sparks.draw(area, buf, theme))?;
            prop_assert_eq!(sparks.table().rows.len(), rows.iter().map(|row| row.points.len()).sum::<usize>());
        }
    }
}
