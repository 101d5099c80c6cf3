//! Metrics side by side: what they have in common on one axis, what they have not in panels of their own.

use ratatui::layout::Rect;

use super::parts::charts::Chart;
use super::parts::{self, charts, matrix, standing, trend};
use super::{Context, Screen};
use crate::domain::panels::{panels, ranks};
use crate::domain::status::{Status, status};
use crate::domain::{Address, Metric, Panel};
use crate::model::{Command, Place};
use crate::ui::page::Pen;
use crate::ui::theme::Role;
use crate::ui::{draw, text};

pub(super) struct Compare;

/// A name is not cut below this for what stands behind it.
const NAME: u16 = 24;

fn compared<'a>(cx: &Context<'a>, place: &Place) -> Vec<&'a Metric> {
    match &place.address {
        Address::Compare(ids) => ids.iter().filter_map(|id| cx.district.metric(id)).collect(),
        _ => Vec::new(),
    }
}

impl Screen for Compare {
    fn title(&self, cx: &Context<'_>, _: &Place) -> String {
        cx.messages.words.compare.to_owned()
    }

    fn commands(&self, cx: &Context<'_>, place: &Place) -> Vec<Command> {
        if compared(cx, place).is_empty() { Vec::new() } else { vec![Command::Open, Command::Mark, Command::Table] }
    }

    fn label(&self, cx: &Context<'_>, _: &Place, command: Command) -> Option<&'static str> {
        (command == Command::Mark).then_some(cx.messages.says.unmark)
    }

    fn paint(&self, cx: &Context<'_>, place: &Place, pen: &mut Pen<'_>, width: u16, _: u16) -> u16 {
        let metrics = compared(cx, place);
        let inner = Rect::new(2, 0, width.saturating_sub(2), 1);
        if metrics.is_empty() {
            return parts::facts::paragraph(pen, inner, &(cx.messages.says.no_marks)(cx.mark_key), Role::Muted);
        }
        let panels = panels(cx.district, metrics.iter().copied());
        let y = pen.heading(inner, cx.messages.words.metrics, &(cx.messages.says.compare_note)(panels.len()));
        let y = rows(cx, pen, Rect::new(0, y, width, 1), &metrics);
        let mut all: Vec<Chart> = Vec::new();
        let mut alone: Vec<&Metric> = Vec::new();
        for panel in panels {
            // In the order of the marks, so that letters and signs go together.
            let of_panel = metrics.iter().copied().filter(|it| panel.rows.iter().any(|row| row.metric.id == it.id));
            let (trends, mut without) = trend::together(cx, panel.unit, &of_panel.collect::<Vec<_>>());
            all.extend(trends);
            if without.len() > 1 {
                let rows = panel.rows.into_iter().filter(|row| without.iter().any(|it| it.id == row.metric.id));
                all.push(charts::panel(cx, &Panel { rows: rows.collect(), ..panel }, None));
            } else {
                alone.append(&mut without);
            }
        }
        all.extend(charts::ladders(cx, &ranks(cx.district, metrics.iter().copied())));
        if !alone.is_empty() {
            // A bar by itself compares nothing.
            all.push(charts::lines(cx, &alone));
        }
        let table = place.view.table;
        let y = Chart::paint_all(cx, pen, Rect { y: y.saturating_add(1), ..inner }, &all, table);
        let matrices = matrix::shared(cx, &metrics);
        if matrices.is_empty() {
            return y;
        }
        Chart::paint_all(cx, pen, Rect { y: y.saturating_add(1), ..inner }, &matrices, table)
    }
}

/// What stands in a row: name, figure, change, status, period.
type Row = [(String, Role); 5];

/// The metrics with their figures, changes, statuses and periods, in columns; the last columns go where there is no room
/// for them. Gives the row below.
fn rows(cx: &Context<'_>, pen: &mut Pen<'_>, area: Rect, metrics: &[&Metric]) -> u16 {
    let row = |metric: &&Metric| -> Row {
        let figure = cx.format().metric(cx.district, metric);
        let change = standing::change(cx, metric);
        let none = || (String::new(), Role::Text);
        [
            (cx.text(&metric.name).to_owned(), Role::Text),
            figure.map_or_else(
                || (cx.messages.says.no_value.to_owned(), Role::Unknown),
                |figure| (figure.text(), Role::Strong),
            ),
            change.map_or_else(none, |told| (told.full(cx), told.role())),
            if status(metric) == Status::NoTarget { none() } else { standing::told(cx, metric) },
            (cx.district.period_of(metric).describe(cx.prefs.lang), Role::Faint),
        ]
    };
    let all: Vec<Row> = metrics.iter().map(row).collect();
    let widest = |at: usize| all.iter().filter_map(|row| row.get(at)).map(|(cell, _)| text::cells(cell)).max();
    let widths: Vec<u16> = (0..5).map(|at| widest(at).unwrap_or(0)).collect();
    let columns = shown(&widths, area.width.saturating_sub(3));
    let mut y = area.y;
    for (metric, row) in metrics.iter().zip(&all) {
        pen.stop(Rect { y, ..area }, Address::Metric(metric.id.clone()), |area, buf, theme| {
            parts::letter(cx, metric, area, buf, theme);
            for ((at, (x, width)), (cell, role)) in columns.iter().enumerate().zip(row) {
                // A blank behind the letter.
                let x = area.x + 3 + x;
                // Figures end under each other, everything else begins so.
                if at == 1 {
                    let whole = text::fit_figure(cell, usize::from(*width));
                    draw::put_right(buf, x + width, area.y, *width, whole, theme.style(*role));
                } else {
                    draw::put(buf, x, area.y, *width, cell, theme.style(*role));
                }
            }
        });
        y = y.saturating_add(1);
    }
    y
}

/// Where the columns stand that have room whole, each with its width; the name may be cut.
fn shown(widths: &[u16], room: u16) -> Vec<(u16, u16)> {
    let name = widths.first().copied().unwrap_or(0);
    let mut count = widths.len();
    let behind = |count: usize| widths.iter().take(count).skip(1).map(|width| width + 2).sum::<u16>();
    while count > 2 && behind(count).saturating_add(name.min(NAME)) > room {
        count -= 1;
    }
    let name = name.min(room.saturating_sub(behind(count)));
    let mut x = 0;
    let mut columns = Vec::new();
    for (at, width) in widths.iter().take(count).enumerate() {
        let width = if at == 0 { name } else { *width };
        columns.push((x, width.min(room.saturating_sub(x))));
        x = x.saturating_add(width).saturating_add(2);
    }
    columns
}
