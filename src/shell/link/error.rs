//! Why there is no link.

use std::io;
use std::path::PathBuf;

use crate::lang::Shell;
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

/// What is wrong with the private folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FolderFault {
    /// It, or the folder that it is in, belongs to somebody else.
    Foreign,
    /// Others may look into it, or may replace it.
    Open,
    /// It is a link or a file.
    NoFolder,
    /// Its path is longer than that of a socket can be.
    TooLong,
}

impl LinkError {
    /// What is said of it.
    pub fn explain(&self, messages: &Shell) -> String {
        match self {
            Self::Unavailable => messages.link_unavailable.to_owned(),
            Self::Folder(path, fault) => {
                let path = visible(&path.to_string_lossy());
                match fault {
                    FolderFault::Foreign => (messages.link_foreign)(&path),
                    FolderFault::Open => (messages.link_open)(&path),
                    FolderFault::NoFolder => (messages.link_no_folder)(&path),
                    FolderFault::TooLong => (messages.link_long_path)(&path),
                }
            }
            Self::TooLarge => messages.link_too_large.to_owned(),
            Self::Failed(error) => (messages.link_fails)(&error.to_string()),
        }
    }
}

impl From<io::Error> for LinkError {
    fn from(error: io::Error) -> Self {
        Self::Failed(error)
    }
}
