//! An action or an initiative: what it is, its metrics and honours on the left, the charts of the same metrics on the
//! right.

use ratatui::layout::Rect;

use super::charts;
use super::honour_rows::{self, Beside};
use super::metric_rows::{self, Columns};
use super::tiles::{self, Belongs, Grid};
use super::{sparklines, trend};
use crate::domain::{Address, Event, Honour, Initiative, Metric, Text};
use crate::screens::Context;
use crate::ui::page::Pen;
use crate::ui::theme::Role;
use crate::ui::{draw, text};

/// A group of metrics under an initiative, or by themselves.
pub(in crate::screens) struct Group<'a> {
    /// The initiative; none: not part of one.
    pub initiative: Option<&'a Initiative>,
    /// Its metrics.
    pub metrics: Vec<&'a Metric>,
}

/// Everything that is shown of an action or an initiative.
pub(in crate::screens) struct Programme<'a> {
    /// Its name.
    pub name: &'a Text,
    /// What it strives for.
    pub motto: Option<&'a Text>,
    /// What it is about.
    pub summary: Option<&'a Text>,
    /// Who answers for it.
    pub owner: Option<&'a Text>,
    /// Its colour.
    pub role: Role,
    /// Its metrics.
    pub groups: Vec<Group<'a>>,
    /// Its honours.
    pub honours: Vec<&'a Honour>,
    /// Its events.
    pub events: Vec<&'a Event>,
    /// Charts are shown as tables.
    pub table: bool,
}

/// From this width on there are two columns.
const TWO_COLUMNS: u16 = 76;
/// Blanks between the columns.
const GUTTER: u16 = 3;
/// Fewer large figures than this are worth less than more small ones.
const FEW: usize = 3;
/// A list of a page shows at most so many rows.
const ROWS: usize = 1000;
/// A trend in full takes about so many rows.
const TREND: u16 = 16;

impl Programme<'_> {
    /// Describes the page.
    pub(in crate::screens) fn paint(&self, cx: &Context<'_>, pen: &mut Pen<'_>, width: u16, height: u16) -> u16 {
        let top = self.head(cx, pen, width, height);
        let columns = Columns::measure(cx, self.metrics());
        let left = columns.natural_width().clamp(width * 2 / 5, width * 3 / 5);
        let room = height.saturating_sub(top);
        // Side by side only where the rows of the list keep their names and units.
        if width < TWO_COLUMNS || columns.least_width() > left - 1 {
            let below = self.lists(cx, pen, Rect::new(0, top, width, room), columns);
            return self.charts(cx, pen, Rect::new(0, below.saturating_add(1), width, height));
        }
        let lists = self.lists(cx, pen, Rect::new(0, top, left - 1, room), columns);
        let right = Rect::new(left + GUTTER - 1, top, width - left - GUTTER + 1, room);
        lists.max(self.charts(cx, pen, right))
    }

    /// Name, motto, owner, summary. Gives the row below.
    fn head(&self, cx: &Context<'_>, pen: &mut Pen<'_>, width: u16, height: u16) -> u16 {
        let owner = self.owner.map(|owner| format!("{}: {}", cx.messages.words.owner, cx.text(owner)));
        let motto = self.motto.map_or("", |motto| cx.text(motto));
        let owner = owner.unwrap_or_default();
        let named = text::cells(cx.text(self.name)) + 2 + text::cells(motto);
        // Who answers for it is told whole: in a row of its own where there is no room beside the name.
        let beside = named + 2 + text::cells(&owner) <= width;
        let below = u16::from(!beside && !owner.is_empty());
        if below > 0 {
            pen.line(0, 1, width, &[(&owner, Role::Faint)]);
        }
        pen.draw(Rect::new(0, 0, width, 1), |area, buf, theme| {
            let name = theme.style(self.role).add_modifier(ratatui::style::Modifier::BOLD);
            let spans = [
                (cx.text(self.name), name),
                ("  ", name),
                (motto, theme.style(Role::Muted)),
                ("  ", name),
                (if beside { &*owner } else { "" }, theme.style(Role::Faint)),
            ];
            draw::put_spans(buf, area.x, area.y, area.width, &spans);
        });
        let Some(summary) = self.summary else { return 2 + below };
        let lines = text::wrap(cx.text(summary), usize::from(width.min(120)));
        let room = if height < 18 { 1 } else { 3 };
        let rows = u16::try_from(lines.len()).unwrap_or(u16::MAX).min(room);
        pen.draw(Rect::new(0, 1 + below, width.min(120), rows), |area, buf, theme| {
            draw::put_wrapped(buf, area, cx.text(summary), theme.style(Role::Muted));
        });
        1 + below + rows + 1
    }

    /// The lists, from the top of `area` on. Gives the row below.
    fn lists(&self, cx: &Context<'_>, pen: &mut Pen<'_>, area: Rect, columns: Columns) -> u16 {
        let Rect { x, y, width, .. } = area;
        let count = self.metrics().count();
        let mut y = match (cx.audience, count) {
            (true, 0) => y,
            // Initiatives stand among the metrics, and whoever counts the rows counts them too.
            (true, _) => pen.heading(area, cx.messages.words.metrics, ""),
            (false, _) => pen.heading(area, cx.messages.words.metrics, &count.to_string()),
        };
        if count == 0 && !cx.audience {
            pen.line(x, y, width, &[(cx.messages.says.no_metrics, Role::Faint)]);
            y = y.saturating_add(1);
        }
        // A blank row between the groups where the screen is high enough for all of them.
        let rows = self.groups.len() + count + self.honours.len() + self.events.len() + 6;
        let air = u16::from(rows + self.groups.len() <= usize::from(area.height));
        for (at, group) in self.groups.iter().enumerate() {
            if at > 0 && (group.initiative.is_some() || !group.metrics.is_empty()) {
                y = y.saturating_add(air);
            }
            let indent = u16::from(group.initiative.is_some()) * 2;
            if let Some(initiative) = group.initiative {
                pen.stop(Rect::new(x, y, width, 1), Address::Initiative(initiative.id.clone()), |area, buf, theme| {
                    let name = cx.text(&initiative.name);
                    draw::put(buf, area.x + 2, area.y, area.width.saturating_sub(2), name, theme.style(self.role));
                });
                y = y.saturating_add(1);
            }
            let alone = self.groups.len() > 1 && group.initiative.is_none() && !group.metrics.is_empty();
            if alone {
                pen.line(x, y, width, &[("  ", Role::Text), (cx.messages.says.no_initiative, Role::Muted)]);
                y = y.saturating_add(1);
            }
            let indent = if alone { 2 } else { indent };
            for metric in group.metrics.iter().take(ROWS) {
                metric_rows::paint(pen, cx, Rect::new(x, y, width, 1), indent, metric, columns);
                y = y.saturating_add(1);
            }
            let hidden = group.metrics.len().saturating_sub(ROWS);
            y = super::more_row(cx, pen, Rect::new(x, y, width, 1), hidden, Address::Metrics);
        }
        y = self.honours(cx, pen, Rect::new(x, y.saturating_add(1), width, 0));
        self.events(cx, pen, Rect::new(x, y, width, 0))
    }

    fn honours(&self, cx: &Context<'_>, pen: &mut Pen<'_>, area: Rect) -> u16 {
        if self.honours.is_empty() && cx.audience {
            return area.y;
        }
        let count = self.honours.len().to_string();
        let mut y = pen.heading(area, cx.messages.words.honours, &count);
        if self.honours.is_empty() {
            pen.line(area.x, y, area.width, &[(cx.messages.says.no_honours, Role::Faint)]);
            y = y.saturating_add(1);
        }
        for honour in self.honours.iter().take(ROWS) {
            honour_rows::paint(pen, cx, Rect::new(area.x, y, area.width, 1), honour, Beside::Level);
            y = y.saturating_add(1);
        }
        let hidden = self.honours.len().saturating_sub(ROWS);
        super::more_row(cx, pen, Rect { y, ..area }, hidden, Address::Honours)
    }

    fn events(&self, cx: &Context<'_>, pen: &mut Pen<'_>, area: Rect) -> u16 {
        if self.events.is_empty() {
            return area.y;
        }
        let y = pen.heading(Rect { y: area.y.saturating_add(1), ..area }, cx.messages.words.events, "");
        let inner = Rect { x: area.x + 2, y, width: area.width.saturating_sub(2), height: 0 };
        let end = super::event_rows(cx, pen, inner, self.events.iter().copied());
        // All of them are one thing to select: they lead to the timeline.
        pen.stop(Rect { y, height: end.saturating_sub(y), ..area }, Address::Timeline, |_, _, _| {});
        end
    }

    fn metrics(&self) -> impl Iterator<Item = &Metric> {
        self.groups.iter().flat_map(|group| group.metrics.iter().copied())
    }

    /// The leading figures in big digits. Gives the row of the charts below.
    fn tiles(&self, cx: &Context<'_>, pen: &mut Pen<'_>, area: Rect, grid: Grid, leading: &[&Metric]) -> u16 {
        if leading.is_empty() || self.table {
            return area.y;
        }
        let note = if leading.len() > 1 { cx.messages.says.single_figures_note } else { "" };
        // A blank row between the rule and the digits, which are as high as the row.
        let top = pen.heading(area, cx.messages.words.headlines, note) + 1;
        // On the page of an initiative its name need not be said again.
        let several = self.groups.iter().any(|group| group.initiative.is_some());
        let belongs = if several { Belongs::Initiative } else { Belongs::Nothing };
        tiles::paint(pen, cx, Rect { y: top, ..area }, grid, leading, belongs).saturating_add(grid.gap())
    }

    /// The charts, in one column or two. Gives the row below.
    fn charts(&self, cx: &Context<'_>, pen: &mut Pen<'_>, area: Rect) -> u16 {
        let metrics: Vec<&Metric> = self.metrics().collect();
        let (mut charts, leading) = charts::of(cx, &metrics);
        charts.extend(sparklines::of(cx, &metrics));
        if let Some(goals) = charts::goals(cx, &metrics) {
            charts.insert(0, goals);
        }
        let heights = charts.iter().map(|chart| chart.height(area.width, self.table).saturating_add(1));
        let below = heights.fold(0, u16::saturating_add);
        let grid = Grid::big(cx, &leading, area.width, 4);
        // As many rows of figures as leave room for the charts on the screen, and at least one.
        let room = area.height.saturating_sub(below.saturating_add(3));
        // Long figures leave large digits no room for more than a few: then they are text.
        let grid =
            if grid.holds(room) < leading.len().min(FEW) { Grid::text(cx, &leading, area.width, 4) } else { grid };
        let leading: Vec<&Metric> = leading.into_iter().take(grid.holds(room)).collect();
        let area = Rect { y: self.tiles(cx, pen, area, grid, &leading), ..area };
        if self.table && !leading.is_empty() {
            charts.insert(0, charts::lines(cx, &leading));
        }
        let columns = if area.width >= 110 && charts.len() > 1 { 2 } else { 1 };
        let width = (area.width - (columns - 1) * GUTTER) / columns;
        let mut ends = vec![area.y; usize::from(columns)];
        for chart in &charts {
            // Each chart goes where the column is shortest, so that the columns end about level.
            let Some((at, y)) = ends.iter().copied().enumerate().min_by_key(|(_, end)| *end) else { break };
            let x = area.x + u16::try_from(at).unwrap_or(0) * (width + GUTTER);
            let rows = chart.height(width, self.table);
            let rect = Rect::new(x, y, width, rows);
            pen.draw(rect, |area, buf, theme| chart.draw(cx, area, buf, theme, self.table));
            if let Some(end) = ends.get_mut(at) {
                *end = y.saturating_add(rows).saturating_add(1);
            }
        }
        let end = ends.into_iter().max().unwrap_or(area.y);
        self.trends(cx, pen, Rect { y: end, height: area.bottom().saturating_sub(end), ..area }, &metrics)
    }

    /// Trends in full, as many as the rest of the screen has room for. Gives the row below.
    fn trends(&self, cx: &Context<'_>, pen: &mut Pen<'_>, area: Rect, metrics: &[&Metric]) -> u16 {
        let across = charts::across(area.width);
        let rows = usize::from(area.height / TREND);
        if rows == 0 || self.table {
            return area.y.saturating_sub(1);
        }
        let (headlines, others): (Vec<&Metric>, Vec<&Metric>) = metrics.iter().partition(|metric| metric.headline);
        let all = headlines.into_iter().chain(others).filter_map(|metric| trend::named(cx, metric));
        let all: Vec<charts::Chart> = all.take(rows * across).collect();
        charts::Chart::paint_all(cx, pen, Rect { height: 0, ..area }, &all, false)
    }
}
