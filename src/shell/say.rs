//! Words on standard output and standard error, and the exit codes that go with them.

use std::io::{self, Write};
use std::process::ExitCode;

/// The dataset has faults.
pub(super) const FAULTS: u8 = 1;
/// The command line, or what it names, cannot be used.
pub(super) const UNUSABLE: u8 = 2;

/// Says on standard error why the program ends, and with which code.
pub(super) fn fail(code: u8, message: &str) -> ExitCode {
    // If nobody listens, the code still tells.
    let _ = writeln!(io::stderr(), "xinhuo: {message}");
    ExitCode::from(code)
}

/// Says on standard error what may be wrong, and goes on.
pub(super) fn warn(message: &str) {
    // If nobody listens, nobody minds.
    let _ = writeln!(io::stderr(), "xinhuo: {message}");
}

/// Writes to standard output. A reader that has seen enough is no error.
pub(super) fn write(text: &str, done: ExitCode) -> ExitCode {
    let mut out = io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Ok(()) => done,
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => done,
        Err(error) => fail(UNUSABLE, &error.to_string()),
    }
}
