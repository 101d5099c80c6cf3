//! The keys of what lies over the steps: the agenda, the list of keys, the question whether to end.

use super::commands::ending;
use super::order;
use crate::model::command::Scope;
use crate::model::show::Order;
use crate::model::stage::Sheet;
use crate::model::{Code, Command, Effect, Key, Meaning, Model};

/// So many rows a page has.
const PAGE: usize = 10;

/// Takes a key while something lies over the steps. What quits or puts to sleep is passed on.
pub(super) fn press(model: &mut Model, sheet: Sheet, key: Key) -> Option<Vec<Effect>> {
    if sheet == Sheet::Ending {
        return Some(ending(model, key));
    }
    let meaning = model.keymap.meaning(Scope::Show, &[key]);
    if matches!(meaning, Meaning::Command(Command::QuitNow | Command::Suspend)) {
        return None;
    }
    let stage = model.stage.as_mut()?;
    let (at, last) = match sheet {
        Sheet::Agenda(at) => (at, stage.steps.last()),
        // How many lines there are is seen where they are drawn.
        Sheet::Keys(at) => (at, usize::MAX),
        Sheet::Ending => return None,
    };
    let closes = [Command::Agenda, Command::Return, Command::Help];
    let moved = match (key.code, meaning) {
        (Code::Enter, _) => {
            stage.sheet = None;
            if matches!(sheet, Sheet::Agenda(_)) {
                order(model, Order::Jump(at));
            }
            return Some(Vec::new());
        }
        (Code::Home, _) => 0,
        (Code::End, _) => last,
        (Code::PageUp, _) => at.saturating_sub(PAGE),
        (Code::PageDown, _) => at.saturating_add(PAGE),
        (_, Meaning::Command(command)) if closes.contains(&command) => {
            stage.sheet = None;
            return Some(Vec::new());
        }
        (_, Meaning::Command(Command::StepOn)) => at.saturating_add(1),
        (_, Meaning::Command(Command::StepBack)) => at.saturating_sub(1),
        (Code::Esc, _) => {
            stage.sheet = None;
            return Some(Vec::new());
        }
        _ => at,
    };
    stage.sheet = Some(match sheet {
        Sheet::Agenda(_) => Sheet::Agenda(moved.min(last)),
        _ => Sheet::Keys(moved),
    });
    Some(Vec::new())
}
