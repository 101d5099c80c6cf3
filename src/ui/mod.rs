//! Drawing: data in, cells out. Knows neither the screens nor the world outside.

pub mod draw;
pub mod text;
pub mod theme;
