//! The order of Chinese names: by the sound of each character, as a dictionary has it.

use std::cmp::Ordering;

use ::pinyin::ToPinyin;

/// A name that compares by pinyin, character by character: what is not Chinese first, by character and with upper and lower
/// case alike, then Chinese by syllable, tone and character. A character of several sounds counts by its commonest one.
#[derive(Debug, Clone, Copy)]
pub struct ByPinyin<'a>(pub &'a str);

/// Where a character belongs: nothing and itself, or its syllable and the tone, the light one last.
fn sound(character: char) -> (&'static str, char, char) {
    match character.to_pinyin().map(::pinyin::Pinyin::with_tone_num_end) {
        None => ("", ' ', character.to_lowercase().next().unwrap_or(character)),
        Some(spelt) => {
            let syllable = spelt.trim_end_matches(|it: char| it.is_ascii_digit());
            (syllable, spelt.chars().next_back().filter(char::is_ascii_digit).unwrap_or('5'), character)
        }
    }
}

impl Ord for ByPinyin<'_> {
    fn cmp(&self, other: &Self) -> Ordering {
        let (mut own, mut others) = (self.0.chars(), other.0.chars());
        loop {
            match (own.next(), others.next()) {
                (None, None) => return Ordering::Equal,
                (None, Some(_)) => return Ordering::Less,
                (Some(_), None) => return Ordering::Greater,
                (Some(a), Some(b)) if a == b => {}
                (Some(a), Some(b)) => match sound(a).cmp(&sound(b)) {
                    Ordering::Equal => {}
                    order => return order,
                },
            }
        }
    }
}

impl PartialOrd for ByPinyin<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for ByPinyin<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for ByPinyin<'_> {}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn names_are_in_the_order_of_a_dictionary() {
        let mut names = [
            "中心", "5G基站", "安全", "ab", "办事", "AA", "八", "中", "吧", "重点", "绿化", "路", "鲁", "女", "努",
            "ｚ",
        ];
        names.sort_by_key(|name| ByPinyin(name));
        assert_eq!(
            names,
            [
                "5G基站", "AA", "ab", "ｚ", "安全", "八", "吧", "办事", "鲁", "路", "绿化", "努", "女", "中", "中心",
                "重点"
            ]
        );
    }

    proptest! {
        #[test]
        fn it_is_an_order(a in "[中重安ab A吧]{0,4}", b in "[中重安ab A吧]{0,4}", c in "[中重安ab A吧]{0,4}") {
            let (x, y, z) = (ByPinyin(&a), ByPinyin(&b), ByPinyin(&c));
            prop_assert_eq!(x.cmp(&y), y.cmp(&x).reverse());
            prop_assert!(x.cmp(&y) != Ordering::Less || y.cmp(&z) != Ordering::Less || x.cmp(&z) == Ordering::Less);
        }
    }
}
