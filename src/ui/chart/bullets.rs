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
mod tests {
    use super::*;
    use crate::ui::chart::testing;
    use crate::ui::chart::{Mark, Verdict, Zone};
    use proptest::prelude::*;

    fn stated(value: &str) -> Stated {
        Stated { value: value.parse().unwrap(), figure: format!("{value}万"), whole: format!("{value}万") }
    }

    /// Zones between three limits, the target last where more is better and first where less is.
    fn zones(limits: [&str; 3], higher: bool) -> Vec<Zone> {
        let mut kinds = [
            (ZoneKind::Missed, "未达"),
            (ZoneKind::Behind, "落后"),
            (ZoneKind::OnCourse, "正常"),
            (ZoneKind::Met, "达成"),
        ];
        if !higher {
            kinds.reverse();
        }
        let limits = limits.map(stated);
        let zone = |(at, (kind, word)): (usize, (ZoneKind, &str))| Zone {
            from: at.checked_sub(1).and_then(|at| limits.get(at)).cloned(),
            to: limits.get(at).cloned(),
            word: word.to_owned(),
            kind,
        };
        kinds.into_iter().enumerate().map(zone).collect()
    }

    fn bullet(label: &str, value: &str, target: &str, last: &str, zones: Vec<Zone>) -> Bullet {
        let figure = if value.is_empty() { "暂无数据".to_owned() } else { format!("{value}万") };
        Bullet {
            label: label.to_owned(),
            value: value.parse().ok(),
            figure,
            mark: Mark::None,
            role: Role::Hue(1),
            target: Some(stated(target)),
            last: Some(last).filter(|last| !last.is_empty()).map(stated),
            zones,
            better: String::new(),
            verdict: Verdict { word: "正常".to_owned(), sign: "~".to_owned(), role: Role::Warn },
        }
    }

    fn plot(rows: &[Bullet]) -> Bullets<'_> {
        let words = BulletWords { value: "2024年", target: "目标", last: "上年", status: "状态" };
        let frame = Frame { title: "税收", subtitle: "万元", source: "来源:年鉴" };
        Bullets { frame, rows, words, ..Bullets::default() }
    }

    fn shown(plot: &Bullets, markers: Markers, width: u16, height: u16) -> Vec<String> {
        testing::lines(width, height, |area, buf, theme| plot.draw(area, buf, &theme.with_markers(markers)))
    }

    #[test]
    fn a_value_is_seen_against_its_target_last_year_and_the_zones() {
        let mut row = bullet("税收收入", "9.6", "10", "7", zones(["8", "9.5", "10"], true));
        (row.mark, row.better) = (Mark::Over, "越高越好".to_owned());
        let rows = [row];
        assert_eq!(plot(&rows).height(64), 7);
        assert_eq!(
            shown(&plot(&rows), Markers::Braille, 64, 7),
            [
                "税收  万元 ─────────────────────────────────────────────────────",
                "税收收入  ███████████████████████████████████████████▎▸    9.6万",
                "~ 正常    ∙∙∙∙∙∙∙∙∙∙∙∙∙∙∙∙∙∙∙∙∙∙∙∙∙∙∙∙∙∙∙▴∙∙∙∙░░░░░░░▒▒▓▓",
                "          0                                  8万   9.5万",
                "┃ 目标 10万  ▴ 上年 7万  越高越好",
                "█ 2024年  ▓ 达成  ▒ 正常  ░ 落后  ∙ 未达",
                "来源:年鉴",
            ]
        );
    }

    #[test]
    fn where_less_is_better_the_met_zone_begins_at_zero() {
        let rows = [
            bullet("信访量", "11", "10", "13", zones(["10", "10.5", "12"], false)),
            bullet("能耗", "", "9", "", zones(["9", "9.5", "11"], false)),
        ];
        assert_eq!(
            shown(&plot(&rows), Markers::Ascii, 64, 11)[1..],
            [
                "信访量  =================================T===               11万",
                "~ 正常  ##################################++:::::..^..",
                "        0                           10万 10.5万 12万",
                "T 目标 10万  ^ 上年 13万",
                "能耗                                  T                 暂无数据",
                "~ 正常  ###############################+:::::.........",
                "        0                             9.5万 11万",
                "T 目标 9万",
                "= 2024年  # 达成  + 正常  : 落后  . 未达",
                "来源:年鉴",
            ]
        );
    }

    #[test]
    fn limits_that_crowd_are_named_in_their_order() {
        let limits = ["199.6", "199.8", "200.2", "200.4"];
        let kinds = [
            (ZoneKind::Missed, "未达"),
            (ZoneKind::Behind, "落后"),
            (ZoneKind::Met, "达成"),
            (ZoneKind::Behind, "落后"),
            (ZoneKind::Missed, "未达"),
        ];
        let limit = |at: usize| limits.get(at).map(|limit| stated(limit));
        let zone = |(at, (kind, word)): (usize, (ZoneKind, &str))| Zone {
            from: at.checked_sub(1).and_then(limit),
            to: limit(at),
            word: word.to_owned(),
            kind,
        };
        let rows = [bullet("水位", "200", "200", "", kinds.into_iter().enumerate().map(zone).collect())];
        let lines = shown(&plot(&rows), Markers::Braille, 100, 6);
        let said = "未达 | 199.6万 | 落后 | 199.8万 | 达成 | 200.2万 | 落后 | 200.4万 | 未达";
        assert!(lines[3].contains(said), "{lines:?}");
        assert_eq!(plot(&rows).grid().columns.len(), 5, "each kind of border once");
    }

    #[test]
    fn values_of_both_signs_share_one_zero() {
        let mut below = bullet("利润", "-4", "2", "-6", Vec::new());
        below.mark = Mark::Over;
        let rows = [below, bullet("收入", "5", "6", "", Vec::new())];
        let bare = Bullets { frame: Frame::default(), ..plot(&rows) };
        assert_eq!(
            shown(&bare, Markers::Braille, 50, 8),
            [
                "利润           ◂██████████│    ┃              -4万",
                "~ 正常     ▴              │",
                "┃ 目标 2万  ▴ 上年 -6万",
                "",
                "收入                      │████████████▌ ┃     5万",
                "~ 正常                    │",
                "┃ 目标 6万",
                "█ 2024年",
            ]
        );
    }

    #[test]
    fn the_table_says_what_the_chart_does() {
        let mut row = bullet("税收收入", "9.6", "10", "7", zones(["8", "9.5", "10"], true));
        row.better = "越高越好".to_owned();
        let rows = [row, bullet("利润", "", "2", "", Vec::new())];
        let twin = |width| {
            let chart = plot(&rows);
            let twin = chart.twin(width);
            testing::lines(width, twin.height(width), |area, buf, theme| twin.draw(area, buf, theme))
        };
        assert_eq!(
            twin(100)[1..],
            [
                "             2024年   目标   上年               状态   未达 | 落后   落后 | 正常   正常 | 达成",
                "税收收入      9.6万   10万    7万   ~ 正常  越高越好           8万         9.5万          10万",
                "利润       暂无数据    2万      —             ~ 正常             —             —             —",
                "来源:年鉴"
            ]
        );
        assert_eq!(
            twin(60)[1..],
            [
                "税收收入 2024年                  9.6万",
                "税收收入 目标                     10万",
                "税收收入 上年                      7万",
                "税收收入 状态         ~ 正常  越高越好",
                "税收收入 未达 | 落后               8万",
                "税收收入 落后 | 正常             9.5万",
                "税收收入 正常 | 达成              10万",
                "利润 2024年                   暂无数据",
                "利润 目标                          2万",
                "利润 上年                            —",
                "利润 状态                       ~ 正常",
                "利润 未达 | 落后                     —",
                "利润 落后 | 正常                     —",
                "利润 正常 | 达成                     —",
                "来源:年鉴"
            ]
        );
    }

    #[test]
    fn without_room_there_is_a_table_or_a_line() {
        let rows = [bullet("税收收入", "9.6", "10", "7", Vec::new()), bullet("利润", "", "2", "", Vec::new())];
        assert_eq!(
            shown(&plot(&rows), Markers::Braille, 40, 4),
            [
                "税收  万元 ─────────────────────────────",
                "            2024年  目标  上年    状态",
                "税收收入     9.6万  10万   7万  ~ 正常",
                "利润      暂无数据   2万     —  ~ 正常"
            ]
        );
        assert_eq!(
            shown(&plot(&rows), Markers::Braille, 34, 8),
            [
                "税收  万元 ───────────────────────",
                "税收收入 2024年     9.6万",
                "税收收入 目标        10万",
                "税收收入 上年         7万",
                "税收收入 状态      ~ 正常",
                "利润 2024年      暂无数据",
                "+3",
                "来源:年鉴"
            ]
        );
        assert_eq!(
            shown(&plot(&rows), Markers::Braille, 50, 1),
            ["税收  税收收入 2024年 9.6万  税收收入 目标 10万  …"]
        );
    }

    #[test]
    fn rows_that_do_not_fit_are_counted_and_the_selected_one_stays() {
        let rows = ["a", "b", "c", "d"].map(|label| bullet(label, "1", "2", "3", Vec::new()));
        let chart = Bullets { frame: Frame::default(), selected: Some(2), left_out: 3, ..plot(&rows) };
        for height in 6..18 {
            let lines = shown(&chart, Markers::Braille, 50, height);
            let seen = lines.iter().filter(|line| line.starts_with(['a', 'b', 'c', 'd'])).count();
            assert!(lines.iter().any(|line| line.starts_with('c')), "{height}: {lines:?}");
            let told = lines.iter().find_map(|line| line.strip_prefix('+')?.parse::<usize>().ok());
            assert_eq!(seen + told.unwrap_or(0), 7, "{height}: {lines:?}");
        }
    }

    #[derive(Debug, Clone)]
    struct Made {
        rows: Vec<Bullet>,
        words: [String; 3],
    }

    fn made() -> impl Strategy<Value = Made> {
        let stated = || {
            (testing::decimals(), testing::words()).prop_map(|(value, figure)| Stated {
                value,
                whole: figure.clone(),
                figure,
            })
        };
        let zone = (prop::option::of(stated()), prop::option::of(stated()), testing::words(), 0usize..4).prop_map(
            |(from, to, word, kind)| {
                let kinds = [ZoneKind::Met, ZoneKind::OnCourse, ZoneKind::Behind, ZoneKind::Missed];
                Zone { from, to, word, kind: kinds[kind] }
            },
        );
        let texts = (testing::words(), testing::words(), testing::words(), testing::words());
        let values =
            (prop::option::weighted(0.9, testing::decimals()), prop::option::of(stated()), prop::option::of(stated()));
        let row = (texts, values, prop::collection::vec(zone, 0..4)).prop_map(|(texts, values, zones)| Bullet {
            label: texts.0,
            value: values.0,
            figure: texts.1,
            mark: Mark::Over,
            role: Role::Accent,
            target: values.1,
            last: values.2,
            zones,
            better: texts.2,
            verdict: Verdict { word: texts.3, sign: "x".to_owned(), role: Role::Good },
        });
        (prop::collection::vec(row, 0..5), prop::array::uniform3(testing::words()))
            .prop_map(|(rows, words)| Made { rows, words })
    }

    proptest! {
        #[test]
        fn nothing_is_drawn_outside_and_the_twin_agrees(
            made in made(), selected in prop::option::of(0usize..6), left_out in 0usize..3, area in testing::areas(),
        ) {
            let words = BulletWords { value: &made.words[0], target: &made.words[1], last: &made.words[2], status: "s" };
            let chart = Bullets { words, left_out, selected, ..plot(&made.rows) };
            testing::check_bounds(area, |area, buf, theme| chart.draw(area, buf, theme))?;
            let figures = |row: &GridRow<'_>| row.cells.iter().map(|cell| cell.figure.to_string()).collect::<Vec<_>>();
            for (row, told) in made.rows.iter().zip(chart.grid().rows.iter().map(figures)) {
                prop_assert_eq!(told.first(), Some(&row.figure));
                for stated in [&row.target, &row.last].into_iter().flatten() {
                    prop_assert!(told.contains(&stated.figure));
                }
                for limit in row.limits() {
                    prop_assert!(told.iter().any(|cell| cell.contains(&limit.figure)));
                }
            }
        }

        #[test]
        fn it_asks_for_the_rows_that_it_needs(made in made(), width in 20u16..70) {
            let chart = plot(&made.rows);
            let height = chart.height(width);
            if height >= columns::LONGEST {
                return Ok(());
            }
            // With the rows that it asks for it shows what it shows with more.
            let asked = shown(&chart, Markers::Braille, width, height);
            prop_assert_eq!(asked, shown(&chart, Markers::Braille, width, height + 9));
        }

        #[test]
        fn the_typewriter_set_is_typed(values in prop::collection::vec(-99i64..99, 6), area in testing::areas()) {
            let values: Vec<String> = values.iter().map(i64::to_string).collect();
            let rows = [
                bullet("one", &values[0], &values[1], &values[2], zones([&values[3], &values[4], &values[5]], true)),
                bullet("two", "", &values[1], "", Vec::new()),
            ];
            let chart = Bullets { frame: Frame::default(), ..plot(&rows) };
            testing::check_typed(area, "万未达落后正常成暂无数据年目标上界限状态", |area, buf, theme| chart.draw(area, buf, theme))?;
        }
    }
}
