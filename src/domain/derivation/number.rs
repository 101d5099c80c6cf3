//! A number in a sentence, with what is printed behind it: `1 234 000`, `1.2亿`, `30余万`, `7.5%`, `3 million`.

use rust_decimal::Decimal;

/// What a small `m` behind a number is: `5 m × 4 m`, or `1m + 2m`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum SmallM {
    /// A unit, a metre.
    Unit,
    /// A million.
    Million,
}

/// A number as a text prints it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Numeral {
    /// Its digits alone: 1.2 of `1.2亿`.
    pub(super) digits: Decimal,
    /// What multiplies them: 100 000 000 of `1.2亿`, 0.01 of `%`.
    pub(super) factor: Decimal,
    /// The two multiplied.
    pub(super) value: Decimal,
    /// Whether a word in it says that it is more or less than that: `30余万`.
    pub(super) rough: bool,
}

impl Numeral {
    /// What one in the last printed digit is worth; with `significant` in the last one that is not a zero of a whole
    /// number.
    pub(super) fn place(&self, significant: bool) -> Decimal {
        let mut place = Decimal::try_from_i128_with_scale(1, self.digits.scale()).unwrap_or(Decimal::ONE);
        let is_whole = |place: Decimal| self.digits.checked_rem(place).is_some_and(|rest| rest.is_zero());
        while significant && self.digits.scale() == 0 && !self.digits.is_zero() {
            match place.checked_mul(Decimal::TEN).filter(|next| is_whole(*next)) {
                Some(next) => place = next,
                None => break,
            }
        }
        place
    }
}

/// The powers of ten that Chinese words say, the longer words first. A lone 千 or 百 may begin a unit (千米), so it is none.
const ZH: [(&str, i32); 8] =
    [("万亿", 12), ("千亿", 11), ("百亿", 10), ("千万", 7), ("百万", 6), ("亿", 8), ("万", 4), ("个百分点", -2)];
/// Those of English words.
const EN: [(&str, i32); 9] = [
    ("hundred", 2),
    ("thousand", 3),
    ("million", 6),
    ("mn", 6),
    ("billion", 9),
    ("bn", 9),
    ("trillion", 12),
    ("percent", -2),
    ("pp", -2),
];
/// Those of letters that stand right behind the digits.
const LETTERS: [(&str, i32); 5] = [("k", 3), ("K", 3), ("M", 6), ("B", 9), ("T", 12)];

/// Whether a character separates words, and nothing else.
pub(super) fn is_blank(character: char) -> bool {
    matches!(character, ' ' | '\t' | '\u{a0}' | '\u{2009}' | '\u{202f}' | '\u{3000}')
}

/// Reads the number that begins a text, and how many characters it has; none where it cannot be held.
pub(super) fn read(text: &[char], m: SmallM) -> (Option<Numeral>, usize) {
    let length = digits(text);
    let printed: String = text.iter().take(length).filter(|it| it.is_ascii_digit() || **it == '.').collect();
    let behind = text.get(length..).unwrap_or_default();
    let (power, more, rough) = multiplier(behind, m);
    let numeral = || {
        let digits = Decimal::from_str_exact(&printed).ok()?;
        let factor = ten_to(power)?;
        Some(Numeral { digits, factor, value: digits.checked_mul(factor)?.normalize(), rough })
    };
    (numeral(), length + more)
}

fn ten_to(power: i32) -> Option<Decimal> {
    let size = power.unsigned_abs();
    if power < 0 {
        return Decimal::try_from_i128_with_scale(1, size).ok();
    }
    Decimal::try_from_i128_with_scale(10_i128.checked_pow(size)?, 0).ok()
}

/// How many characters the digits have, grouped in threes or not at all, with decimals.
fn digits(text: &[char]) -> usize {
    let count = |from: usize| text.iter().skip(from).take_while(|it| it.is_ascii_digit()).count();
    let first = count(0);
    let mut length = first;
    let grouped = first <= 3 && text.first() != Some(&'0');
    // What separates the first group separates them all.
    let separator = text.get(first).filter(|it| matches!(it, ',' | ' ' | '\u{a0}' | '\u{2009}' | '\u{202f}'));
    if let Some(separator) = separator.filter(|_| grouped) {
        while text.get(length) == Some(separator) && count(length + 1) == 3 {
            length += 4;
        }
    }
    let decimals = count(length + 1);
    if text.get(length) == Some(&'.') && decimals > 0 { length + 1 + decimals } else { length }
}

/// The power of ten that is printed behind the digits, how many characters it has, and whether it says 余 or 多.
fn multiplier(behind: &[char], m: SmallM) -> (i32, usize, bool) {
    let rough = usize::from(matches!(behind.first(), Some('余' | '多' | '来')));
    let gap = behind.iter().skip(rough).take(1).take_while(|it| is_blank(**it)).count();
    let rest = behind.get(rough + gap..).unwrap_or_default();
    let begins = |word: &str| word.chars().enumerate().all(|(at, it)| rest.get(at) == Some(&it));
    if let Some((word, power)) = ZH.iter().find(|(word, _)| begins(word)) {
        let length = word.chars().count();
        // 6万余 is as rough as 6余万.
        let more = usize::from(matches!(rest.get(length), Some('余' | '多')));
        return (*power, rough + gap + length + more, rough + more > 0);
    }
    match rest.first() {
        _ if rough > 0 => return (0, rough, true),
        Some('%') => return (-2, gap + 1, false),
        Some('‰') => return (-3, gap + 1, false),
        _ => {}
    }
    let glued = letters(behind, 0);
    if let Some((letter, power)) = LETTERS.iter().find(|(letter, _)| *letter == glued) {
        return (*power, letter.len(), false);
    }
    if m == SmallM::Million && letters(behind, gap) == "m" {
        return (6, gap + 1, false);
    }
    let (power, length) = words(behind);
    (power, length, false)
}

/// The words for a power of ten, such as `hundred million`, and how many characters they have.
fn words(behind: &[char]) -> (i32, usize) {
    let (mut sum, mut length) = (0, 0);
    // More than two are no number that anybody writes.
    for _ in 0..2 {
        let gap = usize::from(behind.get(length).is_some_and(|it| is_blank(*it) || *it == '-'));
        let printed = letters(behind, length + gap);
        let word = printed.to_ascii_lowercase();
        let known = EN.iter().find(|(known, _)| word.strip_suffix('s').unwrap_or(&word) == *known);
        let next = letters(behind, length + gap + printed.len() + 1).to_ascii_lowercase();
        let two = (word == "per" && next == "cent") || (word == "percentage" && matches!(&*next, "point" | "points"));
        let (power, size) = match known {
            Some((_, power)) => (*power, printed.len()),
            None if two => (-2, printed.len() + 1 + next.len()),
            None => break,
        };
        sum += power;
        length += gap + size;
    }
    (sum, length)
}

/// The ASCII letters from a place on, as many as the longest word has; none where a digit or sign of a power follows them.
fn letters(text: &[char], from: usize) -> String {
    let word: String = text.iter().skip(from).take_while(|it| it.is_ascii_alphabetic()).take(12).collect();
    let behind = text.get(from + word.len());
    if behind.is_some_and(|it| it.is_ascii_alphanumeric() || matches!(it, '²' | '³')) { String::new() } else { word }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn value(text: &str, m: SmallM) -> (String, usize) {
        let (numeral, length) = read(&text.chars().collect::<Vec<_>>(), m);
        (numeral.unwrap().value.to_string(), length)
    }

    #[test]
    fn numbers_are_read_with_what_multiplies_them() {
        for (text, expected, length) in [
            ("72,000 ÷", "72000", 6),
            ("1 234 000 + 567", "1234000", 9),
            ("1\u{a0}234\u{a0}000", "1234000", 9),
            ("1\u{2009}234.5", "1234.5", 7),
            ("12 34", "12", 2),
            ("2024 100", "2024", 4),
            ("1,234 567", "1234", 5),
            ("0 123", "0", 1),
            ("3, 4", "3", 1),
            ("1.2亿元", "120000000", 4),
            ("3 万亿", "3000000000000", 4),
            ("30余万", "300000", 4),
            ("6万余户", "60000", 3),
            ("3千万元", "30000000", 3),
            ("62%", "0.62", 3),
            ("7.5 percent", "0.075", 11),
            ("2 percentage points", "0.02", 19),
            ("2个百分点", "0.02", 5),
            ("3 million yuan", "3000000", 9),
            ("3 Millions", "3000000", 10),
            ("1.2 hundred million", "120000000", 19),
            ("5 thousand", "5000", 10),
            ("4bn", "4000000000", 3),
            ("4 bn", "4000000000", 4),
            ("5K", "5000", 2),
            ("5Km", "5", 1),
            ("5M2", "5", 1),
            ("3千米", "3", 1),
        ] {
            assert_eq!(value(text, SmallM::Unit), (expected.to_owned(), length), "{text}");
        }
    }

    #[test]
    fn a_small_m_is_what_the_reading_says() {
        assert_eq!(value("5m + 1", SmallM::Unit), ("5".to_owned(), 1));
        assert_eq!(value("5m + 1", SmallM::Million), ("5000000".to_owned(), 2));
        assert_eq!(value("5 m", SmallM::Million), ("5000000".to_owned(), 3));
        assert_eq!(value("5 m²", SmallM::Million).0, "5");
        assert_eq!(value("5 mm", SmallM::Million).0, "5");
    }

    #[test]
    fn the_last_place_is_that_of_the_digits() {
        let place = |text: &str, significant| {
            let (numeral, _) = read(&text.chars().collect::<Vec<_>>(), SmallM::Unit);
            numeral.unwrap().place(significant).to_string()
        };
        assert_eq!((place("85.20", false), place("85.20", true)), ("0.01".to_owned(), "0.01".to_owned()));
        assert_eq!((place("12,000", false), place("12,000", true)), ("1".to_owned(), "1000".to_owned()));
        assert_eq!((place("0", false), place("0", true)), ("1".to_owned(), "1".to_owned()));
    }

    proptest! {
        #[test]
        fn groups_do_not_change_a_number(number in 0u64..10_000_000_000, at in 0usize..5) {
            let separator = [",", " ", "\u{a0}", "\u{2009}", "\u{202f}"][at];
            let plain = number.to_string();
            let head = (plain.len() - 1) % 3 + 1;
            let mut text = plain[..head].to_owned();
            for at in (head..plain.len()).step_by(3) {
                text = format!("{text}{separator}{}", &plain[at..at + 3]);
            }
            prop_assert_eq!(value(&text, SmallM::Unit), (plain, text.chars().count()));
        }

        #[test]
        fn whatever_stands_behind_the_digits_is_read(digits in "[0-9][0-9., \u{a0}]{0,40}", behind in "[万亿余多千百%‰kKmMBTbn a-z-]{0,20}") {
            let text: Vec<char> = format!("{digits}{behind}").chars().collect();
            for m in [SmallM::Unit, SmallM::Million] {
                let (numeral, length) = read(&text, m);
                prop_assert!(length > 0 && length <= text.len());
                prop_assert!(numeral.is_none_or(|it| it.place(true) >= it.place(false)));
            }
        }
    }
}
