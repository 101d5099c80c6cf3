//! The variables that stand for options. One that is set to nothing is not set.

use std::ffi::OsString;

use clap::ValueEnum;

use crate::model::settings::{Choice, Origin};

/// A variable with a value that there is not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Unknown {
    /// The variable.
    pub(super) name: &'static str,
    /// Its value.
    pub(super) value: String,
    /// The values that there are.
    pub(super) known: Vec<String>,
}

/// The value of a variable.
pub(super) fn of(name: &str) -> Option<OsString> {
    std::env::var_os(name).filter(|value| !value.is_empty())
}

/// What an option asks for; else what the variable does, in any words.
pub(super) fn text(name: &'static str, option: Option<&str>) -> Option<Choice<String>> {
    let asked = option.map(|value| Choice { value: value.to_owned(), origin: Origin::CommandLine });
    let named = || {
        let value = of(name)?.to_string_lossy().into_owned();
        Some(Choice { value, origin: Origin::Environment(name) })
    };
    asked.or_else(named)
}

/// What an option asks for; else what the variable does, which nobody looks at where there is the option.
pub(super) fn choice<T: ValueEnum>(name: &'static str, option: Option<T>) -> Result<Option<Choice<T>>, Unknown> {
    if let Some(value) = option {
        return Ok(Some(Choice { value, origin: Origin::CommandLine }));
    }
    let Some(text) = text(name, None) else { return Ok(None) };
    if let Ok(value) = T::from_str(&text.value, false) {
        return Ok(Some(Choice { value, origin: text.origin }));
    }
    let known = T::value_variants().iter().filter_map(T::to_possible_value);
    let known = known.map(|value| value.get_name().to_owned()).collect();
    Err(Unknown { name, value: text.value, known })
}
