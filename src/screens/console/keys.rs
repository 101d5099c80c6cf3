//! Keys: the most useful ones in the footer, all of them on a sheet, and the question whether the show is to end.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::Console;
use crate::model::show::Blank;
use crate::model::stage::Sheet;
use crate::model::{Command, Scope};
use crate::ui::theme::Role;
use crate::ui::{draw, text};

/// The commands that the footer names at a step, the most useful first.
const STEP: [Command; 15] = [
    Command::StepOn,
    Command::StepBack,
    Command::Black,
    Command::Hold,
    Command::Detour,
    Command::Agenda,
    Command::Help,
    Command::Pause,
    Command::NotesDown,
    Command::NotesMore,
    Command::NotesLess,
    Command::Spotlight,
    Command::White,
    Command::Language,
    Command::EndShow,
];

/// The commands that the agenda is told to obey: down, up, to go to the step, to close it.
pub const AGENDA_KEYS: [Command; 4] = [Command::Down, Command::Up, Command::Open, Command::Back];

/// The commands that answer whether the show is to end: everywhere, at this terminal alone, not at all.
pub const ENDING_KEYS: [Command; 3] = [Command::Open, Command::QuitNow, Command::Back];

/// A column of keys is at least so wide.
const COLUMN: u16 = 58;
/// The name of a command has at least so many cells.
const NAME: u16 = 18;

/// The keys of the footer and what they do.
pub(super) fn of_footer<'a>(console: &Console<'a>) -> Vec<(String, &'a str)> {
    let words = console.words();
    let cue = &console.stage.cue;
    let pairs = |commands: &[Command], name: &dyn Fn(Command) -> &'static str| {
        commands.iter().filter_map(|command| Some((console.key(*command)?, name(*command)))).collect::<Vec<_>>()
    };
    match console.stage.sheet {
        Some(Sheet::Agenda(_)) => pairs(&AGENDA_KEYS, &|command| match command {
            Command::Open => words.go,
            Command::Back => words.close,
            other => other.name(console.cx.messages),
        }),
        Some(Sheet::Ending) => answers(console),
        Some(Sheet::Keys(_)) => pairs(&[Command::Down, Command::Up, Command::Back], &|command| match command {
            Command::Back => words.close,
            other => other.name(console.cx.messages),
        }),
        None => {
            // What leads out of the present state comes first.
            let out = [
                cue.live.detour.as_ref().map(|_| Command::Return),
                cue.blank.map(of_blank),
                cue.frozen.as_ref().map(|_| Command::Hold),
            ];
            let out: Vec<Command> = out.into_iter().flatten().collect();
            // Nothing steps under a blank screen.
            let steps = |command: &Command| matches!(command, Command::StepOn | Command::StepBack);
            let rest = STEP.into_iter().filter(|command| !(cue.blank.is_some() && steps(command)));
            let rest = rest.filter(|command| !out.contains(command));
            let commands: Vec<Command> = out.iter().copied().chain(rest).collect();
            pairs(&commands, &|command| match command {
                Command::Hold if cue.frozen.is_some() => words.let_go,
                command if cue.blank.map(of_blank) == Some(command) => words.restore,
                other => other.name(console.cx.messages),
            })
        }
    }
}

/// The command that blanks the screen so, and shows the picture again.
pub(super) fn of_blank(blank: Blank) -> Command {
    match blank {
        Blank::Black => Command::Black,
        Blank::White => Command::White,
    }
}

/// The keys that answer whether the show is to end.
fn answers(console: &Console<'_>) -> Vec<(String, &'static str)> {
    let words = console.words();
    let names = [words.end, words.leave_here, words.go_on];
    ENDING_KEYS.iter().zip(names).filter_map(|(command, name)| Some((console.key(*command)?, name))).collect()
}

/// Asks whether the show is to end. It stands alone: over the console it would cut figures at its edges.
pub(super) fn ending(console: &Console<'_>, area: Rect, buf: &mut Buffer) {
    let (words, theme) = (console.words(), &console.cx.theme);
    let answers: Vec<String> = answers(console).into_iter().map(|(key, name)| format!("{key}  {name}")).collect();
    let lines = [(words.ending, Role::Strong), (words.ending_note, Role::Muted), ("", Role::Text)];
    let answers = answers.iter().zip([Role::Accent, Role::Text, Role::Text]).map(|(line, role)| (line.as_str(), role));
    let lines: Vec<(&str, Role)> = lines.into_iter().chain(answers).collect();
    let width = lines.iter().map(|(line, _)| text::cells(line)).max().unwrap_or(0).min(area.width);
    let x = area.x + (area.width - width) / 2;
    let height = (lines.len() as u16).min(area.height);
    let y = area.y + (area.height - height) / 3;
    for (y, (line, role)) in (y..area.bottom()).zip(lines) {
        draw::put(buf, x, y, area.right().saturating_sub(x), line, theme.style(role));
    }
}

/// A line of the list: keys and what they do.
type Line = (String, &'static str);

/// All keys of a show, those that work elsewhere as well last. What has no key cannot be typed.
fn all(console: &Console<'_>) -> Vec<Line> {
    let messages = console.cx.messages;
    let of = |scope: Scope| Command::ALL.iter().copied().filter(move |command| command.scope() == scope);
    let line = |command: Command| {
        let keys = console.keymap.keys_of(command).collect::<Vec<_>>().join("  ");
        (!keys.is_empty()).then(|| (keys, command.name(messages)))
    };
    let words = console.words();
    let digits = console.key(Command::ToStep).map(|key| ((words.digits)(&key), words.to_number));
    of(Scope::Show).filter_map(line).chain(digits).chain(of(Scope::Both).filter_map(line)).collect()
}

/// How many columns and rows of keys there are in an area below the heading.
fn shape(lines: usize, area: Rect) -> (usize, usize) {
    let rows = usize::from(area.height.saturating_sub(1)).max(1);
    let most = usize::from(area.width / COLUMN).max(1);
    (lines.div_ceil(rows).clamp(1, most), rows)
}

/// The furthest that the list can be scrolled.
pub(super) fn end(console: &Console<'_>, area: Rect) -> usize {
    let lines = all(console).len();
    let (columns, rows) = shape(lines, area);
    lines.div_ceil(columns).saturating_sub(rows)
}

/// Draws the list, from this line on.
pub(super) fn draw(console: &Console<'_>, scroll: usize, area: Rect, buf: &mut Buffer) {
    let (words, theme) = (console.words(), &console.cx.theme);
    let lines = all(console);
    let (columns, rows) = shape(lines.len(), area);
    let high = lines.len().div_ceil(columns).max(1);
    let last = high.saturating_sub(rows);
    let scroll = scroll.min(last);
    let more = if scroll < last { console.cx.messages.says.more_below } else { "" };
    let below = draw::heading(buf, area, words.keys, more, theme);
    let width = below.width / columns as u16;
    for (column, lines) in (0u16..).zip(lines.chunks(high)) {
        let x = below.x + column * width;
        let keys = lines.iter().map(|(keys, _)| text::cells(keys)).max().unwrap_or(0).min(width.saturating_sub(NAME));
        for (y, (key, name)) in (below.y..below.bottom()).zip(lines.iter().skip(scroll)) {
            draw::put(buf, x, y, keys, key, theme.style(Role::Key));
            draw::put(buf, x + keys + 2, y, width.saturating_sub(keys + 4), name, theme.style(Role::Text));
        }
    }
}
