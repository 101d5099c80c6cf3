//! Taking the terminal and giving it back, whatever happens in between.

use std::io;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc;
use std::time::Duration;

use crossterm::terminal::{disable_raw_mode, enable_raw_mode};

use super::output;

/// The terminal is ours at this moment.
static TAKEN: AtomicBool = AtomicBool::new(false);
/// The mouse is taken along with it.
static MOUSE: AtomicBool = AtomicBool::new(false);

/// Alternate screen, no wrapping at the last column, pasted text marked as such, cursor hidden.
const ENTER: &[u8] = b"\x1b[?1049h\x1b[?7l\x1b[?2004h\x1b[?25l";
/// Presses and the wheel of the mouse, told in decimals; nothing of where it moves.
const ENTER_MOUSE: &[u8] = b"\x1b[?1000h\x1b[?1006h";
/// The same in reverse, after whatever a frame may have left open. The mouse is let go whether it was taken or not.
const LEAVE: &[u8] = b"\x1b[?2026l\x1b[m\x1b[?25h\x1b[?1006l\x1b[?1000l\x1b[?2004l\x1b[?7h\x1b[?1049l";

/// The terminal is taken as long as this lives.
#[derive(Debug)]
pub(super) struct Guard(());

impl Guard {
    /// Takes the terminal, with its mouse or without.
    pub(super) fn new(mouse: bool) -> io::Result<Self> {
        MOUSE.store(mouse, Ordering::Release);
        let guard = Self(());
        take()?;
        Ok(guard)
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        give_back();
    }
}

/// Takes the terminal, or takes it again after the process was stopped, whatever state it is in by now.
pub(super) fn take() -> io::Result<()> {
    // Taken before anything is changed: what comes in between gives back too much rather than too little.
    if TAKEN.swap(true, Ordering::AcqRel) {
        // Stopped from outside: the shell has changed the modes behind our back.
        disable_raw_mode()?;
    }
    enable_raw_mode()?;
    #[cfg(windows)]
    crossterm::ansi_support::supports_ansi();
    output::send(ENTER)?;
    if MOUSE.load(Ordering::Acquire) { output::send(ENTER_MOUSE) } else { Ok(()) }
}

/// Gives the terminal back. Does nothing where that has been done.
pub(super) fn give_back() {
    if !TAKEN.swap(false, Ordering::AcqRel) {
        return;
    }
    // Neither can be helped if it fails: the terminal is gone.
    if in_foreground() {
        let _ = disable_raw_mode();
    }
    let _ = output::send_last(LEAVE);
}

/// Gives the terminal back for good, in bounded time: a terminal that takes no bytes must not keep the process alive.
/// Meant for any thread; nothing is drawn afterwards.
pub(super) fn give_back_for_good() {
    const PATIENCE: Duration = Duration::from_millis(500);
    output::close();
    let (done, wait) = mpsc::channel();
    let helper = std::thread::Builder::new().spawn(move || {
        give_back();
        // Nobody waits any more if it took too long.
        let _ = done.send(());
    });
    match helper {
        Ok(_) => drop(wait.recv_timeout(PATIENCE)),
        Err(_) => give_back(),
    }
}

/// Whether the terminal listens to us. A process in the background that sets modes is stopped, and the modes are the
/// shell's by then anyway.
#[cfg(unix)]
fn in_foreground() -> bool {
    rustix::termios::tcgetpgrp(std::io::stdout()).map_or(true, |group| group == rustix::process::getpgrp())
}

#[cfg(not(unix))]
fn in_foreground() -> bool {
    true
}
