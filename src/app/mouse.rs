//! The mouse: tabs, the trail, rows, the wheel. Nothing needs it.

use ratatui::layout::Position;

use super::update::{run, settle};
use super::{finder, layout, tabs, view};
use crate::model::command::Tab;
use crate::model::stage::Role;
use crate::model::{Command, Deed, Effect, Model, Mouse, Overlay};
use crate::screens::{self, Context};
use crate::ui::frame;

/// So many rows the wheel moves at once.
const STEP: u16 = 3;

/// Lets the mouse change the state.
pub(super) fn used(model: &mut Model, mouse: Mouse) -> Vec<Effect> {
    let (columns, rows) = model.size;
    let regions = layout::regions(layout::desk(model));
    if columns < layout::LEAST.0 || rows < layout::LEAST.1 {
        return Vec::new();
    }
    // At the steps of a show, and where the audience looks, nothing is clicked.
    if model.stage.as_ref().is_some_and(|stage| stage.role == Role::Audience || !stage.on_detour()) {
        return Vec::new();
    }
    match model.overlay.take() {
        None => {}
        Some(Overlay::Finder(open)) => return finder::mouse(model, open, mouse),
        // Lists over the screen follow the wheel a row at a time.
        Some(open @ (Overlay::Help { .. } | Overlay::Facets { .. } | Overlay::Provenance { .. })) => {
            model.overlay = Some(open);
            let command = match mouse.deed {
                Deed::WheelUp => Command::Up,
                Deed::WheelDown => Command::Down,
                Deed::Click => return Vec::new(),
            };
            return run(model, command);
        }
        Some(open @ (Overlay::Filter { .. } | Overlay::Letter { .. })) => {
            model.overlay = Some(open);
            return Vec::new();
        }
    }
    let point = Position { x: mouse.column, y: mouse.row };
    let screen = screens::get(&model.trail.here().address);
    let cx = Context::new(&model.district, &model.prefs).with_marked(&model.marked).with_columns(&model.columns);
    match mouse.deed {
        Deed::WheelUp | Deed::WheelDown => {
            let down = mouse.deed == Deed::WheelDown;
            screen.scroll(&cx, model.trail.here_mut(), regions.body, down, STEP);
        }
        Deed::Click if regions.tabs.contains(point) => {
            let at = frame::tab_at(regions.tabs, &tabs::labels(&cx, &model.keymap), tabs::active(model), point.x);
            if let Some(at) = at {
                tabs::go(model, Tab::At(at));
            }
        }
        Deed::Click if regions.title.contains(point) => {
            let bar = view::title(model, &cx);
            let area = view::behind_badge(&cx, regions.title);
            if let Some(at) = bar.crumb_at(area, point.x) {
                model.trail.cut(at);
            }
        }
        Deed::Click if regions.body.contains(point) => {
            let outcome = screen.click(&cx, model.trail.here_mut(), regions.body, mouse);
            settle(model, outcome);
        }
        Deed::Click => {}
    }
    Vec::new()
}
