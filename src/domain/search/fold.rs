//! What makes characters alike for searching: width, case, compatibility forms and accents do not count, nor does
//! punctuation; a traditional character is its simplified one.

use std::collections::HashMap;
use std::sync::OnceLock;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Pairs of a traditional and a simplified character, from `TSCharacters.txt` of Open Chinese Convert (Apache License 2.0), of several
/// simplified ones the first; what stays as it is left out.
const SIMPLIFIED: &str = include_str!("simplified.txt");

/// Characters that stand for others in some words only: 藉口 is 借口, 甚麼 is 什么.
const VARIANTS: [&str; 2] = ["藉借", "甚什"];

/// What sort of character it is; a word of letters or of digits ends where the sort changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sort {
    /// A letter of an alphabet.
    Letter,
    /// A digit, or the point inside a number.
    Digit,
    /// A character of Chinese or another script without blanks between words.
    Han,
    /// A sign that is no punctuation, such as `%`.
    Sign,
}

/// A character of a text as it is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Folded {
    /// The character, folded.
    pub(super) c: char,
    /// A word begins here: something was passed over before it, or the sort of character changed.
    pub(super) edge: bool,
    /// A sentence or a part of one ended before it.
    pub(super) stop: bool,
    /// An apostrophe stands before it, as between the syllables of `xi'an`.
    pub(super) joint: bool,
    /// The position of the character in the text that it comes from, in characters.
    pub(super) at: usize,
}

/// Whether a folded character is of a script without words, in which a match may begin anywhere.
pub(super) fn is_han(c: char) -> bool {
    sort(c) == Sort::Han
}

/// The sort of a folded character.
fn sort(c: char) -> Sort {
    match c {
        '0'..='9' | '.' => Sort::Digit,
        '\u{2e80}'.. if c.is_alphanumeric() => Sort::Han,
        _ if c.is_alphabetic() => Sort::Letter,
        _ => Sort::Sign,
    }
}

/// Whether a folded character does not count.
fn is_passed_over(c: char) -> bool {
    match c {
        '%' | '‰' | '〇' => false,
        '\u{2000}'..='\u{206f}'
        | '\u{3000}'..='\u{303f}'
        | '\u{fe00}'..='\u{fe6f}'
        | '·'
        | '«'
        | '»'
        | '¡'
        | '¿'
        | '−'
        | '∙'
        | '・' => true,
        _ => c.is_whitespace() || c.is_control() || c.is_ascii_punctuation() || is_combining_mark(c),
    }
}

/// Whether a folded character parts what is said; quotes, brackets, dashes, middle dots and colons do not.
fn is_stop(c: char) -> bool {
    matches!(c, ',' | '.' | ';' | '!' | '?' | '、' | '。' | '\n')
}

/// What was folded so far.
struct Folding {
    out: Vec<Folded>,
    /// Something was passed over since the last character that counts; a stop; an apostrophe.
    passed: bool,
    stop: bool,
    joint: bool,
    /// How many digits there are since the number or a group of its digits began; behind its point more than a group has.
    group: usize,
}

impl Folding {
    fn put(&mut self, c: char, at: usize) {
        let edge = self.passed || self.out.last().is_none_or(|last| sort(last.c) != sort(c));
        self.group = match c {
            '0'..='9' if edge => 1,
            '0'..='9' => self.group + 1,
            _ => usize::from(u8::MAX),
        };
        self.out.push(Folded { c, edge, stop: self.stop, joint: self.joint, at });
        (self.passed, self.stop, self.joint) = (false, false, false);
    }

    /// Whether the last character was a digit.
    fn in_number(&self) -> bool {
        !self.passed && self.out.last().is_some_and(|last| last.c.is_ascii_digit())
    }

    /// Whether a further group of digits may follow: with `typing` also one that is being typed.
    fn goes_on(&mut self, rest: impl Iterator<Item = char>, typing: bool) -> bool {
        let goes_on = self.in_number() && (1..=3).contains(&self.group) && begins_group(rest, typing);
        self.group = if goes_on { 0 } else { self.group };
        goes_on
    }
}

/// The characters of a text that count, folded.
pub(super) fn folded(text: &str) -> Vec<Folded> {
    let mut folding =
        Folding { out: Vec::with_capacity(text.len()), passed: true, stop: false, joint: false, group: 0 };
    let mut chars = text.chars().enumerate();
    while let Some((at, original)) = chars.next() {
        let rest = || chars.clone().map(|(_, c)| c);
        match original {
            'a'..='z' | '0'..='9' | '\u{4e00}'..='\u{9fff}' => folding.put(original, at),
            'A'..='Z' => folding.put(original.to_ascii_lowercase(), at),
            // The vowel of 女 is typed as v.
            'ü' | 'ǖ' | 'ǘ' | 'ǚ' | 'ǜ' | 'Ü' | 'Ǜ' => folding.put('v', at),
            // A point belongs to its number; what parts its digits into groups does not part the number.
            '.' | '．' if folding.in_number() && rest().next().is_some_and(is_digit) => folding.put('.', at),
            ',' | '，' if folding.goes_on(rest(), true) => {}
            ' ' | '\u{a0}' | '\u{2009}' | '\u{202f}' if folding.goes_on(rest(), false) => {}
            // An apostrophe is inside its word.
            '\'' | '’' | '＇' => folding.joint = !folding.out.is_empty(),
            // There is no such key.
            '×' => folding.put('x', at),
            _ => {
                for c in std::iter::once(original).nfkd().flat_map(char::to_lowercase) {
                    if !is_passed_over(c) {
                        folding.put(c, at);
                    } else if !is_combining_mark(c) {
                        folding.passed = true;
                        folding.stop |= is_stop(c);
                    }
                }
            }
        }
    }
    folding.out
}

/// Whether what follows is a group of three digits; at the end of the text, with `typing`, one that is being typed.
fn begins_group(rest: impl Iterator<Item = char>, typing: bool) -> bool {
    let mut rest = rest.peekable();
    let digits = std::iter::from_fn(|| rest.next_if(|c| is_digit(*c))).take(4).count();
    digits == 3 || (typing && (1..3).contains(&digits) && rest.all(char::is_whitespace))
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || ('０'..='９').contains(&c)
}

/// The simplified character for a traditional one; any other as it is.
pub(super) fn simplified(c: char) -> char {
    static TABLE: OnceLock<HashMap<char, char>> = OnceLock::new();
    let pair = |pair: &str| {
        let mut chars = pair.chars();
        Some((chars.next()?, chars.next()?))
    };
    let table = TABLE.get_or_init(|| SIMPLIFIED.split_whitespace().chain(VARIANTS).filter_map(pair).collect());
    table.get(&c).copied().unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn text(of: &str) -> String {
        folded(of).iter().map(|it| it.c).collect()
    }

    #[test]
    fn width_case_accents_and_punctuation_do_not_count() {
        for (a, b) in [
            ("ＰＣＢ　产业", "pcb产业"),
            ("“薪火”党员", "薪火党员"),
            ("智美·汇志", "智美汇志"),
            ("Café", "cafe"),
            ("㎡", "m2"),
            ("Bao'an", "baoan"),
            ("lü", "lv"),
            ("５.３１万", "5.31万"),
            ("77％", "77%"),
        ] {
            assert_eq!(text(a), b, "{a}");
        }
    }

    #[test]
    fn a_number_is_one_word_with_its_point_and_without_its_commas() {
        assert_eq!(text("53,100"), "53100");
        assert_eq!(text("5.31"), "5.31");
        assert_eq!(text("1, 2. 3.x"), "123x");
        for (number, edges) in [
            ("53,100", 1),
            ("53 100", 1),
            ("26 280 000 000", 1),
            ("5.31,100", 2),
            ("1,234,567.8", 1),
            ("53,1", 1),
            ("5,31x", 2),
            ("2023,2024", 2),
            ("2024 845", 2),
            ("1 3", 2),
            ("1/3", 2),
            ("5-31", 2),
            ("1+4+1", 3),
        ] {
            assert_eq!(folded(number).iter().filter(|it| it.edge && it.c.is_ascii_digit()).count(), edges, "{number}");
        }
        let edges = |of: &str| folded(of).iter().filter(|it| it.edge).map(|it| it.c).collect::<String>();
        assert_eq!(edges("53,100.5家 PM2.5"), "5家p2");
        assert_eq!(edges("Bao'an the end"), "bte");
    }

    #[test]
    fn traditional_characters_are_their_simplified_ones() {
        for (a, b) in [
            ('區', '区'),
            ('黨', '党'),
            ('產', '产'),
            ('業', '业'),
            ('发', '发'),
            ('著', '著'),
            ('a', 'a'),
            ('藉', '借'),
            ('甚', '什'),
        ] {
            assert_eq!(simplified(a), b);
        }
        let twice = SIMPLIFIED.split_whitespace().filter_map(|pair| pair.chars().nth(1)).find(|c| simplified(*c) != *c);
        assert_eq!(twice, None);
    }

    proptest! {
        #[test]
        fn positions_rise_and_lie_in_the_text(of in any::<String>()) {
            let (folded, count) = (folded(&of), of.chars().count());
            prop_assert!(folded.iter().all(|it| it.at < count));
            prop_assert!(folded.windows(2).all(|pair| pair[0].at <= pair[1].at));
        }
    }
}
