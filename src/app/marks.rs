//! Marking metrics, and seeing them side by side.

use ratatui::layout::Rect;

use super::seen;
use crate::domain::Address;
use crate::domain::address::MOST_COMPARED;
use crate::model::{Model, Place};
use crate::screens;

/// Marks the metric that is selected, or takes its mark back. Nothing happens where no metric is selected, and where as
/// many are marked as can be compared.
pub(super) fn toggle(model: &mut Model, body: Rect) {
    let here = model.trail.here();
    let cx = seen::context(model);
    let Some(id) = screens::get(&here.address).metric(&cx, here, body) else { return };
    if let Some(at) = model.marked.iter().position(|marked| *marked == id) {
        model.marked.remove(at);
    } else if model.marked.len() < MOST_COMPARED {
        model.marked.push(id);
    }
    follow(model);
}

/// Has every comparison on the way here be one of what is marked.
pub(super) fn follow(model: &mut Model) {
    for place in model.trail.places_mut() {
        if let Address::Compare(ids) = &mut place.address {
            ids.clone_from(&model.marked);
        }
    }
}

/// Opens the comparison of what is marked.
pub(super) fn compare(model: &mut Model) {
    let address = Address::Compare(model.marked.clone());
    if model.trail.here().address != address {
        model.trail.push(Place::new(address));
    }
}
