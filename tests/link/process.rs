//! Terminals that are processes of their own, to be killed, stopped and run by others.

use std::io::{BufRead, BufReader, Write};
use std::os::unix::fs::PermissionsExt;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::{env, fs, thread};

use rustix::process::{Pid, Signal, kill_process};
use xinhuo::model::show::{Order, encode};
use xinhuo::shell::link::peer_id;

use crate::terminal::{Place, Terminal, first, until};

/// Where the child finds the folder; without it the test that is the child does nothing.
const FOLDER: &str = "XINHUO_TEST_FOLDER";

/// The child: opens the show, obeys single letters, and tells each state that it is in.
#[test]
fn child() {
    let Some(folder) = env::var_os(FOLDER).map(PathBuf::from) else { return };
    let terminal = Arc::new(Terminal::open(&folder));
    let told = Arc::clone(&terminal);
    thread::spawn(move || {
        let mut last = None;
        loop {
            let cue = told.cue();
            let state = (cue.live.step, cue.live.revealed, told.others());
            if last != Some(state) {
                println!("\nSTATE {} {} {}", state.0, state.1, state.2);
                last = Some(state);
            }
            thread::sleep(std::time::Duration::from_millis(1));
        }
    });
    for line in std::io::stdin().lines() {
        match line.unwrap().as_str() {
            "n" => terminal.order(Order::Next),
            "p" => terminal.order(Order::Previous),
            "q" => break,
            number => terminal.order(Order::Jump(number.parse().unwrap())),
        }
    }
}

struct Process {
    child: Child,
    keys: ChildStdin,
    state: Arc<Mutex<(usize, usize, usize)>>,
}

impl Process {
    fn start(folder: &Path) -> Self {
        let mut command = Command::new(env::current_exe().unwrap());
        command.args(["--exact", "process::child", "--nocapture", "--test-threads=1"]).env(FOLDER, folder);
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        let (keys, out) = (child.stdin.take().unwrap(), child.stdout.take().unwrap());
        let state = Arc::new(Mutex::new((usize::MAX, 0, 0)));
        let told = Arc::clone(&state);
        thread::spawn(move || {
            for line in BufReader::new(out).lines() {
                let Ok(line) = line else { return };
                let Some(numbers) = line.strip_prefix("STATE ") else { continue };
                let numbers: Vec<usize> = numbers.split(' ').map(|number| number.parse().unwrap()).collect();
                *told.lock().unwrap() = (numbers[0], numbers[1], numbers[2]);
            }
        });
        let process = Self { child, keys, state };
        until("it runs", || process.step() != usize::MAX);
        process
    }

    fn key(&mut self, key: &str) {
        writeln!(self.keys, "{key}").unwrap();
    }

    fn step(&self) -> usize {
        self.state.lock().unwrap().0
    }

    fn others(&self) -> usize {
        self.state.lock().unwrap().2
    }

    fn signal(&self, signal: Signal) {
        kill_process(Pid::from_child(&self.child), signal).unwrap();
    }

    fn kill(mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn a_hub_that_is_killed_takes_nothing_with_it() {
    let place = Place::new();
    let mut hub = Process::start(&place.path());
    let (one, two) = (Terminal::open(&place.path()), Terminal::open(&place.path()));
    for round in 0..5 {
        until("three", || one.others() == 2 && two.others() == 2 && hub.others() == 2);
        hub.key("4");
        until("all at 4", || one.step() == 4 && two.step() == 4);
        one.order(Order::Next);
        until("all at 5", || hub.step() == 5 && two.step() == 5);
        hub.kill();
        two.order(Order::Jump(7 + round % 3));
        until("the two that are left agree", || one.step() == 7 + round % 3);
        // It comes back as a guest; the next to be killed is a guest or the hub, as it happens.
        hub = Process::start(&place.path());
        until("it is where they are", || hub.step() == 7 + round % 3);
    }
}

#[test]
fn who_was_alone_and_was_killed_comes_back_to_its_step() {
    let place = Place::new();
    let mut alone = Process::start(&place.path());
    alone.key("2");
    alone.key("n");
    until("it was kept", || {
        place
            .files(".show")
            .first()
            .is_some_and(|file| fs::read_to_string(file).is_ok_and(|it| it.contains("\"revealed\":1")))
    });
    alone.kill();
    let again = Terminal::open(&place.path());
    assert_eq!((again.cue().live.step, again.cue().live.revealed), (2, 1));
}

#[test]
fn processes_that_start_together_find_each_other() {
    let place = Place::new();
    let (first, second) = thread::scope(|scope| {
        let (one, two) = (scope.spawn(|| Process::start(&place.path())), scope.spawn(|| Process::start(&place.path())));
        (one.join().unwrap(), two.join().unwrap())
    });
    let mut both = [first, second];
    until("two", || both.iter().all(|process| process.others() == 1));
    both[0].key("3");
    until("both at 3", || both[1].step() == 3);
    both[1].key("n");
    until("both at 4", || both[0].step() == 4);
}

#[test]
fn a_hub_that_is_stopped_is_replaced_and_comes_back_as_a_guest() {
    let place = Place::new();
    let mut hub = Process::start(&place.path());
    let (one, two) = (Terminal::open(&place.path()), Terminal::open(&place.path()));
    hub.key("1");
    until("all at 1", || one.step() == 1 && two.step() == 1);
    hub.signal(Signal::STOP);
    one.order(Order::Jump(6));
    until("the others go on without it", || two.step() == 6);
    // One that comes now is not held up either.
    let late = Terminal::open(&place.path());
    until("three", || late.step() == 6);
    hub.signal(Signal::CONT);
    until("it has caught up", || hub.step() == 6);
    until("four", || [&one, &two, &late].iter().all(|terminal| terminal.others() == 3) && hub.others() == 3);
    hub.key("8");
    until("and is heard", || [&one, &two, &late].iter().all(|terminal| terminal.step() == 8));
}

#[test]
fn another_user_is_not_let_in() {
    // Only the superuser can be somebody else.
    if !rustix::process::geteuid().is_root() {
        eprintln!("not tried: another user, for this is not the superuser");
        return;
    }
    let place = Place::new();
    let (one, two) = (Terminal::open(&place.path()), Terminal::open(&place.path()));
    until("two", || one.others() == 1);
    let mut cue = first("tour", 12, peer_id());
    cue.apply(Order::Last, &crate::terminal::steps(12), xinhuo::shell::link::now() + 1000, peer_id());
    let script = "import os,socket,sys\n\
        s=socket.socket(socket.AF_UNIX)\n\
        try: s.connect(sys.argv[1])\n\
        except PermissionError: print('denied'); sys.exit()\n\
        s.settimeout(20)\n\
        try:\n\
        \x20   s.sendall(sys.argv[2].encode()+b'\\n'); print('heard' if s.recv(1) else 'left')\n\
        except (BrokenPipeError, ConnectionResetError): print('left')\n";
    let socket = place.socket();
    let visit = || {
        let line = encode(&cue, 0).unwrap();
        let mut command = Command::new("python3");
        command.args(["-c", script]).arg(&socket).arg(line).uid(65534).gid(65534).current_dir("/");
        // Without the interpreter there is nobody to come.
        command.output().ok().map(|output| String::from_utf8(output.stdout).unwrap().trim().to_owned())
    };
    let Some(said) = visit() else {
        eprintln!("not tried: another user, for there is no python3");
        return;
    };
    assert_eq!(said, "denied", "the folder keeps others out");
    // And where it did not, they would not be listened to.
    for (path, mode) in [(&place.0, 0o755), (&place.path(), 0o777), (&socket, 0o777)] {
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    }
    assert_eq!(visit().as_deref(), Some("left"));
    one.order(Order::Next);
    until("the two go on", || two.step() == 1);
}
