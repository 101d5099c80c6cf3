//! What the audience of a show sees: a headline, what the step shows in large type, its source, and how far the show is.
//!
//! Each form of a step is a `body::Body` that lays itself out in an area, and says what does not fit there; drawing and
//! inspecting go through the same layout.

mod body;
mod comparison;
mod figure;
mod figures;
mod flaw;
mod foot;
mod headline;
mod inspect;
mod list;
mod place;
mod regions;
mod source;
mod title;

pub use flaw::{Flaw, Severity};
pub use inspect::inspect;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::Context;
use crate::domain::{Form, Show, Slide};
use crate::model::Place;
use crate::ui::big::{Headline, Plan};
use crate::ui::theme::Role;
use crate::ui::{draw as put, text};
use body::Body;
use foot::{Foot, Progress};
use regions::Regions;
use source::Cited;

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

/// Draws what the audience sees. It fills the whole area; where the show has no such step, with nothing.
pub fn draw(scene: &Scene<'_>, content: &Content<'_>, area: Rect, buf: &mut Buffer) {
    let area = area.intersection(buf.area);
    put::clear(buf, area, scene.cx.theme.base());
    text::measured(scene.cx.prefs.ambiguous, || match content {
        Content::Step { at, revealed, spotlight } => {
            if let Some(step) = Step::of(scene, *at, *revealed, *spotlight) {
                step.draw(scene, area, buf);
            }
        }
        Content::Detour(place) => detour(scene, place, area, buf),
    });
}

/// A step made ready.
struct Step<'a> {
    slide: &'a Slide,
    headline: String,
    units: Vec<&'a str>,
    foot: Foot<'a>,
    /// None for a card.
    body: Option<Box<dyn Body + 'a>>,
}

/// Where the parts of a step stand on a screen.
struct Stand {
    regions: Regions,
    headline: Plan,
    body: Rect,
}

impl<'a> Step<'a> {
    fn of(scene: &Scene<'a>, at: usize, revealed: usize, lit: bool) -> Option<Self> {
        let slide = scene.show.slides.get(at)?;
        let cx = scene.cx;
        let headline = headline(scene, slide);
        let spotlight = slide.spotlight.as_ref().filter(|_| lit);
        let as_place = || place::AsPlace::step(cx, &slide.address, slide.spotlight.as_ref(), lit);
        let body: Option<Box<dyn Body + 'a>> = match slide.form {
            Form::Title => None,
            Form::Figure => match slide.figures(cx.district).first() {
                Some(metric) => Some(Box::new(figure::OneFigure::new(cx, metric, &headline))),
                None => Some(Box::new(as_place())),
            },
            Form::Comparison => Some(Box::new(comparison::Comparison::new(cx, &slide.figures(cx.district), spotlight))),
            Form::List => Some(Box::new(list::List::new(cx, slide, revealed, spotlight))),
            Form::Place => Some(Box::new(as_place())),
        };
        let progress = Progress { section: slide.section.as_ref(), at: at + 1, of: scene.show.slides.len() };
        let foot = Foot::new(Cited::of(&cx, slide), Some(progress));
        Some(Self { slide, headline, units: headline::units(cx.district, cx.prefs.lang), foot, body })
    }

    fn stand(&self, scene: &Scene<'_>, area: Rect) -> Stand {
        let badge = scene.cx.badge().warns();
        let regions = Regions::of(area, badge, self.foot.rows(&scene.cx, area, badge));
        let Some(body) = &self.body else {
            let card = title::Card::new(&scene.cx, scene.show, self.headline.clone());
            let headline = card.plan(&scene.cx, regions.inner.width, regions.inner.height, &self.units);
            return Stand { regions, headline, body: Rect::default() };
        };
        let headline = Headline::new(&self.headline).keep(&self.units).markers(scene.cx.theme.markers());
        let headline = headline::plan(&headline, &regions, &**body);
        Stand { regions, body: regions.body(headline.rows()), headline }
    }

    fn draw(&self, scene: &Scene<'_>, area: Rect, buf: &mut Buffer) {
        let cx = &scene.cx;
        if !regions::has_room(area) {
            return alone(scene, &self.headline, area, buf);
        }
        let stand = self.stand(scene, area);
        scene.cx.badge().draw(buf, stand.regions.badge, &scene.cx.theme);
        match &self.body {
            None => {
                let card = title::Card::new(cx, scene.show, self.headline.clone());
                card.draw(cx, stand.regions.inner, buf, &self.units);
            }
            Some(body) => {
                stand.headline.draw(stand.regions.inner, buf, cx.theme.style(Role::Strong));
                body.draw(stand.body, buf);
            }
        }
        self.foot.draw(cx, &stand.regions, buf);
    }
}

/// What the audience reads first: the headline of the step, else what the place is called.
fn headline(scene: &Scene<'_>, slide: &Slide) -> String {
    let cx = &scene.cx;
    match &slide.headline {
        Some(headline) => cx.text(headline).to_owned(),
        None if slide.form == Form::Title => cx.text(&scene.show.title).to_owned(),
        None => super::get(&slide.address).title(cx, &Place::new(slide.address.clone())),
    }
}

/// A place beside the steps, under its name.
fn detour(scene: &Scene<'_>, place: &Place, area: Rect, buf: &mut Buffer) {
    let cx = scene.cx;
    let title = super::get(&place.address).title(&cx, place);
    if !regions::has_room(area) {
        return alone(scene, &title, area, buf);
    }
    let slide = Slide {
        address: place.address.clone(),
        form: Form::Place,
        headline: None,
        notes: None,
        seconds: None,
        spotlight: None,
        reveal: false,
        section: None,
    };
    let foot = Foot::new(Cited::of(&cx, &slide), None);
    let invented = scene.cx.badge().warns();
    let regions = Regions::of(area, invented, foot.rows(&cx, area, invented));
    cx.badge().draw(buf, regions.badge, &cx.theme);
    put::put(buf, regions.inner.x, regions.inner.y, regions.inner.width, &title, cx.theme.style(Role::Muted));
    place::AsPlace::detour(cx, place).draw(regions.body(1), buf);
    foot.draw(&cx, &regions, buf);
}

/// A headline where there is no room for anything else.
fn alone(scene: &Scene<'_>, headline: &str, area: Rect, buf: &mut Buffer) {
    let badge = scene.cx.badge();
    badge.draw(buf, area, &scene.cx.theme);
    let area = badge.rest(area);
    let headline = Headline::new(headline).markers(crate::model::Markers::Ascii);
    headline.fit(area.width, area.height).draw(area, buf, scene.cx.theme.style(Role::Strong));
}
