//! The colours of cells as red, green and blue, for formats that know no terminal palette.

use std::fmt;

use ratatui::style::Color;

/// A colour by its parts; shown as `rrggbb`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Rgb(pub(super) u8, pub(super) u8, pub(super) u8);

impl Rgb {
    /// The colour of a cell, or `default` where the cell leaves it to the terminal.
    pub(super) fn of(colour: Color, default: Self) -> Self {
        match colour {
            Color::Reset => default,
            Color::Rgb(r, g, b) => Self(r, g, b),
            Color::Indexed(index) => Self::indexed(index),
            Color::Black => Self::indexed(0),
            Color::Red => Self::indexed(1),
            Color::Green => Self::indexed(2),
            Color::Yellow => Self::indexed(3),
            Color::Blue => Self::indexed(4),
            Color::Magenta => Self::indexed(5),
            Color::Cyan => Self::indexed(6),
            Color::Gray => Self::indexed(7),
            Color::DarkGray => Self::indexed(8),
            Color::LightRed => Self::indexed(9),
            Color::LightGreen => Self::indexed(10),
            Color::LightYellow => Self::indexed(11),
            Color::LightBlue => Self::indexed(12),
            Color::LightMagenta => Self::indexed(13),
            Color::LightCyan => Self::indexed(14),
            Color::White => Self::indexed(15),
        }
    }

    /// The 256 colours of terminals: 16 named, a cube of six steps a side, 24 greys.
    fn indexed(index: u8) -> Self {
        match index {
            0..=15 => NAMED.get(usize::from(index)).copied().unwrap_or(Self(0, 0, 0)),
            16..=231 => {
                let step = |n: u8| if n == 0 { 0 } else { 55 + 40 * n };
                let n = index - 16;
                Self(step(n / 36), step(n / 6 % 6), step(n % 6))
            }
            232.. => {
                let grey = 8 + 10 * (index - 232);
                Self(grey, grey, grey)
            }
        }
    }

    /// This colour laid over `ground`, `percent` of it to be seen.
    pub(super) fn over(self, ground: Self, percent: u16) -> Self {
        let percent = percent.min(100);
        let mix = |top: u8, below: u8| {
            let sum = u16::from(top) * percent + u16::from(below) * (100 - percent);
            u8::try_from((sum + 50) / 100).unwrap_or(u8::MAX)
        };
        Self(mix(self.0, ground.0), mix(self.1, ground.1), mix(self.2, ground.2))
    }
}

impl fmt::Display for Rgb {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02x}{:02x}{:02x}", self.0, self.1, self.2)
    }
}

/// The sixteen named colours: every terminal has its own; these are easy on the eyes on dark and on light.
const NAMED: [Rgb; 16] = [
    Rgb(0x1c, 0x1c, 0x1c),
    Rgb(0xc9, 0x3c, 0x37),
    Rgb(0x3f, 0x96, 0x4a),
    Rgb(0xb5, 0x83, 0x1f),
    Rgb(0x3a, 0x74, 0xc4),
    Rgb(0xa0, 0x55, 0xb0),
    Rgb(0x26, 0x93, 0x9c),
    Rgb(0xc4, 0xc4, 0xc4),
    Rgb(0x76, 0x76, 0x76),
    Rgb(0xf0, 0x6a, 0x5f),
    Rgb(0x6c, 0xc4, 0x74),
    Rgb(0xe3, 0xb3, 0x4c),
    Rgb(0x6f, 0xa8, 0xf0),
    Rgb(0xcb, 0x85, 0xd9),
    Rgb(0x56, 0xc2, 0xca),
    Rgb(0xf5, 0xf5, 0xf5),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_index_has_its_colour() {
        let black = Rgb(0, 0, 0);
        assert_eq!(Rgb::of(Color::Indexed(16), black), black);
        assert_eq!(Rgb::of(Color::Indexed(231), black), Rgb(255, 255, 255));
        assert_eq!(Rgb::of(Color::Indexed(208), black), Rgb(255, 135, 0));
        assert_eq!(Rgb::of(Color::Indexed(255), black), Rgb(238, 238, 238));
        assert_eq!(Rgb::of(Color::Red, black), Rgb::of(Color::Indexed(1), black));
        assert_eq!(Rgb::of(Color::Reset, Rgb(1, 2, 3)), Rgb(1, 2, 3));
    }

    #[test]
    fn laid_over_another() {
        let (top, ground) = (Rgb(200, 0, 100), Rgb(0, 100, 100));
        assert_eq!(top.over(ground, 100), top);
        assert_eq!(top.over(ground, 0), ground);
        assert_eq!(top.over(ground, 50), Rgb(100, 50, 100));
    }

    #[test]
    fn shown_as_six_digits() {
        assert_eq!(Rgb(255, 0, 10).to_string(), "ff000a");
    }
}
