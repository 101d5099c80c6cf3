//! What the dataset holds, so that nobody trims it: one of everything that the program can show.

use std::collections::HashSet;
use std::hash::Hash;

use rust_decimal::{Decimal, RoundingStrategy};
use xinhuo::domain::check::{self, Severity};
use xinhuo::domain::metric::Point;
use xinhuo::domain::status::status;
use xinhuo::domain::{
    Bound, Dataset, District, Flag, Form, HonourKind, Lang, Level, Metric, Polarity, Status, UnitKind,
};

use crate::kept;
use crate::metric::STREETS;

fn data() -> Dataset {
    check::load(kept().as_bytes()).expect("the dataset has no faults")
}

/// How many of the metrics are so.
fn count(data: &Dataset, is: impl Fn(&Metric) -> bool) -> usize {
    data.metrics.iter().filter(|metric| is(metric)).count()
}

fn assert_all<T: Eq + Hash + std::fmt::Debug>(found: impl IntoIterator<Item = T>, wanted: &[T]) {
    let found: HashSet<T> = found.into_iter().collect();
    for one in wanted {
        assert!(found.contains(one), "{one:?} is missing");
    }
}

#[test]
fn it_opens_and_only_a_few_figures_are_uncited() {
    let report = check::check(kept().as_bytes());
    let codes: Vec<_> = report.faults.iter().map(|fault| (fault.kind.code(), fault.kind.severity())).collect();
    assert_eq!(codes, [("metric-without-source", Severity::Warning); 3]);
    let data = data();
    assert_eq!(data.synthetic, Some(true));
    assert!(data.title.get(Lang::Zh).contains("示例") && data.district.get(Lang::En).contains("Sample"));
    assert_eq!((data.actions.len(), data.initiatives.len(), data.sources.len()), (5, 15, 3));
}

#[test]
fn each_word_of_the_format_is_in_it() {
    let data = data();
    let metrics = || data.metrics.iter();
    assert_all(metrics().map(status), &Status::ALL);
    let bounds = [Bound::Exact, Bound::About, Bound::Nearly, Bound::Over, Bound::AtMost];
    assert_all(metrics().map(|metric| metric.bound), &bounds);
    assert_all(metrics().filter(|it| it.as_written.is_some()).map(|metric| metric.bound), &bounds);
    assert_all(metrics().filter_map(|metric| metric.polarity), &[Polarity::Higher, Polarity::Lower, Polarity::Neutral]);
    let flags = [Flag::Provisional, Flag::Revised, Flag::Estimated];
    assert_all(metrics().filter_map(|metric| metric.flag), &flags);
    assert_all(metrics().flat_map(|metric| &metric.history).filter_map(|point| point.flag), &flags);
    let district = District::new(self::data());
    let kinds = metrics().filter_map(|metric| Some(district.unit(&metric.unit)?.kind));
    assert_all(kinds, &{
        use UnitKind::{Area, Count, Duration, Money, Multiple, Rank, Share};
        [Area, Count, Duration, Money, Multiple, Rank, Share]
    });
    assert_all(data.honours.iter().map(|honour| honour.level), &[Level::Nation, Level::Province, Level::City]);
    assert_all(data.honours.iter().map(|honour| honour.kind), &HonourKind::ALL);
    let precision = |date: xinhuo::domain::Date| (date.month.is_some(), date.day.is_some());
    let precisions = [(false, false), (true, false), (true, true)];
    assert_all(data.honours.iter().filter_map(|honour| honour.date).map(precision), &precisions);
    assert_all(data.events.iter().map(|event| precision(event.date)), &precisions);
    assert!(data.events.iter().any(|event| event.date_note.is_some()));
    assert!((20..=30).contains(&data.honours.len()) && (15..=20).contains(&data.events.len()));
    assert_eq!(data.briefings.iter().map(|it| it.steps.len()).collect::<Vec<_>>(), [12]);
    assert_all(data.briefings.iter().flat_map(|it| &it.steps).map(|step| step.form), &Form::ALL);
    assert!(data.briefings.iter().flat_map(|it| &it.steps).any(|step| step.reveal));
}

#[test]
fn metrics_of_every_sort() {
    let data = data();
    let dates = |metric: &Metric| metric.period.as_ref().unwrap_or(&data.period).clone();
    assert!((60..=80).contains(&data.metrics.len()), "{}", data.metrics.len());
    assert!((6..=8).contains(&count(&data, |it| it.headline)));
    assert!(count(&data, |it| it.value.is_none()) >= 2);
    assert_eq!(count(&data, Metric::is_uncited), 3);
    assert_eq!(count(&data, |it| it.value.is_some() && dates(it).to < "2024-12-31".parse().unwrap()), 2);
    assert!(count(&data, |it| it.action.is_none()) >= 8);
    assert!(count(&data, |it| !it.revisions.is_empty()) >= 2);
    assert!(count(&data, |it| it.derived.is_some()) >= 5);
    assert!(count(&data, |it| it.owner.is_some()) * 3 >= data.metrics.len());
    assert!(data.metrics.iter().all(|it| it.definition.is_some()));
    let by = |year| move |it: &Metric| it.target.as_ref().and_then(|it| it.by).is_some_and(|by| by.year == year);
    assert!(count(&data, by(2024)) >= 10 && count(&data, by(2025)) >= 3);
    let ranks: Vec<_> = data.metrics.iter().filter_map(|it| it.rank.as_ref()).collect();
    assert!(ranks.iter().any(|rank| rank.tied) && ranks.iter().any(|rank| rank.consecutive_years.is_some()));
}

/// The values of a history, without its gaps, and of the metric.
fn values(metric: &Metric) -> Vec<Decimal> {
    metric.history.iter().filter_map(|point| point.value).chain(metric.value).map(|value| value.0).collect()
}

#[test]
fn series_of_every_shape() {
    let data = data();
    let shape = |is: fn(&[Decimal]) -> bool| count(&data, |it| it.history.len() > 8 && is(&values(it)));
    assert!(count(&data, |it| it.history.is_empty()) >= 3);
    for (points, least) in [(2, 10), (11, 15), (23, 2)] {
        assert!(count(&data, |it| it.history.len() == points) >= least, "{points} points");
    }
    let crosses =
        |values: &[Decimal]| values.iter().any(Decimal::is_sign_negative) && values.iter().any(|it| *it > 0.into());
    assert!(shape(crosses) >= 2);
    assert_eq!(shape(|values| values.windows(2).all(|pair| pair[0] == pair[1])), 1);
    let close = |values: &[Decimal]| {
        let (least, most) = (*values.iter().min().unwrap(), *values.iter().max().unwrap());
        least < most && (most - least) * Decimal::ONE_HUNDRED < least
    };
    assert!(shape(close) >= 1);
    assert_eq!(
        shape(|values| values.windows(2).any(|pair| pair[0] > 0.into() && pair[1] > pair[0] * Decimal::from(4))),
        1
    );
    let gap = |point: Option<&Point>| point.is_some_and(|point| point.value.is_none());
    assert!(count(&data, |it| gap(it.history.first())) >= 1 && count(&data, |it| gap(it.history.last())) >= 1);
    assert!(count(&data, |it| it.history.windows(3).any(|three| gap(three.get(1)))) >= 1);
    let forecast = |it: &Metric| {
        it.history.last().is_some_and(|last| it.period.as_ref().is_some_and(|own| last.period.from > own.to))
    };
    assert_eq!(count(&data, forecast), 2);
}

#[test]
fn breakdowns_by_the_same_places() {
    let data = data();
    let names = STREETS.map(|(name, _)| name);
    let by_place = |it: &&Metric| it.breakdown.first().is_some_and(|it| it.dimension.get(Lang::En) == "sub-district");
    let broken: Vec<_> = data.metrics.iter().filter(by_place).collect();
    assert!(broken.len() >= 10);
    for metric in &broken {
        let parts = metric.breakdown[0].parts.iter().map(|it| (it.name.get(Lang::Zh), it.name.get(Lang::En)));
        assert_eq!(parts.collect::<Vec<_>>(), names, "{}", metric.id);
    }
    let sum = |it: &Metric| it.breakdown[0].parts.iter().map(|part| part.value.0).sum::<Decimal>();
    let (whole, rest): (Vec<_>, Vec<_>) = broken.into_iter().partition(|it| it.breakdown[0].whole);
    assert!(whole.iter().all(|it| sum(it) == it.value.unwrap().0));
    let less = rest.iter().filter(|it| sum(it) < it.value.unwrap().0).count();
    assert!(whole.len() >= 8 && less >= 3 && rest.len() - less >= 3, "{} {less} {}", whole.len(), rest.len());
    assert_eq!(count(&data, |it| it.breakdown.len() > 1), 1);
}

#[test]
fn what_is_derived_is_what_it_is_derived_from() {
    let data = data();
    let value = |id: &str| data.metrics.iter().find(|it| it.id.as_str() == id).unwrap().value.unwrap().0;
    let whole = |value: Decimal| value.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero);
    let residents = value("resident-population");
    let hectare = Decimal::from(10_000);
    for (id, computed) in [
        ("product-per-head", whole(value("gross-product") / residents)),
        ("population-density", whole(residents / value("land-area"))),
        ("budget-balance", value("public-revenue") - value("public-spending")),
        ("care-beds", value("community-care-beds") + value("care-home-beds")),
        ("park-area-per-head", value("park-area") * hectare / residents),
        ("hotline-solved-share", value("hotline-solved") / value("hotline-cases")),
        ("safety-incidents", value("road-accidents") + value("fires")),
    ] {
        assert_eq!(value(id), computed, "{id}");
    }
    assert_eq!(count(&data, |it| it.derived.is_some()), 7);
}
