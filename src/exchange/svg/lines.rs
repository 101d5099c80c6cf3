//! Box drawing: the arms that a character reaches out, as rectangles that meet those of its neighbours.

use super::patch::Patch;
use super::{HIGH, WIDE};

/// Where the lines of a cell cross: half a unit off the middle, so that a line of one unit has whole coordinates.
pub(super) const CENTRE: (i32, i32) = (550, 1050);
/// Half the thickness of a light line.
pub(super) const LIGHT: i32 = 50;
/// Half the thickness of a heavy line.
const HEAVY: i32 = 150;
/// The inner and the outer edge of each line of a double line, from the middle.
const DOUBLE: (i32, i32) = (150, 250);

/// The arms of U+2500 to U+257F, sixteen characters a row: left, right, up, down, each 0 (none), 1 (light), 2 (heavy)
/// or 3 (double). Dashes, arcs and diagonals have no arms here.
const ARMS: [&[u8]; 8] = [
    b"1100 2200 0011 0022 0000 0000 0000 0000 0000 0000 0000 0000 0101 0201 0102 0202", // ─━│┃┄┅┆┇┈┉┊┋┌┍┎┏
    b"1001 2001 1002 2002 0110 0210 0120 0220 1010 2010 1020 2020 0111 0211 0121 0112", // ┐┑┒┓└┕┖┗┘┙┚┛├┝┞┟
    b"0122 0221 0212 0222 1011 2011 1021 1012 1022 2021 2012 2022 1101 2101 1201 2201", // ┠┡┢┣┤┥┦┧┨┩┪┫┬┭┮┯
    b"1102 2102 1202 2202 1110 2110 1210 2210 1120 2120 1220 2220 1111 2111 1211 2211", // ┰┱┲┳┴┵┶┷┸┹┺┻┼┽┾┿
    b"1121 1112 1122 2121 1221 2112 1212 2221 2212 2122 1222 2222 0000 0000 0000 0000", // ╀╁╂╃╄╅╆╇╈╉╊╋╌╍╎╏
    b"3300 0033 0301 0103 0303 3001 1003 3003 0310 0130 0330 3010 1030 3030 0311 0133", // ═║╒╓╔╕╖╗╘╙╚╛╜╝╞╟
    b"0333 3011 1033 3033 3301 1103 3303 3310 1130 3330 3311 1133 3333 0000 0000 0000", // ╠╡╢╣╤╥╦╧╨╩╪╫╬╭╮╯
    b"0000 0000 0000 0000 1000 0010 0100 0001 2000 0020 0200 0002 1200 0012 2100 0021", // ╰╱╲╳╴╵╶╷╸╹╺╻╼╽╾╿
];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Weight {
    None,
    Light,
    Heavy,
    Double,
}

/// The rectangles of a character made of straight arms, inside a cell at the origin; `None` for any other character.
pub(super) fn arms(c: char) -> Option<Vec<Patch>> {
    let [left, right, up, down] = weights(c)?;
    let mut patches = Vec::new();
    let (x, y) = CENTRE;
    strokes(left, right, (up, down), |near, far, start| {
        patches.push(Patch { left: 0, top: y + near, right: x - start, bottom: y + far });
    });
    strokes(right, left, (up, down), |near, far, start| {
        patches.push(Patch { left: x + start, top: y + near, right: WIDE, bottom: y + far });
    });
    strokes(up, down, (left, right), |near, far, start| {
        patches.push(Patch { left: x + near, top: 0, right: x + far, bottom: y - start });
    });
    strokes(down, up, (left, right), |near, far, start| {
        patches.push(Patch { left: x + near, top: y + start, right: x + far, bottom: HIGH });
    });
    Some(patches)
}

fn weights(c: char) -> Option<[Weight; 4]> {
    let index = usize::try_from(u32::from(c).checked_sub(0x2500)?).ok()?;
    let digits = ARMS.get(index / 16)?.get(index % 16 * 5..)?.first_chunk::<4>()?;
    let weights = digits.map(|digit| match digit {
        b'1' => Weight::Light,
        b'2' => Weight::Heavy,
        b'3' => Weight::Double,
        _ => Weight::None,
    });
    weights.iter().any(|weight| *weight != Weight::None).then_some(weights)
}

/// Gives the lines of one arm: from where to where across it, and how far from the middle each starts; negative starts
/// lie on the other side. `sides` are the arms that cross it, the one towards smaller coordinates first.
fn strokes(arm: Weight, opposite: Weight, sides: (Weight, Weight), mut give: impl FnMut(i32, i32, i32)) {
    let (inner, outer) = DOUBLE;
    match arm {
        Weight::None => {}
        Weight::Light | Weight::Heavy => {
            let half = thickness(arm);
            let start = match sides {
                // It ends at the nearer line of a double one, unless it goes on beyond.
                (Weight::Double, Weight::Double) if opposite == Weight::None => inner,
                (Weight::Double, Weight::Double) => -LIGHT,
                // A corner with a double line reaches its outer line.
                (Weight::Double, _) | (_, Weight::Double) => -outer,
                (a, b) => -thickness(a).max(thickness(b)),
            };
            give(-half, half, start);
        }
        Weight::Double => {
            give(-outer, -inner, double_start(sides.0, sides.1));
            give(inner, outer, double_start(sides.1, sides.0));
        }
    }
}

/// Where one line of a double arm starts: `here` is the crossing arm on its own side, `there` on the other.
fn double_start(here: Weight, there: Weight) -> i32 {
    let (inner, outer) = DOUBLE;
    match (here, there) {
        (Weight::Double, _) => inner,
        (Weight::None, Weight::Double) => -outer,
        _ => -LIGHT,
    }
}

fn thickness(weight: Weight) -> i32 {
    if weight == Weight::Heavy { HEAVY } else { LIGHT }
}

/// The rectangles of a dashed line, inside a cell at the origin; `None` for any other character.
pub(super) fn dashes(c: char) -> Option<Vec<Patch>> {
    let (count, half, lying) = match c {
        '┄' => (3, LIGHT, true),
        '┅' => (3, HEAVY, true),
        '┆' => (3, LIGHT, false),
        '┇' => (3, HEAVY, false),
        '┈' => (4, LIGHT, true),
        '┉' => (4, HEAVY, true),
        '┊' => (4, LIGHT, false),
        '┋' => (4, HEAVY, false),
        '╌' => (2, LIGHT, true),
        '╍' => (2, HEAVY, true),
        '╎' => (2, LIGHT, false),
        '╏' => (2, HEAVY, false),
        _ => return None,
    };
    let along = if lying { WIDE } else { HIGH };
    // Two fifths of each step stay empty, half of it before the dash, so that steps are even across cells.
    let dash = |n: i32| (along * (5 * n + 1) / (5 * count), along * (5 * n + 4) / (5 * count));
    let (x, y) = CENTRE;
    let patch = |(from, to)| {
        if lying {
            Patch { left: from, top: y - half, right: to, bottom: y + half }
        } else {
            Patch { left: x - half, top: from, right: x + half, bottom: to }
        }
    };
    Some((0..count).map(dash).map(patch).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whether the middle of a unit square of the cell is covered.
    fn drawn(c: char) -> Vec<String> {
        let patches = arms(c).unwrap();
        let covered = |x: i32, y: i32| {
            let (x, y) = (x * 100 + 50, y * 100 + 50);
            patches.iter().any(|p| (p.left..p.right).contains(&x) && (p.top..p.bottom).contains(&y))
        };
        (6..15).map(|y| (0..10).map(|x| if covered(x, y) { '#' } else { '.' }).collect()).collect()
    }

    #[test]
    fn light_lines_cross_in_one_point() {
        let row = |s: &str| s.to_owned();
        let mut cross = vec![row(".....#...."); 9];
        cross[4] = row("##########");
        assert_eq!(drawn('┼'), cross);
    }

    #[test]
    fn a_light_arm_ends_at_the_nearer_double_line() {
        assert_eq!(drawn('╟')[4], "...#...###");
        assert_eq!(drawn('╫')[4], "##########");
        assert_eq!(drawn('╓')[4], "...#######");
    }

    #[test]
    fn double_lines_turn_without_gaps_or_spurs() {
        let expected = [
            "..........",
            "..........",
            "...#######",
            "...#......",
            "...#......",
            "...#......",
            "...#...###",
            "...#...#..",
            "...#...#..",
        ];
        assert_eq!(drawn('╔'), expected);
        assert_eq!(drawn('╬')[2], "####...###");
        assert_eq!(drawn('╬')[4], "..........");
    }

    #[test]
    fn every_box_character_reaches_the_edges_it_should() {
        for c in '\u{2500}'..='\u{257f}' {
            let Some(patches) = arms(c) else { continue };
            let [left, right, up, down] = weights(c).unwrap();
            let whole = |p: &Patch| p.left < p.right && p.top < p.bottom;
            assert!(patches.iter().all(whole), "{c}");
            assert_eq!(patches.iter().any(|p| p.left == 0), left != Weight::None, "{c}");
            assert_eq!(patches.iter().any(|p| p.right == WIDE), right != Weight::None, "{c}");
            assert_eq!(patches.iter().any(|p| p.top == 0), up != Weight::None, "{c}");
            assert_eq!(patches.iter().any(|p| p.bottom == HIGH), down != Weight::None, "{c}");
        }
    }

    #[test]
    fn dashes_stay_inside_the_cell_and_apart() {
        for c in "┄┅┆┇┈┉┊┋╌╍╎╏".chars() {
            let dashes = dashes(c).unwrap();
            assert!(dashes.iter().all(|p| p.left >= 0 && p.top >= 0 && p.right <= WIDE && p.bottom <= HIGH), "{c}");
            assert!(dashes.windows(2).all(|two| two[0].right < two[1].left || two[0].bottom < two[1].top), "{c}");
        }
    }
}
