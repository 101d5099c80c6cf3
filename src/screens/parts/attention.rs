//! What wants attention: each reason with how many metrics there are, which leads to the table of just those, and the first
//! of them.

use ratatui::layout::Rect;

use super::standing;
use crate::domain::exception::Exception;
use crate::domain::status::status;
use crate::domain::summary::Summary;
use crate::domain::{Address, Bound, Metric};
use crate::screens::Context;
use crate::ui::page::Pen;
use crate::ui::theme::Role;
use crate::ui::{draw, text};

/// A name is not cut below this for all of what is the matter.
const NAME: u16 = 20;
/// Nor below this for fewer words of it.
const SHORT_NAME: u16 = 12;

/// Whether any metric wants attention.
pub(in crate::screens) fn any(cx: &Context<'_>) -> bool {
    cx.district.summary().exceptions.iter().any(|count| *count > 0)
}

/// The rows that the list takes with so many metrics under each reason.
pub(in crate::screens) fn height(cx: &Context<'_>, items: usize) -> u16 {
    let Summary { exceptions, .. } = cx.district.summary();
    // Where not all are named, a row says how many more there are.
    let rows = |count: &usize| 1 + items.min(*count) + usize::from(items < *count);
    let rows: usize = exceptions.iter().filter(|count| **count > 0).map(rows).sum();
    u16::try_from(rows).unwrap_or(u16::MAX).saturating_add(4)
}

/// Draws the reasons, at most `items` metrics under each, and what is in order. Gives the row below.
pub(in crate::screens) fn paint(cx: &Context<'_>, pen: &mut Pen<'_>, area: Rect, items: usize) -> u16 {
    if cx.audience {
        return kept_back(cx, pen, area, items);
    }
    let says = &cx.messages.says;
    let &Summary { exceptions, uncited_honours, untargeted, unjudged, .. } = cx.district.summary();
    let inner = super::inset(area);
    let mut y = pen.heading(inner, says.attention, "");
    let metrics = cx.district.data().metrics.len();
    if metrics == 0 {
        pen.line(inner.x, y, inner.width, &[(says.no_metrics, Role::Faint)]);
        return y.saturating_add(1);
    }
    let [behind, missing, _, uncited] = exceptions;
    let complete = missing + uncited + uncited_honours == 0;
    let none_behind = metrics > unjudged && behind == 0;
    for sentence in [complete.then_some(says.complete), none_behind.then_some(says.none_behind)].into_iter().flatten() {
        pen.line(inner.x, y, inner.width, &[("✓ ", Role::Good), (sentence, Role::Muted)]);
        y = y.saturating_add(1);
    }
    for (reason, count) in Exception::ALL.into_iter().zip(exceptions).filter(|(_, count)| *count > 0) {
        y = reason_rows(cx, pen, Rect { y, ..area }, reason, count, items);
    }
    let honours = (uncited_honours > 0).then(|| ("▫", (says.uncited_honours)(uncited_honours), Role::Warn));
    let aimless = (untargeted > 0).then(|| ("-", (says.attention_untargeted)(untargeted), Role::Unknown));
    let ruleless = unjudged.saturating_sub(untargeted);
    let ruleless = (ruleless > 0).then(|| ("-", (says.attention_ruleless)(ruleless), Role::Unknown));
    for (sign, sentence, role) in honours.into_iter().chain(aimless).chain(ruleless) {
        pen.line(inner.x, y, inner.width, &[(sign, role), (" ", role), (&sentence, Role::Muted)]);
        y = y.saturating_add(1);
    }
    y
}

/// What an audience does not see can be selected all the same: who shows them the place sees it on a screen of their own,
/// and what is selected there has to be the same thing here. Gives the row of what comes below, so that none is left blank.
fn kept_back(cx: &Context<'_>, pen: &mut Pen<'_>, area: Rect, items: usize) -> u16 {
    let mut aside = Pen::survey();
    paint(&Context { audience: false, ..*cx }, &mut aside, area, items);
    for stop in aside.into_stops() {
        pen.stop(Rect { height: 0, ..area }, stop.target, |_, _, _| {});
    }
    area.y.saturating_sub(1)
}

/// One reason and the first metrics that there is it for. Gives the row below.
fn reason_rows(cx: &Context<'_>, pen: &mut Pen<'_>, area: Rect, reason: Exception, count: usize, items: usize) -> u16 {
    let says = &cx.messages.says;
    let (sign, sentence, role) = match reason {
        Exception::Behind => ("!", (says.attention_behind)(count), Role::Warn),
        Exception::Missing => ("?", (says.attention_missing)(count), Role::Bad),
        Exception::Stale => ("▪", (says.attention_stale)(count), Role::Warn),
        Exception::Uncited => ("▫", (says.attention_uncited)(count), Role::Warn),
    };
    pen.stop(Rect { height: 1, ..area }, Address::attention(reason), |area, buf, theme| {
        let spans = [(sign, theme.style(role)), (" ", theme.style(role)), (&*sentence, theme.style(Role::Text))];
        draw::put_spans(buf, area.x + 2, area.y, area.width.saturating_sub(2), &spans);
    });
    let mut y = area.y.saturating_add(1);
    if items == 0 {
        return y;
    }
    let at = Exception::ALL.iter().position(|it| *it == reason);
    let named = at.and_then(|at| cx.district.summary().named.get(at)).map(Vec::as_slice).unwrap_or_default();
    for metric in named.iter().take(items).filter_map(|at| cx.district.data().metrics.get(*at)) {
        item(cx, pen, Rect { y, height: 1, ..area }, reason, metric);
        y = y.saturating_add(1);
    }
    let hidden = count.saturating_sub(items.min(named.len()));
    let inner = Rect { y, height: 1, ..super::inset(area) };
    super::more_row(cx, pen, inner, hidden, Address::attention(reason))
}

/// A metric, and what is the matter with it, in as many words as leave the name readable.
fn item(cx: &Context<'_>, pen: &mut Pen<'_>, rect: Rect, reason: Exception, metric: &Metric) {
    pen.stop(rect, Address::Metric(metric.id.clone()), |area, buf, theme| {
        let figure = || cx.format().metric(cx.district, metric).map(|figure| figure.text()).unwrap_or_default();
        let (matters, role) = match reason {
            Exception::Behind => (against_target(cx, metric), standing::told(cx, metric).1),
            Exception::Missing => (vec![cx.messages.says.no_value.to_owned()], Role::Unknown),
            Exception::Stale => {
                let period = cx.district.period_of(metric).describe(cx.prefs.lang);
                (vec![format!("{period} {}", figure()), period], Role::Muted)
            }
            Exception::Uncited => (vec![figure()], Role::Muted),
        };
        let x = area.x + 4;
        let room = area.right().saturating_sub(x);
        let name = cx.text(&metric.name);
        let least = |at: usize| text::cells(name).min(if at == 0 { NAME } else { SHORT_NAME });
        let fits = |(at, matter): &(usize, &String)| text::cells(matter) + 2 + least(*at) <= room;
        let matter = matters.iter().enumerate().find(fits).map(|(_, matter)| matter);
        let used = matter.map_or(0, |matter| text::cells(matter) + 2);
        draw::put(buf, x, area.y, room - used, name, theme.style(Role::Text));
        if let Some(matter) = matter {
            draw::put_right(buf, area.right(), area.y, used, matter, theme.style(role));
        }
        super::letter(cx, metric, area, buf, theme);
    });
}

/// The figure, the target and how far it is off, then in fewer words: `✗ 18家 · 目标 24家，较目标 −6家`, `✗ 18，目标 24家`. The
/// unit stands with one of them at least.
fn against_target(cx: &Context<'_>, metric: &Metric) -> Vec<String> {
    let told = || {
        let unit = cx.district.unit(&metric.unit)?;
        let goal = cx.format().figure(metric.target.as_ref()?.value.0, Bound::Exact, unit);
        let figure = cx.format().metric(cx.district, metric)?;
        let sign = standing::sign(status(metric));
        Some(vec![
            format!(
                "{sign} {} · {}{}",
                figure.text(),
                standing::against_target(cx, metric, false),
                standing::not_due(cx, metric)
            ),
            format!("{sign} {}", (cx.messages.says.of_target)(&figure.text(), &goal.text())),
            format!("{sign} {}", (cx.messages.says.of_target)(&figure.short(), &goal.text())),
            format!("{sign} {}", figure.text()),
        ])
    };
    told().unwrap_or_default()
}
