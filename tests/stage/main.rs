//! What the audience of a show sees.

// The lint knows test functions, not what helps them.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "../common/mod.rs"]
mod common;
mod flaws;
mod hall;
mod pictures;
mod properties;
