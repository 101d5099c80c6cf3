//! Reads a figure as a Chinese or an English source prints it: `超6万人次`, `97万余户`, `五分之一`, `over 60,000 visits`.
//!
//! It exists so that a dataset can be checked against the words of its sources: the figure as written must give the
//! value and the bound of the metric.

use rust_decimal::Decimal;

use super::metric::Bound;

mod bounds;
mod grammar;
mod numeral;
mod special;
#[cfg(test)]
mod tests;

use numeral::Numeral;

/// A figure as a source prints it, read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// The value, without trailing zeros. A share is a fraction of one: `77%` is 0.77.
    pub value: Decimal,
    /// How the words around the number qualify it.
    pub bound: Bound,
    /// What stands behind the number, without the words of the bound. The marks of a share (%, 分之, 成) and of a place
    /// (第, `2nd`) belong to the number; 倍 and × are units.
    pub unit: String,
    /// What the number is marked as.
    pub mark: Mark,
    /// Whether a word before the number says that it went down by so much (下降5): the value is negative, though the
    /// source may be naming the size of the fall.
    pub declines: bool,
    /// What one in the last printed place is worth: 10 000 in 6万, 100 in 5.31万, 0.001 in 12.5%. `None` where the
    /// numeral does not tell.
    pub last_place: Option<Decimal>,
}

/// What a number is marked as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Mark {
    /// Nothing in particular.
    #[default]
    Plain,
    /// A share: %, ‰, 成, N分之M, 一半.
    Share,
    /// One number over another, `3/4`: a share only where a share is expected.
    Ratio,
    /// 翻番: so many times as much as before.
    Doubled,
}

/// Reads the one figure in `text`; `None` where there is no number, more than one, or one that says no definite value
/// (数百, 十几, 三四). Places that are said without a number (首位, 榜首), 翻番, `第5/100` and `3/4` are read as well.
///
/// Read are digits (also full-width, grouped by commas in threes), 十 百 千 万 亿 behind digits or Chinese numerals,
/// 第N, N分之M, 百分之N, %, ‰, 成, 一半, and in English K M B T, million and its like, `No. 2`, `2nd`. A fraction is
/// exact where its decimal ends (五分之一 is 0.2) and else rounded to 28 digits (三分之一).
///
/// Words before the number that are no bound are passed over (全国第二 is 2). A bare 百, 千, 万 or 亿 counts only where
/// there is no other number (百余家, but 亿元以上项目72个 is 72), and so does a list named by its size when a place in
/// it follows (五百强第二 is 2). Where the words before and behind the number disagree (约300余家), those before win.
pub fn parse(text: &str) -> Option<Written> {
    let original: Vec<char> = text.chars().collect();
    let folded: Vec<char> = original.iter().copied().map(fold).collect();
    let numbers = numeral::all(&folded)?;
    let number = match special::without_number(&folded, &numbers) {
        Some(number) => number,
        None => the_one(&folded, special::joined(&folded, numbers)?)?,
    };
    let number = special::doubled(&folded, number)?;
    let rest = folded.get(number.end..)?;
    if has_half(rest) {
        return None;
    }
    let before: String = folded.get(..number.start)?.iter().collect();
    let (behind, unit) = bounds::behind(original.get(number.end..)?, rest);
    let bound = bounds::before(&before, number.bare).or(number.bound).or(behind).unwrap_or_default();
    let declines = bounds::declines(&before);
    let value = if declines { -number.value.abs() } else { number.value };
    let unit = if number.mark == Mark::Doubled { "倍" } else { tidy(&unit) }.to_owned();
    Some(Written {
        value: value.normalize(),
        bound,
        unit,
        mark: number.mark,
        declines,
        last_place: number.last_place.map(|place| place.normalize()),
    })
}

/// The number that the text is about.
fn the_one(chars: &[char], mut numbers: Vec<Numeral>) -> Option<Numeral> {
    if numbers.iter().any(|number| !number.bare) {
        numbers.retain(|number| !number.bare);
    }
    if numbers.len() > 1 {
        let last = numbers.last()?.start;
        // 五百强区位居第二: the list is called after its size, the figure is the place in it.
        let place = last.checked_sub(1).and_then(|at| chars.get(at)) == Some(&'第');
        numbers.retain(|number| !(place && number.start < last && chars.get(number.end) == Some(&'强')));
    }
    let mut numbers = numbers.into_iter();
    let first = numbers.next()?;
    numbers.next().is_none().then_some(first)
}

/// 两年半 and 一个半月 are not two and one: a half behind the number cannot be passed over.
fn has_half(rest: &[char]) -> bool {
    let words = [['半', '导'], ['半', '岛']];
    rest.iter().enumerate().any(|(at, &c)| c == '半' && !words.iter().any(|word| rest.get(at..at + 2) == Some(word)))
}

/// Full-width forms as their ASCII twins, one character for one.
fn fold(c: char) -> char {
    match c {
        '\u{3000}' | '\u{a0}' | '\u{2009}' | '\u{202f}' => ' ',
        '\u{2212}' => '-',
        '\u{2044}' | '\u{2215}' => '/',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        _ => c,
    }
}

/// A unit without blanks, punctuation and a lone closing quotation mark at its ends.
fn tidy(unit: &str) -> &str {
    let edge = |c: char| c.is_whitespace() || ",.;:!?，。、；：！？".contains(c);
    let unit = unit.trim_matches(edge);
    // A quotation that was opened before the number closes behind it: “第一区”.
    if unit.contains('“') { unit } else { unit.trim_end_matches('”').trim_end_matches(edge) }
}
