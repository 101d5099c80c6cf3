//! The first rows of the console: where one is in the show, who takes part, what has gone wrong.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use super::layout::Regions;
use super::{Console, clock};
use crate::model::Command;
use crate::model::command::Scope;
use crate::model::keymap::written;
use crate::screens::parts;
use crate::ui::theme::{Role, Theme};
use crate::ui::{draw, text};

/// A word that must not be overlooked: it is reversed, so that it stands out without colours. Its ground is that of the
/// screen, whatever picture it stands on.
pub(super) fn badge(theme: &Theme, role: Role) -> Style {
    theme.base().patch(theme.style(role)).add_modifier(Modifier::REVERSED | Modifier::BOLD)
}

/// Draws them.
pub(super) fn draw(console: &Console<'_>, regions: &Regions, buf: &mut Buffer) {
    let theme = &console.cx.theme;
    let invented = console.cx.badge();
    invented.draw(buf, regions.status, theme);
    let row = invented.behind(regions.status);
    let used = right(console, row, buf);
    left(console, Rect { width: row.width.saturating_sub(used), ..row }, buf);
    let line = regions.line;
    if line.is_empty() {
        return;
    }
    match console.stage.trouble() {
        Some(trouble) => {
            let word = format!(" {} ", console.words().trouble);
            let told = text::visible(&trouble.told(&console.cx.messages.shell));
            let spans = [
                (word.as_str(), badge(theme, Role::Bad)),
                (" ", theme.style(Role::Text)),
                (told.as_str(), theme.style(Role::Bad)),
            ];
            draw::put_spans(buf, line.x, line.y, line.width, &spans);
        }
        None => draw::rule(buf, line.x, line.y, line.width, theme),
    }
}

/// What is out of the ordinary; the step, its action and its headline.
fn left(console: &Console<'_>, row: Rect, buf: &mut Buffer) {
    let (cx, theme) = (&console.cx, &console.cx.theme);
    let at = console.at();
    let step = (console.words().step)(at + 1, console.stage.steps.count());
    let slide = console.slide(at);
    let section = slide.and_then(|slide| slide.section.as_ref());
    let name = section.map_or_else(String::new, |id| format!("  {}", parts::action_name(cx, Some(id))));
    let headline = slide.map_or_else(String::new, |slide| format!("  {}", console.headline(slide)));
    let states: Vec<String> = console.states().into_iter().map(|word| format!(" {word} ")).collect();
    let mut spans = Vec::new();
    for state in &states {
        spans.extend([(state.as_str(), badge(theme, Role::Warn)), (" ", theme.style(Role::Text))]);
    }
    spans.extend([
        (step.as_str(), theme.style(Role::Strong)),
        (name.as_str(), theme.style(parts::hue(cx, section))),
        (headline.as_str(), theme.style(Role::Muted)),
    ]);
    draw::put_spans(buf, row.x, row.y, row.width, &spans);
}

/// The commands that the keys typed so far may become, with all their keys.
fn goes_on(console: &Console<'_>) -> Option<String> {
    let typed = written(console.pending);
    if typed.is_empty() {
        return None;
    }
    let becomes = |command: &Command| {
        let mut keys = console.keymap.keys_of(*command).filter(|keys| keys.starts_with(&format!("{typed} ")));
        Some(format!("{} {}", keys.next()?, command.name(console.cx.messages)))
    };
    let heard = Command::ALL.iter().filter(|command| command.scope().meets(Scope::Show));
    let told: Vec<String> = heard.filter_map(becomes).collect();
    (!told.is_empty()).then(|| told.join("  "))
}

/// The digits that are being typed; the clock, where a sheet lies over it; else who takes part. Gives the cells used with a
/// gap before them.
fn right(console: &Console<'_>, row: Rect, buf: &mut Buffer) -> u16 {
    let (words, stage) = (console.words(), console.stage);
    let (told, role) = if !stage.typed.is_empty() {
        ((words.typed)(&stage.typed), Role::Accent)
    } else if let Some(goes_on) = goes_on(console) {
        (goes_on, Role::Accent)
    } else if stage.sheet.is_some() {
        (clock::brief(console), Role::Strong)
    } else if stage.peers == 0 {
        (words.alone.to_owned(), Role::Warn)
    } else {
        ((words.others)(stage.peers), Role::Muted)
    };
    let width = text::cells(&told);
    // Who takes part gives way on a small screen; what is being typed does not.
    let urgent = !stage.typed.is_empty() || !console.pending.is_empty() || stage.sheet.is_some();
    if width.saturating_add(if urgent { 2 } else { 40 }) > row.width {
        return 0;
    }
    draw::put_right(buf, row.right(), row.y, width, &told, console.cx.theme.style(role)) + 2
}
