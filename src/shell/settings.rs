//! From the settings file, the environment and the command line to the settings in force.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use super::cli::{Config, Look};
use super::variable::Unknown;
use super::{colours, folders, open, say};
use crate::domain::Lang;
use crate::exchange::faults;
use crate::lang::{check, messages};
use crate::model::settings::{self, Asked, Effective, Origin, Settings, words};
use crate::model::{OwnTheme, ThemeName};
use crate::ui::text::visible;
use crate::ui::theme::weak_colours;

/// No settings file is as large as this.
const LIMIT: u64 = 1 << 20;

/// The settings in force, and where they are from.
#[derive(Debug)]
pub(super) struct Setup {
    /// The settings.
    pub(super) effective: Effective,
    /// The settings file, whether it is there or not; none where none is to be read, or where the system has no folder.
    pub(super) file: Option<PathBuf>,
    /// Whether it is there.
    pub(super) read: bool,
}

impl Setup {
    /// The language.
    pub(super) fn lang(&self) -> Lang {
        self.effective.lang()
    }

    /// The settings file as it is shown.
    pub(super) fn shown(&self) -> String {
        self.file.as_ref().map(|file| visible(&file.to_string_lossy())).unwrap_or_default()
    }

    /// Says which colours of the theme are hard to read, where it is one of the settings file.
    pub(super) fn warn(&self) {
        if let Some(ThemeName::Own(own)) = self.effective.theme.value {
            self.warn_of(own);
        }
    }

    /// Says which colours of a theme are hard to read.
    pub(super) fn warn_of(&self, own: &OwnTheme) {
        let words = &messages(self.lang()).settings;
        for weak in weak_colours(own) {
            let contrast = format!("{:.1}", weak.contrast);
            say::warn(&(words.weak_colour)(&own.name, weak.slot.name(), weak.against.name(), &contrast));
        }
    }
}

/// Reads the settings; what is wrong with them has been said when this fails.
pub(super) fn load(look: &Look) -> Result<Setup, ExitCode> {
    let locale = locale();
    let mut asked = look.asked().map_err(|unknown| say::fail(say::UNUSABLE, &explain(&unknown, look.lang(locale))))?;
    asked.colours = asked.colours.or_else(colours::refused);
    let lang = asked.language.as_ref().and_then(|language| language.value).unwrap_or(locale);
    let (file, bytes) = find(look.config(), lang)?;
    let read = bytes.is_some();
    let bytes = bytes.unwrap_or_default();
    let (stated, found) = settings::read(&bytes);
    if !found.is_empty() {
        return Err(refuse(&found, &bytes, file.as_ref(), &asked, &stated, locale));
    }
    let known = stated.themes.iter().map(|theme| theme.value.name.clone()).collect::<Vec<_>>();
    let stated_lang = stated.language.as_ref().filter(|_| asked.language.is_none()).and_then(|language| language.value);
    let lang = stated_lang.unwrap_or(lang);
    let variable = asked.theme.as_ref().and_then(|theme| variable(&theme.origin));
    let effective = Effective::new(asked, stated, locale, background()).map_err(|name| {
        let built_in = std::iter::once(words::AUTO).chain(ThemeName::ALL.map(ThemeName::id));
        let words = &messages(lang).settings;
        let known: Vec<&str> = built_in.chain(known.iter().map(String::as_str)).collect();
        let sentence = (words.no_theme)(&check::quote(&name), &known.join(words.separator));
        say::fail(say::UNUSABLE, &format!("{}{sentence}", variable.unwrap_or_default()))
    })?;
    Ok(Setup { effective, file, read })
}

/// Says which values a variable may have.
fn explain(unknown: &Unknown, lang: Lang) -> String {
    let words = &messages(lang).settings;
    let title = (words.unknown_value)(unknown.name, &check::quote(&unknown.value));
    let (expected, _) = check::labels(lang);
    format!("{title}\n{expected}{}{}", words.colon, (words.one_of)(&unknown.known.join(words.separator)))
}

/// The names of the themes of the settings file, as far as it can be read.
pub(super) fn own_themes(look: &Look) -> Vec<String> {
    let file = match look.config() {
        Config::None => None,
        Config::File(path, _) => Some(path),
        Config::Usual => folders::settings(),
    };
    let file = file.filter(|path| fs::metadata(path).is_ok_and(|file| file.is_file())).map(File::open);
    let bytes = file.and_then(Result::ok).and_then(|file| open::read(file, LIMIT).ok()).unwrap_or_default();
    settings::read(&bytes).0.themes.into_iter().map(|theme| theme.value.name).collect()
}

/// The settings file and what it holds. Only one that was asked for by name has to be there.
fn find(config: Config, lang: Lang) -> Result<(Option<PathBuf>, Option<Vec<u8>>), ExitCode> {
    let words = &messages(lang).settings;
    let (path, by) = match config {
        Config::None => return Ok((None, None)),
        Config::File(path, by) => (path, Some(by)),
        Config::Usual => (folders::settings().unwrap_or_default(), None),
    };
    if path.as_os_str().is_empty() && by.is_none() {
        return Ok((None, None));
    }
    let shown = visible(&path.to_string_lossy());
    let fail = |sentence: String| say::fail(say::UNUSABLE, &format!("{}{sentence}", by.unwrap_or_default()));
    if path.as_os_str().is_empty() {
        return Err(fail((words.missing)("\"\"")));
    }
    if fs::metadata(&path).is_ok_and(|file| !file.is_file() && !file.is_dir()) && !is_given(&path) {
        return Err(fail((words.unreadable)(&shown, words.no_file)));
    }
    match File::open(&path).and_then(|file| open::read(file, LIMIT)) {
        Ok(bytes) => Ok((Some(path), Some(bytes))),
        Err(error) if absent(&error) => {
            if fs::symlink_metadata(&path).is_ok_and(|file| file.is_symlink()) {
                Err(fail((words.unreadable)(&shown, words.dead_link)))
            } else if by.is_some() {
                Err(fail((words.missing)(&shown)))
            } else {
                Ok((Some(path), None))
            }
        }
        Err(error) => Err(fail((words.unreadable)(&shown, &error.to_string()))),
    }
}

/// Whether a path is one that a shell gives to what it has opened already: standard input, a process to be read from. A pipe
/// of any other name might be waited for without an end.
fn is_given(path: &Path) -> bool {
    path.starts_with("/dev") || path.starts_with("/proc")
}

/// What stands before a sentence about something that a variable asks for.
fn variable(origin: &Origin) -> Option<String> {
    if let Origin::Environment(name) = origin { Some(format!("{name}: ")) } else { None }
}

/// Whether nothing is there; nor can it be where what should be a folder is a file.
fn absent(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory)
}

/// Says what is wrong with the settings file, in the language that it asks for itself if nobody else does.
fn refuse(
    found: &[settings::Fault],
    bytes: &[u8],
    file: Option<&PathBuf>,
    asked: &Asked,
    stated: &Settings,
    locale: Lang,
) -> ExitCode {
    let asked_lang = asked.language.as_ref().map(|it| it.value);
    let lang = asked_lang.or(stated.language.as_ref().map(|it| it.value)).flatten().unwrap_or(locale);
    let depth = asked.colours.as_ref().map(|it| it.value).or(stated.colours.as_ref().map(|it| it.value)).flatten();
    let style = faults::Style { lang, colour: colours::paints(depth, &io::stderr()) };
    let name = file.map(|file| file.to_string_lossy().into_owned()).unwrap_or_default();
    say::fail(say::UNUSABLE, faults::settings(found, &name, bytes, style).trim_end())
}

/// The language of the locale.
pub(super) fn locale() -> Lang {
    sys_locale::get_locale().map_or_else(Lang::default, |locale| Lang::from_locale(&locale))
}

/// The theme for the ground of the terminal, as a variable tells of it, which may be that of another terminal: it is asked
/// itself behind the first frame.
fn background() -> ThemeName {
    std::env::var("COLORFGBG").ok().and_then(|colours| theme_on(&colours)).unwrap_or_default()
}

/// The theme for `COLORFGBG`, such as `15;0` or `0;default;15`: the last number is that of the ground among the sixteen.
fn theme_on(colours: &str) -> Option<ThemeName> {
    let ground: u8 = colours.rsplit(';').next()?.trim().parse().ok()?;
    match ground {
        0..=6 | 8 => Some(ThemeName::Dark),
        7 | 9..=15 => Some(ThemeName::Light),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_light_terminal_has_the_light_theme() {
        for (value, theme) in [
            ("15;0", Some(ThemeName::Dark)),
            ("0;15", Some(ThemeName::Light)),
            ("0;default;7", Some(ThemeName::Light)),
            ("7;8", Some(ThemeName::Dark)),
            ("default;default", None),
            ("", None),
            ("0;16", None),
        ] {
            assert_eq!(theme_on(value), theme, "{value}");
        }
    }
}
