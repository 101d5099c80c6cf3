//! The last state of a show in a file, so that a terminal which was alone and was killed comes back to its step.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Write};
use std::os::unix::fs::OpenOptionsExt;

use rustix::fs::{Mode, OFlags};

use super::folder::Names;
use crate::model::show::{Cue, LONGEST_LETTER, Millis, ShowKey, decode, encode};

/// A show that nobody has touched for longer is another show: half an hour.
const FRESH: Millis = 30 * 60 * 1000;

/// The state that was left behind, if it is of this show and of today; anything else in the file is nothing.
pub(super) fn load(names: &Names, show: &ShowKey, now: Millis) -> Option<Cue> {
    let flags = OFlags::RDONLY | OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::CLOEXEC;
    let file = File::from(rustix::fs::open(&names.saved, flags, Mode::empty()).ok()?);
    let found = file.metadata().ok()?;
    // By the time of the day as well: the clock of the show begins anew with the machine.
    let old = found.modified().ok()?.elapsed().is_ok_and(|age| age.as_millis() > u128::from(FRESH));
    if !found.is_file() || old {
        return None;
    }
    let mut line = Vec::new();
    file.take(LONGEST_LETTER as u64 + 1).read_to_end(&mut line).ok()?;
    let (cue, _) = decode(&line).ok()?;
    let fresh = cue.version.is_credible(now) && cue.version.age(now) <= FRESH;
    (cue.show == *show && fresh && !cue.ended).then_some(cue)
}

/// Keeps the state, whole or not at all. One that nobody has touched yet says nothing.
pub(super) fn store(names: &Names, cue: &Cue) -> io::Result<()> {
    if cue.version.counter == 0 {
        return Ok(());
    }
    let Ok(line) = encode(cue, 0) else { return Ok(()) };
    let coming = names.saved.with_extension("show.new");
    // What a crash left there.
    remove(&coming)?;
    let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(&coming)?;
    file.write_all(line.as_bytes())?;
    fs::rename(&coming, &names.saved)
}

/// Forgets the state: the show is over.
pub(super) fn forget(names: &Names) -> io::Result<()> {
    remove(&names.saved)
}

/// Removes a file that may not be there.
pub(super) fn remove(path: &std::path::Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}
