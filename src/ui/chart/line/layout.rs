//! Where the parts of a line chart stand: labels of values, plot, labels at its end, periods, legend.

use super::axis::{Axis, Course};
use super::canvas;
use super::legend::{self, Item};
use super::{Kind, Lines, Point, labels, signs};
use crate::domain::Decimal;
use crate::model::Markers;
use crate::ui::chart::bullet::joined;
use crate::ui::chart::columns;
use crate::ui::text;
use crate::ui::theme::Role;

/// The fewest rows that a line is drawn in.
const LEAST_ROWS: u16 = 4;

/// Several lines need more to be told apart.
const LEAST_ROWS_OF_SEVERAL: u16 = 6;

/// The fewest cells that a line is drawn in.
const LEAST_CELLS: u16 = 12;

/// A plot of this width is not made narrower for what can be said elsewhere.
const GOOD_CELLS: u16 = 24;

/// A label right of the plot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct End {
    /// Its row of the plot.
    pub(super) row: u16,
    pub(super) words: String,
    pub(super) role: Role,
}

/// Where everything stands.
#[derive(Debug, Clone)]
pub(super) struct Layout {
    pub(super) axis: Axis,
    /// The texts of the ticks.
    pub(super) ticks: Vec<String>,
    /// The width of these texts, before the axis.
    pub(super) left: u16,
    /// The cells and the rows of the plot.
    pub(super) width: u16,
    pub(super) rows: u16,
    pub(super) ends: Vec<End>,
    /// Periods and where they are written, from the left edge of all.
    pub(super) periods: Vec<(usize, u16)>,
    pub(super) legend: Vec<Vec<Item>>,
}

/// What stands right of the plot, the most first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Form {
    names: bool,
    references: bool,
    forecasts: bool,
}

const FORMS: [Form; 5] = [
    Form { names: true, references: true, forecasts: true },
    Form { names: true, references: true, forecasts: false },
    Form { names: false, references: true, forecasts: false },
    Form { names: true, references: false, forecasts: false },
    Form { names: false, references: false, forecasts: false },
];

/// Labels of one row stand in the order of their values, as far as that many levels of a row tell them apart.
const SORTED: u16 = 64;

impl Layout {
    /// Shares out an area without its frame; `None` where a line would be a smear.
    pub(super) fn of(chart: &Lines, width: u16, height: u16, markers: Markers) -> Option<Self> {
        if chart.series.len() > signs::MOST {
            return None;
        }
        // Before anything else is measured: every period needs a column.
        u16::try_from(chart.periods.len()).ok().filter(|periods| *periods <= width)?;
        let good = |layout: &Self| layout.width >= GOOD_CELLS.max(columns::count(chart.periods.len() * 3 / 2));
        let all = || FORMS.into_iter().filter_map(|form| Self::with(chart, form, width, height, markers));
        all().find(good).or_else(|| all().next_back())
    }

    fn with(chart: &Lines, form: Form, width: u16, height: u16, markers: Markers) -> Option<Self> {
        let least = if chart.series.len() > 1 { LEAST_ROWS_OF_SEVERAL } else { LEAST_ROWS };
        let course = if chart.inverted { Course::Places } else { Course::Amounts };
        let under = |broken: bool| {
            let legend = legend::rows(chart.legend(!form.references, broken, markers), width, Item::width)?;
            let rows = height.checked_sub(columns::count(legend.len()).saturating_add(2))?;
            let axis = Axis::of(chart.values(), rows, course).filter(|_| rows >= least)?;
            Some((legend, rows, axis))
        };
        // Whether the axis is broken, and has to say so, follows from the rows that the legend leaves.
        let plain = under(false).filter(|(_, _, axis)| !axis.is_broken());
        let (legend, rows, axis) = plain.or_else(|| under(true))?;
        let ticks: Vec<String> = axis.ticks.iter().map(|tick| chart.tick(*tick)).collect();
        let left = columns::widest(&ticks, |tick| tick);
        let ends = ends(chart, form, &axis, rows, markers)?;
        let right = columns::widest(&ends, |end| &end.words);
        let right = if right > 0 { right.saturating_add(1) } else { 0 };
        let plot = width.checked_sub(left.saturating_add(1).saturating_add(right))?;
        // A cell before the first point and one behind the last, for its letter.
        let least = columns::count(chart.periods.len()).saturating_add(2).max(LEAST_CELLS);
        if plot < least {
            return None;
        }
        let mut layout = Self { axis, ticks, left, width: plot, rows, ends, periods: Vec::new(), legend };
        layout.periods = layout.periods(chart, width);
        let named = chart.periods.iter().filter(|period| !period.is_empty()).count();
        // Without the names of two periods nobody knows which way time runs.
        (layout.periods.len() >= named.min(2)).then_some(layout)
    }

    fn periods(&self, chart: &Lines, width: u16) -> Vec<(usize, u16)> {
        let widths: Vec<u16> = chart.periods.iter().map(|period| text::cells(period)).collect();
        let count = chart.periods.len();
        let middles: Vec<u16> = (0..count).map(|at| self.left + 1 + self.column(at, count)).collect();
        labels::thinned(&widths, &middles, 0, width)
    }

    /// The column of a period in the plot.
    pub(super) fn column(&self, at: usize, count: usize) -> u16 {
        let span = usize::from(self.width.saturating_sub(3));
        let along = match count.saturating_sub(1) {
            0 => span / 2,
            last => (at * span + last / 2) / last,
        };
        columns::count(along).saturating_add(1)
    }

    /// The row of the plot that is nearest to a value, from the top.
    pub(super) fn row(&self, value: Decimal) -> u16 {
        row(&self.axis, value, self.rows)
    }

    /// How high a line stands at a value, in the levels of the canvas. Lines whose points all have signs run through these,
    /// which stand in the middle of their rows: of the two dots there the lower, as signs sit a little low.
    pub(super) fn level(&self, value: Decimal, markers: Markers, signs: bool) -> u16 {
        let of_row = canvas::of_row(markers);
        if signs {
            self.axis.level(value, 1).saturating_mul(of_row).saturating_add(of_row.saturating_sub(1) / 2)
        } else {
            self.axis.level(value, of_row)
        }
    }
}

/// The row of a value on a plot of so many, from the top.
fn row(axis: &Axis, value: Decimal, rows: u16) -> u16 {
    rows.saturating_sub(1).saturating_sub(axis.level(value, 1))
}

/// The labels right of the plot, moved apart; `None` where there are more than rows. The own figure of a series is its last
/// one that is no forecast.
fn ends(chart: &Lines, form: Form, axis: &Axis, rows: u16, markers: Markers) -> Option<Vec<End>> {
    let alone = chart.series.len() < 2;
    let mut found: Vec<(Decimal, End)> = Vec::new();
    let mut tell = |value: Decimal, words: String, role: Role| {
        found.push((value, End { row: row(axis, value, rows), words, role }));
    };
    for (at, series) in chart.series.iter().enumerate() {
        let forecast = |(_, point, _): &(usize, &Point, Decimal)| point.kind == Kind::Forecast;
        if let Some((last, point, value)) = chart.given(series).rfind(|given| !forecast(given)) {
            let mut words = point.figure.clone();
            if !alone {
                let name = if form.names { format!("{} ", series.name) } else { String::new() };
                words = format!("{} {name}{words}", signs::point(at, Kind::Settled, alone, markers));
            }
            // The own figure is not always one of the last period.
            if let Some(period) = chart.periods.get(last).filter(|_| last + 1 < chart.periods.len()) {
                words = format!("{words} ({period})");
            }
            tell(value, words, series.role);
        }
        if let Some((_, point, value)) = chart.given(series).next_back().filter(forecast).filter(|_| form.forecasts) {
            let sign = if alone { "" } else { signs::point(at, Kind::Forecast, alone, markers) };
            // Its letter stands beside the point already.
            tell(value, joined(" ", [sign, &point.figure]), Role::Muted);
        }
    }
    for reference in chart.references.iter().filter(|_| form.references) {
        tell(reference.value, format!("{} {}", reference.label, reference.figure), Role::Muted);
    }
    let level = |value: Decimal| axis.level(value, SORTED);
    found.sort_by_key(|(value, _)| std::cmp::Reverse(level(*value)));
    let wanted: Vec<u16> = found.iter().map(|(_, end)| end.row).collect();
    let placed = labels::apart(&wanted, rows)?;
    Some(found.into_iter().zip(placed).map(|((_, end), row)| End { row, ..end }).collect())
}

impl Lines<'_> {
    /// The items of the legend: series, references that are not named at the end of their lines, gaps, kinds of points,
    /// and where the axis starts.
    fn legend(&self, references: bool, broken: bool, markers: Markers) -> Vec<Item> {
        let rules = signs::rules(markers);
        let alone = self.series.len() < 2;
        let mut items = Vec::new();
        for (at, series) in self.series.iter().enumerate() {
            let gaps = self.periods.len().saturating_sub(self.given(series).count());
            if !alone {
                let count = if gaps > 0 { format!(" ({} {})", rules.gap, self.gaps(gaps)) } else { String::new() };
                let words = format!("{}{count}", series.name);
                items.push(Item { sign: signs::point(at, Kind::Settled, alone, markers), role: series.role, words });
            } else if gaps > 0 {
                items.push(Item { sign: rules.gap, role: Role::Unknown, words: self.gaps(gaps) });
            }
        }
        for (at, reference) in self.references.iter().enumerate().filter(|_| references) {
            let (sign, _) = signs::reference(at, markers);
            items.push(Item { sign, role: Role::Muted, words: format!("{} {}", reference.label, reference.figure) });
        }
        items.extend(self.kinds().map(|kind| Item {
            sign: signs::letter(kind),
            role: Role::Text,
            words: self.words.kind(kind).to_owned(),
        }));
        if broken {
            items.push(Item { sign: rules.broken, role: Role::Warn, words: self.words.not_from_zero.to_owned() });
        }
        items
    }

    fn gaps(&self, count: usize) -> String {
        self.words.gaps.map_or_else(|| count.to_string(), |say| say(count))
    }

    /// The kinds of points that occur and are not settled.
    pub(super) fn kinds(&self) -> impl Iterator<Item = Kind> + '_ {
        let points = || self.series.iter().flat_map(|series| self.given(series));
        Kind::MARKED.into_iter().filter(move |kind| points().any(|(_, point, _): (_, &Point, _)| point.kind == *kind))
    }
}
