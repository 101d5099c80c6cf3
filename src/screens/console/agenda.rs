//! The list of the steps: with their times for the presenter, without for the audience.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::{Console, headline, next};
use crate::domain::Show;
use crate::model::show::Millis;
use crate::model::show::elapsed::written;
use crate::screens::{Context, parts};
use crate::ui::theme::{Role, Theme};
use crate::ui::{draw, mark_selected, text};

/// Rows above the steps: the heading, and what the columns are.
const HEAD: u16 = 2;
/// From this width on a row names the action.
const SECTIONS: u16 = 66;
/// The name of an action takes at most this part of a row.
const SECTION: u16 = 5;
/// Narrower than this an agenda has no times: the headlines need the room.
const TIMED: u16 = 38;
/// What stands where a time is not known.
const UNKNOWN: &str = "—";
/// The sign of the step where one is, and of one that has been shown.
const SIGNS: [&str; 2] = ["▸", "✓"];
/// Wider than this a headline stands too far from its times.
const WIDEST: u16 = 110;

/// How many steps are shown at once in an area.
pub(super) fn rows(area: Rect) -> usize {
    usize::from(area.height.saturating_sub(HEAD)).max(1)
}

/// The first step that is shown, so that the selected one is in the middle where it can be.
fn first(selected: usize, count: usize, rows: usize) -> usize {
    selected.saturating_sub(rows / 2).min(count.saturating_sub(rows))
}

/// A time, or the sign for none.
fn told(time: Option<Millis>) -> String {
    time.map_or_else(|| UNKNOWN.to_owned(), written)
}

/// The columns of the agenda, measured over all steps.
struct Columns {
    number: u16,
    section: u16,
    times: [u16; 3],
}

impl Columns {
    fn measure(console: &Console<'_>, width: u16) -> Self {
        let slides = &console.stage.show.slides;
        let cx = &console.cx;
        let name = |id| text::cells(parts::action_name(cx, Some(id)));
        let section = slides.iter().filter_map(|slide| slide.section.as_ref()).map(name).max().unwrap_or(0);
        let mut times = console.words().columns.map(text::cells);
        for at in 0..slides.len() {
            for (column, time) in times.iter_mut().zip(of_step(console, at)) {
                *column = text::cells(&told(time)).max(*column);
            }
        }
        Self {
            number: text::cells(&slides.len().to_string()),
            section: if width >= SECTIONS { section.min(width / SECTION) } else { 0 },
            times,
        }
    }

    /// Writes three texts right-aligned at the end of a row that has room for them. Gives where they begin.
    fn put(&self, buf: &mut Buffer, row: Rect, texts: [(&str, Role); 3], theme: &Theme) -> u16 {
        let (mut end, y) = (row.right(), row.y);
        if row.width < TIMED {
            return end;
        }
        for ((content, role), width) in texts.into_iter().zip(self.times).rev() {
            draw::put_right(buf, end, y, width, content, theme.style(role));
            end = end.saturating_sub(width + 2);
        }
        end
    }
}

/// What a step is to take, when it is to begin, how long it has been shown.
fn of_step(console: &Console<'_>, at: usize) -> [Option<Millis>; 3] {
    let (stage, steps) = (console.stage, &console.stage.steps);
    let spent = stage.cue.clock.on_step(at, console.at(), stage.now);
    [steps.budget(at), steps.budget_of_first(at), Some(spent).filter(|spent| *spent > 0)]
}

/// Draws the agenda of the presenter.
pub(super) fn draw(console: &Console<'_>, selected: usize, area: Rect, buf: &mut Buffer) {
    let (words, theme, stage) = (console.words(), &console.cx.theme, console.stage);
    let area = Rect { width: area.width.min(WIDEST), ..area };
    let count = stage.show.slides.len();
    let selected = selected.min(count.saturating_sub(1));
    let shown = rows(area);
    let first = first(selected, count, shown);
    let total = stage.steps.budget_of_first(count).map(|total| (words.sum)(&written(total)));
    let beyond = (words.beyond)(first, count.saturating_sub(first + shown));
    let note = [total.unwrap_or_default(), beyond].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>();
    let below = draw::heading(buf, area, words.agenda, &note.join("  "), theme);
    if below.height < 2 {
        return;
    }
    let columns = Columns::measure(console, area.width);
    columns.put(buf, below, words.columns.map(|column| (column, Role::Faint)), theme);
    let list = Rect { y: below.y + 1, height: below.height - 1, ..below };
    for (y, at) in (list.y..list.bottom()).zip(first..count) {
        let row = Rect { y, height: 1, ..list };
        step_row(console, at, &columns, row, buf);
        if at == selected && !row.is_empty() {
            mark_selected(row, buf, theme);
        }
    }
}

/// A step: its sign, number, action, headline and times.
fn step_row(console: &Console<'_>, at: usize, columns: &Columns, row: Rect, buf: &mut Buffer) {
    let (cx, theme) = (&console.cx, &console.cx.theme);
    let Some(slide) = console.slide(at) else { return };
    let [planned, from, spent] = of_step(console, at);
    let here = at == console.at();
    let [now, shown] = SIGNS;
    let sign = if here {
        now
    } else if spent.is_some() {
        shown
    } else {
        ""
    };
    draw::put(
        buf,
        row.x + 2,
        row.y,
        u16::from(row.width > 2),
        sign,
        theme.style(if here { Role::Accent } else { Role::Muted }),
    );
    let over = planned.zip(spent).is_some_and(|(planned, spent)| spent > planned);
    let texts = [told(planned), told(from), spent.map(written).unwrap_or_default()];
    let [planned, from, spent] = &texts;
    let spent_role = if over { Role::Bad } else { Role::Text };
    let times = [(planned.as_str(), Role::Text), (from.as_str(), Role::Muted), (spent.as_str(), spent_role)];
    let end = columns.put(buf, row, times, theme);
    let mut x = row.x + 4;
    number(buf, Rect { x, width: end.saturating_sub(x), ..row }, columns.number, at, theme.style(Role::Muted));
    x += columns.number + 2;
    if columns.section > 0 {
        let section = slide.section.as_ref();
        let name = section.map_or("", |id| parts::action_name(cx, Some(id)));
        draw::put(buf, x, row.y, columns.section, name, theme.style(parts::hue(cx, section)));
        x += columns.section + 2;
    }
    let role = if here { Role::Strong } else { Role::Text };
    draw::put(buf, x, row.y, end.saturating_sub(x), &console.headline(slide), theme.style(role));
}

/// Draws the steps after the next one, with when they are to begin, under a heading; nothing where there is no room.
pub(super) fn later(console: &Console<'_>, area: Rect, buf: &mut Buffer) {
    let theme = &console.cx.theme;
    let from = match next::of(console) {
        next::Next::Row(..) => console.at() + 1,
        next::Next::Step(at, _) => at + 1,
        next::Next::End => return,
    };
    let count = console.stage.show.slides.len();
    if from >= count || area.height < 2 {
        return;
    }
    let hidden = (count - from).saturating_sub(usize::from(area.height - 1));
    let note = (console.words().beyond)(0, hidden);
    let below = draw::heading(buf, area, console.words().later, &note, theme);
    let wide = text::cells(&count.to_string());
    for (y, at) in (below.y..below.bottom()).zip(from..count) {
        let Some(slide) = console.slide(at) else { return };
        let [_, start, _] = of_step(console, at);
        let (x, right) = (below.x + wide + 2, below.right());
        number(buf, Rect { y, ..below }, wide, at, theme.style(Role::Faint));
        let start = start.map(written).unwrap_or_default();
        let used = draw::put_right(buf, right, y, below.width / 3, &start, theme.style(Role::Faint));
        let room = right.saturating_sub(x + used + 2);
        draw::put(buf, x, y, room, &console.headline(slide), theme.style(Role::Muted));
    }
}

/// Writes the number of a step at the beginning of a row, so that numbers end in one column.
fn number(buf: &mut Buffer, row: Rect, wide: u16, at: usize, style: Style) {
    let shown = (at + 1).to_string();
    let indent = wide.saturating_sub(text::cells(&shown)).min(row.width);
    draw::put(buf, row.x + indent, row.y, row.width - indent, &shown, style);
}

/// A list that is read from far away has air between its rows where all of them have room for it.
fn pace(count: usize, height: u16) -> u16 {
    if count.saturating_mul(2) <= usize::from(height) { 2 } else { 1 }
}

/// Rows above the list of the audience: the title, and a blank one.
const TITLE: u16 = 2;

/// How many steps the agenda of the audience shows at once.
pub fn agenda_rows_for_audience(show: &Show, area: Rect) -> usize {
    let height = area.height.saturating_sub(TITLE);
    usize::from(height / pace(show.slides.len(), height)).max(1)
}

/// Draws the agenda where the presenter has no terminal but the audience's: numbers and headlines, no times and no keys.
/// `current` is the step where one is, `selected` the one that would be gone to, both from 0.
pub fn agenda_for_audience(
    cx: &Context<'_>,
    show: &Show,
    current: usize,
    selected: usize,
    area: Rect,
    buf: &mut Buffer,
) {
    let area = area.intersection(buf.area);
    if area.is_empty() {
        return;
    }
    // The theme of an audience may mark nothing as selected; here something is.
    let theme = Theme::new(cx.prefs.theme, cx.prefs.depth).with_markers(cx.prefs.signs());
    draw::clear(buf, area, theme.base());
    let margin = (area.width / 12).min(12);
    let (x, width) = (area.x + margin, area.width.saturating_sub(2 * margin));
    draw::put(buf, x + 4.min(width), area.y, width.saturating_sub(4), cx.text(&show.title), theme.style(Role::Accent));
    let list = Rect { x, y: area.y + TITLE.min(area.height), width, height: area.height.saturating_sub(TITLE) };
    if list.width < 8 {
        return;
    }
    let count = show.slides.len();
    let selected = selected.min(count.saturating_sub(1));
    let first = first(selected, count, agenda_rows_for_audience(show, area));
    let wide = text::cells(&count.to_string());
    let rows = (list.y..list.bottom()).step_by(usize::from(pace(count, list.height)));
    for (y, (at, slide)) in rows.zip(show.slides.iter().enumerate().skip(first)) {
        let row = Rect { y, height: 1, ..list };
        let here = at == current;
        let [now, _] = SIGNS;
        draw::put(buf, x + 2, y, u16::from(here), now, theme.style(Role::Accent));
        number(buf, Rect { x: x + 4, width: width - 4, ..row }, wide, at, theme.style(Role::Muted));
        let room = width.saturating_sub(6 + wide);
        let role = if here { Role::Strong } else { Role::Text };
        draw::put(buf, x + 6 + wide, y, room, &headline(cx, slide), theme.style(role));
        if at == selected {
            mark_selected(row, buf, &theme);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_selected_step_is_in_sight(count in 1usize..300, selected in 0usize..300, rows in 1usize..60) {
            let selected = selected.min(count - 1);
            let first = first(selected, count, rows);
            prop_assert!((first..first + rows).contains(&selected));
            prop_assert!(first == 0 || first + rows <= count);
        }
    }
}
