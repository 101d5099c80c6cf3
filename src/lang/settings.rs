//! What is said about settings: their faults, and where each comes from.

use super::plural::plural;

/// The messages of settings. Text of the file is quoted by whoever calls, so that it cannot act on a terminal.
#[derive(Debug)]
pub struct Settings {
    /// The file is not UTF-8: what is wrong, what is expected.
    pub encoding: [&'static str; 2],
    /// The file is no TOML: what is wrong.
    pub syntax: &'static str,
    /// What the reader says in English, for what has no words of our own.
    pub parser_says: &'static str,
    /// A string without an end: what is wrong, what is expected. So with the next ones.
    pub no_end: [&'static str; 2],
    /// A key that appears twice.
    pub key_twice: fn(key: &str) -> [String; 2],
    /// Where it stands first.
    pub first_set: &'static str,
    /// An equals sign with nothing behind it.
    pub no_value: [&'static str; 2],
    /// A value without quotation marks.
    pub no_quotes: [&'static str; 2],
    /// A name without an equals sign.
    pub no_equals: [&'static str; 2],
    /// A bracket that is not closed: what is wrong.
    pub unclosed: &'static str,
    /// Something behind a value.
    pub crowded: [&'static str; 2],
    /// Two values without a comma.
    pub no_comma: [&'static str; 2],
    /// There is no such setting.
    pub unknown_key: fn(key: &str) -> String,
    /// There is no such command.
    pub unknown_command: fn(key: &str) -> String,
    /// A value of another type.
    pub wrong_type: fn(key: &str) -> String,
    /// A value that there is not.
    pub unknown_value: fn(key: &str, value: &str) -> String,
    /// No colour: what is wrong, what is expected.
    pub bad_colour: fn(value: &str) -> [String; 2],
    /// No place: what is wrong.
    pub bad_place: fn(value: &str) -> String,
    /// What a place may be.
    pub places: &'static str,
    /// No name for a theme: what is wrong, what is expected.
    pub bad_theme_name: fn(name: &str) -> [String; 2],
    /// A column that appears twice: what is wrong, what is expected.
    pub column_twice: fn(name: &str) -> [String; 2],
    /// A key that there is not: what is wrong.
    pub unknown_key_name: fn(key: &str) -> String,
    /// How keys are written.
    pub key_forms: &'static str,
    /// A key that arrives as another one: what is wrong, what is expected.
    pub same_key: fn(key: &str, arrives: &str) -> [String; 2],
    /// Keys with a digit, which types the number of a step while presenting: what is wrong, what is expected.
    pub digit_key: fn(keys: &str, command: &str) -> [String; 2],
    /// One command with the same keys twice.
    pub keys_twice: fn(keys: &str, command: &str) -> String,
    /// One command, of whose keys one sequence begins another.
    pub prefix_of_own: fn(shorter: &str, longer: &str, command: &str) -> String,
    /// What to do about either.
    pub leave_one_out: &'static str,
    /// Two commands with the same keys.
    pub conflict: fn(keys: &str, first: &str, second: &str) -> String,
    /// Two commands, of which the keys of one begin those of the other.
    pub prefix_conflict: fn(shorter: &str, first: &str, longer: &str, second: &str) -> String,
    /// What is expected of keys, and what to do.
    pub conflict_advice: [&'static str; 2],
    /// Who has keys by default, where the file does not say.
    pub by_default: fn(command: &str) -> String,
    /// The other of two bindings.
    pub other_binding: &'static str,
    /// No key ends the program: what is wrong, what is expected.
    pub no_way_out: [&'static str; 2],
    /// No key ends a show: what is wrong, what is expected.
    pub no_end_of_show: [&'static str; 2],
    /// The forms of values: a string, a list of strings, either of these, a table.
    pub forms: [&'static str; 4],
    /// One of these words.
    pub one_of: fn(words: &str) -> String,
    /// What may be meant.
    pub meant: fn(word: &str) -> String,
    /// How many faults there are, and how to start without the file.
    pub summary: fn(file: &str, faults: usize) -> String,
    /// Between the words of a list.
    pub separator: &'static str,
    /// Behind a label.
    pub colon: &'static str,
    /// How many faults are not told of.
    pub left_out: fn(faults: usize) -> String,
    /// Between two sentences.
    pub stop: &'static str,
    /// Where a setting comes from: nowhere, the locale, the command line.
    pub origins: [&'static str; 3],
    /// It comes from a variable of the environment.
    pub from_environment: fn(name: &str) -> String,
    /// The first line of the effective settings, with the file where there is one.
    pub effective: fn(file: &str) -> String,
    /// The same where no settings file was to be read.
    pub unread: &'static str,
    /// The same where there is no settings file.
    pub without_file: fn(path: &str) -> String,
    /// A colour of a theme that is hard to read.
    pub weak_colour: fn(theme: &str, colour: &str, against: &str, contrast: &str) -> String,
    /// The file cannot be read.
    pub unreadable: fn(file: &str, error: &str) -> String,
    /// Something else than a file is where it should be.
    pub no_file: &'static str,
    /// A link leads to what is not there.
    pub dead_link: &'static str,
    /// A file was asked for that is not there.
    pub missing: fn(file: &str) -> String,
    /// No theme is called so; with all that there are.
    pub no_theme: fn(name: &str, known: &str) -> String,
    /// The system tells of no folder for settings.
    pub no_folder: &'static str,
}

pub(super) const ZH: Settings = Settings {
    encoding: ["设置文件不是 UTF-8 编码", "以 UTF-8 编码保存的文件"],
    syntax: "设置文件不符合 TOML 语法",
    parser_says: "解析器提示",
    no_end: ["字符串没有结束", "在行末之前用引号结束"],
    key_twice: |key| [format!("{key} 出现两次"), "同一处每个名称只写一次".to_owned()],
    first_set: "第一次在这里",
    no_value: ["等号后面没有值", "一个值，例如 \"en\" 或 [\"name\"]"],
    no_quotes: ["值没有加引号", "用英文引号括起来，例如 \"en\""],
    no_equals: ["名称后面没有等号", "名称 = 值；表名写在方括号里，例如 [keys]"],
    unclosed: "括号没有闭合",
    crowded: ["一行里写了不止一项", "每项各占一行"],
    no_comma: ["两个值之间没有逗号", "用逗号隔开"],
    unknown_key: |key| format!("没有名为{key}的设置"),
    unknown_command: |key| format!("没有名为{key}的命令"),
    wrong_type: |key| format!("{key}的值类型不对"),
    unknown_value: |key, value| format!("{key}的值不能是{value}"),
    bad_colour: |value| [format!("{value}不是颜色"), "#rrggbb 形式的颜色，如 #ff7a4a".to_owned()],
    bad_place: |value| format!("没有位置{value}"),
    places: "last（上次离开的位置），或 overview、metrics、honours、timeline、sources、action/ID、compare/ID,ID 等位置",
    bad_theme_name: |name| {
        [format!("{name}不能用作主题名称"), "小写英文单词，以 - 连接，且不与内置主题同名".to_owned()]
    },
    column_twice: |name| [format!("{name}这一列出现两次"), "每列只出现一次".to_owned()],
    unknown_key_name: |key| format!("没有名为{key}的键"),
    key_forms: "一个字符，或 Up、Enter、Esc、Tab、Space、PgUp、F1 等键名，前面可加 Ctrl-、Alt-、Shift-；先后按下的键以一个空格隔开，如 \"g g\"",
    same_key: |key, arrives| {
        [format!("终端把{key}当作 {arrives} 送来，二者无法区分"), format!("别的键，或直接写 {arrives}")]
    },
    digit_key: |keys, command| {
        [format!("{command} 的{keys}无法按出：演示时数字用来输入步号"), "不含数字的键".to_owned()]
    },
    keys_twice: |keys, command| format!("{command} 的{keys}重复列出"),
    prefix_of_own: |shorter, longer, command| format!("{command} 的{shorter}是它自己的{longer}的开头，后者无法按出"),
    leave_one_out: "去掉其中一个",
    conflict: |keys, first, second| format!("{keys}同时绑定两个命令：{first}、{second}"),
    prefix_conflict: |shorter, first, longer, second| {
        format!("{first} 的{shorter}是 {second} 的{longer}的开头，后者无法输入")
    },
    conflict_advice: ["每组键只绑定一个命令，且不是另一组的开头", "为其中一个命令换键；写 [] 则不绑定任何键"],
    by_default: |command| format!("{command} 的键是默认值"),
    other_binding: "另一处",
    no_way_out: ["quit 和 quit-now 都没有键，程序无法退出", "至少为其中一个保留一个键"],
    no_end_of_show: ["end-show 和 quit-now 都没有键，演示无法结束", "至少为其中一个保留一个键"],
    forms: ["字符串", "字符串的列表", "字符串，或字符串的列表", "表"],
    one_of: |words| format!("{words} 之一"),
    meant: |word| format!("是否应为{word}？"),
    summary: |file, faults| format!("{file}：{faults}处错误，程序未启动；加 --no-config 可不读设置文件"),
    separator: "、",
    colon: "：",
    left_out: |faults| format!("另有{faults}个错误未列出"),
    stop: "；",
    origins: ["默认", "系统语言", "命令行"],
    from_environment: |name| format!("环境变量 {name}"),
    effective: |file| format!("当前生效的设置；设置文件：{file}"),
    unread: "当前生效的设置；未读取设置文件",
    without_file: |path| format!("当前生效的设置；没有设置文件，可创建于：{path}"),
    weak_colour: |theme, colour, against, contrast| {
        format!("主题 {theme} 的 {colour} 与 {against} 对比度只有 {contrast}:1，文字至少要 4.5:1")
    },
    unreadable: |file, error| format!("无法读取设置文件 {file}：{error}\n提示：加 --no-config 可不读设置文件"),
    no_file: "不是文件",
    dead_link: "链接所指的文件不存在",
    missing: |file| format!("没有这个设置文件：{file}"),
    no_theme: |name, known| format!("没有名为{name}的主题。\n提示：主题有 {known}"),
    no_folder: "系统没有给出设置文件夹。\n提示：设置 HOME 或 XDG_CONFIG_HOME，或用 --config 指定文件",
};

pub(super) const EN: Settings = Settings {
    encoding: ["the settings file is not UTF-8", "a file saved as UTF-8"],
    syntax: "the settings file is not valid TOML",
    parser_says: "the parser says",
    no_end: ["a string has no end", "a quotation mark before the end of the line"],
    key_twice: |key| [format!("{key} is set twice"), "each name once in the same place".to_owned()],
    first_set: "first set here",
    no_value: ["there is no value after the equals sign", "a value, such as \"en\" or [\"name\"]"],
    no_quotes: ["the value has no quotation marks", "straight quotation marks around it, such as \"en\""],
    no_equals: [
        "there is no equals sign after the name",
        "name = value; the name of a table in brackets, such as [keys]",
    ],
    unclosed: "a bracket is not closed",
    crowded: ["more than one entry on a line", "one entry per line"],
    no_comma: ["a comma is missing between two values", "a comma between them"],
    unknown_key: |key| format!("there is no setting {key}"),
    unknown_command: |key| format!("there is no command {key}"),
    wrong_type: |key| format!("the value of {key} has the wrong type"),
    unknown_value: |key, value| format!("{key} cannot be {value}"),
    bad_colour: |value| [format!("{value} is not a valid colour"), "a colour as #rrggbb, such as #ff7a4a".to_owned()],
    bad_place: |value| format!("there is no place {value}"),
    places: "last, or a place such as overview, metrics, honours, timeline, sources, action/ID, compare/ID,ID",
    bad_theme_name: |name| {
        let expected = "lower-case words joined by -, not the name of a built-in theme";
        [format!("{name} is not a valid theme name"), expected.to_owned()]
    },
    column_twice: |name| [format!("the column {name} appears twice"), "each column once".to_owned()],
    unknown_key_name: |key| format!("there is no key {key}"),
    key_forms: "a character, or a name such as Up, Enter, Esc, Tab, Space, PgUp, F1, optionally after Ctrl-, Alt- or Shift-; keys of a sequence separated by one space, such as \"g g\"",
    same_key: |key, arrives| {
        [format!("terminals send {key} as {arrives}; they cannot be told apart"), format!("another key, or {arrives}")]
    },
    digit_key: |keys, command| {
        let title =
            format!("{keys} of {command} could never be typed: while presenting, digits type the number of a step");
        [title, "keys without a digit".to_owned()]
    },
    keys_twice: |keys, command| format!("{keys} is listed twice for {command}"),
    prefix_of_own: |shorter, longer, command| {
        format!("{shorter} of {command} is the beginning of its {longer}, which could never be typed")
    },
    leave_one_out: "leave one of the two out",
    conflict: |keys, first, second| format!("{keys} is bound twice, to {first} and to {second}"),
    prefix_conflict: |shorter, first, longer, second| {
        format!("{shorter} of {first} is the beginning of {longer} of {second}, which could never be typed")
    },
    conflict_advice: [
        "keys bound to one command only and not the beginning of others",
        "give one of the two commands other keys, or [] for none",
    ],
    by_default: |command| format!("the keys of {command} are the default"),
    other_binding: "also bound here",
    no_way_out: ["neither quit nor quit-now has a key, so nothing would end the program", "a key for one of the two"],
    no_end_of_show: [
        "neither end-show nor quit-now has a key, so nothing would end a show",
        "a key for one of the two",
    ],
    forms: ["a string", "a list of strings", "a string or a list of strings", "a table"],
    one_of: |words| format!("one of {words}"),
    meant: |word| format!("did you mean {word}?"),
    summary: |file, faults| {
        let faults = plural(faults, "error");
        format!("{file}: {faults}; xinhuo did not start. Use --no-config to start without the settings file")
    },
    separator: ", ",
    colon: ": ",
    left_out: |faults| {
        if faults == 1 {
            "1 more error is not listed".to_owned()
        } else {
            format!("{faults} more errors are not listed")
        }
    },
    stop: "; ",
    origins: ["default", "locale", "command line"],
    from_environment: |name| format!("environment variable {name}"),
    effective: |file| format!("Effective settings; settings file: {file}"),
    unread: "Effective settings; no settings file was read",
    without_file: |path| format!("Effective settings; there is no settings file, it would be {path}"),
    weak_colour: |theme, colour, against, contrast| {
        format!("theme {theme}: {colour} has a contrast of only {contrast}:1 against {against}; text needs 4.5:1")
    },
    unreadable: |file, error| {
        format!("the settings file {file} cannot be read: {error}\nHint: use --no-config to start without it")
    },
    no_file: "it is not a file",
    dead_link: "it is a link to a file that does not exist",
    missing: |file| format!("there is no settings file {file}"),
    no_theme: |name, known| format!("there is no theme {name}.\nHint: the themes are {known}"),
    no_folder: "there is no folder for settings on this system.\nHint: set HOME or XDG_CONFIG_HOME, or name a file with --config",
};
