//! xinhuo 薪火: a terminal cockpit for a district's achievements.
//!
//! One JSON dataset of actions, initiatives, metrics, honours and sources is opened, checked and shown; every figure
//! leads to its evidence. Imports run one way only:
//! `domain ← lang ← model ← ui ← screens ← app ← shell`, with `exchange` beside `app`.

pub mod app;
pub mod domain;
pub mod exchange;
pub mod lang;
pub mod model;
pub mod screens;
pub mod shell;
pub mod ui;
