//! What can be found in a dataset, and by which of its texts.

use std::borrow::Cow;

use super::fold::is_han;
use super::{Index, Part, Query};
use crate::domain::address::Address;
use crate::domain::dataset::{Action, Event, Honour, Initiative, Source};
use crate::domain::district::District;
use crate::domain::figure::{Format, Notation};
use crate::domain::id::Id;
use crate::domain::metric::Metric;
use crate::domain::text::{Lang, Text};

/// What sort of thing was found. Of things found equally well the first sort comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// An action.
    Action,
    /// A metric.
    Metric,
    /// An initiative.
    Initiative,
    /// An honour.
    Honour,
    /// An event.
    Event,
    /// A source.
    Source,
    /// The dataset itself, with what its compilers say of it.
    Dataset,
}

impl Kind {
    /// Every kind, in order.
    pub const ALL: [Self; 7] =
        [Self::Action, Self::Metric, Self::Initiative, Self::Honour, Self::Event, Self::Source, Self::Dataset];

    /// The class that entries of an index have; those of other indexes may be below.
    pub fn class(self) -> u8 {
        Self::ALL.iter().zip(2..).find(|(kind, _)| **kind == self).map_or(0, |(_, class)| class)
    }
}

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Target {
    /// What has a place of its own.
    Place(Address),
    /// An event: a row of the timeline.
    Event(Id),
    /// The dataset itself.
    Dataset,
}

impl Target {
    /// What sort of thing it is.
    pub fn kind(&self) -> Kind {
        match self {
            Self::Place(Address::Action(_)) => Kind::Action,
            Self::Place(Address::Initiative(_)) => Kind::Initiative,
            Self::Place(Address::Honour(_)) => Kind::Honour,
            Self::Place(Address::Source(_)) => Kind::Source,
            Self::Place(_) => Kind::Metric,
            Self::Event(_) => Kind::Event,
            Self::Dataset => Kind::Dataset,
        }
    }

    /// The place to go to.
    pub fn address(&self) -> Address {
        match self {
            Self::Place(address) => address.clone(),
            Self::Event(_) => Address::Timeline,
            // There stands what the compilers say.
            Self::Dataset => Address::Sources,
        }
    }
}

/// What a text of an entry is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// The name, in a language.
    Name(Lang),
    /// The name, where it is the same in both.
    OnlyName,
    /// The figure as its source prints it.
    AsWritten,
    /// The words of the source.
    Wording,
    /// The figure or the rank as it is shown, or a part of it, in a language or in both.
    Figure(Option<Lang>),
    /// The date.
    Date,
    /// What is counted.
    Definition,
    /// What it is about: motto or summary.
    Summary,
    /// Who answers for it.
    Owner,
    /// Who conferred it.
    By,
    /// Who published it.
    Publisher,
    /// Remarks.
    Note,
    /// Among whom a rank is held.
    Scope,
    /// A part of a breakdown.
    Part,
    /// How it was computed.
    Derivation,
    /// The action that it belongs to.
    Action,
    /// The address on the web.
    Url,
    /// The id.
    Id,
}

impl Field {
    /// What the text is to its entry.
    fn part(self, text: &str) -> Part {
        match self {
            Self::Name(lang) => Part::Name(Some(lang)),
            Self::OnlyName => Part::Name(None),
            Self::AsWritten => Part::Figure(text.chars().any(is_han).then_some(Lang::Zh)),
            Self::Figure(lang) => Part::Figure(lang),
            Self::Definition => Part::Definition,
            Self::Owner => Part::Owner,
            Self::Action => Part::Action,
            Self::Url | Self::Id => Part::Id,
            Self::Date => Part::Date,
            Self::Publisher => Part::Publisher,
            _ => Part::Remark,
        }
    }
}

/// The texts of an entry.
#[derive(Default)]
struct Fields<'a>(Vec<(Field, Cow<'a, str>)>);

impl<'a> Fields<'a> {
    fn name(text: &'a Text) -> Self {
        let mut fields = Self::default();
        if text.get(Lang::En) == text.get(Lang::Zh) {
            fields.push(Field::OnlyName, text.get(Lang::Zh));
        } else {
            fields.push(Field::Name(Lang::Zh), text.get(Lang::Zh));
            fields.push(Field::Name(Lang::En), text.get(Lang::En));
        }
        fields
    }

    fn push(&mut self, field: Field, text: impl Into<Cow<'a, str>>) {
        self.0.push((field, text.into()));
    }

    /// A text in both languages.
    fn text(mut self, field: Field, text: Option<&'a Text>) -> Self {
        if let Some(text) = text {
            self.push(field, text.get(Lang::Zh));
            if text.get(Lang::En) != text.get(Lang::Zh) {
                self.push(field, text.get(Lang::En));
            }
        }
        self
    }

    fn plain(mut self, field: Field, text: Option<impl Into<Cow<'a, str>>>) -> Self {
        if let Some(text) = text {
            self.push(field, text);
        }
        self
    }

    /// A figure or a part of it, once: in both languages where it is a number without words.
    fn figure(&mut self, lang: Lang, shown: String) {
        let alike = |known: &str| known.chars().filter(|c| *c != ',').eq(shown.chars().filter(|c| *c != ','));
        if !self.0.iter().any(|(_, known)| alike(known)) {
            let worded = shown.chars().any(char::is_alphabetic);
            self.push(Field::Figure(worded.then_some(lang)), shown);
        }
    }

    fn action(action: &'a Action) -> Self {
        Self::name(&action.name)
            .text(Field::Summary, action.motto.as_ref())
            .text(Field::Summary, action.summary.as_ref())
            .text(Field::Owner, action.owner.as_ref())
            .plain(Field::Id, Some(action.id.as_str()))
    }

    fn initiative(initiative: &'a Initiative) -> Self {
        Self::name(&initiative.name)
            .text(Field::Summary, initiative.summary.as_ref())
            .text(Field::Owner, initiative.owner.as_ref())
            .plain(Field::Id, Some(initiative.id.as_str()))
    }

    fn metric(district: &'a District, metric: &'a Metric) -> Self {
        let mut fields = Self::name(&metric.name).plain(Field::AsWritten, metric.as_written.as_deref());
        for lang in Lang::ALL {
            for notation in [Notation::Compact, Notation::Exact] {
                let Some(figure) = (Format { lang, notation }).metric(district, metric) else { continue };
                // The bound may be left out, and the unit.
                for shown in [figure.text(), figure.short(), figure.number] {
                    fields.figure(lang, shown);
                }
            }
            if let Some(rank) = &metric.rank {
                fields.push(Field::Figure(Some(lang)), Format { lang, ..Format::default() }.rank(rank));
            }
        }
        // The number of the file, and that of the unit that others of its dimension are converted to.
        let unit = district.unit(&metric.unit);
        let factor = unit.and_then(|unit| unit.base.as_ref()).map(|base| base.factor.0);
        let value = metric.value.map(|value| value.0);
        let converted = value.zip(factor).and_then(|(value, factor)| value.checked_mul(factor));
        for plain in value.into_iter().chain(converted) {
            fields.figure(Lang::Zh, plain.normalize().to_string());
        }
        let parts = metric.breakdown.iter().flat_map(|it| &it.parts).map(|part| &part.name);
        let dimensions = metric.breakdown.iter().map(|it| &it.dimension);
        let mut fields = fields
            .text(Field::Definition, metric.definition.as_ref())
            .text(Field::Owner, metric.owner.as_ref())
            .text(Field::Scope, metric.rank.as_ref().and_then(|rank| rank.scope.as_ref()))
            .text(Field::Note, metric.note.as_ref())
            .text(Field::Note, metric.source.as_ref().and_then(|it| it.note.as_ref()))
            .text(Field::Derivation, metric.derived.as_ref().map(|it| &it.how));
        for name in dimensions.chain(parts) {
            fields = fields.text(Field::Part, Some(name));
        }
        let action = metric.action.as_ref().and_then(|id| district.action(id));
        let fields = fields.text(Field::Action, action.map(|it| &it.name));
        fields.plain(Field::Id, Some(metric.id.as_str()))
    }

    fn honour(honour: &'a Honour) -> Self {
        Self::name(&honour.name)
            .plain(Field::Wording, honour.as_written.as_deref())
            .plain(Field::Date, honour.date.map(|date| date.to_string()))
            .text(Field::By, honour.by.as_ref())
            .plain(Field::Id, Some(honour.id.as_str()))
    }

    fn event(event: &'a Event) -> Self {
        Self::name(&event.name)
            .plain(Field::Date, Some(event.date.to_string()))
            .text(Field::Note, event.date_note.as_ref())
            .plain(Field::Id, Some(event.id.as_str()))
    }

    fn source(source: &'a Source) -> Self {
        Self::name(&source.title)
            .plain(Field::Date, source.published.map(|date| date.to_string()))
            .text(Field::Publisher, Some(&source.publisher))
            .text(Field::Note, source.note.as_ref())
            .plain(Field::Url, source.url.as_deref())
            .plain(Field::Id, Some(source.id.as_str()))
    }

    fn dataset(district: &'a District) -> Self {
        let data = district.data();
        Self::name(&data.title)
            .text(Field::Summary, Some(&data.district))
            .text(Field::Note, data.note.as_ref())
            .plain(Field::Id, Some(data.id.as_str()))
    }
}

/// The texts by which something is found, in the order in which they are in the index; empty where the dataset does not
/// have it.
pub fn fields<'a>(district: &'a District, target: &Target) -> Vec<(Field, Cow<'a, str>)> {
    let fields = match target {
        Target::Place(Address::Action(id)) => district.action(id).map(Fields::action),
        Target::Place(Address::Initiative(id)) => district.initiative(id).map(Fields::initiative),
        Target::Place(Address::Metric(id)) => district.metric(id).map(|metric| Fields::metric(district, metric)),
        Target::Place(Address::Honour(id)) => district.honour(id).map(Fields::honour),
        Target::Place(Address::Source(id)) => district.source(id).map(Fields::source),
        Target::Place(_) => None,
        Target::Event(id) => district.data().events.iter().find(|event| event.id == *id).map(Fields::event),
        Target::Dataset => Some(Fields::dataset(district)),
    };
    fields.unwrap_or_default().0
}

/// The index of a dataset.
pub fn index(district: &District) -> Index<Target> {
    let data = district.data();
    let mut index = Index::default();
    let mut add = |target: Target, fields: Fields<'_>| {
        let class = target.kind().class();
        index.add(target, class, fields.0.iter().map(|(field, text)| (field.part(text), &**text)));
    };
    for it in &data.actions {
        add(Target::Place(Address::Action(it.id.clone())), Fields::action(it));
    }
    for it in &data.initiatives {
        add(Target::Place(Address::Initiative(it.id.clone())), Fields::initiative(it));
    }
    for it in &data.metrics {
        add(Target::Place(Address::Metric(it.id.clone())), Fields::metric(district, it));
    }
    for it in &data.honours {
        add(Target::Place(Address::Honour(it.id.clone())), Fields::honour(it));
    }
    for it in &data.events {
        add(Target::Event(it.id.clone()), Fields::event(it));
    }
    for it in &data.sources {
        add(Target::Place(Address::Source(it.id.clone())), Fields::source(it));
    }
    add(Target::Dataset, Fields::dataset(district));
    index
}

/// Which metrics, each at its position in the dataset's list, are found by a query: by name, figure, definition, owner or id.
pub fn metrics_with(district: &District, query: &Query) -> Vec<bool> {
    let data = district.data();
    let before = data.actions.len() + data.initiatives.len();
    let wanted = |part| !matches!(part, Part::Remark | Part::Action | Part::Date);
    let among: Vec<u32> = (before..before + data.metrics.len()).filter_map(|at| u32::try_from(at).ok()).collect();
    let mut found = vec![false; data.metrics.len()];
    for hit in district.search_index().search(query, Lang::Zh, wanted, Some(&among)) {
        if let Some(found) = (hit.entry as usize).checked_sub(before).and_then(|at| found.get_mut(at)) {
            *found = true;
        }
    }
    found
}
