//! What the presenter's console says.

use super::plural::plural;

/// The words of the console. What is told of a key is told with the key that is bound to it.
#[derive(Debug)]
pub struct Console {
    /// The number of a step, and how many there are.
    pub step: fn(usize, usize) -> String,
    /// How many other terminals take part.
    pub others: fn(usize) -> String,
    /// No other terminal takes part.
    pub alone: &'static str,
    /// The number of a step is being typed.
    pub typed: fn(&str) -> String,
    /// Something has gone wrong.
    pub trouble: &'static str,
    /// The audience sees black.
    pub black: &'static str,
    /// The audience sees white.
    pub white: &'static str,
    /// The audience keeps what it saw.
    pub frozen: &'static str,
    /// The steps have been left.
    pub detour: &'static str,
    /// The show is over.
    pub ended: &'static str,
    /// Steps follow each other by themselves.
    pub auto: &'static str,
    /// They would, but a key has stopped them.
    pub auto_stopped: &'static str,
    /// To show the picture again.
    pub restore: &'static str,
    /// To let the audience catch up.
    pub let_go: &'static str,
    /// The step that the audience keeps seeing, and the key that lets it catch up.
    pub release: fn(usize, &str) -> String,
    /// The key that leads back, and the step it leads to.
    pub back_to: fn(&str, usize) -> String,
    /// The size of the audience's terminal, which is that of the picture.
    pub audience: fn((u16, u16)) -> String,
    /// The size of the audience's terminal, and the smaller one of the picture.
    pub scaled: fn((u16, u16), (u16, u16)) -> String,
    /// No terminal of the audience is there; the size of the picture.
    pub no_audience: fn((u16, u16)) -> String,
    /// How one is opened.
    pub open_audience: &'static str,
    /// What the audience sees, in few words.
    pub seen: &'static str,
    /// The picture is for the presenter alone.
    pub yours: &'static str,
    /// The heading over the next step.
    pub next_step: &'static str,
    /// The heading over the row that is revealed next.
    pub next_row: &'static str,
    /// The number of a row, and how many there are.
    pub row: fn(usize, usize) -> String,
    /// The step after the rows.
    pub after_rows: fn(usize, &str) -> String,
    /// There is no further step.
    pub last: &'static str,
    /// What can still be done there: the keys of a detour and of the end.
    pub last_note: fn(&str, &str) -> String,
    /// The heading over the steps that come later.
    pub later: &'static str,
    /// The forms of steps, in the order of `Form::ALL`.
    pub forms: [&'static str; 5],
    /// So many rows come one by one.
    pub reveals: fn(usize) -> String,
    /// So many more figures.
    pub more: fn(usize) -> String,
    /// The heading over the notes.
    pub notes: &'static str,
    /// The step has none.
    pub no_notes: &'static str,
    /// So many lines above.
    pub above: fn(usize) -> String,
    /// So many lines below, and the key that scrolls there.
    pub below: fn(usize, &str) -> String,
    /// The heading over the clock.
    pub clock: &'static str,
    /// It has not started.
    pub waiting: &'static str,
    /// What starts it: the next step, or this key.
    pub waiting_note: fn(&str) -> String,
    /// It was stopped.
    pub paused: &'static str,
    /// How much of the whole is left.
    pub left: fn(&str) -> String,
    /// By how much the whole is overrun.
    pub over: fn(&str) -> String,
    /// How long the whole is to take.
    pub total: fn(&str) -> String,
    /// The time of the present step.
    pub this_step: &'static str,
    /// Nobody has said how long the step is to take.
    pub untimed: &'static str,
    /// Later than planned.
    pub behind: fn(&str) -> String,
    /// Earlier than planned.
    pub ahead: fn(&str) -> String,
    /// As planned.
    pub on_time: &'static str,
    /// The heading over all steps.
    pub agenda: &'static str,
    /// How long all steps take together.
    pub sum: fn(&str) -> String,
    /// The columns of the agenda: how long a step is to take, when it is to begin, how long it has been shown.
    pub columns: [&'static str; 3],
    /// Steps above, and steps below, that are not shown.
    pub beyond: fn(usize, usize) -> String,
    /// Whether the show is to end.
    pub ending: &'static str,
    /// What comes of it.
    pub ending_note: &'static str,
    /// To end it.
    pub end: &'static str,
    /// To leave it at this terminal alone.
    pub leave_here: &'static str,
    /// Not to end it.
    pub go_on: &'static str,
    /// To go to a step of the agenda.
    pub go: &'static str,
    /// To close what lies over the console.
    pub close: &'static str,
    /// The heading over the keys of a show.
    pub keys: &'static str,
    /// Digits, and the key that goes to the step.
    pub digits: fn(&str) -> String,
    /// What they do.
    pub to_number: &'static str,
}

pub(super) const ZH: Console = Console {
    step: |at, of| format!("第{at}/{of}步"),
    others: |n| format!("另有{n}台终端"),
    alone: "没有其他终端",
    typed: |digits| format!("跳到第{digits}步"),
    trouble: "异常",
    black: "黑屏",
    white: "白屏",
    frozen: "冻结",
    detour: "查看中",
    ended: "演示已结束",
    auto: "自动",
    auto_stopped: "自动已暂停",
    restore: "恢复画面",
    let_go: "解除冻结",
    release: |step, key| format!("停在第{step}步 · {key} 解除冻结"),
    back_to: |key, step| format!("{key} 回到第{step}步"),
    audience: |(cols, rows)| format!("观众 {cols}×{rows}"),
    scaled: |(cols, rows), (width, height)| format!("观众 {cols}×{rows} · 此处按 {width}×{height}"),
    no_audience: |(width, height)| format!("没有观众端 · 此处按 {width}×{height}"),
    open_audience: "另开终端 xinhuo present",
    seen: "观众所见",
    yours: "仅主讲可见",
    next_step: "下一步",
    next_row: "下一行",
    row: |at, of| format!("第{at}/{of}行"),
    after_rows: |step, headline| format!("随后第{step}步：{headline}"),
    last: "这是最后一步",
    last_note: |detour, end| format!("答问可按 {detour} 临时查看，{end} 结束演示。"),
    later: "后续各步 · 计划时刻",
    forms: ["页面", "大数字", "对比", "列表", "标题页"],
    reveals: |rows| format!("逐行，共{rows}行"),
    more: |n| format!("另有{n}项"),
    notes: "讲稿",
    no_notes: "本步没有讲稿。讲稿写在数据集简报该步的 notes 字段。",
    above: |n| format!("▴ 上方{n}行"),
    below: |n, key| format!("▾ 下方还有{n}行 · {key}"),
    clock: "计时",
    waiting: "未开始",
    waiting_note: |key| format!("翻步即开始计时，或按 {key}"),
    paused: "已暂停",
    left: |time| format!("剩余 {time}"),
    over: |time| format!("超时 {time}"),
    total: |time| format!("共 {time}"),
    this_step: "本步",
    untimed: "未定时长",
    behind: |time| format!("落后 {time}"),
    ahead: |time| format!("提前 {time}"),
    on_time: "按时",
    agenda: "议程",
    sum: |time| format!("共 {time}"),
    columns: ["计划", "起点", "实际"],
    beyond: |above, below| match (above, below) {
        (0, 0) => String::new(),
        (0, below) => format!("▾ 下方{below}步"),
        (above, 0) => format!("▴ 上方{above}步"),
        (above, below) => format!("▴ 上方{above}步  ▾ 下方{below}步"),
    },
    ending: "要结束演示吗？",
    ending_note: "结束后，所有相连终端都会退出演示。",
    end: "结束演示",
    leave_here: "只退出本终端",
    go_on: "继续演示",
    go: "去这一步",
    close: "关闭",
    keys: "演示中的按键",
    digits: |key| format!("数字 {key}"),
    to_number: "跳到该步",
};

pub(super) const EN: Console = Console {
    step: |at, of| format!("step {at} / {of}"),
    others: |n| plural(n, "other terminal"),
    alone: "no other terminal",
    typed: |digits| format!("to step {digits}"),
    trouble: "PROBLEM",
    black: "BLACK",
    white: "WHITE",
    frozen: "FROZEN",
    detour: "DETOUR",
    ended: "SHOW ENDED",
    auto: "AUTO",
    auto_stopped: "AUTO PAUSED",
    restore: "show the picture",
    let_go: "unfreeze",
    release: |step, key| format!("step {step} · {key} unfreezes"),
    back_to: |key, step| format!("{key} back to step {step}"),
    audience: |(cols, rows)| format!("audience {cols}×{rows}"),
    scaled: |(cols, rows), (width, height)| format!("audience {cols}×{rows} · shown as {width}×{height}"),
    no_audience: |(width, height)| format!("no audience yet · shown as {width}×{height}"),
    open_audience: "xinhuo present opens one",
    seen: "audience",
    yours: "only you see this",
    next_step: "Next step",
    next_row: "Next row",
    row: |at, of| format!("row {at} of {of}"),
    after_rows: |step, headline| format!("then step {step}: {headline}"),
    last: "This is the last step",
    last_note: |detour, end| format!("For questions, {detour} opens the dashboard; {end} ends the show."),
    later: "Later steps · planned",
    forms: ["page", "big figure", "comparison", "list", "title page"],
    reveals: |rows| if rows == 1 { "1 row".to_owned() } else { format!("{rows} rows one by one") },
    more: |n| format!("{n} more"),
    notes: "Notes",
    no_notes: "No notes for this step. Write them in its notes field in the dataset's briefing.",
    above: |n| format!("▴ {} above", plural(n, "line")),
    below: |n, key| format!("▾ {} · {key}", plural(n, "more line")),
    clock: "Clock",
    waiting: "not started",
    waiting_note: |key| format!("starts at next step, or {key}"),
    paused: "PAUSED",
    left: |time| format!("{time} left"),
    over: |time| format!("{time} over"),
    total: |time| format!("of {time}"),
    this_step: "step",
    untimed: "no time set",
    behind: |time| format!("{time} behind"),
    ahead: |time| format!("{time} ahead"),
    on_time: "on time",
    agenda: "Agenda",
    sum: |time| format!("{time} in all"),
    columns: ["plan", "start", "spent"],
    beyond: |above, below| match (above, below) {
        (0, 0) => String::new(),
        (0, below) => format!("▾ {below} below"),
        (above, 0) => format!("▴ {above} above"),
        (above, below) => format!("▴ {above} above  ▾ {below} below"),
    },
    ending: "End the show?",
    ending_note: "It ends on every connected terminal.",
    end: "end the show",
    leave_here: "leave on this terminal only",
    go_on: "go on",
    go: "go to step",
    close: "close",
    keys: "Keys of a show",
    digits: |key| format!("digits {key}"),
    to_number: "go to that step",
};
