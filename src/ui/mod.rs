//! Drawing: data in, cells out. Knows neither the screens nor the world outside.

pub mod chart;
pub mod draw;
pub mod text;
pub mod theme;
