use proptest::prelude::*;
use rust_decimal::Decimal;

use super::super::text::Lang;
use super::*;

const DATA: &str = r#"{"schema_version":1,"id":"d","title":"d","district":"d",
    "period":{"from":"2024-01-01","to":"2024-12-31"},
    "sources":[{"id":"b","title":"b","publisher":"b"},{"id":"a","title":"a","publisher":"a"}],
    "units":[
        {"id":"share","name":"%","kind":"share"},
        {"id":"hectare","name":"公顷","kind":"area","base":{"unit":"m2","factor":10000}},
        {"id":"m2","name":"m²","kind":"area"},
        {"id":"home","name":"户","kind":"count"}],
    "actions":[{"id":"one","name":"一"},{"id":"two","name":"二"},{"id":"none","name":"无"}],
    "metrics":[
        {"id":"m0","name":{"zh":"乙","en":"beta"},"unit":"m2","value":20000,"action":"two",
            "source":{"id":"b","paragraph":2}},
        {"id":"m1","name":{"zh":"甲","en":"Alpha"},"unit":"hectare","value":1,
            "source":{"id":"a"},"rank":{"position":3,"level":"city"}},
        {"id":"m2","name":{"zh":"丁","en":"alpha"},"unit":"home","value":-5,"action":"one",
            "rank":{"position":4,"level":"nation"}},
        {"id":"m3","name":{"zh":"丙","en":"gamma"},"unit":"home","value":null,"action":"two",
            "source":{"id":"a","paragraph":7},"period":{"from":"2023-01-01","to":"2023-12-31"}},
        {"id":"m4","name":{"zh":"戊","en":"delta"},"unit":"share","value":0.5,"action":"one",
            "rank":{"position":1}},
        {"id":"m5","name":{"zh":"己","en":"epsilon"},"unit":"home","value":4,"action":"one",
            "period":{"from":"2024-01-01","to":"2024-06-30"}}],
    "honours":[
        {"id":"h0","name":"h","level":"city","kind":"award","action":"two"},
        {"id":"h1","name":"h","level":"nation","kind":"media","action":"two"},
        {"id":"h2","name":"h","level":"city","kind":"first","action":"two"},
        {"id":"h3","name":"h","level":"province","kind":"only"}]}"#;

fn district() -> District {
    District::new(serde_json::from_str(DATA).unwrap())
}

fn by(column: Column, descending: bool, lang: Lang) -> Vec<usize> {
    let district = district();
    let all = (0..district.data().metrics.len()).collect();
    sorted(&district, all, &[Sort { column, descending }], lang)
}

#[test]
fn without_a_sort_the_order_is_that_of_the_file() {
    assert_eq!(sorted(&district(), (0..6).collect(), &[], Lang::Zh), [0, 1, 2, 3, 4, 5]);
}

#[test]
fn each_column_both_ways() {
    let cases = [
        (Column::Action, [2, 4, 5, 0, 3, 1], [0, 3, 2, 4, 5, 1]),
        // 丙 丁 己 甲 戊 乙 by pinyin.
        (Column::Name, [3, 2, 5, 1, 4, 0], [0, 4, 1, 5, 2, 3]),
        // Homes, then areas (1 公顷 before 20 000 m²), then shares, whichever way; the missing value last.
        (Column::Figure, [2, 5, 1, 0, 4, 3], [5, 2, 0, 1, 4, 3]),
        (Column::Unit, [2, 3, 5, 1, 0, 4], [4, 0, 1, 2, 3, 5]),
        (Column::Rank, [2, 1, 4, 0, 3, 5], [4, 1, 2, 0, 3, 5]),
        (Column::Period, [3, 5, 0, 1, 2, 4], [0, 1, 2, 4, 5, 3]),
        (Column::Source, [3, 1, 0, 2, 4, 5], [0, 1, 3, 2, 4, 5]),
    ];
    for (column, up, down) in cases {
        assert_eq!(by(column, false, Lang::Zh), up, "{column:?} ascending");
        assert_eq!(by(column, true, Lang::Zh), down, "{column:?} descending");
    }
    assert_eq!(by(Column::Name, false, Lang::En), [1, 2, 0, 4, 5, 3], "case does not count");
}

#[test]
fn honours_are_counted_by_action_and_level() {
    let id = |text: &str| Some(Id::from(text));
    let expected = [(id("one"), [0, 0, 0]), (id("two"), [1, 0, 2]), (id("none"), [0, 0, 0]), (None, [0, 1, 0])];
    assert_eq!(honour_counts(&district()), expected);
    let mut data: super::super::Dataset = serde_json::from_str(DATA).unwrap();
    data.honours.retain(|honour| honour.action.is_some());
    assert_eq!(honour_counts(&District::new(data)).len(), 3);
}

#[test]
fn a_large_dataset_sorts_completely() {
    let mut data: super::super::Dataset = serde_json::from_str(DATA).unwrap();
    let few = data.metrics.clone();
    data.metrics = few.into_iter().cycle().take(20_000).collect();
    let district = District::new(data);
    for column in Column::ALL {
        let mut order = sorted(&district, (0..20_000).collect(), &[Sort { column, descending: true }], Lang::En);
        order.sort_unstable();
        assert!(order.into_iter().eq(0..20_000), "{column:?}");
    }
}

proptest! {
    #[test]
    fn figures_of_one_unit_are_in_order(values in proptest::collection::vec((any::<i64>(), 0_u32..28), 1..12)) {
        let mut data: super::super::Dataset = serde_json::from_str(DATA).unwrap();
        let metric = data.metrics[5].clone();
        let with = |(digits, scale): (i64, u32)| {
            let mut metric = metric.clone();
            metric.value = Some(crate::domain::Exact(Decimal::new(digits, scale)));
            metric
        };
        data.metrics = values.into_iter().map(with).collect();
        let district = District::new(data);
        let told = |descending| -> Vec<Decimal> {
            let all = (0..district.data().metrics.len()).collect();
            let order = sorted(&district, all, &[Sort { column: Column::Figure, descending }], Lang::Zh);
            order.into_iter().filter_map(|at| district.data().metrics[at].value).map(|value| value.0).collect()
        };
        prop_assert!(told(false).is_sorted());
        prop_assert!(told(true).is_sorted_by(|a, b| a >= b));
    }
}
