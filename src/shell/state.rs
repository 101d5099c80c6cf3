//! Where one was last, and how the columns of the table stood: kept in the system's folder for state, so that the next
//! start can go on there. A file that cannot be read or written stops nothing.

use std::fs::{self, File};
use std::io;
use std::path::Path;
use std::sync::{Mutex, PoisonError, mpsc};
use std::time::Duration;

use super::{folders, open};
use crate::domain::{Address, Id};
use crate::exchange::state::{self, Left, State, Table};
use crate::model::{Columns, Model};

/// What is to be remembered, for whichever thread ends the program.
static HERE: Mutex<Option<Here>> = Mutex::new(None);

/// Where one is, and how the table stands.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Here {
    left: Left,
    columns: Columns,
    /// The columns of the settings.
    settings: Columns,
}

/// The file is not read further than this.
const LIMIT: u64 = 1 << 20;

/// Where the dataset was left the last time.
pub(super) fn last(dataset: &Id) -> Option<Address> {
    remembered(&folders::state()?)
        .left
        .iter()
        .find(|left| left.dataset == dataset.as_str())
        .and_then(|left| Address::parse(&left.place))
}

/// How the columns were left the last time; none where the settings have been changed since.
pub(super) fn columns(settings: &Columns) -> Option<Columns> {
    let table = remembered(&folders::state()?).table?;
    (table.settings == *settings).then_some(table.columns)
}

/// Notes where one is, where the settings have these columns. Nothing is written yet.
pub(super) fn note(model: &Model, settings: &Columns) {
    let mut here = HERE.lock().unwrap_or_else(PoisonError::into_inner);
    let dataset = model.district.data().id.as_str();
    let place = model.trail.here().address.to_string();
    let same = here
        .as_ref()
        .is_some_and(|here| here.left.dataset == dataset && here.left.place == place && here.columns == model.columns);
    if !same {
        let left = Left { dataset: dataset.to_owned(), place };
        *here = Some(Here { left, columns: model.columns.clone(), settings: settings.clone() });
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

fn remembered(file: &Path) -> State {
    let bytes = File::open(file).and_then(|file| open::read(file, LIMIT)).unwrap_or_default();
    std::str::from_utf8(&bytes).map(state::read).unwrap_or_default()
}

/// Replaces the file in one step, so that it is never half written; the latest of two programs wins.
fn write(file: &Path, here: Here) -> io::Result<()> {
    let folder = file.parent().ok_or(io::ErrorKind::NotFound)?;
    fs::create_dir_all(folder)?;
    let draft = folder.join(format!("state.{}.tmp", std::process::id()));
    let table = (here.columns != here.settings).then_some(Table { settings: here.settings, columns: here.columns });
    let state = State { table, ..remembered(file) };
    let written = fs::write(&draft, state::written(state, here.left)).and_then(|()| fs::rename(&draft, file));
    if written.is_err() {
        let _ = fs::remove_file(&draft);
    }
    written
}
