//! What happened when: a band of months for each group, a sign for each thing at its day. What is known by its month only
//! is spanned over the month; what is known by its year only, or lies outside the period, has a column of its own.

mod legend;

use std::collections::BTreeMap;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use self::legend::Legend;
use super::columns::{self, Window};
use super::sign::{Explained, Lines, Sign};
use super::slots::{self, Slots};
use super::{ChartTable, Frame, Line, More, Plot};
use crate::model::Markers;
use crate::ui::theme::{Role, Theme};
use crate::ui::{draw, text};

/// Where something stands on the bands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// Before the first month.
    Before,
    /// In a month (from 0), on a day (from 1) of so many.
    Day(usize, u8, u8),
    /// In a month (from 0); the day is not told.
    Month(usize),
    /// After the last month.
    After,
    /// In one of the years of the bands; the month is not told.
    Untold,
}

/// One thing on a band.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BandPoint {
    /// Where it stands.
    pub when: When,
    /// What it is.
    pub sign: Sign,
}

/// The things of one group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Band {
    /// The name of the group.
    pub label: String,
    /// Its colour.
    pub role: Role,
    /// Its things.
    pub points: Vec<BandPoint>,
}

/// The heading of a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Month {
    /// Its year.
    pub year: u16,
    /// Its name.
    pub name: &'static str,
}

/// The words of the bands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct BandWords<'a> {
    /// Over what is before the first month.
    pub before: &'a str,
    /// Over what is after the last month.
    pub after: &'a str,
    /// Over what names no month.
    pub untold: &'a str,
    /// Explains a span over a whole month.
    pub day_untold: &'a str,
    /// Over the number of all things of a group.
    pub total: &'a str,
    /// Explains a digit in place of a sign.
    pub several: &'a str,
    /// What each sign stands for.
    pub signs: &'a [Explained<'a>],
}

/// Bands of months.
#[derive(Clone, Default)]
pub struct Bands<'a> {
    /// Title, subtitle, source.
    pub frame: Frame<'a>,
    /// The months, in order.
    pub months: &'a [Month],
    /// Headings and legend.
    pub words: BandWords<'a>,
    /// The groups, one a row.
    pub rows: &'a [Band],
    /// Says how many rows did not fit; without it the last row says `+12`.
    pub more: Option<More<'a>>,
    /// Numbers in place of signs: the table of the bands.
    pub numbers: bool,
}

impl<'a> Bands<'a> {
    /// The number of things in each group, for where there is no room for months.
    fn totals(&self) -> ChartTable<'a> {
        let line = |row: &'a Band| Line::new(&row.label, row.points.len().to_string());
        ChartTable {
            frame: self.frame,
            rows: self.rows.iter().map(line).collect(),
            more: self.more,
            ..ChartTable::default()
        }
    }

    fn has(&self, when: When) -> bool {
        self.rows.iter().flat_map(|row| &row.points).any(|point| point.when == when)
    }

    /// The columns, for labels whole or cut.
    fn slots(&self, area: Rect) -> Option<Slots> {
        let side = |when, word: &str| {
            if self.has(when) { text::cells(word).clamp(slots::LEAST_SIDE, slots::MOST_SIDE) } else { 0 }
        };
        let widest_total = self.rows.iter().map(|row| text::cells(&row.points.len().to_string())).max().unwrap_or(1);
        let widths = slots::Widths {
            label: columns::widest(self.rows, |row| &row.label),
            before: side(When::Before, self.words.before),
            after: side(When::After, self.words.after),
            untold: side(When::Untold, self.words.untold),
            total: widest_total.max(text::cells(self.words.total).min(slots::MOST_SIDE)),
        };
        Slots::of(area, widths, self.months.len())
    }

    /// Headings: years where there are several, months as densely as they can be read, and the columns beside.
    fn draw_head(&self, slots: &Slots, y: u16, buf: &mut Buffer, theme: &Theme) {
        let (muted, faint) = (theme.style(Role::Muted), theme.style(Role::Faint));
        let year_rows = self.year_rows();
        let y_months = y.saturating_add(year_rows);
        let mut free = 0;
        let mut last = None;
        let told = if year_rows > 0 { self.months } else { &[] };
        for (at, month) in told.iter().enumerate() {
            let x = slots.inner_of(at);
            if last != Some(month.year) && x >= free {
                last = Some(month.year);
                free = x
                    .saturating_add(draw::put(buf, x, y, slots.end().saturating_sub(x), &month.year.to_string(), muted))
                    .saturating_add(1);
            }
        }
        let widest = self.months.iter().map(|month| text::cells(month.name)).max().unwrap_or(0);
        let step = slots.step(widest.saturating_add(1));
        for (at, month) in self.months.iter().enumerate().step_by(step) {
            let x = slots.inner_of(at);
            draw::put(buf, x, y_months, slots.end().saturating_sub(x), month.name, muted);
        }
        for (side, word) in
            [(slots.before, self.words.before), (slots.after, self.words.after), (slots.untold, self.words.untold)]
        {
            draw::put(buf, side.0, y_months, side.1, word, faint);
        }
        let (x, width) = slots.total;
        draw::put_right(buf, x.saturating_add(width), y_months, width, self.words.total, faint);
    }

    fn year_rows(&self) -> u16 {
        let first = self.months.first().map(|month| month.year);
        u16::from(self.months.iter().any(|month| Some(month.year) != first))
    }

    fn draw_row(&self, row: &Band, slots: &Slots, y: u16, buf: &mut Buffer, theme: &Theme) {
        let hue = theme.style(row.role);
        draw::put(buf, slots.x, y, slots.label, &row.label, hue);
        let lines = Lines::of(theme.markers());
        let quiet = theme.style(Role::Rule);
        for at in 0..self.months.len() {
            draw::put(buf, slots.start_of(at), y, 1, if slots.is_ruled() { lines.start } else { lines.nothing }, quiet);
        }
        if slots.is_ruled() {
            draw::put(buf, slots.start_of(self.months.len()), y, 1, lines.start, quiet);
        }
        let bold = hue.add_modifier(ratatui::style::Modifier::BOLD);
        for (at, points) in by_month(&row.points).into_iter().filter(|(at, _)| *at < self.months.len()) {
            let area = Rect { x: slots.inner_of(at), y, width: slots.inner(), height: 1 };
            self.draw_month(&points, area, buf, theme, bold);
        }
        for (when, side) in [(When::Before, slots.before), (When::After, slots.after), (When::Untold, slots.untold)] {
            let signs: Vec<&str> = row
                .points
                .iter()
                .filter(|point| point.when == when)
                .map(|point| point.sign.symbol(theme.markers()))
                .collect();
            let words = match signs.len() {
                0 => String::new(),
                many if self.numbers || many > usize::from(side.1) => many.to_string(),
                _ => signs.concat(),
            };
            draw::put(buf, side.0, y, side.1, text::fit_figure(&words, usize::from(side.1)), bold);
        }
        let total = row.points.len().to_string();
        let role = if row.points.is_empty() { Role::Faint } else { Role::Strong };
        draw::put_right(buf, slots.total.0 + slots.total.1, y, slots.total.1, &total, theme.style(role));
    }

    /// A month: a sign or a digit at each day; where a day is not told or too many share a cell, the month as a whole.
    fn draw_month(&self, points: &[BandPoint], area: Rect, buf: &mut Buffer, theme: &Theme, style: Style) {
        let (markers, lines) = (theme.markers(), Lines::of(theme.markers()));
        let days = days(points, area.width).filter(|_| !self.numbers);
        if let Some(days) = days {
            for (offset, (count, sign)) in days {
                let words = if count > 1 { count.to_string() } else { sign.symbol(markers).to_owned() };
                draw::put(buf, area.x + offset, area.y, 1, &words, style);
            }
            return;
        }
        let words = match points {
            [only] if !self.numbers => only.sign.symbol(markers).to_owned(),
            _ => points.len().to_string(),
        };
        let width = text::cells(&words);
        if width > area.width {
            draw::put(buf, area.x, area.y, 1, "+", style);
            return;
        }
        let untold = points.iter().any(|point| matches!(point.when, When::Month(_)));
        if untold && !self.numbers && width + 2 <= area.width {
            for x in area.x..area.right() {
                draw::put(buf, x, area.y, 1, lines.between, style);
            }
            draw::put(buf, area.x, area.y, 1, lines.from, style);
            draw::put(buf, area.right() - 1, area.y, 1, lines.to, style);
        }
        draw::put(buf, area.x + (area.width - width) / 2, area.y, width, &words, style);
    }
}

/// The things of each month, whether their day is told or not.
fn by_month(points: &[BandPoint]) -> BTreeMap<usize, Vec<BandPoint>> {
    let mut months: BTreeMap<usize, Vec<BandPoint>> = BTreeMap::new();
    for point in points {
        if let When::Day(month, ..) | When::Month(month) = point.when {
            months.entry(month).or_default().push(*point);
        }
    }
    months
}

/// How many things stand in each cell of a month, and the first of them; `None` where a day is not told, where digits
/// cannot say the numbers, or where a month has too few cells for days.
fn days(points: &[BandPoint], width: u16) -> Option<BTreeMap<u16, (usize, Sign)>> {
    let mut cells: BTreeMap<u16, (usize, Sign)> = BTreeMap::new();
    for point in points {
        let When::Day(_, day, of) = point.when else { return None };
        let past = u32::from(day.saturating_sub(1)) * u32::from(width) / u32::from(of.max(1));
        let offset = u16::try_from(past).unwrap_or(u16::MAX).min(width.checked_sub(1)?);
        let (count, _) = cells.entry(offset).or_insert((0, point.sign));
        *count += 1;
    }
    // Two digits beside each other would be read as one number.
    let number = |offset: u16| cells.get(&offset).is_some_and(|(count, _)| *count > 1);
    let clear = |offset: u16| !number(offset) || !number(offset + 1);
    let fits = cells.iter().all(|(offset, (count, _))| *count < 10 && clear(*offset));
    (width >= slots::DAYS && fits).then_some(cells)
}

/// Whether a digit stands for several things of a month.
fn shares_a_cell(points: &[BandPoint], width: u16) -> bool {
    let among_days = days(points, width).is_some_and(|days| days.values().any(|(count, _)| *count > 1));
    among_days || (points.len() > 1 && days(points, width).is_none())
}

impl Plot for Bands<'_> {
    fn height(&self, width: u16) -> u16 {
        let area = Rect { width, height: 1, ..Rect::ZERO };
        let legend = self.slots(area).and_then(|slots| Legend::of(self, &slots, area, Markers::default()));
        let Some(legend) = legend else { return self.totals().height(width) };
        let head = legend.height().saturating_add(self.year_rows()).saturating_add(1);
        self.frame.height().saturating_add(head).saturating_add(columns::natural(self.rows.len()))
    }

    fn draw(&self, area: Rect, buf: &mut Buffer, theme: &Theme) {
        let area = area.intersection(buf.area);
        let slots = self.slots(area).filter(|_| !self.rows.is_empty());
        // Signs that nothing explains say nothing.
        let explained = slots.and_then(|slots| Some((slots, Legend::of(self, &slots, area, theme.markers())?)));
        let Some((slots, legend)) = explained else { return self.totals().draw(area, buf, theme) };
        let head = legend.height().saturating_add(self.year_rows()).saturating_add(1);
        if area.height <= self.frame.head().saturating_add(head) {
            return self.totals().draw(area, buf, theme);
        }
        let body = columns::count(self.rows.len()).saturating_add(head);
        let inner = self.frame.draw(area, body, body, buf, theme);
        if inner.height <= head {
            return self.totals().draw_body(inner, false, buf, theme);
        }
        legend.draw(Rect { height: legend.height(), ..inner }, buf, theme);
        self.draw_head(&slots, inner.y + legend.height(), buf, theme);
        let inner = Rect { y: inner.y + head, height: inner.height - head, ..inner };
        let window = Window::of(self.rows.len(), 0, inner.height, None);
        for ((_, row), y) in window.rows(self.rows).zip(inner.y..) {
            self.draw_row(row, &slots, y, buf, theme);
        }
        window.draw_more(inner, self.more, buf, theme);
    }

    fn twin(&self, _width: u16) -> Box<dyn Plot + '_> {
        Box::new(Self { numbers: true, ..self.clone() })
    }
}

#[cfg(test)]
mod tests;
