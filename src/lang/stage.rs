//! What is said on the screen of the audience, and about a step that does not fit it.

use super::plural::plural;

/// The words of the stage.
#[derive(Debug)]
pub struct Stage {
    /// The section of a step, its number, and how many there are.
    pub progress: fn(section: &str, at: usize, of: usize) -> String,
    /// A source: its title, its publisher, and the place in it, which may be empty.
    pub source: fn(title: &str, publisher: &str, place: &str) -> String,
    /// One of several sources: its title, and the place in it, which may be empty.
    pub titled: fn(title: &str, place: &str) -> String,
    /// The same without the title.
    pub publisher: fn(publisher: &str, place: &str) -> String,
    /// The first of several sources, and how many there are beside it.
    pub more_sources: fn(first: &str, more: usize) -> String,
    /// What was worked out, and how.
    pub derived: fn(how: &str) -> String,
    /// A figure was worked out, beside it.
    pub derived_word: &'static str,
    /// Some of the figures were worked out.
    pub some_derived: &'static str,
    /// Some of what is seen has no source.
    pub some_uncited: &'static str,
    /// So many rows have no room.
    pub more_rows: fn(usize) -> String,
    /// So many steps were looked at, at these sizes, with so many faults and hints.
    pub checked: fn(steps: usize, sizes: &str, faults: usize, hints: usize) -> String,
    /// A list has no rows.
    pub no_rows: &'static str,
    /// The headline is cut.
    pub headline_cut: &'static str,
    /// The headline has too many lines.
    pub headline_long: fn(usize) -> String,
    /// The headline is not drawn large.
    pub headline_small: &'static str,
    /// The headline is not drawn large, for what stands below takes the room.
    pub headline_crowded: &'static str,
    /// The headline is in the other language.
    pub headline_foreign: &'static str,
    /// The notes are in the other language.
    pub notes_foreign: &'static str,
    /// What a figure counts is not told.
    pub definition_left: fn(&str) -> String,
    /// The source is not told in full.
    pub source_short: &'static str,
    /// The source is cut.
    pub source_cut: &'static str,
    /// So many minutes are set, and the steps take so many seconds.
    pub minutes_differ: fn(minutes: u32, seconds: u32) -> String,
    /// There is no headline.
    pub no_headline: &'static str,
    /// There are no notes.
    pub no_notes: &'static str,
    /// There is no time.
    pub no_seconds: &'static str,
    /// A figure has no room.
    pub figure_cut: fn(&str) -> String,
    /// A figure is small.
    pub figure_small: fn(&str) -> String,
    /// These kinds of what is told beside figures have no room: status, rank, change.
    pub left_out: fn(kinds: [bool; 3]) -> String,
    /// The rows of a list are text of one row each.
    pub list_small: &'static str,
    /// A text is cut.
    pub text_cut: fn(&str) -> String,
    /// Rows have no room: how many of how many.
    pub rows_hidden: fn(usize, usize) -> String,
    /// The page goes on below the edge.
    pub page_long: fn(usize) -> String,
    /// The spotlight is on nothing.
    pub spotlight_absent: fn(&str) -> String,
    /// A metric has no value.
    pub no_value: fn(&str) -> String,
    /// A figure has no source.
    pub uncited: fn(&str) -> String,
    /// Nothing has a source.
    pub no_source: &'static str,
}

/// The words of the kinds that are meant.
fn named(kinds: [bool; 3], words: [&str; 3], separator: &str) -> String {
    let named: Vec<&str> = kinds.into_iter().zip(words).filter(|(meant, _)| *meant).map(|(_, word)| word).collect();
    named.join(separator)
}

pub(super) const ZH: Stage = Stage {
    checked: |steps, sizes, faults, hints| match (faults, hints) {
        (0, 0) => format!("{steps}步，{sizes}：没有错误"),
        _ => format!("{steps}步，{sizes}：{faults}处错误，{hints}条建议"),
    },
    progress: |section, at, of| {
        if section.is_empty() { format!("{at} / {of}") } else { format!("{section} · {at} / {of}") }
    },
    source: |title, publisher, place| {
        if place.is_empty() {
            format!("来源：{title}，{publisher}")
        } else {
            format!("来源：{title}，{publisher}，{place}")
        }
    },
    titled: |title, place| {
        if place.is_empty() { title.to_owned() } else { format!("{title}，{place}") }
    },
    publisher: |publisher, place| {
        if place.is_empty() { format!("来源：{publisher}") } else { format!("来源：{publisher}，{place}") }
    },
    more_sources: |first, more| format!("{first}，另{more}个来源"),
    derived: |how| format!("计算得出：{how}"),
    derived_word: "计算得出",
    some_derived: "部分计算得出",
    some_uncited: "部分无出处",
    more_rows: |n| format!("另有{n}行"),
    no_rows: "暂无内容",
    headline_cut: "标题放不下，末尾被省略",
    headline_long: |lines| format!("标题占{lines}行，超过2行"),
    headline_small: "标题太长，无法用大字显示",
    headline_crowded: "下方内容占去位置，标题无法用大字显示",
    headline_foreign: "标题没有中文，显示的是英文",
    notes_foreign: "讲稿没有中文，显示的是英文",
    definition_left: |name| format!("口径放不下而略去：{name}"),
    source_short: "来源放不下，只写了一部分",
    source_cut: "来源放不下，末尾被省略",
    minutes_differ: |minutes, seconds| format!("简报定为{minutes}分钟，各步合计{}分{}秒", seconds / 60, seconds % 60),
    no_headline: "没有标题，以位置名称代替",
    no_notes: "没有讲稿",
    no_seconds: "没有时长",
    figure_cut: |name| format!("数字放不下：{name}"),
    figure_small: |name| format!("数字太小，会场后排看不清：{name}"),
    left_out: |kinds| format!("放不下而略去：{}", named(kinds, ["状态", "位次", "同比"], "、")),
    list_small: "列表各行太小，会场后排看不清",
    text_cut: |text| format!("文字放不下，末尾被省略：{text}"),
    rows_hidden: |hidden, all| format!("{all}行中有{hidden}行放不下"),
    page_long: |rows| format!("页面超出屏幕{rows}行"),
    spotlight_absent: |id| format!("页面上没有要聚焦的 {id}"),
    no_value: |name| format!("指标没有数值：{name}"),
    uncited: |name| format!("数字没有出处：{name}"),
    no_source: "这一步没有任何出处",
};

pub(super) const EN: Stage = Stage {
    checked: |steps, sizes, faults, hints| {
        let (found, advised) = (plural(faults, "error"), plural(hints, "hint"));
        let sum = if faults + hints == 0 { "no problems found".to_owned() } else { format!("{found}, {advised}") };
        format!("{} at {sizes}: {sum}", plural(steps, "step"))
    },
    progress: ZH.progress,
    source: |title, publisher, place| {
        if place.is_empty() {
            format!("Source: {title}, {publisher}")
        } else {
            format!("Source: {title}, {publisher}, {place}")
        }
    },
    titled: |title, place| {
        if place.is_empty() { title.to_owned() } else { format!("{title}, {place}") }
    },
    publisher: |publisher, place| {
        if place.is_empty() { format!("Source: {publisher}") } else { format!("Source: {publisher}, {place}") }
    },
    more_sources: |first, more| format!("{first}; {}", plural(more, "more source")),
    derived: |how| format!("Derived: {how}"),
    derived_word: "derived",
    some_derived: "some derived",
    some_uncited: "some without a source",
    more_rows: |n| plural(n, "more row"),
    no_rows: "nothing to show",
    headline_cut: "the headline does not fit and is cut off",
    headline_long: |lines| format!("the headline takes {lines} lines, more than 2"),
    headline_small: "the headline is too long for big characters",
    headline_crowded: "what is below leaves no room for a headline in big characters",
    headline_foreign: "the headline has no English and is shown in Chinese",
    notes_foreign: "the notes have no English and are shown in Chinese",
    definition_left: |name| format!("definition left out, does not fit: {name}"),
    source_short: "the source does not fit and is shortened",
    source_cut: "the source does not fit and is cut off",
    minutes_differ: |minutes, seconds| {
        format!("the briefing is set for {minutes} min, its steps take {} min {} s", seconds / 60, seconds % 60)
    },
    no_headline: "no headline; the name of the place is shown instead",
    no_notes: "no notes",
    no_seconds: "no time set",
    figure_cut: |name| format!("a figure does not fit: {name}"),
    figure_small: |name| format!("a figure is too small to read from the back of the hall: {name}"),
    left_out: |kinds| format!("left out, does not fit: {}", named(kinds, ["status", "rank", "change"], ", ")),
    list_small: "the rows of the list are too small to read from the back of the hall",
    text_cut: |text| format!("a text does not fit and is cut off: {text}"),
    rows_hidden: |hidden, all| format!("{hidden} of {all} rows do not fit"),
    page_long: |rows| {
        if rows == 1 {
            "the page is 1 row longer than the screen".to_owned()
        } else {
            format!("the page is {rows} rows longer than the screen")
        }
    },
    spotlight_absent: |id| format!("the spotlight points at nothing here: {id}"),
    no_value: |name| format!("a metric has no value: {name}"),
    uncited: |name| format!("a figure has no source: {name}"),
    no_source: "nothing here has a source",
};
