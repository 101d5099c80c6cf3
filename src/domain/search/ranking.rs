//! What comes before what.
//!
//! Of two hits that is better which is better in the first of these in which they differ:
//!
//! 1. how often it is meant: what is found by whole syllables or, in a name, all by first letters; then what is found some
//!    this way and some that (wan-g-xi, where wang-xi may be meant), or in running text by first letters, which often fit by
//!    chance; behind everything what is found by rare readings;
//! 2. the text: a name in the language of the screen (of a command in any), a figure in it, a name in the other
//!    language, a figure in that, a definition, an owner, a remark, the action, an id, a date; a figure that is exactly what
//!    was typed is like a name;
//! 3. the doubt: initials of English words come behind;
//! 4. the place: a whole name or a whole figure; an action (or a command, or a list) that begins with it; a metric that
//!    has it anywhere; anything else that begins with it; the rest;
//! 5. the standing, the manner, the length of the text, the sort of thing, the order of the file.

use super::matching::{Manner, Standing};
use crate::domain::text::Lang;

/// What a text is to its entry. The language is none where the text is the same in both.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Its name.
    Name(Option<Lang>),
    /// Its figure or a part of it, as shown or as written.
    Figure(Option<Lang>),
    /// What is counted.
    Definition,
    /// Who answers for it.
    Owner,
    /// Who published it.
    Publisher,
    /// Anything else that is said of it.
    Remark,
    /// The action that it belongs to.
    Action,
    /// Its id.
    Id,
    /// A date.
    Date,
}

impl Part {
    /// What comes before what in an entry of a class on a screen in a language, from 0.
    pub(super) fn rank(self, class: u8, lang: Lang) -> u8 {
        let hidden = |of: Option<Lang>| if of.is_none_or(|of| of == lang) { 0 } else { 2 };
        match self {
            // Whoever knows a command by a name types that, whatever the screen calls it.
            Self::Name(_) if class == COMMANDS => 0,
            Self::Name(of) => hidden(of),
            Self::Figure(of) => 1 + hidden(of),
            Self::Definition => 4,
            Self::Owner => 5,
            Self::Publisher | Self::Remark => 6,
            Self::Action => 7,
            Self::Id => 8,
            Self::Date => 9,
        }
    }
}

/// The class of commands.
pub const COMMANDS: u8 = 0;

/// The class of metrics. Those below are actions, lists and commands; those above are everything else.
pub(super) const METRICS: u8 = 3;

/// How seldom what is found so in such a text is meant.
pub(super) fn seldom(part: Part, manner: Manner) -> u8 {
    let is_text = matches!(part, Part::Definition | Part::Remark);
    match manner {
        Manner::Rare | Manner::RareTyping => 2,
        Manner::Mixed | Manner::Unfinished => 1,
        Manner::Initials => u8::from(is_text),
        _ => 0,
    }
}

/// The place of a hit in a text of an entry of a class.
pub(super) fn place(class: u8, standing: Option<Standing>) -> u8 {
    let begins = standing.is_some_and(|standing| standing <= Standing::Start);
    match class {
        _ if standing == Some(Standing::Whole) => 0,
        ..METRICS if begins => 1,
        METRICS | COMMANDS => 2,
        _ if begins => 3,
        _ => 4,
    }
}
