//! Asking the terminal how wide it draws ambiguous characters.

use crate::model::Ambiguous;

use super::output;

/// Writes an ambiguous character into the first cell and asks where the cursor is then. A terminal that does not answer
/// is taken to draw it narrow. The first frame clears what was written.
pub(super) fn ask() -> Ambiguous {
    let written = output::send("\x1b[H■".as_bytes());
    match written.and_then(|()| crossterm::cursor::position()) {
        Ok((2, _)) => Ambiguous::Wide,
        _ => Ambiguous::Narrow,
    }
}
