//! The screens, driven by keys: what they say, and that no keys and no size can break them.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on must fail"
)]

#[path = "../common/mod.rs"]
mod common;
mod figures;
mod joined;
mod markers;
mod moving;
mod properties;
mod provenance;
mod settings;
mod snapshots;
mod standing;
mod synthetic;
mod table;
mod timeline;
mod wide;
