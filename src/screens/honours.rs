//! The wall of honours: by level, or by action.

use ratatui::layout::Rect;

use super::parts::honour_rows::{self, Beside, level_word};
use super::parts::{action_name, hue};
use super::{Context, Outcome, Screen, move_over};
use crate::domain::{Address, Honour, Level};
use crate::model::{Command, Place};
use crate::ui::page::Pen;
use crate::ui::theme::Role;

pub(super) struct Honours;

/// Blanks between columns.
const GUTTER: u16 = 3;
/// A column is at least so wide.
const COLUMN: u16 = 46;

/// A heading with honours under it.
struct Group<'a> {
    title: String,
    role: Role,
    honours: Vec<&'a Honour>,
}

impl Screen for Honours {
    fn title(&self, cx: &Context<'_>, _: &Place) -> String {
        cx.messages.words.honours.to_owned()
    }

    fn commands(&self, cx: &Context<'_>, _: &Place) -> Vec<Command> {
        // An empty wall has nothing to open or to arrange.
        if cx.district.data().honours.is_empty() { Vec::new() } else { vec![Command::Open, Command::Sort] }
    }

    fn label(&self, cx: &Context<'_>, place: &Place, command: Command) -> Option<&'static str> {
        let says = &cx.messages.says;
        let other = if by_level(place) { says.arrange_by_action } else { says.arrange_by_level };
        (command == Command::Sort).then_some(other)
    }

    fn act(&self, cx: &Context<'_>, place: &mut Place, area: Rect, command: Command) -> Outcome {
        if command == Command::Sort
            && let Some(other) = place.address.rearranged()
        {
            // The same honour stays selected in the other arrangement.
            let selected = order(cx, place).get(place.view.cursor).map(|honour| honour.id.clone());
            place.address = other;
            let at = order(cx, place).iter().position(|honour| Some(&honour.id) == selected.as_ref());
            place.view.cursor = at.unwrap_or(0);
            return Outcome::Done;
        }
        let paint = |pen: &mut Pen<'_>, place: &Place, width, height| self.paint(cx, place, pen, width, height);
        move_over(&paint, place, area, command)
    }

    fn paint(&self, cx: &Context<'_>, place: &Place, pen: &mut Pen<'_>, width: u16, _: u16) -> u16 {
        let groups = groups(cx, place);
        if groups.is_empty() {
            pen.line(0, 0, width, &[(cx.messages.says.no_honours, Role::Faint)]);
            return 1;
        }
        let by_level = by_level(place);
        let says = &cx.messages.says;
        let arranged = if by_level { says.by_level } else { says.by_action };
        let total = (says.honour_count)(cx.district.data().honours.len());
        pen.line(0, 0, width, &[(&total, Role::Strong), ("  ", Role::Text), (arranged, Role::Faint)]);
        let count = u16::try_from(groups.len()).unwrap_or(u16::MAX);
        let beside = if by_level { Beside::Action } else { Beside::Level };
        let most = (width / (COLUMN + GUTTER)).clamp(1, 3).min(count);
        let column = |columns: u16| (width - (columns - 1) * GUTTER) / columns;
        // Names that are cut are not read: so many columns as leave most of them whole.
        let needed: Vec<u16> =
            groups.iter().flat_map(|group| &group.honours).map(|it| honour_rows::width(cx, it, beside)).collect();
        let whole = |columns: &u16| needed.iter().filter(|needed| **needed <= column(*columns)).count();
        let columns = (2..=most).rev().find(|columns| whole(columns) * 4 >= needed.len() * 3).unwrap_or(1);
        let column = column(columns);
        let mut ends = vec![2u16; usize::from(columns)];
        for group in &groups {
            let Some((at, y)) = ends.iter().copied().enumerate().min_by_key(|(_, end)| *end) else { break };
            let x = u16::try_from(at).unwrap_or(0) * (column + GUTTER);
            let end = paint_group(cx, pen, Rect::new(x, y, column, 0), group, beside);
            if let Some(slot) = ends.get_mut(at) {
                *slot = end.saturating_add(1);
            }
        }
        ends.into_iter().max().unwrap_or(0).saturating_sub(1)
    }
}

fn paint_group(cx: &Context<'_>, pen: &mut Pen<'_>, area: Rect, group: &Group<'_>, beside: Beside) -> u16 {
    let count = group.honours.len().to_string();
    pen.heading(area, &group.title, &count);
    // The heading again in the colour of the action, where it is one.
    pen.line(area.x, area.y, crate::ui::text::cells(&group.title), &[(&group.title, group.role)]);
    let mut y = area.y.saturating_add(1);
    for honour in &group.honours {
        honour_rows::paint(pen, cx, Rect { y, height: 1, ..area }, honour, beside);
        y = y.saturating_add(1);
    }
    y
}

fn by_level(place: &Place) -> bool {
    place.address != Address::HonoursByAction
}

/// The honours in the arrangement of the place, empty groups left out.
fn groups<'a>(cx: &Context<'a>, place: &Place) -> Vec<Group<'a>> {
    let data = cx.district.data();
    let groups: Vec<Group<'a>> = if by_level(place) {
        let level = |level: &Level| Group {
            title: level_word(cx.messages, *level).to_owned(),
            role: Role::Strong,
            honours: ordered(data.honours.iter().filter(|honour| honour.level == *level)),
        };
        Level::ALL.iter().map(level).collect()
    } else {
        let ids = data.actions.iter().map(|action| Some(&action.id)).chain(std::iter::once(None));
        let group = |id: Option<&crate::domain::Id>| {
            let honours = ordered(cx.district.honours_of(id));
            Group { title: action_name(cx, id).to_owned(), role: hue(cx, id), honours }
        };
        ids.map(group).collect()
    };
    groups.into_iter().filter(|group| !group.honours.is_empty()).collect()
}

/// Honours with the highest level first, and in a level by kind, awards first.
fn ordered<'a>(honours: impl Iterator<Item = &'a Honour>) -> Vec<&'a Honour> {
    let mut honours: Vec<&Honour> = honours.collect();
    honours.sort_by_key(|honour| (honour.level, honour.kind));
    honours
}

/// The honours in the order in which they can be selected.
fn order<'a>(cx: &Context<'a>, place: &Place) -> Vec<&'a Honour> {
    groups(cx, place).into_iter().flat_map(|group| group.honours).collect()
}
