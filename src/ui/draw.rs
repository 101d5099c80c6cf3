//! Putting text and rules into cells, never outside the buffer and never half a wide character.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::text;
use super::theme::{Role, Theme};

/// Writes a text from the left in at most `max` cells; what is cut ends in `…`. Gives the cells used.
pub fn put(buf: &mut Buffer, x: u16, y: u16, max: u16, content: &str, style: Style) -> u16 {
    let area = buf.area;
    if !area.contains(Position { x, y }) {
        return 0;
    }
    let room = max.min(area.right() - x);
    if text::is_wide() {
        return put_wide(buf, x, y, room, content, style);
    }
    let shown = text::fit(content, usize::from(room));
    buf.set_stringn(x, y, &shown, usize::from(room), style).0 - x
}

/// The same where ambiguous characters take two cells: an empty cell stands behind each. A sign for one cell stays one,
/// and is put into a narrow character with the rest of the screen.
fn put_wide(buf: &mut Buffer, x: u16, y: u16, room: u16, content: &str, style: Style) -> u16 {
    if room == 1 && text::is_ambiguous(content) && content.chars().nth(1).is_none() {
        return buf.set_stringn(x, y, content, 1, style).0 - x;
    }
    let shown = text::fit(content, usize::from(room));
    let mut at = x;
    for piece in text::graphemes(&shown) {
        let (next, _) = buf.set_stringn(at, y, piece, usize::from(x + room - at), style);
        let stretched = text::cells(piece) > next - at;
        at = next;
        if let Some(cell) = buf.cell_mut((at, y)).filter(|_| stretched) {
            cell.reset();
            cell.set_symbol("").set_style(style);
            at += 1;
        }
    }
    at - x
}

/// Writes a text that ends before column `right`, in at most `max` cells. Gives the cells used.
pub fn put_right(buf: &mut Buffer, right: u16, y: u16, max: u16, content: &str, style: Style) -> u16 {
    let shown = text::fit(content, usize::from(max));
    let x = right.saturating_sub(text::cells(&shown));
    put(buf, x, y, max, &shown, style)
}

/// Writes differently styled texts behind each other in at most `max` cells; after one that is cut nothing follows.
/// Gives the cells used.
pub fn put_spans(buf: &mut Buffer, x: u16, y: u16, max: u16, spans: &[(&str, Style)]) -> u16 {
    let mut used = 0;
    for (content, style) in spans {
        if used >= max {
            break;
        }
        let room = max - used;
        used += put(buf, x.saturating_add(used), y, room, content, *style);
        if text::cells(content) > room {
            break;
        }
    }
    used
}

/// Writes a text in lines of at most the area's width; when it has more lines than the area, the last one ends in `…`.
/// Gives the lines used.
pub fn put_wrapped(buf: &mut Buffer, area: Rect, content: &str, style: Style) -> u16 {
    let lines = text::wrap(content, usize::from(area.width));
    let room = usize::from(area.height);
    for (y, line) in (area.y..).zip(lines.iter().take(room)) {
        let last = usize::from(y - area.y) + 1 == room && lines.len() > room;
        let shown = if last {
            text::fit(&format!("{line}{}", " ".repeat(usize::from(area.width))), usize::from(area.width)).into_owned()
        } else {
            line.clone()
        };
        put(buf, area.x, y, area.width, &shown, style);
    }
    lines.len().min(room) as u16
}

/// Draws a rule.
pub fn rule(buf: &mut Buffer, x: u16, y: u16, width: u16, theme: &Theme) {
    let right = x.saturating_add(width).min(buf.area.right());
    for column in x..right {
        if let Some(cell) = buf.cell_mut((column, y)) {
            cell.set_symbol("─").set_style(theme.style(Role::Rule));
        }
    }
}

/// Draws the head of a panel in the first row of the area: title, a quiet note behind it, and a rule to the right end.
/// Gives the area below.
pub fn heading(buf: &mut Buffer, area: Rect, title: &str, note: &str, theme: &Theme) -> Rect {
    if area.is_empty() {
        return area;
    }
    let mut x = area.x + put(buf, area.x, area.y, area.width, title, theme.style(Role::Strong));
    if !note.is_empty() && x + 4 < area.right() {
        x += 2;
        x += put(buf, x, area.y, area.right() - x, note, theme.style(Role::Faint));
    }
    if x + 2 < area.right() {
        rule(buf, x + 1, area.y, area.right() - x - 1, theme);
    }
    Rect { y: area.y + 1, height: area.height - 1, ..area }
}

/// Lays a style over an area, whatever stands there; a wide character that straddles the edge is not split.
pub fn lay(buf: &mut Buffer, area: Rect, style: Style) {
    buf.set_style(area.intersection(buf.area), style);
}

/// Fills an area with blanks of a style. A wide character that reaches in from the left loses its cell there, so that
/// no half of it is left.
pub fn clear(buf: &mut Buffer, area: Rect, style: Style) {
    let area = area.intersection(buf.area);
    for y in area.top()..area.bottom() {
        let before = area.x.checked_sub(1).filter(|x| *x >= buf.area.x);
        let wide = before.is_some_and(|x| {
            let pair = [x, area.x].map(|x| buf.cell((x, y)).cloned().unwrap_or_default());
            text::glyph_cells(&pair) > 1
        });
        if let Some(cell) = before.filter(|_| wide).and_then(|x| buf.cell_mut((x, y))) {
            cell.set_symbol(" ");
        }
        for x in area.left()..area.right() {
            if let Some(cell) = buf.cell_mut((x, y)) {
                cell.reset();
                cell.set_style(style);
            }
        }
    }
}

/// Copies `rows` rows of one buffer, from row `from`, into an area of another.
pub fn copy_rows(source: &Buffer, from: u16, target: &mut Buffer, area: Rect) {
    for dy in 0..area.height {
        let Some(sy) = from.checked_add(dy).filter(|sy| *sy < source.area.height) else { break };
        for dx in 0..area.width.min(source.area.width) {
            let cell = source.cell((source.area.x + dx, source.area.y + sy));
            if let (Some(cell), Some(slot)) = (cell, target.cell_mut((area.x + dx, area.y + dy))) {
                slot.clone_from(cell);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{ColourDepth, ThemeName};
    use proptest::prelude::*;

    #[test]
    fn a_cut_text_says_so_and_stays_inside() {
        let mut buf = Buffer::empty(Rect::new(0, 0, 10, 1));
        assert_eq!(put(&mut buf, 3, 0, 5, "治理强基", Style::new()), 5);
        assert_eq!(buf, Buffer::with_lines(["   治理…  "]));
        assert_eq!(put(&mut buf, 10, 0, 5, "x", Style::new()), 0);
        assert_eq!(put(&mut buf, 0, 1, 5, "x", Style::new()), 0);
    }

    #[test]
    fn nothing_follows_what_is_cut() {
        let mut buf = Buffer::empty(Rect::new(0, 0, 10, 1));
        let spans = [("治理强基治理", Style::new()), ("  ", Style::new()), ("夯根本", Style::new())];
        put_spans(&mut buf, 0, 0, 10, &spans);
        assert_eq!(buf, Buffer::with_lines(["治理强基… "]));
    }

    #[test]
    fn clearing_leaves_no_half_of_a_wide_character() {
        let mut buf = Buffer::with_lines(["治理强基"]);
        clear(&mut buf, Rect::new(3, 0, 2, 1), Style::new());
        assert_eq!(buf.cell((2, 0)).map(ratatui::buffer::Cell::symbol), Some(" "));
    }

    proptest! {
        #[test]
        fn text_stays_in_its_cells(content in "[ -~ﾞﾟァ中…\u{301}\u{200d}👩🇨🇳]{0,12}", max in 0u16..8) {
            let area = Rect::new(0, 0, 12, 1);
            let mut buf = Buffer::filled(area, ratatui::buffer::Cell::new("x"));
            let used = put(&mut buf, 2, 0, max, &content, Style::new());
            prop_assert!(used <= max);
            for x in (0..2).chain(2 + max..12) {
                prop_assert_eq!(buf[(x, 0)].symbol(), "x", "{}", x);
            }
        }

        #[test]
        fn nothing_is_drawn_outside(x in 0u16..20, y in 0u16..6, max in 0u16..20, content in "\\PC{0,20}") {
            let mut buf = Buffer::empty(Rect::new(2, 1, 12, 3));
            put(&mut buf, x, y, max, &content, Style::new());
            put_right(&mut buf, x, y, max, &content, Style::new());
            put_wrapped(&mut buf, Rect::new(x, y, max, 2), &content, Style::new());
            heading(&mut buf, Rect::new(x, y, max, 2), &content, &content, &Theme::new(ThemeName::Dark, ColourDepth::True));
            clear(&mut buf, Rect::new(x, y, max, 2), Style::new());
        }
    }
}
