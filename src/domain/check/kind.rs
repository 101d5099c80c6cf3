//! What can be wrong with a dataset: facts with parameters, without any prose.

use rust_decimal::Decimal;

use super::fault::Severity;
use super::terms::{Found, Limits, List, Syntax, Unshown, Wanted};
use crate::domain::dataset::UnitKind;
use crate::domain::date::{Date, Day};
use crate::domain::metric::Bound;
use crate::domain::text::Text;

/// One sort of fault with what it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FaultKind {
    /// Bytes that are no UTF-8.
    NotUtf8 {
        /// The first of them.
        byte: u8,
        /// Whether there are so many that the whole file must be in another encoding.
        throughout: bool,
    },
    /// The JSON itself is broken.
    Syntax(Syntax),
    /// A control character in a string or a key, or between values.
    ControlCharacter {
        /// The character.
        character: char,
    },
    /// A value of the wrong JSON type.
    WrongType {
        /// What it has to be.
        wanted: Wanted,
        /// What it is.
        found: Found,
        /// How the same would be written rightly.
        instead: Option<String>,
    },
    /// A field that has to be there and is not.
    MissingField {
        /// Its name.
        field: String,
    },
    /// A field that the format does not know.
    UnknownField {
        /// Its name.
        field: String,
        /// The known field that is most like it.
        near: Option<String>,
    },
    /// The same key twice in one object.
    DuplicateKey {
        /// The key.
        key: String,
        /// Whether the format knows the field: then the file cannot be opened.
        known: bool,
    },
    /// A text with neither `zh` nor `en`.
    NoLanguage,
    /// A word that is none of those allowed.
    UnknownWord {
        /// What stands there.
        found: String,
        /// What may stand there.
        allowed: Vec<String>,
        /// The allowed word that is most like it.
        near: Option<String>,
    },
    /// A text that is no date.
    BadDate {
        /// What stands there.
        found: String,
        /// Whether it has to be a full date.
        full: bool,
    },
    /// A text or number that is no decimal of at most 28 digits.
    BadDecimal {
        /// What stands there.
        found: String,
    },
    /// An id that is not lower-case words joined by hyphens.
    BadId {
        /// What stands there.
        found: String,
        /// What it could be.
        near: Vec<String>,
    },
    /// A version of the format that this program does not read.
    SchemaVersion {
        /// The version of the file.
        found: u32,
    },
    /// A required text that is empty.
    EmptyText,
    /// A briefing, or a step of it, that cannot be shown as it says.
    Briefing(Unshown),
    /// What is wrong with ids, references, units and places.
    Reference(ReferenceFault),
    /// What is wrong with numbers, periods, parts, and figures as written.
    Figure(FigureFault),
    /// What is wrong with the order and the days of histories and revisions.
    Series(SeriesFault),
    /// What is wrong with ranks, targets and evidence.
    Standing(StandingFault),
}

/// What can be wrong with ids, references, units and places.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReferenceFault {
    /// An id that is defined twice in one list.
    DuplicateId {
        /// The list.
        list: List,
        /// The id.
        id: String,
    },
    /// An id that nothing has.
    DanglingReference {
        /// The list that should define it; `None` where any place may be meant.
        list: Option<List>,
        /// The id.
        id: String,
        /// The ids that are most like it.
        near: Vec<String>,
    },
    /// An initiative that belongs to another action than the one named beside it.
    ForeignInitiative {
        /// The initiative.
        initiative: String,
        /// The action named beside it.
        action: String,
        /// The action that it belongs to.
        belongs_to: String,
    },
    /// Units that are converted to one another in a circle.
    UnitCycle {
        /// The units in the order in which they refer to one another.
        units: Vec<String>,
    },
    /// A unit that is converted to one of another kind.
    UnitKindDiffers {
        /// The kind of the unit.
        kind: UnitKind,
        /// The base unit.
        base: String,
        /// The kind of the base unit.
        base_kind: UnitKind,
    },
    /// A step that leads nowhere.
    UnknownPlace {
        /// What stands there.
        found: String,
        /// The places that are most like it.
        near: Vec<String>,
    },
}

/// What can be wrong with numbers, periods, parts, and figures as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FigureFault {
    /// A number outside what it can be.
    OutOfRange {
        /// The number, as it is written or held.
        found: String,
        /// What it can be.
        limits: Limits,
    },
    /// A period that ends before it begins.
    PeriodReversed {
        /// Its first day.
        from: Day,
        /// Its last day.
        to: Day,
    },
    /// Places that are said to make up a place.
    BreakdownOfRanks,
    /// Parts that are said to make up the whole and do not.
    BreakdownSum {
        /// What they sum to.
        sum: Decimal,
        /// What they should sum to.
        value: Decimal,
        /// The bound of the value.
        bound: Bound,
        /// How far off would still be rounding.
        tolerance: Decimal,
    },
    /// A figure as written that cannot be read.
    AsWrittenUnreadable {
        /// What stands there.
        found: String,
    },
    /// A figure as written that says something else than value and bound.
    AsWrittenMismatch(Box<Mismatch>),
    /// A value that is not there, though the figure as written is.
    ValueMissing {
        /// The figure as written.
        found: String,
        /// What it reads as.
        reads: Decimal,
    },
    /// A value in a unit of rank that is not there, though the rank is.
    PlaceMissing {
        /// The position of the rank.
        position: u32,
    },
    /// A metric that is derived from itself.
    DerivedFromItself {
        /// Its id.
        id: String,
    },
}

/// What can be wrong with the order and the days of histories and revisions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SeriesFault {
    /// A period of a history that begins before the one listed above it.
    HistoryOrder {
        /// The first day of the one above.
        previous: Day,
        /// The first day of this one.
        from: Day,
    },
    /// A period that a history lists twice.
    HistoryRepeated {
        /// Its first day.
        from: Day,
        /// Its last day.
        to: Day,
    },
    /// A period of a history that begins before the one listed above it ends.
    HistoryOverlap {
        /// The last day of the one above.
        previous: Day,
        /// The first day of this one.
        from: Day,
    },
    /// A period of a history that begins within the one of the value.
    HistoryNotEarlier {
        /// Its first day.
        from: Day,
        /// The first day of the period that the value speaks of.
        own: Day,
    },
    /// A period of a history behind the one of the value, with a figure that is not flagged as estimated.
    ForecastNotEstimated {
        /// Its first day.
        from: Day,
        /// The last day of the period that the value speaks of.
        own: Day,
    },
    /// A revision that is older than the one listed above it.
    RevisionOrder {
        /// The date of the one above.
        previous: Date,
        /// The date of this one.
        date: Date,
    },
    /// A revision that does not begin with the value that the one above it led to.
    RevisionChain {
        /// The value after the one above.
        new: Decimal,
        /// The value before this one.
        old: Decimal,
    },
    /// A last revision that led to another value than the one that stands.
    RevisionMismatch {
        /// The value after the last revision.
        new: Decimal,
        /// The value that stands.
        value: Decimal,
    },
}

/// What can be wrong with ranks, targets and evidence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StandingFault {
    /// A rank greater than the number of those compared.
    RankBeyondSize {
        /// The rank.
        position: u32,
        /// How many were compared.
        of: u32,
    },
    /// A value in a unit of rank that is not the rank's position.
    RankMismatch {
        /// The value.
        value: Decimal,
        /// The position.
        position: u32,
    },
    /// Limits of a target in the wrong order.
    RuleOrder {
        /// Up to where is on course.
        on_course: Decimal,
        /// Up to where is behind.
        behind: Decimal,
    },
    /// A metric that does not say where it is stated or what it was derived from.
    MetricWithoutSource,
    /// An honour that does not say where it is stated.
    HonourWithoutSource,
}

/// A figure as written beside the value that it does not say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mismatch {
    /// What stands there.
    pub found: String,
    /// What it reads as.
    pub reads: Decimal,
    /// The bound that it reads as.
    pub reads_bound: Bound,
    /// The unit that is printed behind the number.
    pub reads_unit: String,
    /// The value beside it.
    pub value: Decimal,
    /// The bound beside it.
    pub bound: Bound,
    /// The name of the unit of the value.
    pub unit: Text,
    /// Whether the units are to be told.
    pub named: bool,
}

impl FaultKind {
    /// The stable name by which other programs know the sort of fault.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotUtf8 { .. } => "not-utf8",
            Self::Syntax(_) => "syntax",
            Self::ControlCharacter { .. } => "control-character",
            Self::WrongType { .. } => "wrong-type",
            Self::MissingField { .. } => "missing-field",
            Self::UnknownField { .. } => "unknown-field",
            Self::DuplicateKey { .. } => "duplicate-key",
            Self::NoLanguage => "no-language",
            Self::UnknownWord { .. } => "unknown-value",
            Self::BadDate { .. } => "bad-date",
            Self::BadDecimal { .. } => "bad-number",
            Self::BadId { .. } => "bad-id",
            Self::SchemaVersion { .. } => "schema-version",
            Self::EmptyText => "empty-text",
            Self::Reference(ReferenceFault::DuplicateId { .. }) => "duplicate-id",
            Self::Reference(ReferenceFault::DanglingReference { .. }) => "dangling-reference",
            Self::Reference(ReferenceFault::ForeignInitiative { .. }) => "initiative-mismatch",
            Self::Figure(FigureFault::OutOfRange { .. }) => "out-of-range",
            Self::Reference(ReferenceFault::UnitCycle { .. }) => "unit-cycle",
            Self::Reference(ReferenceFault::UnitKindDiffers { .. }) => "unit-kind-mismatch",
            Self::Figure(FigureFault::PeriodReversed { .. }) => "period-reversed",
            Self::Series(SeriesFault::HistoryOrder { .. }) => "history-order",
            Self::Series(SeriesFault::HistoryRepeated { .. }) => "history-repeated",
            Self::Series(SeriesFault::HistoryOverlap { .. }) => "history-overlap",
            Self::Series(SeriesFault::HistoryNotEarlier { .. } | SeriesFault::ForecastNotEstimated { .. }) => {
                "history-not-earlier"
            }
            Self::Figure(FigureFault::BreakdownOfRanks) => "breakdown-of-ranks",
            Self::Figure(FigureFault::BreakdownSum { .. }) => "breakdown-sum",
            Self::Figure(FigureFault::AsWrittenUnreadable { .. }) => "as-written-unreadable",
            Self::Figure(FigureFault::AsWrittenMismatch(_)) => "as-written-mismatch",
            Self::Figure(FigureFault::ValueMissing { .. }) => "value-missing",
            Self::Figure(FigureFault::PlaceMissing { .. }) => "place-missing",
            Self::Figure(FigureFault::DerivedFromItself { .. }) => "derived-from-itself",
            Self::Reference(ReferenceFault::UnknownPlace { .. }) => "unknown-place",
            Self::Briefing(Unshown::Form { .. }) => "form-mismatch",
            Self::Briefing(Unshown::Reveal { .. }) => "reveal-without-list",
            Self::Briefing(Unshown::NoSteps) => "briefing-without-steps",
            Self::Standing(StandingFault::RankBeyondSize { .. }) => "rank-beyond-size",
            Self::Standing(StandingFault::RankMismatch { .. }) => "rank-mismatch",
            Self::Standing(StandingFault::RuleOrder { .. }) => "rule-order",
            Self::Standing(StandingFault::MetricWithoutSource) => "metric-without-source",
            Self::Standing(StandingFault::HonourWithoutSource) => "honour-without-source",
            Self::Series(
                SeriesFault::RevisionOrder { .. }
                | SeriesFault::RevisionChain { .. }
                | SeriesFault::RevisionMismatch { .. },
            ) => "revision-mismatch",
        }
    }

    /// Whether it keeps the file from being opened.
    pub fn severity(&self) -> Severity {
        match self {
            Self::UnknownField { .. }
            | Self::DuplicateKey { known: false, .. }
            | Self::Standing(StandingFault::MetricWithoutSource | StandingFault::HonourWithoutSource)
            | Self::Briefing(Unshown::Reveal { .. } | Unshown::NoSteps)
            | Self::Figure(FigureFault::AsWrittenUnreadable { .. })
            | Self::Series(
                SeriesFault::RevisionOrder { .. }
                | SeriesFault::RevisionChain { .. }
                | SeriesFault::RevisionMismatch { .. },
            ) => Severity::Warning,
            _ => Severity::Error,
        }
    }
}
