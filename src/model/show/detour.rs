//! A way off the steps of a show, and back.

use serde::{Deserialize, Serialize};

use crate::domain::Address;
use crate::model::{Trail, View};

/// A place on a detour, and how it is being looked at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stop {
    /// The address of the place, as it is written.
    pub address: String,
    /// How it is being looked at.
    #[serde(with = "ViewOnTheWire")]
    pub view: View,
}

/// The fields of a view, for other terminals.
#[derive(Serialize, Deserialize)]
#[serde(remote = "View", deny_unknown_fields)]
struct ViewOnTheWire {
    cursor: usize,
    scroll: usize,
    column: usize,
    held: bool,
    table: bool,
    tab: bool,
}

/// The places from where the detour began to where one is. Never empty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Detour {
    pub(super) places: Vec<Stop>,
}

impl Detour {
    /// So many places other terminals are told of: the first one and the latest.
    pub const MOST: usize = 12;
    /// An address that takes more bytes is not told in full; the longest filter of a real table has a few hundred.
    pub const LONGEST: usize = 768;

    /// The detour along a trail. A table whose filter is too long to be told is told without it; none where a place
    /// cannot be told at all.
    pub fn along(trail: &Trail) -> Option<Self> {
        let stops = trail.places().map(|place| Stop::new(&place.address, place.view.clone()));
        Self::new(stops.collect::<Option<Vec<Stop>>>()?)
    }

    /// A detour of these places, of which only the first and the latest are kept; none where there is no place.
    pub fn new(mut places: Vec<Stop>) -> Option<Self> {
        let beyond = places.len().saturating_sub(Self::MOST);
        if beyond > 0 {
            places.drain(1..=beyond);
        }
        (!places.is_empty()).then_some(Self { places })
    }

    /// Where one is.
    pub fn here(&self) -> Option<&Stop> {
        self.places.last()
    }

    /// Every place from the first to here.
    pub fn places(&self) -> &[Stop] {
        &self.places
    }
}

impl Stop {
    /// A place to be told; none where its address is too long.
    pub fn new(address: &Address, view: View) -> Option<Self> {
        let told = address.to_string();
        if told.len() <= Detour::LONGEST {
            return Some(Self { address: told, view });
        }
        let told = address.base().to_string();
        (told.len() <= Detour::LONGEST).then(|| Self { address: told, view: View::default() })
    }
}
