//! The timeline: events and dated honours along the dataset's period, by date or by action.

use ratatui::layout::Rect;

use super::parts::bands;
use super::parts::dated_rows::{self, Columns};
use super::parts::{action_name, hue};
use super::{Context, Outcome, Screen, Selected, move_over};
use crate::domain::search::Target;
use crate::domain::timeline::{self, Dated, Entry, Part};
use crate::domain::{Address, Id};
use crate::model::{Command, Place};
use crate::ui::chart::Explained;
use crate::ui::page::Pen;
use crate::ui::theme::Role;
use crate::ui::{draw, text};

pub(super) struct Timeline;

/// From this width on (a screen of 100 columns) there is the chart.
const CHART: u16 = 95;
/// From this width on (a screen of 150 columns) the list has two columns.
const TWO_COLUMNS: u16 = 145;
/// Blanks between the columns.
const GUTTER: u16 = 3;

/// A heading with entries under it.
struct Group<'a> {
    title: String,
    role: Role,
    entries: Vec<Entry<'a>>,
}

impl Group<'_> {
    /// The rows that it takes, with the blank one below it.
    fn rows(&self) -> usize {
        self.entries.len() + 2
    }
}

impl Screen for Timeline {
    fn title(&self, cx: &Context<'_>, _: &Place) -> String {
        cx.messages.words.timeline.to_owned()
    }

    fn commands(&self, cx: &Context<'_>, place: &Place) -> Vec<Command> {
        if order(cx, place).is_empty() {
            return Vec::new();
        }
        vec![Command::Open, Command::Sort, Command::Table]
    }

    fn label(&self, cx: &Context<'_>, place: &Place, command: Command) -> Option<&'static str> {
        let says = &cx.messages.says;
        match command {
            Command::Sort => Some(if by_date(place) { says.arrange_by_action } else { says.arrange_by_date }),
            Command::Open => match selected(cx, place).map(|entry| entry.what) {
                Some(Dated::Event(event)) if event.source.is_some() => Some(says.to_its_source),
                Some(Dated::Event(_)) => Some(says.to_its_action),
                _ => None,
            },
            _ => None,
        }
    }

    fn act(&self, cx: &Context<'_>, place: &mut Place, area: Rect, command: Command) -> Outcome {
        match command {
            Command::Sort => {
                let selected = selected(cx, place);
                place.address = place.address.rearranged().unwrap_or(Address::Timeline);
                // The same entry stays selected in the other arrangement.
                let at = selected.and_then(|entry| order(cx, place).iter().position(|other| *other == entry));
                place.view.cursor = at.unwrap_or(place.view.cursor);
                place.view.held = true;
                return Outcome::Done;
            }
            Command::Open => {
                if let Some(Dated::Event(event)) = selected(cx, place).map(|entry| entry.what)
                    && let Some(locator) = &event.source
                {
                    return Outcome::OpenAt(Address::Source(locator.id.clone()), event.id.clone());
                }
            }
            _ => {}
        }
        let paint = |pen: &mut Pen<'_>, place: &Place, width, height| self.paint(cx, place, pen, width, height);
        move_over(&paint, place, area, command)
    }

    fn select_event(&self, cx: &Context<'_>, place: &mut Place, event: &Id) {
        let is_meant = |entry: &Entry<'_>| matches!(entry.what, Dated::Event(found) if found.id == *event);
        if let Some(at) = order(cx, place).iter().position(is_meant) {
            place.view.cursor = at;
            place.view.held = true;
        }
    }

    /// Several events may lead to the same source.
    fn selected(&self, cx: &Context<'_>, place: &Place, _: Rect) -> Option<Selected> {
        let thing = match selected(cx, place).filter(|_| place.view.is_touched())?.what {
            Dated::Event(event) => Target::Event(event.id.clone()),
            Dated::Honour(honour) => Target::Place(Address::Honour(honour.id.clone())),
        };
        Some(Selected::of(thing))
    }

    /// One who comes from an action, an honour or a source finds the first entry of it selected.
    fn select(&self, cx: &Context<'_>, place: &mut Place, _: Rect, target: &Address) {
        let is_meant = |entry: &Entry<'_>| match target {
            Address::Action(id) => entry.action() == Some(id),
            Address::Source(id) => entry.source().is_some_and(|locator| locator.id == *id),
            _ => dated_rows::target(entry).as_ref() == Some(target),
        };
        if let Some(at) = order(cx, place).iter().position(is_meant) {
            place.view.cursor = at;
            place.view.held = true;
        }
    }

    fn paint(&self, cx: &Context<'_>, place: &Place, pen: &mut Pen<'_>, width: u16, _: u16) -> u16 {
        let entries = cx.district.timeline();
        if entries.is_empty() {
            pen.line(0, 0, width, &[(cx.messages.says.no_dates, Role::Faint)]);
            return 1;
        }
        let wide = width >= CHART;
        head(cx, place, pen, &entries, width, !wide);
        let mut y = 2;
        if wide {
            y = bands::paint(cx, pen, Rect::new(0, y, width, 0), &entries, place.view.table).saturating_add(1);
        }
        let columns = if width >= TWO_COLUMNS { 2 } else { 1 };
        let column = (width - (columns - 1) * GUTTER) / columns;
        let measured = Columns::measure(cx, &entries, column, by_date(place));
        let groups = groups(cx, place, &entries);
        let (left, right) = groups.split_at(if columns > 1 { half(&groups) } else { groups.len() });
        let mut end = y;
        for (at, groups) in (0u16..).zip([left, right]) {
            let area = Rect::new(at * (column + GUTTER), y, column, 0);
            end = end.max(paint_groups(cx, pen, area, groups, measured));
        }
        undated(cx, pen, Rect::new(0, end, width, 1))
    }
}

/// How much there is, in which arrangement; and, where no chart explains them, what the signs stand for.
fn head(cx: &Context<'_>, place: &Place, pen: &mut Pen<'_>, entries: &[Entry<'_>], width: u16, legend: bool) {
    let says = &cx.messages.says;
    let events = entries.iter().filter(|entry| matches!(entry.what, Dated::Event(_))).count();
    let count = (says.dated_count)(events, entries.len() - events);
    let arranged = if by_date(place) { says.by_date } else { says.by_action };
    let words = [(count.as_str(), Role::Strong), ("  ", Role::Text), (arranged, Role::Faint)];
    pen.line(0, 0, width, &words);
    let explain = |key: &Explained<'_>| {
        let lead = if key.lead.is_empty() { String::new() } else { format!("{} ", key.lead) };
        format!("{lead}{} {}", key.sign.symbol(cx.theme.markers()), key.word)
    };
    let signs: Vec<String> = bands::signs(cx, entries).iter().map(explain).collect();
    let signs = signs.join("  ");
    if legend {
        // Beside the count where it fits, else under it.
        let used = words.iter().fold(0, |sum: u16, (words, _)| sum.saturating_add(text::cells(words)));
        let beside = width.checked_sub(text::cells(&signs)).filter(|x| *x >= used.saturating_add(2));
        pen.line(beside.unwrap_or(0), u16::from(beside.is_none()), width, &[(&signs, Role::Muted)]);
    }
}

/// Gives the row of what comes below, a blank one between.
fn paint_groups(cx: &Context<'_>, pen: &mut Pen<'_>, area: Rect, groups: &[Group<'_>], columns: Columns) -> u16 {
    let mut y = area.y;
    for group in groups {
        let count = group.entries.len().to_string();
        let heading = Rect { y, height: 1, ..area };
        y = pen.heading(heading, &group.title, &count);
        // The heading again in the colour of the action, where it is one.
        pen.line(heading.x, heading.y, text::cells(&group.title).min(area.width), &[(&group.title, group.role)]);
        for entry in &group.entries {
            dated_rows::paint(pen, cx, Rect { y, height: 1, ..area }, entry, columns);
            y = y.saturating_add(1);
        }
        y = y.saturating_add(1);
    }
    y
}

/// How many honours have no date: they are not forgotten, they are on the wall. Gives the row below.
fn undated(cx: &Context<'_>, pen: &mut Pen<'_>, area: Rect) -> u16 {
    let undated = cx.district.data().honours.iter().filter(|honour| honour.date.is_none()).count();
    if undated == 0 {
        return area.y.saturating_sub(1);
    }
    pen.stop(area, Address::Honours, |area, buf, theme| {
        let sentence = (cx.messages.says.undated_honours)(undated);
        draw::put(buf, area.x + 2, area.y, area.width.saturating_sub(2), &sentence, theme.style(Role::Muted));
    });
    area.bottom()
}

/// How many groups go into the first of two columns, so that the higher one is as low as can be.
fn half(groups: &[Group<'_>]) -> usize {
    let all: usize = groups.iter().map(Group::rows).sum();
    let mut above = 0;
    let heights = groups.iter().map(|group| {
        above += group.rows();
        above.max(all - above)
    });
    heights.enumerate().min_by_key(|(_, height)| *height).map_or(0, |(at, _)| at + 1)
}

fn by_date(place: &Place) -> bool {
    place.address != Address::TimelineByAction
}

/// The entries in the arrangement of the place.
fn groups<'a>(cx: &Context<'a>, place: &Place, entries: &[Entry<'a>]) -> Vec<Group<'a>> {
    if by_date(place) {
        let group = |(part, entries): (Part, &[Entry<'a>])| Group {
            title: heading(cx, part),
            role: Role::Strong,
            entries: entries.to_vec(),
        };
        return timeline::parts(entries).map(group).collect();
    }
    let group =
        |id: Option<&Id>| Group { title: action_name(cx, id).to_owned(), role: hue(cx, id), entries: Vec::new() };
    let mut groups: Vec<Group<'a>> = dated_rows::actions(cx).map(group).collect();
    for entry in entries {
        if let Some(group) = groups.get_mut(dated_rows::action_place(cx, entry)) {
            group.entries.push(*entry);
        }
    }
    groups.retain(|group| !group.entries.is_empty());
    groups
}

fn heading(cx: &Context<'_>, part: Part) -> String {
    let says = &cx.messages.says;
    match part {
        Part::Before(year) => (says.before_period)(year),
        Part::Month(year, month) => (says.month_of)(year, month),
        Part::Year(year) => (says.month_untold_of)(year),
        Part::After(year) => (says.after_period)(year),
    }
}

/// The entries in the order in which they can be selected.
fn order<'a>(cx: &Context<'a>, place: &Place) -> Vec<Entry<'a>> {
    let entries = cx.district.timeline();
    let groups = groups(cx, place, &entries);
    groups.into_iter().flat_map(|group| group.entries).filter(dated_rows::leads).collect()
}

/// The entry that is selected.
fn selected<'a>(cx: &Context<'a>, place: &Place) -> Option<Entry<'a>> {
    order(cx, place).get(place.view.cursor).copied()
}
