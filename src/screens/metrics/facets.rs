//! The lists that the table's filter is chosen from: the facets on the left, the values of one on the right, each with how
//! many metrics have it among those that the rest of the filter shows.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::change;
use crate::domain::query::Filter;
use crate::domain::{Facet, Query};
use crate::model::{Command, Place};
use crate::screens::Context;
use crate::screens::parts::filter;
use crate::ui::theme::Role;
use crate::ui::{draw, mark_selected, text};

/// Where one is in the lists: the facet, and the value of it where one is among the values. Both are positions.
pub(crate) type Spot = (usize, Option<usize>);

/// What the lists do with a command.
pub(crate) enum Answer {
    /// They stay open.
    At(Spot),
    /// They close.
    Closed,
    /// The command is for the rest of the program.
    Passed,
}

/// Lets a command move through the lists or change the filter of the table.
pub(crate) fn act(cx: &Context<'_>, place: &mut Place, area: Rect, (at, value): Spot, command: Command) -> Answer {
    let Some(facet) = Facet::ALL.get(at).copied() else { return Answer::Closed };
    let mut query = place.address.query();
    let values = cx.district.facet_counts(&query.filter, facet);
    let page = usize::from(area.height.saturating_sub(HEAD)).max(1);
    let moved = |at: usize, len: usize| moved(command, at, len, page);
    match (command, value) {
        (Command::QuitNow | Command::Suspend | Command::Language | Command::Theme, _) => return Answer::Passed,
        (Command::Back | Command::Quit | Command::Facets | Command::Left, None)
        | (Command::Quit | Command::Facets, Some(_)) => return Answer::Closed,
        (Command::Inverse, _) => query.filter.invert(),
        (Command::Everything, _) => query.filter = Filter::default(),
        (Command::Open | Command::Right, None) => return Answer::At((at, (!values.is_empty()).then_some(0))),
        (_, None) => return Answer::At((moved(at, Facet::ALL.len()), None)),
        (Command::Back | Command::Left, Some(_)) => return Answer::At((at, None)),
        (Command::Open | Command::Only | Command::Without, Some(row)) => {
            if let Some((value, _)) = values.get(row) {
                query.filter.toggle(facet, value.as_deref(), command == Command::Without);
            }
        }
        (_, Some(row)) => return Answer::At((at, Some(moved(row, values.len())))),
    }
    change::set(cx, place, area, query);
    Answer::At((at, value))
}

/// Where a command leads in a list of so many rows.
fn moved(command: Command, at: usize, len: usize, page: usize) -> usize {
    let last = len.saturating_sub(1);
    let to = match command {
        Command::Up => at.saturating_sub(1),
        Command::Down => at + 1,
        Command::HalfUp | Command::PageUp => at.saturating_sub(page),
        Command::HalfDown | Command::PageDown => at + page,
        Command::First => 0,
        Command::Last => last,
        _ => at,
    };
    to.min(last)
}

/// Rows above the lists: what the filter is, and a rule.
const HEAD: u16 = 2;

/// The most cells that what is chosen of a facet takes beside its name.
const CHOSEN: u16 = 24;

/// The mark of the facet whose values one is among.
const OPENED: &str = "›";

/// Draws the lists in place of the table.
pub(crate) fn draw(cx: &Context<'_>, place: &Place, (at, value): Spot, area: Rect, buf: &mut Buffer) {
    let query = place.address.query();
    head(cx, &query, Rect { height: 1, ..area }, buf);
    draw::rule(buf, area.x, area.y + 1, area.width, &cx.theme);
    let (names, [left, right]) = lists(cx, area);
    let first = first_row(at, left);
    for (y, (row, facet)) in (left.y..left.bottom()).zip(Facet::ALL.iter().enumerate().skip(first)) {
        let rect = Rect { y, height: 1, ..left };
        facet_row(cx, &query.filter, (*facet, row == at), names, rect, buf);
        match value {
            None if row == at => mark_selected(Rect { width: left.width.saturating_sub(1), ..rect }, buf, &cx.theme),
            Some(_) if row == at => {
                draw::put(buf, rect.x, y, 1, OPENED, cx.theme.style(Role::Muted));
            }
            _ => {}
        }
    }
    if let Some(facet) = Facet::ALL.get(at) {
        values(cx, &query.filter, *facet, value, right, buf);
    }
}

/// The widest name of a facet, and where the facets and the values are: beside each other, wherever the screen ends.
fn lists(cx: &Context<'_>, area: Rect) -> (u16, [Rect; 2]) {
    let body = Rect { y: area.y + HEAD, height: area.height.saturating_sub(HEAD), ..area };
    let names = Facet::ALL.map(|facet| text::cells(filter::facet(cx, facet))).into_iter().max().unwrap_or(0);
    let left = (body.width * 2 / 5).min(names + 4 + CHOSEN).max(names + 3).min(body.width);
    let right = Rect { x: body.x + left, width: body.width - left, ..body };
    (names, [Rect { width: left, ..body }, right])
}

/// The first row of a list on the screen, where this one is selected.
fn first_row(at: usize, area: Rect) -> usize {
    (at + 1).saturating_sub(usize::from(area.height))
}

/// Where in the lists a point of the screen is; none where there is no row.
pub(crate) fn spot_at(cx: &Context<'_>, place: &Place, (at, value): Spot, area: Rect, point: Position) -> Option<Spot> {
    let (_, [left, right]) = lists(cx, area);
    let row = |list: Rect, at: usize| first_row(at, list) + usize::from(point.y - list.y);
    if left.contains(point) {
        return Some((row(left, at), None)).filter(|(at, _)| *at < Facet::ALL.len());
    }
    let facet = Facet::ALL.get(at).filter(|_| right.contains(point))?;
    let row = row(right, value.unwrap_or(0));
    let count = cx.district.facet_counts(&place.address.query().filter, *facet).len();
    (row < count).then_some((at, Some(row)))
}

/// How many metrics the filter shows, and what it is.
fn head(cx: &Context<'_>, query: &Query, area: Rect, buf: &mut Buffer) {
    let theme = &cx.theme;
    let count = cx.district.select(query, cx.prefs.lang).metrics;
    let count = (cx.messages.says.some_of)(count, cx.district.data().metrics.len());
    let told = filter::told(cx, &query.filter);
    let spans = [
        (cx.messages.words.filter, theme.style(Role::Strong)),
        ("  ", theme.style(Role::Text)),
        (count.as_str(), theme.style(Role::Accent)),
        ("  ", theme.style(Role::Text)),
        (told.as_str(), theme.style(Role::Muted)),
    ];
    draw::put_spans(buf, area.x + 2, area.y, area.width.saturating_sub(2), &spans);
}

/// A facet, whether it is the one whose values are shown, and what is chosen of it.
fn facet_row(cx: &Context<'_>, chosen: &Filter, facet: (Facet, bool), names: u16, area: Rect, buf: &mut Buffer) {
    let theme = &cx.theme;
    let (facet, shown) = facet;
    let style = theme.style(if shown { Role::Strong } else { Role::Text });
    draw::put(buf, area.x + 2, area.y, names, filter::facet(cx, facet), style);
    let Some(choice) = chosen.facets.get(&facet) else { return };
    let values: Vec<String> = choice.values.iter().map(|value| filter::value(cx, facet, value.as_deref())).collect();
    let told = format!("{} {}", sign(choice.without), values.join(" "));
    let x = area.x + names + 4;
    draw::put(buf, x, area.y, area.right().saturating_sub(x + 1), &told, theme.style(Role::Accent));
}

/// The sign of what is shown, and of what is left out.
fn sign(without: bool) -> &'static str {
    if without { "✗" } else { "✓" }
}

/// The values of a facet, each with how many have it.
fn values(cx: &Context<'_>, chosen: &Filter, facet: Facet, at: Option<usize>, area: Rect, buf: &mut Buffer) {
    let theme = &cx.theme;
    let values = cx.district.facet_counts(chosen, facet);
    let choice = chosen.facets.get(&facet);
    let first = first_row(at.unwrap_or(0), area);
    let rows: Vec<(String, String, bool)> = values
        .iter()
        .skip(first)
        .take(usize::from(area.height))
        .map(|(value, count)| {
            let name = filter::value(cx, facet, value.as_deref());
            (name, count.to_string(), choice.is_some_and(|choice| choice.values.contains(value)))
        })
        .collect();
    let numbers = rows.iter().map(|(_, count, _)| text::cells(count)).max().unwrap_or(0);
    let names = rows.iter().map(|(name, ..)| text::cells(name)).max().unwrap_or(0);
    // The count stands beside its name, not at the far edge of a wide screen.
    let width = (names + numbers + 7).min(area.width);
    for (y, (row, (name, count, is_chosen))) in (area.y..area.bottom()).zip((first..).zip(&rows)) {
        if *is_chosen {
            let without = choice.is_some_and(|choice| choice.without);
            draw::put(buf, area.x + 2, y, 1, sign(without), theme.style(Role::Accent));
        }
        let room = width.saturating_sub(numbers + 6);
        let style = theme.style(if *is_chosen { Role::Strong } else { Role::Text });
        draw::put(buf, area.x + 4, y, room, name, style);
        draw::put_right(buf, area.x + width, y, numbers, count, theme.style(Role::Muted));
        if at == Some(row) {
            mark_selected(Rect { y, height: 1, width, ..area }, buf, theme);
        }
    }
    // How many there are above and below what is in sight.
    let below = values.len().saturating_sub(first + rows.len());
    for (count, sign, y) in [(first, "▴", area.y), (below, "▾", area.bottom().saturating_sub(1))] {
        if count > 0 {
            let x = area.x + width + 2;
            draw::put(buf, x, y, area.right().saturating_sub(x), &format!("{sign} {count}"), theme.style(Role::Faint));
        }
    }
}
