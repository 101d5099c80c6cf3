//! How events change the state.

use ratatui::layout::Rect;

use super::help::{self, Answer};
use super::{layout, marks, tabs};
use crate::domain::Address;
use crate::model::{Command, Effect, Event, Key, Meaning, Model, Overlay, Place, ThemeName};
use crate::screens::{self, Context, Outcome};
use crate::ui::text;

/// Lets an event change the state; what is to be done outside comes back.
pub fn update(model: &mut Model, event: Event) -> Vec<Effect> {
    // What is selected and how far one scrolls depend on how wide the text is.
    text::measured(model.prefs.ambiguous, || answer(model, event))
}

fn answer(model: &mut Model, event: Event) -> Vec<Effect> {
    match event {
        Event::Resize(columns, rows) => {
            model.size = (columns, rows);
            Vec::new()
        }
        Event::Ground(theme) => {
            // Whoever has switched the theme by now knows better.
            if model.prefs.theme == ThemeName::default() {
                model.prefs.theme = theme;
            }
            Vec::new()
        }
        Event::Key(key) if help::typed(model, key) => Vec::new(),
        Event::Key(key) => press(model, key.folded()),
    }
}

/// Adds a key to the sequence typed so far; runs the command that it completes.
fn press(model: &mut Model, key: Key) -> Vec<Effect> {
    model.pending.push(key);
    let mut meaning = model.keymap.meaning(&model.pending);
    if meaning == Meaning::Unknown && model.pending.len() > 1 {
        // The sequence came to nothing: the last key stands for itself.
        model.pending = vec![key];
        meaning = model.keymap.meaning(&model.pending);
    }
    if meaning == Meaning::Prefix {
        return Vec::new();
    }
    model.pending.clear();
    match meaning {
        Meaning::Command(command) => run(model, command),
        _ => Vec::new(),
    }
}

/// Runs a command: the overlay is asked first, then the screen, then what works anywhere.
fn run(model: &mut Model, command: Command) -> Vec<Effect> {
    if let Some(Overlay::Help { scroll, filter }) = &model.overlay {
        match help::act(model, (*scroll, filter), command) {
            Answer::Scrolled(to) => help::scroll(model, to),
            Answer::Closed => model.overlay = None,
            Answer::Passed => return anywhere(model, command),
        }
        return Vec::new();
    }
    let (columns, rows) = model.size;
    let body = layout::regions(Rect::new(0, 0, columns, rows)).body;
    let screen = screens::get(&model.trail.here().address);
    let cx = Context::new(&model.district, &model.prefs).with_marked(&model.marked);
    match screen.act(&cx, model.trail.here_mut(), body, command) {
        Outcome::Done => return Vec::new(),
        Outcome::Open(address) => {
            let from = model.trail.here().address.clone();
            if address != from {
                let mut place = Place::new(address);
                if place.address.holds_others() {
                    screens::get(&place.address).select(&cx, &mut place, body, &from);
                }
                if let Address::Compare(ids) = &place.address {
                    model.marked.clone_from(ids);
                }
                model.trail.push(place);
            }
            return Vec::new();
        }
        Outcome::OpenAt(address, event) => {
            let mut place = Place::new(address);
            screens::get(&place.address).select_event(&cx, &mut place, &event);
            model.trail.push(place);
            return Vec::new();
        }
        Outcome::Ignored => {}
    }
    if command == Command::Mark {
        marks::toggle(model, body);
        return Vec::new();
    }
    anywhere(model, command)
}

/// Runs a command that works on every screen.
fn anywhere(model: &mut Model, command: Command) -> Vec<Effect> {
    match command {
        Command::Back => {
            model.trail.pop();
        }
        Command::Quit => {
            if !model.trail.pop() {
                return vec![Effect::Quit];
            }
        }
        Command::QuitNow => return vec![Effect::Quit],
        Command::Suspend => return vec![Effect::Suspend],
        Command::Compare => marks::compare(model),
        Command::NextTab => tabs::step(model, true),
        Command::PreviousTab => tabs::step(model, false),
        Command::Table => {
            let view = &mut model.trail.here_mut().view;
            view.table = !view.table;
        }
        Command::Notation => model.prefs.notation = model.prefs.notation.toggled(),
        Command::Language => model.prefs.lang = model.prefs.lang.next(),
        Command::Theme => model.prefs.theme = model.prefs.theme.next(model.prefs.own_themes),
        Command::Help => model.overlay = Some(Overlay::Help { scroll: 0, filter: String::new() }),
        command => {
            if let Some(tab) = command.tab() {
                tabs::go(model, tab);
            }
        }
    }
    Vec::new()
}
