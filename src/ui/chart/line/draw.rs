//! Draws a chart of lines whose parts have their places.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use super::canvas::{Canvas, Pen};
use super::layout::Layout;
use super::signs::{self, Rules};
use super::{Kind, Lines, Series};
use crate::domain::Decimal;
use crate::ui::theme::{Role, Theme};
use crate::ui::{draw, text};

/// The cells from period to period below which a line alone can be seen better than its points.
const CLOSE: u16 = 3;

/// The cells from one sign to the next on lines of close points: enough to tell the lines apart.
const SIGNS_APART: u16 = 12;

/// Draws everything inside the frame.
pub(super) fn draw(chart: &Lines, layout: &Layout, area: Rect, buf: &mut Buffer, theme: &Theme) {
    let markers = theme.markers();
    let rules = signs::rules(markers);
    let x = area.x.saturating_add(layout.left).saturating_add(1);
    let plot = Rect { x, width: layout.width, height: layout.rows, ..area }.intersection(area);
    let mut canvas = Canvas::new(layout.width, layout.rows, markers);
    // The first series lies on top.
    for at in (0..chart.series.len()).rev() {
        draw_line(chart, layout, at, &mut canvas, theme);
        draw_signs(chart, layout, at, &mut canvas, theme);
    }
    for series in chart.series {
        draw_letters(chart, layout, series, &mut canvas);
    }
    draw_axis(layout, rules, &canvas, plot, buf, theme);
    for (at, reference) in chart.references.iter().enumerate() {
        let row = layout.row(reference.value);
        let (dash, step) = signs::reference(at, markers);
        dashes(&canvas, plot, row, (dash, step), buf, theme.style(Role::Muted));
    }
    canvas.draw(plot, buf, theme);
    draw_first(chart, layout, &canvas, plot, buf, theme);
    for end in &layout.ends {
        let (x, y) = (plot.right().saturating_add(1), plot.y.saturating_add(end.row));
        // The own figure is what is read first; what it is compared with, and what may come, stand behind it.
        let weight = if end.role == Role::Muted { Modifier::empty() } else { Modifier::BOLD };
        let style = theme.style(end.role).add_modifier(weight);
        draw::put(buf, x, y, area.right().saturating_sub(x), &end.words, style);
    }
    draw_periods(chart, layout, rules, plot, area, buf, theme);
    let top = plot.bottom().saturating_add(2);
    let legend = Rect { y: top, height: area.bottom().saturating_sub(top), ..area };
    super::legend::draw(&layout.legend, legend, buf, theme);
}

/// The lines between points of periods that follow each other; none across a gap.
fn draw_line(chart: &Lines, layout: &Layout, line: usize, canvas: &mut Canvas, theme: &Theme) {
    let Some(series) = chart.series.get(line) else { return };
    let (count, signs) = (chart.periods.len(), every(chart, layout) == 1);
    let place = |at: usize, value: Decimal| (layout.column(at, count), layout.level(value, theme.markers(), signs));
    for ((from, _, start), (to, point, end)) in chart.given(series).zip(chart.given(series).skip(1)) {
        if from + 1 == to {
            let pen = Pen { pattern: signs::pattern(point.kind), role: series.role, line };
            canvas.line(place(from, start), place(to, end), pen);
        }
    }
}

/// Of how many points one has its sign: of all of them, unless they are so close together that the line alone is seen better.
fn every(chart: &Lines, layout: &Layout) -> usize {
    let count = chart.periods.len();
    let step = layout.column(1, count).saturating_sub(layout.column(0, count)).max(1);
    match chart.series.len() {
        _ if step >= CLOSE => 1,
        1 => usize::MAX,
        _ => usize::from(SIGNS_APART.div_ceil(step)),
    }
}

/// The signs at points: at all of them, or where they are close together at as many as tell the lines apart, and at those
/// that are not settled, that stand alone, or that are an end.
fn draw_signs(chart: &Lines, layout: &Layout, at: usize, canvas: &mut Canvas, theme: &Theme) {
    let Some(series) = chart.series.get(at) else { return };
    let markers = theme.markers();
    let (count, every) = (chart.periods.len(), every(chart, layout));
    let given = |at: Option<usize>| at.and_then(|at| series.points.get(at)).is_some_and(|point| point.value.is_some());
    let ends = (chart.given(series).next().map(|(at, ..)| at), chart.given(series).next_back().map(|(at, ..)| at));
    let own = chart.given(series).rfind(|(_, point, _)| point.kind != Kind::Forecast).map(|(at, ..)| at);
    for (period, point, value) in chart.given(series) {
        let alone = !given(period.checked_sub(1)) && !given(period.checked_add(1).filter(|at| *at < count));
        let end = [ends.0, ends.1, own].contains(&Some(period));
        if alone || end || point.kind != Kind::Settled || period.is_multiple_of(every) {
            let sign = signs::point(at, point.kind, chart.series.len() < 2, markers);
            canvas.sign(layout.column(period, count), layout.row(value), sign, series.role);
        }
    }
}

/// The letters beside points that are not settled: where nothing stands, else over a line, else in place of the sign.
fn draw_letters(chart: &Lines, layout: &Layout, series: &Series, canvas: &mut Canvas) {
    for (period, point, value) in chart.given(series).filter(|(_, point, _)| point.kind != Kind::Settled) {
        let x = layout.column(period, chart.periods.len());
        let row = layout.row(value);
        let above = row.checked_sub(1).unwrap_or(u16::MAX);
        let beside = [(x + 1, row), (x, above), (x, row + 1), (x - 1, row), (x + 1, above), (x + 1, row + 1)];
        let blank = beside.into_iter().find(|(x, row)| canvas.is_blank(*x, *row));
        let free = blank.or_else(|| beside.into_iter().find(|(x, row)| canvas.takes_sign(*x, *row)));
        let (x, row) = free.unwrap_or((x, row));
        canvas.sign(x, row, signs::letter(point.kind), Role::Text);
    }
}

/// The axis of values with its ticks, and the line at zero where values lie below it.
fn draw_axis(layout: &Layout, rules: Rules, canvas: &Canvas, plot: Rect, buf: &mut Buffer, theme: &Theme) {
    let style = theme.style(Role::Faint);
    let x = plot.x.saturating_sub(1);
    for y in plot.top()..plot.bottom() {
        draw::put(buf, x, y, 1, rules.axis, style);
    }
    let mut taken = None;
    for (tick, words) in layout.axis.ticks.iter().zip(&layout.ticks) {
        let row = layout.row(*tick);
        if taken != Some(row) {
            draw::put(buf, x, plot.y.saturating_add(row), 1, rules.tick, style);
            draw::put_right(buf, x, plot.y.saturating_add(row), layout.left, words, theme.style(Role::Muted));
            taken = Some(row);
        }
    }
    if layout.axis.is_signed() {
        dashes(canvas, plot, layout.row(Decimal::ZERO), (rules.base, 1), buf, style);
    }
}

/// A line across the plot behind everything else, a dash every `step` cells.
fn dashes(canvas: &Canvas, plot: Rect, row: u16, dash: (&str, usize), buf: &mut Buffer, style: Style) {
    for (column, x) in (0..plot.width).zip(plot.left()..plot.right()).step_by(dash.1) {
        if canvas.is_blank(column, row) {
            draw::put(buf, x, plot.y.saturating_add(row), 1, dash.0, style);
        }
    }
}

/// The first figure of a single series, over its point or under it, if nothing stands there.
fn draw_first(chart: &Lines, layout: &Layout, canvas: &Canvas, plot: Rect, buf: &mut Buffer, theme: &Theme) {
    let [series] = chart.series else { return };
    let mut given = chart.given(series);
    let (Some((at, point, value)), Some(_)) = (given.next(), given.next_back()) else { return };
    let count = chart.periods.len();
    let row_of = |value: Decimal| layout.row(value);
    let (x, row, width) = (layout.column(at, count), row_of(value), text::cells(&point.figure));
    let zero = layout.axis.is_signed().then_some(Decimal::ZERO);
    let dashes: Vec<u16> = chart.references.iter().map(|reference| reference.value).chain(zero).map(row_of).collect();
    // What stands in a gap would look like a value of it.
    let gap = (at..count).find(|at| series.points.get(*at).is_none_or(|point| point.value.is_none()));
    let end = gap.map_or(layout.width, |gap| layout.column(gap, count));
    // With a blank cell behind it.
    let cells = x..x.saturating_add(width).saturating_add(1);
    let free = |row: &u16| !dashes.contains(row) && cells.clone().all(|x| x < end && canvas.is_blank(x, *row));
    if let Some(row) = [row.checked_sub(1), row.checked_add(1)].into_iter().flatten().find(free) {
        let (x, y) = (plot.x.saturating_add(x), plot.y.saturating_add(row));
        draw::put(buf, x, y, width, &point.figure, theme.style(series.role));
    }
}

/// The axis of periods: its line, a tick for each label, the gaps, the labels.
fn draw_periods(chart: &Lines, layout: &Layout, rules: Rules, plot: Rect, area: Rect, buf: &mut Buffer, theme: &Theme) {
    let style = theme.style(Role::Faint);
    let (y, count) = (plot.bottom(), chart.periods.len());
    for x in plot.left()..plot.right() {
        draw::put(buf, x, y, 1, rules.base, style);
    }
    let column = |at: usize| plot.x.saturating_add(layout.column(at, count));
    for (at, start) in &layout.periods {
        draw::put(buf, column(*at), y, 1, rules.period, style);
        let words = chart.periods.get(*at).map(String::as_str).unwrap_or_default();
        let room = area.width.saturating_sub(*start);
        draw::put(buf, area.x.saturating_add(*start), y + 1, room, words, theme.style(Role::Muted));
    }
    for at in 0..count {
        let missing = |series: &Series| series.points.get(at).is_none_or(|point| point.value.is_none());
        if chart.series.iter().any(missing) {
            draw::put(buf, column(at), y, 1, rules.gap, theme.style(Role::Unknown));
        }
    }
    let broken = layout.axis.is_broken();
    let (corner, role) = if broken { (rules.broken, Role::Warn) } else { (rules.corner, Role::Faint) };
    draw::put(buf, plot.x.saturating_sub(1), y, 1, corner, theme.style(role));
}
