//! What the terminal says: a thread that waits for it and turns it into the program's own keys.
//!
//! Where there is a Unix terminal, its bytes are read and understood here: the terminal library keeps an answer that it does
//! not know and everything behind it, so that one of them would make the program deaf.

#[cfg(unix)]
mod bytes;
#[cfg(not(unix))]
mod console;
#[cfg(unix)]
mod sequences;
#[cfg(unix)]
mod tty;

use std::io;
use std::sync::mpsc::Sender;
use std::thread;

use crate::model::Event;
#[cfg(not(unix))]
use console::forward;
#[cfg(unix)]
pub(super) use tty::cursor;
#[cfg(unix)]
use tty::forward;

/// Something that the loop has to answer.
#[derive(Debug)]
pub(super) enum Message {
    /// A key, pasted text, or a new size.
    Event(Event),
    /// The process was stopped and goes on.
    Continued,
    /// Nothing more will come: the terminal is gone.
    Gone,
}

/// Starts the thread. `drawn` is the size that the first frame was drawn for.
///
/// `asked` says that the terminal was asked for its ground.
pub(super) fn listen(sender: Sender<Message>, drawn: (u16, u16), asked: bool) -> io::Result<()> {
    thread::Builder::new().name("input".to_owned()).spawn(move || {
        // A size that changed before anybody listened.
        if size() != drawn && sender.send(resized()).is_err() {
            return;
        }
        let _ = forward(&sender, asked);
        let _ = sender.send(Message::Gone);
    })?;
    Ok(())
}

/// The columns and rows of the terminal; what a terminal says that does not know is taken for the usual ones.
pub(super) fn size() -> (u16, u16) {
    match crossterm::terminal::size() {
        Ok((columns, rows)) if columns > 0 && rows > 0 => (columns, rows),
        _ => (80, 24),
    }
}

/// The news of the present size.
pub(super) fn resized() -> Message {
    let (columns, rows) = size();
    Message::Event(Event::Resize(columns, rows))
}
