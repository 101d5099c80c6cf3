//! Getting a dataset: from a file, from standard input, or the one inside the program.

use std::borrow::Cow;
use std::fs::File;
use std::io::{self, IsTerminal, Read};
use std::path::{Path, PathBuf};

use crate::domain::join::Loaded;
use crate::lang::Shell;
use crate::model::trouble::Unopened;
use crate::ui::text::visible;

/// The dataset inside the program.
static BUILT_IN: &[u8] = include_bytes!("../../data/baoan-2024.json");

/// The invented dataset inside the program.
static DEMO: &[u8] = include_bytes!("../../data/sample-district.json");

/// Which dataset is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wanted<'a> {
    /// The one inside the program.
    BuiltIn,
    /// The invented one inside the program.
    Demo,
    /// The one in a file; `-` is standard input.
    File(&'a Path),
}

impl<'a> Wanted<'a> {
    /// What a command line asks for; it never has both.
    pub(super) fn of(file: Option<&'a Path>, demo: bool) -> Self {
        match file {
            Some(path) => Self::File(path),
            None if demo => Self::Demo,
            None => Self::BuiltIn,
        }
    }
}

/// No dataset is as large as this; what is, is something else.
const LIMIT: u64 = 512 << 20;

/// The bytes of a dataset.
#[derive(Debug)]
pub(super) struct Opened {
    /// What to call it in messages.
    pub(super) name: String,
    /// What it holds.
    pub(super) bytes: Cow<'static, [u8]>,
}

/// Reads a dataset to its end.
pub(super) fn open(wanted: Wanted<'_>, messages: &Shell) -> Result<Opened, Unopened> {
    let inside = |name: &str, bytes| Ok(Opened { name: name.to_owned(), bytes: Cow::Borrowed(bytes) });
    let path = match wanted {
        Wanted::BuiltIn => return inside(messages.built_in, BUILT_IN),
        Wanted::Demo => return inside(messages.demo, DEMO),
        Wanted::File(path) => path,
    };
    let (name, read) = if path == Path::new("-") {
        if io::stdin().is_terminal() {
            return Err(Unopened::NothingPiped);
        }
        (messages.standard_input.to_owned(), read(io::stdin().lock(), LIMIT))
    } else {
        (visible(&path.to_string_lossy()), read_file(path))
    };
    match read {
        Ok(bytes) => Ok(Opened { name, bytes: Cow::Owned(bytes) }),
        Err(error) => Err(why(name, &error)),
    }
}

/// Reads every file with `one`, the first one, or what is opened without any, as the own one. Each is read, whatever is wrong
/// with the others; the first error is given.
pub(super) fn each<E>(
    paths: &[PathBuf],
    one: impl Fn(Option<&Path>) -> Result<Loaded, E>,
) -> Result<(Loaded, Vec<Loaded>), E> {
    let own = one(paths.first().map(PathBuf::as_path));
    let others: Vec<Result<Loaded, E>> = paths.iter().skip(1).map(|path| one(Some(path))).collect();
    Ok((own?, others.into_iter().collect::<Result<_, E>>()?))
}

fn read_file(path: &Path) -> io::Result<Vec<u8>> {
    let file = File::open(path)?;
    // Some systems open a directory and fail only later, with a message that says less.
    if file.metadata()?.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    read(file, LIMIT)
}

/// Reads to the end, but no more than `limit` bytes: neither a device nor a disk image can fill the memory.
pub(super) fn read(from: impl Read, limit: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    from.take(limit + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > limit { Err(io::ErrorKind::FileTooLarge.into()) } else { Ok(bytes) }
}

fn why(name: String, error: &io::Error) -> Unopened {
    match error.kind() {
        io::ErrorKind::NotFound => Unopened::Missing(name),
        io::ErrorKind::IsADirectory => Unopened::Directory(name),
        io::ErrorKind::PermissionDenied => Unopened::Forbidden(name),
        io::ErrorKind::FileTooLarge => Unopened::TooLarge(name, LIMIT),
        _ => Unopened::Unreadable(name, error.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Lang;
    use crate::lang::messages;

    #[test]
    fn what_cannot_be_read_is_explained() {
        for lang in Lang::ALL {
            let shell = &messages(lang).shell;
            let missing = open(Wanted::File(Path::new("no/such\u{1b}[2J.json")), shell).unwrap_err().told(shell);
            assert!(missing.contains("no/such\\u{1b}[2J.json"), "{missing}");
            assert!(!missing.contains('\u{1b}'));
            let directory = open(Wanted::File(Path::new("src")), shell).unwrap_err().told(shell);
            assert_eq!(directory, (shell.directory)("src"));
        }
    }

    #[test]
    fn reading_ends_at_the_limit() {
        assert_eq!(read(io::repeat(b'x').take(10), 10).map(|bytes| bytes.len()).ok(), Some(10));
        assert_eq!(read(io::repeat(b'x'), 10).map_err(|error| error.kind()), Err(io::ErrorKind::FileTooLarge));
    }
}
