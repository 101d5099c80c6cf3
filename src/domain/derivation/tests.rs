use proptest::prelude::*;

use super::*;

fn outcome(value: &str, how: &str, from: &[&str]) -> (Recomputed, Vec<String>) {
    let others: Vec<String> = from
        .iter()
        .enumerate()
        .map(|(at, value)| format!(r#"{{"id":"f{at}","name":"f","unit":"n","value":{value}}},"#))
        .collect();
    let ids: Vec<String> = (0..from.len()).map(|at| format!(r#""f{at}""#)).collect();
    let json = format!(
        r#"{{"schema_version":1,"id":"d","title":"d","district":"d","sources":[],"actions":[],
            "units":[{{"id":"n","name":"件","kind":"count"}}],"period":{{"from":"2024-01-01","to":"2024-12-31"}},
            "metrics":[{}{{"id":"m","name":"m","unit":"n","value":{value},
            "derived":{{"from":[{}],"how":"{how}"}}}}]}}"#,
        others.concat(),
        ids.join(",")
    );
    let district = District::new(serde_json::from_str(&json).unwrap());
    let made = recompute(&district, district.metric("m").unwrap()).unwrap();
    (made.outcome, made.unused.iter().map(ToString::to_string).collect())
}

fn agrees(calculation: &str, result: &str) -> Recomputed {
    Recomputed::Agrees { calculation: calculation.to_owned(), result: result.parse().unwrap() }
}

#[test]
fn what_the_text_states_is_computed_again() {
    assert_eq!(
        outcome("11.625", "选派干部人数除以重点片区数：186÷16=11.625。", &["186", "16"]),
        (agrees("186 ÷ 16", "11.625"), vec![])
    );
    assert_eq!(
        outcome("13.66", "Problems by projects: 4,329 ÷ 317 ≈ 13.66, to two decimals.", &["4329", "317"]).0,
        agrees("4329 ÷ 317", "13.656151419558359621451104101")
    );
    assert_eq!(outcome("85", "72000÷845≈85.2，取整为85", &["72000", "845"]).1, Vec::<String>::new());
}

#[test]
fn a_value_that_it_does_not_give_is_told() {
    let differs = Recomputed::Differs { calculation: "3 + 4".to_owned(), result: Decimal::from(7) };
    assert_eq!(outcome("8", "3 + 4 = 8", &["3", "4"]).0, differs);
}

#[test]
fn a_figure_that_has_changed_since_is_named() {
    assert_eq!(outcome("7", "3 + 4 = 7", &["3", "5"]), (agrees("3 + 4", "7"), vec!["f1".to_owned()]));
}

#[test]
fn without_a_stated_calculation_the_simple_ways_are_tried() {
    for (value, from, text) in [
        ("12", &["3", "4", "5"][..], "3 + 4 + 5"),
        ("0.25", &["3", "12"], "3 ÷ 12"),
        ("4", &["3", "12"], "12 ÷ 3"),
        ("-9", &["3", "12"], "3 − 12"),
        ("7.5", &["3", "12"], "(3 + 12) ÷ 2"),
    ] {
        let (made, _) = outcome(value, "按来源列出的名称数得", from);
        assert!(matches!(&made, Recomputed::Agrees { calculation, .. } if calculation == text), "{made:?}");
    }
    assert_eq!(outcome("6", "数得", &[]).0, Recomputed::Untold);
    assert_eq!(outcome("6", "数得", &["1", "0"]).0, Recomputed::Untold);
    assert_eq!(outcome("6", "同上", &["6"]).0, Recomputed::Untold);
}

/// A district of the named units, whose last metric is derived from the others; a metric is its unit and value.
fn among(units: &str, inputs: &[(&str, &str)], metric: (&str, &str), how: &str) -> (Recomputed, Vec<String>) {
    let from: Vec<String> = (0..inputs.len()).map(|at| format!(r#""f{at}""#)).collect();
    let others: Vec<String> = inputs
        .iter()
        .enumerate()
        .map(|(at, (unit, value))| format!(r#"{{"id":"f{at}","name":"f","unit":"{unit}","value":{value}}},"#))
        .collect();
    let json = format!(
        r#"{{"schema_version":1,"id":"d","title":"d","district":"d","sources":[],"actions":[],"units":[{units}],
            "period":{{"from":"2024-01-01","to":"2024-12-31"}},"metrics":[{}{{"id":"m","name":"m","unit":"{}",
            "value":{},"derived":{{"from":[{}],"how":"{how}"}}}}]}}"#,
        others.concat(),
        metric.0,
        metric.1,
        from.join(",")
    );
    let district = District::new(serde_json::from_str(&json).unwrap());
    let made = recompute(&district, district.metric("m").unwrap()).unwrap();
    (made.outcome, made.unused.iter().map(ToString::to_string).collect())
}

const UNITS: &str = r#"{"id":"n","name":"件","kind":"count"},{"id":"yuan","name":"元","kind":"money"},
    {"id":"wan","name":"万元","kind":"money"},{"id":"yi","name":"亿元","kind":"money"},
    {"id":"ten","name":{"zh":"","en":"10,000 yuan"},"kind":"money"},
    {"id":"million","name":{"zh":"","en":"million yuan"},"kind":"money"},
    {"id":"hundred","name":{"zh":"","en":"hundred million yuan"},"kind":"money"},
    {"id":"share","name":"%","kind":"share"},{"id":"metre","name":"平方米","kind":"area"},
    {"id":"hectare","name":"公顷","kind":"area","base":{"unit":"metre","factor":10000}}"#;

#[test]
fn an_input_is_used_where_its_value_stands_in_any_form() {
    for (input, how) in [
        (("hectare", "1098.5"), "1,098.5公顷 = 10,985,000平方米；10,985,000 ÷ 845,000 = 13"),
        (("hectare", "1098.5"), "10,985,000 ÷ 845,000 = 13"),
        (("wan", "12000"), "12,000万元，26 ÷ 2 = 13"),
        (("wan", "12000"), "1.2亿元；26 ÷ 2 = 13"),
        (("yi", "1.2"), "12,000万元；26 ÷ 2 = 13"),
        (("ten", "12000"), "120 million yuan; 26 ÷ 2 = 13"),
        (("million", "120"), "120,000,000 yuan; 26 ÷ 2 = 13"),
        (("hundred", "1.2"), "120m; 26 ÷ 2 = 13; 0.12bn"),
        (("share", "0.95"), "95分；26 ÷ 2 = 13"),
        (("share", "0.95"), "95%：26 ÷ 2 = 13"),
        (("n", "-26"), "0 − 26 + 39 = 13"),
    ] {
        assert_eq!(among(UNITS, &[input], ("n", "13"), how).1, Vec::<String>::new(), "{input:?} {how}");
    }
    for (input, how) in [
        (("wan", "12001"), "12,000万元，26 ÷ 2 = 13"),
        (("n", "12000"), "12,000万元，26 ÷ 2 = 13"),
        (("n", "0.95"), "95分；26 ÷ 2 = 13"),
        (("hectare", "1098"), "1,098.5公顷 = 10,985,000平方米；26 ÷ 2 = 13"),
    ] {
        assert_eq!(among(UNITS, &[input], ("n", "13"), how).1, vec!["f0".to_owned()], "{input:?} {how}");
    }
}

#[test]
fn a_result_is_compared_in_the_unit_of_the_metric() {
    for (metric, how, calculation, result) in [
        (("wan", "12000"), "3000万元 × 4 = 12000万元", "30000000 × 4", "12000"),
        (("wan", "12000"), "3000万元 × 4 = 1.2亿元", "30000000 × 4", "12000"),
        (("wan", "12000"), "3000 × 4 = 12000万元", "3000 × 4", "12000"),
        (("wan", "40"), "1.2亿元 ÷ 300 = 40", "120000000 ÷ 300", "40"),
        (("million", "3"), "1 million + 2 million = 3 million", "1000000 + 2000000", "3"),
        (("yuan", "3000000"), "1 million + 2 million = 3 million", "1000000 + 2000000", "3000000"),
        (("yuan", "3000000"), "1m + 2m = 3m", "1000000 + 2000000", "3000000"),
        (("metre", "20"), "5 m × 4 m = 20 m²", "5 × 4", "20"),
        (("yuan", "3500000000"), "1.5bn + 2bn = 3.5bn", "1500000000 + 2000000000", "3500000000"),
        (("share", "0.075"), "15 ÷ 200 × 100 = 7.5", "15 ÷ 200 × 100", "0.075"),
        (("share", "0.075"), "15 ÷ 200 × 100 = 7.5%", "15 ÷ 200 × 100", "0.075"),
        (("share", "0.075"), "15 ÷ 200 = 7.5", "15 ÷ 200", "0.075"),
        (("hectare", "3"), "10,000平方米 + 20,000平方米 = 3公顷", "10000 + 20000", "3"),
        (("n", "1234567"), "1 234 000 + 567 = 1 234 567", "1234000 + 567", "1234567"),
        (("n", "-172"), "14 - 186 = -172", "14 − 186", "-172"),
    ] {
        assert_eq!(among(UNITS, &[], metric, how).0, agrees(calculation, result), "{how}");
    }
    let rounded = among(UNITS, &[], ("share", "0.0753"), "14 ÷ 186 × 100 = 7.53").0;
    assert!(matches!(rounded, Recomputed::Agrees { .. }), "{rounded:?}");
    let differs = |calculation: &str, result: i64| Recomputed::Differs {
        calculation: calculation.to_owned(),
        result: Decimal::from(result),
    };
    assert_eq!(
        among(UNITS, &[], ("n", "7.5"), "15 ÷ 200 × 100 = 7.5; 750 + 1 = 751").0,
        agrees("15 ÷ 200 × 100", "7.5")
    );
    assert_eq!(among(UNITS, &[], ("n", "8"), "400 × 2 = 800").0, differs("400 × 2", 800));
    assert_eq!(among(UNITS, &[], ("wan", "12500"), "3000万元 × 4 = 12500万元").0, differs("30000000 × 4", 12000));
}

#[test]
fn a_text_that_contradicts_itself_is_told() {
    let contradicts = |calculation: &str, result: i64, stated: i64| Recomputed::Contradicts {
        calculation: calculation.to_owned(),
        result: Decimal::from(result),
        stated: Decimal::from(stated),
    };
    assert_eq!(outcome("200", "186 + 14 = 999", &["186", "14"]).0, contradicts("186 + 14", 200, 999));
    assert_eq!(outcome("172", "186 − 14 = −172", &["186", "14"]).0, contradicts("186 − 14", 172, -172));
    assert_eq!(outcome("100", "186 + 14 = 201; 200 ÷ 2 = 100", &["186", "14"]).0, contradicts("186 + 14", 200, 201));
    // Where the value is another one as well, that it is comes first.
    assert!(matches!(outcome("999", "186 + 14 = 999", &["186", "14"]).0, Recomputed::Differs { .. }));
}

#[test]
fn prose_is_not_computed() {
    for how in ["2024-01-01 = 3", "10-12月 = 3", "2022-2024 = 3", "2022-2024年 = 3"] {
        assert_eq!(outcome("3", how, &[]), (Recomputed::Untold, vec![]), "{how}");
    }
}

#[test]
fn the_derived_figures_of_both_datasets_agree() {
    for (json, count) in
        [(include_str!("../../../data/baoan-2024.json"), 4), (include_str!("../../../data/sample-district.json"), 7)]
    {
        let district = District::new(serde_json::from_str(json).unwrap());
        let derived = district.data().metrics.iter().filter(|it| it.derived.is_some());
        let mut seen = 0;
        for metric in derived {
            seen += 1;
            let made = recompute(&district, metric).unwrap();
            assert!(made.unused.is_empty(), "{}: {made:?}", metric.id);
            // The number of the six actions is counted from their names: nothing is computed.
            let counted = metric.id.as_str() == "six-actions-count";
            let agrees = matches!(made.outcome, Recomputed::Agrees { .. });
            assert!(agrees || counted && made.outcome == Recomputed::Untold, "{}: {made:?}", metric.id);
        }
        assert_eq!(seen, count);
    }
}

proptest! {
    #[test]
    fn any_text_and_value_is_judged(
        how in "[0-9.,+−×÷()=≈:万亿余年月%m元 a-z-]{0,40}",
        units in 0usize..10,
        digits in any::<i64>(),
        scale in 0u32..19,
    ) {
        let value = Decimal::new(digits, scale).to_string();
        let unit = ["n", "yuan", "wan", "yi", "ten", "million", "hundred", "share", "metre", "hectare"][units];
        among(UNITS, &[(unit, &value), ("n", "3")], (unit, &value), &how);
    }

    #[test]
    fn what_is_computed_agrees_and_nothing_else_does(a in 1i64..100_000, b in 1i64..100_000, off in 1i64..1000) {
        let how = format!("{a}万元 + {b}万元 = {}万元", a + b);
        let inputs = [("wan", &*a.to_string()), ("wan", &*b.to_string())];
        let (made, unused) = among(UNITS, &inputs, ("wan", &(a + b).to_string()), &how);
        prop_assert!(matches!(made, Recomputed::Agrees { .. }) && unused.is_empty(), "{how}");
        let (made, _) = among(UNITS, &inputs, ("wan", &(a + b + off).to_string()), &how);
        prop_assert!(matches!(made, Recomputed::Differs { .. }), "{how}");
    }
}
