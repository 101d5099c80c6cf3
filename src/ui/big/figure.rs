//! One figure as large as there is room for: the number first, its scale, its bound and its unit smaller on the same foot.

use std::cell::OnceCell;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Modifier;

use super::Styles;
use super::bitmap::Bitmap;
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
        let unit = if times.is_some() { "倍" } else { figure.unit.trim_start() };
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
    /// them or the unit below; else all of it in lines that are drawn; else digits with words of text, which are half as wide where
    /// they have no other room; else one line of text. Where even that has no room, there is `…`: a figure is never cut.
    pub fn fit(&self, width: u16, height: u16, markers: Markers) -> FigurePlan {
        let room = Room::of(width, height, markers);
        let drawn = room.drawn;
        let by_words = |written: bool| {
            let sizes = WORDS.into_iter().filter(move |size| matches!(size, Size::Plain) == written);
            self.largest(&room, |times, place| sizes.clone().find_map(|size| self.arrange(times, size, place, &room)))
        };
        if let Some(plan) = by_words(false).filter(|_| drawn) {
            return plan;
        }
        // Words that nobody can read from afar come after lines that everybody can.
        let lines = self.lines(width, height, markers);
        let narrow = || self.narrow(&room);
        lines.or_else(|| by_words(true)).or_else(narrow).unwrap_or_else(|| self.written(width, height))
    }

    /// The largest digits with the unit beside them, or below where that makes them much larger: a unit that is torn from its
    /// figure is worth more than a size.
    fn largest(&self, room: &Room, plan: impl Fn(usize, Place) -> Option<FigurePlan>) -> Option<FigurePlan> {
        let sizes = || TIMES.into_iter().filter(|times| *times <= self.most && (room.drawn || *times > 1));
        let beside = sizes().find_map(|times| Some((times, plan(times, Place::Beside)?)));
        let least = beside.as_ref().map_or(0, |(times, _)| times * 3);
        let mut larger = sizes().take_while(|times| times * 2 > least);
        larger.find_map(|times| plan(times, Place::Below)).or(beside.map(|(_, plan)| plan))
    }

    /// The smallest digits, half as wide, with words of text.
    fn narrow(&self, room: &Room) -> Option<FigurePlan> {
        let places = [Place::Beside, Place::Below].into_iter().filter(|_| room.drawn);
        places.into_iter().find_map(|place| self.arrange(1, Size::Plain, place, &room.narrow()))
    }

    /// Digits and words in these sizes; `None` where there is no room for them, or a character has no shape.
    fn arrange(&self, times: usize, size: Size, place: Place, room: &Room) -> Option<FigurePlan> {
        let measures = self.measures();
        let digits = Block { columns: room.grain.columns(measures.digits? * times), above: 4 * times, below: 0 };
        let [before, unit] = measures.of(size).map(|word| word.map(|word| word.at(size)));
        let (before, unit) = (before?, unit?);
        let (scale, scale_size) = measures.scale(times, room)?;
        let below = place == Place::Below;
        if !is_smaller(before, times) || !is_smaller(unit, times) || (below && unit.columns == 0) {
            return None;
        }
        let gap = |block: &Block| if block.columns == 0 { 0 } else { times.max(2) };
        let x = before.columns + gap(&before);
        // Further from the digits than they are from each other.
        let apart = if scale.columns == 0 { 0 } else { times * 3 / 2 };
        let scale_x = x + digits.columns + apart;
        let end = scale_x + scale.columns;
        // Letters of a unit are a word of their own.
        let is_word = apart > 0 && self.unit.is_ascii() && size != Size::Plain;
        let gap_unit = if is_word { 2 * apart } else { gap(&unit) };
        let beside = if below { 0 } else { gap_unit + unit.columns };
        let tail = before.below.max(if below { 0 } else { unit.below });
        let foot = digits.above + tail;
        let (rows, under) = if below { (foot + times + unit.above + unit.below, foot + times) } else { (foot, 0) };
        let columns = (end + beside).max(if below { x + unit.columns } else { 0 });
        if columns > room.width || rows > room.height || digits.columns == 0 {
            return None;
        }
        let unit_at = if below { (x, under) } else { (end + gap_unit, digits.above - unit.above) };
        let (number, word) = split(&self.digits);
        let pieces = [
            (self.before.trim_end(), size, (0, digits.above - before.above)),
            (number, Size::Drawn(Face::Digits, times), (x, 0)),
            (word, scale_size, (scale_x, digits.above - scale.above)),
            (self.unit.as_str(), size, unit_at),
        ];
        let piece = |(content, size, (x, y)): (&str, Size, (usize, usize))| Piece {
            content: content.to_owned(),
            size,
            grain: room.grain,
            x: cells(x),
            y: cells(y),
        };
        let pieces = pieces.into_iter().filter(|(content, ..)| !content.is_empty()).map(piece).collect();
        Some(FigurePlan { form: Form::Pieces(pieces), columns: cells(columns), rows: cells(rows), whole: true })
    }

    /// The same with words of text, which leave the most room for what is told beside the figure; `None` where there is no
    /// room for digits.
    pub fn fit_digits(&self, width: u16, height: u16, markers: Markers) -> Option<FigurePlan> {
        let room = Room::of(width, height, markers);
        let largest = self.largest(&room, |times, place| self.arrange(times, Size::Plain, place, &room));
        largest.or_else(|| self.narrow(&room))
    }

    /// The same without digits of their own: in lines that are drawn as text is, else in one line of text.
    pub fn fit_text(&self, width: u16, height: u16, markers: Markers) -> FigurePlan {
        self.lines(width, height, markers).unwrap_or_else(|| self.written(width, height))
    }

    fn measures(&self) -> &Measures {
        self.measures.get_or_init(|| {
            let words = [self.before.trim_end(), &self.unit];
            let (number, scale) = split(&self.digits);
            let columns = |part| Measured::drawn(part, &[], Face::Digits).map(|it| it.length(0..it.len()));
            Measures {
                digits: columns(number),
                scale: [
                    columns(scale).map(|columns| Word { columns, foot: Face::Digits.height(), depth: 0 }),
                    Word::drawn(scale, Face::Small),
                    Word::drawn(scale, Face::Large),
                ],
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
    /// The words of scale as they are among the digits, and in the faces of text.
    scale: [Option<Word>; 3],
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

    /// The words of scale beside digits that are enlarged so many times, and their size: in the thin strokes of text, the
    /// largest that is smaller than the digits. Beside the smallest digits, and where half cells cannot be typed, their
    /// own thin shapes.
    fn scale(&self, times: usize, room: &Room) -> Option<(Block, Size)> {
        let [own, small, large] = self.scale;
        let size = |size: Size| match size {
            Size::Drawn(Face::Small, _) => Some((small?.at(size), size)),
            Size::Drawn(Face::Large, _) => Some((large?.at(size), size)),
            _ => None,
        };
        let mut words = WORDS.into_iter().filter_map(size).filter(|(block, _)| room.drawn && is_smaller(*block, times));
        let among = || {
            let size = Size::Drawn(Face::Digits, times);
            let block = own?.at(size);
            Some((Block { columns: room.grain.columns(block.columns), ..block }, size))
        };
        words.next().or_else(among)
    }
}

/// Whether a word looks smaller than digits that are enlarged so many times.
fn is_smaller(word: Block, times: usize) -> bool {
    word.above <= 3 * times
}

/// The number, and the words of scale behind it.
fn split(digits: &str) -> (&str, &str) {
    digits.split_at(digits.trim_end_matches(char::is_alphabetic).len())
}

/// The columns and rows that there are, and whether text can be drawn in them.
#[derive(Debug, Clone, Copy)]
struct Room {
    width: usize,
    height: usize,
    drawn: bool,
    /// Pixels of digits are as wide as high, or half as wide where there is no other room for them.
    grain: Grain,
}

impl Room {
    fn of(width: u16, height: u16, markers: Markers) -> Self {
        let (width, height, drawn) = (usize::from(width), usize::from(height), markers != Markers::Ascii);
        Self { width, height, drawn, grain: Grain::Halves }
    }

    /// The same for digits that are half as wide.
    fn narrow(&self) -> Self {
        Self { grain: Grain::Quarters, ..*self }
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
    /// How the digits are drawn.
    grain: Grain,
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

    /// Whether the digits are half as wide as they should be.
    pub fn is_narrow(&self) -> bool {
        matches!(&self.form, Form::Pieces(pieces) if pieces.iter().any(|piece| piece.grain == Grain::Quarters))
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
                Size::Drawn(Face::Digits, times) => {
                    digits(buf, room, &piece.content, (times, piece.grain), styles);
                }
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
fn digits(buf: &mut Buffer, area: Rect, content: &str, (times, grain): (usize, Grain), styles: Styles) {
    let Some(measured) = Measured::drawn(content, &[], Face::Digits) else { return };
    // Those of one style are drawn together: two of them may share a cell where pixels are narrow.
    let (number, scale) = split(content);
    for (part, from) in [(number, 0), (scale, number.chars().count())] {
        let mut drawn = Bitmap::blank(measured.length(0..measured.len()), Face::Digits.depth());
        for (at, c) in part.chars().enumerate() {
            if let Some(glyph) = Face::Digits.glyph(c) {
                drawn.stamp(&glyph, measured.start(from + at), 0);
            }
        }
        // Half a cell cannot be typed, and so nothing is smoothed there.
        let drawn = if styles.markers == Markers::Ascii { drawn.enlarged(times) } else { drawn.smoothed(times) };
        let style = part.chars().next().map_or(styles.digits, |c| styles.of(c));
        paint(buf, area, &drawn, grain, styles.markers, style);
    }
}

#[cfg(test)]
mod tests;
