//! A text measured a character at a time, so that the length of any part of it is a subtraction.

use std::ops::Range;

use super::face::Face;
use crate::ui::text;

/// How well a line ends at a place, the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Stop {
    /// Between words, behind punctuation, or behind a word that was to be kept.
    Good,
    /// Between two Chinese characters, which may be one word.
    Fair,
    /// Between a scale in words and its unit.
    Poor,
}

#[derive(Debug, Clone, Copy)]
struct Unit<'a> {
    text: &'a str,
    /// Its own length.
    bare: usize,
    /// The room behind it, where another one follows on the line.
    after: usize,
    /// How well a line ends before it; `None`: not at all.
    stop: Option<Stop>,
}

/// A measured text. The unit is what it was measured in: pixels of a face, or cells.
#[derive(Debug)]
pub(super) struct Measured<'a> {
    units: Vec<Unit<'a>>,
    /// The length before each unit, and at the end.
    before: Vec<usize>,
}

impl<'a> Measured<'a> {
    /// In pixels of a face; `None` where it lacks a character. Words to `keep` are not torn.
    pub(super) fn drawn(content: &'a str, keep: &[&str], face: Face) -> Option<Self> {
        let width = |grapheme: &str| {
            let c = sole(grapheme)?;
            Some((face.glyph(c)?.width(), face.is_square(c)))
        };
        // Squares bring their own air.
        Self::new(content, keep, width, |square, next| usize::from(!(square && next)))
    }

    /// In cells, as plain text.
    pub(super) fn plain(content: &'a str, keep: &[&str]) -> Option<Self> {
        Self::new(content, keep, |grapheme| Some((text::width(grapheme), false)), |_, _| 0)
    }

    /// In cells, with a blank between two characters; numbers and what belongs to them stay together.
    pub(super) fn spaced(content: &'a str, keep: &[&str]) -> Option<Self> {
        let width = |grapheme: &str| Some((text::width(grapheme), grapheme.chars().all(is_of_number)));
        let mut spaced = Self::new(content, keep, width, |number, next| usize::from(!(number && next)))?;
        // Words of letters are further apart than letters are.
        for unit in spaced.units.iter_mut().filter(|unit| is_blank(unit.text)) {
            unit.after = 2;
        }
        spaced.sum();
        Some(spaced)
    }

    fn new(
        content: &'a str,
        keep: &[&str],
        width: impl Fn(&str) -> Option<(usize, bool)>,
        gap: impl Fn(bool, bool) -> usize,
    ) -> Option<Self> {
        let stops = stops(content, keep);
        let mut stops = stops.iter().peekable();
        let mut units: Vec<Unit<'a>> = Vec::new();
        let (mut at, mut last) = (0, false);
        for grapheme in text::graphemes(content) {
            let (bare, wide) = width(grapheme)?;
            // A stop inside what is one character to a reader is none.
            while stops.next_if(|(stop, _)| *stop < at).is_some() {}
            let stop = stops.next_if(|(stop, _)| *stop == at).map(|(_, stop)| *stop);
            let follows_blank = units.last().is_some_and(|unit| is_blank(unit.text));
            if let Some(before) = units.last_mut() {
                before.after = if follows_blank || is_blank(grapheme) { 0 } else { gap(last, wide) };
            }
            units.push(Unit { text: grapheme, bare, after: 0, stop });
            (at, last) = (at + grapheme.len(), wide);
        }
        let mut measured = Self { units, before: Vec::new() };
        measured.sum();
        Some(measured)
    }

    /// Adds the lengths up.
    fn sum(&mut self) {
        let mut length = 0;
        let ends = self.units.iter().map(|unit| {
            length += unit.bare + unit.after;
            length
        });
        self.before = std::iter::once(0).chain(ends).collect();
    }

    /// How many characters there are.
    pub(super) fn len(&self) -> usize {
        self.units.len()
    }

    /// The length before a character.
    pub(super) fn start(&self, at: usize) -> usize {
        self.before.get(at).copied().unwrap_or(0)
    }

    /// Where a line may end, in order, and how well.
    pub(super) fn stops(&self) -> impl Iterator<Item = (usize, Stop)> {
        self.units.iter().enumerate().skip(1).filter_map(|(at, unit)| Some((at, unit.stop?)))
    }

    /// Whether a line ends well before a character.
    pub(super) fn ends_well(&self, at: usize) -> bool {
        self.units.get(at).is_none_or(|unit| unit.stop == Some(Stop::Good))
    }

    /// The length of a part as a line of its own, without blanks at its end.
    pub(super) fn length(&self, part: Range<usize>) -> usize {
        let units = self.units.get(part.clone()).unwrap_or_default();
        let Some(last) = units.iter().rposition(|unit| !is_blank(unit.text)) else { return 0 };
        let bare = units.get(last).map_or(0, |unit| unit.bare);
        self.start(part.start + last) - self.start(part.start) + bare
    }

    /// A part as text, without blanks at its end.
    pub(super) fn text(&self, part: Range<usize>) -> String {
        let units = self.units.get(part).unwrap_or_default();
        units.iter().map(|unit| unit.text).collect::<String>().trim_end().to_owned()
    }

    /// A part as text with the room between its characters as blanks.
    pub(super) fn text_spaced(&self, part: Range<usize>) -> String {
        let mut line = String::new();
        for unit in self.units.get(part).unwrap_or_default() {
            line.push_str(unit.text);
            line.push_str(&" ".repeat(unit.after));
        }
        line.trim_end().to_owned()
    }
}

/// The one character of a grapheme.
pub(super) fn sole(grapheme: &str) -> Option<char> {
    let mut chars = grapheme.chars();
    chars.next().filter(|_| chars.next().is_none())
}

/// Whether a character is part of a number or stands at its end.
fn is_of_number(c: char) -> bool {
    c.is_ascii_digit() || ".,:%".contains(c)
}

fn is_blank(grapheme: &str) -> bool {
    grapheme.chars().all(char::is_whitespace)
}

/// The words of scale that stand apart from their number.
const SCALES: [&str; 4] = ["thousand", "million", "billion", "trillion"];

/// Where lines may end, as offsets in bytes, and how well: not inside a word to keep, not between a number and its scale
/// or unit.
fn stops(content: &str, keep: &[&str]) -> Vec<(usize, Stop)> {
    let mut stops = Vec::new();
    let mut at = 0;
    for (piece, _) in text::pieces(content) {
        at += piece.len();
        let (Some(before), Some(after)) = (content.get(..at), content.get(at..)) else { continue };
        if let Some(stop) = stop(before, after, keep).filter(|_| !after.is_empty()) {
            stops.push((at, stop));
        }
    }
    stops
}

fn stop(before: &str, after: &str, keep: &[&str]) -> Option<Stop> {
    let bare = before.trim_end();
    let blank = bare.len() < before.len();
    let counted = bare.ends_with(|c: char| c.is_ascii_digit() || "万亿%％".contains(c));
    let starts = |words: &[&str]| words.iter().any(|word| !word.is_empty() && after.starts_with(word));
    if keep.iter().any(|word| is_inside(word, before, after)) || (counted && (starts(keep) || starts(&SCALES))) {
        return None;
    }
    if starts(keep) && SCALES.iter().any(|scale| bare.ends_with(scale)) {
        return Some(Stop::Poor);
    }
    let paused = bare.ends_with(|c: char| !c.is_alphanumeric()) || keep.iter().any(|word| bare.ends_with(word));
    Some(if blank || paused { Stop::Good } else { Stop::Fair })
}

/// Whether a word stands across the place between two parts of a text.
fn is_inside(word: &str, before: &str, after: &str) -> bool {
    word.char_indices().skip(1).any(|(at, _)| {
        let (head, tail) = word.split_at(at);
        before.ends_with(head) && after.starts_with(tail)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(content: &str, keep: &[&str]) -> Vec<String> {
        let measured = Measured::plain(content, keep).unwrap();
        let mut places: Vec<usize> = measured.stops().map(|(at, _)| at).collect();
        places.insert(0, 0);
        places.push(measured.len());
        places.windows(2).map(|pair| measured.text(pair[0]..pair[1])).collect()
    }

    #[test]
    fn a_number_stays_with_its_unit() {
        assert_eq!(parts("347.6万平方米重新", &["平方米"]), ["347.6万平方米", "重", "新"]);
        assert_eq!(parts("走访5.31万家次", &["家次"]), ["走", "访", "5.31万家次"]);
        assert_eq!(parts("3.476 million sq m revitalised", &["sq m"]), ["3.476 million", "sq m", "revitalised"]);
        assert_eq!(parts("over 60,000 visits paid", &["visits"]), ["over", "60,000 visits", "paid"]);
    }

    #[test]
    fn lengths_are_those_of_lines() {
        let measured = Measured::plain("走访 5家", &[]).unwrap();
        assert_eq!(measured.length(0..3), 4);
        assert_eq!(measured.length(0..5), 8);
        assert_eq!(measured.length(2..2), 0);
        let spaced = Measured::spaced("走访 25家", &[]).unwrap();
        assert_eq!(spaced.text_spaced(0..6), "走 访   25 家");
        assert_eq!(spaced.length(0..6), 13);
        let english = Measured::spaced("2024: a fact", &[]).unwrap();
        assert_eq!(english.text_spaced(0..12), "2024:   a   f a c t");
        assert_eq!(english.length(0..12), 19);
    }
}
