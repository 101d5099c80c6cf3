//! Every source with what cites it, and what cites none.

use ratatui::layout::Rect;

use super::parts::honour_rows::{self, Beside};
use super::parts::metric_rows::{self, Columns};
use super::parts::strip::Strip;
use super::parts::{self, beside, facts, more_row};
use super::{Context, Screen};
use crate::domain::{Address, Honour, Metric, Source};
use crate::model::{Command, Place};
use crate::ui::draw;
use crate::ui::page::Pen;
use crate::ui::theme::Role;

pub(super) struct Sources;

/// Lines of text are at most so wide.
const MEASURE: u16 = 120;
/// Rows are at most so wide, so that the eye finds the figure of a name.
const ROW: u16 = 72;
/// A list shows at most so many rows.
const ROWS: usize = 1000;

impl Screen for Sources {
    fn title(&self, cx: &Context<'_>, _: &Place) -> String {
        cx.messages.words.sources.to_owned()
    }

    fn commands(&self, _: &Context<'_>, _: &Place) -> Vec<Command> {
        vec![Command::Open]
    }

    fn paint(&self, cx: &Context<'_>, _: &Place, pen: &mut Pen<'_>, width: u16, _: u16) -> u16 {
        let width = width.min(MEASURE);
        let data = cx.district.data();
        let mut y = 0;
        for source in &data.sources {
            y = paint_source(cx, pen, Rect::new(0, y, width, 0), source).saturating_add(1);
        }
        let says = &cx.messages.says;
        if let Some(note) = &data.note {
            y = pen.heading(Rect::new(0, y, width, 1), cx.messages.words.compilers_note, "");
            let area = Rect::new(2, y, width.saturating_sub(2), 0);
            y = facts::paragraph(pen, area, cx.text(note), Role::Muted).saturating_add(1);
        }
        y = uncited(cx, pen, Rect::new(0, y, width, 0));
        let derived: Vec<&Metric> = data.metrics.iter().filter(|metric| metric.derived.is_some()).collect();
        if derived.is_empty() {
            return y;
        }
        metrics(cx, pen, Rect::new(0, y.saturating_add(1), width, 0), says.derived_figures, &derived)
    }
}

/// A list of metrics under a heading. Gives the row below.
fn metrics(cx: &Context<'_>, pen: &mut Pen<'_>, area: Rect, title: &str, metrics: &[&Metric]) -> u16 {
    let mut y = pen.heading(area, title, &metrics.len().to_string());
    let columns = Columns::measure(cx, metrics.iter().copied());
    for metric in metrics.iter().take(ROWS) {
        metric_rows::paint(pen, cx, Rect { y, height: 1, width: area.width.min(ROW), ..area }, 0, metric, columns);
        y = y.saturating_add(1);
    }
    more_row(cx, pen, Rect { y, ..area }, metrics.len().saturating_sub(ROWS), Address::Metrics)
}

/// Metrics and honours that nothing vouches for, or that there is none. Gives the row below.
fn uncited(cx: &Context<'_>, pen: &mut Pen<'_>, area: Rect) -> u16 {
    let data = cx.district.data();
    let says = &cx.messages.says;
    let uncited: Vec<&Metric> = data.metrics.iter().filter(|metric| metric.is_uncited()).collect();
    let honours: Vec<&Honour> = data.honours.iter().filter(|honour| honour.source.is_none()).collect();
    if uncited.is_empty() && honours.is_empty() {
        let y = pen.heading(area, says.uncited, "0");
        let spans = [("✓ ", Role::Good), (says.nothing_uncited, Role::Muted)];
        pen.line(area.x + 2, y, area.width.saturating_sub(2), &spans);
        return y.saturating_add(1);
    }
    let mut y = area.y;
    if !uncited.is_empty() {
        let title = format!("{} · {}", says.uncited, cx.messages.words.metrics);
        y = metrics(cx, pen, area, &title, &uncited).saturating_add(1);
    }
    if honours.is_empty() {
        return y.saturating_sub(1);
    }
    let title = format!("{} · {}", says.uncited, cx.messages.words.honours);
    y = pen.heading(Rect { y, ..area }, &title, &honours.len().to_string());
    for honour in honours.iter().take(ROWS) {
        let row = Rect { y, height: 1, width: area.width.min(ROW), ..area };
        honour_rows::paint(pen, cx, row, honour, Beside::Level);
        y = y.saturating_add(1);
    }
    more_row(cx, pen, Rect { y, ..area }, honours.len().saturating_sub(ROWS), Address::Honours)
}

/// Draws a source with its coverage. Gives the row below.
fn paint_source(cx: &Context<'_>, pen: &mut Pen<'_>, area: Rect, source: &Source) -> u16 {
    let data = cx.district.data();
    let says = &cx.messages.says;
    let cites = |locator: &Option<crate::domain::Locator>| locator.as_ref().is_some_and(|it| it.id == source.id);
    let metrics = data.metrics.iter().filter(|metric| cites(&metric.source)).count();
    let honours = data.honours.iter().filter(|honour| cites(&honour.source)).count();
    let names = data.actions.iter().filter(|action| action.sources.contains(&source.id)).count();
    let inner = parts::inset(area);
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
    let mut y = area.y.saturating_add(1);
    let published = source.published.map(|date| format!(" · {date}")).unwrap_or_default();
    let url = source.url.as_ref().map(|url| format!(" · {url}")).unwrap_or_default();
    let spans =
        [(cx.text(&source.publisher), Role::Text), (published.as_str(), Role::Muted), (url.as_str(), Role::Faint)];
    pen.line(inner.x, y, inner.width, &spans);
    y = y.saturating_add(1);
    let mut coverage = Vec::new();
    if metrics + honours > 0 {
        coverage.push((says.cited_by)(metrics, honours));
    }
    if names > 0 {
        coverage.push((says.names_only)(names));
    }
    let beside = beside::citing(cx, &source.id).count();
    if beside > 0 {
        coverage.push((says.cited_beside)(beside));
    }
    let coverage = if coverage.is_empty() { says.cited_nowhere.to_owned() } else { coverage.join(" · ") };
    pen.line(inner.x, y, inner.width, &[(&coverage, Role::Muted)]);
    y = y.saturating_add(1);
    if let Some(note) = &source.note {
        y = facts::paragraph(pen, Rect { y, ..inner }, cx.text(note), Role::Faint);
    }
    match Strip::of(cx.district, source) {
        Some(strip) => {
            pen.draw(Rect { y, height: Strip::HEIGHT, ..inner }, |area, buf, theme| {
                strip.draw(says.strip, says.most_cited, area, buf, theme);
            });
            y.saturating_add(Strip::HEIGHT)
        }
        None => y,
    }
}
