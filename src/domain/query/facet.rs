//! What metrics are told apart by: the facets that a filter chooses from and a table is grouped by.

use std::collections::{BTreeSet, HashMap};

use super::kind_position;
use crate::domain::dataset::{Level, UnitKind};
use crate::domain::district::District;
use crate::domain::exception::Exception;
use crate::domain::metric::{Bound, Flag, Metric};
use crate::domain::pinyin::ByPinyin;
use crate::domain::status::{Status, status};
use crate::domain::text::Lang;

/// A way to tell metrics apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Facet {
    /// Why they want attention; the only facet of which a metric may have several values.
    Is,
    /// Their action, by id.
    Action,
    /// What their unit measures.
    Kind,
    /// Their unit, by id.
    Unit,
    /// How far up the comparison reaches that they hold a place in.
    Level,
    /// How the source qualifies the value.
    Bound,
    /// How they stand against their target.
    Status,
    /// Their source, by id.
    Source,
    /// Who answers for them, in Chinese where it is told in both languages.
    Owner,
    /// How settled the value is.
    Flag,
}

/// A value of a facet, as it stands in an address; `None` for metrics that have none.
pub type Value<'a> = Option<&'a str>;

impl Facet {
    /// Every facet, in the order in which they are shown.
    pub const ALL: [Self; 10] = [
        Self::Is,
        Self::Action,
        Self::Kind,
        Self::Unit,
        Self::Level,
        Self::Bound,
        Self::Status,
        Self::Source,
        Self::Owner,
        Self::Flag,
    ];

    /// The facets that the table is grouped by, in the order in which the command goes round.
    pub const GROUPS: [Self; 4] = [Self::Action, Self::Status, Self::Unit, Self::Source];

    /// The word for it in an address.
    pub fn id(self) -> &'static str {
        match self {
            Self::Is => "is",
            Self::Action => "action",
            Self::Kind => "kind",
            Self::Unit => "unit",
            Self::Level => "level",
            Self::Bound => "bound",
            Self::Status => "status",
            Self::Source => "source",
            Self::Owner => "owner",
            Self::Flag => "flag",
        }
    }

    /// The facet with this word.
    pub fn parse(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.id() == id)
    }

    /// The words of a facet whose values are always the same; `None` where they are those of the dataset.
    pub fn words(self) -> Option<Vec<&'static str>> {
        match self {
            Self::Is => Some(Exception::ALL.map(Exception::id).to_vec()),
            Self::Kind => Some(KINDS.map(kind_word).to_vec()),
            Self::Level => Some(Level::ALL.map(level_word).to_vec()),
            Self::Bound => Some(BOUNDS.map(bound_word).to_vec()),
            Self::Status => Some(Status::ALL.map(status_word).to_vec()),
            Self::Flag => Some(FLAGS.map(flag_word).to_vec()),
            Self::Action | Self::Unit | Self::Source | Self::Owner => None,
        }
    }

    /// The value that a metric has; of reasons for attention the first one.
    pub fn of<'a>(self, district: &'a District, metric: &'a Metric) -> Value<'a> {
        match self {
            Self::Is => Exception::ALL.into_iter().find(|it| it.holds(district, metric)).map(Exception::id),
            Self::Action => metric.action.as_deref(),
            Self::Kind => district.unit(&metric.unit).map(|unit| kind_word(unit.kind)),
            Self::Unit => Some(&metric.unit),
            Self::Level => metric.rank.as_ref()?.level.map(level_word),
            Self::Bound => Some(bound_word(metric.bound)),
            Self::Status => Some(status_word(status(metric))),
            Self::Source => metric.source.as_ref().map(|source| source.id.as_str()),
            Self::Owner => metric.owner.as_ref().map(|owner| owner.get(Lang::Zh)),
            Self::Flag => metric.flag.map(flag_word),
        }
    }

    /// Whether a metric has a value.
    pub fn has(self, district: &District, metric: &Metric, value: Value<'_>) -> bool {
        match (self, value) {
            (Self::Is, Some(reason)) => Exception::parse(reason).is_some_and(|it| it.holds(district, metric)),
            _ => self.of(district, metric) == value,
        }
    }

    /// The values that any metric has, each with how many have it, in the order in which they are shown: that of the
    /// dataset or of the words, owners by pinyin, and what has none last.
    pub fn counts<'a>(
        self,
        district: &'a District,
        metrics: impl Iterator<Item = &'a Metric>,
    ) -> Vec<(Value<'a>, usize)> {
        let mut counts: HashMap<Value<'a>, usize> = HashMap::new();
        for metric in metrics {
            if self == Self::Is {
                let reasons = Exception::ALL.into_iter().filter(|it| it.holds(district, metric));
                let reasons: Vec<_> = reasons.map(|it| Some(it.id())).collect();
                let none = reasons.is_empty().then_some(None);
                for value in reasons.into_iter().chain(none) {
                    *counts.entry(value).or_default() += 1;
                }
            } else {
                *counts.entry(self.of(district, metric)).or_default() += 1;
            }
        }
        let mut counts: Vec<_> = counts.into_iter().collect();
        let words = self.words().unwrap_or_default();
        let position = |value: &str| match self {
            Self::Action => (0, district.action_position(value)),
            Self::Source => (0, district.source_position(value)),
            Self::Unit => {
                let kind = district.unit(value).map_or(usize::MAX, |unit| kind_position(unit.kind));
                (kind, district.unit_position(value))
            }
            _ => (0, words.iter().position(|word| *word == value)),
        };
        counts.sort_by_cached_key(|(value, _)| (value.is_none(), value.map(|it| (position(it), ByPinyin(it)))));
        counts
    }
}

/// Which values of a facet are chosen.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Choice {
    /// Metrics with these values are left out, instead of only they being shown.
    pub without: bool,
    /// The values; never empty inside a filter.
    pub values: BTreeSet<Option<String>>,
}

impl Choice {
    /// The choice of one value.
    pub fn of(value: Value<'_>, without: bool) -> Self {
        Self { without, values: BTreeSet::from([value.map(str::to_owned)]) }
    }

    /// Whether a metric is among what is chosen.
    pub fn admits(&self, facet: Facet, district: &District, metric: &Metric) -> bool {
        self.values.iter().any(|value| facet.has(district, metric, value.as_deref())) != self.without
    }
}

const KINDS: [UnitKind; 7] = [
    UnitKind::Count,
    UnitKind::Money,
    UnitKind::Area,
    UnitKind::Share,
    UnitKind::Rank,
    UnitKind::Multiple,
    UnitKind::Duration,
];

fn kind_word(kind: UnitKind) -> &'static str {
    match kind {
        UnitKind::Count => "count",
        UnitKind::Money => "money",
        UnitKind::Area => "area",
        UnitKind::Share => "share",
        UnitKind::Rank => "rank",
        UnitKind::Multiple => "multiple",
        UnitKind::Duration => "duration",
    }
}

fn level_word(level: Level) -> &'static str {
    match level {
        Level::Nation => "nation",
        Level::Province => "province",
        Level::City => "city",
    }
}

const BOUNDS: [Bound; 5] = [Bound::Exact, Bound::About, Bound::Nearly, Bound::Over, Bound::AtMost];

fn bound_word(bound: Bound) -> &'static str {
    match bound {
        Bound::Exact => "exact",
        Bound::About => "about",
        Bound::Nearly => "nearly",
        Bound::Over => "over",
        Bound::AtMost => "at-most",
    }
}

fn status_word(status: Status) -> &'static str {
    match status {
        Status::Met => "met",
        Status::OnCourse => "on-course",
        Status::Behind => "behind",
        Status::Missed => "missed",
        Status::Unclear => "unclear",
        Status::NoTarget => "no-target",
        Status::NoData => "no-data",
    }
}

const FLAGS: [Flag; 3] = [Flag::Provisional, Flag::Revised, Flag::Estimated];

fn flag_word(flag: Flag) -> &'static str {
    match flag {
        Flag::Provisional => "provisional",
        Flag::Revised => "revised",
        Flag::Estimated => "estimated",
    }
}
