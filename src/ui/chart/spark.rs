//! A line of one row among text: first figure, shape, last figure.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::line::{self, LineWords, Point};
use super::{ChartTable, Frame, More, Plot, columns};
use crate::domain::Decimal;
use crate::model::Markers;
use crate::ui::theme::{Role, Theme};
use crate::ui::{draw, text};

/// The heights of a cell in blocks. The lowest value has one too: it is a value and no gap.
const BLOCKS: [&str; 8] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];

/// The heights of a cell for typewriters.
const STROKES: [&str; 3] = [".", "-", "'"];

/// The dots of braille in the left and in the right half of a cell, from the lowest.
const DOTS: [(u32, u32); 4] = [(0x40, 0x80), (0x04, 0x20), (0x02, 0x10), (0x01, 0x08)];

/// How one series went, in one row: its first figure, a cell for each period, its last figure behind a sign of whether
/// that is more, less or the same.
///
/// It shows the shape alone, from its own lowest value to its own highest: it has no axis and no zero, and two of them
/// must not be compared by height. Whoever wants to know more reads its figures or its table.
#[derive(Clone)]
pub struct Spark<'a> {
    /// Title, subtitle and source of its table; the row itself stands among the words that say what it is.
    pub frame: Frame<'a>,
    /// Every period from the first to the last, those without a value included.
    pub periods: &'a [String],
    /// A point for each period.
    pub points: &'a [Point],
    /// The colour of the line.
    pub role: Role,
    /// The words for kinds of values, and for none at all.
    pub words: LineWords<'a>,
    /// Says how many rows of the table did not fit.
    pub more: Option<More<'a>>,
}

/// The widths of first figure, shape and last figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Widths {
    first: u16,
    shape: u16,
    last: u16,
}

impl Widths {
    /// The widths that hold both.
    pub(super) fn with(self, other: Self) -> Self {
        Self { first: self.first.max(other.first), shape: self.shape.max(other.shape), last: self.last.max(other.last) }
    }

    /// All of it: a blank on either side of the line, and the sign with one behind it.
    pub(super) fn all(self) -> u16 {
        [self.first, self.shape, self.last].into_iter().fold(4, u16::saturating_add)
    }
}

/// What a spark can show of itself, the most first.
enum Form {
    /// Figures and shape.
    Shape,
    /// Both figures.
    Change,
    /// The last figure.
    Last,
}

/// The first known point, where there is more than one, and the last.
struct Ends<'p> {
    from: Option<(&'p Point, Decimal)>,
    to: (&'p Point, Decimal),
}

impl<'a> Spark<'a> {
    /// The same figures as a table.
    pub fn table(&self) -> ChartTable<'a> {
        let points = self.periods.iter().zip(self.points);
        let rows = points.map(|(period, point)| self.words.line(period, point)).collect();
        ChartTable { frame: self.frame, rows, more: self.more, ..ChartTable::default() }
    }

    /// The points with a value.
    fn given(&self) -> impl DoubleEndedIterator<Item = (&Point, Decimal)> {
        let points = self.points.iter().take(self.periods.len());
        points.filter_map(|point| point.value.map(|value| (point, value)))
    }

    /// The lowest value and the highest.
    fn span(&self) -> (Decimal, Decimal) {
        let values = || self.given().map(|(_, value)| value);
        (values().min().unwrap_or_default(), values().max().unwrap_or_default())
    }

    /// The first known point and the last.
    fn ends(&self) -> Option<Ends<'_>> {
        let mut given = self.given();
        let first = given.next()?;
        Some(given.next_back().map_or(Ends { from: None, to: first }, |last| Ends { from: Some(first), to: last }))
    }

    /// The widths that it takes whole.
    pub(super) fn widths(&self) -> Widths {
        let shape = columns::count(self.periods.len());
        match self.ends() {
            None => Widths { first: 0, shape, last: text::cells(self.words.nothing) },
            Some(Ends { from, to }) => Widths {
                first: from.map_or(0, |from| text::cells(&figure(from.0))),
                shape,
                last: text::cells(&figure(to.0)),
            },
        }
    }

    /// Draws it whole in columns that hold it: the first figure at the right of its column, the others at the left.
    pub(super) fn draw_in(&self, widths: Widths, area: Rect, buf: &mut Buffer, theme: &Theme) {
        let shape = area.x.saturating_add(widths.first).saturating_add(1);
        let sign = shape.saturating_add(widths.shape).saturating_add(1);
        let last = sign.saturating_add(2);
        let rest = Rect { x: last, width: area.right().saturating_sub(last), ..area };
        let Some(Ends { from, to }) = self.ends() else {
            draw::put(buf, last, area.y, rest.width, self.words.nothing, theme.style(Role::Unknown));
            return;
        };
        if let Some((first, from)) = from {
            draw::put_right(buf, shape - 1, area.y, widths.first, &figure(first), theme.style(Role::Muted));
            draw::put(buf, sign, area.y, 1, change(from, to.1, theme.markers()), theme.style(self.role));
        }
        self.draw_shape(shape, area.y, buf, theme);
        draw_last(&figure(to.0), rest, buf, theme);
    }

    fn draw_shape(&self, x: u16, y: u16, buf: &mut Buffer, theme: &Theme) {
        let (low, high) = self.span();
        let value = |at: usize| self.points.get(at).and_then(|point| point.value);
        for (at, x) in (0..self.periods.len()).zip(x..buf.area.right()) {
            let Some(here) = value(at) else { continue };
            let level =
                |value: Decimal, levels: usize| usize::from(line::level(value, low, high, columns::count(levels)));
            let style = theme.style(self.role);
            match theme.markers() {
                Markers::Braille => {
                    // The right half leads on to the next value, if there is one.
                    let next = value(at + 1).map(|next| level(next, DOTS.len()));
                    let here = level(here, DOTS.len());
                    let right = next.map_or(here, |next| here.midpoint(next));
                    let left = DOTS.get(here).map_or(0, |dots| dots.0);
                    let right = DOTS.get(right).map_or(0, |dots| dots.1);
                    let cell = char::from_u32(0x2800 + left + right).unwrap_or(' ');
                    draw::put(buf, x, y, 1, cell.encode_utf8(&mut [0; 4]), style);
                }
                Markers::Block => put(buf, x, y, BLOCKS.get(level(here, BLOCKS.len())), style),
                Markers::Ascii => put(buf, x, y, STROKES.get(level(here, STROKES.len())), style),
            }
        }
    }
}

fn put(buf: &mut Buffer, x: u16, y: u16, sign: Option<&&str>, style: ratatui::style::Style) {
    draw::put(buf, x, y, 1, sign.copied().unwrap_or_default(), style);
}

/// A figure with the letter of its kind.
fn figure(point: &Point) -> String {
    match line::letter(point.kind) {
        "" => point.figure.clone(),
        letter => format!("{} {letter}", point.figure),
    }
}

/// Whether the last value is more than the first, less, or the same.
fn change(first: Decimal, last: Decimal, markers: Markers) -> &'static str {
    match (last.cmp(&first), markers) {
        (std::cmp::Ordering::Equal, _) => "=",
        (std::cmp::Ordering::Greater, Markers::Ascii) => "^",
        (std::cmp::Ordering::Less, Markers::Ascii) => "v",
        (std::cmp::Ordering::Greater, _) => "▴",
        (std::cmp::Ordering::Less, _) => "▾",
    }
}

impl Plot for Spark<'_> {
    fn height(&self, _width: u16) -> u16 {
        1
    }

    fn draw(&self, area: Rect, buf: &mut Buffer, theme: &Theme) {
        let area = area.intersection(buf.area);
        if area.is_empty() {
            return;
        }
        let Some(ends) = self.ends() else {
            draw::put(buf, area.x, area.y, area.width, self.words.nothing, theme.style(Role::Unknown));
            return;
        };
        let Ends { from: Some(from), to } = ends else { return draw_last(&figure(ends.to.0), area, buf, theme) };
        let (start, end) = (figure(from.0), figure(to.0));
        let arrow = if theme.markers() == Markers::Ascii { " -> " } else { " → " };
        let fits = |form: &Form| match form {
            Form::Shape => self.widths().all() <= area.width,
            Form::Change => [&*start, arrow, &*end].into_iter().map(text::cells).sum::<u16>() <= area.width,
            Form::Last => true,
        };
        let (quiet, strong) = (theme.style(Role::Muted), theme.style(Role::Strong));
        match [Form::Shape, Form::Change].into_iter().find(fits).unwrap_or(Form::Last) {
            Form::Shape => self.draw_in(self.widths(), area, buf, theme),
            Form::Change => {
                let words = [(&*start, quiet), (arrow, quiet), (&*end, strong)];
                draw::put_spans(buf, area.x, area.y, area.width, &words);
            }
            Form::Last => draw_last(&end, area, buf, theme),
        }
    }

    fn twin(&self, _width: u16) -> Box<dyn Plot + '_> {
        Box::new(self.table())
    }
}

fn draw_last(figure: &str, area: Rect, buf: &mut Buffer, theme: &Theme) {
    let shown = text::fit_figure(figure, usize::from(area.width));
    draw::put(buf, area.x, area.y, area.width, shown, theme.style(Role::Strong));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::chart::{Kind, testing};
    use proptest::prelude::*;

    fn points(values: &str) -> Vec<Point> {
        let point = |figure: &str| Point { value: figure.parse().ok(), figure: figure.to_owned(), kind: Kind::Settled };
        values.split(' ').map(point).collect()
    }

    fn shown(points: &[Point], markers: Markers, width: u16) -> String {
        let periods: Vec<String> = (1..=points.len()).map(|at| at.to_string()).collect();
        let words = LineWords { nothing: "尚无数据", ..LineWords::default() };
        let spark = Spark { frame: Frame::default(), periods: &periods, points, role: Role::Hue(2), words, more: None };
        let draw = |area, buf: &mut Buffer, theme: &Theme| spark.draw(area, buf, &theme.with_markers(markers));
        testing::lines(width, 1, draw).concat()
    }

    #[test]
    fn a_shape_between_two_figures() {
        let went = points("12 15 14 - 18 22 21.5");
        assert_eq!(
            Markers::ALL.map(|markers| shown(&went, markers, 30)).to_vec(),
            ["12 ⣀⠤⠤ ⠒⠉⠉ ▴ 21.5", "12 ▁▃▂ ▅██ ▴ 21.5", "12 .-. -'' ^ 21.5"]
        );
        let fell = points("22 18 12");
        assert_eq!(
            Markers::ALL.map(|markers| shown(&fell, markers, 30)).to_vec(),
            ["22 ⠑⠢⣀ ▾ 12", "22 █▅▁ ▾ 12", "22 '-. v 12"]
        );
        let flat = points("5 5 - 5 5");
        assert_eq!(
            Markers::ALL.map(|markers| shown(&flat, markers, 30)).to_vec(),
            ["5 ⠤⠤ ⠤⠤ = 5", "5 ▄▄ ▄▄ = 5", "5 -- -- = 5"]
        );
    }

    #[test]
    fn without_room_there_are_figures() {
        let mut went = points("12 15 14 18 22");
        went[4].kind = Kind::Provisional;
        assert_eq!(shown(&went, Markers::Block, 15), "12 ▁▃▂▅█ ▴ 22 p");
        assert_eq!(shown(&went, Markers::Block, 14), "12 → 22 p");
        assert_eq!(shown(&went, Markers::Ascii, 14), "12 -> 22 p");
        assert_eq!(shown(&went, Markers::Block, 8), "22 p");
        assert_eq!(shown(&went, Markers::Block, 3), "…");
        assert_eq!(shown(&points("- 7 -"), Markers::Block, 20), "7");
        assert_eq!(shown(&points("- -"), Markers::Block, 20), "尚无数据");
    }

    proptest! {
        #[test]
        fn nothing_is_drawn_outside_and_the_twin_agrees(
            rows in prop::collection::vec((testing::words(), prop::option::of(testing::decimals()), testing::words()), 0..30),
            markers in prop::sample::select(Markers::ALL.to_vec()),
            area in testing::areas(),
        ) {
            let periods: Vec<String> = rows.iter().map(|(period, ..)| period.clone()).collect();
            let point = |(_, value, figure)| Point { value, figure, kind: Kind::Estimated };
            let points: Vec<Point> = rows.into_iter().map(point).collect();
            let (frame, words) = (Frame::default(), LineWords::default());
            let spark = Spark { frame, periods: &periods, points: &points, role: Role::Good, words, more: None };
            testing::check_bounds(area, |area, buf, theme| spark.draw(area, buf, &theme.with_markers(markers)))?;
            prop_assert!(spark.table().rows.iter().map(|row| &*row.figure).eq(points.iter().map(|point| &*point.figure)));
        }

        #[test]
        fn the_larger_value_is_never_lower(values in prop::collection::vec(prop::option::of(testing::decimals()), 2..20)) {
            let point = |value: &Option<Decimal>| Point { value: *value, figure: "7".to_owned(), kind: Kind::Settled };
            let points: Vec<Point> = values.iter().map(point).collect();
            prop_assume!(values.iter().flatten().count() > 1);
            for markers in [Markers::Block, Markers::Ascii] {
                let line = shown(&points, markers, 60);
                prop_assert!(markers != Markers::Ascii || line.is_ascii());
                let heights: &[&str] = if markers == Markers::Ascii { &STROKES } else { &BLOCKS };
                let cells = line.chars().skip(2).take(values.len()).map(String::from);
                let level = |cell: String| heights.iter().position(|height| *height == cell);
                let levels: Vec<_> = cells.map(level).collect();
                for (value, level) in values.iter().zip(&levels) {
                    prop_assert_eq!(value.is_some(), level.is_some());
                    for (other, against) in values.iter().zip(&levels) {
                        prop_assert!(value > other || level <= against, "{}", line);
                    }
                }
            }
        }
    }
}
