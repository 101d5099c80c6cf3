//! A pseudo-terminal with the program in it: what it writes is kept, and shown as a terminal would show it.

use std::collections::BTreeMap;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, SlavePty, native_pty_system};

/// Long enough for the busiest machine.
pub(crate) const PATIENCE: Duration = Duration::from_secs(30);

/// The program, built for these tests.
pub(crate) const PROGRAM: &str = env!("CARGO_BIN_EXE_xinhuo");

pub(crate) fn size(columns: u16, rows: u16) -> PtySize {
    PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 }
}

/// The program with these arguments, in an environment that is the same everywhere.
pub(crate) fn program(args: &[&str]) -> CommandBuilder {
    command(PROGRAM, args)
}

/// A shell script, in which `$X` is the program.
pub(crate) fn script(text: &str) -> CommandBuilder {
    command("/bin/sh", &["-c", text])
}

fn command(name: &str, args: &[&str]) -> CommandBuilder {
    let mut command = CommandBuilder::new(name);
    command.args(args);
    command.env_clear();
    for (key, value) in [("TERM", "xterm-256color"), ("LANG", "zh_CN.UTF-8"), ("PATH", "/usr/bin:/bin"), ("X", PROGRAM)]
    {
        command.env(key, value);
    }
    for (key, folder) in homes("none") {
        command.env(key, folder);
    }
    command.cwd(env!("CARGO_MANIFEST_DIR"));
    command
}

/// The folders of settings and of state, under the one that cargo gives to tests: nobody's own are touched.
pub(crate) fn homes(name: &str) -> [(&'static str, PathBuf); 3] {
    let home = Path::new(env!("CARGO_TARGET_TMPDIR")).join("homes").join(name);
    [("HOME", home.clone()), ("XDG_CONFIG_HOME", home.join("config")), ("XDG_STATE_HOME", home.join("state"))]
}

pub(crate) struct Terminal {
    pub(crate) child: Box<dyn Child + Send + Sync>,
    /// Everything that was written, until now.
    pub(crate) bytes: Vec<u8>,
    master: Box<dyn MasterPty + Send>,
    /// Held open, so that the terminal outlives the program and can be looked at.
    _slave: Box<dyn SlavePty + Send>,
    writer: Box<dyn Write + Send>,
    output: Receiver<Vec<u8>>,
    parser: vt100::Parser,
    modes_before: String,
}

impl Terminal {
    pub(crate) fn start(command: CommandBuilder, of: PtySize) -> Self {
        let pair = native_pty_system().openpty(of).unwrap();
        let modes_before = modes(pair.master.as_ref());
        let child = pair.slave.spawn_command(command).unwrap();
        let mut reader = pair.master.try_clone_reader().unwrap();
        let (sender, output) = channel();
        thread::spawn(move || {
            let mut buffer = [0; 8192];
            while let Ok(count @ 1..) = reader.read(&mut buffer) {
                if sender.send(buffer[..count].to_vec()).is_err() {
                    return;
                }
            }
        });
        Self {
            child,
            bytes: Vec::new(),
            writer: pair.master.take_writer().unwrap(),
            master: pair.master,
            _slave: pair.slave,
            output,
            parser: vt100::Parser::new(of.rows, of.cols, 0),
            modes_before,
        }
    }

    /// Starts the program and waits for its first frame.
    pub(crate) fn open(args: &[&str], of: PtySize) -> Self {
        let mut terminal = Self::start(program(args), of);
        terminal.until("the first frame", |it| it.screen().contains("薪火"));
        terminal
    }

    pub(crate) fn screen(&self) -> String {
        self.parser.screen().contents()
    }

    /// Column and row of the cursor, where it is shown.
    pub(crate) fn cursor(&self) -> Option<(u16, u16)> {
        let (row, column) = self.parser.screen().cursor_position();
        (!self.parser.screen().hide_cursor()).then_some((column, row))
    }

    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }

    pub(crate) fn type_in(&mut self, keys: &str) {
        self.writer.write_all(keys.as_bytes()).unwrap();
        self.writer.flush().unwrap();
    }

    pub(crate) fn resize(&mut self, to: PtySize) {
        self.parser.screen_mut().set_size(to.rows, to.cols);
        self.master.resize(to).unwrap();
    }

    /// Goes through many sizes to the last one. Only that one is looked at: not every size is one that the emulator
    /// knows how to show.
    pub(crate) fn storm(&mut self, sizes: impl Iterator<Item = PtySize>, last: PtySize) {
        for to in sizes {
            self.master.resize(to).unwrap();
            while let Ok(bytes) = self.output.recv_timeout(Duration::from_millis(5)) {
                self.bytes.extend(bytes);
            }
        }
        self.parser = vt100::Parser::new(last.rows, last.cols, 0);
        self.master.resize(last).unwrap();
    }

    /// Takes what was written within a time; false where nothing was.
    pub(crate) fn take(&mut self, within: Duration) -> bool {
        match self.output.recv_timeout(within) {
            Ok(bytes) => {
                self.parser.process(&bytes);
                self.bytes.extend(bytes);
                true
            }
            Err(RecvTimeoutError::Timeout) => false,
            Err(RecvTimeoutError::Disconnected) => {
                thread::sleep(within);
                false
            }
        }
    }

    pub(crate) fn until(&mut self, what: &str, mut reached: impl FnMut(&Self) -> bool) {
        let end = Instant::now() + PATIENCE;
        while !reached(self) {
            assert!(Instant::now() < end, "{what} never came; the screen:\n{}\nall:\n{:?}", self.screen(), self.text());
            self.take(Duration::from_millis(20));
        }
    }

    /// Waits until nothing has been written for a while.
    pub(crate) fn settle(&mut self) {
        while self.take(Duration::from_millis(300)) {}
    }

    /// Waits for the end of the program and gives its exit code.
    pub(crate) fn end(&mut self) -> u32 {
        let end = Instant::now() + PATIENCE;
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                while self.take(Duration::from_millis(100)) {}
                assert_eq!(status.signal(), None);
                return status.exit_code();
            }
            assert!(Instant::now() < end, "the program does not end; the screen:\n{}", self.screen());
            self.take(Duration::from_millis(20));
        }
    }

    #[cfg(unix)]
    pub(crate) fn signal(&self, signal: rustix::process::Signal) {
        let pid = self.child.process_id().and_then(|pid| rustix::process::Pid::from_raw(pid.try_into().unwrap()));
        rustix::process::kill_process(pid.unwrap(), signal).unwrap();
    }

    /// The terminal must be as it was before: its modes, and everything that an escape sequence can switch.
    pub(crate) fn assert_restored(&self) {
        assert_eq!(modes(self.master.as_ref()), self.modes_before, "modes of the terminal");
        let switches = switches(&self.bytes);
        assert!(switches.contains_key(&1049), "the screen was never taken: {:?}", self.text());
        for (number, on) in switches {
            // The cursor and the wrapping of lines are on by default, everything else is off.
            assert_eq!(on, number == 25 || number == 7, "mode {number}");
        }
        assert!(!self.parser.screen().alternate_screen());
        assert!(!self.parser.screen().hide_cursor());
        assert!(!self.parser.screen().bracketed_paste());
    }

    /// The terminal must be in the hands of the program.
    pub(crate) fn assert_taken(&self) {
        assert_ne!(modes(self.master.as_ref()), self.modes_before, "modes of the terminal");
        assert!(self.parser.screen().alternate_screen());
        assert!(self.parser.screen().hide_cursor());
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[cfg(unix)]
fn modes(master: &(dyn MasterPty + Send)) -> String {
    format!("{:?}", master.get_termios().unwrap())
}

#[cfg(not(unix))]
fn modes(_: &(dyn MasterPty + Send)) -> String {
    String::new()
}

/// The private modes that were switched, and how they were left.
fn switches(bytes: &[u8]) -> BTreeMap<u16, bool> {
    let text = String::from_utf8_lossy(bytes);
    let mut switches = BTreeMap::new();
    for part in text.split("\x1b[?").skip(1) {
        let number: String = part.chars().take_while(char::is_ascii_digit).collect();
        let last = part[number.len()..].chars().next();
        if let (Ok(number), Some(on @ ('h' | 'l'))) = (number.parse(), last) {
            switches.insert(number, on == 'h');
        }
    }
    switches
}
