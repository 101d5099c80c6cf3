//! A metric against its target: the value, the target, the year before, and the ranges that the rule declares.

use super::charts::{Body, Chart, Head, subtitle_of};
use super::{cite, standing};
use crate::domain::change::year_on_year;
use crate::domain::status::{Range, Status, ranges, status};
use crate::domain::{Bound, Decimal, Metric, Polarity, Scale, Unit, UnitKind};
use crate::screens::Context;
use crate::ui::chart::{Bullet, BulletWords, Bullets, Frame, Mark, More, Stated, Verdict, Zone, ZoneKind};

/// What a bullet graph shows, with its own text.
#[derive(Debug, Clone)]
pub(in crate::screens) struct Goals {
    rows: Vec<Bullet>,
    period: String,
    words: [&'static str; 3],
}

impl Goals {
    /// The widget that draws it.
    pub(super) fn plot<'a>(&'a self, frame: Frame<'a>, left_out: usize, more: Option<More<'a>>) -> Bullets<'a> {
        let [target, last, status] = self.words;
        let words = BulletWords { value: &self.period, target, last, status };
        Bullets { frame, rows: &self.rows, words, left_out, more, ..Bullets::default() }
    }
}

/// The bullet graph of a metric; none without a target, and none for places, which are not drawn from zero.
pub(in crate::screens) fn of(cx: &Context<'_>, metric: &Metric) -> Option<Chart> {
    let target = metric.target.as_ref()?;
    let unit = cx.district.unit(&metric.unit).filter(|unit| unit.kind != UnitKind::Rank)?;
    let ranges = ranges(metric);
    let last = year_on_year(cx.district, metric).map(|change| change.base);
    let limits = ranges.iter().flat_map(|range| [range.from, range.to]).flatten();
    let values: Vec<Decimal> =
        limits.chain([Some(target.value.0), metric.value.map(|it| it.0), last].into_iter().flatten()).collect();
    let stated = Writer { cx, unit, scale: cx.format().scale(&values, unit) };
    let period = cx.district.period_of(metric).describe(cx.prefs.lang);
    let head = Head {
        title: cx.messages.says.goal_title.to_owned(),
        subtitle: subtitle_of(cx, &(cx.messages.says.unit_note)(cx.format().unit_name(unit)), &[], &period),
        source: cite::line(cx, [metric.source.as_ref(), target.source.as_ref()].into_iter()),
    };
    let rows = vec![stated.bullet(metric, target.value.0, last, &ranges)];
    let words = [cx.messages.words.target, cx.messages.words.year_before, cx.messages.words.status];
    Some(Chart::new(head, Body::Goals(Goals { rows, period, words })))
}

/// Writes the figures of one axis, all in one scale.
struct Writer<'a> {
    cx: &'a Context<'a>,
    unit: &'a Unit,
    scale: Scale,
}

impl Writer<'_> {
    fn figure(&self, value: Decimal, bound: Bound) -> String {
        self.cx.format().figure_at(value, bound, self.unit, self.scale).text()
    }

    /// A target, last year's value or a limit; on the axis without the unit, which the subtitle tells.
    fn stated(&self, value: Decimal) -> Stated {
        let figure = self.cx.format().figure_at(value, Bound::Exact, self.unit, self.scale);
        Stated { value, figure: figure.short(), whole: figure.text() }
    }

    fn bullet(&self, metric: &Metric, target: Decimal, last: Option<Decimal>, ranges: &[Range]) -> Bullet {
        let cx = self.cx;
        let stands = status(metric);
        let value = metric.value.map(|value| value.0);
        Bullet {
            // The page is about this metric, and says its name.
            label: String::new(),
            value,
            figure: value.map_or_else(|| cx.messages.says.no_value.to_owned(), |it| self.figure(it, metric.bound)),
            mark: Mark::from(metric.bound),
            role: super::hue(cx, metric.action.as_ref()),
            target: Some(self.stated(target)),
            last: last.map(|last| self.stated(last)),
            zones: ranges.iter().filter_map(|range| self.zone(range)).collect(),
            better: self.better(metric, ranges).to_owned(),
            verdict: Verdict {
                // There is a target: what judges nothing is that it declares no rule.
                word: if stands == Status::NoTarget { cx.messages.says.no_rule } else { standing::word(cx, stands) }
                    .to_owned(),
                sign: standing::sign(stands).to_owned(),
                role: standing::role(stands),
            },
        }
    }

    fn zone(&self, range: &Range) -> Option<Zone> {
        let kind = match range.status {
            Status::Met => ZoneKind::Met,
            Status::OnCourse => ZoneKind::OnCourse,
            Status::Behind => ZoneKind::Behind,
            Status::Missed => ZoneKind::Missed,
            Status::Unclear | Status::NoTarget | Status::NoData => return None,
        };
        let word = standing::word(self.cx, range.status).to_owned();
        Some(Zone { from: range.from.map(|it| self.stated(it)), to: range.to.map(|it| self.stated(it)), word, kind })
    }

    /// Which way is better; what is not said counts as higher, as the rule does.
    fn better(&self, metric: &Metric, ranges: &[Range]) -> &'static str {
        let words = &self.cx.messages.words;
        match metric.polarity {
            Some(Polarity::Lower) => words.lower_is_better,
            Some(Polarity::Higher) => words.higher_is_better,
            None if !ranges.is_empty() => words.higher_is_better,
            Some(Polarity::Neutral) | None => "",
        }
    }
}
