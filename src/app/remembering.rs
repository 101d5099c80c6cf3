//! Going back and forward through where one has been, and places remembered under letters.

use super::marks;
use crate::lang::messages;
use crate::model::{Code, Key, Model, Overlay};

/// Goes back or forward; says so where there is nothing.
pub(super) fn step(model: &mut Model, back: bool) {
    let Model { history, trail, .. } = model;
    let went = if back { history.back(trail) } else { history.forward(trail) };
    if went {
        marks::follow(model);
    } else {
        let says = &messages(model.prefs.lang).says;
        model.notice = Some(if back { says.no_earlier } else { says.no_later }.to_owned());
    }
}

/// Asks for the letter of a place.
pub(super) fn ask(model: &mut Model, remember: bool) {
    if !remember && model.history.marks.is_empty() {
        model.notice = Some(messages(model.prefs.lang).says.none_remembered.to_owned());
    } else {
        model.overlay = Some(Overlay::Letter { remember });
    }
}

/// What is asked, with the letters that are in use.
pub(super) fn prompt(model: &Model, remember: bool) -> String {
    let says = &messages(model.prefs.lang).says;
    let marks: Vec<String> =
        model.history.marks.iter().map(|(letter, trail)| format!("{letter} {}", trail.here().address)).collect();
    let ask = if remember { says.remember_prompt } else { says.recall_prompt };
    ask(&marks.join("  "))
}

/// Takes the letter; any other key means that one has thought better of it.
pub(super) fn press(model: &mut Model, remember: bool, key: Key) {
    model.overlay = None;
    let Code::Char(letter) = key.code else { return };
    if key.ctrl || key.alt || !letter.is_ascii_alphanumeric() {
        return;
    }
    let says = &messages(model.prefs.lang).says;
    if remember {
        model.history.marks.insert(letter, model.trail.clone());
        model.notice = Some((says.remembered)(letter));
    } else if let Some(trail) = model.history.marks.get(&letter) {
        model.trail = trail.clone();
        marks::follow(model);
    } else {
        model.notice = Some((says.not_remembered)(letter));
    }
}
