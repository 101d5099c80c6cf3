//! How the user wants to see things.

use super::theme::{OwnTheme, ThemeName};
use crate::domain::Lang;
use crate::domain::figure::{Format, Notation};

/// How many colours the terminal shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum ColourDepth {
    /// 24 bits a colour.
    #[default]
    True,
    /// The 256 of xterm.
    Indexed,
    /// The 16 of ANSI.
    Ansi,
    /// None: weight, reverse and underline only.
    None,
}

/// The characters that charts are drawn with. Each set needs less of the terminal's font than the one before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Markers {
    /// Braille dots for lines, eighths of blocks for bars.
    #[default]
    Braille,
    /// Blocks only: fonts without braille draw lines in halves of a cell.
    Block,
    /// The characters of a typewriter.
    Ascii,
}

impl Markers {
    /// Every set, the finest first.
    pub const ALL: [Self; 3] = [Self::Braille, Self::Block, Self::Ascii];
}

/// How wide the terminal draws characters that East Asian fonts have twice as wide as others, such as `·`, `“` and `→`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Ambiguous {
    /// One cell, as most terminals do.
    #[default]
    Narrow,
    /// Two cells, as some Chinese consoles do.
    Wide,
}

/// Everything that is a matter of taste or of the terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Prefs {
    /// The language.
    pub lang: Lang,
    /// Compact figures, or all digits.
    pub notation: Notation,
    /// The theme.
    pub theme: ThemeName,
    /// The themes of the settings file.
    pub own_themes: &'static [OwnTheme],
    /// How many colours there are.
    pub depth: ColourDepth,
    /// The characters of charts.
    pub markers: Markers,
    /// How wide ambiguous characters are.
    pub ambiguous: Ambiguous,
}

impl Prefs {
    /// The characters that are drawn with: most of the finer ones are ambiguous.
    pub fn signs(&self) -> Markers {
        if self.ambiguous == Ambiguous::Wide { Markers::Ascii } else { self.markers }
    }

    /// How figures are written.
    pub fn format(&self) -> Format {
        Format { lang: self.lang, notation: self.notation }
    }
}
