//! From the text of `--at` to a place of the dataset.

use std::process::ExitCode;

use super::say;
use crate::domain::slip::{is_bare, slip};
use crate::domain::{Address, District};
use crate::lang::Shell;
use crate::ui::text::visible;

/// How many places are offered for one that does not exist.
const OFFERED: usize = 5;

/// The place that was asked for, else the overview; what is wrong has been said when this fails.
pub(super) fn find(at: Option<&str>, district: &District, messages: &Shell) -> Result<Address, ExitCode> {
    let Some(text) = at else { return Ok(Address::Overview) };
    match Address::parse(text).filter(|address| district.has(address)) {
        Some(address) => Ok(address),
        None => Err(say::fail(say::UNUSABLE, &explain(text, district, messages))),
    }
}

fn explain(text: &str, district: &District, messages: &Shell) -> String {
    if is_bare(text, district) {
        return (messages.no_list)(&visible(text));
    }
    if let Some(slip) = slip(text, district) {
        let told = (messages.no_part)(&visible(text), &visible(&slip.part));
        if slip.meant.is_empty() {
            return told;
        }
        return format!("{told}\n{}{}", messages.near_parts, slip.meant.join("  "));
    }
    let unknown = (messages.no_place)(&visible(text));
    let near = Address::near(text, district.data(), OFFERED);
    if near.is_empty() {
        return format!("{unknown}\n{}", messages.place_forms);
    }
    format!("{unknown}\n{}{}", messages.near_places, near.join("  "))
}
