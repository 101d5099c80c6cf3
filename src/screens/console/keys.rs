//! Keys: the most useful ones in the footer, and the question whether the show is to end.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::Console;
use crate::model::Command;
use crate::model::show::Blank;
use crate::model::stage::Sheet;
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
