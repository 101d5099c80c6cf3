//! From the bytes of a terminal to keys. Everything that a terminal may send comes to its end: what is not known is
//! swallowed whole, and what is cut off is given up after a while. So no answer that nobody asked for can be taken for
//! keys, nor make the program deaf to those that follow.

use std::mem;
use std::time::{Duration, Instant};

use super::sequences;
use crate::model::{Code, Deed, Key, Mouse};

/// What was understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::shell) enum Heard {
    /// A key.
    Key(Key),
    /// The mouse.
    Mouse(Mouse),
    /// Pasted text.
    Paste(String),
    /// The colour of the ground, as the terminal writes it.
    Ground(String),
    /// The cursor is in this column, from 1.
    Cursor(u16),
}

/// What has begun may go on for so long; the answer about the ground, which a slow line may bring in pieces, for so long
/// behind each of them. The hand of a person is slower than the parts of a sequence.
const PATIENCE: Duration = Duration::from_secs(1);
/// How an answer about the ground begins, behind what begins a string.
const GROUND: &[u8] = b"11;";
/// What Ctrl-c sends.
const INTERRUPT: u8 = 3;
/// What ends pasted text.
const PASTED: &[u8] = b"\x1b[201~";
/// Of pasted text no more is kept.
const MOST_PASTED: usize = 1 << 16;
/// Of a sequence no more is kept; what is longer is nothing that is known.
const MOST: usize = 64;

/// What has begun.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    /// Nothing.
    Idle,
    /// A character of several bytes.
    Character,
    /// `ESC`: a key by itself, or the beginning of anything else.
    Escape,
    /// `ESC O`.
    Shift3,
    /// `ESC [`.
    Control,
    /// `ESC [ M`, with three bytes to come.
    OldMouse,
    /// `ESC [ [`, with one byte to come: function keys of the console of Linux.
    Console,
    /// `ESC ]` and others like it, with text to come. Whether that ends in an `ESC` for the moment.
    Text { introducer: u8, escape: bool },
    /// Pasted text.
    Paste,
}

/// Takes bytes, and gives what they mean.
#[derive(Debug)]
pub(in crate::shell) struct Bytes {
    state: State,
    /// What has come behind the beginning.
    held: Vec<u8>,
    /// When that began, or its latest piece came.
    since: Instant,
}

impl Bytes {
    /// Nothing has come yet.
    pub(in crate::shell) fn new() -> Self {
        Self { state: State::Idle, held: Vec::new(), since: Instant::now() }
    }

    /// Takes bytes that have come at a time.
    pub(in crate::shell) fn take(&mut self, bytes: &[u8], now: Instant) -> Vec<Heard> {
        let mut heard = Vec::new();
        // Nothing that is pasted comes as this byte alone: somebody wants out of a paste that has no end.
        if self.state == State::Paste && bytes == [INTERRUPT] {
            let held = self.idle();
            heard.push(pasted(&held));
        }
        if self.is_answer() && now.saturating_duration_since(self.since) > PATIENCE {
            self.idle();
        }
        for byte in bytes {
            let idle = self.state == State::Idle;
            self.byte(*byte, &mut heard);
            // Pasted text may take as long as it goes on.
            if idle || self.state == State::Paste || self.is_answer() {
                self.since = now;
            }
        }
        heard
    }

    /// When what has begun is given up; none where nothing has. A key that may begin more waits for a moment only.
    pub(in crate::shell) fn until(&self, moment: Duration) -> Option<Instant> {
        let wait = match self.state {
            State::Idle => return None,
            State::Escape => moment,
            State::Shift3 | State::Control | State::Text { escape: false, .. } if self.held.is_empty() => moment,
            _ => PATIENCE,
        };
        Some(self.since + wait)
    }

    /// Whether what has begun is the answer about the ground.
    fn is_answer(&self) -> bool {
        matches!(self.state, State::Text { introducer: b']', .. }) && self.held.starts_with(GROUND)
    }

    /// Gives up what has begun: what may be a key is one, pasted text is all that has come, the rest is nothing.
    pub(in crate::shell) fn give_up(&mut self) -> Option<Heard> {
        let (state, held) = (mem::replace(&mut self.state, State::Idle), mem::take(&mut self.held));
        let alone = held.is_empty();
        match state {
            State::Escape => Some(Heard::Key(Key::plain(Code::Esc))),
            State::Shift3 if alone => Some(with_alt(b'O')),
            State::Control if alone => Some(with_alt(b'[')),
            State::Text { introducer, escape: false } if alone => Some(with_alt(introducer)),
            State::Paste => Some(pasted(&held)),
            _ => None,
        }
    }

    fn byte(&mut self, byte: u8, heard: &mut Vec<Heard>) {
        match self.state {
            State::Idle => self.begin(byte, false, heard),
            State::Character => self.character(byte, heard),
            State::Escape => self.behind_escape(byte, heard),
            State::Shift3 => {
                self.state = State::Idle;
                match sequences::shift3(byte) {
                    Some(key) => heard.push(Heard::Key(key)),
                    None if byte < b' ' => self.begin(byte, false, heard),
                    None => {}
                }
            }
            State::Control => self.control(byte, heard),
            State::OldMouse => {
                self.held.push(byte);
                if self.held.len() == 3 {
                    let held = self.idle();
                    heard.extend(sequences::old_mouse(&held).map(Heard::Mouse));
                }
            }
            State::Console => {
                self.state = State::Idle;
                let key = byte.checked_sub(b'A').filter(|at| *at < 5).map(|at| Key::plain(Code::F(at + 1)));
                heard.extend(key.map(Heard::Key));
            }
            State::Text { introducer, escape } => self.text(byte, introducer, escape, heard),
            State::Paste => {
                self.held.push(byte);
                if self.held.ends_with(PASTED) {
                    let held = self.idle();
                    heard.push(pasted(held.strip_suffix(PASTED).unwrap_or(&held)));
                } else if self.held.len() > MOST_PASTED + PASTED.len() {
                    // The end of what is too long is looked for in its last bytes.
                    self.held.remove(MOST_PASTED);
                }
            }
        }
    }

    /// Nothing has begun any more; gives what had come.
    fn idle(&mut self) -> Vec<u8> {
        self.state = State::Idle;
        mem::take(&mut self.held)
    }

    /// A byte that stands by itself or begins something; behind an `ESC` it is typed with Alt.
    fn begin(&mut self, byte: u8, alt: bool, heard: &mut Vec<Heard>) {
        self.held.clear();
        self.state = State::Idle;
        let key = match byte {
            0x1b => {
                self.state = State::Escape;
                return;
            }
            // Longer than one byte; the first says whether Alt was held, too.
            0xc2..=0xf4 => {
                self.state = State::Character;
                self.held.extend([u8::from(alt), byte]);
                return;
            }
            // The beginnings in one byte, which are no part of a character here.
            0x9b => {
                self.state = State::Control;
                return;
            }
            0x90 | 0x9d => {
                let introducer = if byte == 0x90 { b'P' } else { b']' };
                self.state = State::Text { introducer, escape: false };
                return;
            }
            0x80.. => return,
            b'\r' => Key::plain(Code::Enter),
            b'\t' => Key::plain(Code::Tab),
            // What some terminals send for Backspace.
            0x7f | 0x08 => Key::plain(Code::Backspace),
            0 => Key { ctrl: true, ..Key::plain(Code::Char(' ')) },
            0x01..=0x1a => Key { ctrl: true, ..Key::plain(Code::Char(char::from(byte - 1 + b'a'))) },
            0x1c..=0x1f => Key { ctrl: true, ..Key::plain(Code::Char(char::from(byte - 0x1c + b'4'))) },
            b' '..=b'~' => Key::plain(Code::Char(char::from(byte))),
        };
        heard.push(Heard::Key(Key { alt, ..key }));
    }

    fn character(&mut self, byte: u8, heard: &mut Vec<Heard>) {
        if !(0x80..0xc0).contains(&byte) {
            // The rest of it is missing.
            self.begin(byte, false, heard);
            return;
        }
        self.held.push(byte);
        let (alt, character) = self.held.split_first().map_or((0, [].as_slice()), |(alt, rest)| (*alt, rest));
        match std::str::from_utf8(character) {
            Ok(text) => {
                let alt = alt != 0;
                heard.extend(text.chars().map(|typed| Heard::Key(Key { alt, ..Key::plain(Code::Char(typed)) })));
                self.idle();
            }
            Err(error) if error.error_len().is_some() => drop(self.idle()),
            Err(_) => {}
        }
    }

    fn behind_escape(&mut self, byte: u8, heard: &mut Vec<Heard>) {
        self.held.clear();
        self.state = match byte {
            b'[' => State::Control,
            b'O' => State::Shift3,
            // OSC, DCS, APC, PM and SOS.
            b']' | b'P' | b'_' | b'^' | b'X' => State::Text { introducer: byte, escape: false },
            0x1b => {
                heard.push(Heard::Key(Key::plain(Code::Esc)));
                return;
            }
            _ => return self.begin(byte, true, heard),
        };
    }

    fn control(&mut self, byte: u8, heard: &mut Vec<Heard>) {
        match byte {
            b'[' if self.held.is_empty() => self.state = State::Console,
            b'M' if self.held.is_empty() => self.state = State::OldMouse,
            // Parameters and what stands between them and the end.
            b' '..=b'?' => {
                if self.held.len() < MOST {
                    self.held.push(byte);
                }
            }
            b'@'..=b'~' => {
                let held = self.idle();
                if byte == b'~' && held == b"200" {
                    self.state = State::Paste;
                } else {
                    heard.extend(sequences::control(&held, byte));
                }
            }
            // No sequence has these: it was cut off, and this is a key.
            _ => self.begin(byte, false, heard),
        }
    }

    fn text(&mut self, byte: u8, introducer: u8, escape: bool, heard: &mut Vec<Heard>) {
        // The end in one byte is no part of a character behind one that is none, or by itself as one.
        let end = byte == 0x9c && self.held.last().is_none_or(|last| last.is_ascii() || *last == 0xc2);
        let ends = if escape { byte == b'\\' } else { byte == 0x07 || end };
        if ends {
            let held = self.idle();
            let held = if end { held.strip_suffix(&[0xc2]).unwrap_or(&held) } else { &held };
            let ground = held.strip_prefix(GROUND).filter(|_| introducer == b']');
            heard.extend(ground.map(|colour| Heard::Ground(String::from_utf8_lossy(colour).into_owned())));
            return;
        }
        match byte {
            // Another sequence has begun.
            _ if escape => self.behind_escape(byte, heard),
            0x1b => self.state = State::Text { introducer, escape: true },
            // No text has these: it was cut off, and this is a key.
            0x00..=0x1f | 0x7f => self.begin(byte, false, heard),
            _ if self.held.len() < MOST => self.held.push(byte),
            _ => {}
        }
    }
}

/// A key with Alt.
fn with_alt(byte: u8) -> Heard {
    Heard::Key(Key { alt: true, ..Key::plain(Code::Char(char::from(byte))) })
}

fn pasted(bytes: &[u8]) -> Heard {
    Heard::Paste(String::from_utf8_lossy(bytes).into_owned())
}

/// The mouse, by the number of its button and where it is, from 1; what has no meaning here is nothing. With a modifier it
/// is meant for the terminal.
pub(super) fn mouse(button: u32, column: u32, row: u32) -> Option<Mouse> {
    let deed = match button {
        0 => Deed::Click,
        64 => Deed::WheelUp,
        65 => Deed::WheelDown,
        _ => return None,
    };
    let cell = |at: u32| u16::try_from(at.checked_sub(1)?).ok();
    Some(Mouse { deed, column: cell(column)?, row: cell(row)? })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// What comes out of some bytes: keys as they are written, the rest as it is.
    fn told(bytes: &[u8]) -> String {
        let mut parser = Bytes::new();
        let mut heard = parser.take(bytes, Instant::now());
        heard.extend(parser.give_up());
        let told = |it: &Heard| match it {
            Heard::Key(key) => key.to_string(),
            Heard::Paste(text) => format!("<{text}>"),
            Heard::Ground(colour) => format!("ground:{colour}"),
            Heard::Cursor(column) => format!("cursor:{column}"),
            Heard::Mouse(mouse) => format!("{:?}:{},{}", mouse.deed, mouse.column, mouse.row),
        };
        heard.iter().map(told).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn keys_are_understood() {
        for (bytes, keys) in [
            ("aG？ é", "a G ？ Space é"),
            ("\r\n\t\x7f\x08\x03\x1c\0", "Enter Ctrl-j Tab Backspace Backspace Ctrl-c Ctrl-4 Ctrl-Space"),
            ("\x1b[A\x1bOB\x1b[1;5C\x1b[1;2D", "Up Down Ctrl-Right Shift-Left"),
            ("\x1b[H\x1b[4~\x1b[5~\x1b[6;3~\x1b[3~\x1bOF", "Home End PgUp Alt-PgDn Delete End"),
            ("\x1bOP\x1b[15~\x1b[24~\x1b[[B\x1b[1;2Q\x1b[Z", "F1 F5 F12 F2 Shift-F2 Shift-Tab"),
            ("\x1bx\x1bé\x1b\x7f\x1b\x01", "Alt-x Alt-é Alt-Backspace Ctrl-Alt-a"),
            ("\x1b\x1b", "Esc Esc"),
            ("\x1b", "Esc"),
            ("\x1b]", "Alt-]"),
            ("\x1b[", "Alt-["),
            ("\x1bO", "Alt-O"),
            ("\x1bP", "Alt-P"),
            // As terminals write them that tell keys apart more finely.
            ("\x1b[97;5u\x1b[13u\x1b[27;5;106~\x1b[65;2u", "Ctrl-a Enter Ctrl-j A"),
            ("\x1b[97;1:3u\x1b[1;1:3A", ""),
        ] {
            assert_eq!(told(bytes.as_bytes()), keys, "{bytes:?}");
        }
    }

    #[test]
    fn the_mouse_and_pasted_text_are_understood() {
        for (bytes, expected) in [
            ("\x1b[<0;4;5M\x1b[<0;4;5m", "Click:3,4"),
            ("\x1b[<64;1;1M\x1b[<65;1;1Mx", "WheelUp:0,0 WheelDown:0,0 x"),
            ("\x1b[<4;4;5M\x1b[<2;4;5M\x1b[<0;0;0M", ""),
            ("\x1b[M !!q", "Click:0,0 q"),
            ("\x1b[32;3;4M", "Click:2,3"),
            ("\x1b[200~q\x1b[A\r\n党\x1b[201~q", "<q\x1b[A\r\n党> q"),
            ("\x1b[200~torn", "<torn>"),
        ] {
            assert_eq!(told(bytes.as_bytes()), expected, "{bytes:?}");
        }
        let long = format!("\x1b[200~{}\x1b[201~q", "长".repeat(MOST_PASTED));
        let told = told(long.as_bytes());
        assert!(told.ends_with("> q") && told.len() < MOST_PASTED + 100);
    }

    #[test]
    fn a_paste_without_an_end_is_left_by_ctrl_c() {
        let mut bytes = Bytes::new();
        let now = Instant::now();
        assert!(bytes.take(b"\x1b[200~fir", now).is_empty());
        assert!(bytes.take(b"m\x03x", now).is_empty(), "in the midst of others it is pasted");
        let heard = bytes.take(b"\x03", now);
        assert_eq!(heard.len(), 2);
        assert!(matches!(&heard[1], Heard::Key(key) if key.ctrl && key.code == Code::Char('c')), "{heard:?}");
    }

    #[test]
    fn answers_that_nobody_asked_for_are_swallowed_whole() {
        for answer in [
            "\x1b[?2026;1$y",
            "\x1b[?997;1n",
            "\x1b[?62;4;22c",
            "\x1b[>41;354;0c",
            "\x1b[=1;2c",
            "\x1b[?1;2u",
            "\x1b[8;24;80t",
            "\x1b[I",
            "\x1b[O",
            "\x1b[<;;M\x1b[99999999999999~",
            "\x1bP>|XTerm(390)\x1b\\",
            "\x1bP1+r544e=787465726d\x1b\\",
            "\x1b_Gi=31;OK\x1b\\",
            "\x1b^private\x1b\\",
            "\x1b]10;rgb:ffff/ffff/ffff\x07",
            "\x1b]52;c;5ama5Lit\x1b\\",
            "\x1b]4;1;rgb:cd/00/00\x1b\\",
            "\x1b[?12",
            "\x1bP1$r",
            "\x1bOm",
        ] {
            for keys in ["", "\x03"] {
                let expected = if keys.is_empty() { "" } else { "Ctrl-c" };
                assert_eq!(told(format!("{answer}{keys}").as_bytes()), expected, "{answer:?}");
            }
        }
    }

    #[test]
    fn a_ground_is_heard_in_pieces_and_a_broken_one_is_no_key() {
        for (bytes, expected) in [
            ("\x1b]11;rgb:ffff/ffff/ffff\x1b\\q", "ground:rgb:ffff/ffff/ffff q"),
            ("\x1b]11;rgb:f/f/f\x07q", "ground:rgb:f/f/f q"),
            ("\x1b]11;rgb:zz/yy/xx\x07q", "ground:rgb:zz/yy/xx q"),
            ("\x1b]11;rgb:ff/ff\x1b[A", "Up"),
            ("\x1b]11;rgb:ff/ff\x03", "Ctrl-c"),
            ("\x1b]11;rgb:f/f/f\x07\x1b]11;rgb:f/f/f\x07", "ground:rgb:f/f/f ground:rgb:f/f/f"),
            ("\x1b]11;rgbi:1.0/1.0/1.0\x1b\\", "ground:rgbi:1.0/1.0/1.0"),
        ] {
            assert_eq!(told(bytes.as_bytes()), expected, "{bytes:?}");
        }
        for bytes in [&b"\x1b]11;rgb:f/f/f\x9cq"[..], b"\x9d11;rgb:f/f/f\x9cq"] {
            assert_eq!(told(bytes), "ground:rgb:f/f/f q");
        }
        assert_eq!(told(b"\x9b?2026;1$yq\x1b]l\xe6\x9c\xaa\x07q"), "q q");
        let (now, moment) = (Instant::now(), Duration::from_millis(25));
        let mut parser = Bytes::new();
        assert_eq!((parser.take(b"\x1b", now), parser.until(moment)), (vec![], Some(now + moment)));
        parser.take(b"]11;r", now);
        assert_eq!(parser.take(b"gb:ff", now + PATIENCE), [], "a slow line may take its time");
        assert_eq!(parser.until(moment), Some(now + PATIENCE * 2));
        let d = Heard::Key(Key::plain(Code::Char('d')));
        assert_eq!(parser.take(b"d", now + PATIENCE * 3), [d], "who types behind an answer without an end is heard");
        assert_eq!(parser.until(moment), None);
        parser.take(b"\x1b[?1", now);
        assert_eq!(parser.until(moment), Some(now + PATIENCE));
    }

    proptest! {
        #[test]
        fn whatever_has_come_the_next_key_after_a_while_is_heard(
            bytes in prop::collection::vec(any::<u8>(), 0..60),
            sequence in "(\x1b|\\[|\\]|P|\\?|<|11;|rgb|[0-9;:]|M|~|u|\x07|\\\\|a){0,20}",
        ) {
            for bytes in [bytes, sequence.into_bytes()] {
                let mut parser = Bytes::new();
                let now = Instant::now();
                parser.take(&bytes, now);
                while parser.until(Duration::ZERO).is_some() {
                    parser.give_up();
                }
                let heard = parser.take(b"q", now);
                prop_assert_eq!(heard, vec![Heard::Key(Key::plain(Code::Char('q')))]);
            }
        }

        #[test]
        fn it_does_not_matter_how_the_bytes_are_cut(bytes in prop::collection::vec(any::<u8>(), 0..60), at in 0usize..60) {
            let now = Instant::now();
            let (mut whole, mut cut) = (Bytes::new(), Bytes::new());
            let (head, tail) = bytes.split_at(at.min(bytes.len()));
            let mut heard = cut.take(head, now);
            heard.extend(cut.take(tail, now));
            prop_assert_eq!(whole.take(&bytes, now), heard);
            prop_assert_eq!(whole.give_up(), cut.give_up());
        }
    }
}
