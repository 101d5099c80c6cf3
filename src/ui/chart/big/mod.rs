//! Figures in big digits, drawn from half blocks: a pixel is one cell wide and half a cell high, and so about square.
//! The narrow size is drawn from quadrants, two pixels a cell each way, where there is room for half the width only.

mod typed;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::model::Markers;
pub use crate::ui::big::Styles;
use crate::ui::big::{Face, Grain, paint};

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

fn draw_glyph(buf: &mut Buffer, (x, y): (u16, u16), c: char, size: Size, styles: Styles) {
    let Some(glyph) = Face::Digits.glyph(c) else { return };
    let (grain, scale) = match size {
        Size::Narrow => (Grain::Quarters, 1),
        Size::Times(scale) => (Grain::Halves, scale),
    };
    let area = Rect::new(x, y, u16::MAX - x, height(size));
    paint(buf, area, &glyph.enlarged(usize::from(scale)), grain, styles.markers, styles.of(c));
}

fn glyph_width(c: char) -> Option<u16> {
    u16::try_from(Face::Digits.glyph(c)?.width()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::chart::testing;
    use proptest::prelude::*;
    use ratatui::style::{Modifier, Style};

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
                "██▀▀▀▀    ▄█▀▀█▄  ▀▀▀█▀▀▀▀▀▀",
                "██▄▄▄       ▄▄█▀     █▄▄▄▄▄",
                "    ██        ██    ▄▀    █",
                "▀█▄▄█▀ ██ ▀█▄▄█▀  ▄▄▀   ▄▄▀"
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
        for (figure, words) in [("400亿", 11), ("5.3万", 11), ("60K", 6), ("3.4M", 6), ("−7.5%", 0)] {
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
