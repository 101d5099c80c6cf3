//! Lines in cells: dots of braille, quarters of blocks, or the characters of a typewriter.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::model::Markers;
use crate::ui::draw;
use crate::ui::theme::{Role, Theme};

/// The blocks by their quarters: upper left 1, upper right 2, lower left 4, lower right 8.
const QUARTERS: [&str; 16] = [" ", "▘", "▝", "▀", "▖", "▌", "▞", "▛", "▗", "▚", "▐", "▜", "▄", "▙", "▟", "█"];

/// How many steps of a line are drawn, and how many are then left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Pattern(pub(super) usize, pub(super) usize);

/// What a line is drawn with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Pen {
    pub(super) pattern: Pattern,
    pub(super) role: Role,
    /// The number of the line. Where two lines meet in a cell it shows the one that is drawn last: the dots of both
    /// would look like a third one.
    pub(super) line: usize,
}

/// What a cell holds of lines and signs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Spot {
    dots: u8,
    letter: &'static str,
    role: Role,
    line: usize,
    sign: Option<(&'static str, Role)>,
}

/// A plot before it is drawn.
#[derive(Debug, Clone)]
pub(super) struct Canvas {
    markers: Markers,
    width: u16,
    height: u16,
    spots: Vec<Spot>,
}

impl Canvas {
    /// An empty plot of so many cells.
    pub(super) fn new(width: u16, height: u16, markers: Markers) -> Self {
        let blank = Spot { dots: 0, letter: "", role: Role::Text, line: 0, sign: None };
        Self { markers, width, height, spots: vec![blank; usize::from(width) * usize::from(height)] }
    }

    /// The levels that a plot of so many rows tells apart.
    fn levels(rows: u16, markers: Markers) -> u16 {
        rows.saturating_mul(of_row(markers))
    }

    fn spot(&self, x: u16, row: u16) -> Option<&Spot> {
        let inside = x < self.width && row < self.height;
        let at = usize::from(row) * usize::from(self.width) + usize::from(x);
        if inside { self.spots.get(at) } else { None }
    }

    fn spot_mut(&mut self, x: u16, row: u16) -> Option<&mut Spot> {
        let inside = x < self.width && row < self.height;
        let at = usize::from(row) * usize::from(self.width) + usize::from(x);
        if inside { self.spots.get_mut(at) } else { None }
    }

    /// Whether no sign stands in a cell of the plot; a line may.
    pub(super) fn takes_sign(&self, x: u16, row: u16) -> bool {
        self.spot(x, row).is_some_and(|spot| spot.sign.is_none())
    }

    /// Whether nothing at all stands in a cell of the plot.
    pub(super) fn is_blank(&self, x: u16, row: u16) -> bool {
        self.spot(x, row).is_some_and(|spot| spot.sign.is_none() && spot.dots == 0)
    }

    /// Puts a sign of one cell over whatever stands there.
    pub(super) fn sign(&mut self, x: u16, row: u16, sign: &'static str, role: Role) {
        if let Some(spot) = self.spot_mut(x, row) {
            spot.sign = Some((sign, role));
        }
    }

    /// Draws a line from one point to another; both are a column of cells and a level.
    pub(super) fn line(&mut self, from: (u16, u16), to: (u16, u16), pen: Pen) {
        let path = path(self.dot(from), self.dot(to));
        let Pattern(drawn, left_out) = pen.pattern;
        let period = drawn.saturating_add(left_out).max(1);
        for (at, &(x, y)) in path.iter().enumerate() {
            if at % period < drawn {
                let beside = |at: Option<usize>| at.and_then(|at| path.get(at)).copied().unwrap_or((x, y));
                let (before, after) = (beside(at.checked_sub(1)), beside(at.checked_add(1)));
                let letter = match () {
                    () if before.1 == y && after.1 == y => "-",
                    () if before.0 == x && after.0 == x => "|",
                    () => ".",
                };
                self.dot_at(x, y, letter, pen);
            }
        }
    }

    /// The dot of a column of cells and a level, from the upper left.
    fn dot(&self, (x, level): (u16, u16)) -> (i32, i32) {
        let (across, _) = dots(self.markers);
        let top = Self::levels(self.height, self.markers).saturating_sub(1);
        (i32::from(x) * i32::from(across), i32::from(top.saturating_sub(level)))
    }

    fn dot_at(&mut self, x: i32, y: i32, letter: &'static str, pen: Pen) {
        let (across, down) = dots(self.markers);
        let (Ok(x), Ok(y)) = (u16::try_from(x), u16::try_from(y)) else { return };
        let bit = match (self.markers, x % across, y % down) {
            (Markers::Braille, 0, 3) => 6,
            (Markers::Braille, _, 3) => 7,
            (Markers::Braille, right, down) => right * 3 + down,
            (_, right, low) => right + low * 2,
        };
        if let Some(spot) = self.spot_mut(x / across, y / down) {
            if spot.line != pen.line {
                spot.dots = 0;
            }
            spot.dots |= 1 << bit;
            spot.role = pen.role;
            spot.line = pen.line;
            spot.letter = letter;
        }
    }

    /// Draws what there is; where nothing is, whatever stood in the buffer stays.
    pub(super) fn draw(&self, area: Rect, buf: &mut Buffer, theme: &Theme) {
        for (row, y) in (0..self.height).zip(area.top()..area.bottom()) {
            for (column, x) in (0..self.width).zip(area.left()..area.right()) {
                let Some(spot) = self.spot(column, row) else { continue };
                if let Some((sign, role)) = spot.sign {
                    draw::put(buf, x, y, 1, sign, theme.style(role));
                } else if spot.dots > 0 {
                    let style = theme.style(spot.role);
                    match self.markers {
                        Markers::Braille => {
                            let dots = char::from_u32(0x2800 + u32::from(spot.dots)).unwrap_or(' ');
                            draw::put(buf, x, y, 1, dots.encode_utf8(&mut [0; 4]), style)
                        }
                        Markers::Block => {
                            let block = QUARTERS.get(usize::from(spot.dots)).copied().unwrap_or("█");
                            draw::put(buf, x, y, 1, block, style)
                        }
                        Markers::Ascii => draw::put(buf, x, y, 1, spot.letter, style),
                    };
                }
            }
        }
    }
}

/// The levels that a row tells apart.
pub(super) fn of_row(markers: Markers) -> u16 {
    dots(markers).1
}

/// The dots of a cell, across and down.
fn dots(markers: Markers) -> (u16, u16) {
    match markers {
        Markers::Braille => (2, 4),
        Markers::Block => (2, 2),
        Markers::Ascii => (1, 1),
    }
}

/// The dots nearest to a straight line, both ends included, without a gap.
fn path(from: (i32, i32), to: (i32, i32)) -> Vec<(i32, i32)> {
    let (across, down) = (to.0 - from.0, to.1 - from.1);
    let steps = across.abs().max(down.abs());
    let along = |by: i32, at: i32| (2 * by * at + by.signum() * steps) / (2 * steps.max(1));
    (0..=steps).map(|at| (from.0 + along(across, at), from.1 + along(down, at))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::chart::testing;
    use proptest::prelude::*;

    fn drawn(markers: Markers, pattern: Pattern) -> Vec<String> {
        let mut canvas = Canvas::new(10, 3, markers);
        let top = Canvas::levels(3, markers) - 1;
        let pen = Pen { pattern, role: Role::Text, line: 0 };
        canvas.line((0, 0), (5, top), pen);
        canvas.line((5, top), (9, top), pen);
        testing::lines(10, 3, |area, buf, theme| canvas.draw(area, buf, theme))
    }

    #[test]
    fn a_line_in_every_set() {
        assert_eq!(drawn(Markers::Braille, Pattern(1, 0)), ["   ⢀⠔⠉⠉⠉⠉⠁", "  ⡰⠁", "⡠⠊"]);
        assert_eq!(drawn(Markers::Block, Pattern(1, 0)), ["   ▗▞▀▀▀▀▘", " ▗▞▘", "▞▘"]);
        assert_eq!(drawn(Markers::Ascii, Pattern(1, 0)), ["    .-----", "  ..", "-."]);
        assert_eq!(drawn(Markers::Braille, Pattern(2, 2)), ["   ⢀⠄⠉ ⠉ ⠁", "  ⡠", "⡠"]);
    }

    #[test]
    fn no_cell_mixes_two_lines() {
        let mut canvas = Canvas::new(4, 1, Markers::Braille);
        let pen = |line| Pen { pattern: Pattern(1, 0), role: Role::Text, line };
        canvas.line((0, 0), (3, 0), pen(1));
        canvas.line((1, 3), (2, 3), pen(0));
        assert_eq!(testing::lines(4, 1, |area, buf, theme| canvas.draw(area, buf, theme)), ["⣀⠉⠁⡀"]);
    }

    proptest! {
        #[test]
        fn a_path_has_both_ends_and_no_gap(a in (0i32..300, 0i32..99), b in (0i32..300, 0i32..99)) {
            let path = path(a, b);
            prop_assert_eq!((path.first(), path.last()), (Some(&a), Some(&b)));
            for pair in path.windows(2) {
                prop_assert!((pair[0].0 - pair[1].0).abs() <= 1 && (pair[0].1 - pair[1].1).abs() <= 1);
            }
        }
    }
}
