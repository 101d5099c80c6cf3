//! The private folder that the sockets are in: what keeps other users out.

use std::fs::{self, DirBuilder, Metadata};
use std::io;
use std::os::fd::OwnedFd;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{DirBuilderExt, MetadataExt};
use std::path::{Path, PathBuf};

use rustix::fs::{FlockOperation, Mode, OFlags};
use rustix::io::Errno;

use super::{FolderFault, LinkError};
use crate::model::show::{PROTOCOL, ShowKey, fnv};

/// The longest path of a socket that every system takes, in bytes.
const LONGEST_PATH: usize = 103;

/// A folder of this user's own, that nobody else can look into.
#[derive(Debug, Clone)]
pub struct Folder {
    path: PathBuf,
}

/// The names of a show's files in the folder.
#[derive(Debug, Clone)]
pub(super) struct Names {
    /// Where the hub listens.
    pub(super) socket: PathBuf,
    /// The same, before it is put in its place.
    pub(super) coming: PathBuf,
    /// The last state.
    pub(super) saved: PathBuf,
}

impl Folder {
    /// The user's folder: in the one that the session has for such things, else with the user's number in the folder for
    /// temporary files. It is made where it is not there.
    pub fn of_user() -> Result<Self, LinkError> {
        let given = std::env::var_os("XDG_RUNTIME_DIR").map(PathBuf::from);
        match given.filter(|path| path.is_absolute() && path.is_dir()) {
            Some(runtime) => Self::at(runtime.join("xinhuo")),
            None => Self::at(std::env::temp_dir().join(format!("xinhuo-{}", own_number()))),
        }
    }

    /// The folder at a path, made where it is not there, refused where others could look into it or replace it.
    pub fn at(path: PathBuf) -> Result<Self, LinkError> {
        let folder = Self { path };
        folder.prepare()?;
        Ok(folder)
    }

    /// Makes the folder if need be, and looks at it again: it may have been taken away since.
    pub(super) fn prepare(&self) -> Result<(), LinkError> {
        let refuse = |fault| Err(LinkError::Folder(self.path.clone(), fault));
        if let Some(parent) = self.path.parent()
            && let Some(fault) = fault_of_parent(&fs::metadata(parent)?)
        {
            return refuse(fault);
        }
        match DirBuilder::new().mode(0o700).create(&self.path) {
            Err(error) if error.kind() != io::ErrorKind::AlreadyExists => return Err(error.into()),
            _ => {}
        }
        // Of the link itself where it is one.
        if let Some(fault) = fault(&fs::symlink_metadata(&self.path)?) {
            return refuse(fault);
        }
        Ok(())
    }

    /// The names of a show's files; refused where a socket's would be too long.
    pub(super) fn names(&self, show: &ShowKey) -> Result<Names, LinkError> {
        let name = name(show);
        let file = |end: &str| self.path.join(format!("{name}{end}"));
        let names = Names { socket: file(".sock"), coming: file(".sock.new"), saved: file(".show") };
        if names.coming.as_os_str().as_bytes().len() > LONGEST_PATH {
            return Err(LinkError::Folder(self.path.clone(), FolderFault::TooLong));
        }
        Ok(names)
    }

    /// The right to change who listens, until the value is dropped; none while somebody else has it. It goes with the
    /// process, however that ends, and leaves no file behind.
    pub(super) fn lock(&self) -> io::Result<Option<OwnedFd>> {
        let flags = OFlags::RDONLY | OFlags::DIRECTORY | OFlags::NOFOLLOW | OFlags::CLOEXEC;
        let folder = rustix::fs::open(&self.path, flags, Mode::empty())?;
        match rustix::fs::flock(&folder, FlockOperation::NonBlockingLockExclusive) {
            Ok(()) => Ok(Some(folder)),
            Err(Errno::WOULDBLOCK | Errno::INTR) => Ok(None),
            Err(error) => Err(error.into()),
        }
    }
}

/// The number of the user.
pub(super) fn own_number() -> u32 {
    rustix::process::geteuid().as_raw()
}

/// What is wrong with the folder itself.
fn fault(found: &Metadata) -> Option<FolderFault> {
    if !found.is_dir() {
        return Some(FolderFault::NoFolder);
    }
    if found.uid() != own_number() {
        return Some(FolderFault::Foreign);
    }
    (found.mode() & 0o077 != 0).then_some(FolderFault::Open)
}

/// What is wrong with the folder that it is in: whoever can rename there could put another one in its place.
fn fault_of_parent(found: &Metadata) -> Option<FolderFault> {
    if found.uid() != own_number() && found.uid() != 0 {
        return Some(FolderFault::Foreign);
    }
    let (open, sticky) = (found.mode() & 0o022 != 0, found.mode() & 0o1000 != 0);
    (open && !sticky).then_some(FolderFault::Open)
}

/// A short name for a show, by which its terminals find each other: of its ids and the edition of the format, so that
/// those which could not understand each other do not meet.
fn name(show: &ShowKey) -> String {
    let text = format!("{PROTOCOL}/{}/{}", show.dataset, show.briefing);
    format!("{:016x}", fnv(&text))
}

/// Which file stands at a path, so that it can be told from one that takes its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Mark(u64, u64, i64, i64);

/// The file at a path; none where there is none.
pub(super) fn mark(path: &Path) -> Option<Mark> {
    let found = fs::symlink_metadata(path).ok()?;
    Some(Mark(found.dev(), found.ino(), found.mtime(), found.mtime_nsec()))
}
