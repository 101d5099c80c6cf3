//! The columns of bands of months: labels, what is before, the months, what is after, what names no month, totals.

use ratatui::layout::Rect;

use super::columns::{self, GAP};

/// A column beside the months is at least so wide, and its heading takes at most so much.
pub(super) const LEAST_SIDE: u16 = 3;
pub(super) const MOST_SIDE: u16 = 12;
/// Labels take at most so much of the width, in hundredths.
const LABEL: u32 = 30;
/// How labels and months share a width, the best first: with so many cells a month, labels keep so many of theirs. Five
/// cells show heading and days, four the days, three the number of a month, two a digit.
const SHARES: [(u16, u16); 4] = [(5, 14), (4, 10), (3, 8), (2, 8)];
/// From this width on a month has a rule at its start.
const RULED: u16 = 3;
/// In so many cells a month shows its days.
pub(super) const DAYS: u16 = 3;
/// A month gains nothing from more cells than this.
const WIDEST: u16 = 16;
/// The months whose headings are shown, from the first on: each, or one in so many.
const STEPS: [u16; 5] = [1, 2, 3, 6, 12];

/// How wide the columns would like to be; 0: there is none.
#[derive(Debug, Clone, Copy)]
pub(super) struct Widths {
    pub(super) label: u16,
    pub(super) before: u16,
    pub(super) after: u16,
    pub(super) untold: u16,
    pub(super) total: u16,
}

/// Where the columns stand: those beside the months as first cell and width.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Slots {
    pub(super) x: u16,
    pub(super) label: u16,
    pub(super) before: (u16, u16),
    /// The first cell of the months.
    pub(super) plot: u16,
    /// The cells of a month, its rule included.
    month: u16,
    months: u16,
    pub(super) after: (u16, u16),
    pub(super) untold: (u16, u16),
    pub(super) total: (u16, u16),
}

impl Slots {
    /// Shares out the width; labels are cut before months lose their days. `None` where there is no room.
    pub(super) fn of(area: Rect, widths: Widths, months: usize) -> Option<Self> {
        let months = u16::try_from(months).ok().filter(|months| *months > 0)?;
        let gap = |width: u16| if width > 0 { width + GAP } else { 0 };
        let beside = [widths.before, widths.after, widths.untold, widths.total].map(gap).iter().sum::<u16>();
        let rest = |label: u16| area.width.checked_sub(gap(label))?.checked_sub(beside)?.checked_sub(1);
        let most = widths.label.min(columns::part(area.width, LABEL));
        let free = rest(0)?.saturating_sub(GAP);
        // The widest months that leave labels to be read.
        let label = SHARES.into_iter().find_map(|(month, least)| {
            let left = free.checked_sub(months.checked_mul(month)?)?;
            (left >= least.min(most)).then_some(left.min(most))
        })?;
        let month = (rest(label)? / months).min(WIDEST);
        let before = (area.x.saturating_add(gap(label)), widths.before);
        let plot = before.0.saturating_add(gap(widths.before));
        let end = plot.saturating_add(month * months).saturating_add(1);
        let after = (end.saturating_add(GAP), widths.after);
        let untold = (end.saturating_add(gap(widths.after)).saturating_add(GAP), widths.untold);
        let total = (
            end.saturating_add(gap(widths.after)).saturating_add(gap(widths.untold)).saturating_add(GAP),
            widths.total,
        );
        Some(Self { x: area.x, label, before, plot, month, months, after, untold, total })
    }

    /// Whether a month has cells for its days, and for a span of what names no day.
    pub(super) fn has_days(&self) -> bool {
        self.inner() >= DAYS
    }

    /// Whether months have a rule at their start.
    pub(super) fn is_ruled(&self) -> bool {
        self.month >= RULED
    }

    /// The cells of a month, without its rule or the blank that keeps it apart.
    pub(super) fn inner(&self) -> u16 {
        self.month - 1
    }

    /// The first cell of a month; behind the last one, where the months end.
    pub(super) fn start_of(&self, month: usize) -> u16 {
        let month = u16::try_from(month).unwrap_or(u16::MAX).min(self.months);
        self.plot.saturating_add(month * self.month)
    }

    /// The first cell of a month behind its rule; its heading starts there too.
    pub(super) fn inner_of(&self, month: usize) -> u16 {
        self.start_of(month).saturating_add(u16::from(self.is_ruled()))
    }

    /// The cell behind the months.
    pub(super) fn end(&self) -> u16 {
        self.start_of(usize::MAX).saturating_add(1)
    }

    /// One month in how many shows its heading, where a heading takes so many cells.
    pub(super) fn step(&self, heading: u16) -> usize {
        let fits = |step: &&u16| **step * self.month >= heading;
        usize::from(STEPS.iter().find(fits).copied().unwrap_or(12))
    }
}
