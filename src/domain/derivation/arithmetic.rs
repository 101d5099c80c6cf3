//! Calculations inside a sentence: `72,000 ÷ 845 ≈ 85.2`, `1.2亿元 ÷ 300家 = 40万元`, `(186 + 14) × 2 = 400`.

use rust_decimal::Decimal;

use super::number::Numeral;
use super::tokens::Token;

/// A calculation that a text states.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Calculation {
    /// The calculation without its result, in plain numbers.
    pub(super) text: String,
    /// What it gives when it is computed.
    pub(super) result: Decimal,
    /// What the text says that it gives; none where that is not one plain number.
    pub(super) stated: Option<Stated>,
}

/// What a text says that a calculation gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stated {
    numeral: Numeral,
    negative: bool,
    /// Whether it is given as about so much, rounded to fewer digits than are printed.
    about: bool,
    /// Whether a word stands before it, such as 近 or "over": then it may be off by a whole place.
    worded: bool,
}

impl Stated {
    /// The number that is stated.
    pub(super) fn value(&self) -> Decimal {
        if self.negative { -self.numeral.value } else { self.numeral.value }
    }

    /// Whether a result is what is stated, as far as it is printed; what multiplies the number may belong to its unit
    /// alone: 3000 × 4 = 12000万元, 14 ÷ 186 × 100 = 7.53%.
    pub(super) fn is(&self, result: Decimal) -> bool {
        let rough = self.worded || self.numeral.rough;
        let place = self.numeral.place(self.about || rough);
        let wide = if rough { Decimal::TWO } else { Decimal::ONE };
        [self.numeral.factor, Decimal::ONE].into_iter().any(|factor| {
            let digits = if self.negative { -self.numeral.digits } else { self.numeral.digits };
            let margin = place.checked_mul(factor).and_then(|it| it.checked_mul(wide));
            digits.checked_mul(factor).zip(margin).is_some_and(|(stated, place)| is_near(result, stated, place))
        })
    }
}

/// Whether a number is another one, rounded to a place.
pub(super) fn is_near(number: Decimal, rounded: Decimal, place: Decimal) -> bool {
    number.checked_sub(rounded).and_then(|off| off.abs().checked_mul(Decimal::TWO)).is_some_and(|off| off <= place)
}

/// A number as it stands in a calculation.
pub(super) fn plain(value: Decimal) -> String {
    value.normalize().to_string().replace('-', "−")
}

/// The calculations of a text, in its order. One is at least one sign between numbers, and an equals sign with a number
/// behind it.
pub(super) fn calculations(tokens: &[Token]) -> Vec<Calculation> {
    let mut found = Vec::new();
    let mut run: Vec<Token> = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        match token {
            Token::Word => {}
            Token::Equals(about) => {
                if let Some(Behind { stated }) = behind(tokens.get(at + 1..).unwrap_or_default(), *about) {
                    found.extend(compute(&run).map(|(text, result)| Calculation { text, result, stated }));
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

/// What stands behind an equals sign, where that is a number at all.
struct Behind {
    /// The number; none where more belongs to it (1小时30分, 3 × 4, 30-40).
    stated: Option<Stated>,
}

fn behind(tokens: &[Token], about: bool) -> Option<Behind> {
    let words = tokens.iter().take_while(|token| **token == Token::Word).count();
    let rest = tokens.get(words..)?;
    let (negative, rest) = match rest {
        [Token::Negate, rest @ ..] => (true, rest),
        rest => (false, rest),
    };
    let [Token::Number(numeral), rest @ ..] = rest else { return None };
    let next = rest.iter().find(|token| **token != Token::Word);
    let more = matches!(next, Some(Token::Number(_) | Token::Sign(_) | Token::Negate | Token::Join));
    let stated = Stated { numeral: *numeral, negative, about, worded: words > 0 };
    Some(Behind { stated: (!more).then_some(stated) })
}

/// The calculation that ends here, written and computed.
fn compute(run: &[Token]) -> Option<(String, Decimal)> {
    // A bracket left open before the calculation is no part of it: the longest end that computes counts. An end that
    // leaves out what a sign joins to it would be another calculation.
    let torn = |at: usize| {
        let before = at.checked_sub(1).and_then(|at| run.get(at));
        matches!(before, Some(Token::Sign(_) | Token::Negate | Token::Join))
    };
    (0..run.len()).filter(|start| !torn(*start)).find_map(|start| {
        let tokens = run.get(start..)?;
        let numbers = tokens.iter().filter(|token| matches!(token, Token::Number(_))).count();
        let mut reader = Reader { tokens, at: 0, depth: 0 };
        let result = reader.sum()?;
        let whole = reader.at == tokens.len() && numbers > 1;
        whole.then(|| (written(tokens), result))
    })
}

fn written(tokens: &[Token]) -> String {
    let mut text = String::new();
    for token in tokens {
        match token {
            Token::Number(numeral) => text.push_str(&plain(numeral.value)),
            Token::Sign(sign) => text.extend([' ', *sign, ' ']),
            Token::Negate => text.push('−'),
            Token::Open => text.push('('),
            Token::Close => text.push(')'),
            Token::Equals(_) | Token::Word | Token::Join | Token::End => {}
        }
    }
    text
}

/// Brackets and signs deeper than this are no calculation that a person wrote.
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
            Token::Number(numeral) => Some(numeral.value),
            Token::Negate | Token::Open if self.depth >= DEEPEST => None,
            Token::Negate => {
                self.depth += 1;
                let value = self.value()?;
                self.depth -= 1;
                Some(-value)
            }
            Token::Open => {
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

#[cfg(test)]
#[path = "arithmetic_tests.rs"]
mod tests;
