//! One colour, as terminals of every depth show it.

use ratatui::style::Color;

use crate::model::ColourDepth;

/// A colour of a palette.
#[derive(Debug, Clone, Copy)]
pub(super) struct Shade {
    rgb: (u8, u8, u8),
    ansi: Color,
}

/// A colour in 24 bits, and the one of the sixteen that stands for it.
pub(super) const fn shade(rgb: u32, ansi: Color) -> Shade {
    Shade { rgb: ((rgb >> 16) as u8, (rgb >> 8) as u8, rgb as u8), ansi }
}

impl Shade {
    /// The same on terminals of sixteen colours, another where there are more.
    pub(super) fn with_rgb(self, [r, g, b]: [u8; 3]) -> Self {
        Self { rgb: (r, g, b), ..self }
    }

    /// The colour on a terminal of this depth.
    pub(super) fn at(self, depth: ColourDepth) -> Color {
        match depth {
            ColourDepth::True => Color::Rgb(self.rgb.0, self.rgb.1, self.rgb.2),
            ColourDepth::Indexed => Color::Indexed(nearest(self.rgb)),
            ColourDepth::Ansi => self.ansi,
            ColourDepth::None => Color::Reset,
        }
    }
}

/// The levels of a channel in xterm's colour cube.
const LEVELS: [u8; 6] = [0, 95, 135, 175, 215, 255];

/// The nearest of xterm's colours 16–255: the cube of 6×6×6 and the 24 greys.
fn nearest(rgb: (u8, u8, u8)) -> u8 {
    let distance = |index: &u8| {
        let (r, g, b) = indexed(*index);
        let part = |x: u8, y: u8| (i32::from(x) - i32::from(y)).pow(2);
        // Weighted as the eye sees: green counts most, blue least.
        3 * part(r, rgb.0) + 4 * part(g, rgb.1) + 2 * part(b, rgb.2)
    };
    (16..=255).min_by_key(distance).unwrap_or(16)
}

/// What one of xterm's colours 16–255 looks like.
fn indexed(index: u8) -> (u8, u8, u8) {
    if index >= 232 {
        let grey = 8 + 10 * (index - 232);
        return (grey, grey, grey);
    }
    let cube = index.saturating_sub(16);
    let level = |at: u8| LEVELS.get(usize::from(at)).copied().unwrap_or(0);
    (level(cube / 36), level(cube / 6 % 6), level(cube % 6))
}

/// Contrast by WCAG 2.2, from 1 to 21, <https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio>.
pub(super) fn contrast(a: Color, b: Color) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// Relative luminance by WCAG 2.2; the sixteen as VGA shows them.
pub(super) fn luminance(colour: Color) -> f64 {
    let (r, g, b) = channels(colour);
    0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)
}

/// A channel without the curve of screens, from 0 to 1.
pub(super) fn linear(channel: u8) -> f64 {
    let part = f64::from(channel) / 255.0;
    if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
}

/// Red, green and blue.
pub(super) fn channels(colour: Color) -> (u8, u8, u8) {
    match colour {
        Color::Rgb(r, g, b) => (r, g, b),
        Color::Indexed(index) => indexed(index),
        Color::White => (255, 255, 255),
        Color::Gray => (170, 170, 170),
        Color::DarkGray => (85, 85, 85),
        Color::Red => (170, 0, 0),
        Color::Green => (0, 170, 0),
        Color::Yellow => (170, 85, 0),
        Color::Blue => (0, 0, 170),
        Color::Magenta => (170, 0, 170),
        Color::Cyan => (0, 170, 170),
        Color::LightRed => (255, 85, 85),
        Color::LightGreen => (85, 255, 85),
        Color::LightYellow => (255, 255, 85),
        Color::LightBlue => (85, 85, 255),
        Color::LightMagenta => (255, 85, 255),
        Color::LightCyan => (85, 255, 255),
        Color::Black | Color::Reset => (0, 0, 0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_colour_of_the_cube_is_nearest_to_itself() {
        for index in 16..=255u8 {
            let rgb = indexed(index);
            assert_eq!(indexed(nearest(rgb)), rgb, "{index}");
        }
    }
}
