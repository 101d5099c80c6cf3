//! Keys: how they are written in settings, tests and help, and how a full-width key is read as its ASCII twin.

use std::fmt;
use std::str::FromStr;

/// What was pressed, without the modifiers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Code {
    /// A character.
    Char(char),
    /// A function key, from 1.
    F(u8),
    /// Arrow up.
    Up,
    /// Arrow down.
    Down,
    /// Arrow left.
    Left,
    /// Arrow right.
    Right,
    /// Home.
    Home,
    /// End.
    End,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
    /// Enter.
    Enter,
    /// Escape.
    Esc,
    /// Tab.
    Tab,
    /// Backspace.
    Backspace,
    /// Delete.
    Delete,
}

/// A key with its modifiers. Shift is part of a character (`G`) and spelt out for the other keys (`Shift-Tab`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Key {
    /// What was pressed.
    pub code: Code,
    /// Control was held.
    pub ctrl: bool,
    /// Alt was held.
    pub alt: bool,
    /// Shift was held.
    pub shift: bool,
}

/// The keys with names. The last may be written so where a bare sign is hard to see; it is shown as the sign that it types.
const NAMES: [(&str, Code); 15] = [
    ("Up", Code::Up),
    ("Down", Code::Down),
    ("Left", Code::Left),
    ("Right", Code::Right),
    ("Home", Code::Home),
    ("End", Code::End),
    ("PgUp", Code::PageUp),
    ("PgDn", Code::PageDown),
    ("Enter", Code::Enter),
    ("Esc", Code::Esc),
    ("Tab", Code::Tab),
    ("Backspace", Code::Backspace),
    ("Delete", Code::Delete),
    ("Space", Code::Char(' ')),
    (MINUS, Code::Char('-')),
];

/// What `-` may be called in settings.
const MINUS: &str = "Minus";

impl Key {
    /// The names of keys that are no character, but for the function keys.
    pub fn names() -> impl Iterator<Item = &'static str> {
        NAMES.iter().map(|(name, _)| *name)
    }

    /// A key with no modifier.
    pub fn plain(code: Code) -> Self {
        Self { code, ctrl: false, alt: false, shift: false }
    }

    /// Whether it types a character. Ctrl and Alt together are `AltGr` on some systems.
    pub fn is_text(self) -> bool {
        matches!(self.code, Code::Char(_)) && self.ctrl == self.alt
    }

    /// The key that is meant: an input method's full-width form is read as its ASCII twin, and Shift is dropped where
    /// the character already tells it. Of keys with Ctrl that terminals send as one byte, one stands for all.
    #[must_use]
    pub fn folded(mut self) -> Self {
        if let Code::Char(typed) = self.code {
            let typed = fold(typed);
            self.code = Code::Char(if self.ctrl { fold_ctrl(typed) } else { typed });
            self.shift = false;
        }
        self
    }

    /// What arrives for the key where terminals send it as another one, which therefore has to be named instead; a key
    /// that has been folded is asked.
    pub fn arrives(self) -> Option<Self> {
        let plain = |code: Code| Self { alt: self.alt, ..Self::plain(code) };
        let arrives = match self.code {
            Code::Char(typed) if self.ctrl => plain(match typed {
                '[' | '3' => Code::Esc,
                'h' | '?' | '8' => Code::Backspace,
                'i' => Code::Tab,
                'm' => Code::Enter,
                'a'..='z' | ' ' | '\\' | ']' | '^' | '/' => return None,
                // Terminals know no Ctrl with it.
                other => Code::Char(other),
            }),
            // What begins with an escape is that of another key.
            Code::Esc => Self::plain(Code::Esc),
            Code::Tab => Self { shift: self.shift, ..plain(Code::Tab) },
            Code::Enter | Code::Backspace => plain(self.code),
            _ => return None,
        };
        (arrives != self).then_some(arrives)
    }
}

/// The one that stands for all characters that are one byte with Ctrl.
fn fold_ctrl(typed: char) -> char {
    match typed {
        'A'..='Z' => typed.to_ascii_lowercase(),
        '@' | '2' => ' ',
        '4' => '\\',
        '5' => ']',
        '6' => '^',
        '_' | '7' => '/',
        other => other,
    }
}

/// Folds the full-width forms U+FF01–FF5E, the ideographic space and Chinese punctuation to what the same key types in
/// ASCII.
fn fold(typed: char) -> char {
    match typed {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(typed) - 0xfee0).unwrap_or(typed),
        '\u{3000}' => ' ',
        '、' => '/',
        '。' => '.',
        '【' => '[',
        '】' => ']',
        '《' => '<',
        '》' => '>',
        '‘' | '’' => '\'',
        '“' | '”' => '"',
        other => other,
    }
}

/// Why a text names no key.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("no key is called {0:?}")]
pub struct KeyError(pub String);

impl FromStr for Key {
    type Err = KeyError;

    fn from_str(text: &str) -> Result<Self, KeyError> {
        let mut key = Self::plain(Code::Esc);
        let mut rest = text;
        loop {
            let (head, tail) = rest.split_once('-').unwrap_or((rest, ""));
            match head {
                "Ctrl" if !tail.is_empty() => key.ctrl = true,
                "Alt" if !tail.is_empty() => key.alt = true,
                "Shift" if !tail.is_empty() => key.shift = true,
                _ => break,
            }
            rest = tail;
        }
        let mut chars = rest.chars();
        key.code = match (chars.next(), chars.next()) {
            (Some(only), None) => Code::Char(only),
            _ => NAMES
                .iter()
                .find(|(name, _)| *name == rest)
                .map(|(_, code)| *code)
                .or_else(|| function(rest))
                .ok_or_else(|| KeyError(text.to_owned()))?,
        };
        Ok(key.folded())
    }
}

fn function(name: &str) -> Option<Code> {
    let number: u8 = name.strip_prefix('F')?.parse().ok()?;
    (1..=24).contains(&number).then_some(Code::F(number))
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (held, name) in [(self.ctrl, "Ctrl-"), (self.alt, "Alt-"), (self.shift, "Shift-")] {
            if held {
                f.write_str(name)?;
            }
        }
        match self.code {
            Code::F(number) => write!(f, "F{number}"),
            code => match (NAMES.iter().find(|(name, known)| *known == code && *name != MINUS), code) {
                (Some((name, _)), _) => f.write_str(name),
                (None, Code::Char(typed)) => write!(f, "{typed}"),
                (None, _) => Ok(()),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_read_back_as_they_are_written() {
        for text in
            ["a", "G", "?", "Ctrl-u", "Shift-Tab", "PgDn", "F1", "Space", "Alt-Left", "Ctrl-c", "]", "-", "Ctrl--"]
        {
            assert_eq!(text.parse::<Key>().map(|key| key.to_string()), Ok(text.to_owned()));
        }
        for (text, shown) in [("Minus", "-"), ("Alt-Minus", "Alt--")] {
            assert_eq!(text.parse::<Key>().map(|key| key.to_string()), Ok(shown.to_owned()));
        }
        for bad in ["", "Foo", "F0", "F99", "Ctrl-"] {
            assert!(bad.parse::<Key>().is_err(), "{bad}");
        }
    }

    #[test]
    fn keys_that_are_one_byte_on_the_wire_are_one() {
        for (one, other) in [
            ("Ctrl-W", "Ctrl-w"),
            ("Ctrl-_", "Ctrl-/"),
            ("Ctrl-7", "Ctrl-/"),
            ("Ctrl-4", "Ctrl-\\"),
            ("Ctrl-@", "Ctrl-Space"),
            ("Ctrl-Alt-W", "Ctrl-Alt-w"),
        ] {
            assert_eq!(one.parse::<Key>(), other.parse::<Key>(), "{one}");
        }
        for (key, arrives) in [
            ("Ctrl-m", Some("Enter")),
            ("Ctrl-Alt-m", Some("Alt-Enter")),
            ("Ctrl-H", Some("Backspace")),
            ("Ctrl-3", Some("Esc")),
            ("Ctrl-1", Some("1")),
            ("Ctrl-Enter", Some("Enter")),
            ("Shift-Enter", Some("Enter")),
            ("Ctrl-Tab", Some("Tab")),
            ("Ctrl-Shift-Tab", Some("Shift-Tab")),
            ("Alt-Esc", Some("Esc")),
            ("Alt-Enter", None),
            ("Shift-Tab", None),
            ("Ctrl-Left", None),
            ("Ctrl-]", None),
            ("Alt-1", None),
        ] {
            let told = key.parse::<Key>().unwrap().arrives().map(|key| key.to_string());
            assert_eq!(told.as_deref(), arrives, "{key}");
        }
    }

    #[test]
    fn an_input_method_does_no_harm() {
        for (typed, meant) in
            [('？', '?'), ('／', '/'), ('：', ':'), ('ｑ', 'q'), ('、', '/'), ('　', ' '), ('“', '"'), ('’', '\'')]
        {
            assert_eq!(Key::plain(Code::Char(typed)).folded(), Key::plain(Code::Char(meant)));
        }
    }
}
