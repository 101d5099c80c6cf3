//! The form of the dataset, taken from its JSON Schema: the types are written down once, in Rust.

use std::collections::HashMap;

use schemars::SchemaGenerator;
use serde_json::Value;

use crate::domain::dataset::Dataset;

/// What a value has to look like.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Form {
    /// Anything: a schema that this program does not know how to read. None of the format's own are.
    Any,
    /// Text for people, in one or both languages.
    Text,
    /// A string; ids are strings here, their form is a rule.
    String,
    /// A date; `true` if it has to be a full one.
    Date(bool),
    /// An exact decimal.
    Decimal,
    /// A whole number up to 4 294 967 295.
    Integer {
        /// From 0 or from 1.
        least: u32,
    },
    /// `true` or `false`.
    Bool,
    /// One of these words.
    Word(Vec<String>),
    /// The form, or null.
    Nullable(Box<Form>),
    /// A list.
    List(Box<Form>),
    /// An object.
    Record(Vec<Field>),
}

/// A field of an object.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Field {
    pub(super) name: String,
    pub(super) form: Form,
    pub(super) required: bool,
}

/// The schema of the format as a JSON value.
pub(super) fn schema() -> Value {
    SchemaGenerator::default().into_root_schema_for::<Dataset>().to_value()
}

/// The form of the whole dataset.
pub(super) fn dataset() -> Form {
    let schema = schema();
    let compiler = Compiler { defs: schema.get("$defs") };
    compiler.form(&schema, 0)
}

/// Deeper than this a schema would have to refer to itself; the format's own does not.
const MAX_DEPTH: usize = 32;

struct Compiler<'a> {
    defs: Option<&'a Value>,
}

impl Compiler<'_> {
    fn form(&self, schema: &Value, depth: usize) -> Form {
        if depth > MAX_DEPTH {
            return Form::Any;
        }
        if let Some(name) = schema.get("$ref").and_then(Value::as_str).and_then(|name| name.strip_prefix("#/$defs/")) {
            return self.named(name, depth);
        }
        if let Some(words) = words(schema) {
            return Form::Word(words);
        }
        if let Some(choices) = schema.get("anyOf").and_then(Value::as_array) {
            let null = |choice: &Value| choice.get("type").and_then(Value::as_str) == Some("null");
            return match choices.iter().find(|choice| !null(choice)) {
                Some(choice) if choices.len() == 2 && choices.iter().any(null) => {
                    Form::Nullable(Box::new(self.form(choice, depth + 1)))
                }
                _ => Form::Any,
            };
        }
        match schema.get("type") {
            Some(Value::String(name)) => self.typed(name, schema, depth),
            Some(Value::Array(names)) => match names.iter().filter_map(Value::as_str).collect::<Vec<_>>()[..] {
                [name, "null"] => Form::Nullable(Box::new(self.typed(name, schema, depth))),
                _ => Form::Any,
            },
            _ => Form::Any,
        }
    }

    /// The forms that are defined by name; the types of the house read their own text.
    fn named(&self, name: &str, depth: usize) -> Form {
        match name {
            "Text" => Form::Text,
            "Id" => Form::String,
            "Date" => Form::Date(false),
            "Day" => Form::Date(true),
            "Exact" => Form::Decimal,
            _ => self.defs.and_then(|defs| defs.get(name)).map_or(Form::Any, |schema| self.form(schema, depth + 1)),
        }
    }

    fn typed(&self, name: &str, schema: &Value, depth: usize) -> Form {
        match name {
            "string" => Form::String,
            "boolean" => Form::Bool,
            "integer" if schema.get("format").and_then(Value::as_str) == Some("uint32") => {
                let least = schema.get("minimum").and_then(Value::as_u64).and_then(|least| u32::try_from(least).ok());
                Form::Integer { least: least.unwrap_or(0) }
            }
            "array" => schema.get("items").map_or(Form::Any, |items| Form::List(Box::new(self.form(items, depth + 1)))),
            "object" => Form::Record(self.fields(schema, depth)),
            _ => Form::Any,
        }
    }

    fn fields(&self, schema: &Value, depth: usize) -> Vec<Field> {
        let required: Vec<&str> =
            schema.get("required").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str).collect();
        let properties = schema.get("properties").and_then(Value::as_object).into_iter().flatten();
        properties
            .map(|(name, schema)| Field {
                name: name.clone(),
                form: self.form(schema, depth + 1),
                required: required.contains(&name.as_str()),
            })
            .collect()
    }
}

/// The words of an enumeration: a list of them, or one choice a word.
fn words(schema: &Value) -> Option<Vec<String>> {
    let word = |value: &Value| value.as_str().map(str::to_owned);
    if let Some(values) = schema.get("enum").and_then(Value::as_array) {
        return values.iter().map(word).collect();
    }
    if let Some(value) = schema.get("const") {
        return word(value).map(|word| vec![word]);
    }
    let choices = schema.get("oneOf").and_then(Value::as_array)?;
    choices.iter().map(words).collect::<Option<Vec<_>>>().map(|lists| lists.concat())
}

impl Form {
    /// JSON that is always read where this form is wanted, and says as little as can be.
    pub(super) fn placeholder(&self, out: &mut String) {
        match self {
            Self::Text | Self::String => out.push_str("\"\""),
            Self::Date(true) => out.push_str("\"0001-01-01\""),
            Self::Date(false) => out.push_str("\"0001\""),
            Self::Decimal => out.push('0'),
            Self::Integer { .. } => out.push('1'),
            Self::Bool => out.push_str("false"),
            Self::Word(words) => {
                out.push('"');
                out.push_str(words.first().map_or("", String::as_str));
                out.push('"');
            }
            Self::Nullable(_) | Self::Any => out.push_str("null"),
            Self::List(_) => out.push_str("[]"),
            Self::Record(fields) => {
                out.push('{');
                let mut separator = "";
                for field in fields.iter().filter(|field| field.required) {
                    out.push_str(separator);
                    field.open(out);
                    field.form.placeholder(out);
                    separator = ",";
                }
                out.push('}');
            }
        }
    }
}

impl Field {
    /// Writes the name and the colon.
    pub(super) fn open(&self, out: &mut String) {
        out.push('"');
        out.push_str(&self.name);
        out.push_str("\":");
    }
}

/// The fields of a record by name.
pub(super) fn by_name(fields: &[Field]) -> HashMap<&str, &Field> {
    fields.iter().map(|field| (field.name.as_str(), field)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn has_any(form: &Form) -> bool {
        match form {
            Form::Any => true,
            Form::Nullable(inner) | Form::List(inner) => has_any(inner),
            Form::Record(fields) => fields.is_empty() || fields.iter().any(|field| has_any(&field.form)),
            _ => false,
        }
    }

    #[test]
    fn every_part_of_the_format_is_understood() {
        assert!(!has_any(&dataset()));
    }

    fn words(form: &Form, name: &str, out: &mut Vec<String>) {
        match form {
            Form::Word(_) => out.push(name.to_owned()),
            Form::Nullable(inner) | Form::List(inner) => words(inner, name, out),
            Form::Record(fields) => fields.iter().for_each(|field| words(&field.form, &field.name, out)),
            _ => {}
        }
    }

    #[test]
    fn the_fields_of_words_are_known_to_the_strict_scan() {
        let mut names = Vec::new();
        words(&dataset(), "", &mut names);
        assert!(!names.is_empty());
        for name in names {
            assert!(super::super::strict::WORDS.contains(&name.as_str()), "{name}");
        }
    }

    #[test]
    fn a_placeholder_is_always_read() {
        let mut out = String::new();
        dataset().placeholder(&mut out);
        assert!(serde_json::from_str::<Dataset>(&out).is_ok(), "{out}");
    }
}
