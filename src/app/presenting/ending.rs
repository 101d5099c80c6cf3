//! The question whether a show is to end.

use super::following::leave;
use super::order;
use crate::model::show::Order;
use crate::model::stage::Role;
use crate::model::{Command, Effect, Model};

/// Answers whether the show is to end, with what a key means at the steps and in the dashboard: to open ends it everywhere,
/// the key that asked leaves this terminal alone, any other goes on. Where the audience looks nobody reads the question; there
/// only the key that asked is an answer, and any other means what it always does.
pub(super) fn answered(model: &mut Model, show: Option<Command>, desk: Option<Command>) -> Option<Vec<Effect>> {
    let stage = model.stage.as_mut()?;
    stage.sheet = None;
    let role = stage.role;
    match (show, desk) {
        (Some(Command::QuitNow), _) => Some(leave(model)),
        _ if role == Role::Audience => None,
        (_, Some(Command::Open)) => {
            order(model, Order::End);
            Some(Vec::new())
        }
        _ => Some(Vec::new()),
    }
}
