//! Figures as the stage draws them.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::domain::{Flag, Lang, Metric, UnitKind};
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
            Lang::Zh => format!(" / {of}"),
            Lang::En => format!("of {of}"),
        };
    }
    let parts = Parts::from(&figure);
    Some(if figure.rounded { parts.rounded() } else { parts })
}

/// What has to be known of a figure so that it is not taken for more than it is, in few words: its period where that is not
/// the one of the dataset, that it is not final, and that it was worked out.
pub(super) fn caveats(cx: &Context<'_>, metric: &Metric) -> [String; 3] {
    let own = metric.period.as_ref().filter(|period| **period != cx.district.data().period);
    let period = own.map(|period| period.describe(cx.prefs.lang)).unwrap_or_default();
    let [provisional, _, estimated] = cx.messages.words.flags;
    let flag = match metric.flag {
        Some(Flag::Provisional) => provisional,
        Some(Flag::Estimated) => estimated,
        Some(Flag::Revised) | None => "",
    };
    let derived = if metric.derived.is_some() { cx.messages.stage.derived_word } else { "" };
    [period, flag.to_lowercase(), derived.to_owned()]
}

/// The name of a metric with the caveats of its figure.
pub(super) fn name(cx: &Context<'_>, metric: &Metric) -> String {
    with_caveat(cx, cx.text(&metric.name), &caveat(cx, metric))
}

/// A name with what has to be known of the figure; as it is where there is nothing.
pub(super) fn with_caveat(cx: &Context<'_>, name: &str, caveat: &str) -> String {
    if caveat.is_empty() { name.to_owned() } else { (cx.messages.says.with_base)(name, caveat) }
}

/// The caveats of a figure in one line; empty where there are none.
pub(super) fn caveat(cx: &Context<'_>, metric: &Metric) -> String {
    let caveats: Vec<String> = caveats(cx, metric).into_iter().filter(|caveat| !caveat.is_empty()).collect();
    caveats.join(if cx.prefs.lang == Lang::Zh { "，" } else { ", " })
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
