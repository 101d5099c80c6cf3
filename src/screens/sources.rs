//! Every source with what cites it, and what cites none.

use ratatui::layout::Rect;

use super::parts::metric_rows::{self, Columns};
use super::parts::programme::heading_row;
use super::parts::strip::Strip;
use super::{Context, Screen};
use crate::domain::{Address, Metric, Source};
use crate::model::{Command, Place};
use crate::ui::page::Pen;
use crate::ui::theme::Role;
use crate::ui::{draw, text};

pub(super) struct Sources;

/// Lines of text are at most so wide.
const MEASURE: u16 = 120;

impl Screen for Sources {
    fn title(&self, cx: &Context<'_>, _: &Place) -> String {
        cx.messages.words.sources.to_owned()
    }

    fn commands(&self) -> &'static [Command] {
        &[Command::Open]
    }

    fn paint(&self, cx: &Context<'_>, _: &Place, pen: &mut Pen<'_>, width: u16, _: u16) -> u16 {
        let width = width.min(MEASURE);
        let data = cx.district.data();
        let mut y = 0;
        for source in &data.sources {
            y = paint_source(cx, pen, Rect::new(0, y, width, 0), source).saturating_add(1);
        }
        if let Some(note) = &data.note {
            y = paragraph(pen, Rect::new(2, y, width.saturating_sub(2), 0), cx.text(note), Role::Muted) + 1;
        }
        let says = &cx.messages.says;
        let uncited: Vec<&Metric> = data.metrics.iter().filter(|metric| metric.source.is_none()).collect();
        let derived: Vec<&Metric> = data.metrics.iter().filter(|metric| metric.derived.is_some()).collect();
        y = list(cx, pen, Rect::new(0, y, width, 0), says.uncited, &uncited, says.nothing_uncited);
        if derived.is_empty() {
            return y;
        }
        list(cx, pen, Rect::new(0, y + 1, width, 0), says.derived_figures, &derived, "")
    }
}

/// Draws wrapped text. Gives the row below.
fn paragraph(pen: &mut Pen<'_>, area: Rect, content: &str, role: Role) -> u16 {
    let lines = text::wrap(content, usize::from(area.width));
    let rows = u16::try_from(lines.len()).unwrap_or(u16::MAX);
    pen.draw(Rect { height: rows, ..area }, |area, buf, theme| {
        draw::put_wrapped(buf, area, content, theme.style(role));
    });
    area.y.saturating_add(rows)
}

/// A list of metrics under a heading. Gives the row below.
fn list(cx: &Context<'_>, pen: &mut Pen<'_>, area: Rect, title: &str, metrics: &[&Metric], none: &str) -> u16 {
    let mut y = heading_row(pen, area, title, &metrics.len().to_string());
    if metrics.is_empty() {
        pen.line(area.x + 2, y, area.width.saturating_sub(2), &[("✓ ", Role::Good), (none, Role::Muted)]);
        return y + 1;
    }
    let columns = Columns::measure(cx, metrics.iter().copied());
    for metric in metrics {
        metric_rows::paint(pen, cx, Rect { y, height: 1, ..area }, 0, metric, columns);
        y = y.saturating_add(1);
    }
    y
}

/// Draws a source with its coverage. Gives the row below.
fn paint_source(cx: &Context<'_>, pen: &mut Pen<'_>, area: Rect, source: &Source) -> u16 {
    let data = cx.district.data();
    let says = &cx.messages.says;
    let cites = |locator: &Option<crate::domain::Locator>| locator.as_ref().is_some_and(|it| it.id == source.id);
    let metrics = data.metrics.iter().filter(|metric| cites(&metric.source)).count();
    let honours = data.honours.iter().filter(|honour| cites(&honour.source)).count();
    let names = data.actions.iter().filter(|action| action.sources.contains(&source.id)).count();
    let inner = Rect { x: area.x + 2, width: area.width.saturating_sub(2), ..area };
    let target = Address::Source(source.id.clone());
    pen.stop(Rect { height: 1, ..area }, target, |area, buf, theme| {
        draw::put(
            buf,
            area.x + 2,
            area.y,
            area.width.saturating_sub(2),
            cx.text(&source.title),
            theme.style(Role::Strong),
        );
    });
    let mut y = area.y + 1;
    let published = source.published.map(|date| format!(" · {date}")).unwrap_or_default();
    let url = source.url.as_ref().map(|url| format!(" · {url}")).unwrap_or_default();
    let spans =
        [(cx.text(&source.publisher), Role::Text), (published.as_str(), Role::Muted), (url.as_str(), Role::Faint)];
    pen.line(inner.x, y, inner.width, &spans);
    y += 1;
    let mut coverage = Vec::new();
    if metrics + honours > 0 {
        coverage.push((says.cited_by)(metrics, honours));
    }
    if names > 0 {
        coverage.push((says.names_only)(names));
    }
    let coverage = if coverage.is_empty() { says.cited_nowhere.to_owned() } else { coverage.join(" · ") };
    pen.line(inner.x, y, inner.width, &[(&coverage, Role::Muted)]);
    y += 1;
    if let Some(note) = &source.note {
        y = paragraph(pen, Rect { y, ..inner }, cx.text(note), Role::Faint);
    }
    match Strip::of(cx.district, source) {
        Some(strip) => {
            pen.draw(Rect { y, height: Strip::HEIGHT, ..inner }, |area, buf, theme| {
                strip.draw(says.strip, area, buf, theme);
            });
            y + Strip::HEIGHT
        }
        None => y,
    }
}
