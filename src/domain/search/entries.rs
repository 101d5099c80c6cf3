//! What can be found in a dataset, and by which of its texts.

use std::borrow::Cow;

use super::Index;
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
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Field {
    /// The name, in a language.
    Name(Lang),
    /// The figure as its source prints it.
    AsWritten,
    /// The figure, the rank or the date as it is shown.
    Figure,
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
    /// The id.
    Id,
}

impl Field {
    /// The rank of a name.
    pub const NAME: u8 = 0;
    /// The rank of an id.
    pub const ID: u8 = 4;

    /// What comes before what, from 0.
    pub fn rank(self) -> u8 {
        match self {
            Self::Name(_) => Self::NAME,
            Self::AsWritten | Self::Figure => 1,
            Self::Definition => 2,
            Self::Id => Self::ID,
            _ => 3,
        }
    }
}

/// The texts of an entry, collected in the order of their ranks.
#[derive(Default)]
struct Fields<'a>(Vec<(Field, Cow<'a, str>)>);

impl<'a> Fields<'a> {
    fn name(text: &'a Text) -> Self {
        let mut fields = Self::default();
        fields.push(Field::Name(Lang::Zh), text.get(Lang::Zh));
        if text.get(Lang::En) != text.get(Lang::Zh) {
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

    fn metric(district: &District, metric: &'a Metric) -> Self {
        let mut fields = Self::name(&metric.name).plain(Field::AsWritten, metric.as_written.as_deref());
        let exact = Format { notation: Notation::Exact, ..Format::default() };
        for format in [Format::default(), exact, Format { lang: Lang::En, ..Format::default() }] {
            let shown = format.metric(district, metric).map(|figure| figure.text());
            if let Some(shown) = shown.filter(|shown| !fields.0.iter().any(|(_, known)| known == shown)) {
                fields.push(Field::Figure, shown);
            }
        }
        if let Some(rank) = &metric.rank {
            for lang in Lang::ALL {
                fields.push(Field::Figure, Format { lang, ..Format::default() }.rank(rank));
            }
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
        fields.plain(Field::Id, Some(metric.id.as_str()))
    }

    fn honour(honour: &'a Honour) -> Self {
        Self::name(&honour.name)
            .plain(Field::AsWritten, honour.as_written.as_deref())
            .plain(Field::Figure, honour.date.map(|date| date.to_string()))
            .text(Field::By, honour.by.as_ref())
            .plain(Field::Id, Some(honour.id.as_str()))
    }

    fn event(event: &'a Event) -> Self {
        Self::name(&event.name)
            .plain(Field::Figure, Some(event.date.to_string()))
            .text(Field::Note, event.date_note.as_ref())
            .plain(Field::Id, Some(event.id.as_str()))
    }

    fn source(source: &'a Source) -> Self {
        Self::name(&source.title)
            .plain(Field::Figure, source.published.map(|date| date.to_string()))
            .text(Field::Publisher, Some(&source.publisher))
            .text(Field::Note, source.note.as_ref())
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
        index.add(target, class, fields.0.iter().map(|(field, text)| (field.rank(), &**text)));
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
