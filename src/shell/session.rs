//! One session at the terminal: wait, change the state, draw once.

use std::io;
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;
use std::time::{Duration, Instant};

use super::backend::Screen;
use super::clipboard;
use super::guard::{self, Guard};
use super::input::{self, Message};
#[cfg(unix)]
use super::signals;
use super::{ground, state, width};
use crate::app;
use crate::model::{Columns, Effect, Event, Model};

/// The exit code where the terminal went away: that of the signal which says so.
const HUNG_UP: u8 = 128 + 1;

/// How long to wait for the process to be stopped after it has asked for that.
const STOPPING: Duration = Duration::from_millis(250);

/// How the session goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Course {
    Draw,
    Suspend,
    Quit,
    Gone,
}

/// What to ask of the terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Ask {
    /// How wide it draws ambiguous characters, before the first frame; one that does not answer takes two seconds.
    pub(super) width: bool,
    /// What its ground is like, behind the first frame.
    pub(super) ground: bool,
    /// Whether it is to tell what is done with the mouse.
    pub(super) mouse: bool,
}

/// Runs until the user quits or the terminal is gone. The error is one of taking the terminal or writing to it.
///
/// What is to be asked of the terminal is asked on the way. The columns are those of the settings.
pub(super) fn run(mut model: Model, ask: Ask, settings: &Columns) -> io::Result<ExitCode> {
    let (sender, receiver) = mpsc::channel();
    // Registered first, so that no signal can find the terminal taken and nobody to give it back.
    #[cfg(unix)]
    let signals = signals::register()?;
    let guard = Guard::new(ask.mouse)?;
    let mut screen = Screen::new(model.size);
    // Signals are listened to before the first frame, which a terminal that reads nothing can hold up.
    #[cfg(unix)]
    signals::listen(signals, sender.clone())?;
    if ask.width {
        model.prefs.ambiguous = width::ask();
    }
    show(&model, &mut screen)?;
    state::note(&model, settings);
    // Keys wait until the first frame is out: nobody can answer it faster than the thread starts.
    let asked = if ask.ground { Some(ground::ask()?) } else { None };
    input::listen(sender.clone(), model.size, asked.is_some())?;
    prepare_search(&model);
    #[cfg(debug_assertions)]
    rehearse_panic();
    let code = follow(&mut model, &mut screen, &receiver, &sender, settings);
    asked.into_iter().for_each(ground::linger);
    drop(guard);
    state::save();
    code
}

/// Makes the index of the search while nobody waits for it. Where the thread cannot be started, the first search makes it.
fn prepare_search(model: &Model) {
    let district = Arc::clone(&model.district);
    let _ = thread::Builder::new().name("index".to_owned()).spawn(move || district.search_index().len());
}

/// Draws the state, with the cursor where text is typed.
fn show(model: &Model, screen: &mut Screen) -> io::Result<()> {
    screen.draw(|area, buf| {
        app::view(model, area, buf);
        app::caret(model, area)
    })
}

fn follow(
    model: &mut Model,
    screen: &mut Screen,
    receiver: &Receiver<Message>,
    sender: &Sender<Message>,
    settings: &Columns,
) -> io::Result<ExitCode> {
    loop {
        match next(model, screen, receiver)? {
            Course::Draw => {}
            Course::Quit => return Ok(ExitCode::SUCCESS),
            Course::Gone => return Ok(ExitCode::from(HUNG_UP)),
            Course::Suspend => {
                suspend(receiver, sender)?;
                resume(model, screen);
            }
        }
        let drawn = show(model, screen);
        if drawn.as_ref().is_err_and(is_gone) {
            return Ok(ExitCode::from(HUNG_UP));
        }
        drawn?;
        state::note(model, settings);
    }
}

/// Waits for one message, then takes all that are waiting, so that they are answered by one frame.
fn next(model: &mut Model, screen: &mut Screen, receiver: &Receiver<Message>) -> io::Result<Course> {
    let mut message = receiver.recv().ok();
    while let Some(received) = message {
        let course = answer(model, screen, received)?;
        if course != Course::Draw {
            return Ok(course);
        }
        message = receiver.try_recv().ok();
        if message.is_none() {
            return Ok(Course::Draw);
        }
    }
    // Without anybody who could send a message there is nothing to wait for.
    Ok(Course::Gone)
}

fn answer(model: &mut Model, screen: &mut Screen, message: Message) -> io::Result<Course> {
    match message {
        Message::Gone => return Ok(Course::Gone),
        Message::Continued => {
            guard::take()?;
            resume(model, screen);
        }
        Message::Event(event) => {
            if let Event::Resize(columns, rows) = event {
                screen.resize((columns, rows));
            }
            return carry_out(app::update(model, event));
        }
    }
    Ok(Course::Draw)
}

/// Does what the state asks for outside, and tells how to go on.
fn carry_out(effects: Vec<Effect>) -> io::Result<Course> {
    let mut course = Course::Draw;
    for effect in effects {
        course = match effect {
            Effect::Quit => Course::Quit,
            Effect::Suspend => Course::Suspend,
            Effect::Copy(text) => {
                clipboard::put(&text)?;
                course
            }
        };
    }
    Ok(course)
}

/// Gives the terminal back, sleeps until the shell wakes the process, takes the terminal again.
fn suspend(receiver: &Receiver<Message>, sender: &Sender<Message>) -> io::Result<()> {
    if cfg!(not(unix)) {
        return Ok(());
    }
    guard::give_back();
    #[cfg(unix)]
    signals::stop()?;
    // The signal may reach another thread first. What comes in the end is the news that the process goes on; where
    // nothing comes, nobody could wake it and the system has refused to stop it.
    let asked = Instant::now();
    let mut others = Vec::new();
    loop {
        match receiver.recv_timeout(STOPPING.saturating_sub(asked.elapsed())) {
            Ok(Message::Continued) | Err(_) => break,
            Ok(other) => others.push(other),
        }
    }
    for other in others {
        // The receiver is here.
        let _ = sender.send(other);
    }
    guard::take()
}

/// Draws everything anew, in the size that the terminal has by now.
fn resume(model: &mut Model, screen: &mut Screen) {
    let size = input::size();
    screen.resize(size);
    // A new size has no effects outside.
    app::update(model, Event::Resize(size.0, size.1));
}

/// Whether the terminal does not exist any more.
fn is_gone(error: &io::Error) -> bool {
    #[cfg(unix)]
    let hung_up = error.raw_os_error() == Some(rustix::io::Errno::IO.raw_os_error());
    #[cfg(not(unix))]
    let hung_up = false;
    hung_up || error.kind() == io::ErrorKind::BrokenPipe
}

/// Panics where the tests ask for it; not part of a released program.
#[cfg(debug_assertions)]
#[allow(clippy::panic, reason = "it is there to panic")]
fn rehearse_panic() {
    match std::env::var("XINHUO_PANIC").as_deref() {
        Ok("main") => panic!("a rehearsed panic"),
        Ok("thread") => drop(std::thread::spawn(|| panic!("a rehearsed panic"))),
        _ => {}
    }
}
