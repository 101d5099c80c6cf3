//! A cue as one line of text, for other terminals and for the file that survives a crash. What is read is believed only
//! where every part of it is in its bounds; anything else is refused as a whole.

use serde::{Deserialize, Serialize};

use super::clock::Run;
use super::{Cue, Detour, Millis, Shot, Steps, Stop};
use crate::domain::{Address, Id};

/// The edition of the format; terminals of different editions do not understand each other.
pub const PROTOCOL: u32 = 1;

/// No line is longer, in bytes without its end.
pub const LONGEST: usize = 64 * 1024;

/// The longest id of a dataset or briefing, in bytes.
const LONGEST_ID: usize = 1024;
/// More rows than any list reveals.
const MOST_ROWS: usize = 100_000;
/// More rows than any table has.
const DEEPEST: usize = 1 << 31;
/// More columns than anything has.
const WIDEST: usize = 1 << 15;
/// The year 10 000 and a bit: no time is later, and no sum of so many of them is out of bounds.
pub(super) const LATEST: Millis = 1 << 48;
/// More terminals than anybody has.
const MOST_PEERS: usize = 1000;

/// Why a line was not believed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// It is too long.
    TooLong,
    /// It is of another edition of the format.
    Protocol,
    /// It is no cue.
    Malformed,
    /// A number or a text in it is out of bounds.
    OutOfBounds,
}

/// What is sent: a cue, and what the sender knows of others.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Letter<C> {
    protocol: u32,
    peers: usize,
    cue: C,
}

/// The part that every edition has.
#[derive(Deserialize)]
struct Head {
    protocol: u32,
}

/// Writes a cue as one line, without its end. `peers` is how many other terminals the sender knows of. What could not be
/// read again is refused here already.
pub fn encode(cue: &Cue, peers: usize) -> Result<String, Refused> {
    check(cue)?;
    let letter = Letter { protocol: PROTOCOL, peers: peers.min(MOST_PEERS), cue };
    let line = serde_json::to_string(&letter).map_err(|_| Refused::Malformed)?;
    if line.len() > LONGEST { Err(Refused::TooLong) } else { Ok(line) }
}

/// Reads a cue from a line without its end, and how many other terminals its sender knows of.
pub fn decode(line: &[u8]) -> Result<(Cue, usize), Refused> {
    if line.len() > LONGEST {
        return Err(Refused::TooLong);
    }
    let letter: Letter<Cue> = serde_json::from_slice(line).map_err(|_| {
        let other = serde_json::from_slice::<Head>(line).is_ok_and(|head| head.protocol != PROTOCOL);
        if other { Refused::Protocol } else { Refused::Malformed }
    })?;
    if letter.protocol != PROTOCOL {
        return Err(Refused::Protocol);
    }
    if letter.peers > MOST_PEERS {
        return Err(Refused::OutOfBounds);
    }
    check(&letter.cue)?;
    Ok((letter.cue, letter.peers))
}

fn check(cue: &Cue) -> Result<(), Refused> {
    let count = cue.show.steps;
    let id = |id: &Id| id.len() <= LONGEST_ID && Id::is_valid(id);
    let run = match cue.clock.run {
        Run::Running { since } => since <= LATEST,
        Run::Waiting | Run::Paused => true,
    };
    let good = (1..=Steps::MOST).contains(&count)
        && id(&cue.show.dataset)
        && id(&cue.show.briefing)
        && cue.version.counter <= LATEST
        && cue.audience.is_none_or(|(version, _)| version.counter <= LATEST)
        && std::iter::once(&cue.live).chain(&cue.frozen).all(|shot| shot_is_good(shot, count))
        && cue.clock.spent.len() == count
        && cue.clock.spent.iter().all(|spent| *spent <= LATEST)
        && run;
    if good { Ok(()) } else { Err(Refused::OutOfBounds) }
}

fn shot_is_good(shot: &Shot, count: usize) -> bool {
    let detour = |detour: &Detour| {
        (1..=Detour::MOST).contains(&detour.places().len()) && detour.places().iter().all(stop_is_good)
    };
    shot.step < count && shot.revealed <= MOST_ROWS && shot.detour.as_ref().is_none_or(detour)
}

/// An address must be one in its own spelling, which has no control characters, blanks or doubled parts.
fn stop_is_good(stop: &Stop) -> bool {
    let Stop { address, view } = stop;
    address.len() <= Detour::LONGEST
        && Address::parse(address).is_some_and(|read| read.to_string() == *address)
        && view.cursor <= DEEPEST
        && view.scroll <= DEEPEST
        && view.column <= WIDEST
}
