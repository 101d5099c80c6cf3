//! How the state changes and how it is drawn: `update` and `view`. No I/O and no clock.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::model::{Effect, Event, Model};

/// Lets an event change the state; what is to be done outside comes back.
pub fn update(model: &mut Model, event: Event) -> Vec<Effect> {
    match event {
        Event::Resize(columns, rows) => model.size = (columns, rows),
        Event::Key(key) => {
            if key.ctrl && key.code == crate::model::Code::Char('z') {
                return vec![Effect::Suspend];
            }
            if key.code == crate::model::Code::Char('q') {
                return vec![Effect::Quit];
            }
        }
    }
    Vec::new()
}

/// Draws the state.
pub fn view(_model: &Model, area: Rect, buf: &mut Buffer) {
    buf.set_stringn(area.x, area.y, "薪火", usize::from(area.width), ratatui::style::Style::new());
}
