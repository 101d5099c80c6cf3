//! Presenting: a briefing of the dataset, or one made from it.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use super::settings::Setup;
use super::{load, say};
use crate::domain::briefing::ShowError;
use crate::domain::{Id, Show};
use crate::exchange::outline;
use crate::lang::{Shell, messages};
use crate::model::{Ambiguous, ColourDepth};
use crate::ui::text::visible;

/// What to present, and how.
#[derive(Debug, Args)]
pub(super) struct Present {
    /// The datasets, JSON files; - for standard input [default: Bao'an District 2024]
    #[arg(value_name = "FILE")]
    pub(super) files: Vec<PathBuf>,
    /// Present the invented district instead; all its data are synthetic
    #[arg(long, conflicts_with = "files")]
    pub(super) demo: bool,
    /// The briefing to present [default: the first; where there is none, one is made from the dataset]
    #[arg(long, value_name = "ID")]
    pub(super) briefing: Option<String>,
    /// Write steps, figures, notes and sources to standard output as Markdown
    #[arg(long, required = true)]
    pub(super) outline: bool,
    /// Leave the notes out of the outline
    #[arg(long, requires = "outline")]
    pub(super) no_notes: bool,
}

/// Writes the outline of a show.
pub(super) fn run(present: &Present, setup: &Setup) -> ExitCode {
    let prefs = setup.effective.prefs(ColourDepth::None, Ambiguous::Narrow);
    let shell = &messages(prefs.lang).shell;
    let district = match load(&present.files, present.demo, setup) {
        Ok(district) => district,
        Err(code) => return code,
    };
    let id = present.briefing.as_deref().map(Id::from);
    match Show::of(&district, id.as_ref()) {
        Ok(show) => {
            let style = outline::Style { format: prefs.format(), notes: !present.no_notes };
            say::write(&outline::render(&district, &show, style), ExitCode::SUCCESS)
        }
        Err(error) => say::fail(say::UNUSABLE, &explain(&error, shell)),
    }
}

fn explain(error: &ShowError, shell: &Shell) -> String {
    match error {
        ShowError::Unknown { found, near } => {
            let unknown = (shell.no_briefing)(&visible(found));
            if near.is_empty() {
                return unknown;
            }
            let near: Vec<&str> = near.iter().map(Id::as_str).collect();
            format!("{unknown}\n{}{}", shell.briefings, near.join("  "))
        }
        ShowError::Empty(id) => (shell.no_steps)(&visible(id)),
    }
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::*;
    use crate::domain::Lang;
    use crate::shell::cli::{Cli, Command};

    fn parse(line: &str) -> Option<Present> {
        match Cli::try_parse_from(std::iter::once("xinhuo").chain(line.split_whitespace())).ok()?.command {
            Some(Command::Present(present)) => Some(present),
            _ => None,
        }
    }

    #[test]
    fn an_outline_is_with_notes_unless_they_are_left_out() {
        let present = parse("present a.json --outline --briefing morning").unwrap();
        assert_eq!((present.files.len(), present.briefing.as_deref(), present.no_notes), (1, Some("morning"), false));
        assert!(parse("present --demo --outline --no-notes --lang en").unwrap().no_notes);
        assert!(parse("present a.json --demo --outline").is_none());
    }

    #[test]
    fn a_briefing_that_is_not_there_is_answered_with_those_that_are() {
        for lang in Lang::ALL {
            let shell = &messages(lang).shell;
            let unknown = |near| ShowError::Unknown { found: Id::from("a\u{1b}[2J"), near };
            let told = explain(&unknown(vec![Id::from("morning"), Id::from("evening")]), shell);
            assert!(told.ends_with("morning  evening") && !told.contains('\u{1b}'), "{told}");
            assert_eq!(explain(&unknown(Vec::new()), shell).lines().count(), 1);
            assert!(explain(&ShowError::Empty(Id::from("noon")), shell).contains("noon"));
        }
    }
}
