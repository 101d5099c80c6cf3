//! A metric among the same metric of other districts.

use super::charts::{Body, Chart, Head, subtitle_of};
use super::cite;
use crate::domain::join::PeerRow;
use crate::domain::{Metric, UnitKind};
use crate::screens::Context;
use crate::ui::chart::{Dot, DotWords, Dots, Frame, Line, More};

/// What a dot plot of districts shows, with its own text.
#[derive(Debug, Clone)]
pub(in crate::screens) struct Among {
    rows: Vec<Dot>,
    own: &'static str,
}

impl Among {
    /// The widget that draws it.
    pub(super) fn plot<'a>(&'a self, frame: Frame<'a>, left_out: usize, more: Option<More<'a>>) -> Dots<'a> {
        let selected = self.rows.iter().position(|row| row.own);
        let words = DotWords { own: self.own, off_zero: "" };
        Dots { frame, rows: &self.rows, words, left_out, more, selected, ..Dots::default() }
    }
}

/// The dot plot of a metric among its peers, from zero; none where no other district's file has it.
pub(in crate::screens) fn of(cx: &Context<'_>, metric: &Metric) -> Option<Chart> {
    let standing = cx.district.peers_of(&metric.id)?;
    let unit = cx.district.unit(&metric.unit)?;
    let values: Vec<_> = standing.rows.iter().filter_map(|row| row.value).collect();
    let scale = cx.format().scale(&values, unit);
    let tied = |row: &PeerRow<'_>| standing.rows.iter().filter(|other| other.position == row.position).count() > 1;
    let dot = |row: &PeerRow<'_>| Dot {
        label: cx.text(row.district).to_owned(),
        value: row.value,
        figure: row.value.map_or_else(
            || cx.messages.says.no_value.to_owned(),
            |value| cx.format().figure_at(value, row.bound, unit, scale).text(),
        ),
        rank: row.position.map(|position| (cx.messages.says.place)(position, tied(row))).unwrap_or_default(),
        own: row.own,
    };
    let says = &cx.messages.says;
    let place = (says.standing)(standing.position, standing.of, standing.order, standing.tied, standing.certain);
    let period = cx.district.period_of(metric).describe(cx.prefs.lang);
    let head = Head {
        title: says.standings.to_owned(),
        subtitle: format!(
            "{place} · {}",
            subtitle_of(cx, &(says.unit_note)(cx.format().unit_name(unit)), &[], &period)
        ),
        source: cite::line(cx, standing.rows.iter().map(|row| row.source)),
    };
    let rows: Vec<Dot> = standing.rows.iter().map(dot).collect();
    if unit.kind == UnitKind::Rank {
        // A place is never so many from zero.
        let line = |dot: Dot| Line {
            note: if dot.own { cx.messages.words.own.into() } else { dot.rank.into() },
            ..Line::new(dot.label, dot.figure)
        };
        return Some(Chart::new(head, Body::Lines(rows.into_iter().map(line).collect())));
    }
    Some(Chart::new(head, Body::Among(Among { rows, own: cx.messages.words.own })))
}
