//! Identifiers: lower-case ASCII words joined by `-`.

use std::borrow::{Borrow, Cow};
use std::fmt;
use std::ops::Deref;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;

/// The name by which one object of the dataset refers to another, such as `vanguard-visits`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
#[serde(transparent)]
pub struct Id(String);

impl Id {
    /// Whether `text` has the form of an id: lower-case ASCII letters and digits in words joined by single hyphens.
    pub fn is_valid(text: &str) -> bool {
        text.split('-')
            .all(|word| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit()))
    }

    /// The id as it is written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<&str> for Id {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

impl Deref for Id {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl Borrow<str> for Id {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl JsonSchema for Id {
    fn schema_name() -> Cow<'static, str> {
        "Id".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "Lower-case ASCII words joined by single hyphens, such as vanguard-visits.",
            "type": "string",
            "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_words_joined_by_single_hyphens() {
        for good in ["a", "baoan-2024", "vanguard-visits"] {
            assert!(Id::is_valid(good), "{good}");
        }
        for bad in ["", "-", "a--b", "-a", "a-", "A", "a_b", "a b", "治理"] {
            assert!(!Id::is_valid(bad), "{bad}");
        }
    }
}
