//! Where one was last: kept in the system's folder for state, so that the next start can go on there. A file that cannot
//! be read or written stops nothing.

use std::fs::{self, File};
use std::io;
use std::path::Path;
use std::sync::{Mutex, PoisonError, mpsc};
use std::time::Duration;

use super::{folders, open};
use crate::domain::{Address, Id};
use crate::exchange::state::{self, Left};
use crate::model::Model;

/// Where one is, for whichever thread ends the program.
static HERE: Mutex<Option<Left>> = Mutex::new(None);

/// The file is not read further than this.
const LIMIT: u64 = 1 << 20;

/// Where the dataset was left the last time.
pub(super) fn last(dataset: &Id) -> Option<Address> {
    let left = remembered(&folders::state()?);
    left.iter().find(|left| left.dataset == dataset.as_str()).and_then(|left| Address::parse(&left.place))
}

/// Notes where one is. Nothing is written yet.
pub(super) fn note(model: &Model) {
    let mut here = HERE.lock().unwrap_or_else(PoisonError::into_inner);
    let dataset = model.district.data().id.as_str();
    let place = model.trail.here().address.to_string();
    if here.as_ref().is_none_or(|here| here.dataset != dataset || here.place != place) {
        *here = Some(Left { dataset: dataset.to_owned(), place });
    }
}

/// Writes down what was noted, in bounded time: a folder that does not answer must not keep the process alive.
pub(super) fn save() {
    const PATIENCE: Duration = Duration::from_millis(500);
    let Some(here) = HERE.lock().unwrap_or_else(PoisonError::into_inner).take() else { return };
    let (done, wait) = mpsc::channel();
    let helper = std::thread::Builder::new().spawn(move || {
        if let Some(file) = folders::state() {
            // There is nobody to be told any more.
            let _ = write(&file, here);
        }
        let _ = done.send(());
    });
    if helper.is_ok() {
        let _ = wait.recv_timeout(PATIENCE);
    }
}

fn remembered(file: &Path) -> Vec<Left> {
    let bytes = File::open(file).and_then(|file| open::read(file, LIMIT)).unwrap_or_default();
    std::str::from_utf8(&bytes).map(state::read).unwrap_or_default()
}

/// Replaces the file in one step, so that it is never half written; the latest of two programs wins.
fn write(file: &Path, here: Left) -> io::Result<()> {
    let folder = file.parent().ok_or(io::ErrorKind::NotFound)?;
    fs::create_dir_all(folder)?;
    let draft = folder.join(format!("state.{}.tmp", std::process::id()));
    let written = fs::write(&draft, state::written(remembered(file), here)).and_then(|()| fs::rename(&draft, file));
    if written.is_err() {
        let _ = fs::remove_file(&draft);
    }
    written
}
