//! The columns and the cells of the table.

use crate::domain::status::{Status, status};
use crate::domain::{Column, Metric};
use crate::screens::Context;
use crate::screens::parts::{self, cite, standing};
use crate::ui::table::{self, ALWAYS, Cell, LAST};
use crate::ui::theme::Role;

/// How a column is laid out; name, figure and frozen columns never give way.
pub(super) fn column<'a>(cx: &Context<'a>, column: Column) -> table::Column<'a> {
    let words = &cx.messages.words;
    let (title, right, shrinks_to, keep) = match column {
        Column::Action => (words.action, false, Some(10), 3),
        Column::Name => (words.name, false, Some(24), ALWAYS),
        Column::Figure => (words.figure, true, None, LAST),
        Column::Unit => (words.unit, false, Some(8), 7),
        Column::Change => (words.change_column, true, None, 6),
        Column::Status => (words.status, false, None, 5),
        Column::Rank => (words.rank, false, Some(14), 4),
        Column::Period => (words.period, false, Some(8), 1),
        Column::Source => (words.source, false, Some(12), 2),
    };
    let keep = if cx.columns.frozen.contains(&column) { ALWAYS } else { keep };
    table::Column { title, right, shrinks_to, keep }
}

/// The cells of a metric, one for each column.
pub(super) fn cells(cx: &Context<'_>, columns: &[Column], metric: &Metric) -> Vec<Cell> {
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
            standing::change(cx, metric).map_or((String::new(), Role::Text), |told| (told.brief(cx), told.role()))
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
    columns.iter().map(cell).collect()
}
