//! Every way to end or to pause: the terminal is as it was before.

use std::io::Read;
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, native_pty_system};
use rustix::process::Signal;

use crate::pty::{PATIENCE, Terminal, program, script, size};

#[test]
fn quitting_leaves_no_trace() {
    let mut terminal = Terminal::open(&[], size(120, 40));
    terminal.assert_taken();
    terminal.type_in("q");
    assert_eq!(terminal.end(), 0);
    terminal.assert_restored();
    assert_eq!(terminal.screen().trim(), "");
}

#[test]
fn signals_leave_no_trace() {
    for (signal, code) in
        [(Signal::TERM, 128 + 15), (Signal::HUP, 128 + 1), (Signal::INT, 128 + 2), (Signal::QUIT, 128 + 3)]
    {
        let mut terminal = Terminal::open(&[], size(80, 24));
        terminal.signal(signal);
        assert_eq!(terminal.end(), code, "{signal:?}");
        terminal.assert_restored();
    }
}

#[test]
fn a_signal_right_at_the_start_leaves_no_trace() {
    for delay in [0, 1, 2, 3, 5, 8] {
        let mut terminal = Terminal::start(program(&[]), size(80, 24));
        thread::sleep(Duration::from_millis(delay));
        terminal.signal(Signal::TERM);
        let end = Instant::now() + PATIENCE;
        while terminal.child.try_wait().unwrap().is_none() {
            assert!(Instant::now() < end);
            terminal.take(Duration::from_millis(5));
        }
        terminal.settle();
        // It may have ended before it took anything.
        if terminal.text().contains("1049") {
            terminal.assert_restored();
        }
    }
}

/// Starts the program, waits for its frame, closes the terminal; gives the exit code.
fn hang_up(mut command: CommandBuilder, controlling: bool) -> u32 {
    command.set_controlling_tty(controlling);
    let pair = native_pty_system().openpty(size(80, 24)).unwrap();
    let mut child = pair.slave.spawn_command(command).unwrap();
    drop(pair.slave);
    let mut reader = pair.master.try_clone_reader().unwrap();
    // Dropped at the end of the thread: nobody may hold the terminal when it is closed.
    let first = thread::spawn(move || {
        let (mut seen, mut buffer) = (Vec::new(), [0; 4096]);
        while !String::from_utf8_lossy(&seen).contains("薪火") {
            let count = reader.read(&mut buffer).unwrap();
            seen.extend_from_slice(&buffer[..count]);
        }
    });
    first.join().unwrap();
    // The threads of the program start after the first frame.
    thread::sleep(Duration::from_millis(100));
    drop(pair.master);
    wait(child.as_mut())
}

fn wait(child: &mut (dyn Child + Send + Sync)) -> u32 {
    let end = Instant::now() + PATIENCE;
    loop {
        if let Some(status) = child.try_wait().unwrap() {
            return status.exit_code();
        }
        if Instant::now() > end {
            child.kill().unwrap();
            panic!("the program does not end");
        }
        thread::sleep(Duration::from_millis(10));
    }
}

#[test]
fn a_closed_window_ends_the_program() {
    assert_eq!(hang_up(program(&[]), true), 128 + 1);
}

#[test]
fn a_closed_terminal_ends_the_program_without_any_signal() {
    assert_eq!(hang_up(program(&[]), false), 128 + 1);
}

#[test]
#[cfg(debug_assertions)]
fn a_panic_leaves_no_trace_but_its_report() {
    for place in ["main", "thread"] {
        let mut command = program(&[]);
        command.env("XINHUO_PANIC", place);
        let mut terminal = Terminal::start(command, size(120, 40));
        assert_eq!(terminal.end(), 101, "{place}");
        terminal.assert_restored();
        // The report comes after the screen was given back, where it stays to be read.
        assert!(terminal.screen().contains("a rehearsed panic"), "{place}:\n{}", terminal.screen());
    }
}

#[test]
#[cfg(debug_assertions)]
fn a_report_has_no_colours_where_none_are_wanted() {
    let mut command = program(&[]);
    command.env("XINHUO_PANIC", "thread");
    command.env("NO_COLOR", "1");
    let mut terminal = Terminal::start(command, size(120, 40));
    assert_eq!(terminal.end(), 101);
    let text = terminal.text();
    let (_, report) = text.rsplit_once("\x1b[?1049l").unwrap();
    assert!(report.contains("a rehearsed panic") && !report.contains('\x1b'), "{report:?}");
}

#[test]
fn a_suspended_program_gives_the_terminal_back_and_comes_again() {
    let text = "set -m; \"$X\"; echo STOPPED $?; read line; fg >/dev/null; echo ENDED $?";
    let mut terminal = Terminal::start(script(text), size(80, 24));
    terminal.until("the first frame", |it| it.screen().contains("薪火"));
    terminal.settle();
    let before = terminal.screen();
    terminal.type_in("\x1a");
    terminal.until("the shell", |it| it.screen().contains("STOPPED"));
    terminal.assert_restored();
    terminal.resize(size(100, 30));
    terminal.type_in("\n");
    terminal.until("the same screen", |it| it.screen().contains("薪火"));
    terminal.settle();
    terminal.assert_taken();
    terminal.resize(size(80, 24));
    terminal.until("the screen as it was", |it| it.screen() == before);
    terminal.type_in("q");
    terminal.until("the end", |it| it.screen().contains("ENDED 0"));
    terminal.end();
    terminal.assert_restored();
}

#[test]
fn without_a_shell_that_could_wake_it_the_program_does_not_sleep() {
    // The program leads its session here: nobody is there to wake it.
    let mut terminal = Terminal::open(&[], size(80, 24));
    terminal.settle();
    let frames = terminal.text().matches("\x1b[2J").count();
    terminal.type_in("\x1a");
    terminal.until("a new frame", |it| it.text().matches("\x1b[2J").count() > frames);
    terminal.type_in("q");
    assert_eq!(terminal.end(), 0);
    terminal.assert_restored();
}

#[test]
fn a_program_stopped_from_outside_draws_anew() {
    let mut terminal = Terminal::open(&[], size(80, 24));
    terminal.settle();
    let frames = terminal.text().matches("\x1b[2J").count();
    terminal.signal(Signal::STOP);
    thread::sleep(Duration::from_millis(50));
    terminal.signal(Signal::CONT);
    terminal.until("a new frame", |it| it.text().matches("\x1b[2J").count() > frames);
    terminal.until("the screen", |it| it.screen().contains("薪火"));
    terminal.assert_taken();
    terminal.type_in("q");
    assert_eq!(terminal.end(), 0);
    terminal.assert_restored();
}

#[test]
fn a_terminal_that_takes_no_bytes_does_not_keep_the_program() {
    let pair = native_pty_system().openpty(size(200, 60)).unwrap();
    let mut child = pair.slave.spawn_command(program(&[])).unwrap();
    // It runs: only then does it know of signals.
    let mut reader = pair.master.try_clone_reader().unwrap();
    let (mut seen, mut buffer) = (Vec::new(), [0; 4096]);
    while !String::from_utf8_lossy(&seen).contains("薪火") {
        let count = reader.read(&mut buffer).unwrap();
        seen.extend_from_slice(&buffer[..count]);
    }
    // Now nobody reads: frames pile up until the program is stuck in writing.
    for columns in 0..200u16 {
        pair.master.resize(size(100 + columns % 2, 60)).unwrap();
        thread::sleep(Duration::from_millis(2));
    }
    let pid = rustix::process::Pid::from_raw(child.process_id().unwrap().try_into().unwrap()).unwrap();
    rustix::process::kill_process(pid, Signal::TERM).unwrap();
    assert_eq!(wait(child.as_mut()), 128 + 15);
}
