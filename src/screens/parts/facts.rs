//! Labels and what they stand for, in two columns that share one x.

use ratatui::layout::Rect;

use crate::ui::page::Pen;
use crate::ui::theme::Role;
use crate::ui::{draw, text};

/// A label, what it stands for, and how that looks.
pub(in crate::screens) struct Fact<'a> {
    /// The label.
    pub label: &'a str,
    /// What it stands for; wrapped.
    pub value: String,
    /// How it looks.
    pub role: Role,
}

impl<'a> Fact<'a> {
    /// An ordinary fact.
    pub fn new(label: &'a str, value: impl Into<String>) -> Self {
        Self { label, value: value.into(), role: Role::Text }
    }
}

/// Draws facts below each other from column `x` and row `y`. Gives the row below.
pub(in crate::screens) fn paint(pen: &mut Pen<'_>, x: u16, mut y: u16, width: u16, facts: &[Fact<'_>]) -> u16 {
    let label = facts.iter().map(|fact| text::cells(fact.label)).max().unwrap_or(0).min(width / 3);
    let value = width.saturating_sub(label + 2);
    for fact in facts {
        let lines = text::wrap(&fact.value, usize::from(value));
        let rows = u16::try_from(lines.len()).unwrap_or(u16::MAX).max(1);
        pen.draw(Rect::new(x, y, width, rows), |area, buf, theme| {
            draw::put(buf, area.x, area.y, label, fact.label, theme.style(Role::Muted));
            for (row, line) in (area.y..).zip(&lines) {
                draw::put(buf, area.x + label + 2, row, value, line, theme.style(fact.role));
            }
        });
        y = y.saturating_add(rows);
    }
    y
}
