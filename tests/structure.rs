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

/// The code without its comments.
fn code(file: &Path) -> String {
    let text = fs::read_to_string(file).unwrap();
    text.lines().filter(|line| !line.trim_start().starts_with("//")).flat_map(|line| [line, "\n"]).collect()
}

/// Every path that is imported, the groups in braces written out.
fn imported(code: &str) -> Vec<String> {
    let tree = |rest: &str| rest.split(';').next().unwrap_or_default().split_whitespace().collect::<String>();
    let begins = |at: usize| code[..at].chars().next_back().is_none_or(|c| !c.is_alphanumeric() && c != '_');
    let trees =
        code.match_indices("use ").filter(|(at, _)| begins(*at)).map(|(at, word)| tree(&code[at + word.len()..]));
    trees.flat_map(|tree| written_out(&tree)).collect()
}

fn written_out(tree: &str) -> Vec<String> {
    let Some((before, group)) = tree.split_once('{') else { return vec![tree.to_owned()] };
    let group = group.strip_suffix('}').unwrap_or(group);
    let (mut depth, mut from, mut parts) = (0, 0, Vec::new());
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                parts.push(&group[from..at]);
                from = at + 1;
            }
            _ => {}
        }
    }
    parts.push(&group[from..]);
    let parts = parts.into_iter().filter(|part| !part.is_empty());
    parts.flat_map(written_out).map(|part| format!("{before}{part}")).collect()
}

#[test]
fn groups_of_imports_are_written_out() {
    let code = "pub use a::{b, c::{d, e as f},\n g};\nfn use_it() {}";
    assert_eq!(imported(code), ["a::b", "a::c::d", "a::c::easf", "a::g"]);
}

#[test]
fn imports_run_one_way() {
    let modules: Vec<&str> = MAY_IMPORT.iter().map(|(module, _)| *module).collect();
    for (module, allowed) in MAY_IMPORT {
        for file in files(&source().join(module)) {
            let code = code(&file);
            let paths = imported(&code).join("\n");
            for imported in words_after(&code, "crate::").chain(words_after(&paths, "crate::")) {
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

/// What only the shell may use.
const OUTSIDE: [&str; 14] = [
    "crossterm",
    "std::env",
    "std::fs",
    "std::io",
    "std::net",
    "std::os",
    "std::process",
    "std::thread",
    "std::time",
    "dbg!",
    "eprint!",
    "eprintln!",
    "print!",
    "println!",
];

#[test]
fn only_the_shell_touches_the_world() {
    for (module, _) in MAY_IMPORT.iter().filter(|(module, _)| *module != "shell") {
        let drawn = ["domain", "lang", "model"].contains(module);
        for file in files(&source().join(module)) {
            let code = code(&file);
            let paths = imported(&code).join("\n");
            for name in OUTSIDE.iter().copied().chain(drawn.then_some("ratatui")) {
                assert!(!code.contains(name) && !paths.contains(name), "{} uses {name}", file.display());
            }
        }
    }
}

/// The first names below `screens` that a file there imports: by the path of the crate, or up from where it is.
fn screens_imported(file: &Path) -> Vec<String> {
    let below = file.strip_prefix(source().join("screens")).unwrap().with_extension("");
    let depth = below.iter().filter(|part| *part != "mod").count();
    let code = code(file);
    let paths = format!("{code}\n{}", imported(&code).join("\n"));
    let up = "super::".repeat(depth);
    let further = format!("super::{up}");
    let from_here = paths.replace(&further, "");
    let prefixes = ["crate::screens::", up.as_str()];
    prefixes.iter().flat_map(|prefix| words_after(&from_here, prefix)).map(str::to_owned).collect()
}

#[test]
fn no_screen_knows_another() {
    let folder = source().join("screens");
    let name = |entry: fs::DirEntry| entry.path().file_stem().unwrap().to_string_lossy().into_owned();
    let names: Vec<String> = fs::read_dir(&folder)
        .unwrap()
        .map(|entry| name(entry.unwrap()))
        .filter(|name| !["mod", "parts"].contains(&name.as_str()))
        .collect();
    let mut looked_at = 0;
    for file in files(&folder) {
        let own = file.strip_prefix(&folder).unwrap().with_extension("");
        let own = own.iter().next().unwrap().to_string_lossy().into_owned();
        if own == "mod" {
            continue;
        }
        let imported = screens_imported(&file);
        looked_at += usize::from(imported.iter().any(|name| name == "parts" || name == "Context"));
        let other = imported.iter().find(|name| names.contains(name) && **name != own);
        assert_eq!(other, None, "{}", file.display());
    }
    assert!(looked_at > 30, "imports are found at all");
}

/// A catalogue: where it is declared, its type, what code calls it where it is at hand, and where that is; everywhere it may
/// be reached through the messages.
struct Catalogue {
    file: &'static str,
    name: &'static str,
    called: &'static [&'static str],
    said_in: &'static [&'static str],
    not_in: &'static [&'static str],
}

const ANYWHERE: &[&str] = &["model", "ui", "screens", "app", "exchange", "shell"];

const CATALOGUES: [Catalogue; 7] = [
    Catalogue {
        file: "mod.rs",
        name: "Words",
        called: &["words"],
        said_in: ANYWHERE,
        not_in: &["screens/console", "screens/stage", "exchange", "shell"],
    },
    Catalogue {
        file: "mod.rs",
        name: "Sentences",
        called: &["says"],
        said_in: ANYWHERE,
        not_in: &["model/trouble.rs", "screens/stage", "shell"],
    },
    Catalogue {
        file: "shell.rs",
        name: "Shell",
        called: &["shell", "says", "messages"],
        said_in: &["shell", "model/trouble.rs"],
        not_in: &[],
    },
    Catalogue {
        file: "settings.rs",
        name: "Settings",
        called: &["words", "settings", "messages"],
        said_in: &["exchange/faults", "exchange/config.rs", "shell/settings.rs", "shell/config.rs"],
        not_in: &[],
    },
    Catalogue {
        file: "console.rs",
        name: "Console",
        called: &["words", "console"],
        said_in: &["screens/console", "app/presenting", "app/help.rs"],
        not_in: &[],
    },
    Catalogue {
        file: "outline.rs",
        name: "Outline",
        called: &["words", "outline"],
        said_in: &["exchange/outline", "exchange/rehearsal.rs"],
        not_in: &[],
    },
    Catalogue {
        file: "stage.rs",
        name: "Stage",
        called: &["says", "words", "stage"],
        said_in: &["screens/stage", "exchange/preflight.rs"],
        not_in: &[],
    },
];

/// The fields of a type that are messages.
fn messages_of(file: &str, name: &str) -> Vec<String> {
    let text = fs::read_to_string(source().join("lang").join(file)).unwrap();
    let (_, rest) = text.split_once(&format!("pub struct {name} {{\n")).unwrap();
    let (fields, _) = rest.split_once("\n}").unwrap();
    let field = |line: &str| Some(line.strip_prefix("    pub ")?.split_once(": ")?.0.to_owned());
    fields.lines().filter_map(field).collect()
}

/// Whether code says the message of a name that is a field of what it calls so.
fn says(code: &str, called: &[&str], name: &str, only_by_messages: bool) -> bool {
    let field = format!(".{name}");
    let ident = |c: char| c.is_alphanumeric() || c == '_';
    code.match_indices(&field).any(|(at, _)| {
        let whole = !code[at + field.len()..].starts_with(ident);
        let before = code[..at].trim_end();
        let before = before.strip_suffix("()").unwrap_or(before);
        let owner = before.len() - before.chars().rev().take_while(|c| ident(*c)).map(char::len_utf8).sum::<usize>();
        let (rest, owner) = before.split_at(owner);
        let through = rest.trim_end().strip_suffix('.').map(str::trim_end);
        let through = through.is_some_and(|rest| rest.ends_with("messages") || rest.ends_with(')'));
        whole && called.contains(&owner) && (through || !only_by_messages)
    })
}

#[test]
fn every_message_is_said_somewhere() {
    let texts: Vec<(String, String)> = ANYWHERE
        .iter()
        .flat_map(|module| files(&source().join(module)))
        .map(|file| (file.strip_prefix(source()).unwrap().to_string_lossy().replace('\\', "/"), code(&file)))
        .collect();
    let within = |file: &str, folders: &[&str]| folders.iter().any(|folder| file.starts_with(folder));
    for catalogue in &CATALOGUES {
        let names = messages_of(catalogue.file, catalogue.name);
        assert!(names.len() > 10, "{} has messages", catalogue.name);
        for name in names {
            let said = texts.iter().any(|(file, code)| {
                let at_hand = within(file, catalogue.said_in) && !within(file, catalogue.not_in);
                says(code, catalogue.called, &name, !at_hand)
            });
            assert!(said, "nobody says {name} of {}", catalogue.name);
        }
    }
    let commands = fs::read_to_string(source().join("model/command.rs")).unwrap();
    for name in messages_of("mod.rs", "CommandNames") {
        assert!(commands.contains(&format!(", {name}, \"")), "no command is called {name}");
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
