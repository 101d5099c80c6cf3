//! How the state is drawn.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::{desk, filtering, finder, help, layout, presenting, seen};
use crate::model::stage::Role;
use crate::model::{Markers, Model, Overlay};
use crate::ui::{ascii, text};

/// Draws the state. Nothing is written back.
pub fn view(model: &Model, area: Rect, buf: &mut Buffer) {
    let area = area.intersection(buf.area);
    text::measured(model.prefs.ambiguous, || {
        match &model.stage {
            Some(stage) => presenting::view(model, stage, area, buf),
            None => desk::draw(model, area, buf),
        }
        if model.prefs.signs() == Markers::Ascii {
            ascii::apply(buf, area, model.prefs.lang);
        }
    });
}

/// Where the terminal's cursor stands: at the caret of what is being typed. None where nothing is.
pub fn caret(model: &Model, area: Rect) -> Option<Position> {
    if area.width < layout::LEAST.0 || area.height < layout::LEAST.1 {
        return None;
    }
    let cx = seen::context(model);
    let regions = layout::regions(layout::desk(model).intersection(area));
    text::measured(model.prefs.ambiguous, || match &model.overlay {
        _ if model.stage.as_ref().is_some_and(|stage| stage.role == Role::Audience) => {
            model.stage.as_ref().and_then(|stage| presenting::caret(model, stage, area))
        }
        Some(Overlay::Finder(open)) => finder::caret(&cx, open, regions.body),
        Some(Overlay::Filter { input, .. }) => filtering::caret(&cx, input, regions.footer),
        Some(Overlay::Help { filter, .. }) => help::caret(model, &cx, filter, regions.body),
        _ => None,
    })
}
