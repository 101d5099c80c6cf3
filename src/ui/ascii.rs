//! The screen in the characters of a typewriter. What the program draws is put into ASCII cell by cell, after everything
//! has been drawn; names and Chinese text stay as they are.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::text;
use crate::domain::Lang;

/// What stands for the signs that the program draws, each form one cell wide.
const FORMS: &[(&str, &str)] = &[
    ("─━┄┅┈┉╌╍═╴╶╸╺╼╾", "-"),
    ("│┃┆┇┊┋╎╏║╵╷╹╻╽╿├┝┞┟┠┡┢┣┤┥┦┧┨┩┪┫▏▎▍▌▐▕", "|"),
    ("╱÷", "/"),
    ("╲", "\\"),
    ("▀▔▘▝", "\""),
    ("▁▂▃▄▖▗", "_"),
    ("░", ":"),
    ("▒▓", "%"),
    ("✓✔", "+"),
    ("✗✘╳×", "x"),
    ("▸▶►▷›→⇒➤➜", ">"),
    ("◂◀◄◁◃‹←⇐", "<"),
    ("▴▲△▵↑⇑", "^"),
    ("▾▼▽▿↓⇓", "v"),
    ("▹□○◇◦", "o"),
    ("▫", "#"),
    ("∙", "."),
    ("−–", "-"),
    ("…≈", "~"),
    ("—", "-"),
    ("·", "|"),
    ("¶", "#"),
    ("⠀", " "),
];

/// What stands for any other sign of these kinds: arrows, box drawing, blocks, shapes, dingbats, braille.
const KINDS: [(char, char, &str); 6] = [
    ('\u{2190}', '\u{21ff}', ">"),
    ('\u{2500}', '\u{257f}', "+"),
    ('\u{2580}', '\u{259f}', "#"),
    ('\u{25a0}', '\u{25ff}', "*"),
    ('\u{2700}', '\u{27bf}', "*"),
    ('\u{2800}', '\u{28ff}', "*"),
];

/// Puts an area into ASCII. Typographic quotes are Chinese punctuation in Chinese, and stay there.
pub fn apply(buf: &mut Buffer, area: Rect, lang: Lang) {
    let area = area.intersection(buf.area);
    for y in area.top()..area.bottom() {
        let mut before = ' ';
        let mut x = area.left();
        while x < area.right() {
            let Some(cell) = buf.cell((x, y)) else { break };
            let symbol = cell.symbol();
            let c = symbol.chars().next().unwrap_or(' ');
            let (wide, stretched) = measure(buf, x, y);
            let next = x.saturating_add(wide);
            if !c.is_ascii() {
                let after = buf.cell((next, y)).and_then(|cell| cell.symbol().chars().next()).unwrap_or(' ');
                let form = form(c, before, after, lang);
                // Where such a sign is two cells wide, one that has one cell would push the rest of the row aside.
                let pushing = text::is_wide() && wide == 1 && text::is_ambiguous(symbol);
                put(buf, (x, y), form.or(pushing.then_some("?")), if stretched { x + 1 } else { next });
                if let Some(cell) = form.filter(|form| stretched && form.len() == 1).and(buf.cell_mut((x + 1, y))) {
                    cell.set_symbol(" ");
                }
            }
            before = c;
            x = next;
        }
    }
}

/// The cells that the glyph in a place takes, at least one, and whether it is an ambiguous one that takes two.
fn measure(buf: &Buffer, x: u16, y: u16) -> (u16, bool) {
    let pair = [x, x.saturating_add(1)].map(|x| buf.cell((x, y)).cloned().unwrap_or_default());
    let cells = text::glyph_cells(&pair).max(1) as u16;
    (cells, cells == 2 && pair.first().is_some_and(|cell| text::is_ambiguous(cell.symbol())))
}

/// Writes the form of a sign over it; a form of two characters takes the blank behind it.
fn put(buf: &mut Buffer, (x, y): (u16, u16), form: Option<&str>, next: u16) {
    let Some(form) = form else { return };
    let ends = [form.get(..1), form.get(1..).filter(|rest| !rest.is_empty())];
    for (column, sign) in [x, next].into_iter().zip(ends) {
        if let (Some(sign), Some(cell)) = (sign, buf.cell_mut((column, y))) {
            cell.set_symbol(sign);
        }
    }
}

/// What stands for a sign between two others; `None` for what is text.
fn form(c: char, before: char, after: char, lang: Lang) -> Option<&'static str> {
    let alone = before == ' ' && matches!(after, ' ' | '…');
    match c {
        // `100 > 120` would be a comparison.
        '→' if after == ' ' => return Some("->"),
        // Between words it keeps them apart; inside a name it belongs to it.
        '·' if !alone => return None,
        // In Chinese text both stand twice.
        '…' | '—' if before == c || after == c => return None,
        '“' | '”' if lang == Lang::En => return Some("\""),
        '‘' | '’' if lang == Lang::En => return Some("'"),
        _ => {}
    }
    let named = FORMS.iter().find(|(signs, _)| signs.contains(c)).map(|(_, form)| *form);
    named.or_else(|| KINDS.iter().find(|(first, last, _)| (*first..=*last).contains(&c)).map(|(_, _, form)| *form))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// A row in ASCII; the cell behind a wide character is not told.
    fn typed(line: &str, lang: Lang) -> String {
        let mut buf = Buffer::with_lines([line]);
        let area = buf.area;
        apply(&mut buf, area, lang);
        let mut shown = String::new();
        let mut x = 0;
        while let Some(cell) = buf.cell((x, 0)) {
            shown.push_str(cell.symbol());
            x += text::cells(cell.symbol()).max(1);
        }
        shown
    }

    #[test]
    fn what_the_program_draws_is_typed() {
        let both = |line, zh, en| assert_eq!((&*typed(line, Lang::Zh), &*typed(line, Lang::En)), (zh, en));
        both("薪火 … › 总览 ────", "薪火 ~ > 总览 ----", "薪火 ~ > 总览 ----");
        both("58 项 · 100% 有出处 ·…", "58 项 | 100% 有出处 |~", "58 项 | 100% 有出处 |~");
        both("−3.2万  ≈ 2×  ¶ 34–36", "-3.2万  ~ 2x  # 34-36", "-3.2万  ~ 2x  # 34-36");
        both("5万 → 6万  a→b", "5万 ->6万  a>b", "5万 ->6万  a>b");
        both("➤▕▎ ▴▾ ✓✗ ├─┤╭╮⣿", ">|| ^v +x |-|++*", ">|| ^v +x |-|++*");
    }

    #[test]
    fn text_stays() {
        for line in ["阿凡·提，“三张图”……——《a》：1㎡、★", "plain ASCII ~ stays | as it is", "m² café"]
        {
            assert_eq!(typed(line, Lang::Zh), line);
        }
        assert_eq!(typed("“3.48 km²” isn’t", Lang::En), "\"3.48 km²\" isn't");
    }

    #[test]
    fn every_form_is_typed_and_every_kind_has_one() {
        for (_, form) in FORMS {
            assert!(form.len() == 1 && form.is_ascii(), "{form}");
        }
        for (first, last, _) in KINDS {
            for c in first..=last {
                assert!(form(c, ' ', ' ', Lang::Zh).is_some_and(str::is_ascii), "{c}");
            }
        }
    }

    proptest! {
        #[test]
        fn nothing_moves(line in "[ -~─│█▀✓▸➤⣿…·—“”→中文，。]{0,30}") {
            let buf = Buffer::with_lines([&*line]);
            prop_assert_eq!(text::width(&typed(&line, Lang::Zh)), usize::from(buf.area.width));
        }
    }
}
