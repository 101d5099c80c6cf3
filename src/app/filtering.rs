//! Typing the words that the table is filtered by. The table follows every key; Enter keeps it so, Esc gives it up.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::{layout, seen};
use crate::domain::Address;
use crate::model::input::Edit;
use crate::model::{Code, Input, Key, Model, Overlay, Trail};
use crate::screens::{Context, metrics};
use crate::ui::theme::Role;
use crate::ui::typing::Typing;
use crate::ui::{draw, text};

/// Begins to type; nothing happens where there is no table.
pub(super) fn open(model: &mut Model) {
    let here = &model.trail.here().address;
    if here.base() == Address::Metrics {
        let input = Input::new(&here.query().filter.text.unwrap_or_default());
        model.overlay = Some(Overlay::Filter { input, before: Box::new(model.trail.clone()) });
    }
}

/// Takes a key.
pub(super) fn press(model: &mut Model, (mut input, before): (Input, Box<Trail>), key: Key) {
    match key.code {
        Code::Enter => return,
        Code::Esc => {
            model.trail = *before;
            return;
        }
        _ if input.press(key) == Some(Edit::Changed) => follow(model, &input),
        _ => {}
    }
    model.overlay = Some(Overlay::Filter { input, before });
}

/// Writes pasted text into the line, if there is one.
pub(super) fn paste(model: &mut Model, text: &str) {
    match model.overlay.take() {
        Some(Overlay::Filter { mut input, before }) => {
            input.insert(text);
            follow(model, &input);
            model.overlay = Some(Overlay::Filter { input, before });
        }
        other => model.overlay = other,
    }
}

/// Lets the table show what the line says.
fn follow(model: &mut Model, input: &Input) {
    let body = layout::body(model);
    let (cx, place) = seen::here(model);
    metrics::filter_text(&cx, place, body, input.text());
}

/// Where the line stands in the footer, behind its prompt.
fn line(cx: &Context<'_>, area: Rect) -> Rect {
    let prompt = text::cells(cx.messages.says.filter_prompt).min(area.width);
    Rect { x: area.x + prompt, width: area.width - prompt, ..area }
}

/// Where the caret is.
pub(super) fn caret(cx: &Context<'_>, input: &Input, area: Rect) -> Option<Position> {
    Typing { before: input.before(), behind: input.behind() }.caret(line(cx, area))
}

/// Draws the line that is being typed in place of the footer.
pub(super) fn draw(cx: &Context<'_>, input: &Input, area: Rect, buf: &mut Buffer) {
    draw::put(buf, area.x, area.y, area.width, cx.messages.says.filter_prompt, cx.theme.style(Role::Accent));
    Typing { before: input.before(), behind: input.behind() }.draw(&cx.theme, line(cx, area), buf);
}
