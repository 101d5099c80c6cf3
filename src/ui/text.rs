//! The one place that measures, cuts, pads and wraps text, in cells of the terminal.

use std::borrow::Cow;

use ratatui::buffer::CellWidth;
use unicode_linebreak::BreakOpportunity;
use unicode_segmentation::UnicodeSegmentation;

pub use crate::domain::check::control::visible;

/// What stands for the part that did not fit; one cell wide.
pub const ELLIPSIS: &str = "…";

/// How many cells a text takes: a grapheme at a time, by the measure of the buffer that it is written to.
pub fn width(text: &str) -> usize {
    let plain = text.bytes().all(|byte| (b' '..=b'~').contains(&byte));
    if plain { text.len() } else { text.graphemes(true).map(grapheme_width).sum() }
}

/// The cells of one grapheme. Control characters take none: they are never written.
fn grapheme_width(grapheme: &str) -> usize {
    if grapheme.chars().any(char::is_control) { 0 } else { usize::from(grapheme.cell_width()) }
}

/// What is wider than this is as wide as this: no screen is wider, and several widths can be added without overflow.
const WIDEST: usize = 4096;

/// The width as a coordinate.
pub fn cells(text: &str) -> u16 {
    width(text).min(WIDEST) as u16
}

/// The longest beginning that takes at most `max` cells.
fn head(text: &str, max: usize) -> &str {
    let mut used = 0;
    for (at, grapheme) in text.grapheme_indices(true) {
        used += grapheme_width(grapheme);
        if used > max {
            return text.get(..at).unwrap_or_default();
        }
    }
    text
}

/// The text in at most `max` cells; what is cut ends in `…`.
pub fn fit(text: &str, max: usize) -> Cow<'_, str> {
    if width(text) <= max {
        return Cow::Borrowed(text);
    }
    if max == 0 {
        return Cow::Borrowed("");
    }
    let mut head = before_number(text, head(text, max - 1)).trim_end();
    // A number that happens to end where the text is cut must not look as if it went on; nor one before it.
    while head.ends_with(|c: char| c.is_ascii_digit()) {
        if width(head) + 2 <= max {
            return Cow::Owned(format!("{head} {ELLIPSIS}"));
        }
        head = without_number(head).trim_end();
    }
    Cow::Owned(format!("{head}{ELLIPSIS}"))
}

fn in_number(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, ',' | '.')
}

/// A beginning without the number that it ends in.
fn without_number(head: &str) -> &str {
    head.trim_end_matches(in_number).trim_end_matches('−')
}

/// A beginning that does not end inside a number: a number is whole or not there.
fn before_number<'a>(text: &str, head: &'a str) -> &'a str {
    let goes_on = |c: char| in_number(c) || matches!(c, '万' | '亿' | '%' | 'K' | 'M' | 'B' | 'T');
    let next = text.get(head.len()..).and_then(|rest| rest.chars().next());
    match next {
        Some(next) if goes_on(next) && head.ends_with(in_number) => without_number(head),
        _ => head,
    }
}

/// The longest end of a text that takes at most `max` cells.
pub fn tail(text: &str, max: usize) -> &str {
    let mut used = 0;
    let mut start = text.len();
    for (at, grapheme) in text.grapheme_indices(true).rev() {
        used += grapheme_width(grapheme);
        if used > max {
            break;
        }
        start = at;
    }
    text.get(start..).unwrap_or_default()
}

/// What a reader takes for the characters of a text.
pub fn graphemes(text: &str) -> impl Iterator<Item = &str> {
    text.graphemes(true)
}

/// The first grapheme of a text.
pub fn first(text: &str) -> &str {
    text.graphemes(true).next().unwrap_or_default()
}

/// A figure in at most `max` cells: whole, or `…` in its place. A figure is never cut to a shorter one.
pub fn fit_figure(figure: &str, max: usize) -> &str {
    if width(figure) <= max {
        figure
    } else if max > 0 {
        ELLIPSIS
    } else {
        ""
    }
}

/// Breaks a text into lines of at most `max` cells, by UAX #14 with one rule more: a number stays with what follows it
/// (`1万`, `5.31万家次`, `77%`, `2024年`). A run that fits no line is broken between graphemes.
pub fn wrap(text: &str, max: usize) -> Vec<String> {
    if max == 0 {
        return Vec::new();
    }
    let mut lines = vec![String::new()];
    let mut used = 0;
    for (piece, ends_line) in pieces(text) {
        let bare = piece.trim_end();
        if used > 0 && used + width(bare) > max {
            lines.push(String::new());
            used = 0;
        }
        let mut rest = piece;
        while width(rest.trim_end()) > max {
            // A grapheme wider than the line still has to go somewhere: one a line, and the line is cut when drawn.
            let mut part = head(rest, max - used.min(max));
            if part.is_empty() && used == 0 {
                part = rest.graphemes(true).next().unwrap_or(rest);
            }
            append(&mut lines, part);
            lines.push(String::new());
            used = 0;
            rest = rest.get(part.len()..).unwrap_or_default();
        }
        append(&mut lines, rest);
        used += width(rest);
        if ends_line {
            lines.push(String::new());
            used = 0;
        }
    }
    if lines.last().is_some_and(String::is_empty) {
        lines.pop();
    }
    for line in &mut lines {
        line.truncate(line.trim_end().len());
    }
    lines
}

fn append(lines: &mut [String], part: &str) {
    if let Some(line) = lines.last_mut() {
        line.push_str(part.trim_end_matches(['\n', '\r']));
    }
}

/// The unbreakable pieces of a text, each with whether a line must end after it.
pub fn pieces(text: &str) -> Vec<(&str, bool)> {
    let mut pieces = Vec::new();
    let mut start = 0;
    for (at, kind) in unicode_linebreak::linebreaks(text) {
        let mandatory = kind == BreakOpportunity::Mandatory && at < text.len();
        let before = text.get(..at).and_then(|head| head.chars().next_back());
        let after = text.get(at..).and_then(|tail| tail.chars().next());
        if !mandatory && at < text.len() && keeps_together(before, after) {
            continue;
        }
        if let Some(piece) = text.get(start..at).filter(|piece| !piece.is_empty()) {
            pieces.push((piece, mandatory));
        }
        start = at;
    }
    pieces
}

/// Whether a number and its measure word would be torn apart.
fn keeps_together(before: Option<char>, after: Option<char>) -> bool {
    let (Some(before), Some(after)) = (before, after) else { return false };
    let number = |c: char| c.is_ascii_digit() || c == '万' || c == '亿' || c == '%';
    let measure = |c: char| "万亿%年月日届名个家户次件项场支篇条宗所位分倍元公平人".contains(c);
    (number(before) && measure(after)) || ("超近约第前".contains(before) && after.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_is_cut_says_so() {
        assert_eq!(fit("党员先锋队", 10), "党员先锋队");
        assert_eq!(fit("党员先锋队", 9), "党员先锋…");
        assert_eq!(fit("党员先锋队", 8), "党员先…");
        assert_eq!(fit("ab", 1), "…");
        assert_eq!(fit("ab", 0), "");
    }

    #[test]
    fn a_text_is_never_cut_inside_a_number() {
        assert_eq!(fit("第1 / 500", 8), "第1 /…");
        assert_eq!(fit("exactly 123,456,790 visits", 18), "exactly…");
        assert_eq!(fit("exactly 123,456,790 visits", 20), "exactly…");
        assert_eq!(fit("exactly 123,456,790 visits", 21), "exactly 123,456,790 …");
        assert_eq!(fit("No. 2 of 100 nationwide", 14), "No. 2 of 100 …");
        assert_eq!(fit("No. 2 of 100 nationwide", 13), "No. 2 of…");
        assert_eq!(fit("a,00 0a%b", 7), "a,00 …");
        assert_eq!(fit("超5.31万家次", 7), "超…");
        assert_eq!(fit("3.48M square metres", 5), "…");
    }

    #[test]
    fn a_figure_is_whole_or_not_there() {
        assert_eq!(fit_figure("5.31万", 6), "5.31万");
        assert_eq!(fit_figure("5.31万", 5), "…");
        assert_eq!(fit_figure("5.31万", 0), "");
    }

    #[test]
    fn a_number_stays_with_its_measure_word() {
        for line in wrap("走访企业5.31万家次,占77%以上", 10) {
            assert!(width(&line) <= 10, "{line}");
            assert!(!line.starts_with('万') && !line.starts_with('%') && !line.starts_with('家'), "{line}");
        }
        assert_eq!(wrap("第一行\n第二行", 20), ["第一行", "第二行"]);
        assert_eq!(wrap("a long English sentence", 10), ["a long", "English", "sentence"]);
    }

    #[test]
    fn no_line_starts_with_a_stop() {
        for max in 4..30 {
            for line in wrap("推动党建引领,服务群众！提升效能。持续改进", max) {
                assert!(!line.starts_with([',', '！', '。']), "{max}: {line}");
            }
        }
    }

    proptest! {
        #[test]
        fn no_helper_exceeds_its_width(text in "\\PC{0,40}", max in 0usize..30) {
            prop_assert!(width(&fit(&text, max)) <= max);
            prop_assert!(width(fit_figure(&text, max)) <= max);
        }

        #[test]
        fn no_digit_stands_before_the_mark_of_a_cut(text in "[0-9a-z万% ,.]{0,30}", max in 0usize..30) {
            let cut = fit(&text, max).into_owned();
            let before = cut.strip_suffix(ELLIPSIS).filter(|_| cut != text).unwrap_or_default();
            prop_assert!(!before.ends_with(|c: char| c.is_ascii_digit()), "{:?}", cut);
        }

        #[test]
        fn wrapped_lines_fit_and_lose_nothing(text in "[a-z0-9 中文字符,。！万%\n]{0,60}", max in 2usize..30) {
            let lines = wrap(&text, max);
            for line in &lines {
                prop_assert!(width(line) <= max, "{:?}", line);
            }
            let kept: String = lines.concat().split_whitespace().collect();
            let all: String = text.split_whitespace().collect();
            prop_assert_eq!(kept, all);
        }

        #[test]
        fn wrapping_any_text_ends(text in "\\PC{0,40}", max in 0usize..12) {
            wrap(&text, max);
        }

        #[test]
        fn nothing_visible_commands_a_terminal(text in any::<String>()) {
            prop_assert!(!visible(&text).chars().any(char::is_control));
        }
    }
}
