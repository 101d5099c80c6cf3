//! What the audience of a show sees: a headline, what the step shows in large type, its source, and how far the show is.

mod flaw;

pub use flaw::{Flaw, Severity};

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::Context;
use crate::domain::{Show, Slide};
use crate::model::Place;
use crate::ui::text;

/// What is to be seen.
#[derive(Debug, Clone, Copy)]
pub enum Content<'a> {
    /// A step of the show.
    Step {
        /// Which one, from 0.
        at: usize,
        /// So many rows of a list that comes row by row are there.
        revealed: usize,
        /// Whether the spotlight is on.
        spotlight: bool,
    },
    /// A place beside the steps, as the presenter looks at it.
    Detour(&'a Place),
}

/// What a show is drawn from.
#[derive(Debug, Clone, Copy)]
pub struct Scene<'a> {
    /// The dataset, the language, the theme.
    pub cx: Context<'a>,
    /// The show.
    pub show: &'a Show,
}

/// Draws what the audience sees. It fills the whole area.
pub fn draw(scene: &Scene<'_>, content: &Content<'_>, area: Rect, buf: &mut Buffer) {
    let area = area.intersection(buf.area);
    crate::ui::draw::clear(buf, area, scene.cx.theme.base());
    text::measured(scene.cx.prefs.ambiguous, || {
        let place = match content {
            Content::Step { at, .. } => scene.show.slides.get(*at).map(|slide| Place::new(slide.address.clone())),
            Content::Detour(place) => Some((*place).clone()),
        };
        let Some(place) = place else { return };
        let cx = Context { theme: scene.cx.theme.without_selection(), ..scene.cx };
        super::get(&place.address).draw(&cx, &place, area, buf);
    });
}

/// What does not fit a screen of this size, or is missing; nothing where the show has no such step.
pub fn inspect(scene: &Scene<'_>, at: usize, area: Rect) -> Vec<Flaw> {
    let Some(slide) = scene.show.slides.get(at) else { return Vec::new() };
    text::measured(scene.cx.prefs.ambiguous, || missing(slide, area))
}

fn missing(slide: &Slide, _: Rect) -> Vec<Flaw> {
    let there = [
        (slide.headline.is_some(), Flaw::NoHeadline),
        (slide.notes.is_some(), Flaw::NoNotes),
        (slide.seconds.is_some(), Flaw::NoSeconds),
    ];
    there.into_iter().filter(|(there, _)| !there).map(|(_, flaw)| flaw).collect()
}
