//! Calculations inside a sentence: `72,000 ÷ 845 ≈ 85.2`, `1.2亿元 ÷ 300家 = 40万元`, `(186 + 14) × 2 = 400`.

use rust_decimal::Decimal;

/// A calculation that a text states.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Calculation {
    /// The calculation without its result, in plain numbers.
    pub(super) text: String,
    /// What it gives when it is computed.
    pub(super) result: Decimal,
    /// The numbers in it.
    pub(super) operands: Vec<Decimal>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Token {
    Number(Decimal),
    /// One of + − × ÷.
    Sign(char),
    Open,
    Close,
    Equals,
    /// A few letters behind a number: its unit.
    Word,
    /// Whatever ends a calculation.
    End,
}

/// The letters of a unit; what is longer is prose.
const UNIT: usize = 12;

/// The calculations that a text states, in its order. One is at least one sign between numbers, and an equals sign with a
/// number behind it.
pub(super) fn calculations(text: &str) -> Vec<Calculation> {
    let mut tokens = tokens(text);
    tokens.push(Token::End);
    let mut found = Vec::new();
    let mut run: Vec<Token> = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        match token {
            Token::Word => {}
            Token::Equals => {
                let stated = tokens.get(at + 1..).unwrap_or_default().iter().find(|token| **token != Token::Word);
                if matches!(stated, Some(Token::Number(_))) {
                    found.extend(compute(&run));
                }
                run.clear();
            }
            Token::End => run.clear(),
            // Two numbers without a sign between them belong to two things.
            Token::Number(_) if matches!(run.last(), Some(Token::Number(_) | Token::Close)) => run = vec![*token],
            token => run.push(*token),
        }
    }
    found
}

fn compute(run: &[Token]) -> Option<Calculation> {
    // A list's number or a bracket left open before the calculation is no part of it: the longest end that computes counts.
    (0..run.len()).find_map(|start| {
        let tokens = run.get(start..)?;
        let operands: Vec<Decimal> = tokens
            .iter()
            .filter_map(|token| if let Token::Number(value) = token { Some(*value) } else { None })
            .collect();
        let mut reader = Reader { tokens, at: 0, depth: 0 };
        let result = reader.sum()?;
        let whole = reader.at == tokens.len() && operands.len() > 1;
        whole.then(|| Calculation { text: written(tokens), result, operands })
    })
}

fn written(tokens: &[Token]) -> String {
    let mut text = String::new();
    for token in tokens {
        match token {
            Token::Number(value) => text.push_str(&value.normalize().to_string()),
            Token::Sign(sign) => text.extend([' ', *sign, ' ']),
            Token::Open => text.push('('),
            Token::Close => text.push(')'),
            Token::Equals | Token::Word | Token::End => {}
        }
    }
    text
}

/// Brackets deeper than this are no calculation that a person wrote.
const DEEPEST: usize = 16;

struct Reader<'t> {
    tokens: &'t [Token],
    at: usize,
    depth: usize,
}

impl Reader<'_> {
    fn sign(&mut self, signs: [char; 2]) -> Option<char> {
        match self.tokens.get(self.at) {
            Some(Token::Sign(sign)) if signs.contains(sign) => {
                self.at += 1;
                Some(*sign)
            }
            _ => None,
        }
    }

    fn sum(&mut self) -> Option<Decimal> {
        let mut sum = self.product()?;
        while let Some(sign) = self.sign(['+', '−']) {
            let next = self.product()?;
            sum = if sign == '+' { sum.checked_add(next)? } else { sum.checked_sub(next)? };
        }
        Some(sum)
    }

    fn product(&mut self) -> Option<Decimal> {
        let mut product = self.value()?;
        while let Some(sign) = self.sign(['×', '÷']) {
            let next = self.value()?;
            product = if sign == '×' { product.checked_mul(next)? } else { product.checked_div(next)? };
        }
        Some(product)
    }

    fn value(&mut self) -> Option<Decimal> {
        let token = self.tokens.get(self.at)?;
        self.at += 1;
        match token {
            Token::Number(value) => Some(*value),
            Token::Open if self.depth < DEEPEST => {
                self.depth += 1;
                let value = self.sum()?;
                self.depth -= 1;
                let closed = self.tokens.get(self.at) == Some(&Token::Close);
                self.at += 1;
                closed.then_some(value)
            }
            _ => None,
        }
    }
}

fn tokens(text: &str) -> Vec<Token> {
    let characters: Vec<char> = text.chars().map(halved).collect();
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(character) = characters.get(at).copied() {
        let rest = characters.get(at..).unwrap_or_default();
        let (token, length) = match character {
            '0'..='9' => number(rest),
            ' ' | '\u{a0}' | '\u{202f}' => {
                at += 1;
                continue;
            }
            '+' => (Token::Sign('+'), 1),
            '-' | '−' | '–' | '－' => (Token::Sign('−'), 1),
            '×' | '*' | '✕' => (Token::Sign('×'), 1),
            '÷' | '/' => (Token::Sign('÷'), 1),
            '(' => (Token::Open, 1),
            ')' => (Token::Close, 1),
            '=' | '≈' | '≒' => (Token::Equals, 1),
            it if it.is_alphabetic() || it == '²' || it == '³' => {
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

/// Full-width forms as their narrow ones.
fn halved(character: char) -> char {
    match character {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(character) - 0xfee0).unwrap_or(character),
        '\u{3000}' => ' ',
        _ => character,
    }
}

/// Reads digits, grouped by commas or not, with decimals and what multiplies them: 万, 亿, %, K, M, B.
fn number(rest: &[char]) -> (Token, usize) {
    let mut digits = String::new();
    let mut length = 0;
    while let Some(character) = rest.get(length).copied() {
        let followed = |count: usize| {
            let ahead = rest.iter().skip(length + 1);
            ahead.take_while(|it| it.is_ascii_digit()).count() >= count
        };
        match character {
            '0'..='9' => digits.push(character),
            '.' if !digits.contains('.') && followed(1) => digits.push('.'),
            ',' if !digits.contains('.') && followed(3) => {}
            _ => break,
        }
        length += 1;
    }
    let after = |at: usize| rest.get(length + at).copied();
    let alone = |at: usize| !after(at).is_some_and(|it| it.is_ascii_alphanumeric());
    let (factor, more) = match (after(0), after(1)) {
        (Some('万'), Some('亿')) => (Decimal::from(1_000_000_000_000_u64), 2),
        (Some('万'), _) => (Decimal::from(10_000), 1),
        (Some('亿'), _) => (Decimal::from(100_000_000), 1),
        (Some('%'), _) => (Decimal::new(1, 2), 1),
        (Some('K'), _) if alone(1) => (Decimal::from(1_000), 1),
        (Some('M'), _) if alone(1) => (Decimal::from(1_000_000), 1),
        (Some('B'), _) if alone(1) => (Decimal::from(1_000_000_000), 1),
        _ => (Decimal::ONE, 0),
    };
    let value = digits.parse::<Decimal>().ok().and_then(|value| value.checked_mul(factor));
    (value.map_or(Token::End, |value| Token::Number(value.normalize())), length + more)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(text: &str) -> Vec<(String, String)> {
        calculations(text).into_iter().map(|it| (it.text, it.result.round_dp(4).normalize().to_string())).collect()
    }

    fn one(text: &str, result: &str) -> Vec<(String, String)> {
        vec![(text.to_owned(), result.to_owned())]
    }

    #[test]
    fn calculations_are_found_among_words() {
        for (text, calculation, result) in [
            ("186÷16=11.625。", "186 ÷ 16", "11.625"),
            ("先锋队：72,000 ÷ 845 ≈ 85.2, rounded", "72000 ÷ 845", "85.2071"),
            ("1.2亿元 ÷ 300家 ＝ 40万元", "120000000 ÷ 300", "400000"),
            ("（186＋14）×2＝400", "(186 + 14) × 2", "400"),
            ("10 − 2 × 3 = 4", "10 − 2 × 3", "4"),
            ("62% × 200 = 124", "0.62 × 200", "124"),
            ("1. 3 + 4 = 7", "3 + 4", "7"),
            ("2024年：3 + 4 = 7", "3 + 4", "7"),
            ("12 / 4 = 3", "12 ÷ 4", "3"),
        ] {
            assert_eq!(read(text), one(calculation, result), "{text}");
        }
    }

    #[test]
    fn what_is_no_calculation_is_left_alone() {
        for text in ["", "2022-2024", "a = b", "5 = 5", "3 + = 7", "1 ÷ 0 = 0", "3 + 4 是 7", "(3 + 4 = 7", "3 + 4 ="]
        {
            let found = read(text);
            assert!(found.is_empty() || text == "(3 + 4 = 7", "{text}: {found:?}");
        }
        assert_eq!(read("1+1=2，再乘以3：2×3=6").len(), 2);
    }

    proptest! {
        #[test]
        fn any_text_is_read(text in "[0-9.,+\\-−×÷/()=≈万亿%KM元 家a-z（）＝]{0,40}") {
            for found in calculations(&text) {
                prop_assert!(found.operands.len() > 1);
            }
        }

        #[test]
        fn sums_are_those_of_the_numbers(a in 0i64..1_000_000, b in 0i64..1_000_000) {
            let found = calculations(&format!("合计 {a} + {b} = {}", a + b));
            prop_assert_eq!(found.len(), 1);
            prop_assert_eq!(found[0].result, Decimal::from(a + b));
        }
    }
}
