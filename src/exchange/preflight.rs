//! What a look at every step of a show has found, as a report.

use std::fmt::Write as _;

use crate::domain::{Lang, Show};
use crate::lang::Messages;

/// Something that is wrong with a step at a size.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Columns and rows of the screen.
    pub size: (u16, u16),
    /// The step, from 0.
    pub step: usize,
    /// The audience would see it; else it is a hint.
    pub fault: bool,
    /// What is wrong, in a sentence.
    pub sentence: String,
}

/// Names every step with what was found there: once, with the sizes at which it is so.
pub fn report(show: &Show, sizes: &[(u16, u16)], findings: &[Finding], messages: &Messages, lang: Lang) -> String {
    let words = &messages.stage;
    let mut out = String::new();
    for (step, slide) in show.slides.iter().enumerate() {
        let here: Vec<&Finding> = findings.iter().filter(|finding| finding.step == step).collect();
        if here.is_empty() {
            continue;
        }
        let headline = slide.headline.as_ref().map_or("", |text| text.get(lang));
        // Writing to a string cannot fail.
        let _ = writeln!(out, "{} {headline} ({})", step + 1, slide.address);
        let mut told: Vec<&str> = Vec::new();
        for finding in &here {
            if told.contains(&finding.sentence.as_str()) {
                continue;
            }
            told.push(&finding.sentence);
            let same = here.iter().filter(|other| other.sentence == finding.sentence);
            let at: Vec<String> = same.map(|other| written(other.size)).collect();
            let at = if at.len() == sizes.len() { String::new() } else { format!(" [{}]", at.join(" ")) };
            let sign = if finding.fault { "✗" } else { "!" };
            let _ = writeln!(out, "  {sign} {}{at}", finding.sentence);
        }
        out.push('\n');
    }
    let timing = timing(show, messages);
    if let Some(sentence) = &timing {
        let _ = writeln!(out, "! {sentence}\n");
    }
    let count = |fault: bool| {
        let found = findings.iter().filter(|finding| finding.fault == fault);
        found.map(|finding| (finding.step, &finding.sentence)).collect::<std::collections::BTreeSet<_>>().len()
    };
    let sizes: Vec<String> = sizes.iter().map(|size| written(*size)).collect();
    let sum =
        (words.checked)(show.slides.len(), &sizes.join(" "), count(true), count(false) + usize::from(timing.is_some()));
    let _ = writeln!(out, "{sum}");
    out
}

/// That the minutes of a show are not those of its steps, where all have times: more than a fifth apart.
fn timing(show: &Show, messages: &Messages) -> Option<String> {
    let minutes = show.minutes.filter(|_| show.slides.iter().all(|slide| slide.seconds.is_some()))?;
    let (set, sum) = (u64::from(minutes) * 60, u64::from(show.seconds()));
    (set.abs_diff(sum) * 5 > set).then(|| (messages.stage.minutes_differ)(minutes, show.seconds()))
}

fn written((columns, rows): (u16, u16)) -> String {
    format!("{columns}x{rows}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Address, Form, Id, Slide};
    use crate::lang::messages;

    #[test]
    fn minutes_that_are_not_those_of_the_steps_are_told() {
        let step = |seconds| Slide {
            address: Address::Overview,
            form: Form::Title,
            headline: None,
            notes: None,
            seconds,
            spotlight: None,
            reveal: false,
            section: None,
        };
        let text = |minutes, times: &[Option<u32>]| {
            let slides = times.iter().map(|seconds| step(*seconds)).collect();
            let show = Show { id: Id::from("a"), title: "A".into(), minutes, slides, made: false };
            report(&show, &[(80, 24)], &[], messages(Lang::En), Lang::En)
        };
        assert!(text(Some(10), &[Some(300), Some(121)]).contains("10 min, its steps take 7 min 1 s"));
        for fits in [text(Some(10), &[Some(480)]), text(None, &[Some(9)]), text(Some(10), &[Some(9), None])] {
            assert!(!fits.contains("its steps"), "{fits}");
        }
    }

    #[test]
    fn what_is_so_at_every_size_is_told_once() {
        let slide = Slide::of(Address::Overview, Form::Title);
        let show = Show {
            id: Id::from("a"),
            title: "A".into(),
            minutes: None,
            slides: vec![slide.clone(), slide],
            made: false,
        };
        let sizes = [(80, 24), (100, 30)];
        let finding = |size, fault, sentence: &str| Finding { size, step: 1, fault, sentence: sentence.to_owned() };
        let findings = [
            finding(sizes[0], false, "no notes"),
            finding(sizes[0], true, "4 rows too long"),
            finding(sizes[1], false, "no notes"),
        ];
        let text = report(&show, &sizes, &findings, messages(Lang::En), Lang::En);
        assert_eq!(text.matches("no notes").count(), 1, "{text}");
        assert!(text.contains("[80x24]") && text.starts_with("2 "), "{text}");
        assert!(report(&show, &sizes, &[], messages(Lang::Zh), Lang::Zh).contains("2步"));
    }
}
