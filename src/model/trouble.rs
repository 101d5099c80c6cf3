//! What has gone wrong outside, as data: it is put into words when it is shown, in the language of that moment.

use crate::lang::Shell;

/// Why a dataset could not be opened. Names of files are safe to show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unopened {
    /// Standard input is a terminal: nobody has piped anything in.
    NothingPiped,
    /// There is no such file.
    Missing(String),
    /// It is a directory.
    Directory(String),
    /// It may not be read.
    Forbidden(String),
    /// It is larger than so many bytes, and no dataset is.
    TooLarge(String, u64),
    /// The system gave an error.
    Unreadable(String, String),
}

impl Unopened {
    /// What is said of it at the start, in some cases with a hint in a second line.
    pub fn told(&self, says: &Shell) -> String {
        match self {
            Self::NothingPiped => says.nothing_piped.to_owned(),
            Self::Missing(name) => (says.missing)(name),
            Self::Directory(name) => (says.directory)(name),
            Self::Forbidden(name) => (says.forbidden)(name),
            Self::TooLarge(name, limit) => (says.too_large)(name, *limit),
            Self::Unreadable(name, error) => (says.unreadable)(name, error),
        }
    }
}

/// Why the dataset could not be read again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unread {
    /// It came through a pipe.
    Piped,
    /// It could not be opened.
    Unopened(Unopened),
    /// A file has so many faults, the first in this line.
    Faulty {
        /// The name of the file.
        name: String,
        /// How many.
        faults: usize,
        /// The line of the first.
        line: usize,
    },
    /// Two files are of one district and one period.
    SamePeriod(String, String),
}

impl Unread {
    /// One sentence: that the data on the screen stay, and why.
    pub fn told(&self, says: &Shell) -> String {
        let why = match self {
            Self::Piped => says.piped_once.to_owned(),
            Self::Unopened(why) => why.told(says),
            Self::Faulty { name, faults, line } => (says.not_taken)(name, *faults, *line),
            Self::SamePeriod(first, second) => (says.same_period)(first, second),
        };
        // Hints for the command line help nobody here.
        (says.data_stay)(why.lines().next().unwrap_or_default())
    }
}

/// Why other terminals of a show cannot be reached.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Apart {
    /// None answers for the moment.
    Lost,
    /// The system has no such sockets.
    Unavailable,
    /// The private folder of the link cannot be used.
    Folder(String, FolderFault),
    /// The briefing's ids are so long, or its steps so many, that they cannot be told.
    TooLarge,
    /// The system gave an error.
    Failed(String),
}

/// What is wrong with the private folder of the link.
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

impl Apart {
    /// What is said of it, in some cases with a hint in a second line.
    pub fn told(&self, says: &Shell) -> String {
        match self {
            Self::Lost => says.link_lost.to_owned(),
            Self::Unavailable => says.link_unavailable.to_owned(),
            Self::Folder(path, FolderFault::Foreign) => (says.link_foreign)(path),
            Self::Folder(path, FolderFault::Open) => (says.link_open)(path),
            Self::Folder(path, FolderFault::NoFolder) => (says.link_no_folder)(path),
            Self::Folder(path, FolderFault::TooLong) => (says.link_long_path)(path),
            Self::TooLarge => says.link_too_large.to_owned(),
            Self::Failed(error) => (says.link_fails)(error),
        }
    }
}

/// What has gone wrong with a show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trouble<'a> {
    /// The dataset on disk cannot be taken.
    Unread(&'a Unread),
    /// Another terminal has another edition of the briefing, with so many steps.
    Differs(usize),
    /// Other terminals cannot be reached.
    Apart(&'a Apart),
}

impl Trouble<'_> {
    /// One line that says it.
    pub fn told(self, says: &Shell) -> String {
        match self {
            Self::Unread(why) => why.told(says),
            Self::Differs(steps) => (says.link_differs)(steps),
            Self::Apart(why) => why.told(says).lines().collect::<Vec<_>>().join(" "),
        }
    }
}
