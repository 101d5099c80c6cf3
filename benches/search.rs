//! A keystroke over 100 000 names, beside a plain scan for the same characters, and a table of a million rows:
//! `cargo bench --bench search`.
#![allow(clippy::unwrap_used, missing_docs, reason = "a benchmark that cannot go on must fail")]

use divan::{Bencher, black_box};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use xinhuo::app;
use xinhuo::domain::query;
use xinhuo::domain::search::{Index, Part, Query};
use xinhuo::domain::{Address, District, Lang, check};
use xinhuo::model::{Finder, Input, Mode, Model, Prefs};

fn main() {
    divan::main();
}

/// How many names there are.
const NAMES: usize = 100_000;

/// What is typed: one letter, which finds most; initials; full pinyin; characters; English; nothing that is there.
const TYPED: [&str; 8] = ["z", "zs", "dyxfd", "dangyuan", "党员", "service", "fuwu qy", "qqqq"];

/// Names put together from the words of those in the datasets, in Chinese and in English.
fn names(count: usize) -> Vec<(String, String)> {
    let zh = "党员 先锋队 企业 服务 产业 链 党委 社区 书记 项目 重点 片区 公园 绿地 人均 空气 优良 天数 招商 引资 深中 通道 老旧 小区 改造 诉求 建议 办结率 重庆 银行";
    let en = "Party vanguard teams service visits to firms industry chain community secretary projects key areas park land air days estates renewed requests settled";
    let (zh, en): (Vec<&str>, Vec<&str>) = (zh.split(' ').collect(), en.split(' ').collect());
    let mut seed = 1usize;
    let mut pick = |words: &[&str]| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        words.get((seed >> 33) % words.len()).unwrap().to_string()
    };
    let name = |at| {
        let zh: String = (0..4).map(|_| pick(&zh)).collect();
        let en: Vec<String> = (0..4).map(|_| pick(&en)).collect();
        (format!("{zh}{at}"), en.join(" "))
    };
    (0..count).map(name).collect()
}

#[divan::bench(args = TYPED, sample_count = 20)]
fn keystroke(bencher: Bencher<'_, '_>, typed: &str) {
    let mut index = Index::default();
    for (at, (zh, en)) in names(NAMES).iter().enumerate() {
        index.add(at, 0, [(Part::Name(Some(Lang::Zh)), &**zh), (Part::Name(Some(Lang::En)), &**en)]);
    }
    bencher.bench(|| {
        let mut hits = index.search(&Query::new(black_box(typed)), Lang::Zh, |_| true, None);
        hits.sort_unstable_by_key(|hit| hit.score);
        hits
    });
}

#[divan::bench(args = TYPED, sample_count = 20)]
fn plain_substring(bencher: Bencher<'_, '_>, typed: &str) {
    let names = names(NAMES);
    bencher.bench(|| {
        let found = names.iter().filter(|(zh, en)| zh.contains(black_box(typed)) || en.contains(black_box(typed)));
        found.collect::<Vec<_>>()
    });
}

/// A whole dataset with so many metrics, every text of theirs.
fn district(count: usize) -> District {
    let metrics: Vec<String> = names(count)
        .iter()
        .enumerate()
        .map(|(at, (zh, en))| {
            format!(
                r#"{{"id":"m-{at}","name":{{"zh":"{zh}","en":"{en}"}},"unit":"u","value":{at},
                "definition":"{zh}的总数，含当年新增的部分。","source":{{"id":"s","paragraph":1}}}}"#
            )
        })
        .collect();
    let json = format!(
        r#"{{"schema_version":1,"id":"d","title":"某区","district":"某区","period":{{"from":"2024-01-01","to":"2024-12-31"}},
        "sources":[{{"id":"s","title":"来源","publisher":"发布者"}}],"units":[{{"id":"u","name":"件","kind":"count"}}],
        "actions":[],"metrics":[{}]}}"#,
        metrics.join(",")
    );
    District::new(check::load(json.as_bytes()).unwrap())
}

#[divan::bench(args = TYPED, sample_count = 10)]
fn keystroke_over_a_dataset(bencher: Bencher<'_, '_>, typed: &str) {
    let district = district(NAMES);
    let index = district.search_index();
    bencher.bench(|| {
        let mut hits = index.search(&Query::new(black_box(typed)), Lang::Zh, |_| true, None);
        hits.sort_unstable_by_key(|hit| hit.score);
        hits
    });
}

/// A keystroke of the table's filter: the rows that are left, in the order of the file.
#[divan::bench(args = TYPED, sample_count = 10)]
fn filter_of_the_table(bencher: Bencher<'_, '_>, typed: &str) {
    let district = district(NAMES);
    district.search_index();
    let mut query = query::Query::default();
    query.filter.set_text(typed);
    // What was asked for last is kept: something else is asked for in between.
    let other = || district.select(&query::Query::default(), Lang::Zh);
    bencher.with_inputs(other).bench_values(|_| district.select(&query, Lang::Zh));
}

#[divan::bench(sample_count = 5)]
fn first_keystroke_makes_the_index(bencher: Bencher<'_, '_>) {
    bencher.with_inputs(|| district(NAMES)).bench_refs(|district| district.search_index().len());
}

/// What a key does while the search is open: both indexes, and what is found put under its headings.
#[divan::bench(args = TYPED, sample_count = 10)]
fn keystroke_in_the_search(bencher: Bencher<'_, '_>, typed: &str) {
    let model = Model::new(district(NAMES), Address::Overview, Prefs::default(), SCREEN);
    model.district.search_index();
    let open = || {
        let mut finder = Finder::new(Mode::Search, &model);
        finder.input = Input::new(typed);
        finder
    };
    bencher.with_inputs(open).bench_values(|mut finder| {
        finder.look(&model.district);
        finder.found.len()
    });
}

/// So many rows has a large table, and so large is a screen.
const ROWS: usize = 1_000_000;
const SCREEN: (u16, u16) = (120, 40);

/// The address of a table by its figures.
fn by_figure() -> Address {
    Address::parse("metrics?sort=-figure").unwrap()
}

#[divan::bench(sample_count = 5)]
fn a_million_rows_by_figure(bencher: Bencher<'_, '_>) {
    let district = district(ROWS);
    let query = by_figure().query();
    // What was asked for last is kept: something else is asked for in between.
    let other = || district.select(&query::Query::default(), Lang::Zh);
    bencher.with_inputs(other).bench_values(|_| district.select(&query, Lang::Zh));
}

#[divan::bench(sample_count = 20)]
fn frame_of_a_million_rows(bencher: Bencher<'_, '_>) {
    let model = Model::new(district(ROWS), by_figure(), Prefs::default(), SCREEN);
    let area = Rect::new(0, 0, SCREEN.0, SCREEN.1);
    let draw = || {
        let mut buf = Buffer::empty(area);
        app::view(&model, area, &mut buf);
        buf
    };
    // The rows are found once.
    draw();
    bencher.bench(draw);
}
