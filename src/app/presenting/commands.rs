//! The keys of a show.

use super::following::{align, place_of_step};
use super::view::console;
use super::{agenda, order};
use crate::app::{finder, layout, reordering};
use crate::domain::Lang;
use crate::model::command::Scope;
use crate::model::show::{Detour, Order};
use crate::model::stage::{Auto, Notes, Role, Sheet};
use crate::model::{Code, Command, Effect, Key, Meaning, Mode, Model, Stage};
use crate::screens::console::notes_end;

/// So many digits a step's number has at most.
const DIGITS: usize = 4;

/// Takes a key that the show knows by itself: those of what lies over the steps, digits, and any key that stops steps which
/// follow each other by themselves. None where it is a command, or belongs to the dashboard.
pub(in crate::app) fn press(model: &mut Model, key: Key) -> Option<Vec<Effect>> {
    let stage = model.stage.as_mut()?;
    stage.pressed = stage.now;
    if stage.auto == Some(Auto::Runs) {
        stage.auto = Some(Auto::Stopped);
        order(model, Order::Pause);
        return Some(Vec::new());
    }
    if model.overlay.is_some() {
        return None;
    }
    if stage.on_detour() {
        let returns = Meaning::Command(Command::Return);
        if !model.pending.is_empty() {
            return None;
        }
        let meaning = model.keymap.meaning(Scope::Show, &[key]);
        if meaning == returns {
            order(model, Order::Return);
            return Some(Vec::new());
        }
        // What hides the picture works here too, by those of its keys that mean nothing in the dashboard.
        let free = model.keymap.meaning(Scope::Desk, &[key]) == Meaning::Unknown;
        return match meaning {
            Meaning::Command(command @ (Command::Black | Command::White | Command::Hold)) if free => {
                run(model, command)
            }
            _ => None,
        };
    }
    if let Some(sheet) = stage.sheet {
        return agenda::press(model, sheet, key);
    }
    match key.code {
        Code::Char(digit @ '0'..='9') if !key.ctrl && !key.alt => {
            if stage.typed == "0" {
                stage.typed.clear();
            }
            if stage.typed.len() < DIGITS {
                stage.typed.push(digit);
            }
            Some(Vec::new())
        }
        Code::Backspace if !stage.typed.is_empty() => {
            stage.typed.pop();
            Some(Vec::new())
        }
        Code::Esc if !stage.typed.is_empty() => {
            stage.typed.clear();
            Some(Vec::new())
        }
        _ => None,
    }
}

/// Runs a command of the show. None where it is the dashboard's.
pub(in crate::app) fn run(model: &mut Model, command: Command) -> Option<Vec<Effect>> {
    let stage = model.stage.as_mut()?;
    let typed = std::mem::take(&mut stage.typed);
    let (role, on_detour) = (stage.role, stage.on_detour());
    // What cannot be seen cannot be typed into.
    let hidden = stage.cue.is_held();
    let given = match command {
        Command::StepOn => Order::Next,
        Command::StepBack => Order::Previous,
        Command::FirstStep => Order::First,
        Command::ToStep => match typed.parse::<usize>() {
            Ok(number) => Order::Jump(number.saturating_sub(1)),
            Err(_) => Order::Last,
        },
        Command::Black => Order::Black,
        Command::White => Order::White,
        Command::Hold => Order::Freeze,
        Command::Return => Order::Return,
        Command::Pause => {
            stage.auto = stage.auto.map(|_| Auto::Runs);
            Order::Pause
        }
        Command::ResetClock => Order::Reset,
        Command::Spotlight => Order::Spotlight,
        Command::Language => {
            let lang = stage.cue.live.lang.next();
            speak(model, lang);
            Order::Language
        }
        Command::Notation => Order::Exact,
        Command::EndShow => Order::End,
        Command::Detour => return Some(detour(model)),
        // Nothing that the audience should not see is opened where it looks; with a console at hand, lists neither.
        Command::Agenda | Command::Search | Command::Palette | Command::Facets | Command::FilterText
            if role == Role::Audience && hidden =>
        {
            return Some(Vec::new());
        }
        Command::Agenda | Command::Search | Command::Palette | Command::Facets | Command::FilterText
            if role == Role::Audience && stage.peers > 0 =>
        {
            return Some(Vec::new());
        }
        // The palette names keys, which are nobody's business but the presenter's; places are found by the search, too.
        Command::Palette if role == Role::Audience => {
            finder::open(model, Mode::Search);
            return Some(Vec::new());
        }
        Command::Help | Command::Remember | Command::Recall if role == Role::Audience => return Some(Vec::new()),
        Command::Agenda => {
            stage.sheet = Some(Sheet::Agenda(stage.cue.live.step));
            return Some(Vec::new());
        }
        Command::NotesUp | Command::NotesDown | Command::NotesMore | Command::NotesLess => {
            notes(model, command);
            return Some(Vec::new());
        }
        Command::QuitNow => {
            stage.sheet = Some(Sheet::Ending);
            // On a detour there is nothing to ask over: one is asked at the step.
            return Some(if on_detour && model.overlay.is_none() { returned(model) } else { closed(model) });
        }
        Command::Present => return Some(Vec::new()),
        // The way back from where a detour began leads to the step.
        Command::Back | Command::Quit if on_detour && model.overlay.is_none() && model.trail.at_root() => Order::Return,
        _ => return None,
    };
    order(model, given);
    Some(Vec::new())
}

/// Leaves the steps where one is.
fn detour(model: &mut Model) -> Vec<Effect> {
    if let Some(stage) = &model.stage {
        let place = place_of_step(model, stage);
        *model.trail.here_mut() = place;
        if let Some(detour) = Detour::along(&model.trail) {
            order(model, Order::Detour(detour));
        }
    }
    Vec::new()
}

/// Changes the language here before everybody does. What is selected on a detour is told by its row, which may be another
/// one now.
fn speak(model: &mut Model, lang: Lang) {
    reordering::speak(model, lang);
    let on_detour = model.stage.as_ref().is_some_and(|stage| stage.on_detour());
    if let Some(detour) = Detour::along(&model.trail).filter(|_| on_detour) {
        order(model, Order::Detour(detour));
    }
}

fn returned(model: &mut Model) -> Vec<Effect> {
    order(model, Order::Return);
    align(model);
    Vec::new()
}

fn closed(model: &mut Model) -> Vec<Effect> {
    model.overlay = None;
    Vec::new()
}

fn notes(model: &mut Model, command: Command) {
    let (least, most) = Notes::SHARES;
    let Some(stage) = &model.stage else { return };
    let end = notes_end(&console(model, stage, &|_, _| {}, None), layout::screen(model));
    let Some(Stage { notes, .. }) = model.stage.as_deref_mut() else { return };
    match command {
        Command::NotesUp => notes.scroll = notes.scroll.min(end).saturating_sub(1),
        Command::NotesDown => notes.scroll = notes.scroll.saturating_add(1).min(end),
        Command::NotesMore => notes.share = (notes.share + 1).min(most),
        _ => notes.share = notes.share.saturating_sub(1).max(least),
    }
}
