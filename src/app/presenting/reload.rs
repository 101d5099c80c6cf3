//! Another edition of the dataset while the program runs: every place that is still there keeps its view, a show its step.

use std::collections::HashMap;
use std::sync::Arc;

use super::following::align;
use crate::app::layout;
use crate::app::reordering::carry;
use crate::domain::briefing::Slide;
use crate::domain::{Address, District, Id, Show};
use crate::lang::messages;
use crate::model::show::Detour;
use crate::model::stage::{Before, Held, Sheet, steps, trail_of};
use crate::model::{Columns, Hits, Model, Place, Prefs, Trail};
use crate::screens::Context;

/// Takes over a dataset that was read again.
pub(in crate::app) fn reloaded(model: &mut Model, district: Arc<District>) {
    keep(&district, &mut model.trail, &mut model.tabs, &mut model.marked);
    model.history.keep(|trail| trail.places().all(|place| district.has(&place.address)));
    model.recent.retain(|address| district.has(address));
    model.hits = Hits::default();
    model.overlay = None;
    let old = std::mem::replace(&mut model.district, district);
    if let Some(before) = model.stage.as_mut().and_then(|stage| stage.before.as_mut()) {
        keep(&model.district, &mut before.trail, &mut before.tabs, &mut before.marked);
    }
    reselect(model, &old);
    if let Some(stage) = &mut model.stage {
        stage.unread = None;
        // What is frozen stays as it is, whatever was corrected meanwhile.
        if let (Some(shot), None) = (&stage.cue.frozen, &stage.held) {
            stage.held = Some(Held { district: Arc::clone(&old), show: Arc::clone(&stage.show), shot: shot.clone() });
        }
        restage(model);
        align(model);
    } else {
        model.notice = Some(messages(model.prefs.lang).says.reloaded.to_owned());
    }
}

/// Selects again, in the rows as they are now, what was selected at every place.
fn reselect(model: &mut Model, old: &District) {
    let body = layout::body(model);
    let (now, prefs, columns) = (&model.district, &model.prefs, &model.columns);
    let places = model.trail.places_mut().chain(model.history.places_mut()).chain(model.tabs.values_mut());
    carry(&seen(old, prefs, columns), &seen(now, prefs, columns), body, places);
    let Some(stage) = &mut model.stage else { return };
    if let Some(Before { trail, prefs, columns, tabs, .. }) = stage.before.as_deref_mut() {
        let places = trail.places_mut().chain(tabs.values_mut());
        carry(&seen(old, prefs, columns), &seen(now, prefs, columns), body, places);
    }
    // Every terminal does the same to the same detours, as with the steps.
    for shot in std::iter::once(&mut stage.cue.live).chain(&mut stage.cue.frozen) {
        if let Some(mut trail) = shot.detour.as_ref().and_then(|detour| trail_of(detour, now)) {
            let prefs = Prefs { lang: shot.lang, ..*prefs };
            carry(&seen(old, &prefs, columns), &seen(now, &prefs, columns), body, trail.places_mut());
            shot.detour = Detour::along(&trail);
        }
    }
}

fn seen<'a>(district: &'a District, prefs: &'a Prefs, columns: &'a Columns) -> Context<'a> {
    Context::new(district, prefs).with_columns(columns)
}

/// Keeps of where one was what is still there.
fn keep(district: &District, trail: &mut Trail, tabs: &mut HashMap<Address, Place>, marked: &mut Vec<Id>) {
    *trail = kept(trail, district);
    tabs.retain(|address, place| district.has(address) && district.has(&place.address));
    marked.retain(|id| district.metric(id).is_some());
}

/// The places of a trail that are still there, from the first on to the first that is not.
fn kept(trail: &Trail, district: &District) -> Trail {
    let mut places = trail.places().take_while(|place| district.has(&place.address)).cloned();
    let first = places.next().unwrap_or_else(|| Place::new(Address::Overview));
    let mut left = Trail::new(first);
    places.for_each(|place| left.push(place));
    left
}

/// Goes on with the new edition of the briefing. Where it has none any more, the show goes on as it was.
fn restage(model: &mut Model) {
    let Some(stage) = &mut model.stage else { return };
    let named = (!stage.show.made).then_some(&stage.show.id);
    let show = match named {
        Some(id) => Show::of(&model.district, Some(id)).ok(),
        None => Some(Show::made(&model.district)),
    };
    let Some((show, steps)) = show.and_then(|show| steps(&show, &model.district).map(|steps| (show, steps))) else {
        return;
    };
    let to = moved(&stage.show, &show);
    if let Some(Sheet::Agenda(at)) = &mut stage.sheet {
        *at = to.get(*at).copied().unwrap_or(*at);
    }
    stage.cue.move_to(&steps, |step| to.get(step).copied().unwrap_or(step));
    stage.show = Arc::new(show);
    stage.steps = steps;
}

/// Where each step of a show stands in another edition of it: the same place in the same form, of several the one as far
/// on among them; a step that is gone gives way to the one that now stands where it stood.
fn moved(old: &Show, new: &Show) -> Vec<usize> {
    let same = |a: &Slide, b: &Slide| a.address == b.address && a.form == b.form;
    let end = new.slides.len().saturating_sub(1);
    let mut next = 0;
    old.slides
        .iter()
        .enumerate()
        .map(|(at, slide)| {
            let nth = old.slides.iter().take(at).filter(|other| same(other, slide)).count();
            let found = new.slides.iter().enumerate().filter(|(_, other)| same(other, slide)).nth(nth);
            let here = found.map_or(next, |(at, _)| at);
            next = found.map_or(next, |(at, _)| at + 1);
            here.min(end)
        })
        .collect()
}
