//! Figures in big digits, drawn from half blocks: a pixel is one cell wide and half a cell high, and so about square.

mod font;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// The pixels that a character is high.
const PIXELS: u16 = 8;

/// The blank pixels between characters.
const GAP: u16 = 1;

/// The largest scale that [`fit`] tries.
const LARGEST: u16 = 4;

/// The rows that a big figure takes.
pub fn height(scale: u16) -> u16 {
    scale.saturating_mul(PIXELS / 2)
}

/// The cells that a big figure takes; `None` where a character has no big form.
pub fn width(text: &str, scale: u16) -> Option<u16> {
    let mut width = 0u16;
    for c in text.chars() {
        width = width.saturating_add(glyph_width(c)?).saturating_add(GAP);
    }
    Some(width.saturating_sub(GAP).saturating_mul(scale))
}

/// The largest scale at which a figure fits; `None` where it does not fit whole, and is to be shown as text.
pub fn fit(text: &str, max_width: u16, max_height: u16) -> Option<u16> {
    let fits =
        |scale: &u16| width(text, *scale).is_some_and(|width| width <= max_width) && height(*scale) <= max_height;
    (1..=LARGEST).rev().find(fits)
}

/// Draws a figure from the upper left corner of an area, whole or not at all. Gives the cells used.
pub fn draw(buf: &mut Buffer, area: Rect, text: &str, scale: u16, style: Style) -> u16 {
    let area = area.intersection(buf.area);
    let fits = |width: &u16| *width <= area.width && height(scale) <= area.height;
    let Some(width) = width(text, scale).filter(fits).filter(|_| scale > 0) else { return 0 };
    let mut x = area.x;
    for c in text.chars() {
        draw_glyph(buf, x, area.y, c, scale, style);
        x = x.saturating_add(glyph_width(c).unwrap_or(0).saturating_add(GAP).saturating_mul(scale));
    }
    width
}

fn draw_glyph(buf: &mut Buffer, x: u16, y: u16, c: char, scale: u16, style: Style) {
    let Some(width) = glyph_width(c) else { return };
    for dy in 0..height(scale) {
        for dx in 0..width.saturating_mul(scale) {
            let set = |half: u16| pixel(c, dx / scale, (dy * 2 + half) / scale);
            let symbol = match (set(0), set(1)) {
                (true, true) => "█",
                (true, false) => "▀",
                (false, true) => "▄",
                (false, false) => continue,
            };
            if let Some(cell) = buf.cell_mut((x.saturating_add(dx), y.saturating_add(dy))) {
                cell.set_symbol(symbol).set_style(style);
            }
        }
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

    fn big(text: &str, scale: u16) -> Vec<String> {
        testing::lines(60, height(scale), |area, buf, _| {
            draw(buf, area, text, scale, Style::new());
        })
    }

    #[test]
    fn a_figure_in_half_blocks() {
        assert_eq!(
            big("5.3万", 1),
            [
                "██▀▀▀▀    ▄█▀▀█▄  ▀▀▀▀██▀▀▀▀▀▀",
                "██▄▄▄       ▄▄█▀      ██▄▄▄▄▄▄",
                "    ██        ██     ▄█▀    ██",
                "▀█▄▄█▀ ██ ▀█▄▄█▀  ▄▄█▀   ▄▄▄█▀"
            ]
        );
        assert_eq!(
            big("−7%", 1),
            ["       ▀▀▀▀██ ██   ██", "          ▄█▀    ▄█▀", "▀▀▀▀▀▀   ▄█▀   ▄█▀", "         ██   ██   ██"]
        );
        assert_eq!(
            big("1", 2),
            ["    ████", "  ██████", "████████", "    ████", "    ████", "    ████", "    ████", "    ████"]
        );
    }

    #[test]
    fn a_figure_is_drawn_whole_or_not_at_all() {
        let width = width("5.31万", 1).unwrap();
        assert_eq!(fit("5.31万", width, 4), Some(1));
        assert_eq!(fit("5.31万", width - 1, 4), None);
        assert_eq!(fit("5.31万", width * 2, 8), Some(2));
        assert_eq!(fit("5.31万", width * 2, 7), Some(1));
        let mut buf = Buffer::empty(Rect::new(0, 0, width - 1, 4));
        let area = buf.area;
        assert_eq!(draw(&mut buf, area, "5.31万", 1, Style::new()), 0);
        assert_eq!(buf, Buffer::empty(area));
    }

    #[test]
    fn a_character_without_a_big_form_makes_the_figure_text() {
        assert_eq!(width("超6万", 1), None);
        assert_eq!(fit("六", 100, 100), None);
        assert_eq!(width("", 1), Some(0));
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
        fn nothing_is_drawn_outside(area in testing::areas(), text in "[0-9.,万亿%超 ]{0,8}", scale in 0u16..5) {
            testing::check_bounds(area, |area, buf, _| {
                draw(buf, area, &text, scale, Style::new());
            })?;
        }
    }
}
