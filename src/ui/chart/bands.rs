//! What happened when: a band of months for each group, a sign for each thing at its day. What is known by its month only
//! is spanned over the month; what is known by its year only, or lies outside the period, has a column of its own.

use std::collections::BTreeMap;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

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
pub struct Point {
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
    pub points: Vec<Point>,
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

    /// The signs with what they stand for, and what a span and a digit mean where there are such.
    fn legend(&self, slots: &Slots, theme: &Theme) -> Vec<(String, Style)> {
        let (strong, muted) = (theme.style(Role::Strong), theme.style(Role::Muted));
        let lines = Lines::of(theme.markers());
        let mut words: Vec<(String, Style)> = Vec::new();
        let mut add = |lead: &str, sign: &str, word: &str| {
            let gap = if words.is_empty() { "" } else { "  " };
            words.push((format!("{gap}{lead}{}", if lead.is_empty() { "" } else { " " }), muted));
            words.push((format!("{sign} "), strong));
            words.push((word.to_owned(), muted));
        };
        for Explained { lead, sign, word } in self.words.signs {
            add(lead, sign.symbol(theme.markers()), word);
        }
        let untold = |point: &Point| matches!(point.when, When::Month(_));
        if slots.has_days() && self.rows.iter().flat_map(|row| &row.points).any(untold) {
            add("", &format!("{}{}{}", lines.from, lines.between, lines.to), self.words.day_untold);
        }
        let shares =
            |row: &Band| by_month(&row.points).into_values().any(|points| shares_a_cell(&points, slots.inner()));
        if self.rows.iter().any(shares) {
            let to = if theme.markers() == Markers::Ascii { "-" } else { "–" };
            let more = if slots.is_ruled() { "" } else { " +" };
            add("", &format!("2{to}9{more}"), self.words.several);
        }
        words
    }

    /// Headings: years where there are several, months as densely as they can be read, and the columns beside.
    fn draw_head(&self, slots: &Slots, y: u16, buf: &mut Buffer, theme: &Theme) {
        let (muted, faint) = (theme.style(Role::Muted), theme.style(Role::Faint));
        let y_months = y.saturating_add(self.year_rows());
        let mut free = 0;
        let mut last = None;
        for (at, month) in self.months.iter().enumerate().filter(|_| self.year_rows() > 0) {
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
    fn draw_month(&self, points: &[Point], area: Rect, buf: &mut Buffer, theme: &Theme, style: Style) {
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
fn by_month(points: &[Point]) -> BTreeMap<usize, Vec<Point>> {
    let mut months: BTreeMap<usize, Vec<Point>> = BTreeMap::new();
    for point in points {
        if let When::Day(month, ..) | When::Month(month) = point.when {
            months.entry(month).or_default().push(*point);
        }
    }
    months
}

/// How many things stand in each cell of a month, and the first of them; `None` where a day is not told, where digits
/// cannot say the numbers, or where a month has too few cells for days.
fn days(points: &[Point], width: u16) -> Option<BTreeMap<u16, (usize, Sign)>> {
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
fn shares_a_cell(points: &[Point], width: u16) -> bool {
    let among_days = days(points, width).is_some_and(|days| days.values().any(|(count, _)| *count > 1));
    among_days || (points.len() > 1 && days(points, width).is_none())
}

impl Plot for Bands<'_> {
    fn height(&self, width: u16) -> u16 {
        if self.slots(Rect { width, height: 1, ..Rect::ZERO }).is_none() {
            return self.totals().height(width);
        }
        let head = 1 + self.year_rows() + u16::from(!self.numbers);
        self.frame.height().saturating_add(head).saturating_add(columns::natural(self.rows.len()))
    }

    fn draw(&self, area: Rect, buf: &mut Buffer, theme: &Theme) {
        let area = area.intersection(buf.area);
        let slots = self.slots(area).filter(|_| !self.rows.is_empty());
        let legend = slots.as_ref().map(|slots| self.legend(slots, theme)).unwrap_or_default();
        let needs = legend.iter().fold(0u16, |sum, (words, _)| sum.saturating_add(text::cells(words)));
        let legend_rows = u16::from(!self.numbers);
        let head = 1 + self.year_rows() + legend_rows;
        // Signs that nothing explains say nothing.
        let told = needs <= area.width || self.numbers;
        let Some(slots) = slots.filter(|_| told && area.height > self.frame.head().saturating_add(head)) else {
            return self.totals().draw(area, buf, theme);
        };
        let body = columns::count(self.rows.len()).saturating_add(head);
        let inner = self.frame.draw(area, body, body, buf, theme);
        if inner.height <= head {
            return self.totals().draw_body(inner, false, buf, theme);
        }
        if legend_rows > 0 {
            let start = if slots.plot.saturating_add(needs) <= area.right() { slots.inner_of(0) } else { area.x };
            let spans: Vec<(&str, Style)> = legend.iter().map(|(words, style)| (&**words, *style)).collect();
            draw::put_spans(buf, start, inner.y, area.right().saturating_sub(start), &spans);
        }
        self.draw_head(&slots, inner.y + legend_rows, buf, theme);
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
mod tests {
    use super::*;
    use crate::ui::chart::testing;
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
        let points = points.iter().map(|(when, sign)| Point { when: *when, sign: *sign }).collect();
        Band { label: label.to_owned(), role: Role::Hue(1), points }
    }

    fn year() -> Vec<Band> {
        let crowd = vec![(When::Day(2, 9, 31), Sign::City); 40];
        vec![
            band(
                "发展领航",
                &[
                    (When::Day(0, 1, 31), Sign::Event),
                    (When::Day(0, 31, 31), Sign::Nation),
                    (When::Month(3), Sign::Event),
                ],
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

    fn points(months: usize) -> impl Strategy<Value = Vec<Point>> {
        let when = prop_oneof![
            Just(When::Before),
            Just(When::After),
            Just(When::Untold),
            (0..months).prop_map(When::Month),
            (0..months, 1u8..32).prop_map(|(month, day)| When::Day(month, day, 31)),
        ];
        let point = (when, 0usize..4).prop_map(|(when, sign)| Point { when, sign: Sign::ALL[sign] });
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
}
