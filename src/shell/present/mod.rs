//! Presenting: a briefing of the dataset, or one made from it.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use super::cli::Look;
use super::{load, say};
use crate::domain::briefing::ShowError;
use crate::domain::{Id, Show};
use crate::exchange::outline;
use crate::lang::{Shell, messages};
use crate::model::Prefs;
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
pub(super) fn run(present: &Present, look: &Look, prefs: Prefs) -> ExitCode {
    let shell = &messages(prefs.lang).shell;
    let district = match load(&present.files, present.demo, look, prefs, shell) {
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
