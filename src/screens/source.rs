//! One source, paragraph by paragraph: what is read from each.

use std::collections::BTreeMap;

use ratatui::layout::Rect;

use super::parts::beside::{self, Beside as Figure};
use super::parts::cite;
use super::parts::dated_rows;
use super::parts::facts::{self, Fact};
use super::parts::honour_rows::{self, Beside};
use super::parts::metric_rows::{self, Columns};
use super::parts::more_row;
use super::{Context, Outcome, Screen, Selected, move_over, selected_stop};
use crate::domain::search::Target;
use crate::domain::{self, Address, Event, Honour, Id, Locator, Metric};
use crate::model::{Command, Place};
use crate::ui::page::Pen;
use crate::ui::theme::Role;
use crate::ui::{draw, text};

pub(super) struct Source;

/// Rows are at most so wide.
const MEASURE: u16 = 84;
/// A list shows at most so many rows.
const ROWS: usize = 1000;
/// The least column for a figure, and that of the place in the source.
const FIGURE: u16 = 16;
const PLACE: u16 = 9;

fn found<'a>(cx: &Context<'a>, place: &Place) -> Option<&'a domain::Source> {
    match &place.address {
        Address::Source(id) => cx.district.source(id),
        _ => None,
    }
}

/// What cites one paragraph.
#[derive(Default)]
struct Cited<'a> {
    metrics: Vec<&'a Metric>,
    honours: Vec<&'a Honour>,
    events: Vec<&'a Event>,
}

impl Cited<'_> {
    fn count(&self) -> usize {
        self.metrics.len() + self.honours.len() + self.events.len()
    }
}

impl Screen for Source {
    fn title(&self, cx: &Context<'_>, place: &Place) -> String {
        found(cx, place).map_or_else(|| place.address.to_string(), |source| cx.text(&source.title).to_owned())
    }

    fn commands(&self, _: &Context<'_>, _: &Place) -> Vec<Command> {
        vec![Command::Open]
    }

    fn select_event(&self, cx: &Context<'_>, place: &mut Place, event: &Id) {
        if let Some(stop) = events_by_stop(cx, place).iter().position(|id| *id == Some(event)) {
            place.view.cursor = stop;
            place.view.held = true;
        }
    }

    /// Every event leads to the timeline.
    fn selected(&self, cx: &Context<'_>, place: &Place, area: Rect) -> Option<Selected> {
        let event = events_by_stop(cx, place).get(place.view.cursor).copied().flatten();
        match event.filter(|_| place.view.is_touched()) {
            Some(event) => Some(Selected::of(Target::Event(event.clone()))),
            None => {
                let paint = |pen: &mut Pen<'_>, width, height| self.paint(cx, place, pen, width, height);
                selected_stop(&paint, place, area)
            }
        }
    }

    fn act(&self, cx: &Context<'_>, place: &mut Place, area: Rect, command: Command) -> Outcome {
        if command == Command::Open
            && let Some(event) = events_by_stop(cx, place).get(place.view.cursor).copied().flatten()
        {
            return Outcome::OpenAt(Address::Timeline, event.clone());
        }
        let paint = |pen: &mut Pen<'_>, place: &Place, width, height| self.paint(cx, place, pen, width, height);
        move_over(&paint, place, area, command)
    }

    fn paint(&self, cx: &Context<'_>, place: &Place, pen: &mut Pen<'_>, width: u16, _: u16) -> u16 {
        let Some(source) = found(cx, place) else { return 0 };
        let width = width.min(MEASURE);
        pen.line(2, 0, width, &[(cx.text(&source.title), Role::Strong)]);
        let words = &cx.messages.words;
        let mut about = vec![Fact::new(words.publisher, cx.text(&source.publisher))];
        about.extend(source.published.map(|date| Fact::new(words.published, date.to_string())));
        about.extend(source.url.as_ref().map(|url| Fact::new(words.url, url.as_str())));
        about.extend(source.note.as_ref().map(|note| Fact::new(words.note, cx.text(note))));
        let area = Rect::new(2, 2, width.saturating_sub(2), 0);
        let top = facts::paint(pen, area, facts::label_width(cx), 0, &about).saturating_add(1);
        let places = by_place(cx, source);
        let beside: Vec<Figure<'_>> = beside::citing(cx, &source.id).collect();
        if places.is_empty() && beside.is_empty() {
            pen.line(2, top, width, &[(cx.messages.says.cited_nowhere, Role::Faint)]);
            return top.saturating_add(1);
        }
        let all = places.values().flat_map(|cited| cited.metrics.iter().copied());
        let columns = Columns::measure(cx, all);
        let mut y = top;
        for (paragraph, cited) in &places {
            // Where no paragraph is named, the heading says what the list is.
            let (title, count) = match paragraph {
                Some(paragraph) => ((cx.messages.says.paragraph)(*paragraph), String::new()),
                None => (cx.messages.says.citing.to_owned(), cited.count().to_string()),
            };
            y = pen.heading(Rect::new(0, y, width, 1), &title, &count);
            for metric in &cited.metrics {
                metric_rows::paint(pen, cx, Rect::new(0, y, width, 1), 0, metric, columns);
                y = y.saturating_add(1);
            }
            for honour in &cited.honours {
                honour_rows::paint(pen, cx, Rect::new(0, y, width, 1), honour, Beside::Level);
                y = y.saturating_add(1);
            }
            for event in &cited.events {
                dated_rows::paint_cited(pen, cx, Rect::new(0, y, width, 1), event);
                y = y.saturating_add(1);
            }
            y = y.saturating_add(1);
        }
        figures_beside(cx, pen, Rect::new(0, y, width, 0), &beside).saturating_sub(1)
    }
}

/// The event of each stop of the page, in their order; none for those of metrics and honours.
fn events_by_stop<'a>(cx: &Context<'a>, place: &Place) -> Vec<Option<&'a Id>> {
    let places = found(cx, place).map(|source| by_place(cx, source)).unwrap_or_default();
    let stops = places.into_values().flat_map(|cited| {
        let others = std::iter::repeat_n(None, cited.metrics.len() + cited.honours.len());
        others.chain(cited.events.into_iter().map(|event| Some(&event.id)))
    });
    stops.collect()
}

/// Figures of other periods and districts that cite the source, a row each: name, whose it is, figure, place. Gives the
/// row below an empty one.
fn figures_beside(cx: &Context<'_>, pen: &mut Pen<'_>, area: Rect, beside: &[Figure<'_>]) -> u16 {
    if beside.is_empty() {
        return area.y;
    }
    let mut y = pen.heading(area, cx.messages.says.figures_beside, &beside.len().to_string());
    for one in beside.iter().take(ROWS) {
        pen.stop(Rect { y, height: 1, ..area }, one.target(), |area, buf, theme| {
            let (figure, whose) = (one.figure(cx), one.whose(cx));
            let place = cite::place_in(cx, one.source).unwrap_or_default();
            // The figure has what it needs; name and period share the rest.
            let figure_x = area.right().saturating_sub(text::cells(&figure).max(FIGURE) + PLACE);
            let room = figure_x.saturating_sub(area.x + 4);
            let name = cx.text(&one.metric.name);
            let spans =
                [(name, theme.style(Role::Text)), ("  ", theme.style(Role::Text)), (&whose, theme.style(Role::Muted))];
            draw::put_spans(buf, area.x + 2, area.y, room, &spans);
            let end = area.right().saturating_sub(PLACE);
            let shown = text::fit_figure(&figure, usize::from(end.saturating_sub(figure_x)));
            draw::put_right(buf, end, area.y, end.saturating_sub(figure_x), shown, theme.style(Role::Strong));
            draw::put(buf, end.saturating_add(2), area.y, PLACE - 2, &place, theme.style(Role::Muted));
        });
        y = y.saturating_add(1);
    }
    let hidden = beside.len().saturating_sub(ROWS);
    more_row(cx, pen, Rect { y, ..area }, hidden, Address::Metrics).saturating_add(1)
}

/// What cites the source, by paragraph; what names none comes first.
fn by_place<'a>(cx: &Context<'a>, source: &domain::Source) -> BTreeMap<Option<u32>, Cited<'a>> {
    let data = cx.district.data();
    let here = |locator: &&Locator| locator.id == source.id;
    let mut places: BTreeMap<Option<u32>, Cited<'a>> = BTreeMap::new();
    for metric in &data.metrics {
        if let Some(locator) = metric.source.as_ref().filter(here) {
            places.entry(locator.paragraph).or_default().metrics.push(metric);
        }
    }
    for honour in &data.honours {
        if let Some(locator) = honour.source.as_ref().filter(here) {
            places.entry(locator.paragraph).or_default().honours.push(honour);
        }
    }
    for event in &data.events {
        if let Some(locator) = event.source.as_ref().filter(here) {
            places.entry(locator.paragraph).or_default().events.push(event);
        }
    }
    places
}
