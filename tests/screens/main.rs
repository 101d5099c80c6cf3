//! The screens, driven by keys: what they say, and that no keys and no size can break them.

#[path = "../common/mod.rs"]
mod common;
mod figures;
mod moving;
mod properties;
mod snapshots;
