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
use std::time::{SystemTime, UNIX_EPOCH};

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
    /// each other. Told once a connection.
    Differs(usize),
    /// No other terminal can be reached or could reach this one; it is tried again. `Peers` says when it is over.
    Lost,
}

/// The present time, in milliseconds since the Unix epoch; 0 where the clock says that it is earlier.
pub fn now() -> Millis {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    since.as_millis().try_into().unwrap_or(Millis::MAX)
}

/// The name of this terminal among those of a show.
pub fn peer_id() -> PeerId {
    let mut chance = RandomState::new().build_hasher();
    chance.write_u32(std::process::id());
    PeerId::new(now(), chance.finish())
}
