//! What is said about the faults of a dataset. Text out of the file is quoted so that it cannot act on a terminal.

mod en;
mod zh;

use super::plural::plural;
use crate::domain::Lang;
use crate::domain::check::{FaultKind, Mismatch, Role, Severity};
use crate::domain::visible::visible;

/// What is said about one fault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// What is wrong.
    pub title: String,
    /// What should stand there.
    pub expected: String,
    /// What to do, where something can be advised.
    pub hint: Option<String>,
}

impl Message {
    fn new(title: impl Into<String>, expected: impl Into<String>) -> Self {
        Self { title: title.into(), expected: expected.into(), hint: None }
    }

    fn hint(self, hint: impl Into<String>) -> Self {
        Self { hint: Some(hint.into()), ..self }
    }

    fn maybe(self, hint: Option<String>) -> Self {
        Self { hint, ..self }
    }
}

/// What is said about a fault.
pub fn message(kind: &FaultKind, lang: Lang) -> Message {
    match lang {
        Lang::Zh => zh::message(kind),
        Lang::En => en::message(kind),
    }
}

/// What a related place has to do with a fault.
pub fn role(role: Role, lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => zh::role(role),
        Lang::En => en::role(role),
    }
}

/// How bad a fault is, in one word.
pub fn severity(severity: Severity, lang: Lang) -> &'static str {
    match (lang, severity) {
        (Lang::Zh, Severity::Error) => "错误",
        (Lang::Zh, Severity::Warning) => "警告",
        (Lang::En, Severity::Error) => "error",
        (Lang::En, Severity::Warning) => "warning",
    }
}

/// The words in front of what was expected, and of a hint.
pub fn labels(lang: Lang) -> (&'static str, &'static str) {
    match lang {
        Lang::Zh => ("应为", "提示"),
        Lang::En => ("expected", "hint"),
    }
}

/// The word in front of the path of a value.
pub fn at(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "位置",
        Lang::En => "at",
    }
}

/// The line that closes a report.
pub fn summary(file: &str, errors: usize, warnings: usize, lang: Lang) -> String {
    let file = visible(file);
    match lang {
        Lang::Zh if errors + warnings == 0 => format!("{file}：没有错误或警告"),
        Lang::Zh => format!("{file}：{errors}处错误，{warnings}处警告"),
        Lang::En if errors + warnings == 0 => format!("{file}: no errors or warnings"),
        Lang::En => format!("{file}: {}, {}", plural(errors, "error"), plural(warnings, "warning")),
    }
}

/// The longest stretch of the file that a message quotes.
const QUOTED: usize = 60;

/// Text of the file between quotation marks: harmless, and not longer than a message can bear.
pub fn quote(text: &str) -> String {
    format!("“{}”", short(text, QUOTED))
}

/// Text made harmless, of at most so many characters.
fn short(text: &str, longest: usize) -> String {
    let mut head: String = text.chars().take(longest).collect();
    if head.len() < text.len() {
        head.push('…');
    }
    visible(&head)
}

/// How many of a list of texts are named.
const NAMED: usize = 6;

/// A list of quoted texts.
fn quotes(texts: &[String], separator: &str) -> String {
    let mut out = texts.iter().take(NAMED).map(|text| quote(text)).collect::<Vec<_>>().join(separator);
    if texts.len() > NAMED {
        out.push_str(separator);
        out.push('…');
    }
    out
}

/// A character between quotation marks, or its number where it cannot be seen.
fn character(character: char) -> String {
    if character.is_whitespace() || visible(&character.to_string()).starts_with("\\u") || character == '\u{200b}' {
        format!("U+{:04X}", u32::from(character))
    } else {
        format!("“{character}”")
    }
}

/// What a figure as written reads as and the value beside it, with their units where these say something.
fn amounts(mismatch: &Mismatch, lang: Lang) -> (String, String) {
    let amount = |number: String, unit: &str| {
        if mismatch.named && !unit.is_empty() { format!("{number} {}", short(unit, 20)) } else { number }
    };
    let reads = amount(mismatch.reads.to_string(), &mismatch.reads_unit);
    (reads, amount(mismatch.value.to_string(), mismatch.unit.get(lang)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quoted_text_is_harmless_and_short() {
        assert_eq!(quote("a\u{1b}[2J"), "“a\\u{1b}[2J”");
        assert_eq!(quote(&"薪".repeat(100)).chars().count(), 63);
        assert_eq!(character('\u{3000}'), "U+3000");
        assert_eq!(character('，'), "“，”");
    }
}
