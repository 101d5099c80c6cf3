//! The table of metrics.

mod cells;
mod change;
pub(crate) mod facets;

use std::sync::Arc;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::parts::filter;
use super::{Context, Outcome, Screen, Selected};
use crate::domain::query::{Choice, Filter, Row, Selection};
use crate::domain::search::Target;
use crate::domain::{Address, Column, Exception, Facet, Id, Query, Sort};
use crate::model::{Command, Mouse, Place};
use crate::ui::page::Pen;
use crate::ui::table::{self, Shown, Table};
use crate::ui::theme::Role;
use crate::ui::{draw, text};

pub(super) struct Metrics;

/// Below this height the filter is told in the title bar alone.
const ROOMY: u16 = 8;

impl Screen for Metrics {
    fn title(&self, cx: &Context<'_>, place: &Place) -> String {
        let Filter { facets, text, inverse } = place.address.query().filter;
        let (words, says) = (&cx.messages.words, &cx.messages.says);
        let mut values = facets.iter().filter(|(_, choice)| !choice.without).flat_map(|(facet, choice)| {
            choice.values.iter().map(|value| (*facet, filter::value(cx, *facet, value.as_deref())))
        });
        match (facets.len(), values.next(), values.next(), text, inverse) {
            (0, _, _, None, _) => words.metrics.to_owned(),
            (1, Some((Facet::Is, reason)), None, None, false) => reason,
            (1, Some((_, value)), None, None, false) => (says.filtered)(words.metrics, &value),
            (0, _, _, Some(text), false) => (says.filtered)(words.metrics, &(says.with_words)(&text)),
            _ => (says.filtered)(words.metrics, words.filtered),
        }
    }

    fn metric(&self, cx: &Context<'_>, place: &Place, _: Rect) -> Option<Id> {
        let at = selection(cx, place).metric(place.view.cursor)?;
        cx.district.data().metrics.get(at).map(|metric| metric.id.clone())
    }

    fn commands(&self, cx: &Context<'_>, place: &Place) -> Vec<Command> {
        if selection(cx, place).rows.is_empty() {
            // Where nothing is found, what is left is to look for something else.
            return vec![Command::FilterText, Command::Facets, Command::Inverse, Command::Everything];
        }
        vec![
            Command::Open,
            Command::Sort,
            Command::FilterText,
            Command::Facets,
            Command::Mark,
            Command::Group,
            Command::SortAlso,
            Command::Only,
            Command::Without,
            Command::Inverse,
            Command::Everything,
            Command::HideColumn,
            Command::AllColumns,
            Command::ColumnLeft,
            Command::ColumnRight,
            Command::Freeze,
            Command::Provenance,
        ]
    }

    fn paint(&self, _: &Context<'_>, _: &Place, _: &mut Pen<'_>, _: u16, height: u16) -> u16 {
        height
    }

    fn selected(&self, cx: &Context<'_>, place: &Place, _: Rect) -> Option<Selected> {
        let Outcome::Open(address) = opened(cx, place, &selection(cx, place)) else { return None };
        let column = columns(cx, &place.address.query()).get(place.view.column).copied();
        Some(Selected { column, ..Selected::of(Target::Place(address)) })
    }

    fn reselect(&self, cx: &Context<'_>, place: &mut Place, area: Rect, selected: &Selected) {
        if let Target::Place(address) = &selected.thing {
            self.select(cx, place, area, address);
        }
        let columns = columns(cx, &place.address.query());
        let at = columns.iter().position(|column| Some(*column) == selected.column);
        place.view.column = at.unwrap_or(place.view.column);
    }

    fn select(&self, cx: &Context<'_>, place: &mut Place, area: Rect, target: &Address) {
        let selection = selection(cx, place);
        let row = match target {
            Address::Metric(id) => {
                let at = cx.district.data().metrics.iter().position(|metric| metric.id == *id);
                at.and_then(|at| selection.row_of(at))
            }
            Address::MetricsBy(_) => group_of(&place.address.query(), &selection, target),
            _ => None,
        };
        if let Some(row) = row {
            place.view.cursor = row;
            let area = area_of_table(place, area);
            table::reveal(&mut place.view, selection.rows.len(), area);
        }
    }

    fn act(&self, cx: &Context<'_>, place: &mut Place, area: Rect, command: Command) -> Outcome {
        let selection = selection(cx, place);
        if command == Command::Open {
            return opened(cx, place, &selection);
        }
        let table = area_of_table(place, area);
        if table::act(&mut place.view, selection.rows.len(), columns(cx, &place.address.query()).len(), table, command)
        {
            return Outcome::Done;
        }
        change::act(cx, place, area, command)
    }

    fn click(&self, cx: &Context<'_>, place: &mut Place, area: Rect, mouse: Mouse) -> Outcome {
        let selection = selection(cx, place);
        let rows = selection.rows.len();
        let table = area_of_table(place, area);
        let Some(row) = table::row_at(&place.view, rows, table, mouse.row) else { return Outcome::Ignored };
        if place.view.cursor.min(rows.saturating_sub(1)) == row {
            return opened(cx, place, &selection);
        }
        place.view.cursor = row;
        table::reveal(&mut place.view, rows, table);
        Outcome::Done
    }

    fn scroll(&self, cx: &Context<'_>, place: &mut Place, area: Rect, down: bool, by: u16) {
        let rows = selection(cx, place).rows.len();
        let area = area_of_table(place, area);
        table::scroll(&mut place.view, rows, area, down, usize::from(by));
    }

    fn draw(&self, cx: &Context<'_>, place: &Place, area: Rect, buf: &mut Buffer) {
        let query = place.address.query();
        let body = area_of_table(place, area);
        if body != area {
            told(cx, &query.filter, Rect { height: 1, ..area }, buf);
        }
        let selection = selection(cx, place);
        let metrics = &cx.district.data().metrics;
        let shown = columns(cx, &query);
        let columns: Vec<_> = shown.iter().map(|column| cells::column(cx, *column)).collect();
        let place_of = |column: Column| shown.iter().position(|it| *it == column);
        let sorted: Vec<(usize, bool)> =
            query.sort.iter().filter_map(|key| Some((place_of(key.column)?, key.descending))).collect();
        let summary = |told: Shown<'_>| {
            let says = &cx.messages.says;
            let there = &cx.district.summary().columns;
            let hidden = there.len().saturating_sub(cx.columns.shown(there).len());
            // The heads of groups are no rows of their own.
            let metrics_in =
                |rows: usize| selection.rows.iter().take(rows).filter(|row| matches!(row, Row::Metric(_))).count();
            let last = metrics_in(told.last);
            let first = (metrics_in(told.first.saturating_sub(1)) + 1).min(last);
            // First, for it stands nowhere else, and the end of a long line is cut.
            let mut parts: Vec<String> = unseen_order(cx, &query, &shown, told.columns).into_iter().collect();
            let told = told.columns.len();
            parts.push((says.table_summary)(selection.metrics, metrics.len(), told, shown.len(), first, last));
            if hidden > 0 {
                parts.push((says.hidden_columns)(hidden));
            }
            let summary = parts.join(" · ");
            if !query.sort.iter().any(|key| key.column == Column::Figure) {
                return summary;
            }
            // In as many words as there is room for; a list that is cut would look like all of it.
            let kinds = [says.grouped_by_unit, says.grouped_by_kind].map(|words| format!("{summary} · {words}"));
            kinds.into_iter().find(|told| text::cells(told) + 2 <= body.width).unwrap_or(summary)
        };
        let head = |row: usize| match selection.rows.get(row)? {
            Row::Group(group) => {
                let (value, count) = selection.groups.get(*group)?;
                let name = filter::value(cx, query.group?, value.as_deref());
                Some([name, (cx.messages.says.group_count)(*count)])
            }
            Row::Metric(_) => None,
        };
        let cells = |row: usize| {
            let metric = selection.metric(row).and_then(|at| metrics.get(at));
            metric.map(|metric| cells::cells(cx, &shown, metric)).unwrap_or_default()
        };
        let table = Table {
            columns: &columns,
            rows: selection.rows.len(),
            cells: &cells,
            head: &head,
            sorted: &sorted,
            frozen: cx.columns.frozen_of(&shown),
            summary: &summary,
        };
        table.draw(&place.view, body, buf, &cx.theme);
        if selection.rows.is_empty() && body.height > 2 {
            let sentence = nothing(cx, &place.address);
            draw::put(
                buf,
                area.x + 2,
                body.y + 2,
                area.width.saturating_sub(2),
                &sentence,
                cx.theme.style(Role::Muted),
            );
        }
    }
}

/// By what the rows are sorted, where the column of a key is not on the screen: its title cannot say so then.
fn unseen_order(cx: &Context<'_>, query: &Query, columns: &[Column], on_screen: &[usize]) -> Option<String> {
    let seen = |column: Column| on_screen.iter().any(|at| columns.get(*at) == Some(&column));
    if query.sort.iter().all(|key| seen(key.column)) {
        return None;
    }
    let key =
        |key: &Sort| format!("{} {}", cells::column(cx, key.column).title, if key.descending { '▾' } else { '▴' });
    let keys: Vec<String> = query.sort.iter().map(key).collect();
    Some((cx.messages.says.sorted_by)(&keys.join(" ")))
}

/// Why the table is empty.
fn nothing(cx: &Context<'_>, address: &Address) -> String {
    let says = &cx.messages.says;
    let metrics = cx.district.data().metrics.len();
    if metrics == 0 {
        says.no_metrics.to_owned()
    } else if cx.district.summary().unjudged == metrics && address.holds_same(&Address::attention(Exception::Behind)) {
        (says.no_targets)(metrics)
    } else {
        says.nothing_wanting.to_owned()
    }
}

/// The row of the group whose table an address is.
fn group_of(query: &Query, selection: &Selection, target: &Address) -> Option<usize> {
    let is_meant = |row: &Row| match row {
        Row::Group(group) => table_of(query, selection, *group).as_ref() == Some(target),
        Row::Metric(_) => false,
    };
    selection.rows.iter().position(is_meant)
}

/// The table of a group alone.
fn table_of(query: &Query, selection: &Selection, group: usize) -> Option<Address> {
    let mut query = query.clone();
    let (facet, (value, _)) = query.group.take().zip(selection.groups.get(group))?;
    query.filter.facets.insert(facet, Choice::of(value.as_deref(), false));
    Some(Address::table(query))
}

/// Opens what is selected: the card of a metric, or the table of a group alone.
fn opened(cx: &Context<'_>, place: &Place, selection: &Selection) -> Outcome {
    match selection.rows.get(place.view.cursor) {
        Some(Row::Metric(at)) => {
            let metric = cx.district.data().metrics.get(*at);
            metric.map_or(Outcome::Ignored, |metric| Outcome::Open(Address::Metric(metric.id.clone())))
        }
        Some(Row::Group(group)) => {
            let query = place.address.query();
            if query.filter.inverse {
                // What is not this and not that cannot be said of one facet inside the rest turned round.
                return Outcome::Notice(cx.messages.says.no_group_inverse.to_owned());
            }
            table_of(&query, selection, *group).map_or(Outcome::Ignored, Outcome::Open)
        }
        None => Outcome::Ignored,
    }
}

/// Filters the table by words. Where what was selected is not among what is found, the first of that is selected.
pub(crate) fn filter_text(cx: &Context<'_>, place: &mut Place, area: Rect, text: &str) {
    let mut query = place.address.query();
    query.filter.set_text(text);
    let before = selection(cx, place).metric(place.view.cursor);
    change::set(cx, place, area, query);
    let selection = selection(cx, place);
    if selection.metric(place.view.cursor) != before {
        place.view.cursor = selection.rows.iter().position(|row| matches!(row, Row::Metric(_))).unwrap_or(0);
        place.view.scroll = 0;
    }
}

/// The rows of the table.
fn selection(cx: &Context<'_>, place: &Place) -> Arc<Selection> {
    cx.district.select(&place.address.query(), cx.prefs.lang)
}

/// The columns of the table. What the rows are grouped by stands above each group already.
fn columns(cx: &Context<'_>, query: &Query) -> Vec<Column> {
    let mut shown = cx.columns.shown(&cx.district.summary().columns);
    shown.retain(|column| query.group.is_none() || column.facet() != query.group);
    shown
}

/// Where the table is: below the filter, where there is one and room to tell it.
fn area_of_table(place: &Place, area: Rect) -> Rect {
    let told = u16::from(area.height >= ROOMY && !place.address.query().filter.is_empty());
    Rect { y: area.y + told, height: area.height - told, ..area }
}

/// Tells the filter in a row.
fn told(cx: &Context<'_>, filter: &Filter, area: Rect, buf: &mut Buffer) {
    let theme = &cx.theme;
    let words = filter::told(cx, filter);
    let head = format!("{} ", cx.messages.words.filter);
    let spans = [(head.as_str(), theme.style(Role::Accent)), (words.as_str(), theme.style(Role::Text))];
    draw::put_spans(buf, area.x + 2, area.y, area.width.saturating_sub(2), &spans);
}
