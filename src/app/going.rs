//! Going deeper: to what a command on a screen has led to, or to what was found.

use super::{layout, seen};
use crate::domain::Address;
use crate::domain::search::Target;
use crate::model::{Model, Place};
use crate::screens::{self, Outcome};

/// Lets what came of a command on a screen change the state; false where nothing came of it.
pub(super) fn settle(model: &mut Model, outcome: Outcome) -> bool {
    match outcome {
        Outcome::Done => {}
        Outcome::Open(address) => {
            if address != model.trail.here().address {
                let place = place_below(model, address);
                model.trail.push(place);
            }
        }
        Outcome::OpenAt(address, event) => {
            let mut place = Place::new(address);
            let cx = seen::context(model);
            screens::get(&place.address).select_event(&cx, &mut place, &event);
            model.trail.push(place);
        }
        // The terminals of a show have one table.
        Outcome::Columns(_) if model.stage.is_some() => return false,
        Outcome::Columns(columns) => model.columns = columns,
        Outcome::Notice(sentence) => model.notice = Some(sentence),
        Outcome::Ignored => return false,
    }
    true
}

/// A place as one finds it who comes from where one is: what one comes from is selected there.
fn place_below(model: &mut Model, address: Address) -> Place {
    let body = layout::body(model);
    let cx = seen::context(model);
    let mut place = Place::new(address);
    if place.address.holds_others() {
        screens::get(&place.address).select(&cx, &mut place, body, &model.trail.here().address);
    }
    if let Address::Compare(ids) = &place.address {
        model.marked.clone_from(ids);
    }
    place
}

/// The place of what was found.
pub(super) fn place_of(model: &mut Model, target: &Target) -> Place {
    let mut place = place_below(model, target.address());
    if let Target::Event(event) = target {
        let cx = seen::context(model);
        screens::get(&place.address).select_event(&cx, &mut place, event);
    }
    place
}

/// Goes to what was found; nothing happens where one is there.
pub(super) fn deeper(model: &mut Model, target: &Target) {
    let place = place_of(model, target);
    // Of where one is, another row may be meant, in whatever arrangement.
    if let Target::Event(event) = target
        && place.address == model.trail.here().address.base()
    {
        let (cx, here) = seen::here(model);
        here.view = place.view;
        screens::get(&here.address).select_event(&cx, here, event);
    } else if place.address != model.trail.here().address {
        model.trail.push(place);
    }
}
