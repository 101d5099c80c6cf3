//! What leaves the program as text that other programs read.
//!
//! A drawn [`ratatui::buffer::Buffer`] becomes plain [`text`], text with colours for a terminal ([`ansi`]), or a
//! picture for a page ([`svg`]); what is wrong with a dataset becomes a report ([`faults`]), and what is presented from it an
//! [`outline`].

pub mod ansi;
mod cells;
mod colour;
pub mod faults;
pub mod outline;
pub mod svg;
pub mod text;
