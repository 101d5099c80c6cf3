//! One line of text that is being typed.

use unicode_segmentation::UnicodeSegmentation;

use super::key::{Code, Key};

/// A line of text with a caret in it, which stands between graphemes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Input {
    text: String,
    /// The byte that the caret stands before.
    caret: usize,
}

impl Input {
    /// A line that begins with a text, the caret behind it.
    pub fn new(text: &str) -> Self {
        Self { caret: text.len(), text: text.to_owned() }
    }

    /// What has been typed.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// What stands before the caret and what behind it.
    pub fn around(&self) -> (&str, &str) {
        self.text.split_at_checked(self.caret).unwrap_or((&self.text, ""))
    }

    /// Types a text at the caret. Control characters are no text.
    pub fn insert(&mut self, text: &str) {
        let text: String = text.chars().filter(|character| !character.is_control()).collect();
        let (before, after) = self.around();
        self.text = format!("{before}{text}{after}");
        self.caret += text.len();
    }

    /// Lets a key change the line; false where it means nothing here.
    pub fn press(&mut self, key: Key) -> bool {
        let (before, after) = self.around();
        let left = before.graphemes(true).next_back().map_or(0, str::len);
        let right = after.graphemes(true).next().map_or(0, str::len);
        let caret = self.caret;
        match key.code {
            Code::Char('u') if key.ctrl => self.cut(0, caret),
            Code::Char('w') if key.ctrl => self.cut(word_start(before), caret),
            Code::Char('a') if key.ctrl => self.caret = 0,
            Code::Char('e') if key.ctrl => self.caret = self.text.len(),
            Code::Char(typed) if !key.ctrl && !key.alt => self.insert(typed.encode_utf8(&mut [0; 4])),
            Code::Left => self.caret -= left,
            Code::Right => self.caret += right,
            Code::Home => self.caret = 0,
            Code::End => self.caret = self.text.len(),
            Code::Backspace => self.cut(caret - left, caret),
            Code::Delete => self.cut(caret, caret + right),
            _ => return false,
        }
        true
    }

    /// Takes out the bytes from one to before another; the caret goes there.
    fn cut(&mut self, from: usize, to: usize) {
        let (head, tail) = (self.text.get(..from).unwrap_or_default(), self.text.get(to..).unwrap_or_default());
        self.text = format!("{head}{tail}");
        self.caret = from;
    }
}

/// Where the last word of a text begins.
fn word_start(text: &str) -> usize {
    text.unicode_word_indices().next_back().map_or(0, |(at, _)| at)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn typed(keys: &str) -> String {
        let mut input = Input::default();
        for key in keys.split(' ') {
            input.press(key.parse().unwrap());
        }
        let (before, after) = input.around();
        format!("{before}|{after}")
    }

    #[test]
    fn keys_edit_at_the_caret() {
        for (keys, expected) in [
            ("党 员 Left 团", "党团|员"),
            ("a b Home c Delete", "c|b"),
            ("a b Ctrl-a Right Backspace c End d", "cbd|"),
            ("a Space b c Ctrl-w", "a |"),
            ("a b Left Ctrl-u", "|b"),
            ("Backspace Delete Left Right", "|"),
        ] {
            assert_eq!(typed(keys), expected, "{keys}");
        }
        let mut input = Input::new("e\u{301}x");
        for key in ["Left", "Left"] {
            input.press(key.parse().unwrap());
        }
        assert_eq!(input.around().0, "", "a letter with its accent is one step");
        input.insert("\u{1b}[2Jy\n");
        assert_eq!(input.around().0, "[2Jy");
        assert!(!input.press("F5".parse().unwrap()) && !input.press("Alt-b".parse().unwrap()));
    }

    proptest! {
        #[test]
        fn the_caret_stays_in_the_line(keys in proptest::collection::vec(0usize..12, 0..60)) {
            let keys: Vec<&str> = keys
                .into_iter()
                .map(|at| {
                    ["a", "党", "\u{301}", "Space", "Left", "Right", "Home", "End", "Backspace", "Delete", "Ctrl-w", "🇨"][at]
                })
                .collect();
            let mut input = Input::default();
            for key in keys {
                input.press(key.parse().unwrap());
                let (before, after) = input.around();
                prop_assert_eq!(format!("{before}{after}"), input.text());
            }
        }
    }
}
