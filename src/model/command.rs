//! Every command of the program, declared once: its name, what it does and its default keys. Keymap, footer and help
//! are made from this table.

use crate::lang::{CommandNames, Messages};

macro_rules! commands {
    ($($scope:ident { $($(#[doc = $doc:literal])+ $variant:ident, $field:ident, $keys:literal;)+ })+) => {
        /// What a key can ask for.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Command {
            $($($(#[doc = $doc])+ $variant,)+)+
        }

        impl Command {
            /// Every command, in the order in which help lists them.
            pub const ALL: &'static [Self] = &[$($(Self::$variant),+),+];

            /// What it is called in a settings file, such as `next-tab`.
            pub fn id(self) -> String {
                let name = match self { $($(Self::$variant => stringify!($field),)+)+ };
                name.replace('_', "-")
            }

            /// The default keys: alternatives apart by two blanks, the keys of one sequence by one.
            pub fn default_keys(self) -> &'static str {
                match self { $($(Self::$variant => $keys,)+)+ }
            }

            /// What it does, in an English sentence.
            pub fn describe(self) -> &'static str {
                let told = match self { $($(Self::$variant => concat!($($doc),+),)+)+ };
                told.trim_start()
            }

            /// Where its keys are heard.
            pub fn scope(self) -> Scope {
                match self { $($(Self::$variant => Scope::$scope,)+)+ }
            }

            /// What the command is called.
            pub fn name(self, messages: &Messages) -> &'static str {
                let names: &CommandNames = &messages.commands;
                match self { $($(Self::$variant => names.$field,)+)+ }
            }
        }
    };
}

commands! {
    Desk {
        /// Move up one row.
        Up, up, "Up  k";
        /// Move down one row.
        Down, down, "Down  j";
        /// Move left.
        Left, left, "Left  h";
        /// Move right.
        Right, right, "Right  l";
        /// Move to the first row.
        First, first, "Home  g g";
        /// Move to the last row.
        Last, last, "End  G";
        /// Move up half a page.
        HalfUp, half_up, "Ctrl-u";
        /// Move down half a page.
        HalfDown, half_down, "Ctrl-d";
        /// Move up a page.
        PageUp, page_up, "PgUp";
        /// Move down a page.
        PageDown, page_down, "PgDn";
        /// Open what is selected.
        Open, open, "Enter";
        /// Go back.
        Back, back, "Esc  Backspace";
        /// Go to the next tab.
        NextTab, next_tab, "Tab  ]";
        /// Go to the previous tab.
        PreviousTab, previous_tab, "Shift-Tab  [";
        /// Go to tab 1.
        Tab1, tab_1, "1";
        /// Go to tab 2.
        Tab2, tab_2, "2";
        /// Go to tab 3.
        Tab3, tab_3, "3";
        /// Go to tab 4.
        Tab4, tab_4, "4";
        /// Go to tab 5.
        Tab5, tab_5, "5";
        /// Go to tab 6.
        Tab6, tab_6, "6";
        /// Go to tab 7.
        Tab7, tab_7, "7";
        /// Go to tab 8.
        Tab8, tab_8, "8";
        /// Go to tab 9.
        Tab9, tab_9, "9";
        /// Go to the last tab.
        Tab0, tab_0, "0";
        /// Sort or arrange by what is selected; again to reverse, once more to restore the order of the file.
        Sort, sort, "s";
        /// Add the selected column as a further sort key; again to reverse, once more to remove it.
        SortAlso, sort_also, "S";
        /// Show only the metrics that contain certain words.
        FilterText, filter_text, "&";
        /// Choose from lists what the table shows: actions, units, statuses, sources and more.
        Facets, facets, "f";
        /// Show only rows with the selected cell's value, or all again.
        Only, only, "=";
        /// Leave out rows with the selected cell's value, or show them again.
        Without, without, "-";
        /// Invert the filter: show only what it leaves out.
        Inverse, inverse, "!";
        /// Show everything: no filter, no groups.
        Everything, everything, "x";
        /// Group the rows by action, status, unit or source, or not at all.
        Group, group, "b";
        /// Hide the selected column.
        HideColumn, hide_column, "H";
        /// Restore all columns to their original places.
        AllColumns, all_columns, "A";
        /// Move the selected column to the left.
        ColumnLeft, column_left, "<";
        /// Move the selected column to the right.
        ColumnRight, column_right, ">";
        /// Freeze the selected column at the left edge, or release it.
        Freeze, freeze, "z";
        /// Mark or unmark the selected metric; up to six can be compared.
        Mark, mark, "m";
        /// Compare the marked metrics side by side.
        Compare, compare, "M  c";
        /// Ask of the figure or the honour that is selected where it is from, what it counts, as of when, exactly or about.
        Provenance, provenance, "i";
        /// Copy the figure with its unit, period and source.
        Copy, copy, "y";
        /// Copy the address of the place, with filter and order.
        CopyAddress, copy_address, "Y";
        /// Go back in the history, to the exact row.
        Earlier, earlier, "Ctrl-o  Alt-Left";
        /// Go forward in the history.
        Later, later, "Alt-Right";
        /// Remember the place under a letter or digit.
        Remember, remember, "\"";
        /// Go to a remembered place.
        Recall, recall, "'";
        /// Go to the next search result.
        NextHit, next_hit, "n";
        /// Go to the previous search result.
        PreviousHit, previous_hit, "N";
        /// Show the charts as tables of the same numbers, and back.
        Table, table, "t";
        /// Present a briefing.
        Present, present, "F5  P";
        /// Read the dataset again.
        Reload, reload, "r";
        /// Go back, or quit at the overview.
        Quit, quit, "q";
    }
    Show {
        /// Show the next row, or the next step.
        StepOn, step_on, "Space  Enter  Right  PgDn  Down  l  j";
        /// Go back a row or a step.
        StepBack, step_back, "Left  PgUp  Backspace  Up  h  k";
        /// Go to the first step.
        FirstStep, first_step, "Home  g g";
        /// Go to the step whose number was typed, or to the last step.
        ToStep, to_step, "G  End";
        /// Black out the audience, or show the picture again.
        Black, black, "b  .";
        /// White out the audience, or show the picture again.
        White, white, "w  ,";
        /// Freeze the audience's picture while you look elsewhere, or unfreeze it.
        Hold, hold, "z  F8";
        /// Leave the steps and go anywhere in the dashboard.
        Detour, detour, "d";
        /// Return from a detour to the step.
        Return, return_to_step, "Esc";
        /// List the steps with their times and go to one.
        Agenda, agenda, "o";
        /// Pause or resume the clock.
        Pause, pause, "p";
        /// Reset the clock to zero.
        ResetClock, reset_clock, "R R";
        /// Turn the emphasis of the step's spotlight on or off.
        Spotlight, spotlight, "x";
        /// Scroll the notes up.
        NotesUp, notes_up, "Ctrl-u  {";
        /// Scroll the notes down.
        NotesDown, notes_down, "Ctrl-d  }";
        /// Give the notes more room on the console.
        NotesMore, notes_more, "+";
        /// Give the notes less room on the console.
        NotesLess, notes_less, "-";
        /// End the show.
        EndShow, end_show, "q q";
    }
    Both {
        /// Search the dataset by characters, pinyin, initials, English words or figures.
        Search, search, "/";
        /// Find a command or a place by name.
        Palette, palette, ":  Ctrl-p";
        /// Switch between compact and exact figures.
        Notation, notation, "u";
        /// Switch the language.
        Language, language, "L";
        /// Switch the theme.
        Theme, theme, "T";
        /// List the keys of this screen.
        Help, help, "?  F1";
        /// Quit from anywhere.
        QuitNow, quit_now, "Ctrl-c";
        /// Suspend the program; the shell's `fg` resumes it.
        Suspend, suspend, "Ctrl-z";
    }
}

/// Where the keys of a command are heard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Scope {
    /// In the dashboard, and on a detour from a show.
    Desk,
    /// At the steps of a show.
    Show,
    /// In both.
    Both,
}

impl Scope {
    /// Whether keys of both scopes can be meant at the same time.
    pub fn meets(self, other: Self) -> bool {
        self == other || self == Self::Both || other == Self::Both
    }
}

impl Command {
    /// The tab that the command goes to, counted from 0; the last tab for `Tab0`.
    pub fn tab(self) -> Option<Tab> {
        let tabs = [
            Self::Tab1,
            Self::Tab2,
            Self::Tab3,
            Self::Tab4,
            Self::Tab5,
            Self::Tab6,
            Self::Tab7,
            Self::Tab8,
            Self::Tab9,
        ];
        if self == Self::Tab0 {
            return Some(Tab::Last);
        }
        tabs.iter().position(|tab| *tab == self).map(Tab::At)
    }
}

/// Which tab a command goes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tab {
    /// The tab at this position, from 0.
    At(usize),
    /// The last one.
    Last,
}
