//! How a metric stands: against the year before, and against its target. Told by sign and word, and by colour besides.

use std::cmp::Ordering;

use crate::domain::change::{Change, year_on_year};
use crate::domain::figure::ChangeText;
use crate::domain::series::State;
use crate::domain::status::{Status, is_due, status};
use crate::domain::{Bound, Lang, Metric, Unit};
use crate::screens::Context;
use crate::ui::theme::Role;

/// The sign of a status, one cell wide; no two are alike, also where they are written in ASCII.
pub(in crate::screens) fn sign(status: Status) -> &'static str {
    match status {
        Status::Met => "✓",
        Status::OnCourse => "▹",
        Status::Behind => "!",
        Status::Missed => "✗",
        Status::Unclear => "~",
        Status::NoTarget => "-",
        Status::NoData => "?",
    }
}

/// The signs of this module with their words, a line for each kind.
pub(in crate::screens) fn legend(cx: &Context<'_>) -> [String; 2] {
    let statuses: Vec<String> =
        Status::ALL.iter().map(|status| format!("{} {}", sign(*status), word(cx, *status))).collect();
    [statuses.join("  "), cx.messages.says.marks_of_changes.to_owned()]
}

/// The colour of a status. No target is never green.
pub(in crate::screens) fn role(status: Status) -> Role {
    match status {
        Status::Met => Role::Good,
        Status::OnCourse => Role::Text,
        Status::Behind => Role::Warn,
        Status::Missed => Role::Bad,
        Status::Unclear | Status::NoTarget | Status::NoData => Role::Unknown,
    }
}

/// The word of a status.
pub(in crate::screens) fn word(cx: &Context<'_>, status: Status) -> &'static str {
    let [met, on_course, behind, missed, unclear, no_target, no_data] = cx.messages.words.statuses;
    match status {
        Status::Met => met,
        Status::OnCourse => on_course,
        Status::Behind => behind,
        Status::Missed => missed,
        Status::Unclear => unclear,
        Status::NoTarget => no_target,
        Status::NoData => no_data,
    }
}

/// The status of a metric as it is told: sign and word, and that the target is not due yet where it has not been reached.
pub(in crate::screens) fn told(cx: &Context<'_>, metric: &Metric) -> (String, Role) {
    let (told, role) = short(cx, metric);
    (told + not_due(cx, metric), role)
}

/// Says of what has not reached its target that there is time left; or of what is on course, that there is none left to
/// reach it by the date of the target. Empty where the word of the status says enough.
pub(in crate::screens) fn not_due(cx: &Context<'_>, metric: &Metric) -> &'static str {
    let Some(target) = &metric.target else { return "" };
    let due = is_due(target, cx.district.period_of(metric));
    match status(metric) {
        Status::Behind | Status::Missed if !due => cx.messages.says.not_due,
        Status::OnCourse if due && target.by.is_some() => cx.messages.says.due,
        _ => "",
    }
}

/// Sign and word of the status of a metric.
pub(in crate::screens) fn short(cx: &Context<'_>, metric: &Metric) -> (String, Role) {
    let status = status(metric);
    (format!("{} {}", sign(status), word(cx, status)), role(status))
}

/// The target of a metric and how far off it is, signed; both empty without a target.
pub(in crate::screens) fn goal(cx: &Context<'_>, metric: &Metric) -> (String, String) {
    let (Some(target), Some(unit)) = (&metric.target, cx.district.unit(&metric.unit)) else {
        return Default::default();
    };
    let goal = cx.format().figure(target.value.0, Bound::Exact, unit).text();
    let off = metric.value.map(|value| cx.format().gap(target.value.0, value.0, metric.bound, unit));
    (goal, off.unwrap_or_default())
}

/// The target, by when where that is wanted, and how far off the metric is: `目标 24家，较目标 −6家`; empty without a target.
pub(in crate::screens) fn against_target(cx: &Context<'_>, metric: &Metric, dated: bool) -> String {
    let Some(target) = &metric.target else { return String::new() };
    let by =
        target.by.filter(|_| dated).map(|by| (cx.messages.says.by)(&by.describe(cx.prefs.lang))).unwrap_or_default();
    let (goal, off) = goal(cx, metric);
    if off.is_empty() {
        (cx.messages.says.target_line)(&goal, &by)
    } else {
        (cx.messages.says.gap_to_target)(&format!("{goal}{by}"), &off)
    }
}

/// A change with its words.
pub(in crate::screens) struct Told<'a> {
    /// The change.
    pub change: Change,
    /// Its amount, the difference beside it, its base.
    pub text: ChangeText,
    /// The unit of the metric.
    unit: &'a Unit,
}

/// The change of a metric year on year, where there is a base.
pub(in crate::screens) fn change<'a>(cx: &Context<'a>, metric: &Metric) -> Option<Told<'a>> {
    let unit = cx.district.unit(&metric.unit)?;
    let change = year_on_year(cx.district, metric)?;
    let text = cx.format().change(&change, unit);
    Some(Told { change, text, unit })
}

impl Told<'_> {
    /// Up, down or neither. A better place is a smaller number, and up.
    fn sign(&self) -> &'static str {
        let order = self.change.value.cmp(&self.change.base);
        let rank = self.unit.kind == crate::domain::UnitKind::Rank;
        match if rank { order.reverse() } else { order } {
            Ordering::Greater => "▴",
            Ordering::Less => "▾",
            Ordering::Equal => "=",
        }
    }

    /// Sign and amount: `▴ +5.2%`. The base belongs beside it.
    pub(in crate::screens) fn amount(&self) -> String {
        format!("{} {}", self.sign(), self.text.amount)
    }

    /// Sign, amount and the value of the year before, in few words: `▴ +5.2%（93.7亿）`.
    pub(in crate::screens) fn short(&self, cx: &Context<'_>) -> String {
        (cx.messages.says.with_year_before)(&self.amount(), &self.text.base_short)
    }

    /// The same under a heading that says what stands in brackets: `▴ +5.2%（93.7亿）`.
    pub(in crate::screens) fn brief(&self, cx: &Context<'_>) -> String {
        (cx.messages.says.with_base)(&self.amount(), &self.text.base_short)
    }

    /// Amount and base without a sign of the way, in Chinese without a blank: `+5.2%(93.7亿)`, `+5.2% (93.7B)`.
    pub(in crate::screens) fn narrow(&self, cx: &Context<'_>) -> String {
        let gap = if cx.prefs.lang == Lang::En { " " } else { "" };
        format!("{}{gap}({})", self.text.amount, self.text.base_short)
    }

    /// The same with the period of the base and the unit: `▴ +5.2%（2023年 93.7亿元）`.
    pub(in crate::screens) fn full(&self, cx: &Context<'_>) -> String {
        let period = self.change.base_period.describe(cx.prefs.lang);
        let [provisional, revised, estimated] = cx.messages.words.flags;
        // What it is measured from is told as it is known.
        let state = match self.change.base_state {
            State::Settled => "",
            State::Revised => revised,
            State::Provisional => provisional,
            State::Estimated | State::Forecast => estimated,
        };
        let gap = if state.is_empty() { "" } else { " · " };
        (cx.messages.says.with_base)(&self.amount(), &format!("{period} {}{gap}{state}", self.text.base))
    }

    /// The colour of the change: for the better, for the worse, or neither.
    pub(in crate::screens) fn role(&self) -> Role {
        match self.change.better {
            Some(true) => Role::Good,
            Some(false) => Role::Bad,
            None => Role::Text,
        }
    }

    /// Whether it is for the better, in a word; empty where nothing says which way is better.
    pub(in crate::screens) fn word(&self, cx: &Context<'_>) -> &'static str {
        match self.change.better {
            Some(true) => cx.messages.words.better,
            Some(false) => cx.messages.words.worse,
            None => "",
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use ratatui::buffer::Buffer;

    use super::*;
    use crate::ui::ascii;

    #[test]
    fn every_status_has_a_sign_of_its_own_in_every_set() {
        let drawn = Status::ALL.map(sign);
        let mut buf = Buffer::with_lines([drawn.concat()]);
        let area = buf.area;
        ascii::apply(&mut buf, area, Lang::Zh);
        let typed: HashSet<&str> = buf.content.iter().map(ratatui::buffer::Cell::symbol).collect();
        assert_eq!([HashSet::from(drawn).len(), typed.len()], [Status::ALL.len(); 2], "{drawn:?} {typed:?}");
        assert!(typed.iter().all(|sign| sign.is_ascii() && *sign != " "), "{typed:?}");
    }
}
