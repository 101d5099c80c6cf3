//! Checking a dataset, on its own or before it is opened.

use std::path::Path;
use std::process::ExitCode;

use super::cli::ReportFormat;
use super::open::{self, Opened};
use super::say;
use crate::domain::{Dataset, Lang};
use crate::lang::messages;

/// Reads a dataset; its faults have been said when this fails.
pub(super) fn load(opened: &Opened, _lang: Lang) -> Result<Dataset, ExitCode> {
    parse(&opened.bytes).map_err(|fault| say::fail(say::FAULTS, &format!("{}: {fault}", opened.name)))
}

/// Reports every fault of a file on standard output.
pub(super) fn run(file: &Path, _strict: bool, _format: ReportFormat, lang: Lang) -> ExitCode {
    let shell = &messages(lang).shell;
    let opened = match open::open(Some(file), shell) {
        Ok(opened) => opened,
        Err(message) => return say::fail(say::UNUSABLE, &message),
    };
    match parse(&opened.bytes) {
        Ok(_) => say::write(&((shell.no_faults)(&opened.name) + "\n"), ExitCode::SUCCESS),
        Err(fault) => say::write(&format!("{}: {fault}\n", opened.name), ExitCode::from(say::FAULTS)),
    }
}

fn parse(bytes: &[u8]) -> Result<Dataset, String> {
    serde_json::from_slice(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)).map_err(|error| error.to_string())
}
