//! What something belongs to and where it is stated: rows that lead there.

use ratatui::layout::Rect;

use super::{action_name, cite, facts, hue};
use crate::domain::{Address, Id, Locator};
use crate::screens::Context;
use crate::ui::draw;
use crate::ui::page::Pen;
use crate::ui::theme::Role;

/// What a metric or an honour belongs to and rests on.
pub(in crate::screens) struct Links<'a> {
    /// Where it is stated.
    pub source: Option<&'a Locator>,
    /// Its initiative.
    pub initiative: Option<&'a Id>,
    /// Its action.
    pub action: Option<&'a Id>,
    /// It was computed: the source is what it rests on, and does not state it.
    pub derived: bool,
}

impl Links<'_> {
    /// Draws a row a link from the top of the area on. Gives the row below.
    pub(in crate::screens) fn paint(&self, pen: &mut Pen<'_>, cx: &Context<'_>, area: Rect) -> u16 {
        let rows = self.rows(cx);
        let label_width = facts::label_width(cx);
        let mut y = area.y;
        for (label, value, target, role) in rows {
            pen.stop(Rect::new(area.x, y, area.width, 1), target, |area, buf, theme| {
                draw::put(buf, area.x + 2, area.y, label_width, label, theme.style(Role::Muted));
                let x = area.x + 4 + label_width;
                draw::put(buf, x, area.y, area.right().saturating_sub(x), &value, theme.style(role));
            });
            y = y.saturating_add(1);
        }
        if let Some(note) = self.source.and_then(|locator| locator.note.as_ref()) {
            pen.line(area.x + 2, y, area.width.saturating_sub(2), &[(cx.text(note), Role::Muted)]);
            y = y.saturating_add(1);
        }
        y
    }

    fn rows(&self, cx: &Context<'_>) -> Vec<(&'static str, String, Address, Role)> {
        let words = &cx.messages.words;
        let mut rows = Vec::new();
        if let Some(locator) = self.source {
            let label = if self.derived { words.rests_on } else { words.source };
            rows.push((label, cite::short(cx, Some(locator)), Address::Source(locator.id.clone()), Role::Text));
        }
        if let Some(initiative) = self.initiative.and_then(|id| cx.district.initiative(id)) {
            let target = Address::Initiative(initiative.id.clone());
            rows.push((words.initiative, cx.text(&initiative.name).to_owned(), target, Role::Text));
        }
        if let Some(id) = self.action {
            let name = action_name(cx, Some(id)).to_owned();
            rows.push((words.action, name, Address::Action(id.clone()), hue(cx, Some(id))));
        }
        rows
    }
}
