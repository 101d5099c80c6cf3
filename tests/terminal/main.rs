//! The program in a real (pseudo) terminal: it starts, answers, ends in every way there is, and leaves no trace.
#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test that cannot go on fails")]

mod completions;
mod endings;
mod pty;
mod running;
mod settings;
mod showing;
mod without;
