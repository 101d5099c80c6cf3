//! What is said on the command line, before the screen is taken and after it is given back.

/// The messages of the command line.
#[derive(Debug)]
pub struct Shell {
    /// Output goes to something that is no terminal.
    pub no_terminal: &'static str,
    /// The terminal cannot place characters.
    pub dumb_terminal: &'static str,
    /// The terminal gave an error.
    pub terminal_fails: fn(error: &str) -> String,
    /// There is no such file.
    pub missing: fn(name: &str) -> String,
    /// The file is a directory.
    pub directory: fn(name: &str) -> String,
    /// The file may not be read.
    pub forbidden: fn(name: &str) -> String,
    /// The file is larger than any dataset.
    pub too_large: fn(name: &str, limit: u64) -> String,
    /// The file cannot be read for another reason.
    pub unreadable: fn(name: &str, error: &str) -> String,
    /// Standard input is a terminal: nobody has piped anything in.
    pub nothing_piped: &'static str,
    /// Standard input was named more than once.
    pub one_input: &'static str,
    /// Two files are of one district and one period.
    pub same_period: fn(first: &str, second: &str) -> String,
    /// What standard input is called.
    pub standard_input: &'static str,
    /// What the dataset inside the program is called.
    pub built_in: &'static str,
    /// What the invented dataset inside the program is called.
    pub demo: &'static str,
    /// A place that the dataset does not have.
    pub no_place: fn(place: &str) -> String,
    /// The place where one was could not be written down, though the next start is to go on from there.
    pub not_remembered: fn(error: &str) -> String,
    /// The start place of the settings is not in the dataset.
    pub no_start: fn(place: &str, near: Option<&str>) -> String,
    /// The places that it may have meant, in front of their list.
    pub near_places: &'static str,
    /// What is said of a part of an address that is not understood.
    pub no_part: fn(place: &str, part: &str) -> String,
    /// What stands before what may have been meant by a part of an address.
    pub near_parts: &'static str,
    /// What is said of a list that the dataset has nothing for.
    pub no_list: fn(place: &str) -> String,
    /// How to see every place.
    pub place_forms: &'static str,
    /// A briefing that the dataset does not have.
    pub no_briefing: fn(id: &str) -> String,
    /// The briefings that it has, in front of their list.
    pub briefings: &'static str,
    /// A briefing without steps.
    pub no_steps: fn(id: &str) -> String,
    /// The data on the screen stay as they are, and why.
    pub data_stay: fn(why: &str) -> String,
    /// What came through a pipe cannot be read again.
    pub piped_once: &'static str,
    /// A file with faults, how many, and the line of the first.
    pub not_taken: fn(name: &str, faults: usize, line: usize) -> String,
    /// There is nothing that could be presented.
    pub nothing_to_present: &'static str,
    /// A step that the briefing does not have, and how many it has.
    pub no_step: fn(step: u16, steps: usize) -> String,
    /// More steps than a show can have.
    pub too_many_steps: fn(steps: usize, most: usize) -> String,
    /// Another terminal has another edition of the briefing, with so many steps.
    pub link_differs: fn(steps: usize) -> String,
    /// Other terminals cannot be reached for the moment.
    pub link_lost: &'static str,
    /// Terminals cannot be linked on this system.
    pub link_unavailable: &'static str,
    /// The folder of the link belongs to somebody else.
    pub link_foreign: fn(path: &str) -> String,
    /// Others can look into the folder of the link.
    pub link_open: fn(path: &str) -> String,
    /// The folder of the link is a link or a file.
    pub link_no_folder: fn(path: &str) -> String,
    /// The path of the link's folder is too long for a socket.
    pub link_long_path: fn(path: &str) -> String,
    /// The show is too large to be told to other terminals.
    pub link_too_large: &'static str,
    /// The link failed for another reason.
    pub link_fails: fn(error: &str) -> String,
}

pub(super) const ZH: Shell = Shell {
    no_terminal: "标准输出不是终端，无法显示画面。\n提示：输出到文件或管道请用 xinhuo print --at overview --size 120x40",
    dumb_terminal: "此终端无法定位字符（TERM 未设置或为 dumb）。\n提示：请换用其他终端，或用 xinhuo print --at overview --size 120x40",
    terminal_fails: |error| format!("终端出错：{error}"),
    missing: |name| {
        format!("没有这个文件：{name}\n提示：请检查路径；不带文件名启动，则打开内置的宝安区 2024 年度数据集")
    },
    directory: |name| format!("{name} 是目录，不是文件。\n提示：请给出一个 JSON 数据集文件"),
    forbidden: |name| format!("没有权限读取：{name}\n提示：请检查文件权限"),
    too_large: |name, limit| format!("文件过大（超过 {} MiB）：{name}", limit >> 20),
    unreadable: |name, error| format!("无法读取 {name}：{error}"),
    nothing_piped: "“-” 表示从标准输入读取数据集，而标准输入是终端。\n提示：cat 数据集.json | xinhuo -",
    one_input: "“-”（标准输入）只能出现一次。",
    same_period: |first, second| {
        format!("{first} 和 {second} 属于同一地区、同一时段，无法判断以哪个为准。\n提示：只打开其中一个")
    },
    standard_input: "标准输入",
    built_in: "内置数据集",
    demo: "内置的虚构数据集",
    no_place: |place| format!("没有这个位置：{place}"),
    not_remembered: |error| format!("没能记下离开的位置，下次无法从这里继续：{error}"),
    no_start: |place, near| {
        let near = near.map(|near| format!("是不是 {near}？")).unwrap_or_default();
        format!("设置里的起始位置 {place} 不在此数据集中，从总览开始。{near}")
    },
    near_places: "相近的位置：",
    no_part: |place, part| format!("位置 {place} 中有一处无法识别：“{part}”"),
    near_parts: "可用：",
    no_list: |place| {
        let why = if place == "timeline" {
            "数据集没有大事，荣誉也未注明日期"
        } else {
            "只打开了一个文件"
        };
        format!("没有位置 {place}：{why}")
    },
    place_forms: "提示：位置形如 overview、metrics、metrics?is=behind&sort=-figure、honours、timeline、sources、action/ID、initiative/ID、metric/ID、compare/ID,ID、honour/ID、source/ID；打开多个文件时还有 datasets",
    no_briefing: |id| format!("没有这份简报：{id}"),
    briefings: "可用的简报：",
    no_steps: |id| format!("简报 {id} 没有步骤，无法演示。"),
    data_stay: |why| format!("仍使用原数据：{why}"),
    piped_once: "数据集来自管道，无法重新读取",
    not_taken: |name, faults, line| format!("{name} 有{faults}处错误（首处在第{line}行）"),
    nothing_to_present: "没有可演示的步骤。",
    too_many_steps: |steps, most| format!("这份简报有{steps}步，一场演示最多{most}步"),
    no_step: |step, steps| format!("没有第{step}步：这份简报共{steps}步"),
    link_differs: |steps| format!("另一终端的简报有{steps}步，与本终端不一致，双方不同步"),
    link_lost: "暂时连不上其他终端，正在重试",
    link_unavailable: "此系统不支持终端之间的连接；演示只在这一个终端上进行。",
    link_foreign: |path| {
        format!("{path} 或其上级目录属于其他用户，终端之间不连接。\n提示：用 XDG_RUNTIME_DIR 指定自己的目录")
    },
    link_open: |path| format!("{path} 或其上级目录对其他用户开放，终端之间不连接。\n提示：chmod 700 {path}"),
    link_no_folder: |path| {
        format!("{path} 不是目录，终端之间不连接。\n提示：请移走该文件，或用 XDG_RUNTIME_DIR 指定别的目录")
    },
    link_long_path: |path| format!("路径过长，无法建立套接字：{path}\n提示：用 XDG_RUNTIME_DIR 指定较短的目录"),
    link_too_large: "简报过大（步骤过多或标识过长），无法传给其他终端；演示只在这一个终端上进行。",
    link_fails: |error| format!("无法连接其他终端：{error}"),
};

pub(super) const EN: Shell = Shell {
    no_terminal: "standard output is not a terminal.\nHint: to write to a file or a pipe, use xinhuo print --at overview --size 120x40",
    dumb_terminal: "this terminal cannot position text (TERM is unset or dumb).\nHint: use another terminal, or xinhuo print --at overview --size 120x40",
    terminal_fails: |error| format!("terminal error: {error}"),
    missing: |name| {
        format!(
            "there is no file {name}\nHint: check the path; without a file name, xinhuo opens the built-in Bao'an 2024 dataset"
        )
    },
    directory: |name| format!("{name} is a directory, not a file.\nHint: name a JSON dataset file"),
    forbidden: |name| format!("no permission to read {name}.\nHint: check the file permissions"),
    too_large: |name, limit| format!("{name} is too large (more than {} MiB)", limit >> 20),
    unreadable: |name, error| format!("{name} cannot be read: {error}"),
    nothing_piped: "\"-\" reads the dataset from standard input, which is a terminal.\nHint: cat dataset.json | xinhuo -",
    one_input: "\"-\" (standard input) can be named only once.",
    same_period: |first, second| {
        format!(
            "{first} and {second} cover the same district and the same period; it is not clear which one is valid.\nHint: open only one of them"
        )
    },
    standard_input: "standard input",
    built_in: "the built-in dataset",
    demo: "the built-in synthetic dataset",
    no_place: |place| format!("there is no place {place}"),
    not_remembered: |error| {
        format!("the current place could not be saved, so the next start cannot continue from it: {error}")
    },
    no_start: |place, near| {
        let near = near.map(|near| format!(" Did you mean {near}?")).unwrap_or_default();
        format!("The start place in the settings, {place}, is not in this dataset; starting at the overview.{near}")
    },
    near_places: "similar places: ",
    no_part: |place, part| format!("the place {place} has a part that is not valid: “{part}”"),
    near_parts: "possible: ",
    no_list: |place| {
        let why = if place == "timeline" { "no event and no honour has a date" } else { "only one file is open" };
        format!("there is no place {place}: {why}")
    },
    place_forms: "Hint: places are overview, metrics, metrics?is=behind&sort=-figure, honours, timeline, sources, action/ID, initiative/ID, metric/ID, compare/ID,ID, honour/ID, source/ID; and datasets when several files are open",
    no_briefing: |id| format!("there is no briefing {id}"),
    briefings: "briefings: ",
    no_steps: |id| format!("the briefing {id} has no steps"),
    data_stay: |why| format!("The previous data are kept: {why}"),
    piped_once: "the dataset came from a pipe and cannot be read again",
    not_taken: |name, faults, line| {
        let faults = if faults == 1 { "an error".to_owned() } else { format!("{faults} errors, the first") };
        format!("{name} has {faults} in line {line}")
    },
    nothing_to_present: "There are no steps to present.",
    too_many_steps: |steps, most| format!("the briefing has {steps} steps; a show has at most {most}"),
    no_step: |step, steps| format!("there is no step {step}: the briefing has {steps}"),
    link_differs: |steps| {
        format!("the briefing on another terminal has {steps} steps; the two are not in step with each other")
    },
    link_lost: "cannot reach the other terminals; retrying",
    link_unavailable: "terminals cannot be linked on this system; the show runs on this terminal only.",
    link_foreign: |path| {
        format!(
            "{path} or a parent folder belongs to another user; terminals are not linked.\nHint: set XDG_RUNTIME_DIR to a folder of your own"
        )
    },
    link_open: |path| {
        format!("{path} or a parent folder is open to other users; terminals are not linked.\nHint: chmod 700 {path}")
    },
    link_no_folder: |path| {
        format!(
            "{path} is not a folder; terminals are not linked.\nHint: move it away, or set XDG_RUNTIME_DIR to another folder"
        )
    },
    link_long_path: |path| {
        format!("the path is too long for a socket: {path}\nHint: set XDG_RUNTIME_DIR to a shorter path")
    },
    link_too_large: "the briefing is too large to send to other terminals (too many steps, or ids too long); the show runs on this terminal only.",
    link_fails: |error| format!("cannot reach other terminals: {error}"),
};
