//! One measured thing: its value, how the source qualifies it, and everything that is known around it.

use schemars::JsonSchema;
use serde::Deserialize;

use super::dataset::{Level, Locator};
use super::date::{Date, Period};
use super::decimal::Exact;
use super::id::Id;
use super::text::Text;

/// How the source qualifies a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Bound {
    /// The value itself.
    #[default]
    Exact,
    /// Somewhere around the value: 约.
    About,
    /// Just short of the value: 近.
    Nearly,
    /// The value or more: 超, 余, 破, 以上.
    Over,
    /// The value or less; of a rank, that place or a better one: 前, 强, 以内.
    AtMost,
}

/// Which way is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Polarity {
    /// More is better.
    Higher,
    /// Less is better.
    Lower,
    /// Neither.
    Neutral,
}

/// How settled a value is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Flag {
    /// May still change.
    Provisional,
    /// Changed since it was first published.
    Revised,
    /// Not counted but estimated.
    Estimated,
}

/// One measured thing.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
pub struct Metric {
    /// Its id.
    pub id: Id,
    /// Its name.
    pub name: Text,
    /// The id of the unit that every value of the metric is in.
    pub unit: Id,
    /// The value; null where there is none.
    #[serde(deserialize_with = "present")]
    #[schemars(required, schema_with = "exact_or_null")]
    pub value: Option<Exact>,
    /// The id of the action it belongs to; absent: the whole district.
    #[serde(default)]
    pub action: Option<Id>,
    /// The id of the initiative it belongs to.
    #[serde(default)]
    pub initiative: Option<Id>,
    /// How the source qualifies the value.
    #[serde(default)]
    pub bound: Bound,
    /// What is counted, where, by whom (口径).
    #[serde(default)]
    pub definition: Option<Text>,
    /// The days that the value speaks of; absent: those of the dataset.
    #[serde(default)]
    pub period: Option<Period>,
    /// The figure exactly as the source prints it.
    #[serde(default)]
    pub as_written: Option<String>,
    /// Where it is stated.
    #[serde(default)]
    pub source: Option<Locator>,
    /// The place it holds in a comparison.
    #[serde(default)]
    pub rank: Option<Rank>,
    /// Which way is better.
    #[serde(default)]
    pub polarity: Option<Polarity>,
    /// What is to be reached.
    #[serde(default)]
    pub target: Option<Target>,
    /// The values of earlier periods, the oldest first; behind the period of the value only forecasts, flagged as
    /// estimated.
    #[serde(default)]
    pub history: Vec<Point>,
    /// The value by parts.
    #[serde(default)]
    pub breakdown: Vec<Breakdown>,
    /// Who answers for it.
    #[serde(default)]
    pub owner: Option<Text>,
    /// How settled the value is.
    #[serde(default)]
    pub flag: Option<Flag>,
    /// How the value changed since it was first published.
    #[serde(default)]
    pub revisions: Vec<Revision>,
    /// That the value was counted or computed by the keepers of the dataset.
    #[serde(default)]
    pub derived: Option<Derived>,
    /// Whether it stands among the few figures of the overview.
    #[serde(default)]
    pub headline: bool,
    /// Remarks.
    #[serde(default)]
    pub note: Option<Text>,
}

impl Metric {
    /// Whether nothing says where the value comes from: neither a source nor other metrics it was computed from.
    pub fn is_uncited(&self) -> bool {
        self.source.is_none() && self.derived.as_ref().is_none_or(|derived| derived.from.is_empty())
    }
}

/// Makes the field itself required, while `null` is a value.
fn present<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Option<Exact>, D::Error> {
    Option::deserialize(deserializer)
}

/// The schema of a value that has to be given and may be null.
fn exact_or_null(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
    schemars::json_schema!({ "anyOf": [generator.subschema_for::<Exact>(), { "type": "null" }] })
}

/// A place held in a comparison.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
pub struct Rank {
    /// The place, 1 being the best.
    #[schemars(range(min = 1))]
    pub position: u32,
    /// How the source qualifies the place: "at most" for "among the top four".
    #[serde(default)]
    pub bound: Bound,
    /// How many were compared.
    #[serde(default)]
    #[schemars(range(min = 1))]
    pub of: Option<u32>,
    /// Among whom, such as "Shenzhen's districts" or the name of the list.
    #[serde(default)]
    pub scope: Option<Text>,
    /// How far up the comparison reaches.
    #[serde(default)]
    pub level: Option<Level>,
    /// Whether the place is shared.
    #[serde(default)]
    pub tied: bool,
    /// For how many years in a row it has been held.
    #[serde(default)]
    #[schemars(range(min = 1))]
    pub consecutive_years: Option<u32>,
}

/// What is to be reached.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
pub struct Target {
    /// The value to be reached, in the metric's unit.
    pub value: Exact,
    /// By when.
    #[serde(default)]
    pub by: Option<Date>,
    /// Where the target is stated.
    #[serde(default)]
    pub source: Option<Locator>,
    /// How far off counts as what; absent: no status is told.
    #[serde(default)]
    pub rule: Option<Rule>,
}

/// When a target counts as met, on course, behind or missed: by the distance from it, as a fraction of it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
pub struct Rule {
    /// Up to this far off is on course: 0.05 is 5 %.
    pub on_course: Exact,
    /// Up to this far off is behind; further is missed.
    pub behind: Exact,
}

/// The value of another period.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
pub struct Point {
    /// The days it speaks of.
    pub period: Period,
    /// The value; null for a gap.
    #[serde(deserialize_with = "present")]
    #[schemars(required, schema_with = "exact_or_null")]
    pub value: Option<Exact>,
    /// How its source qualifies it. A file cannot say that of an earlier value; it is known where the value comes from
    /// another dataset, see [`super::join`].
    #[serde(skip)]
    pub bound: Bound,
    /// How settled it is.
    #[serde(default)]
    pub flag: Option<Flag>,
    /// Where it is stated.
    #[serde(default)]
    pub source: Option<Locator>,
}

/// A value by parts.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
pub struct Breakdown {
    /// What it is divided by, such as "sub-district".
    pub dimension: Text,
    /// The parts.
    pub parts: Vec<Part>,
    /// Whether the parts make up the whole value.
    #[serde(default)]
    pub whole: bool,
}

/// One part of a breakdown.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
pub struct Part {
    /// Its name.
    pub name: Text,
    /// Its value, in the metric's unit.
    pub value: Exact,
}

/// A change of the value after it was first published.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
pub struct Revision {
    /// When.
    pub date: Date,
    /// The value before.
    pub old: Exact,
    /// The value after.
    pub new: Exact,
    /// Why.
    #[serde(default)]
    pub reason: Option<Text>,
}

/// That a value was counted or computed, and how.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
pub struct Derived {
    /// The ids of the metrics it was computed from.
    #[serde(default)]
    pub from: Vec<Id>,
    /// How.
    pub how: Text,
}
