//! Typing to find something: the search over the dataset, and the palette of commands and places.

mod draw;
mod rows;

use super::going::{deeper, place_of};
use super::layout;
use super::update::run;
use crate::domain::Address;
use crate::domain::search::Target;
use crate::lang::messages;
use crate::model::finder::{Choice, Found, MOST_RECENT};
use crate::model::input::Edit;
use crate::model::{Code, Command, Deed, Effect, Finder, Hits, Key, Mode, Model, Mouse, Overlay, Scope};

pub(super) use draw::{caret, draw, keys};

/// So many queries are remembered.
const MOST_QUERIES: usize = 50;

/// Opens a finder over where one is.
pub(super) fn open(model: &mut Model, mode: Mode) {
    model.overlay = Some(Overlay::Finder(Box::new(Finder::new(mode, model))));
}

/// Remembers where one is as the latest place.
pub(super) fn remember_place(model: &mut Model) {
    let here = &model.trail.here().address;
    if model.recent.first() == Some(here) {
        return;
    }
    let here = here.clone();
    model.recent.retain(|address| *address != here);
    model.recent.insert(0, here);
    // One more than is offered: where one is, is not.
    model.recent.truncate(MOST_RECENT + 1);
}

/// What a key does while a finder is open: what can be typed is typed, whatever else it means.
pub(super) fn press(model: &mut Model, mut finder: Box<Finder>, key: Key) -> Vec<Effect> {
    let page = usize::from(layout::body(model).height.saturating_sub(3).max(1));
    let last = finder.found.len().saturating_sub(1);
    match key.code {
        Code::Esc => return Vec::new(),
        Code::Enter => return choose(model, finder),
        Code::Up if finder.selected == 0 => recall(model, &mut finder, true),
        Code::Char('r') if key.ctrl => recall(model, &mut finder, true),
        Code::Down if finder.selected == 0 && finder.recalled > 0 => recall(model, &mut finder, false),
        Code::Up => finder.selected -= 1,
        Code::Char('p') if key.ctrl => finder.selected = finder.selected.saturating_sub(1),
        Code::Down => finder.selected = (finder.selected + 1).min(last),
        Code::Char('n') if key.ctrl => finder.selected = (finder.selected + 1).min(last),
        Code::PageUp => finder.selected = finder.selected.saturating_sub(page),
        Code::PageDown => finder.selected = (finder.selected + page).min(last),
        _ => {
            // Whoever touches the line has it as his own.
            let edit = finder.input.press(key);
            if edit.is_some() {
                finder.recalled = 0;
            }
            if edit == Some(Edit::Changed) {
                finder.look(&model.district);
            }
        }
    }
    model.overlay = Some(Overlay::Finder(finder));
    Vec::new()
}

/// Writes pasted text into the line.
pub(super) fn paste(model: &mut Model, mut finder: Box<Finder>, text: &str) {
    finder.input.insert(text);
    finder.recalled = 0;
    finder.look(&model.district);
    model.overlay = Some(Overlay::Finder(finder));
}

/// What the mouse does while a finder is open: the wheel moves, a click selects, another one chooses.
pub(super) fn mouse(model: &mut Model, mut finder: Box<Finder>, mouse: Mouse) -> Vec<Effect> {
    let last = finder.found.len().saturating_sub(1);
    match mouse.deed {
        Deed::WheelUp => finder.selected = finder.selected.saturating_sub(1),
        Deed::WheelDown => finder.selected = (finder.selected + 1).min(last),
        Deed::Click => {
            let body = layout::body(model);
            match draw::found_at(&finder, body, mouse.row) {
                Some(at) if at == finder.selected => return choose(model, finder),
                Some(at) => finder.selected = at,
                None => {}
            }
        }
    }
    model.overlay = Some(Overlay::Finder(finder));
    Vec::new()
}

/// What was typed earlier to find something in this way, the latest last.
fn earlier(model: &Model, mode: Mode) -> &[String] {
    model.queries.get(&mode).map_or(&[], Vec::as_slice)
}

/// Takes the next earlier query into the line, or the next later one and then what was typed.
fn recall(model: &Model, finder: &mut Finder, older: bool) {
    finder.recall(earlier(model, finder.mode), older, &model.district);
}

/// Goes to what is selected, or does it; where nothing is, the finder stays.
fn choose(model: &mut Model, finder: Box<Finder>) -> Vec<Effect> {
    let chosen = finder.selection().and_then(|found| finder.choice(&model.district, found));
    let Some(chosen) = chosen else {
        model.overlay = Some(Overlay::Finder(finder));
        return Vec::new();
    };
    if !finder.query.is_empty() {
        let query = finder.input.text().trim().to_owned();
        let queries = model.queries.entry(finder.mode).or_default();
        queries.retain(|known| *known != query);
        queries.push(query);
        if queries.len() > MOST_QUERIES {
            queries.remove(0);
        }
    }
    if finder.mode == Mode::Search {
        let selected = finder.selection();
        let things: Vec<Found> = finder.found.into_iter().filter(|found| found.is_thing()).collect();
        // Behind a list that was opened comes the first of the things.
        let at = things.iter().position(|found| Some(*found) == selected).unwrap_or(things.len().saturating_sub(1));
        model.hits = Hits { found: things, at };
    }
    let before = standing(model);
    let effects = follow(model, &chosen);
    let came_to_something = match &chosen {
        Choice::Command(command) if command.scope() != Scope::Show => {
            !effects.is_empty() || model.overlay.is_some() || standing(model) != before
        }
        choice => matches!(choice, Choice::Command(_) | Choice::Theme(_) | Choice::Language(_)),
    };
    if came_to_something {
        model.used.retain(|known| *known != chosen);
        model.used.insert(0, chosen);
        model.used.truncate(MOST_RECENT);
    }
    effects
}

/// What a command of the dashboard can change at once.
fn standing(model: &Model) -> impl PartialEq + use<> {
    (model.trail.clone(), model.prefs, model.marked.clone(), model.columns.clone())
}

/// Does what was chosen.
fn follow(model: &mut Model, chosen: &Choice) -> Vec<Effect> {
    match chosen {
        Choice::Command(command) => return run(model, *command),
        Choice::Theme(theme) => model.prefs.theme = *theme,
        // There are two.
        Choice::Language(lang) if *lang != model.prefs.lang => return run(model, Command::Language),
        Choice::Language(_) => {}
        Choice::List(Address::Compare(_)) => return run(model, Command::Compare),
        Choice::List(address) => deeper(model, &Target::Place(address.clone())),
        Choice::Thing(target) => deeper(model, target),
    }
    Vec::new()
}

/// Which of what was found last is open, counted from 1, and how many there are; none where one is elsewhere.
pub(super) fn hit(model: &Model) -> Option<(usize, usize)> {
    let Hits { found, at } = &model.hits;
    let target = found.get(*at)?.target(&model.district)?;
    (target.address() == model.trail.here().address).then_some((at + 1, found.len()))
}

/// Goes to the next or the previous of what was found, round the end. What is found one after the other takes the same
/// place of the trail.
pub(super) fn step(model: &mut Model, forward: bool) {
    let Hits { found, at } = &model.hits;
    let (last, count) = (*at, found.len());
    if count == 0 {
        let key = model.keymap.keys_of(Command::Search).next().unwrap_or_default();
        model.notice = Some((messages(model.prefs.lang).says.nothing_sought)(&key));
        return;
    }
    let next = if forward { (last + 1) % count } else { (last + count - 1) % count };
    let target = |at: usize| found.get(at).and_then(|it| it.target(&model.district)).cloned();
    let round = if forward { next <= last } else { next >= last };
    let (Some(last), Some(target)) = (target(last), target(next)) else { return };
    let says = &messages(model.prefs.lang).says;
    if count == 1 && target.address() == model.trail.here().address {
        model.notice = Some(says.only_hit.to_owned());
        return;
    }
    if round && count > 1 {
        let [forwards, backwards] = says.hits_round;
        let told = if forward { forwards } else { backwards };
        model.notice = Some(format!("{told} · {}", (says.hit_of)(next + 1, count)));
    }
    model.hits.at = next;
    if model.trail.at_root() || last.address() != model.trail.here().address {
        deeper(model, &target);
    } else {
        *model.trail.here_mut() = place_of(model, &target);
    }
}
