//! What is presented: briefings of the bundled datasets, shows made from any dataset, and their outlines.

// The lint knows test functions, not what helps them.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "../common/mod.rs"]
mod common;

use common::{BAOAN, SAMPLE, district};
use proptest::prelude::*;
use xinhuo::domain::briefing::{Row, ShowError};
use xinhuo::domain::join::{Loaded, join};
use xinhuo::domain::{Address, Dataset, District, Form, Format, Id, Lang, Notation, Show, Slide, UnitKind, check};
use xinhuo::exchange::outline::{Style, render};

fn load(json: &str) -> Dataset {
    check::load(json.as_bytes()).expect("the dataset has no faults")
}

fn open(json: &str) -> District {
    District::new(load(json))
}

/// A dataset with this in place of its briefings.
fn with_briefings(json: &str, briefings: &str) -> String {
    let head = json.trim_end().strip_suffix('}').unwrap();
    format!("{head},\"briefings\":[{briefings}]}}")
}

fn style(lang: Lang, notes: bool) -> Style {
    Style { format: Format { lang, notation: Notation::Compact }, notes }
}

fn outline(json: &str, lang: Lang, notes: bool) -> String {
    let district = open(json);
    render(&district, &Show::of(&district, None).unwrap(), style(lang, notes))
}

#[test]
fn the_bundled_briefings_use_every_form_and_keep_their_time() {
    for json in [BAOAN, SAMPLE] {
        let district = open(json);
        let show = Show::of(&district, None).unwrap();
        assert!(!show.made);
        assert_eq!(Some(show.seconds()), show.minutes.map(|minutes| minutes * 60));
        let forms: Vec<Form> = show.slides.iter().map(|slide| slide.form).collect();
        for form in Form::ALL {
            assert!(forms.contains(&form), "{form:?}");
        }
        assert_eq!((forms.first(), forms.last()), (Some(&Form::Title), Some(&Form::Title)));
        assert!(show.slides.iter().any(|slide| slide.reveal));
        for slide in &show.slides {
            for lang in Lang::ALL {
                let told = [&slide.headline, &slide.notes].map(|text| text.as_ref().unwrap().get(lang));
                assert!(told.iter().all(|text| !text.is_empty()), "{:?}", slide.address);
            }
            assert_ne!(
                slide.headline.as_ref().unwrap().get(Lang::Zh),
                slide.headline.as_ref().unwrap().get(Lang::En),
                "{:?}",
                slide.address
            );
            assert!(slide.seconds.is_some());
        }
    }
}

#[test]
fn a_spotlight_of_the_bundled_briefings_is_on_its_place() {
    for json in [BAOAN, SAMPLE] {
        let district = open(json);
        let show = Show::of(&district, None).unwrap();
        let spots: Vec<&Slide> = show.slides.iter().filter(|slide| slide.spotlight.is_some()).collect();
        assert!(spots.len() >= 6, "{}", spots.len());
        for slide in spots {
            let id = slide.spotlight.as_ref().unwrap();
            let compared = |ids: &Vec<Id>| ids.contains(id);
            let rows = slide.rows(&district, Lang::Zh);
            let on = rows.iter().any(|row| match row {
                Row::Metric(metric) => metric.id == *id,
                Row::Honour(honour) => honour.id == *id,
                Row::Event(_) | Row::Source(_) => false,
            });
            assert!(on || matches!(&slide.address, Address::Compare(ids) if compared(ids)), "{id}");
        }
    }
}

#[test]
fn what_the_bundled_briefings_compare_has_values_and_ranks_say_of_what() {
    for json in [BAOAN, SAMPLE] {
        let district = open(json);
        let show = Show::of(&district, None).unwrap();
        for slide in show.slides.iter().filter(|slide| slide.form == Form::Comparison) {
            let figures = slide.figures(&district);
            assert!(figures.len() > 1);
            assert!(figures.iter().all(|metric| metric.value.is_some()));
            // Ranks are places on lists of their own: each says on which, and stands beside nothing else.
            let is_rank = |unit: &Id| district.unit(unit).unwrap().kind == UnitKind::Rank;
            let ranks: Vec<_> = figures.iter().filter(|metric| is_rank(&metric.unit)).collect();
            assert!(ranks.is_empty() || ranks.len() == figures.len(), "{}", slide.address);
            assert!(ranks.iter().all(|metric| metric.rank.as_ref().is_some_and(|it| it.scope.is_some())));
        }
    }
}

#[test]
fn a_briefing_is_found_by_its_id_or_near_ones_are_named() {
    let json = with_briefings(
        &district(2, 1, 2, 1),
        r#"{"id":"empty","title":"空","steps":[]},
           {"id":"morning-round","title":"早","steps":[{"place":"overview"}]},
           {"id":"evening-round","title":"晚","minutes":3,"steps":[{"place":"honours","as":"list","reveal":true}]}"#,
    );
    let district = open(&json);
    let id = |id: &str| Id::from(id);
    // The first that has steps.
    assert_eq!(Show::of(&district, None).unwrap().id, id("morning-round"));
    let evening = Show::of(&district, Some(&id("evening-round"))).unwrap();
    assert_eq!((evening.title.get(Lang::Zh), evening.minutes, evening.made), ("晚", Some(3), false));
    assert!(evening.slides[0].reveal);
    assert_eq!(Show::of(&district, Some(&id("empty"))), Err(ShowError::Empty(id("empty"))));
    let unknown = |found: &str, near: &[&str]| ShowError::Unknown {
        found: id(found),
        near: near.iter().map(|near| id(near)).collect(),
    };
    let asked = |text: &str| Show::of(&district, Some(&id(text))).unwrap_err();
    assert_eq!(asked("evning-round"), unknown("evning-round", &["evening-round", "morning-round"]));
    // Where none is alike, all are named.
    assert_eq!(asked("zzz"), unknown("zzz", &["empty", "morning-round", "evening-round"]));
}

#[test]
fn without_a_briefing_one_is_made() {
    let show = Show::of(&open(&district(3, 2, 4, 1)), None).unwrap();
    assert!(show.made);
    let places: Vec<String> = show.slides.iter().map(|slide| format!("{:?} {}", slide.form, slide.address)).collect();
    assert_eq!(
        places,
        [
            "Title overview",
            // Of the whole and of each action the headline, then what holds a place.
            "Comparison compare/m0-0,m1-0,m2-0",
            "Comparison compare/m0-0,m0-1,m0-2",
            "Comparison compare/m1-0,m1-2,m1-3",
            "Comparison compare/m2-0,m2-1,m2-2",
            "List honours",
            "Title overview",
        ]
    );
    assert_eq!(show.minutes, Some(show.seconds().div_ceil(60)));
    assert_eq!(show.slides[2].section, Some(Id::from("a0")));
    let bare = Show::of(&open(&district(0, 0, 0, 0)), None).unwrap();
    assert_eq!(bare.slides.len(), 2);
    // With six actions and honours it is as long as a briefing is.
    assert_eq!(Show::made(&open(BAOAN)).minutes, Some(10));
}

#[test]
fn several_datasets_are_presented_together() {
    let loaded = |name: &str, json: &str| Loaded { name: name.to_owned(), data: load(json) };
    let district = join(loaded("a.json", BAOAN), vec![loaded("b.json", SAMPLE)]).unwrap();
    for show in [Show::of(&district, None).unwrap(), Show::made(&district)] {
        assert!(show.slides.iter().all(|slide| district.has(&slide.address)));
        assert!(render(&district, &show, style(Lang::Zh, true)).contains("宝安"));
    }
}

#[test]
fn a_section_is_the_action_that_a_place_belongs_to() {
    let steps = [
        "overview",
        "action/a1",
        "initiative/i1-0",
        "metric/m1-0",
        "honour/h1-0",
        "compare/m1-0,m1-1",
        "compare/m0-0,m1-0",
    ];
    let steps: Vec<String> = steps.iter().map(|place| format!(r#"{{"place":"{place}"}}"#)).collect();
    let briefing = format!(r#"{{"id":"b","title":"b","steps":[{}]}}"#, steps.join(","));
    let show = Show::of(&open(&with_briefings(&district(2, 1, 2, 1), &briefing)), None).unwrap();
    let sections: Vec<Option<&str>> = show.slides.iter().map(|slide| slide.section.as_deref()).collect();
    let own = Some("a1");
    assert_eq!(sections, [None, own, own, own, own, own, None]);
}

#[test]
fn the_outline_of_the_bundled_briefing() {
    insta::assert_snapshot!("outline-zh", outline(BAOAN, Lang::Zh, true));
    insta::assert_snapshot!("outline-en", outline(BAOAN, Lang::En, true));
}

#[test]
fn notes_may_be_left_out() {
    let (with, without) = (outline(BAOAN, Lang::Zh, true), outline(BAOAN, Lang::Zh, false));
    assert_eq!(with.lines().filter(|line| line.starts_with("> ")).count(), 15);
    let kept = with.lines().filter(|line| !line.starts_with("> ") && !line.is_empty());
    assert!(kept.eq(without.lines().filter(|line| !line.is_empty())));
}

#[test]
fn invented_data_and_a_made_show_say_so() {
    assert!(outline(SAMPLE, Lang::Zh, false).contains("**全部数据为虚构，仅供演示。**"));
    assert!(outline(&district(1, 0, 1, 0), Lang::En, false).contains("this one was generated from it"));
    assert!(!outline(BAOAN, Lang::Zh, false).contains("虚构"));
}

/// Any step to a place of the dataset of these sizes, in a form that fits it.
fn step(actions: usize, metrics: usize) -> impl Strategy<Value = String> {
    let metric = move || (0..actions, 0..metrics).prop_map(|(action, at)| format!("m{action}-{at}"));
    let place = prop_oneof![
        Just("overview".to_owned()),
        Just("metrics".to_owned()),
        Just("honours".to_owned()),
        Just("honours?by=action".to_owned()),
        Just("sources".to_owned()),
        Just("source/s".to_owned()),
        Just("metrics?sort=-figure,name&group=unit".to_owned()),
        (0..actions).prop_map(|action| format!("action/a{action}")),
        metric().prop_map(|id| format!("metric/{id}")),
        prop::collection::btree_set(metric(), 1..5)
            .prop_map(|ids| format!("compare/{}", ids.into_iter().collect::<Vec<_>>().join(","))),
    ];
    let text = "[ -~薪火第一章*#。]{1,12}x";
    (place, 0..3u8, text, prop::option::of(1..5000u32), prop::option::of(metric()), any::<bool>()).prop_map(
        |(place, form, text, seconds, spotlight, reveal)| {
            let address = Address::parse(&place).unwrap();
            let form = [Form::Place, Form::Title, Form::of(&address)][usize::from(form)];
            let mut step = serde_json::json!({ "place": place, "as": form.word(), "headline": text, "notes": text });
            if let Some(seconds) = seconds {
                step["seconds"] = seconds.into();
            }
            if let Some(spotlight) = spotlight {
                step["spotlight"] = spotlight.into();
            }
            step["reveal"] = (reveal && form == Form::List).into();
            step.to_string()
        },
    )
}

/// Any dataset with a briefing.
fn briefed() -> impl Strategy<Value = String> {
    (1..5usize, 0..3usize, 1..7usize, 0..5usize).prop_flat_map(|(actions, initiatives, metrics, honours)| {
        prop::collection::vec(step(actions, metrics), 1..6).prop_map(move |steps| {
            let briefing = format!(r#"{{"id":"b","title":"*题*","steps":[{}]}}"#, steps.join(","));
            with_briefings(&district(actions, initiatives, metrics, honours), &briefing)
        })
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_step_leads_to_a_place_that_is_there(sizes in (0..5usize, 0..3usize, 0..7usize, 0..5usize)) {
        let district = open(&district(sizes.0, sizes.1, sizes.2, sizes.3));
        let show = Show::of(&district, None).unwrap();
        prop_assert!(show.made && show.slides.len() >= 2);
        for slide in &show.slides {
            prop_assert!(district.has(&slide.address), "{}", slide.address);
            prop_assert!(slide.form.fits(&slide.address));
            prop_assert!(slide.seconds.is_some_and(|seconds| seconds > 0));
        }
        let figures = show.slides.iter().filter(|slide| slide.form == Form::Figure);
        prop_assert!(figures.clone().all(|slide| slide.figures(&district).len() == 1));
        prop_assert!(figures.flat_map(|slide| slide.figures(&district)).all(|metric| metric.value.is_some()));
    }

    #[test]
    fn an_outline_tells_every_step_and_every_figure(json in briefed(), english: bool, exact: bool, notes: bool) {
        let district = open(&json);
        let lang = if english { Lang::En } else { Lang::Zh };
        let notation = if exact { Notation::Exact } else { Notation::Compact };
        let format = Format { lang, notation };
        let show = Show::of(&district, None).unwrap();
        prop_assert!(!show.made);
        let out = render(&district, &show, Style { format, notes });
        let parts: Vec<&str> = out.split("\n## ").skip(1).collect();
        // The sources at the end have a heading as well.
        prop_assert!(parts.len() == show.slides.len() || parts.len() == show.slides.len() + 1);
        for (at, (slide, part)) in show.slides.iter().zip(&parts).enumerate() {
            let head = format!("{}. ", at + 1);
            prop_assert!(part.starts_with(&head));
            prop_assert_eq!(part.lines().filter(|line| line.starts_with("> ")).count(), usize::from(notes));
            let figures = slide.figures(&district);
            for metric in &figures {
                let figure = format.metric(&district, metric).map(|figure| figure.text());
                let name = metric.name.get(lang);
                let line = match figure {
                    Some(figure) => format!("- {name} **{figure}** · "),
                    None => format!("- {name} **"),
                };
                prop_assert!(part.contains(&line), "{} in {}", line, part);
            }
            let items = part.lines().filter(|line| line.starts_with("- ")).count();
            let rows = if slide.form == Form::List { slide.rows(&district, lang).len() } else { figures.len() + slide.honours(&district).len() };
            // The list of sources follows the last step where it is the last part.
            prop_assert_eq!(items, rows);
        }
        // Every line begins with a mark of the outline, with a time or with a word of its own.
        for line in out.lines().filter(|line| !line.starts_with(['-', '>', '#'])) {
            prop_assert!(!line.starts_with([' ', '*', '_', '<', '`', '=']), "{}", line);
        }
    }

    #[test]
    fn a_list_has_the_same_rows_in_every_language(json in briefed()) {
        let district = open(&json);
        for slide in Show::of(&district, None).unwrap().slides {
            let ids = |lang| {
                let mut ids: Vec<String> = slide.rows(&district, lang).iter().map(|row| match row {
                    Row::Metric(metric) => metric.id.to_string(),
                    Row::Honour(honour) => honour.id.to_string(),
                    Row::Event(event) => event.id.to_string(),
                    Row::Source(source) => source.id.to_string(),
                }).collect();
                ids.sort();
                ids
            };
            prop_assert_eq!(ids(Lang::Zh), ids(Lang::En));
            let empty = slide.address.base() == Address::Honours && district.data().honours.is_empty();
            let rows = slide.rows(&district, Lang::Zh).len();
            prop_assert!(!slide.reveal || empty || rows > 0, "{}", slide.address);
        }
    }
}
