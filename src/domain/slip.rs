//! What exactly is wrong with an address that leads nowhere, and what may have been meant.

use super::address::{Address, MOST_COMPARED};
use super::district::District;
use super::id::Id;
use super::near::alike;
use super::query::{Column, Facet, Query};

/// So many words are offered at the most.
const OFFERED: usize = 8;
/// Words that are less alike than this are not meant.
const ALIKE: f64 = 0.5;

/// The part of an address that is not understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slip {
    /// The part as it was written.
    pub part: String,
    /// What may have been meant: what is like it, else all there is; empty where that is too much.
    pub meant: Vec<String>,
}

impl Slip {
    fn among(part: &str, all: Vec<&str>) -> Self {
        let mut near: Vec<(f64, &str)> =
            all.iter().map(|word| (alike(part.trim_start_matches('-'), word), *word)).collect();
        near.retain(|(score, _)| *score >= ALIKE);
        near.sort_by(|a, b| b.0.total_cmp(&a.0));
        let meant = if near.is_empty() { all } else { near.into_iter().map(|(_, word)| word).collect() };
        let meant = if meant.len() > OFFERED * 2 { Vec::new() } else { meant };
        Self { part: part.to_owned(), meant: meant.into_iter().take(OFFERED * 2).map(str::to_owned).collect() }
    }
}

/// The lists that are arranged in one of two ways, and the ways.
const ARRANGED: [(&str, [&str; 2]); 2] =
    [("honours?", ["by=level", "by=action"]), ("timeline?", ["by=date", "by=action"])];

/// The first part of the address of a list or of a comparison that is wrong; none where all of it is, or nothing.
pub fn slip(text: &str, district: &District) -> Option<Slip> {
    let arranged = ARRANGED.iter().find_map(|(list, ways)| Some((text.trim().strip_prefix(list)?, ways)));
    if let Some((way, ways)) = arranged {
        return (!ways.contains(&way)).then(|| Slip { part: way.to_owned(), meant: ways.map(str::to_owned).to_vec() });
    }
    if let Some(query) = text.trim().strip_prefix("metrics?") {
        return query.split('&').find_map(|part| in_query(part, district));
    }
    let ids = text.trim().strip_prefix("compare/")?;
    let known: Vec<&str> = district.data().metrics.iter().map(|metric| metric.id.as_str()).collect();
    let parts: Vec<&str> = ids.split(',').collect();
    let unknown = parts.iter().find(|id| !known.contains(id)).map(|id| Slip::among(id, known.clone()));
    let again = || parts.iter().enumerate().find(|(at, id)| parts.iter().take(*at).any(|other| other == *id));
    let bare = |part: &str| Slip { part: part.to_owned(), meant: Vec::new() };
    unknown.or_else(|| again().map(|(_, id)| bare(id))).or_else(|| parts.get(MOST_COMPARED).map(|id| bare(id)))
}

/// What is wrong with one part of a query.
fn in_query(part: &str, district: &District) -> Option<Slip> {
    if part == "inverse" {
        return None;
    }
    let keys = || Facet::ALL.iter().map(|facet| facet.id()).chain(["text", "sort", "group", "inverse"]).collect();
    let Some((key, values)) = part.split_once('=') else { return Some(Slip::among(part, keys())) };
    let facet = Facet::parse(key.strip_suffix('!').unwrap_or(key));
    let words: Option<Vec<&str>> = match (key, facet) {
        ("text", _) => None,
        ("sort", _) => Some(Column::ALL.iter().map(|column| column.id()).collect()),
        ("group", _) => Some(Facet::GROUPS.iter().map(|facet| facet.id()).collect()),
        (_, None) => return Some(Slip::among(key, keys())),
        (_, Some(facet)) => facet.words().or_else(|| ids(facet, district)),
    };
    let known = |word: &&str| {
        let name = if key == "sort" { word.strip_prefix('-').unwrap_or(word) } else { word };
        words.as_ref().is_none_or(|words| words.contains(&name)) || (facet.is_some() && *word == "-")
    };
    let wrong = values.split(',').find(|word| !known(word));
    let wrong = wrong.map(|word| Slip::among(word, words.clone().unwrap_or_default()));
    wrong.or_else(|| Query::parse(part).is_none().then(|| Slip { part: part.to_owned(), meant: Vec::new() }))
}

/// The ids that a facet chooses from; none where it is no facet of ids.
fn ids(facet: Facet, district: &District) -> Option<Vec<&str>> {
    let data = district.data();
    let ids: Vec<&Id> = match facet {
        Facet::Action => data.actions.iter().map(|action| &action.id).collect(),
        Facet::Unit => data.units.iter().map(|unit| &unit.id).collect(),
        Facet::Source => data.sources.iter().map(|source| &source.id).collect(),
        _ => return None,
    };
    Some(ids.into_iter().map(Id::as_str).collect())
}

/// Whether the address is of a list that the program knows and this dataset has nothing for.
pub fn is_bare(text: &str, district: &District) -> bool {
    Address::parse(text).is_some_and(|it| matches!(it, Address::Timeline | Address::Datasets) && !district.has(&it))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_part_that_is_wrong_is_told_with_what_may_be_meant() {
        let data = crate::domain::check::load(include_bytes!("../../data/sample-district.json")).unwrap();
        let district = District::new(data);
        let told =
            |text: &str| slip(text, &district).map(|slip| (slip.part, slip.meant.first().cloned().unwrap_or_default()));
        for (text, part, meant) in [
            ("metrics?group=unitt", "unitt", "unit"),
            ("metrics?is=behind&level=national", "national", "nation"),
            ("metrics?sort=name,-figur", "-figur", "figure"),
            ("metrics?statsu=met", "statsu", "status"),
            ("metrics?status!=mett", "mett", "met"),
            ("metrics?action=industri", "industri", "industry"),
            ("metrics?group=is", "is", "action"),
            ("metrics?sort=figure,-figure", "sort=figure,-figure", ""),
            ("metrics?text=", "text=", ""),
            ("compare/lead-firm-count,gross-produc", "gross-produc", "gross-product"),
            ("compare/gross-product,gross-product", "gross-product", ""),
            ("honours?by=actoin", "by=actoin", "by=level"),
            ("timeline?sort=date", "sort=date", "by=date"),
        ] {
            assert_eq!(told(text), Some((part.to_owned(), meant.to_owned())), "{text}");
        }
        for text in
            ["metrics?sort=-figure&status=-", "compare/gross-product", "metric/x", "metrics", "honours?by=action"]
        {
            assert_eq!(told(text), None, "{text}");
        }
    }
}
