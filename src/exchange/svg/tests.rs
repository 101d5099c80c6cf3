use proptest::prelude::*;
use ratatui::layout::Rect;
use ratatui::style::Style;
use roxmltree::Document;

use super::*;

fn plain(buffer: &Buffer) -> String {
    render(buffer, &SvgStyle { frame: false, ..SvgStyle::default() })
}

fn texts(svg: &str) -> Vec<String> {
    let document = Document::parse(svg).unwrap();
    let texts = document.descendants().filter(|node| node.has_tag_name("text"));
    texts
        .map(|node| {
            let attribute = |name| node.attribute(name).unwrap_or("-").to_owned();
            format!("{}|{}|{}", attribute("x"), attribute("textLength"), node.text().unwrap_or(""))
        })
        .collect()
}

fn styled(text: &str, style: Style) -> Buffer {
    let mut buffer = Buffer::empty(Rect::new(0, 0, 8, 1));
    buffer.set_string(0, 0, text, style);
    buffer
}

#[test]
fn words_keep_their_columns() {
    let svg = plain(&Buffer::with_lines(["ab cd  e 万家 5“e\u{301}"]));
    assert_eq!(texts(&svg), ["0|50|ab cd", "70|-|e", "100 120|-|万家", "140|-|5", "150|10|“", "160|10|e\u{301}"]);
}

#[test]
fn what_xml_reserves_is_escaped() {
    let svg = plain(&Buffer::with_lines(["<a&b>\"]]>"]));
    assert_eq!(texts(&svg), ["0|90|<a&b>\"]]>"]);
    let style = SvgStyle { title: Some("1 < 2\u{0}\u{1b} & 3"), ..SvgStyle::default() };
    let titled = render(&Buffer::empty(Rect::new(0, 0, 1, 1)), &style);
    let document = Document::parse(&titled).unwrap();
    let title = document.descendants().find(|node| node.has_tag_name("title"));
    assert_eq!(title.and_then(|node| node.text()), Some("1 < 2 & 3"));
}

#[test]
fn lines_and_blocks_are_shapes_joined_along_the_row() {
    let svg = plain(&Buffer::with_lines(["────██▌▄▄ "]));
    assert_eq!(texts(&svg), Vec::<String>::new());
    for path in ["M0 10h40v1h-40z", "M40 0h25v20h-25z", "M70 10h20v10h-20z"] {
        assert!(svg.contains(path), "{path} in {svg}");
    }
}

#[test]
fn a_column_of_lines_is_one_rectangle() {
    assert!(plain(&Buffer::with_lines(["│", "┃", "│", "│"])).contains("M5 40h1v40h-1z"));
}

#[test]
fn braille_marks_and_rounded_corners_are_shapes() {
    let svg = plain(&Buffer::with_lines(["⠁⣿╭✓●┄"]));
    assert_eq!(texts(&svg), Vec::<String>::new());
    assert!(svg.contains("M2.5 2.5h0M12.5 2.5h0"));
    assert_eq!(svg.matches("h0").count(), 9);
}

#[test]
fn colours_are_those_of_the_cell() {
    let red = Style::new().fg(Color::Rgb(255, 0, 0)).bg(Color::Rgb(0, 0, 255));
    let svg = plain(&styled("ab", red));
    assert!(svg.contains("<path fill=\"#0000ff\" d=\"M0 0h20v20h-20z\"/>"));
    assert!(svg.contains(".xinhuo .cff0000{fill:#ff0000}") && svg.contains("class=\"cff0000\""));
    let reversed = plain(&styled("ab", red.add_modifier(Modifier::REVERSED)));
    assert!(reversed.contains("<path fill=\"#ff0000\"") && reversed.contains("class=\"c0000ff\""));
    let dim = plain(&styled("ab", red.add_modifier(Modifier::DIM)));
    assert!(dim.contains("class=\"c990066\""));
}

#[test]
fn shades_are_mixed_with_their_ground() {
    let style = Style::new().fg(Color::Rgb(200, 0, 0)).bg(Color::Rgb(0, 0, 200));
    assert!(plain(&styled("▒▒", style)).contains("<path fill=\"#640064\" d=\"M0 0h20v20h-20z\"/>"));
}

#[test]
fn weight_slant_and_underline() {
    let style = Style::new().add_modifier(Modifier::BOLD | Modifier::ITALIC | Modifier::UNDERLINED);
    let svg = plain(&styled("a 万", style));
    assert!(svg.contains("class=\"b i\"") && svg.contains("class=\"b i w\""));
    assert!(svg.contains("M0 19h40v1h-40z"), "{svg}");
}

#[test]
fn the_frame_makes_room() {
    let svg = render(&Buffer::empty(Rect::new(0, 0, 120, 40)), &SvgStyle::default());
    assert!(svg.contains("viewBox=\"0 0 1224 824\"") && svg.contains("rx=\"8\""));
}

#[test]
fn a_busy_screen_stays_small() {
    let mut buffer = Buffer::empty(Rect::new(0, 0, 120, 40));
    for y in 0..40u16 {
        for (n, x) in (0..120).step_by(12).enumerate() {
            let style = Style::new().fg(Color::Indexed(u8::try_from((n + usize::from(y)) % 8 + 16).unwrap()));
            buffer.set_string(x, y, ["│党员 5.31万", "│▇▇▇▇▇▆ 12%", "│⣿⡇ over 60"][(n + usize::from(y)) % 3], style);
        }
    }
    let size = render(&buffer, &SvgStyle::default()).len();
    assert!(size < 120_000, "{size}");
}

/// Strings that lean towards what is drawn and towards what could break a document.
fn cell_text() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[─-╿▀-▟■-◿⠀-⣿✓✗➤★☆]{0,12}",
        "[<>&\"'\\]\u{0}-\u{1f}\u{7f}-\u{9f}\u{200d}\u{fe0f}\u{301}\u{202e}\u{fffe}\u{ffff}万a😀]{0,12}",
    ]
}

proptest! {
    #[test]
    fn anything_in_a_buffer_gives_a_document(
        lines in prop::collection::vec((cell_text(), any::<[u8; 3]>()), 1..4),
        loose in prop::collection::vec((cell_text(), 0u16..20), 0..4),
        title in prop::option::of(any::<String>()),
        frame in any::<bool>(),
    ) {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 20, 4));
        for (y, (line, [fg, bg, bits])) in (0..).zip(&lines) {
            let style = Style::new().fg(Color::Indexed(*fg)).bg(Color::Indexed(*bg));
            buffer.set_string(0, y, line, style.add_modifier(Modifier::from_bits_truncate(u16::from(*bits))));
        }
        // Not by way of `set_string`, which drops what acts.
        for (symbol, x) in &loose {
            buffer[(*x, 3)].set_symbol(symbol);
        }
        let style = SvgStyle { title: title.as_deref(), frame, ..SvgStyle::default() };
        let svg = render(&buffer, &style);
        prop_assert!(Document::parse(&svg).is_ok(), "{:?} {}", Document::parse(&svg), svg);
        prop_assert!(!svg.contains(|c: char| c.is_control() && c != '\n'));
        prop_assert_eq!(render(&buffer, &style), svg);
    }
}
