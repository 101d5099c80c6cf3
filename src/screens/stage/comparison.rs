//! Figures beside each other: names, figures, and bars where they are of one unit.

mod layout;

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Modifier;

use super::body::Body;
use super::figures;
use super::flaw::Flaw;
use super::headline::is_big;
use crate::domain::panels::panels;
use crate::domain::status::{Status, status};
use crate::domain::{Decimal, Id, Metric};
use crate::screens::parts::standing;
use crate::screens::{Context, parts as shared};
use crate::ui::big::{FigurePlan, Headline, Parts, Plan};
use crate::ui::chart::Mark;
use crate::ui::theme::Role;
use crate::ui::{draw, text};
use layout::{Layout, Slot};

/// The cells before a band, for the mark of the spotlight.
const INSET: u16 = 2;

/// The rows of the smallest headline that is drawn.
const LEAST_DRAWN: u16 = 6;

/// A status, a rank and a change; what there is none of is empty.
type Told = [String; 3];

/// Whether there is something of a kind to tell.
fn tells(band: &Band<'_>, kind: usize) -> bool {
    band.told.get(kind).is_some_and(|told| !told.is_empty())
}

/// One of the metrics.
struct Band<'a> {
    metric: &'a Metric,
    name: &'a str,
    /// What has to be known of the figure.
    caveat: String,
    /// Both in one line.
    both: String,
    /// The name in one line of the smallest size that is drawn, where it has the shapes.
    large: Option<Plan>,
    parts: Option<Parts>,
    /// What is told quietly: how the metric stands, the place that it holds, what became of it.
    told: Told,
    /// How much of the longest bar it has, from 0 to 1, and how it ends.
    share: Option<(Decimal, Mark)>,
}

impl Band<'_> {
    /// The name with the caveat, as text: behind it, else in a line of its own.
    fn written(&self, width: u16) -> String {
        if self.caveat.is_empty() || text::cells(&self.both) <= width {
            return self.both.clone();
        }
        format!("{}\n{}", self.name, self.caveat)
    }

    /// The name as it is drawn in a width; none where it has no room.
    fn drawn(&self, width: u16) -> Option<&Plan> {
        self.large.as_ref().filter(|plan| plan.columns() <= width)
    }
}

/// The name of a metric, drawn.
fn large(cx: &Context<'_>, name: &str) -> Option<Plan> {
    // Seven rows: the smaller face with its tails.
    let plan = Headline::new(name).lines(1).markers(cx.theme.markers()).fit(u16::MAX, 7);
    is_big(&plan).then_some(plan)
}

/// A size and the layout for it.
type Laid = ((u16, u16), Rc<Layout>);

/// Metrics beside each other.
pub(super) struct Comparison<'a> {
    cx: Context<'a>,
    bands: Vec<Band<'a>>,
    spotlight: Option<&'a Id>,
    /// The last size that was asked for, and its layout: it is asked for several times before it is drawn.
    laid: RefCell<Option<Laid>>,
}

impl<'a> Comparison<'a> {
    /// Metrics in the order given, one of them emphasised.
    pub(super) fn new(cx: Context<'a>, metrics: &[&'a Metric], spotlight: Option<&'a Id>) -> Self {
        let longest = longest(&cx, metrics);
        let band = |metric: &&'a Metric| Band {
            metric,
            large: large(&cx, &figures::name(&cx, metric)),
            name: cx.text(&metric.name),
            caveat: figures::caveat(&cx, metric),
            both: figures::name(&cx, metric),
            parts: figures::parts(&cx, metric),
            told: told(&cx, metric),
            share: longest.and_then(|longest| Some((metric.value?.0.checked_div(longest)?, metric.bound.into()))),
        };
        Self { bands: metrics.iter().map(band).collect(), cx, spotlight, laid: RefCell::default() }
    }

    fn layout(&self, width: u16, height: u16) -> Rc<Layout> {
        if let Some((size, layout)) = &*self.laid.borrow()
            && *size == (width, height)
        {
            return Rc::clone(layout);
        }
        let layout = Rc::new(layout::layout(&self.bands, width, height, &self.cx));
        *self.laid.borrow_mut() = Some(((width, height), Rc::clone(&layout)));
        layout
    }

    fn draw_band(&self, band: &Band<'_>, slot: &Slot, area: Rect, buf: &mut Buffer) {
        let theme = &self.cx.theme;
        let hue = theme.style(shared::hue(&self.cx, band.metric.action.as_ref()));
        let lit = self.spotlight == Some(&band.metric.id);
        let inner = |part: Rect| Rect { x: area.x + part.x, y: area.y + part.y, ..part }.intersection(area);
        let weight = if lit { Modifier::BOLD } else { Modifier::empty() };
        match &slot.drawn {
            Some(plan) => plan.draw(inner(slot.name), buf, theme.style(Role::Text)),
            None => {
                draw::put_wrapped(
                    buf,
                    inner(slot.name),
                    &band.written(slot.name.width),
                    theme.style(Role::Text).add_modifier(weight),
                );
            }
        }
        let told = inner(slot.told.0);
        for (y, line) in (told.y..told.bottom()).zip(&slot.told.1) {
            draw::put(buf, told.x, y, told.width, line, theme.style(Role::Muted));
        }
        let (part, says) = (inner(slot.place), self.cx.messages.says.no_value);
        match &slot.figure {
            Some(plan) if slot.is_whole() => plan.draw(part, buf, figures::styles(theme)),
            _ if part.is_empty() => {}
            Some(_) => {
                draw::put(buf, part.x, part.y, part.width, text::ellipsis(), theme.style(Role::Strong));
            }
            None => {
                draw::put(buf, part.x, part.y, part.width, says, theme.style(Role::Unknown));
            }
        }
        let bar = inner(slot.bar);
        if let Some((share, mark)) = band.share.filter(|_| !bar.is_empty()) {
            let cells = bar_cells(share, bar.width.saturating_sub(1));
            for x in bar.left()..bar.left() + cells {
                if let Some(cell) = buf.cell_mut((x, bar.y)) {
                    cell.set_symbol("▄").set_style(hue);
                }
            }
            draw::put(buf, bar.left() + cells, bar.y, 1, mark.sign(false, theme.markers()), hue);
        }
        if lit {
            figures::emphasise(inner(slot.whole), area.y + slot.name.y, buf, theme);
        }
    }
}

/// What the longest bar stands for; none where bars would compare what is not alike.
fn longest(cx: &Context<'_>, metrics: &[&Metric]) -> Option<Decimal> {
    let panels = panels(cx.district, metrics.iter().copied());
    let [panel] = panels.as_slice() else { return None };
    let comparable = panel.rows.len() == metrics.len() && panel.converted.is_empty() && metrics.len() > 1;
    let unsigned = panel.rows.iter().all(|row| row.value >= Decimal::ZERO);
    let longest = panel.rows.iter().map(|row| row.value).max()?;
    (comparable && unsigned && longest > Decimal::ZERO).then_some(longest)
}

/// The place that a metric holds, in words, and what it is a place in.
fn rank(cx: &Context<'_>, metric: &Metric) -> String {
    let Some(rank) = &metric.rank else { return String::new() };
    let scope = rank.scope.as_ref().map_or("", |scope| cx.text(scope));
    let is_rank = cx.district.unit(&metric.unit).is_some_and(|unit| unit.kind == crate::domain::UnitKind::Rank);
    // Of a place the figure says the rest.
    if is_rank && !scope.is_empty() { scope.to_owned() } else { cx.format().rank(rank) }
}

/// What stands quietly beside a figure.
fn told(cx: &Context<'_>, metric: &Metric) -> Told {
    let change = standing::change(cx, metric).map(|told| told.short(cx)).unwrap_or_default();
    let stands = if status(metric) == Status::NoTarget { String::new() } else { standing::told(cx, metric).0 };
    [stands, rank(cx, metric), change]
}

/// The length of a bar; whatever is more than nothing is seen.
fn bar_cells(share: Decimal, width: u16) -> u16 {
    use rust_decimal::prelude::ToPrimitive;
    let cells = share.checked_mul(width.into()).and_then(|cells| cells.round().to_u16()).unwrap_or(0).min(width);
    if share > Decimal::ZERO { cells.max(1.min(width)) } else { 0 }
}

impl Body for Comparison<'_> {
    fn flaws(&self, width: u16, height: u16) -> Vec<Flaw> {
        let layout = self.layout(width, height);
        let mut flaws = Vec::new();
        for (band, slot) in self.bands.iter().zip(&layout.slots) {
            let name = || band.name.to_owned();
            if slot.drawn.is_none()
                && text::wrap(&band.written(slot.name.width), usize::from(slot.name.width)).len()
                    > usize::from(slot.name.height)
            {
                flaws.push(Flaw::TextCut(name()));
            }
            match &slot.figure {
                Some(_) if !slot.is_whole() => flaws.push(Flaw::FigureCut(name())),
                // Text is as small as the name; a wide screen has room for more.
                Some(plan) if width >= 72 && plan.rows() < 4 => flaws.push(Flaw::FigureSmall(name())),
                _ => {}
            }
        }
        let hidden = self.bands.len().saturating_sub(layout.slots.len());
        flaws.extend((hidden > 0).then_some(Flaw::RowsHidden(hidden, self.bands.len())));
        let lacks = |kind: &usize| layout.kinds <= *kind && self.bands.iter().any(|band| tells(band, *kind));
        let lacking = [0, 1, 2].map(|kind| lacks(&kind));
        flaws.extend((hidden == 0 && lacking.contains(&true)).then_some(Flaw::LeftOut(lacking)));
        flaws
    }

    fn largest(&self, width: u16, height: u16) -> Option<u16> {
        let layout = self.layout(width, height);
        let rows = layout.slots.iter().filter_map(|slot| slot.figure.as_ref()).map(FigurePlan::rows);
        rows.max().map(|rows| rows.max(LEAST_DRAWN))
    }

    fn weight(&self, width: u16, height: u16) -> Option<u16> {
        let layout = self.layout(width, height);
        let mut below: BTreeMap<u16, u16> = BTreeMap::new();
        for slot in &layout.slots {
            let rows = below.entry(slot.place.y).or_default();
            *rows = (*rows).max(slot.place.height);
        }
        Some(below.into_values().fold(0, u16::saturating_add).max(LEAST_DRAWN + 1))
    }

    fn has(&self, spotlight: &Id) -> bool {
        self.bands.iter().any(|band| band.metric.id == *spotlight)
    }

    fn draw(&self, area: Rect, buf: &mut Buffer) {
        let layout = self.layout(area.width, area.height);
        for (band, slot) in self.bands.iter().zip(&layout.slots) {
            self.draw_band(band, slot, area, buf);
        }
        let hidden = self.bands.len().saturating_sub(layout.slots.len());
        if hidden > 0 && !area.is_empty() {
            let says = (self.cx.messages.stage.more_rows)(hidden);
            draw::put(
                buf,
                area.x + INSET.min(area.width),
                area.bottom() - 1,
                area.width.saturating_sub(INSET),
                &says,
                self.cx.theme.style(Role::Muted),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bars_start_at_zero_and_are_as_long_as_their_share() {
        let share = |numerator: i64| Decimal::new(numerator, 2);
        assert_eq!([0, 1, 25, 50, 100].map(|part| bar_cells(share(part), 40)), [0, 1, 10, 20, 40]);
        assert_eq!(bar_cells(share(100), 0), 0);
    }
}
