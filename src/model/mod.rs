//! The state of the program as plain data, and what can be done to it. Knows no terminal and does nothing by itself.

pub mod columns;
pub mod command;
pub mod finder;
pub mod history;
pub mod input;
pub mod key;
pub mod keymap;
pub mod mouse;
pub mod place;
pub mod prefs;
pub mod settings;
pub mod show;
pub mod stage;
pub mod theme;
pub mod trouble;

use std::collections::HashMap;
use std::sync::Arc;

use crate::domain::{Address, District, Id};
pub use columns::Columns;
pub use command::{Command, Scope};
pub use finder::{Finder, Hits, Mode};
pub use history::History;
pub use input::Input;
pub use key::{Code, Key};
pub use keymap::{Keymap, Meaning};
pub use mouse::{Deed, Mouse};
pub use place::{Place, Trail, View};
pub use prefs::{Ambiguous, ColourDepth, Markers, Prefs};
pub use settings::Settings;
use show::{Cue, Millis};
pub use stage::Stage;
pub use theme::{OwnTheme, Slot, ThemeName};
use trouble::{Apart, Unread};

/// What lies over the screen: at most one thing.
#[derive(Debug)]
pub enum Overlay {
    /// The keys that work here, scrolled by so many lines.
    Help {
        /// The first line shown.
        scroll: usize,
        /// What was typed: only lines with it are shown.
        filter: Input,
    },
    /// The words that the table is filtered by are being typed; the table follows.
    Filter {
        /// What has been typed.
        input: Input,
        /// Where one was before, to go back to.
        before: Box<Trail>,
    },
    /// The lists that a filter is chosen from.
    Facets {
        /// The facet, as its position among all.
        facet: usize,
        /// The value of it, as its position in its list; none: one is still among the facets.
        value: Option<usize>,
    },
    /// The provenance card.
    Provenance {
        /// The metric or the honour.
        of: Address,
        /// How far it is scrolled.
        view: View,
    },
    /// The next key is the letter of a place, to be remembered or to be gone to.
    Letter {
        /// The place is to be remembered.
        remember: bool,
    },
    /// What is typed to find something, and what was found.
    Finder(Box<Finder>),
}

/// What is known of the way from the program to the clipboard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Clipboard {
    /// Nothing speaks against it; the terminal does not answer.
    #[default]
    Open,
    /// Through tmux, which passes it on only where it is told to.
    Tmux,
    /// The terminal is known to take nothing.
    Refused,
}

/// Something that happened outside.
#[derive(Debug, Clone)]
pub enum Event {
    /// A key was pressed.
    Key(Key),
    /// The mouse was used.
    Mouse(Mouse),
    /// Text was pasted.
    Paste(String),
    /// The screen has this many columns and rows now.
    Resize(u16, u16),
    /// The terminal has said what its ground is like; this theme goes with it.
    Ground(ThemeName),
    /// It is this late, in milliseconds by the clock of the show. Told before anything else while a show is under way.
    Time(Millis),
    /// Another terminal has changed the show.
    Cue(Box<Cue>),
    /// So many other terminals take part in the show.
    Peers(usize),
    /// Other terminals of the show cannot be reached, or can again.
    Apart(Option<Apart>),
    /// Another terminal shows another edition of the briefing, with so many steps, or none does any more.
    Differs(Option<usize>),
    /// The dataset has been read again.
    Dataset(Arc<District>),
    /// It could not be read again.
    Unread(Unread),
}

/// Something to be done outside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Leave the program.
    Quit,
    /// Go to sleep until the shell wakes the program.
    Suspend,
    /// Put a text without control characters on the clipboard.
    Copy(String),
    /// Begin a show.
    Present,
    /// Read the dataset again.
    Reload,
    /// The show is left at this terminal, as it stands here.
    Left(Box<Stage>),
}

/// The whole state.
#[derive(Debug)]
pub struct Model {
    /// The dataset; shared, so that another thread can make ready what is looked up in it later.
    pub district: Arc<District>,
    /// Where one is and how one got there.
    pub trail: Trail,
    /// How the other tabs were left, each under its [`Address::base`].
    pub tabs: HashMap<Address, Place>,
    /// Where one has been.
    pub history: History,
    /// Which columns the table of metrics has.
    pub columns: Columns,
    /// One line that says what came of the last key; gone with the next.
    pub notice: Option<String>,
    /// What is known of the way to the clipboard.
    pub clipboard: Clipboard,
    /// What lies over the screen.
    pub overlay: Option<Overlay>,
    /// Language, notation, theme.
    pub prefs: Prefs,
    /// The theme that was taken to go with the ground of the terminal, before it has said what its ground is like.
    pub guessed: Option<ThemeName>,
    /// Which keys ask for what.
    pub keymap: Keymap,
    /// The metrics that are marked for comparing, in the order in which they were marked; at most
    /// [`MOST_COMPARED`](crate::domain::address::MOST_COMPARED).
    pub marked: Vec<Id>,
    /// Where one has been most lately, the latest first, each place once.
    pub recent: Vec<Address>,
    /// Commands, themes and languages that were chosen by name, the latest first, each once.
    pub used: Vec<finder::Choice>,
    /// What was looked for in this session in either way, the latest last, each query once.
    pub queries: HashMap<Mode, Vec<String>>,
    /// What the last search found.
    pub hits: Hits,
    /// Where the settings file is, as it is shown; empty where there is none.
    pub settings_file: String,
    /// The show that is under way.
    pub stage: Option<Box<Stage>>,
    /// The beginning of a sequence of keys.
    pub pending: Vec<Key>,
    /// Columns and rows of the screen.
    pub size: (u16, u16),
}

impl Model {
    /// The state at the start: at an address, with the places above it behind.
    pub fn new(district: District, start: Address, prefs: Prefs, size: (u16, u16)) -> Self {
        let marked = if let Address::Compare(ids) = &start { ids.clone() } else { Vec::new() };
        let recent = vec![start.clone()];
        let trail = Trail::to(&district, start);
        Self {
            district: Arc::new(district),
            trail,
            tabs: HashMap::new(),
            history: History::default(),
            columns: Columns::default(),
            notice: None,
            clipboard: Clipboard::default(),
            overlay: None,
            prefs,
            guessed: None,
            keymap: Keymap::default(),
            marked,
            recent,
            used: Vec::new(),
            queries: HashMap::new(),
            hits: Hits::default(),
            settings_file: String::new(),
            stage: None,
            pending: Vec::new(),
            size,
        }
    }
    /// The same with other keys.
    #[must_use]
    pub fn with_keymap(self, keymap: Keymap) -> Self {
        Self { keymap, ..self }
    }

    /// Which commands are heard. One moves in help as in the lists of the dashboard.
    pub fn scope(&self) -> Scope {
        if self.at_steps() && !matches!(self.overlay, Some(Overlay::Help { .. })) { Scope::Show } else { Scope::Desk }
    }

    /// Whether a show is under way and one is at its steps, not on a detour.
    pub fn at_steps(&self) -> bool {
        self.stage.as_ref().is_some_and(|stage| !stage.on_detour())
    }
}
