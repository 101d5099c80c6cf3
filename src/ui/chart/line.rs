//! Lines over periods: how values of one unit went from period to period.

mod axis;
mod canvas;
mod draw;
mod grid;
mod labels;
mod layout;
pub(super) mod legend;
mod signs;
#[cfg(test)]
mod tests;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{ChartTable, Frame, Line, More, Plot, Reference};
use crate::domain::Decimal;
use crate::model::Markers;
use crate::ui::draw as cells;
use crate::ui::theme::{Role, Theme};
use grid::Grid;
use layout::Layout;

pub(super) use axis::level;
pub(super) use signs::letter;

/// The rows that the plot itself asks for.
const ROWS: u16 = 10;

/// Several lines ask for more, to be told apart.
const ROWS_OF_SEVERAL: u16 = 13;

/// The most rows of a legend with which a chart still asks for its plot.
const LEGEND: u16 = 6;

/// Writes a value beside the axis. All values of an axis are to be written in one scale, which is the writer's business.
pub type Tick<'a> = &'a dyn Fn(Decimal) -> String;

/// How firm a value is. Its pattern, its sign and its letter say so; a table says it in words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub enum Kind {
    /// Final.
    #[default]
    Settled,
    /// Changed since it was first published.
    Revised,
    /// To be replaced by a final one.
    Provisional,
    /// Calculated, not counted.
    Estimated,
    /// Of a period that is not over.
    Forecast,
}

impl Kind {
    /// The kinds that are marked.
    const MARKED: [Self; 4] = [Self::Revised, Self::Provisional, Self::Estimated, Self::Forecast];
}

/// What a series has for one period.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Point {
    /// The exact value, which the height follows; none where there is none, which is a gap and not a zero.
    pub value: Option<Decimal>,
    /// The figure as it is written, with bound and unit; for a missing value, the words that say so.
    pub figure: String,
    /// How firm it is.
    pub kind: Kind,
}

/// Values of one thing, a point for each period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Series {
    /// What it is.
    pub name: String,
    /// The colour of the line.
    pub role: Role,
    /// A point for each period of the chart, in its order; points beyond the last period do not exist.
    pub points: Vec<Point>,
}

/// The words of a chart of lines, in the reader's language.
#[derive(Clone, Copy, Default)]
pub struct LineWords<'a> {
    /// Says how many periods have no value; without it there is the number alone.
    pub gaps: Option<More<'a>>,
    /// Says that there is no value at all.
    pub nothing: &'a str,
    /// Says that the axis starts above zero.
    pub not_from_zero: &'a str,
    /// Revised values.
    pub revised: &'a str,
    /// Provisional values.
    pub provisional: &'a str,
    /// Estimated values.
    pub estimated: &'a str,
    /// Forecasts.
    pub forecast: &'a str,
}

impl<'a> LineWords<'a> {
    /// The word for values of a kind; settled ones need none.
    fn kind(&self, kind: Kind) -> &'a str {
        match kind {
            Kind::Settled => "",
            Kind::Revised => self.revised,
            Kind::Provisional => self.provisional,
            Kind::Estimated => self.estimated,
            Kind::Forecast => self.forecast,
        }
    }

    /// A point as a row of a table.
    pub(super) fn line(&self, label: &'a str, point: &'a Point) -> Line<'a> {
        let role = if point.value.is_some() { Role::Strong } else { Role::Unknown };
        let note = if point.value.is_some() { self.kind(point.kind) } else { "" };
        Line { role, note: note.into(), ..Line::new(label, &point.figure) }
    }
}

/// One to six series of one unit over the same periods. More than six, or more periods than columns, are a table.
#[derive(Clone, Default)]
pub struct Lines<'a> {
    /// Title, subtitle, source.
    pub frame: Frame<'a>,
    /// Every period from the first to the last, those without a value included: they are equally far apart.
    pub periods: &'a [String],
    /// The lines.
    pub series: &'a [Series],
    /// What they are compared with.
    pub references: &'a [Reference],
    /// The chart's own words.
    pub words: LineWords<'a>,
    /// Writes the values beside the axis; without it they are plain numbers.
    pub tick: Option<Tick<'a>>,
    /// Whether the values are places, the first of which stands on top: whole numbers, without a zero to start from.
    pub inverted: bool,
    /// Says how many rows of the table did not fit; without it the last row says `+12`.
    pub more: Option<More<'a>>,
}

impl<'a> Lines<'a> {
    /// The points of a series that have a value, with the places of their periods.
    fn given<'s>(&self, series: &'s Series) -> impl DoubleEndedIterator<Item = (usize, &'s Point, Decimal)> + use<'s> {
        let points = series.points.iter().take(self.periods.len()).enumerate();
        points.filter_map(|(at, point)| point.value.map(|value| (at, point, value)))
    }

    /// All values that the axis has to hold.
    fn values(&self) -> impl Iterator<Item = Decimal> + Clone + use<'a> {
        let periods = self.periods.len();
        let points = self.series.iter().flat_map(move |series| series.points.iter().take(periods));
        let values = points.filter_map(|point| point.value);
        values.chain(self.references.iter().map(|reference| reference.value))
    }

    /// Whether there is anything to draw a line of.
    fn has_points(&self) -> bool {
        self.series.iter().any(|series| self.given(series).next().is_some())
    }

    fn tick(&self, value: Decimal) -> String {
        self.tick.map_or_else(|| value.to_string(), |write| write(value))
    }

    /// The references as rows of a table.
    fn reference_lines(&self) -> impl Iterator<Item = Line<'a>> + use<'a> {
        self.references.iter().map(|reference| Line::new(&reference.label, &reference.figure))
    }

    /// The same figures as a table, the periods as rows.
    fn table(&self) -> Box<dyn Plot + 'a> {
        let [series] = self.series else { return Box::new(Grid::of(self.clone())) };
        Box::new(self.rows(series))
    }

    /// One series as a table.
    fn rows(&self, series: &'a Series) -> ChartTable<'a> {
        let points = self.periods.iter().zip(&series.points);
        let rows = points.map(|(period, point)| self.words.line(period, point)).chain(self.reference_lines()).collect();
        ChartTable { frame: self.frame, rows, more: self.more, ..ChartTable::default() }
    }

    /// The head and the source line.
    fn around(&self) -> (u16, u16) {
        let source = u16::from(!self.frame.source.is_empty());
        (self.frame.height().saturating_sub(source), source)
    }

    /// Says that there is nothing to draw.
    fn draw_nothing(&self, area: Rect, buf: &mut Buffer, theme: &Theme) {
        let inner = self.frame.draw(area, 1, 1, buf, theme);
        cells::put_wrapped(buf, inner, self.words.nothing, theme.style(Role::Unknown));
    }
}

impl Plot for Lines<'_> {
    fn height(&self, width: u16) -> u16 {
        if !self.has_points() {
            return self.frame.height().saturating_add(1);
        }
        // The legend is as high as it is; the plot gets what it asks for.
        let rows = if self.series.len() > 1 { ROWS_OF_SEVERAL } else { ROWS };
        let drawn = (rows + 2..=rows + 2 + LEGEND).find_map(|height| {
            Layout::of(self, width, height, Markers::default()).filter(|layout| layout.rows >= rows)?;
            Some(self.frame.height().saturating_add(height))
        });
        drawn.unwrap_or_else(|| self.table().height(width))
    }

    fn draw(&self, area: Rect, buf: &mut Buffer, theme: &Theme) {
        let area = area.intersection(buf.area);
        if area.is_empty() {
            return;
        }
        if !self.has_points() {
            return self.draw_nothing(area, buf, theme);
        }
        let (head, source) = self.around();
        let bodies = [head.saturating_add(source), head].map(|around| area.height.saturating_sub(around));
        let layout = |body: u16| Layout::of(self, area.width, body, theme.markers()).map(|layout| (body, layout));
        let Some((body, layout)) = bodies.into_iter().find_map(layout) else {
            return self.table().draw(area, buf, theme);
        };
        let inner = self.frame.draw(area, body, body, buf, theme);
        draw::draw(self, &layout, inner, buf, theme);
    }

    fn twin(&self, _width: u16) -> Box<dyn Plot + '_> {
        self.table()
    }
}
