//! The link as the session has it: a handle on the thread that does the work.

use std::io::Write;
use std::os::unix::net::UnixStream;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use super::folder::Folder;
use super::worker::Worker;
use super::{LinkError, LinkEvent};
use crate::model::show::{Cue, encode};

/// How long the first answer is waited for. It takes less than a millisecond, unless the hub has been stopped; then the
/// show begins at the state it knows, and follows when it hears more.
const PATIENCE: Duration = Duration::from_millis(1500);

/// The link to the other terminals of a show. Dropping it leaves them.
#[derive(Debug)]
pub struct Link {
    shared: Arc<Shared>,
    bell: UnixStream,
    thread: Option<JoinHandle<()>>,
}

/// What session and thread share.
#[derive(Debug)]
pub(super) struct Shared {
    desk: Mutex<Desk>,
    settled: Condvar,
}

/// What lies between session and thread.
#[derive(Debug)]
pub(super) struct Desk {
    /// The state as the thread knows it.
    pub(super) cue: Cue,
    /// What the session has to say and the thread has not heard yet.
    pub(super) outgoing: Option<Cue>,
    /// The session wants no more of it.
    pub(super) closing: bool,
    /// The thread knows who else there is.
    pub(super) settled: bool,
    /// Others were there already.
    pub(super) joined: bool,
}

impl Shared {
    pub(super) fn desk(&self) -> MutexGuard<'_, Desk> {
        // Nothing on the desk is ever half done.
        self.desk.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Says that it is known who else there is, and whether this terminal has joined them.
    pub(super) fn settle(&self, joined: bool) {
        let mut desk = self.desk();
        (desk.settled, desk.joined) = (true, joined);
        drop(desk);
        self.settled.notify_all();
    }
}

impl Link {
    /// Joins the terminals of a show, or waits for them. `first` is the state to begin with where nobody knows better:
    /// [`Link::cue`] then says what it is. Events are handed to `on_event` on the link's own thread, which must not wait.
    pub fn open(
        folder: Folder,
        first: Cue,
        on_event: impl FnMut(LinkEvent) + Send + 'static,
    ) -> Result<Self, LinkError> {
        // What cannot be told to anybody is known now.
        encode(&first, 0).map_err(|_| LinkError::TooLarge)?;
        let names = folder.names(&first.show)?;
        let (bell, rung) = UnixStream::pair()?;
        bell.set_nonblocking(true)?;
        rung.set_nonblocking(true)?;
        let desk = Desk { cue: first.clone(), outgoing: None, closing: false, settled: false, joined: false };
        let shared = Arc::new(Shared { desk: Mutex::new(desk), settled: Condvar::new() });
        let worker = Worker::new(folder, names, Arc::clone(&shared), rung, first, on_event);
        let thread = thread::Builder::new().name("link".to_owned()).spawn(move || worker.run())?;
        let link = Self { shared, bell, thread: Some(thread) };
        let wait = link.shared.settled.wait_timeout_while(link.shared.desk(), PATIENCE, |desk| !desk.settled);
        drop(wait);
        Ok(link)
    }

    /// The state as the link knows it: after opening, that of the show as it runs or was left behind.
    pub fn cue(&self) -> Cue {
        self.shared.desk().cue.clone()
    }

    /// Whether other terminals were there already; else the state is that of a show that was left behind, or a new one.
    pub fn joined(&self) -> bool {
        self.shared.desk().joined
    }

    /// Tells the others of a change, or of another edition of the briefing.
    pub fn send(&self, cue: &Cue) {
        self.shared.desk().outgoing = Some(cue.clone());
        self.ring();
    }

    /// Wakes the thread. A bell that is full of rings needs no other.
    fn ring(&self) {
        let _ = (&self.bell).write(&[0]);
    }
}

impl Drop for Link {
    fn drop(&mut self) {
        self.shared.desk().closing = true;
        self.ring();
        if let Some(thread) = self.thread.take() {
            // A thread that has panicked has ended, too.
            let _ = thread.join();
        }
    }
}
