//! The one place that measures, cuts, pads and wraps text, in cells of the terminal.

use std::borrow::Cow;
use std::cell::Cell as Slot;

use ratatui::buffer::{Cell, CellWidth};
use unicode_linebreak::BreakOpportunity;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthChar;

pub use crate::domain::visible::visible;
use crate::model::Ambiguous;

/// What stands for the part that did not fit; see [`ellipsis`].
pub const ELLIPSIS: &str = "…";

/// What stands for the part that did not fit where ambiguous characters are wide.
const NARROW_ELLIPSIS: &str = "~";

thread_local! {
    /// How wide ambiguous characters are while something is drawn. Measuring is all over the program; a parameter of
    /// every function that draws would say the same in a thousand places. Set by [`measured`] alone.
    static AMBIGUOUS: Slot<Ambiguous> = const { Slot::new(Ambiguous::Narrow) };
}

/// Draws or lays out something while ambiguous characters are so wide.
pub fn measured<T>(ambiguous: Ambiguous, draw: impl FnOnce() -> T) -> T {
    struct Restore(Ambiguous);
    impl Drop for Restore {
        fn drop(&mut self) {
            AMBIGUOUS.set(self.0);
        }
    }
    let _restore = Restore(AMBIGUOUS.replace(ambiguous));
    draw()
}

/// Whether ambiguous characters are wide at the moment.
pub fn is_wide() -> bool {
    AMBIGUOUS.get() == Ambiguous::Wide
}

/// What stands for the part that did not fit; one cell wide.
pub fn ellipsis() -> &'static str {
    if is_wide() { NARROW_ELLIPSIS } else { ELLIPSIS }
}

/// Whether a grapheme takes one cell or two, depending on the terminal. Frames and blocks do as well, but they are drawn,
/// never written, and are put into narrow characters where ambiguous ones are wide.
pub fn is_ambiguous(grapheme: &str) -> bool {
    let mut chars = grapheme.chars();
    let Some(first) = chars.next() else { return false };
    let drawn = matches!(first, '\u{2500}'..='\u{259f}');
    !drawn && first.width() == Some(1) && (first.width_cjk() == Some(2) || PINYIN.contains(first))
}

/// Letters of pinyin: ambiguous by UAX #11, but not for the crate, which measures them like a letter and a mark.
const PINYIN: &str = "àáèéêìíòóùúüāēěīńňōūǎǐǒǔǖǘǚǜ";

/// The cells that the glyph at the head of a row takes: as its symbol measures, and one more where an empty cell behind
/// it says that it is an ambiguous one on a terminal that draws them wide.
pub fn glyph_cells(row: &[Cell]) -> usize {
    let Some(symbol) = row.first().map(Cell::symbol) else { return 0 };
    let own = if symbol.len() == 1 { 1 } else { symbol.graphemes(true).map(narrow_width).sum() };
    let stretched = own == 1 && is_ambiguous(symbol) && row.get(1).is_some_and(|next| next.symbol().is_empty());
    if stretched { 2 } else { own }
}

/// How many cells a text takes: a grapheme at a time, by the measure of the buffer that it is written to.
pub fn width(text: &str) -> usize {
    let plain = text.bytes().all(|byte| (b' '..=b'~').contains(&byte));
    if plain { text.len() } else { text.graphemes(true).map(grapheme_width).sum() }
}

/// The cells of one grapheme. Control characters take none: they are never written.
fn grapheme_width(grapheme: &str) -> usize {
    narrow_width(grapheme) + usize::from(is_wide() && is_ambiguous(grapheme))
}

fn narrow_width(grapheme: &str) -> usize {
    if grapheme.chars().any(char::is_control) { 0 } else { usize::from(grapheme.cell_width()) }
}

/// The graphemes of a text.
pub fn graphemes(text: &str) -> impl Iterator<Item = &str> {
    text.graphemes(true)
}

/// A text with blanks before it, so that it ends after so many cells; one that is wider stays as it is.
pub fn right(text: &str, cells: usize) -> String {
    let mut padded = " ".repeat(cells.saturating_sub(width(text)));
    padded.push_str(text);
    padded
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

/// The longest end that takes at most `max` cells.
pub fn tail(text: &str, max: usize) -> &str {
    let mut used = 0;
    let mut from = text.len();
    for (at, grapheme) in text.grapheme_indices(true).rev() {
        used += grapheme_width(grapheme);
        if used > max {
            break;
        }
        from = at;
    }
    text.get(from..).unwrap_or_default()
}

/// The runs of a text that are in or out of something that is told by the positions of characters; no grapheme is torn:
/// one is in where any of its characters is.
pub fn runs(text: &str, inside: impl Fn(usize) -> bool) -> Vec<(&str, bool)> {
    let mut ends: Vec<(usize, bool)> = Vec::new();
    let mut chars = 0;
    for (at, grapheme) in text.grapheme_indices(true) {
        let count = grapheme.chars().count();
        let is_in = (chars..chars + count).any(&inside);
        chars += count;
        match ends.last_mut().filter(|(_, last)| *last == is_in) {
            Some((end, _)) => *end = at + grapheme.len(),
            None => ends.push((at + grapheme.len(), is_in)),
        }
    }
    let starts = std::iter::once(0).chain(ends.iter().map(|(end, _)| *end));
    starts.zip(&ends).filter_map(|(start, (end, is_in))| Some((text.get(start..*end)?, *is_in))).collect()
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
            return Cow::Owned(format!("{head} {}", ellipsis()));
        }
        head = without_number(head).trim_end();
    }
    Cow::Owned(format!("{head}{}", ellipsis()))
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

/// The first grapheme of a text.
pub fn first(text: &str) -> &str {
    text.graphemes(true).next().unwrap_or_default()
}

/// A figure in at most `max` cells: whole, or `…` in its place. A figure is never cut to a shorter one.
pub fn fit_figure(figure: &str, max: usize) -> &str {
    if width(figure) <= max {
        figure
    } else if max > 0 {
        ellipsis()
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
    fn ambiguous_characters_are_as_wide_as_the_terminal_has_them() {
        let text = "“a”·—…×→●中é✓░⣿ｱ1";
        assert_eq!(width(text), 17);
        measured(Ambiguous::Wide, || {
            // `é` is ambiguous too; what is always narrow, and what is always wide, stays.
            assert_eq!(width(text), 17 + 9);
            assert_eq!((width("──█"), width("e\u{301}"), &*fit("a·b·c", 4)), (3, 1, "a·~"));
        });
        assert_eq!(width(text), 17);
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
            prop_assert!(width(tail(&text, max)) <= max && text.ends_with(tail(&text, max)));
        }

        #[test]
        fn runs_are_the_text_and_take_turns(text in "[a-c党\u{301}👩\u{200d}]{0,20}", inside in prop::collection::vec(any::<bool>(), 20)) {
            let runs = runs(&text, |at| inside.get(at) == Some(&true));
            prop_assert_eq!(runs.iter().map(|(run, _)| *run).collect::<String>(), &*text);
            prop_assert!(runs.windows(2).all(|pair| pair[0].1 != pair[1].1));
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
        fn wide_ambiguous_characters_exceed_nothing_either(text in "[a-z0-9中·“”—…×→●①━é ,万%]{0,40}", max in 0usize..30) {
            measured(Ambiguous::Wide, || {
                prop_assert!(width(&fit(&text, max)) <= max);
                prop_assert!(width(fit_figure(&text, max)) <= max);
                for line in wrap(&text, max.max(2)) {
                    prop_assert!(width(&line) <= max.max(2), "{:?}", line);
                }
                Ok(())
            })?;
            prop_assert!(!is_wide());
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
