//! Leaving the program: what is on a screen, as text that other programs read.
//!
//! A drawn [`ratatui::buffer::Buffer`] becomes plain [`text`], text with colours for a terminal ([`ansi`]), or a
//! picture for a page ([`svg`]).

pub mod ansi;
mod cells;
mod colour;
pub mod svg;
pub mod text;
