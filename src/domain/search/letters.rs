//! The distinct characters of an index, each with everything that may be typed for it.

use std::collections::HashMap;

use pinyin::ToPinyinMulti;

use super::fold::{Folded, is_han, simplified};

/// A character of a text: which letter of the index it is, and whether a word begins there or something was ended before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Unit(u16);

/// How a unit holds its flags.
const EDGE: u16 = 1 << 15;
const STOP: u16 = 1 << 14;

impl Unit {
    /// The number of the letter.
    pub(super) fn letter(self) -> usize {
        usize::from(self.0 & !(EDGE | STOP))
    }

    /// Whether a word begins here.
    pub(super) fn edge(self) -> bool {
        self.0 & EDGE != 0
    }

    /// Whether a sentence or a part of one ended before it.
    pub(super) fn stop(self) -> bool {
        self.0 & STOP != 0
    }
}

/// A distinct character.
#[derive(Debug)]
pub(super) struct Letter {
    /// The character that counts.
    pub(super) c: char,
    /// The syllables that it may be read as, without tones, ü as v: the usual ones first.
    pub(super) readings: Box<[&'static str]>,
    /// How many of them are usual, by themselves or in some word that everyone knows.
    pub(super) usual: usize,
    /// Whether it is of a script without words, so that a match may begin with it anywhere.
    pub(super) han: bool,
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
        let stop = if folded.stop { STOP } else { 0 };
        Unit(number | stop | if folded.edge { EDGE } else { 0 })
    }
}

impl Letters {
    /// The number of a character, one of its own where it was not met before.
    fn number(&mut self, c: char) -> u16 {
        let next = u16::try_from(self.all.len()).unwrap_or(u16::MAX).min(STOP - 1);
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
                if next < STOP - 1 {
                    self.all.push(letter(c));
                }
                next
            }
            None => STOP - 1,
        }
    }
}

/// Characters that are usually read in more than one way, each with the readings besides the first of the table: 重 in 重庆,
/// 行 in 银行. All other readings, of names and of old books, are found last.
const USUAL: &str = "重chong 行hang 长chang 会kuai 乐yue 调tiao 还huan 都du 率shuai 参shen 参cen 朝zhao 藏zang 传zhuan 弹tan \
    给ji 觉jiao 校jiao 血xie 卡qia 落la 模mu 色shai 厦xia 什shi 似shi 宿xiu 系ji 降xiang 薄bo 便pian 泊bo 差chai 称chen 乘sheng \
    畜xu 恶wu 佛fo 秘bi 贾gu 粘nian 露lou 埋man 刹cha 折she 盛cheng 纤qian 削xiao 扎za 着zhao 着zhuo 种chong 幢zhuang 曾zeng 没mo \
    和huo 了liao 剥bo 逮dai 臭xiu 伺si 攒zan 颤zhan 炮bao 屏bing 茄jia 翘qiao 圈juan 塞se 沈chen 吓he 巷hang 吁xu 咽ye 轧ya 择zhai \
    爪zhua 扒pa 辟pi 澄deng 匙chi 脚jue 角jue 壳qiao 勒lei 络lao 蔓wan 呢ni 胖pan 否pi 颈geng 咖ga 侧zhai";

fn letter(original: char) -> Letter {
    let c = simplified(original);
    let mut readings = readings(c);
    let usual = usual(c, &mut readings);
    // A few characters have a sound of their own besides that of the simplified one.
    if original != c {
        for reading in self::readings(original) {
            if !readings.contains(&reading) {
                readings.push(reading);
            }
        }
    }
    let bits = readings.iter().flat_map(|syllable| syllable.chars()).fold(bit(c), |bits, c| bits | bit(c));
    Letter { c, readings: readings.into(), usual, han: is_han(c), bits }
}

/// Puts the usual readings of a character first; says how many they are.
fn usual(c: char, readings: &mut [&'static str]) -> usize {
    // 略 is typed in two ways, which are one reading.
    let first = readings.iter().take_while(|it| matches!(**it, "lve" | "lue" | "nve" | "nue")).count();
    let mut usual = first.max(1).min(readings.len());
    for more in USUAL.split_whitespace().filter_map(|entry| entry.strip_prefix(c)) {
        let Some(at) = readings.iter().skip(usual).position(|it| *it == more) else { continue };
        if let Some(found) = readings.get_mut(usual..=usual + at) {
            found.rotate_right(1);
            usual += 1;
        }
    }
    usual
}

/// Every way to read a character, each once.
fn readings(c: char) -> Vec<&'static str> {
    let mut out: Vec<&'static str> = Vec::new();
    for plain in c.to_pinyin_multi().into_iter().flatten().map(pinyin::Pinyin::plain) {
        // ü is typed as v; some type u, which is another sound except before e.
        let typed: &[&'static str] = match plain {
            "lü" => &["lv", "lu"],
            "nü" => &["nv", "nu"],
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
        assert!(
            readings('绿').contains(&"lv")
                && readings('女').contains(&"nu")
                && readings('略').contains(&"lve")
                && readings('略').contains(&"lue")
        );
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
