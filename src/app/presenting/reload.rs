//! Another edition of the dataset while the program runs: every place that is still there keeps its view, a show its step.

use std::collections::HashMap;
use std::sync::Arc;

use super::following::align;
use crate::domain::briefing::Slide;
use crate::domain::{Address, District, Id, Show};
use crate::lang::messages;
use crate::model::stage::steps;
use crate::model::{Model, Place, Trail};

/// Takes over a dataset that was read again.
pub(in crate::app) fn reloaded(model: &mut Model, district: Arc<District>) {
    keep(&district, &mut model.trail, &mut model.tabs, &mut model.marked);
    model.history.keep(|trail| trail.places().all(|place| district.has(&place.address)));
    model.recent.retain(|address| district.has(address));
    model.hits = (Vec::new(), 0);
    model.overlay = None;
    model.district = district;
    if let Some(stage) = &mut model.stage {
        stage.refused = None;
        if let Some(before) = &mut stage.before {
            keep(&model.district, &mut before.trail, &mut before.tabs, &mut before.marked);
        }
        restage(model);
        align(model);
    } else {
        model.notice = Some(messages(model.prefs.lang).says.reloaded.to_owned());
    }
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
