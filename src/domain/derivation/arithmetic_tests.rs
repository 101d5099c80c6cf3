use proptest::prelude::*;

use super::super::number::SmallM;
use super::super::tokens::tokens;
use super::*;

fn found(text: &str) -> Vec<Calculation> {
    calculations(&tokens(text, SmallM::Unit))
}

fn read(text: &str) -> Vec<(String, String)> {
    found(text).into_iter().map(|it| (it.text, it.result.round_dp(4).normalize().to_string())).collect()
}

fn one(text: &str, result: &str) -> Vec<(String, String)> {
    vec![(text.to_owned(), result.to_owned())]
}

#[test]
fn calculations_are_found_among_words() {
    for (text, calculation, result) in [
        ("186÷16=11.625。", "186 ÷ 16", "11.625"),
        ("先锋队：72,000 ÷ 845 ≈ 85.2, rounded", "72000 ÷ 845", "85.2071"),
        ("1.2亿元 ÷ 300家 ＝ 40万元", "120000000 ÷ 300", "400000"),
        ("（186＋14）×2＝400", "(186 + 14) × 2", "400"),
        ("10 − 2 × 3 = 4", "10 − 2 × 3", "4"),
        ("62% × 200 = 124", "0.62 × 200", "124"),
        ("1. 3 + 4 = 7", "3 + 4", "7"),
        ("1) 3 + 4 = 7", "3 + 4", "7"),
        ("- 3 + 4 = 7", "3 + 4", "7"),
        ("2024年：3 + 4 = 7", "3 + 4", "7"),
        ("12 / 4 = 3", "12 ÷ 4", "3"),
        ("10,985,000平方米/845,000人 = 13", "10985000 ÷ 845000", "13"),
        ("3次/支 × 4支 = 12次", "3 × 4", "12"),
        ("1 million + 2 million = 3 million", "1000000 + 2000000", "3000000"),
        ("$1.5bn + $2 billion = $3.5 billion", "1500000000 + 2000000000", "3500000000"),
        ("5 thousand × 2 = 10 thousand", "5000 × 2", "10000"),
        ("1 234 000 + 567 = 1 234 567", "1234000 + 567", "1234567"),
        ("1\u{a0}234\u{a0}000 + 567 = 1\u{a0}234\u{a0}567", "1234000 + 567", "1234567"),
        ("5 full-time staff; 3-year plan: 4 × 2 = 8", "4 × 2", "8"),
        ("(3 + 4 = 7", "3 + 4", "7"),
    ] {
        assert_eq!(read(text), one(calculation, result), "{text}");
    }
}

#[test]
fn negative_numbers_are_read() {
    for (text, calculation, result) in [
        ("14 - 186 = -172", "14 − 186", "-172"),
        ("10 − 15 = −5", "10 − 15", "-5"),
        ("10-15=-5", "10 − 15", "-5"),
        ("10 – 15 = –5", "10 − 15", "-5"),
        ("-5 + 3 = -2", "−5 + 3", "-2"),
        ("差额：-5 + 3 = -2", "−5 + 3", "-2"),
        ("3 × −5 = −15", "3 × −5", "-15"),
        ("3 - -5 = 8", "3 − −5", "8"),
        ("−(3 + 4) × 2 = −14", "−(3 + 4) × 2", "-14"),
        ("(3+4)-5 = 2", "(3 + 4) − 5", "2"),
        ("186人-14人=172人", "186 − 14", "172"),
        ("+5 + 3 = 8", "5 + 3", "8"),
    ] {
        assert_eq!(read(text), one(calculation, result), "{text}");
        let calculation = found(text).remove(0);
        assert!(calculation.stated.unwrap().is(calculation.result), "{text}");
    }
}

#[test]
fn what_is_no_calculation_is_left_alone() {
    for text in [
        "",
        "2022-2024",
        "a = b",
        "5 = 5",
        "3 + = 7",
        "1 ÷ 0 = 0",
        "3 + 4 是 7",
        "3 + 4 =",
        "2024-01-01 = 3",
        "2024/01/01 = 3",
        "2022-2024 = 3",
        "2022-2024年 = 3",
        "10-12月 = 3",
        "10月-12月 = 3",
        "10-12 months = 3",
        "10-12月 + 3 = 6",
        "COVID-19 = 3",
        "10- 12 = 3",
        "10 -12 = 3",
        "3² + 4² = 25",
        "3 + 2^3 = 11",
        "√16 + 3 = 7",
        "人数 × 3 + 4 = 700",
        "1 + 2 + … + 9 + 10 = 55",
        "3 × n + 4 = 10",
    ] {
        assert_eq!(read(text), vec![], "{text}");
    }
    assert_eq!(read("1+1=2，再乘以3：2×3=6").len(), 2);
}

#[test]
fn what_is_stated_is_compared_as_far_as_it_is_printed() {
    for (text, holds) in [
        ("186 + 14 = 999", false),
        ("14 − 186 = 172", false),
        ("72000 ÷ 845 ≈ 85.2", true),
        ("72000 ÷ 845 = 85.2", true),
        ("72000 ÷ 845 ≈ 85.3", false),
        ("4329 × 3 ≈ 13,000", true),
        ("4329 × 3 = 13,000", false),
        ("4330 × 3 ≈ 1.3万", true),
        ("1370 × 2 = 近3000", true),
        ("340 × 200 = 6万余", true),
        ("3000 × 4 = 12000万元", true),
        ("14 ÷ 186 × 100 = 7.53%", true),
        ("14 ÷ 186 × 100% = 7.53%", true),
        ("95% − 93% = 2个百分点", true),
        ("3 + 4 = +8", false),
        ("$3 + $4 = $8", false),
        ("$3 + $4 = $7", true),
        ("3 + 4 = 7 (rounded)", true),
        ("3 + 4 = 8（见附件）", false),
    ] {
        let calculation = found(text).remove(0);
        assert_eq!(calculation.stated.unwrap().is(calculation.result), holds, "{text}");
    }
    for text in
        ["60 + 30 = 1小时30分", "2 × 6 = 3 × 4", "10 + 3 = 12-14", "14 ÷ 4 = 7:2", "2 + 2 = 2²", "10 ÷ 3 = 3余1"]
    {
        let none = found(text).remove(0).stated.is_none_or(|stated| stated.is(found(text).remove(0).result));
        assert!(none, "{text}");
    }
}

#[test]
fn long_texts_are_read_at_once() {
    for piece in ["1+", "1-", "-", "(", "(1+", "1 000 ", "2024-01-", "1=", "=", "1,"] {
        assert!(found(&piece.repeat(20_000)).len() < 2, "{piece}");
    }
}

proptest! {
    #[test]
    fn any_text_is_read(text in "[0-9.,+\\-−–×÷/()=≈:^²万亿余年月%KMm元 \u{a0}a-z（）＝]{0,40}") {
        for m in [SmallM::Unit, SmallM::Million] {
            for calculation in calculations(&tokens(&text, m)) {
                prop_assert!(!calculation.text.is_empty());
                calculation.stated.map(|stated| (stated.is(calculation.result), stated.value()));
            }
        }
    }

    #[test]
    fn any_characters_are_read(text in "\\PC{0,40}") {
        calculations(&tokens(&text, SmallM::Million));
    }

    #[test]
    fn sums_are_those_of_the_numbers(a in -1_000_000i64..1_000_000, b in 0i64..1_000_000, minus in any::<bool>()) {
        let (sign, result) = if minus { ("-", a - b) } else { ("+", a + b) };
        let found = found(&format!("合计：{a} {sign} {b} = {result}"));
        prop_assert_eq!(found.len(), 1);
        prop_assert_eq!(found[0].result, Decimal::from(result));
        prop_assert!(found[0].stated.unwrap().is(found[0].result));
        prop_assert!(!found[0].stated.unwrap().is(Decimal::from(result + 1)));
    }
}
