//! Settings and state, as the program has them from its surroundings.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use crate::completions::shell;
use crate::pty::{PROGRAM, Terminal, homes, program, size};

/// A home of its own for one test, empty at first.
pub(crate) struct Home(pub(crate) &'static str);

impl Home {
    pub(crate) fn new(name: &'static str) -> Self {
        let home = Self(name);
        let _ = fs::remove_dir_all(home.folder());
        home
    }

    pub(crate) fn folder(&self) -> PathBuf {
        homes(self.0)[0].1.clone()
    }

    fn file(&self) -> PathBuf {
        self.folder().join("config/xinhuo/config.toml")
    }

    fn state(&self) -> PathBuf {
        self.folder().join("state/xinhuo/state.toml")
    }

    pub(crate) fn write(&self, settings: &str) {
        fs::create_dir_all(self.file().parent().unwrap()).unwrap();
        fs::write(self.file(), settings).unwrap();
    }

    pub(crate) fn run(&self, args: &[&str], environment: &[(&str, &str)]) -> Output {
        Command::new(PROGRAM)
            .args(args)
            .env_clear()
            .envs([("LANG", "zh_CN.UTF-8"), ("TERM", "xterm")])
            .envs(homes(self.0))
            .envs(environment.iter().copied())
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .output()
            .unwrap()
    }

    /// Starts the program on a terminal and waits for its first frame.
    fn open(&self, args: &[&str]) -> Terminal {
        let mut command = program(args);
        for (key, folder) in homes(self.0) {
            command.env(key, folder);
        }
        let mut terminal = Terminal::start(command, size(100, 30));
        terminal.until("the first frame", |it| it.screen().contains("薪火"));
        terminal
    }
}

impl Drop for Home {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(self.folder());
    }
}

pub(crate) fn out(output: &Output) -> String {
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout.clone()).unwrap()
}

const PRINT: [&str; 5] = ["print", "--at", "overview", "--size", "80x24"];

#[test]
fn default_file_environment_and_command_line_in_this_order() {
    let home = Home::new("precedence");
    let language = |args: &[&str], environment: &[(&str, &str)]| {
        let text = out(&home.run(&[args, &["config"]].concat(), environment));
        text.lines().find(|line| line.starts_with("language")).unwrap().to_owned()
    };
    assert_eq!(language(&[], &[]), "language = \"auto\"  # 系统语言 zh");
    home.write("# my settings\nlanguage = \"en\"\n");
    let file = home.file().display().to_string();
    assert_eq!(language(&[], &[]), format!("language = \"en\"  # {file}:2"));
    assert_eq!(language(&[], &[("XINHUO_LANG", "zh")]), "language = \"zh\"  # 环境变量 XINHUO_LANG");
    assert_eq!(language(&["--lang", "en"], &[("XINHUO_LANG", "zh")]), "language = \"en\"  # command line");
    assert_eq!(language(&["--no-config"], &[]), "language = \"auto\"  # 系统语言 zh");
    // A variable that is set to nothing is not set.
    let unset =
        ["XINHUO_LANG", "XINHUO_THEME", "XINHUO_MARKERS", "XINHUO_AMBIGUOUS", "XINHUO_CONFIG"].map(|it| (it, ""));
    assert_eq!(language(&[], &unset), format!("language = \"en\"  # {file}:2"));
    let theme = |environment: &[(&str, &str)]| {
        out(&home.run(&["config"], environment)).lines().find(|line| line.starts_with("theme")).unwrap().to_owned()
    };
    assert_eq!(theme(&[("COLORFGBG", "0;15")]), "theme = \"auto\"  # default");
    assert_eq!(
        theme(&[("COLORFGBG", "0;15"), ("XINHUO_THEME", "mono")]),
        "theme = \"mono\"  # environment variable XINHUO_THEME"
    );
}

#[test]
fn no_color_goes_before_the_file_and_an_option_before_both() {
    let home = Home::new("colourless");
    home.write("colours = \"true\"\n");
    let colours = |args: &[&str], environment: &[(&str, &str)]| {
        let text = out(&home.run(&[args, &["config", "--lang", "en"]].concat(), environment));
        text.lines().find(|line| line.starts_with("colours")).unwrap().to_owned()
    };
    let none = [("NO_COLOR", "1")];
    assert_eq!(colours(&[], &none), "colours = \"none\"  # environment variable NO_COLOR");
    assert_eq!(colours(&["--colour", "16"], &none), "colours = \"16\"  # command line");
    assert!(colours(&[], &[("NO_COLOR", "")]).starts_with("colours = \"true\""));
    let ansi = ["print", "--at", "overview", "--size", "80x24", "--format", "ansi"];
    assert!(!out(&home.run(&ansi, &none)).contains("38;2;"));
    assert!(out(&home.run(&ansi, &[])).contains("38;2;"));
}

#[test]
fn the_settings_in_force_are_a_settings_file_again() {
    let home = Home::new("again");
    home.write(
        "theme = \"house\"\ncolours = \"256\"\nmarkers = \"block\"\nambiguous = \"narrow\"\nstart = \"last\"\n\
         [table]\ncolumns = [\"name\", \"figure\"]\n[keys]\nsort = ['\\', '\"']\nmark = []\nlast = \"Z Z\"\nremember = []\n\
         [themes.house]\nbase = \"light\"\naccent = \"#012345\"\n",
    );
    let bare = |text: &str| {
        text.lines()
            .map(|line| line.split("  # ").next().unwrap())
            .filter(|it| !it.starts_with('#'))
            .collect::<Vec<_>>()
            .join("\n")
    };
    let first = out(&home.run(&["config"], &[]));
    let copy = home.folder().join("copy.toml");
    fs::write(&copy, &first).unwrap();
    let second = out(&home.run(&["config", "--config", copy.to_str().unwrap()], &[]));
    assert_eq!(bare(&first), bare(&second));
    for part in [
        "sort = [\"\\\\\", \"\\\"\"]",
        "mark = []",
        "start = \"last\"",
        "[themes.house]",
        "next-tab = [\"Tab\", \"]\"]",
    ] {
        assert!(first.contains(part), "{part}\n{first}");
    }
    let path = out(&home.run(&["config", "--path"], &[]));
    assert_eq!(Path::new(path.trim_end()), home.file());
}

#[test]
fn settings_with_faults_start_nothing() {
    let home = Home::new("faults");
    for (text, zh, en) in [
        ("\nlanuage = \"zh\"", "没有名为“lanuage”的设置", "there is no setting “lanuage”"),
        ("\ntheme = \"drak\"", "是否应为“dark”", "did you mean “dark”?"),
        ("\n[keys]\nsort = \"g\"", "first (首行)", "first (first row)"),
        ("\n[keys]\nsrot = \"x\"", "没有名为“srot”的命令", "there is no command “srot”"),
        ("\n\nlanguage", "名称后面没有等号", "no equals sign after the name"),
        ("language = \"en", "字符串没有结束", "a string has no end"),
        ("theme = \"dark\"\ntheme = \"mono\"", "第一次在这里", "first set here"),
        ("= 3", "解析器提示", "the parser says"),
        ("[keys]\nmark = [\"W\", \"W\"]", "重复列出", "is listed twice for mark"),
        ("[keys]\nmark = [\"Z Z\", \"Z\"]", "它自己的“Z Z”", "the beginning of its “Z Z”"),
        ("[keys]\nblack = \"1\"", "输入步号", "the number of a step"),
    ] {
        home.write(text);
        for (lang, said) in [("zh", zh), ("en", en)] {
            let mut runs = vec![home.run(&[&["--lang", lang], &PRINT[..]].concat(), &[])];
            runs.push(home.run(&["--lang", lang, "check", "data/baoan-2024.json"], &[]));
            runs.push(home.run(&["--lang", lang, "config"], &[]));
            for output in runs {
                let told = String::from_utf8(output.stderr).unwrap();
                assert_eq!((output.status.code(), output.stdout.as_slice()), (Some(2), &b""[..]), "{told}");
                assert!(told.contains(said) && told.contains("config.toml:"), "{said}\n{told}");
                assert!(told.contains("--no-config") && !told.contains('\x1b'), "{told}");
            }
        }
        // What does not need them goes on.
        for args in [&["schema"][..], &["config", "--path"], &["--no-config", "config"], &["completions", "bash"]] {
            out(&home.run(args, &[]));
        }
    }
    // In the language that the file asks for, at the line and the column.
    home.write("language = \"en\"\nthme = \"dark\"\n");
    let told = String::from_utf8(home.run(&PRINT, &[]).stderr).unwrap();
    assert!(told.contains("config.toml:2:1") && told.contains("did you mean “theme”?"), "{told}");
    let missing = home.run(&["--config", "no-such.toml", "config"], &[]);
    assert_eq!(missing.status.code(), Some(2));
    let unknown = home.run(&["--no-config", "--theme", "pink", "config"], &[]);
    assert_eq!(unknown.status.code(), Some(2));
    assert!(String::from_utf8(unknown.stderr).unwrap().contains("colour-blind"));
}

#[test]
fn a_theme_that_is_hard_to_read_is_warned_about() {
    let home = Home::new("weak");
    home.write("theme = \"fog\"\n[themes.fog]\nbase = \"light\"\ntext = \"#dddddd\"\n");
    let output = home.run(&PRINT, &[]);
    assert_eq!(output.status.code(), Some(0));
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(told.contains("fog") && told.contains("text") && told.contains("4.5:1"), "{told}");
    assert_eq!(home.run(&[&["--theme", "light"], &PRINT[..]].concat(), &[]).stderr, b"");
}

#[test]
fn the_place_where_one_was_is_opened_again_where_that_is_wanted() {
    let home = Home::new("last");
    home.write("start = \"last\"\n");
    let mut terminal = home.open(&[]);
    assert!(terminal.screen().contains("总览"), "{}", terminal.screen());
    terminal.type_in("9");
    terminal.until("the honours", |it| it.screen().contains("按级别"));
    terminal.type_in("\x03");
    assert_eq!(terminal.end(), 0);
    assert!(fs::read_to_string(home.state()).unwrap().contains("honours"));
    assert!(!fs::read_to_string(home.file()).unwrap().contains("honours"));
    let mut terminal = home.open(&[]);
    assert!(terminal.screen().contains("按级别"), "{}", terminal.screen());
    // A closed window is an end as well.
    terminal.type_in("8");
    terminal.until("the table", |it| it.screen().contains("口径") || it.screen().contains("数字"));
    terminal.settle();
    terminal.signal(rustix::process::Signal::HUP);
    assert_eq!(terminal.end(), 129);
    assert!(fs::read_to_string(home.state()).unwrap().contains("metrics"));
    // Another place may be asked for, and another dataset has places of its own.
    let mut terminal = home.open(&["--at", "overview", "--demo"]);
    terminal.type_in("\x03");
    terminal.end();
    let state = fs::read_to_string(home.state()).unwrap();
    assert!(state.contains("metrics") && state.contains("overview"), "{state}");
    let names: Vec<_> =
        fs::read_dir(home.state().parent().unwrap()).unwrap().map(|it| it.unwrap().file_name()).collect();
    assert_eq!(names, ["state.toml"]);
}

#[test]
fn a_state_that_cannot_be_read_or_written_stops_nothing() {
    let home = Home::new("stateless");
    home.write("start = \"last\"\n");
    fs::create_dir_all(home.state()).unwrap();
    for broken in [false, true] {
        if broken {
            fs::remove_dir_all(home.state()).unwrap();
            fs::write(home.state(), b"\xff[[left]]").unwrap();
        }
        let mut terminal = home.open(&[]);
        terminal.type_in("q");
        assert_eq!(terminal.end(), 0);
        terminal.assert_restored();
        // The next start would not go on from there.
        assert_eq!(terminal.screen().contains("没能记下离开的位置"), !broken, "{}", terminal.screen());
    }
    assert!(fs::read_to_string(home.state()).unwrap().contains("overview"));
}

#[test]
fn a_terminal_that_is_asked_answers_how_wide_it_draws() {
    let home = Home::new("ambiguous");
    for (column, rule) in [(2, true), (3, false)] {
        let mut command = program(&["--ambiguous", "auto"]);
        for (key, folder) in homes(home.0) {
            command.env(key, folder);
        }
        let mut terminal = Terminal::start(command, size(100, 30));
        terminal.until("the question", |it| it.text().contains("\x1b[6n"));
        // What is typed in the meantime is not lost.
        terminal.type_in(&format!("8\x1b[1;{column}R"));
        terminal.until("the first frame", |it| it.screen().contains("薪火"));
        terminal.until("the metrics", |it| it.screen().contains("责任") || it.screen().contains("位次"));
        assert_eq!(terminal.screen().contains("────"), rule, "{}", terminal.screen());
        terminal.type_in("\x03");
        assert_eq!(terminal.end(), 0);
        terminal.assert_restored();
    }
}

/// How a cell of the dark and of the light ground is written with 256 colours.
const GROUNDS: [&str; 2] = ["48;5;233", "48;5;231"];

#[test]
fn the_theme_goes_with_the_ground_of_the_terminal_once_it_answers() {
    let home = Home::new("ground");
    let [dark, light] = GROUNDS;
    // In one piece, in several, and torn behind the escape.
    for pieces in [
        &["\x1b]11;rgb:fafa/fafa/fafa\x1b\\"][..],
        &["\x1b]11;rg", "b:fa/fa", "/fa\x07"],
        &["\x1b", "]11;rgb:f/f/f\x1b", "\\"],
    ] {
        let mut terminal = home.open(&[]);
        assert!(terminal.text().contains(dark) && !terminal.text().contains(light), "{:?}", terminal.text());
        terminal.until("the question", |it| it.text().contains("\x1b]11;?"));
        let before = terminal.screen();
        for piece in pieces {
            terminal.type_in(piece);
            std::thread::sleep(std::time::Duration::from_millis(10));
        }
        terminal.until("the light ground", |it| it.text().contains(light));
        terminal.settle();
        assert_eq!(terminal.screen(), before);
        terminal.type_in("q");
        assert_eq!(terminal.end(), 0);
        terminal.assert_restored();
    }
}

#[test]
fn a_terminal_that_does_not_answer_is_not_waited_for() {
    let home = Home::new("silent");
    let mut terminal = home.open(&["--at", "metric/firm-visits"]);
    terminal.type_in("\x1b");
    terminal.until("the place above", |it| !it.screen().contains("原文写法"));
    terminal.type_in("\x03");
    assert_eq!(terminal.end(), 0);
    terminal.assert_restored();
    // Nothing is asked where somebody has said which theme, nor of a terminal without colours.
    for args in [["--theme", "dark"], ["--colour", "none"]] {
        let mut terminal = home.open(&args);
        terminal.type_in("q");
        assert_eq!(terminal.end(), 0);
        assert!(!terminal.text().contains("\x1b]11"), "{args:?}");
    }
}

#[test]
fn a_variable_that_cannot_be_used_is_named() {
    let home = Home::new("variables");
    for (variable, value) in [
        ("XINHUO_LANG", "xx"),
        ("XINHUO_THEME", "drak"),
        ("XINHUO_MARKERS", "dots"),
        ("XINHUO_AMBIGUOUS", "some"),
        ("XINHUO_CONFIG", "/no/such/file"),
    ] {
        let output = home.run(&["config"], &[(variable, value)]);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.code() == Some(2) && said.contains(variable) && said.contains(value), "{said}");
    }
    // An option of that name is itself, and nobody looks at the variable then.
    let output = home.run(&["config", "--lang", "xx"], &[("XINHUO_LANG", "xx")]);
    assert!(String::from_utf8_lossy(&output.stderr).contains("--lang"));
    out(&home.run(&["--lang", "en", "config"], &[("XINHUO_LANG", "xx")]));
    // What has no settings does not care.
    for args in [&["completions", "zsh"][..], &["man"], &["schema"], &["config", "--path"]] {
        out(&home.run(args, &[("XINHUO_LANG", "xx"), ("XINHUO_MARKERS", "xx")]));
    }
}

#[test]
fn a_settings_file_that_is_none_is_told_and_not_waited_for() {
    let home = Home::new("nofile");
    home.write("");
    let said = |args: &[&str]| {
        let output = home.run(&[args, &["--lang", "en", "config"]].concat(), &[]);
        assert_eq!(output.status.code(), Some(2));
        String::from_utf8(output.stderr).unwrap()
    };
    assert!(said(&["--config", ""]).contains("there is no settings file \"\""));
    let pipe = home.folder().join("pipe");
    rustix::fs::mknodat(rustix::fs::CWD, &pipe, rustix::fs::FileType::Fifo, 0o600.into(), 0).unwrap();
    assert!(said(&["--config", pipe.to_str().unwrap()]).contains("it is not a file"));
    fs::remove_file(home.file()).unwrap();
    std::os::unix::fs::symlink("nowhere.toml", home.file()).unwrap();
    for args in [&[][..], &["--config", home.file().to_str().unwrap()]] {
        assert!(said(args).contains("a link to a file that does not exist"));
    }
    // What a shell hands over is read.
    let script = format!("printf 'theme = \"mono\"' | {PROGRAM} --config /dev/stdin config");
    let told = shell("sh", &script, &home).unwrap();
    assert!(told.contains("theme = \"mono\"  # /dev/stdin:1"), "{told}");
    let many: Vec<String> = (0..250).map(|at| format!("a{at} = 1")).collect();
    fs::write(home.folder().join("many.toml"), many.join("\n")).unwrap();
    let told = said(&["--config", home.folder().join("many.toml").to_str().unwrap()]);
    assert!(told.contains("50 more errors are not listed") && told.contains("250 errors"), "{}", told.len());
}

#[test]
fn a_start_place_that_is_not_there_is_told() {
    let home = Home::new("nowhere");
    home.write("start = \"metric/nope\"\nlanguage = \"en\"\n");
    let mut terminal = home.open(&[]);
    terminal.until("the notice", |it| it.screen().contains("metric/nope, is not in this dataset"));
    terminal.type_in("q");
    assert_eq!(terminal.end(), 0);
    // What is near is offered.
    home.write("start = \"metric/firm-vists\"\nlanguage = \"zh\"\n");
    let mut terminal = home.open(&[]);
    terminal.until("the notice", |it| it.screen().contains("是不是 metric/firm-visits？"));
    terminal.type_in("q");
    assert_eq!(terminal.end(), 0);
}
