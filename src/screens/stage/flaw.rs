//! What is wrong with a step at a size.

use crate::lang::Messages;

/// How bad a flaw is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// The audience sees that something is wrong: it is cut, or there is nothing to see.
    Fault,
    /// It could be better.
    Advice,
}

/// What does not fit at a size, or is missing at any.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Flaw {
    /// The headline ends in `…`.
    HeadlineCut,
    /// The headline takes so many lines, which are too many.
    HeadlineLong(usize),
    /// The headline has no room for big characters, although the screen is wide.
    HeadlineSmall,
    /// The headline has no room for big characters because what stands below it takes that.
    HeadlineCrowded,
    /// The headline is not in the language that is shown.
    HeadlineForeign,
    /// The notes are not in the language that is shown.
    NotesForeign,
    /// What the figure of this metric counts is not told.
    DefinitionLeft(String),
    /// The source is told without its title or with others left out.
    SourceShort,
    /// The source ends in `…`.
    SourceCut,
    /// There is no headline; the name of the place stands in its stead.
    NoHeadline,
    /// There are no notes.
    NoNotes,
    /// Nothing says how long it takes.
    NoSeconds,
    /// The figure of this metric has no room.
    FigureCut(String),
    /// The figure of this metric is too small to be read from afar.
    FigureSmall(String),
    /// There is no room for these kinds of what is told beside figures: status, rank, change.
    LeftOut([bool; 3]),
    /// The rows of a list are lines of text without air, although the screen is wide.
    ListSmall,
    /// This text ends in `…`.
    TextCut(String),
    /// So many rows of so many have no room.
    RowsHidden(usize, usize),
    /// The page has so many rows more than there is room for.
    PageLong(usize),
    /// What the spotlight names is not in sight.
    SpotlightAbsent(String),
    /// This metric has no value.
    NoValue(String),
    /// This figure has no source.
    Uncited(String),
    /// Nothing that is seen has a source.
    NoSource,
}

impl Flaw {
    /// Whether it is no reason for a smaller headline where that does not mend it.
    pub(super) fn is_small(&self) -> bool {
        matches!(self, Self::LeftOut(_) | Self::ListSmall | Self::DefinitionLeft(_) | Self::TextCut(_))
    }

    /// How bad it is.
    pub fn severity(&self) -> Severity {
        match self {
            Self::HeadlineLong(_)
            | Self::HeadlineSmall
            | Self::HeadlineCrowded
            | Self::HeadlineForeign
            | Self::NotesForeign
            | Self::DefinitionLeft(_)
            | Self::SourceShort
            | Self::NoHeadline
            | Self::NoNotes
            | Self::NoSeconds
            | Self::LeftOut(_)
            | Self::ListSmall
            | Self::FigureSmall(_) => Severity::Advice,
            _ => Severity::Fault,
        }
    }

    /// What is wrong, in a sentence.
    pub fn sentence(&self, messages: &Messages) -> String {
        let says = &messages.stage;
        match self {
            Self::HeadlineCut => says.headline_cut.to_owned(),
            Self::HeadlineLong(lines) => (says.headline_long)(*lines),
            Self::HeadlineSmall => says.headline_small.to_owned(),
            Self::HeadlineCrowded => says.headline_crowded.to_owned(),
            Self::HeadlineForeign => says.headline_foreign.to_owned(),
            Self::NotesForeign => says.notes_foreign.to_owned(),
            Self::DefinitionLeft(name) => (says.definition_left)(name),
            Self::SourceShort => says.source_short.to_owned(),
            Self::SourceCut => says.source_cut.to_owned(),
            Self::NoHeadline => says.no_headline.to_owned(),
            Self::NoNotes => says.no_notes.to_owned(),
            Self::NoSeconds => says.no_seconds.to_owned(),
            Self::FigureCut(name) => (says.figure_cut)(name),
            Self::FigureSmall(name) => (says.figure_small)(name),
            Self::LeftOut(kinds) => (says.left_out)(*kinds),
            Self::ListSmall => says.list_small.to_owned(),
            Self::TextCut(text) => (says.text_cut)(text),
            Self::RowsHidden(hidden, all) => (says.rows_hidden)(*hidden, *all),
            Self::PageLong(rows) => (says.page_long)(*rows),
            Self::SpotlightAbsent(id) => (says.spotlight_absent)(id),
            Self::NoValue(name) => (says.no_value)(name),
            Self::Uncited(name) => (says.uncited)(name),
            Self::NoSource => says.no_source.to_owned(),
        }
    }
}
