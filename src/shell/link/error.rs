//! Why there is no link.

use std::io;
use std::path::PathBuf;

use crate::model::trouble::Apart;
pub use crate::model::trouble::FolderFault;
use crate::ui::text::visible;

/// Why there is no link. The show goes on at one terminal.
#[derive(Debug)]
pub enum LinkError {
    /// The system has no such sockets.
    Unavailable,
    /// The private folder cannot be used.
    Folder(PathBuf, FolderFault),
    /// The briefing's ids are so long, or its steps so many, that they cannot be told.
    TooLarge,
    /// The system gave an error.
    Failed(io::Error),
}

impl LinkError {
    /// The same as the state of the program holds it.
    pub fn told(&self) -> Apart {
        match self {
            Self::Unavailable => Apart::Unavailable,
            Self::Folder(path, fault) => Apart::Folder(visible(&path.to_string_lossy()), *fault),
            Self::TooLarge => Apart::TooLarge,
            Self::Failed(error) => Apart::Failed(error.to_string()),
        }
    }
}

impl From<io::Error> for LinkError {
    fn from(error: io::Error) -> Self {
        Self::Failed(error)
    }
}
