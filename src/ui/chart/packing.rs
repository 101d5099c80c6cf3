//! How the items of a stack become cells, and where its counts stand.

use ratatui::buffer::Buffer;
use ratatui::style::Style;

use super::columns;
use super::stack::{Level, Stack};
use crate::model::Markers;
use crate::ui::theme::{Role, Theme};
use crate::ui::{draw, text};

/// The fills of levels that no colour tells apart.
const FILLS: [&str; 4] = ["█", "▓", "░", "▒"];

/// The characters of levels on a typewriter.
const TYPED: [&str; 6] = ["#", "o", "+", "x", "=", "-"];

/// What an item of a level looks like. An item is as large at every level: a larger area would mean more items.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Block {
    pub(super) symbol: &'static str,
    pub(super) style: Style,
}

impl Block {
    /// The blocks of the levels: of one fill and different colours, or of different fills where colours are alike. Typed
    /// ones always differ.
    pub(super) fn of(legend: &[Level], theme: &Theme) -> Vec<Self> {
        if theme.markers() == Markers::Ascii {
            let typed = legend.iter().zip(TYPED.into_iter().cycle());
            return typed.map(|(level, symbol)| Self { symbol, style: theme.style(level.role) }).collect();
        }
        let colours: Vec<_> = legend.iter().map(|level| theme.style(level.role).fg).collect();
        let alike = colours.iter().enumerate().any(|(at, colour)| colours.iter().take(at).any(|other| other == colour));
        let fills = FILLS.iter().cycle().map(|fill| if alike { fill } else { "▆" });
        legend.iter().zip(fills).map(|(level, symbol)| Self { symbol, style: theme.style(level.role) }).collect()
    }
}

/// How items become cells, the same for all rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Packing {
    /// An item takes this many cells, the last of them blank where there are several.
    Cells(u16),
    /// A cell stands for this many items, or for what is left of them.
    Many(u32),
}

impl Packing {
    /// The largest items with which every row fits.
    pub(super) fn of(rows: &[Stack], levels: usize, width: u16) -> Option<Self> {
        let sum = |row: &Stack| row.parts.iter().take(levels).map(|part| u64::from(*part)).sum::<u64>();
        let most = rows.iter().map(sum).max().unwrap_or(0);
        let fits = |cells: &u16| most * u64::from(*cells) <= u64::from(width) + u64::from(*cells > 1);
        if let Some(cells) = [3, 2, 1].into_iter().find(fits) {
            return Some(Self::Cells(cells));
        }
        // Each level may begin one cell that it does not fill.
        let whole = u64::from(width).checked_sub(levels as u64).filter(|whole| *whole > 0)?;
        u32::try_from(most.div_ceil(whole)).ok().map(Self::Many)
    }

    /// Draws the blocks of a row.
    pub(super) fn draw(self, legend: &[Block], parts: &[u32], x: u16, y: u16, buf: &mut Buffer) {
        let mut at = x;
        for (block, count) in legend.iter().zip(parts) {
            let (blocks, cells) = match self {
                Self::Cells(cells) => (*count, cells),
                Self::Many(items) => (count.div_ceil(items.max(1)), 1),
            };
            for _ in 0..blocks {
                for dx in 0..cells.max(2) - 1 {
                    if let Some(cell) = buf.cell_mut((at.saturating_add(dx), y)) {
                        cell.set_symbol(block.symbol).set_style(block.style);
                    }
                }
                at = at.saturating_add(cells);
            }
        }
    }
}

/// The columns of the counts, one a level, before the total.
pub(super) struct Counts {
    widths: Vec<u16>,
    total: u16,
}

impl Counts {
    /// As wide as the widest count of each level, and as what stands over it.
    pub(super) fn of(legend: &[Level], rows: &[Stack]) -> Self {
        let width = |(at, level): (usize, &Level)| {
            let widest = rows.iter().filter_map(|row| row.parts.get(at)).max().copied().unwrap_or(0);
            text::cells(&widest.to_string()).max(text::cells(level.initial()))
        };
        Self {
            widths: legend.iter().enumerate().map(width).collect(),
            total: rows.iter().map(|row| text::cells(&row.total)).max().unwrap_or(0),
        }
    }

    /// The cells of all counts.
    pub(super) fn width(&self) -> u16 {
        self.widths.iter().fold(0, |sum: u16, width| sum.saturating_add(width + columns::GAP))
    }

    /// The cells of counts and total.
    pub(super) fn whole(&self) -> u16 {
        self.width().saturating_add(self.total)
    }

    /// The column behind the last count, of a row that ends before `right`.
    pub(super) fn end(&self, right: u16) -> u16 {
        right.saturating_sub(self.total.saturating_add(columns::GAP))
    }

    /// The columns behind each count.
    pub(super) fn ends(&self, right: u16) -> impl Iterator<Item = u16> {
        let start = self.end(right).saturating_sub(self.width());
        self.widths.iter().scan(start, |x, width| {
            *x = x.saturating_add(width + columns::GAP);
            Some(*x)
        })
    }

    /// Writes the counts of a row.
    pub(super) fn draw(&self, legend: &[Level], parts: &[u32], right: u16, y: u16, buf: &mut Buffer, theme: &Theme) {
        for (((level, count), width), end) in legend.iter().zip(parts).zip(&self.widths).zip(self.ends(right)) {
            let role = if *count == 0 { Role::Faint } else { level.role };
            draw::put_right(buf, end, y, *width, &count.to_string(), theme.style(role));
        }
    }
}
