use std::ops::Range;

use proptest::prelude::*;

use super::*;
use crate::domain::text::Lang;

const NAME: Part = Part::Name(None);

/// Whether `typed` finds a text.
fn finds(typed: &str, text: &str) -> bool {
    !ranges(text, &Query::new(typed), true).is_empty()
}

/// What of a text is found.
fn found(typed: &str, text: &str) -> Vec<String> {
    let chars: Vec<char> = text.chars().collect();
    ranges(text, &Query::new(typed), true).into_iter().map(|range| chars[range].iter().collect()).collect()
}

/// Names in the order in which they are found.
fn ranked<'a>(typed: &str, names: &[&'a str]) -> Vec<&'a str> {
    let mut index = Index::default();
    for name in names {
        index.add(*name, 0, [(NAME, *name)]);
    }
    let mut hits = index.search(&Query::new(typed), Lang::Zh, |_| true, None);
    hits.sort_by_key(|hit| hit.score);
    hits.iter().filter_map(|hit| index.key(hit.entry).copied()).collect()
}

#[test]
fn chinese_is_found_by_characters_pinyin_initials_and_mixtures() {
    for typed in
        ["重庆", "cq", "chongqing", "zhongqing", "chq", "chongq", "chqing", "cqing", "重q", "chong庆", "重慶", "ＣＱ"]
    {
        assert!(finds(typed, "重庆"), "{typed}");
    }
    for typed in ["lv", "lvse", "ls", "lü", "Lǜ"] {
        assert!(finds(typed, "绿色"), "{typed}");
    }
    for typed in ["策略", "celve", "celue", "cl"] {
        assert!(finds(typed, "策略"), "{typed}");
    }
    for typed in ["yinhang", "yinxing", "yh", "yx"] {
        assert!(finds(typed, "银行"), "{typed}");
    }
    for typed in ["baoan", "ba", "b", "bao", "baoa", "bana", "aoan", "oa"] {
        assert_eq!(finds(typed, "宝安"), !["bana", "aoan", "oa"].contains(&typed), "{typed}");
    }
}

#[test]
fn a_syllable_boundary_counts() {
    for (typed, text) in
        [("oa", "百"), ("ai", "百"), ("ao", "宝"), ("bo", "宝"), ("ianf", "先锋"), ("chonqing", "重庆")]
    {
        assert!(!finds(typed, text), "{typed} {text}");
    }
    assert!(finds("bao", "宝") && finds("ba", "宝") && finds("ba", "百"));
    // Xi'an and xian are different, and typed alike.
    assert!(finds("xian", "西安") && finds("xian", "先"));
}

#[test]
fn english_is_found_by_the_beginnings_of_its_words_in_any_order() {
    let name = "Party vanguard teams";
    for typed in ["party", "PARTY", "vang", "teams party", "partyvanguard", "Party vanguard teams", "t v p"] {
        assert!(finds(typed, name), "{typed}");
    }
    for typed in ["arty", "guard", "teams parties", "vanguards"] {
        assert_ne!(found(typed, name), ["Party vanguard teams"], "{typed}");
    }
    assert!(!finds("guard", name) && !finds("arty", name));
    assert!(finds("visits", "firm-visits") && finds("firm-visits", "firm-visits"));
}

#[test]
fn an_apostrophe_parts_syllables() {
    assert!(finds("xi'an", "西安") && !finds("xi'an", "先") && finds("bao'an", "宝安") && finds("baoan", "Bao'an"));
    assert!(finds("b'an", "宝安") && !finds("s'h", "上") && finds("s'h", "三湖"));
}

#[test]
fn initials_are_of_usual_readings_and_end_with_the_sentence() {
    for (typed, text) in [("cq", "重庆"), ("yh", "银行"), ("xh", "“薪火”"), ("zmhz", "智美·汇志")] {
        assert!(finds(typed, text), "{typed} {text}");
    }
    for (typed, text) in [("cw", "单位"), ("gdp", "格的比例"), ("zb", "次；办"), ("zb", "织，把"), ("cb", "传、宝")]
    {
        assert!(!finds(typed, text), "{typed} {text}");
    }
    assert!(finds("z,b", "织，把") && finds("zhiba", "织，把"));
    for typed in ["ztss", "zhutiss", "ztshense", "主题ss", "zhutishense"] {
        assert!(finds(typed, "主题：深色"), "{typed}");
    }
}

#[test]
fn a_rare_reading_comes_last() {
    assert_eq!(ranked("chan", &["单位产值", "水产"]), ["水产", "单位产值"]);
    assert_eq!(ranked("jiang", &["强基工程", "优秀奖"]), ["优秀奖", "强基工程"]);
    assert_eq!(ranked("an", &["干部", "平安"]), ["平安", "干部"]);
    assert_eq!(ranked("ou", &["片区", "西欧"]), ["西欧", "片区"]);
    assert_eq!(ranked("xing", &["省基础教育", "大型"]), ["大型", "省基础教育"]);
    assert_eq!(ranked("chong", &["重庆", "不重"]), ["重庆", "不重"]);
    // Even behind what is no name; and it is typed in full.
    let mut index = Index::default();
    index.add("by a rare reading", 0, [(NAME, "片区")]);
    index.add("by definition", 0, [(NAME, "甲"), (Part::Definition, "西欧")]);
    let mut hits = index.search(&Query::new("ou"), Lang::Zh, |_| true, None);
    hits.sort_by_key(|hit| hit.score);
    assert_eq!(hits.iter().map(|hit| hit.entry).collect::<Vec<_>>(), [1, 0]);
    assert!(finds("chan", "单位") && !finds("cha", "单位") && finds("chanw", "单位"));
}

#[test]
fn a_letter_that_may_complete_a_rare_reading_narrows_nothing() {
    assert!(finds("mo", "61.2万") && !finds("m", "61.2万"));
    let narrows = |long: &str, short: &str| Query::new(long).narrows(&Query::new(short));
    assert!(!narrows("mo", "m") && !narrows("党m", "党"));
    assert!(narrows("党员", "党") && narrows("5.31", "5.3") && narrows("mo", "mo"));
}

#[test]
fn u_may_be_typed_for_the_other_vowel_and_comes_last() {
    assert_eq!(ranked("lu", &["旅游", "道路"]), ["道路", "旅游"]);
    assert!(finds("luyou", "旅游") && finds("nuxing", "女性") && finds("lusejianzhu", "绿色建筑"));
}

#[test]
fn whole_syllables_come_before_those_that_only_seem_to_be_divided() {
    assert_eq!(ranked("wangxi", &["完工小区", "望溪"]), ["望溪", "完工小区"]);
    assert_eq!(ranked("wangxi", &["完工小区", "大望溪"]), ["大望溪", "完工小区"]);
    assert_eq!(ranked("shan", &["石杭", "大山"]), ["大山", "石杭"]);
    assert_eq!(ranked("wgxq", &["大望高新区", "完工小区"]), ["完工小区", "大望高新区"]);
}

#[test]
fn whole_syllables_anywhere_come_before_divided_ones_and_first_letters_are_those_of_names() {
    let ranked = |typed: &str, texts: [(Part, &'static str); 2]| {
        let mut index = Index::default();
        for (part, text) in texts {
            index.add(text, 0, [(NAME, "甲"), (part, text)]);
        }
        let mut hits = index.search(&Query::new(typed), Lang::Zh, |_| true, None);
        hits.sort_by_key(|hit| hit.score);
        hits.iter().filter_map(|hit| index.key(hit.entry).copied()).collect::<Vec<_>>()
    };
    let syllables = [(Part::Definition, "当年完工小区的面积"), (Part::Remark, "望溪")];
    assert_eq!(ranked("wangxi", syllables), ["望溪", "当年完工小区的面积"]);
    let initials = [(Part::Definition, "由补偿资金支持"), (Part::Owner, "区财政局")];
    assert_eq!(ranked("czj", initials), ["区财政局", "由补偿资金支持"]);
    assert_eq!(ranked("zijin", initials), ["由补偿资金支持"]);
}

#[test]
fn words_of_large_numbers_are_typed_for_their_letters() {
    for (typed, text) in [
        ("40 billion", "over 40B yuan"),
        ("40bn", "over 40B yuan"),
        ("26.28 Billion yuan", "26.28B yuan"),
        ("3.48 million", "3.48M m²"),
        ("53.1 thousand", "53.1K visits"),
        ("26.28-billion", "26.28B yuan"),
    ] {
        assert_eq!(ranked(typed, &[text]), [text], "{typed}");
        assert_eq!(found(typed, text).len(), 1, "{typed}");
    }
    assert_eq!(found("40 billion", "worth 40 billion"), ["40 billion"], "as it is written");
    for (typed, text) in [("40 billionaires", "40B yuan"), ("billion", "40B yuan"), ("40 billion", "140B yuan")] {
        assert!(ranked(typed, &[text]).is_empty(), "{typed}");
    }
}

#[test]
fn english_names_are_found_by_the_first_letters_of_their_words() {
    let names = ["Gross domestic product", "GDP per head", "Share of the city's land"];
    assert_eq!(ranked("gdp", &names), ["GDP per head", "Gross domestic product"]);
    for typed in ["sotc", "sotcl", "scl", "stcl"] {
        assert_eq!(found(typed, names[2]).len(), 1, "{typed}");
    }
    assert!(!finds("gpd", names[0]) && !finds("ocl", names[0]));
    let definition = ranges(names[0], &Query::new("gdp"), false);
    assert!(definition.is_empty(), "of names only");
}

#[test]
fn numbers_are_not_joined() {
    for (typed, text) in [
        ("41", "1+4+1"),
        ("13", "1+3+N"),
        ("122", "12-24"),
        ("531", "5.31"),
        ("1+3", "13"),
        ("1/3", "13.66"),
        ("5-31", "53,100"),
        ("1+3n", "13n"),
    ] {
        assert!(!finds(typed, text), "{typed} {text}");
    }
    for (typed, text) in [
        ("1+4+1", "“1+4+1”指引"),
        ("2024-12", "2024-12-05"),
        ("pm25", "PM2.5"),
        ("2.4x", "2.4×"),
        ("1+3", "1+3+N"),
        ("1/3", "1+3+N"),
        ("53 100", "53,100"),
        ("53,1", "53,100"),
        ("1+3+Nzy", "1+3+N指引"),
    ] {
        assert!(finds(typed, text), "{typed} {text}");
    }
}

#[test]
fn what_a_blank_parts_is_joined_only_as_groups_of_digits() {
    assert_eq!(ranked("53 100", &["53,100", "100,53"]), ["53,100"]);
    assert_eq!(ranked("1 3", &["13", "1+3"]), ["1+3"]);
}

#[test]
fn figures_are_found_as_they_are_written() {
    for (typed, text) in [
        ("5.31万", "5.31万家次"),
        ("53100", "53,100 visits"),
        ("53,100", "53100"),
        ("６万", "超6万人次"),
        ("77%", "超过77%"),
        ("10.9", "−10.9亿元"),
    ] {
        assert!(finds(typed, text), "{typed} {text}");
    }
    for (typed, text) in [("531", "5.31万"), ("100", "53100"), ("31", "5.31万")] {
        assert!(!finds(typed, text), "{typed} {text}");
    }
}

#[test]
fn what_is_found_is_marked() {
    assert_eq!(found("xh", "“薪火”党员"), ["薪火"]);
    assert_eq!(found("火党", "“薪火”党员"), ["火”党"]);
    assert_eq!(found("teams party", "Party vanguard teams"), ["Party", "teams"]);
    assert_eq!(found("vang", "Party vanguard teams"), ["vang"]);
    assert_eq!(found("產業", "战新产业链"), ["产业"]);
    assert_eq!(found("", "战新"), [""; 0]);
    assert_eq!(found("！", "战新！"), [""; 0]);
    assert_eq!(found("-10.9", "降了−10.9亿"), ["10.9"], "a sign behind a word is a dash");
    assert_eq!(found("-10.9", "−10.9亿元"), ["−10.9"]);
    assert_eq!(found("12", "2024-12-05"), ["12"]);
}

#[test]
fn the_whole_comes_before_the_beginning_before_the_middle_and_the_shorter_first() {
    assert_eq!(ranked("产业", &["新产业", "产业链党委", "产业链", "产业"]), ["产业", "产业链", "产业链党委", "新产业"]);
    assert_eq!(ranked("ba", &["大宝安", "百", "宝安"]), ["宝安", "百", "大宝安"]);
    assert_eq!(ranked("team", &["teams", "the team", "team work"]), ["team work", "teams", "the team"]);
    assert_eq!(ranked("a b", &["b x a", "a b"]), ["a b", "b x a"]);
    assert_eq!(ranked("同", &["同一", "同二", "不同"]), ["同一", "同二", "不同"]);
}

#[test]
fn a_name_comes_before_a_definition_and_words_may_stand_in_several_texts() {
    let mut index = Index::default();
    index.add("by definition", 0, [(NAME, "甲"), (Part::Definition, "服务企业")]);
    index.add("by name", 0, [(NAME, "关于企业服务"), (Part::Definition, "乙")]);
    let search = |typed: &str| {
        let mut hits = index.search(&Query::new(typed), Lang::Zh, |_| true, None);
        hits.sort_by_key(|hit| hit.score);
        hits.iter().map(|hit| (*index.key(hit.entry).unwrap(), hit.text)).collect::<Vec<_>>()
    };
    assert_eq!(search("服务"), [("by name", 0), ("by definition", 1)]);
    assert_eq!(search("jia fuwu"), [("by definition", 1)]);
    assert_eq!(search("jia yi"), []);
    assert_eq!(index.search(&Query::new("服务"), Lang::Zh, |part| part == NAME, None).len(), 1);
}

fn any_name() -> impl Strategy<Value = String> {
    prop_oneof!["[ -~]{1,16}", "[薪火重庆绿略宝安区黨產業「」“”·0-9a-z ，．％]{1,12}", "\\PC{1,12}"]
}

proptest! {
    #[test]
    fn nothing_typed_does_harm_and_what_is_marked_lies_in_the_text(typed in any::<String>(), text in any_name()) {
        let (query, count) = (Query::new(&typed), text.chars().count());
        let marked: Vec<Range<usize>> = ranges(&text, &query, true);
        prop_assert!(marked.iter().all(|range| range.start < range.end && range.end <= count));
        prop_assert!(marked.windows(2).all(|pair| pair[0].end <= pair[1].start));
    }

    #[test]
    fn everything_is_found_by_its_full_name(names in prop::collection::vec(any_name(), 1..8)) {
        let mut index = Index::default();
        for (at, name) in names.iter().enumerate() {
            index.add(at, 0, [(NAME, &**name)]);
        }
        for (at, name) in names.iter().enumerate() {
            let query = Query::new(name);
            let mut hits = index.search(&query, Lang::Zh, |_| true, None);
            hits.sort_by_key(|hit| hit.score);
            // A name of punctuation alone cannot be typed.
            prop_assert_eq!(hits.iter().any(|hit| hit.entry as usize == at), !query.is_empty(), "{:?}", name);
            let first = hits.first().map(|hit| &names[hit.entry as usize]);
            // What punctuation parts is alike: 1 2 and 12.
            let plain = |text: &str| fold::folded(text).iter().map(|it| fold::simplified(it.c)).collect::<String>();
            let alike = |a: &str, b: &str| plain(a) == plain(b);
            prop_assert!(first.is_none_or(|first| alike(first, name)), "{:?} before {:?}", first, name);
        }
    }

    #[test]
    fn what_is_typed_further_is_found_in_what_was_found(name in any_name(), typed in "[a-z重庆宝安15.,'+ ]{1,7}", more in "[a-z庆安1.,'+ ]") {
        let (short, long) = (Query::new(&typed), Query::new(&format!("{typed}{more}")));
        if long.narrows(&short) && !ranked(&format!("{typed}{more}"), &[&name]).is_empty() {
            prop_assert_eq!(ranked(&typed, &[&name]).len(), 1);
        }
    }

    #[test]
    fn a_name_is_found_all_the_while_it_is_typed(
        name in "[薪火重庆绿略宝安区党组织聚力先锋队]{1,6}",
        ways in prop::collection::vec((0u8..4, any::<prop::sample::Index>()), 6),
    ) {
        use pinyin::ToPinyinMulti;
        // What is typed by first letters anywhere is typed for the usual readings.
        let initials = ways.iter().take(name.chars().count()).any(|(way, _)| *way > 1);
        let mut typed = String::new();
        let (mut seldom, mut whole) = (false, Vec::new());
        for (c, (way, reading)) in name.chars().zip(&ways) {
            let readings: Vec<String> =
                c.to_pinyin_multi().unwrap().into_iter().map(|it| it.plain().replace('ü', "v")).collect();
            let syllable = if initials { &readings[0] } else { reading.get(&readings) };
            match way {
                0 => typed.push(c),
                1 => typed.push_str(syllable),
                2 if syllable.get(1..2) == Some("h") => typed.push_str(&syllable[..2]),
                _ => typed.push_str(&syllable[..1]),
            }
            seldom |= *way == 1 && *syllable != readings[0];
            whole.push(typed.len());
        }
        let ends = typed.char_indices().map(|(at, c)| at + c.len_utf8());
        for end in ends {
            // A seldom reading is typed in full.
            if seldom && !whole.contains(&end) {
                continue;
            }
            prop_assert!(finds(&typed[..end], &name), "{} of {typed} in {name}", &typed[..end]);
        }
        // Less of the name may do: zh is 重, and the beginnings of 重火.
        let found = found(&typed, &name);
        prop_assert!(found.len() == 1 && name.starts_with(&found[0]), "{:?}", found);
    }

    #[test]
    fn any_query_that_is_marked_is_a_hit_and_the_other_way_round(name in any_name(), typed in "[a-z重庆宝安区0-9. ]{1,8}") {
        prop_assume!(!typed.trim().contains(' '));
        prop_assert_eq!(ranked(&typed, &[&name]).len(), usize::from(finds(&typed, &name)));
    }
}
