//! What leaves the program as text that other programs read.
//!
//! A drawn [`ratatui::buffer::Buffer`] becomes plain [`text`], text with colours for a terminal ([`ansi`]), or a
//! picture for a page ([`svg`]); what is wrong with a dataset or with settings becomes a report ([`faults`]), what is presented an [`outline`]; the
//! settings in force become a settings file ([`config`]).

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
