//! What a look at every step of a show has found, as a report.

use std::fmt::Write as _;

use crate::domain::{Lang, Show};
use crate::lang::Messages;
use crate::screens::stage::{Flaw, Severity};

/// Something that is wrong with a step at a size.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Columns and rows of the screen.
    pub size: (u16, u16),
    /// The step, from 0.
    pub step: usize,
    /// What is wrong.
    pub flaw: Flaw,
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
        let mut told: Vec<&Flaw> = Vec::new();
        for finding in &here {
            if told.contains(&&finding.flaw) {
                continue;
            }
            told.push(&finding.flaw);
            let same = here.iter().filter(|other| other.flaw == finding.flaw);
            let at: Vec<String> = same.map(|other| written(other.size)).collect();
            let at = if at.len() == sizes.len() { String::new() } else { format!(" [{}]", at.join(" ")) };
            let sign = if finding.flaw.severity() == Severity::Fault { "✗" } else { "!" };
            let _ = writeln!(out, "  {sign} {}{at}", finding.flaw.sentence(messages));
        }
        out.push('\n');
    }
    let count = |severity| {
        let mut apart: Vec<(usize, &Flaw)> = Vec::new();
        for finding in findings.iter().filter(|finding| finding.flaw.severity() == severity) {
            let flaw = (finding.step, &finding.flaw);
            if !apart.contains(&flaw) {
                apart.push(flaw);
            }
        }
        apart.len()
    };
    let sizes: Vec<String> = sizes.iter().map(|size| written(*size)).collect();
    let sum = (words.checked)(show.slides.len(), &sizes.join(" "), count(Severity::Fault), count(Severity::Advice));
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
        let slide = Slide {
            address: Address::Overview,
            form: Form::Title,
            headline: None,
            notes: None,
            seconds: None,
            spotlight: None,
            reveal: false,
            section: None,
        };
        let show = Show {
            id: Id::from("a"),
            title: "A".into(),
            minutes: None,
            slides: vec![slide.clone(), slide],
            made: false,
        };
        let sizes = [(80, 24), (100, 30)];
        let finding = |size, step, flaw| Finding { size, step, flaw };
        let findings = [
            finding(sizes[0], 1, Flaw::NoNotes),
            finding(sizes[0], 1, Flaw::PageLong(4)),
            finding(sizes[1], 1, Flaw::NoNotes),
        ];
        let text = report(&show, &sizes, &findings, messages(Lang::En), Lang::En);
        assert_eq!(text.matches(&Flaw::NoNotes.sentence(messages(Lang::En))).count(), 1, "{text}");
        assert!(text.contains("[80x24]") && text.starts_with("2 "), "{text}");
        assert!(report(&show, &sizes, &[], messages(Lang::Zh), Lang::Zh).contains("2 步"));
    }
}
