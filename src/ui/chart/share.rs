//! Shares of a whole: every row's track is the whole 100 %.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Modifier;

use super::columns::{self, Columns, Window};
use super::scale::{self, Length, Weight};
use super::{ChartTable, Frame, Line, Mark, More, Plot};
use crate::domain::Decimal;
use crate::model::Markers;
use crate::ui::draw;
use crate::ui::theme::{Role, Theme};

/// A track shorter than this says little.
const LEAST: u16 = 8;

/// Rows that are worth more than the scale.
const FEW: u16 = 3;

/// One share.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Share {
    /// Share of what.
    pub label: String,
    /// The exact part of 1; none where there is none, which draws no bar and not an empty one.
    pub fraction: Option<Decimal>,
    /// The figure as it is written: `超77%`.
    pub figure: String,
    /// How the source qualifies the value.
    pub mark: Mark,
    /// The colour of the part.
    pub role: Role,
}

/// Shares on one common axis from 0 to 100 %.
#[derive(Clone, Default)]
pub struct Shares<'a> {
    /// Title, subtitle, source.
    pub frame: Frame<'a>,
    /// The shares, one a row.
    pub rows: &'a [Share],
    /// Rows that follow these and were not given; they are counted as not shown.
    pub left_out: usize,
    /// Says how many rows did not fit; without it the last row says `+12`.
    pub more: Option<More<'a>>,
    /// The row that is selected; it stays in sight.
    pub selected: Option<usize>,
}

impl<'a> Shares<'a> {
    /// The same figures as a table.
    pub fn table(&self) -> ChartTable<'a> {
        let line = |share: &'a Share| {
            let role = if share.fraction.is_some() { Role::Strong } else { Role::Unknown };
            Line { role, ..Line::new(&share.label, &share.figure) }
        };
        ChartTable {
            frame: self.frame,
            rows: self.rows.iter().map(line).collect(),
            left_out: self.left_out,
            more: self.more,
            selected: self.selected,
        }
    }
}

impl Plot for Shares<'_> {
    fn height(&self, _width: u16) -> u16 {
        let rows = columns::natural(self.rows.len().saturating_add(self.left_out));
        self.frame.height().saturating_add(1).saturating_add(rows)
    }

    fn draw(&self, area: Rect, buf: &mut Buffer, theme: &Theme) {
        let area = area.intersection(buf.area);
        let sight = columns::in_sight(self.rows, area.height, self.selected);
        let words = sight.iter().map(|share| (&*share.label, &*share.figure));
        let Some(columns) = Columns::of(area, words, LEAST).filter(|_| area.height > 1) else {
            return self.table().draw(area, buf, theme);
        };
        let rows = columns::count(self.rows.len());
        let (body, step) = columns::spread(self.rows.len(), area.height.saturating_sub(self.frame.height() + 1));
        let mut inner = self.frame.draw(area, rows, body.saturating_add(1), buf, theme);
        if inner.height < 2 && rows > 1 {
            return self.table().draw_body(inner, false, buf, theme);
        }
        // The scale goes before any row does.
        if inner.height > rows.min(FEW) && inner.height != rows {
            inner.height -= 1;
            let below = inner.bottom().min(inner.y.saturating_add(body));
            draw_scale(Rect { x: columns.plot, y: below, width: columns.plot_width, height: 1 }, buf, theme);
        }
        let room = if step > 1 { rows } else { inner.height };
        let window = Window::of(self.rows.len(), self.left_out, room, self.selected);
        for ((at, share), y) in window.rows(self.rows).zip((inner.y..inner.bottom()).step_by(step)) {
            let row = Rect { y, height: 1, ..inner };
            let role = if share.fraction.is_some() { Role::Strong } else { Role::Unknown };
            columns.write(buf, row, (&share.label, &share.figure), role, theme);
            let track = Rect { x: columns.plot, y, width: columns.plot_width, height: 1 };
            draw_share(share, Weight::at(step, theme.markers()), track, row.right(), buf, theme);
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

/// The track is the whole; the bar on it is the part. The mark stands behind the bar: inside the track, over the bar's
/// end where the bar takes all of it, and only for more than the whole behind the track, before column `end`.
fn draw_share(share: &Share, weight: Weight, track: Rect, end: u16, buf: &mut Buffer, theme: &Theme) {
    // An empty track is a share of nothing; a missing share has no track.
    let Some(fraction) = share.fraction else { return };
    let ground = if theme.markers() == Markers::Ascii { "." } else { "▁" };
    for x in track.left()..track.right() {
        if let Some(cell) = buf.cell_mut((x, track.y)) {
            cell.set_symbol(ground).set_style(theme.style(Role::Rule));
        }
    }
    if fraction <= Decimal::ZERO {
        return;
    }
    let style = theme.style(share.role);
    let full = u32::from(track.width) * scale::EIGHTHS;
    let nearest = scale::eighths(fraction.min(Decimal::ONE), Decimal::ONE, track.width);
    // Short of the whole looks short of it, however little is missing.
    let length = if fraction < Decimal::ONE { nearest.min(full.saturating_sub(weight.finest())) } else { nearest };
    weight.draw(buf, (track.x, track.y), Length { eighths: length, ..Length::default() }, style);
    // More than the whole runs on behind the end of the track.
    let mark = if fraction > Decimal::ONE { Mark::Over } else { share.mark };
    let sign = mark.sign(false, theme.markers());
    let behind = track.x.saturating_add(weight.touched(length));
    if fraction <= Decimal::ONE && behind >= track.right() {
        let last = track.right().saturating_sub(1);
        draw::put(buf, last, track.y, 1, sign, style.add_modifier(Modifier::REVERSED));
    } else {
        draw::put(buf, behind, track.y, end.saturating_sub(behind).min(1), sign, style);
    }
}

/// 0, half and the whole, under the track.
fn draw_scale(row: Rect, buf: &mut Buffer, theme: &Theme) {
    let style = theme.style(Role::Faint);
    draw::put(buf, row.x, row.y, 2, "0%", style);
    draw::put_right(buf, row.right(), row.y, 4, "100%", style);
    if row.width >= 16 {
        draw::put(buf, row.x + row.width / 2 - 1, row.y, 3, "50%", style);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::chart::testing;
    use crate::ui::text;
    use proptest::prelude::*;

    fn share(label: &str, fraction: &str, figure: &str, mark: Mark) -> Share {
        let (label, figure) = (label.to_owned(), figure.to_owned());
        Share { label, fraction: fraction.parse().ok(), figure, mark, role: Role::Hue(4) }
    }

    const FRAME: Frame<'static> = Frame { title: "占比", subtitle: "%", source: "来源:工作报告" };

    fn shown(width: u16, height: u16) -> Vec<String> {
        let rows = [
            share("服务群众面积", "0.77", "超77%", Mark::Over),
            share("国土面积", "0.2", "约20%", Mark::About),
            share("整治规模", "2", "200%", Mark::None),
            share("新党员", "", "暂无数据", Mark::None),
        ];
        let shares = Shares { frame: FRAME, rows: &rows, ..Shares::default() };
        testing::lines(width, height, |area, buf, theme| shares.draw(area, buf, theme))
    }

    #[test]
    fn only_more_than_the_whole_stands_behind_the_track() {
        for fraction in ["0.98", "0.985", "0.999", "1"] {
            let rows = [share("新党员", fraction, "超98%", Mark::Over), share("全部", "1", "100%", Mark::None)];
            let chart = Shares { rows: &rows, ..Shares::default() };
            for (width, height) in [(32, 3), (40, 3), (40, 4), (99, 4)] {
                let lines = testing::lines(width, height, |area, buf, theme| chart.draw(area, buf, theme));
                let whole = text::width(lines[height as usize - 1].as_str());
                let marked = lines[0].split('▸').next().map(text::width);
                assert!(marked.is_some_and(|at| at < whole), "{fraction} {lines:?}");
            }
        }
    }

    #[test]
    fn a_share_alone_is_drawn_like_shares_that_touch() {
        let rows = [share("新党员", "0.5", "50%", Mark::None)];
        let chart = Shares { rows: &rows, ..Shares::default() };
        let lines = testing::lines(40, chart.height(60), |area, buf, theme| chart.draw(area, buf, theme));
        assert!(lines[0].contains('▄'), "{lines:?}");
    }

    #[test]
    fn every_track_is_the_whole() {
        assert_eq!(
            shown(50, 7),
            [
                "占比  % ──────────────────────────────────────────",
                "服务群众面积  ▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▸▁▁▁▁▁     超77%",
                "国土面积      ▄▄▄▄▄▖~▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁     约20%",
                "整治规模      ▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▸     200%",
                "新党员                                    暂无数据",
                "              0%          50%       100%",
                "来源:工作报告"
            ]
        );
        assert_eq!(
            shown(50, 10),
            [
                "占比  % ──────────────────────────────────────────",
                "服务群众面积  ████████████████████▸▁▁▁▁▁     超77%",
                "",
                "国土面积      █████▎~▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁     约20%",
                "",
                "整治规模      ██████████████████████████▸     200%",
                "",
                "新党员                                    暂无数据",
                "              0%          50%       100%",
                "来源:工作报告"
            ]
        );
    }

    #[test]
    fn source_and_scale_go_before_rows_do() {
        assert_eq!(
            shown(50, 5),
            [
                "占比  % ──────────────────────────────────────────",
                "服务群众面积  ▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▸▁▁▁▁▁     超77%",
                "国土面积      ▄▄▄▄▄▖~▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁     约20%",
                "整治规模      ▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▸     200%",
                "新党员                                    暂无数据"
            ]
        );
        assert_eq!(
            shown(50, 4),
            [
                "占比  % ──────────────────────────────────────────",
                "服务群众面积  ▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▸▁▁▁▁▁     超77%",
                "国土面积      ▄▄▄▄▄▖~▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁▁     约20%",
                "+2"
            ]
        );
        assert_eq!(shown(20, 3), ["占比  % ────────────", "服务群众面积  超77%", "+3"]);
    }

    #[test]
    fn shares_are_typed_on_a_track_of_points() {
        let rows = [share("half", "0.5", "50%", Mark::Nearly), share("most", "0.999", "99.9%", Mark::None)];
        let chart = Shares { rows: &rows, ..Shares::default() };
        let lines = testing::lines_in(Markers::Ascii, 30, 3, |area, buf, theme| chart.draw(area, buf, theme));
        assert_eq!(
            lines,
            ["half  =========).......    50%", "most  ================.  99.9%", "      0%     50%   100%"]
        );
    }

    #[test]
    fn almost_all_does_not_look_like_all() {
        let rows = vec![share("大专以上", "0.999", "99.9%", Mark::None), share("全部", "1", "100%", Mark::None)];
        let chart = Shares { rows: &rows, ..Shares::default() };
        let shown = |height| testing::lines(40, height, |area, buf, theme| chart.draw(area, buf, theme));
        assert_eq!(shown(2), ["大专以上  ▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▖  99.9%", "全部      ▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄   100%"]);
        assert_eq!(
            shown(3),
            [
                "大专以上  ▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▖  99.9%",
                "全部      ▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄▄   100%",
                "          0%        50%      100%"
            ]
        );
        assert_eq!(
            shown(4),
            [
                "大专以上  ██████████████████████▉  99.9%",
                "",
                "全部      ███████████████████████   100%",
                "          0%        50%      100%"
            ]
        );
    }

    proptest! {
        #[test]
        fn nothing_is_drawn_outside_and_the_twin_agrees(
            rows in prop::collection::vec((testing::words(), prop::option::of(testing::decimals()), testing::words()), 0..9),
            selected in prop::option::of(0usize..12),
            area in testing::areas(),
        ) {
            let row = |(label, fraction, figure)| Share { label, fraction, figure, mark: Mark::Over, role: Role::Good };
            let rows: Vec<Share> = rows.into_iter().map(row).collect();
            let chart = Shares { frame: FRAME, rows: &rows, selected, ..Shares::default() };
            testing::check_bounds(area, |area, buf, theme| chart.draw(area, buf, theme))?;
            prop_assert!(chart.table().rows.iter().map(|row| &*row.figure).eq(chart.rows.iter().map(|row| &*row.figure)));
        }
    }
}
