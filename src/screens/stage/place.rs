//! A place as it is in the dashboard.

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;

use super::body::Body;
use super::flaw::Flaw;
use crate::domain::{Address, Id};
use crate::model::Place;
use crate::screens::{Context, get};
use crate::ui::page::Pen;
use crate::ui::text;

/// A place, and what is emphasised on it.
pub(super) struct AsPlace<'a> {
    /// With the theme that marks what is selected.
    cx: Context<'a>,
    place: Place,
    spotlight: Option<&'a Id>,
    /// Whether what is selected is marked.
    marked: bool,
}

/// An area to ask a screen about; the width decides which stops there are.
const ASIDE: Rect = Rect { x: 0, y: 0, width: 100, height: 30 };

impl<'a> AsPlace<'a> {
    /// A step to a place.
    pub(super) fn step(cx: Context<'a>, address: &Address, spotlight: Option<&'a Id>, lit: bool) -> Self {
        let marked = lit && spotlight.is_some();
        Self { cx: cx.for_audience(), place: Place::new(address.clone()), spotlight, marked }
    }

    /// A place as the presenter looks at it.
    pub(super) fn detour(cx: Context<'a>, place: &Place) -> Self {
        Self { cx: cx.for_audience(), place: place.clone(), spotlight: None, marked: true }
    }

    /// The place with the spotlight's thing selected, and whether it is there.
    fn selected(&self, area: Rect) -> (Place, bool) {
        let Some(id) = self.spotlight else { return (self.place.clone(), true) };
        let screen = get(&self.place.address);
        for target in targets(&self.cx, id) {
            let mut place = self.place.clone();
            screen.select(&self.cx, &mut place, area, &target);
            let there = place.view.held || screen.metric(&self.cx, &place, area).as_ref() == Some(id);
            if there && self.place.address != target {
                return (place, true);
            }
        }
        let mut place = self.place.clone();
        screen.select_event(&self.cx, &mut place, id);
        let there = place.view.held;
        (place, there)
    }

    /// The texts in sight that end in `…`.
    fn cut(&self, width: u16, height: u16) -> Vec<Flaw> {
        let mut buf = Buffer::empty(Rect { x: 0, y: 0, width, height });
        self.draw(buf.area, &mut buf);
        let mut flaws = Vec::new();
        for y in 0..height {
            let mut row = String::new();
            let mut cells = (0..width).filter_map(|x| buf.cell((x, y))).map(Cell::symbol);
            while let Some(symbol) = cells.next() {
                row.push_str(symbol);
                // What is as wide as two cells leaves the second one blank.
                if text::width(symbol) > 1 {
                    cells.next();
                }
            }
            // Two blanks part what stands beside each other.
            for piece in row.split("  ").map(str::trim).filter(|piece| piece.ends_with(text::ELLIPSIS)) {
                let flaw = Flaw::TextCut(piece.to_owned());
                if !flaws.contains(&flaw) {
                    flaws.push(flaw);
                }
            }
        }
        flaws
    }

    /// The rows that the place takes.
    fn rows(&self, width: u16, height: u16) -> usize {
        if let Address::Metrics | Address::MetricsBy(_) = &self.place.address {
            let query = self.place.address.query();
            // The heads of the columns, and what the table is filtered by.
            let above = 1 + usize::from(query.filter != crate::domain::query::Filter::default());
            return self.cx.district.select(&query, self.cx.prefs.lang).rows.len() + above;
        }
        let mut pen = Pen::survey();
        usize::from(get(&self.place.address).paint(&self.cx, &self.place, &mut pen, width, height))
    }
}

/// The places that an id may stand for.
fn targets(cx: &Context<'_>, id: &Id) -> Vec<Address> {
    let district = cx.district;
    let all = [
        Address::Metric(id.clone()),
        Address::Honour(id.clone()),
        Address::Initiative(id.clone()),
        Address::Action(id.clone()),
        Address::Source(id.clone()),
    ];
    all.into_iter().filter(|address| district.has(address)).collect()
}

impl Body for AsPlace<'_> {
    fn flaws(&self, width: u16, height: u16) -> Vec<Flaw> {
        let beyond = self.rows(width, height).saturating_sub(usize::from(height));
        let long = (beyond > 0).then_some(Flaw::PageLong(beyond));
        long.into_iter().chain(self.cut(width, height)).collect()
    }

    fn has(&self, spotlight: &Id) -> bool {
        // A place is all about itself.
        targets(&self.cx, spotlight).contains(&self.place.address) || self.selected(ASIDE).1
    }

    fn draw(&self, area: Rect, buf: &mut Buffer) {
        let (place, found) = self.selected(area);
        let theme = if self.marked && found { self.cx.theme } else { self.cx.theme.without_selection() };
        let cx = Context { theme, ..self.cx };
        get(&place.address).draw(&cx, &place, area, buf);
    }
}
