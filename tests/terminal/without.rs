//! What the program does without a terminal: files, messages, exit codes.

use std::io::{Read, Write};
use std::process::{Command, Output, Stdio};

use crate::pty::{PROGRAM, homes};

fn run(args: &[&str], input: &str) -> Output {
    let mut child = Command::new(PROGRAM)
        .args(args)
        .env_clear()
        .env("LANG", "zh_CN.UTF-8")
        .env("TERM", "xterm")
        .envs(homes("none"))
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // The program may end without reading everything.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    child.wait_with_output().unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

#[test]
fn output_that_is_no_terminal_is_refused_without_any_escape_sequence() {
    for (lang, word) in [("zh", "终端"), ("en", "terminal")] {
        let output = run(&["--lang", lang], "");
        assert_eq!(output.status.code(), Some(2));
        assert_eq!(output.stdout, b"");
        assert!(said(&output).contains(word) && !said(&output).contains('\x1b'), "{}", said(&output));
    }
}

#[test]
fn what_cannot_be_opened_is_explained() {
    for (args, word) in [
        (vec!["check", "no-such-file.json"], "没有这个文件"),
        (vec!["check", "src"], "是目录"),
        (vec!["--lang", "en", "check", "src"], "is a directory"),
        (vec!["print", "--at", "metric/vanguard-team", "--size", "80x24"], "metric/vanguard-teams"),
        (vec!["print", "--at", "zzz", "--size", "80x24"], "没有这个位置"),
    ] {
        let output = run(&args, "");
        assert_eq!(output.status.code(), Some(2), "{args:?}");
        assert!(said(&output).contains(word), "{args:?}: {}", said(&output));
        assert_eq!(output.stdout, b"");
    }
}

#[test]
fn the_command_line_is_checked() {
    for args in [
        vec!["--colour", "pink"],
        vec!["print", "--at", "overview"],
        vec!["print", "--at", "overview", "--size", "0x5"],
        vec!["check"],
        vec!["--at", "overview", "schema"],
        vec!["--demo", "schema"],
        vec!["--demo", "data/baoan-2024.json"],
        vec!["print", "--demo", "data/baoan-2024.json", "--at", "overview", "--size", "80x24"],
        vec!["check", "--demo"],
        vec!["schema", "--demo"],
    ] {
        assert_eq!(run(&args, "").status.code(), Some(2), "{args:?}");
    }
    assert_eq!(run(&["--help"], "").status.code(), Some(0));
    assert_eq!(run(&["--version"], "").status.code(), Some(0));
}

#[test]
fn the_dataset_inside_is_without_fault() {
    let output = run(&["check", "data/baoan-2024.json"], "");
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stdout));
}

#[test]
fn a_dataset_with_faults_is_not_opened() {
    for text in ["", "{", "[]", "\u{feff}{}", "{\"schema_version\": 1}"] {
        let output = run(&["check", "-"], text);
        assert_eq!(output.status.code(), Some(1), "{text:?}");
        assert_ne!(output.stdout, b"");
        let output = run(&["print", "-", "--at", "overview", "--size", "80x24"], text);
        assert_eq!(output.status.code(), Some(1), "{text:?}");
        assert_eq!(output.stdout, b"");
        assert_ne!(output.stderr, b"");
    }
}

/// A file of a district and a year with one figure, under the folder that cargo gives to tests.
fn write_year(name: &str, district: &str, year: u16, value: &str) -> String {
    let path = format!("{}/{name}", env!("CARGO_TARGET_TMPDIR"));
    let text = format!(
        r#"{{"schema_version":1,"id":"d-{year}","title":"{district} {year}","district":"{district}",
        "period":{{"from":"{year}-01-01","to":"{year}-12-31"}},"sources":[],"actions":[],
        "units":[{{"id":"visit","name":"次","kind":"count"}}],
        "metrics":[{{"id":"visits","name":"走访","unit":"visit","value":{value},"polarity":"higher"}}]}}"#
    );
    std::fs::write(&path, text).unwrap();
    path
}

#[test]
fn several_datasets_are_printed_together() {
    let now = write_year("together-2024.json", "某区", 2024, "61000");
    let before = write_year("together-2023.json", "某区", 2023, "53100");
    let other = write_year("together-other.json", "邻区", 2024, "70000");
    let print = |files: &[&str], place: &str| {
        let args = [&["print", "--at", place, "--size", "100x40"], files].concat();
        let output = run(&args, "");
        assert_eq!(output.status.code(), Some(0), "{}", said(&output));
        String::from_utf8(output.stdout).unwrap()
    };
    let files = [before.as_str(), &now, &other];
    let datasets = print(&files, "datasets");
    for part in ["together-2023.json", "匹配1/1项", "第2 / 2", "2023–2024 · 3份"] {
        assert!(datasets.contains(part), "{part}\n{datasets}");
    }
    let card = print(&files, "metric/visits");
    assert!(card.contains("2023") && card.contains("5.31万"), "{card}");
    // Whichever file of the district comes first, and through whichever door.
    assert_eq!(print(&[&now, &other, &before], "metric/visits"), card);
    let piped = run(
        &["print", "-", &now, &other, "--at", "metric/visits", "--size", "100x40"],
        &std::fs::read_to_string(&before).unwrap(),
    );
    assert_eq!(String::from_utf8(piped.stdout).unwrap(), card);
}

#[test]
fn several_datasets_that_cannot_be_opened_are_explained() {
    let print = |files: &[&str]| {
        let output = run(&[&["print", "--at", "overview", "--size", "80x24"], files].concat(), "");
        assert_eq!(output.stdout, b"");
        (output.status.code(), said(&output))
    };
    let good = write_year("refused-2024.json", "某区", 2024, "1");
    let twin = write_year("refused-twin.json", " 某区 ", 2024, "1");
    let (bad, worse) = (write_year("bad.json", "某区", 2023, "\"x\""), write_year("worse.json", "某区", 2022, "[]"));
    // Every file is checked, not only the first that has faults.
    let (code, text) = print(&[&good, &bad, &worse]);
    assert_eq!(code, Some(1));
    assert!(text.contains("bad.json") && text.contains("worse.json") && !text.contains("refused-2024.json"), "{text}");
    let (code, text) = print(&[&good, "no-such-file.json"]);
    assert!(code == Some(2) && text.contains("no-such-file.json"), "{text}");
    let (code, text) = print(&[&good, &twin]);
    assert!(code == Some(2) && text.contains("refused-2024.json") && text.contains("refused-twin.json"), "{text}");
    let (code, text) = print(&["-", "-"]);
    assert!(code == Some(2) && text.contains("标准输入"), "{text}");
    let (code, _) = print(&[&good, "--at", "datasets"]);
    assert_eq!(code, Some(2));
}

#[test]
fn an_outline_is_written_without_a_terminal() {
    let output = run(&["present", "--outline", "--lang", "en"], "");
    assert_eq!(output.status.code(), Some(0));
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.starts_with("# Annual review\n") && text.contains("\n> ") && !text.contains('\u{1b}'), "{text}");
    let output = run(&["present", "--outline", "--no-notes", "--demo", "--lang", "en"], "");
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.contains("All data are invented") && !text.contains("\n> "), "{text}");
    let output = run(&["present", "--outline", "--briefing", "annual-revue"], "");
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("annual-review"), "{}", said(&output));
}

#[test]
fn a_screen_is_printed_in_every_format() {
    let print = |more: &[&str]| {
        let output = run(&[&["print", "--at", "overview", "--size", "80x24"], more].concat(), "");
        assert_eq!(output.status.code(), Some(0), "{}", said(&output));
        String::from_utf8(output.stdout).unwrap()
    };
    let text = print(&[]);
    assert!(text.contains("薪火") && !text.contains('\x1b'), "{text}");
    assert_eq!(text.lines().count(), 24);
    assert!(print(&["--format", "ansi"]).contains("薪火"));
    assert!(print(&["--format", "svg"]).starts_with("<svg"));
    assert_eq!(print(&["--format", "ansi", "--colour", "none"]).matches("[38;").count(), 0);
}

#[test]
fn invented_data_are_printed_as_such() {
    for (lang, word) in [("zh", "虚构"), ("en", "synthetic")] {
        let print = |args: &[&str]| {
            let output = run(&[&["--lang", lang, "print", "--demo"], args].concat(), "");
            assert_eq!(output.status.code(), Some(0), "{}", said(&output));
            String::from_utf8(output.stdout).unwrap()
        };
        for size in ["120x40", "40x10", "20x4", "12x2", "30x1"] {
            for at in ["overview", "metric/jobs-created", "honours"] {
                for format in ["text", "ansi"] {
                    let text = print(&["--at", at, "--size", size, "--format", format]);
                    assert!(text.contains(word), "{at} {size} {format}: {text}");
                }
                let picture = print(&["--at", at, "--size", size, "--format", "svg"]);
                let title = picture.split("<title>").nth(1).and_then(|rest| rest.split("</title>").next());
                assert!(title.is_some_and(|title| title.contains(at) && title.contains(word)), "{title:?}");
            }
        }
        // A picture without room for a word still says it.
        assert!(print(&["--at", "overview", "--size", "1x1", "--format", "svg"]).contains(word));
    }
    let real = run(&["print", "--at", "overview", "--size", "120x40"], "");
    assert!(!String::from_utf8(real.stdout).unwrap().contains("虚构"));
}

#[test]
fn the_invented_dataset_has_warnings_only() {
    let check = |more: &[&str]| run(&[&["check", "data/sample-district.json"], more].concat(), "").status.code();
    assert_eq!((check(&[]), check(&["--strict"])), (Some(0), Some(1)));
}

#[test]
fn the_schema_is_json() {
    let output = run(&["schema"], "");
    let schema: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
}

#[test]
fn a_reader_that_has_seen_enough_is_no_error() {
    let mut child = Command::new(PROGRAM)
        .args(["print", "--at", "overview", "--size", "1000x1000", "--format", "svg"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut first = [0; 4];
    child.stdout.take().unwrap().read_exact(&mut first).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), said(&output)), (Some(0), String::new()));
}
