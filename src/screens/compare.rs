//! Metrics side by side: what they have in common on one axis, what they have not in panels of their own.

use ratatui::layout::Rect;

use super::parts::metric_rows::{self, Columns};
use super::parts::{charts, matrix, trend};
use super::{Context, Screen};
use crate::domain::panels::panels;
use crate::domain::{Address, Metric};
use crate::model::{Command, Place};
use crate::ui::page::Pen;
use crate::ui::theme::Role;

pub(super) struct Compare;

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

    fn paint(&self, cx: &Context<'_>, place: &Place, pen: &mut Pen<'_>, width: u16, _: u16) -> u16 {
        let metrics = compared(cx, place);
        if metrics.is_empty() {
            pen.line(2, 0, width.saturating_sub(2), &[(cx.messages.says.no_marks, Role::Muted)]);
            return 1;
        }
        let mut y = pen.heading(Rect::new(2, 0, width.saturating_sub(2), 1), cx.messages.words.metrics, "");
        let columns = Columns::measure(cx, metrics.iter().copied());
        for metric in &metrics {
            metric_rows::paint(pen, cx, Rect::new(0, y, width, 1), 0, metric, columns);
            y += 1;
        }
        for panel in panels(cx.district, metrics.iter().copied()) {
            let metrics: Vec<&Metric> = panel.rows.iter().map(|row| row.metric).collect();
            let trend = trend::together(cx, panel.unit, &metrics);
            let chart = trend.unwrap_or_else(|| charts::panel(cx, &panel, None));
            let area = Rect::new(2, y + 1, width.saturating_sub(2), 0);
            let rect = Rect { height: chart.height(area.width, place.view.table), ..area };
            pen.draw(rect, |area, buf, theme| chart.draw(cx, area, buf, theme, place.view.table));
            y = rect.bottom();
        }
        for chart in matrix::shared(cx, &metrics) {
            let area = Rect::new(2, y + 1, width.saturating_sub(2), 0);
            let rect = Rect { height: chart.height(area.width, place.view.table), ..area };
            pen.draw(rect, |area, buf, theme| chart.draw(cx, area, buf, theme, place.view.table));
            y = rect.bottom();
        }
        y
    }
}
