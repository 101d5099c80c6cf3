//! Figures as tiles: the figure first and largest, then its name, then where it belongs and its rank.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::big_figure::BigFigure;
use super::stand_row::{Form, LastRow};
use super::standing;
use crate::domain::status::{Status, status};
use crate::domain::{Address, Metric};
use crate::screens::Context;
use crate::ui::chart::big::{self, Size};
use crate::ui::page::Pen;
use crate::ui::theme::{Role, Theme};
use crate::ui::{draw, text};

/// How tiles are arranged in a width.
#[derive(Debug, Clone, Copy)]
pub(in crate::screens) struct Grid {
    /// Tiles beside each other.
    columns: u16,
    /// Rows of a tile, with the blank row below a big one.
    height: u16,
    /// The size of the figures; none: text.
    size: Option<Size>,
}

/// How a tile is drawn: its grid, what its last line says, and in which form it says how the metric stands.
type How = (Grid, Belongs, Form);

/// Cells of a tile before its text: the mark of what is selected, and a blank.
const GUTTER: u16 = 2;
/// A name is not cut below this for the unit beside it.
const NAME: u16 = 10;
/// Blank cells behind the text of a tile; with the gutter of the next one they keep figures from reading as one.
const AIR: u16 = 1;

impl Grid {
    /// Tiles with big figures, at most `most` beside each other, as many as the widest figure allows; the figures as
    /// large as the tiles then have room for.
    pub(in crate::screens) fn big(cx: &Context<'_>, metrics: &[&Metric], width: u16, most: u16) -> Self {
        let figures = metrics.iter().filter_map(|metric| cx.format().metric(cx.district, metric));
        let figures: Vec<BigFigure> = figures.map(|figure| BigFigure::from(&figure)).collect();
        let widest = figures.iter().map(BigFigure::least_width).max().unwrap_or(0).max(18);
        let columns =
            (width / (widest + GUTTER + AIR)).clamp(1, most.max(1)).min(u16::try_from(metrics.len()).unwrap_or(most));
        let room = (width / columns.max(1)).saturating_sub(GUTTER + AIR);
        // One size for all, so that no figure looks weightier than another.
        let large = figures.iter().all(|figure| figure.size(room, Size::Times(1)) == Some(Size::Times(1)));
        // Larger digits must not cost other figures their place.
        let size = if large && (columns == most || metrics.len() <= usize::from(columns)) {
            Size::Times(1)
        } else {
            Size::Narrow
        };
        Self { columns: columns.max(1), height: big::height(size) + 3, size: Some(size) }
    }

    /// Tiles of text, at most `most` beside each other, as many as keep most names whole.
    pub(in crate::screens) fn text(cx: &Context<'_>, metrics: &[&Metric], width: u16, most: u16) -> Self {
        let widest = metrics.iter().map(|metric| text::cells(cx.text(&metric.name))).max().unwrap_or(0).clamp(16, 30);
        let count = u16::try_from(metrics.len()).unwrap_or(most);
        let columns = (width / (widest + GUTTER + 1)).clamp(1, most.min(count).max(1));
        // What is compared with the year before or with a target says so in a row of its own.
        let stands = |metric: &&Metric| standing::change(cx, metric).is_some() || status(metric) != Status::NoTarget;
        let room = (width / columns).saturating_sub(GUTTER + 1);
        // So does the unit that has room neither beside the figure nor beside the name.
        let homeless = |metric: &&Metric| {
            let figure = cx.format().metric(cx.district, metric).map(|figure| BigFigure::from(&figure));
            figure.is_some_and(|figure| {
                !figure.unit_fits(room, None) && is_crowded(cx.text(&metric.name), &figure.unit, room)
            })
        };
        let third = metrics.iter().any(|metric| stands(metric) || homeless(metric));
        Self { columns, height: 2 + u16::from(third), size: None }
    }

    /// Blank rows to leave below the tiles: large ones bring their own.
    pub(in crate::screens) fn gap(self) -> u16 {
        u16::from(self.size.is_none())
    }

    /// Whether so many tiles take no more than so many rows.
    pub(in crate::screens) fn fits(self, tiles: usize, rows: u16) -> bool {
        self.rows(tiles) <= rows
    }

    /// How many tiles so many rows hold; at least those of one row.
    pub(in crate::screens) fn holds(self, rows: u16) -> usize {
        usize::from((rows / self.height).max(1) * self.columns)
    }

    /// The rows of so many tiles.
    fn rows(self, tiles: usize) -> u16 {
        let lines = tiles.div_ceil(usize::from(self.columns.max(1)));
        u16::try_from(lines).unwrap_or(u16::MAX).saturating_mul(self.height)
    }
}

/// What the last line of a tile says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::screens) enum Belongs {
    /// The action; the tile can be selected.
    Action,
    /// The initiative; the tile only repeats what can be selected beside it.
    Initiative,
    /// Nothing but the rank; likewise.
    Nothing,
}

/// Draws tiles. Gives the row below.
pub(in crate::screens) fn paint(
    pen: &mut Pen<'_>,
    cx: &Context<'_>,
    area: Rect,
    grid: Grid,
    metrics: &[&Metric],
    belongs: Belongs,
) -> u16 {
    let cell = area.width / grid.columns;
    // How they stand is told in one form on all of them, or what is left out of one would look like a difference.
    let room = cell.saturating_sub(GUTTER + AIR);
    let rows = || metrics.iter().map(|metric| LastRow::of(cx, metric, belongs, grid.size.is_some()));
    let form = Form::ALL.into_iter().find(|form| rows().all(|row| row.width(*form) <= room)).unwrap_or(Form::Nothing);
    for (at, metric) in (0u16..).zip(metrics) {
        let (row, column) = (at / grid.columns, at % grid.columns);
        let top = area.y.saturating_add(row.saturating_mul(grid.height));
        let height = if grid.size.is_some() { grid.height - 1 } else { grid.height };
        let rect = Rect::new(area.x + column * cell, top, cell, height);
        let draw =
            |area: Rect, buf: &mut Buffer, theme: &Theme| tile(cx, metric, (grid, belongs, form), area, buf, theme);
        match belongs {
            Belongs::Action => pen.stop(rect, Address::Metric(metric.id.clone()), draw),
            Belongs::Initiative | Belongs::Nothing => pen.draw(rect, draw),
        }
    }
    area.y.saturating_add(grid.rows(metrics.len()))
}

/// Whether a unit beside a name leaves too little of the name.
fn is_crowded(name: &str, unit: &str, room: u16) -> bool {
    text::cells(name).min(NAME).saturating_add(1).saturating_add(text::cells(unit)) > room
}

fn tile(cx: &Context<'_>, metric: &Metric, (grid, belongs, form): How, area: Rect, buf: &mut Buffer, theme: &Theme) {
    let air = if grid.size.is_some() { AIR } else { 1 };
    let inner = Rect { x: area.x + GUTTER, width: area.width.saturating_sub(GUTTER + air), ..area };
    let digits = Rect { height: grid.size.map_or(1, big::height), ..inner };
    super::letter(cx, metric, Rect { y: digits.bottom(), ..area }, buf, theme);
    let figure = cx.format().metric(cx.district, metric).map(|figure| BigFigure::from(&figure));
    if let Some(figure) = &figure {
        figure.draw(digits, grid.size, buf, theme);
    } else {
        let y = digits.bottom().saturating_sub(1);
        draw::put(buf, inner.x, y, inner.width, cx.messages.says.no_value, theme.style(Role::Unknown));
    }
    let untold = figure.as_ref().filter(|figure| !figure.unit_fits(inner.width, grid.size));
    let unit = untold.map_or("", |figure| &figure.unit);
    let y = digits.bottom();
    // In a tile of text the unit that had no room beside the figure stands beside the name, where that stays readable.
    let name = cx.text(&metric.name);
    let beside = grid.size.is_none() && !unit.is_empty() && !is_crowded(name, unit, inner.width);
    let beside = if beside { text::cells(unit) + 1 } else { 0 };
    let name_room = inner.width.saturating_sub(beside);
    let used = draw::put(buf, inner.x, y, name_room, name, theme.style(Role::Text));
    if beside > 0 {
        draw::put(buf, inner.x + used + 1, y, beside, unit, theme.style(Role::Muted));
    }
    if area.bottom() <= y.saturating_add(1) {
        return;
    }
    // A unit that had no room beside the figure comes first in the row below, unless it stands beside the name.
    let unit = if beside == 0 { unit } else { "" };
    let row = Rect { y: y.saturating_add(1), height: 1, ..inner };
    let spans = LastRow::of(cx, metric, belongs, grid.size.is_some()).spans(unit, form, row.width);
    let spans: Vec<(&str, Style)> =
        spans.iter().map(|(content, role)| (content.as_str(), theme.style(*role))).collect();
    draw::put_spans(buf, row.x, row.y, row.width, &spans);
}
