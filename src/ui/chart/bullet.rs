//! Bullet graphs: a value against its target, last year's value, and the zones that the target's rule declares.

use std::borrow::Cow;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::columns::{self, Columns, Window};
use super::grid::{Grid, GridCell, GridRow, Heading};
use super::reach::{Reach, Signs};
use super::tone::Tone;
use super::{Frame, Mark, More, Plot};
use crate::domain::Decimal;
use crate::model::Markers;
use crate::ui::theme::{Role, Theme};
use crate::ui::{draw, text};

/// A plot narrower than this says little.
const LEAST: u16 = 16;

/// The most rows that the legend may take.
const LEGEND: usize = 2;

/// A value and how it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stated {
    /// The exact value.
    pub value: Decimal,
    /// The figure as it is written.
    pub figure: String,
}

/// What a zone of the axis means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ZoneKind {
    /// The target is reached: the fullest.
    Met,
    /// No further off than the rule calls on course.
    OnCourse,
    /// Further off, and no further than the rule calls behind.
    Behind,
    /// Further off than that: the faintest.
    Missed,
}

impl ZoneKind {
    /// What it is drawn with: the nearer to the target, the fuller.
    pub(super) fn tone(self) -> Tone {
        Tone(match self {
            Self::Met => 3,
            Self::OnCourse => 2,
            Self::Behind => 1,
            Self::Missed => 0,
        })
    }
}

/// A part of the axis that means something, by the rule that the target declares.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Zone {
    /// Where it begins; without, at the end of the axis.
    pub from: Option<Stated>,
    /// Where it ends; without, at the end of the axis.
    pub to: Option<Stated>,
    /// The word for it.
    pub word: String,
    /// What it means.
    pub kind: ZoneKind,
}

/// How a value stands against its target, in words and by a sign.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// The word; empty where nothing can be said.
    pub word: String,
    /// A sign before it that tells it apart without colour.
    pub sign: String,
    /// Its colour.
    pub role: Role,
}

/// One value with what it is measured against.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bullet {
    /// What it is.
    pub label: String,
    /// The exact value; none where there is none, which draws no bar.
    pub value: Option<Decimal>,
    /// The figure as it is written, with bound and unit; for a missing value, the words that say so.
    pub figure: String,
    /// How the source qualifies the value.
    pub mark: Mark,
    /// The colour of the bar.
    pub role: Role,
    /// What was to be reached.
    pub target: Option<Stated>,
    /// The value of the year before.
    pub last: Option<Stated>,
    /// The zones, from the lowest values to the highest. Where less is better, the met one comes first.
    pub zones: Vec<Zone>,
    /// Which way is better, in words; empty where neither is.
    pub better: String,
    /// How the value stands.
    pub verdict: Verdict,
}

impl Bullet {
    /// The limits between the zones, each once.
    pub(super) fn limits(&self) -> impl Iterator<Item = &Stated> {
        let first = self.zones.first().and_then(|zone| zone.from.as_ref());
        first.into_iter().chain(self.zones.iter().filter_map(|zone| zone.to.as_ref()))
    }

    /// The values that the axis has to hold.
    fn values(&self) -> impl Iterator<Item = Decimal> {
        let stated = [&self.target, &self.last].into_iter().flatten();
        self.value.into_iter().chain(stated.chain(self.limits()).map(|it| it.value))
    }

    /// The zones and the limits between them, from the lowest values to the highest: `落后 | 4.4 | 正常 | 5.5 | 达成`.
    pub(super) fn chain(&self) -> String {
        let from = self.zones.first().and_then(|zone| zone.from.as_ref()).map(|limit| &*limit.figure);
        let zone = |zone: &'_ Zone| [Some(zone.word.clone()), zone.to.as_ref().map(|to| to.figure.clone())];
        let parts = from.map(str::to_owned).into_iter().chain(self.zones.iter().flat_map(zone).flatten());
        parts.collect::<Vec<_>>().join(" | ")
    }

    fn verdict(&self) -> String {
        joined(" ", [&self.verdict.sign, &self.verdict.word])
    }

    /// The colour of the figure.
    fn figure_role(&self) -> Role {
        if self.value.is_some() { Role::Strong } else { Role::Unknown }
    }
}

/// The words of a bullet graph, in the reader's language.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct BulletWords<'a> {
    /// What the bar shows: the period of the values.
    pub value: &'a str,
    /// The target.
    pub target: &'a str,
    /// The year before.
    pub last: &'a str,
    /// The zones and their limits, over their column in the table.
    pub zones: &'a str,
    /// The status, over its column in the table.
    pub status: &'a str,
}

/// Values of one unit against their targets, on one common axis from zero. Three rows each: the bar with the target
/// across it, the zones under it with last year's mark, and the limits.
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
    /// The same figures as a table: value, target, and what else any row has.
    pub fn grid(&self) -> Grid<'a> {
        type Column<'a> = (&'a str, bool, fn(&'a Bullet) -> GridCell<'a>);
        let any = |has: fn(&Bullet) -> bool| self.rows.iter().any(has);
        let columns: [Column<'a>; 5] = [
            (self.words.value, true, |row| GridCell { role: row.figure_role(), ..GridCell::new(&*row.figure) }),
            (self.words.target, any(|row| row.target.is_some()), |row| stated_cell(row.target.as_ref())),
            (self.words.last, any(|row| row.last.is_some()), |row| stated_cell(row.last.as_ref())),
            (self.words.status, any(|row| !row.verdict.word.is_empty()), |row| GridCell {
                role: row.verdict.role,
                ..GridCell::new(row.verdict())
            }),
            (self.words.zones, any(|row| !row.zones.is_empty() || !row.better.is_empty()), |row| GridCell {
                role: Role::Muted,
                ..GridCell::new(joined("  ", [&row.chain(), &row.better]))
            }),
        ];
        let shown: Vec<&Column<'a>> = columns.iter().filter(|(_, shown, _)| *shown).collect();
        let row = |row: &'a Bullet| GridRow {
            label: Cow::Borrowed(&*row.label),
            cells: shown.iter().map(|(_, _, cell)| cell(row)).collect(),
        };
        Grid {
            frame: self.frame,
            corner: "",
            columns: shown.iter().map(|(title, _, _)| Heading::new(*title)).collect(),
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

    /// The figure of a row and what stands under it: target and last year, each with its mark.
    fn beside(&self, row: &Bullet, signs: &Signs) -> [String; 2] {
        let told = |sign: &str, word: &str, stated: &Option<Stated>| {
            stated.as_ref().map_or_else(String::new, |it| joined(" ", [sign, word, &it.figure]))
        };
        [told(signs.target, self.words.target, &row.target), told(signs.last, self.words.last, &row.last)]
    }

    fn layout(&self, area: Rect) -> Option<Layout<'_>> {
        let sight = columns::in_sight(self.rows, area.height, self.selected);
        // The signs of all sets are of one width.
        let signs = Signs::of(Markers::default());
        let (mut label, mut figure, mut third) = (0, 0, false);
        for row in sight {
            let words = [&*row.label, &*row.verdict(), &*row.better].map(text::cells);
            label = words.into_iter().fold(label, u16::max);
            let [target, last] = self.beside(row, &signs);
            figure = [&*row.figure, &*target, &*last].map(text::cells).into_iter().fold(figure, u16::max);
            third |= !last.is_empty() || !row.better.is_empty() || row.limits().next().is_some();
        }
        let columns = Columns::shared(area, label, figure, LEAST)?;
        let reach = Reach::of(self.rows.iter().flat_map(Bullet::values), columns.plot, columns.plot_width)?;
        let legend = self.legend(area.width).filter(|_| !self.rows.is_empty())?;
        Some(Layout { columns, reach, lines: 2 + u16::from(third), legend })
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
        let under = [(row.verdict(), row.verdict.role), (row.better.clone(), Role::Faint)];
        let beside = self.beside(row, &Signs::of(theme.markers()));
        for (y, ((words, role), figure)) in (place.y + 1..place.bottom()).zip(under.iter().zip(beside)) {
            draw::put(buf, place.x, y, columns.label, words, theme.style(*role));
            draw::put_right(buf, columns.figure_end, y, columns.figure, &figure, theme.style(Role::Muted));
        }
        if layout.lines > 2 {
            layout.reach.draw_limits(row, place.y + 2, buf, theme);
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
        let Some(room) = inner.height.checked_sub(legend).filter(|room| *room > layout.lines || tight <= inner.height)
        else {
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
    GridCell { role: Role::Text, ..GridCell::new(stated.map_or("", |it| &*it.figure)) }
}

/// The words that there are, one behind the other.
fn joined<const N: usize>(gap: &str, words: [&str; N]) -> String {
    words.into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>().join(gap)
}
