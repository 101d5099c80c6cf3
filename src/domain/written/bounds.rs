//! The words before and behind a number that qualify it.

use crate::domain::metric::Bound::{self, About, AtMost, Nearly, Over};

/// Words directly before a number; the longest that fits counts, so that 不超过 is not taken for 超过.
const BEFORE: [(&str, Bound); 49] = [
    ("超", Over),
    ("超过", Over),
    ("超出", Over),
    ("逾", Over),
    ("破", Over),
    ("突破", Over),
    ("不少于", Over),
    ("不低于", Over),
    ("不小于", Over),
    ("不下", Over),
    ("高于", Over),
    ("多于", Over),
    ("大于", Over),
    ("至少", Over),
    ("最少", Over),
    ("起码", Over),
    (">", Over),
    (">=", Over),
    ("≥", Over),
    ("近", Nearly),
    ("将近", Nearly),
    ("接近", Nearly),
    ("约", About),
    ("大约", About),
    ("大概", About),
    ("左右", About),
    ("~", About),
    ("≈", About),
    ("不超过", AtMost),
    ("不超", AtMost),
    ("不高于", AtMost),
    ("不多于", AtMost),
    ("不大于", AtMost),
    ("未超过", AtMost),
    ("未超", AtMost),
    ("不足", AtMost),
    ("不到", AtMost),
    ("少于", AtMost),
    ("低于", AtMost),
    ("小于", AtMost),
    ("至多", AtMost),
    ("最多", AtMost),
    ("前", AtMost),
    ("<", AtMost),
    ("<=", AtMost),
    ("≤", AtMost),
    ("未破", AtMost),
    ("未突破", AtMost),
    ("不逾", AtMost),
];

/// The same in English: whole words.
const BEFORE_EN: [(&str, Bound); 40] = [
    ("over", Over),
    ("more than", Over),
    ("above", Over),
    ("exceeding", Over),
    ("exceeds", Over),
    ("exceed", Over),
    ("exceeded", Over),
    ("at least", Over),
    ("upwards of", Over),
    ("upward of", Over),
    ("in excess of", Over),
    ("no fewer than", Over),
    ("no less than", Over),
    ("not less than", Over),
    ("not fewer than", Over),
    ("greater than", Over),
    ("nearly", Nearly),
    ("almost", Nearly),
    ("close to", Nearly),
    ("just under", Nearly),
    ("just below", Nearly),
    ("about", About),
    ("around", About),
    ("approximately", About),
    ("approx.", About),
    ("approx", About),
    ("roughly", About),
    ("some", About),
    ("circa", About),
    ("ca.", About),
    ("at most", AtMost),
    ("up to", AtMost),
    ("no more than", AtMost),
    ("not more than", AtMost),
    ("under", AtMost),
    ("below", AtMost),
    ("less than", AtMost),
    ("fewer than", AtMost),
    ("within", AtMost),
    ("top", AtMost),
];

/// Words that qualify the number over what stands between: 约占全市五分之一.
const ANYWHERE: [(&str, Bound); 6] =
    [("约占", About), ("约为", About), ("约有", About), ("约合", About), ("约达", About), ("大约", About)];

/// Words in which a bound's character says something else: 节约5万元, 目前5家, 附近5家.
const INNOCENT: [(&str, &str); 4] = [
    ("约", "节契合预条公签制特履缔违"),
    ("近", "附最邻靠临远亲"),
    ("前", "目此提以之年日当先空月天会跟面眼往"),
    ("超", "赶反高"),
];

/// Words directly behind a number, and also at the end of its unit (2倍以上).
const BEHIND: [(&str, Bound); 20] = [
    ("以上", Over),
    ("及以上", Over),
    ("有余", Over),
    ("开外", Over),
    ("出头", Over),
    ("+", Over),
    ("or more", Over),
    ("or above", Over),
    ("and above", Over),
    ("and more", Over),
    ("plus", Over),
    ("左右", About),
    ("上下", About),
    ("or so", About),
    ("以内", AtMost),
    ("之内", AtMost),
    ("以下", AtMost),
    ("or less", AtMost),
    ("or fewer", AtMost),
    ("or below", AtMost),
];

/// Characters directly behind a number, and those that make another word of them: 多功能, 余额, 强化.
const SUFFIXES: [(char, Bound, &str); 4] =
    [('余', Over, "额"), ('多', Over, "功媒样维"), ('来', About, "自源宾访电华深"), ('强', AtMost, "化制弱度壮调力")];

/// Units short enough to stand between a number and its bound: 300家以上企业, but not 5家规模以上企业.
const BETWEEN: [&str; 12] =
    ["平方米", "公顷", "公里", "小时", "分钟", "人次", "家次", "场次", "美元", "港元", "元", "人"];

/// The bound that the words before a number say. `bare`: the number is a power without digits, as in 过百, 上万.
pub(super) fn before(text: &str, bare: bool) -> Option<Bound> {
    let text = text.to_lowercase();
    if bare && text.trim_end().ends_with(['过', '上']) && !text.ends_with("不过") {
        return Some(Over);
    }
    let mut near = trim_marks(&text);
    let direct = near;
    // 超过了, 约为, 突破达: a verb between the bound and the number changes nothing.
    while let Some(rest) = ["达到", "达", "了", "为", "有"].iter().find_map(|word| near.strip_suffix(word)) {
        near = trim_marks(rest);
    }
    chinese(direct)
        .or_else(|| chinese(near).filter(|_| !near.ends_with('前')))
        .or_else(|| english(direct))
        .or_else(|| ANYWHERE.iter().find(|(word, _)| text.contains(word)).map(|(_, bound)| *bound))
}

/// Words before a number that say it is taken away.
const DECLINES: [&str; 8] = ["减少", "下降", "降低", "下滑", "回落", "缩减", "压减", "递减"];

/// Whether the words directly before a number, those of a bound left out, say that something went down by it. 降至5 is
/// no such thing.
pub(super) fn declines(text: &str) -> bool {
    let text = trim_marks(text);
    let text = longest(&BEFORE, text).and_then(|(word, _)| text.strip_suffix(word)).unwrap_or(text);
    let text = text.trim_end().trim_end_matches('了');
    DECLINES.iter().any(|word| text.ends_with(word))
}

/// Text without the blanks, the name of a currency and the mark of a place at its end.
fn trim_marks(text: &str) -> &str {
    let mut text = text.trim_end();
    let marks =
        ["第", "no.", "人民币", "cny", "rmb", "usd", "us$", "hk$", "hkd", "eur", "gbp", "$", "¥", "￥", "€", "£"];
    while let Some(rest) = marks.iter().find_map(|mark| text.strip_suffix(mark)) {
        text = rest.trim_end();
    }
    text
}

fn longest(table: &[(&'static str, Bound)], text: &str) -> Option<(&'static str, Bound)> {
    table.iter().filter(|(word, _)| text.ends_with(word)).max_by_key(|(word, _)| word.len()).copied()
}

fn chinese(text: &str) -> Option<Bound> {
    let (word, bound) = longest(&BEFORE, text)?;
    let before = text.strip_suffix(word)?.chars().next_back();
    let innocent = INNOCENT.iter().any(|(it, heads)| *it == word && before.is_some_and(|head| heads.contains(head)));
    (!innocent).then_some(bound)
}

fn english(text: &str) -> Option<Bound> {
    let (word, bound) = longest(&BEFORE_EN, text)?;
    let glued = text.strip_suffix(word)?.chars().next_back().is_some_and(|c| c.is_ascii_alphanumeric());
    (!glued).then_some(bound)
}

/// The bound that the words behind a number say, and the unit that is left without them. `folded` is `rest` with ASCII
/// forms, character for character.
pub(super) fn behind(rest: &[char], folded: &[char]) -> (Option<Bound>, String) {
    let (start, first) = leading(folded);
    let (end, last) = trailing(folded, start);
    let text = |from: usize, to: usize| -> String { rest.get(from..to).unwrap_or_default().iter().collect() };
    if first.is_none()
        && last.is_none()
        && let Some((at, len, bound)) = inside(folded)
    {
        return (Some(bound), text(0, at) + &text(at + len, rest.len()));
    }
    (first.or(last), text(start, end))
}

/// Where the unit begins behind a bound that stands directly behind the number.
fn leading(folded: &[char]) -> (usize, Option<Bound>) {
    let blank = folded.iter().take_while(|c| c.is_whitespace()).count();
    let text: String = folded.iter().skip(blank).collect();
    if let Some((word, bound)) = BEHIND.iter().find(|(word, _)| text.starts_with(word) && whole(&text, word)) {
        return (blank + word.chars().count(), Some(*bound));
    }
    let next = folded.get(1).copied();
    let suffix = SUFFIXES
        .iter()
        .find(|(suffix, _, other)| folded.first() == Some(suffix) && !next.is_some_and(|next| other.contains(next)));
    suffix.map_or((0, None), |(_, bound, _)| (1, Some(*bound)))
}

/// Whether an English word at the start of a text ends where it seems to.
fn whole(text: &str, word: &str) -> bool {
    let letters = word.ends_with(|c: char| c.is_ascii_alphabetic());
    !letters || !text.strip_prefix(word).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_alphanumeric()))
}

/// Where the unit ends before a bound at the end of the text.
fn trailing(folded: &[char], start: usize) -> (usize, Option<Bound>) {
    let text: String = folded.iter().skip(start).collect();
    let text = text.trim_end_matches(|c: char| c.is_whitespace() || ".。,;；、".contains(c));
    let hit = BEHIND.iter().filter(|(word, _)| text.ends_with(word)).max_by_key(|(word, _)| word.len());
    if let Some((word, bound)) = hit {
        let left = text.strip_suffix(word).unwrap_or(text);
        // 规模以上 names a class of firms; it says nothing about their number.
        let class = ["规模", "限额"].iter().any(|class| left.ends_with(class));
        let glued = word.is_ascii() && *word != "+" && !left.ends_with(' ');
        if !class && !glued {
            return (start + left.chars().count(), Some(*bound));
        }
    }
    // 两年多, but not 家最多.
    match text.strip_suffix('多') {
        Some(left) if !left.is_empty() && !left.ends_with(['更', '最', '众', '很', '许', '增']) => {
            (start + left.chars().count(), Some(Over))
        }
        _ => (folded.len(), None),
    }
}

/// A bound between the unit and what is counted: place, length and meaning.
fn inside(folded: &[char]) -> Option<(usize, usize, Bound)> {
    let text: String = folded.iter().collect();
    let (word, bound) = BEHIND.iter().find(|(word, _)| !word.is_ascii() && text.contains(word))?;
    let unit = text.split(word).next()?.trim();
    let short = unit.chars().count() <= 1 || BETWEEN.contains(&unit);
    let at = text.split(word).next()?.chars().count();
    short.then(|| (at, word.chars().count(), *bound))
}
