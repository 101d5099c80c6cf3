//! The screen: two buffers, of which the terminal shows one while the other is drawn.
//!
//! A frame is one write of what differs, wrapped in a synchronized update; a frame that changes nothing writes nothing.
//! ratatui's own backend writes a frame in pieces of a kilobyte, moves the cursor after every wide character and sets
//! every attribute anew; its `Terminal` asks for the size before each frame.

mod paint;
mod sgr;
#[cfg(test)]
mod tests;

use std::io::{self, Write};

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::output;

const BEGIN: &[u8] = b"\x1b[?2026h";
const END: &[u8] = b"\x1b[?2026l";
const CLEAR: &[u8] = b"\x1b[m\x1b[H\x1b[2J";
const SHOW: &[u8] = b"\x1b[?25h";
const HIDE: &[u8] = b"\x1b[?25l";

/// The screen of the terminal.
#[derive(Debug)]
pub(super) struct Screen {
    shown: Buffer,
    next: Buffer,
    /// What the terminal shows is not known: it is cleared first.
    stale: bool,
    /// Where the cursor is shown; none where it is hidden.
    cursor: Option<Position>,
    bytes: Vec<u8>,
}

impl Screen {
    /// A screen of this size, of which nothing is known.
    pub(super) fn new((columns, rows): (u16, u16)) -> Self {
        let area = Rect::new(0, 0, columns, rows);
        Self {
            shown: Buffer::empty(area),
            next: Buffer::empty(area),
            stale: true,
            cursor: None,
            bytes: Vec::with_capacity(1 << 15),
        }
    }

    /// Takes a new size. What the terminal shows afterwards is not known.
    pub(super) fn resize(&mut self, (columns, rows): (u16, u16)) {
        self.next.resize(Rect::new(0, 0, columns, rows));
        self.invalidate();
    }

    /// Has the next frame drawn in full.
    pub(super) fn invalidate(&mut self) {
        self.stale = true;
    }

    /// Draws a frame and sends what differs. The view tells where the cursor is to be shown, if anywhere: there an input
    /// method opens its window.
    pub(super) fn draw(&mut self, view: impl FnOnce(Rect, &mut Buffer) -> Option<Position>) -> io::Result<()> {
        let bytes = self.frame(view);
        if bytes.is_empty() { Ok(()) } else { output::send(bytes) }
    }

    /// The bytes of a frame.
    fn frame(&mut self, view: impl FnOnce(Rect, &mut Buffer) -> Option<Position>) -> &[u8] {
        self.next.reset();
        let area = self.next.area;
        let cursor = view(area, &mut self.next).filter(|at| area.contains(*at));
        self.bytes.clear();
        self.bytes.extend_from_slice(BEGIN);
        if self.stale {
            self.bytes.extend_from_slice(CLEAR);
            self.shown.resize(self.next.area);
            self.shown.reset();
            self.stale = false;
        }
        let before = self.bytes.len();
        paint::paint(&self.shown, &self.next, &mut self.bytes);
        let painted = self.bytes.len() > before || before > BEGIN.len();
        if painted || cursor != self.cursor {
            self.place_cursor(cursor);
            self.bytes.extend_from_slice(END);
        } else {
            self.bytes.clear();
        }
        std::mem::swap(&mut self.shown, &mut self.next);
        &self.bytes
    }

    /// Shows the cursor where it is to be, whatever was painted elsewhere, or hides it.
    fn place_cursor(&mut self, cursor: Option<Position>) {
        match cursor {
            Some(Position { x, y }) => {
                // Writing to memory cannot fail.
                let _ = write!(self.bytes, "\x1b[{};{}H", y + 1, x + 1);
                // Also where it should be there already: the terminal may have been taken anew.
                self.bytes.extend_from_slice(SHOW);
            }
            None if self.cursor.is_some() => self.bytes.extend_from_slice(HIDE),
            None => {}
        }
        self.cursor = cursor;
    }
}
