//! The ground of the terminal: asked for behind the first frame, so that nothing waits for it.

use std::io;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use super::output;
use crate::model::ThemeName;

/// Asks for the colour of the ground.
const QUESTION: &[u8] = b"\x1b]11;?\x1b\\";
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

/// The answer that may still come.
#[derive(Debug)]
pub(super) struct Answer {
    /// It is expected until then.
    until: Option<Instant>,
}

impl Answer {
    /// Expects an answer, or none.
    pub(super) fn new(expected: bool) -> Self {
        Self { until: expected.then(|| Instant::now() + PATIENCE) }
    }

    /// Whether it may still come.
    pub(super) fn is_expected(&self) -> bool {
        self.until.is_some_and(|until| Instant::now() <= until)
    }

    /// The theme that goes with the ground of an answer; none where it cannot be read or nobody expects it any more.
    pub(super) fn take(&mut self, colour: &str) -> Option<ThemeName> {
        let expected = self.is_expected();
        self.until = None;
        ANSWERED.store(true, Ordering::Release);
        theme_on(colour).filter(|_| expected)
    }
}

/// The theme for a ground such as `rgb:ffff/ffff/ffff`, or `rgba:…` with a fourth part for what shines through.
fn theme_on(colour: &str) -> Option<ThemeName> {
    let channel = |text: &str| {
        let most = 16_u32.checked_pow(u32::try_from(text.len()).ok()?)?.checked_sub(1)?;
        let value = u32::from_str_radix(text, 16).ok().filter(|_| (1..=4).contains(&text.len()))?;
        (value * 255).checked_div(most)
    };
    let mut channels = colour.strip_prefix("rgb")?.trim_start_matches('a').strip_prefix(':')?.split('/').map(channel);
    let (red, green, blue) = (channels.next()??, channels.next()??, channels.next()??);
    // Brightness by the weights of ITU-R BT.601.
    let light = 299 * red + 587 * green + 114 * blue > 127_500;
    Some(if light { ThemeName::Light } else { ThemeName::Dark })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_theme_goes_with_the_brightness_of_the_ground() {
        for (colour, theme) in [
            ("rgb:ffff/ffff/ffff", Some(ThemeName::Light)),
            ("rgb:0000/1111/2222", Some(ThemeName::Dark)),
            ("rgb:F/E/f", Some(ThemeName::Light)),
            ("rgba:1e/1e/1e/ff", Some(ThemeName::Dark)),
            ("rgb:/", None),
            ("rgb:fffff/ff/ff", None),
            ("#ffffff", None),
            ("", None),
        ] {
            assert_eq!(Answer::new(true).take(colour), theme, "{colour}");
        }
    }

    #[test]
    fn one_answer_is_taken_and_none_that_nobody_expects() {
        let mut answer = Answer::new(true);
        assert!(answer.take("rgb:f/f/f").is_some() && answer.take("rgb:f/f/f").is_none());
        assert_eq!(Answer::new(false).take("rgb:f/f/f"), None);
    }
}
