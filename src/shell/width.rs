//! Asking the terminal how wide it draws ambiguous characters.

use crate::model::Ambiguous;

/// Writes an ambiguous character into the first cell and asks where the cursor is then. A terminal that does not answer
/// is taken to draw it narrow. The first frame clears what was written.
#[cfg(unix)]
pub(super) fn ask() -> Ambiguous {
    use std::time::Duration;

    use super::{input, output};

    const PATIENCE: Duration = Duration::from_secs(2);
    match output::send("\x1b[H■\x1b[6n".as_bytes()) {
        Ok(()) if input::cursor(PATIENCE) == Some(3) => Ambiguous::Wide,
        _ => Ambiguous::Narrow,
    }
}

/// As above, where the terminal library reads the console.
#[cfg(not(unix))]
pub(super) fn ask() -> Ambiguous {
    let written = super::output::send("\x1b[H■".as_bytes());
    match written.and_then(|()| crossterm::cursor::position()) {
        Ok((2, _)) => Ambiguous::Wide,
        _ => Ambiguous::Narrow,
    }
}
