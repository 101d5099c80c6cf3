//! The structure of the source: imports run one way only, and I/O and the terminal stay in the shell.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on must fail"
)]

use std::fs;
use std::path::{Path, PathBuf};

/// The modules, each with those that it may import.
const MAY_IMPORT: [(&str, &[&str]); 8] = [
    ("domain", &[]),
    ("lang", &["domain"]),
    ("model", &["domain", "lang"]),
    ("ui", &["domain", "lang", "model"]),
    ("screens", &["domain", "lang", "model", "ui"]),
    ("app", &["domain", "lang", "model", "ui", "screens"]),
    ("exchange", &["domain", "lang", "model", "ui"]),
    ("shell", &["domain", "lang", "model", "ui", "screens", "app", "exchange"]),
];

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let path = entry.path();
        if path.is_dir() {
            found.extend(files(&path));
        } else if path.extension().is_some_and(|end| end == "rs") {
            found.push(path);
        }
    }
    found
}

fn source() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// The words that follow `prefix` in the code, comments left out.
fn words_after<'a>(code: &'a str, prefix: &'a str) -> impl Iterator<Item = &'a str> {
    let lines = code.lines().filter(|line| !line.trim_start().starts_with("//"));
    lines.flat_map(move |line| {
        line.match_indices(prefix).map(move |(at, _)| {
            let rest = &line[at + prefix.len()..];
            &rest[..rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len())]
        })
    })
}

#[test]
fn imports_run_one_way() {
    let modules: Vec<&str> = MAY_IMPORT.iter().map(|(module, _)| *module).collect();
    for (module, allowed) in MAY_IMPORT {
        for file in files(&source().join(module)) {
            let code = fs::read_to_string(&file).unwrap();
            for imported in words_after(&code, "crate::") {
                let known = modules.contains(&imported);
                assert!(
                    !known || imported == module || allowed.contains(&imported),
                    "{} imports {imported}, which {module} may not know",
                    file.display()
                );
            }
        }
    }
}

#[test]
fn the_table_names_every_module() {
    for entry in fs::read_dir(source()).unwrap().map(Result::unwrap).filter(|entry| entry.path().is_dir()) {
        let name = entry.file_name().into_string().unwrap();
        assert!(MAY_IMPORT.iter().any(|(module, _)| *module == name), "{name} is not in the table");
    }
}

#[test]
fn only_the_shell_touches_the_world() {
    let foreign = [
        ("domain", &["ratatui", "crossterm", "std::fs", "std::io", "std::env", "std::time", "std::process"][..]),
        ("lang", &["ratatui", "crossterm", "std::fs", "std::io", "std::env", "std::time", "std::process"]),
        ("model", &["ratatui", "crossterm", "std::fs", "std::io", "std::env", "std::time", "std::process"]),
        ("ui", &["crossterm", "std::fs", "std::io", "std::env", "std::time", "std::process"]),
        ("screens", &["crossterm", "std::fs", "std::io", "std::env", "std::time", "std::process"]),
        ("app", &["crossterm", "std::fs", "std::io", "std::env", "std::time", "std::process"]),
        ("exchange", &["crossterm", "std::fs", "std::io", "std::env", "std::time", "std::process"]),
    ];
    for (module, banned) in foreign {
        for file in files(&source().join(module)) {
            let code = fs::read_to_string(&file).unwrap();
            let code: String = code.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
            for name in banned {
                assert!(!code.contains(name), "{} uses {name}", file.display());
            }
        }
    }
}

#[test]
fn no_screen_knows_another() {
    let folder = source().join("screens");
    let names: Vec<String> = fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|end| end == "rs"))
        .map(|path| path.file_stem().unwrap().to_string_lossy().into_owned())
        .filter(|name| name != "mod")
        .collect();
    for name in &names {
        let code = fs::read_to_string(folder.join(format!("{name}.rs"))).unwrap();
        for imported in words_after(&code, "super::") {
            assert!(!names.iter().any(|other| other == imported), "{name} imports {imported}");
        }
    }
}

#[test]
fn every_message_is_said_somewhere() {
    let declared =
        ["mod.rs", "shell.rs", "settings.rs"].map(|file| fs::read_to_string(source().join("lang").join(file)).unwrap());
    let code: String = ["model", "screens", "app", "exchange", "shell"]
        .iter()
        .flat_map(|module| files(&source().join(module)))
        .map(|file| fs::read_to_string(file).unwrap())
        .collect();
    for line in declared.iter().flat_map(|text| text.lines()) {
        let field = line.strip_prefix("    pub ").or_else(|| line.strip_prefix("    pub(crate) "));
        let Some((name, kind)) = field.and_then(|field| field.split_once(": ")) else { continue };
        if !kind.starts_with("fn(") && !kind.starts_with("&'static str") && !kind.starts_with('[') {
            continue;
        }
        let said = code.contains(&format!(".{name}")) || code.contains(&format!(", {name}, \""));
        assert!(said, "nobody says {name}");
    }
}

#[test]
fn the_examples_of_the_readmes_are_datasets() {
    for file in ["README.md", "README.zh-CN.md"] {
        let readme = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).unwrap();
        let example = readme.split("```json").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
        let report = xinhuo::domain::check::check(example.as_bytes());
        assert!(report.faults.is_empty(), "{file}: {:?}", report.faults);
    }
}

#[test]
fn the_readmes_name_every_column_of_the_table() {
    for file in ["README.md", "README.zh-CN.md"] {
        let readme = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).unwrap();
        let told = readme.split("[themes.house]").nth(1).unwrap();
        for column in xinhuo::domain::Column::ALL {
            assert!(told.contains(&format!("`{}`", column.id())), "{file}: {column:?}");
        }
    }
}

#[test]
fn the_examples_of_settings_have_no_faults() {
    for file in ["README.md", "README.zh-CN.md"] {
        let readme = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).unwrap();
        let example = readme.split("```toml").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
        let (settings, faults) = xinhuo::model::settings::read(example.as_bytes());
        assert!(faults.is_empty() && settings.start.is_some(), "{file}: {faults:?}");
        assert_eq!(xinhuo::ui::theme::weak_colours(&settings.themes[0].value), [], "{file}");
        for part in ["language", "theme", "colours", "markers", "ambiguous", "start", "[table]", "[keys]", "[themes."] {
            assert!(example.contains(part), "{file}: {part}");
        }
    }
}
