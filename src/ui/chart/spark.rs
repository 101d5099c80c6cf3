//! A line of one row among text: first figure, shape, last figure.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::bullet::joined;
use super::line::{self, Kind, LineWords, Point};
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

/// How one series went, in one row: its first figure, its shape, its last figure behind a sign of whether that is more, less
/// or the same. Forecasts are no part of it; its table has them.
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
    /// The first figure as it stands before the shape; empty: as it stands in the table.
    pub first: &'a str,
    /// Which point is the own one, if any: where it has no value, that is said in place of a last figure.
    pub own: Option<usize>,
    /// Where the series lies on a range that it shares with others; without, it takes all of the shape.
    pub stretch: Option<Stretch>,
    /// The colour of the line.
    pub role: Role,
    /// The words for kinds of values, and for none at all.
    pub words: LineWords<'a>,
    /// Says how many rows of the table did not fit.
    pub more: Option<More<'a>>,
}

/// Where a series lies on a range of periods.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stretch {
    /// The periods of the range before the first of the series.
    pub before: usize,
    /// The periods of the range.
    pub of: usize,
}

/// The widths of first figure, shape and last figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Widths {
    pub(super) first: u16,
    pub(super) shape: u16,
    pub(super) last: u16,
}

impl Widths {
    /// The widths that hold both.
    pub(super) fn with(self, other: Self) -> Self {
        Self { first: self.first.max(other.first), shape: self.shape.max(other.shape), last: self.last.max(other.last) }
    }

    /// All that a form takes.
    pub(super) fn of(self, form: Form, markers: Markers) -> u16 {
        let Self { first, shape, last } = self;
        let cells = match form {
            // A blank on either side of the line, and the sign with one behind it.
            Form::Shape => [first, shape, last, 4],
            Form::Tail => [0, shape, last, 3],
            Form::Change => [first, text::cells(arrow(markers)), last, 0],
            Form::Last => [0, 0, last, 0],
        };
        cells.into_iter().fold(0, u16::saturating_add)
    }
}

/// What a spark can show of itself, the most first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// Figures and shape.
    Shape,
    /// Shape and last figure.
    Tail,
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

    /// The points that are shown: up to the last that is known and no forecast, where there is one.
    fn shown(&self) -> &'a [Point] {
        let points = self.points.get(..self.periods.len()).unwrap_or(self.points);
        let settled = points.iter().rposition(|point| point.value.is_some() && point.kind != Kind::Forecast);
        settled.and_then(|last| points.get(..=last)).unwrap_or(points)
    }

    /// The points with a value.
    fn given(&self) -> impl DoubleEndedIterator<Item = (&'a Point, Decimal)> + use<'a> {
        self.shown().iter().filter_map(|point| point.value.map(|value| (point, value)))
    }

    /// Whether the own figure is what is missing.
    fn lacks_own(&self) -> bool {
        self.own.and_then(|own| self.points.get(own)).is_some_and(|point| point.value.is_none())
    }

    /// The periods that the shape spans.
    pub(super) fn steps(&self) -> usize {
        let shown = self.shown().len();
        self.stretch.map_or(shown, |stretch| stretch.of.max(stretch.before.saturating_add(shown)))
    }

    /// The lowest value and the highest.
    fn span(&self) -> (Decimal, Decimal) {
        let values = || self.given().map(|(_, value)| value);
        (values().min().unwrap_or_default(), values().max().unwrap_or_default())
    }

    /// The first known point and the last.
    fn ends(&self) -> Option<Ends<'a>> {
        let mut given = self.given();
        let first = given.next()?;
        Some(given.next_back().map_or(Ends { from: None, to: first }, |last| Ends { from: Some(first), to: last }))
    }

    /// The widths that it takes whole.
    pub(super) fn widths(&self) -> Widths {
        let shape = columns::count(self.steps());
        let nothing = text::cells(self.words.nothing);
        let Some(Ends { from, to }) = self.ends() else { return Widths { first: 0, shape, last: nothing } };
        let first = from.map_or(0, |(point, _)| text::cells(&self.first(point)));
        Widths { first, shape, last: if self.lacks_own() { nothing } else { text::cells(&figure(to.0)) } }
    }

    /// The first figure with the letter of its kind.
    fn first(&self, point: &Point) -> String {
        if self.first.is_empty() { figure(point) } else { lettered(self.first, point.kind) }
    }

    /// Draws a form of it in columns that hold it: the first figure at the right of its column, the others at the left.
    pub(super) fn draw_in(&self, form: Form, widths: Widths, area: Rect, buf: &mut Buffer, theme: &Theme) {
        let markers = theme.markers();
        let first = if matches!(form, Form::Shape | Form::Change) { widths.first } else { 0 };
        let shape = area.x.saturating_add(first).saturating_add(u16::from(form == Form::Shape));
        let sign = shape.saturating_add(widths.shape).saturating_add(1);
        let last = match form {
            Form::Shape | Form::Tail => sign.saturating_add(2),
            Form::Change => shape.saturating_add(text::cells(arrow(markers))),
            Form::Last => area.x,
        };
        let rest = Rect { x: last, width: area.right().saturating_sub(last), ..area };
        let Some(Ends { from, to }) = self.ends() else {
            draw::put(buf, last, area.y, rest.width, self.words.nothing, theme.style(Role::Unknown));
            return;
        };
        let quiet = theme.style(Role::Muted);
        // Where the own figure is missing, no way leads to it.
        let way = from.filter(|_| form != Form::Change || !self.lacks_own());
        if let Some((first, from)) = way {
            if matches!(form, Form::Shape | Form::Change) {
                let end = area.x.saturating_add(widths.first);
                draw::put_right(buf, end, area.y, widths.first, &self.first(first), quiet);
            }
            match form {
                Form::Change => {
                    draw::put(buf, shape, area.y, rest.x - shape, arrow(markers), quiet);
                }
                Form::Shape | Form::Tail if !self.lacks_own() => {
                    draw::put(buf, sign, area.y, 1, change(from, to.1, markers), theme.style(self.role));
                }
                _ => {}
            }
        }
        if matches!(form, Form::Shape | Form::Tail) {
            self.draw_shape(Rect { x: shape, width: widths.shape, ..area }, buf, theme);
        }
        if self.lacks_own() {
            self.draw_missing(to.0, rest, buf, theme);
        } else {
            draw_last(&figure(to.0), rest, buf, theme);
        }
    }

    /// Says that there is no own figure, and where there is room, what was known last and when.
    fn draw_missing(&self, known: &Point, area: Rect, buf: &mut Buffer, theme: &Theme) {
        let used = draw::put(buf, area.x, area.y, area.width, self.words.nothing, theme.style(Role::Unknown));
        let at = self.shown().iter().rposition(|point| point.value.is_some());
        let period = at.and_then(|at| self.periods.get(at)).map(String::as_str).unwrap_or_default();
        let words = format!(" ({period} {})", figure(known));
        let room = area.width.saturating_sub(used);
        if text::cells(&words) <= room {
            draw::put(buf, area.x.saturating_add(used), area.y, room, &words, theme.style(Role::Muted));
        }
    }

    /// The point that stands so many parts of the way along the shape, and how many of the parts it is from there to the next.
    fn at(&self, along: usize, parts: usize) -> Option<(usize, usize)> {
        let on_range = along.saturating_mul(self.steps());
        let place = on_range.checked_div(parts)?.checked_sub(self.stretch.map_or(0, |stretch| stretch.before))?;
        Some((place, on_range.checked_rem(parts)?))
    }

    fn draw_shape(&self, area: Rect, buf: &mut Buffer, theme: &Theme) {
        let (low, high) = self.span();
        let style = theme.style(self.role);
        let cells = usize::from(area.width);
        let level = |value: Decimal, levels: usize| usize::from(line::level(value, low, high, columns::count(levels)));
        let known = |at: usize| self.shown().get(at).and_then(|point| point.value);
        // The height of a dot leads on to that of the next value, if there is one.
        let dot = |column: usize| {
            let (at, part) = self.at(column, cells * 2)?;
            let here = level(known(at)?, DOTS.len());
            let next = known(at + 1).map_or(here, |next| level(next, DOTS.len()));
            (here * (cells * 2 - part) + next * part).checked_div(cells * 2)
        };
        for (cell, x) in (0..cells).zip(area.left()..area.right()) {
            let block = |levels: usize| Some(level(known(self.at(cell, cells)?.0)?, levels));
            match theme.markers() {
                Markers::Braille => {
                    let left = dot(cell * 2).and_then(|level| DOTS.get(level)).map_or(0, |dots| dots.0);
                    let right = dot(cell * 2 + 1).and_then(|level| DOTS.get(level)).map_or(0, |dots| dots.1);
                    if let Some(sign) = char::from_u32(0x2800 + left + right).filter(|_| left + right > 0) {
                        draw::put(buf, x, area.y, 1, sign.encode_utf8(&mut [0; 4]), style);
                    }
                }
                Markers::Block => put(buf, x, area.y, block(BLOCKS.len()).and_then(|level| BLOCKS.get(level)), style),
                Markers::Ascii => put(buf, x, area.y, block(STROKES.len()).and_then(|level| STROKES.get(level)), style),
            }
        }
    }
}

fn put(buf: &mut Buffer, x: u16, y: u16, sign: Option<&&str>, style: Style) {
    draw::put(buf, x, y, 1, sign.copied().unwrap_or_default(), style);
}

/// What stands between two figures.
fn arrow(markers: Markers) -> &'static str {
    if markers == Markers::Ascii { " -> " } else { " → " }
}

/// A figure with the letter of its kind.
fn figure(point: &Point) -> String {
    lettered(&point.figure, point.kind)
}

fn lettered(figure: &str, kind: Kind) -> String {
    joined(" ", [figure, line::letter(kind)])
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
        let (widths, markers) = (self.widths(), theme.markers());
        let alone = self.ends().is_none_or(|ends| ends.from.is_none());
        let fits = |form: &Form| !alone && widths.of(*form, markers) <= area.width;
        let form = [Form::Shape, Form::Change].into_iter().find(fits).unwrap_or(Form::Last);
        self.draw_in(form, widths, area, buf, theme);
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
    use crate::ui::chart::testing;
    use proptest::prelude::*;

    fn points(values: &str) -> Vec<Point> {
        let point = |figure: &str| Point { value: figure.parse().ok(), figure: figure.to_owned(), kind: Kind::Settled };
        values.split(' ').map(point).collect()
    }

    fn plain<'a>(periods: &'a [String], points: &'a [Point], words: LineWords<'a>) -> Spark<'a> {
        let (frame, role) = (Frame::default(), Role::Hue(2));
        Spark { frame, periods, points, first: "", own: None, stretch: None, role, words, more: None }
    }

    fn shown(points: &[Point], markers: Markers, width: u16) -> String {
        let periods: Vec<String> = (1..=points.len()).map(|at| at.to_string()).collect();
        let words = LineWords { nothing: "尚无数据", ..LineWords::default() };
        let spark = plain(&periods, points, words);
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

    #[test]
    fn a_forecast_is_no_last_figure_and_a_missing_own_one_is_said() {
        let mut went = points("12 15 18");
        went[2].kind = Kind::Forecast;
        assert_eq!(shown(&went, Markers::Block, 30), "12 ▁█ ▴ 15");
        let periods: Vec<String> = ["2022", "2023", "2024"].map(str::to_owned).into();
        let went = points("12 15 -");
        let words = LineWords { nothing: "尚无数据", ..LineWords::default() };
        let spark = Spark { own: Some(2), ..plain(&periods, &went, words) };
        let line = |width| testing::lines(width, 1, |area, buf, theme| spark.draw(area, buf, theme)).concat();
        assert_eq!(line(30), "12 ⡠⠉   尚无数据 (2023 15)");
        assert_eq!(line(18), "12 ⡠⠉   尚无数据");
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
            let words = LineWords::default();
            let spark = plain(&periods, &points, words);
            testing::check_bounds(area, |area, buf, theme| spark.draw(area, buf, &theme.with_markers(markers)))?;
            prop_assert!(spark.table().rows.iter().map(|row| &*row.figure).eq(points.iter().map(|point| &*point.figure)));
        }

        #[test]
        fn the_larger_value_is_never_lower(values in prop::collection::vec(prop::option::of(testing::decimals()), 2..20)) {
            let point = |value: &Option<Decimal>| Point { value: *value, figure: "7".to_owned(), kind: Kind::Settled };
            let points: Vec<Point> = values.iter().map(point).collect();
            if values.iter().flatten().count() < 2 {
                return Ok(());
            }
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
