//! The one table: rows of text in columns as wide as their text measures. Of any number of rows only those in sight and
//! the first few, which are measured, are asked for.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Modifier;

use super::theme::{Role, Theme};
use super::{draw, text};
use crate::model::{Command, View};

/// Rows above the first row of data: the titles and a rule.
const HEAD: u16 = 2;
/// Rows below the last one: how much is shown.
const FOOT: u16 = 1;
/// Blanks between two columns.
const GAP: u16 = 2;
/// Cells before the first column, for the mark of the selected row.
const GUTTER: u16 = 2;
/// Columns are measured over so many rows at the top besides those in sight, so that they stay put while one scrolls.
const MEASURED: usize = 256;

/// The rank of a column that stays however short the room is.
pub const ALWAYS: u8 = u8::MAX;
/// The rank of a column that goes last, and only where it has no room however narrow the others get.
pub const LAST: u8 = ALWAYS - 1;
/// Where even the columns that stay have no room, they get narrower down to this.
const NARROWEST: u16 = 4;

/// How a column is laid out.
#[derive(Debug, Clone, Copy)]
pub struct Column<'a> {
    /// What stands above it.
    pub title: &'a str,
    /// Aligned to the right: figures.
    pub right: bool,
    /// Down to so many cells its text may be cut; none: never cut, the column goes as a whole.
    pub shrinks_to: Option<u16>,
    /// When room is short, columns of the lowest rank go first; those of [`ALWAYS`] stay.
    pub keep: u8,
}

/// A cell: what it says and what it is.
pub type Cell = (String, Role);

/// A table over any number of rows.
pub struct Table<'a> {
    /// The columns.
    pub columns: &'a [Column<'a>],
    /// How many rows there are.
    pub rows: usize,
    /// The cells of a row, one for each column.
    pub cells: &'a dyn Fn(usize) -> Vec<Cell>,
    /// What stands in a row that is the head of a group instead of cells: what may be cut where room is short, and what
    /// follows it and may not. `None` for a row of cells.
    pub head: &'a dyn Fn(usize) -> Option<[String; 2]>,
    /// By which columns the rows are sorted, the first key first, and whether downwards.
    pub sorted: &'a [(usize, bool)],
    /// So many columns at the left edge are frozen: a line tells them from the others.
    pub frozen: usize,
    /// How much is shown, from columns shown and rows shown.
    pub summary: &'a dyn Fn(Shown<'_>) -> String,
}

/// What part of a table is on the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shown<'a> {
    /// Columns on the screen, as their positions among all.
    pub columns: &'a [usize],
    /// Columns there are.
    pub all_columns: usize,
    /// The first row on the screen, from 1; 0 where there are none.
    pub first: usize,
    /// The last row on the screen.
    pub last: usize,
    /// Rows there are.
    pub rows: usize,
}

/// How many rows of data an area holds.
fn capacity(area: Rect) -> usize {
    usize::from(area.height.saturating_sub(HEAD + FOOT).max(1))
}

/// The first row on the screen: as it was left, and such that the selected row is in sight.
fn first_row(view: &View, rows: usize, capacity: usize) -> usize {
    let cursor = view.cursor.min(rows.saturating_sub(1));
    let scroll = view.scroll.min(rows.saturating_sub(capacity));
    scroll.clamp((cursor + 1).saturating_sub(capacity), cursor)
}

/// The row of data at a row of the screen.
pub fn row_at(view: &View, rows: usize, area: Rect, y: u16) -> Option<usize> {
    let capacity = capacity(area);
    let below = usize::from(y.checked_sub(area.y + HEAD)?);
    let row = first_row(view, rows, capacity) + below;
    (below < capacity && row < rows && y < area.bottom()).then_some(row)
}

/// Scrolls by so many rows. The selected row goes along where it would get out of sight.
pub fn scroll(view: &mut View, rows: usize, area: Rect, down: bool, by: usize) {
    let capacity = capacity(area);
    let first = first_row(view, rows, capacity);
    let last = rows.saturating_sub(capacity);
    view.scroll = if down { (first + by).min(last) } else { first.saturating_sub(by) };
    let cursor = view.cursor.min(rows.saturating_sub(1));
    view.cursor = cursor.clamp(view.scroll, (view.scroll + capacity.saturating_sub(1)).min(rows.saturating_sub(1)));
}

/// Brings the selected row into sight, as little as need be.
pub fn reveal(view: &mut View, rows: usize, area: Rect) {
    view.scroll = first_row(view, rows, capacity(area));
}

/// Moves over a table of so many rows and columns. False where the command means nothing here.
pub fn act(view: &mut View, rows: usize, columns: usize, area: Rect, command: Command) -> bool {
    let capacity = capacity(area);
    let last = rows.saturating_sub(1);
    let cursor = view.cursor.min(last);
    view.scroll = first_row(view, rows, capacity);
    let page = capacity.saturating_sub(1).max(1);
    view.cursor = match command {
        Command::Up => cursor.saturating_sub(1),
        Command::Down => (cursor + 1).min(last),
        Command::HalfUp => cursor.saturating_sub((capacity / 2).max(1)),
        Command::HalfDown => (cursor + (capacity / 2).max(1)).min(last),
        Command::PageUp => cursor.saturating_sub(page),
        Command::PageDown => (cursor + page).min(last),
        Command::First => 0,
        Command::Last => last,
        Command::Left | Command::Right => {
            let moved = if command == Command::Right { view.column + 1 } else { view.column.saturating_sub(1) };
            view.column = moved.min(columns.saturating_sub(1));
            cursor
        }
        _ => return false,
    };
    view.scroll = first_row(view, rows, capacity);
    true
}

impl Table<'_> {
    /// Draws the rows in sight.
    pub fn draw(&self, view: &View, area: Rect, buf: &mut Buffer, theme: &Theme) {
        if area.height < 2 || area.width < 8 {
            return;
        }
        let capacity = capacity(area);
        let first = first_row(view, self.rows, capacity);
        let last = (first + capacity).min(self.rows);
        let visible: Vec<Vec<Cell>> = (first..last).map(|row| (self.cells)(row)).collect();
        let layout = self.layout(view.column, &visible, area);
        self.draw_titles(&layout, view.column, area, buf, theme);
        let selected = view.cursor.min(self.rows.saturating_sub(1));
        self.draw_edge(&layout, area, buf, theme);
        for (y, (row, cells)) in (area.y + HEAD..area.bottom()).zip((first..last).zip(&visible)) {
            if let Some([name, count]) = (self.head)(row) {
                let room = area.width.saturating_sub(GUTTER + text::cells(&count));
                let head = format!("{}{count}", text::fit(&name, usize::from(room)));
                let rect = Rect { x: area.x + GUTTER, y, width: area.width - GUTTER, height: 1 };
                draw::clear(buf, rect, theme.base());
                draw::heading(buf, rect, &head, "", theme);
            }
            for (column, x, width) in &layout {
                if let Some((content, role)) = cells.get(*column) {
                    self.draw_cell(*column, content, theme.style(*role), Rect::new(*x, y, *width, 1), buf);
                }
            }
            if row == selected {
                super::mark_selected(Rect { y, height: 1, ..area }, buf, theme);
            }
        }
        let columns: Vec<usize> = layout.iter().map(|(at, ..)| *at).collect();
        let shown = Shown {
            columns: &columns,
            all_columns: self.columns.len(),
            first: if self.rows == 0 { 0 } else { first + 1 },
            last,
            rows: self.rows,
        };
        if area.height > HEAD + FOOT {
            let y = area.bottom() - 1;
            draw::put(buf, area.x + GUTTER, y, area.width - GUTTER, &(self.summary)(shown), theme.style(Role::Faint));
        }
    }

    fn draw_titles(&self, layout: &[(usize, u16, u16)], chosen: usize, area: Rect, buf: &mut Buffer, theme: &Theme) {
        for (at, x, width) in layout {
            let Some(column) = self.columns.get(*at) else { continue };
            // The order is told by the accent and a mark; the column that one is in, by a line under its title.
            let sorted = self.sorted.iter().any(|(by, _)| by == at);
            let style = theme.style(if sorted { Role::Accent } else { Role::Muted });
            let style = if *at == chosen { style.add_modifier(Modifier::UNDERLINED | Modifier::BOLD) } else { style };
            self.draw_cell(*at, &self.title(*at, column), style, Rect::new(*x, area.y, *width, 1), buf);
        }
        draw::rule(buf, area.x, area.y + 1, area.width, theme);
        let [before, behind] = self.off_screen(layout);
        for (there, x, sign) in [(before, area.x, "‹"), (behind, area.right().saturating_sub(1), "›")] {
            if there {
                draw::put(buf, x, area.y + 1, 1, sign, theme.style(Role::Accent));
            }
        }
    }

    /// The line behind the frozen columns.
    fn draw_edge(&self, layout: &[(usize, u16, u16)], area: Rect, buf: &mut Buffer, theme: &Theme) {
        let Some(last) = layout.iter().rposition(|(at, ..)| *at < self.frozen) else { return };
        let Some((_, left, width)) = layout.get(last) else { return };
        let Some((_, next, _)) = layout.get(last + 1) else { return };
        // In the middle of the gap.
        let x = (left + width).midpoint(*next);
        for y in area.y..area.bottom().saturating_sub(FOOT) {
            draw::put(buf, x, y, 1, if y == area.y + 1 { "┼" } else { "│" }, theme.style(Role::Rule));
        }
    }

    /// The title with the mark of the order, numbered where there are several keys.
    fn title(&self, at: usize, column: &Column<'_>) -> String {
        let Some(key) = self.sorted.iter().position(|(by, _)| *by == at) else { return column.title.to_owned() };
        let mark = if self.sorted.get(key).is_some_and(|(_, descending)| *descending) { '▾' } else { '▴' };
        if self.sorted.len() > 1 {
            format!("{} {mark}{}", column.title, key + 1)
        } else {
            format!("{} {mark}", column.title)
        }
    }

    fn draw_cell(&self, column: usize, content: &str, style: ratatui::style::Style, rect: Rect, buf: &mut Buffer) {
        let Some(column) = self.columns.get(column) else { return };
        // What may not be cut is whole or `…`: a figure is never shown shorter.
        let content = match column.shrinks_to {
            Some(_) => content,
            None => text::fit_figure(content, usize::from(rect.width)),
        };
        if column.right {
            draw::put_right(buf, rect.right(), rect.y, rect.width, content, style);
        } else {
            draw::put(buf, rect.x, rect.y, rect.width, content, style);
        }
    }

    /// The columns that are shown, each with its x and width.
    fn layout(&self, chosen: usize, visible: &[Vec<Cell>], area: Rect) -> Vec<(usize, u16, u16)> {
        let (typical, natural) = self.measure(visible);
        let room = area.width.saturating_sub(GUTTER);
        let least = |at: usize| {
            let natural = natural.get(at).copied().unwrap_or(0);
            self.columns.get(at).and_then(|column| column.shrinks_to).map_or(natural, |min| natural.min(min))
        };
        let mut shown: Vec<usize> = (0..self.columns.len()).collect();
        let needed = |shown: &[usize]| {
            shown.iter().map(|at| least(*at) + GAP).fold(0u16, u16::saturating_add).saturating_sub(GAP)
        };
        while shown.len() > 1 && needed(&shown) > room {
            let shrinks = |at: usize| self.columns.get(at).is_some_and(|column| column.shrinks_to.is_some());
            let squeezed = |at: &usize| if shrinks(*at) { least(*at).min(NARROWEST) } else { least(*at) } + GAP;
            let fits = shown.iter().map(squeezed).fold(0u16, u16::saturating_add) <= room + GAP;
            let Some(goes) = self.goes_first(&shown, chosen, fits) else { break };
            shown.retain(|at| *at != goes);
        }
        let mut spare = room.saturating_sub(needed(&shown));
        let mut widths: Vec<u16> = shown.iter().map(|at| least(*at)).collect();
        self.squeeze(&shown, &mut widths, room);
        // Spare room first makes most cells of each column whole, then all of them; in each round the columns that need
        // least come first, so that as many as can be get there.
        for wanted in [&typical, &natural] {
            let wish = |place: usize, widths: &[u16]| {
                let at = shown.get(place).copied().unwrap_or(0);
                let width = widths.get(place).copied().unwrap_or(0);
                wanted.get(at).copied().unwrap_or(0).saturating_sub(width)
            };
            let mut order: Vec<usize> = (0..shown.len()).collect();
            order.sort_by_key(|place| wish(*place, &widths));
            for place in order {
                let more = wish(place, &widths).min(spare);
                if let Some(width) = widths.get_mut(place) {
                    *width += more;
                    spare -= more;
                }
            }
        }
        // What is left over makes the gaps wider, up to a point, so that a wide screen is used.
        let gaps = u16::try_from(shown.len()).unwrap_or(1).max(1);
        let gap = GAP + (spare / gaps).min(4);
        let mut x = area.x + GUTTER;
        let mut placed = Vec::with_capacity(shown.len());
        for (at, width) in shown.into_iter().zip(widths) {
            let width = width.min(area.right().saturating_sub(x));
            placed.push((at, x, width));
            x = x.saturating_add(width).saturating_add(gap).min(area.right());
        }
        placed
    }

    /// Which of these columns goes first: of those that do not always stay the one at either end, so that what is off the
    /// screen is never in the middle. The one that one is in stays, unless it is the first, where one is without having
    /// moved. Those of [`LAST`] go behind all others, where they do not fit.
    fn goes_first(&self, shown: &[usize], chosen: usize, fits: bool) -> Option<usize> {
        let rank = |at: &usize| self.columns.get(*at).map_or(0, |column| column.keep);
        let mut loose = shown.iter().copied().filter(|at| rank(at) < LAST);
        let first = loose.next();
        let ends = [first, loose.next_back()].into_iter().flatten();
        let last = shown.iter().copied().find(|at| !fits && rank(at) == LAST && *at != chosen);
        ends.filter(|at| *at != chosen).min_by_key(rank).or(first.filter(|at| *at == 0)).or(last)
    }

    /// Whether there are columns off the screen before those that are on it, and behind them.
    fn off_screen(&self, layout: &[(usize, u16, u16)]) -> [bool; 2] {
        let shown = |at: usize| layout.iter().any(|(it, ..)| *it == at);
        let stays = |at: &usize| self.columns.get(*at).is_some_and(|column| column.keep >= LAST);
        let on_screen = || (0..self.columns.len()).filter(|at| shown(*at));
        let from = on_screen().find(|at| !stays(at)).or_else(|| on_screen().next()).unwrap_or(0);
        let missing = || (0..self.columns.len()).filter(|at| !shown(*at));
        [missing().any(|at| at < from), missing().any(|at| at > from)]
    }

    /// Makes columns narrower whose text may be cut, the widest first, where those that stay need more than there is.
    fn squeeze(&self, shown: &[usize], widths: &mut [u16], room: u16) {
        let gaps = u16::try_from(shown.len().saturating_sub(1)).unwrap_or(u16::MAX).saturating_mul(GAP);
        let mut excess = widths.iter().fold(gaps, |sum, width| sum.saturating_add(*width)).saturating_sub(room);
        let cut = |at: &usize| self.columns.get(*at).is_some_and(|column| column.shrinks_to.is_some());
        while excess > 0 {
            let widest = shown.iter().zip(widths.iter_mut()).filter(|(at, width)| cut(at) && **width > NARROWEST);
            let Some((_, width)) = widest.max_by_key(|(_, width)| **width) else { return };
            *width -= 1;
            excess -= 1;
        }
    }

    /// The widths of the columns over the measured rows, titles (with room for the mark of the order) included: those
    /// that nine rows of ten need, and those that all need.
    fn measure(&self, visible: &[Vec<Cell>]) -> (Vec<u16>, Vec<u16>) {
        let mut widths: Vec<Vec<u16>> = self.columns.iter().map(|_| Vec::new()).collect();
        let head: Vec<Vec<Cell>> = (0..self.rows.min(MEASURED)).map(|row| (self.cells)(row)).collect();
        // The head of a group has no cells.
        for cells in head.iter().chain(visible) {
            for (column, (content, _)) in widths.iter_mut().zip(cells) {
                column.push(text::cells(content));
            }
        }
        let mark = if self.sorted.len() > 1 { 3 } else { 2 };
        let measured = |(column, widths): (&Column<'_>, &mut Vec<u16>)| {
            widths.sort_unstable();
            let title = text::cells(column.title) + mark;
            let most = widths.get(widths.len() * 9 / 10).copied().unwrap_or(0);
            (most.max(title), widths.last().copied().unwrap_or(0).max(title))
        };
        self.columns.iter().zip(&mut widths).map(measured).unzip()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{ColourDepth, ThemeName};
    use proptest::prelude::*;

    const COLUMNS: [Column<'_>; 4] = [
        Column { title: "行动", right: false, shrinks_to: Some(4), keep: 2 },
        Column { title: "名称", right: false, shrinks_to: Some(8), keep: ALWAYS },
        Column { title: "数字", right: true, shrinks_to: None, keep: LAST },
        Column { title: "来源", right: false, shrinks_to: Some(6), keep: 1 },
    ];

    fn cells(row: usize) -> Vec<Cell> {
        if row % 7 == 3 {
            return Vec::new();
        }
        ["治理强基".to_owned(), format!("先锋队解决群众大小事 {row}"), format!("{row}234.5万"), "第 34 段".to_owned()]
            .map(|content| (content, Role::Text))
            .to_vec()
    }

    fn draw(view: &View, rows: usize, width: u16, height: u16) -> Vec<String> {
        draw_with(view, rows, width, height, &[(2, true)], 0)
    }

    fn draw_with(
        view: &View,
        rows: usize,
        width: u16,
        height: u16,
        sorted: &[(usize, bool)],
        frozen: usize,
    ) -> Vec<String> {
        let area = Rect::new(0, 0, width, height);
        let mut buf = Buffer::empty(area);
        let table = Table {
            columns: &COLUMNS,
            rows,
            cells: &cells,
            head: &|row| (row % 7 == 3).then(|| [format!("group {row}"), " · 7".to_owned()]),
            sorted,
            frozen,
            summary: &|shown| {
                format!("{}/{} {}-{}/{}", shown.columns.len(), shown.all_columns, shown.first, shown.last, shown.rows)
            },
        };
        table.draw(view, area, &mut buf, &Theme::new(ThemeName::Dark, ColourDepth::True));
        let row = |y| (0..width).filter_map(|x| buf.cell((x, y))).map(ratatui::buffer::Cell::symbol).collect();
        (0..height).map(row).collect()
    }

    #[test]
    fn figures_are_whole_or_not_there() {
        for width in 8..90 {
            for line in draw(&View::default(), 5, width, 10).iter().skip(2).take(5) {
                if let Some(at) = line.find("234.5万") {
                    assert!(line[..at].ends_with(|c: char| c.is_ascii_digit()), "{width}: {line}");
                }
            }
        }
    }

    #[test]
    fn it_says_how_much_is_shown() {
        assert_eq!(
            draw(&View::default(), 50, 80, 10).last().map(|line| line.trim().to_owned()).as_deref(),
            Some("4/4 1-7/50")
        );
        assert_eq!(
            draw(&View { cursor: 49, ..View::default() }, 50, 24, 10)
                .last()
                .map(|line| line.trim().to_owned())
                .as_deref(),
            Some("2/4 44-50/50")
        );
        assert_eq!(
            draw(&View::default(), 0, 80, 10).last().map(|line| line.trim().to_owned()).as_deref(),
            Some("4/4 0-0/0")
        );
    }

    #[test]
    fn the_name_stays_whichever_column_one_is_in() {
        for column in 1..4 {
            for width in 20..90 {
                let drawn = draw(&View { column, ..View::default() }, 5, width, 10);
                let titles = drawn.first().map(|line| line.replace(' ', "")).unwrap_or_default();
                assert!(titles.contains("名称"), "{width} {column}: {titles}");
                assert!(titles.contains(["行", "名", "数", "来"][column]), "{width} {column}: {titles}");
                assert!(drawn.get(2).is_some_and(|line| line.contains('先')), "{width} {column}: {drawn:?}");
            }
        }
    }

    #[test]
    fn what_is_off_the_screen_is_at_an_edge_and_marked() {
        let told = |column, width| {
            let drawn = draw(&View { column, ..View::default() }, 5, width, 10);
            let titles = drawn.first().map(|line| line.replace(['▾', ' '], "")).unwrap_or_default();
            let rule = drawn.get(1).cloned().unwrap_or_default();
            (titles, rule.starts_with('‹'), rule.ends_with('›'))
        };
        assert_eq!(told(0, 80), ("行动名称数字来源".to_owned(), false, false));
        assert_eq!(told(1, 32), ("行动名称数字".to_owned(), false, true));
        assert_eq!(told(3, 32), ("名称数字来源".to_owned(), true, false));
        // Where one has not moved, the name goes after all others.
        assert_eq!(told(0, 24), ("名称数字".to_owned(), true, true));
        assert_eq!(told(0, 14), ("名称".to_owned(), true, true));
        for column in 1..4 {
            for width in 20..90 {
                let (titles, before, behind) = told(column, width);
                let whole = ["行动", "名称", "数字", "来源"].map(|title| titles.contains(title));
                assert!(!(whole[0] && !whole[2] && whole[3]), "{width} {column}: {titles}");
                assert_eq!(before || behind, whole.contains(&false), "{width} {column}: {titles}");
            }
        }
    }

    #[test]
    fn several_keys_are_numbered_and_frozen_columns_set_off() {
        let drawn = draw_with(&View::default(), 9, 90, 12, &[(2, true), (0, false)], 1);
        assert!(drawn[0].replace(' ', "").contains("行动▴2│名称数字▾1来源"), "{drawn:?}");
        assert!(drawn[1].contains('┼') && drawn[2].contains('│'), "{drawn:?}");
        assert!(drawn[5].contains("group 3 · 7 ─") && !drawn[5].contains('│'), "{drawn:?}");
    }

    #[test]
    fn the_count_of_a_group_stays_however_long_its_name_is() {
        for width in 12..40 {
            let drawn = draw(&View::default(), 9, width, 12);
            assert!(drawn[5].contains(" · 7"), "{width}: {drawn:?}");
        }
    }

    #[test]
    fn the_row_under_the_pointer_is_the_one_drawn_there() {
        let area = Rect::new(0, 0, 80, 10);
        let mut view = View { cursor: 40, ..View::default() };
        scroll(&mut view, 50, area, true, 3);
        assert_eq!((view.scroll, view.cursor), (37, 40));
        assert_eq!([0, 1, 2, 8, 9].map(|y| row_at(&view, 50, area, y)), [None, None, Some(37), Some(43), None]);
        scroll(&mut view, 50, area, false, 30);
        assert_eq!((view.scroll, view.cursor), (7, 13));
        assert_eq!(row_at(&view, 0, area, 2), None);
    }

    proptest! {
        #[test]
        fn any_moves_at_any_size_stay_in_the_table(
            moves in proptest::collection::vec(0usize..12, 0..30), rows in 0usize..40, width in 0u16..90, height in 0u16..30,
        ) {
            let commands = [
                Command::Up, Command::Down, Command::Left, Command::Right, Command::First, Command::Last,
                Command::HalfUp, Command::HalfDown, Command::PageUp, Command::PageDown,
            ];
            let mut view = View::default();
            for at in moves {
                let area = Rect::new(0, 0, width, height);
                match commands.get(at) {
                    Some(command) => drop(act(&mut view, rows, 4, area, *command)),
                    None => scroll(&mut view, rows, area, at == 10, 3),
                }
                prop_assert!(view.cursor < rows.max(1) && view.scroll <= view.cursor && view.column < 4);
            }
            if width > 0 && height > 0 {
                draw(&view, rows, width, height);
            }
        }
    }
}
