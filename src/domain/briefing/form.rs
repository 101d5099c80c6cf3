//! In which form a step is shown.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::domain::address::Address;

/// How a step shows its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Form {
    /// The place as it is in the dashboard.
    #[default]
    Place,
    /// One figure, as large as the screen allows; the place is a metric.
    Figure,
    /// Figures beside each other; the place compares at least two metrics.
    Comparison,
    /// A list in large type; the place lists metrics, honours, events or sources.
    List,
    /// A card with the headline alone, to open or to close with.
    Title,
}

impl Form {
    /// Every form, in the order of the format's description.
    pub const ALL: [Self; 5] = [Self::Place, Self::Figure, Self::Comparison, Self::List, Self::Title];

    /// The word for it in a dataset.
    pub fn word(self) -> &'static str {
        match self {
            Self::Place => "place",
            Self::Figure => "figure",
            Self::Comparison => "comparison",
            Self::List => "list",
            Self::Title => "title",
        }
    }

    /// Whether a place can be shown in this form.
    pub fn fits(self, address: &Address) -> bool {
        match self {
            Self::Place | Self::Title => true,
            Self::Figure => matches!(address, Address::Metric(_)),
            // A single figure beside nothing compares nothing.
            Self::Comparison => matches!(address, Address::Compare(ids) if ids.len() > 1),
            Self::List => address.holds_others() && !matches!(address, Address::Compare(_) | Address::Datasets),
        }
    }

    /// The form that shows most of a place, for where the form that was asked for does not fit it.
    pub fn of(address: &Address) -> Self {
        let large = [Self::Figure, Self::Comparison, Self::List];
        large.into_iter().find(|form| form.fits(address)).unwrap_or_default()
    }
}
