//! What the signs of bands mean, in as many rows as that takes.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{Band, BandPoint, Bands, When, by_month, shares_a_cell};
use crate::model::Markers;
use crate::ui::chart::columns::GAP;
use crate::ui::chart::line::legend;
use crate::ui::chart::sign::{Explained, Lines};
use crate::ui::chart::slots::Slots;
use crate::ui::theme::{Role, Theme};
use crate::ui::{draw, text};

/// A sign and what it means.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Item<'a> {
    /// What this sign and those after it have in common.
    lead: &'a str,
    sign: String,
    word: &'a str,
}

impl Item<'_> {
    /// The texts one behind the other, with their colours.
    fn spans(&self) -> [(&str, Role); 5] {
        let between = if self.lead.is_empty() { "" } else { " " };
        [
            (self.lead, Role::Muted),
            (between, Role::Muted),
            (&self.sign, Role::Strong),
            (" ", Role::Muted),
            (self.word, Role::Muted),
        ]
    }

    fn width(&self) -> u16 {
        self.spans().iter().fold(0, |sum, (words, _)| sum.saturating_add(text::cells(words)))
    }
}

/// The legend of bands: its rows and the cell that they start at.
pub(super) struct Legend<'a> {
    rows: Vec<Vec<Item<'a>>>,
    start: u16,
}

impl<'a> Legend<'a> {
    /// The legend of what these bands show; `None` where a sign and its meaning are wider than the area. Its width does
    /// not depend on the markers.
    pub(super) fn of(bands: &Bands<'a>, slots: &Slots, area: Rect, markers: Markers) -> Option<Self> {
        let items = items(bands, slots, markers);
        let wrapped = |start: u16| legend::rows(items.clone(), area.right().saturating_sub(start), Item::width);
        // Over the months where that takes no more rows than from the edge on.
        let (whole, over) = (wrapped(area.x)?, slots.inner_of(0));
        match wrapped(over).filter(|rows| rows.len() <= whole.len()) {
            Some(rows) => Some(Self { rows, start: over }),
            None => Some(Self { rows: whole, start: area.x }),
        }
    }

    /// The rows that it takes.
    pub(super) fn height(&self) -> u16 {
        u16::try_from(self.rows.len()).unwrap_or(u16::MAX)
    }

    /// Draws the rows from the top of the area.
    pub(super) fn draw(&self, area: Rect, buf: &mut Buffer, theme: &Theme) {
        for (row, y) in self.rows.iter().zip(area.top()..area.bottom()) {
            let mut x = self.start;
            for item in row {
                let spans = item.spans().map(|(words, role)| (words, theme.style(role)));
                let used = draw::put_spans(buf, x, y, area.right().saturating_sub(x), &spans);
                x = x.saturating_add(used).saturating_add(GAP);
            }
        }
    }
}

/// The signs with what they stand for, and what a span and a digit mean where there are such.
fn items<'a>(bands: &Bands<'a>, slots: &Slots, markers: Markers) -> Vec<Item<'a>> {
    if bands.numbers {
        return Vec::new();
    }
    let lines = Lines::of(markers);
    let explained =
        |it: &Explained<'a>| Item { lead: it.lead, sign: it.sign.symbol(markers).to_owned(), word: it.word };
    let mut items: Vec<Item<'a>> = bands.words.signs.iter().map(explained).collect();
    let untold = |point: &BandPoint| matches!(point.when, When::Month(_));
    if slots.has_days() && bands.rows.iter().flat_map(|row| &row.points).any(untold) {
        let sign = format!("{}{}{}", lines.from, lines.between, lines.to);
        items.push(Item { lead: "", sign, word: bands.words.day_untold });
    }
    let shares = |row: &Band| by_month(&row.points).into_values().any(|points| shares_a_cell(&points, slots.inner()));
    if bands.rows.iter().any(shares) {
        let to = if markers == Markers::Ascii { "-" } else { "–" };
        let more = if slots.is_ruled() { "" } else { " +" };
        items.push(Item { lead: "", sign: format!("2{to}9{more}"), word: bands.words.several });
    }
    items
}
