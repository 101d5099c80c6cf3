//! The ground of the terminal: asked for behind the first frame, so that nothing waits for it, and kept from being taken
//! for keys when the answer comes.

use std::io;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use crossterm::event::{Event, KeyCode, KeyModifiers};

use super::output;
use crate::model::ThemeName;

/// Asks for the colour of the ground.
const QUESTION: &[u8] = b"\x1b]11;?\x1b\\";
/// How an answer begins; the colour follows, then one of [`ENDS`].
const HEAD: &str = "\x1b]11;rgb";
const ENDS: [&str; 2] = ["\x07", "\x1b\\"];
/// No answer is longer.
const LONGEST: usize = 48;
/// What comes later than this is no answer any more.
const PATIENCE: Duration = Duration::from_secs(5);
/// Whoever leaves this soon after the question may leave before the answer, which the shell would then take for keys.
const SOON: Duration = Duration::from_secs(1);
/// So long the end waits for it then.
const LINGER: Duration = Duration::from_millis(100);

/// The answer has come.
static ANSWERED: AtomicBool = AtomicBool::new(false);

/// Asks the terminal; gives when that was.
pub(super) fn ask() -> io::Result<Instant> {
    output::send(QUESTION)?;
    Ok(Instant::now())
}

/// Waits a moment for an answer that may still be on its way.
pub(super) fn linger(asked: Instant) {
    let end = Instant::now() + LINGER;
    while asked.elapsed() < SOON && !ANSWERED.load(Ordering::Acquire) && Instant::now() < end {
        std::thread::sleep(Duration::from_millis(5));
    }
}

/// Picks the answer out of what the terminal sends.
#[derive(Debug)]
pub(super) struct Answer {
    /// An answer is expected until then.
    until: Option<Instant>,
    held: Vec<Event>,
    text: String,
}

/// What is to be done with what the terminal has sent.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Sent {
    /// It is for the program.
    Events(Vec<Event>),
    /// It was the answer: this theme goes with the ground.
    Ground(ThemeName),
}

impl Answer {
    /// Expects an answer, or none.
    pub(super) fn new(expected: bool) -> Self {
        Self { until: expected.then(|| Instant::now() + PATIENCE), held: Vec::new(), text: String::new() }
    }

    /// Takes what was sent. What may be the beginning of an answer is held until it is clear.
    pub(super) fn take(&mut self, event: Event) -> Sent {
        if self.until.is_none_or(|until| Instant::now() > until) {
            self.until = None;
            let mut events = self.release();
            events.push(event);
            return Sent::Events(events);
        }
        let Some(piece) = piece(&event) else {
            // A new size, or a key that is no part of any answer.
            let mut events = self.release();
            events.push(event);
            return Sent::Events(events);
        };
        self.text.push_str(&piece);
        self.held.push(event);
        match progress(&self.text) {
            Progress::Goes => Sent::Events(Vec::new()),
            Progress::Nothing => Sent::Events(self.release()),
            Progress::Done(theme) => {
                *self = Self::new(false);
                ANSWERED.store(true, Ordering::Release);
                theme.map_or(Sent::Events(Vec::new()), Sent::Ground)
            }
        }
    }

    /// Whether something is held.
    pub(super) fn holds(&self) -> bool {
        !self.held.is_empty()
    }

    /// Gives what was held and is no answer after all.
    pub(super) fn release(&mut self) -> Vec<Event> {
        self.text.clear();
        std::mem::take(&mut self.held)
    }
}

/// The bytes that the terminal library has taken for a key; none where no answer has them.
fn piece(event: &Event) -> Option<String> {
    let Event::Key(key) = event else { return None };
    let alt = key.modifiers.contains(KeyModifiers::ALT);
    let control = key.modifiers.contains(KeyModifiers::CONTROL);
    match key.code {
        KeyCode::Esc => Some("\x1b".to_owned()),
        KeyCode::Char('g') if control => Some("\x07".to_owned()),
        KeyCode::Char(typed) if alt && !control => Some(format!("\x1b{typed}")),
        KeyCode::Char(typed) if !control => Some(typed.to_string()),
        _ => None,
    }
}

/// How far an answer has come.
enum Progress {
    /// It may go on.
    Goes,
    /// It is none.
    Nothing,
    /// It is whole; with the theme for its colour, where it can be read.
    Done(Option<ThemeName>),
}

fn progress(text: &str) -> Progress {
    if HEAD.starts_with(text) {
        return Progress::Goes;
    }
    let Some(rest) = text.strip_prefix(HEAD) else { return Progress::Nothing };
    if let Some(colour) = ENDS.iter().find_map(|end| rest.strip_suffix(end)) {
        return Progress::Done(theme_on(colour));
    }
    let body = rest.strip_suffix('\x1b').unwrap_or(rest);
    let part = |c: char| c.is_ascii_hexdigit() || matches!(c, ':' | '/');
    if text.len() <= LONGEST && body.chars().all(part) { Progress::Goes } else { Progress::Nothing }
}

/// The theme for a ground such as `:ffff/ffff/ffff`, or `a:…` with a fourth part for what shines through.
fn theme_on(colour: &str) -> Option<ThemeName> {
    let channel = |text: &str| {
        let most = 16_u32.checked_pow(u32::try_from(text.len()).ok()?)?.checked_sub(1)?;
        let value = u32::from_str_radix(text, 16).ok().filter(|_| (1..=4).contains(&text.len()))?;
        (value * 255).checked_div(most)
    };
    let mut channels = colour.trim_start_matches('a').strip_prefix(':')?.split('/').map(channel);
    let (red, green, blue) = (channels.next()??, channels.next()??, channels.next()??);
    // Brightness by the weights of ITU-R BT.601.
    let light = 299 * red + 587 * green + 114 * blue > 127_500;
    Some(if light { ThemeName::Light } else { ThemeName::Dark })
}

#[cfg(test)]
mod tests {
    use crossterm::event::KeyEvent;
    use proptest::prelude::*;

    use super::*;

    fn key(code: KeyCode, modifiers: KeyModifiers) -> Event {
        Event::Key(KeyEvent::new(code, modifiers))
    }

    /// The keys that the terminal library makes of some bytes.
    fn keys(text: &str) -> Vec<Event> {
        let mut keys = Vec::new();
        let mut chars = text.chars();
        while let Some(c) = chars.next() {
            keys.push(match c {
                '\x1b' => match chars.next() {
                    Some(next) => key(KeyCode::Char(next), KeyModifiers::ALT),
                    None => key(KeyCode::Esc, KeyModifiers::NONE),
                },
                '\x07' => key(KeyCode::Char('g'), KeyModifiers::CONTROL),
                c => key(KeyCode::Char(c), KeyModifiers::NONE),
            });
        }
        keys
    }

    /// What comes out of some keys: those for the program, and the themes that were answered.
    fn sent(answer: &mut Answer, keys: Vec<Event>) -> (Vec<Event>, Vec<ThemeName>) {
        let (mut events, mut themes) = (Vec::new(), Vec::new());
        for key in keys {
            match answer.take(key) {
                Sent::Events(more) => events.extend(more),
                Sent::Ground(theme) => themes.push(theme),
            }
        }
        (events, themes)
    }

    #[test]
    fn an_answer_is_never_taken_for_keys() {
        for (text, theme) in [
            ("\x1b]11;rgb:ffff/ffff/ffff\x1b\\", Some(ThemeName::Light)),
            ("\x1b]11;rgb:0000/1111/2222\x07", Some(ThemeName::Dark)),
            ("\x1b]11;rgb:F/E/f\x07", Some(ThemeName::Light)),
            ("\x1b]11;rgba:1e/1e/1e/ff\x07", Some(ThemeName::Dark)),
            ("\x1b]11;rgb:/\x07", None),
        ] {
            let mut answer = Answer::new(true);
            let mut typed = keys("ab");
            typed.extend(keys(text));
            typed.extend(keys("]11"));
            let (events, themes) = sent(&mut answer, typed);
            assert_eq!((events, themes), (keys("ab]11"), theme.into_iter().collect()), "{text:?}");
        }
        // Where the library has read the escape by itself.
        let mut typed = vec![key(KeyCode::Esc, KeyModifiers::NONE)];
        typed.extend(keys("]11;rgb:ff/ff/ff"));
        typed.extend([key(KeyCode::Esc, KeyModifiers::NONE), key(KeyCode::Char('\\'), KeyModifiers::NONE)]);
        assert_eq!(sent(&mut Answer::new(true), typed), (Vec::new(), vec![ThemeName::Light]));
    }

    #[test]
    fn what_is_no_answer_is_not_kept() {
        let mut answer = Answer::new(true);
        let escape = key(KeyCode::Esc, KeyModifiers::NONE);
        assert_eq!((answer.take(escape.clone()), answer.holds()), (Sent::Events(Vec::new()), true));
        assert_eq!((answer.release(), answer.holds()), (vec![escape.clone()], false));
        // Two in a row, and one before a key that is no character.
        let down = key(KeyCode::Down, KeyModifiers::NONE);
        let typed = vec![escape.clone(), escape, down];
        assert_eq!(sent(&mut answer, typed.clone()).0, typed);
        assert_eq!(sent(&mut Answer::new(false), keys("\x1b]11;rgb:f/f/f\x07")).0, keys("\x1b]11;rgb:f/f/f\x07"));
    }

    proptest! {
        #[test]
        fn no_key_is_lost_nor_moved(text in "(\x1b\\]|1|;|rgb:|f/|[a-z\x07]|\x1b[a-z]){0,20}") {
            let mut answer = Answer::new(true);
            let (mut events, themes) = sent(&mut answer, keys(&text));
            events.extend(answer.release());
            prop_assert!(!themes.is_empty() || text.contains("]11;rgb") || events == keys(&text));
        }
    }
}
