//! A strip of a source's paragraphs: how often each is cited.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::domain::{District, Locator, Source};
use crate::model::Markers;
use crate::ui::draw;
use crate::ui::theme::{Role, Theme};

/// Columns of one to eight eighths.
const EIGHTHS: [&str; 9] = [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];

/// Citations by paragraph, from paragraph 1 to the last one cited.
pub(in crate::screens) struct Strip {
    paragraphs: Vec<u32>,
    last: u32,
}

impl Strip {
    /// The rows that a strip takes: two of columns, one of numbers.
    pub(in crate::screens) const HEIGHT: u16 = 3;

    /// The citations of a source; none where no paragraph is cited.
    pub(in crate::screens) fn of(district: &District, source: &Source) -> Option<Self> {
        let data = district.data();
        let locators = data.metrics.iter().map(|metric| &metric.source);
        let locators = locators.chain(data.honours.iter().map(|honour| &honour.source));
        let here = locators.flatten().filter(|locator: &&Locator| locator.id == source.id);
        let paragraphs: Vec<u32> = here.filter_map(|locator| locator.paragraph).filter(|at| *at > 0).collect();
        let last = paragraphs.iter().copied().max()?;
        Some(Self { paragraphs, last })
    }

    /// Citations by column, where each column stands for `each` paragraphs.
    fn columns(&self, each: u32) -> Vec<u32> {
        let mut columns = vec![0u32; self.last.div_ceil(each) as usize];
        for paragraph in &self.paragraphs {
            if let Some(count) = columns.get_mut(((paragraph - 1) / each) as usize) {
                *count += 1;
            }
        }
        columns
    }

    /// Draws columns from zero, one a paragraph or one for several where they do not all fit, with numbers below.
    pub(in crate::screens) fn draw(
        &self,
        title: &str,
        most_cited: fn(u32) -> String,
        area: Rect,
        buf: &mut Buffer,
        theme: &Theme,
    ) {
        let width = usize::from(area.width).max(1);
        let columns = self.columns(self.last.div_ceil(u32::from(area.width.max(1))).max(1));
        let wide: u16 = if columns.len() * 2 <= width { 2 } else { 1 };
        let most = columns.iter().copied().max().unwrap_or(1).max(1);
        let mut x = area.x;
        for count in &columns {
            // Two rows of eight eighths; whatever is cited at all shows at least one.
            let eighths = if *count == 0 { 0 } else { (count * 16 / most).max(1) };
            if theme.markers() == Markers::Ascii {
                // A digit says more than a typed column could.
                let (sign, role) = match count {
                    0 => (".".to_owned(), Role::Faint),
                    1..=9 => (count.to_string(), Role::Accent),
                    _ => ("+".to_owned(), Role::Accent),
                };
                draw::put(buf, x, area.y.saturating_add(1), 1, &sign, theme.style(role));
                x = x.saturating_add(wide);
                continue;
            }
            let (lower, upper) = (eighths.min(8), eighths.saturating_sub(8));
            for (y, part) in [(area.y, upper), (area.y.saturating_add(1), lower)] {
                let symbol = EIGHTHS.get(part as usize).copied().unwrap_or("█");
                let (symbol, role) = if part == 0 && y == area.y.saturating_add(1) {
                    ("▁", Role::Rule)
                } else {
                    (symbol, Role::Accent)
                };
                draw::put(buf, x, y, 1, symbol, theme.style(role));
            }
            x = x.saturating_add(wide);
        }
        let end = x.saturating_sub(wide);
        draw::put(buf, area.x, area.y.saturating_add(2), area.width, "1", theme.style(Role::Faint));
        let last = self.last.to_string();
        draw::put_right(buf, end.saturating_add(1), area.y.saturating_add(2), 10, &last, theme.style(Role::Faint));
        let room = end.saturating_sub(area.x + 8);
        let label = format!("{title} · {}", most_cited(most));
        draw::put(buf, area.x + 3, area.y.saturating_add(2), room, &label, theme.style(Role::Faint));
    }
}
