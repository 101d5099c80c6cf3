//! Types, fields and words: the document against the form of the dataset.
//!
//! Beside the faults it gives a copy of the document in which everything faulty or missing is replaced by a
//! placeholder, so that the rules can be tried on what is right; what is faulty is noted, so that no rule complains of a
//! placeholder.

use std::ops::Range;

use super::fault::Role;
use super::form::{Field, Form, by_name};
use super::kind::{FaultKind, FigureFault};
use super::path::{Path, Step, Taints};
use super::terms::{Found, Limits, Wanted};
use super::tree::{Kind, Member, NodeId, Tree};
use crate::domain::date::{Date, Day};
use crate::domain::decimal::Exact;
use crate::domain::near::{Budget, nearest};

/// A fault of form.
#[derive(Debug)]
pub(super) struct ShapeFault {
    pub(super) kind: FaultKind,
    pub(super) path: Path,
    pub(super) span: Range<usize>,
    pub(super) related: Vec<(Range<usize>, Role)>,
}

/// What came of the comparison.
#[derive(Debug, Default)]
pub(super) struct Shaped {
    pub(super) faults: Vec<ShapeFault>,
    pub(super) taints: Taints,
    /// JSON that can be read as a dataset.
    pub(super) repaired: String,
}

/// Compares a document with the form of the dataset.
pub(super) fn compare(tree: &Tree, root: NodeId, text: &str, form: &Form) -> Shaped {
    let mut walk = Walk { tree, text, root, path: Path::default(), done: Shaped::default(), budget: Budget::new(1000) };
    walk.value(root, form);
    walk.done
}

struct Walk<'a> {
    tree: &'a Tree,
    text: &'a str,
    root: NodeId,
    path: Path,
    done: Shaped,
    budget: Budget,
}

impl Walk<'_> {
    /// Compares one value; the recursion is as deep as the form, not as the document.
    fn value(&mut self, id: NodeId, form: &Form) {
        let Some(node) = self.tree.get(id) else { return };
        if node.broken {
            // It has been told already. Its remains are used where they can be.
            self.done.taints.add(&self.path);
            match (&node.kind, form) {
                (Kind::Text(text), Form::Text | Form::String) => self.emit_text(text),
                _ => form.placeholder(&mut self.done.repaired),
            }
            return;
        }
        match (form, &node.kind) {
            (Form::Nullable(_), Kind::Null) | (Form::Any, _) => self.done.repaired.push_str("null"),
            (Form::Nullable(inner), _) => self.value(id, inner),
            (Form::Text | Form::String, Kind::Text(text)) => self.emit_text(text),
            (Form::Text, Kind::Object(members)) => self.languages(id, members),
            (Form::Bool, Kind::Bool) => self.emit_source(&node.span),
            (Form::Date(full), Kind::Text(text)) => {
                let good = if *full { text.parse::<Day>().is_ok() } else { text.parse::<Date>().is_ok() };
                self.scalar(good, form, &node.span, || FaultKind::BadDate { found: text.clone(), full: *full });
            }
            (Form::Decimal, Kind::Number) => {
                let raw = self.text.get(node.span.clone()).unwrap_or_default();
                self.scalar(Exact::parse(raw).is_some(), form, &node.span, || bad_decimal(raw));
            }
            (Form::Decimal, Kind::Text(text)) => {
                // The reader of decimals takes the digits as they stand in the file, without resolving escapes.
                let plain = node.span.len() == text.len() + 2 && Exact::parse(text).is_some();
                self.scalar(plain, form, &node.span, || bad_decimal(text));
            }
            (Form::Integer { least }, Kind::Number) => self.integer(&node.span, *least),
            (Form::Word(words), Kind::Text(text)) => {
                self.scalar(words.contains(text), form, &node.span, || FaultKind::UnknownWord {
                    found: text.clone(),
                    allowed: words.clone(),
                    near: nearest(text, words.iter().map(String::as_str), 1).into_iter().next(),
                });
            }
            (Form::List(inner), Kind::Array(items)) => self.list(items, inner),
            (Form::Record(fields), Kind::Object(members)) => self.record(id, members, fields),
            (_, kind) => {
                let (wanted, found) = (wanted(form), found(kind));
                self.reject(FaultKind::WrongType { wanted, found, instead: None }, form);
            }
        }
    }

    /// Takes over a scalar, or rejects it.
    fn scalar(&mut self, good: bool, form: &Form, span: &Range<usize>, kind: impl FnOnce() -> FaultKind) {
        if good {
            self.emit_source(span);
        } else {
            self.reject(kind(), form);
        }
    }

    fn integer(&mut self, span: &Range<usize>, least: u32) {
        let form = Form::Integer { least };
        let raw = self.text.get(span.clone()).unwrap_or_default();
        let whole = raw.strip_prefix('-').unwrap_or(raw).bytes().all(|byte| byte.is_ascii_digit());
        if raw.parse::<u32>().is_ok() {
            self.emit_source(span);
        } else if whole {
            let limits = match (raw.starts_with('-'), least) {
                (true, 1..) => Limits::FromOne,
                (true, 0) => Limits::NotNegative,
                (false, _) => Limits::Unsigned,
            };
            self.reject(FaultKind::Figure(FigureFault::OutOfRange { found: raw.to_owned(), limits }), &form);
        } else {
            // 10.0 and 6e1 are whole, but not written so.
            let instead = Exact::parse(raw).filter(|number| number.is_integer()).map(|number| number.to_string());
            let kind = FaultKind::WrongType { wanted: Wanted::Integer, found: Found::Number, instead };
            self.reject(kind, &form);
        }
    }

    fn list(&mut self, items: &[NodeId], form: &Form) {
        self.done.repaired.push('[');
        for (at, item) in items.iter().enumerate() {
            if at > 0 {
                self.done.repaired.push(',');
            }
            self.below(at.into(), |walk| walk.value(*item, form));
        }
        self.done.repaired.push(']');
    }

    fn record(&mut self, id: NodeId, members: &[Member], fields: &[Field]) {
        self.keys(members, &fields.iter().map(|field| field.name.as_str()).collect::<Vec<_>>());
        let known = by_name(fields);
        let mut separator = "{";
        let mut seen: Vec<&str> = Vec::with_capacity(members.len());
        for member in members {
            let Some(field) = known.get(member.key.as_str()).filter(|_| !seen.contains(&member.key.as_str())) else {
                continue;
            };
            seen.push(&member.key);
            self.done.repaired.push_str(separator);
            separator = ",";
            field.open(&mut self.done.repaired);
            self.below(name(&member.key), |walk| walk.value(member.value, &field.form));
        }
        for field in fields.iter().filter(|field| field.required && !seen.contains(&field.name.as_str())) {
            self.done.repaired.push_str(separator);
            separator = ",";
            field.open(&mut self.done.repaired);
            let kind = FaultKind::MissingField { field: field.name.clone() };
            self.below(name(&field.name), |walk| walk.reject_at(kind, &field.form, walk.opening(id)));
        }
        if separator == "{" {
            self.done.repaired.push('{');
        }
        self.done.repaired.push('}');
    }

    /// A text with one string a language.
    fn languages(&mut self, id: NodeId, members: &[Member]) {
        const LANGUAGES: [&str; 2] = ["zh", "en"];
        self.keys(members, &LANGUAGES);
        let mut out = Vec::new();
        for language in LANGUAGES {
            let Some(member) = members.iter().find(|member| member.key == language) else { continue };
            let mark = self.done.repaired.len();
            self.below(name(language), |walk| walk.value(member.value, &Form::String));
            out.push(format!("\"{language}\":{}", self.done.repaired.split_off(mark)));
        }
        if out.is_empty() {
            self.reject_at(FaultKind::NoLanguage, &Form::Text, self.opening(id));
        } else {
            self.done.repaired.push('{');
            self.done.repaired.push_str(&out.join(","));
            self.done.repaired.push('}');
        }
    }

    /// Tells keys that are not known and keys that stand twice.
    fn keys(&mut self, members: &[Member], known: &[&str]) {
        let mut first: std::collections::HashMap<&str, &Range<usize>> = std::collections::HashMap::new();
        for member in members {
            let is_known = known.contains(&member.key.as_str());
            let kind = match first.get(member.key.as_str()) {
                Some(_) => FaultKind::DuplicateKey { key: member.key.clone(), known: is_known },
                None if is_known => {
                    first.insert(&member.key, &member.key_span);
                    continue;
                }
                None => {
                    let near = self.budget.take(known.len()).then(|| nearest(&member.key, known.iter().copied(), 1));
                    let near = near.and_then(|near| near.into_iter().next());
                    FaultKind::UnknownField { field: member.key.clone(), near }
                }
            };
            let related = first.get(member.key.as_str()).map(|span| ((*span).clone(), Role::FirstKey));
            first.entry(&member.key).or_insert(&member.key_span);
            let path = self.path.then(name(&member.key));
            let related = related.into_iter().collect();
            self.done.faults.push(ShapeFault { kind, path, span: member.key_span.clone(), related });
        }
    }

    fn below(&mut self, step: Step, visit: impl FnOnce(&mut Self)) {
        self.path.0.push(step);
        visit(self);
        self.path.0.pop();
    }

    fn reject(&mut self, kind: FaultKind, form: &Form) {
        let span = self.tree.locate(self.root, &self.path);
        self.reject_at(kind, form, span);
    }

    /// Tells a fault of the current value and puts a placeholder in its place.
    fn reject_at(&mut self, kind: FaultKind, form: &Form, span: Range<usize>) {
        self.done.taints.add(&self.path);
        self.done.faults.push(ShapeFault { kind, path: self.path.clone(), span, related: Vec::new() });
        form.placeholder(&mut self.done.repaired);
    }

    fn opening(&self, id: NodeId) -> Range<usize> {
        let start = self.tree.get(id).map_or(0, |node| node.span.start);
        start..start + 1
    }

    fn emit_source(&mut self, span: &Range<usize>) {
        self.done.repaired.push_str(self.text.get(span.clone()).unwrap_or_default());
    }

    fn emit_text(&mut self, text: &str) {
        self.done.repaired.push_str(&serde_json::Value::from(text).to_string());
    }
}

fn name(key: &str) -> Step {
    Step::Field(key.to_owned().into())
}

fn bad_decimal(found: &str) -> FaultKind {
    FaultKind::BadDecimal { found: found.to_owned() }
}

fn wanted(form: &Form) -> Wanted {
    match form {
        Form::Text => Wanted::TextOrLanguages,
        Form::Any | Form::String | Form::Date(_) | Form::Word(_) => Wanted::Text,
        Form::Decimal => Wanted::Decimal,
        Form::Integer { .. } => Wanted::Integer,
        Form::Bool => Wanted::Bool,
        Form::Nullable(inner) => wanted(inner),
        Form::List(_) => Wanted::Array,
        Form::Record(_) => Wanted::Object,
    }
}

fn found(kind: &Kind) -> Found {
    match kind {
        Kind::Null => Found::Null,
        Kind::Bool => Found::Bool,
        Kind::Number => Found::Number,
        Kind::Text(_) => Found::Text,
        Kind::Array(_) => Found::Array,
        Kind::Object(_) => Found::Object,
    }
}
