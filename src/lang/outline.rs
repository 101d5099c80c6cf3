//! What is said in the outline of a show.

use super::plural::plural;

/// The words of an outline.
#[derive(Debug)]
pub struct Outline {
    /// The heading of a rehearsal's report.
    pub rehearsed: fn(&str) -> String,
    /// All steps together.
    pub in_all: &'static str,
    /// In front of the times as the dataset has them.
    pub as_seconds: &'static str,
    /// How many steps there are.
    pub steps: fn(usize) -> String,
    /// How long all steps take together.
    pub total: fn(&str) -> String,
    /// How many minutes were planned.
    pub planned: fn(u32) -> String,
    /// How long a step takes, and when it is over.
    pub time: fn(own: &str, until: &str) -> String,
    /// A step without a time, and when it begins.
    pub untimed: fn(from: &str) -> String,
    /// The show was made from the dataset.
    pub made: &'static str,
    /// All data are invented.
    pub synthetic: &'static str,
    /// The place in a source, and who published it.
    pub cited: fn(place: &str, publisher: &str) -> String,
    /// The title of a source, and the places in it.
    pub source: fn(title: &str, places: &str) -> String,
    /// How a figure was worked out.
    pub derived: fn(how: &str) -> String,
    /// Between things of one sort.
    pub separator: &'static str,
    /// Between sources, each with its places.
    pub sources: &'static str,
}

pub(super) const ZH: Outline = Outline {
    rehearsed: |title| format!("{title}：每步实际用时（计划用时）"),
    in_all: "合计",
    as_seconds: "如按此安排，请将以下 seconds 填入简报各步：",
    steps: |n| format!("{n}步"),
    total: |time| format!("共 {time}"),
    planned: |minutes| format!("计划{minutes}分钟"),
    time: |own, until| format!("{own}，累计 {until}"),
    untimed: |from| format!("未定时长，{from} 起"),
    made: "数据集没有简报，本提纲由程序自动编排。",
    synthetic: "全部数据为虚构，仅供演示。",
    cited: |place, publisher| format!("{place}，{publisher}"),
    source: |title, places| format!("《{title}》{places}"),
    derived: |how| format!("计算得出：{how}"),
    separator: "、",
    sources: "；",
};

pub(super) const EN: Outline = Outline {
    rehearsed: |title| format!("{title}: time taken at each step (planned)"),
    in_all: "in all",
    as_seconds: "To plan for these times, set the seconds of the briefing's steps (rounded to 5) to:",
    steps: |n| plural(n, "step"),
    total: |time| format!("{time} in all"),
    planned: |minutes| if minutes == 1 { "1 minute planned".to_owned() } else { format!("{minutes} minutes planned") },
    time: |own, until| format!("{own}, until {until}"),
    untimed: |from| format!("no time set, from {from}"),
    made: "The dataset has no briefing; this one was generated from it.",
    synthetic: "All data are invented, for demonstration.",
    cited: |place, publisher| format!("{place}, {publisher}"),
    source: |title, places| {
        if places.is_empty() { format!("“{title}”") } else { format!("“{title}”, {places}") }
    },
    derived: |how| format!("derived: {how}"),
    separator: ", ",
    sources: "; ",
};
