//! Completions and the manual page, as shells and readers have them.

use std::fs;
use std::process::Command;

use crate::pty::homes;
use crate::settings::{Home, out};

/// What a shell says to a script; none where it is not on this machine, which is said.
pub(crate) fn shell(name: &str, script: &str, home: &Home) -> Option<String> {
    let found = Command::new(name).args(["-c", script]).envs(homes(home.0)).current_dir(home.folder()).output();
    let Ok(output) = found else {
        eprintln!("skipped: there is no {name} on this machine");
        return None;
    };
    Some(String::from_utf8(output.stdout).unwrap())
}

#[test]
fn completions_and_the_manual_name_every_command_and_option() {
    let home = Home::new("manual");
    let completions = ["bash", "zsh", "fish", "powershell", "elvish"];
    let mut pages: Vec<String> = completions.iter().map(|it| out(&home.run(&["completions", it], &[]))).collect();
    let manual = out(&home.run(&["man"], &[])).replace('\\', "");
    assert!(manual.contains(".TH xinhuo") && manual.contains(".SH XINHUO PRINT"), "{manual}");
    pages.push(manual);
    for (at, page) in pages.iter().enumerate() {
        for word in ["check", "print", "schema", "config", "completions", "ambiguous", "no-config", "strict"] {
            assert!(page.contains(word), "{word} is not in\n{page}");
        }
        // Two of the shells are given no values.
        assert!(page.contains("colour-blind") || matches!(at, 3 | 4), "{page}");
    }
    assert_eq!(home.run(&["completions", "cmd"], &[]).status.code(), Some(2));
}

#[test]
fn places_and_own_themes_are_completed() {
    let home = Home::new("completed");
    home.write("theme = \"house\"\n[themes.house]\nbase = \"dark\"\n");
    for shell in ["bash", "zsh", "fish"] {
        let text = out(&home.run(&["completions", shell], &[]));
        for word in ["house", "timeline", "datasets", "projector"] {
            assert!(text.contains(word), "{word} is not in\n{text}");
        }
    }
}

#[test]
fn shells_complete_options_commands_and_files_wherever_they_stand() {
    let home = Home::new("shells");
    fs::create_dir_all(home.folder()).unwrap();
    for shell in ["fish", "zsh"] {
        fs::write(home.folder().join(shell), out(&home.run(&["completions", shell], &[]))).unwrap();
    }
    fs::write(home.folder().join("data.json"), "").unwrap();
    for (line, offered, refused) in [
        ("xinhuo --theme ", "projector", "data.json"),
        ("xinhuo --lang ", "zh", "data.json"),
        ("xinhuo --at ", "timeline", "data.json"),
        ("xinhuo completions ", "elvish", "data.json"),
        ("xinhuo help ", "completions", "data.json"),
        ("xinhuo data.json --th", "--theme", "--lang"),
        ("xinhuo data.json ", "data.json", "completions"),
        ("xinhuo --lang zh pri", "print", "present"),
        ("xinhuo print --format ", "svg", "json"),
        ("xinhuo da", "data.json", "print"),
    ] {
        let script = format!("source ./fish; complete -C '{line}'");
        let Some(said) = shell("fish", &script, &home) else { break };
        let words: Vec<&str> = said.lines().filter_map(|line| line.split('\t').next()).collect();
        assert!(words.contains(&offered) && !words.contains(&refused), "{line}: {said}");
    }
    for (line, offered, refused) in [
        ("xinhuo ''", "1: :_xinhuo_first", "2: :(bash"),
        ("xinhuo --lang ''", "*: :_files", "2: :(bash"),
        ("xinhuo completions ''", "2: :(bash elvish fish powershell zsh)", "1: :_xinhuo_first"),
        ("xinhuo --lang zh print --fo", "--format=[", "--demo[Open"),
        ("xinhuo data.json --the", "--theme=[", "1: :_xinhuo_first"),
        ("xinhuo - --the", "--demo[Open", "1: :_xinhuo_first"),
        ("xinhuo --at print ''", "1: :_xinhuo_first", "--format=["),
    ] {
        let script = format!(
            "compdef() {{}}; _arguments() {{ print -rl -- $@ }}; source ./zsh; words=({line}); CURRENT=$#words; _xinhuo"
        );
        let Some(said) = shell("zsh", &script, &home) else { break };
        assert!(said.contains(offered) && !said.contains(refused), "{line}: {said}");
    }
}
