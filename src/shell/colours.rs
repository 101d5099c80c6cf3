//! How many colours there are, by what is asked for and what the environment says.

use std::io::IsTerminal;

use termprofile::{DetectorSettings, SpecialVars, TermProfile, TermVars};

use crate::model::ColourDepth;
use crate::model::settings::{Choice, Origin};

/// Whether what is written to a stream is coloured: as asked for, else as the environment and the stream have it.
pub(super) fn paints(asked: Option<ColourDepth>, stream: &impl IsTerminal) -> bool {
    asked.unwrap_or_else(|| depth(stream)) != ColourDepth::None
}

/// How many colours the terminal behind a stream shows.
pub(super) fn depth(stream: &impl IsTerminal) -> ColourDepth {
    if !wants_colour() {
        return ColourDepth::None;
    }
    // Asking tmux would start a program before the first frame.
    let settings = DetectorSettings::new().enable_tmux_info(false);
    let mut vars = TermVars::from_env(stream, settings);
    if !stream.is_terminal() {
        // A build service is named by variables, which say nothing about who reads the file or the pipe.
        vars.special = SpecialVars::default();
    }
    match TermProfile::detect_with_vars(vars) {
        TermProfile::TrueColor => ColourDepth::True,
        TermProfile::Ansi256 => ColourDepth::Indexed,
        TermProfile::Ansi16 => ColourDepth::Ansi,
        TermProfile::NoColor | TermProfile::NoTty => ColourDepth::None,
    }
}

/// How many colours there are where no terminal sets bounds.
pub(super) fn depth_of_files() -> ColourDepth {
    if wants_colour() { ColourDepth::True } else { ColourDepth::None }
}

/// The variable that asks for no colours, by <https://no-color.org>.
const NO_COLOR: &str = "NO_COLOR";

/// Whether colours are wanted at all.
pub(super) fn wants_colour() -> bool {
    std::env::var_os(NO_COLOR).is_none_or(|value| value.is_empty())
}

/// That there are to be no colours, where the environment says so.
pub(super) fn refused() -> Option<Choice<Option<ColourDepth>>> {
    let refusal = Choice { value: Some(ColourDepth::None), origin: Origin::Environment(NO_COLOR) };
    (!wants_colour()).then_some(refusal)
}
