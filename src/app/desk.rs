//! How the dashboard is drawn: title, tabs, the screen or what lies over it, footer.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{filtering, finder, help, layout, provenance, remembering, seen, tabs};
use crate::domain::address::MOST_COMPARED;
use crate::model::{Command, Model, Overlay};
use crate::screens::metrics::facets;
use crate::screens::{self, Context};
use crate::ui::theme::Role;
use crate::ui::{draw, frame};

/// Draws the dashboard.
pub(super) fn draw(model: &Model, area: Rect, buf: &mut Buffer) {
    let mark_key = model.keymap.keys_of(Command::Mark).next().unwrap_or_default();
    let cx = seen::context(model).with_mark_key(&mark_key);
    buf.set_style(area, cx.theme.base());
    if area.width < layout::LEAST.0 || area.height < layout::LEAST.1 {
        let (columns, rows) = layout::LEAST;
        let sentence = (cx.messages.says.too_small)(columns, rows);
        cx.badge().draw(buf, area, &cx.theme);
        let rest = cx.badge().rest(area);
        draw::put(buf, rest.x, rest.y, rest.width, &sentence, cx.theme.style(Role::Text));
        return;
    }
    let regions = layout::regions(area);
    cx.badge().draw(buf, regions.title, &cx.theme);
    title(model, &cx).draw(buf, cx.badge().behind(regions.title), &cx.theme);
    if !regions.tabs.is_empty() {
        frame::tabs(buf, regions.tabs, &tabs::labels(&cx, &model.keymap), tabs::active(model), &cx.theme);
    }
    if !regions.rule.is_empty() {
        draw::rule(buf, regions.rule.x, regions.rule.y, regions.rule.width, &cx.theme);
    }
    match &model.overlay {
        // The lists too: what they choose from is seen in the row above them.
        Some(Overlay::Facets { facet, value }) => {
            facets::draw(&cx, model.trail.here(), (*facet, *value), regions.body, buf);
        }
        // Help stands by itself: a window over the screen would cut the figures at its edges.
        Some(Overlay::Help { scroll, filter }) => help::draw(model, &cx, (*scroll, filter), regions.body, buf),
        Some(Overlay::Finder(open)) => finder::draw(model, &cx, open, regions.body, buf),
        Some(Overlay::Provenance { of, view }) => provenance::draw(&cx, (of, view), regions.body, buf),
        None | Some(Overlay::Filter { .. } | Overlay::Letter { .. }) => {
            let here = model.trail.here();
            screens::get(&here.address).draw(&cx, here, regions.body, buf);
        }
    }
    if !regions.footer.is_empty() {
        match (&model.overlay, &model.notice) {
            (Some(Overlay::Filter { input, .. }), _) => filtering::draw(&cx, input, regions.footer, buf),
            (Some(Overlay::Letter { remember }), _) => {
                frame::notice(buf, regions.footer, &remembering::prompt(model, *remember), &cx.theme);
            }
            (_, Some(notice)) => frame::notice(buf, regions.footer, notice, &cx.theme),
            _ => footer(model, &cx, regions.footer, buf),
        }
    }
}

/// What the title bar says.
pub(super) fn title(model: &Model, cx: &Context<'_>) -> frame::TitleBar {
    let crumbs: Vec<String> = model.trail.places().map(|place| screens::get(&place.address).title(cx, place)).collect();
    let data = cx.district.data();
    let language = cx.messages.words.language;
    let right = match model.keymap.keys_of(Command::Help).next() {
        Some(help) => format!("{language} · {help} {}", Command::Help.name(cx.messages)),
        None => language.to_owned(),
    };
    let mut title = cx.text(&data.title).to_owned();
    if let Some(joined) = cx.district.joined()
        && let Some((first, last)) = joined.years()
    {
        title = format!("{title}  {}", (cx.messages.says.open_together)(first, last, joined.files.len()));
    }
    frame::TitleBar { title, crumbs, right }
}

/// The keys that work here, those of the screen first; and how much of the dataset has a source.
fn footer(model: &Model, cx: &Context<'_>, area: Rect, buf: &mut Buffer) {
    let place = model.trail.here();
    let screen = screens::get(&place.address);
    // Among the facets a value is yet to be gone to.
    let (choosing, valued) = match model.overlay {
        Some(Overlay::Facets { value, .. }) => (true, value.is_some()),
        _ => (false, false),
    };
    let here = match (choosing, valued) {
        (true, true) => vec![Command::Open, Command::Without, Command::Inverse, Command::Everything, Command::Back],
        (true, false) => vec![Command::Open, Command::Inverse, Command::Everything, Command::Back],
        (false, _) => screen.commands(cx, place),
    };
    let back = match &model.stage {
        Some(_) => Command::Return,
        None if model.trail.at_root() => Command::Quit,
        None => Command::Back,
    };
    let always = [
        back,
        Command::Search,
        Command::Palette,
        Command::Notation,
        Command::Language,
        Command::Theme,
        Command::NextTab,
        Command::Help,
    ];
    // The lists take everything else for themselves.
    let heard = |command: &Command| !choosing || matches!(command, Command::Language | Command::Theme);
    let rest = always.into_iter().filter(|command| !here.contains(command) && heard(command));
    let keys: Vec<(String, &str)> = here
        .iter()
        .copied()
        .chain(rest)
        .filter_map(|command| {
            let leave = (command == Command::Quit).then_some(cx.messages.says.leave);
            let chosen = valued && command == Command::Open;
            let chosen = chosen.then_some(cx.messages.says.choose);
            let name = chosen
                .or_else(|| screen.label(cx, place, command))
                .or(leave)
                .unwrap_or_else(|| command.name(cx.messages));
            Some((model.keymap.keys_of(command).next()?, name))
        })
        .collect();
    let key = |command| model.keymap.keys_of(command).next().unwrap_or_default();
    // One who goes from hit to hit sees how many there are.
    let hit = finder::hit(model).filter(|(_, count)| *count > 1);
    let hit = hit.map(|(at, count)| (cx.messages.says.hit_of)(at, count));
    let next = hit.iter().map(|hit| ([Command::NextHit, Command::PreviousHit].map(key).join(" "), hit.as_str()));
    let keys = match &model.overlay {
        Some(Overlay::Finder(open)) => finder::keys(cx, open.mode),
        Some(Overlay::Help { filter, .. }) => help::keys(model, cx, filter),
        Some(Overlay::Provenance { of, .. }) => provenance::keys(model, cx, of),
        _ => next.chain(keys).collect(),
    };
    let counts = cx.district.summary();
    let metrics = cx.district.data().metrics.len();
    let summary = match model.marked.len() {
        0 => (cx.messages.says.coverage)(metrics, counts.cited, counts.derived),
        marked => (cx.messages.says.marked)(marked, MOST_COMPARED, &key(Command::Compare)),
    };
    frame::footer(buf, area, &keys, &summary, &cx.theme);
}
