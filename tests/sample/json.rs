//! Writing the dataset: one field of an entry a line, long lists one item a line, so that a difference reads well.

use std::fmt::Write;

use rust_decimal::Decimal;

/// A JSON value whose fields keep their order and whose numbers keep their digits.
#[derive(Debug, Clone)]
pub(crate) enum Json {
    Null,
    Bool(bool),
    Number(Decimal),
    Text(String),
    List(Vec<Json>),
    Object(Vec<(&'static str, Json)>),
}

/// A line longer than this has its list broken, one item a line.
const LONGEST: usize = 160;

impl From<&str> for Json {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<bool> for Json {
    fn from(value: bool) -> Self {
        Self::Bool(value)
    }
}

impl From<u32> for Json {
    fn from(value: u32) -> Self {
        Self::Number(value.into())
    }
}

impl From<Decimal> for Json {
    fn from(value: Decimal) -> Self {
        Self::Number(value)
    }
}

/// A text in both languages, Chinese first.
impl From<(&str, &str)> for Json {
    fn from((zh, en): (&str, &str)) -> Self {
        Self::Object(vec![("zh", zh.into()), ("en", en.into())])
    }
}

/// The fields that are there.
pub(crate) fn object(fields: impl IntoIterator<Item = (&'static str, Option<Json>)>) -> Json {
    Json::Object(fields.into_iter().filter_map(|(name, value)| Some((name, value?))).collect())
}

/// A list of which something is in it.
pub(crate) fn list(items: Vec<Json>) -> Option<Json> {
    (!items.is_empty()).then_some(Json::List(items))
}

/// The value in one line.
fn inline(value: &Json) -> String {
    let join = |items: Vec<String>| items.join(", ");
    match value {
        Json::Null => "null".to_owned(),
        Json::Bool(value) => value.to_string(),
        Json::Number(number) => number.normalize().to_string(),
        Json::Text(text) => quote(text),
        Json::List(items) => format!("[{}]", join(items.iter().map(inline).collect())),
        Json::Object(fields) => {
            format!(
                "{{ {} }}",
                join(fields.iter().map(|(name, value)| format!("\"{name}\": {}", inline(value))).collect())
            )
        }
    }
}

fn quote(text: &str) -> String {
    serde_json::to_string(text).expect("a text is JSON")
}

/// The value behind a field that stands at this depth.
fn field(value: &Json, depth: usize) -> String {
    let line = inline(value);
    let Json::List(items) = value else { return line };
    if line.chars().count() <= LONGEST || !items.iter().any(|item| matches!(item, Json::Object(_))) {
        return line;
    }
    let items: Vec<String> = items.iter().map(|item| self::item(item, depth + 1)).collect();
    format!("[\n{}\n{}]", items.join(",\n"), indent(depth))
}

/// An item of a broken list: in a line, or with a line a field where a field has a long list of its own or the line
/// would be endless.
fn item(value: &Json, depth: usize) -> String {
    let line = inline(value);
    match value {
        Json::Object(fields) if line.chars().count() > 2 * LONGEST => entry(fields, depth),
        _ => format!("{}{line}", indent(depth)),
    }
}

/// An object with a line a field.
fn entry(fields: &[(&'static str, Json)], depth: usize) -> String {
    let lines: Vec<String> = fields
        .iter()
        .map(|(name, value)| format!("{}\"{name}\": {}", indent(depth + 1), field(value, depth + 1)))
        .collect();
    format!("{0}{{\n{1}\n{0}}}", indent(depth), lines.join(",\n"))
}

fn indent(depth: usize) -> String {
    "  ".repeat(depth)
}

/// The whole document: a line a field, and in the lists of the top a line a field of each entry.
pub(crate) fn document(fields: &[(&'static str, Json)]) -> String {
    let mut out = String::from("{\n");
    for (at, (name, value)) in fields.iter().enumerate() {
        let end = if at + 1 < fields.len() { "," } else { "" };
        let text = match value {
            Json::List(items) => {
                let entries = items.iter().map(|item| match item {
                    Json::Object(fields) => entry(fields, 2),
                    other => format!("{}{}", indent(2), inline(other)),
                });
                format!("[\n{}\n  ]", entries.collect::<Vec<_>>().join(",\n"))
            }
            other => inline(other),
        };
        writeln!(out, "  \"{name}\": {text}{end}").expect("writing to a string cannot fail");
    }
    out + "}\n"
}
