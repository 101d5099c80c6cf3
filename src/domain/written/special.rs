//! What stands in place of a number, and numbers that belong together: 榜首, 翻一番, 第5/100, 3/4.

use rust_decimal::Decimal;

use super::Mark;
use super::numeral::Numeral;

/// Words that say the first place without a numeral.
const FIRST: [&str; 5] = ["首位", "榜首", "魁首", "头名", "冠军"];

/// The number that a text without any says.
pub(super) fn without_number(chars: &[char], numbers: &[Numeral]) -> Option<Numeral> {
    if !numbers.is_empty() {
        return None;
    }
    let find = |word: &str| {
        let word: Vec<char> = word.chars().collect();
        chars.windows(word.len()).position(|part| part == word).map(|at| (at, at + word.len()))
    };
    let number = |(start, end): (usize, usize), value: u32, mark| Numeral {
        value: value.into(),
        start,
        end,
        bound: None,
        bare: false,
        mark,
        last_place: None,
    };
    match find("翻番") {
        Some(place) => Some(number(place, 2, Mark::Doubled)),
        None => FIRST.iter().find_map(|word| find(word)).map(|place| number(place, 1, Mark::Plain)),
    }
}

/// 翻一番 is twice, 翻两番 four times as much; 番 behind any other number makes no figure.
pub(super) fn doubled(chars: &[char], number: Numeral) -> Option<Numeral> {
    if chars.get(number.end) != Some(&'番') {
        return Some(number);
    }
    let head = chars.get(..number.start)?;
    let head = head.strip_suffix(&['了']).unwrap_or(head).strip_suffix(&['翻'])?;
    let times: u32 = number.value.try_into().ok().filter(|times| (1..=20).contains(times))?;
    let value = Decimal::from(2_u32.checked_pow(times)?);
    Some(Numeral { value, start: head.len(), end: number.end + 1, mark: Mark::Doubled, last_place: None, ..number })
}

/// Joins two numbers with a stroke between them: a place among so many keeps the place, anything else is a ratio.
/// `None` where the ratio is more than the whole, as in the date 24/7.
pub(super) fn joined(chars: &[char], numbers: Vec<Numeral>) -> Option<Vec<Numeral>> {
    let [first, second] = numbers.as_slice() else { return Some(numbers) };
    let between = chars.get(first.end..second.start).unwrap_or_default();
    let strokes = between.iter().filter(|c| **c == '/').count();
    if strokes != 1 || between.iter().any(|c| *c != '/' && !c.is_whitespace()) {
        return Some(numbers);
    }
    let head: String = chars.get(..first.start)?.iter().collect::<String>().to_lowercase();
    let head = head.trim_end();
    let place = head.ends_with('第') || head.ends_with("no.") || head.ends_with('#');
    let one = Numeral { end: second.end, start: first.start, bound: None, bare: false, ..*first };
    if place {
        return Some(vec![one]);
    }
    let plain = |number: &Numeral| number.mark == Mark::Plain && number.value.is_integer();
    let proper = plain(first) && plain(second) && !first.value.is_sign_negative() && first.value <= second.value;
    let value = first.value.checked_div(second.value).filter(|_| proper)?;
    Some(vec![Numeral { value, mark: Mark::Ratio, last_place: None, ..one }])
}
