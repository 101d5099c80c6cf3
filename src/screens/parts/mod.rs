//! What several screens show in the same way.

pub(super) mod big_figure;
pub(super) mod charts;
pub(super) mod cite;
pub(super) mod facts;
pub(super) mod honour_rows;
pub(super) mod links;
pub(super) mod metric_rows;
pub(super) mod programme;
pub(super) mod strip;
pub(super) mod tiles;

use ratatui::layout::Rect;

use crate::domain::{Event, Id};
use crate::screens::Context;
use crate::ui::page::Pen;
use crate::ui::theme::Role;

/// The colour of what belongs to an action; quiet for what belongs to the whole district.
pub(super) fn hue(cx: &Context<'_>, action: Option<&Id>) -> Role {
    action.and_then(|id| cx.district.action_position(id)).map_or(Role::Muted, Role::Hue)
}

/// The name of an action, or the word for the whole district.
pub(super) fn action_name<'a>(cx: &Context<'a>, action: Option<&Id>) -> &'a str {
    action.and_then(|id| cx.district.action(id)).map_or(cx.messages.words.district_wide, |found| cx.text(&found.name))
}

/// Events, a row each: what, then when, as precisely as the source says. Gives the row below.
pub(super) fn event_rows<'e>(
    cx: &Context<'_>,
    pen: &mut Pen<'_>,
    area: Rect,
    events: impl Iterator<Item = &'e Event>,
) -> u16 {
    let mut y = area.y;
    for event in events {
        let note = event.date_note.as_ref().map_or("", |note| cx.text(note));
        let date = format!("  {} {note}", event.date);
        let spans = [(cx.text(&event.name), Role::Text), (date.trim_end(), Role::Muted)];
        pen.line(area.x, y, area.width, &spans);
        y = y.saturating_add(1);
    }
    y
}
