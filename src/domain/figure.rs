//! Figures: how a value is written for people.
