//! What several screens show in the same way.

pub(super) mod big_figure;
pub(super) mod charts;
pub(super) mod cite;
pub(super) mod facts;
pub(super) mod honour_rows;
pub(super) mod links;
pub(super) mod metric_rows;
pub(super) mod programme;
pub(super) mod strip;
pub(super) mod tiles;

use crate::domain::Id;
use crate::screens::Context;
use crate::ui::theme::Role;

/// The colour of what belongs to an action; quiet for what belongs to the whole district.
pub(super) fn hue(cx: &Context<'_>, action: Option<&Id>) -> Role {
    action.and_then(|id| cx.district.action_position(id)).map_or(Role::Muted, Role::Hue)
}

/// The name of an action, or the word for the whole district.
pub(super) fn action_name<'a>(cx: &Context<'a>, action: Option<&Id>) -> &'a str {
    action.and_then(|id| cx.district.action(id)).map_or(cx.messages.words.district_wide, |found| cx.text(&found.name))
}
