//! Where one is, how one got there, and how the place is being looked at.

use crate::domain::{Address, District};

/// How a place is being looked at: everything that must be the same again after coming back.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct View {
    /// The selected row, from 0.
    pub cursor: usize,
    /// The first row (of a list) or line (of a page) on the screen.
    pub scroll: usize,
    /// The selected column of a table.
    pub column: usize,
    /// The selection is kept in sight. A page that was just opened shows its beginning, wherever the first stop is; one
    /// that was scrolled past its last stop may show none.
    pub held: bool,
    /// Charts are shown as tables.
    pub table: bool,
    /// It was opened as a tab, and is found again as it was left.
    pub tab: bool,
}

impl View {
    /// Whether anything has been selected since the place was opened.
    pub fn is_touched(&self) -> bool {
        self.held || self.cursor > 0
    }
}

/// A place that is open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Its address.
    pub address: Address,
    /// How it is being looked at.
    pub view: View,
}

impl Place {
    /// A place as it looks when first opened.
    pub fn new(address: Address) -> Self {
        Self { address, view: View::default() }
    }
}

/// So many places are remembered behind where one is.
const LONGEST: usize = 64;

/// The places from the overview to where one is. Never empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trail {
    past: Vec<Place>,
    here: Place,
}

impl Trail {
    /// A trail of one place.
    pub fn new(start: Place) -> Self {
        Self { past: Vec::new(), here: start }
    }

    /// The way to an address from the overview, over the places above it.
    pub fn to(district: &District, address: Address) -> Self {
        let mut trail = Self::new(Place::new(Address::Overview));
        if address != Address::Overview {
            let above = district.above(&address);
            above.into_iter().chain(std::iter::once(address)).for_each(|address| trail.push(Place::new(address)));
        }
        trail
    }

    /// Where one is.
    pub fn here(&self) -> &Place {
        &self.here
    }

    /// Where one is, to be changed.
    pub fn here_mut(&mut self) -> &mut Place {
        &mut self.here
    }

    /// Every place from the first to here.
    pub fn places(&self) -> impl DoubleEndedIterator<Item = &Place> {
        self.past.iter().chain(std::iter::once(&self.here))
    }

    /// Every place from the first to here, to be changed.
    pub fn places_mut(&mut self) -> impl Iterator<Item = &mut Place> {
        self.past.iter_mut().chain(std::iter::once(&mut self.here))
    }

    /// Goes deeper. Of a very long way only the first place and the latest ones are kept.
    pub fn push(&mut self, place: Place) {
        self.past.push(std::mem::replace(&mut self.here, place));
        if self.past.len() > LONGEST {
            self.past.remove(1);
        }
    }

    /// Goes back; false where this is the first place.
    pub fn pop(&mut self) -> bool {
        match self.past.pop() {
            Some(place) => {
                self.here = place;
                true
            }
            None => false,
        }
    }

    /// Makes one of where one is and the place before it, where both hold the same things.
    pub fn unite(&mut self) {
        while self.past.last().is_some_and(|before| before.address.holds_same(&self.here.address)) {
            self.past.pop();
        }
    }

    /// Goes back to a place on the way, counted from 0 at the first one; nothing happens where there is none.
    pub fn cut(&mut self, at: usize) {
        self.past.truncate(at + 1);
        if self.past.len() == at + 1 {
            self.pop();
        }
    }

    /// Whether this is the first place.
    pub fn at_root(&self) -> bool {
        self.past.is_empty()
    }
}
