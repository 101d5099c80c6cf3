//! The line that says where what is seen comes from.

use std::collections::BTreeSet;

use crate::domain::briefing::Row;
use crate::domain::{Address, Form, Lang, Locator, Slide};
use crate::screens::Context;
use crate::screens::parts::cite;
use crate::ui::text;

/// So many paragraphs are told one by one.
const PARAGRAPHS: usize = 4;

/// What is cited by all that is seen.
#[derive(Debug, Default)]
pub(super) struct Cited<'a> {
    /// The sources in the order in which they are met, each with its locators.
    sources: Vec<(&'a str, Vec<&'a Locator>)>,
    /// How the figures were worked out that no source states.
    derived: Vec<&'a str>,
    /// The names of what has neither a source nor a derivation.
    pub uncited: Vec<String>,
    /// How many things are seen.
    count: usize,
}

impl<'a> Cited<'a> {
    /// What a step cites.
    pub(super) fn of(cx: &Context<'a>, slide: &'a Slide) -> Self {
        let mut cited = Self::default();
        let district = cx.district;
        for row in seen(cx, slide) {
            cited.row(cx, row);
        }
        let named: Vec<&str> = match &slide.address {
            _ if slide.form == Form::Title => Vec::new(),
            Address::Action(id) => {
                district.action(id).into_iter().flat_map(|action| &action.sources).map(|id| &**id).collect()
            }
            Address::Source(id) => vec![&**id],
            _ => Vec::new(),
        };
        for id in named {
            cited.source(id, None);
        }
        // A card stands for the whole dataset, and so does a place that shows nothing in particular.
        if cited.count == 0 && cited.sources.is_empty() {
            for source in &district.data().sources {
                cited.source(&source.id, None);
            }
        }
        cited
    }

    fn row(&mut self, cx: &Context<'a>, row: Row<'a>) {
        self.count += 1;
        let (name, locator) = match row {
            Row::Metric(metric) => {
                let how = metric.derived.as_ref().map(|derived| cx.text(&derived.how));
                if metric.source.is_none()
                    && let Some(how) = how.filter(|_| !metric.is_uncited())
                {
                    self.derived.push(how);
                    return;
                }
                (&metric.name, metric.source.as_ref())
            }
            Row::Honour(honour) => (&honour.name, honour.source.as_ref()),
            Row::Event(event) => (&event.name, event.source.as_ref()),
            Row::Source(source) => return self.source(&source.id, None),
        };
        match locator {
            Some(locator) => self.source(&locator.id, Some(locator)),
            None => self.uncited.push(cx.text(name).to_owned()),
        }
    }

    fn source(&mut self, id: &'a str, locator: Option<&'a Locator>) {
        let at = self.sources.iter().position(|(it, _)| *it == id);
        match at.and_then(|at| self.sources.get_mut(at)) {
            Some((_, locators)) => locators.extend(locator),
            None => self.sources.push((id, locator.into_iter().collect())),
        }
    }

    /// Whether nothing that is seen has a source.
    pub(super) fn is_empty(&self) -> bool {
        self.sources.is_empty() && self.derived.is_empty()
    }

    /// The line in at most so many rows of so many cells: with the title of the source, else without. What has no room
    /// even then ends in `…`.
    pub(super) fn lines(&self, cx: &Context<'_>, width: u16, rows: u16) -> Vec<String> {
        let variants = self.variants(cx);
        let shortest =
            || vec![text::fit(variants.last().map_or("", |(line, _)| line), usize::from(width)).into_owned()];
        fitting(&variants, width, rows).map_or_else(shortest, |(lines, _)| lines)
    }

    /// How much of it has room.
    pub(super) fn told(&self, cx: &Context<'_>, width: u16, rows: u16) -> Told {
        match fitting(&self.variants(cx), width, rows) {
            Some((_, true)) => Told::Whole,
            Some((_, false)) => Told::Short,
            None => Told::Cut,
        }
    }

    /// The line, the longest first, and whether it says which sources there are and where in them.
    fn variants(&self, cx: &Context<'_>) -> Vec<(String, bool)> {
        let says = &cx.messages.stage;
        let Some((id, locators)) = self.sources.first() else {
            let lines = match self.derived.as_slice() {
                [] => vec![(cx.messages.says.source_line)(cx.messages.says.no_source)],
                [how] if self.uncited.is_empty() => vec![(says.derived)(how), cx.messages.words.derived.to_owned()],
                _ => vec![self.with_remarks(cx, cx.messages.words.derived.to_owned(), 1, false)],
            };
            return lines.into_iter().map(|line| (line, true)).collect();
        };
        let source = cx.district.source(id);
        let title = source.map_or(*id, |source| cx.text(&source.title));
        let publisher = source.map_or(*id, |source| cx.text(&source.publisher));
        let place = place(cx, locators);
        let more = self.sources.len() - 1;
        let one = [
            ((says.source)(title, publisher, &place), more == 0),
            ((says.publisher)(title, &place), more == 0),
            ((says.publisher)(publisher, &place), false),
            ((says.publisher)(publisher, ""), false),
        ];
        let one = one.map(|(line, whole)| (self.with_remarks(cx, line, more, true), whole));
        let all = [true, false].map(|placed| (self.with_remarks(cx, self.all(cx, placed), 0, true), placed));
        // All of them, where there are several and they have room.
        all.into_iter().filter(|_| more > 0).chain(one).collect()
    }

    /// The titles of all sources, with the places in them or without.
    fn all(&self, cx: &Context<'_>, placed: bool) -> String {
        let says = &cx.messages.stage;
        let one = |(id, locators): &(&str, Vec<&Locator>)| {
            let title = cx.district.source(id).map_or(*id, |source| cx.text(&source.title));
            let place = if placed { place(cx, locators) } else { String::new() };
            (says.titled)(title, &place)
        };
        let all: Vec<String> = self.sources.iter().map(one).collect();
        (says.publisher)(&all.join(if cx.prefs.lang == Lang::Zh { "；" } else { "; " }), "")
    }

    fn with_remarks(&self, cx: &Context<'_>, line: String, more: usize, cited: bool) -> String {
        let says = &cx.messages.stage;
        let mut line = if more > 0 && cited { (says.more_sources)(&line, more) } else { line };
        if !self.derived.is_empty() && cited {
            line = format!("{line} · {}", says.some_derived);
        }
        if !self.uncited.is_empty() {
            line = format!("{line} · {}", says.some_uncited);
        }
        line
    }
}

/// How much of what is cited is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Told {
    /// Every source by its title.
    Whole,
    /// Less than that.
    Short,
    /// What is told ends in `…`.
    Cut,
}

/// The lines of the first variant that has room, and whether it is whole.
fn fitting(variants: &[(String, bool)], width: u16, rows: u16) -> Option<(Vec<String>, bool)> {
    let wrapped = |(line, whole): &(String, bool)| (text::wrap(line, usize::from(width)), *whole);
    let found = |rows: u16| variants.iter().map(wrapped).find(|(lines, _)| lines.len() <= usize::from(rows));
    // The title is worth a second row, but not one with a word or two.
    let full = |lines: &[String]| lines.last().is_some_and(|last| text::cells(last) >= width / 4);
    let first = variants.first().map(wrapped);
    let first = first.filter(|(lines, _)| lines.len() <= usize::from(rows) && (lines.len() < 2 || full(lines)));
    let one = || found(1).filter(|(_, whole)| *whole);
    first.or_else(one).or_else(|| found(rows)).or_else(|| found(1))
}

/// Where in a source: its paragraphs where they are few, else its only page; nothing where there are many.
fn place(cx: &Context<'_>, locators: &[&Locator]) -> String {
    let paragraphs: BTreeSet<u32> = locators.iter().filter_map(|locator| locator.paragraph).collect();
    match (locators, paragraphs.len()) {
        ([only], _) => cite::place_in(cx, only).unwrap_or_default(),
        (_, 1..=PARAGRAPHS) => {
            let separator = if cx.prefs.lang == Lang::Zh { "、" } else { ", " };
            let list: Vec<String> = paragraphs.iter().map(u32::to_string).collect();
            (cx.messages.says.paragraphs)(&list.join(separator))
        }
        _ => String::new(),
    }
}

/// Everything on a step that has a source.
fn seen<'a>(cx: &Context<'a>, slide: &'a Slide) -> Vec<Row<'a>> {
    if slide.form == Form::Title {
        return Vec::new();
    }
    let rows = slide.rows(cx.district, cx.prefs.lang);
    if !rows.is_empty() {
        return rows;
    }
    let metrics = slide.figures(cx.district).into_iter().map(Row::Metric);
    metrics.chain(slide.honours(cx.district).into_iter().map(Row::Honour)).collect()
}
