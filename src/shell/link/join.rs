//! Finding the hub, or becoming it.

use std::fs::{self, Permissions};
use std::io;
use std::os::unix::fs::PermissionsExt;
use std::os::unix::net::{UnixListener, UnixStream};
use std::path::Path;

use rustix::io::{Errno, FdFlags, fcntl_setfd};
use rustix::net::{AddressFamily, SocketAddrUnix, SocketType};

use super::folder::{Folder, Mark, Names, mark, own_number};
use super::saved::remove;

/// What came of calling the hub.
pub(super) enum Called {
    /// It listens, or did so a moment ago.
    Reached(UnixStream),
    /// Nobody listens.
    Nobody,
    /// More are waiting for it than can wait: it does not answer.
    Mute,
}

/// Calls the hub without ever waiting for it.
pub(super) fn call(path: &Path) -> io::Result<Called> {
    let socket = rustix::net::socket(AddressFamily::UNIX, SocketType::STREAM, None)?;
    fcntl_setfd(&socket, FdFlags::CLOEXEC)?;
    let stream = UnixStream::from(socket);
    stream.set_nonblocking(true)?;
    match rustix::net::connect(&stream, &SocketAddrUnix::new(path)?) {
        // Somebody who is not us cannot be in our folder; it is looked at all the same.
        Ok(()) if !is_ours(&stream) => Ok(Called::Mute),
        Ok(()) => Ok(Called::Reached(stream)),
        Err(Errno::NOENT | Errno::CONNREFUSED) => Ok(Called::Nobody),
        Err(_) => Ok(Called::Mute),
    }
}

/// Becomes the hub in the place of what was `seen` at the socket's path; none where somebody else is about to, or has.
pub(super) fn take_over(
    folder: &Folder,
    names: &Names,
    seen: Option<Mark>,
) -> io::Result<Option<(UnixListener, Mark)>> {
    let Some(_lock) = folder.lock()? else { return Ok(None) };
    if mark(&names.socket) != seen {
        return Ok(None);
    }
    remove(&names.coming)?;
    let listener = UnixListener::bind(&names.coming)?;
    listener.set_nonblocking(true)?;
    fs::set_permissions(&names.coming, Permissions::from_mode(0o600))?;
    // It listens before it can be found, so nobody is ever turned away in between.
    fs::rename(&names.coming, &names.socket)?;
    match mark(&names.socket) {
        Some(own) => Ok(Some((listener, own))),
        None => Err(io::ErrorKind::NotFound.into()),
    }
}

/// Takes the socket of a hub that ends out of the way, if it is still its own.
pub(super) fn step_aside(folder: &Folder, names: &Names, own: Mark) -> io::Result<()> {
    // Where somebody is about to take over, it is in nobody's way.
    let Some(_lock) = folder.lock()? else { return Ok(()) };
    if mark(&names.socket) == Some(own) { remove(&names.socket) } else { Ok(()) }
}

/// Whether the process at the other end is of the same user. Where the system does not say so in a way that is safe to
/// ask, the folder alone keeps others out.
pub(super) fn is_ours(stream: &UnixStream) -> bool {
    #[cfg(any(target_os = "linux", target_os = "android"))]
    let user = rustix::net::sockopt::socket_peercred(stream).ok().map(|peer| peer.uid.as_raw());
    #[cfg(not(any(target_os = "linux", target_os = "android")))]
    let user = stream.peer_addr().ok().map(|_| own_number());
    user == Some(own_number())
}
