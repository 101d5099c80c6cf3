//! Which of two cues is the later one.

use serde::{Deserialize, Serialize};

use super::Millis;

/// The name of one terminal among those of a show: of two, that which came first is the greater. So of two cues that
/// nobody has touched yet, that of the terminal which was there first stands, and whoever joins takes it over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct PeerId(u64);

impl PeerId {
    /// How many bits of the name are chance.
    const CHANCE: u32 = 20;

    /// A terminal that starts at `now`. The chance tells two apart that start in the same millisecond.
    pub fn new(now: Millis, chance: u64) -> Self {
        Self(!now << Self::CHANCE | chance & ((1 << Self::CHANCE) - 1))
    }
}

/// When something was last changed, and by whom; the greater version is the later one.
///
/// The counter is the time of the change, and at least one more than the counter that was there before: it rises with
/// every change whatever the clock does, and a version from far in the future is seen to be none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Version {
    /// In milliseconds since the Unix epoch; 0: nobody has changed anything yet.
    pub counter: Millis,
    /// Who changed it.
    pub peer: PeerId,
}

/// So much later than now can a version be, by a clock that was set back, and still be believed: a day.
const AHEAD: Millis = 24 * 60 * 60 * 1000;

impl Version {
    /// That of something that nobody has changed.
    pub fn untouched(peer: PeerId) -> Self {
        Self { counter: 0, peer }
    }

    /// That of a change which is made now.
    #[must_use]
    pub fn next(self, now: Millis, peer: PeerId) -> Self {
        Self { counter: now.max(self.counter.saturating_add(1)), peer }
    }

    /// Whether it can be of this world. What claims to be later could never be overtaken.
    pub fn is_credible(self, now: Millis) -> bool {
        self.counter <= now.saturating_add(AHEAD)
    }

    /// How long ago it was.
    pub fn age(self, now: Millis) -> Millis {
        now.saturating_sub(self.counter)
    }
}
