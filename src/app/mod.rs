//! How the state changes and how it is drawn: [`update`], [`view()`] and [`caret()`]. No I/O and no clock.

mod copying;
mod desk;
mod filtering;
mod finder;
mod going;
mod help;
mod layout;
mod marks;
mod mouse;
mod presenting;
mod provenance;
mod remembering;
mod reordering;
mod seen;
mod tabs;
mod update;
mod view;

pub use presenting::{jump, speak, start, wake};
pub use update::update;
pub use view::{caret, view};
