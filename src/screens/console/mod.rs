//! The presenter's console: what the audience sees, what comes next, the notes, and the clock. The audience never sees it.

mod agenda;
mod clock;
mod keys;
mod layout;
mod next;
mod notes;
mod picture;
mod status;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::Context;
use crate::domain::Slide;
use crate::lang;
use crate::model::show::{Audience, Blank, Shot};
use crate::model::stage::{Auto, Notes, Sheet};
use crate::model::{Command, Key, Keymap, Place, Stage};
use crate::ui::{draw as cells, frame, text};
pub use agenda::{agenda_for_audience, agenda_rows_for_audience};
pub use clock::brief;
pub use keys::{AGENDA_KEYS, ENDING_KEYS};
use layout::{Need, Regions};
use picture::Picture;

/// A picture that is drawn into an area of any size.
pub type Draw<'a> = &'a dyn Fn(Rect, &mut Buffer);

/// What the console is drawn from.
#[derive(Clone, Copy)]
pub struct Console<'a> {
    /// The dataset, and how the presenter sees it.
    pub cx: Context<'a>,
    /// The show.
    pub stage: &'a Stage,
    /// The keys, as they are bound.
    pub keymap: &'a Keymap,
    /// The beginning of a sequence of keys.
    pub pending: &'a [Key],
    /// Draws what the audience sees.
    pub preview: Draw<'a>,
    /// Draws what is live, where the audience sees something else.
    pub behind: Option<Draw<'a>>,
}

/// The size of a picture where no terminal of an audience has said its own: that of a usual projector.
const PROJECTOR: (u16, u16) = (100, 30);

/// Of so many steps the notes are measured; their room is shared out by the longest of them, so that nothing moves from step
/// to step.
const MEASURED: usize = 200;

/// Draws the console.
pub fn draw(console: &Console<'_>, area: Rect, buf: &mut Buffer) {
    let area = area.intersection(buf.area);
    if area.is_empty() {
        return;
    }
    cells::clear(buf, area, console.cx.theme.base());
    let regions = console.regions(area);
    status::draw(console, &regions, buf);
    match console.stage.sheet {
        Some(Sheet::Agenda(selected)) => agenda::draw(console, selected, regions.body, buf),
        Some(Sheet::Ending) => keys::ending(console, regions.body, buf),
        None => console.draw_step(&regions, buf),
    }
    if !regions.footer.is_empty() {
        frame::footer(buf, regions.footer, &keys::of_footer(console), "", &console.cx.theme);
    }
}

/// How many steps of the agenda are shown at once on a console of this size: what a page of it is.
pub fn agenda_rows(console: &Console<'_>, area: Rect) -> usize {
    agenda::rows(console.regions(area).body)
}

/// The furthest that the notes of the present step can be scrolled, in lines. What is stored may be more; it is clamped when
/// the notes are drawn.
pub fn notes_end(console: &Console<'_>, area: Rect) -> usize {
    notes::end(console, console.regions(area).notes)
}

impl<'a> Console<'a> {
    fn words(&self) -> &'static lang::Console {
        &self.cx.messages.console
    }

    fn live(&self) -> &'a Shot {
        &self.stage.cue.live
    }

    /// The step where the presenter is.
    fn at(&self) -> usize {
        self.live().step
    }

    fn slide(&self, at: usize) -> Option<&'a Slide> {
        self.stage.show.slides.get(at)
    }

    /// What is said first at a step: its headline, else what its place is called.
    fn headline(&self, slide: &Slide) -> String {
        headline(&self.cx, slide)
    }

    /// The first of the keys of a command; none where it has none.
    fn key(&self, command: Command) -> Option<String> {
        self.keymap.keys_of(command).next()
    }

    /// The terminal that the audience looks at, where it is there.
    fn audience(&self) -> Option<Audience> {
        let told = self.stage.cue.audience.map(|(_, audience)| audience);
        told.filter(|_| self.stage.peers > 0)
    }

    /// The size that the audience has, had, or would have.
    fn size(&self) -> (u16, u16) {
        let told = self.stage.cue.audience.map(|(_, audience)| (audience.cols, audience.rows));
        told.filter(|(cols, rows)| *cols > 0 && *rows > 0).unwrap_or(PROJECTOR)
    }

    /// Whether the audience sees something else than the presenter.
    fn is_held(&self) -> bool {
        self.stage.cue.is_held()
    }

    /// What is out of the ordinary, a word each; first what the audience sees.
    fn states(&self) -> Vec<&'static str> {
        let (words, cue) = (self.words(), &self.stage.cue);
        let blank = cue.blank.map(|blank| self.word_of(blank));
        let frozen = cue.frozen.as_ref().map(|_| words.frozen);
        let detour = cue.live.detour.as_ref().map(|_| words.detour);
        let ended = cue.ended.then_some(words.ended);
        let auto = self.stage.auto.map(|auto| match auto {
            Auto::Runs => words.auto,
            Auto::Stopped => words.auto_stopped,
        });
        [ended, blank, frozen, detour, auto].into_iter().flatten().collect()
    }

    fn word_of(&self, blank: Blank) -> &'static str {
        match blank {
            Blank::Black => self.words().black,
            Blank::White => self.words().white,
        }
    }

    fn regions(&self, area: Rect) -> Regions {
        let longest = |width: u16| {
            let notes = self.stage.show.slides.iter().take(MEASURED).filter_map(|slide| slide.notes.as_ref());
            let lines = notes.map(|notes| text::wrap(self.cx.text(notes), usize::from(notes::measure(width))).len());
            lines.max().unwrap_or(1)
        };
        let Notes { share, .. } = self.stage.notes;
        let need = Need { size: self.size(), share, longest: &longest, trouble: self.stage.trouble().is_some() };
        layout::regions(area, &need)
    }

    /// Draws what belongs to the present step: pictures, notes, clock, what comes next.
    fn draw_step(&self, regions: &Regions, buf: &mut Buffer) {
        if !regions.picture.is_empty() {
            Picture::large(self).draw(regions.picture, buf, &self.cx.theme);
        }
        notes::draw(self, regions.notes, buf);
        if !regions.clock.is_empty() {
            clock::lines(self, regions.clock, buf);
            next::lines(self, regions.side, buf);
            return;
        }
        let mut rest = clock::draw(self, regions.side, buf);
        // Without a large picture there is nothing that the small one would stand beside.
        if self.is_held() && self.behind.is_some() && !regions.picture.is_empty() {
            let picture = Picture::small(self);
            let room = Rect { height: rest.height.saturating_sub(layout::LEAST_NEXT), ..rest };
            if let Some(frame) = layout::framed(self.size(), room) {
                picture.draw(frame, buf, &self.cx.theme);
                rest = layout::below(rest, frame.height);
            }
        }
        let used = next::draw(self, rest, buf);
        agenda::later(self, layout::below(rest, used), buf);
    }
}

/// What is said first at a step: its headline, else what its place is called.
fn headline(cx: &Context<'_>, slide: &Slide) -> String {
    match &slide.headline {
        Some(headline) => cx.text(headline).to_owned(),
        None => super::get(&slide.address).title(cx, &Place::new(slide.address.clone())),
    }
}
