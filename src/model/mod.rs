//! The state of the program as plain data, and what can be done to it. Knows no terminal and does nothing by itself.

pub mod command;
pub mod key;
pub mod keymap;
pub mod place;
pub mod prefs;
pub mod settings;
pub mod theme;

use std::collections::HashMap;

use crate::domain::{Address, District, Id};
pub use command::Command;
pub use key::{Code, Key};
pub use keymap::{Keymap, Meaning};
pub use place::{Place, Trail, View};
pub use prefs::{Ambiguous, ColourDepth, Markers, Prefs};
pub use settings::Settings;
pub use theme::{OwnTheme, Slot, ThemeName};

/// What lies over the screen: at most one thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Overlay {
    /// The keys that work here, scrolled by so many lines.
    Help {
        /// The first line shown.
        scroll: usize,
        /// What was typed: only lines with it are shown.
        filter: String,
    },
}

/// Something that happened outside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Event {
    /// A key was pressed.
    Key(Key),
    /// The screen has this many columns and rows now.
    Resize(u16, u16),
    /// The terminal has said what its ground is like; this theme goes with it.
    Ground(ThemeName),
}

/// Something to be done outside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effect {
    /// Leave the program.
    Quit,
    /// Go to sleep until the shell wakes the program.
    Suspend,
}

/// The whole state.
#[derive(Debug)]
pub struct Model {
    /// The dataset.
    pub district: District,
    /// Where one is and how one got there.
    pub trail: Trail,
    /// How the other tabs were left.
    pub tabs: HashMap<Address, View>,
    /// What lies over the screen.
    pub overlay: Option<Overlay>,
    /// Language, notation, theme.
    pub prefs: Prefs,
    /// Which keys ask for what.
    pub keymap: Keymap,
    /// The metrics that are marked for comparing, in the order in which they were marked; at most
    /// [`MOST_COMPARED`](crate::domain::address::MOST_COMPARED).
    pub marked: Vec<Id>,
    /// Where the settings file is, as it is shown; empty where there is none.
    pub settings_file: String,
    /// The beginning of a sequence of keys.
    pub pending: Vec<Key>,
    /// Columns and rows of the screen.
    pub size: (u16, u16),
}

impl Model {
    /// The state at the start: at an address, with the places above it behind.
    pub fn new(district: District, start: Address, prefs: Prefs, size: (u16, u16)) -> Self {
        let marked = if let Address::Compare(ids) = &start { ids.clone() } else { Vec::new() };
        let mut trail = Trail::new(Place::new(Address::Overview));
        if start != Address::Overview {
            let above = district.above(&start);
            above.into_iter().chain(std::iter::once(start)).for_each(|address| trail.push(Place::new(address)));
        }
        Self {
            district,
            trail,
            tabs: HashMap::new(),
            overlay: None,
            prefs,
            keymap: Keymap::default(),
            marked,
            settings_file: String::new(),
            pending: Vec::new(),
            size,
        }
    }
    /// The same with other keys.
    #[must_use]
    pub fn with_keymap(self, keymap: Keymap) -> Self {
        Self { keymap, ..self }
    }
}
