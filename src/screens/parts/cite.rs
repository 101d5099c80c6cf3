//! Where a figure is stated, in words.

use std::collections::BTreeMap;

use crate::domain::Locator;
use crate::screens::Context;

/// The place of a locator without its source: paragraph, else page.
pub(in crate::screens) fn place_in(cx: &Context<'_>, locator: &Locator) -> Option<String> {
    let says = &cx.messages.says;
    locator.paragraph.map(says.paragraph).or_else(|| locator.page.map(says.page))
}

/// A locator in few words, the place first, so that it survives being cut: `第26段 深圳市人民政府门户网站`.
pub(in crate::screens) fn short(cx: &Context<'_>, locator: Option<&Locator>) -> String {
    let Some(locator) = locator else { return cx.messages.says.no_source.to_owned() };
    let publisher = cx.district.source(&locator.id).map_or(locator.id.as_str(), |source| cx.text(&source.publisher));
    match place_in(cx, locator) {
        Some(place) => format!("{place} {publisher}"),
        None => publisher.to_owned(),
    }
}

/// The place alone, for where the source need not be told from others.
pub(in crate::screens) fn place(cx: &Context<'_>, locator: Option<&Locator>) -> String {
    match locator.map(|locator| place_in(cx, locator)) {
        Some(Some(place)) => place,
        _ => short(cx, locator),
    }
}

/// One line for all the sources of a chart: paragraphs first, which matter more when the line is cut.
pub(in crate::screens) fn line<'m>(cx: &Context<'_>, locators: impl Iterator<Item = Option<&'m Locator>>) -> String {
    let says = &cx.messages.says;
    let mut places: BTreeMap<&str, Vec<u32>> = BTreeMap::new();
    let mut uncited = false;
    for locator in locators {
        match locator {
            Some(locator) => places.entry(&locator.id).or_default().extend(locator.paragraph),
            None => uncited = true,
        }
    }
    let mut parts: Vec<String> = places
        .into_iter()
        .map(|(id, mut paragraphs)| {
            let publisher = cx.district.source(id).map_or(id, |source| cx.text(&source.publisher));
            paragraphs.sort_unstable();
            paragraphs.dedup();
            if paragraphs.is_empty() {
                return publisher.to_owned();
            }
            let separator = if cx.prefs.lang == crate::domain::Lang::Zh { "、" } else { ", " };
            let list: Vec<String> = paragraphs.iter().map(u32::to_string).collect();
            format!("{} {publisher}", (says.paragraphs)(&list.join(separator)))
        })
        .collect();
    // Two documents of one publisher are one source to who reads a line.
    let mut told = std::collections::HashSet::new();
    parts.retain(|part| told.insert(part.clone()));
    if uncited || parts.is_empty() {
        parts.push(says.no_source.to_owned());
    }
    (says.source_line)(&parts.join(" · "))
}
