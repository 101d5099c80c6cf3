//! The screens, one file each. A screen is a pure function of dataset, place, preferences and size; it knows no other
//! screen.

mod action;
mod compare;
pub mod console;
mod datasets;
mod honour;
mod honours;
mod initiative;
mod metric;
pub(crate) mod metrics;
mod overview;
mod parts;
pub mod provenance;
mod source;
mod sources;
pub mod stage;
mod timeline;

use std::collections::BTreeSet;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::domain::figure::Format;
use crate::domain::search::Target;
use crate::domain::{Address, Column, District, Id, Text};
use crate::lang::{Messages, messages};
use crate::model::{Columns, Command, Mouse, Place, Prefs};
use crate::ui::frame::Badge;
use crate::ui::page::{self, Move, Pen};
use crate::ui::theme::Theme;

/// The columns as they are at first.
static COLUMNS: Columns = Columns { order: Vec::new(), hidden: BTreeSet::new(), frozen: BTreeSet::new() };

/// What a screen is drawn from.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// The dataset.
    pub district: &'a District,
    /// Language, notation, theme.
    pub prefs: &'a Prefs,
    /// The catalogue of the language.
    pub messages: &'static Messages,
    /// The theme on this terminal.
    pub theme: Theme,
    /// The metrics that are marked for comparing.
    pub marked: &'a [Id],
    /// Which columns the table of metrics has.
    pub columns: &'a Columns,
    /// It is an audience that looks, and not one who works with the dataset: addresses, tallies and what is not on record
    /// are not for them. What can be selected is the same.
    pub audience: bool,
    /// The key that marks a metric.
    pub mark_key: &'a str,
}

impl<'a> Context<'a> {
    /// The context of a dataset seen with these preferences.
    pub fn new(district: &'a District, prefs: &'a Prefs) -> Self {
        let theme = Theme::new(prefs.theme, prefs.depth).with_markers(prefs.signs());
        let mark_key = Command::Mark.default_keys();
        let messages = messages(prefs.lang);
        Self { district, prefs, messages, theme, marked: &[], columns: &COLUMNS, audience: false, mark_key }
    }

    /// The same with these metrics marked for comparing.
    #[must_use]
    pub fn with_marked(self, marked: &'a [Id]) -> Self {
        Self { marked, ..self }
    }

    /// The same for an audience.
    #[must_use]
    pub fn for_audience(self) -> Self {
        Self { audience: true, ..self }
    }

    /// The same with the columns of the table.
    #[must_use]
    pub fn with_columns(self, columns: &'a Columns) -> Self {
        Self { columns, ..self }
    }

    /// The same with the key that marks a metric in the keymap in force.
    #[must_use]
    pub fn with_mark_key(self, mark_key: &'a str) -> Self {
        Self { mark_key, ..self }
    }

    /// The letter that tells a marked metric from the others.
    pub fn letter(&self, metric: &Id) -> Option<char> {
        let at = self.marked.iter().position(|it| it == metric)?;
        ('A'..='Z').nth(at)
    }

    /// What warns of invented data, where they are.
    pub fn badge(&self) -> Badge {
        let says = &self.messages.says;
        Badge((self.district.data().synthetic == Some(true)).then_some([says.synthetic, says.synthetic_short]))
    }

    /// A text in the language.
    pub fn text<'t>(&self, text: &'t Text) -> &'t str {
        text.get(self.prefs.lang)
    }

    /// How figures are written.
    pub fn format(&self) -> Format {
        self.prefs.format()
    }
}

/// What came of a command.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// The screen does not know it.
    Ignored,
    /// Done.
    Done,
    /// Another place is to be opened.
    Open(Address),
    /// Another place is to be opened where it tells of an event.
    OpenAt(Address, Id),
    /// The columns of the table are to be these.
    Columns(Columns),
    /// There is something to be said.
    Notice(String),
}

impl From<Move> for Outcome {
    fn from(moved: Move) -> Self {
        match moved {
            Move::None => Self::Ignored,
            Move::Moved => Self::Done,
            Move::Open(address) => Self::Open(address),
        }
    }
}

/// What is selected on a screen, by itself and not by where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Selected {
    /// The thing.
    pub thing: Target,
    /// Before it so many others on the page lead to the same.
    pub nth: usize,
    /// The column, in a table.
    pub column: Option<Column>,
}

impl Selected {
    /// A thing that is there once.
    pub fn of(thing: Target) -> Self {
        Self { thing, nth: 0, column: None }
    }
}

/// A screen. Most are pages: they describe themselves to a pen and leave moving and drawing to it.
pub trait Screen: Sync {
    /// What the place is called, in the breadcrumb.
    fn title(&self, cx: &Context<'_>, place: &Place) -> String;

    /// The commands that mean something here, besides moving and those that work on every screen.
    fn commands(&self, cx: &Context<'_>, place: &Place) -> Vec<Command>;

    /// What a command is called here, where that says more than its name.
    fn label(&self, _cx: &Context<'_>, _place: &Place, _command: Command) -> Option<&'static str> {
        None
    }

    /// Selects what leads to a place, where there is such a thing: one who comes from a figure to its source finds the
    /// figure selected there.
    fn select(&self, cx: &Context<'_>, place: &mut Place, area: Rect, target: &Address) {
        let seen = place.clone();
        let paint = |pen: &mut Pen<'_>, width, height| self.paint(cx, &seen, pen, width, height);
        if let Some(stop) = page::stop_to(&paint, area, target) {
            place.view.cursor = stop;
            place.view.held = true;
        }
    }

    /// The metric that is selected, or that the place is about: what can be marked.
    fn metric(&self, cx: &Context<'_>, place: &Place, area: Rect) -> Option<Id> {
        let paint = |pen: &mut Pen<'_>, width, height| self.paint(cx, place, pen, width, height);
        match page::selected(&paint, &place.view, area) {
            Some(Address::Metric(id)) => Some(id),
            _ => None,
        }
    }

    /// What is selected, told so that it is found again where rows have come, gone or changed their order.
    fn selected(&self, cx: &Context<'_>, place: &Place, area: Rect) -> Option<Selected> {
        let paint = |pen: &mut Pen<'_>, width, height| self.paint(cx, place, pen, width, height);
        selected_stop(&paint, place, area)
    }

    /// Selects again what was selected; where it is gone, what stands there now.
    fn reselect(&self, cx: &Context<'_>, place: &mut Place, area: Rect, selected: &Selected) {
        match &selected.thing {
            Target::Place(address) => {
                let seen = place.clone();
                let paint = |pen: &mut Pen<'_>, width, height| self.paint(cx, &seen, pen, width, height);
                let stop = page::stop_among(&paint, area, address, selected.nth);
                place.view.cursor = stop.unwrap_or(place.view.cursor);
            }
            Target::Event(event) => self.select_event(cx, place, event),
            Target::Dataset => {}
        }
    }

    /// The metric or the honour that the place is about, or that is selected: what one can ask the provenance of.
    fn subject(&self, cx: &Context<'_>, place: &Place, area: Rect) -> Option<Address> {
        if matches!(place.address, Address::Metric(_) | Address::Honour(_)) {
            return Some(place.address.clone());
        }
        let paint = |pen: &mut Pen<'_>, width, height| self.paint(cx, place, pen, width, height);
        let honour = || page::selected(&paint, &place.view, area).filter(|it| matches!(it, Address::Honour(_)));
        self.metric(cx, place, area).map(Address::Metric).or_else(honour)
    }

    /// Selects the row of an event, where there is one.
    fn select_event(&self, _cx: &Context<'_>, _place: &mut Place, _event: &Id) {}

    /// Describes a page for an area of this width and height, and gives the height of the whole page.
    fn paint(&self, cx: &Context<'_>, place: &Place, pen: &mut Pen<'_>, width: u16, height: u16) -> u16;

    /// Lets a command change how the place is looked at.
    fn act(&self, cx: &Context<'_>, place: &mut Place, area: Rect, command: Command) -> Outcome {
        let paint = |pen: &mut Pen<'_>, place: &Place, width, height| self.paint(cx, place, pen, width, height);
        move_over(&paint, place, area, command)
    }

    /// Lets a click select what is under the pointer, or open it where it is selected already.
    fn click(&self, cx: &Context<'_>, place: &mut Place, area: Rect, mouse: Mouse) -> Outcome {
        let seen = place.clone();
        let paint = |pen: &mut Pen<'_>, width, height| self.paint(cx, &seen, pen, width, height);
        match page::stop_at(&paint, &seen.view, area, (mouse.column, mouse.row)) {
            None => Outcome::Ignored,
            Some(stop) if stop == seen.view.cursor => self.act(cx, place, area, Command::Open),
            Some(stop) => {
                page::choose(&paint, &mut place.view, area, stop);
                Outcome::Done
            }
        }
    }

    /// Scrolls by so many rows.
    fn scroll(&self, cx: &Context<'_>, place: &mut Place, area: Rect, down: bool, by: u16) {
        let seen = place.clone();
        let paint = |pen: &mut Pen<'_>, width, height| self.paint(cx, &seen, pen, width, height);
        page::scroll(&paint, &mut place.view, area, down, by);
    }

    /// Draws the place.
    fn draw(&self, cx: &Context<'_>, place: &Place, area: Rect, buf: &mut Buffer) {
        let paint = |pen: &mut Pen<'_>, width, height| self.paint(cx, place, pen, width, height);
        page::draw(&paint, &place.view, &cx.theme, area, buf);
    }
}

/// What is selected on a page.
fn selected_stop(paint: &page::Paint<'_>, place: &Place, area: Rect) -> Option<Selected> {
    let found = page::selected_among(paint, &place.view, area);
    let (address, nth) = found.filter(|_| place.view.is_touched())?;
    Some(Selected { nth, ..Selected::of(Target::Place(address)) })
}

/// Moves over a page.
fn move_over(
    paint: &dyn Fn(&mut Pen<'_>, &Place, u16, u16) -> u16,
    place: &mut Place,
    area: Rect,
    command: Command,
) -> Outcome {
    let seen = place.clone();
    let paint = |pen: &mut Pen<'_>, width, height| paint(pen, &seen, width, height);
    page::act(&paint, &mut place.view, area, command).into()
}

/// The signs that tell how a metric stands, with their words.
pub fn signs(cx: &Context<'_>) -> [String; 2] {
    parts::standing::legend(cx)
}

/// The screen that shows an address.
pub fn get(address: &Address) -> &'static dyn Screen {
    match address {
        Address::Overview => &overview::Overview,
        Address::Action(_) => &action::Action,
        Address::Initiative(_) => &initiative::Initiative,
        Address::Metric(_) => &metric::Metric,
        Address::Metrics | Address::MetricsBy(_) => &metrics::Metrics,
        Address::Compare(_) => &compare::Compare,
        Address::Honours | Address::HonoursByAction => &honours::Honours,
        Address::Timeline | Address::TimelineByAction => &timeline::Timeline,
        Address::Honour(_) => &honour::Honour,
        Address::Sources => &sources::Sources,
        Address::Source(_) => &source::Source,
        Address::Datasets => &datasets::Datasets,
    }
}
