//! What stands at the foot of the screen: the source, the section, and how far the show is.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::regions::Regions;
use super::source::{Cited, Told};
use crate::domain::Id;
use crate::model::Markers;
use crate::screens::{Context, parts};
use crate::ui::theme::Role;
use crate::ui::{draw, text};

/// Blanks between the source and the progress.
const GAP: u16 = 3;

/// How far the show is.
#[derive(Debug, Clone, Copy)]
pub(super) struct Progress<'a> {
    /// The action that the step belongs to.
    pub section: Option<&'a Id>,
    /// The number of the step, from 1.
    pub at: usize,
    /// How many steps there are.
    pub of: usize,
}

/// What the foot says, and the rows that the source takes.
#[derive(Debug)]
pub(super) struct Foot<'a> {
    cited: Cited<'a>,
    progress: Option<Progress<'a>>,
}

impl<'a> Foot<'a> {
    pub(super) fn new(cited: Cited<'a>, progress: Option<Progress<'a>>) -> Self {
        Self { cited, progress }
    }

    /// So many rows the source takes on a screen of this size.
    pub(super) fn rows(&self, cx: &Context<'_>, area: Rect, badge: bool) -> u16 {
        let regions = Regions::of(area, badge, 2);
        let (source, _) = self.columns(cx, &regions);
        let lines = self.cited.lines(cx, source.width, regions.source.height);
        u16::try_from(lines.len()).unwrap_or(1)
    }

    /// How much of the source is told on a screen of this size.
    pub(super) fn told(&self, cx: &Context<'_>, area: Rect, badge: bool) -> Told {
        let regions = Regions::of(area, badge, self.rows(cx, area, badge));
        let (source, _) = self.columns(cx, &regions);
        if source.is_empty() { Told::Cut } else { self.cited.told(cx, source.width, source.height) }
    }

    /// The room of the source, and what is said of the progress: section and count.
    fn columns(&self, cx: &Context<'_>, regions: &Regions) -> (Rect, [String; 2]) {
        let Some(progress) = self.progress else { return (regions.source, Default::default()) };
        let name = progress.section.map_or("", |id| parts::action_name(cx, Some(id)));
        let says = |section: &str| (cx.messages.stage.progress)(section, progress.at, progress.of);
        let count = says("");
        let section = says(name).strip_suffix(&count).unwrap_or_default().to_owned();
        let width = regions.progress.width;
        let shared = regions.source.bottom() == regions.progress.bottom();
        // The source is worth more than the name of the section where both share a row.
        let most = if shared { width / 4 } else { width / 2 };
        let section = if text::cells(&section) > most { String::new() } else { section };
        let beside = text::cells(&section) + text::cells(&count);
        match shared {
            false if beside <= width => (regions.source, [section, count]),
            true if beside + GAP < width => (Rect { width: width - beside - GAP, ..regions.source }, [section, count]),
            _ => (regions.source, Default::default()),
        }
    }

    pub(super) fn draw(&self, cx: &Context<'_>, regions: &Regions, buf: &mut Buffer) {
        let (source, [section, count]) = self.columns(cx, regions);
        for (y, line) in (source.y..source.bottom()).zip(self.cited.lines(cx, source.width, source.height)) {
            draw::put(buf, source.x, y, source.width, &line, cx.theme.style(Role::Muted));
        }
        let row = regions.progress;
        let beside = text::cells(&section) + text::cells(&count);
        if row.is_empty() || beside == 0 {
            return;
        }
        let x = row.right() - beside;
        if regions.source.bottom() < row.bottom() {
            self.bar(cx, Rect { width: (x - row.x).saturating_sub(GAP), ..row }, buf);
        }
        let hue = parts::hue(cx, self.progress.and_then(|progress| progress.section));
        let used = draw::put(buf, x, row.y, beside, &section, cx.theme.style(hue));
        draw::put(buf, x + used, row.y, beside - used, &count, cx.theme.style(Role::Text));
    }

    /// A strong line as far as the show is, a weak one behind it.
    fn bar(&self, cx: &Context<'_>, row: Rect, buf: &mut Buffer) {
        let Some(progress) = self.progress else { return };
        draw::rule(buf, row.x, row.y, row.width, &cx.theme);
        // Both lines would be the same character of a typewriter.
        let line = if cx.theme.markers() == Markers::Ascii { "=" } else { "━" };
        let done = usize::from(row.width) * progress.at.min(progress.of) / progress.of.max(1);
        for x in row.left()..row.left() + u16::try_from(done).unwrap_or(row.width) {
            if let Some(cell) = buf.cell_mut((x, row.y)) {
                cell.set_symbol(line).set_style(cx.theme.style(Role::Accent));
            }
        }
    }
}
