//! Values that have a list of all, told to other terminals by their position in it.

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::domain::Lang;
use crate::model::{Markers, ThemeName};

/// A type with a list of all its values.
pub(super) trait Listed: Copy + PartialEq + 'static {
    /// All of them.
    const EVERY: &'static [Self];
}

impl Listed for Lang {
    const EVERY: &'static [Self] = &Self::ALL;
}

impl Listed for ThemeName {
    const EVERY: &'static [Self] = &Self::ALL;
}

impl Listed for Markers {
    const EVERY: &'static [Self] = &Self::ALL;
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde hands over references")]
pub(super) fn serialize<T: Listed, S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
    T::EVERY.iter().position(|other| other == value).unwrap_or_default().serialize(serializer)
}

pub(super) fn deserialize<'de, T: Listed, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    let position = usize::deserialize(deserializer)?;
    T::EVERY.get(position).copied().ok_or_else(|| D::Error::custom("there are not so many"))
}
