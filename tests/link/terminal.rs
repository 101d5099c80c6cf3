//! A terminal of a show, in this process, and what is waited for.

use std::fs;
use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use xinhuo::domain::Lang;
use xinhuo::model::show::{Cue, Order, PeerId, Step, Steps};
use xinhuo::shell::link::{Folder, Link, LinkEvent, now, peer_id};

/// Far more than anything takes, on whatever machine.
const PATIENCE: Duration = Duration::from_secs(30);

/// Waits until something holds.
pub(crate) fn until(what: &str, mut holds: impl FnMut() -> bool) {
    let start = Instant::now();
    while !holds() {
        assert!(start.elapsed() < PATIENCE, "never: {what}");
        thread::sleep(Duration::from_millis(1));
    }
}

/// A folder that is gone after the test.
pub(crate) struct Place(pub(crate) PathBuf);

impl Place {
    pub(crate) fn new() -> Self {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let name = format!("xl-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let path = std::env::temp_dir().join(name);
        fs::DirBuilder::new().mode(0o700).create(&path).unwrap();
        Self(path)
    }

    /// The private folder of the link.
    pub(crate) fn folder(&self) -> Folder {
        Folder::at(self.path()).unwrap()
    }

    pub(crate) fn path(&self) -> PathBuf {
        self.0.join("xinhuo")
    }

    /// The files in it that end in `end`.
    pub(crate) fn files(&self, end: &str) -> Vec<PathBuf> {
        let Ok(entries) = fs::read_dir(self.path()) else { return Vec::new() };
        entries.map(|entry| entry.unwrap().path()).filter(|path| path.to_string_lossy().ends_with(end)).collect()
    }

    /// Where the hub listens.
    pub(crate) fn socket(&self) -> PathBuf {
        let mut sockets = self.files(".sock");
        assert_eq!(sockets.len(), 1, "one hub");
        sockets.remove(0)
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Twelve steps; each third one reveals two rows.
pub(crate) fn steps(count: usize) -> Steps {
    let step = |at| Step { rows: if at % 3 == 2 { 2 } else { 0 }, seconds: Some(60) };
    Steps::new((0..count).map(step).collect()).unwrap()
}

pub(crate) fn first(briefing: &str, count: usize, me: PeerId) -> Cue {
    Cue::new("baoan-2024".into(), briefing.into(), &steps(count), Lang::Zh, me)
}

/// A terminal as the session has it: its own state, which events and orders change.
pub(crate) struct Terminal {
    link: Link,
    me: PeerId,
    state: Arc<Mutex<State>>,
}

pub(crate) struct State {
    pub(crate) cue: Cue,
    pub(crate) events: Vec<LinkEvent>,
}

impl Terminal {
    pub(crate) fn open(place: &Path) -> Self {
        Self::show(place, "tour", 12)
    }

    pub(crate) fn show(place: &Path, briefing: &str, count: usize) -> Self {
        let me = peer_id();
        let cue = first(briefing, count, me);
        let state = Arc::new(Mutex::new(State { cue: cue.clone(), events: Vec::new() }));
        let told = Arc::clone(&state);
        let folder = Folder::at(place.to_owned()).unwrap();
        let link = Link::open(folder, cue, move |event| {
            let mut state = told.lock().unwrap();
            if let LinkEvent::Cue(cue) = &event {
                state.cue.accept(cue, now());
            }
            state.events.push(event);
        });
        let link = link.unwrap();
        state.lock().unwrap().cue.accept(&link.cue(), now());
        Self { link, me, state }
    }

    pub(crate) fn order(&self, order: Order) {
        let mut state = self.state.lock().unwrap();
        let steps = steps(state.cue.show.steps);
        if state.cue.apply(order, &steps, now(), self.me) {
            self.link.send(&state.cue);
        }
    }

    /// Goes on with another edition.
    pub(crate) fn move_to(&self, count: usize) {
        let mut state = self.state.lock().unwrap();
        state.cue.move_to(&steps(count), |step| step);
        self.link.send(&state.cue);
    }

    pub(crate) fn cue(&self) -> Cue {
        self.state.lock().unwrap().cue.clone()
    }

    pub(crate) fn step(&self) -> usize {
        self.cue().live.step
    }

    pub(crate) fn heard(&self, event: &LinkEvent) -> bool {
        self.state.lock().unwrap().events.contains(event)
    }

    /// How many others there are, as last told.
    pub(crate) fn others(&self) -> usize {
        let state = self.state.lock().unwrap();
        let told = |event: &LinkEvent| if let LinkEvent::Peers(count) = event { Some(*count) } else { None };
        state.events.iter().rev().find_map(told).unwrap_or(0)
    }
}
