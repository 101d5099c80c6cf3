use proptest::prelude::*;
use ratatui::style::{Color, Modifier, Style};

use super::*;

/// Text, where it goes, and in what style: a frame is a list of these.
type Piece = (u16, u16, String, Style);

fn style() -> impl Strategy<Value = Style> {
    let colour = prop_oneof![
        3 => Just(Color::Reset),
        1 => any::<u8>().prop_map(Color::Indexed),
        1 => any::<(u8, u8, u8)>().prop_map(|(r, g, b)| Color::Rgb(r, g, b)),
        1 => prop_oneof![Just(Color::Red), Just(Color::Gray), Just(Color::White), Just(Color::DarkGray)],
    ];
    // The weights that the emulator of these tests knows; it has one strength of ink, bold or dim.
    let weight = (0u8..32).prop_map(|bits| {
        let known =
            [Modifier::BOLD, Modifier::DIM, Modifier::ITALIC, Modifier::UNDERLINED, Modifier::REVERSED].into_iter();
        known.enumerate().filter(|(at, _)| bits >> at & 1 == 1).map(|(_, weight)| weight).collect::<Modifier>()
    });
    (colour.clone(), colour, weight).prop_map(|(fg, bg, weight)| Style::new().fg(fg).bg(bg).add_modifier(weight))
}

fn frames() -> impl Strategy<Value = Vec<Vec<Piece>>> {
    let piece = (0u16..24, 0u16..5, "[ a-c薪火宝安─█5万]{0,12}", style());
    prop::collection::vec(prop::collection::vec(piece, 0..8), 1..5)
}

impl Screen {
    /// The bytes of a frame in which nothing is typed.
    fn plain(&mut self, view: impl FnOnce(Rect, &mut Buffer)) -> &[u8] {
        self.frame(|area, buf| {
            view(area, buf);
            None
        })
    }
}

fn write(buf: &mut Buffer, text: &str) {
    buf.set_string(0, 0, text, Style::new());
}

fn fill(buf: &mut Buffer, pieces: &[Piece]) {
    for (x, y, text, style) in pieces {
        if *x < buf.area.width && *y < buf.area.height {
            buf.set_string(*x, *y, text, *style);
        }
    }
}

fn colour(colour: Color) -> vt100::Color {
    match colour {
        Color::Reset => vt100::Color::Default,
        Color::Red => vt100::Color::Idx(1),
        Color::Gray => vt100::Color::Idx(7),
        Color::DarkGray => vt100::Color::Idx(8),
        Color::White => vt100::Color::Idx(15),
        Color::Indexed(index) => vt100::Color::Idx(index),
        Color::Rgb(r, g, b) => vt100::Color::Rgb(r, g, b),
        other => panic!("{other:?} is not used here"),
    }
}

/// The screen that the bytes gave must be the buffer, as far as eyes can tell.
fn assert_shows(parser: &vt100::Parser, buf: &Buffer) {
    let (columns, rows) = (buf.area.width, buf.area.height);
    for y in 0..rows {
        let mut x = 0;
        while x < columns {
            let cell = &buf[(x, y)];
            let seen = parser.screen().cell(y, x).unwrap();
            let mut width = cell.symbol().chars().next().map_or(1, |c| if c > '\u{2fff}' { 2 } else { 1 });
            let mut symbol = cell.symbol();
            if x + width > columns {
                (symbol, width) = (" ", 1);
            }
            let contents = if seen.has_contents() { seen.contents() } else { " " };
            assert_eq!(contents, symbol, "at {x},{y}");
            assert_eq!(seen.bgcolor(), colour(cell.bg), "ground at {x},{y}");
            assert_eq!(seen.inverse(), cell.modifier.contains(Modifier::REVERSED), "reverse at {x},{y}");
            assert_eq!(seen.underline(), cell.modifier.contains(Modifier::UNDERLINED), "underline at {x},{y}");
            if symbol != " " || seen.inverse() || seen.underline() {
                assert_eq!(seen.fgcolor(), colour(cell.fg), "ink at {x},{y}");
            }
            let strengths = Modifier::BOLD | Modifier::DIM;
            if symbol != " " && !cell.modifier.contains(strengths) {
                assert_eq!(seen.italic(), cell.modifier.contains(Modifier::ITALIC), "italic at {x},{y}");
                assert_eq!(seen.bold(), cell.modifier.contains(Modifier::BOLD), "bold at {x},{y}");
                assert_eq!(seen.dim(), cell.modifier.contains(Modifier::DIM), "dim at {x},{y}");
            }
            x += width;
        }
    }
}

proptest! {
    #[test]
    fn the_terminal_shows_what_was_drawn(frames in frames(), columns in 1u16..24, rows in 1u16..5) {
        let mut screen = Screen::new((columns, rows));
        let mut parser = vt100::Parser::new(rows, columns, 0);
        for pieces in &frames {
            parser.process(screen.plain(|_, buf| fill(buf, pieces)));
            assert_shows(&parser, &screen.shown);
            prop_assert!(screen.plain(|_, buf| fill(buf, pieces)).is_empty());
        }
    }

    #[test]
    fn a_new_size_is_drawn_in_full(frames in frames(), sizes in prop::collection::vec((1u16..24, 1u16..5), 5)) {
        let mut screen = Screen::new((10, 3));
        let mut parser = vt100::Parser::new(3, 10, 0);
        for (pieces, size) in frames.iter().zip(sizes) {
            screen.resize(size);
            parser.screen_mut().set_size(size.1, size.0);
            parser.process(screen.plain(|_, buf| fill(buf, pieces)));
            assert_shows(&parser, &screen.shown);
        }
    }
}

proptest! {
    #[test]
    fn the_cursor_is_where_text_is_typed_and_nowhere_else(
        frames in frames(),
        cursors in prop::collection::vec(prop::option::of((0u16..30, 0u16..6)), 5),
    ) {
        let mut screen = Screen::new((24, 5));
        let mut parser = vt100::Parser::new(5, 24, 0);
        parser.process(b"\x1b[?25l");
        for (pieces, cursor) in frames.iter().zip(cursors) {
            let cursor = cursor.map(Position::from);
            let view = |buf: &mut Buffer| {
                fill(buf, pieces);
                cursor
            };
            parser.process(screen.frame(|_, buf| view(buf)));
            assert_shows(&parser, &screen.shown);
            let inside = cursor.filter(|at| at.x < 24 && at.y < 5);
            prop_assert_eq!(parser.screen().hide_cursor(), inside.is_none());
            if let Some(at) = inside {
                prop_assert_eq!(parser.screen().cursor_position(), (at.y, at.x));
            }
            prop_assert!(screen.frame(|_, buf| view(buf)).is_empty());
        }
    }
}

fn text_of(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).replace('\x1b', "^")
}

#[test]
fn a_frame_is_wrapped_and_one_that_changes_nothing_is_empty() {
    let mut screen = Screen::new((8, 2));
    let first = text_of(screen.plain(|_, buf| write(buf, "薪火 a")));
    assert_eq!(first, "^[?2026h^[m^[H^[2J^[1;1H薪火^[Ca^[?2026l");
    assert_eq!(text_of(screen.plain(|_, buf| write(buf, "薪火 a"))), "");
    let small = text_of(screen.plain(|_, buf| write(buf, "薪火 b")));
    assert_eq!(small, "^[?2026h^[1;6Hb^[?2026l");
    screen.invalidate();
    assert!(text_of(screen.plain(|_, _| ())).contains("^[2J"));
}

#[test]
fn without_colours_no_colour_is_ever_set() {
    let mut screen = Screen::new((8, 1));
    let bytes = text_of(screen.plain(|_, buf| {
        buf.set_string(0, 0, "a", Style::new().add_modifier(Modifier::BOLD));
        buf.set_string(1, 0, "b", Style::new().fg(Color::Reset).bg(Color::Reset).add_modifier(Modifier::REVERSED));
    }));
    assert_eq!(bytes, "^[?2026h^[m^[H^[2J^[1;1H^[1ma^[22;7mb^[m^[?2026l");
}

#[test]
fn what_commands_a_terminal_never_reaches_it() {
    let mut screen = Screen::new((4, 1));
    let bytes = text_of(screen.plain(|_, buf| {
        buf[(0, 0)].set_symbol("\x1b]0;x\x07");
        buf[(1, 0)].set_symbol("\u{9b}");
        buf[(2, 0)].set_symbol("");
        buf[(3, 0)].set_symbol("火");
    }));
    assert_eq!(bytes, "^[?2026h^[m^[H^[2J^[1;1H    ^[?2026l");
}

#[test]
fn nothing_is_trusted_after_a_cluster() {
    let mut screen = Screen::new((6, 1));
    let bytes = text_of(screen.plain(|_, buf| write(buf, "e\u{301}x")));
    assert_eq!(bytes, "^[?2026h^[m^[H^[2J^[1;1H ^[1;1He\u{301}^[1;2Hx^[?2026l");
}

#[test]
fn no_size_is_too_small() {
    for size in [(0, 0), (0, 3), (3, 0), (1, 1)] {
        let mut screen = Screen::new(size);
        screen.plain(|area, buf| {
            if !area.is_empty() {
                buf.set_string(0, 0, "薪", Style::new());
            }
        });
    }
}
