//! A filter in words.

use crate::domain::dataset::Unit;
use crate::domain::metric::Bound;
use crate::domain::query::{Filter, Value};
use crate::domain::{Exception, Facet, Lang};
use crate::screens::Context;

/// What a facet is called.
pub(in crate::screens) fn facet(cx: &Context<'_>, facet: Facet) -> &'static str {
    let words = &cx.messages.words;
    match facet {
        Facet::Is => cx.messages.says.attention,
        Facet::Action => words.action,
        Facet::Kind => words.kind_of_unit,
        Facet::Unit => words.unit,
        Facet::Level => words.level,
        Facet::Bound => words.bound,
        Facet::Status => words.status,
        Facet::Source => words.source,
        Facet::Owner => words.owner,
        Facet::Flag => words.flag,
    }
}

/// The name of a unit; where another has the same, with what it is called in the other language, or its id.
fn unit(cx: &Context<'_>, unit: &Unit) -> String {
    let lang = cx.prefs.lang;
    let (name, other) = (unit.name.get(lang), unit.name.get(lang.next()));
    let alike = |it: &&Unit| it.id != unit.id && it.name.get(lang) == name;
    if !cx.district.data().units.iter().any(|it| alike(&it)) {
        return name.to_owned();
    }
    let told = if other == name { unit.id.as_str() } else { other };
    match lang {
        Lang::Zh => format!("{name}（{told}）"),
        Lang::En => format!("{name} ({told})"),
    }
}

/// What a value of a facet is called; what is not known stands as it is written.
pub(in crate::screens) fn value(cx: &Context<'_>, facet: Facet, value: Value<'_>) -> String {
    let words = &cx.messages.words;
    let Some(value) = value else {
        return match facet {
            Facet::Action => words.district_wide,
            Facet::Source => cx.messages.says.no_source,
            _ => words.none,
        }
        .to_owned();
    };
    let named = |names: &[&'static str]| {
        let at = facet.words()?.iter().position(|word| *word == value)?;
        names.get(at).copied()
    };
    let name = match facet {
        Facet::Is => Exception::parse(value).map(|reason| super::reason(cx, reason)),
        Facet::Action => cx.district.action(value).map(|it| cx.text(&it.name)),
        Facet::Unit => return cx.district.unit(value).map_or_else(|| value.to_owned(), |it| unit(cx, it)),
        Facet::Source => cx.district.source(value).map(|it| cx.text(&it.title)),
        Facet::Kind => named(&words.kinds_of_unit),
        Facet::Level => named(&words.levels),
        Facet::Status => named(&words.statuses),
        Facet::Flag => named(&words.flags),
        Facet::Owner => owner(cx, value),
        Facet::Bound => {
            let bounds = [Bound::Exact, Bound::About, Bound::Nearly, Bound::Over, Bound::AtMost];
            let words = bounds.map(|bound| match cx.format().bound_word(bound) {
                "" => words.exact,
                word => word,
            });
            named(&words)
        }
    };
    name.unwrap_or(value).to_owned()
}

/// An owner in the language; in the filter it stands in Chinese.
fn owner<'a>(cx: &Context<'a>, name: &str) -> Option<&'a str> {
    if cx.prefs.lang == Lang::Zh {
        return None;
    }
    let owners = cx.district.data().metrics.iter().filter_map(|metric| metric.owner.as_ref());
    owners.into_iter().find(|owner| owner.get(Lang::Zh) == name).map(|owner| cx.text(owner))
}

/// A filter in words: `行动：治理强基 · 状态：非达成 · “先锋”（反选）`.
pub(in crate::screens) fn told(cx: &Context<'_>, filter: &Filter) -> String {
    let says = &cx.messages.says;
    let choice = |(facet, choice): (&Facet, &crate::domain::query::Choice)| {
        let values: Vec<String> = choice.values.iter().map(|it| value(cx, *facet, it.as_deref())).collect();
        (says.chosen)(self::facet(cx, *facet), &values, choice.without)
    };
    let text = filter.text.as_ref().map(|text| (says.with_words)(text));
    let parts: Vec<String> = filter.facets.iter().map(choice).chain(text).collect();
    let told = parts.join(" · ");
    if filter.inverse { (says.inverse)(&told) } else { told }
}
