//! How commands change what the table shows: its filter, order, groups and columns.

use ratatui::layout::Rect;

use super::{area_of_table, columns, selection};
use crate::domain::query::Row;
use crate::domain::{Address, Column, Facet, Metric, Query};
use crate::model::{Columns, Command, Place};
use crate::screens::{Context, Outcome};
use crate::ui::table;

/// Lets a command change the table.
pub(super) fn act(cx: &Context<'_>, place: &mut Place, area: Rect, command: Command) -> Outcome {
    let mut query = place.address.query();
    let column = columns(cx, &query).get(place.view.column).copied().unwrap_or(Column::Name);
    match command {
        Command::Sort => query.sort_by(column),
        Command::SortAlso => query.sort_also_by(column),
        Command::Group => query.group_next(),
        Command::Inverse => query.filter.invert(),
        Command::Everything => query = Query { sort: query.sort, ..Query::default() },
        Command::Only | Command::Without => {
            let Some(metric) = selected(cx, place) else { return Outcome::Ignored };
            let Some(facet) = column.facet() else {
                return Outcome::Notice(cx.messages.says.no_facet.to_owned());
            };
            choose(cx, &mut query, facet, metric, command == Command::Without);
        }
        _ => return in_columns(cx, place, column, command),
    }
    set(cx, place, area, query);
    Outcome::Done
}

fn selected<'a>(cx: &Context<'a>, place: &Place) -> Option<&'a Metric> {
    let at = selection(cx, place).metric(place.view.cursor)?;
    cx.district.data().metrics.get(at)
}

/// Chooses what a metric is like, or leaves it out besides what is left out already.
fn choose(cx: &Context<'_>, query: &mut Query, facet: Facet, metric: &Metric, without: bool) {
    let value = facet.of(cx.district, metric);
    if without {
        query.filter.toggle(facet, value, true);
    } else {
        query.filter.choose(facet, value, false);
    }
}

/// Shows the table by another query. The metric that was selected stays so wherever it has gone, and comes into sight;
/// where it is not there any more, the row in its place is selected. So with the column. The head of a group whose first row comes to stand at
/// the top stays above it.
pub(super) fn set(cx: &Context<'_>, place: &mut Place, area: Rect, query: Query) {
    let column = columns(cx, &place.address.query()).get(place.view.column).copied();
    let shown = columns(cx, &query);
    let at = shown.iter().position(|it| Some(*it) == column).unwrap_or(place.view.column);
    place.view.column = at.min(shown.len().saturating_sub(1));
    let metric = selection(cx, place).metric(place.view.cursor);
    place.address = Address::table(query);
    let selection = selection(cx, place);
    if let Some(row) = metric.and_then(|metric| selection.row_of(metric)) {
        place.view.cursor = row;
    }
    let rows = selection.rows.len();
    place.view.cursor = place.view.cursor.min(rows.saturating_sub(1));
    let area = area_of_table(place, area);
    table::reveal(&mut place.view, rows, area);
    let above = place.view.scroll.saturating_sub(1);
    if matches!(selection.rows.get(above), Some(Row::Group(_))) {
        place.view.scroll = above;
        table::reveal(&mut place.view, rows, area);
    }
}

/// Lets a command change the columns; the selected one stays so.
fn in_columns(cx: &Context<'_>, place: &mut Place, column: Column, command: Command) -> Outcome {
    let there = &cx.district.summary().columns;
    let mut changed = cx.columns.clone();
    match command {
        Command::HideColumn if !changed.hide(column) => {
            return Outcome::Notice(cx.messages.says.name_stays.to_owned());
        }
        Command::HideColumn => {}
        Command::AllColumns => changed = Columns::default(),
        Command::Freeze => changed.freeze(column),
        Command::ColumnLeft | Command::ColumnRight => {
            changed.shift(column, command == Command::ColumnRight, there);
        }
        _ => return Outcome::Ignored,
    }
    let shown = columns(&cx.with_columns(&changed), &place.address.query());
    let at = shown.iter().position(|it| *it == column).unwrap_or(place.view.column);
    place.view.column = at.min(shown.len().saturating_sub(1));
    Outcome::Columns(changed)
}
