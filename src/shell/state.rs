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
static HERE: Mutex<Option<Left>> = Mutex::new(None);

/// The file is not read further than this.
const LIMIT: u64 = 1 << 20;

/// Where the dataset was left the last time.
pub(super) fn last(dataset: &Id) -> Option<Address> {
    Address::parse(&left(dataset)?.place)
}

/// How the columns of the dataset's table were left the last time; none where the settings have been changed since.
pub(super) fn columns(dataset: &Id, settings: &Columns) -> Option<Columns> {
    let table = left(dataset)?.table?;
    (table.settings == *settings).then_some(table.columns)
}

fn left(dataset: &Id) -> Option<Left> {
    remembered(&folders::state()?).left.into_iter().find(|left| left.dataset == dataset.as_str())
}

/// Notes where one is, where the settings have these columns. Nothing is written yet.
pub(super) fn note(model: &Model, settings: &Columns) {
    let mut here = HERE.lock().unwrap_or_else(PoisonError::into_inner);
    let dataset = model.district.data().id.as_str();
    let place = model.trail.here().address.to_string();
    let as_noted = |here: &Left| {
        let columns = here.table.as_ref().map_or(settings, |table| &table.columns);
        here.dataset == dataset && here.place == place && *columns == model.columns
    };
    if !here.as_ref().is_some_and(as_noted) {
        let (columns, settings) = (model.columns.clone(), settings.clone());
        let table = (columns != settings).then_some(Table { settings, columns });
        *here = Some(Left { dataset: dataset.to_owned(), place, table });
    }
}

/// Writes down what was noted, in bounded time: a folder that does not answer must not keep the process alive.
pub(super) fn save() -> io::Result<()> {
    const PATIENCE: Duration = Duration::from_millis(500);
    let Some(here) = HERE.lock().unwrap_or_else(PoisonError::into_inner).take() else { return Ok(()) };
    let (done, wait) = mpsc::channel();
    std::thread::Builder::new().spawn(move || {
        let written = folders::state().map_or(Ok(()), |file| write(&file, here));
        // Who waits no longer wants to hear it no more.
        let _ = done.send(written);
    })?;
    wait.recv_timeout(PATIENCE).unwrap_or_else(|_| Err(io::ErrorKind::TimedOut.into()))
}

fn remembered(file: &Path) -> State {
    // A pipe would be waited for.
    if !fs::metadata(file).is_ok_and(|file| file.is_file()) {
        return State::default();
    }
    let bytes = File::open(file).and_then(|file| open::read(file, LIMIT)).unwrap_or_default();
    std::str::from_utf8(&bytes).map(state::read).unwrap_or_default()
}

/// Replaces the file in one step, so that it is never half written; the latest of two programs wins. A link stays one: what
/// it leads to is replaced. What is no file is left alone.
fn write(file: &Path, here: Left) -> io::Result<()> {
    let file = match fs::symlink_metadata(file) {
        Ok(found) if found.is_symlink() => fs::canonicalize(file)?,
        _ => file.to_owned(),
    };
    if fs::metadata(&file).is_ok_and(|file| !file.is_file()) {
        return Err(io::ErrorKind::AlreadyExists.into());
    }
    let folder = file.parent().ok_or(io::ErrorKind::NotFound)?;
    fs::create_dir_all(folder)?;
    let draft = folder.join(format!("state.{}.tmp", std::process::id()));
    let state = remembered(&file);
    let written = fs::write(&draft, state::written(state, here)).and_then(|()| fs::rename(&draft, &file));
    if written.is_err() {
        let _ = fs::remove_file(&draft);
    }
    written
}

#[cfg(target_os = "linux")]
#[cfg(test)]
mod tests {
    use super::*;

    fn left(place: &str) -> Left {
        Left { dataset: "a".to_owned(), place: place.to_owned(), table: None }
    }

    /// An empty folder of this test.
    fn folder(name: &str) -> std::path::PathBuf {
        let folder = std::env::temp_dir().join(format!("xinhuo-state-{name}-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        folder
    }

    #[test]
    fn a_link_stays_one_and_leads_to_what_is_remembered() {
        let folder = folder("link");
        let (file, target) = (folder.join("state.toml"), folder.join("elsewhere.toml"));
        fs::write(&target, "").unwrap();
        std::os::unix::fs::symlink(&target, &file).unwrap();
        write(&file, left("metrics")).unwrap();
        assert!(fs::symlink_metadata(&file).unwrap().is_symlink());
        assert_eq!(remembered(&target).left, [left("metrics")]);
        // One that leads nowhere is not written through.
        fs::remove_file(&target).unwrap();
        assert!(write(&file, left("honours")).is_err() && fs::symlink_metadata(&file).is_ok());
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn what_is_no_file_is_neither_waited_for_nor_replaced() {
        use std::os::unix::fs::FileTypeExt;

        let folder = folder("pipe");
        let file = folder.join("state.toml");
        rustix::fs::mknodat(rustix::fs::CWD, &file, rustix::fs::FileType::Fifo, 0o600.into(), 0).unwrap();
        assert_eq!(remembered(&file), State::default());
        assert!(write(&file, left("metrics")).is_err());
        assert!(fs::metadata(&file).unwrap().file_type().is_fifo());
        fs::remove_dir_all(folder).unwrap();
    }
}
