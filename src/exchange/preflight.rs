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
    let count = |fault: bool| {
        let found = findings.iter().filter(|finding| finding.fault == fault);
        found.map(|finding| (finding.step, &finding.sentence)).collect::<std::collections::BTreeSet<_>>().len()
    };
    let sizes: Vec<String> = sizes.iter().map(|size| written(*size)).collect();
    let sum = (words.checked)(show.slides.len(), &sizes.join(" "), count(true), count(false));
    let _ = writeln!(out, "{sum}");
    out
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
