//! Strings, numbers and words.

use std::ops::Range;

use super::super::control::is_control;
use super::super::kind::FaultKind;
use super::super::terms::Syntax;
use super::super::tree::Kind;
use super::{Parser, Stop};
use crate::domain::decimal::is_number;

impl Parser<'_> {
    /// Reads the scalar that begins here, and whether it was broken.
    pub(super) fn scalar(&mut self, first: char) -> Result<(Kind, bool), Stop> {
        match first {
            '"' | '\'' => self.string().map(|(text, broken)| (Kind::Text(text), broken)),
            '-' | '+' | '.' | '0'..='9' => self.number(),
            _ if first.is_ascii_alphabetic() || first == '_' => self.word(),
            _ => self.stop(Syntax::Unexpected(first), self.at..self.at + first.len_utf8()),
        }
    }

    /// Reads a key. Control characters, which are told, are left out, so that the field is still known.
    pub(super) fn key(&mut self) -> Result<(String, Range<usize>), Stop> {
        let start = self.at;
        let key = match self.peek() {
            Some('"' | '\'') => self.string()?.0,
            Some(first) if first.is_ascii_alphabetic() || first == '_' => {
                let word = self.take(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-'));
                self.fault(Syntax::BareKey(word.clone()), start..self.at)?;
                word
            }
            Some(other) => return self.stop(Syntax::Unexpected(other), start..start + other.len_utf8()),
            None => return self.end().and(Err(Stop)),
        };
        let key = if key.contains(is_control) { key.replace(is_control, "") } else { key };
        Ok((key, start..self.at))
    }

    fn take(&mut self, wanted: impl Fn(char) -> bool) -> String {
        let rest = self.rest();
        let word = rest.get(..rest.find(|c| !wanted(c)).unwrap_or(rest.len())).unwrap_or_default().to_owned();
        self.at += word.len();
        word
    }

    fn number(&mut self) -> Result<(Kind, bool), Stop> {
        let start = self.at;
        let text = self.take(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.' | '_'));
        let good = is_number(&text);
        if !good {
            self.fault(Syntax::BadNumber(text), start..self.at)?;
        }
        Ok((Kind::Number, !good))
    }

    fn word(&mut self) -> Result<(Kind, bool), Stop> {
        let start = self.at;
        let text = self.take(|c| c.is_ascii_alphanumeric() || c == '_');
        match text.as_str() {
            "null" => Ok((Kind::Null, false)),
            "true" | "false" => Ok((Kind::Bool, false)),
            _ => {
                self.fault(Syntax::BadWord(text), start..self.at)?;
                Ok((Kind::Null, true))
            }
        }
    }

    /// Reads a string. Control characters are kept in the text; the first of them is told.
    fn string(&mut self) -> Result<(String, bool), Stop> {
        let start = self.at;
        let quote = self.peek().unwrap_or('"');
        self.at += 1;
        let mut text = String::new();
        let mut control: Option<(char, Range<usize>)> = None;
        let mut broken = quote != '"';
        loop {
            let Some(character) = self.peek() else { return self.stop(Syntax::Unterminated, start..start + 1) };
            let begin = self.at;
            self.at += character.len_utf8();
            let character = match character {
                _ if character == quote => break,
                '\r' | '\n' if self.ends_line(begin) => {
                    self.at = self.line_without_comma(start, begin);
                    self.fault(Syntax::Unterminated, start..self.at)?;
                    return Ok((text, true));
                }
                '\\' => {
                    let escaped = self.escape();
                    if escaped.is_none() {
                        broken = true;
                        self.fault(Syntax::BadEscape, begin..self.at)?;
                    }
                    escaped.unwrap_or(char::REPLACEMENT_CHARACTER)
                }
                _ => character,
            };
            if is_control(character) && control.is_none() {
                control = Some((character, begin..self.at));
            }
            text.push(character);
        }
        if quote != '"' {
            self.fault(Syntax::SingleQuotes, start..self.at)?;
        }
        if let Some((character, span)) = control {
            broken = true;
            self.raise(FaultKind::ControlCharacter { character }, span, Vec::new())?;
        }
        Ok((text, broken))
    }

    /// Whether a line break inside a string means that the closing quote is missing, not that the text goes on: then
    /// the next line begins as a line of JSON does.
    fn ends_line(&self, at: usize) -> bool {
        let rest = self.text.get(at..).unwrap_or_default().trim_start();
        rest.is_empty() || rest.starts_with(['"', '{', '}', '[', ']'])
    }

    /// Where a string without a closing quote ends: at the end of its line, before a comma there.
    fn line_without_comma(&self, start: usize, end: usize) -> usize {
        let line = self.text.get(start..end).unwrap_or_default().trim_end();
        let line = line.strip_suffix(',').unwrap_or(line);
        start + line.len().max(1)
    }

    /// Reads what stands behind a backslash; `None` where JSON knows no such sequence.
    fn escape(&mut self) -> Option<char> {
        let kind = self.peek()?;
        if kind == '\r' || kind == '\n' {
            return None;
        }
        self.at += kind.len_utf8();
        match kind {
            '"' | '\\' | '/' => Some(kind),
            'b' => Some('\u{8}'),
            'f' => Some('\u{c}'),
            'n' => Some('\n'),
            'r' => Some('\r'),
            't' => Some('\t'),
            'u' => {
                let first = self.hex()?;
                if !(0xd800..0xdc00).contains(&first) {
                    return char::from_u32(first);
                }
                let before = self.at;
                self.rest().starts_with("\\u").then(|| self.at += 2)?;
                if let Some(second @ 0xdc00..0xe000) = self.hex() {
                    char::from_u32(0x10000 + ((first - 0xd800) << 10) + (second - 0xdc00))
                } else {
                    self.at = before;
                    None
                }
            }
            _ => None,
        }
    }

    fn hex(&mut self) -> Option<u32> {
        let digits = self.rest().get(..4)?;
        if !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return None;
        }
        let code = u32::from_str_radix(digits, 16).ok()?;
        self.at += 4;
        Some(code)
    }
}
