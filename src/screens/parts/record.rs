//! What is on record of a metric beside its value, in words.

use crate::domain::figure::{Format, Notation};
use crate::domain::metric::Revision;
use crate::domain::{Bound, Exact, Flag, Metric};
use crate::screens::Context;

/// The word for how settled a value is.
pub(in crate::screens) fn flag_word(cx: &Context<'_>, flag: Flag) -> &'static str {
    let [provisional, revised, estimated] = cx.messages.words.flags;
    match flag {
        Flag::Provisional => provisional,
        Flag::Revised => revised,
        Flag::Estimated => estimated,
    }
}

/// A value of a metric with its bound and no digit lost, for where there is no room to say that it is rounded.
pub(in crate::screens) fn in_full(cx: &Context<'_>, metric: &Metric, value: Exact, bound: Bound) -> String {
    let format = Format { notation: Notation::Exact, ..cx.format() };
    let unit = cx.district.unit(&metric.unit);
    unit.map(|unit| format.figure(value.0, bound, unit).text()).unwrap_or_default()
}

/// How the value was revised, a line each time.
pub(in crate::screens) fn revisions(cx: &Context<'_>, metric: &Metric) -> Option<String> {
    let value = |value: Exact| in_full(cx, metric, value, Bound::Exact);
    let line = |revision: &Revision| {
        let (old, new) = (value(revision.old), value(revision.new));
        let change = (cx.messages.says.revision_line)(&revision.date.to_string(), &old, &new);
        match &revision.reason {
            Some(reason) => format!("{change} {}", cx.text(reason)),
            None => change,
        }
    };
    let lines: Vec<String> = metric.revisions.iter().map(line).collect();
    (!lines.is_empty()).then(|| lines.join("\n"))
}
