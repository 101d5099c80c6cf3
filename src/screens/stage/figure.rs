//! One figure as large as there is room for, with what it takes to be understood.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::body::Body;
use super::figures;
use super::flaw::Flaw;
use crate::domain::status::{Status, status};
use crate::domain::{Format, Id, Metric, Notation};
use crate::screens::Context;
use crate::screens::parts::standing;
use crate::ui::big::{FigurePlan, Headline, Parts, Plan};
use crate::ui::theme::Role;
use crate::ui::{draw, text};

/// From this width on the digits of a figure are enlarged at least so many times.
const WIDE: (u16, usize) = (80, 2);
/// A definition is told in so many lines, or not at all.
const DEFINED: usize = 2;

/// From this height on there is air around a figure.
const AIRY: u16 = 12;

/// One row of text in pieces.
type Line = Vec<(String, Role)>;

/// One metric.
pub(super) struct OneFigure<'a> {
    cx: Context<'a>,
    metric: &'a Metric,
    /// Empty where the headline says it.
    name: &'a str,
    parts: Option<Parts>,
}

/// What stands where, from the top of an area on.
struct Layout {
    name: Option<(u16, Plan)>,
    /// None where there is no value.
    figure: (u16, Option<FigurePlan>),
    lines: Vec<(u16, Line)>,
    /// Something besides the definition has no room.
    lacks: bool,
    /// There is a definition that is not told.
    undefined: bool,
}

impl<'a> OneFigure<'a> {
    /// A metric under a headline.
    pub(super) fn new(cx: Context<'a>, metric: &'a Metric, headline: &str) -> Self {
        let name = cx.text(&metric.name);
        let name = if name == headline { "" } else { name };
        Self { cx, metric, name, parts: figures::parts(&cx, metric) }
    }

    /// What is told below the figure, what matters most first, and how much of it belongs to the figure.
    fn told(&self, width: u16) -> (Vec<Vec<Line>>, usize) {
        let (cx, metric) = (&self.cx, self.metric);
        let mut told: Vec<Vec<Line>> = Vec::new();
        let mut tell = |pieces: Vec<(String, Role)>| {
            let pieces: Line = pieces.into_iter().filter(|(piece, _)| !piece.is_empty()).collect();
            if !pieces.is_empty() {
                told.push(in_rows(pieces, width));
            }
        };
        let [period, flag, derived] = figures::caveats(cx, metric);
        tell(vec![(period, Role::Text), (flag, Role::Warn), (derived, Role::Warn)]);
        if let Some(rank) = &metric.rank {
            let scope = rank.scope.as_ref().map_or("", |scope| cx.text(scope)).to_owned();
            tell(vec![(cx.format().rank(rank), Role::Accent), (scope, Role::Muted)]);
        }
        let rounded = cx.format().metric(cx.district, metric).is_some_and(|figure| figure.rounded);
        if rounded {
            let exact = Format { notation: Notation::Exact, ..cx.format() }.metric(cx.district, metric);
            tell(vec![(exact.map(|exact| (cx.messages.says.rounded)(&exact.text())).unwrap_or_default(), Role::Text)]);
        }
        if let Some(change) = standing::change(cx, metric) {
            let label = cx.messages.words.change.to_owned();
            let word = change.word(cx).to_owned();
            tell(vec![(label, Role::Muted), (change.full(cx), change.role()), (word, change.role())]);
        }
        if metric.target.is_some() {
            let (stands, role) = standing::told(cx, metric);
            let no_rule = status(metric) == Status::NoTarget;
            let stands = if no_rule { cx.messages.says.no_rule.to_owned() } else { stands };
            tell(vec![(stands, role), (standing::against_target(cx, metric, true), Role::Text)]);
        }
        let needed = told.len();
        if let Some(definition) = &metric.definition {
            let lines = text::wrap(cx.text(definition), usize::from(width));
            if lines.len() <= DEFINED {
                told.push(lines.into_iter().map(|line| vec![(line, Role::Muted)]).collect());
            }
        }
        (told, needed)
    }

    fn layout(&self, width: u16, height: u16) -> Layout {
        let markers = self.cx.theme.markers();
        let name = Headline::new(self.name).markers(markers).fit(width, (height / 6).max(1));
        let name_rows = if self.name.is_empty() { 0 } else { name.rows() };
        let (told, needed) = self.told(width);
        let rows = |count: usize| told.iter().take(count).map(Vec::len).sum::<usize>();
        let fitted = |(count, gap, drawn): (usize, u16, bool)| {
            let below = u16::try_from(rows(count)).unwrap_or(u16::MAX);
            let gaps = gap * (u16::from(name_rows > 0) + u16::from(below > 0));
            let room = height.saturating_sub(name_rows).saturating_sub(below).saturating_sub(gaps);
            let fit = |parts: &Parts| {
                let plan = parts.fit(width, room, markers);
                // A unit by itself below the digits is not to be larger than the name.
                if drawn && !(plan.is_unit_below() && name_rows <= 1) {
                    return plan;
                }
                parts.fit_digits(width, room, markers).unwrap_or(plan)
            };
            (count, gap, self.parts.as_ref().map(fit))
        };
        // What matters least goes first, until the figure can be read from afar: air, words that are drawn, the definition.
        // What a figure counts is worth more than its size.
        let (all, airy) = (told.len(), u16::from(height >= AIRY));
        let ways = [all, needed].into_iter().flat_map(|count| {
            [(airy, true), (0, true), (airy, false), (0, false)].map(|(air, drawn)| (count, air, drawn))
        });
        let tries = || ways.clone().chain((0..needed).rev().map(|count| (count, 0, true))).map(fitted);
        let digits = |plan: &FigurePlan| plan.times() >= Some(WIDE.1);
        let large = |plan: &FigurePlan| plan.is_whole() && !is_small(plan, width);
        let (count, gap, figure) = tries()
            .find(|(_, _, figure)| figure.as_ref().is_none_or(digits))
            .or_else(|| tries().find(|(_, _, figure)| figure.as_ref().is_none_or(large)))
            .unwrap_or_else(|| fitted((0, 0, true)));
        let figure_rows = figure.as_ref().map_or(1, FigurePlan::rows);
        let below = u16::try_from(rows(count)).unwrap_or(u16::MAX);
        let parts = u16::from(name_rows > 0) + u16::from(below > 0);
        let used = name_rows.saturating_add(figure_rows).saturating_add(below).saturating_add(gap * parts);
        let spare = height.saturating_sub(used);
        // The figure has air around it before the whole has air above it.
        let more = (spare / 5).min(2);
        let air = gap + more;
        let mut y = (spare - more * parts) / 3;
        let name = (name_rows > 0).then_some((y, name));
        y += if name_rows > 0 { name_rows + air } else { 0 };
        let figure = (y, figure);
        y += figure_rows + air;
        let lines = told.into_iter().take(count).flatten();
        let undefined = self.metric.definition.is_some() && (all == needed || count < all);
        Layout { name, figure, lines: (y..).zip(lines).collect(), lacks: count < needed, undefined }
    }
}

/// Whether a figure is too small to be read from the last row.
fn is_small(plan: &FigurePlan, width: u16) -> bool {
    let (wide, least) = WIDE;
    let rows = usize::from(plan.rows());
    // What is drawn as text is as high as two lines of the smaller face, or higher.
    width >= wide.saturating_sub(8) && plan.times().map_or(rows < 4 * least - 2, |times| times < least)
}

/// Pieces in one row, else each in rows of its own.
fn in_rows(pieces: Line, width: u16) -> Vec<Line> {
    let between = 2 * pieces.len().saturating_sub(1);
    let whole = pieces.iter().map(|(piece, _)| text::width(piece)).sum::<usize>() + between;
    if whole <= usize::from(width) {
        return vec![pieces];
    }
    let rows = |(piece, role): (String, Role)| {
        text::wrap(&piece, usize::from(width)).into_iter().map(move |line| vec![(line, role)])
    };
    pieces.into_iter().flat_map(rows).collect()
}

impl Body for OneFigure<'_> {
    fn flaws(&self, width: u16, height: u16) -> Vec<Flaw> {
        let layout = self.layout(width, height);
        let name = || self.cx.text(&self.metric.name).to_owned();
        let mut flaws = Vec::new();
        if layout.name.is_some_and(|(_, plan)| !plan.is_whole()) {
            flaws.push(Flaw::TextCut(name()));
        }
        match layout.figure.1 {
            Some(plan) if !plan.is_whole() => flaws.push(Flaw::FigureCut(name())),
            Some(plan) if is_small(&plan, width) => flaws.push(Flaw::FigureSmall(name())),
            _ => {}
        }
        flaws.extend(layout.undefined.then(|| Flaw::DefinitionLeft(name())));
        flaws.extend(layout.lacks.then_some(Flaw::LeftOut([true; 3])));
        flaws
    }

    fn has(&self, spotlight: &Id) -> bool {
        self.metric.id == *spotlight
    }

    fn largest(&self, width: u16, height: u16) -> Option<u16> {
        // Text is as strong as the headline, and has to be larger.
        let rows = |plan: FigurePlan| if plan.times().is_some() { plan.rows() } else { plan.rows().saturating_sub(1) };
        self.layout(width, height).figure.1.map(rows)
    }

    fn weight(&self, width: u16, height: u16) -> Option<u16> {
        self.layout(width, height).figure.1.map(|plan| plan.rows())
    }

    fn draw(&self, area: Rect, buf: &mut Buffer) {
        let theme = &self.cx.theme;
        let layout = self.layout(area.width, area.height);
        let from = |y: u16| Rect { y: area.y + y.min(area.height), height: area.height.saturating_sub(y), ..area };
        if let Some((y, plan)) = &layout.name {
            plan.draw(from(*y), buf, theme.style(Role::Text));
        }
        let (y, plan) = &layout.figure;
        if let Some(plan) = plan {
            plan.draw(from(*y), buf, figures::styles(theme));
        } else {
            let (row, says) = (from(*y), self.cx.messages.says.no_value);
            let width = if row.is_empty() { 0 } else { row.width };
            draw::put(buf, row.x, row.y, width, says, theme.style(Role::Unknown));
        }
        for (y, line) in &layout.lines {
            let row = from(*y);
            if row.is_empty() {
                break;
            }
            let mut spans: Vec<(&str, Style)> = Vec::new();
            for (at, (piece, role)) in line.iter().enumerate() {
                spans.extend((at > 0).then(|| ("  ", theme.style(Role::Text))));
                spans.push((piece, theme.style(*role)));
            }
            draw::put_spans(buf, row.x, row.y, row.width, &spans);
        }
    }
}
