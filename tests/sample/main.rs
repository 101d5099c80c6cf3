//! The invented district in `data/sample-district.json`: what it is made from, and what it must hold for the sake of
//! those who try the program with it. To write it anew: `UPDATE_SAMPLE=1 cargo test --test sample`.

// The lint knows test functions, not what helps them.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod holds;
mod json;
mod metric;
mod metrics;
mod programme;
mod series;
mod story;

use std::fs;

use json::Json;

/// The file as it has to be.
fn made() -> String {
    let mut fields = programme::head();
    fields.extend([
        ("sources", programme::sources()),
        ("units", programme::units()),
        ("actions", programme::actions()),
        ("initiatives", programme::initiatives()),
        ("metrics", Json::List(metrics::all().iter().map(metric::Metric::json).collect())),
        ("honours", story::honours()),
        ("events", story::events()),
        ("briefings", story::briefings()),
    ]);
    json::document(&fields)
}

const PATH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/data/sample-district.json");

/// Whether the file is to be written anew.
fn is_update() -> bool {
    std::env::var_os("UPDATE_SAMPLE").is_some()
}

/// The file as it is, with the line ends of every system alike; as it will be where it is being written.
fn kept() -> String {
    if is_update() { made() } else { fs::read_to_string(PATH).unwrap_or_default().replace("\r\n", "\n") }
}

#[test]
fn the_file_is_the_one_that_is_made() {
    if is_update() {
        fs::write(PATH, made()).unwrap();
    }
    let hint = "data/sample-district.json differs: write it anew with UPDATE_SAMPLE=1 cargo test --test sample";
    assert!(kept() == made(), "{hint}");
}
