//! A show on paper: its steps, times, figures, notes and sources as Markdown.

mod cite;
mod markdown;

use std::fmt::Write;

use crate::domain::briefing::Row;
use crate::domain::figure::{Format, Notation};
use crate::domain::{Address, District, Event, Flag, Form, Honour, Level, Metric, Show, Slide, Text};
use crate::lang::{Messages, messages};
use crate::model::show::elapsed::{seconds, written};
use cite::Cited;
use markdown::{code, escape};

/// How an outline is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Style {
    /// The language and the notation of figures.
    pub format: Format,
    /// Whether what the presenter says is part of it.
    pub notes: bool,
}

/// The outline of a show of this district: a heading a step, under it the time, the place, the figures and honours that
/// are seen with where they are stated, the notes, and the sources. Every figure is written as the screens write it.
pub fn render(district: &District, show: &Show, style: Style) -> String {
    let outline = Outline { district, style, messages: messages(style.format.lang) };
    let mut out = outline.head(show);
    let (mut all, mut until) = (outline.nothing_cited(), 0u32);
    for (slide, number) in show.slides.iter().zip(1..) {
        let from = until;
        until = until.saturating_add(slide.seconds.unwrap_or(0));
        let (text, cited) = outline.step(slide, number, from, until);
        out.push_str(&text);
        all.and(cited);
    }
    let sources = all.list();
    if !sources.is_empty() {
        let _ = write!(out, "\n## {}\n\n{sources}", outline.messages.words.sources);
    }
    out
}

struct Outline<'a> {
    district: &'a District,
    style: Style,
    messages: &'static Messages,
}

impl<'a> Outline<'a> {
    fn text<'t>(&self, text: &'t Text) -> &'t str {
        text.get(self.style.format.lang)
    }

    fn nothing_cited(&self) -> Cited<'a> {
        Cited::new(self.district, self.messages, self.style.format.lang)
    }

    /// Title, district, period, how many steps, how long.
    fn head(&self, show: &Show) -> String {
        let words = &self.messages.outline;
        let data = self.district.data();
        let mut facts = vec![
            escape(self.text(&data.district)),
            escape(&data.period.describe(self.style.format.lang)),
            (words.steps)(show.slides.len()),
            (words.total)(&written(seconds(show.seconds()))),
        ];
        facts.extend(show.minutes.map(words.planned));
        let mut out = format!("# {}\n\n{}\n", escape(self.text(&show.title)), facts.join(" · "));
        if data.synthetic == Some(true) {
            let _ = write!(out, "\n**{}**\n", words.synthetic);
        }
        if show.made {
            let _ = write!(out, "\n{}\n", words.made);
        }
        out
    }

    /// A step and what it cites.
    fn step(&self, slide: &Slide, number: usize, from: u32, until: u32) -> (String, Cited<'a>) {
        let words = &self.messages.outline;
        let place = self.name(&slide.address);
        let headline = slide.headline.as_ref().map_or(&*place, |headline| self.text(headline));
        let time = match slide.seconds {
            Some(own) => (words.time)(&written(seconds(own)), &written(seconds(until))),
            None => (words.untimed)(&written(seconds(from))),
        };
        let mut out = format!("\n## {number}. {}\n\n", escape(headline));
        let _ = writeln!(out, "{time} · {} · {}", escape(&place), code(&slide.address.to_string()));
        let mut cited = self.nothing_cited();
        let lines = self.lines(slide, &mut cited);
        if !lines.is_empty() {
            let _ = write!(out, "\n{}", lines.concat());
        }
        if let Some(notes) = slide.notes.as_ref().filter(|_| self.style.notes) {
            let _ = write!(out, "\n> {}\n", escape(self.text(notes)));
        }
        let sources = cited.line();
        if !sources.is_empty() {
            let _ = write!(out, "\n{}\n", (self.messages.says.source_line)(&sources));
        }
        (out, cited)
    }

    /// What the step shows, an item a line.
    fn lines(&self, slide: &Slide, cited: &mut Cited<'a>) -> Vec<String> {
        if slide.form == Form::List {
            let rows = slide.rows(self.district, self.style.format.lang);
            return rows.into_iter().map(|row| self.row(row, cited)).collect();
        }
        let figures = slide.figures(self.district).into_iter().map(Row::Metric);
        let rows: Vec<Row<'_>> = figures.chain(slide.honours(self.district).into_iter().map(Row::Honour)).collect();
        let lines = rows.into_iter().map(|row| self.row(row, cited)).collect();
        let named = match &slide.address {
            _ if slide.form == Form::Title => &[],
            Address::Action(id) => self.district.action(id).map_or(&[][..], |action| &action.sources),
            Address::Source(id) => std::slice::from_ref(id),
            _ => &[],
        };
        for id in named {
            cited.source(id);
        }
        lines
    }

    fn row(&self, row: Row<'a>, cited: &mut Cited<'a>) -> String {
        let parts = match row {
            Row::Metric(metric) => self.metric(metric, cited),
            Row::Honour(honour) => self.honour(honour, cited),
            Row::Event(event) => self.event(event, cited),
            Row::Source(source) => {
                cited.source(&source.id);
                vec![escape(self.text(&source.title)), escape(self.text(&source.publisher))]
            }
        };
        format!("- {}\n", parts.join(" · "))
    }

    /// Name and figure; the whole figure where digits were lost; rank; a period of its own; where it is stated.
    fn metric(&self, metric: &'a Metric, cited: &mut Cited<'a>) -> Vec<String> {
        let (format, says) = (self.style.format, &self.messages.says);
        let name = escape(self.text(&metric.name));
        let Some(figure) = format.metric(self.district, metric) else {
            return vec![format!("{name} **{}**", says.no_value), self.stated(metric, cited)];
        };
        let mut parts = vec![format!("{name} **{}**", escape(&figure.text()))];
        if figure.rounded {
            let exact = Format { notation: Notation::Exact, ..format }.metric(self.district, metric);
            parts.extend(exact.map(|exact| escape(&(says.rounded)(&exact.text()))));
        }
        if let Some(rank) = &metric.rank {
            let whole = figure.text() == format.rank(rank);
            parts.extend((!whole).then(|| escape(&format.rank(rank))));
            parts.extend(rank.scope.as_ref().map(|scope| escape(self.text(scope))));
        }
        let period = metric.period.as_ref().filter(|period| **period != self.district.data().period);
        parts.extend(period.map(|period| escape(&period.describe(format.lang))));
        let [provisional, revised, estimated] = self.messages.words.flags;
        parts.extend(metric.flag.map(|flag| {
            let word = match flag {
                Flag::Provisional => provisional,
                Flag::Revised => revised,
                Flag::Estimated => estimated,
            };
            word.to_owned()
        }));
        parts.push(self.stated(metric, cited));
        parts
    }

    /// Where a figure is stated, and how it was derived where it was.
    fn stated(&self, metric: &'a Metric, cited: &mut Cited<'a>) -> String {
        let how =
            metric.derived.as_ref().map(|derived| (self.messages.outline.derived)(&escape(self.text(&derived.how))));
        match how {
            None => cited.locator(metric.source.as_ref()),
            Some(how) if metric.source.is_none() => how,
            Some(how) => [how, cited.locator(metric.source.as_ref())].join(" · "),
        }
    }

    fn honour(&self, honour: &'a Honour, cited: &mut Cited<'a>) -> Vec<String> {
        let words = &self.messages.words;
        let levels = Level::ALL.into_iter().zip(words.levels);
        let level = levels.filter(|(level, _)| *level == honour.level).map(|(_, word)| word).collect();
        let mut parts = vec![escape(self.text(&honour.name)), level];
        parts.extend(honour.by.as_ref().map(|by| escape(self.text(by))));
        parts.push(cited.locator(honour.source.as_ref()));
        parts
    }

    fn event(&self, event: &'a Event, cited: &mut Cited<'a>) -> Vec<String> {
        let mut parts = vec![event.date.to_string(), escape(self.text(&event.name))];
        parts.extend(event.date_note.as_ref().map(|note| escape(self.text(note))));
        parts.push(cited.locator(event.source.as_ref()));
        parts
    }

    /// What a place is called.
    fn name(&self, address: &Address) -> String {
        let words = &self.messages.words;
        let entry = match address {
            Address::Overview => Some(words.overview),
            Address::Metrics | Address::MetricsBy(_) => Some(words.metrics),
            Address::Honours | Address::HonoursByAction => Some(words.honours),
            Address::Timeline | Address::TimelineByAction => Some(words.timeline),
            Address::Sources => Some(words.sources),
            Address::Datasets => Some(words.datasets),
            Address::Compare(_) => Some(words.compare),
            Address::Action(id) => self.district.action(id).map(|action| self.text(&action.name)),
            Address::Initiative(id) => self.district.initiative(id).map(|initiative| self.text(&initiative.name)),
            Address::Metric(id) => self.district.metric(id).map(|metric| self.text(&metric.name)),
            Address::Honour(id) => self.district.honour(id).map(|honour| self.text(&honour.name)),
            Address::Source(id) => self.district.source(id).map(|source| self.text(&source.title)),
        };
        entry.unwrap_or_default().to_owned()
    }
}
