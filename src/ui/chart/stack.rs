//! Small counts by level, an item a block, all rows on one scale.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::columns::{self, Columns, Window};
use super::packing::{Block, Counts, Packing};
use super::{ChartTable, Frame, Line, More, Plot};
use crate::model::Markers;
use crate::ui::theme::{Role, Theme};
use crate::ui::{draw, text};

/// A plot narrower than this says little.
const LEAST: u16 = 8;

/// One level of the legend.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Level {
    /// Its name.
    pub name: String,
    /// Its colour.
    pub role: Role,
}

/// The counts of one row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stack {
    /// What was counted.
    pub label: String,
    /// How many of each level, in the legend's order.
    pub parts: Vec<u32>,
    /// How many in all, as it is written.
    pub total: String,
}

/// Counts by level.
#[derive(Clone, Default)]
pub struct Stacks<'a> {
    /// Title, subtitle, source.
    pub frame: Frame<'a>,
    /// The levels.
    pub legend: &'a [Level],
    /// The counts, one row each.
    pub rows: &'a [Stack],
    /// Says how many rows did not fit; without it the last row says `+12`.
    pub more: Option<More<'a>>,
    /// The row that is selected; it stays in sight.
    pub selected: Option<usize>,
}

impl<'a> Stacks<'a> {
    /// The same figures as a table: the total, and the count of each level behind it.
    pub fn table(&self) -> ChartTable<'a> {
        let line = |row: &'a Stack| {
            let parts: Vec<String> =
                self.legend.iter().zip(&row.parts).map(|(level, count)| format!("{} {count}", level.name)).collect();
            Line { note: parts.join("  ").into(), ..Line::new(&row.label, &row.total) }
        };
        ChartTable {
            frame: self.frame,
            rows: self.rows.iter().map(line).collect(),
            left_out: 0,
            more: self.more,
            selected: self.selected,
        }
    }

    /// The levels by block and name, and what a block stands for if that is not one item.
    fn legend_words(&self, packing: Packing, theme: &Theme) -> Vec<(String, Style)> {
        let mut words: Vec<(String, Style)> = Vec::new();
        for (level, block) in self.legend.iter().zip(Block::of(self.legend, theme)) {
            let gap = if words.is_empty() { "" } else { "  " };
            words.push((format!("{gap}{}", block.symbol), block.style));
            words.push((format!(" {}", level.name), theme.style(Role::Muted)));
        }
        if let Packing::Many(items) = packing {
            let any = match theme.markers() {
                Markers::Braille => "▪".to_owned(),
                // There is no neutral block in these: all that there are, each of them.
                Markers::Block => "▆".to_owned(),
                Markers::Ascii => Block::of(self.legend, theme).iter().map(|block| block.symbol).collect(),
            };
            words.push((format!("  {any} = {items}"), theme.style(Role::Faint)));
        }
        words
    }

    /// The levels over the blocks (or, if they need more room, from the left edge), and their initials over the counts.
    fn draw_legend(
        &self,
        row: Rect,
        columns: Columns,
        counts: &Counts,
        packing: Packing,
        buf: &mut Buffer,
        theme: &Theme,
    ) {
        let words = self.legend_words(packing, theme);
        let spans: Vec<(&str, Style)> = words.iter().map(|(words, style)| (&**words, *style)).collect();
        let needs = cells_of(&words);
        let end = counts.end(columns.figure_end).saturating_sub(counts.width());
        let start = if columns.plot.saturating_add(needs) <= end { columns.plot } else { row.x };
        draw::put_spans(buf, start, row.y, end.saturating_sub(start), &spans);
        for (level, right) in self.legend.iter().zip(counts.ends(columns.figure_end)) {
            draw::put_right(buf, right, row.y, u16::MAX, level.initial(), theme.style(level.role));
        }
    }
}

impl Plot for Stacks<'_> {
    fn height(&self, _width: u16) -> u16 {
        self.frame.height().saturating_add(1).saturating_add(columns::natural(self.rows.len()))
    }

    fn draw(&self, area: Rect, buf: &mut Buffer, theme: &Theme) {
        let area = area.intersection(buf.area);
        let sight = columns::in_sight(self.rows, area.height, self.selected);
        let counts = Counts::of(self.legend, sight);
        let label = columns::widest(sight, |row| &row.label);
        let columns = Columns::shared(area, label, counts.whole(), LEAST);
        let columns = columns.filter(|_| area.height > 1 && !self.rows.is_empty());
        let packing = columns.and_then(|columns| Packing::of(self.rows, self.legend.len(), columns.plot_width));
        // A legend that is cut leaves blocks unexplained.
        let told = |packing: &Packing| {
            let room = area.width.saturating_sub(counts.whole().saturating_add(columns::GAP));
            cells_of(&self.legend_words(*packing, theme)) <= room
        };
        let (Some(columns), Some(packing)) = (columns, packing.filter(told)) else {
            return self.table().draw(area, buf, theme);
        };
        let rows = columns::count(self.rows.len());
        let (body, step) = columns::spread(self.rows.len(), area.height.saturating_sub(self.frame.height() + 1));
        let inner = self.frame.draw(area, body.saturating_add(1), body.saturating_add(1), buf, theme);
        // Without its legend a stack says nothing: there is room for it and for two rows, or a table.
        if inner.height < 3 && inner.height <= rows {
            return self.table().draw_body(inner, false, buf, theme);
        }
        self.draw_legend(inner, columns, &counts, packing, buf, theme);
        let inner = Rect { y: inner.y + 1, height: inner.height - 1, ..inner };
        let window = Window::of(self.rows.len(), 0, if step > 1 { rows } else { inner.height }, self.selected);
        let blocks = Block::of(self.legend, theme);
        for ((at, stack), y) in window.rows(self.rows).zip((inner.y..inner.bottom()).step_by(step)) {
            let row = Rect { y, height: 1, ..inner };
            columns.write(buf, row, (&stack.label, &stack.total), Role::Strong, theme);
            packing.draw(&blocks, &stack.parts, columns.plot, y, buf);
            counts.draw(self.legend, &stack.parts, columns.figure_end, y, buf, theme);
            if self.selected == Some(at) {
                columns::select(buf, row, columns.label, theme);
            }
        }
        window.draw_more(inner, self.more, buf, theme);
    }

    fn twin(&self, _width: u16) -> Box<dyn Plot + '_> {
        Box::new(self.table())
    }
}

/// The cells that the words take behind each other.
fn cells_of(words: &[(String, Style)]) -> u16 {
    words.iter().fold(0, |sum: u16, (words, _)| sum.saturating_add(text::cells(words)))
}

impl Level {
    /// What stands over the counts of the level: the first character of its name.
    pub(super) fn initial(&self) -> &str {
        let end = self.name.char_indices().nth(1).map_or(self.name.len(), |(end, _)| end);
        self.name.get(..end).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{ColourDepth, ThemeName};
    use crate::ui::chart::testing;
    use proptest::prelude::*;

    fn stack(label: &str, parts: &[u32], total: &str) -> Stack {
        Stack { label: label.to_owned(), parts: parts.to_vec(), total: total.to_owned() }
    }

    const FRAME: Frame<'static> =
        Frame { title: "荣誉", subtitle: "项 · 按级别", source: "来源:工作报告" };

    fn levels() -> [Level; 3] {
        let level = |name: &str, hue| Level { name: name.to_owned(), role: Role::Hue(hue) };
        [level("国家级", 0), level("省级", 2), level("市级", 1)]
    }

    fn honours(factor: u32) -> Vec<Stack> {
        vec![
            stack("发展领航", &[5 * factor, 2, 8], "15 项"),
            stack("治理强基", &[6, 0, 1], "7 项"),
            stack("政治铸魂", &[0, 0, 3], "3 项"),
        ]
    }

    fn shown(rows: &[Stack], width: u16, height: u16) -> Vec<String> {
        let stacks = Stacks { frame: FRAME, legend: &levels(), rows, ..Stacks::default() };
        testing::lines(width, height, |area, buf, theme| stacks.draw(area, buf, theme))
    }

    #[test]
    fn without_colours_levels_differ_in_their_fill() {
        let rows = honours(1);
        let stacks = Stacks { legend: &levels(), rows: &rows, ..Stacks::default() };
        let plain = Theme::new(ThemeName::Dark, ColourDepth::None);
        let lines = testing::lines(60, 4, |area, buf, _| stacks.draw(area, buf, &plain));
        assert_eq!(
            lines,
            [
                "          █ 国家级  ▓ 省级  ░ 市级         国  省  市",
                "发展领航  █ █ █ █ █ ▓ ▓ ░ ░ ░ ░ ░ ░ ░ ░     5   2   8  15 项",
                "治理强基  █ █ █ █ █ █ ░                     6   0   1   7 项",
                "政治铸魂  ░ ░ ░                             0   0   3   3 项"
            ]
        );
    }

    #[test]
    fn an_item_is_a_block_of_its_own_where_that_fits() {
        assert_eq!(
            shown(&honours(1), 78, 6),
            [
                "荣誉  项 · 按级别 ────────────────────────────────────────────────────────────",
                "          ▆ 国家级  ▆ 省级  ▆ 市级                           国  省  市",
                "发展领航  ▆▆ ▆▆ ▆▆ ▆▆ ▆▆ ▆▆ ▆▆ ▆▆ ▆▆ ▆▆ ▆▆ ▆▆ ▆▆ ▆▆ ▆▆        5   2   8  15 项",
                "治理强基  ▆▆ ▆▆ ▆▆ ▆▆ ▆▆ ▆▆ ▆▆                                6   0   1   7 项",
                "政治铸魂  ▆▆ ▆▆ ▆▆                                            0   0   3   3 项",
                "来源:工作报告"
            ]
        );
        assert_eq!(
            shown(&honours(1), 60, 6),
            [
                "荣誉  项 · 按级别 ──────────────────────────────────────────",
                "          ▆ 国家级  ▆ 省级  ▆ 市级         国  省  市",
                "发展领航  ▆ ▆ ▆ ▆ ▆ ▆ ▆ ▆ ▆ ▆ ▆ ▆ ▆ ▆ ▆     5   2   8  15 项",
                "治理强基  ▆ ▆ ▆ ▆ ▆ ▆ ▆                     6   0   1   7 项",
                "政治铸魂  ▆ ▆ ▆                             0   0   3   3 项",
                "来源:工作报告"
            ]
        );
        assert_eq!(
            shown(&honours(1), 46, 6),
            [
                "荣誉  项 · 按级别 ────────────────────────────",
                "▆ 国家级  ▆ 省级  ▆ 市级     国  省  市",
                "发展领航  ▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆     5   2   8  15 项",
                "治理强基  ▆▆▆▆▆▆▆             6   0   1   7 项",
                "政治铸魂  ▆▆▆                 0   0   3   3 项",
                "来源:工作报告"
            ]
        );
    }

    #[test]
    fn many_items_share_a_block_and_that_is_said() {
        assert_eq!(
            shown(&honours(20), 60, 6),
            [
                "荣誉  项 · 按级别 ──────────────────────────────────────────",
                "▆ 国家级  ▆ 省级  ▆ 市级  ▪ = 5            国  省  市",
                "发展领航  ▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆▆         100   2   8  15 项",
                "治理强基  ▆▆▆                               6   0   1   7 项",
                "政治铸魂  ▆                                 0   0   3   3 项",
                "来源:工作报告"
            ]
        );
    }

    #[test]
    fn levels_are_typed_as_different_letters() {
        let rows = honours(20);
        let stacks = Stacks { legend: &levels(), rows: &rows, ..Stacks::default() };
        let lines = testing::lines_in(Markers::Ascii, 60, 4, |area, buf, theme| stacks.draw(area, buf, theme));
        assert_eq!(
            lines,
            [
                "# 国家级  o 省级  + 市级  #o+ = 5          国  省  市",
                "发展领航  ####################o++         100   2   8  15 项",
                "治理强基  ##+                               6   0   1   7 项",
                "政治铸魂  +                                 0   0   3   3 项"
            ]
        );
    }

    #[test]
    fn without_room_there_is_a_table_or_a_line() {
        assert_eq!(
            shown(&honours(1), 28, 5),
            [
                "荣誉  项 · 按级别 ──────────",
                "发展领航  15 项  …",
                "治理强基   7 项  …",
                "政治铸魂   3 项  …",
                "来源:工作报告"
            ]
        );
        assert_eq!(
            shown(&honours(1), 60, 2),
            [
                "荣誉  项 · 按级别 ──────────────────────────────────────────",
                "发展领航 15 项  治理强基 7 项  政治铸魂 3 项"
            ]
        );
    }

    proptest! {
        #[test]
        fn nothing_is_drawn_outside_and_the_twin_agrees(
            rows in prop::collection::vec((testing::words(), prop::collection::vec(prop_oneof![0u32..9, any::<u32>()], 0..5), testing::words()), 0..9),
            selected in prop::option::of(0usize..12),
            area in testing::areas(),
        ) {
            let rows: Vec<Stack> = rows.into_iter().map(|(label, parts, total)| Stack { label, parts, total }).collect();
            let chart = Stacks { frame: FRAME, legend: &levels(), rows: &rows, more: None, selected };
            testing::check_bounds(area, |area, buf, theme| chart.draw(area, buf, theme))?;
            prop_assert!(chart.table().rows.iter().map(|row| &*row.figure).eq(chart.rows.iter().map(|row| &*row.total)));
        }
    }
}
