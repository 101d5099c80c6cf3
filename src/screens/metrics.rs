//! The table of all metrics.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::parts::{self, cite, standing};
use super::{Context, Outcome, Screen};
use crate::domain::query::{Column, Sort};
use crate::domain::status::{Status, status};
use crate::domain::{Address, Exception, Id, Metric};
use crate::model::{Command, Place};
use crate::ui::draw;
use crate::ui::page::Pen;
use crate::ui::table::{self, Cell, Shown, Table};
use crate::ui::theme::Role;

pub(super) struct Metrics;

impl Screen for Metrics {
    fn title(&self, cx: &Context<'_>, place: &Place) -> String {
        match only(place) {
            Some(reason) => parts::reason(cx, reason).to_owned(),
            None => cx.messages.words.metrics.to_owned(),
        }
    }

    fn metric(&self, cx: &Context<'_>, place: &Place, _: Rect) -> Option<Id> {
        let order = cx.district.order(place.view.sort, only(place), cx.prefs.lang);
        let at = order.get(place.view.cursor)?;
        cx.district.data().metrics.get(*at).map(|metric| metric.id.clone())
    }

    fn commands(&self, _: &Context<'_>, _: &Place) -> Vec<Command> {
        vec![Command::Open, Command::Sort, Command::Mark]
    }

    fn paint(&self, _: &Context<'_>, _: &Place, _: &mut Pen<'_>, _: u16, height: u16) -> u16 {
        height
    }

    fn act(&self, cx: &Context<'_>, place: &mut Place, area: Rect, command: Command) -> Outcome {
        let order = cx.district.order(place.view.sort, only(place), cx.prefs.lang);
        match command {
            Command::Open => {
                self.metric(cx, place, area).map_or(Outcome::Ignored, |id| Outcome::Open(Address::Metric(id)))
            }
            Command::Sort => {
                sort(cx, place, &order);
                // The row stays selected wherever it has gone, and comes into sight.
                table::reveal(&mut place.view, order.len(), area);
                Outcome::Done
            }
            _ if table::act(&mut place.view, order.len(), columns(cx).len(), area, command) => Outcome::Done,
            _ => Outcome::Ignored,
        }
    }

    fn draw(&self, cx: &Context<'_>, place: &Place, area: Rect, buf: &mut Buffer) {
        let order = cx.district.order(place.view.sort, only(place), cx.prefs.lang);
        if order.is_empty() && only(place).is_some() {
            let sentence = cx.messages.says.nothing_wanting;
            draw::put(buf, area.x + 2, area.y, area.width.saturating_sub(2), sentence, cx.theme.style(Role::Muted));
            return;
        }
        let words = &cx.messages.words;
        let column = |column: &Column| match column {
            Column::Action => table::Column { title: words.action, right: false, shrinks_to: Some(10), keep: 3 },
            Column::Name => table::Column { title: words.name, right: false, shrinks_to: Some(24), keep: 9 },
            Column::Figure => table::Column { title: words.figure, right: true, shrinks_to: None, keep: 8 },
            Column::Unit => table::Column { title: words.unit, right: false, shrinks_to: Some(8), keep: 7 },
            Column::Change => table::Column { title: words.change, right: true, shrinks_to: Some(10), keep: 6 },
            Column::Status => table::Column { title: words.status, right: false, shrinks_to: Some(8), keep: 5 },
            Column::Rank => table::Column { title: words.rank, right: false, shrinks_to: Some(14), keep: 4 },
            Column::Period => table::Column { title: words.period, right: false, shrinks_to: Some(8), keep: 1 },
            Column::Source => table::Column { title: words.source, right: false, shrinks_to: Some(12), keep: 2 },
        };
        let columns: Vec<_> = columns(cx).iter().map(column).collect();
        let metrics = &cx.district.data().metrics;
        let sorted = |sort: Sort| {
            self::columns(cx).iter().position(|column| *column == sort.column).map(|at| (at, sort.descending))
        };
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

/// The reason that the table is filtered by.
fn only(place: &Place) -> Option<Exception> {
    match place.address {
        Address::Attention(reason) => Some(reason),
        _ => None,
    }
}

/// The columns that are wanted and hold anything in this dataset; all of the latter where none of the former does.
fn columns(cx: &Context<'_>) -> Vec<Column> {
    let held = &cx.district.summary().columns;
    let wanted: Vec<Column> = cx.prefs.columns.iter().copied().filter(|column| held.contains(column)).collect();
    if wanted.is_empty() { held.clone() } else { wanted }
}

/// Sorts by the selected column: upwards, then downwards, then in the order of the file again.
fn sort(cx: &Context<'_>, place: &mut Place, order: &[usize]) {
    let reason = only(place);
    let view = &mut place.view;
    let selected = order.get(view.cursor).copied();
    let Some(column) = columns(cx).get(view.column).copied() else { return };
    view.sort = match view.sort {
        Some(Sort { column: by, descending: false }) if by == column => Some(Sort { column, descending: true }),
        Some(Sort { column: by, descending: true }) if by == column => None,
        _ => Some(Sort { column, descending: false }),
    };
    let sorted = cx.district.order(view.sort, reason, cx.prefs.lang);
    if let Some(at) = sorted.iter().position(|at| Some(*at) == selected) {
        view.cursor = at;
    }
}

/// The cells of a metric, one for each column.
fn cells(cx: &Context<'_>, metric: &Metric) -> Vec<Cell> {
    let figure = cx.format().metric(cx.district, metric);
    let cell = |column: &Column| match column {
        Column::Action => {
            (parts::action_name(cx, metric.action.as_ref()).to_owned(), parts::hue(cx, metric.action.as_ref()))
        }
        Column::Name => (parts::marked_name(cx, metric), Role::Text),
        Column::Figure => match &figure {
            Some(figure) => (figure.short(), Role::Strong),
            None => (cx.messages.says.no_value.to_owned(), Role::Unknown),
        },
        // Percent, times and places stand with the number already.
        Column::Unit => (figure.as_ref().map(|figure| figure.unit.clone()).unwrap_or_default(), Role::Muted),
        Column::Change => {
            standing::change(cx, metric).map_or((String::new(), Role::Text), |told| (told.short(cx), told.role()))
        }
        Column::Status if status(metric) == Status::NoTarget => (String::new(), Role::Unknown),
        Column::Status => standing::told(cx, metric),
        Column::Rank => (metric.rank.as_ref().map(|rank| cx.format().rank(rank)).unwrap_or_default(), Role::Muted),
        Column::Period => (cx.district.period_of(metric).describe(cx.prefs.lang), Role::Faint),
        Column::Source => {
            // Where all come from one document, the paragraph says enough.
            let cite = if cx.district.summary().one_source { cite::place } else { cite::short };
            (cite(cx, metric.source.as_ref()), Role::Faint)
        }
    };
    columns(cx).iter().map(cell).collect()
}
