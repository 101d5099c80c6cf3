use proptest::prelude::*;

use super::*;
use crate::domain::dataset::Level;
use crate::domain::id::Id;
use crate::domain::text::Text;
use crate::domain::written;

const ZH: Format = Format { lang: Lang::Zh, notation: Notation::Compact };
const ZH_EXACT: Format = Format { lang: Lang::Zh, notation: Notation::Exact };
const EN: Format = Format { lang: Lang::En, notation: Notation::Compact };
const EN_EXACT: Format = Format { lang: Lang::En, notation: Notation::Exact };

fn dec(text: &str) -> Decimal {
    Decimal::from_str_exact(text).unwrap()
}

fn unit(kind: UnitKind, zh: &str, en: &str) -> Unit {
    let name = Text::Each { zh: Some(zh.to_owned()), en: Some(en.to_owned()) };
    Unit { id: Id::from("u"), name, kind, base: None, plain: None }
}

#[test]
fn numbers_in_chinese() {
    let cases = [
        ("0", "0", false),
        ("4329", "4329", false),
        ("-4329", "−4329", false),
        ("9999", "9999", false),
        ("9999.99", "9999.99", false),
        ("9999.994", "9999.99", true),
        ("9999.995", "1万", true),
        ("9999.999", "1万", true),
        ("10000", "1万", false),
        ("53100", "5.31万", false),
        ("-53100", "−5.31万", false),
        ("14000", "1.4万", false),
        ("60000.00", "6万", false),
        ("12345", "1.23万", true),
        ("12350", "1.24万", true),
        ("-12350", "−1.24万", true),
        ("970000", "97万", false),
        ("3476000", "347.6万", false),
        ("99994999", "9999.5万", true),
        ("99999949", "9999.99万", true),
        ("99999950", "1亿", true),
        ("99999999", "1亿", true),
        ("100000000", "1亿", false),
        ("26280000000", "262.8亿", false),
        ("345000000", "3.45亿", false),
        ("999999999999", "1万亿", true),
        ("1200000000000", "1.2万亿", false),
        ("1.005", "1.01", true),
        ("0.5", "0.5", false),
        ("0.0034", "0.0034", false),
        ("0.00345", "0.0035", true),
        ("0.012345", "0.012", true),
        ("0.0000000000000000000000000001", "0.0000000000000000000000000001", false),
        ("79228162514264337593543950335", "79,228,162,514,264,337.59万亿", true),
    ];
    for (value, text, rounded) in cases {
        assert_eq!(ZH.number(dec(value)), (text.to_owned(), rounded), "{value}");
    }
    for (value, text) in [("4329", "4329"), ("53100", "53,100"), ("-1234567.8900", "−1,234,567.89"), ("0.00", "0")] {
        assert_eq!(ZH_EXACT.number(dec(value)), (text.to_owned(), false), "{value}");
    }
}

#[test]
fn numbers_in_english() {
    let cases = [
        ("0", "0", false),
        ("999", "999", false),
        ("4329", "4,329", false),
        ("9999.999", "10K", true),
        ("10000", "10K", false),
        ("53100", "53.1K", false),
        ("999994", "999.99K", true),
        ("999995", "1M", true),
        ("999999", "1M", true),
        ("3476000", "3.48M", true),
        ("999999999", "1B", true),
        ("26280000000", "26.28B", false),
        ("-1200000000000", "−1.2T", false),
        ("0.0034", "0.0034", false),
    ];
    for (value, text, rounded) in cases {
        assert_eq!(EN.number(dec(value)), (text.to_owned(), rounded), "{value}");
    }
    for (value, text) in [("4329", "4,329"), ("53100", "53,100"), ("999", "999"), ("1234.5678", "1,234.5678")] {
        assert_eq!(EN_EXACT.number(dec(value)), (text.to_owned(), false), "{value}");
    }
}

#[test]
fn figures_carry_bound_and_unit() {
    let visits = unit(UnitKind::Count, "人次", "visits");
    let yuan = unit(UnitKind::Money, "元", "yuan");
    let share = unit(UnitKind::Share, "占比", "share");
    let times = unit(UnitKind::Multiple, "倍", "times");
    let place = unit(UnitKind::Rank, "名", "place");
    let cases = [
        (ZH, "60000", Bound::Over, &visits, "超6万人次"),
        (EN, "60000", Bound::Over, &visits, "over 60K visits"),
        (EN_EXACT, "60000", Bound::Over, &visits, "over 60,000 visits"),
        (ZH, "3000", Bound::Nearly, &visits, "近3000人次"),
        (ZH, "3000", Bound::AtMost, &visits, "不超过3000人次"),
        (EN, "3000", Bound::AtMost, &visits, "at most 3,000 visits"),
        (ZH, "26280000000", Bound::Exact, &yuan, "262.8亿元"),
        (EN, "26280000000", Bound::Exact, &yuan, "26.28B yuan"),
        (ZH, "0.77", Bound::Over, &share, "超77%"),
        (EN, "0.2", Bound::About, &share, "about 20%"),
        (ZH, "0.5", Bound::Exact, &share, "50%"),
        (ZH, "0.1234567", Bound::Exact, &share, "12.35%"),
        (ZH_EXACT, "0.1234567", Bound::Exact, &share, "12.34567%"),
        (ZH, "0.000034", Bound::Exact, &share, "0.0034%"),
        (ZH, "1", Bound::Exact, &share, "100%"),
        (ZH, "2", Bound::Over, &times, "超2倍"),
        (EN, "2", Bound::Exact, &times, "2×"),
        (ZH, "2", Bound::Exact, &place, "第2"),
        (ZH, "4", Bound::AtMost, &place, "前4"),
        (ZH, "4", Bound::About, &place, "约第4"),
        (EN, "2", Bound::Exact, &place, "No. 2"),
        (EN, "4", Bound::AtMost, &place, "top 4"),
    ];
    for (format, value, bound, unit, text) in cases {
        assert_eq!(format.figure(dec(value), bound, unit).text(), text);
    }
    assert_eq!(ZH.figure(dec("60000"), Bound::Over, &visits).short(), "超6万");
    assert_eq!(EN.figure(dec("0.77"), Bound::Over, &share).short(), "over 77%");
    assert!(ZH.figure(dec("12345"), Bound::Exact, &visits).rounded);
    assert!(!ZH_EXACT.figure(dec("12345"), Bound::Exact, &visits).rounded);
    // A hundred times this cannot be held; it is still told truly.
    assert_eq!(ZH_EXACT.figure(Decimal::MAX, Bound::Exact, &share).text(), "79,228,162,514,264,337,593,543,950,335倍");
}

#[test]
fn ranks_tell_what_is_known() {
    let rank = |json: &str| serde_json::from_str::<Rank>(json).unwrap();
    let cases = [
        (r#"{"position":2,"level":"nation"}"#, "全国第2", "No. 2 nationwide"),
        (r#"{"position":1,"level":"province"}"#, "全省第1", "No. 1 province-wide"),
        (
            r#"{"position":1,"level":"city","consecutive_years":4}"#,
            "全市第1（连续4年）",
            "No. 1 citywide, 4 years running",
        ),
        (r#"{"position":2,"level":"nation","of":100}"#, "全国第2 / 100", "No. 2 of 100 nationwide"),
        (r#"{"position":4,"level":"nation","bound":"at_most"}"#, "全国前4", "top 4 nationwide"),
        (r#"{"position":3,"tied":true}"#, "并列第3", "joint No. 3"),
        (r#"{"position":5,"of":100}"#, "第5 / 100", "No. 5 of 100"),
        (r#"{"position":5,"bound":"about","consecutive_years":1}"#, "约第5", "about No. 5"),
    ];
    for (json, zh, en) in cases {
        assert_eq!((ZH.rank(&rank(json)), EN.rank(&rank(json))), (zh.to_owned(), en.to_owned()));
    }
    assert_eq!(Level::ALL.len(), 3);
}

#[test]
fn differences_are_signed_and_in_the_right_unit() {
    let firms = unit(UnitKind::Count, "户", "firms");
    let share = unit(UnitKind::Share, "占比", "share");
    let times = unit(UnitKind::Multiple, "倍", "times");
    let place = unit(UnitKind::Rank, "名", "place");
    let cases = [
        ("0", "53100", &firms, "+5.31万户", "+53.1K firms"),
        ("53100", "0", &firms, "−5.31万户", "−53.1K firms"),
        ("5", "5", &firms, "0户", "0 firms"),
        ("0.74", "0.77", &share, "+3个百分点", "+3 pp"),
        ("0.77", "0.745", &share, "−2.5个百分点", "−2.5 pp"),
        ("1.5", "2", &times, "+0.5倍", "+0.5×"),
        ("5", "2", &place, "上升3位", "up 3 places"),
        ("2", "3", &place, "下降1位", "down 1 place"),
        ("2", "2", &place, "位次不变", "unchanged"),
    ];
    for (from, to, unit, zh, en) in cases {
        let told = |format: Format| format.difference(dec(from), dec(to), unit);
        assert_eq!((told(ZH), told(EN)), (zh.to_owned(), en.to_owned()));
    }
    assert_eq!(ZH.difference(Decimal::MIN, Decimal::MAX, &firms), "—");
}

#[test]
fn an_axis_has_one_scale() {
    let values = |texts: &[&str]| texts.iter().map(|text| dec(text)).collect::<Vec<_>>();
    let cases: [(&[&str], Scale, Scale); 10] = [
        (&[], Scale::One, Scale::One),
        (&["0"], Scale::One, Scale::One),
        (&["100", "200", "300"], Scale::One, Scale::One),
        (&["53100", "14000", "0"], Scale::TenThousand, Scale::Thousand),
        // 4329 would be 0.43万, off by 0.7 %.
        (&["53100", "4329"], Scale::One, Scale::Thousand),
        (&["26280000000", "40000000000"], Scale::HundredMillion, Scale::Billion),
        // 2,628,000万 is read by nobody: the largest value decides.
        (&["26280000000", "53100"], Scale::HundredMillion, Scale::Billion),
        (&["-53100", "72000"], Scale::TenThousand, Scale::Thousand),
        (&["999999", "1"], Scale::One, Scale::One),
        (&["99999999", "1"], Scale::HundredMillion, Scale::Million),
    ];
    for (texts, zh, en) in cases {
        let values = values(texts);
        let unit = unit(UnitKind::Count, "户", "firms");
        assert_eq!((ZH.scale(&values, &unit), EN.scale(&values, &unit)), (zh, en), "{texts:?}");
        assert_eq!(ZH_EXACT.scale(&values, &unit), Scale::One);
    }
    assert_eq!(ZH.at_scale(dec("26280000000"), Scale::TenThousand).0, "2,628,000万");
    assert_eq!(ZH.at_scale(dec("5000"), Scale::TenThousand), ("0.5万".to_owned(), false));
    assert_eq!(ZH.at_scale(dec("0"), Scale::TenThousand), ("0".to_owned(), false));
    assert_eq!(ZH.at_scale(dec("3"), Scale::TenThousand), ("0.0003万".to_owned(), false));
    assert_eq!(EN.at_scale(dec("53100"), Scale::TenThousand).0, "53.1K", "a scale of the other language");
    let yuan = unit(UnitKind::Money, "元", "yuan");
    assert_eq!(ZH.figure_at(dec("5000"), Bound::Over, &yuan, Scale::TenThousand).text(), "超0.5万元");
}

fn any_decimal() -> impl Strategy<Value = Decimal> {
    let limit = 79_228_162_514_264_337_593_543_950_335_i128;
    let wide = (-limit..=limit, 0_u32..=28).prop_map(|(digits, scale)| Decimal::from_i128_with_scale(digits, scale));
    let usual = (any::<i64>(), 0_u32..12).prop_map(|(digits, scale)| Decimal::new(digits, scale));
    let small = (-200_000_i64..200_000, 0_u32..28).prop_map(|(digits, scale)| Decimal::new(digits, scale));
    let round = (-999_i64..=999, 0_u32..24)
        .prop_map(|(digits, zeros)| Decimal::from_i128_with_scale(i128::from(digits) * 10_i128.pow(zeros), 0));
    prop_oneof![wide, usual, small, round]
}

fn any_format() -> impl Strategy<Value = Format> {
    prop_oneof![Just(ZH), Just(ZH_EXACT), Just(EN), Just(EN_EXACT)]
}

fn any_bound() -> impl Strategy<Value = Bound> {
    proptest::sample::select(&[Bound::Exact, Bound::About, Bound::Nearly, Bound::Over, Bound::AtMost][..])
}

fn any_kind() -> impl Strategy<Value = UnitKind> {
    use UnitKind::{Area, Count, Duration, Money, Multiple, Rank, Share};
    proptest::sample::select(&[Area, Count, Duration, Money, Multiple, Rank, Share][..])
}

/// The number before its scale word, as a decimal.
fn digits_of(text: &str) -> Decimal {
    let digits: String = text.chars().filter(|c| c.is_ascii_digit() || *c == '.').collect();
    let value = dec(&digits);
    if text.starts_with('−') { -value } else { value }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn what_is_shown_without_loss_reads_back(
        value in any_decimal(), format in any_format(), bound in any_bound(), kind in any_kind(),
    ) {
        let figure = format.figure(value, bound, &unit(kind, "家次", "visits"));
        if !figure.rounded {
            let text = figure.text();
            let read = written::parse(&text).map(|it| (it.value, it.bound));
            prop_assert_eq!(read, Some((value.normalize(), bound)), "{}", text);
        }
    }

    #[test]
    fn a_number_has_at_most_one_scale_word_and_is_never_a_false_zero(value in any_decimal(), format in any_format()) {
        let (text, rounded) = format.number(value);
        let word: String = text.chars().filter(|c| !c.is_ascii_digit() && !".,−".contains(*c)).collect();
        let words: Vec<&str> = Scale::of(format.lang).iter().map(|scale| scale.word(format.lang)).collect();
        prop_assert!(words.contains(&word.as_str()), "{}", text);
        prop_assert_eq!(text == "0", value.is_zero());
        prop_assert!(format.notation == Notation::Compact || !rounded);
    }

    #[test]
    fn a_compact_number_is_within_half_of_its_last_digit(value in any_decimal(), en in any::<bool>()) {
        let (text, rounded) = (if en { EN } else { ZH }).number(value);
        let shown = written::parse(&text).map(|it| it.value);
        // The largest values round up beyond what can be held.
        if let Some(shown) = shown {
            let off = (shown - value).abs();
            prop_assert_eq!(rounded, !off.is_zero());
            prop_assert!(off * Decimal::from(10) <= value.abs(), "{} for {}", text, value);
        }
    }

    #[test]
    fn numbers_on_one_axis_are_in_the_order_of_their_values(
        mut values in proptest::collection::vec(any_decimal(), 1..8), format in any_format(),
    ) {
        values.sort();
        let scale = format.scale(&values, &unit(UnitKind::Count, "户", "firms"));
        let shown: Vec<Decimal> = values.iter().map(|value| digits_of(&format.on_axis(*value, scale, Way::Nearest).0)).collect();
        prop_assert!(shown.is_sorted(), "{:?} at {:?}", values, scale);
    }

    #[test]
    fn a_scale_shows_every_value_closely(values in proptest::collection::vec(any_decimal(), 1..4), en in any::<bool>()) {
        let format = if en { EN } else { ZH };
        let scale = format.scale(&values, &unit(UnitKind::Count, "户", "firms"));
        for value in values.iter().filter(|_| scale != Scale::One) {
            let (text, _) = format.on_axis(*value, scale, Way::Nearest);
            if let Some(shown) = written::parse(&text) {
                prop_assert!((shown.value - value).abs() * Decimal::from(200) <= value.abs(), "{} for {}", text, value);
            }
        }
    }

    #[test]
    fn no_difference_makes_it_panic(
        from in any_decimal(), to in any_decimal(), format in any_format(), kind in any_kind(),
    ) {
        let text = format.difference(from, to, &unit(kind, "家次", "visits"));
        prop_assert!(!text.is_empty());
    }
}

#[test]
fn rounding_keeps_a_bound_true() {
    let unit: Unit = serde_json::from_str(r#"{"id":"u","name":"家","kind":"count"}"#).unwrap();
    let share: Unit = serde_json::from_str(r#"{"id":"s","name":"%","kind":"share"}"#).unwrap();
    let text = |lang, value: &str, bound, unit: &Unit| {
        Format { lang, notation: Notation::Compact }.figure(value.parse().unwrap(), bound, unit).text()
    };
    for (value, bound, shown) in [
        ("99949", Bound::Over, "超9.99万家"),
        ("99949", Bound::AtMost, "不超过10万家"),
        ("99949", Bound::Exact, "9.99万家"),
        ("99951", Bound::Exact, "10万家"),
        ("99999999", Bound::Over, "超9999.99万家"),
        ("0.999999", Bound::Over, "超0.99家"),
        ("53100", Bound::Over, "超5.31万家"),
        ("-1.239", Bound::Over, "超−1.24家"),
    ] {
        assert_eq!(text(Lang::Zh, value, bound, &unit), shown, "{value} {bound:?}");
    }
    assert_eq!(text(Lang::En, "0.9999999999", Bound::Exact, &share), "99.99%");
    assert_eq!(text(Lang::En, "1", Bound::Exact, &share), "100%");
    assert_eq!(text(Lang::En, "0.77", Bound::Over, &share), "over 77%");
}

/// Cases computed by hand: kind, before, now; the amount, the difference beside it, the base, in both languages.
#[test]
fn changes_by_hand() {
    let change = |kind, before: &str, now: &str| {
        let (base, value) = (dec(before), dec(now));
        let relative = !matches!(kind, UnitKind::Share | UnitKind::Rank) && base > Decimal::ZERO;
        Change {
            base_period: serde_json::from_str(r#"{"from":"2023-01-01","to":"2023-12-31"}"#).unwrap(),
            base,
            base_bound: Bound::Exact,
            base_state: crate::domain::series::State::Settled,
            value,
            bound: Bound::Exact,
            relative: relative.then(|| (value - base) / base),
            better: None,
        }
    };
    let cases = [
        // 3 of 100 parts of the whole: percentage points, never percent.
        (UnitKind::Share, "0.62", "0.65", ["+3个百分点", "", "62%"], ["+3 pp", "", "62%"]),
        (UnitKind::Share, "0.655", "0.6475", ["−0.75个百分点", "", "65.5%"], ["−0.75 pp", "", "65.5%"]),
        // 62.4 ÷ 59.3 = 1.05227…
        (
            UnitKind::Money,
            "5930000000",
            "6240000000",
            ["+5.23%", "+3.1亿元", "59.3亿元"],
            ["+5.23%", "+310M yuan", "5.93B yuan"],
        ),
        // 7 ÷ 8 = 0.875
        (UnitKind::Money, "80", "70", ["−12.5%", "−10元", "80元"], ["−12.5%", "−10 yuan", "80 yuan"]),
        // From below zero no percentage says how much: −4.2 + 6.5 = 2.3.
        (UnitKind::Money, "-4.2", "2.3", ["+6.5元", "", "−4.2元"], ["+6.5 yuan", "", "−4.2 yuan"]),
        (UnitKind::Money, "0", "12", ["+12元", "", "0元"], ["+12 yuan", "", "0 yuan"]),
        (UnitKind::Money, "80", "80.0", ["持平", "", "80元"], ["no change", "", "80 yuan"]),
        // 10 001 ÷ 10 000 = 1.0001, and 1 ÷ 3 off 3 is a third: 33.333…
        (UnitKind::Money, "10000", "10001", ["+0.01%", "+1元", "1万元"], ["+0.01%", "+1 yuan", "10K yuan"]),
        (UnitKind::Money, "3", "4", ["+33.33%", "+1元", "3元"], ["+33.33%", "+1 yuan", "3 yuan"]),
        (UnitKind::Rank, "7", "3", ["上升4位", "", "第7"], ["up 4 places", "", "No. 7"]),
    ];
    for (kind, before, now, zh, en) in cases {
        for (format, [amount, difference, base]) in [(ZH, zh), (EN, en)] {
            let told = format.change(&change(kind, before, now), &unit(kind, "元", "yuan"));
            assert_eq!(
                (told.amount.as_str(), told.difference.as_deref().unwrap_or_default(), told.base.as_str()),
                (amount, difference, base),
                "{before} to {now}"
            );
        }
    }
    let mut over = change(UnitKind::Money, "50", "60");
    over.bound = Bound::Over;
    assert_eq!(ZH.change(&over, &unit(UnitKind::Money, "元", "yuan")).amount, "至少增20%");
    assert_eq!(EN.change(&over, &unit(UnitKind::Money, "元", "yuan")).amount, "up at least 20%");
}

#[test]
fn what_a_size_is_known_to_is_told_of_its_size() {
    let change = |before: &str, now: &str, bound| Change {
        base_period: serde_json::from_str(r#"{"from":"2023-01-01","to":"2023-12-31"}"#).unwrap(),
        base: dec(before),
        base_bound: Bound::Exact,
        base_state: crate::domain::series::State::Settled,
        value: dec(now),
        bound,
        relative: Some((dec(now) - dec(before)) / dec(before)),
        better: None,
    };
    let yuan = unit(UnitKind::Money, "元", "yuan");
    // At most 18 after 22: it fell by at least 4 of 22.
    assert_eq!(EN.change(&change("22", "18", Bound::AtMost), &yuan).amount, "down at least 18.18%");
    let fell = ZH.change(&change("22", "18", Bound::AtMost), &yuan);
    assert_eq!((fell.amount.as_str(), fell.difference.as_deref()), ("至少降18.18%", Some("至少降4元")));
    assert_eq!(ZH.change(&change("22", "18", Bound::About), &yuan).amount, "约降18.18%");
    assert_eq!(EN.change(&change("22", "18", Bound::Over), &yuan).amount, "down at most 18.18%");
    assert_eq!(EN.change(&change("18", "22", Bound::Over), &yuan).amount, "up at least 22.22%");
    // The top two after the fourth place: two places or more.
    let rank = |before: &str, now: &str| Change { relative: None, ..change(before, now, Bound::AtMost) };
    assert_eq!(EN.change(&rank("4", "2"), &unit(UnitKind::Rank, "名", "place")).amount, "up at least 2 places");
    assert_eq!(ZH.change(&rank("4", "2"), &unit(UnitKind::Rank, "名", "place")).amount, "至少上升2位");
    // What is left is not nothing.
    assert_eq!(EN.change(&change("1000000", "0.004", Bound::Exact), &yuan).amount, "−99.99%");
    assert_eq!(EN.change(&change("1000000", "0", Bound::Exact), &yuan).amount, "−100%");
}

#[test]
fn a_unit_with_a_scale_of_its_own_gets_no_other() {
    let wan = unit(UnitKind::Money, "万元", "10,000 yuan");
    assert_eq!(ZH.figure(dec("12000"), Bound::Exact, &wan).text(), "12,000万元");
    assert_eq!(EN.figure(dec("12000"), Bound::Exact, &wan).text(), "12,000 10,000 yuan");
    assert_eq!(ZH.figure_at(dec("123456"), Bound::Over, &wan, Scale::TenThousand).text(), "超123,456万元");
    assert_eq!(ZH.difference(dec("100000"), dec("123456"), &wan), "+23,456万元");
    let hundred_million = unit(UnitKind::Money, "亿元", "hundred million yuan");
    assert_eq!(EN.figure(dec("12345.6"), Bound::Exact, &hundred_million).text(), "12,345.6 hundred million yuan");
}

#[test]
fn small_values_beside_large_ones_keep_three_digits() {
    let firms = unit(UnitKind::Count, "户", "firms");
    let values = [dec("26280000000"), dec("53149")];
    let told = |format: Format| {
        values.map(|value| format.figure_at(value, Bound::Exact, &firms, format.scale(&values, &firms)).short())
    };
    assert_eq!(told(ZH), ["262.8亿", "0.000531亿"]);
    assert_eq!(told(EN), ["26.28B", "0.0000531B"]);
    assert_eq!(told(ZH_EXACT), ["26,280,000,000", "53,149"]);
}

#[test]
fn english_tells_units_with_a_scale_of_their_own_in_their_base() {
    use crate::domain::dataset::Plain;
    let yuan = |factor: &str| Plain { name: unit(UnitKind::Money, "元", "yuan").name, factor: dec(factor) };
    let scaled = |zh, en, factor| Unit { plain: Some(yuan(factor)), ..unit(UnitKind::Money, zh, en) };
    let (yi, wan) = (scaled("亿元", "hundred million yuan", "100000000"), scaled("万元", "ten thousand yuan", "10000"));
    let told = |format: Format, value: &str, unit| format.figure(dec(value), Bound::Nearly, unit).text();
    assert_eq!((told(ZH, "26.9", &yi), told(EN, "26.9", &yi)), ("近26.9亿元".into(), "nearly 2.69B yuan".into()));
    assert_eq!((told(ZH, "8650", &wan), told(EN, "8650", &wan)), ("近8650万元".into(), "nearly 86.5M yuan".into()));
    assert_eq!(EN.difference(dec("26.1"), dec("26.9"), &yi), "+80M yuan");
    assert_eq!((EN.unit_name(&yi), ZH.unit_name(&yi)), ("yuan", "亿元"));
    assert_eq!(EN.scale(&[dec("26.9"), dec("31.2")], &yi), Scale::Billion);
    // What has more digits than can be held stays in its own unit, and so does what has no base.
    assert_eq!(
        told(EN, &"9".repeat(28), &yi),
        format!("nearly {} hundred million yuan", EN.digits(dec(&"9".repeat(28))))
    );
    let bare = Unit { plain: None, ..yi.clone() };
    assert_eq!(told(EN, "26.9", &bare), "nearly 26.9 hundred million yuan");
}

#[test]
fn the_gap_to_a_target_is_known_as_far_as_the_value_is() {
    let days = unit(UnitKind::Duration, "天", "days");
    let share = unit(UnitKind::Share, "%", "%");
    let place = unit(UnitKind::Rank, "名", "place");
    let cases = [
        ("20", "18", Bound::Exact, &days, "−2天", "−2 days"),
        ("20", "18", Bound::AtMost, &days, "至少低2天", "at least 2 days below"),
        ("9", "9.4", Bound::AtMost, &days, "至多高0.4天", "at most 0.4 days above"),
        ("1500", "1320", Bound::Over, &days, "至多低180天", "at most 180 days below"),
        ("1500", "1620", Bound::Over, &days, "至少高120天", "at least 120 days above"),
        ("9", "8", Bound::About, &days, "约低1天", "about 1 days below"),
        ("0.45", "0.418", Bound::Over, &share, "至多低3.2个百分点", "at most 3.2 pp below"),
        ("2", "4", Bound::AtMost, &place, "至多下降2位", "down at most 2 places"),
        ("5", "4", Bound::AtMost, &place, "至少上升1位", "up at least 1 place"),
        ("5", "5", Bound::Over, &days, "", ""),
    ];
    for (target, value, bound, unit, zh, en) in cases {
        let told = |format: Format| format.gap(dec(target), dec(value), bound, unit);
        assert_eq!((told(ZH), told(EN)), (zh.to_owned(), en.to_owned()));
    }
}
