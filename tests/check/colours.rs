//! Reports are coloured where colours are asked for, and where nothing is said, on a terminal that has them.

use std::process::Command;

/// The report on a file with a fault, as another program reads it, with what it wrote to both streams.
fn report(args: &[&str], environment: &[(&str, &str)]) -> String {
    let file = concat!(env!("CARGO_TARGET_TMPDIR"), "/colours.json");
    std::fs::write(file, "{}").unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_xinhuo"));
    for name in ["NO_COLOR", "CLICOLOR_FORCE", "FORCE_COLOR", "COLORTERM"] {
        command.env_remove(name);
    }
    command
        .env("TERM", "xterm-256color")
        .envs(environment.iter().copied())
        .args(["check", "--no-config"])
        .arg(file)
        .args(args);
    let output = command.output().unwrap();
    String::from_utf8(output.stdout).unwrap() + &String::from_utf8(output.stderr).unwrap()
}

#[test]
fn colours_are_those_that_were_asked_for() {
    for args in [["--colour", "true"], ["--colour", "16"], ["--color", "256"]] {
        assert!(report(&args, &[]).contains('\u{1b}'), "{args:?}");
        assert!(report(&args, &[("NO_COLOR", "1"), ("TERM", "dumb")]).contains('\u{1b}'), "{args:?}");
    }
    for (args, environment) in [
        (&["--colour", "none"][..], &[][..]),
        (&[], &[]),
        (&["--colour", "auto"], &[]),
        (&[], &[("NO_COLOR", "1")]),
        (&[], &[("TERM", "dumb")]),
        (&[], &[("CI", "true"), ("GITHUB_ACTIONS", "true")]),
    ] {
        assert!(!report(args, environment).contains('\u{1b}'), "{args:?} {environment:?}");
    }
}
