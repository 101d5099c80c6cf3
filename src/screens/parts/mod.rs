//! What several screens show in the same way.

pub(super) mod among;
pub(super) mod attention;
pub(super) mod bands;
pub(super) mod beside;
pub(super) mod big_figure;
pub(super) mod charts;
pub(super) mod cite;
pub(super) mod dated_rows;
pub(super) mod facts;
pub(super) mod filter;
pub(super) mod goal;
pub(super) mod honour_rows;
pub(super) mod links;
pub(super) mod matrix;
pub(super) mod metric_rows;
pub(super) mod programme;
pub(super) mod record;
pub(super) mod sparklines;
mod stand_row;
pub(super) mod standing;
pub(super) mod strip;
pub(super) mod tiles;
pub(super) mod trend;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Modifier;

use crate::domain::{Address, Event, Exception, Id, Metric};
use crate::screens::Context;
use crate::ui::page::Pen;
use crate::ui::theme::{Role, Theme};
use crate::ui::{draw, text};

/// The colour of what belongs to an action; quiet for what belongs to the whole district.
pub(super) fn hue(cx: &Context<'_>, action: Option<&Id>) -> Role {
    action.and_then(|id| cx.district.action_position(id)).map_or(Role::Muted, Role::Hue)
}

/// The name of an action, or the word for the whole district.
pub(super) fn action_name<'a>(cx: &Context<'a>, action: Option<&Id>) -> &'a str {
    action.and_then(|id| cx.district.action(id)).map_or(cx.messages.words.district_wide, |found| cx.text(&found.name))
}

/// The word for a reason to look at a metric.
pub(super) fn reason(cx: &Context<'_>, reason: Exception) -> &'static str {
    let [behind, missing, stale, uncited] = cx.messages.words.reasons;
    match reason {
        Exception::Behind => behind,
        Exception::Missing => missing,
        Exception::Stale => stale,
        Exception::Uncited => uncited,
    }
}

/// The area behind the marks of what is selected.
pub(super) fn inset(area: Rect) -> Rect {
    Rect { x: area.x + 2, width: area.width.saturating_sub(2), ..area }
}

/// The name of a metric, behind its letter where it is marked.
pub(super) fn marked_name(cx: &Context<'_>, metric: &Metric) -> String {
    let name = cx.text(&metric.name);
    cx.letter(&metric.id).map_or_else(|| name.to_owned(), |letter| format!("[{letter}] {name}"))
}

/// Writes the letter of a marked metric beside where it is selected.
pub(super) fn letter(cx: &Context<'_>, metric: &Metric, area: Rect, buf: &mut Buffer, theme: &Theme) {
    if let Some(letter) = cx.letter(&metric.id) {
        let (_, role) = compared(cx, metric);
        let style = theme.style(role).add_modifier(Modifier::BOLD);
        draw::put(buf, area.x + 1, area.y, 1, letter.encode_utf8(&mut [0; 4]), style);
    }
}

/// The name of a metric and the colour that tell it from others beside it: by the letter it is marked with.
pub(super) fn compared(cx: &Context<'_>, metric: &Metric) -> (String, Role) {
    let name = cx.text(&metric.name);
    match cx.marked.iter().position(|id| *id == metric.id).zip(cx.letter(&metric.id)) {
        Some((at, letter)) => (format!("{letter} {name}"), Role::Hue(at)),
        None => (name.to_owned(), hue(cx, metric.action.as_ref())),
    }
}

/// Says in one row how many of a list are not shown, where there are any; the row leads to where they are. Gives the row
/// below.
pub(super) fn more_row(cx: &Context<'_>, pen: &mut Pen<'_>, area: Rect, hidden: usize, target: Address) -> u16 {
    if hidden == 0 {
        return area.y;
    }
    pen.stop(Rect { height: 1, ..area }, target, |area, buf, theme| {
        let sentence = (cx.messages.says.more_rows)(hidden);
        draw::put(buf, area.x + 2, area.y, area.width.saturating_sub(2), &sentence, theme.style(Role::Muted));
    });
    area.y.saturating_add(1)
}

/// Events, a row each: what, then when, as precisely as the source says. Gives the row below.
pub(super) fn event_rows<'e>(
    cx: &Context<'_>,
    pen: &mut Pen<'_>,
    area: Rect,
    events: impl Iterator<Item = &'e Event>,
) -> u16 {
    let when = |event: &Event| dated_rows::when(cx, event.date, event.date_note.as_ref(), false);
    let rows: Vec<(&str, String)> = events.map(|event| (cx.text(&event.name), when(event))).collect();
    let widest = rows.iter().map(|(name, _)| text::cells(name)).max().unwrap_or(0);
    let mut y = area.y;
    for (name, when) in &rows {
        let gap = " ".repeat(usize::from(widest.min(area.width / 2).saturating_sub(text::cells(name))) + 2);
        pen.line(area.x, y, area.width, &[(name, Role::Text), (&gap, Role::Text), (when, Role::Muted)]);
        y = y.saturating_add(1);
    }
    y
}
