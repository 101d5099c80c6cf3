//! The evidence of the card: what is counted, since when, by whom, where it is stated, and what is not on record.

use ratatui::layout::Rect;

use super::{Card, ROOMY};
use crate::domain::{self, Address};
use crate::screens::parts;
use crate::screens::parts::facts::{self, Fact};
use crate::screens::parts::links::Links;
use crate::screens::parts::record;
use crate::screens::parts::trend;
use crate::ui::page::Pen;
use crate::ui::theme::Role;

impl Card<'_> {
    /// What stands behind the figure. Gives the row below.
    pub(super) fn evidence(&self, pen: &mut Pen<'_>, area: Rect) -> u16 {
        let inner = Rect { height: 0, ..parts::inset(area) };
        let air = u16::from(area.height >= ROOMY);
        let y = facts::paint(pen, inner, facts::label_width(self.cx), air, &self.facts());
        let metric = self.metric;
        let links = Links {
            source: metric.source.as_ref(),
            initiative: metric.initiative.as_ref(),
            action: metric.action.as_ref(),
            derived: metric.derived.is_some(),
        };
        let y = links.paint(pen, self.cx, Rect { y: y.saturating_add(1), ..area });
        if self.cx.audience { y } else { self.missing(pen, Rect { y, ..area }) }
    }

    fn facts(&self) -> Vec<Fact<'_>> {
        let (cx, metric) = (self.cx, self.metric);
        let words = &cx.messages.words;
        let text = |text: &Option<domain::Text>| text.as_ref().map(|text| cx.text(text).to_owned());
        let flag = metric.flag.map(|flag| record::flag_word(cx, flag).to_owned());
        let address = Address::Metric(metric.id.clone()).to_string();
        let rows = [
            (words.as_written, Role::Strong, metric.as_written.as_ref().map(|written| format!("“{written}”"))),
            (words.definition, Role::Text, text(&metric.definition)),
            (words.period, Role::Text, Some(cx.district.period_of(metric).describe(cx.prefs.lang))),
            (words.owner, Role::Text, text(&metric.owner)),
            (words.derived, Role::Text, metric.derived.as_ref().map(|derived| cx.text(&derived.how).to_owned())),
            (words.flag, Role::Text, flag),
            (words.history, Role::Text, self.history()),
            (words.revisions, Role::Text, record::revisions(cx, metric)),
            (words.note, Role::Muted, text(&metric.note).filter(|_| !cx.audience)),
            (words.address, Role::Muted, Some(address).filter(|_| !cx.audience)),
        ];
        let fact =
            |(label, role, value): (&'static str, Role, Option<String>)| Some(Fact { label, value: value?, role });
        rows.into_iter().filter_map(fact).collect()
    }

    /// Earlier values, unless a chart tells them already.
    fn history(&self) -> Option<String> {
        if trend::has(self.cx, self.metric) {
            return None;
        }
        let point = |point: &domain::metric::Point| {
            let value = match point.value {
                Some(value) => record::in_full(self.cx, self.metric, value, point.bound),
                None => self.cx.messages.says.no_value.to_owned(),
            };
            let flag = point.flag.map(|flag| format!(" ({})", record::flag_word(self.cx, flag))).unwrap_or_default();
            format!("{} {value}{flag}", point.period.describe(self.cx.prefs.lang))
        };
        let points: Vec<String> = self.metric.history.iter().map(point).collect();
        (!points.is_empty()).then(|| points.join("\n"))
    }

    /// What the source does not tell, quietly. Gives the row below.
    fn missing(&self, pen: &mut Pen<'_>, area: Rect) -> u16 {
        let metric = self.metric;
        let words = &self.cx.messages.words;
        let absent = [
            (metric.source.is_none(), words.source),
            (metric.definition.is_none(), words.definition),
            (metric.target.is_none(), words.target),
            (metric.history.is_empty(), words.history),
            (metric.breakdown.is_empty(), words.breakdown),
            (metric.owner.is_none(), words.owner),
        ];
        let absent: Vec<&str> = absent.into_iter().filter(|(absent, _)| *absent).map(|(_, word)| word).collect();
        if absent.is_empty() {
            return area.y;
        }
        let sentence = (self.cx.messages.says.missing)(&absent);
        let area = Rect { x: area.x + 2, y: area.y.saturating_add(1), width: area.width.saturating_sub(2), height: 0 };
        facts::paragraph(pen, area, &sentence, Role::Faint)
    }
}
