//! The provenance card over where one is: of what is selected, or of what the place is about.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::{Block, BorderType, Widget};

use super::{copying, help, layout, seen};
use crate::domain::Address;
use crate::model::{Command, Effect, Model, Overlay, Place, View};
use crate::screens::{self, Context, provenance};
use crate::ui::page::{self, Pen};
use crate::ui::theme::Role;
use crate::ui::{draw, text};

/// The card is no wider than this.
const MEASURE: u16 = 84;
/// On a screen with less there is no frame.
const FRAMED: (u16, u16) = (30, 8);

/// Opens the card of the metric or the honour that is selected or shown; says so where there is none.
pub(super) fn open(model: &mut Model) {
    let here = model.trail.here();
    let cx = seen::context(model);
    let of = screens::get(&here.address).subject(&cx, here, layout::body(model));
    match of {
        Some(of) => model.overlay = Some(Overlay::Provenance { of, view: View::default() }),
        None => model.notice = Some(cx.messages.says.nothing_to_trace.to_owned()),
    }
}

/// What a command does while the card is open; none where it is for the rest of the program.
pub(super) fn act(model: &mut Model, command: Command) -> Option<Vec<Effect>> {
    let Some(Overlay::Provenance { of, view }) = model.overlay.take() else { return None };
    let (mut view, mut effects) = (view, Vec::new());
    match command {
        Command::Back | Command::Quit | Command::Provenance => return Some(effects),
        Command::QuitNow
        | Command::Suspend
        | Command::Language
        | Command::Theme
        | Command::Notation
        | Command::Help
        | Command::Search
        | Command::Palette => {
            model.overlay = Some(Overlay::Provenance { of, view });
            return None;
        }
        Command::Open if open_source(model, &of) => return Some(effects),
        Command::Open => model.notice = Some(crate::lang::messages(model.prefs.lang).says.no_source.to_owned()),
        Command::Copy => {
            let id = if let Address::Metric(id) = &of { Some(id.clone()) } else { None };
            effects = copying::figure_of(model, id.as_ref());
        }
        // Whatever else is typed is not meant for what lies under the card.
        command => {
            let cx = seen::context(model);
            let inner = inner(window(&cx, &of, layout::body(model)));
            page::act(
                &|pen: &mut Pen<'_>, width, _| provenance::paint(&cx, &of, pen, width),
                &mut view,
                inner,
                command,
            );
        }
    }
    model.overlay = Some(Overlay::Provenance { of, view });
    Some(effects)
}

/// Goes to the source, where what the card is of is selected; false where there is none.
fn open_source(model: &mut Model, of: &Address) -> bool {
    let cx = seen::context(model);
    let Some(locator) = provenance::locator(&cx, of) else { return false };
    let mut place = Place::new(Address::Source(locator.id.clone()));
    if !model.district.has(&place.address) {
        return false;
    }
    screens::get(&place.address).select(&cx, &mut place, layout::body(model), of);
    if place.address == model.trail.here().address {
        model.trail.here_mut().view = place.view;
    } else {
        model.trail.push(place);
    }
    true
}

/// Where the card is: as high as what it tells, in the middle.
fn window(cx: &Context<'_>, of: &Address, area: Rect) -> Rect {
    if area.width < FRAMED.0 || area.height < FRAMED.1 {
        return area;
    }
    let width = area.width.min(MEASURE);
    let rows = provenance::paint(cx, of, &mut Pen::survey(), inner(Rect { width, ..area }).width);
    help::window(area, usize::from(rows), width)
}

/// What is inside the frame of the card.
fn inner(window: Rect) -> Rect {
    if window.width < FRAMED.0 || window.height < 3 {
        return window;
    }
    Rect { x: window.x + 2, y: window.y + 1, width: window.width - 4, height: window.height - 2 }
}

/// The keys of the card, for the footer.
pub(super) fn keys(model: &Model, cx: &Context<'_>, of: &Address) -> Vec<(String, &'static str)> {
    let says = &cx.messages.says;
    let key = |command: Command| model.keymap.keys_of(command).next();
    let named = [
        (Command::Open, says.to_its_source),
        (Command::Copy, Command::Copy.name(cx.messages)),
        (Command::Down, says.help_scroll),
        (Command::Back, says.finder_close),
    ];
    let inner = inner(window(cx, of, layout::body(model)));
    let scrolls = provenance::paint(cx, of, &mut Pen::survey(), inner.width) > inner.height;
    let means = |command| match command {
        Command::Down => scrolls,
        Command::Open => provenance::locator(cx, of).is_some(),
        Command::Copy => matches!(of, Address::Metric(_)),
        _ => true,
    };
    let named = named.into_iter().filter(|(command, _)| means(*command));
    named.filter_map(|(command, name)| Some((key(command)?, name))).collect()
}

/// Draws the card. It stands by itself, as help does: over the screen it would cut figures at its edges.
pub(super) fn draw(cx: &Context<'_>, (of, view): (&Address, &View), area: Rect, buf: &mut Buffer) {
    let theme = &cx.theme;
    let window = window(cx, of, area);
    let inner = inner(window);
    if inner != window {
        Block::bordered().border_type(BorderType::Rounded).border_style(theme.style(Role::Rule)).render(window, buf);
        let title = format!(" {} ", cx.messages.words.provenance);
        let room = window.width.saturating_sub(2);
        draw::put(buf, window.x + 1, window.y, room, &title, theme.style(Role::Strong));
        let close = format!(" {} ", cx.messages.says.card_close);
        let rest = room.saturating_sub(text::cells(&title) + 1);
        draw::put_right(buf, window.right() - 1, window.y, rest, &close, theme.style(Role::Faint));
    }
    page::draw(&|pen: &mut Pen<'_>, width, _| provenance::paint(cx, of, pen, width), view, theme, inner, buf);
}
