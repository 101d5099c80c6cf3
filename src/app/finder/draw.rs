//! How a finder is drawn: the line being typed, then what was found, group by group.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::{Modifier, Style};

use super::rows::{self, Beside, Marked, Row};
use crate::domain::search::Kind;
use crate::model::finder::Group;
use crate::model::{Finder, Mode, Model};
use crate::screens::Context;
use crate::ui::theme::{Role, Theme};
use crate::ui::typing::Typing;
use crate::ui::{draw, mark_selected, text};

/// From so many rows on there is a rule below the line; from the next on headings; then air between groups.
const AIRY: [u16; 3] = [8, 6, 18];

/// The keys of a finder, for the footer. They are those of any line that is typed and not to be changed.
pub(in crate::app) fn keys(cx: &Context<'_>, mode: Mode) -> Vec<(String, &'static str)> {
    let says = &cx.messages.says;
    let open = match mode {
        Mode::Search => says.finder_open,
        Mode::Palette => says.palette_open,
    };
    [("Enter", open), ("Up Down", says.finder_choose), ("Esc", says.finder_close), ("Ctrl-r", history(cx, mode))]
        .map(|(key, name)| (key.to_owned(), name))
        .to_vec()
}

/// What was typed earlier is called.
fn history(cx: &Context<'_>, mode: Mode) -> &'static str {
    match mode {
        Mode::Search => cx.messages.says.finder_history,
        Mode::Palette => cx.messages.says.palette_history,
    }
}

/// The first row of a finder.
struct Line {
    /// What stands before the text.
    prompt: &'static str,
    /// How much of the count there is room for.
    count: String,
    /// Where the text is.
    area: Rect,
}

fn line(cx: &Context<'_>, finder: &Finder, area: Rect) -> Line {
    let says = &cx.messages.says;
    let (name, sign) = match finder.mode {
        Mode::Search => (cx.messages.words.search, "/"),
        Mode::Palette => (cx.messages.words.palette, ":"),
    };
    let prompt = if area.width >= 40 { name } else { sign };
    let x = area.x + text::cells(prompt).min(area.width / 2) + 2;
    let mut count = String::new();
    if !finder.query.is_empty() && !finder.found.is_empty() {
        count = (says.hit_of)(finder.selected + 1, finder.found.len());
    }
    let mut width = area.right().saturating_sub(x);
    let wanted = text::cells(&count) + 2;
    if wanted > width / 2 {
        count.clear();
    } else if !count.is_empty() {
        width -= wanted;
    }
    Line { prompt, count, area: Rect { x, width, height: area.height.min(1), ..area } }
}

/// The text of a finder.
fn typing(finder: &Finder) -> Typing<'_> {
    Typing { before: finder.input.before(), behind: finder.input.behind() }
}

/// Where the caret is.
pub(in crate::app) fn caret(cx: &Context<'_>, finder: &Finder, area: Rect) -> Option<Position> {
    typing(finder).caret(line(cx, finder, area).area)
}

/// Draws a finder in place of the screen.
pub(in crate::app) fn draw(model: &Model, cx: &Context<'_>, finder: &Finder, area: Rect, buf: &mut Buffer) {
    let theme = &cx.theme;
    let line = line(cx, finder, area);
    draw::put(buf, area.x, area.y, area.width / 2, line.prompt, theme.style(Role::Accent));
    typing(finder).draw(theme, line.area, buf);
    draw::put_right(buf, area.right(), area.y, area.width / 2, &line.count, theme.style(Role::Muted));
    let rest = below(area);
    if rest.y > area.y + 1 {
        draw::rule(buf, area.x, area.y + 1, area.width, theme);
    }
    if finder.found.is_empty() {
        nothing(model, cx, finder, rest, buf);
    } else {
        list(model, cx, finder, rest, area.height, buf);
    }
}

/// What is below the line and its rule, where there is room for one.
fn below(area: Rect) -> Rect {
    let above = if area.height >= AIRY[0] { 2 } else { area.height.min(1) };
    Rect { y: area.y + above, height: area.height - above, ..area }
}

/// Which of what was found is in a row of the screen.
pub(in crate::app) fn found_at(finder: &Finder, area: Rect, y: u16) -> Option<usize> {
    let rest = below(area);
    lines(finder, rest, area.height).into_iter().find_map(|(at, listed)| match listed {
        Listed::Row(found) if rest.y + at == y => Some(found),
        _ => None,
    })
}

/// What is said where there is nothing to choose from.
fn nothing(model: &Model, cx: &Context<'_>, finder: &Finder, area: Rect, buf: &mut Buffer) {
    let says = &cx.messages.says;
    let area = Rect { x: area.x + GAP, width: area.width.saturating_sub(GAP).min(90), ..area };
    let (mut sentences, mut y) = (Vec::new(), area.y);
    if finder.query.is_empty() {
        let hint = match finder.mode {
            Mode::Search => {
                let data = cx.district.data();
                let name = data.metrics.first().map_or(&data.title, |metric| &metric.name);
                (says.search_hint)(cx.text(name))
            }
            Mode::Palette => says.palette_hint.to_owned(),
        };
        sentences.push((hint, Role::Muted));
        let latest: Vec<&str> = super::earlier(model, finder.mode).iter().rev().take(8).map(String::as_str).collect();
        if !latest.is_empty() {
            sentences.push((format!("Up  {}  {}", history(cx, finder.mode), latest.join(" · ")), Role::Faint));
        }
    } else {
        sentences.push(((says.nothing_found)(finder.input.text().trim()), Role::Text));
        sentences.push((says.nothing_found_hint.to_owned(), Role::Muted));
    }
    for (sentence, role) in sentences {
        let rest = Rect { y, height: area.bottom().saturating_sub(y), ..area };
        y += draw::put_wrapped(buf, rest, &sentence, cx.theme.style(role));
    }
}

/// A line of the list.
enum Listed {
    Heading(Group, usize),
    Row(usize),
}

/// The lines in sight: those around what is selected. So what is selected decides what is shown, and nothing else.
fn in_sight(finder: &Finder, height: u16, headings: bool, gap: usize) -> Vec<(u16, Listed)> {
    let head = usize::from(headings);
    // The line of the heading of each group.
    let mut first = 0;
    let mut starts = Vec::new();
    for (group, range) in &finder.groups {
        if !starts.is_empty() {
            first += gap;
        }
        starts.push((first, *group, range.clone()));
        first += head + range.len();
    }
    let (total, room) = (first, usize::from(height));
    let selected = starts.iter().find(|(_, _, range)| range.contains(&finder.selected));
    let line = selected.map_or(0, |(start, _, range)| start + head + finder.selected - range.start);
    let top = line.saturating_sub(room / 2).min(total.saturating_sub(room));
    let mut lines = Vec::new();
    let mut put = |line: usize, listed: Listed| {
        if let Some(y) = line.checked_sub(top).filter(|y| *y < room) {
            lines.push((y as u16, listed));
        }
    };
    for (start, group, range) in starts {
        if headings {
            put(start, Listed::Heading(group, range.len()));
        }
        let from = top.saturating_sub(start + head);
        for at in range.clone().skip(from).take(room) {
            put(start + head + at - range.start, Listed::Row(at));
        }
    }
    lines
}

fn list(model: &Model, cx: &Context<'_>, finder: &Finder, area: Rect, height: u16, buf: &mut Buffer) {
    let lines = lines(finder, area, height);
    let recent = |at: &usize| finder.groups.iter().any(|(group, range)| *group == Group::Recent && range.contains(at));
    let rows: Vec<(u16, usize, Row)> = lines
        .iter()
        .filter_map(|(y, listed)| match listed {
            Listed::Row(at) => {
                let mixed = height < AIRY[1] || recent(at);
                Some((*y, *at, rows::row(model, cx, finder, *finder.found.get(*at)?, mixed)))
            }
            Listed::Heading(..) => None,
        })
        .collect();
    for (y, listed) in &lines {
        if let Listed::Heading(group, count) = listed {
            let area = Rect { y: area.y + y, height: 1, ..area };
            draw::heading(buf, area, heading(cx, *group), &count.to_string(), &cx.theme);
        }
    }
    let columns = Columns::of(rows.iter().map(|(_, _, row)| row), area);
    for (y, at, row) in &rows {
        let area = Rect { y: area.y + y, height: 1, ..area };
        columns.draw(row, area, buf, &cx.theme);
        if *at == finder.selected {
            mark_selected(area, buf, &cx.theme);
        }
    }
}

/// What is in sight in an area below the line of a body that is so high.
fn lines(finder: &Finder, area: Rect, height: u16) -> Vec<(u16, Listed)> {
    in_sight(finder, area.height, height >= AIRY[1], usize::from(height >= AIRY[2]))
}

/// What a group is called.
fn heading(cx: &Context<'_>, group: Group) -> &'static str {
    let words = &cx.messages.words;
    match group {
        Group::Recent => words.recent,
        Group::Commands => words.commands,
        Group::Lists => words.places,
        Group::Things(Kind::Action) => words.actions,
        Group::Things(Kind::Metric) => words.metrics,
        Group::Things(Kind::Initiative) => words.initiatives,
        Group::Things(Kind::Honour) => words.honours,
        Group::Things(Kind::Event) => words.events,
        Group::Things(Kind::Source) => words.sources,
        Group::Things(Kind::Dataset) => words.dataset,
    }
}

/// Where the columns of the rows in sight are, and how wide.
struct Columns {
    name: u16,
    /// Numbers end here, units begin behind them.
    number: u16,
    beside: u16,
    belongs: u16,
}

/// Between two columns.
const GAP: u16 = 2;
/// A reason in fewer cells than this says nothing.
const LEAST_WHY: u16 = 12;
/// In fewer than this it takes the place of where the thing belongs.
const ROOMY_WHY: u16 = 32;
/// So much of the row is kept for reasons where one is in sight; names and words beside them give way, to so much.
const KEPT_WHY: u16 = 26;
const LEAST_NAME: u16 = 24;
const LEAST_WORDS: u16 = 10;

impl Columns {
    fn of<'r>(rows: impl Iterator<Item = &'r Row>, area: Rect) -> Self {
        let (mut name, mut number, mut unit, mut words, mut belongs) = (0, 0, 0, 0, 0);
        let mut told = false;
        for row in rows {
            told |= row.why.is_some();
            name = name.max(text::cells(&row.name.text));
            belongs = belongs.max(row.belongs.as_ref().map_or(0, |(name, _)| text::cells(name)));
            match &row.beside {
                Beside::Figure(digits, of) => {
                    number = number.max(text::cells(digits));
                    unit = unit.max(text::cells(of) + 1);
                }
                Beside::Words(text, _) => words = words.max(text::cells(text)),
            }
        }
        let inner = area.width.saturating_sub(GAP);
        // A figure is whole; the name gives way to it, but for so much.
        let number = number.min(inner / 2);
        let kept = if told { KEPT_WHY + GAP } else { 0 };
        let words = words.min(30).min(inner.saturating_sub(name.min(LEAST_NAME) + GAP + kept).max(LEAST_WORDS));
        let beside = (number + unit).max(words).min(inner / 2);
        let gap = if beside > 0 { GAP } else { 0 };
        let room = inner.saturating_sub(beside + gap);
        let name = name.min(room.saturating_sub(kept).max(LEAST_NAME)).min(room).min(44);
        Self { name, number, beside, belongs }
    }

    fn draw(&self, row: &Row, area: Rect, buf: &mut Buffer, theme: &Theme) {
        let y = area.y;
        let mut x = area.x + GAP;
        marked(buf, x, y, self.name, &row.name, theme.style(Role::Text), theme);
        x += self.name + GAP;
        match &row.beside {
            Beside::Figure(number, unit) => {
                let shown = text::fit_figure(number, usize::from(self.number));
                draw::put_right(buf, x + self.number, y, self.number, shown, theme.style(Role::Strong));
                let room = self.beside.saturating_sub(self.number + 1);
                draw::put(buf, x + self.number + 1, y, room, unit, theme.style(Role::Muted));
            }
            Beside::Words(words, role) => {
                draw::put(buf, x, y, self.beside, words, theme.style(*role));
            }
        }
        x += self.beside + GAP;
        let room = area.right().saturating_sub(x);
        let behind = room.saturating_sub(self.belongs + GAP);
        let why = row.why.as_ref().filter(|_| room >= LEAST_WHY);
        if why.is_none() || behind >= ROOMY_WHY {
            if let Some((belongs, role)) = row.belongs.as_ref().filter(|(name, _)| text::cells(name) <= room) {
                draw::put(buf, x, y, room, belongs, theme.style(*role));
            }
            x += self.belongs + GAP;
        }
        if let Some((label, found)) = why {
            let room = area.right().saturating_sub(x);
            let mut used = draw::put(buf, x, y, room / 2, label, theme.style(Role::Faint));
            used += u16::from(used > 0);
            let room = room - used.min(room);
            marked(buf, x + used, y, room, &around(found, room), theme.style(Role::Muted), theme);
        }
    }
}

/// The part of a long text around what was found in it, from the beginning of a word on.
fn around(found: &Marked, room: u16) -> Marked {
    /// So many characters before it are shown, and as many more as the word has.
    const BEFORE: usize = 4;
    const WORD: usize = 12;
    let (start, end) = found.ranges.first().map_or((0, 0), |range| (range.start, range.end));
    let chars: Vec<char> = found.text.chars().collect();
    let to_end: String = chars.iter().take(end).collect();
    if text::cells(&found.text) <= room || text::cells(&to_end) < room || start <= BEFORE {
        return Marked { text: found.text.clone(), ranges: found.ranges.clone() };
    }
    let letter = |at: usize| chars.get(at).is_some_and(char::is_ascii_alphanumeric);
    let latest = start - BEFORE;
    let word = (latest.saturating_sub(WORD).max(1)..=latest).rev().find(|at| !letter(at - 1) || !letter(*at));
    let skip = word.unwrap_or(latest);
    let rest: String = chars.iter().skip(skip).collect();
    // One character, the mark of the cut, stands for all that are skipped.
    let moved = |range: &Range<usize>| range.start.saturating_sub(skip - 1)..range.end.saturating_sub(skip - 1);
    Marked { text: format!("{}{rest}", text::ELLIPSIS), ranges: found.ranges.iter().map(moved).collect() }
}

/// Writes a text with what was found in it marked: bold, underlined and in the accent, so that no one of them is needed.
fn marked(buf: &mut Buffer, x: u16, y: u16, max: u16, content: &Marked, style: Style, theme: &Theme) {
    let found = theme.style(Role::Accent).add_modifier(Modifier::BOLD | Modifier::UNDERLINED);
    let shown = text::fit(&content.text, usize::from(max));
    // What is cut loses its end; only the mark of the cut may differ from the text.
    let kept = shown.chars().zip(content.text.chars()).take_while(|(a, b)| a == b).count();
    let inside = |at: usize| at < kept && content.ranges.iter().any(|range| range.contains(&at));
    let runs = text::runs(&shown, inside);
    let spans: Vec<(&str, Style)> =
        runs.iter().map(|(run, inside)| (*run, if *inside { found } else { style })).collect();
    draw::put_spans(buf, x, y, max, &spans);
}
