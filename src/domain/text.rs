//! Languages, and text that is written in one or both of them.

use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

/// A language of the interface and of the dataset's text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Lang {
    /// Chinese, simplified.
    #[default]
    Zh,
    /// English.
    En,
}

impl Lang {
    /// Every language, in the order in which the switch goes round.
    pub const ALL: [Self; 2] = [Self::Zh, Self::En];

    /// The next language of the switch.
    pub fn next(self) -> Self {
        match self {
            Self::Zh => Self::En,
            Self::En => Self::Zh,
        }
    }

    /// The language of a locale such as `zh_CN.UTF-8`; anything but Chinese is read in English.
    pub fn from_locale(locale: &str) -> Self {
        let zh = locale.get(..2).is_some_and(|head| head.eq_ignore_ascii_case("zh"));
        if zh { Self::Zh } else { Self::En }
    }
}

/// Text that people read: one string for every language, or one a language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Text {
    /// The same string in every language.
    Plain(String),
    /// A string a language; at least one is there.
    Each {
        /// Chinese.
        zh: Option<String>,
        /// English.
        en: Option<String>,
    },
}

impl Text {
    /// Whether it is written in `lang`, or in one way for all languages.
    pub fn has(&self, lang: Lang) -> bool {
        match (self, lang) {
            (Self::Plain(_), _) => true,
            (Self::Each { zh, .. }, Lang::Zh) => zh.is_some(),
            (Self::Each { en, .. }, Lang::En) => en.is_some(),
        }
    }

    /// The text in `lang`; the other language where that one is missing.
    pub fn get(&self, lang: Lang) -> &str {
        match self {
            Self::Plain(text) => text,
            Self::Each { zh, en } => {
                let (first, second) = match lang {
                    Lang::Zh => (zh, en),
                    Lang::En => (en, zh),
                };
                first.as_deref().or(second.as_deref()).unwrap_or_default()
            }
        }
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        Self::Plain(text.to_owned())
    }
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(TextVisitor)
    }
}

struct TextVisitor;

impl<'de> Visitor<'de> for TextVisitor {
    type Value = Text;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string, or an object with \"zh\" or \"en\"")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Text, E> {
        Ok(Text::Plain(text.to_owned()))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Text, A::Error> {
        let (mut zh, mut en) = (None, None);
        while let Some(key) = map.next_key::<String>()? {
            let slot = match key.as_str() {
                "zh" => &mut zh,
                "en" => &mut en,
                _ => {
                    map.next_value::<serde::de::IgnoredAny>()?;
                    continue;
                }
            };
            if slot.replace(map.next_value::<String>()?).is_some() {
                return Err(A::Error::custom(format_args!("duplicate field `{key}`")));
            }
        }
        if zh.is_none() && en.is_none() {
            return Err(A::Error::custom("text needs \"zh\" or \"en\""));
        }
        Ok(Text::Each { zh, en })
    }
}

impl JsonSchema for Text {
    fn schema_name() -> Cow<'static, str> {
        "Text".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "Text that people read: one string, or one a language; a missing language falls back to the other.",
            "anyOf": [
                { "type": "string" },
                {
                    "type": "object",
                    "properties": { "zh": { "type": "string" }, "en": { "type": "string" } },
                    "anyOf": [{ "required": ["zh"] }, { "required": ["en"] }]
                }
            ]
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_language_falls_back_to_the_other() {
        let text: Text = serde_json::from_str(r#"{"zh":"行动"}"#).unwrap();
        assert_eq!(text.get(Lang::En), "行动");
        let plain: Text = serde_json::from_str(r#""PCB""#).unwrap();
        assert_eq!((plain.get(Lang::Zh), plain.get(Lang::En)), ("PCB", "PCB"));
        assert!(serde_json::from_str::<Text>("{}").is_err());
        assert!(serde_json::from_str::<Text>(r#"{"zh":"a","zh":"b"}"#).is_err());
    }

    #[test]
    fn only_a_chinese_locale_means_chinese() {
        assert_eq!(Lang::from_locale("zh_CN.UTF-8"), Lang::Zh);
        assert_eq!(Lang::from_locale("zh-Hans-CN"), Lang::Zh);
        assert_eq!(Lang::from_locale("de_DE"), Lang::En);
        assert_eq!(Lang::from_locale("C"), Lang::En);
        assert_eq!(Lang::from_locale(""), Lang::En);
    }
}
