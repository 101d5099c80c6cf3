//! What stands around every chart: the title with its quiet subtitle above, the source line below.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::ui::draw;
use crate::ui::theme::{Role, Theme};

/// Title, subtitle and source line of a chart. What is empty takes no row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Frame<'a> {
    /// What the chart shows.
    pub title: &'a str,
    /// Unit, period, and a note on conversion where units were converted.
    pub subtitle: &'a str,
    /// Where the figures are from.
    pub source: &'a str,
}

/// Rows of a chart that are worth more than its source line.
const FEW: u16 = 3;

impl Frame<'_> {
    /// The rows that the frame takes when there is room for all of it.
    pub fn height(&self) -> u16 {
        self.head() + u16::from(!self.source.is_empty())
    }

    /// Draws the frame around a body that is `body` rows high by nature and says everything in `least`, and gives the area
    /// for the body. The source line is left out first: where the body fits without it but not with it, and where little
    /// more than it would be left.
    pub fn draw(&self, area: Rect, least: u16, body: u16, buf: &mut Buffer, theme: &Theme) -> Rect {
        let area = area.intersection(buf.area);
        let mut inner = area;
        if self.head() > 0 && area.height > 1 {
            inner = draw::heading(buf, area, self.title, self.subtitle, theme);
        }
        let fits_without = (least..=body).contains(&inner.height);
        if self.source.is_empty() || fits_without || inner.height <= body.min(FEW) {
            return inner;
        }
        inner.height -= 1;
        // Right under the body, not at the foot of whatever room there is.
        inner.height = inner.height.min(body.max(1));
        draw::put(buf, area.x, inner.bottom(), area.width, self.source, theme.style(Role::Faint));
        inner
    }

    /// The rows above the body.
    pub(super) fn head(&self) -> u16 {
        u16::from(!(self.title.is_empty() && self.subtitle.is_empty()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::chart::testing;

    const FRAME: Frame<'static> = Frame { title: "走访", subtitle: "家次", source: "来源:工作报告" };

    #[test]
    fn the_source_line_goes_first() {
        let shown = |height: u16, body: u16| {
            testing::lines(16, height, |area, buf, theme| {
                let inner = FRAME.draw(area, body, body, buf, theme);
                testing::fill(buf, inner, "x");
            })
        };
        assert_eq!(shown(4, 2), ["走访  家次 ─────", "xxxxxxxxxxxxxxxx", "xxxxxxxxxxxxxxxx", "来源:工作报告"]);
        assert_eq!(shown(3, 2), ["走访  家次 ─────", "xxxxxxxxxxxxxxxx", "xxxxxxxxxxxxxxxx"]);
        assert_eq!(shown(1, 2), ["xxxxxxxxxxxxxxxx"]);
        let long = shown(6, 90);
        assert_eq!(long.last().map(String::as_str), Some("来源:工作报告"));
    }
}
