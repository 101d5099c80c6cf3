//! Figures of the narrow size in the characters of a typewriter: segments, three rows high, on the foot of the area.
//! Words of scale are text beside them.

use ratatui::buffer::Buffer;

use super::Styles;
use crate::ui::{draw, text};

/// The rows that the segments are high.
const ROWS: u16 = 3;

/// The segments of a character, from the top; none for what is written as text.
fn segments(c: char) -> Option<[&'static str; 3]> {
    Some(match c {
        '0' => [" _ ", "| |", "|_|"],
        '1' => ["  ", " |", " |"],
        '2' => [" _ ", " _|", "|_ "],
        '3' => [" _ ", " _|", " _|"],
        '4' => ["   ", "|_|", "  |"],
        '5' => [" _ ", "|_ ", " _|"],
        '6' => [" _ ", "|_ ", "|_|"],
        '7' => [" _ ", "  |", "  |"],
        '8' => [" _ ", "|_|", "|_|"],
        '9' => [" _ ", "|_|", " _|"],
        '-' | '−' => ["   ", "___", "   "],
        '+' => ["   ", "_|_", " | "],
        '%' => ["   ", "o/ ", "/o "],
        _ => return None,
    })
}

/// Writes a figure whose foot stands in row `foot`, from column `x`. Gives the cells used.
pub(super) fn write(buf: &mut Buffer, x: u16, foot: u16, figure: &str, styles: Styles) -> u16 {
    let mut used = 0u16;
    for c in figure.chars() {
        let style = styles.of(c);
        let at = x.saturating_add(used);
        let Some(rows) = segments(c) else {
            used = used.saturating_add(draw::put(buf, at, foot, 2, c.encode_utf8(&mut [0; 4]), style));
            continue;
        };
        for (row, up) in rows.iter().zip((0..ROWS).rev()) {
            draw::put(buf, at, foot.saturating_sub(up), ROWS, row, style);
        }
        used = used.saturating_add(text::cells(rows[0])).saturating_add(u16::from(c != '1'));
    }
    used
}
