//! Texts that a screen cannot do without are not empty.

use super::super::kind::FaultKind;
use super::super::path::{Path, steps};
use super::{Finding, Rules};
use crate::domain::text::Text;
use crate::domain::visible::is_blank;

impl Rules<'_> {
    pub(super) fn texts(&mut self) {
        let data = self.data;
        self.text(&data.title, || steps!["title"]);
        self.text(&data.district, || steps!["district"]);
        for (at, source) in data.sources.iter().enumerate() {
            self.text(&source.title, || steps!["sources", at, "title"]);
            self.text(&source.publisher, || steps!["sources", at, "publisher"]);
        }
        for (at, unit) in data.units.iter().enumerate() {
            self.text(&unit.name, || steps!["units", at, "name"]);
        }
        for (at, action) in data.actions.iter().enumerate() {
            self.text(&action.name, || steps!["actions", at, "name"]);
        }
        for (at, initiative) in data.initiatives.iter().enumerate() {
            self.text(&initiative.name, || steps!["initiatives", at, "name"]);
        }
        for (at, honour) in data.honours.iter().enumerate() {
            self.text(&honour.name, || steps!["honours", at, "name"]);
        }
        for (at, event) in data.events.iter().enumerate() {
            self.text(&event.name, || steps!["events", at, "name"]);
        }
        for (at, briefing) in data.briefings.iter().enumerate() {
            self.text(&briefing.title, || steps!["briefings", at, "title"]);
            for (nth, step) in briefing.steps.iter().enumerate() {
                // A step without a headline says so by leaving it out; an empty one would be a blank screen.
                if let Some(headline) = &step.headline {
                    self.text(headline, || steps!["briefings", at, "steps", nth, "headline"]);
                }
            }
        }
        for (at, metric) in data.metrics.iter().enumerate() {
            self.text(&metric.name, || steps!["metrics", at, "name"]);
            if let Some(derived) = &metric.derived {
                self.text(&derived.how, || steps!["metrics", at, "derived", "how"]);
            }
            for (nth, breakdown) in metric.breakdown.iter().enumerate() {
                let base = || steps!["metrics", at, "breakdown", nth];
                self.text(&breakdown.dimension, || base().then("dimension"));
                for (which, part) in breakdown.parts.iter().enumerate() {
                    self.text(&part.name, || base().then("parts").then(which).then("name"));
                }
            }
        }
    }

    /// A text that has to say something in every language that it has.
    fn text(&mut self, text: &Text, at: impl Fn() -> Path) {
        let mut check = |text: &str, language: Option<&'static str>| {
            if is_blank(text) {
                let path = language.map_or_else(&at, |language| at().then(language));
                self.add(Finding::new(FaultKind::EmptyText, path));
            }
        };
        match text {
            Text::Plain(text) => check(text, None),
            Text::Each { zh, en } => {
                for (text, language) in [(zh, "zh"), (en, "en")] {
                    if let Some(text) = text {
                        check(text, Some(language));
                    }
                }
            }
        }
    }
}
