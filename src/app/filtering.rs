//! Typing the words that the table is filtered by. The table follows every key; Enter keeps it so, Esc gives it up.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Modifier;

use super::layout;
use crate::domain::Address;
use crate::model::{Code, Input, Key, Model, Overlay, Trail};
use crate::screens::{Context, metrics};
use crate::ui::draw;
use crate::ui::theme::Role;

/// Begins to type; nothing happens where there is no table.
pub(super) fn open(model: &mut Model) {
    let here = &model.trail.here().address;
    if here.base() == Address::Metrics {
        let input = Input::new(&here.query().filter.text.unwrap_or_default());
        model.overlay = Some(Overlay::Filter { input, before: Box::new(model.trail.clone()) });
    }
}

/// Takes a key.
pub(super) fn press(model: &mut Model, key: Key) {
    let Some(Overlay::Filter { input, before }) = &mut model.overlay else { return };
    match key.code {
        Code::Enter => model.overlay = None,
        Code::Esc => {
            model.trail = Trail::clone(before);
            model.overlay = None;
        }
        _ if !input.press(key) => {}
        _ => {
            let (columns, rows) = model.size;
            let body = layout::regions(Rect::new(0, 0, columns, rows)).body;
            let cx = Context::new(&model.district, &model.prefs).with_columns(&model.columns);
            metrics::filter_text(&cx, model.trail.here_mut(), body, input.text());
        }
    }
}

/// Draws the line that is being typed in place of the footer; where it is too long, its end at the caret is seen.
pub(super) fn draw(cx: &Context<'_>, input: &Input, area: Rect, buf: &mut Buffer) {
    let theme = &cx.theme;
    let text = theme.style(Role::Text);
    let prompt = draw::put(buf, area.x, area.y, area.width, cx.messages.says.filter_prompt, theme.style(Role::Accent));
    let room = area.width.saturating_sub(prompt);
    let (before, after) = input.around();
    let before = crate::ui::text::tail(before, usize::from(room.saturating_sub(2)));
    let mut x = area.x + prompt;
    x += draw::put(buf, x, area.y, area.right().saturating_sub(x), before, text);
    let caret = if after.is_empty() { " " } else { crate::ui::text::first(after) };
    let reversed = text.add_modifier(Modifier::REVERSED);
    x += draw::put(buf, x, area.y, area.right().saturating_sub(x), caret, reversed);
    let rest = after.get(caret.len()..).unwrap_or_default();
    draw::put(buf, x, area.y, area.right().saturating_sub(x), rest, text);
}
