//! Finding things: what is typed, and what is found first; the palette; the keys of the line that is typed.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on must fail"
)]

#[path = "../common/mod.rs"]
mod common;
mod first_hits;
mod line;
mod looks;
mod palette;
