//! Reading a dataset again while the program runs: when it is asked for, and when its files change under a show.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread;
use std::time::{Duration, SystemTime};

use super::input::Message;
use super::open::{self, Wanted};
use crate::domain::check;
use crate::domain::join::{Loaded, Refusal, join};
use crate::domain::{District, Lang};
use crate::lang::messages;
use crate::model::Event;
use crate::model::trouble::Unread;

/// How often the files are looked at. Events of the file system miss a file that is replaced by another of its name,
/// which is how most programs save.
const BEAT: Duration = Duration::from_millis(500);

/// What was opened.
#[derive(Debug, Clone)]
pub(super) struct Files {
    paths: Vec<PathBuf>,
    demo: bool,
    lang: Lang,
    /// What they looked like before they were read last: a change while they were read is one.
    stamps: Vec<Stamp>,
}

/// What a file looks like from outside: when it was changed, how long it is, which one it is.
type Stamp = Option<(SystemTime, u64, u64)>;

impl Files {
    /// These files, which are about to be read; none: the dataset inside the program, or the invented one.
    pub(super) fn new(paths: &[PathBuf], demo: bool, lang: Lang) -> Self {
        Self { paths: paths.to_vec(), demo, lang, stamps: stamps(paths) }
    }

    /// Reads everything again; the answer is for the state, whatever it is.
    pub(super) fn again(&mut self) -> Event {
        self.stamps = stamps(&self.paths);
        match self.read() {
            Ok(district) => Event::Dataset(Arc::new(district)),
            Err(why) => Event::Unread(why),
        }
    }

    /// Reads and checks every file.
    fn read(&self) -> Result<District, Unread> {
        let shell = &messages(self.lang).shell;
        let one = |path: Option<&Path>| {
            if path == Some(Path::new("-")) {
                return Err(Unread::Piped);
            }
            // What comes through a pipe comes once, and whoever opens one waits for it.
            let piped = |path: &Path| std::fs::metadata(path).is_ok_and(|seen| !seen.is_file() && !seen.is_dir());
            if path.is_some_and(piped) {
                return Err(Unread::Piped);
            }
            let opened = open::open(Wanted::of(path, self.demo), shell).map_err(Unread::Unopened)?;
            let data = check::load(&opened.bytes).map_err(|report| {
                let line = report.faults.first().map_or(0, |fault| fault.place.line);
                Unread::Faulty { name: opened.name.clone(), faults: report.errors(), line }
            })?;
            Ok(Loaded { name: opened.name, data })
        };
        let (own, others) = open::each(&self.paths, one)?;
        join(own, others).map_err(|Refusal::SamePeriod { first, second }| Unread::SamePeriod(first, second))
    }

    /// Reads the files again whenever they have changed, until the watch is dropped. Where there is nothing to watch, or no
    /// thread, nothing is.
    pub(super) fn watch(&self, sender: Sender<Message>) -> Watch {
        let (stop, stopped) = mpsc::channel::<()>();
        if !self.paths.is_empty() && !self.paths.iter().any(|path| path == Path::new("-")) {
            let mut files = self.clone();
            let _ = thread::Builder::new().name("watch".to_owned()).spawn(move || {
                let mut last = files.stamps.clone();
                while stopped.recv_timeout(BEAT) == Err(RecvTimeoutError::Timeout) {
                    let now = stamps(&files.paths);
                    // Somebody may still be writing: what has changed is read when it stays so.
                    let settled = now == std::mem::replace(&mut last, now.clone());
                    if settled && now != files.stamps && sender.send(Message::Event(files.again())).is_err() {
                        break;
                    }
                }
            });
        }
        Watch { _stop: stop }
    }
}

/// What files look like from outside at the moment.
fn stamps(paths: &[PathBuf]) -> Vec<Stamp> {
    let stamp = |path: &PathBuf| {
        let seen = std::fs::metadata(path).ok()?;
        #[cfg(unix)]
        let which = std::os::unix::fs::MetadataExt::ino(&seen);
        #[cfg(not(unix))]
        let which = 0;
        Some((seen.modified().ok()?, seen.len(), which))
    };
    paths.iter().map(stamp).collect()
}

/// Files that are being watched, for as long as this is there.
#[derive(Debug)]
pub(super) struct Watch {
    _stop: Sender<()>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app;
    use crate::domain::Address;
    use crate::lang::messages;
    use crate::model::trouble::Unopened;
    use crate::model::{Model, Prefs};

    #[test]
    fn a_change_between_reading_and_watching_is_not_missed() {
        let path = std::env::temp_dir().join(format!("xinhuo-reread-early-{}.json", std::process::id()));
        std::fs::write(&path, "{").unwrap();
        let files = Files::new(std::slice::from_ref(&path), false, Lang::Zh);
        std::fs::write(&path, include_bytes!("../../data/baoan-2024.json")).unwrap();
        let (sender, receiver) = mpsc::channel();
        let watch = files.watch(sender);
        let heard = receiver.recv_timeout(Duration::from_secs(30));
        assert!(matches!(heard, Ok(Message::Event(Event::Dataset(_)))));
        drop(watch);
        std::fs::remove_file(&path).unwrap();
    }

    #[test]
    fn what_cannot_be_read_again_is_told_in_the_language_of_the_moment_and_the_data_stay() {
        let path = std::env::temp_dir().join(format!("xinhuo-reread-{}.json", std::process::id()));
        std::fs::write(&path, include_bytes!("../../data/baoan-2024.json")).unwrap();
        let mut files = Files::new(std::slice::from_ref(&path), false, Lang::Zh);
        let Event::Dataset(district) = files.again() else { panic!("the file is there") };
        let district = Arc::into_inner(district).expect("nobody else has it");
        let metrics = district.data().metrics.len();
        std::fs::remove_file(&path).unwrap();
        let event = files.again();
        assert!(matches!(&event, Event::Unread(Unread::Unopened(Unopened::Missing(_)))), "{event:?}");
        let mut model = Model::new(district, Address::Overview, Prefs::default(), (120, 40));
        for lang in Lang::ALL {
            model.prefs.lang = lang;
            app::update(&mut model, event.clone());
            let told = model.notice.clone().unwrap();
            assert!(told.starts_with(&(messages(lang).shell.data_stay)("")), "{told}");
            assert!(told.contains("xinhuo-reread") && told.lines().count() == 1, "{told}");
        }
        assert_eq!(model.district.data().metrics.len(), metrics);
    }
}
