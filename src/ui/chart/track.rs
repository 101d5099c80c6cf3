//! The scale of a ladder: places 1 to 10 evenly, and behind them a tail for all that lies further down.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use super::Rung;
use crate::model::Markers;
use crate::ui::theme::{Role, Theme};
use crate::ui::{draw, text};

/// The places that always have a tick of their own.
const FEWEST: u32 = 5;

/// The last place that can have a tick of its own.
const LINEAR: u32 = 10;

/// The widest distance of ticks; further apart they no longer read as one ladder.
const WIDEST: u16 = 6;

/// The least width of a tail that places stand in, and the width beyond which it gains nothing.
const TAIL: (u16, u16) = (10, 24);

/// Where the places stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Track {
    x: u16,
    /// The last place with a tick of its own.
    ticks: u32,
    /// The cells from tick to tick.
    step: u16,
    /// The cells of the tail.
    tail: u16,
    /// The last place of the tail, if places stand in it; without, it only says where each ladder ends.
    last: Option<u32>,
}

impl Track {
    /// The scale for these ranks; with `ends`, there is room to say where each ladder ends.
    pub(super) fn of(rungs: &[Rung], x: u16, width: u16, ends: bool) -> Self {
        let places = || rungs.iter().filter_map(|rung| rung.position).map(|place| place.max(1));
        let ticks = places().filter(|place| *place <= LINEAR).max().unwrap_or(1).max(FEWEST);
        let longest = rungs.iter().filter_map(|rung| rung.of).max().unwrap_or(0);
        let deepest = places().max().unwrap_or(1);
        let ticks = if deepest > LINEAR { LINEAR } else { ticks };
        let last = (deepest > LINEAR).then_some(deepest.max(longest));
        let tail = match last {
            Some(_) => TAIL.0,
            None if ends && longest > ticks => text::cells(&end_words(longest, Markers::default())) + 1,
            None => 0,
        };
        let count = u16::try_from(ticks).unwrap_or(u16::MAX).max(1);
        let spare = Self { x, ticks, step: 1, tail, last }.spare();
        let step = (width.saturating_sub(tail.saturating_add(spare)) / count).clamp(1, WIDEST);
        let tail = match last {
            Some(_) => width.saturating_sub(count * step + spare).clamp(TAIL.0, TAIL.1),
            None => tail,
        };
        Self { x, ticks, step, tail, last }
    }

    /// The fewest cells that the scale can do with.
    pub(super) fn least(&self) -> u16 {
        self.linear_width() / self.step + self.spare() + self.tail
    }

    /// Whether the places stand far enough apart for their numbers to be framed.
    pub(super) fn is_roomy(&self) -> bool {
        self.step > 2
    }

    /// The column behind the scale.
    pub(super) fn end(&self) -> u16 {
        self.tail_start().saturating_add(self.tail)
    }

    fn linear_width(&self) -> u16 {
        u16::try_from(self.ticks).unwrap_or(u16::MAX).saturating_mul(self.step)
    }

    /// A cell behind the ticks, where the last has two digits or a tail follows.
    fn spare(&self) -> u16 {
        u16::from(self.ticks >= LINEAR || self.tail > 0)
    }

    fn tail_start(&self) -> u16 {
        self.x.saturating_add(self.linear_width()).saturating_add(self.spare())
    }

    /// The column of a place.
    pub(super) fn column(&self, place: u32) -> u16 {
        let place = place.max(1);
        if place <= self.ticks {
            let before = u16::try_from(place - 1).unwrap_or(u16::MAX);
            return self.x.saturating_add(before * self.step + self.step / 2);
        }
        // Behind the ellipsis, and with room for the number of the last place.
        let (from, to) = (u64::from(self.tail_start()) + 3, u64::from(self.end()).saturating_sub(3));
        let (first, last) = (u64::from(self.ticks) + 1, u64::from(self.last.unwrap_or(place)));
        let along = to.saturating_sub(from) * (u64::from(place) - first) / last.saturating_sub(first).max(1);
        u16::try_from(from + along.min(to.saturating_sub(from))).unwrap_or(u16::MAX)
    }

    /// The numbers of the ticks; where they would touch, the first, the fifth and the last.
    pub(super) fn draw_scale(&self, y: u16, buf: &mut Buffer, theme: &Theme) {
        let style = theme.style(Role::Faint);
        for place in 1..=self.ticks {
            if self.step > 1 || place == 1 || place == self.ticks || (place == 5 && self.ticks > 7) {
                self.put(buf, y, self.column(place), &place.to_string(), style);
            }
        }
        if let Some(last) = self.last {
            let gap = if theme.markers() == Markers::Ascii { ".." } else { text::ellipsis() };
            draw::put(buf, self.tail_start(), y, 2, gap, style);
            draw::put_right(buf, self.end(), y, self.tail, &last.to_string(), style);
        }
    }

    /// A tick a place, and the place itself: its number in reverse, or the span that it lies in.
    pub(super) fn draw_rung(&self, rung: &Rung, y: u16, buf: &mut Buffer, theme: &Theme) {
        for place in 1..=rung.of.map_or(self.ticks, |of| of.min(self.ticks)) {
            self.put(buf, y, self.column(place), tick(theme), theme.style(Role::Faint));
        }
        self.draw_end(rung, y, buf, theme);
        let signs = if theme.markers() == Markers::Ascii { ["|", "-", "|"] } else { ["├", "─", "┤"] };
        let style = theme.style(rung.role).add_modifier(Modifier::BOLD);
        let Some(place) = rung.position.map(|place| place.max(1)) else { return };
        if rung.at_most && place > 1 {
            self.draw_span(self.column(place), y, signs, buf, style);
        } else {
            let number = place.to_string();
            // A frame as wide as the distance of the ticks would hide its neighbours, or be pushed off its own.
            let wide = text::cells(&number) + 2 <= self.step || place > self.ticks;
            let number = if wide { format!(" {number} ") } else { number };
            self.put(buf, y, self.column(place), &number, style.add_modifier(Modifier::REVERSED));
        }
    }

    /// From the first place to that in column `to`: beginning, middle, end.
    fn draw_span(&self, to: u16, y: u16, [first, middle, last]: [&str; 3], buf: &mut Buffer, style: Style) {
        let from = self.column(1);
        for x in from..=to.min(self.end()) {
            let symbol = match x {
                _ if x == from => first,
                _ if x == to => last,
                _ => middle,
            };
            draw::put(buf, x, y, 1, symbol, style);
        }
    }

    /// Where this ladder ends: in a tail with places by a tick, else in words.
    fn draw_end(&self, rung: &Rung, y: u16, buf: &mut Buffer, theme: &Theme) {
        let Some(of) = rung.of.filter(|of| *of > self.ticks && self.tail > 0) else { return };
        let style = theme.style(Role::Faint);
        if self.last.is_some() {
            draw::put(buf, self.column(of), y, 1, tick(theme), style);
        } else {
            draw::put(buf, self.tail_start(), y, self.tail, &end_words(of, theme.markers()), style);
        }
    }

    /// Writes a short text around a column, inside the scale.
    fn put(&self, buf: &mut Buffer, y: u16, column: u16, words: &str, style: Style) {
        let width = text::cells(words);
        let start = column.saturating_sub((width.saturating_sub(1)) / 2).max(self.x);
        let area = Rect { x: self.x, y, width: self.end().saturating_sub(self.x), height: 1 };
        draw::put(buf, start.min(area.right().saturating_sub(width)), y, width, words, style);
    }
}

/// The sign of a place that is not held.
fn tick(theme: &Theme) -> &'static str {
    if theme.markers() == Markers::Braille { "∙" } else { "." }
}

/// Where a ladder ends; as wide in every set.
fn end_words(of: u32, markers: Markers) -> String {
    // One typed sign before a number would be read as "about" or "more than".
    let gap = if markers == Markers::Ascii { "..".to_owned() } else { format!("{} ", text::ellipsis()) };
    format!("{gap}{of}")
}
