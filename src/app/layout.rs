//! Where title, tabs, body and footer are on a screen of a given size.

use ratatui::layout::Rect;

use crate::model::Model;
use crate::model::stage::Role;

/// The smallest screen that has tabs and panels; below it there is a plain list.
pub(super) const FULL: (u16, u16) = (60, 16);
/// The smallest screen that shows anything.
pub(super) const LEAST: (u16, u16) = (20, 4);

/// The regions of a screen. A region that has no room is empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Regions {
    pub title: Rect,
    pub tabs: Rect,
    pub rule: Rect,
    pub body: Rect,
    pub footer: Rect,
}

/// The whole screen.
pub(super) fn screen(model: &Model) -> Rect {
    Rect::new(0, 0, model.size.0, model.size.1)
}

/// Where the dashboard is on the screen: all of it, but for the row above it that a console keeps on a detour.
pub(super) fn desk(model: &Model) -> Rect {
    let (columns, rows) = model.size;
    let console = model.stage.as_ref().is_some_and(|stage| stage.role == Role::Console);
    let above = u16::from(console && rows > LEAST.1);
    Rect::new(0, above, columns, rows - above)
}

/// Where the screen of the place is.
pub(super) fn body(model: &Model) -> Rect {
    regions(desk(model)).body
}

/// Wider or higher than this no screen is used: coordinates are 16 bits wide.
const MOST: u16 = 4096;

/// Divides a screen.
pub(super) fn regions(area: Rect) -> Regions {
    let area = Rect { width: area.width.min(MOST), height: area.height.min(MOST), ..area };
    let margin = match area.width {
        0..=39 => 0,
        40..=99 => 1,
        _ => 2,
    };
    let inner = Rect { x: area.x + margin, width: area.width.saturating_sub(2 * margin), ..area };
    let full = area.width >= FULL.0 && area.height >= FULL.1;
    let row = |y: u16, there: bool| Rect { y: area.y + y, height: u16::from(there), ..inner };
    let rule = full && area.height >= 20;
    // A blank row above the body and the footer where there are rows to spare.
    let air = u16::from(area.height >= 44);
    let head = 1 + u16::from(full) + u16::from(rule);
    let foot = u16::from(area.height >= 6);
    let body = Rect {
        y: area.y + head + air,
        height: area.height.saturating_sub(head + 2 * air + foot),
        // The last column is for the mark of how far down the page one is.
        width: inner.width.saturating_sub(1),
        ..inner
    };
    Regions {
        title: row(0, true),
        tabs: row(1, full),
        rule: row(2, rule),
        body,
        footer: row(area.height.saturating_sub(1), foot > 0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn regions_never_overlap_nor_leave_the_screen() {
        for width in 0..130 {
            for height in 0..60 {
                let area = Rect::new(0, 0, width, height);
                let Regions { title, tabs, rule, body, footer } = regions(area);
                if height >= LEAST.1 {
                    for (above, below) in
                        [(title, tabs), (tabs, rule), (title, body), (tabs, body), (rule, body), (body, footer)]
                    {
                        assert!(above.is_empty() || below.is_empty() || above.bottom() <= below.y, "{width}x{height}");
                    }
                    assert!(body.bottom() <= height && body.right() <= width && footer.bottom() <= height);
                    assert!(body.height >= 1);
                }
            }
        }
    }
}
