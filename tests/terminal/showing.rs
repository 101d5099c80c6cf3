//! Shows at several terminals: they follow each other, come back to the step, and nothing sent to them does harm.

use std::fs;
use std::io::Write;
use std::os::unix::fs::{DirBuilderExt, PermissionsExt};
use std::os::unix::net::UnixStream;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use portable_pty::CommandBuilder;
use rustix::process::Signal;

use crate::pty::{Terminal, program, size};

/// So many steps has the briefing of the dataset inside.
const STEPS: usize = 15;

/// A private folder for the sockets of one test. The paths of sockets must be short.
struct Runtime(PathBuf);

impl Runtime {
    fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("xh-{}-{name}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        fs::DirBuilder::new().mode(0o700).create(&folder).unwrap();
        Self(folder)
    }

    fn command(&self, args: &[&str]) -> CommandBuilder {
        let mut command = program(args);
        command.env("XDG_RUNTIME_DIR", &self.0);
        command
    }

    fn audience(&self) -> Terminal {
        let mut terminal = Terminal::start(self.command(&["present"]), size(100, 30));
        terminal.until("the audience's first picture", |it| step(it).is_some());
        terminal
    }

    fn console(&self, columns: u16, rows: u16) -> Terminal {
        let mut terminal = Terminal::start(self.command(&["present", "--notes"]), size(columns, rows));
        terminal.until("the console", |it| it.screen().contains("讲稿") && step(it).is_some());
        terminal
    }

    fn socket(&self) -> PathBuf {
        let is_socket = |path: &PathBuf| UnixStream::connect(path).is_ok();
        let files = fs::read_dir(self.0.join("xinhuo")).unwrap().map(|entry| entry.unwrap().path());
        files.into_iter().find(is_socket).unwrap()
    }
}

impl Drop for Runtime {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// The step that a terminal tells of: the last `n / N` of its screen, the first on a console.
fn step(terminal: &Terminal) -> Option<usize> {
    let screen = terminal.screen();
    let (before, _) = screen.rsplit_once(" / 15")?;
    let number: String = before.chars().rev().take_while(char::is_ascii_digit).collect();
    number.chars().rev().collect::<String>().parse().ok()
}

fn both_at(step_of: usize, terminals: &mut [&mut Terminal]) {
    for terminal in terminals {
        terminal.until(&format!("step {step_of}"), |it| step(it) == Some(step_of));
    }
}

#[test]
fn either_terminal_drives_and_both_agree() {
    let runtime = Runtime::new("drive");
    let mut audience = runtime.audience();
    let mut console = runtime.console(80, 24);
    let mut at = 1;
    // A walk that a small generator chooses.
    let mut seed = 20_241_122_u32;
    for _ in 0..40 {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let forward = !(seed >> 16).is_multiple_of(3);
        let from = if (seed >> 20).is_multiple_of(2) { &mut audience } else { &mut console };
        // Step 10 reveals its rows; the walk stays before it.
        let on = forward && at < 9;
        if on || at > 1 {
            from.type_in(if on { " " } else { "\x1b[D" });
            at = if on { at + 1 } else { at - 1 };
        }
        both_at(at, &mut [&mut audience, &mut console]);
    }
    console.type_in("qq");
    assert_eq!((console.end(), audience.end()), (0, 0));
    audience.assert_restored();
    console.assert_restored();
    assert!(fs::read_dir(runtime.0.join("xinhuo")).unwrap().next().is_none(), "an ended show leaves nothing");
}

#[test]
fn whoever_is_killed_comes_back_to_the_step() {
    let runtime = Runtime::new("kill");
    let mut audience = runtime.audience();
    let mut console = runtime.console(120, 40);
    console.type_in("7G");
    both_at(7, &mut [&mut audience, &mut console]);
    // The first was the hub of the link.
    audience.signal(Signal::KILL);
    drop(audience);
    console.type_in(" ");
    both_at(8, &mut [&mut console]);
    let mut audience = runtime.audience();
    both_at(8, &mut [&mut audience, &mut console]);
    console.signal(Signal::KILL);
    drop(console);
    audience.type_in("\x1b[6~");
    both_at(9, &mut [&mut audience]);
    let mut first = runtime.console(80, 24);
    let mut second = runtime.console(200, 60);
    both_at(9, &mut [&mut audience, &mut first, &mut second]);
    second.type_in("3G");
    both_at(3, &mut [&mut audience, &mut first, &mut second]);
    // All are killed: the state is still known.
    for terminal in [&audience, &first, &second] {
        terminal.signal(Signal::KILL);
    }
    drop((audience, first, second));
    let mut audience = runtime.audience();
    both_at(3, &mut [&mut audience]);
}

#[test]
fn what_is_sent_to_the_socket_changes_nothing() {
    let runtime = Runtime::new("garbage");
    let mut audience = runtime.audience();
    let mut console = runtime.console(80, 24);
    console.type_in("5G");
    both_at(5, &mut [&mut audience, &mut console]);
    audience.settle();
    let before = audience.screen();
    let mode = |path: &PathBuf| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&runtime.0.join("xinhuo")), 0o700);
    let socket = runtime.socket();
    let long = "x".repeat(1 << 20);
    for garbage in
        ["\n\n\n", "{}\n", "null\n", "{\"protocol\":1}\n", "\u{1b}[2J\n", "{\"protocol\":1,\"peers\":0,\"cue\":", &long]
    {
        let mut stream = UnixStream::connect(&socket).unwrap();
        // The other end may have had enough.
        let _ = stream.write_all(garbage.as_bytes());
    }
    let crowd: Vec<UnixStream> = (0..40).filter_map(|_| UnixStream::connect(&socket).ok()).collect();
    console.type_in(" ");
    both_at(6, &mut [&mut audience, &mut console]);
    console.type_in("\x1b[D");
    both_at(5, &mut [&mut audience, &mut console]);
    audience.until("the picture as before", |it| it.screen() == before);
    drop(crowd);
}

#[test]
fn a_dataset_that_changes_keeps_the_step_and_a_faulty_one_changes_nothing() {
    let runtime = Runtime::new("live");
    let file = runtime.0.join("data.json");
    let data = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/data/baoan-2024.json")).unwrap();
    fs::write(&file, &data).unwrap();
    let path = file.to_str().unwrap();
    let mut audience = Terminal::start(runtime.command(&["present", path]), size(80, 24));
    audience.until("the audience's first picture", |it| step(it).is_some());
    let mut console = Terminal::start(runtime.command(&["present", "--notes", path]), size(100, 40));
    console.until("the console", |it| step(it).is_some());
    console.type_in("2G");
    both_at(2, &mut [&mut audience, &mut console]);
    audience.settle();
    let before = audience.screen();
    fs::write(&file, &data[..data.len() / 2]).unwrap();
    console.until("what is wrong", |it| it.screen().contains("处错误"));
    audience.settle();
    assert_eq!(audience.screen(), before);
    // Saved as editors save: another file in its place.
    let next = runtime.0.join("next.json");
    fs::write(&next, data.replacen("\"2024年一页看清\"", "\"另一个标题\"", 1)).unwrap();
    fs::rename(&next, &file).unwrap();
    console.until("the new headline", |it| it.screen().replace(' ', "").contains("另一个标题"));
    audience.until("the new headline, drawn large", |it| it.screen() != before);
    both_at(2, &mut [&mut audience, &mut console]);
    console.until("no fault any more", |it| !it.screen().contains("处错误"));
}

#[test]
fn the_dashboard_comes_back_after_a_show_that_was_begun_in_it() {
    let runtime = Runtime::new("inside");
    let mut terminal = Terminal::start(runtime.command(&["--at", "metrics"]), size(100, 30));
    terminal.until("the table", |it| it.screen().contains("落地亿元以上项目"));
    terminal.settle();
    let before = terminal.screen();
    terminal.type_in("\x1b[15~");
    terminal.until("the show", |it| step(it) == Some(1));
    let mut console = runtime.console(80, 24);
    console.type_in(" ");
    both_at(2, &mut [&mut terminal, &mut console]);
    terminal.type_in("q");
    terminal.settle();
    both_at(2, &mut [&mut terminal]);
    terminal.type_in("xqq");
    terminal.until("the dashboard", |it| it.screen() == before);
    assert_eq!(console.end(), 0);
    terminal.type_in("\x03");
    assert_eq!(terminal.end(), 0);
    terminal.assert_restored();
}

#[test]
fn a_rehearsal_says_how_long_each_step_took() {
    let runtime = Runtime::new("rehearse");
    let mut terminal = Terminal::start(runtime.command(&["present", "--rehearse"]), size(100, 30));
    terminal.until("the console", |it| step(it) == Some(1));
    terminal.type_in("  ");
    both_at(3, &mut [&mut terminal]);
    terminal.type_in("qq");
    assert_eq!(terminal.end(), 0);
    let text = terminal.text();
    assert_eq!(text.matches("\"seconds\":").count(), 15, "{text}");
    assert!(!runtime.0.join("xinhuo").exists(), "nobody is told of a rehearsal");
}

#[test]
fn steps_follow_each_other_until_a_key() {
    let runtime = Runtime::new("auto");
    let file = runtime.0.join("data.json");
    let data = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/data/baoan-2024.json")).unwrap();
    let mut json: serde_json::Value = serde_json::from_str(&data).unwrap();
    for step in json["briefings"][0]["steps"].as_array_mut().unwrap() {
        step["seconds"] = 1.into();
    }
    fs::write(&file, json.to_string()).unwrap();
    let mut terminal = Terminal::start(runtime.command(&["present", "--auto", file.to_str().unwrap()]), size(100, 30));
    terminal.until("a later step", |it| step(it) >= Some(3));
    terminal.type_in("x");
    // The key may come late, but then it stops them: no step follows for as long as two take.
    let (mut at, mut since) = (step(&terminal), Instant::now());
    while since.elapsed() < Duration::from_millis(2500) {
        terminal.take(Duration::from_millis(100));
        if step(&terminal) != at {
            (at, since) = (step(&terminal), Instant::now());
        }
    }
    assert!(at < Some(STEPS), "{at:?} is where they end by themselves");
}
