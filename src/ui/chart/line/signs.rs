//! The signs of a line chart in every set of markers.

use super::Kind;
use super::canvas::Pattern;
use crate::model::Markers;

/// The points of the series, full and hollow: no two alike in shape.
const POINTS: [(&str, &str); 6] = [("●", "○"), ("▲", "△"), ("■", "□"), ("◆", "◇"), ("▼", "▽"), ("★", "☆")];

/// The same for typewriters.
const LETTERS: [(&str, &str); 6] = [("A", "a"), ("B", "b"), ("C", "c"), ("D", "d"), ("E", "e"), ("F", "f")];

/// The most series that have a sign of their own.
pub(super) const MOST: usize = POINTS.len();

/// What stands at the points of a series; `alone`, it needs no letter of its own.
pub(super) fn point(series: usize, kind: Kind, alone: bool, markers: Markers) -> &'static str {
    let signs = match markers {
        Markers::Ascii if alone => Some(&("*", "o")),
        Markers::Ascii => LETTERS.get(series % MOST),
        _ => POINTS.get(series % MOST),
    };
    let (full, hollow) = signs.copied().unwrap_or_default();
    if kind == Kind::Settled { full } else { hollow }
}

/// The line that leads to a point.
pub(super) fn pattern(kind: Kind) -> Pattern {
    match kind {
        Kind::Settled => Pattern(1, 0),
        Kind::Revised => Pattern(4, 1),
        Kind::Provisional => Pattern(2, 2),
        Kind::Estimated => Pattern(1, 1),
        Kind::Forecast => Pattern(1, 2),
    }
}

/// The letter beside a point that is not settled.
pub(in crate::ui::chart) fn letter(kind: Kind) -> &'static str {
    match kind {
        Kind::Settled => "",
        Kind::Revised => "r",
        Kind::Provisional => "p",
        Kind::Estimated => "e",
        Kind::Forecast => "f",
    }
}

/// A dash of the line of a reference, and the cells from dash to dash.
pub(super) fn reference(at: usize, markers: Markers) -> (&'static str, usize) {
    match (markers, at) {
        (Markers::Ascii, _) => ("-", at + 2),
        (_, 0) => ("╌", 1),
        _ => ("╌", at + 1),
    }
}

/// The lines around the plot.
#[derive(Debug, Clone, Copy)]
pub(super) struct Rules {
    pub(super) axis: &'static str,
    pub(super) tick: &'static str,
    pub(super) corner: &'static str,
    pub(super) base: &'static str,
    pub(super) period: &'static str,
    pub(super) gap: &'static str,
    pub(super) broken: &'static str,
}

/// The lines around the plot in a set.
pub(super) fn rules(markers: Markers) -> Rules {
    match markers {
        Markers::Ascii => Rules { axis: "|", tick: "|", corner: "|", base: "-", period: "|", gap: "x", broken: "~" },
        _ => Rules { axis: "│", tick: "┤", corner: "└", base: "─", period: "┬", gap: "×", broken: "≈" },
    }
}
