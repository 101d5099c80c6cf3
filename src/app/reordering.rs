//! What is selected stays selected where something puts the rows of a table into another order.

use super::layout;
use crate::domain::{Address, Id};
use crate::model::{Model, Place};
use crate::screens::{self, Context};

/// Does something that may change the order of rows. In every table that one is at, can go back to or finds again under a
/// tab, the metric that was selected stays so.
pub(super) fn keeping(model: &mut Model, change: impl FnOnce(&mut Model)) {
    let selected = selected(model);
    change(model);
    let body = layout::regions(layout::desk(model)).body;
    let cx = Context::new(&model.district, &model.prefs).with_columns(&model.columns);
    let tables = model.trail.places_mut().chain(model.history.places_mut()).chain(model.tabs.values_mut());
    for (place, metric) in tables.filter(|place| is_table(place)).zip(selected) {
        if let Some(metric) = metric {
            screens::get(&place.address).select(&cx, place, body, &Address::Metric(metric));
        }
    }
}

/// The metric that is selected in each table, in the order in which they are gone through.
fn selected(model: &Model) -> Vec<Option<Id>> {
    let body = layout::regions(layout::desk(model)).body;
    let cx = Context::new(&model.district, &model.prefs).with_columns(&model.columns);
    let tables = model.trail.places().chain(model.history.places()).chain(model.tabs.values());
    let metric = |place: &Place| screens::get(&place.address).metric(&cx, place, body);
    tables.filter(|place| is_table(place)).map(metric).collect()
}

/// Whether the place is one whose order may depend on anything.
fn is_table(place: &Place) -> bool {
    place.address.base() == Address::Metrics
}
