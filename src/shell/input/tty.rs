//! Reading a Unix terminal.

use std::fs::File;
use std::io::{self, IsTerminal, Stdin};
use std::os::fd::{AsFd, BorrowedFd};
use std::sync::mpsc::Sender;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;

use super::Message;
use super::bytes::{Bytes, Heard};
use crate::model::Event;
use crate::shell::ground;

/// So long an `ESC` waits for what may belong to it; the second where an answer is on its way, which may be torn anywhere.
const MOMENTS: [Duration; 2] = [Duration::from_millis(25), Duration::from_millis(60)];

/// What was typed while the terminal was asked something.
static EARLY: Mutex<Vec<Heard>> = Mutex::new(Vec::new());

/// Where the keys come from.
enum Source {
    Input(Stdin),
    /// Data may come through standard input; the keys then come from the terminal itself.
    Terminal(File),
}

impl Source {
    fn open() -> io::Result<Self> {
        let stdin = io::stdin();
        Ok(if stdin.is_terminal() { Self::Input(stdin) } else { Self::Terminal(File::open("/dev/tty")?) })
    }

    fn fd(&self) -> BorrowedFd<'_> {
        match self {
            Self::Input(stdin) => stdin.as_fd(),
            Self::Terminal(file) => file.as_fd(),
        }
    }

    /// Reads what there is; nothing where the terminal is gone.
    fn read<'a>(&self, buffer: &'a mut [u8]) -> io::Result<Option<&'a [u8]>> {
        loop {
            match rustix::io::read(self.fd(), &mut *buffer) {
                Ok(0) => return Ok(None),
                Ok(count) => return Ok(buffer.get(..count)),
                Err(Errno::INTR) => {}
                Err(Errno::AGAIN) => return Ok(Some(&[])),
                Err(error) => return Err(error.into()),
            }
        }
    }

    /// Waits until there is something, or until a time.
    fn wait(&self, until: Option<Instant>) -> io::Result<Wait> {
        loop {
            let left = until.map(|until| until.saturating_duration_since(Instant::now()));
            // Some way below a second for every wait there is.
            let left =
                left.map(|left| Timespec { tv_sec: left.as_secs().cast_signed(), tv_nsec: left.subsec_nanos().into() });
            let fd = self.fd();
            let mut fds = [PollFd::new(&fd, PollFlags::IN)];
            match poll(&mut fds, left.as_ref()) {
                Err(Errno::INTR) => continue,
                other => other?,
            };
            let [fd] = fds;
            let found = fd.revents();
            return Ok(if found.contains(PollFlags::NVAL) {
                Wait::Unable
            } else if found.contains(PollFlags::IN) {
                Wait::Ready
            } else if found.intersects(PollFlags::HUP | PollFlags::ERR) {
                Wait::Gone
            } else {
                Wait::Late
            });
        }
    }
}

/// What came of waiting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Wait {
    /// Something can be read.
    Ready,
    /// Nothing came in time.
    Late,
    /// The terminal is gone.
    Gone,
    /// Some systems cannot wait for /dev/tty this way.
    Unable,
}

/// Passes on what comes until the terminal is gone or nobody listens any more. `asked` says that the terminal was asked for
/// its ground.
pub(super) fn forward(sender: &Sender<Message>, asked: bool) -> io::Result<()> {
    let source = Source::open()?;
    let mut bytes = Bytes::new();
    let mut answer = ground::Answer::new(asked);
    let mut buffer = [0; 1024];
    let early = std::mem::take(&mut *EARLY.lock().unwrap_or_else(PoisonError::into_inner));
    let pass_on = |heard: Vec<Heard>, answer: &mut ground::Answer| {
        let events = heard.into_iter().filter_map(|heard| event(heard, answer));
        events.map(Message::Event).all(|message| sender.send(message).is_ok())
    };
    if !pass_on(early, &mut answer) {
        return Ok(());
    }
    loop {
        let [moment, longer] = MOMENTS;
        let moment = if answer.is_expected() { longer } else { moment };
        let heard = match source.wait(bytes.until(moment))? {
            Wait::Gone => return Ok(()),
            Wait::Late => bytes.give_up().into_iter().collect(),
            ready => {
                let Some(read) = source.read(&mut buffer)? else { return Ok(()) };
                let mut heard = bytes.take(read, Instant::now());
                if ready == Wait::Unable {
                    // Nothing wakes us when it is too late: what a read ends with is taken to be whole.
                    heard.extend(bytes.give_up());
                }
                heard
            }
        };
        if !pass_on(heard, &mut answer) {
            return Ok(());
        }
    }
}

/// What is told of what was heard.
fn event(heard: Heard, answer: &mut ground::Answer) -> Option<Event> {
    match heard {
        Heard::Key(key) => Some(Event::Key(key)),
        Heard::Mouse(mouse) => Some(Event::Mouse(mouse)),
        Heard::Paste(text) => Some(Event::Paste(text)),
        Heard::Ground(colour) => answer.take(&colour).map(Event::Ground),
        // The answer to a question that is over.
        Heard::Cursor(_) => None,
    }
}

/// The column of the cursor, from 1, where the terminal says so in time; it has been asked already. What is typed meanwhile
/// is kept for who listens later.
pub(in crate::shell) fn cursor(patience: Duration) -> Option<u16> {
    let source = Source::open().ok()?;
    let end = Instant::now() + patience;
    let mut bytes = Bytes::new();
    let mut buffer = [0; 256];
    let mut found = None;
    while found.is_none() && source.wait(Some(end)).ok()? == Wait::Ready {
        let read = source.read(&mut buffer).ok()??;
        let mut early = EARLY.lock().unwrap_or_else(PoisonError::into_inner);
        for heard in bytes.take(read, Instant::now()) {
            match heard {
                Heard::Cursor(column) if found.is_none() => found = Some(column),
                other => early.push(other),
            }
        }
    }
    let mut early = EARLY.lock().unwrap_or_else(PoisonError::into_inner);
    early.extend(bytes.give_up());
    found
}
