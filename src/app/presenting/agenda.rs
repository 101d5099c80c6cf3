//! The keys of what lies over the steps: the agenda, the list of keys, the question whether to end. They are those of lists
//! in the dashboard; the key that opened a list closes it.

use super::view::{console, page_of_agenda};
use super::{ending, order};
use crate::app::layout;
use crate::model::command::Scope;
use crate::model::show::Order;
use crate::model::stage::Sheet;
use crate::model::{Command, Effect, Key, Meaning, Model};
use crate::screens::console::keys_end;

/// Takes a key while something lies over the steps. What quits or puts to sleep is passed on.
pub(super) fn press(model: &mut Model, sheet: Sheet, key: Key) -> Option<Vec<Effect>> {
    let commands = [Scope::Show, Scope::Desk].map(|scope| match model.keymap.meaning(scope, &[key]) {
        Meaning::Command(command) => Some(command),
        _ => None,
    });
    let [show, desk] = commands;
    if sheet == Sheet::Ending {
        return ending::answered(model, show, desk);
    }
    if matches!(show, Some(Command::QuitNow | Command::Suspend)) {
        return None;
    }
    let stage = model.stage.as_ref()?;
    let (at, last, page) = match sheet {
        Sheet::Agenda(at) => (at, stage.steps.last(), page_of_agenda(model, stage)),
        Sheet::Keys(at) => {
            let area = layout::screen(model);
            (at, keys_end(&console(model, stage, &|_, _| {}, None), area), usize::from(area.height / 2).max(1))
        }
        Sheet::Ending => return None,
    };
    let moved = match (show, desk) {
        (Some(Command::Agenda | Command::Help | Command::Return), _) | (_, Some(Command::Back)) => None,
        (_, Some(Command::Open)) => {
            if let Some(stage) = &mut model.stage {
                stage.sheet = None;
            }
            if matches!(sheet, Sheet::Agenda(_)) {
                order(model, Order::Jump(at));
            }
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
        stage.sheet = moved.map(|moved| match sheet {
            Sheet::Agenda(_) => Sheet::Agenda(moved.min(last)),
            _ => Sheet::Keys(moved.min(last)),
        });
    }
    Some(Vec::new())
}
