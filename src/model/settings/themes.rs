//! Themes of the settings file.

use toml::Spanned;
use toml::de::DeValue;

use super::fault::Kind;
use super::read::Reader;
use super::words;
use crate::domain::Id;
use crate::model::theme::{OwnTheme, Slot, ThemeName};

/// The table that holds them.
pub(super) const TABLE: &str = "themes";
const BASE: &str = "base";

/// Reads the themes; one without a base is based on the dark one.
pub(super) fn read(reader: &mut Reader<'_>, key: &str, value: &Spanned<DeValue<'_>>) {
    let Some(themes) = reader.entries(key, value) else { return };
    for (name, value) in themes {
        let text = name.get_ref().as_ref();
        if !Id::is_valid(text) || ThemeName::parse(text).is_some() || text == words::AUTO {
            reader.fault(name.span(), Kind::BadThemeName(text.to_owned()));
            continue;
        }
        let Some(theme) = theme(reader, text, value) else { continue };
        let theme = reader.stated(name.span(), theme);
        reader.settings.themes.push(theme);
    }
    reader.settings.themes.sort_by_key(|theme| theme.line);
}

fn theme(reader: &mut Reader<'_>, name: &str, value: &Spanned<DeValue<'_>>) -> Option<OwnTheme> {
    let entries = reader.entries(name, value)?;
    let mut theme = OwnTheme { name: name.to_owned(), base: ThemeName::default(), colours: Vec::new() };
    for (key, value) in entries {
        let name = key.get_ref().as_ref();
        if name == BASE {
            let bases = ThemeName::ALL.map(|theme| (theme.id(), theme));
            if let Some(base) = reader.one_of(name, value, &bases) {
                theme.base = base.value;
            }
        } else if let Some(slot) = Slot::parse(name) {
            let Some(text) = reader.text(name, value) else { continue };
            match colour(text) {
                Some(rgb) => theme.colours.push((slot, rgb)),
                None => reader.fault(value.span(), Kind::BadColour(text.to_owned())),
            }
        } else {
            let known: Vec<&str> = [BASE].into_iter().chain(Slot::ALL.map(|(name, _)| name)).collect();
            reader.unknown_key(key.span(), name, &known);
        }
    }
    Some(theme)
}

/// Reads `#rrggbb`.
fn colour(text: &str) -> Option<[u8; 3]> {
    let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6)?;
    let channel = |at: usize| {
        let pair = digits.get(at..at + 2)?;
        let hexadecimal = pair.bytes().all(|byte| byte.is_ascii_hexdigit());
        u8::from_str_radix(pair, 16).ok().filter(|_| hexadecimal)
    };
    Some([channel(0)?, channel(2)?, channel(4)?])
}
