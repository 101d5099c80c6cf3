//! Ranks as places on a ladder, the first place at the left. A rank is no length: nothing grows from zero here.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::columns::{self, Columns, Window};
use super::track::Track;
use super::{ChartTable, Frame, Line, More};
use crate::ui::draw;
use crate::ui::theme::{Role, Theme};

/// Rows that are worth more than the scale.
const FEW: u16 = 3;

/// One rank.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rung {
    /// What was ranked.
    pub label: String,
    /// The place, 1 being the best.
    pub position: u32,
    /// How many were compared.
    pub of: Option<u32>,
    /// That the source says "among the top": this place or a better one.
    pub at_most: bool,
    /// The rank as it is written: `全国第2 / 100`.
    pub text: String,
    /// The colour of the place.
    pub role: Role,
}

/// Ranks on one common scale.
#[derive(Clone, Default)]
pub struct Ladder<'a> {
    /// Title, subtitle, source.
    pub frame: Frame<'a>,
    /// The ranks, one a row.
    pub rungs: Vec<Rung>,
    /// Says how many rows did not fit; without it the last row says `+12`.
    pub more: Option<More<'a>>,
    /// The row that is selected; it stays in sight.
    pub selected: Option<usize>,
}

impl<'a> Ladder<'a> {
    /// The rows that the chart takes with everything in it: the scale, and a row a rank.
    pub fn height(&self, _width: u16) -> u16 {
        self.frame.height().saturating_add(1).saturating_add(columns::count(self.rungs.len()))
    }

    /// The same figures as a table.
    pub fn twin(&self) -> ChartTable<'a> {
        let line = |rung: &Rung| Line {
            label: rung.label.clone(),
            figure: rung.text.clone(),
            note: String::new(),
            role: Role::Strong,
        };
        ChartTable {
            frame: self.frame,
            rows: self.rungs.iter().map(line).collect(),
            more: self.more,
            selected: self.selected,
        }
    }

    /// Draws the chart into an area of any size.
    pub fn draw(&self, area: Rect, buf: &mut Buffer, theme: &Theme) {
        let area = area.intersection(buf.area);
        let Some((columns, track)) = self.layout(area).filter(|_| area.height > 1) else {
            return self.twin().draw(area, buf, theme);
        };
        let rows = columns::count(self.rungs.len());
        let mut inner = self.frame.draw(area, rows, rows.saturating_add(1), buf, theme);
        if inner.height < 2 && rows > 1 {
            return self.twin().draw_body(inner, false, buf, theme);
        }
        // Every place shows its number, so that the scale can go before any row does.
        if inner.height > rows.min(FEW) && inner.height != rows {
            track.draw_scale(inner.y, buf, theme);
            inner = Rect { y: inner.y + 1, height: inner.height - 1, ..inner };
        }
        let window = Window::of(self.rungs.len(), inner.height, self.selected);
        for ((at, rung), y) in window.rows(&self.rungs).zip(inner.y..) {
            let row = Rect { y, height: 1, ..inner };
            draw::put(buf, row.x, y, columns.label, &rung.label, theme.style(Role::Text));
            track.draw_rung(rung, y, buf, theme);
            draw::put(buf, track.end() + columns::GAP, y, columns.figure, &rung.text, theme.style(Role::Strong));
            if self.selected == Some(at) {
                columns::select(buf, row, columns.label, theme);
            }
        }
        window.draw_more(inner, self.more, buf, theme);
    }

    /// The columns, and the track in the place of the plot: with the ends of the ladders if there is room for them.
    fn layout(&self, area: Rect) -> Option<(Columns, Track)> {
        let words = || self.rungs.iter().map(|rung| (&*rung.label, &*rung.text, ""));
        [true, false].into_iter().find_map(|ends| {
            let least = Track::of(&self.rungs, 0, 0, ends).least();
            let columns = Columns::of(area, words(), least)?;
            let track = Track::of(&self.rungs, columns.plot, columns.plot_width, ends);
            // The ends stand in the figures too: the ticks need the room more.
            (!ends || track.is_roomy()).then_some((columns, track))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::chart::testing;
    use proptest::prelude::*;

    fn rung(label: &str, position: u32, of: Option<u32>, at_most: bool, text: &str) -> Rung {
        Rung { label: label.to_owned(), position, of, at_most, text: text.to_owned(), role: Role::Hue(2) }
    }

    fn ladder() -> Ladder<'static> {
        Ladder {
            frame: Frame { title: "全国排名", subtitle: "第1位在左", source: "来源:工作报告" },
            rungs: vec![
                rung("新型PCB产业", 1, None, false, "全国第1"),
                rung("产业百强区", 2, Some(100), false, "全国第2 / 100"),
                rung("综合竞争力", 4, None, true, "全国前4"),
                rung("工业化五百强", 5, Some(500), false, "全国第5 / 500"),
            ],
            more: None,
            selected: None,
        }
    }

    fn shown(ladder: &Ladder, width: u16, height: u16) -> Vec<String> {
        testing::lines(width, height, |area, buf, theme| ladder.draw(area, buf, theme))
    }

    #[test]
    fn a_rank_is_a_place_and_not_a_length() {
        assert_eq!(
            shown(&ladder(), 70, 7),
            [
                "全国排名  第1位在左 ──────────────────────────────────────────────────",
                "                 1     2     3     4     5",
                "新型PCB产业      1     ∙     ∙     ∙     ∙           全国第1",
                "产业百强区       ∙     2     ∙     ∙     ∙   … 100   全国第2 / 100",
                "综合竞争力       ├─────────────────┤     ∙           全国前4",
                "工业化五百强     ∙     ∙     ∙     ∙     5   … 500   全国第5 / 500",
                "来源:工作报告"
            ]
        );
        assert_eq!(
            shown(&ladder(), 36, 7),
            [
                "全国排名  第1位在左 ────────────────",
                "              1   5",
                "新型PCB产业   1∙∙∙∙  全国第1",
                "产业百强区    ∙2∙∙∙  全国第2 / 100",
                "综合竞争力    ├──┤∙  全国前4",
                "工业化五百强  ∙∙∙∙5  全国第5 / 500",
                "来源:工作报告"
            ]
        );
        assert_eq!(
            shown(&ladder(), 30, 7),
            [
                "全国排名  第1位在左 ──────────",
                "          1   5",
                "新型PCB…  1∙∙∙∙  全国第1",
                "产业百…   ∙2∙∙∙  全国第2 / 100",
                "综合竞…   ├──┤∙  全国前4",
                "工业化…   ∙∙∙∙5  全国第5 / 500",
                "来源:工作报告"
            ]
        );
        assert_eq!(
            shown(&ladder(), 24, 7),
            [
                "全国排名  第1位在左 ────",
                "新型PCB…         全国第1",
                "产业百强…  全国第2 / 100",
                "综合竞争…        全国前4",
                "工业化五…  全国第5 / 500",
                "来源:工作报告"
            ]
        );
    }

    #[test]
    fn places_beyond_the_tenth_stand_in_the_tail() {
        let mut deep = ladder();
        deep.rungs.push(rung("营商环境", 370, Some(500), false, "全国第370 / 500"));
        deep.rungs.push(rung("夜经济", 300, None, true, "全国300强"));
        assert_eq!(
            shown(&deep, 90, 9),
            [
                "全国排名  第1位在左 ──────────────────────────────────────────────────────────────────────",
                "                1   2   3   4   5   6   7   8   9   10 …              500",
                "新型PCB产业     1   ∙   ∙   ∙   ∙   ∙   ∙   ∙   ∙   ∙                      全国第1",
                "产业百强区      ∙   2   ∙   ∙   ∙   ∙   ∙   ∙   ∙   ∙       ∙              全国第2 / 100",
                "综合竞争力      ├───────────┤   ∙   ∙   ∙   ∙   ∙   ∙                      全国前4",
                "工业化五百强    ∙   ∙   ∙   ∙   5   ∙   ∙   ∙   ∙   ∙                 ∙    全国第5 / 500",
                "营商环境        ∙   ∙   ∙   ∙   ∙   ∙   ∙   ∙   ∙   ∙            370  ∙    全国第370 / 500",
                "夜经济          ├────────────────────────────────────────────────┤         全国300强",
                "来源:工作报告"
            ]
        );
    }

    #[test]
    fn rows_are_worth_more_than_source_and_scale() {
        assert_eq!(
            shown(&ladder(), 60, 6),
            [
                "全国排名  第1位在左 ────────────────────────────────────────",
                "                1   2   3   4   5",
                "新型PCB产业     1   ∙   ∙   ∙   ∙          全国第1",
                "产业百强区      ∙   2   ∙   ∙   ∙  … 100   全国第2 / 100",
                "综合竞争力      ├───────────┤   ∙          全国前4",
                "工业化五百强    ∙   ∙   ∙   ∙   5  … 500   全国第5 / 500"
            ]
        );
        assert_eq!(
            shown(&ladder(), 60, 5),
            [
                "全国排名  第1位在左 ────────────────────────────────────────",
                "新型PCB产业     1   ∙   ∙   ∙   ∙          全国第1",
                "产业百强区      ∙   2   ∙   ∙   ∙  … 100   全国第2 / 100",
                "综合竞争力      ├───────────┤   ∙          全国前4",
                "工业化五百强    ∙   ∙   ∙   ∙   5  … 500   全国第5 / 500"
            ]
        );
        assert_eq!(
            shown(&ladder(), 60, 3),
            [
                "全国排名  第1位在左 ────────────────────────────────────────",
                "新型PCB产业     1   ∙   ∙   ∙   ∙          全国第1",
                "+3"
            ]
        );
    }

    proptest! {
        #[test]
        fn nothing_is_drawn_outside_and_the_twin_agrees(
            rows in prop::collection::vec((testing::words(), prop_oneof![0u32..12, any::<u32>()], prop::option::of(prop_oneof![0u32..600, any::<u32>()]), any::<bool>(), testing::words()), 0..9),
            selected in prop::option::of(0usize..12),
            area in testing::areas(),
        ) {
            let row = |(label, position, of, at_most, text)| Rung { label, position, of, at_most, text, role: Role::Good };
            let rungs: Vec<Rung> = rows.into_iter().map(row).collect();
            let chart = Ladder { frame: ladder().frame, rungs, more: None, selected };
            testing::check_bounds(area, |area, buf, theme| chart.draw(area, buf, theme))?;
            prop_assert!(chart.twin().rows.iter().map(|row| &row.figure).eq(chart.rungs.iter().map(|rung| &rung.text)));
        }

        #[test]
        fn a_better_place_never_stands_to_the_right(positions in prop::collection::vec(1u32..700, 2..6), width in 20u16..120) {
            let rungs: Vec<Rung> = positions.iter().map(|at| rung("", *at, Some(700), false, "")).collect();
            let track = Track::of(&rungs, 3, width, true);
            let mut sorted = positions;
            sorted.sort_unstable();
            for pair in sorted.windows(2) {
                prop_assert!(track.column(pair[0]) <= track.column(pair[1]));
                prop_assert!(track.column(pair[1]) < track.end());
            }
        }
    }
}
