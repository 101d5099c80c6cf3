//! A screen as text with colours, for `cat`, `less -R` and terminals' histories.

use std::fmt::Write;

use ratatui::buffer::Buffer;
use ratatui::style::{Color, Modifier};

use super::cells::{self, Glyph, Look};

/// What becomes of the colours of the cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Colours {
    /// As drawn.
    #[default]
    AsDrawn,
    /// None; bold, dim, italic, underlined and reversed stay, as `NO_COLOR` wants it.
    None,
}

/// The modifiers that have a place in the text, and the parameter that sets each.
const MODIFIERS: [(Modifier, &str); 6] = [
    (Modifier::BOLD, "1"),
    (Modifier::DIM, "2"),
    (Modifier::ITALIC, "3"),
    (Modifier::UNDERLINED, "4"),
    (Modifier::REVERSED, "7"),
    (Modifier::CROSSED_OUT, "9"),
];

/// The characters of the buffer, a line a row, with an escape sequence where the style changes and nowhere else.
///
/// Each line starts and ends in the plain style, so lines can be cut out and put together; the cursor is never moved.
/// A buffer without styles gives what [`super::text::render`] gives.
pub fn render(buffer: &Buffer, colours: Colours) -> String {
    let mut out = String::with_capacity(buffer.content.len() * 2);
    for row in cells::rows(buffer) {
        line(&mut out, &row, colours);
        out.push('\n');
    }
    out
}

fn line(out: &mut String, row: &[Glyph<'_>], colours: Colours) {
    let plain = Look::default();
    let seen = |glyph: &Glyph<'_>| !glyph.is_blank() || shown(glyph.look, colours) != plain;
    let end = row.iter().rposition(seen).map_or(0, |last| last + 1);
    let mut now = plain;
    for glyph in row.iter().take(end) {
        let look = shown(glyph.look, colours);
        if look != now {
            change(out, look);
            now = look;
        }
        if glyph.is_blank() {
            out.extend((0..glyph.width).map(|_| ' '));
        } else {
            out.push_str(&glyph.symbol);
        }
    }
    if now != plain {
        change(out, plain);
    }
}

/// The part of a look that the escapes can tell.
fn shown(look: Look, colours: Colours) -> Look {
    let known = MODIFIERS.iter().fold(Modifier::empty(), |all, (modifier, _)| all | *modifier);
    let modifier = look.modifier & known;
    match colours {
        Colours::AsDrawn => Look { modifier, ..look },
        Colours::None => Look { modifier, ..Look::default() },
    }
}

/// Sets the whole style anew: shorter to understand than a difference, and true wherever a line is cut.
fn change(out: &mut String, look: Look) {
    out.push_str("\x1b[0");
    for (modifier, parameter) in MODIFIERS {
        if look.has(modifier) {
            out.push(';');
            out.push_str(parameter);
        }
    }
    colour(out, look.fg, 0);
    colour(out, look.bg, 10);
    out.push('m');
}

/// Appends the parameters of a colour; `ground` is 0 for the foreground and 10 for the background.
fn colour(out: &mut String, colour: Color, ground: u8) {
    let named = match colour {
        Color::Reset => return,
        Color::Rgb(r, g, b) => {
            // Writing to a string cannot fail.
            let _ = write!(out, ";{};2;{r};{g};{b}", 38 + ground);
            return;
        }
        Color::Indexed(index) => {
            let _ = write!(out, ";{};5;{index}", 38 + ground);
            return;
        }
        Color::Black => 30,
        Color::Red => 31,
        Color::Green => 32,
        Color::Yellow => 33,
        Color::Blue => 34,
        Color::Magenta => 35,
        Color::Cyan => 36,
        Color::Gray => 37,
        Color::DarkGray => 90,
        Color::LightRed => 91,
        Color::LightGreen => 92,
        Color::LightYellow => 93,
        Color::LightBlue => 94,
        Color::LightMagenta => 95,
        Color::LightCyan => 96,
        Color::White => 97,
    };
    let _ = write!(out, ";{}", named + ground);
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    use super::*;
    use crate::exchange::text;

    #[test]
    fn without_styles_there_are_no_escapes() {
        let buffer = Buffer::with_lines(["┌─┐ 万", "│a│   "]);
        assert_eq!(render(&buffer, Colours::AsDrawn), text::render(&buffer));
    }

    #[test]
    fn the_style_is_set_where_it_changes_and_reset_at_the_end_of_the_line() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 10, 2));
        buffer.set_string(0, 0, "a万b", Style::new().fg(Color::Rgb(1, 2, 3)).add_modifier(Modifier::BOLD));
        buffer.set_string(4, 0, "c", Style::new().fg(Color::Indexed(200)).bg(Color::LightRed));
        buffer.set_string(5, 0, "d", Style::new());
        buffer.set_string(0, 1, "e", Style::new().fg(Color::Red).add_modifier(Modifier::REVERSED | Modifier::DIM));
        assert_eq!(
            render(&buffer, Colours::AsDrawn),
            "\x1b[0;1;38;2;1;2;3ma万b\x1b[0;38;5;200;101mc\x1b[0md\n\x1b[0;2;7;31me\x1b[0m\n"
        );
        assert_eq!(render(&buffer, Colours::None), "\x1b[0;1ma万b\x1b[0mcd\n\x1b[0;2;7me\x1b[0m\n");
    }

    #[test]
    fn a_coloured_ground_reaches_the_edge_and_the_colour_of_a_blank_does_not_count() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 4, 2));
        buffer.set_style(Rect::new(0, 0, 4, 1), Style::new().bg(Color::Blue));
        buffer.set_string(0, 1, "a   ", Style::new().fg(Color::Reset));
        buffer.set_style(Rect::new(1, 1, 3, 1), Style::new().fg(Color::Red).add_modifier(Modifier::BOLD));
        assert_eq!(render(&buffer, Colours::AsDrawn), "\x1b[0;44m    \x1b[0m\na\n");
    }

    proptest! {
        #[test]
        fn the_only_escapes_are_of_style(words in prop::collection::vec((any::<String>(), any::<[u8; 3]>()), 1..6)) {
            let mut buffer = Buffer::empty(Rect::new(0, 0, 40, 3));
            for (x, (word, [r, g, bits])) in (0..).step_by(6).zip(&words) {
                let style = Style::new().fg(Color::Indexed(*r)).bg(Color::Rgb(*g, 0, 0));
                let modifier = Modifier::from_bits_truncate(u16::from(*bits)) - Modifier::HIDDEN;
                buffer.set_string(x, 1, word, style.add_modifier(modifier));
            }
            let mut bare = String::new();
            for (at, piece) in render(&buffer, Colours::AsDrawn).split('\x1b').enumerate() {
                if at == 0 {
                    bare.push_str(piece);
                    continue;
                }
                let (parameters, rest) = piece.split_once('m').unwrap();
                prop_assert!(parameters.strip_prefix("[0").unwrap().chars().all(|c| c == ';' || c.is_ascii_digit()));
                bare.push_str(rest);
            }
            let bare: Vec<_> = bare.lines().map(|line| line.trim_end_matches(' ')).collect();
            let text = text::render(&buffer);
            prop_assert_eq!(bare, text.lines().collect::<Vec<_>>());
        }
    }
}
