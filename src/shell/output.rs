//! The way to the terminal: past the standard library's line buffer, one writer at a time.

use std::io::{self, Write};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

/// One writer at a time, so that a frame and the restoring of the terminal do not mix.
static WRITER: Mutex<()> = Mutex::new(());
/// The program is ending: no more frames.
static OVER: AtomicBool = AtomicBool::new(false);

/// How long the last words wait for a frame that is being written.
const PATIENCE: Duration = Duration::from_millis(100);
/// How long a terminal may be too busy to take bytes, where it does not make the writer wait by itself.
const BUSY: Duration = Duration::from_secs(5);

/// Sends a frame. Does not come back once the program is ending.
pub(super) fn send(bytes: &[u8]) -> io::Result<()> {
    let writer = WRITER.lock();
    if OVER.load(Ordering::Acquire) {
        // Another thread gives the terminal back and ends the process; whoever wants to draw waits for that.
        drop(writer);
        loop {
            std::thread::park();
        }
    }
    let result = write(bytes);
    drop(writer);
    result
}

/// No frame is sent any more.
pub(super) fn close() {
    OVER.store(true, Ordering::Release);
}

/// Sends what gives the terminal back, even where a frame is stuck.
pub(super) fn send_last(bytes: &[u8]) -> io::Result<()> {
    let start = Instant::now();
    let writer = loop {
        match WRITER.try_lock() {
            Ok(writer) => break Some(writer),
            Err(_) if start.elapsed() > PATIENCE => break None,
            Err(_) => std::thread::sleep(Duration::from_millis(1)),
        }
    };
    let result = write(bytes);
    drop(writer);
    result
}

fn write(mut bytes: &[u8]) -> io::Result<()> {
    let mut out = sink()?;
    let mut since: Option<Instant> = None;
    while !bytes.is_empty() {
        match out.write(bytes) {
            Ok(0) => return Err(io::ErrorKind::WriteZero.into()),
            Ok(count) => {
                bytes = bytes.get(count..).unwrap_or_default();
                since = None;
            }
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            // Some other program has made the terminal non-blocking.
            Err(error) if error.kind() == io::ErrorKind::WouldBlock => {
                if since.get_or_insert_with(Instant::now).elapsed() > BUSY {
                    return Err(error);
                }
                std::thread::sleep(Duration::from_millis(1));
            }
            Err(error) => return Err(error),
        }
    }
    out.flush()
}

/// Standard output as a file of its own: what is written goes out at once and in one piece.
#[cfg(unix)]
fn sink() -> io::Result<impl Write> {
    use std::fs::File;
    use std::os::fd::AsFd;
    use std::sync::OnceLock;

    static SINK: OnceLock<File> = OnceLock::new();
    if let Some(file) = SINK.get() {
        return Ok(file);
    }
    let file = File::from(io::stdout().as_fd().try_clone_to_owned()?);
    Ok(SINK.get_or_init(|| file))
}

/// Standard output; on Windows it turns UTF-8 into what the console takes.
#[cfg(not(unix))]
fn sink() -> io::Result<impl Write> {
    Ok(io::stdout().lock())
}
