//! What is copied: a figure with everything that makes it citable, or an address.

use super::{layout, seen};
use crate::domain::figure::{Format, Notation};
use crate::domain::visible::is_control;
use crate::domain::{Id, Metric, UnitKind};
use crate::model::{Clipboard, Effect, Model};
use crate::screens::{self, Context};

/// Copies the figure that is selected, or that the place is about.
pub(super) fn figure(model: &mut Model) -> Vec<Effect> {
    let here = model.trail.here();
    let cx = seen::context(model);
    let body = layout::body(model);
    let id: Option<Id> = screens::get(&here.address).metric(&cx, here, body);
    figure_of(model, id.as_ref())
}

/// Copies the figure of a metric.
pub(super) fn figure_of(model: &mut Model, id: Option<&Id>) -> Vec<Effect> {
    let cx = Context::new(&model.district, &model.prefs);
    let text = id.and_then(|id| model.district.metric(id)).map(|metric| cited(&cx, metric));
    if let Some(text) = text {
        return copy(model, &text);
    }
    model.notice = Some(cx.messages.says.nothing_to_copy.to_owned());
    Vec::new()
}

/// Copies the address of the place.
pub(super) fn address(model: &mut Model) -> Vec<Effect> {
    copy(model, &model.trail.here().address.to_string())
}

/// A figure with its name, unit, period and source: `党员先锋队 845支（2024年，来源：…《…》第34段）`. No digit is lost.
fn cited(cx: &Context<'_>, metric: &Metric) -> String {
    let says = &cx.messages.says;
    let shown = cx.format().metric(cx.district, metric);
    let figure = match shown {
        Some(figure) if figure.rounded => {
            Format { notation: Notation::Exact, ..cx.format() }.metric(cx.district, metric)
        }
        figure => figure,
    };
    let figure = ranked(cx, metric).or(figure.map(|figure| figure.text())).unwrap_or_else(|| says.no_value.to_owned());
    let period = cx.district.period_of(metric).describe(cx.prefs.lang);
    let source = metric.source.as_ref().and_then(|locator| {
        let source = cx.district.source(&locator.id)?;
        let place = locator.paragraph.map(says.paragraph).or_else(|| locator.page.map(says.page));
        Some((says.source_cited)(cx.text(&source.publisher), cx.text(&source.title), place.as_deref()))
    });
    let derived = || metric.derived.as_ref().map(|derived| cx.text(&derived.how).to_owned());
    let source = source.or_else(derived).unwrap_or_else(|| says.no_source.to_owned());
    (says.figure_cited)(cx.text(&metric.name), &figure, &period, &source)
}

/// A place with all that it is a place in: among how many, at which level, in what. None for what is no place.
fn ranked(cx: &Context<'_>, metric: &Metric) -> Option<String> {
    let is_rank = cx.district.unit(&metric.unit).is_some_and(|unit| unit.kind == UnitKind::Rank);
    let rank = metric.rank.as_ref().filter(|_| is_rank && metric.value.is_some())?;
    let place = cx.format().rank(rank);
    Some(rank.scope.as_ref().map_or(place.clone(), |scope| (cx.messages.says.rank_among)(&place, cx.text(scope))))
}

/// Hands a text to the clipboard and says so, or why not.
fn copy(model: &mut Model, text: &str) -> Vec<Effect> {
    // Whoever pastes it into a shell or a form gets one line and nothing that acts.
    let text: String = text.chars().filter(|character| !is_control(*character)).collect();
    let says = &crate::lang::messages(model.prefs.lang).says;
    let told = match model.clipboard {
        Clipboard::Open => says.copied,
        Clipboard::Tmux => says.copied_tmux,
        Clipboard::Refused => says.copy_refused,
    };
    model.notice = Some(told(&text));
    match model.clipboard {
        Clipboard::Refused => Vec::new(),
        Clipboard::Open | Clipboard::Tmux => vec![Effect::Copy(text)],
    }
}
