//! Honours as rows: kind, name, who conferred it.

use ratatui::layout::Rect;

use crate::domain::{Address, Honour, HonourKind, Level};
use crate::lang::Messages;
use crate::screens::Context;
use crate::ui::page::Pen;
use crate::ui::theme::Role;
use crate::ui::{draw, text};

/// The word for a level.
pub(in crate::screens) fn level_word(messages: &Messages, level: Level) -> &'static str {
    let [nation, province, city] = messages.words.levels;
    match level {
        Level::Nation => nation,
        Level::Province => province,
        Level::City => city,
    }
}

/// The word for a kind of honour.
pub(in crate::screens) fn kind_word(messages: &Messages, kind: HonourKind) -> &'static str {
    let [award, first, only, model, media, pilot] = messages.words.kinds;
    match kind {
        HonourKind::Award => award,
        HonourKind::First => first,
        HonourKind::Only => only,
        HonourKind::Model => model,
        HonourKind::Media => media,
        HonourKind::Pilot => pilot,
    }
}

/// What stands quietly behind the name of an honour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::screens) enum Beside {
    /// Its level.
    Level,
    /// Its action.
    Action,
}

/// The cells that an honour takes with its name whole.
pub(in crate::screens) fn width(cx: &Context<'_>, honour: &Honour, beside: Beside) -> u16 {
    let kind = cx.messages.words.kinds.iter().map(|kind| text::cells(kind)).max().unwrap_or(0);
    let behind = match beside {
        Beside::Level => level_word(cx.messages, honour.level),
        Beside::Action => super::action_name(cx, honour.action.as_ref()),
    };
    2 + kind + 2 + text::cells(cx.text(&honour.name)) + 2 + text::cells(behind)
}

/// Draws an honour as one row that can be selected.
pub(in crate::screens) fn paint(pen: &mut Pen<'_>, cx: &Context<'_>, rect: Rect, honour: &Honour, beside: Beside) {
    pen.stop(rect, Address::Honour(honour.id.clone()), |area, buf, theme| {
        let kinds = cx.messages.words.kinds;
        let kind_width = kinds.iter().map(|kind| text::cells(kind)).max().unwrap_or(0);
        let (behind, role) = match beside {
            Beside::Level => (level_word(cx.messages, honour.level), Role::Muted),
            Beside::Action => (super::action_name(cx, honour.action.as_ref()), super::hue(cx, honour.action.as_ref())),
        };
        let x = area.x + 2;
        draw::put(buf, x, area.y, kind_width, kind_word(cx.messages, honour.kind), theme.style(Role::Muted));
        let name_x = x + kind_width + 2;
        // The label may be cut, but it is there for every row or for none.
        let behind_width = text::cells(behind).min(area.width / 3);
        let roomy = area.width >= 40;
        let end = if roomy { area.right() - behind_width - 2 } else { area.right() };
        draw::put(buf, name_x, area.y, end.saturating_sub(name_x), cx.text(&honour.name), theme.style(Role::Text));
        if roomy {
            draw::put_right(buf, area.right(), area.y, behind_width, behind, theme.style(role));
        }
    });
}
