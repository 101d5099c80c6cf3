//! Checking a dataset, on its own or before it is opened.

use std::io;
use std::path::Path;
use std::process::ExitCode;

use super::cli::ReportFormat;
use super::open::{self, Opened, Wanted};
use super::{colours, say};
use crate::domain::check::{self, Report};
use crate::domain::{Dataset, Lang};
use crate::exchange::faults;
use crate::lang::messages;
use crate::model::ColourDepth;

/// Reads a dataset; its faults have been said when this fails.
pub(super) fn load(opened: &Opened, colours: Option<ColourDepth>, lang: Lang) -> Result<Dataset, ExitCode> {
    check::load(&opened.bytes).map_err(|report| {
        let text = text(&report, opened, lang, colours::paints(colours, &io::stderr()));
        say::fail(say::FAULTS, text.trim_end())
    })
}

/// Reports every fault of a file on standard output. Warnings count only where it is asked to be strict.
pub(super) fn run(
    file: &Path,
    strict: bool,
    format: ReportFormat,
    colours: Option<ColourDepth>,
    lang: Lang,
) -> ExitCode {
    let shell = &messages(lang).shell;
    let opened = match open::open(Wanted::File(file), shell) {
        Ok(opened) => opened,
        Err(why) => return say::fail(say::UNUSABLE, &why.told(shell)),
    };
    let report = check::check(&opened.bytes);
    let faulty = report.has_errors() || strict && report.warnings() > 0;
    let code = if faulty { ExitCode::from(say::FAULTS) } else { ExitCode::SUCCESS };
    let text = match format {
        ReportFormat::Text => text(&report, &opened, lang, colours::paints(colours, &io::stdout())),
        ReportFormat::Json => faults::json(&report, lang),
    };
    say::write(&text, code)
}

fn text(report: &Report, opened: &Opened, lang: Lang, colour: bool) -> String {
    faults::text(report, &opened.name, &opened.bytes, faults::Style { lang, colour })
}
