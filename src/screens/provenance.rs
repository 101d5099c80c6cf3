//! The provenance card: of a metric or an honour where it is from, what it counts, as of when, exactly or about, and what
//! of that is not on record.

use ratatui::layout::Rect;

use super::Context;
use super::parts::facts::{self, Fact, paragraph};
use super::parts::honour_rows::{kind_word, level_word};
use super::parts::{cite, record};
use crate::domain::figure::{Format, Notation};
use crate::domain::{Address, Bound, Honour, HonourKind, Id, Locator, Metric, Text, UnitKind};
use crate::ui::page::Pen;
use crate::ui::text;
use crate::ui::theme::Role;

/// Where the figure or the honour at an address is stated.
pub fn locator<'a>(cx: &Context<'a>, of: &Address) -> Option<&'a Locator> {
    match of {
        Address::Metric(id) => cx.district.metric(id)?.source.as_ref(),
        Address::Honour(id) => cx.district.honour(id)?.source.as_ref(),
        _ => None,
    }
}

/// Describes the card of a metric or an honour. Gives the height of all of it.
pub fn paint(cx: &Context<'_>, of: &Address, pen: &mut Pen<'_>, width: u16) -> u16 {
    let (name, told) = match of {
        Address::Metric(id) => cx.district.metric(id).map(|metric| (&metric.name, of_metric(cx, metric))),
        Address::Honour(id) => cx.district.honour(id).map(|honour| (&honour.name, of_honour(cx, honour))),
        _ => None,
    }
    .unzip();
    let (Some(name), Some(told)) = (name, told) else { return 0 };
    let y = paragraph(pen, Rect::new(0, 0, width, 0), cx.text(name), Role::Strong).saturating_add(1);
    let label = told.facts.iter().map(|fact| text::cells(fact.label)).max().unwrap_or(0);
    let y = facts::paint(pen, Rect::new(0, y, width, 0), label, 0, &told.facts);
    if told.missing.is_empty() || cx.audience {
        return y;
    }
    let sentence = (cx.messages.says.missing)(&told.missing);
    paragraph(pen, Rect::new(0, y.saturating_add(1), width, 0), &sentence, Role::Muted)
}

/// What is on record, and the words for what is not.
#[derive(Default)]
struct Told {
    facts: Vec<Fact<'static>>,
    missing: Vec<&'static str>,
}

impl Told {
    fn fact(&mut self, label: &'static str, role: Role, value: Option<String>) {
        self.facts.extend(value.map(|value| Fact { label, value, role }));
    }

    /// The same, and that it is not on record where it is not.
    fn or_missing(&mut self, label: &'static str, role: Role, value: Option<String>) {
        if value.is_none() {
            self.missing.push(label);
        }
        self.fact(label, role, value);
    }

    /// Where it is stated: title, publisher, place, date, address on the web.
    fn source(&mut self, cx: &Context<'_>, label: &'static str, locator: Option<&Locator>) {
        let words = &cx.messages.words;
        let Some(locator) = locator else {
            self.fact(label, Role::Unknown, Some(cx.messages.says.no_source.to_owned()));
            return;
        };
        let place = cite::place_in(cx, locator);
        let note = locator.note.as_ref().map(|note| cx.text(note).to_owned());
        let source = cx.district.source(&locator.id);
        self.fact(label, Role::Text, Some(source.map_or(&*locator.id, |source| cx.text(&source.title)).to_owned()));
        self.or_missing(
            words.locator,
            Role::Strong,
            place.into_iter().chain(note).reduce(|place, note| format!("{place}\n{note}")),
        );
        let Some(source) = source else { return };
        self.fact(words.publisher, Role::Text, Some(cx.text(&source.publisher).to_owned()));
        self.or_missing(words.published, Role::Text, source.published.map(|date| date.to_string()));
        self.or_missing(words.url, Role::Text, source.url.clone());
    }
}

fn of_metric(cx: &Context<'_>, metric: &Metric) -> Told {
    let words = &cx.messages.words;
    let text = |text: &Option<Text>| text.as_ref().map(|text| cx.text(text).to_owned());
    let mut told = Told::default();
    told.fact(words.figure, Role::Strong, Some(figure(cx, metric)));
    told.fact(words.bound, Role::Text, metric.value.map(|_| bound(cx, metric).to_owned()));
    let written = metric.as_written.as_ref().map(|written| format!("“{written}”"));
    // What was computed is nowhere written.
    if metric.derived.is_none() {
        told.or_missing(words.as_written, Role::Text, written);
    } else {
        told.fact(words.as_written, Role::Text, written);
    }
    let rank = metric.rank.as_ref().map(|rank| {
        let scope = rank.scope.as_ref().map_or("", |scope| cx.text(scope));
        format!("{}  {scope}", cx.format().rank(rank)).trim_end().to_owned()
    });
    told.fact(words.rank, Role::Text, rank);
    told.or_missing(words.definition, Role::Text, text(&metric.definition));
    told.fact(words.period, Role::Text, Some(cx.district.period_of(metric).describe(cx.prefs.lang)));
    told.fact(words.as_of, Role::Text, cx.district.data().as_of.map(|date| date.to_string()));
    told.fact(words.derived, Role::Text, derived(cx, metric));
    let label = if metric.derived.is_some() { words.rests_on } else { words.source };
    if metric.source.is_some() || metric.derived.is_none() {
        told.source(cx, label, metric.source.as_ref());
    }
    told.or_missing(words.owner, Role::Text, text(&metric.owner));
    told.fact(words.flag, Role::Text, metric.flag.map(|flag| record::flag_word(cx, flag).to_owned()));
    told.fact(words.revisions, Role::Text, record::revisions(cx, metric));
    told.fact(words.note, Role::Muted, text(&metric.note).filter(|_| !cx.audience));
    told
}

/// The figure as it is shown and, where that has other digits, in full.
fn figure(cx: &Context<'_>, metric: &Metric) -> String {
    let Some(shown) = cx.format().metric(cx.district, metric) else { return cx.messages.says.no_value.to_owned() };
    let exact = Format { notation: Notation::Exact, ..cx.format() }.metric(cx.district, metric);
    let (shown, rounded) = (shown.text(), shown.rounded);
    match exact.map(|exact| exact.text()).filter(|exact| *exact != shown) {
        Some(exact) if rounded => format!("{shown}\n{}", (cx.messages.says.rounded)(&exact)),
        Some(exact) => format!("{shown}\n= {exact}"),
        None => shown,
    }
}

/// What the bound says of the value.
fn bound(cx: &Context<'_>, metric: &Metric) -> &'static str {
    let [exact, about, nearly, over, at_most] = cx.messages.says.bounds;
    let is_rank = cx.district.unit(&metric.unit).is_some_and(|unit| unit.kind == UnitKind::Rank);
    match metric.bound {
        Bound::Exact => exact,
        Bound::About => about,
        Bound::Nearly => nearly,
        Bound::Over => over,
        Bound::AtMost if is_rank => cx.messages.says.place_or_better,
        Bound::AtMost => at_most,
    }
}

/// How it was computed, and from what, a line each.
fn derived(cx: &Context<'_>, metric: &Metric) -> Option<String> {
    let derived = metric.derived.as_ref()?;
    let input = |id: &Id| {
        let input = cx.district.metric(id)?;
        let value = input.value.map(|value| record::in_full(cx, input, value, input.bound));
        let value = value.unwrap_or_else(|| cx.messages.says.no_value.to_owned());
        Some(format!("{} {value}", cx.text(&input.name)))
    };
    let how = std::iter::once(cx.text(&derived.how).to_owned());
    Some(how.chain(derived.from.iter().filter_map(input)).collect::<Vec<_>>().join("\n"))
}

fn of_honour(cx: &Context<'_>, honour: &Honour) -> Told {
    let words = &cx.messages.words;
    let mut told = Told::default();
    let kind = format!("{} · {}", level_word(cx.messages, honour.level), kind_word(cx.messages, honour.kind));
    told.fact(words.level, Role::Strong, Some(kind));
    told.or_missing(words.as_written, Role::Text, honour.as_written.as_ref().map(|written| format!("“{written}”")));
    let by = if honour.kind == HonourKind::Media { words.reported_by } else { words.by };
    told.or_missing(by, Role::Text, honour.by.as_ref().map(|by| cx.text(by).to_owned()));
    told.or_missing(words.date, Role::Text, honour.date.map(|date| date.to_string()));
    told.source(cx, words.source, honour.source.as_ref());
    let metric = honour.metric.as_ref().and_then(|id| cx.district.metric(id));
    told.fact(
        words.metric,
        Role::Text,
        metric.map(|metric| format!("{} {}", cx.text(&metric.name), figure(cx, metric))),
    );
    told
}
