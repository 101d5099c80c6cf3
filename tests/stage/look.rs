//! Temporary.
use crate::common::{BAOAN, SAMPLE};
use crate::hall::Hall;
use xinhuo::domain::Lang;
use xinhuo::exchange;

#[test]
#[ignore]
fn look() {
    let what = std::env::var("LOOK").unwrap();
    for what in what.split(',') {
        let words: Vec<&str> = what.split(' ').collect();
        let lang = if words[1] == "zh" { Lang::Zh } else { Lang::En };
        let mut hall = Hall::open(if words[0] == "b" { BAOAN } else { SAMPLE }, lang);
        if words.len() > 3 {
            hall.prefs.theme = xinhuo::model::ThemeName::parse(words[3]).unwrap();
        }
        for at in 0..hall.show.slides.len() {
            let buf = hall.step(at, words[2]);
            let out = exchange::ansi::render(&buf, exchange::ansi::Colours::AsDrawn);
            std::fs::write(format!("/tmp/p5/stage/{}-{}-{}-{at:02}.ans", words[0], words[1], words[2]), out).unwrap();
        }
    }
}

#[test]
#[ignore]
fn flaws() {
    for (name, json) in [("baoan", BAOAN), ("sample", SAMPLE)] {
        for lang in Lang::ALL {
            let hall = Hall::open(json, lang);
            for at in 0..hall.show.slides.len() {
                for size in ["80x24", "100x30", "120x40", "200x60"] {
                    for flaw in hall.flaws(at, size) {
                        println!("{name} {lang:?} {} {size} {:?}: {flaw:?}", at + 1, hall.show.slides[at].form);
                    }
                }
            }
        }
    }
}

#[test]
#[ignore]
fn times() {
    for (name, json) in [("baoan", BAOAN), ("sample", SAMPLE)] {
        let hall = Hall::open(json, Lang::En);
        for size in ["80x24", "100x30", "200x60"] {
            for at in 0..hall.show.slides.len() {
                let start = std::time::Instant::now();
                hall.step(at, size);
                println!("{name} {size} {} {:?} {:?}", at + 1, hall.show.slides[at].form, start.elapsed());
            }
        }
    }
}
