//! What a console says that is no Unix terminal, as the terminal library reads it.

use std::io;
use std::sync::mpsc::Sender;

use crossterm::event::{self, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};

use super::{Message, resized};
use crate::model::{Code, Deed, Event, Key, Mouse};

/// Passes on what comes until nobody listens any more. Nothing is asked of a console.
pub(super) fn forward(sender: &Sender<Message>, _: bool) -> io::Result<()> {
    while pass_on(event::read()?, sender) {}
    Ok(())
}

/// Passes an event on; false when nobody listens any more.
fn pass_on(event: event::Event, sender: &Sender<Message>) -> bool {
    let message = match event {
        event::Event::Key(event) => key(event).map(|key| Message::Event(Event::Key(key))),
        event::Event::Mouse(event) => mouse(event).map(|mouse| Message::Event(Event::Mouse(mouse))),
        event::Event::Resize(_, _) => Some(resized()),
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
