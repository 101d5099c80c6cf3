//! Metrics as rows: name, figure, unit, rank. The columns of a screen share one x from top to bottom.

use ratatui::layout::Rect;

use super::standing;
use crate::domain::status::{Status, status};
use crate::domain::{Address, Exception, Lang, Metric};
use crate::screens::Context;
use crate::ui::page::Pen;
use crate::ui::theme::Role;
use crate::ui::{draw, text};

/// Columns are measured over at most so many metrics.
const MEASURED: usize = 512;
/// A name is not pressed below this to make room for the rank.
const LEAST_NAME: u16 = 22;

/// A unit longer than this may be cut: the card has it whole.
const MOST_UNIT: u16 = 14;

/// The widths of the columns behind the name.
#[derive(Debug, Clone, Copy, Default)]
pub(in crate::screens) struct Columns {
    number: u16,
    unit: u16,
    rank: u16,
    name: u16,
    /// Whether any of them has something to say by a sign at the end of its row.
    sign: bool,
}

/// What the sign at the end of a row says: how the metric stands, else that it is out of date.
fn sign(cx: &Context<'_>, metric: &Metric) -> Option<(&'static str, Role)> {
    match status(metric) {
        Status::NoTarget => Exception::Stale.holds(cx.district, metric).then_some(("▪", Role::Warn)),
        stands => Some((standing::sign(stands), standing::role(stands))),
    }
}

/// Blanks between a number and its unit: none in Chinese, one in English.
pub(in crate::screens) fn gap(cx: &Context<'_>) -> u16 {
    u16::from(cx.prefs.lang == Lang::En)
}

/// Bound and number as one piece, and the unit as another.
fn pieces(cx: &Context<'_>, metric: &Metric) -> (String, String, bool) {
    match cx.format().metric(cx.district, metric) {
        Some(figure) => (figure.short(), figure.unit.clone(), true),
        None => (cx.messages.says.no_value.to_owned(), String::new(), false),
    }
}

impl Columns {
    /// Measures the columns for these metrics.
    pub(in crate::screens) fn measure<'m>(cx: &Context<'_>, metrics: impl Iterator<Item = &'m Metric>) -> Self {
        let mut columns = Self::default();
        for metric in metrics.take(MEASURED) {
            let (number, unit, _) = pieces(cx, metric);
            columns.number = columns.number.max(text::cells(&number));
            columns.unit = columns.unit.max(text::cells(&unit));
            columns.sign |= sign(cx, metric).is_some();
            columns.name = columns.name.max(text::cells(cx.text(&metric.name)));
            columns.rank =
                columns.rank.max(metric.rank.as_ref().map_or(0, |rank| text::cells(&cx.format().rank(rank))));
        }
        columns
    }

    /// The cells that a row takes with name, figure and unit whole, and some air before the figure.
    pub(in crate::screens) fn natural_width(self) -> u16 {
        8 + self.name + 2 + self.number + 1 + self.unit + self.sign_width()
    }

    /// The cells that a row takes at the least: names may be cut down to a readable length, figures and units not.
    pub(in crate::screens) fn least_width(self) -> u16 {
        4 + self.name.min(LEAST_NAME) + 2 + self.number + 1 + self.unit.min(MOST_UNIT) + self.sign_width()
    }

    fn sign_width(self) -> u16 {
        if self.sign { 2 } else { 0 }
    }
}

/// Draws a metric as one row that can be selected.
pub(in crate::screens) fn paint(
    pen: &mut Pen<'_>,
    cx: &Context<'_>,
    rect: Rect,
    indent: u16,
    metric: &Metric,
    columns: Columns,
) {
    pen.stop(rect, Address::Metric(metric.id.clone()), |area, buf, theme| {
        let area = Rect { width: area.width.saturating_sub(columns.sign_width()), ..area };
        if let Some((sign, role)) = sign(cx, metric) {
            draw::put(buf, area.right().saturating_add(1), area.y, columns.sign_width(), sign, theme.style(role));
        }
        let (number, unit, known) = pieces(cx, metric);
        let x = area.x + 2 + indent;
        super::letter(cx, metric, area, buf, theme);
        // Where room is short the unit is cut before the name is pressed any further.
        let spare = area.width.saturating_sub(2 + indent + LEAST_NAME.min(area.width / 3) + columns.number + 3);
        let gap = gap(cx);
        let figure = columns.number + gap + columns.unit.min(spare.max(MOST_UNIT.min(columns.unit)));
        let with_rank = columns.rank > 0 && area.width > 2 + indent + LEAST_NAME + 2 + figure + 2 + columns.rank;
        let rank_width = if with_rank { columns.rank + 2 } else { 0 };
        let figure_x = area.right().saturating_sub(figure + rank_width).max(x);
        let name = cx.text(&metric.name);
        draw::put(buf, x, area.y, figure_x.saturating_sub(x + 1), name, theme.style(Role::Text));
        let role = if known { Role::Strong } else { Role::Unknown };
        // A figure that has no room is `…`, never a shorter one; its unit goes first.
        let room = area.right().saturating_sub(figure_x + rank_width);
        let unit_x = figure_x + columns.number + gap;
        let unit_room = area.right().saturating_sub(unit_x);
        // A mark of what is cut right behind a number would be read as a part of it.
        let bare =
            gap == 0 && text::cells(&unit) > unit_room && text::fit(&unit, usize::from(unit_room)) == text::ellipsis();
        let (number, unit) = match unit_room {
            0 | 1 if bare => (text::ellipsis(), ""),
            _ if bare => (number.as_str(), " …"),
            _ => (number.as_str(), unit.as_str()),
        };
        let shown = text::fit_figure(number, usize::from(room));
        draw::put_right(buf, figure_x + columns.number.min(room), area.y, room, shown, theme.style(role));
        draw::put(buf, unit_x, area.y, unit_room, unit, theme.style(Role::Muted));
        if let Some(rank) = metric.rank.as_ref().filter(|_| with_rank) {
            let rank_x = area.right() - columns.rank;
            draw::put(buf, rank_x, area.y, columns.rank, &cx.format().rank(rank), theme.style(Role::Muted));
        }
    });
}
