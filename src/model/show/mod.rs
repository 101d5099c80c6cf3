//! The state of a show as plain data: what the audience sees, what the presenter has prepared behind it, the clock, and
//! how terminals that show the same thing come to agree.
//!
//! Every terminal has the whole state, a [`Cue`]. An [`Order`] changes it and raises its [`Version`]; what other
//! terminals send is taken where its version is the greater one. So any two terminals that have exchanged their cues
//! agree, in whatever order the cues came. Nothing here reads a clock: times are handed in.

mod clock;
mod cue;
mod detour;
pub mod elapsed;
mod fnv;
mod listed;
mod order;
mod steps;
mod version;
mod wire;

pub use clock::{Clock, Pace};
pub use cue::{Audience, Blank, Cue, Seen, Shot, ShowKey};
pub use detour::{Detour, Stop};
pub use fnv::fnv;
pub use order::Order;
pub use steps::{Step, Steps};
pub use version::{PeerId, Version};
pub use wire::{LONGEST as LONGEST_LETTER, PROTOCOL, Refused, decode, encode};

/// A point in time, in milliseconds since the Unix epoch, or a length of time in milliseconds.
pub type Millis = u64;

#[cfg(test)]
mod tests;
