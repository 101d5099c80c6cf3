//! The parts of a value: how much each is, which share of the whole, and what they leave untold.

use super::{Body, Chart, Entry, Head, body, cite, subtitle};
use crate::domain::figure::{Format, Notation};
use crate::domain::metric::{Breakdown, Part};
use crate::domain::parts::{self, Shares};
use crate::domain::{Bound, Decimal, Metric, Unit, UnitKind};
use crate::screens::Context;
use crate::ui::chart::{Fill, LONGEST};
use crate::ui::theme::Role;

/// The parts of a value, the largest first; of a rank, the best.
pub(in crate::screens) fn breakdowns(cx: &Context<'_>, metric: &Metric) -> Vec<Chart> {
    let Some(unit) = cx.district.unit(&metric.unit) else { return Vec::new() };
    metric.breakdown.iter().map(|breakdown| chart(cx, metric, unit, breakdown)).collect()
}

fn chart(cx: &Context<'_>, metric: &Metric, unit: &Unit, breakdown: &Breakdown) -> Chart {
    let says = &cx.messages.says;
    let role = super::super::hue(cx, metric.action.as_ref());
    let mut ranked: Vec<&Part> = breakdown.parts.iter().collect();
    ranked.sort_by_key(|part| std::cmp::Reverse(part.value));
    if unit.kind == UnitKind::Rank {
        ranked.sort_by_key(|part| part.value);
    }
    let values: Vec<Decimal> = ranked.iter().map(|part| part.value.0).collect();
    let told = Told::of(metric, unit, breakdown.whole, &values);
    let entry = |(name, value, role)| Entry { name, value, bound: Bound::Exact, role };
    let rest = told.rest.map(|rest| (says.untold_rest, rest, Role::Muted));
    // What is left stands below the parts however many they are: above it there is room for all, or for all but the row that
    // counts the others.
    let (all, longest) = (values.len() + usize::from(rest.is_some()), usize::from(LONGEST));
    let kept = if rest.is_some() && all > longest { longest - 2 } else { values.len() };
    let rows = ranked.iter().take(kept).map(|part| (cx.text(&part.name), part.value.0, role)).chain(rest);
    let entries: Vec<Entry<'_>> = rows.map(entry).collect();
    let mut body = body(cx, unit, &entries);
    if let Body::Bars(bars) = &mut body {
        let shares = told.shares.as_ref().map(Shares::texts).unwrap_or_default();
        for (bar, share) in bars.iter_mut().zip(shares) {
            bar.note = share;
        }
        // Behind the parts stands only what they leave.
        for bar in bars.iter_mut().skip(kept) {
            bar.fill = Fill::Hatched;
        }
    }
    let source = cite::line(cx, std::iter::once(metric.source.as_ref()));
    let remarks = told.remarks(cx, unit).into_iter().chain([source]).filter(|line| !line.is_empty());
    let head = Head {
        title: (says.breakdown_title)(cx.text(&breakdown.dimension)),
        subtitle: subtitle(cx, &(says.unit_note)(cx.format().unit_name(unit)), std::iter::once(metric), &[]),
        source: remarks.collect::<Vec<_>>().join(" · "),
    };
    let left_out = all - entries.len().min(longest);
    Chart { left_out, ..Chart::new(head, body) }
}

/// What the parts say about the whole.
#[derive(Default)]
struct Told {
    /// The share of each, where they make up the whole.
    shares: Option<Shares>,
    /// What they leave, where they are only some parts of it.
    rest: Option<Decimal>,
    /// What they sum to and how far that is above the value, where they make up the whole but for rounding.
    sum: Option<(Decimal, Decimal)>,
}

impl Told {
    /// Nothing is said of what does not add up, and no difference from a value that is not exact. A value that was derived
    /// may be an average, which its parts do not add up to.
    fn of(metric: &Metric, unit: &Unit, whole: bool, parts: &[Decimal]) -> Self {
        if !parts::adds_up(unit.kind) || parts.is_empty() {
            return Self::default();
        }
        let exact = metric.value.map(|value| value.0).filter(|_| metric.bound == Bound::Exact);
        if whole {
            let surplus = exact.and_then(|value| parts::surplus(value, parts));
            return Self { shares: Shares::of(parts), rest: None, sum: parts::sum(parts).zip(surplus) };
        }
        let exact = exact.filter(|_| metric.derived.is_none());
        Self { rest: exact.and_then(|value| parts::rest(value, parts)), ..Self::default() }
    }

    /// Where the figures do not sum to what one expects, that they do not.
    fn remarks(&self, cx: &Context<'_>, unit: &Unit) -> Vec<String> {
        let says = &cx.messages.says;
        let format = Format { notation: Notation::Exact, ..cx.format() };
        let figure = |value: Decimal| format.figure(value, Bound::Exact, unit).text();
        let sum = self.sum.map(|(sum, surplus)| {
            let say = if surplus > Decimal::ZERO { says.parts_over } else { says.parts_under };
            say(&figure(sum), &figure(surplus.abs()))
        });
        let shares = self.shares.as_ref().and_then(Shares::off).map(|off| (says.shares_off)(&off));
        sum.into_iter().chain(shares).collect()
    }
}

#[cfg(test)]
mod tests {
    use ratatui::buffer::Buffer;
    use ratatui::layout::Rect;

    use super::super::tests::with;
    use super::*;

    /// A breakdown with these values, and what else the metric has.
    fn parts(values: &str, whole: bool, more: &str) -> String {
        let part = |(at, value): (usize, &str)| format!(r#"{{"name":"p{at}","value":{value}}}"#);
        let parts: Vec<String> = values.split_whitespace().enumerate().map(part).collect();
        format!(r#","breakdown":[{{"dimension":"街道","whole":{whole},"parts":[{}]}}]{more}"#, parts.join(","))
    }

    /// Label, figure, share and fill of each bar; and the line below them.
    fn told(unit: &str, value: &str, values: &str, whole: bool, more: &str) -> (Vec<String>, String) {
        let more = parts(values, whole, more);
        with(&[("m", unit, value, &more)], |cx, metrics| {
            let chart = breakdowns(cx, metrics[0]).remove(0);
            let Body::Bars(bars) = &chart.body else { return (Vec::new(), chart.head.source) };
            let bar = |bar: &crate::ui::chart::Bar| {
                let fill = if bar.fill == Fill::Hatched { " hatched" } else { "" };
                format!("{} {} {}{fill}", bar.label, bar.figure, bar.note).trim_end().to_owned()
            };
            let bars = bars.iter().map(bar).collect();
            (bars, chart.head.source)
        })
    }

    #[test]
    fn parts_of_a_whole_have_shares() {
        let (bars, source) = told("home", "200", "50 150", true, "");
        assert_eq!(bars, ["p1 150户 75%", "p0 50户 25%"]);
        assert!(!source.contains("合计"), "{source}");
        let (bars, source) = told("home", "3", "1 1 1", true, "");
        assert_eq!(bars, ["p0 1户 33.3%", "p1 1户 33.3%", "p2 1户 33.3%"]);
        assert!(source.starts_with("占比四舍五入后合计 99.9%"), "{source}");
    }

    #[test]
    fn what_rounding_leaves_between_parts_and_whole_is_told() {
        let (_, source) = told("home", "5.3", "2.6 2.6", true, "");
        assert!(source.starts_with("各项合计 5.2户，比总数少 0.1户"), "{source}");
        let (_, source) = told("home", "5.3", "2.7 2.7", true, "");
        assert!(source.starts_with("各项合计 5.4户，比总数多 0.1户"), "{source}");
        // Of a value that is about so much there is no difference to tell.
        let (_, source) = told("home", "5.3", "2.7 2.7", true, r#","bound":"about""#);
        assert!(!source.contains("合计"), "{source}");
    }

    #[test]
    fn what_is_not_listed_is_the_last_row() {
        assert_eq!(told("home", "100", "10 20", false, "").0, ["p1 20户", "p0 10户", "其余（未列） 70户  hatched"]);
        let derived = r#","derived":{"how":"averaged"}"#;
        for (unit, value, values, whole, more) in [
            ("home", "100", "60 40", false, ""),
            ("home", "100", "60 70", false, ""),
            ("home", "100", "-5 20", false, ""),
            ("home", "100", "10 20", false, r#","bound":"over""#),
            ("home", "100", "10 20", false, derived),
            ("home", "null", "10 20", false, ""),
            ("home", "100", "60 39", true, ""),
            ("share", "0.9", "0.1 0.2", false, ""),
            ("place", "9", "1 2", false, ""),
        ] {
            let (bars, _) = told(unit, value, values, whole, more);
            assert!(bars.iter().all(|bar| !bar.contains("其余")), "{bars:?}");
        }
    }

    #[test]
    fn what_is_left_is_in_sight_below_any_number_of_parts() {
        for (count, shown, left_out) in [(38, 39, 0), (39, 40, 0), (40, 39, 2), (100, 39, 62)] {
            let more = parts(&"1 ".repeat(count), false, "");
            with(&[("m", "home", "1000", &more)], |cx, metrics| {
                let chart = breakdowns(cx, metrics[0]).remove(0);
                let Body::Bars(bars) = &chart.body else { panic!() };
                assert_eq!((bars.len(), chart.left_out), (shown, left_out));
                assert_eq!(bars.last().map(|bar| bar.fill), Some(Fill::Hatched));
                for table in [false, true] {
                    let area = Rect::new(0, 0, 60, chart.height(60, table));
                    let mut buf = Buffer::empty(area);
                    chart.draw(cx, area, &mut buf, &cx.theme, table);
                    let text: String = buf.content.iter().map(ratatui::buffer::Cell::symbol).collect();
                    assert!(text.replace(' ', "").contains("其余（未列）"), "{text}");
                }
            });
        }
    }

    #[test]
    fn what_does_not_add_up_has_no_shares() {
        for (unit, value, values) in [("home", "10", "15 -5"), ("home", "0", "0 0"), ("share", "0.3", "0.1 0.2")] {
            let (bars, source) = told(unit, value, values, true, "");
            assert!(bars.iter().all(|bar| !bar.contains('%')) && !source.contains("占比"), "{bars:?} {source}");
        }
    }
}
