use proptest::prelude::*;

use super::*;
use Bound::{About, AtMost, Exact, Nearly, Over};

fn check(cases: &[(&str, &str, Bound, &str)]) {
    for (text, value, bound, unit) in cases {
        let value = Decimal::from_str_exact(value).unwrap();
        let read = parse(text).map(|it| (it.value, it.bound, it.unit));
        assert_eq!(read, Some((value.normalize(), *bound, (*unit).to_owned())), "{text}");
    }
}

#[test]
fn every_figure_of_the_article_is_read() {
    check(&[
        ("72个", "72", Exact, "个"),
        ("亿元以上项目72个", "72", Exact, "个"),
        ("破400亿元", "40000000000", Over, "元"),
        ("投资额破400亿元", "40000000000", Over, "元"),
        ("蝉联三届", "3", Exact, "届"),
        ("跻身全国四强", "4", AtMost, ""),
        ("五百强区均位居第二", "2", Exact, ""),
        ("百强县、五百强镇均居第二", "2", Exact, ""),
        ("9次聚焦报道", "9", Exact, "次聚焦报道"),
        ("36篇", "36", Exact, "篇"),
        ("160条改革事项清单", "160", Exact, "条改革事项清单"),
        ("107公顷", "107", Exact, "公顷"),
        ("整备107公顷", "107", Exact, "公顷"),
        ("连续四年", "4", Exact, "年"),
        ("全市第一", "1", Exact, ""),
        ("62个融合聚合项目", "62", Exact, "个融合聚合项目"),
        ("144场展会活动", "144", Exact, "场展会活动"),
        ("25个“战新”党委", "25", Exact, "个“战新”党委"),
        ("全国“第一区”", "1", Exact, "区"),
        ("全市“双第一”", "1", Exact, ""),
        ("百强榜第五", "5", Exact, ""),
        ("204宗", "204", Exact, "宗"),
        ("557名处级干部", "557", Exact, "名处级干部"),
        ("5.31万家次", "53100", Exact, "家次"),
        ("走访5.31万家次", "53100", Exact, "家次"),
        ("新增“个转企”874家", "874", Exact, "家"),
        ("“小升规”284家", "284", Exact, "家"),
        ("97万余户", "970000", Over, "户"),
        ("主体达97万余户", "970000", Over, "户"),
        ("17个央地合作项目", "17", Exact, "个央地合作项目"),
        ("262.8亿元", "26280000000", Exact, "元"),
        ("面积约占全省五分之一", "0.2", About, ""),
        ("约占全市五分之一", "0.2", About, ""),
        ("占比超四分之一", "0.25", Over, ""),
        ("全区124个社区", "124", Exact, "个社区"),
        ("占比超过77%", "0.77", Over, ""),
        ("近3000场次", "3000", Nearly, "场次"),
        ("超6万人次", "60000", Over, "人次"),
        ("服务群众超6万人次", "60000", Over, "人次"),
        ("“5分钟社会救援圈”", "5", Exact, "分钟社会救援圈"),
        ("845支党员先锋队", "845", Exact, "支党员先锋队"),
        ("活动7.2万次", "72000", Exact, "次"),
        ("大小事1.4万件", "14000", Exact, "件"),
        ("绿美示范点23个", "23", Exact, "个"),
        ("各项均为全市第一", "1", Exact, ""),
        ("2所学校", "2", Exact, "所学校"),
        ("“书记项目”317个", "317", Exact, "个"),
        ("破解难题4329个", "4329", Exact, "个"),
        ("园区52个", "52", Exact, "个"),
        ("空间347.6万平方米", "3476000", Exact, "平方米"),
        ("2倍以上", "2", Over, "倍"),
        ("186名处科级干部", "186", Exact, "名处科级干部"),
        ("16个重点片区", "16", Exact, "个重点片区"),
        ("41名年轻处科级干部", "41", Exact, "名年轻处科级干部"),
        ("5名“薪火书记”", "5", Exact, "名“薪火书记”"),
        ("13名“闪亮社专”", "13", Exact, "名“闪亮社专”"),
        ("98%以上", "0.98", Over, ""),
        ("新发展党员98%以上", "0.98", Over, ""),
        ("海归人才党员2名", "2", Exact, "名"),
        ("九省市", "9", Exact, "省市"),
        ("成立100周年", "100", Exact, "周年"),
        ("“六大行动”", "6", Exact, "大行动"),
    ]);
}

#[test]
fn chinese_numerals_and_powers() {
    check(&[
        ("三", "3", Exact, ""),
        ("十", "10", Exact, ""),
        ("十二项", "12", Exact, "项"),
        ("二十", "20", Exact, ""),
        ("一百六十条", "160", Exact, "条"),
        ("一百一十", "110", Exact, ""),
        ("一百零六", "106", Exact, ""),
        ("一百六", "160", Exact, ""),
        ("一千零一", "1001", Exact, ""),
        ("两千", "2000", Exact, ""),
        ("两万五", "25000", Exact, ""),
        ("二十五万", "250000", Exact, ""),
        ("三亿零五万", "300050000", Exact, ""),
        ("十亿", "1000000000", Exact, ""),
        ("二〇二四年", "2024", Exact, "年"),
        ("一九四九年", "1949", Exact, "年"),
        ("三点五亿元", "350000000", Exact, "元"),
        ("十二点五", "12.5", Exact, ""),
        ("零点五", "0.5", Exact, ""),
        ("零", "0", Exact, ""),
        ("3000万", "30000000", Exact, ""),
        ("3亿4500万", "345000000", Exact, ""),
        ("5.3百万", "5300000", Exact, ""),
        ("1.2万亿元", "1200000000000", Exact, "元"),
        ("三万亿", "3000000000000", Exact, ""),
        ("2千亿", "200000000000", Exact, ""),
        ("第12名", "12", Exact, "名"),
        ("全国第二", "2", Exact, ""),
        ("第二十三位", "23", Exact, "位"),
        ("５．３１万家次", "53100", Exact, "家次"),
        ("53，100户", "53100", Exact, "户"),
        ("1,234,567.89元", "1234567.89", Exact, "元"),
        ("5.31 万家次", "53100", Exact, "家次"),
        ("300万千瓦时", "3000000", Exact, "千瓦时"),
        ("5千米", "5", Exact, "千米"),
        ("3个百分点", "3", Exact, "个百分点"),
        ("百姓客厅124个", "124", Exact, "个"),
        ("5G基站近3000个", "3000", Nearly, "个"),
        ("25家半导体企业", "25", Exact, "家半导体企业"),
    ]);
}

#[test]
fn shares_are_fractions_of_one() {
    check(&[
        ("77%", "0.77", Exact, ""),
        ("77 ％", "0.77", Exact, ""),
        ("12.345%", "0.12345", Exact, ""),
        ("-3.2%", "-0.032", Exact, ""),
        ("同比−3.2%", "-0.032", Exact, ""),
        ("3‰", "0.003", Exact, ""),
        ("百分之九十八", "0.98", Exact, ""),
        ("百分之九十八以上", "0.98", Over, ""),
        ("百分之98.5", "0.985", Exact, ""),
        ("百分之百", "1", Exact, ""),
        ("千分之三", "0.003", Exact, ""),
        ("三分之一", "0.3333333333333333333333333333", Exact, ""),
        ("近三分之二", "0.6666666666666666666666666667", Nearly, ""),
        ("七成", "0.7", Exact, ""),
        ("近八成", "0.8", Nearly, ""),
        ("七成五", "0.75", Exact, ""),
        ("七成多", "0.7", Over, ""),
        ("一半", "0.5", Exact, ""),
        ("一半以上", "0.5", Over, ""),
        ("负5", "-5", Exact, ""),
    ]);
}

#[test]
fn chinese_bounds() {
    check(&[
        ("超过6万", "60000", Over, ""),
        ("逾6万", "60000", Over, ""),
        ("突破6万", "60000", Over, ""),
        ("不少于5个", "5", Over, "个"),
        ("至少5个", "5", Over, "个"),
        ("百余家", "100", Over, "家"),
        ("过百家", "100", Over, "家"),
        ("上万人", "10000", Over, "人"),
        ("300多家", "300", Over, "家"),
        ("300余家", "300", Over, "家"),
        ("30余万人", "300000", Over, "人"),
        ("十多亿元", "1000000000", Over, "元"),
        ("3.5亿多元", "350000000", Over, "元"),
        ("300多元", "300", Over, "元"),
        ("两年多", "2", Over, "年"),
        ("300家以上", "300", Over, "家"),
        ("300家以上企业", "300", Over, "家企业"),
        ("5家规模以上企业", "5", Exact, "家规模以上企业"),
        ("近3000场次", "3000", Nearly, "场次"),
        ("将近3000场次", "3000", Nearly, "场次"),
        ("接近3000", "3000", Nearly, ""),
        ("约3000", "3000", About, ""),
        ("大约有3000", "3000", About, ""),
        ("3000左右", "3000", About, ""),
        ("3000人左右", "3000", About, "人"),
        ("3000上下", "3000", About, ""),
        ("不超过5%", "0.05", AtMost, ""),
        ("5天以内", "5", AtMost, "天"),
        ("5以下", "5", AtMost, ""),
        ("至多5个", "5", AtMost, "个"),
        ("前3", "3", AtMost, ""),
        ("全国前三", "3", AtMost, ""),
        ("前五强", "5", AtMost, ""),
        ("百强", "100", AtMost, ""),
        ("百强企业", "100", AtMost, "企业"),
        ("节约5万元", "50000", Exact, "元"),
        ("目前5家", "5", Exact, "家"),
        ("最近5家", "5", Exact, "家"),
        ("超大型城区5个", "5", Exact, "个"),
        ("约300余家", "300", About, "家"),
        ("5多功能厅", "5", Exact, "多功能厅"),
    ]);
}

#[test]
fn english_figures() {
    check(&[
        ("over 60,000 visits", "60000", Over, "visits"),
        ("Over 60,000", "60000", Over, ""),
        ("more than 60,000", "60000", Over, ""),
        ("in excess of 60,000 visits", "60000", Over, "visits"),
        ("upward of 60,000", "60000", Over, ""),
        ("no more than 5", "5", AtMost, ""),
        ("at least 5", "5", Over, ""),
        ("nearly 3,000 sessions", "3000", Nearly, "sessions"),
        ("about 5", "5", About, ""),
        ("around 5", "5", About, ""),
        ("at most 5", "5", AtMost, ""),
        ("53.1K", "53100", Exact, ""),
        ("3.48M m²", "3480000", Exact, "m²"),
        ("26.28B yuan", "26280000000", Exact, "yuan"),
        ("26.28bn", "26280000000", Exact, ""),
        ("1.2T", "1200000000000", Exact, ""),
        ("1.2 million people", "1200000", Exact, "people"),
        ("5 m", "5", Exact, "m"),
        ("5 kg", "5", Exact, "kg"),
        ("77%", "0.77", Exact, ""),
        ("over 12.5 percent", "0.125", Over, ""),
        ("77 per cent of it", "0.77", Exact, "of it"),
        ("3 percentage points", "3", Exact, "percentage points"),
        ("No. 2", "2", Exact, ""),
        ("about No. 2", "2", About, ""),
        ("No. 2 nationwide", "2", Exact, "nationwide"),
        ("2nd", "2", Exact, ""),
        ("21st in the city", "21", Exact, "in the city"),
        ("top 4", "4", AtMost, ""),
        ("among the top 4 nationwide", "4", AtMost, "nationwide"),
        ("300+ firms", "300", Over, "firms"),
        ("300 or more", "300", Over, ""),
        ("over CNY 40 billion", "40000000000", Over, ""),
        ("over $5", "5", Over, ""),
        ("2×", "2", Exact, "×"),
        ("−5", "-5", Exact, ""),
        ("at most −5", "-5", AtMost, ""),
        ("≥ 5", "5", Over, ""),
        ("~5", "5", About, ""),
    ]);
}

#[test]
fn what_says_no_one_value_is_refused() {
    for text in [
        "",
        "无",
        "唯一",
        "全市唯一",
        "3至5家",
        "3-5家",
        "1,2345",
        "3.5.1",
        "三四个",
        "十几家",
        "几十家",
        "数百家",
        "二十几",
        "两年半",
        "一个半月",
        "五番",
        "24/7",
        "2024/07/01",
        "5/0",
        "3万5",
        "1+3+N",
        "十二家和5家",
        "No. 2 of 100 nationwide",
        "PM2.5",
        "99999999999999999999999999999999999999",
        "零分之一",
        "五分之",
        "百分之",
    ] {
        assert_eq!(parse(text), None, "{text}");
    }
}

#[test]
fn places_doublings_and_falls() {
    check(&[
        ("首位", "1", Exact, ""),
        ("全省首位", "1", Exact, ""),
        ("居榜首", "1", Exact, ""),
        ("第一名", "1", Exact, "名"),
        ("第5 / 100", "5", Exact, ""),
        ("第5/100", "5", Exact, ""),
        ("No. 5/100", "5", Exact, ""),
        ("3/4", "0.75", Exact, ""),
        ("1∕5", "0.2", Exact, ""),
        ("超3/4", "0.75", Over, ""),
        ("翻一番", "2", Exact, "倍"),
        ("翻了一番", "2", Exact, "倍"),
        ("翻两番", "4", Exact, "倍"),
        ("产值翻番", "2", Exact, "倍"),
        ("减少5", "-5", Exact, ""),
        ("下降5%", "-0.05", Exact, ""),
        ("下降约5%", "-0.05", About, ""),
        ("降低了5个百分点", "-5", Exact, "个百分点"),
        ("降至5", "5", Exact, ""),
        ("下降到5", "5", Exact, ""),
    ]);
}

#[test]
fn marks_and_last_places() {
    let cases = [
        ("5.31万家次", Mark::Plain, Some("100")),
        ("262.8亿元", Mark::Plain, Some("10000000")),
        ("262.80亿元", Mark::Plain, Some("1000000")),
        ("6万", Mark::Plain, Some("10000")),
        ("六万", Mark::Plain, Some("10000")),
        ("53100", Mark::Plain, Some("1")),
        ("26.28 billion", Mark::Plain, Some("10000000")),
        ("12.5%", Mark::Share, Some("0.001")),
        ("五分之一", Mark::Share, None),
        ("七成五", Mark::Share, None),
        ("一半", Mark::Share, None),
        ("12.5 per cent", Mark::Share, Some("0.001")),
        ("3/4", Mark::Ratio, None),
        ("翻一番", Mark::Doubled, None),
        ("3个百分点", Mark::Plain, Some("1")),
    ];
    for (text, mark, place) in cases {
        let read = parse(text).unwrap();
        let place = place.map(|place| Decimal::from_str_exact(place).unwrap());
        assert_eq!((read.mark, read.last_place), (mark, place), "{text}");
    }
}

proptest! {
    #[test]
    fn no_text_makes_it_panic(text in "\\PC*") {
        let _ = parse(&text);
    }

    #[test]
    fn no_text_of_numerals_makes_it_panic(text in "[0-9零〇一二两九十百千万亿点分之第强半成几数余多来%‰.,+−超约前 KMa以上]{0,24}") {
        let _ = parse(&text);
    }

    #[test]
    fn plain_digits_read_as_themselves(mantissa in any::<i64>(), scale in 0_u32..12) {
        let value = Decimal::new(mantissa, scale);
        prop_assert_eq!(parse(&value.to_string()).map(|it| it.value), Some(value.normalize()));
    }
}
