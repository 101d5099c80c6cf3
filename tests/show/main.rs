//! Shows: what keys do to them, how terminals follow each other, and that the audience sees nothing that it should not.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on fails"
)]

#[path = "../common/mod.rs"]
mod common;
mod following;
mod keys;
mod room;
mod secrecy;
mod time;
