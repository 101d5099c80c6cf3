//! Ranks as places on a ladder, the first place at the left. A rank is no length: nothing grows from zero here.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::columns::{self, Window};
use super::track::Track;
use super::{ChartTable, Frame, Line, More, Plot, Rung};
use crate::ui::theme::{Role, Theme};
use crate::ui::{draw, text};

/// Rows that are worth more than the scale.
const FEW: u16 = 3;

/// What a label keeps of the width beside ticks and text, in hundredths; or all that it needs.
const LABEL: u32 = 45;

/// What a label keeps of itself, in hundredths, before the text beside it is cut shorter.
const READABLE: u32 = 60;

/// Ranks on one common scale.
#[derive(Clone, Default)]
pub struct Ladder<'a> {
    /// Title, subtitle, source.
    pub frame: Frame<'a>,
    /// The ranks, one a row.
    pub rungs: &'a [Rung],
    /// Rows that follow these and were not given; they are counted as not shown.
    pub left_out: usize,
    /// Says how many rows did not fit; without it the last row says `+12`.
    pub more: Option<More<'a>>,
    /// The row that is selected; it stays in sight.
    pub selected: Option<usize>,
}

/// Where the columns of a ladder stand, from the left: labels, ticks, text.
struct Layout {
    label: u16,
    track: Track,
    text: u16,
    text_width: u16,
}

impl<'a> Ladder<'a> {
    /// The same figures as a table of this width. The names come first: where both are long, a rank is told in fewer
    /// words.
    pub fn table(&self, width: u16) -> ChartTable<'a> {
        let line = |rung: &'a Rung| {
            let name = text::cells(&rung.label);
            let readable = name.min(columns::part(width, LABEL).max(columns::part(name, READABLE)));
            let room = |form: &&str| width.saturating_sub(text::cells(form).saturating_add(columns::GAP));
            let fits = |form: &&str| room(form) >= readable;
            let clear = |form: &&str| fits(form) && !self.is_mistaken(rung, room(form));
            let form = rung.forms().find(clear).or_else(|| rung.forms().find(fits));
            Line::new(&*rung.label, form.unwrap_or_else(|| rung.form(usize::MAX)))
        };
        ChartTable {
            frame: self.frame,
            rows: self.rungs.iter().map(line).collect(),
            left_out: self.left_out,
            more: self.more,
            selected: self.selected,
        }
    }

    /// Whether another label looks the same when it is cut to this width.
    fn is_mistaken(&self, rung: &Rung, width: u16) -> bool {
        let width = usize::from(width);
        let cut = text::fit(&rung.label, width);
        let looks_the_same = |other: &Rung| other.label != rung.label && text::fit(&other.label, width) == cut;
        cut != rung.label && self.rungs.iter().take(usize::from(columns::LONGEST)).any(looks_the_same)
    }

    /// The columns: with the ends of the ladders if there is room for them, else without, else with the first of the
    /// shorter texts, which still says everything about the place. `None` where that leaves no room for the ticks.
    fn layout(&self, area: Rect) -> Option<Layout> {
        let sight = columns::in_sight(self.rungs, area.height, self.selected);
        let names = columns::widest(sight, |rung| &rung.label);
        [(0, true), (0, false), (1, false)].into_iter().find_map(|(step, ends)| {
            let text_width = columns::widest(sight, |rung| rung.form(step));
            let gaps = u16::from(names > 0) * columns::GAP + u16::from(text_width > 0) * columns::GAP;
            let room = area.width.checked_sub(text_width.saturating_add(gaps))?;
            let least = Track::of(sight, 0, 0, ends).least();
            let label = names.min(room.checked_sub(least)?);
            let mistaken = |rung: &Rung| self.is_mistaken(rung, label);
            if label < names.min(columns::part(area.width, LABEL)) || sight.iter().any(mistaken) {
                return None;
            }
            let x = area.x.saturating_add(label).saturating_add(u16::from(names > 0) * columns::GAP);
            let track = Track::of(sight, x, room - label, ends);
            let text = track.end().saturating_add(columns::GAP);
            // The ends stand in the figures too: the ticks need the room more.
            (!ends || track.is_roomy()).then_some(Layout { label, track, text, text_width })
        })
    }
}

impl Plot for Ladder<'_> {
    fn height(&self, width: u16) -> u16 {
        let rows = columns::natural(self.rungs.len().saturating_add(self.left_out));
        let scale = u16::from(self.layout(Rect { width, height: rows, ..Rect::ZERO }).is_some());
        self.frame.height().saturating_add(scale).saturating_add(rows)
    }

    fn draw(&self, area: Rect, buf: &mut Buffer, theme: &Theme) {
        let area = area.intersection(buf.area);
        let Some(layout) = self.layout(area).filter(|_| area.height > 1) else {
            return self.table(area.width).draw(area, buf, theme);
        };
        let rows = columns::count(self.rungs.len());
        let mut inner = self.frame.draw(area, rows, rows.saturating_add(1), buf, theme);
        if inner.height < 2 && rows > 1 {
            return self.table(area.width).draw_body(inner, false, buf, theme);
        }
        // Every place shows its number, so that the scale can go before any row does.
        if inner.height > rows.min(FEW) && inner.height != rows {
            layout.track.draw_scale(inner.y, buf, theme);
            inner = Rect { y: inner.y + 1, height: inner.height - 1, ..inner };
        }
        let window = Window::of(self.rungs.len(), self.left_out, inner.height, self.selected);
        for ((at, rung), y) in window.rows(self.rungs).zip(inner.y..) {
            draw::put(buf, inner.x, y, layout.label, &rung.label, theme.style(Role::Text));
            layout.track.draw_rung(rung, y, buf, theme);
            let words = rung.fitting(layout.text_width);
            draw::put(buf, layout.text, y, layout.text_width, words, theme.style(Role::Strong));
            if self.selected == Some(at) {
                columns::select(buf, Rect { y, height: 1, ..inner }, layout.label, theme);
            }
        }
        window.draw_more(inner, self.more, buf, theme);
    }

    fn twin(&self, width: u16) -> Box<dyn Plot + '_> {
        Box::new(self.table(width))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::chart::testing;
    use proptest::prelude::*;

    fn rung(label: &str, position: u32, of: Option<u32>, at_most: bool, text: &str) -> Rung {
        let (label, text, position) = (label.to_owned(), text.to_owned(), Some(position));
        Rung { label, position, of, at_most, text, short: Vec::new(), role: Role::Hue(2) }
    }

    const FRAME: Frame<'static> =
        Frame { title: "全国排名", subtitle: "第1位在左", source: "来源:工作报告" };

    fn ladder() -> Vec<Rung> {
        vec![
            rung("新型PCB产业", 1, None, false, "全国第1"),
            rung("产业百强区", 2, Some(100), false, "全国第2 / 100"),
            rung("综合竞争力", 4, None, true, "全国前4"),
            rung("工业化五百强", 5, Some(500), false, "全国第5 / 500"),
        ]
    }

    fn shown(rungs: &[Rung], width: u16, height: u16) -> Vec<String> {
        let ladder = Ladder { frame: FRAME, rungs, ..Ladder::default() };
        testing::lines(width, height, |area, buf, theme| ladder.draw(area, buf, theme))
    }

    /// Ranks with long names and long texts, as they are in English.
    fn english() -> Vec<Rung> {
        let rung = |label, position, text: &str| Rung {
            short: vec![text.replace(", 4 years running", ""), format!("No. {position}")],
            ..rung(label, position, None, false, text)
        };
        vec![
            rung("Special funds drawn", 1, "No. 1 citywide, 4 years running"),
            rung("Special bonds issued", 1, "No. 1 citywide"),
            rung("Special treasury projects", 2, "No. 2 of 500 nationwide"),
        ]
    }

    #[test]
    fn names_can_be_read_in_any_column() {
        assert_eq!(
            shown(&english(), 60, 5),
            [
                "全国排名  第1位在左 ────────────────────────────────────────",
                "                           1   5",
                "Special funds drawn        1∙∙∙∙  No. 1 citywide",
                "Special bonds issued       1∙∙∙∙  No. 1 citywide",
                "Special treasury projects  ∙2∙∙∙  No. 2 of 500 nationwide"
            ]
        );
        assert_eq!(
            shown(&english(), 54, 5),
            [
                "全国排名  第1位在左 ──────────────────────────────────",
                "Special funds drawn    No. 1 citywide, 4 years running",
                "Special bonds issued                    No. 1 citywide",
                "Special treasury projects      No. 2 of 500 nationwide",
                "来源:工作报告"
            ]
        );
        assert_eq!(
            shown(&english(), 40, 5),
            [
                "全国排名  第1位在左 ────────────────────",
                "Special funds drawn       No. 1 citywide",
                "Special bonds issued      No. 1 citywide",
                "Special treasury projects          No. 2",
                "来源:工作报告"
            ]
        );
        assert_eq!(
            shown(&english(), 24, 5),
            [
                "全国排名  第1位在左 ────",
                "Special funds dr…  No. 1",
                "Special bonds is…  No. 1",
                "Special treasury…  No. 2",
                "来源:工作报告"
            ]
        );
    }

    #[test]
    fn names_that_begin_alike_are_told_apart() {
        let rung = |label| Rung { short: vec!["No. 1".to_owned()], ..rung(label, 1, None, false, "No. 1 citywide") };
        let rungs = [rung("Specialised and innovative SMEs, total"), rung("Specialised and innovative SMEs, new")];
        assert_eq!(
            shown(&rungs, 44, 3),
            [
                "全国排名  第1位在左 ────────────────────────",
                "Specialised and innovative SMEs, tot…  No. 1",
                "Specialised and innovative SMEs, new   No. 1"
            ]
        );
        assert_eq!(
            shown(&rungs, 66, 3),
            [
                "全国排名  第1位在左 ──────────────────────────────────────────────",
                "Specialised and innovative SMEs, total   1 ∙ ∙ ∙ ∙  No. 1 citywide",
                "Specialised and innovative SMEs, new     1 ∙ ∙ ∙ ∙  No. 1 citywide"
            ]
        );
    }

    #[test]
    fn a_place_that_is_none_is_told_and_not_drawn() {
        let rungs =
            vec![Rung { position: None, ..rung("怪", 1, None, false, "第1.5") }, rung("好", 2, None, false, "第2")];
        assert_eq!(
            shown(&rungs, 40, 3),
            [
                "全国排名  第1位在左 ────────────────────",
                "怪    ∙    ∙    ∙    ∙    ∙    第1.5",
                "好    ∙    2    ∙    ∙    ∙    第2"
            ]
        );
    }

    #[test]
    fn a_long_ladder_asks_for_what_can_be_read() {
        let rungs = vec![rung("甲", 1, None, false, "第1"); 10_000];
        let ladder = Ladder { rungs: &rungs, ..Ladder::default() };
        assert_eq!(ladder.height(60), columns::LONGEST + 1);
        assert_eq!(ladder.table(60).height(60), columns::LONGEST);
        let lines = testing::lines(60, 41, |area, buf, theme| ladder.draw(area, buf, theme));
        assert_eq!(lines.last().map(String::as_str), Some("+9961"));
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
                "新型PCB产业         全国第1",
                "产业百强区    全国第2 / 100",
                "综合竞争力          全国前4",
                "工业化五百强  全国第5 / 500",
                "来源:工作报告"
            ]
        );
        assert_eq!(
            shown(&ladder(), 24, 7),
            [
                "全国排名  第1位在左 ────",
                "新型PCB产业      全国第1",
                "产业百强…  全国第2 / 100",
                "综合竞争力       全国前4",
                "工业化五…  全国第5 / 500",
                "来源:工作报告"
            ]
        );
    }

    #[test]
    fn places_beyond_the_tenth_stand_in_the_tail() {
        let mut deep = ladder();
        deep.push(rung("营商环境", 370, Some(500), false, "全国第370 / 500"));
        deep.push(rung("夜经济", 300, None, true, "全国300强"));
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
                "新型PCB产业    1    ∙    ∙    ∙    ∙           全国第1",
                "+3"
            ]
        );
    }

    proptest! {
        #[test]
        fn nothing_is_drawn_outside_and_the_twin_agrees(
            rows in prop::collection::vec((testing::words(), prop::option::of(prop_oneof![0u32..12, any::<u32>()]), prop::option::of(prop_oneof![0u32..600, any::<u32>()]), any::<bool>(), testing::words(), prop::collection::vec(testing::words(), 0..3)), 0..9),
            selected in prop::option::of(0usize..12),
            area in testing::areas(),
        ) {
            let row = |(label, position, of, at_most, text, short)| Rung { label, position, of, at_most, text, short, role: Role::Good };
            let rungs: Vec<Rung> = rows.into_iter().map(row).collect();
            let chart = Ladder { frame: FRAME, rungs: &rungs, selected, ..Ladder::default() };
            testing::check_bounds(area, |area, buf, theme| chart.draw(area, buf, theme))?;
            prop_assert!(chart.table(u16::MAX).rows.iter().map(|row| &*row.figure).eq(chart.rungs.iter().map(|rung| &*rung.text)));
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
