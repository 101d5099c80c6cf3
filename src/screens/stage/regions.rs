//! Where things are on the screen of the audience.

use ratatui::layout::Rect;

/// The least screen that has more than a headline.
const LEAST: (u16, u16) = (20, 4);
/// From this height on there is a source.
const FOOTED: u16 = 6;
/// From this height on the source may take two rows.
const ROOMY: u16 = 20;
/// From this height on a row shows how far the show is.
const BARRED: u16 = 24;
/// Wider or higher than this no screen is used: coordinates are 16 bits wide.
const MOST: u16 = 4096;

/// What is where. What has no room is empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Regions {
    /// The row of the badge of invented data.
    pub badge: Rect,
    /// Headline and body.
    pub inner: Rect,
    /// The row of source and progress, the last one where there are two.
    pub foot: Rect,
    /// So many rows the source may take, the last of them in the foot.
    pub source_rows: u16,
    /// The row that shows how far the show is.
    pub bar: Rect,
    /// Blank rows between headline and body, and between body and foot.
    pub air: u16,
}

/// Whether a screen has room for more than a headline.
pub(super) fn has_room(area: Rect) -> bool {
    area.width >= LEAST.0 && area.height >= LEAST.1
}

impl Regions {
    /// Divides a screen whose source takes `source_rows`, if there is room for them.
    pub(super) fn of(area: Rect, badge: bool, source_rows: u16) -> Self {
        let area = Rect { width: area.width.min(MOST), height: area.height.min(MOST), ..area };
        let margin = match area.width {
            0..=39 => 0,
            40..=59 => 1,
            60..=109 => 2,
            110..=159 => 4,
            _ => 6,
        };
        let column = Rect { x: area.x + margin, width: area.width - 2 * margin, ..area };
        let top = match area.height {
            0..=19 => u16::from(badge),
            20..=43 => 1,
            _ => 2,
        };
        let bar = u16::from(area.height >= BARRED);
        let source_rows = if area.height >= ROOMY { source_rows.clamp(1, 2) } else { 1 };
        let foot = if area.height >= FOOTED { source_rows } else { 0 };
        let air = match area.height {
            0..=11 => 0,
            12..=43 => 1,
            _ => 2,
        };
        let below = bar + foot + if foot > 0 { air.min(1) } else { 0 };
        let row = |from_end: u16, there: bool| Rect {
            y: area.bottom().saturating_sub(from_end),
            height: u16::from(there),
            ..column
        };
        Self {
            badge: Rect { height: u16::from(badge), ..column },
            inner: Rect { y: area.y + top, height: area.height.saturating_sub(top + below), ..column },
            foot: row(bar + 1, foot > 0),
            source_rows: foot,
            bar: Rect { x: area.x, width: area.width, ..row(1, bar > 0) },
            air,
        }
    }

    /// What is left for the body under a headline of so many rows.
    pub(super) fn body(&self, headline: u16) -> Rect {
        let above = if headline == 0 { 0 } else { headline + self.air.max(u16::from(headline > 1)) };
        let above = above.min(self.inner.height);
        // The last column is for the mark of how far down a page one is.
        let edge = u16::from(self.inner.x == 0);
        Rect {
            y: self.inner.y + above,
            height: self.inner.height - above,
            width: self.inner.width.saturating_sub(edge),
            ..self.inner
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn regions_never_overlap_nor_leave_the_screen() {
        for (width, height, badge, rows) in
            (0..220).flat_map(|w| (0..70).flat_map(move |h| [(w, h, false, 1), (w, h, true, 2)]))
        {
            let area = Rect::new(3, 2, width, height);
            if !has_room(area) {
                continue;
            }
            let regions = Regions::of(area, badge, rows);
            for part in [regions.badge, regions.inner, regions.foot, regions.bar, regions.body(3)] {
                assert!(part.is_empty() || area.intersection(part) == part, "{width}x{height} {part:?}");
            }
            assert!(regions.inner.height > 0, "{width}x{height}");
            assert!(regions.foot.is_empty() || regions.inner.bottom() + regions.source_rows <= regions.foot.bottom());
            assert!(regions.bar.is_empty() || regions.foot.bottom() == regions.bar.y);
            assert_eq!(height >= FOOTED, !regions.foot.is_empty());
        }
    }
}
