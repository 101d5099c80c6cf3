//! A sentence as numbers, signs and words, so that a calculation in it can be found.

use super::hyphen;
use super::number::{self, Numeral, SmallM, is_blank};

/// A piece of a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Token {
    Number(Numeral),
    /// One of + − × ÷ between two things.
    Sign(char),
    /// The minus of a negative number or bracket.
    Negate,
    Open,
    Close,
    /// An equals sign, and whether it says "about".
    Equals(bool),
    /// A few letters, such as a unit.
    Word,
    /// What ties numbers into something that is not computed: 10-12月, 10:30, 2^3.
    Join,
    /// Whatever ends a calculation.
    End,
}

/// The letters of a unit; what is longer is prose.
const UNIT: usize = 12;

/// The tokens of a text.
pub(super) fn tokens(text: &str, m: SmallM) -> Vec<Token> {
    let characters: Vec<char> = text.chars().map(narrow).collect();
    let mut tokens: Vec<Token> = Vec::new();
    let mut at = 0;
    while let Some(character) = characters.get(at).copied() {
        let rest = characters.get(at..).unwrap_or_default();
        let next = rest.get(1).copied();
        let digit_behind = next.is_some_and(|it| it.is_ascii_digit());
        let (token, length) = match character {
            '0'..='9' => {
                let (numeral, length) = number::read(rest, m);
                (numeral.map_or(Token::Join, Token::Number), length)
            }
            // A currency, and the plus of a positive number, change nothing.
            it if is_blank(it)
                || matches!(it, '¥' | '￥' | '$' | '€' | '£')
                || it == '+' && digit_behind && begins(&tokens) =>
            {
                at += 1;
                continue;
            }
            '+' => (Token::Sign('+'), 1),
            '-' | '−' | '–' => (minus(&characters, at, &tokens), 1),
            '×' | '*' | '✕' => (Token::Sign('×'), 1),
            '÷' => (Token::Sign('÷'), 1),
            '/' => (slash(&characters, at), 1),
            '(' => (Token::Open, 1),
            ')' => (Token::Close, 1),
            '=' => (Token::Equals(false), 1),
            '≈' | '≒' => (Token::Equals(true), 1),
            ':' if digit_behind
                && at.checked_sub(1).and_then(|at| characters.get(at)).is_some_and(char::is_ascii_digit) =>
            {
                (Token::Join, 1)
            }
            '^' | '√' | '±' | '~' | '²' | '³' => (Token::Join, 1),
            it if it.is_alphabetic() => {
                let length = rest.iter().take_while(|it| it.is_alphabetic() || matches!(it, '²' | '³')).count();
                (if length > UNIT { Token::End } else { Token::Word }, length)
            }
            _ => (Token::End, 1),
        };
        tokens.push(token);
        at += length;
    }
    tokens
}

/// Whether a number would begin here: nothing stands before, or a sign that wants one.
fn begins(before: &[Token]) -> bool {
    let wants =
        |token: &Token| matches!(token, Token::End | Token::Open | Token::Equals(_) | Token::Sign(_) | Token::Negate);
    before.last().is_none_or(wants)
}

/// What a minus or hyphen is.
fn minus(text: &[char], at: usize, before: &[Token]) -> Token {
    let left = at.checked_sub(1).and_then(|at| text.get(at)).copied();
    let right = text.get(at + 1).copied();
    let blank = |side: Option<char>| side.is_none_or(is_blank);
    let (open, apart) = (matches!(right, Some('0'..='9' | '(')), blank(left) && blank(right));
    let is_minus = text.get(at) == Some(&'−');
    if [left, right].iter().all(|it| it.is_some_and(char::is_alphabetic)) {
        return if is_minus { Token::Sign('−') } else { Token::Word };
    }
    match before.iter().rev().find(|token| **token != Token::Word) {
        Some(Token::Number(_) | Token::Close) => {
            let glued = !blank(left) && open && !hyphen::is_date_or_range(text, at);
            if is_minus || apart || glued { Token::Sign('−') } else { Token::Join }
        }
        // The dash of a list stands apart.
        None | Some(Token::End) if begins(before) => {
            if open {
                Token::Negate
            } else {
                Token::End
            }
        }
        _ if begins(before) => Token::Negate,
        // A word stands before that is no unit of a number.
        _ if open && blank(left) => Token::Negate,
        _ if is_minus || apart => Token::Sign('−'),
        _ => Token::Join,
    }
}

/// What a slash is: a unit has one before a letter (人/平方公里), a date between its numbers.
fn slash(text: &[char], at: usize) -> Token {
    match text.get(at + 1) {
        Some(it) if it.is_alphabetic() => Token::Word,
        _ if hyphen::is_date(text, at) => Token::Join,
        _ => Token::Sign('÷'),
    }
}

/// Full-width forms as their narrow ones, and the other slashes as the one. A full-width colon is no sign between numbers.
fn narrow(character: char) -> char {
    match character {
        '：' => character,
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(character) - 0xfee0).unwrap_or(character),
        '\u{2044}' | '\u{2215}' => '/',
        _ => character,
    }
}
