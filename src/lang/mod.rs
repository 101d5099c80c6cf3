//! What the program says: one catalogue a language, typed, so that a message that is missing does not compile.

mod en;
mod shell;
mod zh;

use crate::domain::Lang;
pub use shell::Shell;

/// The names of the commands, as help and the footer show them.
#[derive(Debug)]
#[allow(missing_docs, reason = "each field is the name of the command of that name")]
pub struct CommandNames {
    pub up: &'static str,
    pub down: &'static str,
    pub left: &'static str,
    pub right: &'static str,
    pub first: &'static str,
    pub last: &'static str,
    pub half_up: &'static str,
    pub half_down: &'static str,
    pub page_up: &'static str,
    pub page_down: &'static str,
    pub open: &'static str,
    pub back: &'static str,
    pub next_tab: &'static str,
    pub previous_tab: &'static str,
    pub tab_1: &'static str,
    pub tab_2: &'static str,
    pub tab_3: &'static str,
    pub tab_4: &'static str,
    pub tab_5: &'static str,
    pub tab_6: &'static str,
    pub tab_7: &'static str,
    pub tab_8: &'static str,
    pub tab_9: &'static str,
    pub tab_0: &'static str,
    pub sort: &'static str,
    pub table: &'static str,
    pub notation: &'static str,
    pub language: &'static str,
    pub theme: &'static str,
    pub help: &'static str,
    pub quit: &'static str,
    pub quit_now: &'static str,
    pub suspend: &'static str,
}

/// Everything that the program says in one language.
#[derive(Debug)]
pub struct Messages {
    /// The names of the commands.
    pub commands: CommandNames,
    /// What is said outside the screen.
    pub shell: Shell,
}

/// The catalogue of a language.
pub fn messages(lang: Lang) -> &'static Messages {
    match lang {
        Lang::Zh => &zh::MESSAGES,
        Lang::En => &en::MESSAGES,
    }
}
