//! Sorting, filtering and counting.
