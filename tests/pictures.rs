//! The pictures of the README are what the program draws today.
//! After a wanted change: `UPDATE_PICTURES=1 cargo test --test pictures`.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on must fail"
)]

use std::fs;
use std::path::Path;
use std::process::Command;

/// Metrics of like and of unlike units.
const COMPARED: &str = "compare/public-revenue,public-spending,budget-balance,jobs-created,road-accidents";

/// Each picture: its file, and how it is printed.
const PICTURES: [(&str, &[&str]); 16] = [
    ("overview-zh.svg", &["--at", "overview", "--size", "120x40", "--lang", "zh", "--theme", "dark"]),
    ("overview-en.svg", &["--at", "overview", "--size", "120x40", "--lang", "en", "--theme", "dark"]),
    ("action-zh.svg", &["--at", "action/governance", "--size", "120x36", "--lang", "zh", "--theme", "dark"]),
    ("action-en.svg", &["--at", "action/development", "--size", "120x36", "--lang", "en", "--theme", "light"]),
    ("metric-zh.svg", &["--at", "metric/idle-space-revived", "--size", "100x30", "--lang", "zh", "--theme", "light"]),
    ("metric-en.svg", &["--at", "metric/idle-space-revived", "--size", "100x30", "--lang", "en", "--theme", "light"]),
    ("trend-zh.svg", &["--demo", "--at", "metric/jobs-created", "--size", "120x40", "--lang", "zh", "--theme", "dark"]),
    (
        "trend-en.svg",
        &["--demo", "--at", "metric/road-accidents", "--size", "120x40", "--lang", "en", "--theme", "dark"],
    ),
    ("compare-zh.svg", &["--demo", "--at", COMPARED, "--size", "160x50", "--lang", "zh", "--theme", "light"]),
    ("compare-en.svg", &["--demo", "--at", COMPARED, "--size", "160x50", "--lang", "en", "--theme", "dark"]),
    ("console-zh.svg", &["--step", "8", "--console", "--size", "120x40", "--lang", "zh", "--theme", "dark"]),
    ("console-en.svg", &["--step", "8", "--console", "--size", "120x40", "--lang", "en", "--theme", "dark"]),
    ("stage-zh.svg", &["--step", "8", "--size", "100x30", "--lang", "zh", "--theme", "projector"]),
    ("stage-en.svg", &["--step", "8", "--size", "100x30", "--lang", "en", "--theme", "projector"]),
    ("metrics-zh.svg", &["--at", "metrics", "--size", "120x30", "--lang", "zh", "--theme", "dark"]),
    ("metrics-en.svg", &["--at", "metrics", "--size", "120x30", "--lang", "en", "--theme", "dark"]),
];

#[test]
fn pictures_are_current() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/pictures");
    let update = std::env::var_os("UPDATE_PICTURES").is_some();
    let mut stale = Vec::new();
    for (name, arguments) in PICTURES {
        let output = Command::new(env!("CARGO_BIN_EXE_xinhuo"))
            .args(["print", "--no-config", "--format", "svg", "--colour", "true"])
            .args(arguments)
            .env_remove("NO_COLOR")
            .output()
            .unwrap();
        assert!(output.status.success(), "{name}: {}", String::from_utf8_lossy(&output.stderr));
        let file = folder.join(name);
        if update {
            fs::create_dir_all(&folder).unwrap();
            fs::write(&file, &output.stdout).unwrap();
        } else if fs::read(&file).ok().as_deref() != Some(output.stdout.as_slice()) {
            stale.push(name);
        }
    }
    assert!(stale.is_empty(), "not current: {stale:?}; run UPDATE_PICTURES=1 cargo test --test pictures");
}

#[test]
fn each_readme_shows_every_picture_in_its_language_and_no_other() {
    for (readme, ending) in [("README.md", "-en.svg"), ("README.zh-CN.md", "-zh.svg")] {
        let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(readme)).unwrap();
        let mut shown: Vec<&str> =
            text.split("docs/pictures/").skip(1).map(|rest| rest.split(')').next().unwrap()).collect();
        let mut made: Vec<&str> =
            PICTURES.iter().map(|(name, _)| *name).filter(|name| name.ends_with(ending)).collect();
        shown.sort_unstable();
        made.sort_unstable();
        assert_eq!(shown, made, "{readme}");
    }
}
