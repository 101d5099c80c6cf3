//! Four tones that are told apart without colour, the faintest first.

use ratatui::style::Style;

use crate::model::Markers;
use crate::ui::theme::{Role, Theme};

/// How many tones there are.
pub(super) const TONES: usize = 4;

/// The tones of a typewriter.
const TYPED: [&str; TONES] = [".", ":", "+", "#"];

/// One of the four tones.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Tone(pub(super) usize);

impl Tone {
    /// All of them, the faintest first.
    pub(super) const ALL: [Self; TONES] = [Self(0), Self(1), Self(2), Self(3)];

    /// The character that fills a run of cells with this tone.
    pub(super) fn fill(self, markers: Markers) -> &'static str {
        let fills = match markers {
            Markers::Ascii => TYPED,
            Markers::Braille | Markers::Block => ["∙", "░", "▒", "▓"],
        };
        fills.get(self.0).copied().unwrap_or(" ")
    }

    /// The sign that stands for this tone beside a figure.
    pub(super) fn sign(self, markers: Markers) -> &'static str {
        let signs = match markers {
            Markers::Ascii => TYPED,
            Markers::Braille | Markers::Block => ["▁", "▃", "▅", "▇"],
        };
        signs.get(self.0).copied().unwrap_or(" ")
    }

    /// The ground of this tone, and the text that can be read on it.
    pub(super) fn ground(self, theme: &Theme) -> Style {
        theme.style(Role::Heat(self.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_tones_look_alike() {
        for markers in Markers::ALL {
            for of in [Tone::fill, Tone::sign] {
                let signs: std::collections::HashSet<_> = Tone::ALL.iter().map(|tone| of(*tone, markers)).collect();
                assert_eq!(signs.len(), TONES, "{markers:?}");
            }
        }
    }
}
