//! One honour and its evidence.

use ratatui::layout::Rect;

use super::parts::facts::{self, Fact};
use super::parts::honour_rows::{kind_word, level_word};
use super::parts::links::Links;
use super::parts::metric_rows::{self, Columns};
use super::parts::programme::heading_row;
use super::{Context, Screen};
use crate::domain::{self, Address};
use crate::model::{Command, Place};
use crate::ui::page::Pen;
use crate::ui::theme::Role;

pub(super) struct Honour;

/// Lines of text are at most so wide.
const MEASURE: u16 = 80;

fn found<'a>(cx: &Context<'a>, place: &Place) -> Option<&'a domain::Honour> {
    match &place.address {
        Address::Honour(id) => cx.district.honour(id),
        _ => None,
    }
}

impl Screen for Honour {
    fn title(&self, cx: &Context<'_>, place: &Place) -> String {
        found(cx, place).map_or_else(|| place.address.to_string(), |honour| cx.text(&honour.name).to_owned())
    }

    fn commands(&self) -> &'static [Command] {
        &[Command::Open]
    }

    fn paint(&self, cx: &Context<'_>, place: &Place, pen: &mut Pen<'_>, width: u16, _: u16) -> u16 {
        let Some(honour) = found(cx, place) else { return 0 };
        let width = width.min(MEASURE);
        let words = &cx.messages.words;
        pen.line(2, 0, width.saturating_sub(2), &[(cx.text(&honour.name), Role::Strong)]);
        let standing = format!("{} · {}", level_word(cx.messages, honour.level), kind_word(cx.messages, honour.kind));
        pen.line(2, 1, width.saturating_sub(2), &[(&standing, Role::Accent)]);
        let mut rows = Vec::new();
        if let Some(written) = &honour.as_written {
            rows.push(Fact { label: words.as_written, value: format!("“{written}”"), role: Role::Strong });
        }
        if let Some(by) = &honour.by {
            rows.push(Fact::new(words.by, cx.text(by)));
        }
        if let Some(date) = honour.date {
            rows.push(Fact::new(words.date, date.to_string()));
        }
        let address = Address::Honour(honour.id.clone()).to_string();
        rows.push(Fact { label: words.address, value: address, role: Role::Muted });
        let area = Rect::new(2, 3, width.saturating_sub(2), 0);
        let y = facts::paint(pen, area, facts::label_width(cx), &rows);
        let links = Links {
            source: honour.source.as_ref(),
            initiative: honour.initiative.as_ref(),
            action: honour.action.as_ref(),
        };
        let y = links.paint(pen, cx, Rect::new(0, y + 1, width, 0));
        let Some(metric) = honour.metric.as_ref().and_then(|id| cx.district.metric(id)) else { return y };
        let y = heading_row(pen, Rect::new(0, y + 1, width, 1), words.metric, "");
        let columns = Columns::measure(cx, std::iter::once(metric));
        metric_rows::paint(pen, cx, Rect::new(0, y, width, 1), 0, metric, columns);
        y + 1
    }
}
