//! A line that is being typed: as much of it as there is room for, and where the terminal's cursor stands.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::theme::{Role, Theme};
use super::{draw, text};

/// A line being typed, in one row.
#[derive(Debug, Clone, Copy)]
pub struct Typing<'a> {
    /// What stands before the caret.
    pub before: &'a str,
    /// What stands behind it.
    pub behind: &'a str,
}

impl<'a> Typing<'a> {
    /// Whether the beginning is out of sight, and what is in sight before the caret, which needs a cell of its own.
    fn shown(self, room: u16) -> (bool, &'a str) {
        let cut = text::width(self.before) >= usize::from(room);
        (cut, text::tail(self.before, usize::from(room.saturating_sub(if cut { 2 } else { 1 }))))
    }

    /// Where the caret is in an area of one row; none where there is no room.
    pub fn caret(self, area: Rect) -> Option<Position> {
        let (cut, before) = self.shown(area.width);
        let x = area.x + u16::from(cut) + text::cells(before);
        (x < area.right() && !area.is_empty()).then_some(Position { x, y: area.y })
    }

    /// Draws the line into an area of one row. Where it is too long, its end at the caret is seen.
    pub fn draw(self, theme: &Theme, area: Rect, buf: &mut Buffer) {
        let (cut, before) = self.shown(area.width);
        let strong = theme.style(Role::Strong);
        let spans = [(if cut { text::ELLIPSIS } else { "" }, theme.style(Role::Faint)), (before, strong)];
        let used = draw::put_spans(buf, area.x, area.y, area.width, &spans);
        draw::put(buf, area.x + used, area.y, area.width.saturating_sub(used), self.behind, strong);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::model::{ColourDepth, ThemeName};
    use crate::ui::theme::Theme;

    proptest! {
        #[test]
        fn the_caret_stands_behind_what_is_seen_of_the_line(
            before in "[a党é ]{0,30}",
            behind in "[a党é ]{0,30}",
            width in 0u16..40,
        ) {
            let area = Rect::new(1, 0, width, 1);
            let mut buf = Buffer::empty(Rect::new(0, 0, 42, 1));
            let typing = Typing { before: &before, behind: &behind };
            typing.draw(&Theme::new(ThemeName::Dark, ColourDepth::True), area, &mut buf);
            prop_assert_eq!(buf[(width + 1, 0)].symbol(), " ");
            if let Some(at) = typing.caret(area) {
                prop_assert!(area.contains(at));
                let last = before.chars().last().filter(|_| at.x > 2);
                if let Some(last) = last {
                    let cell = at.x - text::cells(&last.to_string());
                    prop_assert_eq!(buf[(cell, 0)].symbol(), last.to_string());
                }
            } else {
                prop_assert!(width < 2);
            }
        }
    }
}
