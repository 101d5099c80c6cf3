//! Pictures in a frame: what the audience sees, and what is live behind that.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::{Block, BorderType, Widget};

use super::status::badge;
use super::{Console, Draw, keys};
use crate::model::Command;
use crate::ui::theme::{Role, Theme};
use crate::ui::{draw, text};

/// A picture, with what is said about it.
pub(super) struct Picture<'a> {
    draw: Draw<'a>,
    /// What is out of the ordinary about it, in the frame.
    states: Vec<&'static str>,
    /// What it is, from its size.
    title: Box<dyn Fn((u16, u16)) -> String + 'a>,
    /// What can be done about it.
    foot: String,
    /// What stands in the middle of an empty picture.
    word: Option<&'static str>,
    /// Whether the audience sees it while the presenter sees something else.
    held: bool,
}

impl<'a> Picture<'a> {
    /// The large picture: what the audience sees; while that is held, what is live behind it.
    pub(super) fn large(console: &Console<'a>) -> Self {
        let words = console.words();
        let detour = console.live().detour.as_ref().map(|_| words.detour);
        let back = detour.and_then(|_| console.key(Command::Return));
        let absent = if console.audience().is_none() { words.open_audience } else { "" };
        let back = back.map_or_else(|| absent.to_owned(), |key| (words.back_to)(&key, console.at() + 1));
        match console.behind.filter(|_| console.is_held()) {
            Some(behind) => Self {
                draw: behind,
                states: detour.into_iter().collect(),
                title: Box::new(|_| words.yours.to_owned()),
                foot: back,
                word: None,
                held: false,
            },
            None if console.is_held() => Self { title: sized(console), ..Self::small(console) },
            None => Self {
                draw: console.preview,
                states: detour.into_iter().collect(),
                title: sized(console),
                foot: back,
                word: None,
                held: false,
            },
        }
    }

    /// What the audience sees while the presenter sees something else.
    pub(super) fn small(console: &Console<'a>) -> Self {
        let (words, cue) = (console.words(), &console.stage.cue);
        let blank = cue.blank.map(|blank| console.word_of(blank));
        let key = cue.blank.and_then(|blank| console.key(keys::of_blank(blank)));
        let restore = key.map(|key| format!("{key} {}", words.restore));
        let release = || {
            let (shot, key) = cue.frozen.as_ref().zip(console.key(Command::Hold))?;
            Some((words.release)(shot.step + 1, &key))
        };
        Self {
            draw: console.preview,
            states: blank.or(cue.frozen.as_ref().map(|_| words.frozen)).into_iter().collect(),
            title: Box::new(|_| words.seen.to_owned()),
            foot: restore.or_else(release).unwrap_or_default(),
            word: blank,
            held: true,
        }
    }

    /// Draws it with its frame, which is doubled where the audience sees it alone.
    pub(super) fn draw(&self, area: Rect, buf: &mut Buffer, theme: &Theme) {
        let (kind, role) = if self.held { (BorderType::Double, Role::Warn) } else { (BorderType::Rounded, Role::Rule) };
        let block = Block::bordered().border_type(kind).border_style(theme.style(role));
        let inner = block.inner(area);
        block.render(area, buf);
        self.fill(inner, buf, theme);
        let x = area.x + 1;
        let room = area.width.saturating_sub(2);
        let states: Vec<String> = self.states.iter().map(|word| format!(" {word} ")).collect();
        let title = format!(" {} ", (self.title)((inner.width, inner.height)));
        let mut spans: Vec<_> = states.iter().map(|word| (word.as_str(), badge(theme, Role::Warn))).collect();
        spans.push((&title, theme.style(Role::Muted)));
        draw::put_spans(buf, x, area.y, room, &spans);
        if !self.foot.is_empty() {
            let foot = format!(" {} ", self.foot);
            draw::put(buf, x, area.bottom().saturating_sub(1), room, &foot, theme.style(Role::Muted));
        }
    }

    /// Draws what is seen aside and copies it, so that whatever draws it cannot leave the frame.
    fn fill(&self, inner: Rect, buf: &mut Buffer, theme: &Theme) {
        let aside = Rect::new(0, 0, inner.width, inner.height);
        let mut picture = Buffer::empty(aside);
        picture.set_style(aside, theme.base());
        (self.draw)(aside, &mut picture);
        draw::copy_rows(&picture, 0, buf, inner);
        if let Some(word) = self.word {
            let word = format!(" {word} ");
            let width = text::cells(&word).min(inner.width);
            let (x, y) = (inner.x + (inner.width - width) / 2, inner.y + inner.height / 2);
            draw::put(buf, x, y, width, &word, badge(theme, Role::Warn));
        }
    }
}

/// What the picture is: the audience's terminal in full, smaller than it is, or the one that it would have.
fn sized<'a>(console: &Console<'a>) -> Box<dyn Fn((u16, u16)) -> String + 'a> {
    let (words, audience) = (console.words(), console.audience());
    Box::new(move |drawn| match audience.map(|audience| (audience.cols, audience.rows)) {
        None => (words.no_audience)(drawn),
        Some(size) if size == drawn => (words.audience)(size),
        Some(size) => (words.scaled)(size, drawn),
    })
}
