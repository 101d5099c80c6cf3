//! The dataset, format version 1: flat lists joined by id. Metrics have a file of their own, [`super::metric`].

use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::Deserialize;

use super::briefing::Form;
use super::date::{Date, Period};
use super::decimal::Exact;
use super::id::Id;
use super::metric::Metric;
use super::text::Text;

/// The version of the format that this program reads.
pub const SCHEMA_VERSION: u32 = 1;

/// One file: a district's results over a period, with the source of each figure.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[schemars(title = "xinhuo dataset, format version 1")]
pub struct Dataset {
    /// The version of the format: 1.
    #[schemars(range(min = 1, max = 1))]
    pub schema_version: u32,
    /// The id of the dataset itself.
    pub id: Id,
    /// What the dataset is called.
    pub title: Text,
    /// The district that it speaks of.
    pub district: Text,
    /// The days that it covers.
    pub period: Period,
    /// The state of knowledge: nothing later is in here.
    #[serde(default)]
    pub as_of: Option<Date>,
    /// Whether the data are invented, for demonstration; every screen then says so.
    #[serde(default)]
    pub synthetic: Option<bool>,
    /// Remarks on the dataset as a whole.
    #[serde(default)]
    pub note: Option<Text>,
    /// The documents that the figures come from.
    pub sources: Vec<Source>,
    /// The units that the values are in.
    pub units: Vec<Unit>,
    /// The programmes, in the order in which they are shown.
    pub actions: Vec<Action>,
    /// Named pieces of work inside the actions.
    #[serde(default)]
    pub initiatives: Vec<Initiative>,
    /// Everything that is measured.
    pub metrics: Vec<Metric>,
    /// Awards, firsts, model cases, media mentions.
    #[serde(default)]
    pub honours: Vec<Honour>,
    /// What happened when.
    #[serde(default)]
    pub events: Vec<Event>,
    /// Ordered lists of places to present.
    #[serde(default)]
    pub briefings: Vec<Briefing>,
}

/// A document that figures are read from.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
pub struct Source {
    /// Its id.
    pub id: Id,
    /// Its title.
    pub title: Text,
    /// Who published it.
    pub publisher: Text,
    /// Where it stands on the web.
    #[serde(default)]
    pub url: Option<String>,
    /// When it was published.
    #[serde(default)]
    pub published: Option<Date>,
    /// Remarks.
    #[serde(default)]
    pub note: Option<Text>,
}

/// The place in a source where a statement stands.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
pub struct Locator {
    /// The id of the source.
    pub id: Id,
    /// The paragraph: the non-empty lines of the text, counted from 1.
    #[serde(default)]
    #[schemars(range(min = 1))]
    pub paragraph: Option<u32>,
    /// The page, counted from 1.
    #[serde(default)]
    #[schemars(range(min = 1))]
    pub page: Option<u32>,
    /// Remarks on the place.
    #[serde(default)]
    pub note: Option<Text>,
}

/// What a unit measures; it decides how figures are written and which may share an axis.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum UnitKind {
    /// Things that are counted.
    Count,
    /// An amount of money.
    Money,
    /// An area.
    Area,
    /// A part of a whole, held as a fraction from 0 to 1 and shown as a percentage.
    Share,
    /// A place in an order, 1 being the best.
    Rank,
    /// A ratio of two amounts, such as "twice".
    Multiple,
    /// A length of time.
    Duration,
}

/// The unit that a value is in.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
pub struct Unit {
    /// Its id.
    pub id: Id,
    /// Its name as it stands behind a number.
    pub name: Text,
    /// What it measures.
    pub kind: UnitKind,
    /// The unit that it is converted to beside others of the same dimension.
    #[serde(default)]
    pub base: Option<UnitBase>,
    /// Where its name brings a scale, as `hundred million yuan` does: its base, once the dataset is open.
    #[serde(skip)]
    pub plain: Option<Plain>,
}

/// A unit at the end of a chain of bases: one of the unit at its beginning is `factor` of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plain {
    /// Its name.
    pub name: Text,
    /// How many of it make one.
    pub factor: Decimal,
}

/// How a unit is converted: one of it is `factor` of `unit`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
pub struct UnitBase {
    /// The id of the base unit.
    pub unit: Id,
    /// How many of the base unit make one.
    pub factor: Exact,
}

/// A programme area.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
pub struct Action {
    /// Its id.
    pub id: Id,
    /// Its name.
    pub name: Text,
    /// What it strives for, in a few words.
    #[serde(default)]
    pub motto: Option<Text>,
    /// What it is about.
    #[serde(default)]
    pub summary: Option<Text>,
    /// Who answers for it.
    #[serde(default)]
    pub owner: Option<Text>,
    /// The ids of the sources that name and describe it.
    #[serde(default)]
    pub sources: Vec<Id>,
}

/// A named piece of work inside an action.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
pub struct Initiative {
    /// Its id.
    pub id: Id,
    /// The id of its action.
    pub action: Id,
    /// Its name.
    pub name: Text,
    /// What it is about.
    #[serde(default)]
    pub summary: Option<Text>,
    /// Who answers for it.
    #[serde(default)]
    pub owner: Option<Text>,
}

/// How far up an honour or a rank reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// The whole country.
    Nation,
    /// The province.
    Province,
    /// The city.
    City,
}

impl Level {
    /// Every level, the highest first.
    pub const ALL: [Self; 3] = [Self::Nation, Self::Province, Self::City];
}

/// What sort of honour it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum HonourKind {
    /// A prize or a title that was conferred.
    Award,
    /// The first of its kind, or first in a comparison.
    First,
    /// The only one of its kind.
    Only,
    /// A case that others are shown.
    Model,
    /// A report or a commendation in the media or by an authority.
    Media,
    /// A place chosen to try something out.
    Pilot,
}

impl HonourKind {
    /// Every kind, in the order in which they are shown.
    pub const ALL: [Self; 6] = [Self::Award, Self::First, Self::Only, Self::Model, Self::Media, Self::Pilot];
}

/// An award, a first, an only, a model case, a media mention or a pilot.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
pub struct Honour {
    /// Its id.
    pub id: Id,
    /// Its name.
    pub name: Text,
    /// How far up it reaches.
    pub level: Level,
    /// What sort it is.
    pub kind: HonourKind,
    /// Who conferred or reported it.
    #[serde(default)]
    pub by: Option<Text>,
    /// The id of the action it belongs to; absent: the whole district.
    #[serde(default)]
    pub action: Option<Id>,
    /// The id of the initiative it belongs to.
    #[serde(default)]
    pub initiative: Option<Id>,
    /// The id of the metric that it goes with.
    #[serde(default)]
    pub metric: Option<Id>,
    /// When it was conferred.
    #[serde(default)]
    pub date: Option<Date>,
    /// Where it is stated.
    #[serde(default)]
    pub source: Option<Locator>,
    /// The few characters of the source that state it.
    #[serde(default)]
    pub as_written: Option<String>,
}

/// Something that happened on a date.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
pub struct Event {
    /// Its id.
    pub id: Id,
    /// Its name.
    pub name: Text,
    /// When, as precisely as the source says.
    pub date: Date,
    /// What the date cannot hold, such as "late July".
    #[serde(default)]
    pub date_note: Option<Text>,
    /// The id of the action it belongs to; absent: the whole district.
    #[serde(default)]
    pub action: Option<Id>,
    /// Where it is stated.
    #[serde(default)]
    pub source: Option<Locator>,
}

/// An ordered list of places to present.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
pub struct Briefing {
    /// Its id.
    pub id: Id,
    /// Its title.
    pub title: Text,
    /// How long it should take, in minutes.
    #[serde(default)]
    #[schemars(range(min = 1))]
    pub minutes: Option<u32>,
    /// The steps, in order.
    pub steps: Vec<Step>,
}

/// One step of a briefing.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
pub struct Step {
    /// The address of the place to show, such as `action/governance`.
    pub place: String,
    /// In which form the place is shown; absent: as it is.
    #[serde(default, rename = "as")]
    pub form: Form,
    /// What the audience reads first.
    #[serde(default)]
    pub headline: Option<Text>,
    /// What the presenter says.
    #[serde(default)]
    pub notes: Option<Text>,
    /// How long the step should take, in seconds.
    #[serde(default)]
    #[schemars(range(min = 1))]
    pub seconds: Option<u32>,
    /// The id of what is emphasised on the place.
    #[serde(default)]
    pub spotlight: Option<Id>,
    /// Whether the rows of a list come one by one.
    #[serde(default)]
    pub reveal: bool,
}
