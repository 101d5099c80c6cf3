//! What is seen of a show: by the audience, and by the presenter on a console.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::{Color, Modifier, Style};

use crate::app::{desk, filtering, finder, layout, provenance, seen};
use crate::domain::figure::Notation;
use crate::lang::messages;
use crate::model::command::{Command, Scope};
use crate::model::show::{Blank, Cue, Seen, Shot};
use crate::model::stage::{Role, Sheet, trail_of};
use crate::model::{Ambiguous, ColourDepth, Key, Markers, Meaning, Model, Overlay, Prefs, Stage};
use crate::screens::Context;
use crate::screens::console::{self, Console, Draw, agenda_for_audience, agenda_rows, agenda_rows_for_audience};
use crate::screens::metrics::facets;
use crate::screens::stage::{self, Content, Scene};
use crate::ui::theme::Role as Ink;
use crate::ui::{ascii, draw, text};

/// Draws a show as this terminal is to see it. What is drawn with is put into ASCII by the caller.
pub(in crate::app) fn view(model: &Model, stage: &Stage, area: Rect, buf: &mut Buffer) {
    match stage.role {
        Role::Audience => audience(model, stage, area, buf),
        Role::Console if stage.on_detour() || model.overlay.is_some() => detour(model, stage, area, buf),
        Role::Console => at_steps(model, stage, area, buf),
    }
}

/// Where the terminal's cursor stands while something is typed.
pub(in crate::app) fn caret(model: &Model, stage: &Stage, area: Rect) -> Option<Position> {
    if stage.role == Role::Console || stage.cue.is_held() {
        return None;
    }
    let cx = seen::context(model);
    match &model.overlay {
        Some(Overlay::Finder(open)) => finder::caret(&cx, open, layout::regions(area).body),
        Some(Overlay::Filter { input, .. }) => filtering::caret(&cx, input, layout::regions(area).footer),
        _ => None,
    }
}

/// The terminal that the audience looks at: the picture and, while somebody looks for something there, what is found.
fn audience(model: &Model, stage: &Stage, area: Rect, buf: &mut Buffer) {
    picture(model, stage, model.prefs, stage.cue.seen(), area, buf);
    if stage.cue.is_held() {
        return;
    }
    let cx = seen::context(model);
    let regions = layout::regions(area);
    match &model.overlay {
        Some(Overlay::Finder(open)) => {
            draw::clear(buf, area, cx.theme.base());
            finder::draw(model, &cx, open, regions.body, buf);
        }
        Some(Overlay::Provenance { of, view }) => {
            draw::clear(buf, area, cx.theme.base());
            provenance::draw(&cx.for_audience(), (of, view), regions.body, buf);
        }
        Some(Overlay::Facets { facet, value }) => {
            draw::clear(buf, area, cx.theme.base());
            facets::draw(&cx, model.trail.here(), (*facet, *value), regions.body, buf);
        }
        Some(Overlay::Filter { input, .. }) => {
            draw::clear(buf, Rect { x: area.x, width: area.width, ..regions.footer }, cx.theme.base());
            filtering::draw(&cx, input, regions.footer, buf);
        }
        _ => {}
    }
    if let Some(Sheet::Agenda(at)) = stage.sheet {
        draw::clear(buf, area, cx.theme.base());
        agenda_for_audience(&cx, &stage.show, stage.cue.live.step, at, area, buf);
    }
}

/// What is seen, drawn as on a terminal with these preferences.
fn picture(model: &Model, stage: &Stage, prefs: Prefs, seen: Seen<'_>, area: Rect, buf: &mut Buffer) {
    match seen {
        Seen::Blank(blank) => fill(blank, prefs, area, buf),
        Seen::Shot(shot) => {
            let frozen = stage.cue.frozen.as_ref().is_some_and(|frozen| std::ptr::eq(frozen, shot));
            let (district, presented, shot) = match stage.held.as_ref().filter(|_| frozen) {
                Some(held) => (&held.district, &held.show, &held.shot),
                None => (&model.district, &stage.show, shot),
            };
            let notation = if shot.exact { Notation::Exact } else { Notation::Compact };
            let prefs = Prefs { lang: shot.lang, notation, ..prefs };
            let cx = Context::new(district, &prefs).with_columns(&model.columns);
            let scene = Scene { cx, show: presented };
            let place = shot.detour.as_ref().and_then(|detour| trail_of(detour, district));
            let content = match &place {
                Some(trail) => Content::Detour(trail.here()),
                None => at_step(shot),
            };
            stage::draw(&scene, &content, area, buf);
        }
    }
}

fn at_step(shot: &Shot) -> Content<'static> {
    Content::Step { at: shot.step, revealed: shot.revealed, spotlight: shot.spotlight }
}

/// An empty screen. Without colours white is what the terminal shows reversed.
fn fill(blank: Blank, prefs: Prefs, area: Rect, buf: &mut Buffer) {
    let style = match (blank, prefs.depth) {
        (Blank::Black, ColourDepth::None) => Style::reset(),
        (Blank::White, ColourDepth::None) => Style::reset().add_modifier(Modifier::REVERSED),
        (Blank::Black, ColourDepth::Ansi) => Style::reset().bg(Color::Black),
        (Blank::White, ColourDepth::Ansi) => Style::reset().bg(Color::White),
        (Blank::Black, ColourDepth::Indexed) => Style::reset().bg(Color::Indexed(16)),
        (Blank::White, ColourDepth::Indexed) => Style::reset().bg(Color::Indexed(231)),
        (Blank::Black, ColourDepth::True) => Style::reset().bg(Color::Rgb(0, 0, 0)),
        (Blank::White, ColourDepth::True) => Style::reset().bg(Color::Rgb(255, 255, 255)),
    };
    for position in area.positions() {
        if let Some(cell) = buf.cell_mut(position) {
            cell.reset();
            cell.set_style(style);
        }
    }
}

/// The preferences of the terminal that the audience looks at, in the colours of this one.
fn prefs_there(model: &Model, cue: &Cue) -> Prefs {
    let Some((_, there)) = cue.audience else { return model.prefs };
    let ambiguous = if there.wide { Ambiguous::Wide } else { Ambiguous::Narrow };
    Prefs { theme: there.theme, markers: there.markers, ambiguous, ..model.prefs }
}

/// The console at the steps.
fn at_steps(model: &Model, stage: &Stage, area: Rect, buf: &mut Buffer) {
    let prefs = prefs_there(model, &stage.cue);
    let preview = |seen: Seen<'_>, area: Rect, buf: &mut Buffer| {
        text::measured(prefs.ambiguous, || {
            picture(model, stage, prefs, seen, area, buf);
            if prefs.signs() == Markers::Ascii {
                ascii::apply(buf, area, prefs.lang);
            }
        });
    };
    let seen = |area: Rect, buf: &mut Buffer| preview(stage.cue.seen(), area, buf);
    let live = |area: Rect, buf: &mut Buffer| preview(Seen::Shot(&stage.cue.live), area, buf);
    let hidden = stage.cue.seen() != Seen::Shot(&stage.cue.live);
    let behind: Option<Draw<'_>> = if hidden { Some(&live) } else { None };
    console::draw(&console(model, stage, &seen, behind), area, buf);
}

/// The console with these pictures.
pub(super) fn console<'a>(
    model: &'a Model,
    stage: &'a Stage,
    preview: Draw<'a>,
    behind: Option<Draw<'a>>,
) -> Console<'a> {
    Console { cx: seen::context(model), stage, keymap: &model.keymap, pending: &model.pending, preview, behind }
}

/// So many steps of the agenda are shown at once on this terminal.
pub(super) fn page_of_agenda(model: &Model, stage: &Stage) -> usize {
    let area = layout::screen(model);
    match stage.role {
        Role::Audience => agenda_rows_for_audience(&stage.show, area),
        Role::Console => agenda_rows(&console(model, stage, &|_, _| {}, None), area),
    }
}

/// The keys that hide the picture on a detour: those of them that mean nothing in the dashboard.
fn hiding_keys(model: &Model, cue: &Cue) -> String {
    let told = |command: Command| {
        let free = |keys: &String| {
            let key: Option<Key> = keys.parse().ok();
            key.is_some_and(|key| model.keymap.meaning(Scope::Desk, &[key]) == Meaning::Unknown)
        };
        let key = model.keymap.keys_of(command).find(free)?;
        let messages = messages(model.prefs.lang);
        // What hides the picture shows it again.
        let name = match command {
            Command::Black | Command::White if cue.blank.is_some() => messages.console.restore,
            Command::Hold if cue.frozen.is_some() => messages.console.let_go,
            command => command.name(messages),
        };
        Some(format!("{key} {name}"))
    };
    [if cue.blank == Some(Blank::White) { Command::White } else { Command::Black }, Command::Hold]
        .into_iter()
        .filter_map(told)
        .collect::<Vec<_>>()
        .join("  ")
}

/// The dashboard on a console: a row above it says how to come back, and what the audience sees of it.
fn detour(model: &Model, stage: &Stage, area: Rect, buf: &mut Buffer) {
    let below = layout::desk(model).intersection(area);
    desk::draw(model, below, buf);
    if below.y == area.y {
        return;
    }
    let cx = seen::context(model);
    let row = Rect { height: 1, ..area };
    draw::clear(buf, row, cx.theme.base());
    let says = &cx.messages.says;
    // Without a key of its own, the way back is that of the dashboard.
    let back = [Command::Return, Command::Back].into_iter().find_map(|command| model.keymap.keys_of(command).next());
    let told = match (stage.cue.blank, &stage.cue.frozen) {
        (None, None) if model.overlay.is_some() => says.audience_stays,
        (Some(Blank::Black), _) => says.audience_black,
        (Some(Blank::White), _) => says.audience_white,
        (None, Some(_)) => says.audience_frozen,
        (None, None) => says.audience_follows,
    };
    let accent = cx.theme.style(Ink::Accent);
    let mut x = area.x + 1;
    if stage.on_detour() {
        let way = (says.on_detour)(stage.cue.live.step + 1, back.as_deref());
        x += draw::put(buf, x, area.y, area.right().saturating_sub(x), &way, accent) + 3;
    }
    let trouble = stage.trouble().map(|trouble| text::visible(&trouble.told(&cx.messages.shell)));
    let (told, ink) = trouble.as_deref().map_or((told, Ink::Warn), |trouble| (trouble, Ink::Bad));
    let clock = console::brief(&console(model, stage, &|_, _| {}, None));
    let beside = text::cells(&clock).min(area.width / 3) + 3;
    x += draw::put(buf, x, area.y, area.right().saturating_sub(x + beside), told, cx.theme.style(ink)) + 3;
    let used = draw::put_right(
        buf,
        area.right().saturating_sub(1),
        area.y,
        area.width / 3,
        &clock,
        cx.theme.style(Ink::Muted),
    );
    let room = area.right().saturating_sub(x + used + 3);
    let hiding = hiding_keys(model, &stage.cue);
    if stage.on_detour() && model.overlay.is_none() && text::cells(&hiding) <= room {
        draw::put(buf, x, area.y, room, &hiding, cx.theme.style(Ink::Faint));
    }
}
