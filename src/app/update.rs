//! How events change the state.

use ratatui::layout::Rect;

use super::help::{self, Answer};
use super::{finder, layout, marks, tabs};
use crate::domain::Address;
use crate::domain::search::Target;
use crate::model::{Command, Effect, Event, Finder, Key, Meaning, Mode, Model, Overlay, Place};
use crate::screens::{self, Context, Outcome};

/// Lets an event change the state; what is to be done outside comes back.
pub fn update(model: &mut Model, event: Event) -> Vec<Effect> {
    let effects = match event {
        Event::Resize(columns, rows) => {
            model.size = (columns, rows);
            Vec::new()
        }
        Event::Key(key) => match take_finder(model) {
            // What is typed into a line is taken as it is.
            Some(open) => finder::press(model, open, key),
            None => press(model, key.folded()),
        },
        Event::Paste(text) => {
            // Pasted text is not a series of commands.
            if let Some(open) = take_finder(model) {
                finder::paste(model, open, &text);
            }
            Vec::new()
        }
    };
    finder::remember_place(model);
    effects
}

/// Takes the finder off the screen, where one is open.
fn take_finder(model: &mut Model) -> Option<Box<Finder>> {
    match model.overlay.take() {
        Some(Overlay::Finder(open)) => Some(open),
        other => {
            model.overlay = other;
            None
        }
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
pub(super) fn run(model: &mut Model, command: Command) -> Vec<Effect> {
    if let Some(Overlay::Help { scroll }) = model.overlay {
        match help::act(model, scroll, command) {
            Answer::Scrolled(scroll) => model.overlay = Some(Overlay::Help { scroll }),
            Answer::Closed => model.overlay = None,
            Answer::Passed => return anywhere(model, command),
        }
        return Vec::new();
    }
    let body = body(model);
    let screen = screens::get(&model.trail.here().address);
    let cx = Context::new(&model.district, &model.prefs).with_marked(&model.marked);
    match screen.act(&cx, model.trail.here_mut(), body, command) {
        Outcome::Done => return Vec::new(),
        Outcome::Open(address) => {
            if address != model.trail.here().address {
                let place = place_below(model, address);
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

/// Where the screen of the place is.
fn body(model: &Model) -> Rect {
    let (columns, rows) = model.size;
    layout::regions(Rect::new(0, 0, columns, rows)).body
}

/// A place as one finds it who comes from where one is: what one comes from is selected there.
fn place_below(model: &mut Model, address: Address) -> Place {
    let body = body(model);
    let cx = Context::new(&model.district, &model.prefs).with_marked(&model.marked);
    let mut place = Place::new(address);
    if place.address.holds_others() {
        screens::get(&place.address).select(&cx, &mut place, body, &model.trail.here().address);
    }
    if let Address::Compare(ids) = &place.address {
        model.marked.clone_from(ids);
    }
    place
}

/// The place of what was found.
pub(super) fn place_of(model: &mut Model, target: &Target) -> Place {
    let mut place = place_below(model, target.address());
    if let Target::Event(event) = target {
        let cx = Context::new(&model.district, &model.prefs);
        screens::get(&place.address).select_event(&cx, &mut place, event);
    }
    place
}

/// Goes to what was found; nothing happens where one is there.
pub(super) fn deeper(model: &mut Model, target: &Target) {
    let place = place_of(model, target);
    if place.address == model.trail.here().address {
        // Another row of it may be meant.
        if matches!(target, Target::Event(_)) {
            model.trail.here_mut().view = place.view;
        }
    } else {
        model.trail.push(place);
    }
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
        Command::Theme => model.prefs.theme = model.prefs.theme.next(),
        Command::Help => model.overlay = Some(Overlay::Help { scroll: 0 }),
        Command::Search => finder::open(model, Mode::Search),
        Command::Palette => finder::open(model, Mode::Palette),
        Command::NextHit => finder::step(model, true),
        Command::PreviousHit => finder::step(model, false),
        command => {
            if let Some(tab) = command.tab() {
                tabs::go(model, tab);
            }
        }
    }
    Vec::new()
}
