//! Finds the numbers in a text and reads each with what belongs to it: sign, powers, marks of a share, of a place.

use rust_decimal::Decimal;

use super::Mark;
use super::grammar::{self, Item};
use crate::domain::metric::Bound;

/// One percent.
const PERCENT: Decimal = Decimal::from_parts(1, 0, 0, false, 2);

/// A number in a text.
#[derive(Debug)]
pub(super) struct Numeral {
    /// Its value, sign and share marks applied.
    pub(super) value: Decimal,
    /// Where it begins, its sign included.
    pub(super) start: usize,
    /// Where what belongs to it ends.
    pub(super) end: usize,
    /// The bound that stands inside it: 30余万.
    pub(super) bound: Option<Bound>,
    /// Whether it is only a power without a digit: 百, 千万.
    pub(super) bare: bool,
    /// What it is marked as.
    pub(super) mark: Mark,
    /// What one in its last printed place is worth.
    pub(super) last_place: Option<Decimal>,
}

/// Words with a numeral in them that are no numbers. The kilo of a unit is here too: 千米 is a unit, not a thousand.
const WORDS: [&str; 40] = [
    "百分点",
    "百姓",
    "百货",
    "一带一路",
    "一线",
    "一体",
    "唯一",
    "统一",
    "单一",
    "一批",
    "一系列",
    "一起",
    "一定",
    "一般",
    "一并",
    "一直",
    "万一",
    "两会",
    "两企三新",
    "三农",
    "三新",
    "千米",
    "千克",
    "千瓦",
    "千卡",
    "千帕",
    "千伏",
    "千赫",
    "千兆",
    "千字节",
    "百帕",
    "4G",
    "5G",
    "6G",
    "2D",
    "3D",
    "4S",
    "一月",
    "一号文件",
    "万科",
];

/// Letters that stand before a number without making it a name: `RMB5`, but not `PM2.5`.
const PREFIXES: [&str; 12] = ["cny", "rmb", "usd", "hkd", "us", "hk", "eur", "gbp", "no", "top", "over", "about"];

/// Every number of the text, in order; `None` where one of them says no definite value.
pub(super) fn all(chars: &[char]) -> Option<Vec<Numeral>> {
    let mut numbers = Vec::new();
    let mut at = 0;
    while let Some(&c) = chars.get(at) {
        if let Some(len) = word(chars, at).or_else(|| name(chars, at)) {
            at += len;
        } else if c.is_ascii_digit() || Item::from_char(c).is_some() {
            let number = read(chars, at)?;
            at = number.end.max(at + 1);
            numbers.push(number);
        } else {
            at += 1;
        }
    }
    Some(numbers)
}

/// The character before a place.
fn previous(chars: &[char], at: usize) -> Option<char> {
    at.checked_sub(1).and_then(|at| chars.get(at)).copied()
}

/// Whether the text goes on with `word` at a place.
fn follows(chars: &[char], at: usize, word: &str) -> bool {
    word.chars().enumerate().all(|(offset, c)| chars.get(at + offset) == Some(&c))
}

/// The length of the word at a place that holds a numeral and is no number.
fn word(chars: &[char], at: usize) -> Option<usize> {
    if previous(chars, at) == Some('第') {
        return None;
    }
    let word = WORDS.iter().find(|word| follows(chars, at, word))?;
    let glued = word.is_ascii() && previous(chars, at).is_some_and(|c| c.is_ascii_alphanumeric() || c == '.');
    (!glued).then(|| word.chars().count())
}

/// The length of digits that belong to a name before them: `PM2.5`, `A4`, `COVID-19`.
fn name(chars: &[char], at: usize) -> Option<usize> {
    let digits = chars.get(at..)?;
    if !digits.first()?.is_ascii_digit() {
        return None;
    }
    let head = chars.get(..at)?;
    let head = head.strip_suffix(&['-']).unwrap_or(head);
    let letters = head.iter().rev().take_while(|c| c.is_ascii_alphabetic()).count();
    let prefix: String = head.get(head.len() - letters..)?.iter().map(char::to_ascii_lowercase).collect();
    if letters == 0 || PREFIXES.contains(&prefix.as_str()) {
        return None;
    }
    Some(digits.iter().take_while(|c| c.is_ascii_alphanumeric() || **c == '.').count())
}

/// A run of digits and numerals, as it stands.
struct Run {
    items: Vec<Item>,
    end: usize,
    bound: Option<Bound>,
}

/// Reads the number that begins at a place.
fn read(chars: &[char], at: usize) -> Option<Numeral> {
    let run = run(chars, at)?;
    let some_few = |c: Option<char>| c == Some('几');
    let bare = run.items.iter().all(|item| matches!(item, Item::Power(2..)));
    let powers_only = run.items.iter().all(|item| matches!(item, Item::Power(_)));
    if some_few(previous(chars, at))
        || some_few(chars.get(run.end).copied())
        || powers_only && previous(chars, at) == Some('数')
    {
        return None;
    }
    let value = grammar::value(&run.items)?;
    if follows(chars, run.end, "分之") {
        return fraction(chars, at, &run, value);
    }
    let (marked, end, mark) = marks(chars, &run, value)?;
    // The marks multiply by powers of ten, the last place with the number.
    let times = marked.checked_div(value).unwrap_or(Decimal::ONE);
    let last_place = last_place(&run.items).and_then(|place| place.checked_mul(times));
    let (start, negative) = sign(chars, at);
    Some(Numeral {
        value: if negative { -marked } else { marked },
        start,
        end,
        bound: run.bound,
        bare,
        mark,
        last_place,
    })
}

/// What one in the last place of a run is worth, where it ends in digits or in 万 or 亿.
fn last_place(items: &[Item]) -> Option<Decimal> {
    let powers = items.iter().rev().map_while(|item| if let Item::Power(power) = item { Some(*power) } else { None });
    let (count, power) = powers.fold((0, 0_u32), |(count, sum), power| (count + 1, sum.saturating_add(power)));
    let factor = Decimal::from(10_u64.checked_pow(power)?);
    match items.iter().rev().nth(count) {
        Some(Item::Number(number)) => Decimal::try_new(1, number.scale()).ok()?.checked_mul(factor),
        Some(Item::Digit(_)) if power >= 4 => Some(factor),
        _ => None,
    }
}

/// N分之M: the part comes behind the whole. The decimal is exact where it ends, else rounded to 28 digits.
fn fraction(chars: &[char], at: usize, whole: &Run, denominator: Decimal) -> Option<Numeral> {
    let part = run(chars, whole.end + 2)?;
    let value = grammar::value(&part.items)?.checked_div(denominator)?;
    let (start, negative) = sign(chars, at);
    let value = if negative { -value } else { value };
    let bound = whole.bound.or(part.bound);
    Some(Numeral { value, start, end: part.end, bound, bare: false, mark: Mark::Share, last_place: None })
}

/// Reads digits and numerals as far as they go on.
fn run(chars: &[char], start: usize) -> Option<Run> {
    let mut run = Run { items: Vec::new(), end: start, bound: None };
    while let Some(&c) = chars.get(run.end) {
        let next = chars.get(run.end + 1).copied();
        let high = matches!(next, Some('万' | '亿'));
        if c.is_ascii_digit() {
            let (number, end) = digits(chars, run.end)?;
            run.items.push(Item::Number(number));
            run.end = end;
        } else if !run.items.is_empty() && word(chars, run.end).is_some() {
            break;
        } else if let Some(item) = Item::from_char(c) {
            run.items.push(item);
            run.end += 1;
        } else if c == '点' && !run.items.is_empty() && next.is_some_and(is_digit) {
            let (part, end) = spelled_fraction(chars, run.end + 1)?;
            run.items.push(Item::Fraction(part));
            run.end = end;
        } else if !run.items.is_empty() && high && matches!(c, '余' | '多' | '来') {
            run.bound = Some(if c == '来' { Bound::About } else { Bound::Over });
            run.end += 1;
        } else if c == ' ' && high && matches!(run.items.last(), Some(Item::Number(_))) {
            run.end += 1;
        } else {
            break;
        }
    }
    (!run.items.is_empty()).then_some(run)
}

/// Whether a character is a Chinese digit.
fn is_digit(c: char) -> bool {
    matches!(Item::from_char(c), Some(Item::Zero | Item::Digit(_)))
}

/// The digits behind 点, as a number below one.
fn spelled_fraction(chars: &[char], start: usize) -> Option<(Decimal, usize)> {
    let mut text = String::from("0.");
    let mut end = start;
    while let Some(item) = chars.get(end).filter(|c| is_digit(**c)).and_then(|c| Item::from_char(*c)) {
        let digit = if let Item::Digit(digit) = item { digit } else { 0 };
        text.push(char::from_digit(digit, 10)?);
        end += 1;
    }
    Some((Decimal::from_str_exact(&text).ok()?, end))
}

/// Digits with a decimal point, grouped by commas in threes or not at all.
fn digits(chars: &[char], start: usize) -> Option<(Decimal, usize)> {
    let count = |from: usize| chars.iter().skip(from).take_while(|c| c.is_ascii_digit()).count();
    let first = count(start);
    let mut end = start + first;
    while first <= 3 && chars.get(end) == Some(&',') && count(end + 1) == 3 {
        end += 4;
    }
    let decimals = count(end + 1);
    if chars.get(end) == Some(&'.') && decimals > 0 {
        end += 1 + decimals;
    }
    let text: String = chars.get(start..end)?.iter().filter(|c| **c != ',').collect();
    Some((Decimal::from_str_exact(&text).ok()?, end))
}

/// Where the number begins with its sign and currency mark, and whether it is negative.
fn sign(chars: &[char], at: usize) -> (usize, bool) {
    let mut start = at;
    while previous(chars, start).is_some_and(|c| "$¥￥€£".contains(c)) {
        start -= 1;
    }
    let before = start.checked_sub(2).and_then(|at| chars.get(at)).copied();
    match previous(chars, start) {
        Some('负') => (start - 1, true),
        // A hyphen joins 5-10 and part-2; it is a sign only where nothing is joined.
        Some('-') if !before.is_some_and(|c| c.is_ascii_alphanumeric() || c == '-') => (start - 1, true),
        Some('+') if !before.is_some_and(char::is_alphanumeric) => (start - 1, false),
        _ => (start, false),
    }
}

/// Applies what stands directly behind the run and belongs to the number: %, ‰, 成, 半, K, million, nd.
fn marks(chars: &[char], run: &Run, value: Decimal) -> Option<(Decimal, usize, Mark)> {
    let end = run.end;
    let gap = usize::from(chars.get(end) == Some(&' '));
    let tenths = |power| value.checked_mul(Decimal::new(1, power));
    match chars.get(end + gap) {
        Some('%') => return Some((tenths(2)?, end + gap + 1, Mark::Share)),
        Some('‰') => return Some((tenths(3)?, end + gap + 1, Mark::Share)),
        _ => {}
    }
    match chars.get(end) {
        Some('半') if run.items == [Item::Digit(1)] => return Some((Decimal::new(5, 1), end + 1, Mark::Share)),
        Some('成')
            if value <= Decimal::TEN && !chars.get(end + 1).is_some_and(|c| "员果立功就长都交品本熟".contains(*c)) =>
        {
            let fifth = chars.get(end + 1).copied().and_then(Item::from_char);
            return match fifth {
                Some(Item::Digit(digit)) => {
                    Some((tenths(1)?.checked_add(Decimal::new(digit.into(), 2))?, end + 2, Mark::Share))
                }
                _ => Some((tenths(1)?, end + 1, Mark::Share)),
            };
        }
        _ => {}
    }
    if let [Item::Number(_)] = run.items.as_slice() {
        return english(chars, end, value);
    }
    Some((value, end, Mark::Plain))
}

/// Applies an English scale or passes over the letters of an ordinal.
fn english(chars: &[char], end: usize, value: Decimal) -> Option<(Decimal, usize, Mark)> {
    let letters =
        |from: usize| -> String { chars.iter().skip(from).take_while(|c| c.is_ascii_alphanumeric()).take(9).collect() };
    let glued = letters(end);
    let lower = glued.to_ascii_lowercase();
    let power = match (glued.as_str(), lower.as_str()) {
        (_, "st" | "nd" | "rd" | "th") => Some(0),
        (_, "k") => Some(3),
        // A small m is a metre.
        ("M", _) | (_, "mn") => Some(6),
        ("B", _) | (_, "bn") => Some(9),
        ("T", _) | (_, "tn" | "trn") => Some(12),
        _ => None,
    };
    if let Some(power) = power {
        return Some((value.checked_mul(Decimal::from(10_u64.pow(power)))?, end + glued.len(), Mark::Plain));
    }
    let start = end + chars.iter().skip(end).take_while(|c| matches!(c, ' ' | '-')).count();
    let word = letters(start);
    let lower = word.to_ascii_lowercase();
    let cent = start + word.len() + 1;
    match lower.as_str() {
        "percent" => return Some((value.checked_mul(PERCENT)?, start + word.len(), Mark::Share)),
        "per" if letters(cent) == "cent" => return Some((value.checked_mul(PERCENT)?, cent + 4, Mark::Share)),
        _ => {}
    }
    let power = match lower.as_str() {
        "hundred" => 2,
        "thousand" => 3,
        "million" => 6,
        "billion" => 9,
        "trillion" => 12,
        _ => return Some((value, end, Mark::Plain)),
    };
    Some((value.checked_mul(Decimal::from(10_u64.pow(power)))?, start + word.len(), Mark::Plain))
}
