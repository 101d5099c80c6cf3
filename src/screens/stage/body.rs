//! What a form of a step has to tell about itself.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::flaw::Flaw;
use crate::domain::Id;

/// What stands under the headline.
pub(super) trait Body {
    /// What does not fit an area of this size.
    fn flaws(&self, width: u16, height: u16) -> Vec<Flaw>;

    /// Whether what the spotlight names is there.
    fn has(&self, spotlight: &Id) -> bool;

    /// How large it is as a whole in an area of this size, where that does not grow bit by bit: a headline that is drawn
    /// must not lower it.
    fn class(&self, _width: u16, _height: u16) -> usize {
        0
    }

    /// The rows of the largest characters in an area of this size, where the headline should not be larger than they are.
    fn largest(&self, _width: u16, _height: u16) -> Option<u16> {
        None
    }

    /// The rows of all large characters below each other, of which a headline takes no more; none where nothing says so.
    fn weight(&self, _width: u16, _height: u16) -> Option<u16> {
        None
    }

    /// Draws it.
    fn draw(&self, area: Rect, buf: &mut Buffer);
}
