//! What surrounds every screen: title bar with breadcrumb, tabs, footer with keys.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Modifier;

use super::theme::{Role, Theme};
use super::{draw, text};

/// Narrower than this a title bar is the trail alone.
const BRANDED: u16 = 20;
/// What stands first in the title bar.
const BRAND: &str = "薪火";
/// What stands between two places of the trail.
const BETWEEN: &str = " › ";
/// What stands for the beginning of the trail where that is cut.
const CUT: &str = "… › ";

/// The title bar: brand, dataset, the trail to where one is, and at the right end what is always good to know.
/// The trail is what matters most: the dataset gives way to it, and the trail itself is cut at its beginning.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TitleBar {
    /// What the dataset is called.
    pub title: String,
    /// The places from the first to where one is.
    pub crumbs: Vec<String>,
    /// What stands at the right end.
    pub right: String,
}

impl TitleBar {
    /// Draws it in the first row of an area.
    pub fn draw(&self, buf: &mut Buffer, area: Rect, theme: &Theme) {
        let trail = self.trail_area(area);
        if area.width >= BRANDED {
            draw::put(buf, area.x, area.y, area.width, BRAND, theme.style(Role::Accent));
        }
        let right_width = text::cells(&self.right);
        if trail.right() < area.right() {
            draw::put_right(buf, area.right(), area.y, right_width, &self.right, theme.style(Role::Muted));
        }
        let x = title_at(area);
        if x < trail.x {
            draw::put(buf, x, area.y, trail.x - x, &self.title, theme.style(Role::Text));
        }
        breadcrumb(buf, trail, &self.crumbs, theme);
    }

    /// The place of the trail at a column of the screen, counted from 0 at the first one.
    pub fn crumb_at(&self, area: Rect, x: u16) -> Option<usize> {
        let trail = self.trail_area(area);
        let (first, mut start) = (first_crumb(&self.crumbs, trail.width), trail.x);
        if first > 0 {
            start += text::cells(CUT);
        }
        for (at, crumb) in self.crumbs.iter().enumerate().skip(first) {
            let end = start.saturating_add(text::cells(crumb)).min(trail.right());
            if (start..end).contains(&x) {
                return Some(at);
            }
            start = end.saturating_add(text::cells(BETWEEN));
        }
        None
    }

    /// Where the trail is: behind the title, where both have room.
    fn trail_area(&self, area: Rect) -> Rect {
        let right_width = text::cells(&self.right);
        let mut x = title_at(area);
        let end = if right_width + 20 < area.width { area.right() - right_width - 2 } else { area.right() };
        let trail: usize = self.crumbs.iter().map(|crumb| text::width(crumb) + 3).sum();
        let room = usize::from(end.saturating_sub(x));
        if text::width(&self.title) + trail + 2 <= room {
            x += text::cells(&self.title) + 2;
        }
        Rect { x, width: end.saturating_sub(x), ..area }
    }
}

/// Where the title begins.
fn title_at(area: Rect) -> u16 {
    if area.width >= BRANDED { area.x + text::cells(BRAND).min(area.width) + 1 } else { area.x }
}

/// A badge with air around it stands from this width on, one with its long word from the next.
const AIRY: (u16, u16) = (40, 60);

/// A warning that stays at every size: the long word at the left end of the first row, the short one where the area is
/// narrow, nothing where not even that fits. It is reversed, so that it stands out without colours.
#[derive(Debug, Clone, Copy)]
pub struct Badge(pub Option<[&'static str; 2]>);

impl Badge {
    /// Whether there is anything to warn of.
    pub fn warns(self) -> bool {
        self.0.is_some()
    }

    /// Draws it.
    pub fn draw(self, buf: &mut Buffer, area: Rect, theme: &Theme) {
        if let Some(word) = self.word(area) {
            let style = theme.style(Role::Warn).add_modifier(Modifier::REVERSED | Modifier::BOLD);
            draw::put(buf, area.x, area.y, area.width, &word, style);
        }
    }

    /// What is left of the first row behind it and a blank.
    pub fn behind(self, area: Rect) -> Rect {
        let used = self.word(area).map_or(0, |word| text::cells(&word).saturating_add(1).min(area.width));
        Rect { x: area.x + used, width: area.width - used, ..area }
    }

    /// What is left of an area: the rows below, or what is behind it where there is but one.
    pub fn rest(self, area: Rect) -> Rect {
        match self.word(area) {
            Some(_) if area.height > 1 => Rect { y: area.y + 1, height: area.height - 1, ..area },
            _ => self.behind(area),
        }
    }

    fn word(self, area: Rect) -> Option<String> {
        let [long, short] = self.0.filter(|_| !area.is_empty())?;
        let word = match area.width {
            width if width < AIRY.0 => short.to_owned(),
            width if width < AIRY.1 => format!(" {short} "),
            _ => format!(" {long} "),
        };
        (text::cells(&word) <= area.width).then_some(word)
    }
}

/// The first place of the trail that is shown.
fn first_crumb(crumbs: &[String], width: u16) -> usize {
    let width_from = |from: usize| crumbs.iter().skip(from).map(|crumb| text::width(crumb) + 3).sum::<usize>();
    let mut first = 0;
    while first + 1 < crumbs.len() && width_from(first) + 3 * usize::from(first > 0) > usize::from(width) + 3 {
        first += 1;
    }
    first
}

fn breadcrumb(buf: &mut Buffer, area: Rect, crumbs: &[String], theme: &Theme) {
    let first = first_crumb(crumbs, area.width);
    let mut x = area.x;
    let mut write = |content: &str, role: Role| {
        x += draw::put(buf, x, area.y, area.right().saturating_sub(x), content, theme.style(role));
    };
    if first > 0 {
        write(CUT, Role::Faint);
    }
    for (at, crumb) in crumbs.iter().enumerate().skip(first) {
        let last = at + 1 == crumbs.len();
        write(crumb, if last { Role::Strong } else { Role::Muted });
        if !last {
            write(BETWEEN, Role::Faint);
        }
    }
}

/// Stands in the place of the key of a tab that has none.
const KEYLESS: &str = "·";

/// A tab.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tab {
    /// The key that goes to it, where it has one.
    pub key: Option<String>,
    /// Its name.
    pub name: String,
    /// The colour of its name.
    pub role: Role,
}

impl Tab {
    /// Its key, or what stands in the place of one.
    fn key(&self) -> &str {
        self.key.as_deref().unwrap_or(KEYLESS)
    }

    /// The cells of a tab that shows its key alone.
    fn bare(&self) -> usize {
        text::width(self.key()) + 2
    }

    fn width(&self) -> usize {
        text::width(&self.name) + text::width(self.key()) + 3
    }
}

/// Draws the tabs. Where they do not all fit, those far from the active one show their key alone; where even that is
/// too much, only those around the active one are there, with `‹` and `›` where there are more.
pub fn tabs(buf: &mut Buffer, area: Rect, tabs: &[Tab], active: Option<usize>, theme: &Theme) {
    let Window { first, last, named } = window(tabs, active.unwrap_or(0), usize::from(area.width));
    let mut x = area.x;
    if first > 0 {
        x += draw::put(buf, x, area.y, 2, "‹ ", theme.style(Role::Accent));
    }
    let end = if last < tabs.len() { area.right().saturating_sub(2) } else { area.right() };
    for (at, tab) in tabs.iter().enumerate().take(last).skip(first) {
        let start = x;
        let is_active = active == Some(at);
        let role = if is_active { Role::Strong } else { tab.role };
        let key = tab.key();
        let name = if named.contains(&at) { tab.name.as_str() } else { "" };
        let gap = if name.is_empty() { "" } else { " " };
        let spans = [
            (" ", theme.style(Role::Text)),
            (key, theme.style(if name.is_empty() { tab.role } else { Role::Faint })),
            (gap, theme.style(Role::Text)),
            (name, theme.style(role)),
            (" ", theme.style(Role::Text)),
        ];
        x += draw::put_spans(buf, x, area.y, end.saturating_sub(x), &spans);
        if is_active {
            draw::lay(buf, Rect { x: start, width: x - start, ..area }, theme.style(Role::Selected));
        }
    }
    if last < tabs.len() {
        draw::put_right(buf, area.right(), area.y, 2, " ›", theme.style(Role::Accent));
    }
}

/// The tab at a column of the screen, as [`tabs()`] draws them.
pub fn tab_at(area: Rect, tabs: &[Tab], active: Option<usize>, x: u16) -> Option<usize> {
    let Window { first, last, named } = window(tabs, active.unwrap_or(0), usize::from(area.width));
    let mut start = area.x + if first > 0 { 2 } else { 0 };
    for (at, tab) in tabs.iter().enumerate().take(last).skip(first) {
        let width = if named.contains(&at) { tab.width() } else { tab.bare() };
        let end = start.saturating_add(u16::try_from(width).unwrap_or(u16::MAX)).min(area.right());
        if (start..end).contains(&x) {
            return Some(at);
        }
        start = end;
    }
    None
}

/// The tabs to show: from which to before which, and which of them with their names.
struct Window {
    first: usize,
    last: usize,
    named: Range<usize>,
}

/// Chooses the tabs to show; the active one is among them, with its name.
fn window(tabs: &[Tab], active: usize, width: usize) -> Window {
    let all = tabs.len();
    let active = active.min(all.saturating_sub(1));
    let around = active..(active + 1).min(all);
    if tabs.iter().map(Tab::width).sum::<usize>() <= width {
        return Window { first: 0, last: all, named: 0..all };
    }
    let cost = |at: usize, tab: &Tab, named: &Range<usize>| if named.contains(&at) { tab.width() } else { tab.bare() };
    let bare = |named: &Range<usize>| tabs.iter().enumerate().map(|(at, tab)| cost(at, tab, named)).sum::<usize>();
    if bare(&around) <= width {
        return Window { first: 0, last: all, named: grow(around, all, |named| bare(named) <= width) };
    }
    let room = width.saturating_sub(4);
    let fits =
        |shown: &Range<usize>| tabs.iter().take(shown.end).skip(shown.start).map(Tab::width).sum::<usize>() <= room;
    let shown = grow(around, all, fits);
    Window { first: shown.start, last: shown.end, named: shown }
}

/// Grows a range by turns to both sides, so that the neighbours of what it begins with are in it.
fn grow(mut range: Range<usize>, all: usize, fits: impl Fn(&Range<usize>) -> bool) -> Range<usize> {
    loop {
        let right = range.start..range.end + 1;
        let grown_right = range.end < all && fits(&right);
        if grown_right {
            range = right;
        }
        let left = range.start.saturating_sub(1)..range.end;
        let grown_left = range.start > 0 && fits(&left);
        if grown_left {
            range = left;
        }
        if !grown_right && !grown_left {
            return range;
        }
    }
}

/// Draws one line in place of the footer that says what came of the last key.
pub fn notice(buf: &mut Buffer, area: Rect, sentence: &str, theme: &Theme) {
    draw::put(buf, area.x, area.y, area.width, sentence, theme.style(Role::Accent));
}

/// Draws the footer: keys and what they do from the left, as many as fit whole; a summary at the right end.
pub fn footer(buf: &mut Buffer, area: Rect, keys: &[(String, &str)], summary: &str, theme: &Theme) {
    let mut x = area.x;
    let wanted: usize = keys.iter().map(|(key, name)| text::width(key) + text::width(name) + 3).sum();
    let summary_width = text::cells(summary);
    let room_for_both = wanted + usize::from(summary_width) + 2 <= usize::from(area.width);
    let end =
        if room_for_both || area.width > 100 { area.right().saturating_sub(summary_width + 2) } else { area.right() };
    for (key, name) in keys {
        let needed = text::cells(key) + text::cells(name) + 1;
        if x + needed > end {
            break;
        }
        x += draw::put(buf, x, area.y, end - x, key, theme.style(Role::Key)) + 1;
        x += draw::put(buf, x, area.y, end - x, name, theme.style(Role::Faint)) + 2;
    }
    if x + summary_width <= area.right() && !summary.is_empty() {
        draw::put_right(buf, area.right(), area.y, summary_width, summary, theme.style(Role::Faint));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn some_tabs(count: usize) -> Vec<Tab> {
        (0..count).map(|at| Tab { key: None, name: format!("治理强基{at}"), role: Role::Muted }).collect()
    }

    #[test]
    fn the_active_tab_is_always_in_sight() {
        for count in [1, 3, 20, 60] {
            let tabs = some_tabs(count);
            for width in [20, 60, 80, 200] {
                for active in 0..count {
                    let Window { first, last, named } = window(&tabs, active, width);
                    assert!(named.contains(&active), "{count} {width} {active}");
                    assert!(first <= active && active < last, "{count} {width} {active}: {first}..{last}");
                }
            }
        }
    }

    #[test]
    fn what_is_clicked_is_what_is_drawn_there() {
        let theme = Theme::new(crate::model::ThemeName::Dark, crate::model::ColourDepth::True);
        let tabs: Vec<Tab> = ('a'..='j')
            .map(|name| Tab { key: Some("1".to_owned()), name: name.to_string().repeat(6), role: Role::Muted })
            .collect();
        let bar = TitleBar {
            title: "宝安区".to_owned(),
            crumbs: ["甲甲甲", "乙乙乙乙", "丙丙"].map(str::to_owned).to_vec(),
            right: "?".to_owned(),
        };
        for width in 1..140 {
            let area = Rect::new(0, 0, width, 1);
            for active in 0..tabs.len() {
                let mut buf = Buffer::empty(area);
                super::tabs(&mut buf, area, &tabs, Some(active), &theme);
                for x in 0..width {
                    let sign = buf.content.get(usize::from(x)).map_or(" ", ratatui::buffer::Cell::symbol);
                    if let Some(at) = tabs.iter().position(|tab| tab.name.starts_with(sign)) {
                        assert_eq!(tab_at(area, &tabs, Some(active), x), Some(at), "{width} {active} {x}");
                    }
                }
            }
            let mut buf = Buffer::empty(area);
            bar.draw(&mut buf, area, &theme);
            for x in 0..width {
                let sign = buf.content.get(usize::from(x)).map_or(" ", ratatui::buffer::Cell::symbol);
                let crumb = bar.crumbs.iter().position(|crumb| crumb.starts_with(sign));
                if crumb.is_some() {
                    assert_eq!(bar.crumb_at(area, x), crumb, "{width} {x}");
                }
            }
        }
    }

    #[test]
    fn the_trail_loses_its_beginning_not_its_end() {
        let mut buf = Buffer::empty(Rect::new(0, 0, 40, 1));
        let crumbs = ["总览", "治理强基", "党员先锋队", "先锋队活动次数"].map(str::to_owned);
        let theme = Theme::new(crate::model::ThemeName::Dark, crate::model::ColourDepth::True);
        let bar =
            TitleBar { title: "宝安区 2024 年度成效".to_owned(), crumbs: crumbs.to_vec(), right: String::new() };
        bar.draw(&mut buf, Rect::new(0, 0, 40, 1), &theme);
        let shown: String = buf.content.iter().map(ratatui::buffer::Cell::symbol).collect();
        assert!(shown.contains("… ›") && shown.replace(' ', "").ends_with("先锋队活动次数"), "{shown}");
    }
}
