//! The thread that does the work: it waits for the session, for the socket and for the other terminals, and for nothing
//! else. Whatever they do, it goes round.

use std::io::{self, Read};
use std::os::unix::net::{UnixListener, UnixStream};
use std::sync::Arc;
use std::time::{Duration, Instant};

use rustix::event::{PollFd, PollFlags, Timespec, poll};

use super::folder::{Folder, Mark, Names, mark};
use super::join::{self, Called};
use super::open::Shared;
use super::peer::Peer;
use super::{LinkEvent, now, saved};
use crate::model::show::{Cue, decode, encode};

/// How often the state is told without a change.
const BEAT: Duration = Duration::from_secs(1);
/// How soon after the connection something must have been said that can be understood.
const GREETING: Duration = Duration::from_secs(1);
/// A hub that says nothing for so long has been stopped, and another takes its place.
const MUTE: Duration = Duration::from_secs(4);
/// A terminal that says nothing for so long is not listened to any more.
const SILENT: Duration = Duration::from_secs(10);
/// A terminal that takes nothing for so long is told nothing any more.
const STUCK: Duration = Duration::from_secs(3);
/// So long there may be fewer terminals before it is told: the time of a change of hubs.
const FEWER: Duration = Duration::from_millis(250);
/// How long the last words may take.
const FAREWELL: Duration = Duration::from_millis(300);
/// How long one who said too much is not listened to, and how long nobody is let in when the system has no more room.
const PAUSE: Duration = Duration::from_millis(20);
/// The longest time between two attempts.
const LONGEST_RETRY: Duration = Duration::from_millis(250);
/// So many terminals take part at most.
const MOST_PEERS: usize = 32;
/// So many may be connected that have not said anything yet.
const MOST_STRANGERS: usize = 16;

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
            if closing || self.cue.ended {
                break;
            }
        }
        self.part();
    }

    /// Finds the hub or becomes it.
    fn seek(&mut self, now: Instant) {
        let tries = if let Role::Seeking { tries, .. } = self.role { tries } else { 0 };
        self.retry(now, tries);
        let ready = self.folder.prepare().is_ok();
        let attempt = if ready { self.attempt(now, tries) } else { Err(io::ErrorKind::NotFound.into()) };
        if attempt.is_err() && !self.lost {
            self.lost = true;
            self.shared.settle();
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
    fn retry(&mut self, now: Instant, tries: u32) {
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
            self.publish(true);
        }
        self.save();
        self.found();
        Ok(())
    }

    /// It is known who else there is.
    fn found(&mut self) {
        if self.lost {
            self.lost = false;
            (self.on_event)(LinkEvent::Peers(self.told));
        }
        self.shared.settle();
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

    /// A guest without its hub looks for the next one, at once if it had one.
    fn miss_hub(&mut self, now: Instant) {
        if let Role::Guest { tries, .. } = self.role
            && self.peers.is_empty()
        {
            self.retry(now, tries);
        }
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
            self.peers.iter_mut().for_each(|peer| peer.differs = false);
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

    /// Lets in who is waiting, if it is us. Of those who do not say who they are the latest stay.
    fn let_in(&mut self, now: Instant) {
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
    fn guests(&self) -> usize {
        self.peers.iter().filter(|peer| peer.heard.is_some()).count()
    }

    /// Reads from everybody, then answers.
    fn read(&mut self) {
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

    /// Leaves some of the others; in the place of a hub that is left, this terminal tries to be one.
    fn leave(&mut self, now: Instant, whom: impl Fn(&Peer) -> bool) {
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

    fn answer(&mut self, number: u64, said: &Cue, peers: usize, at: Instant) {
        let mut differs = None;
        if let Some(peer) = self.peers.iter_mut().find(|peer| peer.number == number) {
            peer.heard = Some(at);
            if said.show != self.cue.show && !peer.differs {
                peer.differs = true;
                differs = Some(said.show.steps);
            }
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
        if let Some(steps) = differs {
            (self.on_event)(LinkEvent::Differs(steps));
        }
        if first_of_hub {
            self.found();
        }
    }

    /// Leaves those who say nothing or take nothing. A hub that does so is replaced.
    fn judge(&mut self, now: Instant) {
        let silent = if matches!(self.role, Role::Hub { .. }) { SILENT } else { MUTE };
        self.leave(now, |peer| {
            let patience = if peer.heard.is_some() { silent } else { GREETING };
            let since = peer.heard.unwrap_or(peer.since);
            now.saturating_duration_since(since) >= patience || peer.stuck_for(now) >= STUCK
        });
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
        self.shared.settle();
    }
}

/// Whether one state has anything that is later than in the other.
fn is_later(mine: &Cue, other: &Cue) -> bool {
    let said = |cue: &Cue| cue.audience.map(|(version, _)| version);
    mine.show == other.show && (mine.version > other.version || said(mine) > said(other))
}
