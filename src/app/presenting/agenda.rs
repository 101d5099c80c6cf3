//! The keys of what lies over the steps: the agenda, the question whether to end. They are those of lists
//! in the dashboard; the key that opened a list closes it.

use super::view::page_of_agenda;
use super::{ending, order};
use crate::model::command::Scope;
use crate::model::show::Order;
use crate::model::stage::Sheet;
use crate::model::{Code, Command, Effect, Key, Meaning, Model};

/// Takes a key while something lies over the steps. What quits or puts to sleep is passed on.
pub(super) fn press(model: &mut Model, sheet: Sheet, key: Key) -> Option<Vec<Effect>> {
    let commands = [Scope::Show, Scope::Desk].map(|scope| match model.keymap.meaning(scope, &[key]) {
        Meaning::Command(command) => Some(command),
        _ => None,
    });
    let [show, desk] = commands;
    // Whatever else it may be bound to: there must be a way out that one need not look up.
    let desk = if key == Key::plain(Code::Esc) { Some(Command::Back) } else { desk };
    let Sheet::Agenda(at) = sheet else { return ending::answered(model, show, desk) };
    if matches!(show, Some(Command::QuitNow | Command::Suspend)) {
        return None;
    }
    let stage = model.stage.as_ref()?;
    let (last, page) = (stage.steps.last(), page_of_agenda(model, stage));
    let moved = match (show, desk) {
        (Some(Command::Agenda | Command::Help | Command::Return), _) | (_, Some(Command::Back)) => None,
        (_, Some(Command::Open)) => {
            if let Some(stage) = &mut model.stage {
                stage.sheet = None;
            }
            order(model, Order::Jump(at));
            return Some(Vec::new());
        }
        (_, Some(Command::First)) => Some(0),
        (_, Some(Command::Last)) | (Some(Command::ToStep), _) => Some(last),
        (_, Some(Command::PageUp | Command::HalfUp)) => Some(at.saturating_sub(page)),
        (_, Some(Command::PageDown | Command::HalfDown)) => Some(at.saturating_add(page)),
        (_, Some(Command::Down)) | (Some(Command::StepOn), _) => Some(at.saturating_add(1)),
        (_, Some(Command::Up)) | (Some(Command::StepBack), _) => Some(at.saturating_sub(1)),
        _ => Some(at),
    };
    if let Some(stage) = &mut model.stage {
        stage.sheet = moved.map(|moved| Sheet::Agenda(moved.min(last)));
    }
    Some(Vec::new())
}
