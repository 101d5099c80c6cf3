//! Letting others in, hearing them, and leaving those who have nothing to say.

use std::io;
use std::time::{Duration, Instant};

use super::super::{LinkEvent, join, now};
use super::{GREETING, PAUSE, Role, Worker};
use crate::model::show::{Cue, decode, encode};

/// A hub that says nothing for so long has been stopped, and another takes its place.
const MUTE: Duration = Duration::from_secs(4);
/// A terminal that says nothing for so long is not listened to any more.
const SILENT: Duration = Duration::from_secs(10);
/// A terminal that takes nothing for so long is told nothing any more.
const STUCK: Duration = Duration::from_secs(3);
/// So many terminals take part at most.
const MOST_PEERS: usize = 32;
/// So many may be connected that have not said anything yet.
const MOST_STRANGERS: usize = 16;

impl<F: FnMut(LinkEvent)> Worker<F> {
    /// Lets in who is waiting, if it is us. Of those who do not say who they are the latest stay.
    pub(super) fn let_in(&mut self, now: Instant) {
        let Role::Hub { listener, deaf, .. } = &mut self.role else { return };
        if deaf.is_some_and(|until| until > now) {
            return;
        }
        *deaf = None;
        let mut came = Vec::new();
        while came.len() < MOST_STRANGERS {
            match listener.accept() {
                Ok((stream, _)) => came.push(stream),
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => break,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(_) => {
                    *deaf = Some(now + PAUSE);
                    break;
                }
            }
        }
        for stream in came {
            if !join::is_ours(&stream) || stream.set_nonblocking(true).is_err() {
                continue;
            }
            let strangers = self.peers.iter().filter(|peer| peer.heard.is_none());
            if strangers.count() >= MOST_STRANGERS
                && let Some(first) = self.peers.iter().position(|peer| peer.heard.is_none())
            {
                self.peers.remove(first);
            }
            if self.guests() < MOST_PEERS {
                self.meet(stream, now);
            }
        }
    }

    /// How many peers have said who they are.
    pub(super) fn guests(&self) -> usize {
        self.peers.iter().filter(|peer| peer.heard.is_some()).count()
    }

    /// Reads from everybody, then answers.
    pub(super) fn read(&mut self) {
        let now = Instant::now();
        let mut letters = Vec::new();
        self.peers.retain_mut(|peer| peer.read(now, |number, line| letters.push((number, line))).is_ok());
        let mut liar = None;
        for (number, line) in letters {
            match decode(&line) {
                _ if liar == Some(number) => {}
                Ok((cue, peers)) if cue.show.is_of_same(&self.cue.show) => self.answer(number, &cue, peers, now),
                // Nobody of ours says such a thing. What else it says is not heard.
                _ => {
                    liar = Some(number);
                    self.leave(now, |peer| peer.number == number);
                }
            }
        }
        self.miss_hub(now);
    }

    fn answer(&mut self, number: u64, said: &Cue, peers: usize, at: Instant) {
        if let Some(peer) = self.peers.iter_mut().find(|peer| peer.number == number) {
            peer.heard = Some(at);
            let since = peer.differs.map_or(at, |(since, _)| since);
            peer.differs = (said.show != self.cue.show).then_some((since, said.show.steps));
        }
        let first_of_hub = if let Role::Guest { tries, .. } = &mut self.role {
            self.heard_of = peers;
            *tries = 0;
            true
        } else {
            false
        };
        if self.cue.accept(said, now()) {
            self.publish(true);
            // Where the two had something new for each other, the sender needs the whole, too.
            self.tell_all((self.cue == *said).then_some(number));
            self.save();
        } else if is_later(&self.cue, said)
            && let (Some(peer), Ok(line)) =
                (self.peers.iter_mut().find(|peer| peer.number == number), encode(&self.cue, self.told))
        {
            peer.offer(&line);
        }
        if first_of_hub {
            self.found();
        }
    }

    /// Leaves those who say nothing or take nothing. A hub that does so is replaced.
    pub(super) fn judge(&mut self, now: Instant) {
        let silent = if matches!(self.role, Role::Hub { .. }) { SILENT } else { MUTE };
        self.leave(now, |peer| {
            let patience = if peer.heard.is_some() { silent } else { GREETING };
            let since = peer.heard.unwrap_or(peer.since);
            now.saturating_duration_since(since) >= patience || peer.stuck_for(now) >= STUCK
        });
    }
}

/// Whether one state has anything that is later than in the other.
fn is_later(mine: &Cue, other: &Cue) -> bool {
    let said = |cue: &Cue| cue.audience.map(|(version, _)| version);
    mine.show == other.show && (mine.version > other.version || said(mine) > said(other))
}
