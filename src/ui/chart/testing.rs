//! What the tests of all charts share.

use proptest::prelude::*;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::domain::Decimal;
use crate::model::{ColourDepth, Markers, ThemeName};
use crate::ui::text;
use crate::ui::theme::Theme;

pub(super) fn theme() -> Theme {
    Theme::new(ThemeName::Dark, ColourDepth::True)
}

/// A row of a buffer as text; the cell behind a wide character is not told.
fn row(buf: &Buffer, y: u16) -> String {
    let mut line = String::new();
    let mut x = buf.area.left();
    while let Some(cell) = buf.cell((x, y)) {
        line.push_str(cell.symbol());
        x += text::cells(cell.symbol()).max(1);
    }
    line.trim_end().to_owned()
}

/// What is drawn, as lines of text without the blanks at their ends.
pub(super) fn lines(width: u16, height: u16, draw: impl Fn(Rect, &mut Buffer, &Theme)) -> Vec<String> {
    lines_in(Markers::default(), width, height, draw)
}

/// The same in a set of characters.
pub(super) fn lines_in(
    markers: Markers,
    width: u16,
    height: u16,
    draw: impl Fn(Rect, &mut Buffer, &Theme),
) -> Vec<String> {
    let area = Rect::new(0, 0, width, height);
    let mut buf = Buffer::empty(area);
    draw(area, &mut buf, &theme().with_markers(markers));
    let mut lines: Vec<String> = (0..height).map(|y| row(&buf, y)).collect();
    while lines.last().is_some_and(String::is_empty) {
        lines.pop();
    }
    lines
}

pub(super) fn fill(buf: &mut Buffer, area: Rect, symbol: &str) {
    for position in area.positions() {
        if let Some(cell) = buf.cell_mut(position) {
            cell.set_symbol(symbol);
        }
    }
}

/// Draws into a part of a buffer filled with a sentinel, twice, in every set of characters: nothing outside the part may
/// change, and the second drawing must give what the first gave.
pub(super) fn check_bounds(area: Rect, draw: impl Fn(Rect, &mut Buffer, &Theme)) -> Result<(), TestCaseError> {
    for markers in Markers::ALL {
        let drawn = || {
            let mut buf = Buffer::empty(Rect::new(1, 1, 70, 24));
            let whole = buf.area;
            fill(&mut buf, whole, "?");
            draw(area, &mut buf, &theme().with_markers(markers));
            buf
        };
        let buf = drawn();
        for position in buf.area.positions().filter(|position| !area.contains(*position)) {
            let symbol = buf.cell(position).map(ratatui::buffer::Cell::symbol);
            prop_assert_eq!(symbol, Some("?"), "{:?} of {:?} in {:?}", position, area, markers);
        }
        prop_assert_eq!(buf, drawn());
    }
    Ok(())
}

/// Areas inside and across the edges of the buffer that [`check_bounds`] draws into.
pub(super) fn areas() -> impl Strategy<Value = Rect> {
    (0u16..40, 0u16..14, 0u16..80, 0u16..26).prop_map(|(x, y, width, height)| Rect::new(x, y, width, height))
}

/// Labels and figures as they come, Chinese, English, long, and odd.
pub(super) fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-zA-Z ]{0,24}",
        "[党员先锋队走访企业培训服务群众人次超近约万亿]{0,14}",
        "(超|近|约)?[0-9]{1,4}(\\.[0-9]{1,2})?[万亿]",
        "\\PC{0,12}",
    ]
}

/// Decimals as they come, and the most extreme there are.
pub(super) fn decimals() -> impl Strategy<Value = Decimal> {
    prop_oneof![
        6 => (-1_000_000_000_000i64..1_000_000_000_000, 0u32..6).prop_map(|(mantissa, scale)| Decimal::new(mantissa, scale)),
        1 => Just(Decimal::MAX),
        1 => Just(Decimal::MIN),
        1 => Just(Decimal::ZERO),
        1 => Just(Decimal::new(1, 28)),
        1 => Just(Decimal::new(-1, 28)),
        1 => (any::<i64>(), 0u32..28).prop_map(|(mantissa, scale)| Decimal::new(mantissa, scale)),
    ]
}

/// What is drawn with the characters of a typewriter must be of them; what the caller wrote was `own`, and what is cut
/// ends in `…`.
pub(super) fn check_typed(
    area: Rect,
    own: &str,
    draw: impl Fn(Rect, &mut Buffer, &Theme),
) -> Result<(), TestCaseError> {
    let mut buf = Buffer::empty(Rect::new(1, 1, 70, 24));
    draw(area, &mut buf, &theme().with_markers(Markers::Ascii));
    for cell in buf.content() {
        let symbol = cell.symbol();
        prop_assert!(symbol.is_ascii() || symbol == text::ELLIPSIS || own.contains(symbol), "{:?}", symbol);
    }
    Ok(())
}
