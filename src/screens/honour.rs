//! One honour and its evidence.

use ratatui::layout::Rect;

use super::parts::facts::{self, Fact};
use super::parts::honour_rows::{self, Beside, kind_word, level_word};
use super::parts::links::Links;
use super::parts::metric_rows::{self, Columns};
use super::parts::{action_name, more_row};
use super::{Context, Screen};
use crate::domain::{self, Address};
use crate::model::{Command, Place};
use crate::ui::page::Pen;
use crate::ui::theme::Role;

pub(super) struct Honour;

/// Lines of text are at most so wide.
const MEASURE: u16 = 80;
/// So many other honours are listed.
const OTHERS: usize = 16;

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

    fn commands(&self, _: &Context<'_>, _: &Place) -> Vec<Command> {
        vec![Command::Open]
    }

    fn paint(&self, cx: &Context<'_>, place: &Place, pen: &mut Pen<'_>, width: u16, height: u16) -> u16 {
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
            let label = if honour.kind == domain::HonourKind::Media { words.reported_by } else { words.by };
            rows.push(Fact::new(label, cx.text(by)));
        }
        if let Some(date) = honour.date {
            rows.push(Fact::new(words.date, date.to_string()));
        }
        if !cx.audience {
            let address = Address::Honour(honour.id.clone()).to_string();
            rows.push(Fact { label: words.address, value: address, role: Role::Muted });
        }
        let area = Rect::new(2, 3, width.saturating_sub(2), 0);
        let y = facts::paint(pen, area, facts::label_width(cx), u16::from(height >= 30), &rows);
        let links = Links {
            source: honour.source.as_ref(),
            initiative: honour.initiative.as_ref(),
            action: honour.action.as_ref(),
            derived: false,
        };
        let y = links.paint(pen, cx, Rect::new(0, y.saturating_add(1), width, 0));
        let y = tied(cx, pen, Rect::new(0, y.saturating_add(1), width, 0), honour);
        others(cx, pen, Rect::new(0, y, width, 0), honour)
    }
}

/// The metric that the honour goes with. Gives the row of what comes below.
fn tied(cx: &Context<'_>, pen: &mut Pen<'_>, area: Rect, honour: &domain::Honour) -> u16 {
    let Some(metric) = honour.metric.as_ref().and_then(|id| cx.district.metric(id)) else { return area.y };
    let y = pen.heading(area, cx.messages.words.metric, "");
    let columns = Columns::measure(cx, std::iter::once(metric));
    metric_rows::paint(pen, cx, Rect { y, height: 1, ..area }, 0, metric, columns);
    y.saturating_add(2)
}

/// Other honours of the same action, or of the whole district. Gives the row below.
fn others(cx: &Context<'_>, pen: &mut Pen<'_>, area: Rect, own: &domain::Honour) -> u16 {
    let others = cx.district.honours_of(own.action.as_ref()).filter(|honour| honour.id != own.id);
    let others: Vec<_> = others.collect();
    if others.is_empty() {
        return area.y;
    }
    let mut y = pen.heading(area, action_name(cx, own.action.as_ref()), cx.messages.says.other_honours);
    for honour in others.iter().take(OTHERS) {
        honour_rows::paint(pen, cx, Rect { y, height: 1, ..area }, honour, Beside::Level);
        y = y.saturating_add(1);
    }
    more_row(cx, pen, Rect { y, ..area }, others.len().saturating_sub(OTHERS), Address::Honours)
}
