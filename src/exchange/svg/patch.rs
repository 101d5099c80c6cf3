//! Rectangles: gathered by colour, joined where they touch, written as one path a colour.

use std::collections::BTreeMap;
use std::fmt::{self, Display, Write};

use crate::exchange::colour::Rgb;

/// A length or a coordinate in hundredths of a unit of the picture: whole numbers, so that edges meet exactly.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Length(pub(super) i32);

impl Display for Length {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let (whole, rest) = (self.0.unsigned_abs() / 100, self.0.unsigned_abs() % 100);
        match (rest / 10, rest % 10) {
            (0, 0) => write!(f, "{sign}{whole}"),
            (tenth, 0) => write!(f, "{sign}{whole}.{tenth}"),
            (tenth, hundredth) => write!(f, "{sign}{whole}.{tenth}{hundredth}"),
        }
    }
}

/// A filled rectangle, from one corner up to and without the other, in hundredths.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Patch {
    pub(super) left: i32,
    pub(super) top: i32,
    pub(super) right: i32,
    pub(super) bottom: i32,
}

impl Patch {
    /// The same rectangle, moved.
    pub(super) fn moved(self, (x, y): (i32, i32)) -> Self {
        Self { left: self.left + x, top: self.top + y, right: self.right + x, bottom: self.bottom + y }
    }

    fn breadth(self) -> i32 {
        (self.right - self.left).min(self.bottom - self.top)
    }
}

/// Rectangles by colour.
#[derive(Debug, Default)]
pub(super) struct Patches(BTreeMap<Rgb, Vec<Patch>>);

impl Patches {
    /// Adds a rectangle; an empty one is left out.
    pub(super) fn add(&mut self, colour: Rgb, patch: Patch) {
        if patch.left < patch.right && patch.top < patch.bottom {
            self.0.entry(colour).or_default().push(patch);
        }
    }

    /// Writes the rectangles as one path a colour, in the order of the colours: broad ones with edges along the pixels,
    /// so that neighbours of two colours meet; thin ones with soft edges, because a picture shown smaller than it is
    /// would lose every line that happens to lie between two pixels.
    pub(super) fn write(self, out: &mut String) {
        let (mut broad, mut thin) = (String::new(), String::new());
        for (colour, patches) in self.0 {
            let (strong, fine): (Vec<_>, Vec<_>) =
                joined(patches).into_iter().partition(|patch| patch.breadth() >= BROAD);
            path(&mut broad, colour, &strong);
            path(&mut thin, colour, &fine);
        }
        if !broad.is_empty() {
            // Writing to a string cannot fail.
            let _ = write!(out, "<g shape-rendering=\"crispEdges\">\n{broad}</g>\n");
        }
        out.push_str(&thin);
    }
}

/// The breadth from which on a rectangle is still to be seen when the picture is shown at less than half its size.
const BROAD: i32 = 250;

fn path(out: &mut String, colour: Rgb, patches: &[Patch]) {
    if patches.is_empty() {
        return;
    }
    let _ = write!(out, "<path fill=\"#{colour}\" d=\"");
    for Patch { left, top, right, bottom } in patches {
        let (x, y, width, height) = (Length(*left), Length(*top), Length(right - left), Length(bottom - top));
        let _ = write!(out, "M{x} {y}h{width}v{height}h-{width}z");
    }
    out.push_str("\"/>\n");
}

/// Joins neighbours of one height along their row, then what lies one upon the other with the same sides.
fn joined(mut patches: Vec<Patch>) -> Vec<Patch> {
    patches.sort_unstable_by_key(|p| (p.top, p.bottom, p.left, p.right));
    patches.dedup_by(|next, last| {
        let touch = (next.top, next.bottom) == (last.top, last.bottom) && next.left <= last.right;
        if touch {
            last.right = last.right.max(next.right);
        }
        touch
    });
    patches.sort_unstable_by_key(|p| (p.left, p.right, p.top, p.bottom));
    patches.dedup_by(|next, last| {
        let touch = (next.left, next.right) == (last.left, last.right) && next.top <= last.bottom;
        if touch {
            last.bottom = last.bottom.max(next.bottom);
        }
        touch
    });
    patches.sort_unstable_by_key(|p| (p.top, p.left, p.bottom, p.right));
    patches
}

#[cfg(test)]
mod tests {
    use super::*;

    fn patch(left: i32, top: i32, right: i32, bottom: i32) -> Patch {
        Patch { left, top, right, bottom }
    }

    #[test]
    fn lengths_are_as_short_as_they_can_be() {
        let shown = [0, 100, 1250, 1205, -50, 5].map(|n| Length(n).to_string());
        assert_eq!(shown, ["0", "1", "12.5", "12.05", "-0.5", "0.05"]);
    }

    #[test]
    fn neighbours_become_one() {
        let row = vec![patch(10, 0, 20, 5), patch(0, 0, 10, 5), patch(20, 0, 30, 5), patch(0, 5, 30, 9)];
        assert_eq!(joined(row), [patch(0, 0, 30, 9)]);
    }

    #[test]
    fn what_does_not_touch_stays_apart() {
        let apart = vec![patch(0, 0, 10, 5), patch(11, 0, 20, 5), patch(0, 6, 10, 9)];
        assert_eq!(joined(apart.clone()), apart);
    }

    #[test]
    fn a_path_a_colour_in_order() {
        let mut patches = Patches::default();
        patches.add(Rgb(255, 0, 0), patch(0, 0, 1000, 250));
        patches.add(Rgb(0, 0, 1), patch(0, 0, 1000, 2000));
        patches.add(Rgb(0, 0, 1), patch(5, 5, 5, 9));
        let mut out = String::new();
        patches.write(&mut out);
        let paths = "<path fill=\"#000001\" d=\"M0 0h10v20h-10z\"/>\n<path fill=\"#ff0000\" d=\"M0 0h10v2.5h-10z\"/>\n";
        assert_eq!(out, format!("<g shape-rendering=\"crispEdges\">\n{paths}</g>\n"));
    }

    #[test]
    fn thin_lines_have_soft_edges() {
        let mut patches = Patches::default();
        patches.add(Rgb(0, 0, 0), patch(0, 0, 1000, 100));
        let mut out = String::new();
        patches.write(&mut out);
        assert_eq!(out, "<path fill=\"#000000\" d=\"M0 0h10v1h-10z\"/>\n");
    }
}
