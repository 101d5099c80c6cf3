//! The chart of a timeline: a band of months for each action.

use ratatui::layout::Rect;

use super::{action_name, cite, dated_rows, hue};
use crate::domain::Id;
use crate::domain::date::days_in_month;
use crate::domain::timeline::{self, Entry, Part};
use crate::screens::Context;
use crate::ui::chart::{Band, BandPoint, BandWords, Bands, Explained, Frame, Month, Plot, Sign, When};
use crate::ui::page::Pen;

/// A period of more months than this has no chart: no screen has room for it.
const MONTHS: usize = 1200;

/// Draws the chart of some entries, or the table of their numbers. Gives the row below.
pub(in crate::screens) fn paint(
    cx: &Context<'_>,
    pen: &mut Pen<'_>,
    area: Rect,
    entries: &[Entry<'_>],
    table: bool,
) -> u16 {
    let words = &cx.messages.words;
    let says = &cx.messages.says;
    let period = &cx.district.data().period;
    let months: Vec<(u16, u8)> = timeline::months(period).take(MONTHS + 1).collect();
    if months.len() > MONTHS {
        return area.y;
    }
    let name = |month: u8| words.months.get(usize::from(month).saturating_sub(1)).copied().unwrap_or_default();
    let headings: Vec<Month> = months.iter().map(|(year, month)| Month { year: *year, name: name(*month) }).collect();
    let rows = rows(cx, entries, &months);
    let signs = signs(cx, entries);
    let more: &dyn Fn(usize) -> String = &says.more_rows;
    let subtitle = (says.timeline_note)(&period.describe(cx.prefs.lang));
    let source = cite::line(cx, entries.iter().map(Entry::source));
    let bands = Bands {
        frame: Frame { title: words.timeline, subtitle: &subtitle, source: &source },
        months: &headings,
        words: BandWords {
            before: words.earlier,
            after: words.later,
            untold: words.month_untold,
            day_untold: words.day_untold,
            total: words.total,
            several: says.several,
            signs: &signs,
        },
        rows: &rows,
        more: Some(more),
        numbers: false,
    };
    let plot: Box<dyn Plot> = if table { bands.twin(area.width) } else { Box::new(bands) };
    let rect = Rect { height: plot.height(area.width), ..area };
    pen.draw(rect, |area, buf, theme| plot.draw(area, buf, theme));
    rect.bottom()
}

/// The signs that these entries need, with what they stand for; the levels behind the word for what has them.
pub(in crate::screens) fn signs(cx: &Context<'_>, entries: &[Entry<'_>]) -> Vec<Explained<'static>> {
    let words = &cx.messages.words;
    let [nation, province, city] = words.levels;
    let needed = |sign: &Sign| entries.iter().any(|entry| dated_rows::sign(entry) == *sign);
    let event = Explained { lead: "", sign: Sign::Event, word: words.events };
    let levels = [(Sign::Nation, nation), (Sign::Province, province), (Sign::City, city)];
    let mut leads = std::iter::once(words.honours).chain(std::iter::repeat(""));
    let levels = levels.into_iter().filter(|(sign, _)| needed(sign));
    let levels = levels.map(|(sign, word)| Explained { lead: leads.next().unwrap_or_default(), sign, word });
    Some(event).filter(|event| needed(&event.sign)).into_iter().chain(levels).collect()
}

/// A band for each action, and one for the whole district where anything belongs to it.
fn rows(cx: &Context<'_>, entries: &[Entry<'_>], months: &[(u16, u8)]) -> Vec<Band> {
    let first = months.first().map_or(0, |(year, month)| number(*year, *month));
    let band = |id: Option<&Id>| Band { label: action_name(cx, id).to_owned(), role: hue(cx, id), points: Vec::new() };
    let mut rows: Vec<Band> = dated_rows::actions(cx).map(band).collect();
    for entry in entries {
        if let Some(band) = rows.get_mut(dated_rows::action_place(cx, entry)) {
            band.points.push(point(entry, first));
        }
    }
    // The district comes last.
    if rows.last().is_some_and(|band| band.points.is_empty()) {
        rows.pop();
    }
    rows
}

/// Where an entry stands among the months, of which the first has this number.
fn point(entry: &Entry<'_>, first: usize) -> BandPoint {
    let when = match (entry.part, entry.date.day) {
        (Part::Before(_), _) => When::Before,
        (Part::After(_), _) => When::After,
        (Part::Year(_), _) => When::Untold,
        (Part::Month(year, month), None) => When::Month(number(year, month).saturating_sub(first)),
        (Part::Month(year, month), Some(day)) => {
            When::Day(number(year, month).saturating_sub(first), day, days_in_month(year, month))
        }
    };
    BandPoint { when, sign: dated_rows::sign(entry) }
}

/// The months since year 0.
fn number(year: u16, month: u8) -> usize {
    usize::from(year) * 12 + usize::from(month)
}
