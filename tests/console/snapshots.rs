//! What the console looks like. After a wanted change: `INSTA_UPDATE=always cargo test --test console`.

use xinhuo::domain::Lang;

use crate::podium::{Podium, states};

fn name(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "zh",
        Lang::En => "en",
    }
}

#[test]
fn every_state_at_the_usual_sizes() {
    for lang in Lang::ALL {
        for (state, podium) in states(lang) {
            for size in ["80x24", "120x40"] {
                insta::assert_snapshot!(format!("{state}-{size}-{}", name(lang)), podium.screen(size));
            }
        }
    }
}

#[test]
fn at_other_sizes() {
    for size in ["20x4", "40x10", "50x30", "100x30", "200x60"] {
        let mut podium = Podium::baoan(Lang::Zh);
        insta::assert_snapshot!(format!("behind-{size}-zh"), podium.steps(4, 95).screen(size));
    }
}
