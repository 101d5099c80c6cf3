//! Labels and what they stand for, in two columns that share one x.

use ratatui::layout::Rect;

use crate::screens::Context;
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
    pub(in crate::screens) fn new(label: &'a str, value: impl Into<String>) -> Self {
        Self { label, value: value.into(), role: Role::Text }
    }
}

/// How wide the labels of a card are: those of its facts and of its links share one column.
pub(in crate::screens) fn label_width(cx: &Context<'_>) -> u16 {
    let words = &cx.messages.words;
    let labels = [words.as_written, words.definition, words.initiative, words.revisions, words.owner, words.source];
    labels.iter().map(|label| text::cells(label)).max().unwrap_or(0)
}

/// Draws facts below each other from the top of the area on, behind labels of one width, with so many blank rows
/// between them. Gives the row below.
pub(in crate::screens) fn paint(pen: &mut Pen<'_>, area: Rect, label: u16, air: u16, facts: &[Fact<'_>]) -> u16 {
    let Rect { x, mut y, width, .. } = area;
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
        y = y.saturating_add(rows + air);
    }
    y.saturating_sub(air)
}

/// Draws wrapped text. Gives the row below.
pub(in crate::screens) fn paragraph(pen: &mut Pen<'_>, area: Rect, content: &str, role: Role) -> u16 {
    let lines = text::wrap(content, usize::from(area.width));
    let rows = u16::try_from(lines.len()).unwrap_or(u16::MAX);
    pen.draw(Rect { height: rows, ..area }, |area, buf, theme| {
        draw::put_wrapped(buf, area, content, theme.style(role));
    });
    area.y.saturating_add(rows)
}
