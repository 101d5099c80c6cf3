//! The bytes of a file as text: encoding, byte order mark, lines and columns.

use std::borrow::Cow;
use std::ops::Range;

use super::fault::Place;

/// How many places of broken encoding are told one by one; with more, the file is in another encoding altogether.
const MAX_BROKEN: usize = 20;

/// The byte order mark that some editors put in front.
const BOM: &[u8] = "\u{feff}".as_bytes();

/// The bytes behind a byte order mark, and how many bytes that mark takes.
pub fn strip_bom(bytes: &[u8]) -> (&[u8], usize) {
    bytes.strip_prefix(BOM).map_or((bytes, 0), |rest| (rest, BOM.len()))
}

/// A file as text in which every byte keeps its place.
pub(super) struct Decoded<'a> {
    /// The text; broken bytes are question marks.
    pub(super) text: Cow<'a, str>,
    /// The broken stretches, in order.
    pub(super) broken: Vec<Range<usize>>,
    /// Whether there are too many of them to be slips.
    pub(super) throughout: bool,
}

/// Reads bytes as UTF-8.
pub(super) fn decode(bytes: &[u8]) -> Decoded<'_> {
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Decoded { text: Cow::Borrowed(text), broken: Vec::new(), throughout: false };
    }
    let mut text = String::with_capacity(bytes.len());
    let mut broken = Vec::new();
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        let invalid = chunk.invalid().len();
        if invalid > 0 {
            broken.push(text.len()..text.len() + invalid);
            text.extend(std::iter::repeat_n('?', invalid));
        }
    }
    let throughout = broken.len() > MAX_BROKEN;
    Decoded { text: Cow::Owned(text), broken, throughout }
}

/// How far apart the marks are from which characters are counted.
const STRIDE: usize = 1024;

/// Turns byte offsets into lines and columns, at a cost that does not grow with the length of a line.
pub struct Lines<'a> {
    text: &'a str,
    shift: usize,
    starts: Vec<usize>,
    /// The number of characters that begin before each multiple of `STRIDE`.
    marks: Vec<usize>,
}

impl<'a> Lines<'a> {
    /// Indexes `text`, which begins `shift` bytes into the file.
    pub fn new(text: &'a str, shift: usize) -> Self {
        let mut starts = vec![0];
        let mut marks = Vec::with_capacity(text.len() / STRIDE + 1);
        let mut characters = 0;
        for (at, byte) in text.bytes().enumerate() {
            if at % STRIDE == 0 {
                marks.push(characters);
            }
            characters += usize::from(begins_character(byte));
            if byte == b'\n' {
                starts.push(at + 1);
            }
        }
        Self { text, shift, starts, marks }
    }

    /// The place of a stretch of the text.
    pub fn place(&self, span: &Range<usize>) -> Place {
        let line = self.starts.partition_point(|start| *start <= span.start);
        let start = line.checked_sub(1).and_then(|at| self.starts.get(at)).copied().unwrap_or(0);
        let column = self.characters_before(span.start).saturating_sub(self.characters_before(start)) + 1;
        Place { span: span.start + self.shift..span.end + self.shift, line: line.max(1), column }
    }

    fn characters_before(&self, offset: usize) -> usize {
        let offset = offset.min(self.text.len());
        let mark = (offset / STRIDE).min(self.marks.len().saturating_sub(1));
        let counted = self.marks.get(mark).copied().unwrap_or(0);
        let rest = self.text.as_bytes().get(mark * STRIDE..offset).unwrap_or_default();
        counted + rest.iter().filter(|byte| begins_character(**byte)).count()
    }
}

/// Whether a byte of UTF-8 is the first of a character.
fn begins_character(byte: u8) -> bool {
    byte & 0xc0 != 0x80
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters() {
        let text = "ab\r\n薪火🔥x\n";
        let lines = Lines::new(text, 3);
        let at = text.find('x').unwrap();
        let place = lines.place(&(at..at + 1));
        assert_eq!((place.line, place.column, place.span), (2, 4, at + 3..at + 4));
        let end = lines.place(&(text.len()..text.len()));
        assert_eq!((end.line, end.column), (3, 1));
        assert_eq!(Lines::new("", 0).place(&(0..0)).line, 1);
    }

    #[test]
    fn columns_are_right_far_into_a_long_line() {
        let text = "薪".repeat(5000);
        let lines = Lines::new(&text, 0);
        for nth in [0, 341, 342, 1023, 1024, 4999] {
            assert_eq!(lines.place(&(nth * 3..nth * 3 + 3)).column, nth + 1);
        }
    }

    #[test]
    fn broken_bytes_keep_their_places() {
        let decoded = decode(b"ab\xff\xfe\xe8\x96c");
        assert_eq!((decoded.text.as_ref(), decoded.broken), ("ab????c", vec![2..3, 3..4, 4..6]));
    }
}
