//! The card of one metric: the figure, how it stands, what it counts, and everything around it.

mod around;
mod facts;
mod head;

use ratatui::layout::Rect;

use super::parts::{charts, goal, trend};
use super::{Context, Screen};
use crate::domain::{self, Address, Id};
use crate::model::{Command, Place};
use crate::ui::page::Pen;

pub(super) struct Metric;

/// From this width on there are two columns.
const TWO_COLUMNS: u16 = 96;
/// From this height on there are rows to spare.
const ROOMY: u16 = 34;
/// Blanks between the columns.
const GUTTER: u16 = 4;

fn found<'a>(cx: &Context<'a>, place: &Place) -> Option<&'a domain::Metric> {
    match &place.address {
        Address::Metric(id) => cx.district.metric(id),
        _ => None,
    }
}

impl Screen for Metric {
    fn title(&self, cx: &Context<'_>, place: &Place) -> String {
        found(cx, place).map_or_else(|| place.address.to_string(), |metric| cx.text(&metric.name).to_owned())
    }

    fn commands(&self, cx: &Context<'_>, place: &Place) -> Vec<Command> {
        let card = |metric| Card { cx, metric, table: false };
        let table = found(cx, place).map(card).is_some_and(|card| card.has_charts()).then_some(Command::Table);
        [Command::Open, Command::Mark].into_iter().chain(table).collect()
    }

    /// The card is about one metric, whatever is selected on it.
    fn metric(&self, cx: &Context<'_>, place: &Place, _: Rect) -> Option<Id> {
        found(cx, place).map(|metric| metric.id.clone())
    }

    fn paint(&self, cx: &Context<'_>, place: &Place, pen: &mut Pen<'_>, width: u16, height: u16) -> u16 {
        let Some(metric) = found(cx, place) else { return 0 };
        let card = Card { cx, metric, table: place.view.table };
        if width < TWO_COLUMNS {
            // How it stands comes before what it is.
            let y = card.head(pen, Rect::new(0, 0, width, height));
            let inner = Rect::new(2, y.saturating_add(1), width.saturating_sub(2), 0);
            let y = card.draw(pen, inner, &card.main());
            let y = card.evidence(pen, Rect::new(0, y, width, height));
            let y = card.draw(pen, Rect { y: y.saturating_add(1), ..inner }, &card.charts());
            return card.around(pen, Rect::new(0, y, width, 0));
        }
        let left = width / 2;
        let y = card.head(pen, Rect::new(0, 0, left, height));
        let ends = card.evidence(pen, Rect::new(0, y.saturating_add(1), left, height));
        let right = Rect::new(left + GUTTER, 0, width - left - GUTTER, 0);
        let y = card.draw(pen, right, &card.main());
        let y = card.draw(pen, Rect { y, ..right }, &card.charts());
        // What stands around it goes where more room is left.
        if y <= ends {
            let right = Rect { x: right.x - 2, width: right.width + 2, ..right };
            return ends.max(card.around(pen, Rect { y, ..right }));
        }
        y.saturating_sub(1).max(card.around(pen, Rect::new(0, ends.saturating_add(1), left, 0)))
    }
}

struct Card<'a> {
    cx: &'a Context<'a>,
    metric: &'a domain::Metric,
    table: bool,
}

impl Card<'_> {
    /// The charts that say how the metric stands: over time, and against its target.
    fn main(&self) -> Vec<charts::Chart> {
        let mut charts = trend::of(self.cx, self.metric);
        charts.extend(goal::of(self.cx, self.metric));
        charts
    }

    /// Draws charts below each other. Gives the row below, with a blank one between.
    fn draw(&self, pen: &mut Pen<'_>, area: Rect, charts: &[charts::Chart]) -> u16 {
        let mut y = area.y;
        for chart in charts {
            let rect = Rect { y, height: chart.height(area.width, self.table), ..area };
            pen.draw(rect, |area, buf, theme| chart.draw(self.cx, area, buf, theme, self.table));
            y = rect.bottom().saturating_add(1);
        }
        y
    }
}
