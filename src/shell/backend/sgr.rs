//! Colours and weights as escape sequences: only what differs from what the terminal has already.

use std::io::Write;

use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};

/// What the terminal writes with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Pen {
    fg: Color,
    bg: Color,
    weight: Modifier,
}

/// The weights that change how a blank looks.
const SEEN_ON_BLANKS: Modifier = Modifier::REVERSED.union(Modifier::UNDERLINED).union(Modifier::CROSSED_OUT);

/// The weights with the codes that switch them on and off. Bold and dim are switched off together.
const WEIGHTS: [(Modifier, u8, u8); 9] = [
    (Modifier::BOLD, 1, 22),
    (Modifier::DIM, 2, 22),
    (Modifier::ITALIC, 3, 23),
    (Modifier::UNDERLINED, 4, 24),
    (Modifier::SLOW_BLINK, 5, 25),
    (Modifier::RAPID_BLINK, 6, 25),
    (Modifier::REVERSED, 7, 27),
    (Modifier::HIDDEN, 8, 28),
    (Modifier::CROSSED_OUT, 9, 29),
];

impl Pen {
    /// What a terminal writes with after a reset.
    pub(super) const PLAIN: Self = Self { fg: Color::Reset, bg: Color::Reset, weight: Modifier::empty() };

    /// Makes the terminal write as the cell wants it.
    pub(super) fn take(&mut self, cell: &Cell, blank: bool, out: &mut Vec<u8>) {
        let mut wanted = Self { fg: cell.fg, bg: cell.bg, weight: cell.modifier };
        if blank && !(self.weight | wanted.weight).intersects(SEEN_ON_BLANKS) {
            // Nobody sees the colour of a blank's ink: the pen is kept.
            wanted = Self { bg: cell.bg, ..*self };
        }
        if wanted == *self {
            return;
        }
        if wanted == Self::PLAIN {
            out.extend_from_slice(b"\x1b[m");
        } else {
            self.change(wanted, out);
        }
        *self = wanted;
    }

    /// Leaves the terminal as it was found.
    pub(super) fn put_down(&mut self, out: &mut Vec<u8>) {
        if *self != Self::PLAIN {
            out.extend_from_slice(b"\x1b[m");
            *self = Self::PLAIN;
        }
    }

    fn change(self, wanted: Self, out: &mut Vec<u8>) {
        out.extend_from_slice(b"\x1b[");
        let start = out.len();
        self.change_weight(wanted.weight, out);
        if wanted.fg != self.fg {
            colour(wanted.fg, 30, out);
        }
        if wanted.bg != self.bg {
            colour(wanted.bg, 40, out);
        }
        // Every code ends in a separator; the last one becomes the end of the sequence.
        if out.len() > start {
            out.pop();
        }
        out.push(b'm');
    }

    fn change_weight(self, wanted: Modifier, out: &mut Vec<u8>) {
        let mut have = self.weight;
        for (weight, _, off) in WEIGHTS {
            if have.contains(weight) && !wanted.contains(weight) {
                code(off, out);
                // The code has switched off its twin as well.
                for (other, _, same) in WEIGHTS {
                    if same == off {
                        have.remove(other);
                    }
                }
            }
        }
        for (weight, on, _) in WEIGHTS {
            if wanted.contains(weight) && !have.contains(weight) {
                code(on, out);
            }
        }
    }
}

fn code(number: u8, out: &mut Vec<u8>) {
    // Writing to memory cannot fail.
    let _ = write!(out, "{number};");
}

/// A colour as the ink (`base` 30) or as the ground (`base` 40).
fn colour(colour: Color, base: u8, out: &mut Vec<u8>) {
    let bright = base + 60;
    match colour {
        Color::Reset => code(base + 9, out),
        Color::Black => code(base, out),
        Color::Red => code(base + 1, out),
        Color::Green => code(base + 2, out),
        Color::Yellow => code(base + 3, out),
        Color::Blue => code(base + 4, out),
        Color::Magenta => code(base + 5, out),
        Color::Cyan => code(base + 6, out),
        Color::Gray => code(base + 7, out),
        Color::DarkGray => code(bright, out),
        Color::LightRed => code(bright + 1, out),
        Color::LightGreen => code(bright + 2, out),
        Color::LightYellow => code(bright + 3, out),
        Color::LightBlue => code(bright + 4, out),
        Color::LightMagenta => code(bright + 5, out),
        Color::LightCyan => code(bright + 6, out),
        Color::White => code(bright + 7, out),
        Color::Indexed(index) => {
            let _ = write!(out, "{};5;{index};", base + 8);
        }
        Color::Rgb(red, green, blue) => {
            let _ = write!(out, "{};2;{red};{green};{blue};", base + 8);
        }
    }
}
