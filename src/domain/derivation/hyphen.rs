//! A hyphen between two numbers: a minus, or the join of a date (2024-01-01) or of a range (10-12月, 2022-2024).

use super::number::is_blank;

/// More characters to a side than any date has; what is longer is no date.
const SIDE: usize = 12;

/// What a number of a point in time or of a place in an order is counted in.
const IN_ORDER: [char; 12] = ['年', '月', '日', '号', '季', '周', '岁', '届', '期', '时', '点', '级'];
/// The same in English, without the s of the plural; months by their first three letters.
const WORDS: [&str; 6] = ["year", "month", "week", "day", "hour", "quarter"];
const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// Whether the hyphen at a place, with no blank beside it, joins a date or a range and so is no minus.
pub(super) fn is_date_or_range(text: &[char], at: usize) -> bool {
    let left = at.checked_sub(1).and_then(|at| text.get(at));
    if left.is_some_and(|it| IN_ORDER.contains(it)) || is_date(text, at) {
        return true;
    }
    let behind = text.get(at + 1..).unwrap_or_default();
    let digits = behind.iter().take(SIDE).take_while(|it| it.is_ascii_digit()).count();
    let gap = usize::from(behind.get(digits).is_some_and(|it| is_blank(*it)));
    let next = behind.get(digits + gap..).unwrap_or_default();
    if digits > 0 && next.first().is_some_and(|it| IN_ORDER.contains(it)) {
        return true;
    }
    let word: String = next.iter().take(SIDE).take_while(|it| it.is_ascii_alphabetic()).collect();
    let word = word.to_ascii_lowercase();
    let month = word.get(..3).is_some_and(|head| MONTHS.contains(&head)) && is_month(&word);
    digits > 0 && (month || WORDS.contains(&word.strip_suffix('s').unwrap_or(&word)))
}

/// Whether a word that begins like a month is one.
fn is_month(word: &str) -> bool {
    const LONG: [&str; 11] = [
        "january",
        "february",
        "march",
        "april",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    word.len() == 3 || LONG.contains(&word) || word == "sept"
}

/// Whether the numbers around a hyphen or slash have the shape of a date or of years: 2024-01-01, 2024-03, 2022-2024.
pub(super) fn is_date(text: &[char], at: usize) -> bool {
    let Some(joint) = text.get(at).copied() else { return false };
    let is_part = |it: &&char| it.is_ascii_digit() || matches!(**it, '.' | ',') || **it == joint;
    let before: Vec<char> =
        text.get(..at).unwrap_or_default().iter().rev().take(SIDE).take_while(is_part).copied().collect();
    let behind: String = text.get(at + 1..).unwrap_or_default().iter().take(SIDE).take_while(is_part).collect();
    let whole: String = before.iter().rev().chain([&joint]).chain(behind.chars().collect::<Vec<_>>().iter()).collect();
    // The full stop or comma behind it is that of the sentence.
    let groups: Vec<&str> = whole.trim_matches(['.', ',']).split(joint).collect();
    match groups.as_slice() {
        [one, other] if joint == '/' => is_year(one) && is_padded(other),
        [one, other] => is_span(one, other),
        [first, .., last] => {
            let short = |groups: &[&str]| groups.iter().all(|it| (1..=2).contains(&it.len()));
            is_year(first) && groups.get(1..).is_some_and(short)
                || is_year(last) && groups.split_last().is_some_and(|(_, head)| short(head))
        }
        _ => false,
    }
}

/// Whether two numbers are the ends of a range of years or months, or a year and a month.
fn is_span(one: &str, other: &str) -> bool {
    let month = |it: &str| it.split_once('.').is_some_and(|(year, month)| is_year(year) && month.len() == 2);
    if is_year(one) && other.len() == 2 {
        let next = one.parse::<u32>().ok().map(|year| (year + 1) % 100);
        return is_padded(other) || other.parse().ok() == next;
    }
    is_year(one) && is_year(other) || month(one) && month(other) || is_padded(one) || is_padded(other)
}

fn is_year(group: &str) -> bool {
    group.len() == 4 && ["19", "20"].iter().any(|century| group.starts_with(century)) && is_digits(group)
}

/// Whether a number is filled up with zeros, as those of dates and telephones are.
fn is_padded(group: &str) -> bool {
    group.len() > 1 && group.starts_with('0') && is_digits(group)
}

fn is_digits(group: &str) -> bool {
    group.bytes().all(|it| it.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn judged(text: &str) -> bool {
        let characters: Vec<char> = text.chars().collect();
        let at = characters.iter().position(|it| matches!(it, '-' | '–' | '/')).unwrap();
        is_date_or_range(&characters, at)
    }

    #[test]
    fn dates_and_ranges_are_known() {
        for text in [
            "2024-01-01",
            "01-02-2024",
            "2024-03",
            "2023-24",
            "2022-2024",
            "2022–2024",
            "2022-2024年",
            "10-12月",
            "10-12 月",
            "10月-12月",
            "3-5日",
            "10-12 months",
            "1-3 March",
            "1-3 Sept",
            "2024.01-2024.03",
            "0755-8888",
            "2024/01/01",
            "2024-01-01.",
            "5-8周",
        ] {
            assert!(judged(text), "{text}");
        }
    }

    #[test]
    fn a_minus_is_none_of_them() {
        for text in
            ["186-14", "186-14人", "10-15 = -5", "10-5-3", "2024-12", "2000.5-0.5", "3.05-1.05", "26.9-3 marks", "12/4"]
        {
            assert!(!judged(text), "{text}");
        }
    }

    proptest! {
        #[test]
        fn every_date_is_known(year in 1900..2100, month in 1..=12, day in 1..=31) {
            let (padded, plain) = (format!("{year}-{month:02}-{day:02}"), format!("{year}-{month}-{day}"));
            prop_assert!(judged(&padded) && judged(&plain));
        }

        #[test]
        fn any_text_is_judged(text in "[0-9.,/–年月 a-z-]{0,20}-[0-9.,/–年月 a-z-]{0,20}") {
            judged(&text);
        }
    }
}
