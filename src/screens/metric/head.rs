//! The head of the card: name, figure, rank, and how the metric stands.

use ratatui::layout::Rect;

use super::{Card, ROOMY};
use crate::domain::figure::{Figure, Format, Notation};
use crate::domain::status::{Status, status};
use crate::screens::parts::big_figure::BigFigure;
use crate::screens::parts::facts::paragraph;
use crate::screens::parts::standing;
use crate::ui::chart::big::{self, Size};
use crate::ui::page::Pen;
use crate::ui::text;
use crate::ui::theme::Role;

impl Card<'_> {
    /// Name, figure and rank. Gives the row below.
    pub(super) fn head(&self, pen: &mut Pen<'_>, area: Rect) -> u16 {
        let (cx, metric) = (self.cx, self.metric);
        let x = area.x + 2;
        let width = area.width.saturating_sub(2);
        let derived = if metric.derived.is_some() { cx.messages.words.derived } else { "" };
        let name = cx.text(&metric.name);
        let mut y = area.y;
        if text::cells(name) <= width {
            pen.line(x, y, width, &[(name, Role::Strong), ("  ", Role::Text), (derived, Role::Accent)]);
            y = y.saturating_add(1);
        } else {
            // The card is where a long name stands whole.
            y = paragraph(pen, Rect { x, y, width, height: 0 }, name, Role::Strong);
            pen.line(x, y, width, &[(derived, Role::Accent)]);
            y = y.saturating_add(u16::from(!derived.is_empty()));
        }
        y = y.saturating_add(1);
        if let Some(figure) = cx.format().metric(cx.district, metric) {
            y = self.digits(pen, Rect { x, y, width, height: area.height }, &figure);
        } else {
            pen.line(x, y, width, &[(cx.messages.says.no_value, Role::Unknown)]);
            y = y.saturating_add(1);
        }
        if let Some(rank) = &metric.rank {
            let scope = rank.scope.as_ref().map_or("", |scope| cx.text(scope));
            let spans = [(&*cx.format().rank(rank), Role::Accent), ("  ", Role::Text), (scope, Role::Muted)];
            pen.line(x, y, width, &spans);
            y = y.saturating_add(1);
        }
        let stands = metric.target.is_some() || standing::change(cx, metric).is_some();
        y = y.saturating_add(u16::from(stands && area.height >= ROOMY));
        y = self.change(pen, Rect { x, y, width, height: 1 });
        self.status(pen, Rect { x, y, width, height: 1 })
    }

    /// What became of it within a year, with the base. Gives the row below.
    fn change(&self, pen: &mut Pen<'_>, row: Rect) -> u16 {
        let cx = self.cx;
        let Some(told) = standing::change(cx, self.metric) else { return row.y };
        let full = told.full(cx);
        let difference = told.text.difference.as_deref().unwrap_or_default();
        let label = self.label(cx.messages.words.change);
        let spans = [
            (label.as_str(), Role::Muted),
            (full.as_str(), told.role()),
            ("  ", Role::Text),
            (told.word(cx), told.role()),
            ("  ", Role::Text),
            (difference, Role::Muted),
        ];
        // What has no room is left out rather than cut: the difference, then the judgement, which the colour tells too.
        let width = |count: usize| spans.iter().take(count).map(|(content, _)| text::cells(content)).sum::<u16>();
        let count = [6, 4].into_iter().find(|count| width(*count) <= row.width).unwrap_or(2);
        pen.line(row.x, row.y, row.width, spans.get(..count).unwrap_or(&spans));
        row.y.saturating_add(1)
    }

    /// How it stands against its target, with what that is told from. Gives the row below.
    fn status(&self, pen: &mut Pen<'_>, row: Rect) -> u16 {
        let (cx, metric) = (self.cx, self.metric);
        if metric.target.is_none() {
            return row.y;
        }
        let (stands, role) = standing::told(cx, metric);
        let stands = if status(metric) == Status::NoTarget { cx.messages.says.no_rule.to_owned() } else { stands };
        let against = standing::against_target(cx, metric, true);
        let label = self.label(cx.messages.words.status);
        let beside = text::cells(&label) + text::cells(&stands) + 2;
        let whole = beside + text::cells(&against) <= row.width;
        let spans = [(label.as_str(), Role::Muted), (stands.as_str(), role), ("  ", Role::Text)];
        let spans = spans.into_iter().chain(whole.then_some((against.as_str(), Role::Text)));
        pen.line(row.x, row.y, row.width, &spans.collect::<Vec<_>>());
        let y = row.y.saturating_add(1);
        // A target is told whole: in rows of its own where there is no room beside the word.
        let behind = text::cells(&label).min(row.width / 3);
        let below = Rect { x: row.x + behind, y, width: row.width - behind, ..row };
        if whole { y } else { paragraph(pen, below, &against, Role::Text) }
    }

    /// A label of the two rows that tell how it stands, as wide as both need where there are both.
    fn label(&self, label: &str) -> String {
        let words = &self.cx.messages.words;
        let both = self.metric.target.is_some() && standing::change(self.cx, self.metric).is_some();
        let width = [words.change, words.status].map(text::width).into_iter().max().unwrap_or(0);
        let pad = if both { width.saturating_sub(text::width(label)) } else { 0 };
        format!("{label}{}  ", " ".repeat(pad))
    }

    /// The figure as large as the width and the height of the screen allow. Gives the row below.
    fn digits(&self, pen: &mut Pen<'_>, area: Rect, figure: &Figure) -> u16 {
        let Rect { x, mut y, width, height } = area;
        let most = match height {
            0..ROOMY => Size::Times(1),
            ROOMY..50 => Size::Times(2),
            _ => Size::Times(3),
        };
        let big = BigFigure::from(figure);
        let beside = text::cells(&big.unit) + 1;
        let size = big.size(width.saturating_sub(beside), most).or_else(|| big.size(width, Size::Narrow));
        let rows = size.map_or(1, big::height);
        pen.draw(Rect::new(x, y, width, rows), |area, buf, theme| big.draw(area, size, buf, theme));
        y = y.saturating_add(rows);
        if !big.unit_fits(width, size) {
            pen.line(x, y, width, &[(&big.unit, Role::Muted)]);
            y = y.saturating_add(1);
        }
        if figure.rounded {
            let cx = self.cx;
            let exact = Format { notation: Notation::Exact, ..cx.format() }.metric(cx.district, self.metric);
            let text = exact.map(|exact| (cx.messages.says.rounded)(&exact.text())).unwrap_or_default();
            y = paragraph(pen, Rect { x, y, width, height: 0 }, &text, Role::Muted);
        }
        y
    }
}
