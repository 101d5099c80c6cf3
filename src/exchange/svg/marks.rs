//! Marks with slanted and round edges: triangles, circles, ticks, diagonals, rounded corners, braille dots.
//!
//! They are drawn and not written, because the fonts that hold them differ in size and place more than any others.

/// The outline of a mark in a cell of 10 by 20 units: where it starts, and the rest of the path relative to it.
pub(super) struct Mark {
    pub(super) start: (i32, i32),
    pub(super) path: &'static str,
}

/// The mark that the character is; `None` for any other character. Holes run against their outlines.
pub(super) fn mark(c: char) -> Option<Mark> {
    let (x, y, path) = match c {
        '▪' => (300, 800, "h4v4h-4z"),
        '▫' => (300, 800, "h4v4h-4zm1 1v2h2v-2z"),
        '■' => (100, 600, "h8v8h-8z"),
        '□' => (100, 600, "h8v8h-8zm1 1v6h6v-6z"),
        '▴' => (500, 700, "l3.5 6h-7z"),
        '▾' => (150, 740, "h7l-3.5 6z"),
        '▸' => (250, 650, "l6 3.5-6 3.5z"),
        '◂' => (750, 650, "l-6 3.5 6 3.5z"),
        '▲' => (500, 550, "l4.8 9h-9.6z"),
        '▼' => (20, 550, "h9.6l-4.8 9z"),
        '▶' | '►' => (80, 550, "l8.4 4.5-8.4 4.5z"),
        '◀' | '◄' => (920, 550, "l-8.4 4.5 8.4 4.5z"),
        '△' => (500, 550, "l4.8 9h-9.6zm0 2.3l-3.1 5.7h6.2z"),
        '▽' => (20, 550, "h9.6l-4.8 9zm1.7 1l3.1 5.7 3.1-5.7z"),
        '◆' => (500, 500, "l4.6 5-4.6 5-4.6-5z"),
        '◇' => (500, 500, "l4.6 5-4.6 5-4.6-5zm0 1.6l-3.1 3.4 3.1 3.4 3.1-3.4z"),
        '•' => (250, 1000, "a2.5 2.5 0 1 1 5 0a2.5 2.5 0 1 1-5 0z"),
        '●' => (100, 1000, "a4 4 0 1 1 8 0a4 4 0 1 1-8 0z"),
        '○' => (100, 1000, "a4 4 0 1 1 8 0a4 4 0 1 1-8 0zm1 0a3 3 0 1 0 6 0a3 3 0 1 0-6 0z"),
        '◐' => (100, 1000, "a4 4 0 1 1 8 0a4 4 0 1 1-8 0zm4-3v6a3 3 0 1 0 0-6z"),
        '◑' => (100, 1000, "a4 4 0 1 1 8 0a4 4 0 1 1-8 0zm4-3a3 3 0 1 0 0 6z"),
        '★' => (500, 530, "l1.21 3.24 3.45.15-2.7 2.15.92 3.32-2.88-1.9-2.88 1.9.92-3.32-2.7-2.15 3.45-.15z"),
        '☆' => (
            500,
            530,
            "l1.21 3.24 3.45.15-2.7 2.15.92 3.32-2.88-1.9-2.88 1.9.92-3.32-2.7-2.15 3.45-.15z\
             m0 1.7l-.79 2.11-2.25.1 1.76 1.41-.6 2.17 1.88-1.25 1.88 1.25-.6-2.17 1.76-1.41-2.25-.1z",
        ),
        '✓' => (100, 1060, "l1.2-1.1 1.7 2 3.9-5.9 1.3.9-5 7.6z"),
        '✗' => (100, 630, "l1.3-1.1 2.7 3.3 2.7-3.3 1.3 1.1-3 3.7 3 3.7-1.3 1.1-2.7-3.3-2.7 3.3-1.3-1.1 3-3.7z"),
        '➤' => (100, 550, "l8.3 4.5-8.3 4.5 2.2-4.5z"),
        '╱' => (1000, 0, "v1l-9.4 19h-.6v-1l9.4-19z"),
        '╲' => (0, 0, "h.6l9.4 19v1h-.6l-9.4-19z"),
        '╳' => (0, 0, "h.6l4.4 8.9 4.4-8.9h.6v1l-4.45 9 4.45 9v1h-.6l-4.4-8.9-4.4 8.9h-.6v-1l4.45-9-4.45-9z"),
        // The lines of rounded corners meet straight ones: 5 to 6 across, 10 to 11 down, as `lines` has them.
        '╭' => (500, 2000, "v-5a5 5 0 0 1 5-5v1a4 4 0 0 0-4 4v5z"),
        '╮' => (0, 1000, "h1a5 5 0 0 1 5 5v5h-1v-5a4 4 0 0 0-4-4h-1z"),
        '╯' => (500, 0, "h1v6a5 5 0 0 1-5 5h-1v-1h1a4 4 0 0 0 4-4z"),
        '╰' => (500, 0, "h1v6a4 4 0 0 0 4 4v1a5 5 0 0 1-5-5z"),
        _ => return None,
    };
    Some(Mark { start: (x, y), path })
}

/// The middles of the dots of a braille pattern, in hundredths; `None` for any other character.
pub(super) fn dots(c: char) -> Option<impl Iterator<Item = (i32, i32)>> {
    const PLACES: [(i32, i32); 8] =
        [(250, 250), (250, 750), (250, 1250), (750, 250), (750, 750), (750, 1250), (250, 1750), (750, 1750)];
    let pattern = u32::from(c).checked_sub(0x2800).filter(|pattern| *pattern < 0x100)?;
    Some((0..).zip(PLACES).filter(move |(bit, _)| pattern >> bit & 1 == 1).map(|(_, place)| place))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn braille_dots_are_numbered_as_the_standard_numbers_them() {
        let places = |c| dots(c).unwrap().collect::<Vec<_>>();
        assert_eq!(places('\u{2800}'), []);
        assert_eq!(places('⠁'), [(250, 250)]);
        assert_eq!(places('⢀'), [(750, 1750)]);
        assert_eq!(places('⡇'), [(250, 250), (250, 750), (250, 1250), (250, 1750)]);
        assert!(dots('a').is_none() && dots('\u{2900}').is_none());
    }

    #[test]
    fn every_outline_starts_in_its_cell_and_is_closed() {
        let marks = ('\u{2500}'..='\u{2800}').filter_map(mark);
        assert!(marks.inspect(|m| assert!(m.path.ends_with('z') && m.start <= (1000, 2000))).count() > 25);
    }
}
