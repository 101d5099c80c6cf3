//! The link between the terminals of a show, with real sockets and real processes: they agree, whoever comes late, dies,
//! is stopped, or talks nonsense.
#![cfg(unix)]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on fails"
)]

mod folder;
mod hostile;
mod process;
mod terminal;
mod together;
