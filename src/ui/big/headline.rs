//! A text as large as there is room for.

use std::cell::LazyCell;
use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use super::balance;
use super::bitmap::Bitmap;
use super::brush::{Grain, paint};
use super::face::Face;
use super::measured::{Measured, sole};
use crate::model::Markers;
use crate::ui::{draw, text};

/// How large a text is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Size {
    /// Drawn from the shapes of a face, each pixel so many times as large.
    Drawn(Face, usize),
    /// Bold text with a blank between Chinese characters.
    Spaced,
    /// Bold text.
    Plain,
}

/// The sizes that a text is drawn in, the largest first.
const DRAWN: [Size; 7] = [
    Size::Drawn(Face::Large, 4),
    Size::Drawn(Face::Large, 3),
    Size::Drawn(Face::Small, 3),
    Size::Drawn(Face::Large, 2),
    Size::Drawn(Face::Small, 2),
    Size::Drawn(Face::Large, 1),
    Size::Drawn(Face::Small, 1),
];

impl Size {
    /// The rows of a line without the tails of its letters.
    pub fn rows(self) -> usize {
        match self {
            Self::Drawn(face, times) => face.height() * times / 2,
            Self::Spaced | Self::Plain => 1,
        }
    }

    /// The rows between two lines, where there is room for them.
    fn gap(self) -> usize {
        match self {
            Self::Drawn(_, times) => times,
            Self::Spaced => 1,
            Self::Plain => 0,
        }
    }

    /// The rows that tails reach below the last line.
    fn tail(self, content: &str) -> usize {
        match self {
            Self::Drawn(face @ Face::Small, times) if has_tails(face, content) => times,
            _ => 0,
        }
    }
}

fn has_tails(face: Face, content: &str) -> bool {
    content.chars().any(|c| face.glyph(c).is_some_and(|glyph| glyph.ink_height() > face.height()))
}

/// A text that is to be shown large.
#[derive(Debug, Clone)]
pub struct Headline<'a> {
    content: String,
    lines: usize,
    keep: &'a [&'a str],
    centred: bool,
    markers: Markers,
}

impl<'a> Headline<'a> {
    /// A headline of at most two lines, flush left. Control characters are blanks.
    pub fn new(content: &str) -> Self {
        let clean = |c: char| if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') { ' ' } else { c };
        let content: String = content.chars().map(clean).collect();
        Self { content: content.trim().to_owned(), lines: 2, keep: &[], centred: false, markers: Markers::default() }
    }

    /// At most so many lines where it is drawn; as text it takes as many as the height has.
    pub fn lines(self, lines: usize) -> Self {
        Self { lines: lines.max(1), ..self }
    }

    /// Words that are not torn at the end of a line and stay with the number before them, such as the names of units.
    pub fn keep(self, keep: &'a [&'a str]) -> Self {
        Self { keep, ..self }
    }

    /// Lines stand in the middle.
    pub fn centred(self) -> Self {
        Self { centred: true, ..self }
    }

    /// The characters that the terminal has. A typewriter has none that big characters could be drawn from.
    pub fn markers(self, markers: Markers) -> Self {
        Self { markers, ..self }
    }

    /// The headline in so many columns and rows: drawn in the largest size that has room, else as bold text with
    /// letter-spacing, else as bold text; what has no room even then ends in `…`.
    pub fn fit(&self, width: u16, height: u16) -> Plan {
        let room = (usize::from(width), usize::from(height));
        if width == 0 || height == 0 {
            return self.plan(Size::Plain, Vec::new(), 0, self.content.is_empty());
        }
        self.drawn(room)
            .or_else(|| self.written(Size::Spaced, Measured::spaced(&self.content, self.keep), room))
            .or_else(|| self.written(Size::Plain, Measured::plain(&self.content, self.keep), room))
            .unwrap_or_else(|| self.cut(room))
    }

    fn drawn(&self, (width, height): (usize, usize)) -> Option<Plan> {
        if self.markers == Markers::Ascii {
            return None;
        }
        let measure = |face| Measured::drawn(&self.content, self.keep, face);
        let (small, large) = (LazyCell::new(|| measure(Face::Small)), LazyCell::new(|| measure(Face::Large)));
        let fitted = DRAWN.into_iter().filter_map(|size| {
            let Size::Drawn(face, times) = size else { return None };
            let rows = size.rows() + size.gap();
            if height < size.rows() {
                return None;
            }
            let measured = if face == Face::Small { small.as_ref()? } else { large.as_ref()? };
            let most = (height + size.gap()).saturating_sub(size.tail(&self.content)) / rows;
            let parts = balance::lines(measured, width / times, most.min(self.lines))?;
            let torn = parts.iter().any(|part| !measured.ends_well(part.end));
            let line = |part: Range<usize>| Line {
                shown: measured.text(part.clone()),
                columns: cells(measured.length(part) * times),
            };
            Some((torn, self.plan(size, parts.into_iter().map(line).collect(), size.gap(), true)))
        });
        // A size less is worth a word that is not torn.
        let mut fitted = fitted.peekable();
        let largest = fitted.peek()?.1.clone();
        let mut near = fitted.take_while(|(_, plan)| plan.size.rows() * 4 >= largest.size.rows() * 3);
        Some(near.find(|(torn, _)| !torn).map_or(largest, |(_, plan)| plan))
    }

    fn written(&self, size: Size, measured: Option<Measured<'_>>, (width, height): (usize, usize)) -> Option<Plan> {
        let measured = measured?;
        let parts = balance::lines(&measured, width, height)?;
        let gap = if parts.len() * (1 + size.gap()) <= height + size.gap() { size.gap() } else { 0 };
        let line = |part: Range<usize>| Line {
            shown: measured.text_spaced(part.clone()),
            columns: cells(measured.length(part)),
        };
        Some(self.plan(size, parts.into_iter().map(line).collect(), gap, true))
    }

    /// Lines that are filled, the last one with `…` where there are more of them.
    fn cut(&self, (width, height): (usize, usize)) -> Plan {
        let lines = text::wrap(&self.content, width);
        let (above, below) = lines.split_at(lines.len().min(height.saturating_sub(1)));
        let rest = below.concat();
        let last = text::fit(&rest, width);
        let shown: Vec<String> =
            above.iter().map(|line| text::fit(line, width).into_owned()).chain([last.into_owned()]).collect();
        let whole = above.iter().chain([&rest]).all(|line| text::width(line) <= width);
        let line = |shown: String| Line { columns: text::cells(&shown), shown };
        self.plan(Size::Plain, shown.into_iter().map(line).collect(), 0, whole)
    }

    fn plan(&self, size: Size, lines: Vec<Line>, gap: usize, whole: bool) -> Plan {
        Plan { lines, size, gap, tail: size.tail(&self.content), centred: self.centred, whole }
    }
}

/// A length as a coordinate.
pub(super) fn cells(length: usize) -> u16 {
    u16::try_from(length).unwrap_or(u16::MAX)
}

/// A line as it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Line {
    shown: String,
    columns: u16,
}

/// A headline that has been given its size and its lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    lines: Vec<Line>,
    size: Size,
    /// Rows between lines.
    gap: usize,
    /// Rows below the last one.
    tail: usize,
    centred: bool,
    whole: bool,
}

impl Plan {
    /// The size that had room.
    pub fn size(&self) -> Size {
        self.size
    }

    /// Whether all of the text is there; else it ends in `…`.
    pub fn is_whole(&self) -> bool {
        self.whole
    }

    /// The columns of the longest line.
    pub fn columns(&self) -> u16 {
        self.lines.iter().map(|line| line.columns).max().unwrap_or(0)
    }

    /// The rows of all lines.
    pub fn rows(&self) -> u16 {
        let lines = self.lines.len() * (self.size.rows() + self.gap);
        cells(lines.saturating_sub(self.gap) + if lines == 0 { 0 } else { self.tail })
    }

    /// What each line says.
    pub fn lines(&self) -> impl Iterator<Item = &str> {
        self.lines.iter().map(|line| line.shown.as_str())
    }

    /// Draws it from the upper left corner of an area, centred lines in the middle of its width. Where it has no room, for
    /// the area is smaller than the one that it was fitted to, its text is written instead.
    pub fn draw(&self, area: Rect, buf: &mut Buffer, style: Style) {
        let area = area.intersection(buf.area);
        let strong = style.add_modifier(Modifier::BOLD);
        if self.columns() > area.width || self.rows() > area.height {
            draw::put_wrapped(buf, area, &self.lines().collect::<Vec<_>>().join(" "), strong);
            return;
        }
        let pitch = self.size.rows() + self.gap;
        for (line, top) in self.lines.iter().zip((area.y..area.bottom()).step_by(pitch)) {
            let indent = if self.centred { (area.width - line.columns) / 2 } else { 0 };
            let x = area.x + indent;
            match self.size {
                Size::Drawn(face, times) => {
                    let room = Rect { x, y: top, width: line.columns, height: area.bottom() - top };
                    paint(buf, room, &bitmap(face, times, &line.shown), Grain::Halves, Markers::Block, style);
                }
                Size::Spaced | Size::Plain => {
                    draw::put(buf, x, top, area.right() - x, &line.shown, strong);
                }
            }
        }
    }
}

/// A line of text as pixels, its strokes as strong as stays legible.
pub(super) fn bitmap(face: Face, times: usize, line: &str) -> Bitmap {
    let Some(measured) = Measured::drawn(line, &[], face) else { return Bitmap::blank(0, 0) };
    let mut drawn = Bitmap::blank(measured.length(0..measured.len()), face.depth());
    for (at, grapheme) in text::graphemes(line).enumerate() {
        if let Some(glyph) = sole(grapheme).and_then(|c| face.glyph(c)) {
            drawn.stamp(&glyph, measured.start(at), 0);
        }
    }
    let by = match (face, times) {
        (Face::Digits, _) | (Face::Small, ..=2) => 0,
        (Face::Small, _) | (Face::Large, ..=2) => 1,
        (Face::Large, _) => 2,
    };
    drawn.smoothed(times).bolder(by)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const UNITS: &[&str] = &["平方米", "sq m", "家次"];

    fn fit(content: &str, width: u16, height: u16) -> Plan {
        Headline::new(content).keep(UNITS).fit(width, height)
    }

    fn shown(plan: &Plan) -> Vec<&str> {
        plan.lines().collect()
    }

    fn picture(plan: &Plan) -> Vec<String> {
        let mut buf = Buffer::empty(Rect::new(0, 0, plan.columns(), plan.rows()));
        let area = buf.area;
        plan.draw(area, &mut buf, Style::new());
        let row = |y: u16| (0..area.width).map(|x| buf[(x, y)].symbol()).collect::<String>();
        (0..area.height).map(|y| row(y).trim_end().to_owned()).collect()
    }

    #[test]
    fn the_largest_size_with_room_is_taken() {
        let headline = "三张全国榜单位列第二";
        let sizes = [(20, 3), (40, 3), (100, 6), (100, 13), (100, 18), (200, 40), (60, 8)];
        let plans = sizes.map(|(width, height)| fit(headline, width, height));
        assert_eq!(
            plans.each_ref().map(Plan::size),
            [
                Size::Spaced,
                Size::Spaced,
                Size::Spaced,
                Size::Drawn(Face::Small, 1),
                Size::Drawn(Face::Large, 1),
                Size::Drawn(Face::Small, 3),
                Size::Spaced,
            ]
        );
        assert_eq!(shown(&plans[3]), ["三张全国榜", "单位列第二"]);
        assert_eq!((plans[3].columns(), plans[3].rows()), (60, 13));
        assert_eq!((plans[4].columns(), plans[4].rows()), (80, 17));
        assert_eq!(shown(&plans[1]), ["三 张 全 国 榜 单 位 列 第 二"]);
        assert_eq!(shown(&plans[0]), ["三 张 全 国 榜", "单 位 列 第 二"]);
    }

    #[test]
    fn a_figure_is_not_torn() {
        let plan = fit("347.6万平方米重新用起来", 100, 17);
        assert_eq!(shown(&plan), ["347.6万平方米", "重新用起来"]);
        let plan = fit("3.476 million sq m revitalised", 100, 15);
        assert_eq!(shown(&plan), ["3.476 million sq m", "revitalised"]);
    }

    #[test]
    fn a_size_less_is_worth_a_whole_word() {
        let plan = fit("党建引领，基层治理强基固本", 116, 24);
        assert_eq!(shown(&plan), ["党建引领，", "基层治理强基固本"]);
        assert_eq!(plan.size(), Size::Drawn(Face::Small, 1));
    }

    #[test]
    fn what_has_no_shape_is_text() {
        assert!(matches!(fit("喜讯", 60, 20).size(), Size::Drawn(..)));
        assert_eq!(fit("喜讯🎉", 60, 20).size(), Size::Spaced);
        let typed = Headline::new("喜讯").markers(Markers::Ascii).fit(60, 20);
        assert_eq!(typed.size(), Size::Spaced);
    }

    #[test]
    fn what_has_no_room_at_all_says_so() {
        let plan = fit("三张全国榜单位列第二", 8, 2);
        assert_eq!(shown(&plan), ["三张全国", "榜单位…"]);
        assert!(!plan.is_whole());
        assert!(!fit("三张", 0, 5).is_whole() && fit("", 0, 5).is_whole());
        assert_eq!(fit("", 5, 5).columns(), 0);
    }

    #[test]
    fn a_character_in_both_faces() {
        assert_eq!(
            picture(&Headline::new("万g").fit(24, 7)),
            [
                "▄▄▄▄▄▄▄▄▄▄▄",
                "    █",
                "    █▄▄▄▄▄    ▄▄▄▄",
                "    █    █   █   █",
                "   █     █   █   █",
                "▄▄▀    ▄▄▀    ▀▀▀█",
                "              ▀▀▀",
            ]
        );
    }

    proptest! {
        #[test]
        fn a_headline_stays_in_its_area_and_says_everything(
            content in "([三张全国榜单位列第二重新用起来，。]{0,6}|[0-9]{1,3}(\\.[0-9])?[万亿]?(平方米|家次)?|[a-z ]{0,9}|\\PC{0,4}){0,5}",
            (x, y) in (0u16..20, 0u16..6), (width, height) in (0u16..120, 0u16..30),
            lines in 1usize..4, centred in any::<bool>(), markers in prop::sample::select(&Markers::ALL),
        ) {
            let headline = Headline::new(&content).lines(lines).keep(UNITS).markers(markers);
            let headline = if centred { headline.centred() } else { headline };
            let plan = headline.fit(width, height);
            prop_assert!(plan.columns() <= width && plan.rows() <= height);
            if plan.is_whole() {
                let bare = |text: &str| text.split_whitespace().collect::<String>();
                let all: String = content.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
                prop_assert_eq!(bare(&plan.lines().collect::<String>()), bare(&all));
            }
            let area = Rect { x, y, width, height };
            let mut buf = Buffer::filled(Rect::new(2, 1, 100, 24), ratatui::buffer::Cell::new("?"));
            plan.draw(area, &mut buf, Style::new());
            for position in buf.area.positions().filter(|position| !area.contains(*position)) {
                prop_assert_eq!(buf[position].symbol(), "?", "{:?}", position);
            }
            // In half the room it is still whole characters inside the area.
            let area = Rect { x, y, width: width / 2, height: height / 2 };
            let mut buf = Buffer::filled(Rect::new(2, 1, 100, 24), ratatui::buffer::Cell::new("?"));
            plan.draw(area, &mut buf, Style::new());
            for position in buf.area.positions().filter(|position| !area.contains(*position)) {
                prop_assert_eq!(buf[position].symbol(), "?", "{:?}", position);
            }
        }

        #[test]
        fn more_room_never_makes_it_much_smaller(width in 1u16..200, height in 1u16..50, wider in 0u16..40, higher in 0u16..20) {
            let rows = |width, height| fit("347.6万平方米重新用起来", width, height).size().rows();
            // Where the larger size would tear a word, the smaller one stays.
            prop_assert!(rows(width, height) * 3 <= rows(width + wider, height + higher) * 4);
        }
    }
}
