//! Help: the keys that work here, from the live keymap.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::widgets::{Block, BorderType, Widget};

use super::{layout, seen};
use crate::domain::search::{self, Query};
use crate::domain::{Bound, Lang};
use crate::lang::messages;
use crate::model::command::Scope;
use crate::model::keymap::written;
use crate::model::{Code, Command, Input, Key, Keymap, Meaning, Model, Overlay};
use crate::screens::{self, Context};
use crate::ui::chart::Mark;
use crate::ui::theme::Role;
use crate::ui::typing::Typing;
use crate::ui::{draw, text};

/// Commands that move on every screen.
const MOVING: [Command; 10] = [
    Command::Up,
    Command::Down,
    Command::Left,
    Command::Right,
    Command::First,
    Command::Last,
    Command::HalfUp,
    Command::HalfDown,
    Command::PageUp,
    Command::PageDown,
];

/// Commands that work on every screen.
const ANYWHERE: [Command; 25] = [
    Command::Back,
    Command::Earlier,
    Command::Later,
    Command::Remember,
    Command::Recall,
    Command::Search,
    Command::NextHit,
    Command::PreviousHit,
    Command::Palette,
    Command::Mark,
    Command::Compare,
    Command::Provenance,
    Command::Copy,
    Command::CopyAddress,
    Command::NextTab,
    Command::PreviousTab,
    Command::Present,
    Command::Reload,
    Command::Notation,
    Command::Language,
    Command::Theme,
    Command::Help,
    Command::Quit,
    Command::QuitNow,
    Command::Suspend,
];

/// A line of help: a heading, or keys and what they do.
enum Line {
    Heading(&'static str),
    Keys(String, &'static str, Option<Command>),
    Text(String),
    Blank,
}

impl Line {
    /// Whether the line has what was typed: in its keys, in its name in either language, also by pinyin or initials, or in
    /// the name in settings.
    fn has(&self, typed: &str) -> bool {
        let (query, typed) = (Query::new(typed), typed.to_lowercase());
        let has = |text: &str| text.to_lowercase().contains(&typed) || !search::ranges(text, &query, true).is_empty();
        match self {
            Self::Keys(keys, name, command) => {
                let named = |command: Command| {
                    has(&command.id()) || Lang::ALL.iter().any(|lang| has(command.name(messages(*lang))))
                };
                has(keys) || has(name) || command.is_some_and(named)
            }
            Self::Text(text) => has(text),
            Self::Heading(title) => has(title),
            Self::Blank => false,
        }
    }
}

/// The keys of a command, apart by blanks.
fn keys_of(keymap: &Keymap, command: Command) -> String {
    keymap.keys_of(command).collect::<Vec<_>>().join("  ")
}

/// The keys of the tabs: as a range where they are the digits, with the same modifiers; else one by one.
fn keys_of_tabs(keymap: &Keymap) -> String {
    let tabs = Command::ALL.iter().filter(|command| command.tab().is_some());
    let keys: Vec<String> = tabs.filter_map(|command| keymap.keys_of(*command).next()).collect();
    let held = keys.first().and_then(|first| first.strip_suffix('1')).unwrap_or_default();
    let digits = keys.iter().map(|key| key.strip_prefix(held).unwrap_or_default());
    if digits.collect::<String>() == "1234567890" && keys.len() == 10 {
        format!("{held}1 – {held}9  {held}0")
    } else {
        keys.join(" ")
    }
}

fn lines(model: &Model, cx: &Context<'_>) -> Vec<Line> {
    let mut lines = if model.at_steps() { of_show(model, cx) } else { of_desk(model, cx) };
    // What has no key cannot be typed.
    lines.retain(|line| !matches!(line, Line::Keys(keys, ..) if keys.is_empty()));
    if !model.settings_file.is_empty() {
        let heading = Line::Heading(cx.messages.says.help_settings);
        lines.extend([Line::Blank, heading, Line::Text(model.settings_file.clone())]);
    }
    lines
}

/// The keys at the steps of a show, those that work elsewhere as well last.
fn of_show(model: &Model, cx: &Context<'_>) -> Vec<Line> {
    let words = &cx.messages.console;
    let of = |scope: Scope| Command::ALL.iter().copied().filter(move |command| command.scope() == scope);
    let line = |command: Command| Line::Keys(keys_of(&model.keymap, command), command.name(cx.messages), Some(command));
    let to_step = model.keymap.keys_of(Command::ToStep).next();
    let digits = to_step.map(|key| Line::Keys((words.digits)(&key), words.to_number, Some(Command::ToStep)));
    let mut lines = vec![Line::Heading(words.keys)];
    lines.extend(of(Scope::Show).map(line).chain(digits));
    lines.extend([Line::Blank, Line::Heading(cx.messages.says.help_anywhere)]);
    lines.extend(of(Scope::Both).map(line));
    lines
}

/// The keys of the place in the dashboard, those that move, those that work anywhere; and what signs mean.
fn of_desk(model: &Model, cx: &Context<'_>) -> Vec<Line> {
    let says = &cx.messages.says;
    let place = model.trail.here();
    let screen = screens::get(&place.address);
    let here = screen.commands(cx, place);
    let name = |command: Command| screen.label(cx, place, command).unwrap_or_else(|| command.name(cx.messages));
    let keys = |command: &Command| Line::Keys(keys_of(&model.keymap, *command), name(*command), Some(*command));
    let mut lines = vec![Line::Heading(says.help_here)];
    lines.extend(here.iter().map(keys));
    lines.extend([Line::Blank, Line::Heading(says.help_move)]);
    lines.extend(MOVING.iter().map(keys));
    lines.extend([Line::Blank, Line::Heading(says.help_anywhere)]);
    lines.push(Line::Keys(keys_of_tabs(&model.keymap), says.help_tabs, None));
    lines.extend(ANYWHERE.iter().filter(|command| !here.contains(command)).map(keys));
    lines.extend([Line::Blank, Line::Heading(cx.messages.words.marks)]);
    lines.extend([Line::Text(marks_of_bars(cx)), Line::Text(says.marks_of_ladders.to_owned())]);
    lines.extend(screens::signs(cx).map(Line::Text));
    lines
}

/// The lines with what was typed, each group behind its heading, and whole where the heading has it; all of them where
/// nothing was.
fn filtered(lines: Vec<Line>, filter: &str, none: &str) -> Vec<Line> {
    if filter.is_empty() {
        return lines;
    }
    let mut kept: Vec<Line> = Vec::new();
    let (mut heading, mut whole) = (None, false);
    for line in lines {
        if let Line::Heading(title) = line {
            (heading, whole) = (Some(title), line.has(filter));
        } else if !matches!(line, Line::Blank) && (whole || line.has(filter)) {
            if let Some(title) = heading.take() {
                kept.extend((!kept.is_empty()).then_some(Line::Blank));
                kept.push(Line::Heading(title));
            }
            kept.push(line);
        }
    }
    if kept.is_empty() { vec![Line::Text(none.to_owned())] } else { kept }
}

/// The signs behind the ends of bars, each with its word.
fn marks_of_bars(cx: &Context<'_>) -> String {
    let bounds = [Bound::Over, Bound::Nearly, Bound::About, Bound::AtMost];
    let told = |bound: Bound| {
        format!("{} {}", Mark::from(bound).sign(false, cx.theme.markers()), cx.format().bound_word(bound))
    };
    bounds.map(told).join("  ")
}

/// Where the window is, and how many lines it shows.
pub(super) fn window(area: Rect, lines: usize, width: u16) -> Rect {
    let height = u16::try_from(lines).unwrap_or(u16::MAX).saturating_add(2).min(area.height);
    let width = width.min(area.width);
    let (x, y) = (area.x + (area.width - width) / 2, area.y + (area.height - height) / 2);
    Rect { x, y, width, height }
}

/// What help does with a command.
pub(super) enum Answer {
    /// It stays open, scrolled by so many lines.
    Scrolled(usize),
    /// It closes.
    Closed,
    /// The command is for the rest of the program.
    Passed,
}

/// Takes a key that was typed to filter help by. False where it is none, or help is not open.
pub(super) fn typed(model: &mut Model, key: Key) -> bool {
    let help = model.keymap.meaning(model.scope(), &[key.folded()]) == Meaning::Command(Command::Help);
    let Some(Overlay::Help { scroll, filter }) = &mut model.overlay else { return false };
    let typing = !filter.text().is_empty();
    match key.code {
        Code::Char('/' | '／' | ' ') if !typing => {}
        // The key that opens help closes it, but for one that is a letter.
        Code::Char(typed) if key.is_text() && (!help || typed.is_alphanumeric()) => drop(filter.press(key)),
        Code::Backspace if typing => drop(filter.press(key)),
        Code::Esc if typing => *filter = Input::default(),
        // Whatever else it may be bound to: there must be a way out that one need not look up.
        Code::Esc => {
            model.overlay = None;
            return true;
        }
        _ => return false,
    }
    *scroll = 0;
    true
}

/// Writes pasted text into the line that help is filtered by, if it is open.
pub(super) fn paste(model: &mut Model, text: &str) {
    if let Some(Overlay::Help { scroll, filter }) = &mut model.overlay {
        filter.insert(text);
        *scroll = 0;
    }
}

/// Scrolls help that is open.
pub(super) fn scroll(model: &mut Model, to: usize) {
    if let Some(Overlay::Help { scroll, .. }) = &mut model.overlay {
        *scroll = to;
    }
}

/// Lets a command scroll or close help, which is scrolled and filtered so.
pub(super) fn act(model: &Model, (scroll, filter): (usize, &Input), command: Command) -> Answer {
    let cx = seen::context(model);
    let all = lines(model, &cx);
    let window_of = all.len();
    let count = filtered(all, filter.text(), cx.messages.says.help_none).len();
    let body = layout::body(model);
    let shown = window(body, window_of, model.size.0).height.saturating_sub(2);
    let last = count.saturating_sub(usize::from(shown));
    let page = usize::from(shown.max(1));
    let scroll = match command {
        Command::Up => scroll.saturating_sub(1),
        Command::Down => scroll + 1,
        Command::HalfUp | Command::PageUp => scroll.saturating_sub(page),
        Command::HalfDown | Command::PageDown => scroll + page,
        Command::First => 0,
        Command::Last => last,
        Command::Back | Command::Help | Command::Quit | Command::Open => return Answer::Closed,
        Command::QuitNow | Command::Suspend | Command::Language | Command::Theme => return Answer::Passed,
        // Whatever else is typed while help is open is not meant for what lies under it.
        _ => scroll,
    };
    Answer::Scrolled(scroll.min(last))
}

/// All lines, the window, which stays as it is while one types, and the width of the keys in it.
fn opened(model: &Model, cx: &Context<'_>, area: Rect) -> (Vec<Line>, Rect, u16) {
    let lines = lines(model, cx);
    let keys = |line: &Line| if let Line::Keys(keys, ..) = line { text::cells(keys) } else { 0 };
    // However many keys a command has, there is room for what it does.
    let key_width = lines.iter().map(keys).max().unwrap_or(0).min(area.width / 2);
    let name = |line: &Line| match line {
        Line::Keys(_, name, _) => key_width.saturating_add(2).saturating_add(text::cells(name)),
        Line::Heading(text) => text::cells(text),
        Line::Text(text) => text::cells(text),
        Line::Blank => 0,
    };
    let width = lines.iter().map(name).max().unwrap_or(0);
    let window = window(area, lines.len(), width.saturating_add(6));
    (lines, window, key_width)
}

/// What is typed has at least so many cells, before what clears it has any.
const LEAST_TYPED: u16 = 12;

/// Where what is typed stands in the frame: behind the title and its sign; and whether there is room for what clears it at
/// the right end.
fn line(cx: &Context<'_>, window: Rect) -> (Rect, bool) {
    let x = window.x + 1 + text::cells(&title(cx)) + 1;
    let room = window.right().saturating_sub(x + 1);
    let hint = text::cells(cx.messages.says.help_clear) + 3;
    let told = room >= hint + LEAST_TYPED;
    let width = if told { room - hint } else { room };
    (Rect { x, y: window.y, width, height: window.height.min(1) }, told)
}

/// What stands first in the frame.
fn title(cx: &Context<'_>) -> String {
    format!(" {} ", cx.messages.words.help)
}

fn typing(filter: &Input) -> Typing<'_> {
    Typing { before: filter.before(), behind: filter.behind() }
}

/// Where the caret is, once something has been typed.
pub(super) fn caret(model: &Model, cx: &Context<'_>, filter: &Input, area: Rect) -> Option<Position> {
    if filter.text().is_empty() {
        return None;
    }
    typing(filter).caret(line(cx, opened(model, cx, area).1).0)
}

/// The keys of open help, for the footer. What types a character is typed into the filter, whatever else it means.
pub(super) fn keys(model: &Model, cx: &Context<'_>, filter: &Input) -> Vec<(String, &'static str)> {
    let says = &cx.messages.says;
    let heard =
        |command: Command| model.keymap.sequences_of(command).find(|keys| !keys.iter().any(|key| key.is_text()));
    let named = |commands: &[Command], name: &'static str| {
        let keys: Vec<String> = commands.iter().filter_map(|it| heard(*it)).map(written).collect();
        (!keys.is_empty()).then(|| (keys.join(" "), name))
    };
    let close = if filter.text().is_empty() { says.finder_close } else { says.help_clear_name };
    let quit = Command::QuitNow;
    let scroll = [named(&[Command::Up, Command::Down], says.help_scroll), Some(("Esc".to_owned(), close))];
    scroll.into_iter().chain([named(&[quit], quit.name(cx.messages))]).flatten().collect()
}

/// Draws help in place of the screen, scrolled and filtered so.
pub(super) fn draw(model: &Model, cx: &Context<'_>, (scroll, filter): (usize, &Input), area: Rect, buf: &mut Buffer) {
    let theme = &cx.theme;
    let (lines, window, key_width) = opened(model, cx, area);
    let lines = filtered(lines, filter.text(), cx.messages.says.help_none);
    frame(cx, filter, window, buf);
    let inner = Rect {
        x: window.x + 2,
        y: window.y + 1,
        width: window.width.saturating_sub(4),
        height: window.height.saturating_sub(2),
    };
    let scroll = scroll.min(lines.len().saturating_sub(usize::from(inner.height)));
    for (y, line) in (inner.y..inner.bottom()).zip(lines.iter().skip(scroll)) {
        match line {
            Line::Heading(title) => {
                draw::put(buf, inner.x, y, inner.width, title, theme.style(Role::Accent));
            }
            Line::Keys(keys, name, _) => {
                draw::put(buf, inner.x, y, key_width, keys, theme.style(Role::Key));
                let x = inner.x + key_width + 2;
                draw::put(buf, x, y, inner.right().saturating_sub(x), name, theme.style(Role::Text));
            }
            Line::Text(content) => {
                draw::put(buf, inner.x, y, inner.width, content, theme.style(Role::Text));
            }
            Line::Blank => {}
        }
    }
    if scroll + usize::from(inner.height) < lines.len() {
        let more = format!(" {} ", cx.messages.says.more_below);
        let y = window.bottom().saturating_sub(1);
        draw::put_right(buf, window.right().saturating_sub(1), y, window.width / 2, &more, theme.style(Role::Faint));
    }
}

/// Draws the frame of help: its title and what was typed at the left, what closes it at the right.
fn frame(cx: &Context<'_>, filter: &Input, window: Rect, buf: &mut Buffer) {
    let theme = &cx.theme;
    Block::bordered().border_type(BorderType::Rounded).border_style(theme.style(Role::Rule)).render(window, buf);
    let says = &cx.messages.says;
    let typed = !filter.text().is_empty();
    let close = format!(" {} ", if typed { says.help_clear } else { says.help_close });
    let title = title(cx);
    let room = window.width.saturating_sub(text::cells(&title) + 3);
    let right = window.right().saturating_sub(1);
    let (line, told) = line(cx, window);
    if told || !typed {
        draw::put_right(buf, right, window.y, room, &close, theme.style(Role::Faint));
    }
    draw::put(buf, window.x + 1, window.y, window.width.saturating_sub(2), &title, theme.style(Role::Strong));
    if typed {
        // What is typed and a blank for the caret interrupt the frame.
        let width = text::cells(filter.text()).saturating_add(1).min(line.width);
        draw::clear(buf, Rect { width, ..line }, theme.base());
        draw::put(buf, line.x.saturating_sub(1), line.y, 1, "/", theme.style(Role::Accent));
        typing(filter).draw(theme, line, buf);
    }
}
