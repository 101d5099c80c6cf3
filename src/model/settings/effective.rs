//! The settings in force: what the command line, the environment and the file say, put together.

use super::{Choice, Origin, Settings, Start, words};
use crate::domain::{Address, Column, Lang};
use crate::model::prefs::{Ambiguous, ColourDepth, Markers};
use crate::model::theme::{OwnTheme, ThemeName};
use crate::model::{Columns, Command, Keymap, Prefs};

/// What was asked for by options and variables; the rest is left to the file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Asked {
    /// The language; `None` as the locale has it.
    pub language: Option<Choice<Option<Lang>>>,
    /// The name of the theme, or [`words::AUTO`].
    pub theme: Option<Choice<String>>,
    /// How many colours.
    pub colours: Option<Choice<Option<ColourDepth>>>,
    /// The characters of charts.
    pub markers: Option<Choice<Markers>>,
    /// How wide ambiguous characters are.
    pub ambiguous: Option<Choice<Option<Ambiguous>>>,
}

/// The settings in force, each with where it comes from.
#[derive(Debug, Clone)]
pub struct Effective {
    /// The language; `None` as the locale has it.
    pub language: Choice<Option<Lang>>,
    /// That of the locale.
    pub locale: Lang,
    /// The theme; `None` as goes with the ground of the terminal.
    pub theme: Choice<Option<ThemeName>>,
    /// The one that goes with it, as far as is known without asking.
    pub background: ThemeName,
    /// How many colours; `None` as the terminal has it.
    pub colours: Choice<Option<ColourDepth>>,
    /// The characters of charts.
    pub markers: Choice<Markers>,
    /// How wide ambiguous characters are; `None` as the terminal answers when asked.
    pub ambiguous: Choice<Option<Ambiguous>>,
    /// Where to start.
    pub start: Choice<Start>,
    /// The columns of the table of metrics.
    pub columns: Choice<Vec<Column>>,
    /// The keys of every command.
    pub keymap: Keymap,
    /// The commands that have their keys from the file, each with the line.
    pub bound: Vec<(Command, usize)>,
    /// The themes of the file.
    pub themes: &'static [OwnTheme],
    /// The line of each of them.
    pub theme_lines: Vec<usize>,
}

impl Effective {
    /// Puts the settings together, where the locale has this language and this theme goes with the terminal. Themes stay for as long as the program runs. The error is the name of a
    /// theme that there is not.
    pub fn new(asked: Asked, settings: Settings, locale: Lang, background: ThemeName) -> Result<Self, String> {
        let keymap = settings.keymap();
        let bound = settings.keys.iter().map(|(command, keys)| (*command, keys.line)).collect();
        let (themes, theme_lines): (Vec<OwnTheme>, Vec<usize>) =
            settings.themes.into_iter().map(|theme| (theme.value, theme.line)).unzip();
        let themes: &'static [OwnTheme] = themes.leak();
        let named = |name: &str| {
            ThemeName::parse(name).or_else(|| themes.iter().find(|own| own.name == name).map(ThemeName::Own))
        };
        let theme = Choice::or_default(asked.theme, settings.theme, words::AUTO.to_owned());
        let value = match theme.value.as_str() {
            words::AUTO => None,
            name => Some(named(name).ok_or_else(|| name.to_owned())?),
        };
        Ok(Self {
            language: Choice::of(asked.language, settings.language, || Choice { value: None, origin: Origin::Locale }),
            locale,
            theme: Choice { value, origin: theme.origin },
            background,
            colours: Choice::or_default(asked.colours, settings.colours, None),
            markers: Choice::or_default(asked.markers, settings.markers, Markers::default()),
            ambiguous: Choice::or_default(asked.ambiguous, settings.ambiguous, Some(Ambiguous::Narrow)),
            start: Choice::or_default(None, settings.start, Start::At(Address::Overview)),
            columns: match settings.columns {
                Some(stated) => Choice { value: stated.value, origin: Origin::File(stated.line) },
                None => Choice { value: Column::ALL.to_vec(), origin: Origin::Default },
            },
            keymap,
            bound,
            themes,
            theme_lines,
        })
    }

    /// The language in force.
    pub fn lang(&self) -> Lang {
        self.language.value.unwrap_or(self.locale)
    }

    /// The columns of the table of metrics.
    pub fn columns(&self) -> Columns {
        Columns::only(&self.columns.value)
    }

    /// The preferences that follow, where the terminal shows so many colours and has ambiguous characters so wide.
    pub fn prefs(&self, depth: ColourDepth, ambiguous: Ambiguous) -> Prefs {
        Prefs {
            lang: self.lang(),
            theme: self.theme.value.unwrap_or(self.background),
            own_themes: self.themes,
            depth,
            markers: self.markers.value,
            ambiguous,
            ..Prefs::default()
        }
    }
}
