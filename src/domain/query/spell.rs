//! How a query is written in an address: `is=behind&action=governance&status!=met&text=…&sort=-figure&group=action`.
//!
//! Values of one facet are apart by commas, `-` is having none, `!=` leaves the values out; `inverse` turns the whole
//! filter round. In values, blanks, control characters and the signs of this grammar are percent-encoded.

use std::fmt::{self, Write};

use super::facet::{Choice, Facet};
use super::{Column, Query, Sort};
use crate::domain::id::Id;
use crate::domain::visible::is_control;

/// The value of metrics that have none.
const NONE: &str = "-";

impl Query {
    /// Reads what stands behind the `?` of an address. `None` where it has no such form or says nothing.
    pub fn parse(text: &str) -> Option<Self> {
        let mut query = Self::default();
        for part in text.split('&') {
            if part == "inverse" && !query.filter.inverse {
                query.filter.inverse = true;
                continue;
            }
            let (key, value) = part.split_once('=')?;
            let fresh = match key {
                "text" => query.filter.text.replace(words(value)?).is_none(),
                "sort" => std::mem::replace(&mut query.sort, sort(value)?).is_empty(),
                "group" => query.group.replace(group(value)?).is_none(),
                _ => {
                    let (key, without) = key.strip_suffix('!').map_or((key, false), |key| (key, true));
                    let facet = Facet::parse(key)?;
                    query.filter.facets.insert(facet, choice(facet, value, without)?).is_none()
                }
            };
            if !fresh {
                return None;
            }
        }
        let alone = query.filter.inverse && query.filter.is_empty();
        (query != Self::default() && !alone).then_some(query)
    }
}

impl fmt::Display for Query {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut parts: Vec<String> = Vec::new();
        for (facet, choice) in &self.filter.facets {
            let values: Vec<String> = choice.values.iter().map(|value| spelt(value.as_deref())).collect();
            let sign = if choice.without { "!=" } else { "=" };
            parts.push(format!("{}{sign}{}", facet.id(), values.join(",")));
        }
        parts.extend(self.filter.text.as_ref().map(|text| format!("text={}", encode(text))));
        parts.extend(self.filter.inverse.then(|| "inverse".to_owned()));
        if !self.sort.is_empty() {
            let key = |sort: &Sort| format!("{}{}", if sort.descending { "-" } else { "" }, sort.column.id());
            let keys: Vec<String> = self.sort.iter().map(key).collect();
            parts.push(format!("sort={}", keys.join(",")));
        }
        parts.extend(self.group.map(|facet| format!("group={}", facet.id())));
        f.write_str(&parts.join("&"))
    }
}

fn spelt(value: Option<&str>) -> String {
    match value {
        None => NONE.to_owned(),
        // What is called like nothing at all is told from it.
        Some(NONE) => "%2D".to_owned(),
        Some(value) => encode(value),
    }
}

/// Reads the values of a facet: each once, known words, well-formed ids.
fn choice(facet: Facet, text: &str, without: bool) -> Option<Choice> {
    let words = facet.words();
    let mut choice = Choice { without, ..Choice::default() };
    for part in text.split(',') {
        let value = if part == NONE { None } else { Some(decode(part)?) };
        if let Some(value) = &value {
            let known = match &words {
                Some(words) => words.contains(&value.as_str()),
                None if facet == Facet::Owner => !value.is_empty(),
                None => Id::is_valid(value),
            };
            if !known {
                return None;
            }
        }
        if !choice.values.insert(value) {
            return None;
        }
    }
    Some(choice)
}

/// Reads the words of a text filter, one blank apart.
fn words(text: &str) -> Option<String> {
    let text = decode(text)?;
    let words: Vec<&str> = text.split_whitespace().collect();
    (!words.is_empty()).then(|| words.join(" "))
}

fn sort(text: &str) -> Option<Vec<Sort>> {
    let mut keys: Vec<Sort> = Vec::new();
    for part in text.split(',') {
        let (name, descending) = part.strip_prefix('-').map_or((part, false), |name| (name, true));
        let column = Column::parse(name)?;
        if keys.iter().any(|key| key.column == column) {
            return None;
        }
        keys.push(Sort { column, descending });
    }
    Some(keys)
}

fn group(text: &str) -> Option<Facet> {
    Facet::parse(text).filter(|facet| Facet::GROUPS.contains(facet))
}

/// Writes a value so that no address is cut or read otherwise because of it.
fn encode(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        let meant = matches!(character, '%' | '&' | ',' | '=') || character.is_whitespace() || is_control(character);
        if meant {
            for byte in character.encode_utf8(&mut [0; 4]).bytes() {
                // Writing to a string does not fail.
                let _ = write!(out, "%{byte:02X}");
            }
        } else {
            out.push(character);
        }
    }
    out
}

/// Reads a value; `None` for what is no encoding of a text, or of one with control characters.
fn decode(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('%') {
        bytes.extend_from_slice(before.as_bytes());
        let digits = after.get(..2).filter(|it| it.bytes().all(|byte| byte.is_ascii_hexdigit()))?;
        bytes.push(u8::from_str_radix(digits, 16).ok()?);
        rest = after.get(2..)?;
    }
    bytes.extend_from_slice(rest.as_bytes());
    String::from_utf8(bytes).ok().filter(|text| !text.chars().any(is_control))
}
