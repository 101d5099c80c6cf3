//! What the sequences of a terminal mean, once they are whole.

use super::bytes::{Heard, mouse};
use crate::model::{Code, Key, Mouse};

/// What a sequence means behind `ESC [`: its parameters, and the byte that ends it. None where it has no meaning here, as
/// every private one.
pub(super) fn control(held: &[u8], last: u8) -> Option<Heard> {
    if let Some(rest) = held.strip_prefix(b"<") {
        // A button that was let go ends in a small letter.
        let [button, column, row] = three(rest).filter(|_| last == b'M')?;
        return mouse(button, column, row).map(Heard::Mouse);
    }
    let text = std::str::from_utf8(held).ok()?;
    if !text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b';' | b':')) {
        return None;
    }
    let mut parameters = text.split(';');
    let mut number = || Some(parameters.next()?.split(':').map(|part| part.parse::<u32>().ok()));
    let first = number().and_then(|mut parts| parts.next().flatten());
    let mut second = number().into_iter().flatten();
    let (modifiers, event) = (second.next().flatten(), second.next().flatten());
    let third = number().and_then(|mut parts| parts.next().flatten());
    if event == Some(3) {
        // A key that was let go.
        return None;
    }
    let code = match last {
        b'M' => {
            let [button, column, row] = three(held)?;
            return mouse(button.checked_sub(32)?, column, row).map(Heard::Mouse);
        }
        b'R' if first.is_some() && modifiers.is_some() => {
            return modifiers.and_then(|column| u16::try_from(column).ok()).map(Heard::Cursor);
        }
        b'Z' => return Some(Heard::Key(Key { shift: true, ..Key::plain(Code::Tab) })),
        b'u' => typed(first?)?,
        b'~' => match (first?, third) {
            (27, Some(code)) => typed(code)?,
            (number, _) => numbered(number)?,
        },
        _ => lettered(last)?,
    };
    Some(Heard::Key(held_with(code, modifiers.unwrap_or(1))))
}

/// What a byte means behind `ESC O`.
pub(super) fn shift3(byte: u8) -> Option<Key> {
    match byte {
        b'M' => Some(Key::plain(Code::Enter)),
        _ => lettered(byte).map(Key::plain),
    }
}

/// The mouse by three bytes, as terminals send it that know no decimals.
pub(super) fn old_mouse(bytes: &[u8]) -> Option<Mouse> {
    let [button, column, row] = <[u8; 3]>::try_from(bytes).ok()?.map(|byte| u32::from(byte).checked_sub(32));
    mouse(button?, column?, row?)
}

fn three(held: &[u8]) -> Option<[u32; 3]> {
    let numbers: Option<Vec<u32>> = std::str::from_utf8(held).ok()?.split(';').map(|part| part.parse().ok()).collect();
    numbers?.try_into().ok()
}

/// A key with modifiers, given as a sum of bits and one.
fn held_with(code: Code, modifiers: u32) -> Key {
    let bits = modifiers.saturating_sub(1);
    // The character tells already whether Shift was held.
    let shift = bits & 1 != 0 && !matches!(code, Code::Char(_));
    Key { code, shift, alt: bits & 2 != 0, ctrl: bits & 4 != 0 }
}

/// A key by the character that it types.
fn typed(code: u32) -> Option<Code> {
    Some(match char::from_u32(code)? {
        '\r' => Code::Enter,
        '\t' => Code::Tab,
        '\u{1b}' => Code::Esc,
        '\u{7f}' | '\u{8}' => Code::Backspace,
        // Keys without a character stand in the first private area.
        '\0'..='\u{1f}' | '\u{e000}'..='\u{f8ff}' => return None,
        typed => Code::Char(typed),
    })
}

/// A key by its letter.
fn lettered(byte: u8) -> Option<Code> {
    Some(match byte {
        b'A' => Code::Up,
        b'B' => Code::Down,
        b'C' => Code::Right,
        b'D' => Code::Left,
        b'H' => Code::Home,
        b'F' => Code::End,
        b'P' => Code::F(1),
        b'Q' => Code::F(2),
        b'R' => Code::F(3),
        b'S' => Code::F(4),
        _ => return None,
    })
}

/// A key by its number.
fn numbered(number: u32) -> Option<Code> {
    // The numbers of function keys have gaps.
    let function = |from: u32, first: u8| Some(Code::F(first + u8::try_from(number.checked_sub(from)?).ok()?));
    match number {
        1 | 7 => Some(Code::Home),
        3 => Some(Code::Delete),
        4 | 8 => Some(Code::End),
        5 => Some(Code::PageUp),
        6 => Some(Code::PageDown),
        11..=15 => function(11, 1),
        17..=21 => function(17, 6),
        23..=26 => function(23, 11),
        28..=29 => function(28, 15),
        31..=34 => function(31, 17),
        _ => None,
    }
}
