//! What a line chart says under its axis: which sign is which series, and what the other signs mean.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::ui::chart::columns;
use crate::ui::theme::{Role, Theme};
use crate::ui::{draw, text};

/// A sign and what it means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Item {
    pub(super) sign: &'static str,
    pub(super) role: Role,
    pub(super) words: String,
}

impl Item {
    pub(super) fn width(&self) -> u16 {
        text::cells(self.sign).saturating_add(1).saturating_add(text::cells(&self.words))
    }
}

/// Items of this measure in rows of at most this width, in their order; `None` where one of them is wider.
pub(in crate::ui::chart) fn rows<T>(items: Vec<T>, width: u16, measure: fn(&T) -> u16) -> Option<Vec<Vec<T>>> {
    let mut rows: Vec<Vec<T>> = Vec::new();
    let mut used = 0;
    for item in items {
        let needs = measure(&item);
        if needs > width {
            return None;
        }
        let with_gap = needs.saturating_add(columns::GAP).saturating_add(used);
        if let Some(row) = rows.last_mut().filter(|_| with_gap <= width) {
            used = with_gap;
            row.push(item);
        } else {
            used = needs;
            rows.push(vec![item]);
        }
    }
    Some(rows)
}

/// Draws the rows from the top of the area.
pub(super) fn draw(rows: &[Vec<Item>], area: Rect, buf: &mut Buffer, theme: &Theme) {
    for (row, y) in rows.iter().zip(area.top()..area.bottom()) {
        let mut x = area.x;
        for item in row {
            let room = area.right().saturating_sub(x);
            let spans = [(item.sign, theme.style(item.role)), (" ", theme.style(Role::Muted))];
            let used = draw::put_spans(buf, x, y, room, &spans);
            let used = used + draw::put(buf, x + used, y, room - used, &item.words, theme.style(Role::Muted));
            x = x.saturating_add(used).saturating_add(columns::GAP);
        }
    }
}
