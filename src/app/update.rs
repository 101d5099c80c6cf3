//! How events change the state.

use super::going::settle;
use super::help::{self, Answer};
use super::{
    copying, filtering, finder, layout, marks, mouse, presenting, provenance, remembering, reordering, seen, tabs,
};
use crate::domain::Address;
use crate::lang::messages;
use crate::model::finder::theme_name;
use crate::model::{Code, Command, Effect, Event, Input, Key, Meaning, Mode, Model, Overlay, Trail};
use crate::screens;
use crate::screens::metrics::facets;
use crate::ui::text;

/// Lets an event change the state; what is to be done outside comes back.
pub fn update(model: &mut Model, event: Event) -> Vec<Effect> {
    // What is selected and how far one scrolls depend on how wide the text is.
    text::measured(model.prefs.ambiguous, || answer(model, event))
}

fn answer(model: &mut Model, event: Event) -> Vec<Effect> {
    if matches!(event, Event::Mouse(_) | Event::Paste(_)) {
        // Keys on both sides of it are no sequence.
        model.pending.clear();
    }
    let effects = match event {
        Event::Resize(columns, rows) => {
            model.size = (columns, rows);
            presenting::settle(model)
        }
        Event::Ground(theme) => {
            // Whoever has switched the theme by now knows better.
            if model.guessed.take() == Some(model.prefs.theme) {
                model.prefs.theme = theme;
            }
            Vec::new()
        }
        Event::Time(now) => {
            presenting::tick(model, now);
            Vec::new()
        }
        Event::Cue(cue) => presenting::hear(model, &cue),
        Event::Peers(count) => {
            if let Some(stage) = &mut model.stage {
                stage.peers = count;
                if count > 0 {
                    stage.apart = None;
                }
            }
            presenting::met(model);
            Vec::new()
        }
        Event::Apart(apart) => {
            if let Some(stage) = &mut model.stage {
                stage.apart = apart;
            }
            Vec::new()
        }
        Event::Dataset(district) => {
            presenting::reloaded(model, district);
            Vec::new()
        }
        Event::Differs(steps) => {
            if let Some(stage) = &mut model.stage {
                stage.differs = steps;
            }
            Vec::new()
        }
        Event::Unread(why) => {
            match &mut model.stage {
                Some(stage) => stage.unread = Some(why),
                None => model.notice = Some(why.told(&messages(model.prefs.lang).shell)),
            }
            Vec::new()
        }
        Event::Key(key) => noting(model, |model| press(model, key)),
        Event::Paste(text) => noting(model, |model| paste(model, &text)),
        Event::Mouse(used) => noting(model, |model| mouse::used(model, used)),
    };
    finder::remember_place(model);
    effects
}

/// Does something and notes in the history where one was, if one is elsewhere afterwards.
fn noting(model: &mut Model, done: impl FnOnce(&mut Model) -> Vec<Effect>) -> Vec<Effect> {
    model.notice = None;
    // What is typed is seen at once, but one has not gone there before it is accepted.
    let before = match &model.overlay {
        Some(Overlay::Filter { before, .. }) => Trail::clone(before),
        _ => model.trail.clone(),
    };
    let mut effects = done(model);
    effects.extend(presenting::settle(model));
    if !matches!(model.overlay, Some(Overlay::Filter { .. })) {
        model.trail.unite();
        model.history.note(before, &model.trail);
    }
    effects
}

/// Writes pasted text where one types; it is never a series of commands.
fn paste(model: &mut Model, text: &str) -> Vec<Effect> {
    match model.overlay.take() {
        Some(Overlay::Finder(open)) => finder::paste(model, open, text),
        other => {
            model.overlay = other;
            filtering::paste(model, text);
            help::paste(model, text);
        }
    }
    Vec::new()
}

/// Gives a key to what is being typed, or adds it to the sequence of keys so far and runs the command that it completes.
fn press(model: &mut Model, key: Key) -> Vec<Effect> {
    let folded = key.folded();
    // Esc and a key typed quickly after it are one key with Alt on the wire; where that means nothing, they are two.
    let alt = key.alt && !key.ctrl && matches!(key.code, Code::Char(_));
    if alt && model.keymap.meaning(model.scope(), &[folded]) == Meaning::Unknown {
        let mut effects = press(model, Key::plain(Code::Esc));
        effects.extend(press(model, Key { alt: false, ..key }));
        return effects;
    }
    if let Some(effects) = presenting::press(model, folded) {
        return effects;
    }
    let meaning = model.keymap.meaning(model.scope(), &[folded]);
    let ends = matches!(meaning, Meaning::Command(Command::QuitNow | Command::Suspend));
    match model.overlay.take() {
        // Whatever is being typed, these keys end the program or put it to sleep, unless they are text themselves.
        Some(Overlay::Finder(open)) if !ends || key.is_text() => return finder::press(model, open, key),
        Some(Overlay::Filter { input, before }) if !ends || key.is_text() => {
            filtering::press(model, (input, before), key);
            return Vec::new();
        }
        Some(Overlay::Letter { remember }) if !ends || key.is_text() => {
            remembering::press(model, remember, folded);
            return Vec::new();
        }
        other => model.overlay = other,
    }
    if help::typed(model, key) {
        return Vec::new();
    }
    // Whatever else it may be bound to: there must be a way out that one need not look up.
    if folded == Key::plain(Code::Esc) && matches!(model.overlay, Some(Overlay::Facets { .. })) {
        return run(model, Command::Back);
    }
    command(model, folded)
}

/// Adds a key to the sequence typed so far; runs the command that it completes.
fn command(model: &mut Model, key: Key) -> Vec<Effect> {
    model.pending.push(key);
    let mut meaning = model.keymap.meaning(model.scope(), &model.pending);
    if meaning == Meaning::Unknown && model.pending.len() > 1 {
        // The sequence came to nothing: the last key stands for itself.
        model.pending = vec![key];
        meaning = model.keymap.meaning(model.scope(), &model.pending);
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
    if let Some(effects) = presenting::run(model, command) {
        return effects;
    }
    if matches!(model.overlay, Some(Overlay::Provenance { .. })) {
        return provenance::act(model, command).unwrap_or_else(|| anywhere(model, command));
    }
    let body = layout::body(model);
    match &model.overlay {
        Some(Overlay::Help { scroll, filter }) => {
            match help::act(model, (*scroll, filter), command) {
                Answer::Scrolled(to) => help::scroll(model, to),
                Answer::Closed => model.overlay = None,
                Answer::Passed => return anywhere(model, command),
            }
            return Vec::new();
        }
        Some(Overlay::Facets { facet, value }) => {
            let at = (*facet, *value);
            let (cx, place) = seen::here(model);
            match facets::act(&cx, place, body, at, command) {
                facets::Answer::At((facet, value)) => model.overlay = Some(Overlay::Facets { facet, value }),
                facets::Answer::Closed => model.overlay = None,
                facets::Answer::Passed => return anywhere(model, command),
            }
            return Vec::new();
        }
        Some(_) => return anywhere(model, command),
        None => {}
    }
    let (cx, place) = seen::here(model);
    let outcome = screens::get(&place.address).act(&cx, place, body, command);
    if settle(model, outcome) {
        return Vec::new();
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
        Command::Present => return vec![Effect::Present],
        Command::Reload => return vec![Effect::Reload],
        Command::Compare => marks::compare(model),
        Command::Provenance => provenance::open(model),
        Command::Copy => return copying::figure(model),
        Command::CopyAddress => return copying::address(model),
        Command::Earlier | Command::Later => remembering::step(model, command == Command::Earlier),
        Command::Remember | Command::Recall => remembering::ask(model, command == Command::Remember),
        Command::FilterText if is_table(model) => filtering::open(model),
        Command::Facets if is_table(model) => {
            model.overlay = Some(Overlay::Facets { facet: 0, value: None });
        }
        Command::NextTab => tabs::step(model, true),
        Command::PreviousTab => tabs::step(model, false),
        Command::Table if has(model, command) => {
            let view = &mut model.trail.here_mut().view;
            view.table = !view.table;
        }
        Command::Notation => model.prefs.notation = model.prefs.notation.toggled(),
        Command::Language => reordering::speak(model, model.prefs.lang.next()),
        Command::Theme => {
            model.prefs.theme = model.prefs.theme.next(model.prefs.own_themes);
            model.notice = Some(theme_name(model.prefs.theme, model.prefs.lang));
        }
        Command::Help => model.overlay = Some(Overlay::Help { scroll: 0, filter: Input::default() }),
        Command::Search => finder::open(model, Mode::Search),
        Command::Palette => finder::open(model, Mode::Palette),
        Command::NextHit => finder::step(model, true),
        Command::PreviousHit => finder::step(model, false),
        command => {
            if !command.tab().is_some_and(|tab| tabs::go(model, tab)) {
                not_here(model, command);
            }
        }
    }
    Vec::new()
}

/// Whether one is at the table of metrics, by whatever query.
fn is_table(model: &Model) -> bool {
    model.trail.here().address.base() == Address::Metrics
}

/// Whether a command is one of those of the screen.
fn has(model: &Model, command: Command) -> bool {
    let place = model.trail.here();
    let cx = seen::context(model);
    screens::get(&place.address).commands(&cx, place).contains(&command)
}

/// Says of a command that it does nothing here: a key without an answer looks like a broken one.
pub(super) fn not_here(model: &mut Model, command: Command) {
    let messages = messages(model.prefs.lang);
    model.notice = Some((messages.says.not_here)(command.name(messages)));
}
