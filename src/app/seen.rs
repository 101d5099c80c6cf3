//! What screens are drawn from and act on, as this terminal sees it.

use crate::model::{Model, Place};
use crate::screens::Context;

/// The dataset as it is seen here.
pub(super) fn context(model: &Model) -> Context<'_> {
    Context::new(&model.district, &model.prefs).with_marked(&model.marked).with_columns(&model.columns)
}

/// The same, and the place where one is, to be changed.
pub(super) fn here(model: &mut Model) -> (Context<'_>, &mut Place) {
    let cx = Context::new(&model.district, &model.prefs).with_marked(&model.marked).with_columns(&model.columns);
    (cx, model.trail.here_mut())
}
