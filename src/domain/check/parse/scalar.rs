//! Strings, numbers and words.

use std::ops::Range;

use super::super::kind::FaultKind;
use super::super::terms::Syntax;
use super::super::tree::Kind;
use super::{Parser, Stop};
use crate::domain::decimal::is_number;
use crate::domain::visible::is_control;
use crate::domain::written;

/// What a quote means inside a string.
enum Quote {
    /// It ends the string.
    Closes,
    /// The string should have ended at this offset.
    ClosesAt(usize),
    /// It belongs to the text.
    Inside,
}

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
        if self.written_number() {
            let found = self.text.get(start..self.at).unwrap_or_default().to_owned();
            let plain = written::parse(&found).map(|written| written.value.to_string());
            self.fault(Syntax::WrittenNumber { found, plain }, start..self.at)?;
            return Ok((Kind::Number, true));
        }
        let good = is_number(&text);
        if !good {
            self.fault(Syntax::BadNumber(text), start..self.at)?;
        }
        Ok((Kind::Number, !good))
    }

    /// Reads on behind digits where a number goes on as people write it: groups of three behind commas, where only a key
    /// could follow the comma, and 万, 亿, % and their like with the unit behind them.
    fn written_number(&mut self) -> bool {
        let start = self.at;
        if self.stack.last().is_some_and(|frame| frame.object) {
            while let Some(rest) = self.rest().strip_prefix([',', '，']) {
                let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
                if digits != 3 {
                    break;
                }
                self.at = self.text.len() - rest.len() + digits;
            }
            if self.at > start {
                self.take(|c| c.is_ascii_digit() || c == '.');
            }
        }
        if self.rest().starts_with(['十', '百', '千', '万', '亿', '%', '％', '‰']) {
            self.take(|c| c == '%' || c.is_alphanumeric() || matches!(c, '％' | '‰'));
        }
        self.at > start
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
        let mut inner = false;
        loop {
            let Some(character) = self.peek() else { return self.stop(Syntax::Unterminated, start..start + 1) };
            let begin = self.at;
            self.at += character.len_utf8();
            let character = match character {
                _ if character == quote => match self.quote_means(start, inner) {
                    Quote::Closes => break,
                    Quote::ClosesAt(end) => {
                        self.at = end;
                        self.fault(Syntax::Unterminated, start..end)?;
                        return Ok((text, true));
                    }
                    Quote::Inside => {
                        if !inner {
                            self.fault(Syntax::InnerQuote, begin..self.at)?;
                        }
                        (inner, broken) = (true, true);
                        quote
                    }
                },
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

    /// What a quote means that has just been read, in a string that begins at `start` and may have had such inside.
    fn quote_means(&self, start: usize, inner: bool) -> Quote {
        let rest = self.rest();
        let next = rest.chars().next();
        if inner {
            // Once quotes have been forgotten to be escaped, only what plainly ends a value does.
            let line = rest.trim_start_matches([' ', '\t']);
            let ends = line.is_empty() || line.starts_with([',', '}', ']', ':', '\r', '\n']);
            return if ends || !self.line_has_quote() { Quote::Closes } else { Quote::Inside };
        }
        if !next.is_some_and(|next| next.is_alphanumeric() || matches!(next, '“' | '《' | '（' | '(')) {
            return Quote::Closes;
        }
        let word = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(rest.len());
        let behind = rest.get(word..).unwrap_or_default();
        if word > 0 && behind.strip_prefix('"').is_some_and(|rest| rest.trim_start().starts_with([':', '：'])) {
            // The quote opens the next key: the one that closes this text was forgotten.
            let end = self.at.saturating_sub(1);
            let text = self.text.get(start..end).unwrap_or_default().trim_end();
            let text = text.strip_suffix(',').unwrap_or(text);
            return Quote::ClosesAt(start + text.len().max(1));
        }
        if self.line_has_quote() { Quote::Inside } else { Quote::Closes }
    }

    /// Whether another quote follows in the line.
    fn line_has_quote(&self) -> bool {
        let rest = self.rest();
        rest.find(['"', '\n']).is_some_and(|at| rest.get(at..).is_some_and(|rest| rest.starts_with('"')))
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
