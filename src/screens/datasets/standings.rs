//! How the own district stands beside the others, a row a metric: name, figure, place, and the ends of the field.

use ratatui::layout::Rect;

use super::{GAP, ROWS, put_figure, widest};
use crate::domain::figure::{Format, Notation};
use crate::domain::join::{PeerOrder, PeerRow};
use crate::domain::{Address, Bound, Decimal, Metric, PeerStanding, Unit, UnitKind};
use crate::screens::Context;
use crate::screens::parts::more_row;
use crate::ui::page::Pen;
use crate::ui::theme::Role;
use crate::ui::{draw, text};

/// A name takes at most so many rows.
const LINES: u16 = 3;
/// Names have at least so many cells before there are columns for the ends of the field.
const NAME: u16 = 18;

/// What is said of one metric.
struct Row<'a> {
    metric: &'a Metric,
    name: &'a str,
    figure: String,
    /// The place; a sentence where there is none.
    place: String,
    /// What goes with the place.
    note: String,
    /// Lowest and highest, each as district and figure; empty where there is nothing to compare.
    ends: [(String, String); 2],
}

impl<'a> Row<'a> {
    fn of(cx: &Context<'a>, metric: &'a Metric, standing: &PeerStanding<'_>) -> Self {
        let says = &cx.messages.says;
        let unit = cx.district.unit(&metric.unit);
        let with_value = || standing.rows.iter().filter_map(|row| Some((row, row.value?)));
        let compared = standing.of > 1;
        let least = with_value().map(|(_, value)| value).min().filter(|_| compared);
        let most = with_value().map(|(_, value)| value).max().filter(|_| compared);
        // Of ranks the first is the highest.
        let [lowest, highest] = if is_rank(unit) { [most, least] } else { [least, most] };
        let own = metric.value.map(|value| (value.0, metric.bound));
        let of_end = |end: Option<Decimal>| with_value().find(|(_, value)| Some(*value) == end);
        let bound = |end| of_end(end).map(|(row, value)| (value, row.bound));
        let format = format(cx, unit, &[own, bound(lowest), bound(highest)]);
        let end = |end: Option<Decimal>| {
            let Some(((row, value), unit)) = of_end(end).zip(unit) else { return Default::default() };
            let others = with_value().filter(|(_, value)| Some(*value) == end).count() - 1;
            (district(cx, row, others), format.figure(value, row.bound, unit).short())
        };
        let figure = format.metric(cx.district, metric);
        let PeerStanding { position, of, order, tied, certain, .. } = *standing;
        let (place, note) = match position {
            Some(position) if compared => {
                let place = (says.place_of)(&(says.place)(position, tied), of);
                (place, note(cx, unit, order, certain))
            }
            None if compared => ("—".to_owned(), String::new()),
            _ => ((says.standing)(position, of, order, tied, certain), String::new()),
        };
        Self {
            metric,
            name: cx.text(&metric.name),
            figure: figure.map_or_else(|| says.no_value.to_owned(), |figure| figure.text()),
            place,
            note,
            ends: [end(lowest), end(highest)],
        }
    }
}

fn is_rank(unit: Option<&Unit>) -> bool {
    unit.is_some_and(|unit| unit.kind == UnitKind::Rank)
}

/// How the figures of a row are written: two that differ are never shown alike.
fn format(cx: &Context<'_>, unit: Option<&Unit>, figures: &[Option<(Decimal, Bound)>]) -> Format {
    let Some(unit) = unit else { return cx.format() };
    let shown = |(value, bound): (Decimal, Bound)| (value, cx.format().figure(value, bound, unit).short());
    let shown: Vec<(Decimal, String)> = figures.iter().flatten().copied().map(shown).collect();
    let alike = shown.iter().any(|(a, said)| shown.iter().any(|(b, other)| a != b && said == other));
    if alike { Format { notation: Notation::Exact, ..cx.format() } } else { cx.format() }
}

/// The district at an end of the field, and how many others share it.
fn district(cx: &Context<'_>, row: &PeerRow<'_>, others: usize) -> String {
    let name = if row.own { cx.messages.words.own } else { cx.text(row.district) };
    if others == 0 { name.to_owned() } else { format!("{name} +{others}") }
}

/// What goes with a place: that it is not beyond doubt, and what it goes by where more is not better. Of ranks everybody
/// knows.
fn note(cx: &Context<'_>, unit: Option<&Unit>, order: PeerOrder, certain: bool) -> String {
    let says = &cx.messages.says;
    let [higher, lower, size] = says.standing_orders;
    let by = match order {
        PeerOrder::Higher => higher,
        PeerOrder::Lower if is_rank(unit) => "",
        PeerOrder::Lower => lower,
        PeerOrder::Size => size,
    };
    let doubt = if certain { "" } else { says.standing_doubt };
    [doubt, by].into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// The widths of the columns; those of an end are of its district and its figure.
struct Columns {
    name: u16,
    figure: u16,
    place: u16,
    note: u16,
    ends: Option<[(u16, u16); 2]>,
}

impl Columns {
    fn measure(cx: &Context<'_>, rows: &[Row<'_>], width: u16) -> Self {
        let figure = widest(rows.iter().map(|row| &row.figure));
        let compared = || rows.iter().filter(|row| !row.ends.iter().all(|(district, _)| district.is_empty()));
        let place = widest(compared().map(|row| &row.place));
        let note = widest(rows.iter().map(|row| &row.note));
        let stands = place.saturating_add(if note > 0 { GAP + note } else { 0 });
        let sentence = widest(rows.iter().map(|row| &row.place));
        let name = rows.iter().map(|row| text::cells(row.name)).max().unwrap_or(0);
        let ends: [(u16, u16); 2] = std::array::from_fn(|at| {
            let parts = || rows.iter().filter_map(|row| row.ends.get(at));
            let heading = cx.messages.words.extremes.get(at).map_or(0, |word| text::cells(word));
            (widest(parts().map(|(district, _)| district)).max(heading), widest(parts().map(|(_, figure)| figure)))
        });
        let of_ends = ends.iter().fold(0u16, |sum, (district, figure)| sum.saturating_add(district + figure + 2 * GAP));
        let room = |stands: u16| width.saturating_sub(2 + figure.saturating_add(stands).saturating_add(2 * GAP));
        let with_ends = room(stands.saturating_add(of_ends).max(sentence));
        let ends = Some(ends).filter(|ends| ends.iter().any(|(district, _)| *district > 0));
        let ends = ends.filter(|_| compared().next().is_some() && with_ends >= name.min(NAME));
        let room = if ends.is_some() { with_ends } else { room(stands.max(sentence)).max(width / 5) };
        Self { name: name.min(room), figure, place, note, ends }
    }
}

/// Draws where the own district stands, metric by metric. Gives the row below, and an empty one where there is any.
pub(super) fn paint(cx: &Context<'_>, pen: &mut Pen<'_>, area: Rect) -> u16 {
    let says = &cx.messages.says;
    let standings = cx.district.standings();
    if standings.is_empty() {
        return area.y;
    }
    let metrics = &cx.district.data().metrics;
    let row = |at: &usize| {
        let metric = metrics.get(*at)?;
        Some(Row::of(cx, metric, &cx.district.peers_of(&metric.id)?))
    };
    let rows: Vec<Row<'_>> = standings.iter().take(ROWS).filter_map(row).collect();
    let columns = Columns::measure(cx, &rows, area.width);
    let mut y = pen.heading(area, &format!("{} · {}", says.standings, standings.len()), says.standings_note);
    y = headings(cx, pen, Rect { y, height: 1, ..area }, &columns);
    for row in &rows {
        let lines = u16::try_from(text::wrap(row.name, usize::from(columns.name)).len()).unwrap_or(LINES);
        let rect = Rect { y, height: lines.clamp(1, LINES), ..area };
        paint_row(pen, rect, row, &columns);
        y = rect.bottom();
    }
    let hidden = standings.len().saturating_sub(ROWS);
    more_row(cx, pen, Rect { y, ..area }, hidden, Address::Metrics).saturating_add(1)
}

/// The first cells of the ends of the field.
fn starts(area: Rect, columns: &Columns) -> Option<[(u16, u16, u16); 2]> {
    let [low, high] = columns.ends?;
    let beside = [columns.name, columns.figure, columns.place, columns.note];
    let beside = beside.into_iter().filter(|width| *width > 0);
    let first = beside.fold(area.x + 2, |x, width| x.saturating_add(width).saturating_add(GAP));
    let second = first.saturating_add(low.0 + low.1 + 2 * GAP);
    Some([(first, low.0, low.1), (second, high.0, high.1)])
}

/// Draws what stands over the ends of the field, where they are shown. Gives the row below.
fn headings(cx: &Context<'_>, pen: &mut Pen<'_>, area: Rect, columns: &Columns) -> u16 {
    let Some(starts) = starts(area, columns) else { return area.y };
    for ((x, district, figure), word) in starts.into_iter().zip(cx.messages.words.extremes) {
        pen.line(x, area.y, district + GAP + figure, &[(word, Role::Faint)]);
    }
    area.bottom()
}

fn paint_row(pen: &mut Pen<'_>, rect: Rect, row: &Row<'_>, columns: &Columns) {
    pen.stop(rect, Address::Metric(row.metric.id.clone()), |area, buf, theme| {
        let x = area.x + 2;
        let width = columns.name.min(area.right().saturating_sub(x));
        draw::put_wrapped(buf, Rect { x, width, ..area }, row.name, theme.style(Role::Text));
        let end = x.saturating_add(columns.name + GAP + columns.figure).min(area.right());
        put_figure(buf, end, area.y, end.saturating_sub(x + columns.name), &row.figure, theme, Role::Strong);
        let x = end.saturating_add(GAP);
        let room = |x: u16| area.right().saturating_sub(x);
        draw::put(buf, x, area.y, room(x), &row.place, theme.style(Role::Text));
        if !row.note.is_empty() {
            let x = x.saturating_add(columns.place + GAP);
            draw::put(buf, x, area.y, room(x), &row.note, theme.style(Role::Muted));
        }
        let starts = starts(area, columns).into_iter().flatten();
        for ((x, district, figure), (name, value)) in starts.zip(&row.ends) {
            draw::put(buf, x, area.y, district, name, theme.style(Role::Muted));
            let end = x.saturating_add(district + GAP + figure);
            put_figure(buf, end, area.y, figure, value, theme, Role::Text);
        }
    });
}
