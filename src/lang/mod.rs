//! Everything that the program says, in each of its languages.

pub mod check;
