//! Where things are on a console of a given size.

use ratatui::layout::Rect;

use crate::model::stage::Notes;

/// Narrower than this, everything stands in one column.
const COLUMNS: u16 = 62;
/// The column of the clock: at the least, and at the most where the picture is not shown in full.
const SIDE: (u16, u16) = (26, 44);
/// It is never wider: what stands at its right end would not be read with what stands at its left.
const WIDEST: u16 = 64;
/// Blanks between the columns.
const GAP: u16 = 2;
/// The smallest picture that tells anything, without its frame.
const LEAST_PICTURE: (u16, u16) = (20, 5);
/// In one column a picture needs a screen of so many rows.
const TALL: u16 = 22;
/// From so many rows on a rule stands below the first.
const RULED: u16 = 16;
/// From so many rows on a blank one stands above the footer, and from so many above the body as well.
const AIRY: (u16, u16) = (30, 44);
/// Notes have at least so many rows, their heading among them.
const LEAST_NOTES: u16 = 3;
/// The left column is at least so wide, so that notes can be read in it.
const LEAST_LEFT: u16 = 60;
/// What comes next has at least so many rows.
pub(super) const LEAST_NEXT: u16 = 4;
/// Wider or higher than this no screen is used: coordinates are 16 bits wide.
const MOST: u16 = 4096;

/// What decides how the room is shared out.
pub(super) struct Need<'a> {
    /// Columns and rows of the audience's terminal.
    pub(super) size: (u16, u16),
    /// The share of the notes.
    pub(super) share: u16,
    /// How many lines the longest notes take in a width.
    pub(super) longest: &'a dyn Fn(u16) -> usize,
    /// Whether something has gone wrong and is to be told.
    pub(super) trouble: bool,
}

/// The regions of a console. One without room is empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Regions {
    /// The step, who takes part.
    pub(super) status: Rect,
    /// A rule, or what has gone wrong.
    pub(super) line: Rect,
    /// Everything between that and the footer.
    pub(super) body: Rect,
    /// The picture with its frame.
    pub(super) picture: Rect,
    /// The notes with their heading.
    pub(super) notes: Rect,
    /// The clock in a row or two; empty where it stands in the side column.
    pub(super) clock: Rect,
    /// The side column: clock, and what comes next; in one column, what comes next alone.
    pub(super) side: Rect,
    /// Keys.
    pub(super) footer: Rect,
}

/// Divides a console.
pub(super) fn regions(area: Rect, need: &Need<'_>) -> Regions {
    let area = Rect { width: area.width.min(MOST), height: area.height.min(MOST), ..area };
    let margin = match area.width {
        0..=39 => 0,
        40..=99 => 1,
        _ => 2,
    };
    let inner = Rect { x: area.x + margin, width: area.width.saturating_sub(2 * margin), ..area };
    let line = u16::from(area.height >= RULED || (need.trouble && area.height > 2));
    let air = u16::from(area.height >= AIRY.1);
    let foot = u16::from(area.height >= 7);
    let gap = u16::from(area.height >= AIRY.0);
    let row = |y: u16, height: u16| Rect { y: area.y + y, height: height.min(area.height.saturating_sub(y)), ..inner };
    let head = 1 + line + air;
    let body = row(head.min(area.height), area.height.saturating_sub(head + foot + gap));
    let outer = Regions {
        status: row(0, 1),
        line: row(1, line),
        body,
        picture: Rect::default(),
        notes: Rect::default(),
        clock: Rect::default(),
        side: Rect::default(),
        footer: row(area.height.saturating_sub(1), foot),
    };
    if inner.width >= COLUMNS { columns(outer, need) } else { stacked(outer, need, area.height >= TALL) }
}

/// Pictures above notes at the left, the clock and what comes next at the right.
fn columns(outer: Regions, need: &Need<'_>) -> Regions {
    let body = outer.body;
    let (cols, rows) = (need.size.0.saturating_add(2), need.size.1.saturating_add(2));
    let least = body.width.saturating_sub(SIDE.0 + GAP);
    let whole = cols <= least && rows.saturating_add(LEAST_NOTES) <= body.height;
    let side = (body.width / 3).clamp(SIDE.0, SIDE.1);
    let left = if whole { cols.max(LEAST_LEFT.min(least)) } else { body.width - side - GAP };
    let (picture, notes) = pictured(Rect { width: left, ..body }, need);
    let x = body.x + left + GAP;
    let width = body.right().saturating_sub(x).min(WIDEST);
    Regions { picture, notes, side: Rect { x, width, ..body }, ..outer }
}

/// Everything below each other: the clock, a picture where there are rows to spare, the notes, what comes next.
fn stacked(outer: Regions, need: &Need<'_>, tall: bool) -> Regions {
    let body = outer.body;
    let (clock, next) = match body.height {
        0 => (0, 0),
        1 => (1, 0),
        2..=4 => (1, 1),
        5..=14 => (2, 2),
        _ => (2, LEAST_NEXT),
    };
    let notes = Rect { y: body.y + clock, height: body.height - clock - next, ..body };
    let (picture, notes) = if tall { pictured(notes, need) } else { (Rect::default(), notes) };
    Regions {
        picture,
        notes,
        clock: Rect { height: clock, ..body },
        side: Rect { y: body.bottom() - next, height: next, ..body },
        ..outer
    }
}

/// A picture with its frame above the notes; no picture where it would tell nothing.
fn pictured(area: Rect, need: &Need<'_>) -> (Rect, Rect) {
    let wanted = notes_rows(area, need);
    let room = Rect { height: area.height.saturating_sub(wanted), ..area };
    let Some(picture) = framed(need.size, room) else { return (Rect::default(), area) };
    let rest = Rect { y: picture.bottom(), height: area.height - picture.height, ..area };
    (picture, rest)
}

/// The rows that the notes are to have. By the usual share they have what the longest of them need, up to half of the
/// height; by other shares more or less than that, so that every step of the share is seen.
fn notes_rows(area: Rect, need: &Need<'_>) -> u16 {
    let longest = u16::try_from((need.longest)(area.width)).unwrap_or(u16::MAX).saturating_add(1);
    let usual = longest.clamp(LEAST_NOTES, (area.height / 2).max(LEAST_NOTES));
    let (least, most) = Notes::SHARES;
    let (share, middle) = (need.share.clamp(least, most), Notes::default().share);
    if share <= middle {
        return (usual * share / middle).max(LEAST_NOTES - 1);
    }
    let most_rows = (area.height * most / 10).max(usual);
    usual + (most_rows - usual) * (share - middle) / (most - middle)
}

/// The frame of a picture in the upper left corner of a room: in full where there is room for it, else as large as the room
/// allows in the same proportions.
pub(super) fn framed(size: (u16, u16), room: Rect) -> Option<Rect> {
    let (width, height) = scaled(size, (room.width.saturating_sub(2), room.height.saturating_sub(2)));
    let told = (width, height) == size || (width >= LEAST_PICTURE.0 && height >= LEAST_PICTURE.1);
    (told && width > 0 && height > 0).then_some(Rect { width: width + 2, height: height + 2, ..room })
}

/// The largest size in a room that has the proportions of another, at most that itself.
fn scaled((cols, rows): (u16, u16), (width, height): (u16, u16)) -> (u16, u16) {
    let [wide, high] = [cols, rows].map(|length| u32::from(length.max(1)));
    let by_height = u32::from(height) * wide / high;
    let across = u32::from(width.min(cols)).min(by_height);
    // To the nearest row.
    let down = ((across * high + wide / 2) / wide).min(u32::from(height.min(rows)));
    (across as u16, down as u16)
}

/// What is left of an area below so many rows and a blank one.
pub(super) fn below(area: Rect, rows: u16) -> Rect {
    let used = if rows == 0 { 0 } else { rows.saturating_add(1).min(area.height) };
    Rect { y: area.y + used, height: area.height - used, ..area }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn need(size: (u16, u16), share: u16, longest: &dyn Fn(u16) -> usize) -> Need<'_> {
        Need { size, share, longest, trouble: false }
    }

    fn parts(regions: &Regions) -> [Rect; 7] {
        let Regions { status, line, picture, notes, clock, side, footer, .. } = *regions;
        [status, line, picture, notes, clock, side, footer]
    }

    #[test]
    fn a_picture_is_in_full_where_there_is_room_else_in_proportion() {
        assert_eq!(scaled((100, 30), (134, 40)), (100, 30));
        assert_eq!(scaled((100, 30), (48, 30)), (48, 14));
        assert_eq!(scaled((100, 30), (200, 12)), (40, 12));
        assert_eq!(framed((100, 30), Rect::new(0, 0, 12, 4)), None);
        let full = regions(Rect::new(0, 0, 200, 60), &need((100, 30), 5, &|_| 4));
        assert_eq!((full.picture.width, full.picture.height), (102, 32));
    }

    #[test]
    fn a_laptop_has_it_all() {
        let laptop = regions(Rect::new(0, 0, 80, 24), &need((100, 30), 5, &|_| 6));
        assert_eq!((laptop.picture.height, laptop.notes.height), (14, 7));
        assert!(laptop.picture.width >= 40 && laptop.side.width >= 26, "{laptop:?}");
        let small = regions(Rect::new(0, 0, 40, 10), &need((100, 30), 5, &|_| 6));
        assert!(small.picture.is_empty());
        assert_eq!([small.clock, small.notes, small.side].map(|area| area.height), [2, 4, 2]);
    }

    #[test]
    fn a_greater_share_gives_the_notes_more() {
        for (width, height) in [(80, 24), (120, 40), (100, 30)] {
            let rows = |share| regions(Rect::new(0, 0, width, height), &need((300, 100), share, &|_| 5)).notes.height;
            let rows: Vec<u16> = (Notes::SHARES.0..=Notes::SHARES.1).map(rows).collect();
            // What the picture has no use for is the notes' in any case.
            assert!(rows.is_sorted() && rows.get(3) < rows.last(), "{rows:?}");
            assert!(height > 24 || rows.first() < rows.get(3), "{rows:?}");
        }
    }

    proptest! {
        #[test]
        fn nothing_overlaps_nor_leaves_the_screen(
            (width, height) in (0u16..320, 0u16..120),
            size in (1u16..400, 1u16..200),
            share in 0u16..12,
            longest in 0usize..60,
            trouble in any::<bool>(),
        ) {
            let area = Rect::new(3, 2, width, height);
            let longest = |_| longest;
            let regions = regions(area, &Need { trouble, ..need(size, share, &longest) });
            let parts = parts(&regions).into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>();
            for (at, part) in parts.iter().enumerate() {
                prop_assert!(area.intersection(*part) == *part, "{:?} in {:?}", part, area);
                for other in parts.iter().skip(at + 1) {
                    prop_assert!(!part.intersects(*other), "{:?} and {:?}", part, other);
                }
            }
        }
    }
}
