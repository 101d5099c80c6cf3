//! Help: the keys that work here, from the live keymap.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::{Block, BorderType, Widget};

use super::layout;
use crate::domain::Bound;
use crate::model::{Command, Keymap, Model};
use crate::screens::{self, Context};
use crate::ui::chart::Mark;
use crate::ui::theme::Role;
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
const ANYWHERE: [Command; 22] = [
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
    Command::Copy,
    Command::CopyAddress,
    Command::NextTab,
    Command::PreviousTab,
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
    Keys(String, &'static str),
    Text(String),
    Blank,
}

/// The keys of a command, apart by blanks.
fn keys_of(keymap: &Keymap, command: Command) -> String {
    keymap.keys_of(command).collect::<Vec<_>>().join("  ")
}

fn lines(model: &Model, cx: &Context<'_>) -> Vec<Line> {
    let says = &cx.messages.says;
    let place = model.trail.here();
    let screen = screens::get(&place.address);
    let here = screen.commands(cx, place);
    let name = |command: Command| screen.label(cx, place, command).unwrap_or_else(|| command.name(cx.messages));
    let keys = |command: &Command| Line::Keys(keys_of(&model.keymap, *command), name(*command));
    let mut lines = vec![Line::Heading(says.help_here)];
    lines.extend(here.iter().map(keys));
    lines.extend([Line::Blank, Line::Heading(says.help_move)]);
    lines.extend(MOVING.iter().map(keys));
    lines.extend([Line::Blank, Line::Heading(says.help_anywhere)]);
    let first = |command| model.keymap.keys_of(command).next().unwrap_or_default();
    let tabs = format!("{} – {}  {}", first(Command::Tab1), first(Command::Tab9), first(Command::Tab0));
    lines.push(Line::Keys(tabs, says.help_tabs));
    lines.extend(ANYWHERE.iter().filter(|command| !here.contains(command)).map(keys));
    lines.extend([Line::Blank, Line::Heading(cx.messages.words.marks)]);
    lines.extend([Line::Text(marks_of_bars(cx)), Line::Text(says.marks_of_ladders.to_owned())]);
    lines.extend(screens::signs(cx).map(Line::Text));
    lines
}

/// The signs behind the ends of bars, each with its word.
fn marks_of_bars(cx: &Context<'_>) -> String {
    let bounds = [Bound::Over, Bound::Nearly, Bound::About, Bound::AtMost];
    let told =
        |bound: Bound| format!("{} {}", Mark::from(bound).sign(false, cx.prefs.markers), cx.format().bound_word(bound));
    bounds.map(told).join("  ")
}

/// Where the window is, and how many lines it shows.
fn window(area: Rect, lines: usize, width: u16) -> Rect {
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

/// Lets a command scroll or close help.
pub(super) fn act(model: &Model, scroll: usize, command: Command) -> Answer {
    let cx = Context::new(&model.district, &model.prefs).with_marked(&model.marked).with_columns(&model.columns);
    let count = lines(model, &cx).len();
    let (columns, rows) = model.size;
    let body = layout::regions(Rect::new(0, 0, columns, rows)).body;
    let shown = window(body, count, columns).height.saturating_sub(2);
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

/// Draws help in place of the screen.
pub(super) fn draw(model: &Model, cx: &Context<'_>, scroll: usize, area: Rect, buf: &mut Buffer) {
    let lines = lines(model, cx);
    let theme = &cx.theme;
    let key_width = lines.iter().map(|line| if let Line::Keys(keys, _) = line { text::width(keys) } else { 0 }).max();
    let key_width = u16::try_from(key_width.unwrap_or(0)).unwrap_or(u16::MAX);
    let name = |line: &Line| match line {
        Line::Keys(_, name) => key_width.saturating_add(2).saturating_add(text::cells(name)),
        Line::Heading(text) => text::cells(text),
        Line::Text(text) => text::cells(text),
        Line::Blank => 0,
    };
    let inner_width = lines.iter().map(name).max().unwrap_or(0);
    let window = window(area, lines.len(), inner_width.saturating_add(6));
    let title = format!(" {} ", Command::Help.name(cx.messages));
    Block::bordered()
        .border_type(BorderType::Rounded)
        .border_style(theme.style(Role::Rule))
        .title(title)
        .title_style(theme.style(Role::Strong))
        .render(window, buf);
    let close = format!(" {} ", cx.messages.says.help_close);
    draw::put_right(
        buf,
        window.right().saturating_sub(1),
        window.y,
        window.width / 2,
        &close,
        theme.style(Role::Faint),
    );
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
            Line::Keys(keys, name) => {
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
