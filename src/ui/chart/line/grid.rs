//! The table of several series: a row a period, a column a series.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{Kind, Lines, signs};
use crate::ui::chart::columns::{self, Window};
use crate::ui::chart::{ChartTable, Line, Plot};
use crate::ui::theme::{Role, Theme};
use crate::ui::{draw, text};

/// The figures of several series, as wide as they are; in less room they follow each other in one column.
#[derive(Clone)]
pub(super) struct Grid<'a> {
    chart: Lines<'a>,
    /// The width of the periods.
    label: u16,
    /// The widths of the series, without the gap before them, and of the letters behind them.
    columns: Vec<(u16, u16)>,
    /// What stands under the rows: references, and what the letters mean.
    foot: Vec<String>,
}

impl<'a> Grid<'a> {
    pub(super) fn of(chart: Lines<'a>) -> Self {
        let width = |series: &super::Series| {
            let points = || chart.periods.iter().zip(&series.points).map(|(_, point)| point);
            let figures = points().map(|point| text::cells(&point.figure)).max().unwrap_or(0);
            let marked = points().any(|point| !signs::letter(point.kind).is_empty());
            (figures.max(text::cells(&series.name)), u16::from(marked) * 2)
        };
        let references = chart.references.iter().map(|reference| format!("{} {}", reference.label, reference.figure));
        let kinds = chart.kinds().map(|kind| format!("{} {}", signs::letter(kind), chart.words.kind(kind)));
        Self {
            label: columns::widest(chart.periods, |period| period),
            columns: chart.series.iter().map(width).collect(),
            foot: references.chain(kinds).collect(),
            chart,
        }
    }

    /// Whether all columns have room, and all that stands under them.
    fn fits(&self, width: u16) -> bool {
        let sum = |sum: u16, column: &(u16, u16)| sum.saturating_add(columns::GAP + column.0).saturating_add(column.1);
        let foot = columns::widest(&self.foot, |line| line);
        self.columns.iter().fold(self.label, sum).max(foot) <= width
    }

    /// The same figures in one column: each period, and in it each series.
    pub(super) fn column(&self) -> ChartTable<'a> {
        let chart = &self.chart;
        let of_period = |(at, period): (usize, &'a String)| {
            chart.series.iter().filter_map(move |series| {
                let point = series.points.get(at)?;
                let label = format!("{period} {}", series.name);
                Some(Line { label: label.into(), ..chart.words.line("", point) })
            })
        };
        let rows = chart.periods.iter().enumerate().flat_map(of_period).chain(chart.reference_lines()).collect();
        ChartTable { frame: chart.frame, rows, more: chart.more, ..ChartTable::default() }
    }

    fn draw_row(&self, area: Rect, y: u16, at: usize, buf: &mut Buffer, theme: &Theme) {
        let period = self.chart.periods.get(at).map(String::as_str).unwrap_or_default();
        draw::put(buf, area.x, y, self.label, period, theme.style(Role::Text));
        let mut end = area.x.saturating_add(self.label);
        for (series, (width, letter)) in self.chart.series.iter().zip(&self.columns) {
            end = end.saturating_add(columns::GAP).saturating_add(*width);
            if let Some(point) = series.points.get(at) {
                let role = if point.value.is_some() { Role::Strong } else { Role::Unknown };
                draw::put_right(buf, end, y, *width, &point.figure, theme.style(role));
                if *letter > 0 && point.kind != Kind::Settled {
                    draw::put(buf, end + 1, y, 1, signs::letter(point.kind), theme.style(Role::Muted));
                }
            }
            end = end.saturating_add(*letter);
        }
    }
}

impl Plot for Grid<'_> {
    fn height(&self, width: u16) -> u16 {
        if !self.fits(width) {
            return self.column().height(width);
        }
        let foot = columns::count(self.foot.len()).saturating_add(1);
        self.chart.frame.height().saturating_add(columns::natural(self.chart.periods.len())).saturating_add(foot)
    }

    fn draw(&self, area: Rect, buf: &mut Buffer, theme: &Theme) {
        let area = area.intersection(buf.area);
        let around = columns::count(self.foot.len()).saturating_add(1);
        let least = self.chart.frame.height().saturating_add(around).saturating_add(2);
        if !self.fits(area.width) || area.height < least {
            return self.column().draw(area, buf, theme);
        }
        let body = columns::count(self.chart.periods.len()).saturating_add(around);
        let inner = self.chart.frame.draw(area, body, body, buf, theme);
        let mut end = inner.x.saturating_add(self.label);
        for (series, (width, letter)) in self.chart.series.iter().zip(&self.columns) {
            end = end.saturating_add(columns::GAP).saturating_add(*width);
            draw::put_right(buf, end, inner.y, *width, &series.name, theme.style(Role::Muted));
            end = end.saturating_add(*letter);
        }
        let rows = Rect { y: inner.y + 1, height: inner.height.saturating_sub(around), ..inner };
        let window = Window::of(self.chart.periods.len(), 0, rows.height, None);
        for ((at, _), y) in window.rows(self.chart.periods).zip(rows.top()..rows.bottom()) {
            self.draw_row(rows, y, at, buf, theme);
        }
        let rows = Rect { height: rows.height.min(columns::count(self.chart.periods.len())), ..rows };
        window.draw_more(rows, self.chart.more, buf, theme);
        for (line, y) in self.foot.iter().zip(rows.bottom()..inner.bottom()) {
            draw::put(buf, inner.x, y, inner.width, line, theme.style(Role::Muted));
        }
    }

    fn twin(&self, _width: u16) -> Box<dyn Plot + '_> {
        Box::new(self.clone())
    }
}
