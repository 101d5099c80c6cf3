//! The clock: the whole, the present step, and how one is in time.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::status::badge;
use super::{Console, layout};
use crate::model::show::elapsed::{whole, written};
use crate::model::show::{Millis, Pace};
use crate::model::{Command, Markers};
use crate::ui::chart::big::{self, Size};
use crate::ui::theme::{Role, Theme};
use crate::ui::{draw, text};

/// The sizes that the clock is tried in, the largest first.
const SIZES: [Size; 3] = [Size::Times(2), Size::Times(1), Size::Narrow];
/// Big digits take at most this part of the side column.
const PART: u16 = 5;
/// The bar of the step: at the least, and at the most.
const BAR: (u16, u16) = (5, 40);

/// What the clock says.
struct Times {
    elapsed: Millis,
    total: Option<Millis>,
    step: Millis,
    budget: Option<Millis>,
    pace: Option<Pace>,
    runs: bool,
    paused: bool,
}

impl Times {
    fn of(console: &Console<'_>) -> Self {
        let (stage, at) = (console.stage, console.at());
        let (clock, now) = (&stage.cue.clock, stage.now);
        let planned = stage.show.minutes.map(|minutes| u64::from(minutes) * 60_000);
        Self {
            elapsed: clock.elapsed(now),
            total: planned.or_else(|| stage.steps.budget_of_first(stage.steps.count())),
            step: clock.on_step(at, at, now),
            budget: stage.steps.budget(at),
            pace: clock.pace(&stage.steps, at, now),
            runs: clock.runs(),
            paused: clock.is_paused(),
        }
    }

    /// What is left of the whole, or by how much it is overrun.
    fn left(&self, console: &Console<'_>) -> Option<(String, Role)> {
        let (words, elapsed, total) = (console.words(), whole(self.elapsed), self.total?);
        Some(if elapsed <= total {
            ((words.left)(&written(total - elapsed)), Role::Text)
        } else {
            ((words.over)(&written(elapsed - total)), Role::Bad)
        })
    }

    /// How one is in time; before the clock has started, what starts it.
    fn told(&self, console: &Console<'_>) -> Option<(String, Role)> {
        let words = console.words();
        if !self.runs && !self.paused {
            let key = console.key(Command::Pause);
            return Some((key.map_or_else(|| words.waiting.to_owned(), |key| (words.waiting_note)(&key)), Role::Muted));
        }
        // What is less than a second cannot be told from none.
        Some(match self.pace? {
            Pace::Behind(by) if by >= 1000 => ((words.behind)(&written(by)), Role::Bad),
            Pace::Ahead(by) if by >= 1000 => ((words.ahead)(&written(by)), Role::Good),
            _ => (words.on_time.to_owned(), Role::Good),
        })
    }

    /// The time of the step and what it is meant to take.
    fn step(&self, console: &Console<'_>) -> [(String, Role); 2] {
        let words = console.words();
        let over = self.budget.is_some_and(|budget| self.step > budget);
        let spent = format!("{} {}", words.this_step, written(self.step));
        let budget = match self.budget {
            Some(budget) => format!(" / {}", written(budget)),
            None => format!(" · {}", words.untimed),
        };
        [(spent, if over { Role::Bad } else { Role::Text }), (budget, Role::Muted)]
    }
}

/// The time and what is left of it, in a few words.
pub fn brief(console: &Console<'_>) -> String {
    let times = Times::of(console);
    let left = times.left(console).map(|(left, _)| left);
    let state = times.paused.then(|| console.words().paused.to_owned());
    [Some(written(times.elapsed)), left, state].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// Draws the clock from the top of an area. Gives the area below it.
pub(super) fn draw(console: &Console<'_>, area: Rect, buf: &mut Buffer) -> Rect {
    if area.is_empty() {
        return area;
    }
    let (times, theme) = (Times::of(console), &console.cx.theme);
    let mut rest = heading(console, &times, area, buf);
    let elapsed = written(times.elapsed);
    // While the audience is held, a picture of what it sees needs the rows.
    let room = if console.is_held() { area.height / 2 } else { area.height };
    let fits = |size: &Size| {
        big::height(*size) <= room / PART && big::width(&elapsed, *size).is_some_and(|width| width <= rest.width)
    };
    let digits = theme.style(if times.runs { Role::Strong } else { Role::Muted });
    let size = SIZES.into_iter().find(fits);
    if let Some(size) = size {
        let styles = big::Styles { digits, words: digits, markers: theme.markers() };
        big::draw(buf, rest, &elapsed, size, styles);
        rest = advance(rest, big::height(size));
    }
    let left = times.left(console);
    let total = times.total.map(|total| (console.words().total)(&written(total)));
    let mut spans = Vec::new();
    if size.is_none() {
        spans.push((elapsed.as_str(), digits));
    }
    if let Some((left, role)) = &left {
        spans.extend((size.is_none()).then_some(("  ", digits)));
        spans.push((left, theme.style(*role)));
    }
    let used = put(buf, rest, &spans);
    if let Some(total) = total {
        let room = rest.width.saturating_sub(used + 1);
        let width = text::cells(&total);
        if width <= room && !rest.is_empty() {
            draw::put(buf, rest.x + used + 1, rest.y, room, &total, theme.style(Role::Muted));
        }
    }
    rest = advance(rest, 1);
    step(console, &times, rest, buf);
    rest = advance(rest, 1);
    if let Some((told, role)) = times.told(console) {
        put(buf, rest, &[(&told, theme.style(role))]);
        rest = advance(rest, 1);
    }
    layout::below(area, area.height - rest.height)
}

/// The heading of the clock, with what is out of the ordinary about it.
fn heading(console: &Console<'_>, times: &Times, area: Rect, buf: &mut Buffer) -> Rect {
    let (words, theme) = (console.words(), &console.cx.theme);
    let note = if times.runs || times.paused { "" } else { words.waiting };
    let below = draw::heading(buf, area, words.clock, note, theme);
    if times.paused {
        let word = format!(" {} ", words.paused);
        let x = area.x + text::cells(words.clock) + 1;
        draw::put(buf, x, area.y, area.right().saturating_sub(x), &word, badge(theme, Role::Warn));
    }
    below
}

/// The time of the step, and a bar of it.
fn step(console: &Console<'_>, times: &Times, row: Rect, buf: &mut Buffer) {
    let theme = &console.cx.theme;
    let [spent, budget] = times.step(console);
    let spans = [(spent.0.as_str(), theme.style(spent.1)), (budget.0.as_str(), theme.style(budget.1))];
    let used = put(buf, row, &spans) + 1;
    let width = row.width.saturating_sub(used).min(BAR.1);
    if let Some(budget) = times.budget.filter(|_| width >= BAR.0 && !row.is_empty()) {
        bar(buf, Rect { x: row.x + used, width, height: 1, ..row }, (times.step, budget), theme);
    }
}

/// A bar of a time against its budget. Beyond the budget the bar is the whole time, and what is over looks otherwise.
fn bar(buf: &mut Buffer, area: Rect, (spent, budget): (Millis, Millis), theme: &Theme) {
    let [done, over, open] = if theme.markers() == Markers::Ascii { ["=", "#", "-"] } else { ["━", "╍", "─"] };
    let part = |time: Millis, of: Millis| {
        let cells = u128::from(time) * u128::from(area.width) / u128::from(of.max(1));
        u16::try_from(cells).unwrap_or(u16::MAX).min(area.width)
    };
    let (filled, rest, role) = if spent > budget {
        // At least one cell says that it is over.
        (part(budget, spent).min(area.width.saturating_sub(1)), over, Role::Bad)
    } else {
        (part(spent, budget), open, Role::Rule)
    };
    for x in 0..area.width {
        let (symbol, role) = if x < filled { (done, Role::Accent) } else { (rest, role) };
        draw::put(buf, area.x + x, area.y, 1, symbol, theme.style(role));
    }
}

/// Draws the clock in a row or two, without a heading.
pub(super) fn lines(console: &Console<'_>, area: Rect, buf: &mut Buffer) {
    let (times, theme) = (Times::of(console), &console.cx.theme);
    let elapsed = written(times.elapsed);
    let paused = format!(" {} ", console.words().paused);
    let (left, told) = (times.left(console), times.told(console));
    let mut spans = vec![(elapsed.as_str(), theme.style(Role::Strong))];
    if times.paused {
        spans.extend([("  ", theme.style(Role::Text)), (paused.as_str(), badge(theme, Role::Warn))]);
    }
    // How one is in time comes first: of what has no room, that would be missed most.
    for (text, role) in told.iter().chain(&left) {
        spans.extend([("  ", theme.style(Role::Text)), (text.as_str(), theme.style(*role))]);
    }
    put(buf, area, &spans);
    step(console, &times, advance(area, 1), buf);
}

/// Writes spans in the first row of an area, if it has one.
fn put(buf: &mut Buffer, area: Rect, spans: &[(&str, ratatui::style::Style)]) -> u16 {
    if area.is_empty() { 0 } else { draw::put_spans(buf, area.x, area.y, area.width, spans) }
}

/// What is left of an area below so many rows.
fn advance(area: Rect, rows: u16) -> Rect {
    let rows = rows.min(area.height);
    Rect { y: area.y + rows, height: area.height - rows, ..area }
}
