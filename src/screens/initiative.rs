//! One initiative: its metrics, their charts, and its honours.

use super::parts;
use super::parts::programme::{Group, Programme};
use super::{Context, Screen};
use crate::domain::Address;
use crate::model::{Command, Place};
use crate::ui::page::Pen;

pub(super) struct Initiative;

fn found<'a>(cx: &Context<'a>, place: &Place) -> Option<&'a crate::domain::Initiative> {
    match &place.address {
        Address::Initiative(id) => cx.district.initiative(id),
        _ => None,
    }
}

impl Screen for Initiative {
    fn title(&self, cx: &Context<'_>, place: &Place) -> String {
        found(cx, place).map_or_else(|| place.address.to_string(), |initiative| cx.text(&initiative.name).to_owned())
    }

    fn commands(&self, _: &Context<'_>, _: &Place) -> Vec<Command> {
        vec![Command::Open, Command::Table]
    }

    fn paint(&self, cx: &Context<'_>, place: &Place, pen: &mut Pen<'_>, width: u16, height: u16) -> u16 {
        let Some(initiative) = found(cx, place) else { return 0 };
        let action = cx.district.action(&initiative.action);
        let programme = Programme {
            name: &initiative.name,
            motto: action.map(|action| &action.name),
            summary: initiative.summary.as_ref(),
            owner: initiative.owner.as_ref(),
            role: parts::hue(cx, Some(&initiative.action)),
            groups: vec![Group { initiative: None, metrics: cx.district.metrics_in(&initiative.id).collect() }],
            honours: cx.district.honours_in(&initiative.id).collect(),
            events: Vec::new(),
            table: place.view.table,
        };
        programme.paint(cx, pen, width, height)
    }
}
