//! Where the parts of a comparison stand: bands below each other, or tiles in rows.

use ratatui::layout::Rect;

use super::{Band, INSET};
use crate::model::Markers;
use crate::screens::Context;
use crate::ui::big::{FigurePlan, Parts, Plan};
use crate::ui::text;

/// Blanks between columns.
const GUTTER: u16 = 3;
/// More columns than these are no comparison.
const COLUMNS: u16 = 3;
/// A tile is at least so wide.
const TILE: u16 = 24;

/// How many kinds of what is told quietly are tried, the most first.
const KINDS: [usize; 4] = [3, 2, 1, 0];

/// Where the parts of one metric stand, from the upper left corner of the body on. What has no room is empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Slot {
    pub whole: Rect,
    pub name: Rect,
    /// The name where it is drawn.
    pub drawn: Option<Plan>,
    /// What is told quietly, in lines.
    pub told: (Rect, Vec<String>),
    /// Where the figure stands; none where there is no value.
    pub place: Rect,
    pub figure: Option<FigurePlan>,
    pub bar: Rect,
}

impl Slot {
    /// Whether the figure is there and has its room.
    pub(super) fn is_whole(&self) -> bool {
        let fits = |plan: &FigurePlan| plan.columns() <= self.place.width && plan.rows() <= self.place.height;
        self.figure.as_ref().is_none_or(|plan| plan.is_whole() && fits(plan))
    }
}

/// All of them; fewer than there are metrics where they have no room.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Layout {
    pub slots: Vec<Slot>,
    /// So many kinds of what is told quietly have room beside every figure; the others are told beside none.
    pub kinds: usize,
}

/// A way to lay them out.
#[derive(Debug, Clone, Copy)]
struct Way {
    columns: u16,
    /// The name stands beside the figure, not above it, in at most so many hundredths of the width.
    beside: Option<u16>,
    /// The name is drawn.
    drawn: bool,
}

/// The layout with the largest figures; of those that are alike the first one: bands before tiles.
pub(super) fn layout(bands: &[Band<'_>], width: u16, height: u16, cx: &Context<'_>) -> Layout {
    let beside = [(1, 40, false), (1, 25, false), (2, 40, false), (1, 50, true)];
    let beside = beside.map(|(columns, share, drawn)| Way { columns, beside: Some(share), drawn });
    let above = [true, false]
        .into_iter()
        .flat_map(|drawn| (1..=COLUMNS).map(move |columns| Way { columns, beside: None, drawn }));
    let mut best: Option<(Score, Layout)> = None;
    for way in beside.into_iter().chain(above) {
        if way.columns > 1 && width / way.columns < TILE {
            continue;
        }
        let layout = laid(bands, width, height, way, cx);
        let score = score(bands, &layout);
        if best.as_ref().is_none_or(|(other, _)| score > *other) {
            best = Some((score, layout));
        }
    }
    best.map(|(_, layout)| layout).unwrap_or_default()
}

/// Everything is there, names are whole, figures are drawn, wide digits counting twice, much is told, they are large, names
/// are drawn, they are larger still.
type Score = (bool, bool, usize, usize, usize, bool, usize);

/// From this strength on a figure is drawn as digits.
const DRAWN: usize = 4;
/// From this strength on it is large enough for names to be drawn before it grows.
const LARGE: usize = 8;

fn score(bands: &[Band<'_>], layout: &Layout) -> Score {
    let pairs = || bands.iter().zip(&layout.slots);
    let whole = layout.slots.len() == bands.len() && layout.slots.iter().all(Slot::is_whole);
    let names = pairs().all(|(band, slot)| {
        slot.drawn.is_some()
            || name_rows(band, slot.name.width) <= slot.name.height
                && !is_torn(&band.written(slot.name.width), slot.name.width)
    });
    let rows: Vec<usize> = layout.slots.iter().filter_map(|slot| slot.figure.as_ref()).map(strength).collect();
    let titled = layout.slots.iter().all(|slot| slot.drawn.is_some());
    // One figure that is too long to be drawn says nothing about the others.
    let large = rows.iter().filter(|rows| **rows >= DRAWN);
    let narrow = layout.slots.iter().filter_map(|slot| slot.figure.as_ref()).filter(|plan| plan.is_narrow()).count();
    let (drawn, least) = (
        (2 * large.clone().count()).saturating_sub(narrow),
        large.min().or_else(|| rows.iter().min()).copied().unwrap_or(0),
    );
    (whole, names, drawn, layout.kinds, least.min(LARGE), titled, least)
}

/// How well a figure is read from afar: the rows of its digits; those of text that is drawn are half as strong.
fn strength(plan: &FigurePlan) -> usize {
    let rows = usize::from(plan.rows());
    let line = rows / plan.parts().len().max(1);
    plan.times().map_or(line / 2, |times| 4 * times)
}

/// What is told of the first kinds: in one row, else each in rows of its own.
fn told(band: &Band<'_>, kinds: usize, width: u16) -> Vec<String> {
    let parts: Vec<&str> = band.told.iter().take(kinds).map(String::as_str).filter(|part| !part.is_empty()).collect();
    let joined = parts.join(" · ");
    if joined.is_empty() {
        return Vec::new();
    }
    if text::cells(&joined) <= width {
        return vec![joined];
    }
    parts.into_iter().flat_map(|part| text::wrap(part, usize::from(width))).collect()
}

/// Whether what is told of the first kinds has lines of that width that break no word. In Chinese they break anywhere.
fn is_told_well(band: &Band<'_>, kinds: usize, width: u16) -> bool {
    let is_wide = |part: &str| text::width(part) > part.chars().count();
    let fits = |part: &String| text::cells(part) <= width || !is_wide(part) && !is_torn(part, width);
    band.told.iter().take(kinds).all(fits)
}

fn rows_of(lines: &[String]) -> u16 {
    u16::try_from(lines.len()).unwrap_or(u16::MAX)
}

/// Whether a line of that width breaks a word.
fn is_torn(content: &str, width: u16) -> bool {
    text::pieces(content).iter().any(|(piece, _)| text::width(piece.trim_end()) > usize::from(width))
}

/// The rows that a name takes as text.
fn name_rows(band: &Band<'_>, width: u16) -> u16 {
    lines(&band.written(width), width)
}

/// The lines that a text takes in a width; more than there can be where there is none.
fn lines(content: &str, width: u16) -> u16 {
    match (content.is_empty(), width) {
        (true, _) => 0,
        (false, 0) => u16::MAX,
        _ => u16::try_from(text::wrap(content, usize::from(width)).len()).unwrap_or(u16::MAX),
    }
}

fn laid(bands: &[Band<'_>], width: u16, height: u16, way: Way, cx: &Context<'_>) -> Layout {
    let count = u16::try_from(bands.len()).unwrap_or(u16::MAX);
    if count == 0 || width <= INSET || height == 0 {
        return Layout::default();
    }
    let rows = count.div_ceil(way.columns);
    // Figures below each other do not touch, unless there are nothing but lines of text.
    let gap = match height / rows {
        0..=2 => 0,
        3..=13 => 1,
        _ => 2,
    };
    let tall = ((height + gap) / rows).saturating_sub(gap);
    // Where not all have a row, those that do leave the last one to say so.
    let shown = if tall == 0 { height.saturating_sub(1) * way.columns } else { count };
    let tall = tall.max(1);
    let wide = (width - (way.columns - 1) * GUTTER) / way.columns;
    let sizes = Sizes::of(bands, way, wide.saturating_sub(INSET), tall, cx);
    let mut slots = Vec::new();
    for (at, band) in (0..shown).zip(bands) {
        let corner = (at % way.columns * (wide + GUTTER), at / way.columns * (tall + gap));
        let whole = Rect { x: corner.0, y: corner.1, width: wide, height: tall };
        slots.push(sizes.slot(band, whole, way, cx));
    }
    if way.beside.is_some() {
        align(&mut slots);
    }
    Layout { slots, kinds: sizes.kinds }
}

/// Moves figures to the right so that their digits begin below each other, whatever words stand before them.
fn align(slots: &mut [Slot]) {
    let indent = |slot: &Slot| slot.figure.as_ref().map_or(0, FigurePlan::indent);
    let most = slots.iter().map(indent).max().unwrap_or(0);
    let fits =
        |slot: &Slot| slot.figure.as_ref().is_none_or(|plan| plan.columns() + most - plan.indent() <= slot.place.width);
    if !slots.iter().all(fits) {
        return;
    }
    for slot in slots {
        let by = most - indent(slot);
        slot.place = Rect { x: slot.place.x + by, width: slot.place.width.saturating_sub(by), ..slot.place };
        slot.bar = Rect { x: slot.bar.x + most, width: slot.bar.width.saturating_sub(most), ..slot.bar };
    }
}

/// A figure as digits, with words of text where others have no room: digits beside other digits are better than words that
/// are drawn with theirs.
fn fitted(parts: &Parts, width: u16, height: u16, markers: Markers) -> FigurePlan {
    let plan = parts.fit(width, height, markers);
    let digits = || parts.fit_digits(width, height, markers);
    if plan.times().is_some() { plan } else { digits().unwrap_or(plan) }
}

/// What all slots have in common.
struct Sizes {
    /// The cells of names beside figures.
    name: u16,
    /// The rows of figures, and how many times they are enlarged.
    figure: u16,
    times: Option<usize>,
    /// Rows for names above figures, and whether they are drawn.
    above: u16,
    drawn: bool,
    /// So many kinds are told, in so many rows.
    kinds: usize,
    ranks: u16,
    bar: u16,
    /// The rows of figures that are written or drawn as text is.
    text: u16,
}

impl Sizes {
    fn of(bands: &[Band<'_>], way: Way, width: u16, height: u16, cx: &Context<'_>) -> Self {
        let widest = bands
            .iter()
            .map(|band| text::cells(&band.both).max(band.told.iter().map(|told| text::cells(told)).max().unwrap_or(0)))
            .max()
            .unwrap_or(0);
        let name = way.beside.map_or(0, |share| widest.min(width * share / 100));
        let most = |field: &dyn Fn(&Band<'_>) -> u16| bands.iter().map(field).max().unwrap_or(0);
        let above = if way.beside.is_some() { 0 } else { most(&|band| name_rows(band, width)).min(2) };
        // All of them or none, and not where that leaves no room for figures.
        let drawn = |band: &Band<'_>| band.drawn(width).map(|plan| plan.rows() + 1);
        let named = bands.iter().map(drawn).collect::<Option<Vec<u16>>>();
        let named = named.filter(|_| way.drawn).and_then(|rows| rows.into_iter().max());
        let named = named.filter(|rows| rows + if way.beside.is_some() { 0 } else { 4 } <= height);
        // Beside figures as well, in a column of their own.
        let longest = bands.iter().filter_map(|band| band.large.as_ref()).map(Plan::columns).max().unwrap_or(0);
        let named = named.filter(|_| way.beside.is_none_or(|share| longest <= width * share / 100));
        let name = if way.beside.is_some() && named.is_some() { longest } else { name };
        let above = named.filter(|_| way.beside.is_none()).unwrap_or(above);
        let tall = |band: &Band<'_>| if named.is_some() { drawn(band).unwrap_or(0) } else { name_rows(band, name) };
        let bar = u16::from(bands.iter().any(|band| band.share.is_some()));
        let room = width.saturating_sub(if way.beside.is_some() { name + GUTTER } else { 0 });
        // The rows of so many kinds, where they have room; beside a figure they stand under its name.
        let rows = |kinds: usize| {
            let column = if way.beside.is_some() { name } else { width };
            let under = |band: &Band<'_>| {
                let rows = rows_of(&told(band, kinds, column));
                let fits = way.beside.is_none() || rows == 0 || tall(band).saturating_add(rows) <= height;
                (fits && is_told_well(band, kinds, column)).then_some(rows)
            };
            bands.iter().map(under).collect::<Option<Vec<u16>>>().map(|rows| rows.into_iter().max().unwrap_or(0))
        };
        // What is told goes before bars, and bars before figures that are drawn; it goes beside every figure or none.
        let tries = KINDS.into_iter().map(|kinds| (kinds, bar)).chain([(0, 0)]);
        let tries = tries.filter_map(|(kinds, bar)| Some((kinds, rows(kinds)?, bar)));
        let figure =
            |ranks: u16, bar: u16| height.saturating_sub(above + bar + if way.beside.is_some() { 0 } else { ranks });
        let found = tries.into_iter().find(|(_, ranks, bar)| figure(*ranks, *bar) >= 4);
        let (kinds, ranks, bar) = found.unwrap_or((0, 0, if height > 2 { bar } else { 0 }));
        let ranks = if way.beside.is_some() { 0 } else { ranks };
        let figure = figure(ranks, bar).max(1);
        let mut sizes = Self { name, figure, times: None, above, drawn: named.is_some(), kinds, ranks, bar, text: 1 };
        let parts = || bands.iter().filter_map(|band| band.parts.as_ref());
        let markers = cx.theme.markers();
        // Those that can be drawn as digits are of one size; one that is too long for that is smaller by itself.
        sizes.times = parts().filter_map(|parts| fitted(parts, room, figure, markers).times()).min();
        if sizes.times.is_some() {
            return sizes;
        }
        // Where not all are drawn in one size they are lines of text.
        let texts = |rows: u16| parts().map(move |parts| parts.fit_text(room, rows, markers));
        let alike = |rows: &u16| {
            let mut lines = texts(*rows).map(|plan| plan.line());
            let first = lines.next();
            lines.all(|line| Some(line) == first)
        };
        let least = texts(figure).map(|plan| plan.rows()).min().unwrap_or(1);
        sizes.text = [least, 6].into_iter().filter(|rows| *rows <= figure).find(alike).unwrap_or(1);
        sizes
    }

    fn slot(&self, band: &Band<'_>, whole: Rect, way: Way, cx: &Context<'_>) -> Slot {
        let inner = Rect { x: whole.x + INSET, width: whole.width.saturating_sub(INSET), ..whole };
        let beside = if way.beside.is_some() { (self.name + GUTTER).min(inner.width) } else { 0 };
        let (room, markers) = (inner.width - beside, cx.theme.markers());
        let fit = |parts: Parts| match self.times {
            Some(times) => fitted(&parts.at_most(times), room, self.figure, markers),
            None => parts.fit_text(room, self.text, markers),
        };
        let plan = band.parts.clone().map(fit);
        let rows = plan.as_ref().map_or(1, FigurePlan::rows).max(1);
        let drawn = band.drawn(if way.beside.is_some() { self.name } else { inner.width });
        let drawn = drawn.filter(|_| self.drawn).cloned();
        let written = name_rows(band, if way.beside.is_some() { self.name } else { inner.width });
        let name_rows = drawn.as_ref().map_or(written, Plan::rows);
        if way.beside.is_some() {
            // The name stands where the figure does, with what it is a place in below.
            let name = Rect { width: self.name.min(inner.width), height: name_rows.min(whole.height), ..inner };
            let below = whole.height - name.height;
            let lines: Vec<String> = told(band, self.kinds, name.width).into_iter().take(usize::from(below)).collect();
            let rank = Rect { y: name.bottom(), height: rows_of(&lines), ..name };
            let figure =
                Rect { x: inner.x + beside, width: inner.width - beside, height: rows.min(whole.height), ..inner };
            let bar = Rect { y: figure.bottom(), height: self.bar.min(whole.height - figure.height), ..figure };
            let down = (figure.height + bar.height).saturating_sub(name.height + rank.height) / 2;
            let moved = |part: Rect| Rect { y: part.y + down, ..part };
            let all =
                Rect { height: (figure.height + bar.height).max(name.height + rank.height).min(whole.height), ..whole };
            return Slot {
                whole: all,
                name: moved(name),
                drawn,
                told: (moved(rank), lines),
                place: figure,
                figure: plan,
                bar,
            };
        }
        let name_rows = if drawn.is_some() { self.above } else { name_rows };
        let name = Rect { height: self.above.min(name_rows).min(whole.height), ..inner };
        // A name does not touch its figure where there is a row to spare.
        let top = name.bottom() + u16::from(name.height > 0 && self.figure > rows);
        let figure = Rect { y: top, height: rows.min(whole.bottom() - top), ..inner };
        let bar = Rect { y: figure.bottom(), height: self.bar.min(whole.bottom() - figure.bottom()), ..inner };
        let below = usize::from(self.ranks.min(whole.bottom() - bar.bottom()));
        let lines: Vec<String> = told(band, self.kinds, inner.width).into_iter().take(below).collect();
        let rank = Rect { y: bar.bottom(), height: rows_of(&lines), ..inner };
        let all = Rect { height: rank.bottom() - whole.y, ..whole };
        Slot { whole: all, name, drawn, told: (rank, lines), place: figure, figure: plan, bar }
    }
}
