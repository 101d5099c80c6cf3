//! Finding the hub, becoming it, and leaving it.

use std::io;
use std::time::{Duration, Instant};

use super::super::join::{self, Called};
use super::super::{LinkEvent, now, saved};
use super::{Role, Worker};
use crate::shell::link::folder::{Mark, mark};
use crate::shell::link::peer::Peer;

/// The longest time between two attempts.
const LONGEST_RETRY: Duration = Duration::from_millis(250);

impl<F: FnMut(LinkEvent)> Worker<F> {
    /// Finds the hub or becomes it.
    pub(super) fn seek(&mut self, now: Instant) {
        let tries = if let Role::Seeking { tries, .. } = self.role { tries } else { 0 };
        self.retry(now, tries);
        let ready = self.folder.prepare().is_ok();
        let attempt = if ready { self.attempt(now, tries) } else { Err(io::ErrorKind::NotFound.into()) };
        if attempt.is_err() && !self.lost {
            self.lost = true;
            self.shared.settle(false);
            (self.on_event)(LinkEvent::Lost);
        }
    }

    fn attempt(&mut self, now: Instant, tries: u32) -> io::Result<()> {
        // Before the call: what has changed by the time of taking over is somebody else's.
        let seen = mark(&self.names.socket);
        match (join::call(&self.names.socket)?, seen) {
            (Called::Reached(stream), Some(hub)) => {
                self.role = Role::Guest { hub, tries: tries.saturating_add(1) };
                self.meet(stream, now);
                Ok(())
            }
            // It came between the look and the call: the next time it is seen.
            (Called::Reached(_), None) => Ok(()),
            (Called::Nobody | Called::Mute, seen) => self.take_over(seen),
        }
    }

    /// Sets the time of the next attempt, each a bit later than the one before.
    pub(super) fn retry(&mut self, now: Instant, tries: u32) {
        let delay = Duration::from_millis(2).saturating_mul(1 << tries.min(8)).min(LONGEST_RETRY);
        let again = if tries == 0 { now } else { now + delay };
        self.role = Role::Seeking { again, tries: tries.saturating_add(1) };
    }

    fn take_over(&mut self, seen: Option<Mark>) -> io::Result<()> {
        let Some((listener, own)) = join::take_over(&self.folder, &self.names, seen)? else { return Ok(()) };
        self.role = Role::Hub { listener, own, deaf: None };
        self.heard_of = 0;
        if let Some(left) = saved::load(&self.names, &self.cue.show, now())
            && self.cue.accept(&left, now())
        {
            // Whoever comes back to a show wants to see it: a change of its own, so that all agree on it.
            self.cue.uncover(now());
            self.publish(true);
        }
        self.save();
        self.found();
        Ok(())
    }

    /// It is known who else there is.
    pub(super) fn found(&mut self) {
        if self.lost {
            self.lost = false;
            (self.on_event)(LinkEvent::Peers(self.told));
        }
        self.shared.settle(matches!(self.role, Role::Guest { .. }));
    }

    /// A guest without its hub looks for the next one, at once if it had one.
    pub(super) fn miss_hub(&mut self, now: Instant) {
        if let Role::Guest { tries, .. } = self.role
            && self.peers.is_empty()
        {
            self.retry(now, tries);
        }
    }

    /// Leaves some of the others; in the place of a hub that is left, this terminal tries to be one.
    pub(super) fn leave(&mut self, now: Instant, whom: impl Fn(&Peer) -> bool) {
        let before = self.peers.len();
        self.peers.retain(|peer| !whom(peer));
        if let Role::Guest { hub, tries } = self.role
            && self.peers.len() < before
        {
            self.retry(now, tries.saturating_add(1));
            // Where it fails it is tried again like any other attempt.
            let _ = self.take_over(Some(hub));
        }
    }
}
