//! Where things are on the screen of the audience.

use ratatui::layout::Rect;

/// The least screen that has more than a headline.
const LEAST: (u16, u16) = (20, 4);
/// From this height on there is a source, and how far the show is.
const FOOTED: u16 = 6;
/// From this height on the source may take two rows.
const ROOMY: u16 = 28;
/// From this height on how far the show is has a row of its own.
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
    /// The rows of the source.
    pub source: Rect,
    /// The row that says how far the show is; the last row of the source where there is no other.
    pub progress: Rect,
    /// Blank rows between headline and body.
    air: u16,
    /// Columns at the right end of the body for the mark of how far down a page one is.
    edge: u16,
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
            0..=27 => u16::from(badge),
            28..=43 => 1 + u16::from(badge),
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
        // A row of the badge takes the one that would be blank.
        let blank = if foot == 0 || (badge && area.height < 28) { 0 } else { air.min(1) };
        let below = bar + foot + blank;
        Self {
            badge: Rect { height: u16::from(badge), ..column },
            inner: Rect { y: area.y + top, height: area.height.saturating_sub(top + below), ..column },
            source: Rect { y: area.bottom() - bar - foot, height: foot, ..column },
            progress: Rect { y: area.bottom().saturating_sub(1), height: foot.min(1), ..column },
            air,
            edge: u16::from(margin == 0),
        }
    }

    /// Whether there is a badge.
    pub(super) fn has_badge(&self) -> bool {
        self.badge.height > 0
    }

    /// What is left for the body under a headline of so many rows.
    pub(super) fn body(&self, headline: u16) -> Rect {
        let above = if headline == 0 { 0 } else { headline + self.air.max(u16::from(headline > 1)) };
        let above = above.min(self.inner.height);
        Rect {
            y: self.inner.y + above,
            height: self.inner.height - above,
            width: self.inner.width.saturating_sub(self.edge),
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
            for part in [regions.badge, regions.inner, regions.source, regions.progress, regions.body(3)] {
                assert!(part.is_empty() || area.intersection(part) == part, "{width}x{height} {part:?}");
            }
            assert!(regions.inner.height > 0, "{width}x{height}");
            assert!(regions.source.is_empty() || regions.inner.bottom() <= regions.source.y);
            assert_eq!(height >= BARRED, regions.source.bottom() == regions.progress.y);
            assert_eq!(height >= FOOTED, !regions.source.is_empty());
        }
    }
}
