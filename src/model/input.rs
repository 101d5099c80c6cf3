//! A line of text being typed, and where its caret is.

use unicode_segmentation::UnicodeSegmentation;

use super::key::{Code, Key};

/// The most characters that a line takes.
const LONGEST: usize = 200;

/// What a key did to a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edit {
    /// The text is another one now.
    Changed,
    /// The text is the same.
    Kept,
}

/// A line of text being typed. The caret stands before a grapheme or at the end.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Input {
    text: String,
    /// In bytes.
    caret: usize,
}

impl Input {
    /// A line with the caret at its end.
    pub fn new(text: &str) -> Self {
        let mut input = Self::default();
        input.insert(text);
        input
    }

    /// The whole line.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The line before the caret.
    pub fn before(&self) -> &str {
        self.text.get(..self.caret).unwrap_or(&self.text)
    }

    /// The line from the caret on.
    pub fn behind(&self) -> &str {
        self.text.get(self.caret..).unwrap_or_default()
    }

    /// Lets a key edit the line as lines are edited in a shell; none where it means nothing here.
    pub fn press(&mut self, key: Key) -> Option<Edit> {
        let changed = match (key.code, key.ctrl, key.alt) {
            (Code::Char(typed), ..) if key.is_text() => {
                self.insert(typed.encode_utf8(&mut [0; 4]));
                true
            }
            (Code::Backspace, false, false) => self.delete_before(),
            (Code::Delete, false, false) | (Code::Char('d'), true, false) => self.delete_behind(),
            (Code::Backspace, ..) | (Code::Char('w'), true, false) => self.delete_word(),
            (Code::Char('u'), true, false) => self.delete_to_start(),
            (Code::Char('k'), true, false) => self.delete_to_end(),
            (Code::Left, ..) | (Code::Char('b'), true, false) => moved(|| self.left()),
            (Code::Right, ..) | (Code::Char('f'), true, false) => moved(|| self.right()),
            (Code::Home, ..) | (Code::Char('a'), true, false) => moved(|| self.start()),
            (Code::End, ..) | (Code::Char('e'), true, false) => moved(|| self.end()),
            _ => return None,
        };
        Some(if changed { Edit::Changed } else { Edit::Kept })
    }

    /// Writes at the caret. Breaks of lines and tabs become blanks, other control characters are dropped, and so is what
    /// is too long.
    pub fn insert(&mut self, typed: &str) {
        let room = LONGEST.saturating_sub(self.text.chars().count());
        let clean = |c: char| match c {
            '\r' | '\n' | '\t' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some(' '),
            c => (!c.is_control()).then_some(c),
        };
        // Terminals paste a break of lines as one sign of the two; where both are there they are one break.
        let clean: String = typed.replace("\r\n", "\n").chars().filter_map(clean).take(room).collect();
        let behind = self.behind().to_owned();
        self.replace(format!("{}{clean}", self.before()), &behind);
    }

    /// Deletes the grapheme before the caret; false where there is none.
    pub fn delete_before(&mut self) -> bool {
        self.cut(self.previous())
    }

    /// Deletes the grapheme behind the caret.
    pub fn delete_behind(&mut self) -> bool {
        let next = self.next();
        let before = self.before().to_owned();
        let behind = self.text.get(next..).unwrap_or_default().to_owned();
        let deleted = next > self.caret;
        self.replace(before, &behind);
        deleted
    }

    /// Deletes the word before the caret, with the blanks behind it. Chinese has no blanks: there it is everything up to
    /// the next sign that is none of its characters.
    pub fn delete_word(&mut self) -> bool {
        let before = self.before().trim_end();
        let rest = before.trim_end_matches(is_of_run);
        let word = || before.split_word_bound_indices().next_back().map_or(0, |(at, _)| at);
        self.cut(if rest.len() < before.len() { rest.len() } else { word() })
    }

    /// Deletes everything before the caret.
    pub fn delete_to_start(&mut self) -> bool {
        self.cut(0)
    }

    /// Deletes everything behind the caret.
    pub fn delete_to_end(&mut self) -> bool {
        let cut = self.caret < self.text.len();
        self.text.truncate(self.caret);
        cut
    }

    /// Moves the caret a grapheme to the left.
    pub fn left(&mut self) {
        self.caret = self.previous();
    }

    /// Moves the caret a grapheme to the right.
    pub fn right(&mut self) {
        self.caret = self.next();
    }

    /// Moves the caret to the start.
    pub fn start(&mut self) {
        self.caret = 0;
    }

    /// Moves the caret to the end.
    pub fn end(&mut self) {
        self.caret = self.text.len();
    }

    /// Where the grapheme before the caret begins.
    fn previous(&self) -> usize {
        self.before().grapheme_indices(true).next_back().map_or(0, |(at, _)| at)
    }

    /// Where the grapheme behind the caret ends.
    fn next(&self) -> usize {
        self.caret + self.behind().graphemes(true).next().map_or(0, str::len)
    }

    /// Deletes from a position to the caret.
    fn cut(&mut self, from: usize) -> bool {
        let cut = from < self.caret;
        let behind = self.behind().to_owned();
        self.replace(self.text.get(..from).unwrap_or_default().to_owned(), &behind);
        cut
    }

    /// Puts the line together anew, with the caret between the two parts: behind the grapheme where they grow into one.
    fn replace(&mut self, mut before: String, behind: &str) {
        let caret = before.len();
        before.push_str(behind);
        self.text = before;
        let ends = self.text.grapheme_indices(true).map(|(at, grapheme)| at + grapheme.len());
        self.caret = std::iter::once(0).chain(ends).find(|at| *at >= caret).unwrap_or(self.text.len());
    }
}

/// Whether a character is of a script that is written without blanks between its words; full-width letters are not.
fn is_of_run(c: char) -> bool {
    c >= '\u{2e80}' && c.is_alphanumeric() && !('\u{ff00}'..='\u{ffef}').contains(&c)
}

/// Moves the caret, which changes no text.
fn moved(mut step: impl FnMut()) -> bool {
    step();
    false
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_line_is_edited_by_graphemes_and_words() {
        let mut input = Input::new("党员 e\u{301}x");
        input.left();
        assert_eq!(input.before(), "党员 e\u{301}");
        assert!(input.delete_before());
        assert_eq!((input.before(), input.behind()), ("党员 ", "x"));
        assert!(input.delete_word());
        assert_eq!(input.text(), "x", "Chinese up to where it begins");
        for (text, kept) in [
            ("治理强基，党员先锋队", "治理强基，"),
            ("PCB产业链 ", "PCB"),
            ("产业ＰＣＢ", "产业"),
            ("产业“链”", "产业“链"),
            ("区12", "区"),
        ] {
            let mut input = Input::new(text);
            assert!(input.delete_word());
            assert_eq!(input.text(), kept);
        }
        input.end();
        assert!(input.delete_to_start() && !input.delete_before() && !input.delete_word());
        assert_eq!(input, Input::default());
        let mut input = Input::new("service visits  ");
        assert!(input.delete_word());
        assert_eq!(input.text(), "service ");
        input.start();
        assert!(input.delete_behind());
        input.right();
        assert_eq!((input.before(), input.behind()), ("e", "rvice "));
    }

    #[test]
    fn keys_edit_at_the_caret() {
        for (keys, expected) in [
            ("党 员 Left 团", "党团|员"),
            ("a b Home c Delete", "c|b"),
            ("a b Ctrl-a Right Backspace c End d", "cbd|"),
            ("a Space b c Ctrl-w", "a |"),
            ("a b Left Ctrl-u", "|b"),
            ("a b c Home Right Ctrl-k", "a|"),
            ("Backspace Delete Left Right", "|"),
        ] {
            let mut input = Input::default();
            for key in keys.split(' ') {
                assert!(input.press(key.parse().unwrap()).is_some(), "{key}");
            }
            assert_eq!(format!("{}|{}", input.before(), input.behind()), expected, "{keys}");
        }
        let mut input = Input::new("a");
        input.press(Key::plain(Code::Char('？')));
        assert_eq!(input.text(), "a？", "what an input method types is text as it is");
        input.delete_before();
        assert_eq!(input.press("F5".parse().unwrap()), None);
        assert_eq!(input.press("Alt-b".parse().unwrap()), None);
        assert_eq!(input.press("Left".parse().unwrap()), Some(Edit::Kept));
        assert_eq!(input.press("Backspace".parse().unwrap()), Some(Edit::Kept));
        assert_eq!(input.press("Delete".parse().unwrap()), Some(Edit::Changed));
    }

    #[test]
    fn what_is_pasted_is_one_line_without_control_characters() {
        assert_eq!(Input::new("a\rb\r\rc").text(), "a b  c");
        assert_eq!(Input::new("a\r\nb\tc\u{1b}[31m\u{9b}d\0").text(), "a b c[31md");
        assert_eq!(Input::new(&"长".repeat(1000)).text().chars().count(), LONGEST);
    }

    proptest! {
        #[test]
        fn the_caret_is_always_between_graphemes(
            steps in prop::collection::vec((0u8..10, "[a 党é\u{301}\u{200d}👩🇨🇳\n]{0,4}"), 0..40),
        ) {
            let mut input = Input::default();
            for (step, text) in steps {
                match step {
                    0 => drop(input.delete_before()),
                    1 => drop(input.delete_behind()),
                    2 => drop(input.delete_word()),
                    3 => input.left(),
                    4 => input.right(),
                    5 => input.start(),
                    6 => input.end(),
                    7 => drop(input.delete_to_end()),
                    _ => input.insert(&text),
                }
                let whole = format!("{}{}", input.before(), input.behind());
                prop_assert_eq!(&whole, input.text());
                let at = input.before().len();
                let edge = at == whole.len() || whole.grapheme_indices(true).any(|(start, _)| start == at);
                prop_assert!(edge, "{:?} at {}", whole, at);
                prop_assert!(!whole.chars().any(char::is_control));
            }
        }
    }
}
