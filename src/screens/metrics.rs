//! The table of all metrics.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::parts::{self, cite};
use super::{Context, Outcome, Screen};
use crate::domain::query::{Column, Sort};
use crate::domain::{Address, Metric};
use crate::model::{Command, Place, View};
use crate::ui::page::Pen;
use crate::ui::table::{self, Cell, Shown, Table};
use crate::ui::theme::Role;

pub(super) struct Metrics;

impl Screen for Metrics {
    fn title(&self, cx: &Context<'_>, _: &Place) -> String {
        cx.messages.words.metrics.to_owned()
    }

    fn commands(&self, _: &Context<'_>, _: &Place) -> Vec<Command> {
        vec![Command::Open, Command::Sort]
    }

    fn paint(&self, _: &Context<'_>, _: &Place, _: &mut Pen<'_>, _: u16, height: u16) -> u16 {
        height
    }

    fn act(&self, cx: &Context<'_>, place: &mut Place, area: Rect, command: Command) -> Outcome {
        let order = cx.district.order(place.view.sort, cx.prefs.lang);
        match command {
            Command::Open => match order.get(place.view.cursor).and_then(|at| cx.district.data().metrics.get(*at)) {
                Some(metric) => Outcome::Open(Address::Metric(metric.id.clone())),
                None => Outcome::Ignored,
            },
            Command::Sort => {
                sort(cx, &mut place.view, &order);
                // The row stays selected wherever it has gone, and comes into sight.
                table::reveal(&mut place.view, order.len(), area);
                Outcome::Done
            }
            _ if table::act(&mut place.view, order.len(), Column::ALL.len(), area, command) => Outcome::Done,
            _ => Outcome::Ignored,
        }
    }

    fn draw(&self, cx: &Context<'_>, place: &Place, area: Rect, buf: &mut Buffer) {
        let order = cx.district.order(place.view.sort, cx.prefs.lang);
        let words = &cx.messages.words;
        let column = |column: &Column| match column {
            Column::Action => table::Column { title: words.action, right: false, shrinks_to: Some(10), keep: 3 },
            Column::Name => table::Column { title: words.name, right: false, shrinks_to: Some(24), keep: 9 },
            Column::Figure => table::Column { title: words.figure, right: true, shrinks_to: None, keep: 8 },
            Column::Unit => table::Column { title: words.unit, right: false, shrinks_to: Some(8), keep: 7 },
            Column::Rank => table::Column { title: words.rank, right: false, shrinks_to: Some(14), keep: 4 },
            Column::Period => table::Column { title: words.period, right: false, shrinks_to: Some(8), keep: 1 },
            Column::Source => table::Column { title: words.source, right: false, shrinks_to: Some(12), keep: 2 },
        };
        let columns: Vec<_> = Column::ALL.iter().map(column).collect();
        let metrics = &cx.district.data().metrics;
        let sorted =
            |sort: Sort| Column::ALL.iter().position(|column| *column == sort.column).map(|at| (at, sort.descending));
        let summary = |shown: Shown| {
            let says = &cx.messages.says;
            let shown = (says.table_summary)(shown.columns, shown.all_columns, shown.first, shown.last, shown.rows);
            match place.view.sort {
                Some(Sort { column: Column::Figure, .. }) => format!("{shown} · {}", says.grouped_by_unit),
                _ => shown,
            }
        };
        let table = Table {
            columns: &columns,
            rows: order.len(),
            cells: &|row| {
                order.get(row).and_then(|at| metrics.get(*at)).map(|metric| cells(cx, metric)).unwrap_or_default()
            },
            sorted: place.view.sort.and_then(sorted),
            summary: &summary,
        };
        table.draw(&place.view, area, buf, &cx.theme);
    }
}

/// Sorts by the selected column: upwards, then downwards, then in the order of the file again.
fn sort(cx: &Context<'_>, view: &mut View, order: &[usize]) {
    let selected = order.get(view.cursor).copied();
    let Some(column) = Column::ALL.get(view.column).copied() else { return };
    view.sort = match view.sort {
        Some(Sort { column: by, descending: false }) if by == column => Some(Sort { column, descending: true }),
        Some(Sort { column: by, descending: true }) if by == column => None,
        _ => Some(Sort { column, descending: false }),
    };
    let sorted = cx.district.order(view.sort, cx.prefs.lang);
    if let Some(at) = sorted.iter().position(|at| Some(*at) == selected) {
        view.cursor = at;
    }
}

/// The cells of a metric, one for each column.
fn cells(cx: &Context<'_>, metric: &Metric) -> Vec<Cell> {
    let figure = cx.format().metric(cx.district, metric);
    // Percent, times and places stand with the number already.
    let unit = figure.as_ref().map_or("", |figure| figure.unit.as_str());
    let figure_cell = match &figure {
        Some(figure) => (figure.short(), Role::Strong),
        None => (cx.messages.says.no_value.to_owned(), Role::Unknown),
    };
    // Where all come from one document, the paragraph says enough.
    let cite = if cx.district.summary().one_source { cite::place } else { cite::short };
    let source = cite(cx, metric.source.as_ref());
    let rank = metric.rank.as_ref().map(|rank| cx.format().rank(rank)).unwrap_or_default();
    let action = parts::action_name(cx, metric.action.as_ref()).to_owned();
    vec![
        (action, parts::hue(cx, metric.action.as_ref())),
        (cx.text(&metric.name).to_owned(), Role::Text),
        figure_cell,
        (unit.to_owned(), Role::Muted),
        (rank, Role::Muted),
        (cx.district.period_of(metric).describe(cx.prefs.lang), Role::Faint),
        (source, Role::Faint),
    ]
}
