use super::*;
use crate::domain::written;

const UNITS: &str = r#"[
    {"id": "visit", "name": {"zh": "人次", "en": "visits"}, "kind": "count"},
    {"id": "person", "name": "名", "kind": "count"},
    {"id": "ten-thousand", "name": "万人", "kind": "count"},
    {"id": "yuan", "name": "元", "kind": "money"},
    {"id": "yi-yuan", "name": "亿元", "kind": "money", "base": {"unit": "yuan", "factor": 1e8}},
    {"id": "m2", "name": {"zh": "平方米", "en": "square metres"}, "kind": "area"},
    {"id": "ha", "name": "公顷", "kind": "area", "base": {"unit": "m2", "factor": 10000}},
    {"id": "share", "name": "%", "kind": "share"},
    {"id": "rank", "name": "位", "kind": "rank"},
    {"id": "times", "name": "倍", "kind": "multiple"},
    {"id": "year", "name": "年", "kind": "duration"},
    {"id": "day", "name": "天", "kind": "duration"},
    {"id": "broken", "name": "套", "kind": "area", "base": {"unit": "m2", "factor": 0}},
    {"id": "kwh", "name": "千瓦时", "kind": "count"}
]"#;

fn verdict(units: &[Unit], unit: &str, value: &str, text: &str) -> Verdict {
    let own = units.iter().position(|it| it.id.as_str() == unit).unwrap();
    let written = written::parse(text).unwrap_or_else(|| panic!("{text}"));
    Measures::new(units).compare(&written, Decimal::from_str_exact(value).unwrap(), own).0
}

fn all(cases: &[(&str, &str, &[&str])], wanted: Verdict) {
    let units: Vec<Unit> = serde_json::from_str(UNITS).unwrap();
    for (unit, value, texts) in cases {
        for text in *texts {
            assert_eq!(verdict(&units, unit, value, text), wanted, "{text} for {value} {unit}");
        }
    }
}

#[test]
fn figures_in_their_own_unit_and_in_others_agree() {
    all(
        &[
            (
                "visit",
                "60000",
                &[
                    "6万人次",
                    "60000",
                    "6万",
                    "60,000 visits",
                    "6万人（次）",
                    "6万余人次",
                    "6万名",
                    "6万人次服务",
                    "服务6万人次（全年）",
                ],
            ),
            ("visit", "1", &["1 visit", "1 visit to a firm"]),
            ("person", "186", &["186名处科级干部", "186人", "186位", "186"]),
            ("ten-thousand", "5.31", &["5.31万人", "53100人", "5.31", "5.31万", "53100", "5.31万名", "5.31万人口"]),
            (
                "yuan",
                "26280000000",
                &["262.8亿元", "26.28 billion yuan", "26280000000", "262.8亿", "RMB 26.28 billion"],
            ),
            (
                "yi-yuan",
                "262.8",
                &["262.8亿元", "26280000000元", "262.8", "262.8亿", "2628000万元", "26.28 billion yuan"],
            ),
            (
                "m2",
                "125000",
                &["12.5公顷", "12.5万平方米", "125,000㎡", "0.125平方公里", "187.5亩", "125000", "12.5公顷土地"],
            ),
            ("ha", "12.5", &["12.5公顷", "12.5万平方米", "187.5亩", "12.5", "125,000 m²", "0.125 km²", "12.5公顷用地"]),
            ("share", "0.2", &["20%", "五分之一", "两成", "1/5", "0.2", "20 percent", "20个百分点"]),
            ("share", "0.3333", &["三分之一"]),
            ("share", "1", &["百分之百", "1"]),
            ("rank", "5", &["第5名", "第五", "5", "第5位", "No. 5", "第5/100"]),
            ("times", "2", &["2倍", "2×", "翻一番", "200%", "2 times"]),
            ("year", "3", &["三年", "3年", "连续三年", "36个月", "3"]),
            ("day", "14", &["14天", "两周", "14日"]),
            ("broken", "5", &["5套", "5平方米", "5"]),
            ("kwh", "3000000", &["300万千瓦时"]),
            ("visit", "-5", &["减少5", "下降5人次"]),
            ("visit", "5", &["减少5人次"]),
        ],
        Verdict::Agrees,
    );
}

#[test]
fn figures_in_a_unit_that_changes_them_differ() {
    all(
        &[
            ("visit", "60000", &["6万元", "6万公顷", "6万年", "6万平方米", "600万人次"]),
            ("visit", "0.5", &["50%", "一半"]),
            ("yuan", "26280000000", &["262.8", "262.8万元", "262.8亿美元"]),
            ("yi-yuan", "262.8", &["262.8元", "262.8万元", "26.28亿元", "2628亿元", "262.8亿美元"]),
            ("m2", "125000", &["125000公顷", "12.5", "125公顷", "125000亩", "125000元"]),
            ("ha", "12.5", &["12.5平方米", "12.5万公顷", "12.5亩", "12.5 km²", "12.5平方米土地"]),
            ("share", "0.2", &["20", "20家", "20万", "2%", "0.2家"]),
            ("share", "0.98", &["98以上", "9.8%", "0.98%"]),
            ("rank", "5", &["5%", "第15", "第6/100"]),
            ("times", "2", &["2年", "2元"]),
            ("year", "3", &["三个月", "3天", "3个月", "30年", "3小时", "3周"]),
            ("day", "3", &["3年", "3个月", "3小时"]),
            ("ten-thousand", "5.31", &["5.31人", "531人"]),
            ("visit", "-5", &["增加5"]),
        ],
        Verdict::Differs,
    );
}

#[test]
fn what_is_no_amount_of_the_kind_is_not_judged() {
    all(
        &[("visit", "5000", &["翻一番", "3/4"]), ("year", "3", &["3/4"]), ("share", "1", &["翻一番"])],
        Verdict::Unreadable,
    );
}
