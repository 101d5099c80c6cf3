//! What is selected stays selected where rows change their order, come or go.

use ratatui::layout::Rect;

use super::layout;
use crate::domain::{Address, Lang};
use crate::model::{Model, Place};
use crate::screens::{self, Context};

/// Goes on in a language, in which names may have another order. In every table that one is at, can go back to or finds again
/// under a tab, what was selected stays so.
pub(super) fn speak(model: &mut Model, lang: Lang) {
    let before = model.prefs;
    model.prefs.lang = lang;
    if before.lang == lang {
        return;
    }
    let body = layout::body(model);
    let cx = |prefs| Context::new(&model.district, prefs).with_columns(&model.columns);
    let (old, new) = (cx(&before), cx(&model.prefs));
    let places = model.trail.places_mut().chain(model.history.places_mut()).chain(model.tabs.values_mut());
    let tables = places.filter(|place| place.address.base() == Address::Metrics);
    carry(&old, &new, body, tables);
}

/// Selects at each place, as it is seen now, what was selected there as it was seen before.
pub(super) fn carry<'p>(old: &Context<'_>, new: &Context<'_>, body: Rect, places: impl Iterator<Item = &'p mut Place>) {
    for place in places {
        let screen = screens::get(&place.address);
        if let Some(selected) = screen.selected(old, place, body) {
            screen.reselect(new, place, body, &selected);
        }
    }
}
