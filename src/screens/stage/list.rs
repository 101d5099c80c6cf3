//! Rows in large type, which may come one by one.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Modifier;

use super::body::Body;
use super::figures;
use super::flaw::Flaw;
use crate::domain::briefing::Row;
use crate::domain::{Id, Slide};
use crate::screens::parts::dated_rows;
use crate::screens::parts::honour_rows::level_word;
use crate::screens::{Context, parts as shared};
use crate::ui::big::{FigurePlan, Parts};
use crate::ui::theme::Role;
use crate::ui::{draw, text};

/// The cells before a row, for the mark of the spotlight.
const INSET: u16 = 3;
/// Blanks between columns.
const GUTTER: u16 = 4;
/// The rows of a figure that is drawn, without the blank ones below it.
const DRAWN: u16 = 4;
/// A row is at most so high.
const HIGHEST: u16 = 7;
/// More columns than these no eye follows.
const COLUMNS: u16 = 3;

/// What a row says.
struct Item<'a> {
    id: &'a Id,
    name: &'a str,
    /// What stands at its right end, and behind that its unit.
    right: String,
    unit: String,
    role: Role,
    /// The figure, where it has one.
    parts: Option<Parts>,
    hue: Role,
}

/// The rows of a place.
pub(super) struct List<'a> {
    cx: Context<'a>,
    items: Vec<Item<'a>>,
    /// So many of them are there.
    revealed: usize,
    spotlight: Option<&'a Id>,
}

/// How rows are laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Layout {
    columns: u16,
    /// The cells of a column.
    wide: u16,
    /// The rows from one row of the list to the next.
    pitch: u16,
    /// The rows of the list that a column has, and how many have no room at all.
    deep: u16,
    hidden: usize,
    /// The cells of what stands right, and of the units behind.
    right: u16,
    unit: u16,
    /// Figures are drawn in so many cells, their digits from so many on.
    drawn: Option<(u16, u16)>,
}

impl<'a> List<'a> {
    /// The rows of a step, so many of which are there.
    pub(super) fn new(cx: Context<'a>, slide: &'a Slide, revealed: usize, spotlight: Option<&'a Id>) -> Self {
        let rows = slide.rows(cx.district, cx.prefs.lang);
        let items = rows.into_iter().map(|row| item(&cx, row)).collect();
        Self { cx, items, revealed: if slide.reveal { revealed } else { usize::MAX }, spotlight }
    }

    /// The first way in which all rows have room whole: large and in one column, else closer, else in several columns.
    fn layout(&self, width: u16, height: u16) -> Layout {
        let count = u16::try_from(self.items.len()).unwrap_or(u16::MAX);
        let pitches = |columns: u16| {
            let deep = count.div_ceil(columns).max(1);
            // The blank rows below the last one are not needed.
            (height + 1) / deep
        };
        let drawn = Some((1, pitches(1).min(HIGHEST), true)).filter(|(_, pitch, _)| *pitch > DRAWN);
        let written = [(1, 3), (1, 2), (2, 3), (2, 2), (1, 1), (2, 1), (COLUMNS, 1)];
        let written = written.into_iter().map(|(columns, pitch)| (columns, pitch, false));
        let ways = drawn.into_iter().chain(written);
        let fits = |layout: &Layout| layout.hidden == 0 && self.is_whole(*layout);
        let all = || ways.clone().map(|(columns, pitch, drawn)| self.lay(width, height, columns, pitch, drawn));
        // Names are cut before rows are left out.
        let found = all().find(fits).or_else(|| all().find(|layout| layout.hidden == 0 && layout.drawn.is_none()));
        found.unwrap_or_else(|| self.lay(width, height, if width >= 120 { 2 } else { 1 }, 1, false))
    }

    fn lay(&self, width: u16, height: u16, columns: u16, pitch: u16, drawn: bool) -> Layout {
        let columns = columns.min(u16::try_from(self.items.len()).unwrap_or(u16::MAX)).max(1);
        let wide = width.saturating_sub((columns - 1) * GUTTER) / columns;
        let widest = |cells: &dyn Fn(&Item<'_>) -> u16| self.items.iter().map(cells).max().unwrap_or(0);
        let (right, unit) = (widest(&|item| text::cells(&item.right)), widest(&|item| text::cells(&item.unit)));
        let count = self.items.len();
        let room = usize::from((height.div_ceil(pitch)) * columns);
        // The last row says how many are not there.
        let shown = if room < count { room.saturating_sub(1) } else { count };
        let deep = u16::try_from(count.min(room).div_ceil(usize::from(columns))).unwrap_or(u16::MAX);
        let drawn = drawn.then(|| {
            let plans = self.items.iter().filter_map(|item| self.drawn(item, wide, pitch));
            let sides = plans.map(|plan| (plan.indent(), plan.columns() - plan.indent()));
            let (before, behind) = sides.fold((0, 0), |most, side| (side.0.max(most.0), side.1.max(most.1)));
            (before + behind, before)
        });
        Layout { columns, wide, pitch, deep: deep.max(1), hidden: count - shown, right, unit, drawn }
    }

    /// A figure as it is drawn in a row of this height.
    fn drawn(&self, item: &Item<'_>, wide: u16, pitch: u16) -> Option<FigurePlan> {
        let parts = item.parts.clone()?.at_most(1);
        Some(parts.fit(wide / 2, (pitch - 1).min(DRAWN), self.cx.theme.markers()))
    }

    /// Whether nothing is cut in this layout.
    fn is_whole(&self, layout: Layout) -> bool {
        self.cut(layout).next().is_none()
    }

    /// The rows that are cut in a layout.
    fn cut(&self, layout: Layout) -> impl Iterator<Item = (&Item<'a>, bool)> {
        self.items.iter().filter_map(move |item| {
            let columns = Columns::of(layout);
            let name = text::cells(item.name) > columns.name;
            let figure = match layout.drawn {
                Some(_) => self.drawn(item, layout.wide, layout.pitch).is_some_and(|plan| plan.times().is_none()),
                None => columns.right < layout.right || columns.unit < layout.unit,
            };
            (name || figure).then_some((item, figure))
        })
    }

    fn draw_item(&self, item: &Item<'_>, layout: Layout, area: Rect, buf: &mut Buffer) {
        let theme = &self.cx.theme;
        let columns = Columns::of(layout);
        let lit = self.spotlight == Some(item.id);
        let weight = if lit || layout.pitch > 1 { Modifier::BOLD } else { Modifier::empty() };
        let x = area.x + INSET;
        let plan = layout.drawn.and_then(|_| self.drawn(item, layout.wide, layout.pitch));
        // A name stands on the middle of its figure.
        let y = plan.as_ref().map_or(area.y, |plan| area.y + plan.rows().saturating_sub(1) / 2);
        draw::put(buf, area.x + 1, y, 1, "▪", theme.style(item.hue));
        draw::put(buf, x, y, columns.name, item.name, theme.style(Role::Text).add_modifier(weight));
        if let Some(plan) = plan {
            // Digits begin below each other, whatever words stand before them.
            let (cells, before) = layout.drawn.unwrap_or_default();
            let cells = (cells - (before - plan.indent())).min(area.width);
            let room = Rect { x: area.right() - cells, width: cells, ..area };
            plan.draw(room, buf, figures::styles(theme));
        } else {
            let end = area.right().saturating_sub(columns.unit);
            let right = if item.parts.is_some() {
                text::fit_figure(&item.right, usize::from(columns.right))
            } else {
                &item.right
            };
            draw::put_right(buf, end, y, columns.right, right, theme.style(item.role).add_modifier(weight));
            draw::put(buf, end, y, columns.unit, &item.unit, theme.style(Role::Muted));
        }
        if lit {
            figures::emphasise(area, y, buf, theme);
        }
    }
}

/// The cells of the columns of a row.
#[derive(Debug, Clone, Copy)]
struct Columns {
    name: u16,
    right: u16,
    unit: u16,
}

impl Columns {
    fn of(layout: Layout) -> Self {
        let inner = layout.wide.saturating_sub(INSET);
        if let Some((cells, _)) = layout.drawn {
            return Self { name: inner.saturating_sub(cells + 2), right: cells, unit: 0 };
        }
        // The unit goes before the figure, and the figure never before the name has its third.
        let right = layout.right.min(inner.saturating_sub(inner / 3));
        let unit = layout.unit.min(inner.saturating_sub(right + inner / 3));
        let beside = right + unit;
        Self { name: inner.saturating_sub(if beside > 0 { beside + 2 } else { 0 }), right, unit }
    }
}

fn item<'a>(cx: &Context<'a>, row: Row<'a>) -> Item<'a> {
    match row {
        Row::Metric(metric) => {
            let figure = cx.format().metric(cx.district, metric);
            let (right, unit, role) = match &figure {
                Some(figure) => {
                    let gap =
                        if cx.prefs.lang == crate::domain::Lang::En && !figure.unit.is_empty() { " " } else { "" };
                    let rounded = if figure.rounded { "≈" } else { "" };
                    (format!("{rounded}{}", figure.short()), format!("{gap}{}", figure.unit), Role::Strong)
                }
                None => (cx.messages.says.no_value.to_owned(), String::new(), Role::Unknown),
            };
            let (id, name) = (&metric.id, cx.text(&metric.name));
            let hue = shared::hue(cx, metric.action.as_ref());
            Item { id, name, right, unit, role, parts: figures::parts(cx, metric), hue }
        }
        Row::Honour(honour) => {
            let right = level_word(cx.messages, honour.level).to_owned();
            quiet(&honour.id, cx.text(&honour.name), right, shared::hue(cx, honour.action.as_ref()))
        }
        Row::Event(event) => {
            let right = dated_rows::when(cx, event.date, event.date_note.as_ref(), false);
            quiet(&event.id, cx.text(&event.name), right, shared::hue(cx, event.action.as_ref()))
        }
        Row::Source(source) => {
            let right = cx.text(&source.publisher).to_owned();
            quiet(&source.id, cx.text(&source.title), right, Role::Muted)
        }
    }
}

/// A row without a figure.
fn quiet<'a>(id: &'a Id, name: &'a str, right: String, hue: Role) -> Item<'a> {
    Item { id, name, right, unit: String::new(), role: Role::Muted, parts: None, hue }
}

impl Body for List<'_> {
    fn flaws(&self, width: u16, height: u16) -> Vec<Flaw> {
        let layout = self.layout(width, height);
        let mut flaws: Vec<Flaw> = Vec::new();
        if layout.hidden > 0 {
            flaws.push(Flaw::RowsHidden(layout.hidden, self.items.len()));
        }
        flaws.extend(self.cut(layout).map(|(item, figure)| {
            let name = item.name.to_owned();
            if figure && item.parts.is_some() { Flaw::FigureCut(name) } else { Flaw::TextCut(name) }
        }));
        flaws
    }

    fn largest(&self, width: u16, height: u16) -> Option<u16> {
        let drawn = self.layout(width, height).drawn.is_some();
        // Rows of text bear the smallest headline that is drawn, no larger one.
        Some(if drawn { DRAWN * 3 } else { DRAWN * 3 / 2 })
    }

    fn has(&self, spotlight: &Id) -> bool {
        self.items.iter().any(|item| item.id == spotlight)
    }

    fn draw(&self, area: Rect, buf: &mut Buffer) {
        if area.is_empty() {
            return;
        }
        if self.items.is_empty() {
            draw::put(
                buf,
                area.x,
                area.y,
                area.width,
                self.cx.messages.stage.no_rows,
                self.cx.theme.style(Role::Muted),
            );
            return;
        }
        let layout = self.layout(area.width, area.height);
        let shown = self.items.len() - layout.hidden;
        let place = |at: usize| {
            let deep = usize::from(layout.deep);
            let (column, row) = (at / deep, at % deep);
            let x = u16::try_from(column).unwrap_or(u16::MAX).saturating_mul(layout.wide + GUTTER);
            let y = u16::try_from(row).unwrap_or(u16::MAX).saturating_mul(layout.pitch);
            let high = layout.drawn.map_or(1, |_| DRAWN);
            Rect { x: area.x + x, y: area.y + y, width: layout.wide, height: high }.intersection(area)
        };
        for (at, item) in self.items.iter().enumerate().take(shown.min(self.revealed)) {
            self.draw_item(item, layout, place(at), buf);
        }
        if layout.hidden > 0 && self.revealed > shown {
            let rest = place(shown);
            let says = (self.cx.messages.stage.more_rows)(layout.hidden);
            let x = rest.x + INSET.min(rest.width);
            draw::put(buf, x, rest.y, rest.width.saturating_sub(INSET), &says, self.cx.theme.style(Role::Muted));
        }
    }
}
