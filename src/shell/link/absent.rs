//! Where there are no such sockets: the same names, and an error that says so.

use std::path::PathBuf;

use super::{LinkError, LinkEvent};
use crate::model::show::Cue;

/// The private folder, which there is none of.
#[derive(Debug, Clone)]
pub struct Folder(());

impl Folder {
    /// The user's folder: never there.
    pub fn of_user() -> Result<Self, LinkError> {
        Err(LinkError::Unavailable)
    }

    /// A folder at a path: never there.
    pub fn at(_: PathBuf) -> Result<Self, LinkError> {
        Err(LinkError::Unavailable)
    }
}

/// The link, which there is none of.
#[derive(Debug)]
pub struct Link {
    cue: Cue,
}

impl Link {
    /// Always an error.
    pub fn open(_: Folder, first: Cue, _: impl FnMut(LinkEvent) + Send + 'static) -> Result<Self, LinkError> {
        drop(Self { cue: first });
        Err(LinkError::Unavailable)
    }

    /// The state as it was handed in.
    pub fn cue(&self) -> Cue {
        self.cue.clone()
    }

    /// Never.
    pub fn joined(&self) -> bool {
        false
    }

    /// Tells nobody.
    pub fn send(&self, _: &Cue) {}
}
