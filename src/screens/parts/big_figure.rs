//! One figure drawn from cells: the words before it, its digits, its unit on the foot beside them.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::domain::figure::Figure;
use crate::ui::big::Parts;
use crate::ui::chart::big::{self, Size};
use crate::ui::theme::{Role, Theme};
use crate::ui::{draw, text};

/// The sizes that a figure is tried in, the largest first.
const SIZES: [Size; 4] = [Size::Times(3), Size::Times(2), Size::Times(1), Size::Narrow];

/// A figure taken apart for drawing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::screens) struct BigFigure {
    /// The word of the bound and what stands before the digits. Written as text.
    before: String,
    /// The digits with what belongs to them: `262.8亿`.
    digits: String,
    /// The unit. Written as text.
    pub(in crate::screens) unit: String,
    /// The figure without its unit, as text.
    short: String,
    /// The whole figure, as text.
    whole: String,
}

impl From<&Figure> for BigFigure {
    fn from(figure: &Figure) -> Self {
        let parts = Parts::from(figure);
        let (short, whole) = (parts.short(), parts.text().to_owned());
        Self { before: parts.before, digits: parts.digits, unit: parts.unit, short, whole }
    }
}

impl BigFigure {
    /// The cells that the figure takes in a size without its unit; none where it cannot be drawn.
    fn width(&self, size: Size) -> Option<u16> {
        let gap = u16::from(!self.before.is_empty() && !self.before.ends_with(' '));
        Some(text::cells(&self.before) + gap + big::width(&self.digits, size)?)
    }

    /// The cells that the figure takes at the least, without its unit.
    pub(in crate::screens) fn least_width(&self) -> u16 {
        self.width(Size::Narrow).unwrap_or_else(|| text::cells(&self.short))
    }

    /// The largest size, at most `most`, in which the figure fits without its unit; none where it is to be text.
    pub(in crate::screens) fn size(&self, width: u16, most: Size) -> Option<Size> {
        let from = SIZES.iter().position(|size| *size == most).unwrap_or(0);
        SIZES.into_iter().skip(from).find(|size| self.width(*size).is_some_and(|cells| cells <= width))
    }

    /// Whether the unit has room beside the figure; else it is to be told elsewhere.
    pub(in crate::screens) fn unit_fits(&self, width: u16, size: Option<Size>) -> bool {
        match size.and_then(|size| self.size(width, size)).and_then(|size| self.width(size)) {
            Some(figure) => figure + 1 + text::cells(&self.unit) <= width,
            None => text::cells(&self.whole) <= width,
        }
    }

    /// Draws the figure on the foot of the area, so that figures side by side stand on one line. Where it has no room in
    /// its size it is drawn narrower, else written as text, without its unit if need be; it is never cut.
    pub(in crate::screens) fn draw(&self, area: Rect, size: Option<Size>, buf: &mut Buffer, theme: &Theme) {
        let foot = area.bottom().saturating_sub(1).max(area.y);
        let size = size.and_then(|size| self.size(area.width, size)).filter(|size| big::height(*size) <= area.height);
        let unit = if self.unit_fits(area.width, size) { self.unit.as_str() } else { "" };
        let Some(size) = size else {
            let gap = if !unit.is_empty() && self.whole.ends_with(&format!(" {unit}")) { " " } else { "" };
            let shown = text::fit_figure(&self.short, usize::from(area.width));
            let spans =
                [(shown, theme.style(Role::Strong)), (gap, theme.style(Role::Muted)), (unit, theme.style(Role::Muted))];
            draw::put_spans(buf, area.x, foot, area.width, &spans);
            return;
        };
        let before = draw::put(buf, area.x, foot, area.width, &self.before, theme.style(Role::Accent));
        let gap = u16::from(before > 0 && !self.before.ends_with(' '));
        let height = big::height(size);
        let x = area.x + before + gap;
        let digits = Rect { x, y: area.bottom() - height, width: area.right().saturating_sub(x), height };
        let (strong, muted) = (theme.style(Role::Strong), theme.style(Role::Muted));
        let styles = big::Styles { digits: strong, words: muted, markers: theme.markers() };
        let end = x + big::draw(buf, digits, &self.digits, size, styles) + 1;
        draw::put(buf, end, foot, area.right().saturating_sub(end), unit, theme.style(Role::Muted));
    }
}
