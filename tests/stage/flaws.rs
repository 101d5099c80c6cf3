//! What is found to be wrong with a step, and that nothing is wrong with the bundled briefings.

use xinhuo::domain::Lang;
use xinhuo::lang::messages;
use xinhuo::screens::stage::{Flaw, Severity};

use crate::common::{BAOAN, SAMPLE, district};
use crate::hall::Hall;

/// A step without a flaw of its own, to which something is added.
fn one(step: &str) -> Hall {
    Hall::steps(&district(2, 1, 30, 3), step, Lang::Zh)
}

const WHOLE: &str = r#""headline":"题","notes":"说","seconds":9"#;

const SIZES: [&str; 4] = ["80x24", "100x30", "120x40", "200x60"];

#[test]
fn the_bundled_briefings_fit_every_usual_screen() {
    for json in [BAOAN, SAMPLE] {
        for lang in Lang::ALL {
            let hall = Hall::open(json, lang);
            for at in 0..hall.show.slides.len() {
                for size in SIZES {
                    // What has no room beside a figure on the smallest of them is told to whoever prepares the show.
                    let left = |flaw: &Flaw| {
                        let left = matches!(flaw, Flaw::LeftOut(_) | Flaw::DefinitionLeft(_) | Flaw::SourceShort);
                        left && size == "80x24"
                    };
                    let flaws: Vec<Flaw> = hall.flaws(at, size).into_iter().filter(|flaw| !left(flaw)).collect();
                    assert_eq!(flaws, [], "{lang:?} {} {size}", at + 1);
                }
            }
        }
    }
}

#[test]
fn a_show_that_was_made_fits_every_usual_screen() {
    for json in [BAOAN, SAMPLE] {
        let mut bare: serde_json::Value = serde_json::from_str(json).unwrap();
        bare["briefings"] = serde_json::json!([]);
        for lang in Lang::ALL {
            let hall = Hall::open(&bare.to_string(), lang);
            assert!(hall.show.made);
            for at in 0..hall.show.slides.len() {
                for size in SIZES {
                    let flaws = hall.flaws(at, size).into_iter();
                    let faults: Vec<Flaw> = flaws.filter(|flaw| flaw.severity() == Severity::Fault).collect();
                    assert_eq!(faults, [], "{lang:?} {} {size} {}", at + 1, hall.text(at, size));
                }
            }
        }
    }
}

#[test]
fn a_headline_that_is_not_drawn_says_why() {
    let json = district(2, 1, 30, 3);
    let step = |headline: &str, place: &str| {
        let step =
            format!(r#"{{"place":"{place}","as":"comparison","headline":"{headline}","notes":"a","seconds":9}}"#);
        Hall::steps(&json, &step, Lang::En).flaws(0, "100x20")
    };
    let many = "compare/m0-0,m0-1,m0-2,m0-3,m0-4,m0-5";
    assert!(step("Short", many).contains(&Flaw::HeadlineCrowded));
    let long = "A headline that goes on and on and on and on and on and on";
    assert!(step(long, "compare/m0-0,m0-1").contains(&Flaw::HeadlineSmall));
    assert!(!step("Short", "compare/m0-0,m0-1").iter().any(|flaw| matches!(flaw, Flaw::HeadlineCrowded)));
}

#[test]
fn a_text_in_the_other_language_is_named() {
    let step = r#"{"place":"overview","as":"title","headline":{"zh":"题"},"notes":{"en":"say"},"seconds":9}"#;
    let flaws = |lang| Hall::steps(&district(2, 1, 3, 3), step, lang).flaws(0, "100x30");
    assert_eq!((flaws(Lang::En), flaws(Lang::Zh)), (vec![Flaw::HeadlineForeign], vec![Flaw::NotesForeign]));
}

#[test]
fn a_name_that_is_cut_on_a_page_is_named() {
    let long = "名".repeat(90);
    let mut data: serde_json::Value = serde_json::from_str(&district(1, 0, 2, 0)).unwrap();
    data["metrics"][0]["name"] = long.into();
    let hall = Hall::steps(&data.to_string(), &format!(r#"{{"place":"action/a0",{WHOLE}}}"#), Lang::Zh);
    let flaws = hall.flaws(0, "80x24");
    assert!(flaws.iter().any(|flaw| matches!(flaw, Flaw::TextCut(text) if text.contains("名名"))), "{flaws:?}");
}

#[test]
fn a_source_or_a_definition_without_room_is_named() {
    let mut data: serde_json::Value = serde_json::from_str(&district(1, 0, 2, 0)).unwrap();
    data["sources"][0]["title"] = "源".repeat(60).into();
    data["metrics"][0]["definition"] = "口".repeat(200).into();
    let hall = Hall::steps(&data.to_string(), &format!(r#"{{"place":"metric/m0-0","as":"figure",{WHOLE}}}"#), Lang::Zh);
    let flaws = hall.flaws(0, "80x24");
    assert!(flaws.contains(&Flaw::SourceShort), "{flaws:?}");
    assert!(flaws.iter().any(|flaw| matches!(flaw, Flaw::DefinitionLeft(_))), "{flaws:?}");
}

#[test]
fn what_is_missing_is_named() {
    let flaws = one(r#"{"place":"metric/m0-0","as":"figure"}"#).flaws(0, "80x24");
    assert_eq!(flaws, [Flaw::NoHeadline, Flaw::NoNotes, Flaw::NoSeconds]);
    assert!(flaws.iter().all(|flaw| flaw.severity() == Severity::Advice));
    let sentences: Vec<String> = flaws.iter().map(|flaw| flaw.sentence(messages(Lang::En))).collect();
    assert_eq!(sentences, ["no headline; the name of the place is shown instead", "no notes", "no time set"]);
    assert_eq!(one(&format!(r#"{{"place":"metric/m0-0","as":"figure",{WHOLE}}}"#)).flaws(0, "80x24"), []);
    assert_eq!(one(&format!(r#"{{"place":"overview","as":"title",{WHOLE}}}"#)).flaws(7, "80x24"), []);
}

#[test]
fn a_headline_that_is_too_long_is_named() {
    let long = "长".repeat(100);
    let hall = one(&format!(r#"{{"place":"metric/m0-0","as":"figure","headline":"{long}","notes":"说","seconds":9}}"#));
    assert_eq!(hall.flaws(0, "200x60"), [Flaw::HeadlineSmall]);
    assert_eq!(hall.flaws(0, "80x24"), [Flaw::HeadlineLong(3), Flaw::HeadlineSmall]);
    assert!(hall.flaws(0, "100x30").contains(&Flaw::HeadlineSmall));
    assert!(hall.flaws(0, "60x20").contains(&Flaw::HeadlineLong(4)));
    assert!(hall.flaws(0, "20x8").contains(&Flaw::HeadlineCut));
    assert!(hall.text(0, "20x8").contains('…'));
}

#[test]
fn a_page_or_a_list_that_goes_on_is_named() {
    let page = one(&format!(r#"{{"place":"action/a0",{WHOLE}}}"#)).flaws(0, "80x24");
    assert!(matches!(page.as_slice(), [Flaw::PageLong(rows), ..] if *rows > 5), "{page:?}");
    let table = one(&format!(r#"{{"place":"metrics",{WHOLE}}}"#)).flaws(0, "80x24");
    assert!(matches!(table.as_slice(), [Flaw::PageLong(rows), ..] if *rows > 30), "{table:?}");
    let hall = one(&format!(r#"{{"place":"metrics","as":"list",{WHOLE}}}"#));
    let hidden = |size: &str| hall.flaws(0, size).into_iter().find(|flaw| matches!(flaw, Flaw::RowsHidden(..)));
    let Some(Flaw::RowsHidden(rows, 60)) = hidden("80x24") else { panic!("{:?}", hall.flaws(0, "80x24")) };
    assert!(hall.text(0, "80x24").contains(&format!("另有{rows}行")));
    assert_eq!(hidden("200x60"), None);
}

#[test]
fn figures_without_value_or_source_are_named() {
    let bare = Hall::steps(
        SAMPLE.split(",\n  \"briefings\"").next().map(|head| format!("{head}\n}}")).unwrap().as_str(),
        &format!(
            r#"{{"place":"metric/volunteer-hours","as":"figure",{WHOLE}}},
               {{"place":"metric/solar-capacity","as":"figure",{WHOLE}}},
               {{"place":"compare/solar-capacity,trees-planted","as":"comparison",{WHOLE}}}"#
        ),
        Lang::Zh,
    );
    assert_eq!(bare.flaws(0, "80x24"), [Flaw::NoValue("志愿服务工时".to_owned())]);
    assert_eq!(bare.flaws(1, "80x24"), [Flaw::NoSource]);
    assert_eq!(bare.flaws(2, "80x24"), [Flaw::Uncited("屋顶光伏装机".to_owned())]);
    assert_eq!(bare.flaws(2, "80x24").first().map(Flaw::severity), Some(Severity::Fault));
}

#[test]
fn a_spotlight_on_nothing_is_named() {
    let spots = |place: &str, spot: &str| {
        let flaws = one(&format!(r#"{{"place":"{place}","spotlight":"{spot}",{WHOLE}}}"#)).flaws(0, "120x400");
        flaws.contains(&Flaw::SpotlightAbsent(spot.to_owned()))
    };
    for (place, there, absent) in [
        ("action/a0", "m0-29", "m1-0"),
        ("action/a0", "h0-1", "h1-1"),
        ("metrics", "m1-29", "h0-0"),
        ("honours", "h1-2", "m0-0"),
        ("metric/m0-0", "m0-0", "h0-0"),
    ] {
        assert!(!spots(place, there), "{place} {there}");
        assert!(spots(place, absent), "{place} {absent}");
    }
}

#[test]
fn a_figure_that_has_no_room_is_named() {
    let json = district(1, 0, 1, 0).replace("\"value\":", "\"value\":9999999999");
    let hall = Hall::steps(&json, &format!(r#"{{"place":"metric/m0-0","as":"figure",{WHOLE}}}"#), Lang::En);
    let cut = |size: &str| hall.flaws(0, size).iter().any(|flaw| matches!(flaw, Flaw::FigureCut(_)));
    assert!(!cut("80x24"));
    for columns in 20..60 {
        let size = format!("{columns}x12");
        let shown = hall.text(0, &size);
        assert!(!shown.lines().any(|line| line.contains("9…")), "{shown}");
    }
}

#[test]
fn what_is_told_is_told_beside_all_figures_or_none() {
    let hall = Hall::open(SAMPLE, Lang::En);
    for size in ["60x16", "80x24", "100x30", "120x40", "200x60"] {
        let statuses = ["met", "on course", "unclear"].map(|word| hall.text(8, size).contains(word));
        assert!(statuses.iter().all(|told| *told == statuses[0]), "{size} {}", hall.text(8, size));
        let left_out = |flaw: &Flaw| matches!(flaw, Flaw::LeftOut([true, ..]));
        assert_eq!(hall.flaws(8, size).iter().any(left_out), !statuses[0], "{size}");
    }
}
