//! The two smallest sizes of figures in the characters of a typewriter: segments on the foot of the area. Words of scale are
//! text beside them.

use ratatui::buffer::Buffer;

use super::Styles;
use crate::ui::{draw, text};

/// The segments of a narrow character, from the top; none for what is written as text.
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
        ':' => [" ", ".", "."],
        '%' => ["   ", "o/ ", "/o "],
        _ => return None,
    })
}

/// The rows of a character, from the top. A wide one is twice as wide and has a row more below its middle.
fn rows(c: char, wide: bool) -> Option<Vec<String>> {
    let [top, middle, foot] = segments(c)?;
    if !wide || !(c.is_ascii_digit() || c == '−') {
        return Some([top, middle, foot].map(str::to_owned).to_vec());
    }
    let stretched = |row: &str| match row.chars().collect::<Vec<_>>()[..] {
        [left, between, right] => format!("{left}{}{right}", between.to_string().repeat(4)),
        _ => format!("  {row}"),
    };
    Some([top, middle, &foot.replace('_', " "), foot].map(stretched).to_vec())
}

/// Writes a figure whose foot stands in row `foot`, from column `x`. Gives the cells used.
pub(super) fn write(buf: &mut Buffer, (x, foot): (u16, u16), figure: &str, wide: bool, styles: Styles) -> u16 {
    let mut used = 0u16;
    for (at, c) in figure.chars().enumerate() {
        let style = styles.of(c);
        // A blank before each but the point, which needs none.
        used = used.saturating_add(u16::from(at > 0 && !matches!(c, '.' | ',')));
        let column = x.saturating_add(used);
        let Some(rows) = rows(c, wide) else {
            used = used.saturating_add(draw::put(buf, column, foot, 2, c.encode_utf8(&mut [0; 4]), style));
            continue;
        };
        for (row, y) in rows.iter().rev().zip((0..=foot).rev()) {
            draw::put(buf, column, y, text::cells(row), row, style);
        }
        used = used.saturating_add(rows.first().map_or(0, |row| text::cells(row)));
    }
    used
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Markers;
    use crate::ui::chart::big::{Size, draw, height, width};
    use crate::ui::chart::testing;
    use proptest::prelude::*;

    fn typed(figure: &str, size: Size) -> Vec<String> {
        let styles = Styles { markers: Markers::Ascii, ..Styles::default() };
        testing::lines(140, height(size), |area, buf, _| {
            draw(buf, area, figure, size, styles);
        })
    }

    #[test]
    fn digits_of_segments() {
        assert_eq!(typed("5.31万", Size::Narrow), ["", " _    _", "|_    _|  |", " _|.  _|  | 万"]);
        assert_eq!(
            typed("−2.8K", Size::Times(1)),
            ["        ____    ____", "______  ____|  |____|", "       |       |    |", "       |____ . |____| K"]
        );
        assert_eq!(typed("1", Size::Times(2))[0], "    ####");
    }

    proptest! {
        #[test]
        fn a_typed_figure_takes_no_more_room_than_a_drawn_one(figure in "[0-9.,%−+×KMBT万亿]{0,8}", wide in any::<bool>()) {
            let size = if wide { Size::Times(1) } else { Size::Narrow };
            let most = width(&figure, size).unwrap();
            let lines = typed(&figure, size);
            prop_assert!(lines.iter().all(|line| text::cells(line) <= most), "{lines:#?} in {most}");
            prop_assert_eq!(lines.is_empty(), figure.is_empty());
        }
    }
}
