//! Presenting: a briefing of the dataset, or one made from it.

mod on_terminal;
mod preflight;
mod rehearsal;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use super::cli::size;
use super::reread::Files;
use super::settings::Setup;
use super::{load, say, terminal};
use crate::domain::briefing::ShowError;
use crate::domain::{Id, Show};
use crate::exchange::outline;
use crate::lang::{Shell, messages};
use crate::model::show::Steps;
use crate::model::{Ambiguous, ColourDepth};
use crate::ui::text::visible;

/// What to present, and how.
#[derive(Debug, Args)]
#[command(group = clap::ArgGroup::new("way").multiple(false))]
#[allow(clippy::struct_excessive_bools, reason = "each is an option of the command line")]
pub(super) struct Present {
    /// JSON datasets; - for standard input [default: Bao'an District 2024]
    #[arg(value_name = "FILE")]
    pub(super) files: Vec<PathBuf>,
    /// Present the invented district; all its data are synthetic
    #[arg(long, conflicts_with = "files")]
    pub(super) demo: bool,
    /// Briefing to present [default: the first; without any, one is generated from the dataset]
    #[arg(long, value_name = "ID")]
    pub(super) briefing: Option<String>,
    /// Step to start at, from 1 [default: the current step of a running show, or the first]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..), conflicts_with_all = ["outline", "check"])]
    pub(super) from: Option<u16>,
    /// Open the presenter's console: the audience's picture, the next step, notes and clock
    #[arg(long, group = "way")]
    pub(super) notes: bool,
    /// Advance the steps by their times and start over at the end; any key stops this, p resumes
    #[arg(long, group = "way")]
    pub(super) auto: bool,
    /// Rehearse on the console alone, then print the time taken at each step
    #[arg(long, group = "way")]
    pub(super) rehearse: bool,
    /// Check every step for what does not fit and what is missing; exit with 1 if there are errors
    #[arg(long, group = "way")]
    pub(super) check: bool,
    /// Size to check at, columns by rows; may be repeated [default: 80x24, 100x30, 120x40 and 200x60]
    #[arg(long, value_name = "WxH", value_parser = size, requires = "check")]
    pub(super) size: Vec<(u16, u16)>,
    /// Print steps, figures, notes and sources as Markdown
    #[arg(long, group = "way")]
    pub(super) outline: bool,
    /// Leave the notes out of the outline
    #[arg(long, requires = "outline")]
    pub(super) no_notes: bool,
}

/// Presents a briefing, or does something else with it.
pub(super) fn run(present: &Present, setup: &Setup) -> ExitCode {
    let shell = &messages(setup.lang()).shell;
    let drawn = !present.outline && !present.check;
    if let Err(code) = if drawn { terminal(shell) } else { Ok(()) } {
        return code;
    }
    let files = Files::new(&present.files, present.demo, setup.lang());
    let district = match load(&present.files, present.demo, setup) {
        Ok(district) => district,
        Err(code) => return code,
    };
    let id = present.briefing.as_deref().map(Id::from);
    let show = match Show::of(&district, id.as_ref()) {
        Ok(show) => show,
        Err(error) => return say::fail(say::UNUSABLE, &explain(&error, shell)),
    };
    if show.slides.len() > Steps::MOST {
        return say::fail(say::UNUSABLE, &(shell.too_many_steps)(show.slides.len(), Steps::MOST));
    }
    if let Some(step) = present.from.filter(|step| usize::from(*step) > show.slides.len()) {
        return say::fail(say::UNUSABLE, &(shell.no_step)(step, show.slides.len()));
    }
    if present.outline {
        let prefs = setup.effective.prefs(ColourDepth::None, Ambiguous::Narrow);
        let style = outline::Style { format: prefs.format(), notes: !present.no_notes };
        return say::write(&outline::render(&district, &show, style), ExitCode::SUCCESS);
    }
    if present.check {
        return preflight::run(&district, &show, &present.size, setup);
    }
    on_terminal::run(present, files, district, show, setup)
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
        for together in ["--notes --auto", "--rehearse --check", "--outline --check", "--size 80x24", "--from 0"] {
            assert!(parse(&format!("present {together}")).is_none(), "{together}");
        }
        assert_eq!(parse("present --check --size 80x24 --size 100x30").unwrap().size, [(80, 24), (100, 30)]);
        assert_eq!(parse("present --notes --from 3").unwrap().from, Some(3));
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
