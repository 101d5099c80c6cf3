//! The signs of a timeline: one cell each, apart by their shape and not by colour alone.

use crate::model::Markers;

/// What a sign stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Sign {
    /// Something that happened.
    Event,
    /// An honour of the nation.
    Nation,
    /// An honour of the province.
    Province,
    /// An honour of the city.
    City,
}

impl Sign {
    /// Every sign, in the order of a legend.
    pub const ALL: [Self; 4] = [Self::Event, Self::Nation, Self::Province, Self::City];

    /// The character in a set of markers; one cell wide.
    pub fn symbol(self, markers: Markers) -> &'static str {
        let [event, nation, province, city] = match markers {
            Markers::Braille => ["●", "◆", "◈", "◇"],
            // As the levels are filled where there are no colours.
            Markers::Block => ["●", "█", "▓", "░"],
            Markers::Ascii => ["o", "N", "P", "C"],
        };
        match self {
            Self::Event => event,
            Self::Nation => nation,
            Self::Province => province,
            Self::City => city,
        }
    }
}

/// A sign in a legend.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Explained<'a> {
    /// What this sign and those after it have in common; empty where that has been said or is nothing.
    pub lead: &'a str,
    /// The sign.
    pub sign: Sign,
    /// What it stands for.
    pub word: &'a str,
}

/// The lines of a timeline: where a month starts, and from where to where something may have been.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Lines {
    /// The start of a month.
    pub(super) start: &'static str,
    /// A month in which nothing is, where months have no lines.
    pub(super) nothing: &'static str,
    /// The first cell of a span.
    pub(super) from: &'static str,
    /// The cells between.
    pub(super) between: &'static str,
    /// Its last cell.
    pub(super) to: &'static str,
}

impl Lines {
    pub(super) fn of(markers: Markers) -> Self {
        match markers {
            Markers::Braille | Markers::Block => {
                Self { start: "│", nothing: "∙", from: "├", between: "─", to: "┤" }
            }
            Markers::Ascii => Self { start: "|", nothing: ".", from: "[", between: "-", to: "]" },
        }
    }
}
