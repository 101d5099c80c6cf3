//! Events and dated honours as rows: when, sign, name, standing, action.

use ratatui::layout::Rect;

use super::honour_rows::{kind_word, level_word};
use crate::domain::timeline::{Dated, Entry};
use crate::domain::{Address, Date, Event, Id, Level, Text};
use crate::screens::Context;
use crate::ui::chart::Sign;
use crate::ui::page::Pen;
use crate::ui::theme::Role;
use crate::ui::{draw, text};

/// Kind and level of an honour, which its sign and its card tell too, leave a name at least so many cells, or all it needs.
const NAME: u16 = 40;
/// From this width on a row tells the action.
const ACTION: u16 = 50;
/// Blanks between columns.
const GAP: u16 = 2;

/// When something was, as precisely as the source says: the date, or the words that say more than the date can. Without
/// the year where that has been told and nothing else is lost.
pub(in crate::screens) fn when(cx: &Context<'_>, date: Date, note: Option<&Text>, year_told: bool) -> String {
    let Some(note) = note.map(|note| cx.text(note)) else { return date.to_string() };
    if date.day.is_some() || date.month.is_some_and(|month| !names(cx, note, month)) {
        return format!("{date} {note}");
    }
    if year_told { note.to_owned() } else { (cx.messages.says.year_and_note)(date.year, note) }
}

/// Whether words name a month.
fn names(cx: &Context<'_>, note: &str, month: u8) -> bool {
    let words = &cx.messages.words;
    let at = usize::from(month).saturating_sub(1);
    let names = [words.months.get(at), words.months_in_words.get(at)];
    names.into_iter().flatten().any(|name| note.to_lowercase().contains(&name.to_lowercase()))
}

/// The sign of an entry.
pub(in crate::screens) fn sign(entry: &Entry<'_>) -> Sign {
    match entry.what {
        Dated::Event(_) => Sign::Event,
        Dated::Honour(honour) => match honour.level {
            Level::Nation => Sign::Nation,
            Level::Province => Sign::Province,
            Level::City => Sign::City,
        },
    }
}

/// Where an entry leads: an honour to its card; an event, which has none, to where it is stated, else to its action.
pub(in crate::screens) fn target(entry: &Entry<'_>) -> Option<Address> {
    match entry.what {
        Dated::Honour(honour) => Some(Address::Honour(honour.id.clone())),
        Dated::Event(event) => {
            let source = event.source.as_ref().map(|locator| Address::Source(locator.id.clone()));
            source.or_else(|| event.action.clone().map(Address::Action))
        }
    }
}

/// Whether an entry leads anywhere: [`target`] without making it.
pub(in crate::screens) fn leads(entry: &Entry<'_>) -> bool {
    match entry.what {
        Dated::Honour(_) => true,
        Dated::Event(event) => event.source.is_some() || event.action.is_some(),
    }
}

/// The actions, and behind them the whole district, which is none.
pub(in crate::screens) fn actions<'a>(cx: &Context<'a>) -> impl Iterator<Item = Option<&'a Id>> + use<'a> {
    cx.district.data().actions.iter().map(|action| Some(&action.id)).chain(std::iter::once(None))
}

/// The place of an entry's action among [`actions`].
pub(in crate::screens) fn action_place(cx: &Context<'_>, entry: &Entry<'_>) -> usize {
    let action = entry.action().and_then(|id| cx.district.action_position(id));
    action.unwrap_or(cx.district.data().actions.len())
}

/// Kind and level of an honour; nothing for an event.
fn standing(cx: &Context<'_>, entry: &Entry<'_>) -> String {
    match entry.what {
        Dated::Event(_) => String::new(),
        Dated::Honour(honour) => {
            format!("{} · {}", kind_word(cx.messages, honour.kind), level_word(cx.messages, honour.level))
        }
    }
}

/// The columns of a list.
#[derive(Debug, Clone, Copy)]
pub(in crate::screens) struct Columns {
    when: u16,
    name: u16,
    action: u16,
    standing: u16,
    /// The year stands in the heading above.
    year_told: bool,
}

impl Columns {
    /// The columns that these entries need in a width; the action is told, or else the year.
    pub(in crate::screens) fn measure(cx: &Context<'_>, entries: &[Entry<'_>], width: u16, by_date: bool) -> Self {
        let widest = |words: &dyn Fn(&Entry<'_>) -> u16| entries.iter().map(words).max().unwrap_or(0);
        let when = widest(&|entry| text::cells(&when(cx, entry.date, entry.note(), by_date)));
        let action = if by_date && width >= ACTION {
            widest(&|entry| text::cells(super::action_name(cx, entry.action())))
        } else {
            0
        };
        let (when, action) = (when.min(width / 3), action.min(width / 4));
        let room = width.saturating_sub(2 + when + GAP + GAP + u16::from(action > 0) * (GAP + action));
        let standing = widest(&|entry| text::cells(&standing(cx, entry)));
        let name = widest(&|entry| text::cells(cx.text(entry.name())));
        let standing = if name.min(NAME) + GAP + standing <= room { standing } else { 0 };
        // The columns stand beside each other, so that the eye finds the action of a name.
        let name = name.min(room.saturating_sub(u16::from(standing > 0) * (GAP + standing)));
        Self { when, name, action, standing, year_told: by_date }
    }
}

/// Draws an entry as one row; it can be selected where it leads anywhere.
pub(in crate::screens) fn paint(pen: &mut Pen<'_>, cx: &Context<'_>, rect: Rect, entry: &Entry<'_>, columns: Columns) {
    let draw = |area: Rect, buf: &mut ratatui::buffer::Buffer, theme: &crate::ui::theme::Theme| {
        let when = when(cx, entry.date, entry.note(), columns.year_told);
        let hue = theme.style(super::hue(cx, entry.action()));
        let mut x = area.x + 2;
        draw::put(buf, x, area.y, columns.when, &when, theme.style(Role::Muted));
        x += columns.when + GAP;
        draw::put(buf, x, area.y, 1, sign(entry).symbol(theme.markers()), hue);
        x += GAP;
        draw::put(buf, x, area.y, columns.name, cx.text(entry.name()), theme.style(Role::Text));
        x += columns.name + GAP;
        if columns.action > 0 {
            draw::put(buf, x, area.y, columns.action, super::action_name(cx, entry.action()), hue);
            x += columns.action + GAP;
        }
        draw::put(buf, x, area.y, columns.standing, &standing(cx, entry), theme.style(Role::Muted));
    };
    match target(entry) {
        Some(target) => pen.stop(rect, target, draw),
        None => pen.draw(rect, draw),
    }
}

/// Draws an event among what a source states, as one row that leads to the timeline.
pub(in crate::screens) fn paint_cited(pen: &mut Pen<'_>, cx: &Context<'_>, rect: Rect, event: &Event) {
    pen.stop(rect, Address::Timeline, |area, buf, theme| {
        let when = when(cx, event.date, event.date_note.as_ref(), false);
        let word = cx.messages.words.event;
        let x = area.x
            + 2
            + draw::put(buf, area.x + 2, area.y, area.width.saturating_sub(2), word, theme.style(Role::Muted))
            + GAP;
        let width = text::cells(&when).min(area.width / 3);
        let end = area.right().saturating_sub(width + GAP);
        draw::put(buf, x, area.y, end.saturating_sub(x), cx.text(&event.name), theme.style(Role::Text));
        draw::put_right(buf, area.right(), area.y, width, &when, theme.style(Role::Muted));
    });
}
