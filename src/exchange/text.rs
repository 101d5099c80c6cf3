//! A screen as plain text.

use ratatui::buffer::Buffer;

use super::cells;

/// The characters of the buffer, a line a row, without blanks at the ends of lines; every line ends in a newline.
pub fn render(buffer: &Buffer) -> String {
    let mut out = String::with_capacity(buffer.content.len() + usize::from(buffer.area.height));
    for row in cells::rows(buffer) {
        let end = row.iter().rposition(|glyph| !glyph.is_blank()).map_or(0, |last| last + 1);
        for glyph in row.iter().take(end) {
            // A blank stands for as many columns as the character it hides.
            if glyph.is_blank() {
                out.extend((0..glyph.width).map(|_| ' '));
            } else {
                out.push_str(&glyph.symbol);
            }
        }
        out.push('\n');
    }
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use ratatui::layout::Rect;
    use ratatui::style::{Color, Style};
    use unicode_width::UnicodeWidthStr;

    use super::*;

    #[test]
    fn lines_lose_their_trailing_blanks_only() {
        let buffer = Buffer::with_lines(["  a b  ", "", "─ 万 家"]);
        assert_eq!(render(&buffer), "  a b\n\n─ 万 家\n");
    }

    #[test]
    fn wide_characters_and_marks_stand_as_written() {
        let mut buffer = Buffer::empty(Rect::new(3, 2, 12, 1));
        buffer.set_string(3, 2, "5.31万家e\u{301}次", Style::new().fg(Color::Red));
        assert_eq!(render(&buffer), "5.31万家e\u{301}次\n");
    }

    #[test]
    fn nothing_gives_nothing() {
        assert_eq!(render(&Buffer::empty(Rect::ZERO)), "");
    }

    proptest! {
        #[test]
        fn no_line_is_wider_than_the_buffer(lines in prop::collection::vec(any::<String>(), 1..4), width in 1u16..30) {
            let height = u16::try_from(lines.len()).unwrap();
            let mut buffer = Buffer::empty(Rect::new(0, 0, width, height));
            for (y, line) in (0..).zip(&lines) {
                buffer.set_string(0, y, line, Style::new());
            }
            let text = render(&buffer);
            prop_assert_eq!(text.matches('\n').count(), lines.len());
            for line in text.lines() {
                prop_assert!(line.width() <= usize::from(width), "{:?}", line);
            }
        }
    }
}
