//! Figures in big digits, drawn from half blocks: a pixel is one cell wide and half a cell high, and so about square.
//! The narrow size is drawn from quadrants, two pixels a cell each way, where there is room for half the width only.

mod font;
mod typed;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::model::Markers;

/// The pixels that a character is high.
const PIXELS: u16 = 8;

/// The blank pixels between characters.
const GAP: u16 = 1;

/// How large a figure is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Size {
    /// As high as once, half as wide.
    Narrow,
    /// So many times the pixels of the font, from once up.
    Times(u16),
}

impl Size {
    /// Pixels a cell holds beside each other, and cells a pixel is wide.
    fn across(self) -> (u16, u16) {
        match self {
            Self::Narrow => (2, 1),
            Self::Times(scale) => (1, scale),
        }
    }

    /// Cells a pixel pair is high.
    fn scale(self) -> u16 {
        match self {
            Self::Narrow => 1,
            Self::Times(scale) => scale,
        }
    }

    /// The cells of a glyph of so many pixels.
    fn cells(self, pixels: u16) -> u16 {
        let (each, wide) = self.across();
        pixels.div_ceil(each).saturating_mul(wide)
    }
}

/// The rows that a big figure takes.
pub fn height(size: Size) -> u16 {
    size.scale().saturating_mul(PIXELS / 2)
}

/// The cells that a big figure takes; `None` where a character has no big form.
pub fn width(text: &str, size: Size) -> Option<u16> {
    let mut width = 0u16;
    for c in text.chars() {
        width = width.saturating_add(size.cells(glyph_width(c)?)).saturating_add(size.cells(GAP));
    }
    Some(width.saturating_sub(size.cells(GAP)))
}

/// How a figure is styled. A scale word that looks like the digits is read as one of them: `400亿` as five digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Styles {
    /// The digits, and what is read with them: point, sign, `%`.
    pub digits: Style,
    /// The words of scale: `万`, `亿`, `K`, `M`, `B`, `T`.
    pub words: Style,
    /// The characters that they are drawn with.
    pub markers: Markers,
}

impl Styles {
    fn of(self, c: char) -> Style {
        if c.is_alphabetic() { self.words } else { self.digits }
    }
}

/// Draws a figure from the upper left corner of an area, whole or not at all. Gives the cells used.
pub fn draw(buf: &mut Buffer, area: Rect, text: &str, size: Size, styles: Styles) -> u16 {
    let area = area.intersection(buf.area);
    let fits = |width: &u16| *width <= area.width && height(size) <= area.height;
    let Some(width) = width(text, size).filter(fits).filter(|_| size.scale() > 0) else { return 0 };
    if styles.markers == Markers::Ascii && size.scale() == 1 {
        return typed::write(
            buf,
            (area.x, area.y.saturating_add(height(size) - 1)),
            text,
            size != Size::Narrow,
            styles,
        );
    }
    let mut x = area.x;
    for c in text.chars() {
        draw_glyph(buf, (x, area.y), c, size, styles);
        x = x.saturating_add(size.cells(glyph_width(c).unwrap_or(0))).saturating_add(size.cells(GAP));
    }
    width
}

/// What a cell looks like whose quarters are set: upper left 1, upper right 2, lower left 4, lower right 8.
const QUARTERS: [&str; 16] = [" ", "▘", "▝", "▀", "▖", "▌", "▞", "▛", "▗", "▚", "▐", "▜", "▄", "▙", "▟", "█"];

fn draw_glyph(buf: &mut Buffer, (x, y): (u16, u16), c: char, size: Size, styles: Styles) {
    let Some(width) = glyph_width(c) else { return };
    let (each, wide) = size.across();
    for dy in 0..height(size) {
        for dx in 0..size.cells(width) {
            // The pixel under a quarter of the cell; where a cell is one pixel wide, both halves are the same one.
            let set = |right: u16, lower: u16| {
                pixel(c, dx / wide * each + right.min(each - 1), (dy * 2 + lower) / size.scale())
            };
            if styles.markers == Markers::Ascii {
                // No half of a cell can be typed.
                if set(0, 0) {
                    put(buf, x.saturating_add(dx), y.saturating_add(dy), "#", styles.of(c));
                }
                continue;
            }
            let quarters = [(set(0, 0), 1), (set(1, 0), 2), (set(0, 1), 4), (set(1, 1), 8)];
            let sum: usize = quarters.into_iter().filter(|(set, _)| *set).map(|(_, quarter)| quarter).sum();
            if let Some(symbol) = QUARTERS.get(sum).filter(|_| sum > 0) {
                put(buf, x.saturating_add(dx), y.saturating_add(dy), symbol, styles.of(c));
            }
        }
    }
}

fn put(buf: &mut Buffer, x: u16, y: u16, symbol: &str, style: Style) {
    if let Some(cell) = buf.cell_mut((x, y)) {
        cell.set_symbol(symbol).set_style(style);
    }
}

/// One row of pixels of a character.
fn pixels(c: char, row: usize) -> Option<&'static str> {
    let (sheet, at) =
        font::SHEETS.iter().find_map(|sheet| Some((sheet, sheet.0.chars().position(|other| other == c)?)))?;
    sheet.1.get(row)?.split(' ').nth(at)
}

fn glyph_width(c: char) -> Option<u16> {
    match c {
        ' ' => Some(3),
        _ => u16::try_from(pixels(c, 0)?.len()).ok(),
    }
}

fn pixel(c: char, x: u16, y: u16) -> bool {
    pixels(c, usize::from(y)).and_then(|row| row.as_bytes().get(usize::from(x)).copied()) == Some(b'#')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::chart::testing;
    use proptest::prelude::*;
    use ratatui::style::Modifier;

    fn big(text: &str, size: Size) -> Vec<String> {
        testing::lines(60, height(size), |area, buf, _| {
            draw(buf, area, text, size, Styles::default());
        })
    }

    #[test]
    fn a_figure_in_half_blocks() {
        assert_eq!(
            big("5.3万", Size::Times(1)),
            [
                "██▀▀▀▀    ▄█▀▀█▄ ▀▀▀▀██▀▀▀▀▀▀",
                "██▄▄▄       ▄▄█▀     ██▄▄▄▄▄▄",
                "    ██        ██    ▄█▀    ██",
                "▀█▄▄█▀ ██ ▀█▄▄█▀ ▄▄█▀   ▄▄▄█▀"
            ]
        );
        assert_eq!(
            big("−7%", Size::Times(1)),
            ["       ▀▀▀▀██ ██   ██", "          ▄█▀    ▄█▀", "▀▀▀▀▀▀   ▄█▀   ▄█▀", "         ██   ██   ██"]
        );
        assert_eq!(
            big("1", Size::Times(2)),
            ["    ████", "  ██████", "████████", "    ████", "    ████", "    ████", "    ████", "    ████"]
        );
    }

    #[test]
    fn a_figure_is_drawn_whole_or_not_at_all() {
        let width = width("5.31万", Size::Times(1)).unwrap();
        let mut buf = Buffer::empty(Rect::new(0, 0, width - 1, 4));
        let area = buf.area;
        assert_eq!(draw(&mut buf, area, "5.31万", Size::Times(1), Styles::default()), 0);
        assert_eq!(buf, Buffer::empty(area));
    }

    #[test]
    fn words_of_scale_do_not_look_like_digits() {
        let styles = Styles { words: Style::new().dim(), ..Styles::default() };
        for (figure, words) in [("400亿", 14), ("5.3万", 12), ("60K", 6), ("3.4M", 7), ("−7.5%", 0)] {
            let width = width(figure, Size::Times(1)).unwrap();
            let mut buf = Buffer::empty(Rect::new(0, 0, width, 4));
            let area = buf.area;
            assert_eq!(draw(&mut buf, area, figure, Size::Times(1), styles), width);
            for position in area.positions() {
                let cell = buf.cell(position).unwrap();
                if cell.symbol() != " " {
                    let quiet = cell.modifier.contains(Modifier::DIM);
                    assert_eq!(quiet, position.x >= width - words, "{figure} {position:?}");
                }
            }
        }
    }

    #[test]
    fn a_long_figure_leaves_room_for_three_beside_it() {
        for figure in ["262.8亿", "347.6万"] {
            assert!(width(figure, Size::Narrow).unwrap() <= 25, "{figure}");
        }
    }

    #[test]
    fn a_character_without_a_big_form_makes_the_figure_text() {
        assert_eq!(width("超6万", Size::Times(1)), None);
        assert_eq!(width("", Size::Times(1)), Some(0));
    }

    #[test]
    fn every_shape_is_a_rectangle_with_something_in_it() {
        for (characters, rows) in font::SHEETS {
            for c in characters.chars() {
                let shape: Vec<&str> = (0..rows.len()).map(|row| pixels(c, row).unwrap()).collect();
                assert!(shape.iter().all(|row| row.len() == shape[0].len()), "{c}");
                assert!(shape.iter().any(|row| row.contains('#')), "{c}");
            }
        }
    }

    proptest! {
        #[test]
        fn nothing_is_drawn_outside(area in testing::areas(), text in "[0-9.,万亿%超 ]{0,8}", scale in 0u16..6) {
            testing::check_bounds(area, |area, buf, _| {
                let size = if scale == 5 { Size::Narrow } else { Size::Times(scale) };
                draw(buf, area, &text, size, Styles::default());
            })?;
        }
    }
}
