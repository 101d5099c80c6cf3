//! The commands of the README do what they say: every line of its blocks for the shell that needs no terminal is run.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test that cannot go on must fail"
)]

use std::fs;
use std::path::PathBuf;
use std::process::Command;

/// A folder with the files that the README speaks of; gone afterwards.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("xinhuo-{name}-{}", std::process::id()));
        fs::create_dir_all(&path).unwrap();
        let folder = Self(path);
        let sample = concat!(env!("CARGO_MANIFEST_DIR"), "/data/sample-district.json");
        fs::copy(sample, folder.0.join("my-district.json")).unwrap();
        folder
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// The lines of the blocks for the shell, without their comments.
fn lines(readme: &str) -> Vec<&str> {
    let blocks = readme.split("\n```sh\n").skip(1).map(|rest| rest.split("\n```").next().unwrap());
    blocks.flat_map(str::lines).map(|line| line.split(" #").next().unwrap().trim()).collect()
}

/// The arguments of a line that runs the program without a terminal, up to where its output goes.
fn without_terminal(line: &str) -> Option<Vec<&str>> {
    let words: Vec<&str> = line.strip_prefix("xinhuo ")?.split_whitespace().collect();
    let words = words.split(|word| matches!(*word, ">" | "|")).next()?.to_vec();
    let says = match *words.first()? {
        "print" | "check" | "schema" | "config" | "completions" | "man" => true,
        "present" => words.iter().any(|word| matches!(*word, "--check" | "--outline")),
        _ => false,
    };
    says.then_some(words)
}

#[test]
fn every_command_of_the_readme_that_needs_no_terminal_succeeds() {
    for file in ["README.md", "README.zh-CN.md"] {
        let folder = Folder::new(file);
        let readme = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/").to_owned() + file).unwrap();
        let lines = lines(&readme);
        let mut run = 0;
        for arguments in lines.iter().filter_map(|line| without_terminal(line)) {
            let mut command = Command::new(env!("CARGO_BIN_EXE_xinhuo"));
            command.args(&arguments).current_dir(&folder.0).env_clear().env("LANG", "zh_CN.UTF-8");
            for home in ["HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR"] {
                command.env(home, &folder.0);
            }
            let output = command.output().unwrap();
            let told = String::from_utf8_lossy(&output.stderr);
            assert!(output.status.success() && told.is_empty(), "{file}: {arguments:?}: {}\n{told}", output.status);
            assert!(!output.stdout.is_empty(), "{file}: {arguments:?}");
            run += 1;
        }
        assert!(run >= 10, "{file}: only {run} of {} lines", lines.len());
    }
}
