use proptest::prelude::*;
use rust_decimal::Decimal;

use super::super::text::Lang;
use super::*;
use crate::domain::{Address, Exception};

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

fn sample() -> District {
    District::new(serde_json::from_str(include_str!("../../../data/sample-district.json")).unwrap())
}

fn keys(text: &str) -> Vec<Sort> {
    Query::parse(&format!("sort={text}")).unwrap().sort
}

#[test]
fn a_further_key_orders_what_the_first_leaves_equal() {
    let district = district();
    let order = |text: &str| sorted(&district, (0..6).collect(), &keys(text), Lang::Zh);
    // one: m2 m4 m5, two: m0 m3, district-wide: m1. Homes before shares whichever way.
    assert_eq!(order("action,figure"), [2, 5, 4, 0, 3, 1]);
    assert_eq!(order("action,-figure"), [5, 2, 4, 0, 3, 1]);
    assert_eq!(order("-action,-figure"), [0, 3, 5, 2, 4, 1], "without an action last both ways");
    assert_eq!(order("-unit,name"), [4, 0, 1, 3, 2, 5]);
}

#[test]
fn keys_are_set_added_turned_and_dropped() {
    let mut query = Query::default();
    let mut told = |change: &dyn Fn(&mut Query)| {
        change(&mut query);
        query.to_string()
    };
    assert_eq!(told(&|it| it.sort_by(Column::Name)), "sort=name");
    assert_eq!(told(&|it| it.sort_also_by(Column::Figure)), "sort=name,figure");
    assert_eq!(told(&|it| it.sort_also_by(Column::Figure)), "sort=name,-figure");
    assert_eq!(told(&|it| it.sort_also_by(Column::Name)), "sort=-name,-figure");
    assert_eq!(told(&|it| it.sort_also_by(Column::Name)), "sort=-figure");
    assert_eq!(told(&|it| it.sort_by(Column::Figure)), "");
    assert_eq!(told(&|it| it.sort_by(Column::Name)), "sort=name");
    assert_eq!(told(&|it| it.sort_also_by(Column::Unit)), "sort=name,unit");
    assert_eq!(told(&|it| it.sort_by(Column::Name)), "sort=name", "of several keys one is left");
    let groups: Vec<_> = (0..5).map(|_| told(&Query::group_next)).collect();
    let expected = ["&group=action", "&group=status", "&group=unit", "&group=source", ""];
    assert_eq!(groups, expected.map(|group| format!("sort=name{group}")));
}

#[test]
fn filters_choose_by_facet_and_by_words() {
    let district = district();
    let ids = |text: &str| {
        let selection = Selection::of(&district, &Query::parse(text).unwrap(), Lang::Zh);
        selection
            .rows
            .iter()
            .filter_map(|row| if let Row::Metric(at) = row { Some(*at) } else { None })
            .collect::<Vec<_>>()
    };
    assert_eq!(ids("action=one"), [2, 4, 5]);
    assert_eq!(ids("action=one,-"), [1, 2, 4, 5]);
    assert_eq!(ids("action!=one,-"), [0, 3]);
    assert_eq!(ids("kind=area"), [0, 1]);
    assert_eq!(ids("kind=area&action=two"), [0]);
    assert_eq!(ids("kind=area&action=two&inverse"), [1, 2, 3, 4, 5]);
    assert_eq!(ids("level=-"), [0, 3, 4, 5]);
    assert_eq!(ids("is=missing"), [3]);
    assert_eq!(ids("source!=-"), [0, 1, 3]);
    assert_eq!(ids("text=ALPHA"), [1, 2]);
    assert_eq!(ids("text=ａｌpha%20甲"), [1], "every word, in whatever language and width");
    assert_eq!(ids("text=m3"), [3]);
    assert_eq!(ids("text=没有"), [0_usize; 0]);
}

#[test]
fn the_filter_holds_just_what_is_counted_as_an_exception() {
    let district = sample();
    for (reason, count) in Exception::ALL.into_iter().zip(district.summary().exceptions) {
        let query = Address::attention(reason).query();
        assert_eq!(district.select(&query, Lang::Zh).metrics, count, "{reason:?}");
    }
    assert!(district.summary().exceptions.iter().all(|count| *count > 0));
}

#[test]
fn counts_of_a_facet_are_those_of_choosing_it() {
    let district = sample();
    let filter = Query::parse("kind=count,share&status!=met").unwrap().filter;
    for facet in Facet::ALL {
        let counts = district.facet_counts(&filter, facet);
        assert!(!counts.is_empty(), "{facet:?}");
        for (value, count) in counts.iter() {
            let mut query = Query { filter: filter.clone(), ..Query::default() };
            query.filter.facets.insert(facet, Choice::of(value.as_deref(), false));
            assert_eq!(district.select(&query, Lang::En).metrics, *count, "{facet:?} {value:?}");
        }
    }
}

/// Any query: of the words of each facet, of ids of the invented district, of any text.
fn query() -> impl Strategy<Value = Query> {
    let values = prop_oneof![
        Just(None),
        prop::sample::select(vec!["industry", "renewal", "firm", "yuan", "a", "b-2", "-"])
            .prop_map(|id| Some(id.to_owned())),
    ];
    let facet = (
        prop::sample::select(Facet::ALL.to_vec()),
        proptest::collection::btree_set(values, 1..4),
        any::<bool>(),
        0usize..9,
    );
    let choice = facet.prop_map(|(facet, values, without, word)| {
        let values = match facet.words() {
            Some(words) => [Some(words[word % words.len()].to_owned()), None].into_iter().take(1 + word % 2).collect(),
            None if facet == Facet::Owner => values,
            None => values.into_iter().filter(|value| value.as_deref() != Some("-")).chain([None]).collect(),
        };
        (facet, Choice { without, values })
    });
    let text = proptest::option::of("[a-z党 ％%&=,!/?#+\u{3000}-]{0,8}");
    let sort = proptest::collection::vec((prop::sample::select(Column::ALL.to_vec()), any::<bool>()), 0..4);
    let group = proptest::option::of(prop::sample::select(Facet::GROUPS.to_vec()));
    (proptest::collection::vec(choice, 0..3), text, any::<bool>(), sort, group).prop_map(
        |(choices, text, inverse, sort, group)| {
            let mut query = Query { group, ..Query::default() };
            query.filter.facets.extend(choices);
            query.filter.set_text(&text.unwrap_or_default());
            if inverse {
                query.filter.invert();
            }
            for (column, descending) in sort {
                if query.sort.iter().all(|key| key.column != column) {
                    query.sort.push(Sort { column, descending });
                }
            }
            query
        },
    )
}

proptest! {
    #[test]
    fn an_address_reads_back_as_the_same_query(query in query()) {
        let address = Address::table(query.clone());
        let text = address.to_string();
        prop_assert!(!text.contains(|c: char| c.is_whitespace() || c.is_control()), "{}", text);
        let read = Address::parse(&text);
        prop_assert_eq!(read.as_ref(), Some(&address), "{}", text);
        prop_assert_eq!(address.query(), query);
    }

    #[test]
    fn no_text_breaks_the_reading(text in "(metrics\\?)?[a-z%0-9=&!,\u{1b} 党-]{0,24}") {
        if let Some(address) = Address::parse(&text) {
            let again = Address::parse(&address.to_string());
            prop_assert_eq!(again, Some(address));
        }
    }

    #[test]
    fn what_is_filtered_sorted_and_grouped_is_all_there_once(query in query(), english in any::<bool>()) {
        let lang = if english { Lang::En } else { Lang::Zh };
        let district = sample();
        let all = district.data().metrics.len();
        let selection = Selection::of(&district, &query, lang);
        // The same metrics as one by one, in the order that all of them have.
        let metrics = |selection: &Selection| -> Vec<usize> {
            (0..selection.rows.len()).filter_map(|row| selection.metric(row)).collect()
        };
        let shown: Vec<usize> = query.filter.admitted(&district).collect();
        let admitted = |at: &usize| query.filter.is_empty() || shown.contains(at);
        let sorted: Vec<usize> = sorted(&district, (0..all).collect(), &query.sort, lang).into_iter().filter(admitted).collect();
        let plain = Selection::of(&district, &Query { group: None, ..query.clone() }, lang);
        prop_assert_eq!(metrics(&plain), sorted);
        let mut of_groups = metrics(&selection);
        let mut of_plain = metrics(&plain);
        of_groups.sort_unstable();
        of_plain.sort_unstable();
        prop_assert_eq!(of_groups, of_plain);
        prop_assert_eq!(selection.metrics, plain.rows.len());
        // The counts of the groups sum to what is shown, and each is the number of rows below its head.
        if query.group.is_some() {
            prop_assert_eq!(selection.groups.iter().map(|(_, count)| count).sum::<usize>(), selection.metrics);
            let bodies: Vec<usize> = selection.rows.split(|row| matches!(row, Row::Group(_))).skip(1).map(<[Row]>::len).collect();
            let counts: Vec<usize> = selection.groups.iter().map(|(_, count)| *count).collect();
            prop_assert_eq!(bodies, counts);
        }
        // What a filter shows and what its inverse shows is everything.
        if !query.filter.is_empty() {
            let mut other = query.clone();
            other.filter.invert();
            prop_assert_eq!(Selection::of(&district, &other, lang).metrics + selection.metrics, all);
        }
    }
}
