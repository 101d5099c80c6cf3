//! A card with the headline as large as there is room for.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::headline::is_big;
use crate::domain::Show;
use crate::screens::Context;
use crate::ui::big::{Headline, Plan};
use crate::ui::draw;
use crate::ui::text;
use crate::ui::theme::Role;

/// A card has room for so many lines.
const LINES: usize = 3;

/// A headline, and what stands under it.
pub(super) struct Card {
    below: Vec<(String, Role)>,
    headline: String,
}

/// Where the lines of a card stand.
struct Layout {
    plan: Plan,
    top: u16,
    below: u16,
    rows: usize,
}

impl Card {
    pub(super) fn new(cx: &Context<'_>, show: &Show, headline: String) -> Self {
        let data = cx.district.data();
        let of = format!("{} · {}", cx.text(&data.district), data.period.describe(cx.prefs.lang));
        let title = cx.text(&show.title).to_owned();
        let below = [(title, Role::Text), (of, Role::Muted)];
        Self { below: below.into_iter().filter(|(line, _)| *line != headline).collect(), headline }
    }

    fn layout(&self, cx: &Context<'_>, width: u16, height: u16, keep: &[&str]) -> Layout {
        let below = u16::try_from(self.below.len()).unwrap_or(0);
        // What stands below goes first where there is no room, and where a headline is not drawn beside it.
        let least = below.min(height.saturating_sub(2));
        let tries = (0..=least).rev().map(|shown| self.with(cx, (width, height), keep, shown));
        let big = tries.clone().find(|layout| is_big(&layout.plan));
        big.unwrap_or_else(|| self.with(cx, (width, height), keep, least))
    }

    /// The layout with so many lines below the headline.
    fn with(&self, cx: &Context<'_>, (width, height): (u16, u16), keep: &[&str], shown: u16) -> Layout {
        let air = if shown == 0 { 0 } else { (height / 10).clamp(u16::from(height > 4), 3) };
        let room = height.saturating_sub(shown + air).max(1);
        let headline = Headline::new(&self.headline).lines(LINES).keep(keep).centred().markers(cx.theme.markers());
        // Ink to the edges is no card.
        let aside = if width >= 60 { width / 10 } else { 0 };
        let plan = headline.fit(width - aside, room * 9 / 10);
        let plan = if is_big(&plan) { plan } else { headline.fit(width, room) };
        let used = plan.rows() + air + shown;
        let top = height.saturating_sub(used) / 2;
        Layout { below: top + plan.rows() + air, plan, top, rows: usize::from(shown) }
    }

    /// The headline as it fits an area of this size.
    pub(super) fn plan(&self, cx: &Context<'_>, width: u16, height: u16, keep: &[&str]) -> Plan {
        self.layout(cx, width, height, keep).plan
    }

    pub(super) fn draw(&self, cx: &Context<'_>, area: Rect, buf: &mut Buffer, keep: &[&str]) {
        let layout = self.layout(cx, area.width, area.height, keep);
        let headline = Rect { y: area.y + layout.top, height: area.height - layout.top, ..area };
        layout.plan.draw(headline, buf, cx.theme.style(Role::Strong));
        for (y, (line, role)) in (area.y + layout.below..area.bottom()).zip(self.below.iter().take(layout.rows)) {
            let indent = area.width.saturating_sub(text::cells(line)) / 2;
            draw::put(buf, area.x + indent, y, area.width - indent, line, cx.theme.style(*role));
        }
    }
}
