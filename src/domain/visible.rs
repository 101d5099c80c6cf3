//! Characters that would act on a terminal instead of being shown: found, and made visible.

/// Whether a character controls instead of being shown: C0, DEL, C1 and the marks that change the direction of text.
pub fn is_control(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Whether a text shows nothing: blanks, marks of no width, and what is no character.
pub(in crate::domain) fn is_blank(text: &str) -> bool {
    text.chars().all(|character| character.is_whitespace() || is_hidden(character) || is_invisible(character))
}

/// Characters that take part in a text without being seen, such as the joiners of emoji and the variation selectors.
fn is_invisible(character: char) -> bool {
    matches!(
        character,
        '\u{ad}' | '\u{180e}' | '\u{200b}'..='\u{200d}' | '\u{2060}'..='\u{2064}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}'
            | '\u{ffa0}' | '\u{e0000}'..='\u{e01ef}'
    )
}

/// `text` with every control character written out, such as `\u{1b}`.
pub fn visible(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        if is_hidden(character) {
            out.extend(character.escape_unicode());
        } else {
            out.push(character);
        }
    }
    out
}

/// Whether a character must not reach the terminal: line separators would break a line of a message in two, and what is
/// no character at all shows nothing.
fn is_hidden(character: char) -> bool {
    is_control(character) || matches!(character, '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fdd0}'..='\u{fdef}')
}

/// What stands for a character in a line of source, so that it takes exactly one cell where it would take none.
pub fn substitute(character: char) -> Option<char> {
    match character {
        '\u{7f}' => Some('\u{2421}'),
        // The pictures of the C0 controls lie in their order from U+2400.
        '\0'..='\u{1f}' => char::from_u32(0x2400 + u32::from(character)),
        _ if is_hidden(character) => Some('\u{fffd}'),
        _ => None,
    }
}

/// Whether the bytes of a JSON file hold a control character other than line breaks and tabs, or an escape that could
/// stand for one or could not be read. One pass without any look at the structure: it may err on the side of `true`.
pub(in crate::domain) fn suspicious(text: &str) -> bool {
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let rest = bytes.get(at + 1..).unwrap_or_default();
        match (byte, rest) {
            (b'\\', [b'u', digits @ ..]) => {
                if escapes_control(digits) {
                    return true;
                }
                at += 1;
            }
            (b'\\', [b'"' | b'\\' | b'/', ..]) => at += 1,
            (b'\\' | 0x7f, _)
            | (0xc2, [0x80..=0x9f, ..])
            | (0xd8, [0x9c, ..])
            | (0xe2, [0x80, 0x8e | 0x8f | 0xaa..=0xae, ..] | [0x81, 0xa6..=0xa9, ..]) => return true,
            (0..=0x1f, _) if !matches!(byte, b'\t' | b'\n' | b'\r') => return true,
            _ => {}
        }
        at += 1;
    }
    false
}

/// Whether the four digits behind `\u` stand for a control character, half a pair, or nothing.
fn escapes_control(digits: &[u8]) -> bool {
    let code = digits.get(..4).and_then(|four| std::str::from_utf8(four).ok());
    let code = code.and_then(|four| u32::from_str_radix(four, 16).ok());
    // A half of a pair is no `char`, so pairs take the slow path as well.
    code.and_then(char::from_u32).is_none_or(is_control)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_acts_on_a_terminal_is_written_out() {
        assert_eq!(visible("a\u{1b}[31m薪\u{202e}\u{9b}\n"), "a\\u{1b}[31m薪\\u{202e}\\u{9b}\\u{a}");
        assert_eq!(substitute('\u{1b}'), Some('␛'));
        assert_eq!(substitute('\u{9b}'), Some('\u{fffd}'));
        assert_eq!(substitute('薪'), None);
    }

    #[test]
    fn what_shows_nothing_is_blank() {
        for blank in ["", " ", "\u{3000}\t", "\u{200b}", "\u{2060}\u{feff}", "\u{ad}", "\u{200d}\u{fe0f}", "\u{fdd0}"] {
            assert!(is_blank(blank), "{blank:?}");
        }
        for shown in ["薪", "\u{200b}a", "👨\u{200d}👩", "-"] {
            assert!(!is_blank(shown), "{shown:?}");
        }
    }

    #[test]
    fn only_what_could_control_is_suspicious() {
        for good in ["{\"a\": \"薪火\"}\r\n", r#""\"\\\/""#, r#""\u85aa""#, "\t"] {
            assert!(!suspicious(good), "{good}");
        }
        for bad in [
            "\u{1b}", "\u{7f}", "\u{85}", "\u{202e}", "\u{2066}", "\u{200e}", "\u{200f}", "\u{61c}", r"\u200f", r"\n",
            r"\u001b", r"\u009b", r"\ud83d", r"\u12", "\\",
        ] {
            assert!(suspicious(bad), "{bad:?}");
        }
    }
}
