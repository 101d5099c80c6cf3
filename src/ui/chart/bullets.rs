//! Bullet graphs: values against their targets, last year's values, and the zones that the targets' rules declare.

use std::borrow::Cow;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::bullet::{Border, Bullet, Stated, ZoneKind, joined};
use super::columns::{self, Columns, Window};
use super::grid::{Grid, GridCell, GridRow, Heading};
use super::reach::{Reach, Signs};
use super::{Frame, More, Plot};
use crate::model::Markers;
use crate::ui::theme::{Role, Theme};
use crate::ui::{draw, text};

/// A plot narrower than this says little.
const LEAST: u16 = 16;

/// The most rows that the legend may take.
const LEGEND: usize = 2;

/// The words of a bullet graph, in the reader's language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct BulletWords<'a> {
    /// What the bar shows: the period of the values.
    pub value: &'a str,
    /// The target.
    pub target: &'a str,
    /// The year before.
    pub last: &'a str,
    /// The status, over its column in the table.
    pub status: &'a str,
}

/// Values of one unit against their targets, on one common axis from zero. Up to four rows each: the bar with the target
/// across it, the zones under it with last year's mark, the limits, and a line that names the marks and which way is better.
#[derive(Clone, Default)]
pub struct Bullets<'a> {
    /// Title, subtitle, source.
    pub frame: Frame<'a>,
    /// The values, in the caller's order.
    pub rows: &'a [Bullet],
    /// What the marks are.
    pub words: BulletWords<'a>,
    /// Rows that follow these and were not given; they are counted as not shown.
    pub left_out: usize,
    /// Says how many rows did not fit; without it the last row says `+12`.
    pub more: Option<More<'a>>,
    /// Says how many columns of the table did not fit; without it `+2 >`.
    pub more_columns: Option<More<'a>>,
    /// The row that is selected; it stays in sight.
    pub selected: Option<usize>,
}

/// Where everything stands.
struct Layout<'r> {
    columns: Columns,
    reach: Reach,
    /// The lines of a row.
    lines: u16,
    /// Whether the third of them holds limits.
    limits: bool,
    /// The lines of the legend.
    legend: Vec<Vec<Entry<'r>>>,
}

/// A sign and what it means: that of the bar, or of a zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Entry<'r> {
    kind: Option<ZoneKind>,
    word: &'r str,
}

impl<'a> Bullets<'a> {
    /// The same figures as a table: value, target, and what else any row has. Each limit stands under the words of the
    /// zones that it lies between.
    pub fn grid(&self) -> Grid<'a> {
        let any = |has: fn(&Bullet) -> bool| self.rows.iter().any(has);
        let (targets, lasts) = (any(|row| row.target.is_some()), any(|row| row.last.is_some()));
        let verdicts = any(|row| !row.verdict.word.is_empty() || !row.better.is_empty());
        let mut borders: Vec<Border<'a>> = Vec::new();
        for border in self.rows.iter().flat_map(Bullet::borders) {
            if !borders.iter().any(|known| known.between() == border.between()) {
                borders.push(border);
            }
        }
        let titles = [
            Some(self.words.value),
            Some(self.words.target).filter(|_| targets),
            Some(self.words.last).filter(|_| lasts),
            Some(self.words.status).filter(|_| verdicts),
        ];
        let titles = titles.into_iter().flatten().map(Heading::new);
        let row = |row: &'a Bullet| {
            let verdict = joined("  ", [&row.verdict(), &row.better]);
            let cells = [
                Some(GridCell { role: row.figure_role(), ..GridCell::new(&*row.figure) }),
                Some(stated_cell(row.target.as_ref())).filter(|_| targets),
                Some(stated_cell(row.last.as_ref())).filter(|_| lasts),
                Some(GridCell { role: row.verdict.role, ..GridCell::new(verdict) }).filter(|_| verdicts),
            ];
            let limits = borders.iter().map(|border| {
                let here = row.borders().filter(|it| it.between() == border.between());
                let figures: Vec<&str> = here.map(|it| &*it.limit.whole).collect();
                GridCell { role: Role::Muted, ..GridCell::new(figures.join(" | ")) }
            });
            GridRow { label: Cow::Borrowed(&*row.label), cells: cells.into_iter().flatten().chain(limits).collect() }
        };
        Grid {
            frame: self.frame,
            corner: "",
            columns: titles.chain(borders.iter().map(|border| Heading::new(border.words()))).collect(),
            rows: self.rows.iter().map(row).collect(),
            left_out: self.left_out,
            more: self.more,
            more_columns: self.more_columns,
            selected: self.selected,
        }
    }

    /// The table in this width: by column where all of them fit, else one figure below the other, so that none is lost.
    fn table(&self, width: u16, markers: Markers) -> Box<dyn Plot + 'a> {
        let grid = self.grid();
        if grid.is_whole(width) { Box::new(grid) } else { Box::new(grid.list(markers)) }
    }

    /// The line under a row in this width, part by part: the status where the label column does not hold it, target and last
    /// year, each with its mark, and which way is better. What need not be said is left out where it does not fit; `None`
    /// where the rest does not.
    fn under(&self, row: &Bullet, label: u16, width: u16, signs: &Signs) -> Option<Vec<(String, Role)>> {
        let told = |sign: &str, word: &str, stated: &Option<Stated>| {
            stated.as_ref().map_or_else(String::new, |it| joined(" ", [sign, word, &it.figure]))
        };
        let verdict = if text::cells(&row.verdict()) > label { row.verdict() } else { String::new() };
        let parts: [(String, Role, bool); 4] = [
            (told(signs.target, self.words.target, &row.target), Role::Muted, true),
            (told(signs.last, self.words.last, &row.last), Role::Muted, true),
            (verdict, row.verdict.role, false),
            (row.better.clone(), Role::Faint, false),
        ];
        let mut used = 0;
        let mut line = Vec::new();
        for (words, role, needed) in parts.into_iter().filter(|(words, ..)| !words.is_empty()) {
            let gap = if line.is_empty() { 0 } else { columns::GAP };
            let end = text::cells(&words).saturating_add(gap).saturating_add(used);
            if end <= width {
                used = end;
                line.push((words, role));
            } else if needed {
                return None;
            }
        }
        Some(line)
    }

    fn layout(&self, area: Rect) -> Option<Layout<'_>> {
        let sight = columns::in_sight(self.rows, area.height, self.selected);
        let (mut label, mut figure, mut limits) = (0, 0, false);
        for row in sight {
            label = [&*row.label, &*row.verdict()].map(text::cells).into_iter().fold(label, u16::max);
            figure = text::cells(&row.figure).max(figure);
            limits |= row.limits().next().is_some();
        }
        let columns = Columns::shared(area, label, figure, LEAST)?;
        // The signs of all sets are of one width.
        let signs = Signs::of(Markers::default());
        let mut under = false;
        for row in sight {
            under |= !self.under(row, columns.label, area.width, &signs)?.is_empty();
        }
        let reach = Reach::of(self.rows.iter().flat_map(Bullet::values), columns.plot, columns.plot_width)?;
        let legend = self.legend(area.width).filter(|_| !self.rows.is_empty())?;
        Some(Layout { columns, reach, lines: 2 + u16::from(limits) + u16::from(under), limits, legend })
    }

    /// The bar and the zones, in lines of this width; `None` where they take too many.
    fn legend(&self, width: u16) -> Option<Vec<Vec<Entry<'_>>>> {
        let zones = self.rows.iter().flat_map(|row| &row.zones);
        let zones = zones.map(|zone| Entry { kind: Some(zone.kind), word: &zone.word });
        let mut entries: Vec<Entry<'_>> = Vec::new();
        for entry in std::iter::once(Entry { kind: None, word: self.words.value }).chain(zones) {
            if !entry.word.is_empty() && !entries.contains(&entry) {
                entries.push(entry);
            }
        }
        entries.sort_unstable();
        let mut lines: Vec<Vec<Entry<'_>>> = Vec::new();
        let mut used = 0;
        for entry in entries {
            let needs = text::cells(entry.word).saturating_add(2);
            if lines.is_empty() || used + columns::GAP + needs > width {
                lines.push(Vec::new());
                used = 0;
            } else {
                used += columns::GAP;
            }
            used += needs;
            lines.last_mut()?.push(entry);
            if used > width || lines.len() > LEGEND {
                return None;
            }
        }
        Some(lines)
    }

    fn draw_legend(&self, line: &[Entry<'_>], row: Rect, buf: &mut Buffer, theme: &Theme) {
        let mut x = row.x;
        for entry in line {
            let (sign, role) = match entry.kind {
                Some(kind) => (kind.tone().fill(theme.markers()), Role::Faint),
                None => (Signs::of(theme.markers()).bar, self.rows.first().map_or(Role::Text, |row| row.role)),
            };
            draw::put(buf, x, row.y, 1, sign, theme.style(role));
            let room = row.right().saturating_sub(x + 2);
            x += 2 + draw::put(buf, x + 2, row.y, room, entry.word, theme.style(Role::Muted)) + columns::GAP;
        }
    }

    fn draw_row(&self, row: &Bullet, layout: &Layout<'_>, place: Rect, buf: &mut Buffer, theme: &Theme) {
        let columns = &layout.columns;
        columns.write(buf, place, (&row.label, &row.figure), row.figure_role(), theme);
        layout.reach.draw(row, place.y, buf, theme);
        // A row without a name has its status in that place.
        let y = if row.label.is_empty() { place.y } else { place.y + 1 };
        if text::cells(&row.verdict()) <= columns.label {
            draw::put(buf, place.x, y, columns.label, &row.verdict(), theme.style(row.verdict.role));
        }
        if layout.limits {
            layout.reach.draw_limits(row, place.y + 2, buf, theme);
        }
        let y = place.y + 2 + u16::from(layout.limits);
        let under = self.under(row, columns.label, place.width, &Signs::of(theme.markers())).unwrap_or_default();
        let mut x = place.x;
        for (words, role) in under.iter().filter(|_| y < place.bottom()) {
            let room = place.right().saturating_sub(x);
            x = x.saturating_add(draw::put(buf, x, y, room, words, theme.style(*role))).saturating_add(columns::GAP);
        }
    }
}

impl Plot for Bullets<'_> {
    fn height(&self, width: u16) -> u16 {
        let area = Rect { width, height: columns::LONGEST, ..Rect::ZERO };
        let Some(layout) = self.layout(area) else { return self.table(width, Markers::default()).height(width) };
        let rows = columns::count(self.rows.len()).saturating_mul(layout.lines + 1).saturating_sub(1);
        let rows = rows.saturating_add(u16::from(self.left_out > 0)).min(columns::LONGEST);
        self.frame.height().saturating_add(rows).saturating_add(columns::count(layout.legend.len()))
    }

    fn draw(&self, area: Rect, buf: &mut Buffer, theme: &Theme) {
        let area = area.intersection(buf.area);
        let Some(layout) = self.layout(area).filter(|_| area.height > 1) else {
            return self.table(area.width, theme.markers()).draw(area, buf, theme);
        };
        let count = columns::count(self.rows.len());
        let rest = columns::count(layout.legend.len()).saturating_add(u16::from(self.left_out > 0));
        let tight = count.saturating_mul(layout.lines).saturating_add(rest);
        let airy = tight.saturating_add(count.saturating_sub(1));
        let roomy = airy <= area.height.saturating_sub(self.frame.height());
        let (body, step) = if roomy { (airy, layout.lines + 1) } else { (tight, layout.lines) };
        let mut inner = self.frame.draw(area, tight, body, buf, theme);
        inner.height = inner.height.min(body);
        let legend = columns::count(layout.legend.len());
        // Rows that do not all fit leave at least one to be counted: none is drawn in part.
        let cut = |room: u16| {
            usize::from(room.saturating_sub(1) / step) < self.rows.len() + usize::from(self.left_out > 0) - 1
        };
        let enough = |room: &u16| tight <= inner.height || (*room > layout.lines && cut(*room));
        let Some(room) = inner.height.checked_sub(legend).filter(enough) else {
            let bare = Bullets { frame: Frame::default(), ..self.clone() };
            return bare.table(inner.width, theme.markers()).draw(inner, buf, theme);
        };
        for (line, y) in layout.legend.iter().zip(inner.y + room..) {
            self.draw_legend(line, Rect { y, height: 1, ..inner }, buf, theme);
        }
        let inner = Rect { height: room, ..inner };
        let whole = self.left_out == 0 && tight <= room + legend;
        let slots = if whole { count } else { (room - 1) / step + 1 };
        let window = Window::of(self.rows.len(), self.left_out, slots, self.selected);
        for ((at, row), y) in window.rows(self.rows).zip((inner.y..inner.bottom()).step_by(usize::from(step))) {
            let place = Rect { y, height: layout.lines, ..inner };
            self.draw_row(row, &layout, place, buf, theme);
            if self.selected == Some(at) {
                let line = Rect { height: 1, ..place };
                columns::select(buf, line, layout.columns.label, theme);
            }
        }
        window.draw_more(inner, self.more, buf, theme);
    }

    fn twin(&self, width: u16) -> Box<dyn Plot + '_> {
        self.table(width, Markers::default())
    }
}

fn stated_cell(stated: Option<&Stated>) -> GridCell<'_> {
    GridCell { role: Role::Text, ..GridCell::new(stated.map_or("", |it| &*it.whole)) }
}

#[cfg(test)]
mod tests;
