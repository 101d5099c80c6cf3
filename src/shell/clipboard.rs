//! The clipboard of whoever sits at the terminal, by the sequence OSC 52, which works over ssh too. Nothing answers to it,
//! so what is known comes from the environment.

use std::env::var;
use std::fmt::Write;
use std::io;

use crossterm::Command;
use crossterm::clipboard::CopyToClipboard;

use super::output;
use crate::model::Clipboard;

/// Since this version the library of GNOME's terminals takes the sequence.
const VTE: u32 = 7600;

/// What the environment says of the way to the clipboard.
pub(super) fn known() -> Clipboard {
    known_from(|name| var(name).ok().filter(|value| !value.is_empty()))
}

fn known_from(get: impl Fn(&str) -> Option<String>) -> Clipboard {
    if get("TMUX").is_some() {
        return Clipboard::Tmux;
    }
    let term = get("TERM").unwrap_or_default();
    // The consoles of the kernels, terminals of hardware, and what is known not to take it.
    let refuses = ["linux", "cons25", "vt100", "vt102", "vt220", "ansi", "sun"].iter().any(|name| term == *name);
    let apple = get("TERM_PROGRAM").is_some_and(|name| name == "Apple_Terminal");
    let old_gnome = get("VTE_VERSION").and_then(|text| text.parse::<u32>().ok()).is_some_and(|version| version < VTE);
    if refuses || apple || old_gnome { Clipboard::Refused } else { Clipboard::Open }
}

/// Puts a text on the clipboard. The text goes out encoded: whatever is in it, it acts on no terminal.
pub(super) fn put(text: &str) -> io::Result<()> {
    output::send(sequence(text, var("TMUX").is_ok_and(|it| !it.is_empty()), var("STY").is_ok()).as_bytes())
}

/// The bytes that do it. tmux is asked itself and, where it lets that through, the terminal behind it; screen passes on
/// what is wrapped, in pieces of a few hundred bytes.
fn sequence(text: &str, tmux: bool, screen: bool) -> String {
    const PIECE: usize = 240;
    let mut plain = String::new();
    // Writing to a string does not fail.
    let _ = CopyToClipboard::to_clipboard_from(text).write_ansi(&mut plain);
    if tmux {
        let doubled = plain.replace('\x1b', "\x1b\x1b");
        let _ = write!(plain, "\x1bPtmux;{doubled}\x1b\\");
    } else if screen {
        // A string of screen's own ends with the same sign: the bell ends the inner one.
        let inner = plain.replace("\x1b\\", "\x07");
        // All of it is ASCII.
        let pieces: Vec<_> = inner.as_bytes().chunks(PIECE).map(String::from_utf8_lossy).collect();
        return format!("\x1bP{}\x1b\\", pieces.join("\x1b\\\x1bP"));
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known(vars: &[(&str, &str)]) -> Clipboard {
        known_from(|name| vars.iter().find(|(it, _)| *it == name).map(|(_, value)| (*value).to_owned()))
    }

    #[test]
    fn what_is_known_comes_from_the_environment() {
        assert_eq!(known(&[("TERM", "xterm-256color")]), Clipboard::Open);
        assert_eq!(known(&[]), Clipboard::Open);
        assert_eq!(known(&[("TERM", "linux")]), Clipboard::Refused);
        assert_eq!(known(&[("TERM", "xterm-256color"), ("TERM_PROGRAM", "Apple_Terminal")]), Clipboard::Refused);
        assert_eq!(known(&[("TERM", "xterm-256color"), ("VTE_VERSION", "6800")]), Clipboard::Refused);
        assert_eq!(known(&[("TERM", "xterm-256color"), ("VTE_VERSION", "7802")]), Clipboard::Open);
        assert_eq!(known(&[("TERM", "screen-256color"), ("TMUX", "/tmp/tmux-0/default,1,0")]), Clipboard::Tmux);
    }

    #[test]
    fn the_text_is_encoded_and_wrapped_for_what_lies_between() {
        assert_eq!(sequence("党员 a", false, false), "\x1b]52;c;5YWa5ZGYIGE=\x1b\\");
        assert_eq!(sequence("a", true, false), "\x1b]52;c;YQ==\x1b\\\x1bPtmux;\x1b\x1b]52;c;YQ==\x1b\x1b\\\x1b\\");
        assert_eq!(sequence("a", false, true), "\x1bP\x1b]52;c;YQ==\x07\x1b\\");
        let hostile = sequence("\x1b]0;x\x07\x1b\\", false, false);
        assert_eq!(hostile.matches('\x1b').count(), 2, "{hostile:?}");
    }
}
