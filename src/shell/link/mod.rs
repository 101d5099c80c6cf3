//! The link between the terminals of one show: a socket in a private folder, nothing on a network.
//!
//! Every terminal is a peer. Who finds nobody listening becomes the hub, which passes on what each of the others says;
//! when the hub is gone the others race for its place. Each keeps the whole state, so that nothing is lost with any of
//! them, and what arrives is a whole state again: on meeting, on every change, and once a second in case it got lost.
//! What is said is believed only as far as [`decode`](crate::model::show::decode) and [`Cue::accept`] go.

#[cfg(not(unix))]
mod absent;
mod error;
#[cfg(unix)]
mod folder;
#[cfg(unix)]
mod join;
#[cfg(unix)]
mod open;
#[cfg(unix)]
mod peer;
#[cfg(unix)]
mod saved;
#[cfg(unix)]
mod worker;

use std::hash::{BuildHasher, Hasher, RandomState};

use crate::model::show::{Cue, Millis, PeerId};

#[cfg(not(unix))]
pub use absent::{Folder, Link};
pub use error::{FolderFault, LinkError};
#[cfg(unix)]
pub use folder::Folder;
#[cfg(unix)]
pub use open::Link;

/// What the link has to tell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LinkEvent {
    /// The state is another one now, by somebody else's doing.
    Cue(Box<Cue>),
    /// So many other terminals take part. Told when there are more, and when there have been fewer for a moment.
    Peers(usize),
    /// Another terminal shows the same briefing with so many steps, from another edition of the file; the two do not follow
    /// each other. Told once it has lasted longer than it takes to read a file again.
    Differs(usize),
    /// No other terminal shows another edition any more.
    Agrees,
    /// No other terminal can be reached or could reach this one; it is tried again. `Peers` says when it is over.
    Lost,
}

/// Where the clock begins: far enough from nothing for whatever happened before the machine was started.
const BEGIN: Millis = 1 << 41;

/// The present time, by a clock that all processes of this machine share and that nobody can set: a show must not be late
/// because the system's time was put right.
#[cfg(unix)]
pub fn now() -> Millis {
    let since = rustix::time::clock_gettime(rustix::time::ClockId::Monotonic);
    let millis = Millis::try_from(since.tv_sec).unwrap_or(0) * 1000;
    BEGIN + millis + Millis::try_from(since.tv_nsec).unwrap_or(0) / 1_000_000
}

/// The present time, by a clock of this process that nobody can set.
#[cfg(not(unix))]
pub fn now() -> Millis {
    static START: std::sync::OnceLock<std::time::Instant> = std::sync::OnceLock::new();
    let since = START.get_or_init(std::time::Instant::now).elapsed();
    BEGIN + Millis::try_from(since.as_millis()).unwrap_or(Millis::MAX >> 1)
}

/// The name of this terminal among those of a show.
pub fn peer_id() -> PeerId {
    let mut chance = RandomState::new().build_hasher();
    chance.write_u32(std::process::id());
    PeerId::new(now(), chance.finish())
}
