//! Checking a dataset: each sort of fault where it stands, all of them at once, and nothing that a file could do to the
//! program or the terminal.

// The lint knows test functions, not what helps them.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod colours;
mod each;
mod figures;
mod many;
mod properties;
mod rendering;

use xinhuo::domain::check::{Report, check, load};

/// A small dataset with nothing wrong.
const BASE: &str = include_str!("base.json");

/// Marks where a fault is expected in a seeded text; it is taken out before the check.
const HERE: char = '⟦';

/// The base with `from` replaced by `to` (each exactly once), and the expected line and column.
fn seed(changes: &[(&str, &str)]) -> (String, Option<(usize, usize)>) {
    let mut text = BASE.to_owned();
    for (from, to) in changes {
        assert_eq!(text.matches(from).count(), 1, "{from} must stand once");
        text = text.replacen(from, to, 1);
    }
    let expected = text.find(HERE).map(|at| {
        let before = &text[..at];
        let line = before.matches('\n').count() + 1;
        (line, before.rsplit('\n').next().unwrap().chars().count() + 1)
    });
    (text.replace(HERE, ""), expected)
}

/// Code, line and column of each fault.
fn found(report: &Report) -> Vec<(&'static str, usize, usize)> {
    report.faults.iter().map(|fault| (fault.kind.code(), fault.place.line, fault.place.column)).collect()
}

/// Checks one seeded change: exactly one fault, of that code, at the mark, in that path; and that loading agrees.
fn one(code: &str, path: &str, from: &str, to: &str) {
    several(code, path, &[(from, to)]);
}

fn several(code: &str, path: &str, changes: &[(&str, &str)]) {
    let (text, expected) = seed(changes);
    let (line, column) = expected.expect("a mark");
    for fault in &check(text.as_bytes()).faults {
        for lang in xinhuo::domain::Lang::ALL {
            let message = xinhuo::lang::check::message(&fault.kind, lang);
            assert!(!message.title.is_empty() && !message.expected.is_empty(), "{:?}", fault.kind);
        }
    }
    // As it is, with a byte order mark, and with the line ends of Windows: the same place in each.
    for variant in [text.clone(), format!("\u{feff}{text}"), text.replace('\n', "\r\n")] {
        let report = check(variant.as_bytes());
        assert_eq!(found(&report), [(code, line, column)], "{changes:?}: {report:#?}");
        assert_eq!(report.faults[0].path, path, "{changes:?}");
        assert_eq!(load(variant.as_bytes()).is_err(), report.has_errors(), "{changes:?}");
        let span = report.faults[0].place.span.clone();
        assert!(variant.get(span).is_some(), "the span lies between characters");
    }
}

#[test]
fn the_base_is_without_fault() {
    assert_eq!(check(BASE.as_bytes()), Report::default());
    assert!(load(BASE.as_bytes()).is_ok());
    assert!(load(format!("\u{feff}{BASE}").as_bytes()).is_ok());
    assert!(load(BASE.replace('\n', "\r\n").as_bytes()).is_ok());
}

#[test]
fn escaped_text_is_opened_as_well() {
    let escaped = BASE.replace('薪', "\\u85aa").replace("🔥", "\\ud83d\\udd25").replace("开幕", "\\u5f00\\/幕");
    assert_eq!(check(escaped.as_bytes()), Report::default());
    assert_eq!(load(escaped.as_bytes()).unwrap().honours[0].name.get(xinhuo::domain::Lang::Zh), "年度奖🔥");
}

#[test]
fn the_schema_in_the_repository_is_the_one_of_the_types() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/data/schema.json");
    let schema = xinhuo::domain::check::schema();
    if std::env::var_os("UPDATE_SCHEMA").is_some() {
        std::fs::write(path, &schema).unwrap();
    }
    let kept = std::fs::read_to_string(path).unwrap_or_default().replace("\r\n", "\n");
    assert!(kept == schema, "data/schema.json differs from the types: write it anew with UPDATE_SCHEMA=1 cargo test");
    assert!(schema.ends_with("}\n") && schema.contains("https://json-schema.org/draft/2020-12/schema"));
}
