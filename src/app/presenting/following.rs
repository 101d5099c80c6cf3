//! How this terminal follows the state that all terminals of a show share, and tells it what happens here.

use ratatui::layout::Rect;

use super::order;
use super::time::obey_clock;
use crate::app::{layout, reordering, seen};
use crate::domain::figure::Notation;
use crate::domain::{Address, District, Id};
use crate::model::show::{Audience, Cue, Detour, Order};
use crate::model::stage::{Auto, Before, Role, trail_of};
use crate::model::{Ambiguous, Columns, Effect, Model, Overlay, Place, Stage, ThemeName, Trail};
use crate::screens::{self, Context};

/// Begins a show in place of the dashboard, or of nothing: then the program ends with it.
pub fn start(model: &mut Model, mut stage: Stage, over_dashboard: bool) {
    if over_dashboard {
        stage.before = Some(Box::new(Before {
            trail: model.trail.clone(),
            prefs: model.prefs,
            columns: model.columns.clone(),
            marked: model.marked.clone(),
            tabs: model.tabs.clone(),
        }));
        // What is seen from afar must be told apart from afar; who has chosen another theme for that keeps it.
        if stage.role == Role::Audience && matches!(model.prefs.theme, ThemeName::Dark | ThemeName::Light) {
            model.prefs.theme = ThemeName::Projector;
        }
    }
    model.overlay = None;
    model.notice = None;
    model.pending.clear();
    model.columns = Columns::default();
    model.stage = Some(Box::new(stage));
    align(model);
    announce(model);
}

/// Takes over what another terminal says.
pub(in crate::app) fn hear(model: &mut Model, cue: &Cue) -> Vec<Effect> {
    let Some(stage) = &mut model.stage else { return Vec::new() };
    // This terminal says nothing of itself in answer: two that the audience looks at would go on contradicting each other.
    let (live, version) = (stage.cue.live.clone(), stage.cue.version);
    let changed = stage.cue.accept(cue, stage.now);
    stage.forget_held();
    obey_clock(stage);
    if changed && stage.cue.version != version {
        // A sequence of keys that was begun before is none any more.
        model.pending.clear();
        put_away(stage, &mut model.overlay);
    }
    if changed && stage.cue.live != live {
        if stage.cue.live.step != live.step && stage.auto == Some(Auto::Runs) && stage.cue.clock.runs() {
            // Somebody goes to another step: they do not follow each other by themselves under the presenter's hands.
            stage.auto = Some(Auto::Stopped);
            order(model, Order::Pause);
        }
        align(model);
        // What was open over a place that has been left has nothing under it any more.
        let bound_to_place = |overlay: &Overlay| !matches!(overlay, Overlay::Help { .. } | Overlay::Finder(_));
        if model.overlay.as_ref().is_some_and(bound_to_place) {
            model.overlay = None;
        }
    }
    ended(model)
}

/// Closes lists that were opened where the audience looks, before there was a console to open them at.
pub(in crate::app) fn met(model: &mut Model) {
    if let Some(stage) = model.stage.as_mut().filter(|stage| stage.peers > 0) {
        put_away(stage, &mut model.overlay);
    }
}

/// What somebody has opened where the audience looks does not stand before what the presenter shows.
fn put_away(stage: &mut Stage, overlay: &mut Option<Overlay>) {
    if stage.role == Role::Audience {
        stage.sheet = None;
        *overlay = None;
    }
}

/// Puts this terminal where the state says: place, language, notation.
pub(super) fn align(model: &mut Model) {
    let Some(lang) = model.stage.as_ref().map(|stage| stage.cue.live.lang) else { return };
    reordering::speak(model, lang);
    let Some(stage) = &mut model.stage else { return };
    let address = stage.slide().map_or(Address::Overview, |slide| slide.address.clone());
    if stage.home.here().address != address {
        stage.home = Trail::to(&model.district, address);
    }
    let detour = stage.cue.live.detour.as_ref().and_then(|detour| trail_of(detour, &model.district));
    let trail = detour.unwrap_or_else(|| stage.home.clone());
    if model.trail != trail {
        model.trail = trail;
        stage.notes.scroll = 0;
    }
    model.prefs.notation = if stage.cue.live.exact { Notation::Exact } else { Notation::Compact };
}

/// Tells the others what was done here: that the dashboard's keys have led away from the step, or further on a detour; and
/// what terminal the audience looks at. What is to be done outside comes back.
pub(in crate::app) fn settle(model: &mut Model) -> Vec<Effect> {
    let Some(stage) = &model.stage else { return Vec::new() };
    // What is only being typed is nowhere yet.
    let typing = matches!(model.overlay, Some(Overlay::Filter { .. }));
    let away = match &stage.cue.live.detour {
        Some(_) => true,
        None => model.trail != stage.home,
    };
    if away && !typing && !stage.cue.ended {
        match Detour::along(&model.trail) {
            Some(detour) => drop(order(model, Order::Detour(detour))),
            None => align(model),
        }
    }
    announce(model);
    ended(model)
}

/// Says what terminal the audience looks at, where it is this one.
pub(super) fn announce(model: &mut Model) {
    let (cols, rows) = model.size;
    let prefs = model.prefs;
    let Some(stage) = &mut model.stage else { return };
    if stage.role == Role::Audience {
        let wide = prefs.ambiguous == Ambiguous::Wide;
        let audience = Audience { cols, rows, theme: prefs.theme, markers: prefs.markers, wide };
        stage.cue.apply(Order::Audience(audience), &stage.steps, stage.now, stage.me);
    }
}

/// Leaves a show that is over: back to the dashboard, or out.
fn ended(model: &mut Model) -> Vec<Effect> {
    if model.stage.as_ref().is_some_and(|stage| stage.cue.ended) { leave(model) } else { Vec::new() }
}

/// Leaves the show at this terminal.
pub(super) fn leave(model: &mut Model) -> Vec<Effect> {
    let Some(mut stage) = model.stage.take() else { return Vec::new() };
    model.overlay = None;
    let mut effects = Vec::new();
    match stage.before.take() {
        Some(before) => {
            model.trail = before.trail;
            model.prefs = before.prefs;
            model.columns = before.columns;
            model.marked = before.marked;
            model.tabs = before.tabs;
        }
        None => effects.push(Effect::Quit),
    }
    effects.push(Effect::Left(stage));
    effects
}

/// The place of the step with what it points at selected, for a detour that begins there.
pub(super) fn place_of_step(model: &Model, stage: &Stage) -> Place {
    let mut place = stage.home.here().clone();
    if let Some(spot) = stage.slide().and_then(|slide| slide.spotlight.as_ref()) {
        point_at(&seen::context(model), &mut place, spot, layout::screen(model));
    }
    place
}

/// Selects a thing on a place, where it is there.
fn point_at(cx: &Context<'_>, place: &mut Place, spot: &Id, area: Rect) {
    if let Some(target) = address_of(cx.district, spot) {
        screens::get(&place.address).select(cx, place, area, &target);
    }
}

/// The place of a thing that a step points at.
fn address_of(district: &District, spot: &Id) -> Option<Address> {
    let kinds = [Address::Metric, Address::Honour, Address::Initiative, Address::Action, Address::Source];
    kinds.into_iter().map(|kind| kind(spot.clone())).find(|address| district.has(address))
}
