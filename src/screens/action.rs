//! One action: its initiatives with their metrics, the charts of the same metrics, its honours and events.

use super::parts;
use super::parts::programme::{Group, Programme};
use super::{Context, Screen};
use crate::domain::Address;
use crate::model::{Command, Place};
use crate::ui::page::Pen;

pub(super) struct Action;

fn found<'a>(cx: &Context<'a>, place: &Place) -> Option<&'a crate::domain::Action> {
    match &place.address {
        Address::Action(id) => cx.district.action(id),
        _ => None,
    }
}

impl Screen for Action {
    fn title(&self, cx: &Context<'_>, place: &Place) -> String {
        found(cx, place).map_or_else(|| place.address.to_string(), |action| cx.text(&action.name).to_owned())
    }

    fn commands(&self, _: &Context<'_>, _: &Place) -> Vec<Command> {
        vec![Command::Open, Command::Table]
    }

    fn paint(&self, cx: &Context<'_>, place: &Place, pen: &mut Pen<'_>, width: u16, height: u16) -> u16 {
        let Some(action) = found(cx, place) else { return 0 };
        let id = &action.id;
        let mut groups: Vec<Group<'_>> = cx
            .district
            .initiatives_of(id)
            .map(|initiative| Group {
                initiative: Some(initiative),
                metrics: cx.district.metrics_in(&initiative.id).collect(),
            })
            .collect();
        let own = cx.district.metrics_of(Some(id)).filter(|metric| metric.initiative.is_none()).collect();
        groups.push(Group { initiative: None, metrics: own });
        let programme = Programme {
            name: &action.name,
            motto: action.motto.as_ref(),
            summary: action.summary.as_ref(),
            owner: action.owner.as_ref(),
            role: parts::hue(cx, Some(id)),
            groups,
            honours: cx.district.honours_of(Some(id)).collect(),
            events: cx.district.data().events.iter().filter(|event| event.action.as_ref() == Some(id)).collect(),
            table: place.view.table,
        };
        programme.paint(cx, pen, width, height)
    }
}
