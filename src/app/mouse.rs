//! The mouse: tabs, the trail, rows, the wheel. Nothing needs it.

use ratatui::layout::{Position, Rect};

use super::going::settle;
use super::update::run;
use super::{desk, finder, layout, seen, tabs};
use crate::model::command::Tab;
use crate::model::stage::Role;
use crate::model::{Command, Deed, Effect, Model, Mouse, Overlay};
use crate::screens;
use crate::screens::metrics::facets;
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
                Deed::Click => return clicked(model, regions.body, Position { x: mouse.column, y: mouse.row }),
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
    match mouse.deed {
        Deed::WheelUp | Deed::WheelDown => {
            let down = mouse.deed == Deed::WheelDown;
            let (cx, place) = seen::here(model);
            screen.scroll(&cx, place, regions.body, down, STEP);
        }
        Deed::Click if regions.tabs.contains(point) => {
            let labels = tabs::labels(&seen::context(model), &model.keymap);
            let at = frame::tab_at(regions.tabs, &labels, tabs::active(model), point.x);
            if let Some(at) = at {
                tabs::go(model, Tab::At(at));
            }
        }
        Deed::Click if regions.title.contains(point) => {
            let cx = seen::context(model);
            let bar = desk::title(model, &cx);
            let area = cx.badge().behind(regions.title);
            if let Some(at) = bar.crumb_at(area, point.x) {
                model.trail.cut(at);
            }
        }
        Deed::Click if regions.body.contains(point) => {
            let (cx, place) = seen::here(model);
            let outcome = screen.click(&cx, place, regions.body, mouse);
            settle(model, outcome);
        }
        Deed::Click => {}
    }
    Vec::new()
}

/// Lets a click among the lists of the filter select what is under the pointer, or choose it where it is selected already.
fn clicked(model: &mut Model, body: Rect, point: Position) -> Vec<Effect> {
    let Some(Overlay::Facets { facet, value }) = model.overlay else { return Vec::new() };
    let cx = seen::context(model);
    match facets::spot_at(&cx, model.trail.here(), (facet, value), body, point) {
        Some(spot) if spot == (facet, value) => run(model, Command::Open),
        Some((facet, value)) => {
            model.overlay = Some(Overlay::Facets { facet, value });
            Vec::new()
        }
        None => Vec::new(),
    }
}
