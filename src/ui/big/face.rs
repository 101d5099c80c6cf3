//! The shapes of characters, in three heights.

use super::bitmap::Bitmap;
use super::digits;
use crate::ui::text;

/// What [`Face::Small`] is read from; see `data/font/README.md`.
static SMALL: &[u8] = include_bytes!("../../../data/font/small.bin");
/// What [`Face::Large`] is read from.
static LARGE: &[u8] = include_bytes!("../../../data/font/large.bin");

/// The blank characters of a text: the ASCII one, and the one that does not break.
const BLANKS: [char; 2] = [' ', '\u{a0}'];
/// The blank as wide as a Chinese character.
const WIDE_BLANK: char = '\u{3000}';

/// Shapes of one height.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Face {
    /// Digits, signs of numbers and words of scale, eight pixels high and two strong.
    Digits,
    /// Text twelve pixels high; tails of letters such as g reach two further down.
    Small,
    /// Text sixteen pixels high.
    Large,
}

impl Face {
    /// The pixels from the top of a line to its foot.
    pub fn height(self) -> usize {
        match self {
            Self::Digits => 8,
            Self::Small => 12,
            Self::Large => 16,
        }
    }

    /// The pixels of the tallest shape, tails included.
    pub(super) fn depth(self) -> usize {
        if self == Self::Small { 14 } else { self.height() }
    }

    /// The pixel row below the one that digits and letters stand on.
    pub(super) fn foot(self) -> usize {
        match self {
            Self::Digits => 8,
            Self::Small => 11,
            Self::Large => 14,
        }
    }

    /// The shape of a character, as wide as it takes of its line without the gap to the next; `None` where the face has none.
    pub fn glyph(self, c: char) -> Option<Bitmap> {
        if BLANKS.contains(&c) {
            let width = match self {
                Self::Digits => 3,
                Self::Small => 4,
                Self::Large => 6,
            };
            return Some(Bitmap::blank(width, self.depth()));
        }
        if c == WIDE_BLANK && self != Self::Digits {
            return Some(Bitmap::blank(self.height(), self.depth()));
        }
        match self {
            Self::Digits => {
                let rows: Vec<&str> = (0..self.height()).map(|row| digits::row(c, row)).collect::<Option<_>>()?;
                let width = rows.first()?.len();
                Some(Bitmap::new(width, self.depth(), |x, y| {
                    rows.get(y).and_then(|row| row.as_bytes().get(x)) == Some(&b'#')
                }))
            }
            Self::Small => {
                let shape = u128::from_be_bytes(shape(SMALL, c)?);
                let (width, top) = if is_wide(c) { (11, 1) } else { (9, 0) };
                let set = |x: usize, y: usize| {
                    let at = y.checked_sub(top).map(|row| row * width + x);
                    x < width && at.is_some_and(|at| at < 128 && shape >> (127 - at) & 1 == 1)
                };
                Some(self.proportioned(c, Bitmap::new(self.height(), self.depth(), set)))
            }
            // Their dots would be as wide as the strokes of an equals sign.
            Self::Large if matches!(c, '：' | '；') => {
                let half = self.glyph(if c == '：' { ':' } else { ';' })?;
                let mut glyph = Bitmap::blank(self.height() / 2 + 2, half.height());
                glyph.stamp(&half, 2, 0);
                Some(glyph)
            }
            Self::Large => {
                let shape: [u8; 32] = shape(LARGE, c)?;
                let set =
                    |x: usize, y: usize| shape.get(y * 2 + x / 8).is_some_and(|byte| byte >> (7 - x % 8) & 1 == 1);
                Some(self.proportioned(c, Bitmap::new(self.height(), self.depth(), set)))
            }
        }
    }

    /// Chinese characters and their punctuation stand in squares; others take the width of what is drawn.
    fn proportioned(self, c: char, shape: Bitmap) -> Bitmap {
        if is_wide(c) {
            return shape;
        }
        let shape = shape.trimmed();
        // The strokes of the large face are made stronger to the right when they are drawn.
        let room = usize::from(self == Self::Large);
        let mut wider = Bitmap::blank(shape.width() + room, shape.height());
        wider.stamp(&shape, 0, 0);
        wider
    }

    /// Whether a character fills a square of the face.
    pub(super) fn is_square(self, c: char) -> bool {
        self != Self::Digits && is_wide(c)
    }
}

/// Whether a character is as wide as a Chinese one.
fn is_wide(c: char) -> bool {
    text::width(c.encode_utf8(&mut [0; 4])) == 2
}

/// Two bytes of a table as a number.
fn number(table: &[u8], at: usize) -> Option<u16> {
    let bytes = table.get(at * 2..at * 2 + 2)?;
    Some(u16::from_be_bytes(bytes.try_into().ok()?))
}

/// The shape of a character in a table: the count, as many code points in order, as many shapes.
fn shape<const N: usize>(table: &[u8], c: char) -> Option<[u8; N]> {
    let code = u16::try_from(u32::from(c)).ok()?;
    let count = usize::from(number(table, 0)?);
    let (mut from, mut to) = (0, count);
    while from < to {
        let middle = usize::midpoint(from, to);
        match number(table, middle + 1)?.cmp(&code) {
            std::cmp::Ordering::Less => from = middle + 1,
            std::cmp::Ordering::Greater => to = middle,
            std::cmp::Ordering::Equal => {
                let start = (count + 1) * 2 + middle * N;
                return table.get(start..start + N)?.try_into().ok();
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(table: &[u8], shape: usize) -> Vec<u16> {
        let count = usize::from(number(table, 0).unwrap());
        assert_eq!(table.len(), 2 + count * (2 + shape));
        (1..=count).map(|at| number(table, at).unwrap()).collect()
    }

    #[test]
    fn the_tables_are_sorted() {
        for codes in [codes(SMALL, 16), codes(LARGE, 32)] {
            assert!(codes.is_sorted_by(|a, b| a < b));
        }
    }

    #[test]
    fn every_character_of_gb_2312_has_a_large_shape() {
        let levels: Vec<&str> = include_str!("../../../data/font/gb2312.txt").lines().collect();
        assert_eq!(levels.iter().map(|level| level.chars().count()).collect::<Vec<_>>(), [3755, 3008]);
        for c in levels.concat().chars().chain(' '..='~') {
            let glyph = Face::Large.glyph(c).unwrap_or_else(|| panic!("{c}"));
            assert!(glyph.ink_height() > 0 || c == ' ', "{c}");
        }
        let small = levels[0].chars().filter(|c| Face::Small.glyph(*c).is_some()).count();
        assert!(small > 3500, "{small}");
    }

    #[test]
    fn what_the_datasets_show_can_be_drawn() {
        for dataset in [
            include_str!("../../../data/baoan-2024.json"),
            include_str!("../../../data/sample-district.json"),
            "≈≥≤℃㎡²³…—“”‘’％×−+·→",
        ] {
            for c in dataset.chars().filter(|c| !c.is_control()) {
                assert!(Face::Large.glyph(c).is_some(), "{c}");
            }
        }
        for c in (' '..='~').chain("党员先锋治理强基万亿平方米家次人次超近约不过第倍，。“”·％（）".chars())
        {
            assert!(Face::Small.glyph(c).is_some(), "{c}");
        }
    }

    #[test]
    fn a_shape_reads_as_drawn() {
        let small = Face::Small.glyph('口').unwrap();
        assert_eq!((small.width(), small.height()), (12, 14));
        let lines = small.lines();
        assert_eq!(lines[0], "");
        assert!(lines.iter().any(|line| line.contains("#########")), "{lines:#?}");
        assert_eq!(Face::Large.glyph('l').unwrap().width(), 6);
        assert_eq!(Face::Large.glyph('\u{e000}'), None);
        assert_eq!(Face::Large.glyph('😀'), None);
        assert_eq!(Face::Digits.glyph('党'), None);
    }

    #[test]
    fn a_colon_of_chinese_text_has_dots_not_strokes() {
        let colon = Face::Large.glyph('：').unwrap();
        let dots: Vec<String> = colon.lines().into_iter().filter(|line| !line.is_empty()).collect();
        assert_eq!(dots.len(), 4);
        assert!(dots.iter().all(|line| line.matches('#').count() == 2 && line.find('#') < Some(4)), "{dots:?}");
    }

    #[test]
    fn words_of_scale_are_thinner_than_digits_and_stand_apart() {
        for c in "KMBT万亿".chars() {
            let lines = Face::Digits.glyph(c).unwrap().lines();
            assert!(lines.iter().all(|line| !line.starts_with('#')), "{c}");
            // A vertical stroke of digits is two pixels strong.
            let thin = |line: &String| line.split(' ').all(|run| run.len() < 2 || run.len() > 2);
            assert!(lines.iter().filter(|line| thin(line)).count() >= 5, "{c} {lines:#?}");
        }
        let high = |c: char| Face::Digits.glyph(c).unwrap().lines().iter().filter(|line| !line.is_empty()).count();
        assert!("KMBT".chars().all(|c| high(c) < high('8')));
    }

    #[test]
    fn every_row_of_the_digits_is_as_wide_as_the_first() {
        for c in digits::SHEETS.iter().flat_map(|sheet| sheet.0.chars()) {
            let widths: Vec<usize> = (0..8).map(|row| digits::row(c, row).unwrap().len()).collect();
            assert!(widths.iter().all(|width| *width == widths[0]), "{c}");
            assert!(Face::Digits.glyph(c).unwrap().ink_height() > 0, "{c}");
        }
    }
}
