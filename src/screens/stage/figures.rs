//! Figures as the stage draws them.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::domain::{Lang, Metric, UnitKind};
use crate::screens::Context;
use crate::ui::big::{Parts, Styles};
use crate::ui::mark_selected;
use crate::ui::theme::{Role, Theme};

/// The figure of a metric in parts; none where it has no value. A place is told with how many there are.
pub(super) fn parts(cx: &Context<'_>, metric: &Metric) -> Option<Parts> {
    let mut figure = cx.format().metric(cx.district, metric)?;
    let is_rank = cx.district.unit(&metric.unit).is_some_and(|unit| unit.kind == UnitKind::Rank);
    if let Some(of) = metric.rank.as_ref().and_then(|rank| rank.of).filter(|_| is_rank) {
        figure.unit = match cx.prefs.lang {
            Lang::Zh => format!("/ {of}"),
            Lang::En => format!("of {of}"),
        };
    }
    let parts = Parts::from(&figure);
    Some(if figure.rounded { parts.rounded() } else { parts })
}

/// Shows that a part is emphasised: by its ground, and by a mark in its first column, on the row of its name.
pub(super) fn emphasise(area: Rect, name: u16, buf: &mut Buffer, theme: &Theme) {
    mark_selected(area, buf, theme);
    if name > area.y && name < area.bottom() {
        let mark = buf.cell((area.x, area.y)).cloned();
        if let Some((mark, cell)) = mark.zip(buf.cell_mut((area.x, name))) {
            *cell = mark;
        }
        if let Some(cell) = buf.cell_mut((area.x, area.y)) {
            cell.set_symbol(" ");
        }
    }
}

/// How figures look.
pub(super) fn styles(theme: &Theme) -> Styles {
    Styles { digits: theme.style(Role::Strong), words: theme.style(Role::Muted), markers: theme.markers() }
}
