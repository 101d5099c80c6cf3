//! What comes next: a row, a step, or the end.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::Console;
use crate::domain::briefing::Row;
use crate::domain::{Form, Slide};
use crate::model::Command;
use crate::screens::parts::honour_rows::level_word;
use crate::screens::parts::{self, dated_rows};
use crate::ui::theme::Role;
use crate::ui::{draw, text};

/// A headline has at most so many lines, and a sentence.
const LINES: (u16, u16) = (2, 3);
/// Figures are told of at most so many rows.
const FIGURES: u16 = 6;
/// A name stands no further from its figure than this.
const WIDEST: u16 = 64;

/// What the next order brings.
pub(super) enum Next<'a> {
    /// This row of a list, from 0, of so many.
    Row(usize, usize, Row<'a>),
    /// This step.
    Step(usize, &'a Slide),
    /// Nothing.
    End,
}

/// Finds it.
pub(super) fn of<'a>(console: &Console<'a>) -> Next<'a> {
    let (at, revealed) = (console.at(), console.live().revealed);
    let slide = console.slide(at).filter(|slide| slide.reveal && revealed < console.stage.steps.rows(at));
    if let Some(slide) = slide {
        let rows = slide.rows(console.cx.district, console.cx.prefs.lang);
        if let Some(row) = rows.get(revealed) {
            return Next::Row(revealed, rows.len(), *row);
        }
    }
    console.slide(at + 1).map_or(Next::End, |slide| Next::Step(at + 1, slide))
}

/// A row in two pieces: its name, and what it has to say.
fn told(console: &Console<'_>, row: Row<'_>) -> (String, String) {
    let cx = &console.cx;
    match row {
        Row::Metric(metric) => {
            let figure = cx.format().metric(cx.district, metric);
            let figure = figure.map_or_else(|| cx.messages.says.no_value.to_owned(), |figure| figure.text());
            (cx.text(&metric.name).to_owned(), figure)
        }
        Row::Honour(honour) => (cx.text(&honour.name).to_owned(), level_word(cx.messages, honour.level).to_owned()),
        Row::Event(event) => {
            let when = dated_rows::when(cx, event.date, event.date_note.as_ref(), false);
            (cx.text(&event.name).to_owned(), when)
        }
        Row::Source(source) => (cx.text(&source.title).to_owned(), cx.text(&source.publisher).to_owned()),
    }
}

/// The rows that stand for a step: what it points at first, then its figures, its honours.
fn rows<'a>(console: &Console<'a>, slide: &Slide) -> Vec<Row<'a>> {
    let district = console.cx.district;
    let metrics = slide.figures(district).into_iter().map(Row::Metric);
    let mut rows: Vec<Row<'_>> = metrics.chain(slide.honours(district).into_iter().map(Row::Honour)).collect();
    let spot = |row: &Row<'_>| match row {
        Row::Metric(metric) => slide.spotlight.as_ref() == Some(&metric.id),
        Row::Honour(honour) => slide.spotlight.as_ref() == Some(&honour.id),
        Row::Event(_) | Row::Source(_) => false,
    };
    // The sort is stable: all others stay in their order.
    rows.sort_by_key(|row| !spot(row));
    rows
}

/// Draws it from the top of an area. Gives the rows used.
pub(super) fn draw(console: &Console<'_>, area: Rect, buf: &mut Buffer) -> u16 {
    if area.is_empty() {
        return 0;
    }
    let (words, theme) = (console.words(), &console.cx.theme);
    let mut lines = Lines { console, area, y: area.y };
    let heading = |title: &str, note: &str, buf: &mut Buffer| {
        draw::heading(buf, area, title, note, theme);
    };
    lines.y += 1;
    match of(console) {
        Next::Row(at, count, row) => {
            heading(words.next_row, &(words.row)(at + 1, count), buf);
            let (name, value) = told(console, row);
            lines.wrapped(&name, LINES.0, Role::Strong, buf);
            lines.line(&value, Role::Text, buf);
            let after = console.slide(console.at() + 1).map(|slide| console.headline(slide));
            match after {
                Some(headline) => lines.line(&(words.after_rows)(console.at() + 2, &headline), Role::Muted, buf),
                None => lines.line(words.last, Role::Muted, buf),
            }
        }
        Next::Step(at, slide) => {
            heading(words.next_step, &(at + 1).to_string(), buf);
            lines.wrapped(&console.headline(slide), LINES.0, Role::Strong, buf);
            lines.kind(slide, buf);
            lines.figures(&rows(console, slide), slide, buf);
        }
        Next::End => {
            heading(words.next_step, "", buf);
            lines.line(words.last, Role::Strong, buf);
            let keys = console.key(Command::Detour).zip(console.key(Command::EndShow));
            if let Some((detour, end)) = keys {
                lines.wrapped(&(words.last_note)(&detour, &end), LINES.1, Role::Muted, buf);
            }
        }
    }
    lines.y - area.y
}

/// Draws it in one row or a few, without a heading of its own.
pub(super) fn lines(console: &Console<'_>, area: Rect, buf: &mut Buffer) {
    if area.height > 2 {
        draw(console, area, buf);
        return;
    }
    let (words, theme) = (console.words(), &console.cx.theme);
    let mut lines = Lines { console, area, y: area.y };
    let (label, title, rest) = match of(console) {
        Next::Row(_, _, row) => {
            let (name, value) = told(console, row);
            (words.next_row.to_owned(), name, Some((String::new(), value)))
        }
        Next::Step(at, slide) => {
            let first = rows(console, slide).first().map(|row| told(console, *row));
            (format!("{} {}", words.next_step, at + 1), console.headline(slide), first)
        }
        Next::End => (words.next_step.to_owned(), words.last.to_owned(), None),
    };
    if area.is_empty() {
        return;
    }
    let spans =
        [(&*label, theme.style(Role::Muted)), ("  ", theme.style(Role::Text)), (&*title, theme.style(Role::Strong))];
    draw::put_spans(buf, area.x, area.y, area.width, &spans);
    lines.y += 1;
    if let Some((name, value)) = rest {
        lines.pair(&name, &value, buf);
    }
}

/// Lines below each other in an area.
struct Lines<'a, 'c> {
    console: &'a Console<'c>,
    area: Rect,
    y: u16,
}

impl Lines<'_, '_> {
    fn left(&self) -> u16 {
        self.area.bottom().saturating_sub(self.y)
    }

    fn line(&mut self, content: &str, role: Role, buf: &mut Buffer) {
        if self.left() > 0 {
            draw::put(buf, self.area.x, self.y, self.area.width, content, self.console.cx.theme.style(role));
            self.y += 1;
        }
    }

    fn wrapped(&mut self, content: &str, most: u16, role: Role, buf: &mut Buffer) {
        let height = self.left().min(most);
        let area = Rect { y: self.y, height, ..self.area };
        if !area.is_empty() {
            self.y += draw::put_wrapped(buf, area, content, self.console.cx.theme.style(role));
        }
    }

    /// The form of a step, how many rows come one by one, and its action.
    fn kind(&mut self, slide: &Slide, buf: &mut Buffer) {
        let (cx, words) = (&self.console.cx, self.console.words());
        let forms = Form::ALL.into_iter().zip(words.forms);
        let form = forms.filter(|(form, _)| *form == slide.form).map(|(_, word)| word).collect::<String>();
        let count = slide.rows(cx.district, cx.prefs.lang).len();
        let reveals = if slide.reveal { format!(" · {}", (words.reveals)(count)) } else { String::new() };
        let section = slide.section.as_ref();
        let action = section.map_or_else(String::new, |id| format!("  {}", parts::action_name(cx, Some(id))));
        if self.left() > 0 {
            let theme = &cx.theme;
            let spans = [
                (form.as_str(), theme.style(Role::Muted)),
                (reveals.as_str(), theme.style(Role::Muted)),
                (action.as_str(), theme.style(parts::hue(cx, section))),
            ];
            draw::put_spans(buf, self.area.x, self.y, self.area.width, &spans);
            self.y += 1;
        }
    }

    /// The first figures of a step, a row each; the last row says how many more there are.
    fn figures(&mut self, rows: &[Row<'_>], slide: &Slide, buf: &mut Buffer) {
        // So many rows that there is room for the later steps as well.
        let most = (self.left() / 2).clamp(self.left().min(2), FIGURES);
        let pairs: Vec<(String, String)> = rows.iter().map(|row| told(self.console, *row)).collect();
        // A figure that is named by the headline is told without its name.
        let alone = slide.form == Form::Figure && pairs.len() == 1;
        let end = self.y + most;
        let mut shown = 0;
        for (at, (name, value)) in pairs.iter().enumerate() {
            let name = if alone { "" } else { name };
            let needed = self.rows_of(name, value);
            let more = u16::from(most > 2 && at + 1 < pairs.len());
            if self.y + needed + more > end {
                break;
            }
            self.pair(name, value, buf);
            shown = at + 1;
        }
        let more = pairs.len() - shown;
        if more > 0 && self.y < end {
            self.line(&(self.console.words().more)(more), Role::Faint, buf);
        }
    }

    /// The rows that a name and its figure take: two where they have no room beside each other.
    fn rows_of(&self, name: &str, value: &str) -> u16 {
        let width = self.area.width.min(WIDEST);
        1 + u16::from(!name.is_empty() && text::cells(name) + 2 + text::cells(value) > width)
    }

    /// A name at the left and its figure at the right, or below it; where there is no further row the name is cut. The
    /// figure is whole or not there.
    fn pair(&mut self, name: &str, value: &str, buf: &mut Buffer) {
        let Rect { x, width, .. } = self.area;
        let width = width.min(WIDEST);
        let (text, muted) = (self.console.cx.theme.style(Role::Text), self.console.cx.theme.style(Role::Muted));
        let value = text::fit_figure(value, usize::from(width));
        let rows = self.rows_of(name, value).min(self.left());
        match (rows, name) {
            (0, _) => {}
            (_, "") => {
                draw::put(buf, x, self.y, width, value, text);
            }
            (1, name) => {
                let used = draw::put_right(buf, x + width, self.y, width, value, text);
                draw::put(buf, x, self.y, width.saturating_sub(used + 2), name, muted);
            }
            (_, name) => {
                draw::put(buf, x, self.y, width, name, muted);
                draw::put_right(buf, x + width, self.y + 1, width, value, text);
            }
        }
        self.y += rows;
    }
}
