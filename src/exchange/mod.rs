//! What leaves the program as text that other programs read.
//!
//! A drawn [`ratatui::buffer::Buffer`] becomes plain [`text`], text with colours for a terminal ([`ansi`]), or a
//! picture for a page ([`svg`]). Faults of a dataset or of settings become a report ([`faults`]). A show becomes an
//! [`outline`], what a look at its steps has found a report ([`preflight`]), and so does a [`rehearsal`]. The effective
//! settings become a settings file ([`config`]), what is remembered a state file ([`state`]).

pub mod ansi;
mod cells;
mod colour;
pub mod config;
pub mod faults;
pub mod outline;
pub mod preflight;
pub mod rehearsal;
pub mod state;
pub mod svg;
pub mod text;
