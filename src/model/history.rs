//! Where one has been: back and forward through it, and places remembered under letters.

use std::collections::BTreeMap;

use super::place::{Place, Trail};

/// So many steps back are remembered.
const LONGEST: usize = 100;

/// The places that one has been at, each with the way to it and as it was left.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct History {
    past: Vec<Trail>,
    future: Vec<Trail>,
    /// The last thing done was a step through the history itself.
    stepped: bool,
    /// The places remembered under letters or digits.
    pub marks: BTreeMap<char, Trail>,
}

impl History {
    /// Notes where one was, if one is elsewhere now and has not come here through the history. The same place with other
    /// rows in it is elsewhere, in another order it is not.
    pub fn note(&mut self, before: Trail, here: &Trail) {
        let stepped = std::mem::take(&mut self.stepped);
        if !stepped && !before.here().address.holds_same(&here.here().address) {
            self.left(before);
        }
    }

    /// Every place of every way that is remembered, always in the same order.
    pub fn places(&self) -> impl Iterator<Item = &Place> {
        self.past.iter().chain(&self.future).chain(self.marks.values()).flat_map(Trail::places)
    }

    /// The same places, to be changed.
    pub fn places_mut(&mut self) -> impl Iterator<Item = &mut Place> {
        self.past.iter_mut().chain(&mut self.future).chain(self.marks.values_mut()).flat_map(Trail::places_mut)
    }

    /// Keeps only what is still there.
    pub fn keep(&mut self, there: impl Fn(&Trail) -> bool) {
        self.past.retain(&there);
        self.future.retain(&there);
        self.marks.retain(|_, trail| there(trail));
    }

    /// Notes that one has gone on from a place. What was ahead is given up.
    fn left(&mut self, trail: Trail) {
        self.past.push(trail);
        if self.past.len() > LONGEST {
            self.past.remove(0);
        }
        self.future.clear();
    }

    /// Goes back to where one was before; false where there is nothing.
    pub fn back(&mut self, here: &mut Trail) -> bool {
        self.stepped = step(&mut self.past, &mut self.future, here);
        self.stepped
    }

    /// Goes forward again; false where there is nothing.
    pub fn forward(&mut self, here: &mut Trail) -> bool {
        self.stepped = step(&mut self.future, &mut self.past, here);
        self.stepped
    }
}

fn step(from: &mut Vec<Trail>, to: &mut Vec<Trail>, here: &mut Trail) -> bool {
    let Some(trail) = from.pop() else { return false };
    to.push(std::mem::replace(here, trail));
    true
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Address;

    fn at(address: Address, cursor: usize) -> Trail {
        let mut place = Place::new(address);
        place.view.cursor = cursor;
        Trail::new(place)
    }

    #[test]
    fn back_and_forward_lead_over_the_same_places() {
        let mut history = History::default();
        let mut here = at(Address::Overview, 3);
        assert!(!history.back(&mut here) && !history.forward(&mut here));
        history.left(std::mem::replace(&mut here, at(Address::Metrics, 5)));
        history.left(std::mem::replace(&mut here, at(Address::Honours, 7)));
        assert!(history.back(&mut here) && here == at(Address::Metrics, 5));
        assert!(history.back(&mut here) && here == at(Address::Overview, 3));
        assert!(!history.back(&mut here));
        assert!(history.forward(&mut here) && history.forward(&mut here) && !history.forward(&mut here));
        assert_eq!(here, at(Address::Honours, 7));
        history.back(&mut here);
        history.left(std::mem::replace(&mut here, at(Address::Sources, 0)));
        assert!(!history.forward(&mut here), "a new way gives up the old one");
    }

    #[test]
    fn a_very_long_way_is_cut_at_its_beginning() {
        let mut history = History::default();
        (0..1000).for_each(|cursor| history.left(at(Address::Metrics, cursor)));
        let mut here = at(Address::Overview, 0);
        let steps = std::iter::repeat_with(|| history.back(&mut here)).take_while(|went| *went).count();
        assert_eq!((steps, here), (LONGEST, at(Address::Metrics, 1000 - LONGEST)));
    }
}
