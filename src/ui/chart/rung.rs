//! One rank of a ladder, and the words that it is told in.

use crate::ui::text;
use crate::ui::theme::Role;

/// One rank.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rung {
    /// What was ranked.
    pub label: String,
    /// The place, 1 being the best; none where it is no whole number, which has no place on the ladder.
    pub position: Option<u32>,
    /// How many were compared.
    pub of: Option<u32>,
    /// That the source says "among the top": this place or a better one.
    pub at_most: bool,
    /// The rank as it is written: `全国第2 / 100（连续4年）`.
    pub text: String,
    /// The same in fewer words, the longer first: `全国第2 / 100`, `第2`. Where there is little room one of them stands
    /// for the text.
    pub short: Vec<String>,
    /// The colour of the place.
    pub role: Role,
}

impl Rung {
    /// The text, in ever fewer words.
    pub(super) fn forms(&self) -> impl Iterator<Item = &str> {
        std::iter::once(&*self.text).chain(self.short.iter().map(String::as_str))
    }

    /// The text after so many steps towards fewer words.
    pub(super) fn form(&self, step: usize) -> &str {
        self.forms().take(step.saturating_add(1)).last().unwrap_or_default()
    }

    /// The fullest text of those that fit; where none does, the one with the fewest words.
    pub(super) fn fitting(&self, width: u16) -> &str {
        self.forms().find(|form| text::cells(form) <= width).unwrap_or_else(|| self.form(usize::MAX))
    }
}
