//! One session at the terminal: wait, change the state, draw once.

use std::io;
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::{Duration, Instant};

use super::backend::Screen;
use super::clipboard;
use super::guard::{self, Guard};
use super::input::{self, Message};
use super::onstage::{self, OnStage};
use super::reread::Files;
#[cfg(unix)]
use super::signals;
use super::{ground, link, state, width};
use crate::app;
use crate::domain::Lang;
use crate::lang::messages;
use crate::model::stage::Role;
use crate::model::{Columns, Effect, Event, Model, Stage};

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

/// What a session is begun with.
#[derive(Debug)]
pub(super) struct Begin {
    /// What to ask of the terminal, on the way.
    pub(super) ask: Ask,
    /// The columns of the settings.
    pub(super) columns: Columns,
    /// What was opened.
    pub(super) files: Files,
    /// A show that is under way is not told to other terminals.
    pub(super) alone: bool,
    /// The step to begin at once the others have been met, from 0.
    pub(super) from: Option<usize>,
    /// The language that was asked for on the command line.
    pub(super) lang: Option<Lang>,
}

/// How a session ended.
#[derive(Debug)]
pub(super) struct Ended {
    /// How the program ends.
    pub(super) code: ExitCode,
    /// The last show, as it was left.
    pub(super) stage: Option<Box<Stage>>,
    /// Whether the place where one was could be written down.
    pub(super) saved: io::Result<()>,
}

/// Runs until the user quits or the terminal is gone. The error is one of taking the terminal or writing to it.
pub(super) fn run(model: Model, begin: Begin) -> io::Result<Ended> {
    let (sender, receiver) = mpsc::channel();
    // Registered first, so that no signal can find the terminal taken and nobody to give it back.
    #[cfg(unix)]
    let signals = signals::register()?;
    let guard = Guard::new(begin.ask.mouse)?;
    let screen = Screen::new(model.size);
    // Signals are listened to before the first frame, which a terminal that reads nothing can hold up.
    #[cfg(unix)]
    signals::listen(signals, sender.clone())?;
    let mut session = Session { model, screen, sender, receiver, begin, on_stage: None, left: None };
    if session.begin.ask.width {
        session.model.prefs.ambiguous = width::ask();
    }
    session.keep_up();
    if let Some(step) = session.begin.from {
        app::jump(&mut session.model, step);
        session.keep_up();
    }
    session.show()?;
    // Keys wait until the first frame is out: nobody can answer it faster than the thread starts.
    let asked = if session.begin.ask.ground { Some(ground::ask()?) } else { None };
    input::listen(session.sender.clone(), session.model.size, asked.is_some())?;
    prepare_search(&session.model);
    #[cfg(debug_assertions)]
    rehearse_panic();
    let code = session.follow();
    asked.into_iter().for_each(ground::linger);
    drop(guard);
    let saved = state::save();
    let stage = session.model.stage.take().or(session.left.take());
    // The others are told of what was done last before this terminal leaves them.
    session.on_stage = None;
    Ok(Ended { code: code?, stage, saved })
}

/// Makes the index of the search while nobody waits for it. Where the thread cannot be started, the first search makes it.
fn prepare_search(model: &Model) {
    let district = Arc::clone(&model.district);
    let _ = thread::Builder::new().name("index".to_owned()).spawn(move || district.search_index().len());
}

/// A session under way.
struct Session {
    model: Model,
    screen: Screen,
    sender: Sender<Message>,
    receiver: Receiver<Message>,
    begin: Begin,
    /// What the show that is under way has outside the state.
    on_stage: Option<OnStage>,
    /// The last show that was left.
    left: Option<Box<Stage>>,
}

impl Session {
    fn follow(&mut self) -> io::Result<ExitCode> {
        loop {
            match self.next()? {
                Course::Draw => {}
                Course::Quit => return Ok(ExitCode::SUCCESS),
                Course::Gone => return Ok(ExitCode::from(HUNG_UP)),
                Course::Suspend => {
                    suspend(&self.receiver, &self.sender)?;
                    self.resume();
                }
            }
            let drawn = self.show();
            if drawn.as_ref().is_err_and(is_gone) {
                return Ok(ExitCode::from(HUNG_UP));
            }
            drawn?;
        }
    }

    /// Draws the state, with the cursor where text is typed.
    fn show(&mut self) -> io::Result<()> {
        let model = &self.model;
        self.screen.draw(|area, buf| {
            app::view(model, area, buf);
            app::caret(model, area)
        })?;
        // Where a show leads is nowhere that one wants to come back to.
        if model.stage.is_none() {
            state::note(model, &self.begin.columns);
        }
        Ok(())
    }

    /// Waits for one message, or for what happens by itself, then takes all that are waiting, so that they are answered by
    /// one frame.
    fn next(&mut self) -> io::Result<Course> {
        let mut message = match app::wake(&self.model) {
            None => self.receiver.recv().ok(),
            Some(at) => {
                match self.receiver.recv_timeout(Duration::from_millis(at.saturating_sub(link::now()).max(1))) {
                    Ok(message) => Some(message),
                    Err(RecvTimeoutError::Timeout) => {
                        let course = self.update(Event::Time(link::now()));
                        self.keep_up();
                        return course;
                    }
                    Err(RecvTimeoutError::Disconnected) => None,
                }
            }
        };
        while let Some(received) = message {
            let course = self.answer(received)?;
            self.keep_up();
            if course != Course::Draw {
                return Ok(course);
            }
            message = self.receiver.try_recv().ok();
            if message.is_none() {
                return Ok(Course::Draw);
            }
        }
        // Without anybody who could send a message there is nothing to wait for.
        Ok(Course::Gone)
    }

    fn answer(&mut self, message: Message) -> io::Result<Course> {
        match message {
            Message::Gone => return Ok(Course::Gone),
            Message::Continued => {
                guard::take()?;
                self.resume();
            }
            Message::Event(event) => {
                if let Event::Resize(columns, rows) = event {
                    self.screen.resize((columns, rows));
                }
                if self.model.stage.is_some() {
                    // A show has a clock.
                    self.update(Event::Time(link::now()))?;
                }
                return self.update(event);
            }
        }
        Ok(Course::Draw)
    }

    /// Lets an event change the state, does what that asks for outside, and tells how to go on.
    fn update(&mut self, event: Event) -> io::Result<Course> {
        let mut course = Course::Draw;
        for effect in app::update(&mut self.model, event) {
            match effect {
                Effect::Quit => course = Course::Quit,
                Effect::Suspend => course = Course::Suspend,
                Effect::Copy(text) => clipboard::put(&text)?,
                Effect::Present => self.present(),
                Effect::Reload => {
                    let read = self.begin.files.again();
                    app::update(&mut self.model, read);
                    prepare_search(&self.model);
                }
                Effect::Left(stage) => self.left = Some(stage),
            }
        }
        Ok(course)
    }

    /// Begins a show of the first briefing, here, where the audience is to look.
    fn present(&mut self) {
        match onstage::stage(&self.model, None, Role::Audience) {
            Some(stage) => app::start(&mut self.model, stage, true),
            None => self.model.notice = Some(messages(self.model.prefs.lang).shell.nothing_to_present.to_owned()),
        }
    }

    /// Lets what is outside follow the state: other terminals are met when a show begins, told what changes, and left with
    /// it.
    fn keep_up(&mut self) {
        match (&self.model.stage, &mut self.on_stage) {
            (Some(_), None) if self.begin.alone => self.on_stage = OnStage::alone(&self.model),
            (Some(_), None) => {
                self.on_stage = OnStage::join(&mut self.model, &self.begin.files, &self.sender, self.begin.lang);
                if let (Some(stage), Some(on_stage)) = (&self.model.stage, &mut self.on_stage) {
                    on_stage.tell(&stage.cue);
                }
            }
            (Some(stage), Some(on_stage)) => on_stage.tell(&stage.cue),
            (None, Some(on_stage)) => {
                if let Some(left) = &self.left {
                    on_stage.tell(&left.cue);
                }
                self.on_stage = None;
            }
            (None, None) => {}
        }
    }

    /// Draws everything anew, in the size that the terminal has by now.
    fn resume(&mut self) {
        let size = input::size();
        self.screen.resize(size);
        // A new size has no effects outside.
        app::update(&mut self.model, Event::Resize(size.0, size.1));
    }
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
