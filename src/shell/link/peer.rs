//! One connection: lines in, lines out, neither of them without bounds and neither ever waited for.

use std::io::{self, Read, Write};
use std::os::unix::net::UnixStream;
use std::time::{Duration, Instant};

use rustix::event::PollFlags;

use crate::model::show::LONGEST_LETTER;

/// So much is read at once, in bytes.
const CHUNK: usize = 16 * 1024;

/// The other end of a connection.
#[derive(Debug)]
pub(super) struct Peer {
    /// Which connection it is, among all that there were.
    pub(super) number: u64,
    /// When the connection was made.
    pub(super) since: Instant,
    /// When it last said something that was understood.
    pub(super) heard: Option<Instant>,
    /// Since when the other end shows another edition, and with how many steps.
    pub(super) differs: Option<(Instant, usize)>,
    /// The stream itself.
    pub(super) stream: UnixStream,
    inbox: Vec<u8>,
    /// What is being written, and how much of it is out.
    out: Vec<u8>,
    written: usize,
    /// What is written next. A later letter takes the place of one that has not begun.
    next: Option<Vec<u8>>,
    /// Since when it has taken nothing of what is being written.
    stuck: Option<Instant>,
    allowance: Allowance,
}

impl Peer {
    /// The other end of a stream that never blocks.
    pub(super) fn new(number: u64, stream: UnixStream, now: Instant) -> Self {
        Self {
            number,
            since: now,
            heard: None,
            differs: None,
            stream,
            inbox: Vec::new(),
            out: Vec::new(),
            written: 0,
            next: None,
            stuck: None,
            allowance: Allowance::new(now),
        }
    }

    /// Reads what is there and hands on every whole line. An error where the other end is gone or says more in one line
    /// than anybody has to say.
    pub(super) fn read(&mut self, now: Instant, mut line: impl FnMut(u64, Vec<u8>)) -> io::Result<()> {
        let mut chunk = [0; CHUNK];
        while self.allowance.is_open(now) {
            let count = match self.stream.read(&mut chunk) {
                Ok(0) => return Err(io::ErrorKind::UnexpectedEof.into()),
                Ok(count) => count,
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => return Ok(()),
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(error),
            };
            self.allowance.spend(count);
            let mut rest = chunk.get(..count).unwrap_or_default();
            while let Some(end) = rest.iter().position(|byte| *byte == b'\n') {
                let (head, tail) = rest.split_at(end);
                self.inbox.extend_from_slice(head);
                rest = tail.get(1..).unwrap_or_default();
                self.allowance.spend(Allowance::OF_A_LINE);
                line(self.number, std::mem::take(&mut self.inbox));
            }
            self.inbox.extend_from_slice(rest);
            if self.inbox.len() > LONGEST_LETTER {
                return Err(io::ErrorKind::FileTooLarge.into());
            }
        }
        Ok(())
    }

    /// Has a line written as soon as the other end takes it.
    pub(super) fn offer(&mut self, line: &str) {
        let mut bytes = Vec::with_capacity(line.len() + 1);
        bytes.extend_from_slice(line.as_bytes());
        bytes.push(b'\n');
        self.next = Some(bytes);
    }

    /// Writes what can be written now. An error where the other end is gone.
    pub(super) fn write(&mut self, now: Instant) -> io::Result<()> {
        loop {
            let rest = self.out.get(self.written..).unwrap_or_default();
            if rest.is_empty() {
                let Some(next) = self.next.take() else { return Ok(()) };
                (self.out, self.written) = (next, 0);
                continue;
            }
            match self.stream.write(rest) {
                Ok(count) => {
                    self.written += count;
                    self.stuck = None;
                }
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => {
                    self.stuck.get_or_insert(now);
                    return Ok(());
                }
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
    }

    /// Whether something is still to be written.
    pub(super) fn is_writing(&self) -> bool {
        self.written < self.out.len() || self.next.is_some()
    }

    /// How long it has taken nothing of what is being written.
    pub(super) fn stuck_for(&self, now: Instant) -> Duration {
        self.stuck.map_or(Duration::ZERO, |since| now.saturating_duration_since(since))
    }

    /// What is waited for; nothing while it has said more than its due and takes all that is written.
    pub(super) fn interest(&mut self, now: Instant) -> PollFlags {
        let mut flags = PollFlags::empty();
        flags.set(PollFlags::IN, self.allowance.is_open(now));
        flags.set(PollFlags::OUT, self.is_writing());
        flags
    }
}

/// How much the other end may say: a budget that fills with time. Who says more is not listened to until it has filled
/// again; nothing is lost by that but haste, for only the latest state counts.
#[derive(Debug)]
struct Allowance {
    left: i64,
    at: Instant,
}

impl Allowance {
    /// What is there at once, in bytes.
    const MOST: i64 = 4 * 1024 * 1024;
    /// What comes with each millisecond: a mebibyte a second.
    const A_MILLISECOND: i64 = 1024;
    /// What a line costs besides its length, for it has to be understood.
    const OF_A_LINE: usize = 1024;

    fn new(now: Instant) -> Self {
        Self { left: Self::MOST, at: now }
    }

    /// Whether anything is left.
    fn is_open(&mut self, now: Instant) -> bool {
        let passed = now.saturating_duration_since(self.at).as_millis();
        if passed > 0 {
            let gained = i64::try_from(passed).unwrap_or(i64::MAX).saturating_mul(Self::A_MILLISECOND);
            self.left = self.left.saturating_add(gained).min(Self::MOST);
            self.at = now;
        }
        self.left > 0
    }

    fn spend(&mut self, bytes: usize) {
        self.left = self.left.saturating_sub(i64::try_from(bytes).unwrap_or(i64::MAX));
    }
}
