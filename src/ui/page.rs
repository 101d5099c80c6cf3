//! A page: a drawing that may be higher than the screen, with stops that can be selected. One description of the page
//! serves both to find the stops (for moving) and to draw the rows in sight.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::draw;
use super::theme::{Role, Theme};
use crate::domain::Address;
use crate::model::{Command, View};

/// Something on a page that can be selected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stop {
    /// Where it is, in coordinates of the page.
    pub rect: Rect,
    /// Where it leads.
    pub target: Address,
}

/// Nothing is drawn below this row of a page: coordinates are 16 bits wide, and what is added to one must not overflow.
const DEEPEST: u16 = 60_000;

/// What a page is described to: it notes the stops, and draws what is in sight where there is something to draw on.
#[derive(Debug)]
pub struct Pen<'a> {
    window: Option<Window<'a>>,
    selected: usize,
    stops: Vec<Stop>,
}

#[derive(Debug)]
struct Window<'a> {
    buf: &'a mut Buffer,
    area: Rect,
    scroll: u16,
    theme: Theme,
}

impl Pen<'_> {
    /// A pen that draws nothing and only notes the stops.
    pub fn survey() -> Self {
        Self { window: None, selected: usize::MAX, stops: Vec::new() }
    }

    /// The stops noted, in the order of the page.
    pub fn into_stops(self) -> Vec<Stop> {
        self.stops
    }

    /// Whether any row of the page between `y` and `y + height` is in sight.
    pub fn sees(&self, y: u16, height: u16) -> bool {
        self.window.as_ref().is_some_and(|window| {
            y.saturating_add(height) > window.scroll && y < window.scroll.saturating_add(window.area.height)
        })
    }

    /// Draws a part of the page: `draw` is given an area of its size on some buffer. Nothing happens where no row of
    /// the part is in sight.
    pub fn draw(&mut self, rect: Rect, draw: impl FnOnce(Rect, &mut Buffer, &Theme)) {
        if rect.is_empty() || rect.bottom() > DEEPEST || !self.sees(rect.y, rect.height) {
            return;
        }
        let Some(window) = &mut self.window else { return };
        let x = window.area.x.saturating_add(rect.x);
        let visible =
            Rect { x, y: window.area.y, width: rect.width, height: window.area.height }.intersection(window.area);
        let whole = rect.y >= window.scroll && rect.bottom() <= window.scroll + window.area.height;
        if whole && visible.width == rect.width {
            let area = Rect { x, y: window.area.y + (rect.y - window.scroll), ..rect };
            draw(area, window.buf, &window.theme);
            return;
        }
        // Partly in sight: drawn aside in full, and the rows in sight are copied.
        let aside = Rect::new(0, 0, rect.width, rect.height);
        let mut buf = Buffer::empty(aside);
        buf.set_style(aside, window.theme.base());
        draw(aside, &mut buf, &window.theme);
        let hidden = window.scroll.saturating_sub(rect.y);
        let top = rect.y.saturating_sub(window.scroll);
        let rows = (rect.height - hidden).min(window.area.height - top);
        let target = Rect { x, y: window.area.y + top, width: visible.width, height: rows };
        draw::copy_rows(&buf, hidden, window.buf, target);
    }

    /// Draws one row of text from spans of roles.
    pub fn line(&mut self, x: u16, y: u16, width: u16, spans: &[(&str, Role)]) {
        self.draw(Rect::new(x, y, width, 1), |area, buf, theme| {
            let spans: Vec<(&str, Style)> = spans.iter().map(|(text, role)| (*text, theme.style(*role))).collect();
            draw::put_spans(buf, area.x, area.y, area.width, &spans);
        });
    }

    /// Draws the heading of a list or a panel in the first row of an area: a title, a quiet note, a rule. Gives the row
    /// below.
    pub fn heading(&mut self, area: Rect, title: &str, note: &str) -> u16 {
        self.draw(Rect { height: 1, ..area }, |area, buf, theme| {
            draw::heading(buf, area, title, note, theme);
        });
        area.y.saturating_add(1)
    }

    /// Draws something that can be selected; where it is selected, its ground shows it and a mark in its first cell
    /// says it without colour. The first cell belongs to the mark.
    pub fn stop(&mut self, rect: Rect, target: Address, draw: impl FnOnce(Rect, &mut Buffer, &Theme)) {
        if rect.bottom() > DEEPEST {
            return;
        }
        let selected = self.stops.len() == self.selected;
        self.stops.push(Stop { rect, target });
        self.draw(rect, |area, buf, theme| {
            draw(area, buf, theme);
            if selected {
                super::mark_selected(area, buf, theme);
            }
        });
    }
}

/// What describes a page of a given size to a pen, and gives its height.
pub type Paint<'p> = dyn Fn(&mut Pen<'_>, u16, u16) -> u16 + 'p;

/// Draws the rows of a page that are in sight.
pub fn draw(paint: &Paint<'_>, view: &View, theme: &Theme, area: Rect, buf: &mut Buffer) {
    if area.is_empty() {
        return;
    }
    let mut survey = Pen::survey();
    let height = paint(&mut survey, area.width, area.height).min(DEEPEST);
    let stops = survey.into_stops();
    let selected = view.cursor.min(stops.len().saturating_sub(1));
    let scroll = scroll_in_sight(view, &stops, selected, height, area.height);
    let window = Window { buf, area, scroll, theme: *theme };
    let mut pen = Pen { window: Some(window), selected, stops: Vec::with_capacity(stops.len()) };
    paint(&mut pen, area.width, area.height);
    if height > area.height {
        scrollbar(scroll, height, area, buf, theme);
    }
}

/// A mark at the right edge of how far down the page one is.
fn scrollbar(scroll: u16, height: u16, area: Rect, buf: &mut Buffer, theme: &Theme) {
    let (rows, total) = (u32::from(area.height), u32::from(height).max(1));
    let len = (rows * rows / total).max(1);
    let room = rows - len.min(rows);
    let range = total.saturating_sub(rows).max(1);
    let start = (u32::from(scroll) * room + range / 2) / range;
    for dy in start..(start + len).min(rows) {
        if let Some(cell) = buf.cell_mut((area.right(), area.y + dy as u16)) {
            cell.set_symbol("▕").set_style(theme.style(Role::Faint));
        }
    }
}

/// The first line on the screen: as it was left, as far as the page goes, and such that the selected stop is in sight
/// unless the user has scrolled past the last stop.
fn scroll_in_sight(view: &View, stops: &[Stop], selected: usize, height: u16, rows: u16) -> u16 {
    let last = height.saturating_sub(rows);
    let scroll = u16::try_from(view.scroll).unwrap_or(u16::MAX).min(last);
    match stops.get(selected) {
        Some(stop) if view.held => reveal(scroll, stop.rect, selected == 0, rows).min(last),
        _ => scroll,
    }
}

/// The scroll nearest to `scroll` at which `rect` is in sight; the first stop brings what stands above it along.
fn reveal(scroll: u16, rect: Rect, first: bool, rows: u16) -> u16 {
    if first && rect.bottom() <= rows {
        0
    } else if rect.y < scroll || rect.height > rows {
        rect.y
    } else if rect.bottom() > scroll.saturating_add(rows) {
        rect.bottom() - rows
    } else {
        scroll
    }
}

/// Moves over a page. Gives the address of the selected stop when it is to be opened, and whether the command meant
/// anything here.
pub fn act(paint: &Paint<'_>, view: &mut View, area: Rect, command: Command) -> Move {
    let mut survey = Pen::survey();
    let height = paint(&mut survey, area.width, area.height).min(DEEPEST);
    let stops = survey.into_stops();
    let rows = area.height.max(1);
    let last_line = height.saturating_sub(rows);
    let at = view.cursor.min(stops.len().saturating_sub(1));
    let scroll = scroll_in_sight(view, &stops, at, height, rows);
    let (forward, distance) = match command {
        Command::Open => return stops.get(at).map_or(Move::None, |stop| Move::Open(stop.target.clone())),
        Command::Up => (false, 1),
        Command::Down => (true, 1),
        Command::Left | Command::Right => (command == Command::Right, 0),
        Command::HalfUp | Command::HalfDown => (command == Command::HalfDown, (rows / 2).max(1)),
        Command::PageUp | Command::PageDown => (command == Command::PageDown, rows.saturating_sub(1).max(1)),
        Command::First | Command::Last => (command == Command::Last, u16::MAX),
        _ => return Move::None,
    };
    let goal = match (command, stops.get(at)) {
        (_, None) => None,
        (Command::First, _) => Some(0),
        (Command::Last, _) => Some(stops.len() - 1),
        (Command::Left | Command::Right, Some(stop)) => sideways(&stops, stop.rect, forward),
        (Command::Up | Command::Down, Some(stop)) => updown(&stops, stop.rect, forward),
        (_, Some(stop)) => paged(&stops, at, stop.rect, forward, distance),
    };
    match goal {
        Some(goal) if goal != at || command == Command::First => {
            // The first stop brings what stands above it along, even where that pushes it out of sight.
            view.held = command != Command::First;
            view.cursor = goal;
            let rect = stops.get(goal).map(|stop| stop.rect).unwrap_or_default();
            let revealed = if view.held { reveal(scroll, rect, goal == 0, rows) } else { 0 };
            view.scroll = usize::from(revealed.min(last_line));
        }
        _ if distance > 0 => {
            // No further stop: the page itself moves on to its end.
            let moved =
                if forward { scroll.saturating_add(distance).min(last_line) } else { scroll.saturating_sub(distance) };
            view.cursor = at;
            view.scroll = usize::from(moved);
            view.held = view.held && moved == scroll;
        }
        _ => {}
    }
    Move::Moved
}

/// The number of the stop at a point of the screen; the last described where several lie over each other.
pub fn stop_at(paint: &Paint<'_>, view: &View, area: Rect, (x, y): (u16, u16)) -> Option<usize> {
    if !area.contains((x, y).into()) {
        return None;
    }
    let scroll = scroll_of(paint, view, area).0;
    let mut survey = Pen::survey();
    paint(&mut survey, area.width, area.height);
    let stops = survey.into_stops();
    let spot = (x - area.x, (y - area.y).saturating_add(scroll));
    stops.iter().rposition(|stop| stop.rect.contains(spot.into()))
}

/// Selects a stop of the page without moving the page.
pub fn choose(paint: &Paint<'_>, view: &mut View, area: Rect, stop: usize) {
    view.scroll = usize::from(scroll_of(paint, view, area).0);
    view.cursor = stop;
    view.held = false;
}

/// Scrolls by so many lines; the selection stays where it is.
pub fn scroll(paint: &Paint<'_>, view: &mut View, area: Rect, down: bool, by: u16) {
    let (scroll, last) = scroll_of(paint, view, area);
    let moved = if down { scroll.saturating_add(by).min(last) } else { scroll.saturating_sub(by) };
    view.scroll = usize::from(moved);
    view.held = false;
}

/// The first line on the screen, and the last line that can be it.
fn scroll_of(paint: &Paint<'_>, view: &View, area: Rect) -> (u16, u16) {
    let mut survey = Pen::survey();
    let height = paint(&mut survey, area.width, area.height).min(DEEPEST);
    let stops = survey.into_stops();
    let selected = view.cursor.min(stops.len().saturating_sub(1));
    (scroll_in_sight(view, &stops, selected, height, area.height), height.saturating_sub(area.height.max(1)))
}

/// Where the selected stop of a page of this size leads to.
pub fn selected(paint: &Paint<'_>, view: &View, area: Rect) -> Option<Address> {
    selected_among(paint, view, area).map(|(target, _)| target)
}

/// The number of the stop that leads to a place, if a page of this size has one.
pub fn stop_to(paint: &Paint<'_>, area: Rect, target: &Address) -> Option<usize> {
    stop_among(paint, area, target, 0)
}

/// Where the selected stop of a page of this size leads to, and how many stops before it lead there too.
pub fn selected_among(paint: &Paint<'_>, view: &View, area: Rect) -> Option<(Address, usize)> {
    let mut survey = Pen::survey();
    paint(&mut survey, area.width, area.height);
    let stops = survey.into_stops();
    let at = view.cursor.min(stops.len().saturating_sub(1));
    let target = &stops.get(at)?.target;
    let nth = stops.iter().take(at).filter(|stop| stop.target == *target).count();
    Some((target.clone(), nth))
}

/// The number of the stop that leads to a place after so many others that do; the last one where there are fewer.
pub fn stop_among(paint: &Paint<'_>, area: Rect, target: &Address, nth: usize) -> Option<usize> {
    let mut survey = Pen::survey();
    paint(&mut survey, area.width, area.height);
    let stops = survey.into_stops();
    let same = stops.iter().enumerate().filter(|(_, stop)| stop.target == *target).map(|(at, _)| at);
    same.take(nth.saturating_add(1)).last()
}

/// What came of a command.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Move {
    /// It means nothing here.
    None,
    /// The selection or the scroll may have changed.
    Moved,
    /// A place is to be opened.
    Open(Address),
}

/// How far two ranges of columns or rows are apart; 0 where they overlap.
fn gap(a: (u16, u16), b: (u16, u16)) -> u16 {
    if a.1 <= b.0 {
        b.0 - a.1 + 1
    } else if b.1 <= a.0 {
        a.0 - b.1 + 1
    } else {
        0
    }
}

/// The next stop above or below: in this column if there is any, else the nearest.
fn updown(stops: &[Stop], from: Rect, down: bool) -> Option<usize> {
    nearest(stops, |rect| {
        let beyond = if down { rect.y >= from.bottom() } else { rect.bottom() <= from.y };
        let away = if down { rect.y.saturating_sub(from.bottom()) } else { from.y.saturating_sub(rect.bottom()) };
        let aside = gap((from.x, from.right()), (rect.x, rect.right()));
        // A stop straight ahead is preferred to a nearer one in another column.
        beyond.then_some((u32::from(aside > 0), u32::from(away), u32::from(aside), u32::from(rect.x.abs_diff(from.x))))
    })
}

/// The next stop to the left or right: beside this one; else the nearest, unless this one ends a row of several.
fn sideways(stops: &[Stop], from: Rect, right: bool) -> Option<usize> {
    let aside = |rect: Rect| gap((from.y, from.bottom()), (rect.y, rect.bottom()));
    let in_row = stops.iter().any(|stop| stop.rect != from && aside(stop.rect) == 0);
    nearest(stops, |rect| {
        let beyond = if right { rect.x >= from.right() } else { rect.right() <= from.x };
        let away = if right { rect.x.saturating_sub(from.right()) } else { from.x.saturating_sub(rect.right()) };
        let reachable = beyond && (aside(rect) == 0 || !in_row);
        let (away, aside) = (u32::from(away), u32::from(aside(rect)));
        reachable.then_some((u32::from(aside > 0), away, aside, u32::from(rect.y.abs_diff(from.y))))
    })
}

/// The stop about `step` rows on; the last one that way where the page ends before.
fn paged(stops: &[Stop], at: usize, from: Rect, down: bool, step: u16) -> Option<usize> {
    let goal = if down { from.y.saturating_add(step) } else { from.y.saturating_sub(step) };
    let found = nearest(stops, |rect| {
        let beyond = if down { rect.y > from.y } else { rect.y < from.y };
        let aside = gap((from.x, from.right()), (rect.x, rect.right()));
        beyond.then_some((
            u32::from(aside > 0),
            u32::from(rect.y.abs_diff(goal)),
            u32::from(rect.x.abs_diff(from.x)),
            0,
        ))
    });
    found.filter(|found| *found != at)
}

fn nearest(stops: &[Stop], score: impl Fn(Rect) -> Option<(u32, u32, u32, u32)>) -> Option<usize> {
    let scored = stops.iter().enumerate().filter_map(|(at, stop)| Some((score(stop.rect)?, at)));
    scored.min().map(|(_, at)| at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{ColourDepth, ThemeName};
    use proptest::prelude::*;

    /// A page of two columns of rows, the left one longer.
    fn columns(pen: &mut Pen<'_>, width: u16, _height: u16) -> u16 {
        let half = width / 2;
        for at in 0..30u16 {
            pen.stop(Rect::new(0, 1 + at, half, 1), Address::Overview, |area, buf, theme| {
                draw::put(buf, area.x + 1, area.y, area.width, &format!("left {at}"), theme.style(Role::Text));
            });
        }
        for at in 0..5u16 {
            pen.stop(Rect::new(half, 1 + at * 3, half, 3), Address::Metrics, |_, _, _| {});
        }
        40
    }

    fn view(cursor: usize) -> View {
        View { cursor, ..View::default() }
    }

    #[test]
    fn arrows_follow_the_layout() {
        let area = Rect::new(0, 0, 40, 10);
        let mut view = view(0);
        for (command, cursor) in [
            (Command::Right, 30),
            (Command::Down, 31),
            (Command::Left, 3),
            (Command::Up, 2),
            (Command::Last, 34),
            (Command::First, 0),
            (Command::PageDown, 9),
            (Command::HalfUp, 4),
        ] {
            act(&columns, &mut view, area, command);
            assert_eq!(view.cursor, cursor, "{command:?}");
        }
        assert_eq!(act(&columns, &mut view, area, Command::Open), Move::Open(Address::Overview));
        assert_eq!(act(&columns, &mut view, area, Command::Help), Move::None);
    }

    #[test]
    fn the_page_goes_on_past_the_last_stop() {
        let area = Rect::new(0, 0, 40, 10);
        let mut view = view(29);
        act(&columns, &mut view, area, Command::Down);
        let before = view.scroll;
        for _ in 0..40 {
            act(&columns, &mut view, area, Command::Down);
        }
        assert!(before < view.scroll);
        assert_eq!((view.cursor, view.scroll), (29, 30));
        act(&columns, &mut view, area, Command::Up);
        assert_eq!(view.cursor, 28);
    }

    proptest! {
        #[test]
        fn any_moves_at_any_size_stay_on_the_page(
            moves in proptest::collection::vec(0usize..12, 0..40),
            width in 0u16..60,
            height in 0u16..50,
        ) {
            let commands = [
                Command::Up, Command::Down, Command::Left, Command::Right, Command::First, Command::Last,
                Command::HalfUp, Command::HalfDown, Command::PageUp, Command::PageDown, Command::Open, Command::Sort,
            ];
            let area = Rect::new(3, 2, width, height);
            let mut view = View::default();
            for at in moves {
                act(&columns, &mut view, area, commands[at]);
                prop_assert!(view.cursor < 35);
                let mut buf = Buffer::empty(Rect::new(0, 0, 70, 60));
                draw(&columns, &view, &Theme::new(ThemeName::Dark, ColourDepth::True), area, &mut buf);
            }
        }
    }
}
