//! Block elements: halves, eighths, quadrants and shades, as rectangles that fill their part of the cell to its edge.

use super::patch::Patch;
use super::{HIGH, WIDE};

/// What a block element paints.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Block {
    /// How much of the colour is seen, in percent; less than all for shades.
    pub(super) percent: u16,
    /// The parts, inside a cell at the origin.
    pub(super) patches: Vec<Patch>,
}

/// The block element that the character is, U+2580 to U+259F; `None` for any other character.
pub(super) fn block(c: char) -> Option<Block> {
    let eighth = |from: char| i32::try_from(u32::from(c) - u32::from(from)).unwrap_or(0);
    let patch = match c {
        '▀' => part((0, 0), (8, 4)),
        '▁'..='█' => part((0, 7 - eighth('▁')), (8, 8)),
        '▉'..='▏' => part((0, 0), (7 - eighth('▉'), 8)),
        '▐' => part((4, 0), (8, 8)),
        '░' => return Some(shade(25)),
        '▒' => return Some(shade(50)),
        '▓' => return Some(shade(75)),
        '▔' => part((0, 0), (8, 1)),
        '▕' => part((7, 0), (8, 8)),
        '▖'..='▟' => return quadrants(c),
        _ => return None,
    };
    Some(Block { percent: 100, patches: vec![patch] })
}

/// A part of the cell, in eighths of its sides.
fn part((left, top): (i32, i32), (right, bottom): (i32, i32)) -> Patch {
    Patch { left: left * WIDE / 8, top: top * HIGH / 8, right: right * WIDE / 8, bottom: bottom * HIGH / 8 }
}

fn shade(percent: u16) -> Block {
    Block { percent, patches: vec![part((0, 0), (8, 8))] }
}

fn quadrants(c: char) -> Option<Block> {
    let (upper_left, upper_right, lower_left, lower_right) =
        (part((0, 0), (4, 4)), part((4, 0), (8, 4)), part((0, 4), (4, 8)), part((4, 4), (8, 8)));
    let (left, upper) = (part((0, 0), (4, 8)), part((0, 0), (8, 4)));
    let right = part((4, 0), (8, 8));
    let patches = match c {
        '▖' => vec![lower_left],
        '▗' => vec![lower_right],
        '▘' => vec![upper_left],
        '▙' => vec![left, lower_right],
        '▚' => vec![upper_left, lower_right],
        '▛' => vec![upper, lower_left],
        '▜' => vec![upper, lower_right],
        '▝' => vec![upper_right],
        '▞' => vec![upper_right, lower_left],
        '▟' => vec![right, lower_left],
        _ => return None,
    };
    Some(Block { percent: 100, patches })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn only(c: char) -> (i32, i32, i32, i32) {
        let block = block(c).unwrap();
        assert_eq!((block.percent, block.patches.len()), (100, 1), "{c}");
        let p = block.patches[0];
        (p.left, p.top, p.right, p.bottom)
    }

    #[test]
    fn eighths_grow_from_below_and_from_the_left() {
        assert_eq!(only('▁'), (0, 1750, 1000, 2000));
        assert_eq!(only('▄'), (0, 1000, 1000, 2000));
        assert_eq!(only('█'), (0, 0, 1000, 2000));
        assert_eq!(only('▉'), (0, 0, 875, 2000));
        assert_eq!(only('▌'), (0, 0, 500, 2000));
        assert_eq!(only('▏'), (0, 0, 125, 2000));
        assert_eq!(only('▕'), (875, 0, 1000, 2000));
    }

    #[test]
    fn quadrants_cover_what_their_names_say() {
        let area = |c| {
            let patches = block(c).unwrap().patches;
            patches.iter().map(|p| (p.right - p.left) * (p.bottom - p.top)).sum::<i32>() * 4 / (WIDE * HIGH)
        };
        let quarters: Vec<_> = "▖▗▘▝▚▞▙▛▜▟".chars().map(area).collect();
        assert_eq!(quarters, [1, 1, 1, 1, 2, 2, 3, 3, 3, 3]);
    }

    #[test]
    fn the_whole_range_is_known_and_nothing_else() {
        assert!(('\u{2580}'..='\u{259f}').all(|c| block(c).is_some()));
        assert!("\u{257f}\u{25a0} a万".chars().all(|c| block(c).is_none()));
    }
}
