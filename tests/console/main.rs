//! The presenter's console: what it says in every state of a show, and that no state and no size can break it.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on must fail"
)]

#[path = "../common/mod.rs"]
mod common;
mod podium;
mod properties;
mod says;
mod snapshots;
