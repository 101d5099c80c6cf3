//! One thing has one word, and numbers stand before their words in one way.

/// Every text that holds Chinese messages, and the Chinese guide.
const CHINESE: [(&str, &str); 9] = [
    ("zh.rs", include_str!("zh.rs")),
    ("console.rs", include_str!("console.rs")),
    ("outline.rs", include_str!("outline.rs")),
    ("settings.rs", include_str!("settings.rs")),
    ("shell.rs", include_str!("shell.rs")),
    ("stage.rs", include_str!("stage.rs")),
    ("check/zh.rs", include_str!("check/zh.rs")),
    ("check/mod.rs", include_str!("check/mod.rs")),
    ("README.zh-CN.md", include_str!("../../README.zh-CN.md")),
];

/// A word of the program, and others that would say the same.
const WORDS: [(&str, &[&str]); 12] = [
    ("时段", &["时期"]),
    ("往期", &["历史数据"]),
    ("位次", &["名次"]),
    ("数量", &["计数"]),
    ("计算得出", &["推算"]),
    ("聚焦", &["突出"]),
    ("确数", &["准数", "准确"]),
    ("错误", &["差错", "没有问题"]),
    ("冻结", &["定住"]),
    ("临时查看", &["岔开"]),
    ("标题页", &["题卡"]),
    ("按时", &["正点"]),
];

#[test]
fn one_thing_has_one_word_in_chinese() {
    for (file, text) in CHINESE {
        for (word, others) in WORDS {
            for other in others {
                assert!(!text.contains(other), "{file}: {other} where {word} is meant");
            }
        }
    }
}

#[test]
fn no_blank_stands_between_a_number_and_its_measure_word() {
    for (file, text) in CHINESE {
        for measure in "项个处步行条件份台期段页组".chars() {
            let torn = format!("}} {measure}");
            assert!(!text.contains(&torn), "{file}: {torn}");
        }
    }
}
