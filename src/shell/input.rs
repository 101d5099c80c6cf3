//! What the terminal says: a thread that waits for keys and turns them into the program's own.

use std::io;
use std::sync::mpsc::Sender;
use std::thread;

use crossterm::event::{self, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};

use super::ground::{Answer, Sent};
use crate::model::{Code, Deed, Event, Key, Mouse};

/// Something that the loop has to answer.
#[derive(Debug)]
pub(super) enum Message {
    /// A key, pasted text, or a new size.
    Event(Event),
    /// The process was stopped and goes on.
    Continued,
    /// Nothing more will come: the terminal is gone.
    Gone,
}

/// Starts the thread. `drawn` is the size that the first frame was drawn for.
///
/// `asked` says that the terminal was asked for its ground.
pub(super) fn listen(sender: Sender<Message>, drawn: (u16, u16), asked: bool) -> io::Result<()> {
    thread::Builder::new().name("input".to_owned()).spawn(move || {
        // A size that changed before anybody listened.
        if size() != drawn && sender.send(resized()).is_err() {
            return;
        }
        let _ = forward(&sender, Answer::new(asked));
        let _ = sender.send(Message::Gone);
    })?;
    Ok(())
}

/// The columns and rows of the terminal; what a terminal says that does not know is taken for the usual ones.
pub(super) fn size() -> (u16, u16) {
    match crossterm::terminal::size() {
        Ok((columns, rows)) if columns > 0 && rows > 0 => (columns, rows),
        _ => (80, 24),
    }
}

/// The news of the present size.
pub(super) fn resized() -> Message {
    let (columns, rows) = size();
    Message::Event(Event::Resize(columns, rows))
}

/// Waits for input by itself and lets the library read it only when there is some. The library's own wait sees neither
/// that the terminal is gone (it would spin) nor, with its other source, what remains after the first kilobyte.
#[cfg(unix)]
fn forward(sender: &Sender<Message>, mut answer: Answer) -> io::Result<()> {
    use rustix::event::{PollFd, PollFlags, Timespec, poll};
    use std::fs::File;
    use std::io::IsTerminal;
    use std::os::fd::AsFd;
    use std::time::Duration;

    // Data may come through standard input; the keys then come from the terminal itself.
    let stdin = io::stdin();
    let tty = if stdin.is_terminal() { None } else { Some(File::open("/dev/tty")?) };
    let source = tty.as_ref().map_or_else(|| stdin.as_fd(), AsFd::as_fd);
    // The library needs a moment's patience to look at what it has read already. Where it was too short, which takes a
    // very busy machine, a second look follows.
    let moment = Duration::from_micros(20);
    let soon = Timespec { tv_sec: 0, tv_nsec: 50_000_000 };
    // The first look is such a one: keys may have been read while the terminal was asked something.
    let mut second_look = true;
    loop {
        let mut fds = [PollFd::new(&source, PollFlags::IN)];
        match poll(&mut fds, second_look.then_some(&soon)) {
            Err(rustix::io::Errno::INTR) => continue,
            other => other?,
        };
        let [fd] = fds;
        if fd.revents().contains(PollFlags::NVAL) {
            // Some systems cannot wait for /dev/tty this way.
            return forward_blocking(sender, answer);
        }
        if fd.revents().intersects(PollFlags::HUP | PollFlags::ERR) {
            return Ok(());
        }
        second_look = fd.revents().contains(PollFlags::IN);
        while event::poll(moment)? {
            if !take(&mut answer, event::read()?, sender) {
                return Ok(());
            }
        }
        if answer.holds() {
            // Nothing followed in a moment: it was a key.
            if !second_look && !answer.release().into_iter().all(|event| pass_on(event, sender)) {
                return Ok(());
            }
            second_look |= answer.holds();
        }
    }
}

#[cfg(not(unix))]
fn forward(sender: &Sender<Message>, answer: Answer) -> io::Result<()> {
    forward_blocking(sender, answer)
}

fn forward_blocking(sender: &Sender<Message>, mut answer: Answer) -> io::Result<()> {
    while take(&mut answer, event::read()?, sender) {}
    Ok(())
}

/// Passes an event on but for the answer about the ground; false when nobody listens any more.
fn take(answer: &mut Answer, event: event::Event, sender: &Sender<Message>) -> bool {
    match answer.take(event) {
        Sent::Events(events) => events.into_iter().all(|event| pass_on(event, sender)),
        Sent::Ground(theme) => sender.send(Message::Event(Event::Ground(theme))).is_ok(),
    }
}

/// Passes an event on; false when nobody listens any more.
fn pass_on(event: event::Event, sender: &Sender<Message>) -> bool {
    let message = match event {
        event::Event::Key(event) => key(event).map(|key| Message::Event(Event::Key(key))),
        event::Event::Mouse(event) => mouse(event).map(|mouse| Message::Event(Event::Mouse(mouse))),
        // Elsewhere the news comes with a signal, and the library's repeats it.
        event::Event::Resize(_, _) if cfg!(not(unix)) => Some(resized()),
        event::Event::Paste(text) => Some(Message::Event(Event::Paste(text))),
        _ => None,
    };
    message.is_none_or(|message| sender.send(message).is_ok())
}

/// The key that was pressed, as it was typed: what an input method means by it is for those who expect a command.
/// Releases, and keys without a meaning here, are none.
fn key(event: KeyEvent) -> Option<Key> {
    if event.kind == KeyEventKind::Release {
        return None;
    }
    let held = |modifier| event.modifiers.contains(modifier);
    let mut key = Key {
        code: Code::Esc,
        ctrl: held(KeyModifiers::CONTROL),
        alt: held(KeyModifiers::ALT),
        shift: held(KeyModifiers::SHIFT),
    };
    key.code = match event.code {
        // What some terminals send for Backspace.
        KeyCode::Char('h') if key.ctrl => {
            key.ctrl = false;
            Code::Backspace
        }
        KeyCode::Char(typed) => {
            // The character tells it already.
            key.shift = false;
            Code::Char(typed)
        }
        KeyCode::F(number) => Code::F(number),
        KeyCode::Up => Code::Up,
        KeyCode::Down => Code::Down,
        KeyCode::Left => Code::Left,
        KeyCode::Right => Code::Right,
        KeyCode::Home => Code::Home,
        KeyCode::End => Code::End,
        KeyCode::PageUp => Code::PageUp,
        KeyCode::PageDown => Code::PageDown,
        KeyCode::Enter => Code::Enter,
        KeyCode::Esc => Code::Esc,
        KeyCode::Tab => Code::Tab,
        KeyCode::BackTab => {
            key.shift = true;
            Code::Tab
        }
        KeyCode::Backspace => Code::Backspace,
        KeyCode::Delete => Code::Delete,
        _ => return None,
    };
    Some(key)
}

/// What was done with the mouse; what has no meaning here is nothing. With a modifier it is meant for the terminal.
fn mouse(event: MouseEvent) -> Option<Mouse> {
    let deed = match event.kind {
        MouseEventKind::Down(MouseButton::Left) => Deed::Click,
        MouseEventKind::ScrollUp => Deed::WheelUp,
        MouseEventKind::ScrollDown => Deed::WheelDown,
        _ => return None,
    };
    event.modifiers.is_empty().then_some(Mouse { deed, column: event.column, row: event.row })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mouse_clicks_and_scrolls() {
        let told = |kind, modifiers| mouse(MouseEvent { kind, column: 3, row: 4, modifiers }).map(|it| it.deed);
        let none = KeyModifiers::NONE;
        assert_eq!(told(MouseEventKind::Down(MouseButton::Left), none), Some(Deed::Click));
        assert_eq!(told(MouseEventKind::ScrollUp, none), Some(Deed::WheelUp));
        assert_eq!(told(MouseEventKind::ScrollDown, none), Some(Deed::WheelDown));
        assert_eq!(told(MouseEventKind::Up(MouseButton::Left), none), None);
        assert_eq!(told(MouseEventKind::Down(MouseButton::Right), none), None);
        assert_eq!(told(MouseEventKind::Down(MouseButton::Left), KeyModifiers::SHIFT), None);
    }

    #[test]
    fn keys_are_the_programs_own() {
        let pressed = |code, modifiers| key(KeyEvent::new(code, modifiers)).map(|key| key.to_string());
        let none = KeyModifiers::NONE;
        assert_eq!(pressed(KeyCode::Char('G'), KeyModifiers::SHIFT).as_deref(), Some("G"));
        assert_eq!(pressed(KeyCode::Char('？'), none).as_deref(), Some("？"));
        assert_eq!(pressed(KeyCode::Char('c'), KeyModifiers::CONTROL).as_deref(), Some("Ctrl-c"));
        assert_eq!(pressed(KeyCode::Char('h'), KeyModifiers::CONTROL).as_deref(), Some("Backspace"));
        assert_eq!(pressed(KeyCode::BackTab, KeyModifiers::SHIFT).as_deref(), Some("Shift-Tab"));
        assert_eq!(pressed(KeyCode::F(1), none).as_deref(), Some("F1"));
        assert_eq!(pressed(KeyCode::CapsLock, none), None);
    }

    #[test]
    fn a_key_let_go_is_no_key() {
        let event = |kind| KeyEvent::new_with_kind(KeyCode::Down, KeyModifiers::NONE, kind);
        assert_eq!(key(event(KeyEventKind::Release)), None);
        assert!(key(event(KeyEventKind::Repeat)).is_some());
    }
}
