//! The distinct characters of an index, each with everything that may be typed for it.

use std::collections::HashMap;

use pinyin::ToPinyinMulti;

use super::fold::{Folded, simplified};

/// A character of a text: which letter of the index it is, and whether a match may begin there and a word does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Unit(u16);

/// How a unit holds its flags.
const EDGE: u16 = 1 << 15;
const BEGIN: u16 = 1 << 14;

impl Unit {
    /// The number of the letter.
    pub(super) fn letter(self) -> usize {
        usize::from(self.0 & !(EDGE | BEGIN))
    }

    /// Whether a word begins here.
    pub(super) fn edge(self) -> bool {
        self.0 & EDGE != 0
    }

    /// Whether a match may begin here.
    pub(super) fn may_begin(self) -> bool {
        self.0 & BEGIN != 0
    }
}

/// A distinct character.
#[derive(Debug)]
pub(super) struct Letter {
    /// The character that counts.
    pub(super) c: char,
    /// The syllables that it may be read as, without tones, ü as v.
    pub(super) readings: Box<[&'static str]>,
    /// What is in it; see [`bit`].
    pub(super) bits: u64,
}

/// The distinct characters, numbered as they were met.
#[derive(Debug, Default)]
pub(super) struct Letters {
    all: Vec<Letter>,
    /// One more than the number of each character of the basic plane, in pages of 256; 0 where it was not met.
    pages: Vec<Option<Box<[u16; 256]>>>,
    others: HashMap<char, u16>,
}

impl Letters {
    /// The letter of a unit.
    pub(super) fn get(&self, unit: Unit) -> Option<&Letter> {
        self.all.get(unit.letter())
    }

    /// Every letter, in the order of its number.
    pub(super) fn all(&self) -> &[Letter] {
        &self.all
    }

    /// The unit of a character. Of the characters behind the first sixteen thousand, more than any dataset is written
    /// in, none is found.
    pub(super) fn unit(&mut self, folded: Folded) -> Unit {
        let number = self.number(folded.c);
        let begin = if folded.may_begin() { BEGIN } else { 0 };
        Unit(number | begin | if folded.edge { EDGE } else { 0 })
    }
}

impl Letters {
    /// The number of a character, one of its own where it was not met before.
    fn number(&mut self, c: char) -> u16 {
        let next = u16::try_from(self.all.len()).unwrap_or(u16::MAX).min(BEGIN - 1);
        let (page, at) = (u32::from(c) as usize / 256, u32::from(c) as usize % 256);
        let slot = if page < 256 {
            if self.pages.len() <= page {
                self.pages.resize(page + 1, None);
            }
            let page = self.pages.get_mut(page).map(|page| page.get_or_insert_with(|| Box::new([0; 256])));
            page.and_then(|page| page.get_mut(at))
        } else {
            Some(self.others.entry(c).or_default())
        };
        match slot {
            Some(slot) if *slot > 0 => *slot - 1,
            Some(slot) => {
                *slot = next + 1;
                if next < BEGIN - 1 {
                    self.all.push(letter(c));
                }
                next
            }
            None => BEGIN - 1,
        }
    }
}

fn letter(original: char) -> Letter {
    let c = simplified(original);
    let mut readings = readings(c);
    // A few characters have a sound of their own besides that of the simplified one.
    if original != c {
        for reading in self::readings(original) {
            if !readings.contains(&reading) {
                readings.push(reading);
            }
        }
    }
    let bits = readings.iter().flat_map(|syllable| syllable.chars()).fold(bit(c), |bits, c| bits | bit(c));
    Letter { c, readings: readings.into(), bits }
}

/// Every way to read a character, each once.
fn readings(c: char) -> Vec<&'static str> {
    let mut out: Vec<&'static str> = Vec::new();
    for plain in c.to_pinyin_multi().into_iter().flatten().map(pinyin::Pinyin::plain) {
        // ü is typed as v; before e some type u.
        let typed: &[&'static str] = match plain {
            "lü" => &["lv"],
            "nü" => &["nv"],
            "lüe" => &["lve", "lue"],
            "nüe" => &["nve", "nue"],
            "ê" => &["e"],
            other => &[other],
        };
        for syllable in typed {
            if syllable.is_ascii() && !out.contains(syllable) {
                out.push(syllable);
            }
        }
    }
    out
}

/// The bit of a character: one of its own for a letter or a digit, one of the 28 others, shared, for anything else. A
/// text can hold a term only if it has every bit of the term.
pub(super) fn bit(c: char) -> u64 {
    match c {
        'a'..='z' => 1 << (u32::from(c) - u32::from('a')),
        '0'..='9' => 1 << (26 + u32::from(c) - u32::from('0')),
        _ => 1 << (36 + (u32::from(c).wrapping_mul(0x9e37_79b1) >> 16) % 28),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_reading_of_a_character_is_there_once_and_as_it_is_typed() {
        let mut found = readings('重');
        found.sort_unstable();
        assert_eq!(found, ["chong", "tong", "zhong"]);
        assert!(readings('绿').contains(&"lv") && readings('略').contains(&"lve") && readings('略').contains(&"lue"));
        assert_eq!(readings('宝'), ["bao"]);
        assert!(readings('a').is_empty());
    }

    #[test]
    fn every_reading_is_typed_in_letters() {
        for c in '\u{4e00}'..='\u{9fff}' {
            for reading in readings(c) {
                assert!(reading.bytes().all(|byte| byte.is_ascii_lowercase()), "{c} {reading}");
            }
        }
    }
}
