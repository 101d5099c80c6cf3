//! Signals: the terminal is given back before the process ends, and taken again after it was stopped.

use std::io;
use std::sync::mpsc::Sender;
use std::thread;

use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGWINCH};
use signal_hook::iterator::Signals;

use super::input::{self, Message};
use super::{guard, state};

/// Signals are remembered from here on, until a thread looks at them.
pub(super) fn register() -> io::Result<Signals> {
    Signals::new([SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGCONT, SIGWINCH])
}

/// Starts the thread that answers them.
pub(super) fn listen(mut signals: Signals, sender: Sender<Message>) -> io::Result<()> {
    thread::Builder::new().name("signals".to_owned()).spawn(move || {
        for signal in signals.forever() {
            let message = match signal {
                SIGCONT => Message::Continued,
                SIGWINCH => input::resized(),
                fatal => {
                    guard::give_back_for_good();
                    // There is nobody to be told any more.
                    let _ = state::save();
                    std::process::exit(128 + fatal)
                }
            };
            if sender.send(message).is_err() {
                return;
            }
        }
    })?;
    Ok(())
}

/// Stops the process and whatever was started with it, as the terminal does at Ctrl-Z. Without a shell that could wake
/// it the system ignores this.
pub(super) fn stop() -> io::Result<()> {
    Ok(rustix::process::kill_current_process_group(rustix::process::Signal::TSTP)?)
}
