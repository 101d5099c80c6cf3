//! One figure as large as there is room for: the number first, its bound and its unit smaller on the same foot.

use std::cell::OnceCell;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Modifier;

use super::Styles;
use super::brush::{Grain, paint};
use super::face::Face;
use super::headline::{Headline, Plan, Size, bitmap, cells};
use super::measured::Measured;
use crate::domain::figure::Figure;
use crate::model::Markers;
use crate::ui::{draw, text};

/// A figure taken apart for drawing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parts {
    /// The word of the bound and what stands before the digits: `超`, `第`, `No. `.
    pub before: String,
    /// The digits with what belongs to them: `262.8亿`.
    pub digits: String,
    /// The unit, or 倍, which has too many strokes for digits.
    pub unit: String,
    /// The whole figure, as text.
    whole: String,
    /// How many times the digits are enlarged at the most.
    most: usize,
    /// The room that the parts take, measured once: they are fitted often.
    measures: OnceCell<Measures>,
}

impl From<&Figure> for Parts {
    fn from(figure: &Figure) -> Self {
        let short = figure.short();
        let start = short.find(|c: char| c.is_ascii_digit() || c == '−').unwrap_or(0);
        let (before, digits) = short.split_at(start);
        let times = digits.strip_suffix('倍');
        let unit = if times.is_some() { "倍" } else { figure.unit.as_str() };
        Self {
            before: before.to_owned(),
            digits: times.unwrap_or(digits).to_owned(),
            unit: unit.to_owned(),
            whole: figure.text(),
            most: usize::MAX,
            measures: OnceCell::new(),
        }
    }
}

/// How many times the digits are enlarged, the largest first.
const TIMES: [usize; 8] = [12, 9, 8, 6, 4, 3, 2, 1];

/// The sizes of words, the largest first.
const WORDS: [Size; 7] = [
    Size::Drawn(Face::Large, 3),
    Size::Drawn(Face::Small, 3),
    Size::Drawn(Face::Large, 2),
    Size::Drawn(Face::Small, 2),
    Size::Drawn(Face::Large, 1),
    Size::Drawn(Face::Small, 1),
    Size::Plain,
];

/// Where the unit stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Beside,
    Below,
}

impl Parts {
    /// The same with the sign that says that digits were lost before it.
    #[must_use]
    pub fn rounded(self) -> Self {
        let (before, whole) = (format!("≈{}", self.before), format!("≈{}", self.whole));
        Self { before, whole, measures: OnceCell::new(), ..self }
    }

    /// The same with digits that are enlarged so many times at the most: figures side by side are of one size.
    #[must_use]
    pub fn at_most(self, times: usize) -> Self {
        Self { most: times.max(1), ..self }
    }

    /// The figure without its unit, as text.
    pub fn short(&self) -> String {
        format!("{}{}", self.before, self.digits)
    }

    /// The whole figure, as text.
    pub fn text(&self) -> &str {
        &self.whole
    }

    /// The figure in so many columns and rows: the digits in the largest size with room for words that are drawn, beside
    /// them or the unit below; else all of it in lines that are drawn; else digits with words of text; else one line of text.
    /// Where even that has no room, there is `…`: a figure is never cut.
    pub fn fit(&self, width: u16, height: u16, markers: Markers) -> FigurePlan {
        let room = (usize::from(width), usize::from(height));
        let drawn = markers != Markers::Ascii;
        let sizes = TIMES.into_iter().filter(|times| *times <= self.most);
        let tries = sizes.flat_map(|times| [(times, Place::Beside), (times, Place::Below)]);
        let by_words = |written: bool| {
            let sizes = WORDS.into_iter().filter(move |size| matches!(size, Size::Plain) == written);
            tries
                .clone()
                .filter(move |(times, _)| drawn || *times > 1)
                .find_map(|(times, place)| sizes.clone().find_map(|size| self.arrange(times, size, place, room)))
        };
        if let Some(plan) = by_words(false).filter(|_| drawn) {
            return plan;
        }
        // Words that nobody can read from afar come after lines that everybody can.
        let lines = self.lines(width, height, markers);
        lines.or_else(|| by_words(true)).unwrap_or_else(|| self.written(width, height))
    }

    /// Digits and words in these sizes; `None` where there is no room for them, or a character has no shape.
    fn arrange(&self, times: usize, size: Size, place: Place, (width, height): (usize, usize)) -> Option<FigurePlan> {
        let measures = self.measures();
        let digits = Block { columns: measures.digits? * times, above: 4 * times, below: 0 };
        let [before, unit] = measures.of(size).map(|word| word.map(|word| word.at(size)));
        let (before, unit) = (before?, unit?);
        let below = place == Place::Below;
        // What is smaller must look smaller.
        if before.above.max(unit.above) * 4 > digits.above * 3 || (below && unit.columns == 0) {
            return None;
        }
        let gap = |block: &Block| if block.columns == 0 { 0 } else { times.max(2) };
        let x = before.columns + gap(&before);
        let end = x + digits.columns;
        let beside = if below { 0 } else { gap(&unit) + unit.columns };
        let tail = before.below.max(if below { 0 } else { unit.below });
        let foot = digits.above + tail;
        let (rows, under) = if below { (foot + times + unit.above + unit.below, foot + times) } else { (foot, 0) };
        let columns = (end + beside).max(if below { x + unit.columns } else { 0 });
        if columns > width || rows > height || digits.columns == 0 {
            return None;
        }
        let unit_at = if below { (x, under) } else { (end + gap(&unit), digits.above - unit.above) };
        let pieces = [
            (self.before.trim_end(), size, (0, digits.above - before.above)),
            (self.digits.as_str(), Size::Drawn(Face::Digits, times), (x, 0)),
            (self.unit.as_str(), size, unit_at),
        ];
        let piece = |(content, size, (x, y)): (&str, Size, (usize, usize))| Piece {
            content: content.to_owned(),
            size,
            x: cells(x),
            y: cells(y),
        };
        let pieces = pieces.into_iter().filter(|(content, ..)| !content.is_empty()).map(piece).collect();
        Some(FigurePlan { form: Form::Pieces(pieces), columns: cells(columns), rows: cells(rows), whole: true })
    }

    /// The same with words of text, which leave the most room for what is told beside the figure; `None` where there is no
    /// room for digits.
    pub fn fit_digits(&self, width: u16, height: u16, markers: Markers) -> Option<FigurePlan> {
        let room = (usize::from(width), usize::from(height));
        let sizes = TIMES.into_iter().filter(|times| *times <= self.most && (markers != Markers::Ascii || *times > 1));
        let mut tries = sizes.flat_map(|times| [(times, Place::Beside), (times, Place::Below)]);
        tries.find_map(|(times, place)| self.arrange(times, Size::Plain, place, room))
    }

    /// The same without digits of their own: in lines that are drawn as text is, else in one line of text.
    pub fn fit_text(&self, width: u16, height: u16, markers: Markers) -> FigurePlan {
        self.lines(width, height, markers).unwrap_or_else(|| self.written(width, height))
    }

    fn measures(&self) -> &Measures {
        self.measures.get_or_init(|| {
            let words = [self.before.trim_end(), &self.unit];
            let digits = Measured::drawn(&self.digits, &[], Face::Digits);
            Measures {
                digits: digits.map(|digits| digits.length(0..digits.len())),
                small: words.map(|word| Word::drawn(word, Face::Small)),
                large: words.map(|word| Word::drawn(word, Face::Large)),
                plain: words.map(|word| Some(Word::plain(word))),
            }
        })
    }

    /// All of it drawn as text is: in one line, or larger in two, the unit on its own or with the number.
    fn lines(&self, width: u16, height: u16, markers: Markers) -> Option<FigurePlan> {
        if usize::from(height) < Size::Drawn(Face::Small, 1).rows() {
            return None;
        }
        let short = self.short();
        // The one place to break.
        let apart = [short.as_str(), self.unit.as_str()].map(|part| part.replace(' ', "\u{a0}")).join(" ");
        let one = Headline::new(&self.whole).lines(1).markers(markers).fit(width, height);
        let two = Headline::new(&apart).markers(markers).fit(width, height);
        let drawn = |plan: &Plan| matches!(plan.size(), Size::Drawn(..));
        let plans = [two, one].into_iter().filter(drawn);
        Some(FigurePlan::from(plans.max_by_key(|plan| plan.size().rows())?))
    }

    /// All of it in one line of text.
    fn written(&self, width: u16, height: u16) -> FigurePlan {
        let whole = text::fit_figure(&self.whole, usize::from(width));
        Headline::new(whole).markers(Markers::Ascii).fit(width, height.min(1)).into()
    }
}

impl From<Plan> for FigurePlan {
    fn from(plan: Plan) -> Self {
        let whole = plan.lines().next().is_some_and(|line| line != text::ELLIPSIS) && plan.is_whole();
        Self { columns: plan.columns(), rows: plan.rows(), form: Form::Text(plan), whole }
    }
}

/// What the parts take as they are, in each face.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Measures {
    /// The columns of the digits; none where one has no shape.
    digits: Option<usize>,
    /// What stands before the digits, and the unit.
    small: [Option<Word>; 2],
    large: [Option<Word>; 2],
    plain: [Option<Word>; 2],
}

impl Measures {
    fn of(&self, size: Size) -> [Option<Word>; 2] {
        match size {
            Size::Drawn(Face::Small, _) => self.small,
            Size::Drawn(..) => self.large,
            Size::Spaced | Size::Plain => self.plain,
        }
    }
}

/// What a word takes as it is: pixels in a face, twice the rows and the columns as text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Word {
    columns: usize,
    /// Above the foot that all parts stand on: Chinese characters stand on it with their lowest stroke, letters with
    /// their foot.
    foot: usize,
    depth: usize,
}

impl Word {
    /// A word in a face; `None` where it has no shape.
    fn drawn(word: &str, face: Face) -> Option<Self> {
        if word.is_empty() {
            return Some(Self::default());
        }
        let measured = Measured::drawn(word, &[], face)?;
        let has_square = word.chars().any(|c| face.is_square(c));
        let foot = if has_square { face.height() } else { face.foot() };
        let depth = word.chars().filter_map(|c| face.glyph(c)).map(|glyph| glyph.ink_height()).max();
        Some(Self { columns: measured.length(0..measured.len()), foot, depth: depth.unwrap_or(0) })
    }

    fn plain(word: &str) -> Self {
        let rows = if word.is_empty() { 0 } else { 2 };
        Self { columns: text::width(word), foot: rows, depth: rows }
    }

    /// The room that it takes in a size.
    fn at(self, size: Size) -> Block {
        let times = if let Size::Drawn(_, times) = size { times } else { 1 };
        let above = (self.foot * times).div_ceil(2);
        let below = (self.depth * times).div_ceil(2).saturating_sub(above);
        Block { columns: self.columns * times, above, below }
    }
}

/// The room that a part takes, by the foot that all parts stand on.
#[derive(Debug, Clone, Copy)]
struct Block {
    columns: usize,
    above: usize,
    below: usize,
}

/// A part of a figure and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Piece {
    content: String,
    size: Size,
    x: u16,
    y: u16,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Form {
    Pieces(Vec<Piece>),
    Text(Plan),
}

/// A figure that has been given its sizes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FigurePlan {
    form: Form,
    columns: u16,
    rows: u16,
    whole: bool,
}

impl FigurePlan {
    /// The columns that it takes.
    pub fn columns(&self) -> u16 {
        self.columns
    }

    /// The rows that it takes.
    pub fn rows(&self) -> u16 {
        self.rows
    }

    /// Whether the figure is there; else there is `…` in its place.
    pub fn is_whole(&self) -> bool {
        self.whole
    }

    /// The columns before the digits, which words take; none where the digits are part of lines of text.
    pub fn indent(&self) -> u16 {
        let Form::Pieces(pieces) = &self.form else { return 0 };
        let digits = |piece: &&Piece| matches!(piece.size, Size::Drawn(Face::Digits, _));
        pieces.iter().find(digits).map_or(0, |piece| piece.x)
    }

    /// How many times the digits are enlarged; `None` where they are part of lines of text.
    pub fn times(&self) -> Option<usize> {
        let Form::Pieces(pieces) = &self.form else { return None };
        pieces.iter().find_map(|piece| match piece.size {
            Size::Drawn(Face::Digits, times) => Some(times),
            _ => None,
        })
    }

    /// Whether the unit stands by itself below the digits, drawn in large characters.
    pub fn is_unit_below(&self) -> bool {
        let Form::Pieces(pieces) = &self.form else { return false };
        let foot = |piece: &Piece| {
            piece.y >= 4
                && piece.x <= self.indent()
                && matches!(piece.size, Size::Drawn(face, _) if face != Face::Digits)
        };
        pieces.last().is_some_and(|piece| pieces.len() > 1 && foot(piece))
    }

    /// The rows of one line where the figure is drawn or written as text is, without the tails of its letters; none of
    /// digits.
    pub fn line(&self) -> Option<usize> {
        match &self.form {
            Form::Text(plan) => Some(plan.size().rows()),
            Form::Pieces(_) => None,
        }
    }

    /// Its parts in the order in which they are read.
    pub fn parts(&self) -> Vec<&str> {
        match &self.form {
            Form::Pieces(pieces) => pieces.iter().map(|piece| piece.content.as_str()).collect(),
            Form::Text(plan) => plan.lines().collect(),
        }
    }

    /// Draws it from the upper left corner of an area; where that is smaller than the one that it was fitted to, nothing.
    pub fn draw(&self, area: Rect, buf: &mut Buffer, styles: Styles) {
        let area = area.intersection(buf.area);
        if self.columns > area.width || self.rows > area.height {
            return;
        }
        let pieces = match &self.form {
            Form::Pieces(pieces) => pieces,
            Form::Text(plan) => return plan.draw(area, buf, styles.digits),
        };
        for piece in pieces {
            let (x, y) = (area.x + piece.x, area.y + piece.y);
            let room = Rect { x, y, width: area.right() - x, height: area.bottom() - y };
            match piece.size {
                Size::Drawn(Face::Digits, times) => digits(buf, room, &piece.content, times, styles),
                Size::Drawn(face, times) => {
                    let drawn = bitmap(face, times, &piece.content);
                    paint(buf, room, &drawn, Grain::Halves, styles.markers, styles.words);
                }
                Size::Spaced | Size::Plain => {
                    let style = styles.words.add_modifier(Modifier::BOLD);
                    draw::put(buf, x, y, room.width, &piece.content, style);
                }
            }
        }
    }
}

/// Draws digits, each in its own style.
fn digits(buf: &mut Buffer, area: Rect, content: &str, times: usize, styles: Styles) {
    let Some(measured) = Measured::drawn(content, &[], Face::Digits) else { return };
    for (at, c) in content.chars().enumerate() {
        let Some(glyph) = Face::Digits.glyph(c) else { continue };
        // Half a cell cannot be typed, and so nothing is smoothed there.
        let drawn = if styles.markers == Markers::Ascii { glyph.enlarged(times) } else { glyph.smoothed(times) };
        let indent = cells(measured.start(at) * times).min(area.width);
        let room = Rect { x: area.x + indent, width: area.width - indent, ..area };
        paint(buf, room, &drawn, Grain::Halves, styles.markers, styles.of(c));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::figure::{Format, Notation};
    use crate::domain::{Bound, Decimal, Lang, Unit};
    use proptest::prelude::*;

    fn figure(value: Decimal, bound: Bound, kind: &str, lang: Lang) -> Figure {
        let unit: Unit =
            serde_json::from_str(&format!(r#"{{"id":"u","name":{{"zh":"人次","en":"visits"}},"kind":"{kind}"}}"#))
                .unwrap();
        Format { lang, notation: Notation::Compact }.figure(value, bound, &unit)
    }

    fn of(value: i64, bound: Bound, kind: &str, lang: Lang) -> Parts {
        Parts::from(&figure(Decimal::from(value), bound, kind, lang))
    }

    #[test]
    fn words_stand_before_the_digits() {
        let parts = |figure: Parts| (figure.before, figure.digits, figure.unit);
        let expect = |before: &str, digits: &str, unit: &str| (before.to_owned(), digits.to_owned(), unit.to_owned());
        assert_eq!(parts(of(60_000, Bound::Over, "count", Lang::Zh)), expect("超", "6万", "人次"));
        assert_eq!(parts(of(60_000, Bound::Over, "count", Lang::En)), expect("over ", "60K", "visits"));
        assert_eq!(parts(of(2, Bound::Exact, "rank", Lang::Zh)), expect("第", "2", ""));
        assert_eq!(parts(of(4, Bound::AtMost, "rank", Lang::En)), expect("top ", "4", ""));
        assert_eq!(parts(of(-5, Bound::Exact, "count", Lang::Zh)), expect("", "−5", "人次"));
        assert_eq!(parts(of(3, Bound::Exact, "multiple", Lang::Zh)), expect("", "3", "倍"));
    }

    #[test]
    fn the_number_is_the_largest() {
        let parts = of(53_100, Bound::Over, "count", Lang::Zh);
        let times = |width, height| parts.fit(width, height, Markers::default()).times();
        assert_eq!(times(100, 30), Some(2));
        assert_eq!(times(200, 60), Some(4));
        assert_eq!(times(50, 10), Some(1));
        assert_eq!(times(20, 3), None);
        assert_eq!(parts.fit(20, 3, Markers::default()).parts(), ["超 5.31 万 人 次"]);
        assert_eq!(parts.fit(4, 3, Markers::default()).parts(), ["…"]);
        assert!(!parts.fit(4, 3, Markers::default()).is_whole());
    }

    #[test]
    fn words_stand_on_the_foot_of_the_digits() {
        let plan = of(60_000, Bound::Over, "count", Lang::Zh).fit(82, 8, Markers::default());
        let mut buf = Buffer::empty(Rect::new(0, 0, plan.columns(), plan.rows()));
        let area = buf.area;
        plan.draw(area, &mut buf, Styles::default());
        let row = |y: u16| (0..area.width).map(|x| buf[(x, y)].symbol()).collect::<String>();
        let picture: Vec<String> = (0..area.height).map(|y| row(y).trim_end().to_owned()).collect();
        assert_eq!(
            picture,
            [
                "                 ▄▄█████    ████████████████████████",
                "               ▄▄██▀▀              ▀████▀",
                "   ▄  ▄▄▄▄▄   ▄███                  ████▄                  ▄      ▄    ▄",
                " ▀▀█▀▀ █  █   █████████▄▄           ███████████████▄       █       █   █▄▄▄▄▄",
                "▄▄▄█▄▄▀  ▀▀   ████▀  ▀███▄         ▄███▀▀      ▀████      ▄▀▄        ▄▀  ▄ ▄▀",
                " ▄ █  █▀▀▀█   ████    ████       ▄▄██▀▀         ████     ▄▀ ▀▄     ▄     █",
                " █ █▀▀█▄▄▄█   ▀███▄  ▄███▀     ▄▄██▀▀          ▄███▀    ▄▀   ▀▄    █    █ █",
                "█ ▀▀▄▄▄▄▄▄▄    ▀▀██████▀▀   █████▀▀       ███████▀▀   ▄▀       ▀▄ █  ▄▄▀   ▀▄",
            ]
        );
    }

    #[test]
    fn a_figure_with_little_room_breaks_before_its_unit() {
        let parts = |figure: Parts| figure.fit(76, 17, Markers::default()).parts().join("/");
        assert_eq!(parts(of(3_476_000, Bound::Over, "count", Lang::Zh)), "超347.6万/人次");
        assert_eq!(parts(of(3_476_000, Bound::AtMost, "count", Lang::En)), "at\u{a0}most\u{a0}3.48M/visits");
    }

    #[test]
    fn a_rounded_figure_says_so() {
        let parts = of(53_100, Bound::Exact, "count", Lang::Zh).rounded();
        assert_eq!(parts.fit(140, 30, Markers::default()).parts(), ["≈", "5.31万", "人次"]);
    }

    proptest! {
        #[test]
        fn whatever_is_drawn_is_the_figure(
            value in (-1_000_000_000_000i64..1_000_000_000_000, 0u32..6),
            bound in prop::sample::select(&[Bound::Exact, Bound::About, Bound::Over, Bound::AtMost]),
            kind in prop::sample::select(&["count", "share", "rank", "multiple"]),
            zh in any::<bool>(), is_rounded in any::<bool>(),
            (x, y) in (0u16..20, 0u16..6), (width, height) in (0u16..220, 0u16..70),
            markers in prop::sample::select(&Markers::ALL),
        ) {
            let lang = if zh { Lang::Zh } else { Lang::En };
            let parts = Parts::from(&figure(Decimal::new(value.0, value.1), bound, kind, lang));
            let parts = if is_rounded { parts.rounded() } else { parts };
            let plan = parts.fit(width, height, markers);
            prop_assert!(plan.columns() <= width && plan.rows() <= height);
            if plan.is_whole() {
                let bare = |text: &str| text.split_whitespace().collect::<String>();
                prop_assert_eq!(bare(&plan.parts().concat()), bare(parts.text()));
            } else {
                prop_assert!(plan.parts().iter().all(|part| *part == text::ELLIPSIS));
            }
            let area = Rect { x, y, width, height };
            let mut buf = Buffer::filled(Rect::new(2, 1, 160, 50), ratatui::buffer::Cell::new("?"));
            plan.draw(area, &mut buf, Styles { markers, ..Styles::default() });
            for position in buf.area.positions().filter(|position| !area.contains(*position)) {
                prop_assert_eq!(buf[position].symbol(), "?", "{:?}", position);
            }
        }
    }
}
