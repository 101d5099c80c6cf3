//! The thread that does the work: it waits for the session, for the socket and for the other terminals, and for nothing
//! else. Whatever they do, it goes round.

mod hearing;
mod seeking;

use std::io::Read;
use std::os::unix::net::{UnixListener, UnixStream};
use std::sync::Arc;
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, Timespec, poll};

use super::folder::{Folder, Mark, Names, mark};
use super::join;
use super::open::Shared;
use super::peer::Peer;
use super::{LinkEvent, saved};
use crate::model::show::{Cue, encode};

/// How often the state is told without a change.
const BEAT: Duration = Duration::from_secs(1);
/// How soon after the connection something must have been said that can be understood.
const GREETING: Duration = Duration::from_secs(1);
/// So long there may be fewer terminals before it is told: the time of a change of hubs.
const FEWER: Duration = Duration::from_millis(250);
/// So long another terminal may show another edition before it is told: the time in which all read a file that was saved.
const READING: Duration = Duration::from_secs(2);
/// How long the last words may take.
const FAREWELL: Duration = Duration::from_millis(300);
/// How long one who said too much is not listened to, and how long nobody is let in when the system has no more room.
const PAUSE: Duration = Duration::from_millis(20);

/// What this terminal is to the others.
enum Role {
    /// Neither hub nor connected; when it tries again, and how often it has.
    Seeking { again: Instant, tries: u32 },
    /// Connected to the hub, whose socket has this mark; the hub is the only peer.
    Guest { hub: Mark, tries: u32 },
    /// The hub; the peers are the guests. Nobody is let in before `deaf` has passed.
    Hub { listener: UnixListener, own: Mark, deaf: Option<Instant> },
}

/// The state of the thread.
pub(super) struct Worker<F> {
    folder: Folder,
    names: Names,
    shared: Arc<Shared>,
    bell: UnixStream,
    on_event: F,
    cue: Cue,
    role: Role,
    peers: Vec<Peer>,
    /// How many connections there were.
    numbers: u64,
    /// How many others the hub has told of.
    heard_of: usize,
    /// How many others the session was told of, and since when there are fewer.
    told: usize,
    fewer: Option<Instant>,
    /// How many steps the session was told that another edition has.
    differs: Option<usize>,
    lost: bool,
    beat: Instant,
}

impl<F: FnMut(LinkEvent)> Worker<F> {
    pub(super) fn new(
        folder: Folder,
        names: Names,
        shared: Arc<Shared>,
        bell: UnixStream,
        first: Cue,
        on_event: F,
    ) -> Self {
        let now = Instant::now();
        Self {
            folder,
            names,
            shared,
            bell,
            on_event,
            cue: first,
            role: Role::Seeking { again: now, tries: 0 },
            peers: Vec::new(),
            numbers: 0,
            heard_of: 0,
            told: 0,
            fewer: None,
            differs: None,
            lost: false,
            beat: now + BEAT,
        }
    }

    /// Goes round until the session has enough or the show is over.
    pub(super) fn run(mut self) {
        loop {
            // Taken before waiting: a process that was stopped first hears what was said meanwhile, then judges who is silent.
            let now = Instant::now();
            if matches!(self.role, Role::Seeking { again, .. } if again <= now) {
                self.seek(now);
            }
            self.write(now);
            self.wait(now);
            let closing = self.hear_session();
            self.let_in(now);
            self.read();
            self.judge(now);
            self.beat(now);
            self.count(now);
            self.compare(now);
            if closing || self.cue.ended {
                break;
            }
        }
        self.part();
    }

    /// Takes up a connection, and says first of all what there is to say.
    fn meet(&mut self, stream: UnixStream, now: Instant) {
        self.numbers += 1;
        let mut peer = Peer::new(self.numbers, stream, now);
        if let Ok(line) = encode(&self.cue, self.told) {
            peer.offer(&line);
        }
        self.peers.push(peer);
    }

    /// Writes to everybody what they take now; who is gone is left out.
    fn write(&mut self, now: Instant) {
        self.peers.retain_mut(|peer| peer.write(now).is_ok());
        self.miss_hub(now);
    }

    /// Waits until there is something to do.
    fn wait(&mut self, now: Instant) {
        let interests: Vec<PollFlags> = self.peers.iter_mut().map(|peer| peer.interest(now)).collect();
        let deaf = matches!(self.role, Role::Hub { deaf: Some(until), .. } if until > now);
        let throttled = deaf || interests.iter().any(|interest| !interest.contains(PollFlags::IN));
        let strangers = self.peers.iter().filter(|peer| peer.heard.is_none());
        let until = [
            throttled.then_some(now + PAUSE),
            self.fewer.map(|since| since + FEWER),
            strangers.map(|peer| peer.since + GREETING).min(),
            if let Role::Seeking { again, .. } = self.role { Some(again) } else { None },
        ];
        let until = until.into_iter().flatten().fold(self.beat, Instant::min);
        let timeout = Timespec::try_from(until.saturating_duration_since(now)).unwrap_or_default();
        let mut fds = vec![PollFd::new(&self.bell, PollFlags::IN)];
        if let (Role::Hub { listener, .. }, false) = (&self.role, deaf) {
            fds.push(PollFd::new(listener, PollFlags::IN));
        }
        // A connection that nothing is wanted of would still wake us when it breaks.
        let wanted = self.peers.iter().zip(interests).filter(|(_, interest)| !interest.is_empty());
        fds.extend(wanted.map(|(peer, interest)| PollFd::new(&peer.stream, interest)));
        // Whatever comes of it, everything is looked at.
        let _ = poll(&mut fds, Some(&timeout));
    }

    /// Takes what the session has to say; whether it wants to leave.
    fn hear_session(&mut self) -> bool {
        let mut rings = [0; 64];
        while matches!((&self.bell).read(&mut rings), Ok(count) if count > 0) {}
        let mut desk = self.shared.desk();
        let (outgoing, closing) = (desk.outgoing.take(), desk.closing);
        drop(desk);
        let Some(said) = outgoing else { return closing };
        let changed = if said.show == self.cue.show {
            self.cue.merge(&said)
        } else if said.show.is_of_same(&self.cue.show) {
            self.cue = said;
            self.peers.iter_mut().for_each(|peer| peer.differs = None);
            true
        } else {
            false
        };
        if changed {
            self.publish(false);
            self.tell_all(None);
            self.save();
        }
        closing
    }

    /// Puts the state on the desk, and tells the session where it is somebody else's doing.
    fn publish(&mut self, foreign: bool) {
        self.shared.desk().cue = self.cue.clone();
        if foreign {
            (self.on_event)(LinkEvent::Cue(Box::new(self.cue.clone())));
        }
    }

    /// Tells everybody, but for one who has just said it.
    fn tell_all(&mut self, but: Option<u64>) {
        let Ok(line) = encode(&self.cue, self.told) else { return };
        let now = Instant::now();
        for peer in self.peers.iter_mut().filter(|peer| Some(peer.number) != but) {
            peer.offer(&line);
            // Who is gone is found out when reading.
            let _ = peer.write(now);
        }
    }

    /// Keeps the state for the case that this terminal is killed. A full disk does not hold up the show.
    fn save(&self) {
        if matches!(self.role, Role::Hub { .. }) && !self.cue.ended {
            let _ = saved::store(&self.names, &self.cue);
        }
    }

    /// Once a second: says the state again, and looks whether the socket is still this hub's own.
    fn beat(&mut self, now: Instant) {
        if now < self.beat {
            return;
        }
        self.beat = now + BEAT;
        if let Role::Hub { own, .. } = self.role
            && mark(&self.names.socket) != Some(own)
        {
            // Somebody took it for dead while it was stopped, or has cleaned up.
            self.peers.clear();
            self.retry(now, 0);
            return;
        }
        self.tell_all(None);
    }

    /// Tells how many others there are, once it is sure.
    fn count(&mut self, now: Instant) {
        let others = match self.role {
            Role::Hub { .. } => self.guests(),
            Role::Guest { .. } if self.guests() > 0 => self.heard_of,
            Role::Guest { .. } | Role::Seeking { .. } => 0,
        };
        if others == self.told {
            self.fewer = None;
        } else if others > self.told || self.fewer.is_some_and(|since| since + FEWER <= now) {
            (self.told, self.fewer) = (others, None);
            (self.on_event)(LinkEvent::Peers(others));
            if matches!(self.role, Role::Hub { .. }) {
                self.tell_all(None);
            }
        } else {
            self.fewer.get_or_insert(now);
        }
    }

    /// Tells that another terminal goes on showing another edition, and when none does any more.
    fn compare(&mut self, now: Instant) {
        let lasting = |(since, steps): (Instant, usize)| (since + READING <= now).then_some(steps);
        let differs = self.peers.iter().filter_map(|peer| peer.differs).find_map(lasting);
        if differs != self.differs {
            self.differs = differs;
            (self.on_event)(differs.map_or(LinkEvent::Agrees, LinkEvent::Differs));
        }
    }

    /// Says what is left to say, and leaves no socket behind that nobody listens at.
    fn part(mut self) {
        let end = Instant::now() + FAREWELL;
        loop {
            let now = Instant::now();
            self.peers.retain_mut(|peer| peer.write(now).is_ok() && peer.is_writing());
            if self.peers.is_empty() || now >= end {
                break;
            }
            let moment = Timespec { tv_sec: 0, tv_nsec: 20_000_000 };
            let mut fds: Vec<PollFd<'_>> =
                self.peers.iter().map(|peer| PollFd::new(&peer.stream, PollFlags::OUT)).collect();
            let _ = poll(&mut fds, Some(&moment));
        }
        if self.cue.ended {
            let _ = saved::forget(&self.names);
        }
        if let Role::Hub { own, .. } = self.role {
            let _ = join::step_aside(&self.folder, &self.names, own);
        }
        self.shared.settle(false);
    }
}
