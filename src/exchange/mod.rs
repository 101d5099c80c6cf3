//! Import, export and reports: what leaves the program or comes into it, as text.

pub mod faults;
