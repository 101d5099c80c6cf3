//! The whole district at a glance: headline figures, the actions, ranks, honours, and what wants attention.

use ratatui::layout::Rect;

use super::parts::tiles::{Belongs, Grid};
use super::parts::{self, attention, charts, cite, standing, tiles};
use super::{Context, Screen};
use crate::domain::panels::ranks;
use crate::domain::query::Choice;
use crate::domain::status::{Status, status};
use crate::domain::{self, Action, Address, Column, Facet, Id, Metric, Query};
use crate::model::{Command, Place};
use crate::ui::chart::{Frame, Level, Plot, Stack, Stacks};
use crate::ui::page::Pen;
use crate::ui::theme::Role;
use crate::ui::{draw, text};

pub(super) struct Overview;

/// Blanks between columns.
const GUTTER: u16 = 3;
/// At most so many headline figures are shown.
const HEADLINES: usize = 24;
/// Headline figures are drawn large where they take no more rows than this.
const BIG_ROWS: u16 = 16;
/// On a card a name is cut down to so many cells for a unit.
const NAME: usize = 10;
/// A card shows at most so many figures.
const FIGURES: u16 = 6;
/// What stands below the cards takes about so many rows.
const BELOW: u16 = 14;
/// At most so many actions are shown as cards.
const CARDS: usize = 500;
/// Under each reason for attention at least and at most so many metrics are named.
const FEW: usize = 3;
const MANY: usize = 12;
/// A ladder of ranks below them takes about so many rows.
const LADDER: u16 = 8;
/// What the chart of honours takes besides its labels.
const HONOURS: u16 = 34;

impl Screen for Overview {
    fn title(&self, cx: &Context<'_>, _: &Place) -> String {
        cx.messages.words.overview.to_owned()
    }

    fn commands(&self, _: &Context<'_>, _: &Place) -> Vec<Command> {
        vec![Command::Open, Command::Table]
    }

    fn paint(&self, cx: &Context<'_>, place: &Place, pen: &mut Pen<'_>, width: u16, height: u16) -> u16 {
        let roomy = width >= 100 && height >= 30;
        let y = headlines(cx, pen, width, roomy);
        let y = cards(cx, pen, y, width, height, roomy);
        below(cx, place, pen, Rect::new(0, y.saturating_add(1), width, height.saturating_sub(y.saturating_add(1))))
    }
}

/// The headline figures. Gives the row below.
fn headlines(cx: &Context<'_>, pen: &mut Pen<'_>, width: u16, roomy: bool) -> u16 {
    let metrics: Vec<&Metric> = cx.district.headlines().collect();
    if metrics.is_empty() {
        if cx.audience {
            return 0;
        }
        pen.line(2, 0, width.saturating_sub(2), &[(cx.messages.says.no_headlines, Role::Faint)]);
        return 2;
    }
    // So many headlines are enough for a glance; the table has them all.
    let hidden = metrics.len().saturating_sub(HEADLINES);
    let metrics: Vec<&Metric> = metrics.into_iter().take(HEADLINES).collect();
    let large = Grid::big(cx, &metrics, width, 4);
    let roomy = roomy && large.fits(metrics.len(), BIG_ROWS);
    let grid = if roomy { large } else { Grid::text(cx, &metrics, width, 4) };
    let bottom = tiles::paint(pen, cx, Rect::new(0, 0, width, 0), grid, &metrics, Belongs::Action);
    let bottom = parts::more_row(cx, pen, Rect::new(0, bottom, width, 1), hidden, Address::Metrics);
    if roomy { bottom } else { bottom.saturating_add(1) }
}

/// How many cards stand beside each other: as many as fit, and no row with a single one left over if that can be had.
fn card_columns(actions: usize, width: u16) -> u16 {
    let most = (width / 36).clamp(1, 6);
    let count = u16::try_from(actions).unwrap_or(u16::MAX);
    if count <= most && width / count.max(1) >= 30 {
        return count.max(1);
    }
    let even = (2..=most).rev().find(|columns| count % columns == 0);
    even.unwrap_or(most)
}

/// The actions as cards. Gives the row below.
fn cards(cx: &Context<'_>, pen: &mut Pen<'_>, y: u16, width: u16, height: u16, roomy: bool) -> u16 {
    let actions = &cx.district.data().actions;
    if actions.is_empty() {
        pen.line(2, y, width.saturating_sub(2), &[(cx.messages.says.no_actions, Role::Faint)]);
        return y.saturating_add(1);
    }
    let wide = width >= 72;
    let columns = if wide { card_columns(actions.len(), width) } else { 1 };
    let rows = u16::try_from(actions.len().min(CARDS)).unwrap_or(u16::MAX).div_ceil(columns);
    // A card has its name, counts and lead figure; with room also more figures.
    let fits = |figures: &u16| rows.saturating_mul(3 + figures).saturating_add(y).saturating_add(BELOW) <= height;
    let most = actions.iter().map(|action| cx.district.metrics_of(Some(&action.id)).take(6).count()).max();
    let most = u16::try_from(most.unwrap_or(1)).unwrap_or(FIGURES).clamp(1, FIGURES);
    let figures = if roomy { (1..=most).rev().find(fits).unwrap_or(1) } else { 1 };
    let air = u16::from(roomy);
    let card_height = if wide { 2 + figures } else { 1 };
    let top = pen.heading(parts::inset(Rect::new(0, y, width, 1)), cx.messages.words.actions, "");
    // Where there are targets, how many stand how is worth more than how many initiatives there are.
    let targeted = targeted(cx) > 0;
    // Mottos and initiatives are told on every card or on none.
    let room = (width / columns).saturating_sub(5);
    let whole = actions.iter().take(CARDS).all(|action| {
        let (name, motto) = name_and_motto(cx, action);
        text::cells(name) + 2 + text::cells(motto) <= room && text::cells(&counts(cx, action, true)) <= room
    });
    let whole = Whole { motto: whole, initiatives: whole && !targeted };
    let cell = width / columns;
    for (at, action) in (0u16..).zip(actions.iter().take(CARDS)) {
        let row_y = top.saturating_add((at / columns).saturating_mul(card_height + air));
        let last = at % columns == columns - 1;
        let card_width = if last { width - cell * (columns - 1) } else { cell.saturating_sub(2) };
        let rect = Rect::new(at % columns * cell, row_y, card_width, card_height);
        card(cx, pen, rect, action, usize::from(figures), whole);
    }
    let bottom = top.saturating_add(rows.saturating_mul(card_height + air)).saturating_sub(air);
    parts::more_row(cx, pen, Rect::new(0, bottom, width, 1), actions.len().saturating_sub(CARDS), Address::Metrics)
}

fn name_and_motto<'a>(cx: &Context<'a>, action: &'a Action) -> (&'a str, &'a str) {
    (cx.text(&action.name), action.motto.as_ref().map_or("", |motto| cx.text(motto)))
}

/// How many initiatives (where `whole`), metrics and honours an action has.
fn counts(cx: &Context<'_>, action: &Action, whole: bool) -> String {
    let metrics = cx.district.metrics_of(Some(&action.id)).count();
    let honours = cx.district.honours_of(Some(&action.id)).count();
    if whole {
        (cx.messages.says.counts)(cx.district.initiatives_of(&action.id).count(), metrics, honours)
    } else {
        (cx.messages.says.few_counts)(metrics, honours)
    }
}

/// What all cards tell, or none.
#[derive(Clone, Copy)]
struct Whole {
    motto: bool,
    initiatives: bool,
}

fn card(cx: &Context<'_>, pen: &mut Pen<'_>, rect: Rect, action: &Action, figures: usize, whole: Whole) {
    pen.stop(rect, Address::Action(action.id.clone()), |area, buf, theme| {
        let role = parts::hue(cx, Some(&action.id));
        let hue = theme.style(role);
        let x = area.x + 3;
        let width = area.width.saturating_sub(3);
        for y in area.top()..area.bottom() {
            draw::put(buf, area.x + 1, y, 1, "▎", hue);
        }
        let metrics = cx.district.metrics_of(Some(&action.id));
        let (name, motto) = name_and_motto(cx, action);
        let motto = if whole.motto { motto } else { "" };
        let bold = hue.add_modifier(ratatui::style::Modifier::BOLD);
        let spans = [(name, bold), ("  ", bold), (motto, theme.style(Role::Muted))];
        let used = draw::put_spans(buf, x, area.y, width, &spans);
        if area.height == 1 {
            let free = width.saturating_sub(used + 2);
            counts_and_statuses(cx, action, false, Rect { x: area.right() - free, width: free, ..area }, buf, theme);
            return;
        }
        let row = Rect::new(x, area.y.saturating_add(1), width, 1);
        counts_and_statuses(cx, action, whole.initiatives, row, buf, theme);
        let room = usize::from(width.saturating_sub(targeted(cx)));
        for (y, metric) in (area.y + 2..area.bottom()).zip(leading(cx, metrics, figures, room)) {
            figure_row(cx, metric, Rect::new(x, y, width, 1), buf, theme);
        }
    });
}

/// What an action has, and how many of its metrics have which status. The statuses are told whole, whatever else has to give
/// way: an action without them would look as if nothing was amiss.
fn counts_and_statuses(
    cx: &Context<'_>,
    action: &Action,
    whole: bool,
    row: Rect,
    buf: &mut ratatui::buffer::Buffer,
    theme: &crate::ui::theme::Theme,
) {
    let statuses = cx.district.action_position(&action.id).and_then(|at| cx.district.summary().statuses.get(at));
    let counted = Status::ALL.into_iter().zip(statuses.copied().unwrap_or_default());
    let told: Vec<_> =
        counted.filter(|(status, count)| *status != Status::NoTarget && *count > 0 && !cx.audience).collect();
    let spans: Vec<(String, ratatui::style::Style)> = told
        .iter()
        .map(|(status, count)| (format!(" {}{count}", standing::sign(*status)), theme.style(standing::role(*status))))
        .collect();
    let needed: u16 = spans.iter().map(|(content, _)| text::cells(content)).sum();
    let spans: Vec<(&str, _)> = spans.iter().map(|(content, style)| (content.as_str(), *style)).collect();
    draw::put_spans(buf, row.right().saturating_sub(needed).max(row.x), row.y, needed.min(row.width), &spans);
    let room = row.width.saturating_sub(needed);
    let metrics = (cx.messages.says.metric_count)(cx.district.metrics_of(Some(&action.id)).count());
    let texts = [counts(cx, action, whole), counts(cx, action, false), metrics];
    if let Some(counts) = texts.iter().find(|counts| text::cells(counts) <= room) {
        draw::put(buf, row.x, row.y, room, counts, theme.style(Role::Faint));
    }
}

/// The figures of a card: those that do not already stand among the headlines first. One that has no room for its unit gives
/// way to others that have, for without it it is another figure.
fn leading<'m>(
    cx: &Context<'_>,
    metrics: impl Iterator<Item = &'m Metric> + Clone,
    count: usize,
    room: usize,
) -> Vec<&'m Metric> {
    let whole = |metric: &&Metric| {
        let figure = cx.format().metric(cx.district, metric);
        figure.is_none_or(|figure| both_fit(cx.text(&metric.name), &figure.text(), room))
    };
    let mut metrics: Vec<&Metric> = metrics.collect();
    metrics.sort_by_key(|metric| (!whole(metric), metric.value.is_none(), metric.headline));
    metrics.truncate(count);
    metrics
}

/// Whether a figure with its unit leaves a name readable beside it.
fn both_fit(name: &str, figure: &str, room: usize) -> bool {
    text::width(name).min(NAME) + 3 + text::width(figure) <= room
}

/// The last cells of every row of a card, which are for signs of status where anything has a target: figures keep one right
/// edge.
fn targeted(cx: &Context<'_>) -> u16 {
    if cx.district.summary().unjudged < cx.district.data().metrics.len() { 2 } else { 0 }
}

fn figure_row(
    cx: &Context<'_>,
    metric: &Metric,
    area: Rect,
    buf: &mut ratatui::buffer::Buffer,
    theme: &crate::ui::theme::Theme,
) {
    let area = Rect { width: area.width.saturating_sub(targeted(cx)), ..area };
    let stands = status(metric);
    if stands != Status::NoTarget {
        draw::put(buf, area.right(), area.y, 1, standing::sign(stands), theme.style(standing::role(stands)));
    }
    let Some(figure) = cx.format().metric(cx.district, metric) else {
        draw::put(buf, area.x, area.y, area.width, cx.messages.says.no_value, theme.style(Role::Unknown));
        return;
    };
    let name = cx.text(&metric.name);
    let (whole, room) = (figure.text(), usize::from(area.width));
    // The name gives way to figure and unit down to a readable length, then the unit goes; the figure never.
    let shown = if both_fit(name, &whole, room) { whole } else { text::fit_figure(&figure.short(), room).to_owned() };
    let used = text::cells(&shown);
    draw::put_right(buf, area.right().saturating_sub(1), area.y, area.width, &shown, theme.style(Role::Strong));
    draw::put(buf, area.x, area.y, area.width.saturating_sub(used + 3), name, theme.style(Role::Text));
}

/// What wants attention, ranks and honours: beside each other where there is room. Gives the row below.
fn below(cx: &Context<'_>, place: &Place, pen: &mut Pen<'_>, area: Rect) -> u16 {
    let table = place.view.table;
    let stacks = HonourStacks { rows: &cx.district.summary().honours };
    if area.width < 100 {
        let y = attention::paint(cx, pen, area, FEW) + 1;
        let y = stacks.paint(cx, pen, Rect { y, height: 0, ..area }, table) + 1;
        return rank_ladder(cx, pen, Rect { y, height: 0, ..area }, table);
    }
    let labels = cx.district.data().actions.iter().map(|action| text::cells(cx.text(&action.name)));
    let right = (area.width * 2 / 5).max(labels.max().unwrap_or(0) + HONOURS).min(area.width / 2);
    let left = area.width - right - GUTTER;
    let side = Rect { x: left + GUTTER, width: right, ..area };
    let mut right_end = stacks.paint(cx, pen, Rect { height: 0, ..side }, table);
    let mut main = Rect { width: left, ..area };
    if attention::any(cx) {
        // What is amiss comes first, with names and distances; the more room there is, the more of it.
        let room = area.height.saturating_sub(LADDER);
        let items = (FEW..=MANY).rev().find(|items| attention::height(cx, *items) <= room).unwrap_or(FEW);
        main.y = attention::paint(cx, pen, main, items).saturating_add(1);
    } else {
        right_end = attention::paint(cx, pen, Rect { y: right_end + 1, ..side }, 0);
    }
    // The ladder takes what is left of the screen, and at least a few rungs; it says how many more there are.
    let room = area.bottom().max(right_end).saturating_sub(main.y).max(8);
    let ladder_end = rank_ladder(cx, pen, Rect { height: room, ..main }, table);
    let rest = area.bottom().saturating_sub(ladder_end.saturating_add(1));
    let left_end = events(cx, pen, Rect { y: ladder_end.saturating_add(1), height: rest, ..main });
    left_end.max(ladder_end).max(right_end)
}

/// What happened, as far as the area has rows for it; it leads to the timeline. Gives the row below.
fn events(cx: &Context<'_>, pen: &mut Pen<'_>, area: Rect) -> u16 {
    let events = &cx.district.data().events;
    if events.is_empty() || usize::from(area.height) <= events.len() {
        return area.y;
    }
    let inner = parts::inset(area);
    let y = pen.heading(inner, cx.messages.words.events, "");
    let end = parts::event_rows(cx, pen, Rect { y, ..inner }, events.iter());
    pen.stop(Rect { height: end.saturating_sub(area.y), ..area }, Address::Timeline, |_, _, _| {});
    end
}

/// The ladder of national ranks, and how many other ranks there are; it leads to the table. Without a national rank it
/// shows those there are. Gives the row below.
fn rank_ladder(cx: &Context<'_>, pen: &mut Pen<'_>, area: Rect, table: bool) -> u16 {
    let ranked = ranks(cx.district, cx.district.data().metrics.iter());
    let level = |metric: &Metric| metric.rank.as_ref().and_then(|rank| rank.level);
    let national = |metric: &&Metric| level(metric) == Some(domain::Level::Nation);
    let (nation, others): (Vec<&Metric>, Vec<&Metric>) = ranked.into_iter().partition(national);
    let (shown, others) = if nation.is_empty() { (others, Vec::new()) } else { (nation, others) };
    if shown.is_empty() {
        return area.y;
    }
    let ladder = charts::ladder(cx, &shown);
    let inner = parts::inset(area);
    let below = u16::from(!others.is_empty());
    let chart = Rect { height: inner.height.saturating_sub(if inner.height == 0 { 0 } else { below }), ..inner };
    let end = paint_chart(cx, pen, &ladder, chart, table);
    if !others.is_empty() {
        let count = |wanted| others.iter().filter(|metric| level(metric) == wanted).count();
        let (province, city) = (count(Some(domain::Level::Province)), count(Some(domain::Level::City)));
        let sentence = (cx.messages.says.other_ranks)(province, city, others.len() - province - city);
        pen.line(inner.x, end, inner.width, &[(&sentence, Role::Muted)]);
    }
    let end = end.saturating_add(below);
    pen.stop(Rect { height: end.saturating_sub(area.y), ..area }, ranked_table(&shown), |_, _, _| {});
    end
}

/// The table of what the ladder shows: of all that hold a place at any level, the best first.
fn ranked_table(shown: &[&Metric]) -> Address {
    let mut query = Query::default();
    query.sort_by(Column::Rank);
    if shown.iter().all(|metric| metric.rank.as_ref().is_some_and(|rank| rank.level.is_some())) {
        query.filter.facets.insert(Facet::Level, Choice::of(None, true));
    }
    Address::table(query)
}

/// Draws a chart at its own height, or at most that of the area where it has one.
fn paint_chart(cx: &Context<'_>, pen: &mut Pen<'_>, chart: &charts::Chart, area: Rect, table: bool) -> u16 {
    let natural = chart.height(area.width, table);
    let rect = Rect { height: if area.height == 0 { natural } else { natural.min(area.height) }, ..area };
    pen.draw(rect, |area, buf, theme| chart.draw(cx, area, buf, theme, table));
    rect.bottom()
}

/// Honours by action and level.
struct HonourStacks<'a> {
    rows: &'a [(Option<Id>, [usize; 3])],
}

impl HonourStacks<'_> {
    /// Draws the chart as one thing to select: it leads to the wall. Gives the row below.
    fn paint(&self, cx: &Context<'_>, pen: &mut Pen<'_>, area: Rect, table: bool) -> u16 {
        let says = &cx.messages.says;
        if cx.district.data().honours.is_empty() && cx.audience {
            return area.y;
        }
        if cx.district.data().honours.is_empty() {
            let y = pen.heading(parts::inset(area), says.honours_title, "");
            pen.line(area.x + 2, y, area.width, &[(says.no_honours, Role::Faint)]);
            return y.saturating_add(1);
        }
        let [nation, province, city] = cx.messages.words.levels;
        let level = |name: &str, role| Level { name: name.to_owned(), role };
        let stack = |(action, counts): &(Option<Id>, [usize; 3])| Stack {
            label: parts::action_name(cx, action.as_ref()).to_owned(),
            parts: counts.iter().map(|count| u32::try_from(*count).unwrap_or(u32::MAX)).collect(),
            total: counts.iter().sum::<usize>().to_string(),
        };
        let legend = [level(nation, Role::Accent), level(province, Role::Strong), level(city, Role::Muted)];
        let rows: Vec<_> = self.rows.iter().map(stack).collect();
        let more: &dyn Fn(usize) -> String = &says.more_rows;
        let source = cite::line(cx, cx.district.data().honours.iter().map(|honour| honour.source.as_ref()));
        let stacks = Stacks {
            frame: Frame { title: says.honours_title, subtitle: says.honours_note, source: &source },
            legend: &legend,
            rows: &rows,
            more: Some(more),
            selected: None,
        };
        let twin: Box<dyn Plot> = if table { stacks.twin(area.width) } else { Box::new(stacks) };
        let width = area.width.saturating_sub(2);
        let rect = Rect { x: area.x + 2, width, height: twin.height(width), ..area };
        pen.draw(rect, |area, buf, theme| twin.draw(area, buf, theme));
        pen.stop(Rect { height: rect.height, ..area }, Address::Honours, |_, _, _| {});
        rect.bottom()
    }
}
