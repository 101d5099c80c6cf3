//! Figures as tiles: the figure first and largest, then its name, then rank and belonging.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::domain::figure::Figure;
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
    pub columns: u16,
    /// Rows of a tile, with the blank row below it.
    pub height: u16,
    /// Whether figures are drawn from cells, rather than as text.
    pub big: bool,
}

impl Grid {
    /// The rows of so many tiles.
    pub(in crate::screens) fn rows(self, tiles: usize) -> u16 {
        let lines = tiles.div_ceil(usize::from(self.columns.max(1)));
        u16::try_from(lines).unwrap_or(u16::MAX).saturating_mul(self.height)
    }

    /// Tiles with big figures, at most `most` beside each other, as many as the widest figure allows.
    pub(in crate::screens) fn big<'m>(
        cx: &Context<'_>,
        metrics: impl Iterator<Item = &'m Metric>,
        width: u16,
        most: u16,
    ) -> Self {
        let widest =
            metrics.filter_map(|metric| cx.format().metric(cx.district, metric)).map(|it| big_cells(&it)).max();
        let columns = (width / widest.unwrap_or(20).max(20).saturating_add(4)).clamp(1, most.max(1));
        Self { columns, height: big::height(Size::Narrow) + 3, big: true }
    }

    /// Tiles of text.
    pub(in crate::screens) fn text(width: u16, most: u16) -> Self {
        Self { columns: (width / 19).clamp(1, most.max(1)), height: 2, big: false }
    }
}

/// How wide a figure is in big digits, with bound and unit beside it.
fn big_cells(figure: &Figure) -> u16 {
    let digits = big::width(&figure.number, Size::Narrow).unwrap_or_else(|| text::cells(&figure.number));
    bound_cells(figure) + digits + 1 + text::cells(&figure.unit)
}

/// Draws tiles, as things to select or only to be seen. Gives the row below.
pub(in crate::screens) fn paint(
    pen: &mut Pen<'_>,
    cx: &Context<'_>,
    origin: (u16, u16),
    width: u16,
    grid: Grid,
    metrics: &[&Metric],
    selectable: bool,
) -> u16 {
    let (x, y) = origin;
    let cell = width / grid.columns.max(1);
    for (at, metric) in (0u16..).zip(metrics) {
        let (row, column) = (at / grid.columns.max(1), at % grid.columns.max(1));
        let top = y.saturating_add(row.saturating_mul(grid.height));
        // Two blanks keep neighbours apart; big tiles leave a blank row below.
        let height = if grid.big { grid.height - 1 } else { grid.height };
        let rect = Rect::new(x + column * cell, top, cell.saturating_sub(1), height);
        let draw = |area: Rect, buf: &mut Buffer, theme: &Theme| tile(cx, metric, grid, area, buf, theme);
        if selectable {
            pen.stop(rect, Address::Metric(metric.id.clone()), draw);
        } else {
            pen.draw(rect, draw);
        }
    }
    y.saturating_add(grid.rows(metrics.len()))
}

fn tile(cx: &Context<'_>, metric: &Metric, grid: Grid, area: Rect, buf: &mut Buffer, theme: &Theme) {
    let inner = Rect { x: area.x + 2, width: area.width.saturating_sub(2), ..area };
    let figure = cx.format().metric(cx.district, metric);
    let name = cx.text(&metric.name);
    let name_y = match &figure {
        Some(figure) if grid.big => {
            figure_in_cells(figure, Rect { height: area.height.saturating_sub(2), ..inner }, buf, theme, Size::Narrow);
            inner.bottom().saturating_sub(2)
        }
        _ => {
            let shown = figure.as_ref().map_or_else(|| cx.messages.says.no_value.to_owned(), Figure::text);
            let role = if figure.is_some() { Role::Strong } else { Role::Unknown };
            // A figure whose unit has no room is shown without it; a figure is never cut.
            let short = figure.as_ref().map(Figure::short).unwrap_or_default();
            let fits = text::width(&shown) <= usize::from(inner.width);
            let shown = if fits { shown.as_str() } else { text::fit_figure(&short, usize::from(inner.width)) };
            let y = if grid.big { inner.bottom().saturating_sub(3) } else { inner.y };
            draw::put(buf, inner.x, y, inner.width, shown, theme.style(role));
            y + 1
        }
    };
    draw::put(buf, inner.x, name_y, inner.width, name, theme.style(Role::Text));
    if grid.big {
        let belongs = super::action_name(cx, metric.action.as_ref());
        let rank = metric.rank.as_ref().map(|rank| cx.format().rank(rank)).unwrap_or_default();
        let spans = [
            (belongs, theme.style(super::hue(cx, metric.action.as_ref()))),
            (if rank.is_empty() { "" } else { " · " }, theme.style(Role::Faint)),
            (rank.as_str(), theme.style(Role::Muted)),
        ];
        draw::put_spans(buf, inner.x, name_y + 1, inner.width, &spans);
    }
}

/// The sizes that a figure is tried in, the largest first.
const SIZES: [Size; 4] = [Size::Times(3), Size::Times(2), Size::Times(1), Size::Narrow];

/// The rows that a figure takes in a width, and its size, at most `most`; one row and no size where it is to be text.
pub(in crate::screens) fn figure_size(figure: &Figure, width: u16, most: Size) -> (u16, Option<Size>) {
    let room = width.saturating_sub(bound_cells(figure) + text::cells(&figure.unit) + 1);
    let from = SIZES.iter().position(|size| *size == most).unwrap_or(0);
    let fits = |size: &&Size| big::width(&figure.number, **size).is_some_and(|width| width <= room);
    match SIZES.iter().skip(from).find(fits) {
        Some(size) => (big::height(*size), Some(*size)),
        None => (1, None),
    }
}

/// The cells of the bound's word and the blank behind it.
fn bound_cells(figure: &Figure) -> u16 {
    text::cells(&figure.bound) + u16::from(!figure.bound.is_empty())
}

/// Draws a figure from cells: bound and unit beside it on its foot, and all of it on the foot of the area, so that the
/// figures of one row of tiles stand on one line. Where it has no room it is text; it is never cut.
pub(in crate::screens) fn figure_in_cells(figure: &Figure, area: Rect, buf: &mut Buffer, theme: &Theme, most: Size) {
    let (height, size) = figure_size(figure, area.width, most);
    let foot = area.bottom().saturating_sub(1).max(area.y);
    let Some(size) = size.filter(|_| height <= area.height) else {
        let whole = figure.text();
        let short = figure.short();
        let width = usize::from(area.width);
        let shown = if text::width(&whole) <= width { &whole } else { text::fit_figure(&short, width) };
        draw::put(buf, area.x, foot, area.width, shown, theme.style(Role::Strong));
        return;
    };
    let bound = bound_cells(figure);
    draw::put(buf, area.x, foot, bound, &figure.bound, theme.style(Role::Accent));
    let digits = Rect { x: area.x + bound, y: area.bottom() - height, width: area.width - bound, height };
    let x = digits.x + big::draw(buf, digits, &figure.number, size, theme.style(Role::Strong)) + 1;
    draw::put(buf, x, foot, area.right().saturating_sub(x), &figure.unit, theme.style(Role::Muted));
}
