//! A table of two dimensions: rows, columns, and a figure where they meet.

use std::borrow::Cow;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::columns::{self, Window};
use super::tone::Tone;
use super::{ChartTable, Frame, Line, More, Plot};
use crate::model::Markers;
use crate::ui::theme::{Role, Theme};
use crate::ui::{draw, text};

/// Labels keep this much of themselves, and so many hundredths of the width, before a column is left out.
const SHORT_LABEL: u16 = 8;
const LABEL: u32 = 30;

/// What stands over a column.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Heading<'a> {
    /// What the column holds.
    pub title: Cow<'a, str>,
    /// Its unit, where the columns differ in it; else the frame says it.
    pub unit: Cow<'a, str>,
}

impl<'a> Heading<'a> {
    /// A heading without a unit of its own.
    pub fn new(title: impl Into<Cow<'a, str>>) -> Self {
        Self { title: title.into(), unit: Cow::Borrowed("") }
    }
}

/// One figure of a grid.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GridCell<'a> {
    /// The figure as it is written; empty where there is none, which is shown by a dash.
    pub figure: Cow<'a, str>,
    /// Its colour.
    pub role: Role,
}

impl<'a> GridCell<'a> {
    /// A figure in its ordinary colour.
    pub fn new(figure: impl Into<Cow<'a, str>>) -> Self {
        Self { figure: figure.into(), role: Role::Strong }
    }
}

/// One row of a grid.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GridRow<'a> {
    /// What it is.
    pub label: Cow<'a, str>,
    /// Its figures, in the order of the columns; those that are missing at the end are shown by dashes.
    pub cells: Vec<GridCell<'a>>,
}

/// Figures by row and column. Only whole columns are shown, the first ones where there is no room for all.
#[derive(Clone, Default)]
pub struct Grid<'a> {
    /// Title, subtitle, source.
    pub frame: Frame<'a>,
    /// What stands over the labels.
    pub corner: &'a str,
    /// The columns.
    pub columns: Cow<'a, [Heading<'a>]>,
    /// The rows.
    pub rows: Vec<GridRow<'a>>,
    /// Rows that follow these and were not given; they are counted as not shown.
    pub left_out: usize,
    /// Says how many rows did not fit; without it the last row says `+12`.
    pub more: Option<More<'a>>,
    /// Says how many columns did not fit; without it `+2 >`.
    pub more_columns: Option<More<'a>>,
    /// The row that is selected; it stays in sight.
    pub selected: Option<usize>,
}

/// The tone of the figure in a row and a column, for a grid whose cells are shaded.
pub(super) type Shading<'s> = &'s dyn Fn(usize, usize) -> Option<Tone>;

/// Where the columns stand that are shown.
struct Layout {
    label: u16,
    /// For each column shown, its number, the column behind it, and its width.
    columns: Vec<(usize, u16, u16)>,
    dropped: usize,
}

impl<'a> Grid<'a> {
    /// The same figures one below the other, for widths that hold no column.
    pub(super) fn list(&self, markers: Markers) -> ChartTable<'a> {
        let line = |row: &GridRow<'a>, heading: &Heading<'a>, cell: Option<&GridCell<'a>>| {
            let words: Vec<&str> =
                [&row.label, &heading.title].into_iter().map(|it| &**it).filter(|it| !it.is_empty()).collect();
            let figure = cell.map(|cell| cell.figure.clone()).filter(|figure| !figure.is_empty());
            let role = cell.filter(|_| figure.is_some()).map_or(Role::Unknown, |cell| cell.role);
            Line {
                note: heading.unit.clone(),
                role,
                ..Line::new(words.join(" "), figure.unwrap_or(Cow::Borrowed(missing(markers))))
            }
        };
        let lines = |row| {
            let row: &GridRow<'a> = row;
            self.columns.iter().enumerate().map(move |(at, heading)| line(row, heading, row.cells.get(at)))
        };
        ChartTable {
            frame: self.frame,
            rows: self.rows.iter().flat_map(lines).collect(),
            left_out: self.left_out.saturating_mul(self.columns.len()),
            more: self.more,
            selected: self.selected.map(|at| at.saturating_mul(self.columns.len())),
        }
    }

    /// The rows of the heading.
    fn head(&self) -> u16 {
        1 + u16::from(self.columns.iter().any(|heading| !heading.unit.is_empty()))
    }

    /// The columns that fit into a width beside labels that can be read; `None` where no column does. With `signs` each
    /// figure has a sign behind it.
    fn layout(&self, area: Rect, signs: bool) -> Option<Layout> {
        let sight = columns::in_sight(&self.rows, area.height, self.selected);
        let padding = if signs { 4 } else { 0 };
        let gap = if signs { 1 } else { columns::GAP };
        let widths = self.columns.iter().enumerate().map(|(at, heading)| {
            let figures = columns::widest(sight, |row| row.cells.get(at).map_or("", |cell| &cell.figure));
            let words = text::cells(&heading.title).max(text::cells(&heading.unit));
            figures.max(words).max(1).saturating_add(padding)
        });
        let names = columns::widest(sight, |row| &row.label).max(text::cells(self.corner));
        let readable = names.min(SHORT_LABEL.max(columns::part(area.width, LABEL)));
        let mut taken: u16 = 0;
        let mut shown = Vec::new();
        for width in widths {
            let more = taken.saturating_add(width).saturating_add(gap);
            if readable.saturating_add(more) > area.width {
                break;
            }
            taken = more;
            shown.push(width);
        }
        if shown.is_empty() {
            return None;
        }
        let label = names.min(area.width.saturating_sub(taken));
        let spare = area.width.saturating_sub(taken.saturating_add(label));
        let gap = if signs { gap } else { gap + (spare / columns::count(shown.len()).max(1)).min(4) };
        let mut right = area.x.saturating_add(label);
        let place = |(at, width): (usize, u16)| {
            right = right.saturating_add(gap).saturating_add(width);
            (at, right, width)
        };
        let dropped = self.columns.len() - shown.len();
        Some(Layout { label, columns: shown.into_iter().enumerate().map(place).collect(), dropped })
    }

    /// The rows that all of it takes without the frame, in this width.
    fn body(&self, width: u16, signs: bool) -> Option<u16> {
        let rows = columns::natural(self.rows.len().saturating_add(self.left_out));
        let layout = self.layout(Rect { width, height: rows, ..Rect::ZERO }, signs)?;
        Some(rows.saturating_add(self.head()).saturating_add(u16::from(layout.dropped > 0)))
    }

    /// Whether all columns fit into this width.
    pub(super) fn is_whole(&self, width: u16) -> bool {
        let area = Rect { width, height: columns::LONGEST, ..Rect::ZERO };
        self.layout(area, false).is_some_and(|layout| layout.dropped == 0)
    }

    /// The rows that it asks for, the frame included.
    pub(super) fn natural(&self, width: u16, signs: bool) -> u16 {
        let body = self.body(width, signs);
        body.map_or_else(
            || self.list(Markers::default()).height(width),
            |body| self.frame.height().saturating_add(body),
        )
    }

    /// Whether there is room for a heading, a row, and the line that says what is left out.
    pub(super) fn fits(&self, area: Rect, signs: bool) -> bool {
        let layout = self.layout(area, signs);
        layout.is_some_and(|layout| {
            let says_more = layout.dropped > 0 || self.left_out > 0 || self.rows.len() > 1;
            !self.rows.is_empty() && area.height > self.head() + u16::from(says_more)
        })
    }

    /// Draws heading and rows without the frame, shaded if there is a shading; where there is no room, as a list.
    pub(super) fn draw_body(
        &self,
        area: Rect,
        titled: bool,
        shading: Option<Shading>,
        buf: &mut Buffer,
        theme: &Theme,
    ) {
        let layout = self.layout(area, shading.is_some()).filter(|_| self.fits(area, shading.is_some()));
        let Some(layout) = layout else {
            return self.list(theme.markers()).draw_body(area, titled, buf, theme);
        };
        let inner = self.draw_head(area, &layout, shading.is_some(), buf, theme);
        // One line says what is left out. Where only it has no room, the last row makes some.
        let full = self.left_out == 0 && self.rows.len() == usize::from(inner.height);
        let pushed = usize::from(full && layout.dropped > 0);
        let window = Window::of(self.rows.len(), self.left_out.saturating_add(pushed), inner.height, self.selected);
        for ((at, row), y) in window.rows(&self.rows).zip(inner.y..inner.bottom()) {
            draw::put(buf, inner.x, y, layout.label, &row.label, theme.style(Role::Text));
            let line = Rect { y, height: 1, ..inner };
            if self.selected == Some(at) {
                // The grounds of shaded cells say something: only the label shows what is selected.
                let line = if shading.is_some() { Rect { width: layout.label, ..line } } else { line };
                columns::select(buf, line, layout.label, theme);
            }
            for (column, right, width) in &layout.columns {
                let tone = shading.and_then(|tone_of| tone_of(at, *column));
                let place = Rect { x: right.saturating_sub(*width), y, width: *width, height: 1 };
                draw_cell(row.cells.get(*column), place, shading.is_some(), tone, buf, theme);
            }
        }
        let columns = match (layout.dropped, self.more_columns) {
            (0, _) => String::new(),
            (dropped, Some(say)) => say(dropped),
            (dropped, None) => format!("+{dropped} >"),
        };
        let rows = columns::count(self.rows.len());
        if self.left_out == 0 && rows < inner.height {
            draw::put(buf, inner.x, inner.y + rows, inner.width, &columns, theme.style(Role::Faint));
        }
        let say = |hidden: usize| {
            let hidden = hidden.saturating_sub(pushed);
            let rows = self.more.map_or_else(|| format!("+{hidden}"), |say| say(hidden));
            format!("{rows}  {columns}").trim_end().to_owned()
        };
        window.draw_more(inner, Some(&say), buf, theme);
    }

    fn draw_head(&self, area: Rect, layout: &Layout, signs: bool, buf: &mut Buffer, theme: &Theme) -> Rect {
        draw::put(buf, area.x, area.y, layout.label, self.corner, theme.style(Role::Muted));
        for (column, right, width) in &layout.columns {
            let Some(heading) = self.columns.get(*column) else { continue };
            // Over the figures, not over the signs behind them.
            let (right, width) = if signs { (right.saturating_sub(3), width - 3) } else { (*right, *width) };
            draw::put_right(buf, right, area.y, width, &heading.title, theme.style(Role::Muted));
            if self.head() > 1 {
                draw::put_right(buf, right, area.y + 1, width, &heading.unit, theme.style(Role::Faint));
            }
        }
        Rect { y: area.y + self.head(), height: area.height - self.head(), ..area }
    }
}

/// What stands for a figure that is not there.
pub(super) fn missing(markers: Markers) -> &'static str {
    if markers == Markers::Ascii { "-" } else { "—" }
}

/// Writes a figure; in a shaded grid with a sign behind it and on its ground.
fn draw_cell(cell: Option<&GridCell>, place: Rect, signs: bool, tone: Option<Tone>, buf: &mut Buffer, theme: &Theme) {
    let figure = cell.map(|cell| &*cell.figure).filter(|figure| !figure.is_empty());
    let role = cell.filter(|_| figure.is_some()).map_or(Role::Unknown, |cell| cell.role);
    let style = tone.map_or_else(|| theme.style(role), |tone| tone.ground(theme));
    if tone.is_some() {
        draw::clear(buf, place, style);
    }
    // Behind the figure: a blank, the sign, a blank.
    let behind = if signs { 3 } else { 0 };
    let right = place.right().saturating_sub(behind);
    let room = place.width.saturating_sub(behind);
    let figure = text::fit_figure(figure.unwrap_or(missing(theme.markers())), usize::from(room));
    draw::put_right(buf, right, place.y, room, figure, style);
    if let Some(tone) = tone {
        draw::put(buf, right + 1, place.y, 1, tone.sign(theme.markers()), style);
        // The second cells of wide characters too.
        draw::lay(buf, place, style);
    }
}

impl Plot for Grid<'_> {
    fn height(&self, width: u16) -> u16 {
        self.natural(width, false)
    }

    fn draw(&self, area: Rect, buf: &mut Buffer, theme: &Theme) {
        let area = area.intersection(buf.area);
        let body = self.natural(area.width, false).saturating_sub(self.frame.height());
        let inner = self.frame.draw(area, body, body, buf, theme);
        self.draw_body(inner, area.height < 2, None, buf, theme);
    }

    fn twin(&self, _width: u16) -> Box<dyn Plot + '_> {
        Box::new(self.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::chart::testing;
    use proptest::prelude::*;

    fn row<'a>(label: &'a str, figures: &[&'a str]) -> GridRow<'a> {
        GridRow { label: label.into(), cells: figures.iter().map(|figure| GridCell::new(*figure)).collect() }
    }

    fn grid() -> Grid<'static> {
        Grid {
            frame: Frame { title: "走访", subtitle: "家次", source: "来源:年鉴" },
            corner: "年度",
            columns: vec![Heading::new("宝安区"), Heading::new("南山区"), Heading::new("福田区")].into(),
            rows: vec![
                row("2022年", &["5.31万", "4329", "约1.2万"]),
                row("2023年", &["超6万", "", "9800"]),
                row("2024年", &["暂无数据"]),
            ],
            more: Some(&|count| format!("还有 {count} 行")),
            more_columns: Some(&|count| format!("还有 {count} 列")),
            ..Grid::default()
        }
    }

    fn shown(grid: &Grid, width: u16, height: u16) -> Vec<String> {
        testing::lines(width, height, |area, buf, theme| grid.draw(area, buf, theme))
    }

    #[test]
    fn figures_stand_under_their_columns() {
        assert_eq!(grid().height(40), 6);
        assert_eq!(
            shown(&grid(), 40, 6),
            [
                "走访  家次 ─────────────────────────────",
                "年度        宝安区    南山区     福田区",
                "2022年      5.31万      4329    约1.2万",
                "2023年       超6万         —       9800",
                "2024年    暂无数据         —          —",
                "来源:年鉴"
            ]
        );
    }

    #[test]
    fn units_of_their_own_stand_under_the_headings() {
        let mut grid = grid();
        grid.columns.to_mut()[1].unit = "万元".into();
        assert_eq!(grid.height(40), 7);
        assert_eq!(
            shown(&grid, 40, 7)[1..4],
            [
                "年度        宝安区    南山区     福田区",
                "                        万元",
                "2022年      5.31万      4329    约1.2万"
            ]
        );
    }

    #[test]
    fn columns_and_rows_that_do_not_fit_are_counted() {
        assert_eq!(grid().height(28), 7);
        assert_eq!(
            shown(&grid(), 28, 7),
            [
                "走访  家次 ─────────────────",
                "年度        宝安区    南山区",
                "2022年      5.31万      4329",
                "2023年       超6万         —",
                "2024年    暂无数据         —",
                "还有 1 列",
                "来源:年鉴"
            ]
        );
        let selected = Grid { selected: Some(2), ..grid() };
        assert_eq!(
            shown(&selected, 28, 5),
            [
                "走访  家次 ─────────────────",
                "年度        宝安区    南山区",
                "2024年    暂无数据         —",
                "还有 2 行  还有 1 列",
                "来源:年鉴"
            ]
        );
    }

    #[test]
    fn without_room_for_a_column_there_is_a_list() {
        let grid = Grid { rows: vec![row("A very long name of a row", &["12,345,678", "2"])], ..grid() };
        assert_eq!(
            shown(&grid, 16, 5),
            ["走访  家次 ─────", "A v…  12,345,678", "A very long…   2", "A very long…   —", "来源:年鉴"]
        );
        assert_eq!(shown(&grid, 40, 1), ["走访  …"]);
    }

    #[test]
    fn a_grid_of_nothing_draws_its_frame() {
        let empty = Grid { columns: Vec::new().into(), rows: Vec::new(), ..grid() };
        assert_eq!(shown(&empty, 20, 4).first().map(String::as_str), Some("走访  家次 ─────────"));
    }

    type Rows = (Vec<String>, Vec<(String, Vec<String>)>);

    fn rows() -> impl Strategy<Value = Rows> {
        let row = (testing::words(), prop::collection::vec(testing::words(), 0..7));
        (prop::collection::vec(testing::words(), 0..6), prop::collection::vec(row, 0..9))
    }

    fn made((columns, rows): &Rows, selected: Option<usize>, left_out: usize) -> Grid<'_> {
        Grid {
            columns: columns.iter().map(|title| Heading::new(&**title)).collect(),
            rows: rows
                .iter()
                .map(|(label, figures)| row(label, &figures.iter().map(String::as_str).collect::<Vec<_>>()))
                .collect(),
            left_out,
            selected,
            ..grid()
        }
    }

    proptest! {
        #[test]
        fn nothing_is_drawn_outside(rows in rows(), selected in prop::option::of(0usize..12), left_out in 0usize..3, area in testing::areas()) {
            let grid = made(&rows, selected, left_out);
            testing::check_bounds(area, |area, buf, theme| grid.draw(area, buf, theme))?;
        }

        #[test]
        fn every_row_and_column_is_shown_or_counted(count in 0usize..30, width in 12u16..70, height in 5u16..24, columns in 1usize..7) {
            let figures = vec!["12.5"; columns];
            let mut grid = grid();
            grid.frame = Frame::default();
            grid.columns = (0..columns).map(|at| Heading::new(format!("c{at}"))).collect();
            grid.rows = (0..count).map(|_| row("row", &figures)).collect();
            grid.more = Some(&|count| format!("R{count}"));
            grid.more_columns = Some(&|count| format!("C{count}"));
            let lines = shown(&grid, width, height);
            let words = || lines.iter().flat_map(|line| line.split(' '));
            let told = |sign: char| words().find_map(|word| word.strip_prefix(sign)?.parse::<usize>().ok()).unwrap_or(0);
            let seen = lines.iter().filter(|line| line.starts_with("row ")).count();
            prop_assert_eq!(seen + told('R'), count);
            if count > 0 {
                let columns_seen = lines[0].matches('c').count();
                prop_assert_eq!(columns_seen + told('C'), columns);
                prop_assert!(lines.iter().all(|line| !line.starts_with("row ") || line.matches("12.5").count() == columns_seen));
            }
        }
    }
}
