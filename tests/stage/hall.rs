//! A hall with a screen of any size.

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use xinhuo::domain::{District, Lang, Show, check};
use xinhuo::exchange;
use xinhuo::model::{Markers, Prefs, ThemeName};
use xinhuo::screens::Context;
use xinhuo::screens::stage::{self, Content, Flaw, Scene};
use xinhuo::ui::ascii;

use crate::common::parse_size;

/// A show that is ready.
pub(crate) struct Hall {
    pub(crate) district: District,
    pub(crate) show: Show,
    pub(crate) prefs: Prefs,
}

impl Hall {
    /// The briefing of a dataset, else the show made from it.
    pub(crate) fn open(json: &str, lang: Lang) -> Self {
        let district = District::new(check::load(json.as_bytes()).expect("the dataset has no faults"));
        let show = Show::of(&district, None).expect("a show");
        Self { district, show, prefs: Prefs { lang, theme: ThemeName::Projector, ..Prefs::default() } }
    }

    /// A dataset with these steps in place of its briefings.
    pub(crate) fn steps(json: &str, steps: &str, lang: Lang) -> Self {
        let head = json.trim_end().strip_suffix('}').expect("an object");
        let briefing = format!(r#"{{"id":"b","title":"题","steps":[{steps}]}}"#);
        Self::open(&format!("{head},\"briefings\":[{briefing}]}}"), lang)
    }

    fn scene(&self) -> Scene<'_> {
        Scene { cx: Context::new(&self.district, &self.prefs), show: &self.show }
    }

    /// The screen, on a buffer that is larger by a cell on each side and full of something else.
    pub(crate) fn wall(&self, content: &Content<'_>, (columns, rows): (u16, u16)) -> Buffer {
        let mut buf = Buffer::filled(Rect::new(0, 0, columns + 2, rows + 2), Cell::new("#"));
        stage::draw(&self.scene(), content, Rect::new(1, 1, columns, rows), &mut buf);
        buf
    }

    pub(crate) fn draw(&self, content: &Content<'_>, (columns, rows): (u16, u16)) -> Buffer {
        let area = Rect::new(0, 0, columns, rows);
        let mut buf = Buffer::empty(area);
        stage::draw(&self.scene(), content, area, &mut buf);
        if self.prefs.signs() == Markers::Ascii {
            ascii::apply(&mut buf, area, self.prefs.lang);
        }
        buf
    }

    /// A step with everything that belongs to it.
    pub(crate) fn step(&self, at: usize, size: &str) -> Buffer {
        self.draw(&Content::Step { at, revealed: usize::MAX, spotlight: true }, parse_size(size))
    }

    pub(crate) fn text(&self, at: usize, size: &str) -> String {
        exchange::text::render(&self.step(at, size))
    }

    pub(crate) fn flaws(&self, at: usize, size: &str) -> Vec<Flaw> {
        let (columns, rows) = parse_size(size);
        stage::inspect(&self.scene(), at, Rect::new(0, 0, columns, rows))
    }
}
