//! Themes by name, and those that a settings file makes of them.

/// A theme: one of the program, or one of the settings file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum ThemeName {
    /// Light on dark.
    #[default]
    Dark,
    /// Dark on light.
    Light,
    /// Dark on white, for a projector in a lit room.
    Projector,
    /// White on black, every colour strong.
    HighContrast,
    /// Light on dark, in colours that eyes of every kind tell apart.
    ColourBlind,
    /// Greys only.
    Mono,
    /// One of the settings file, which is read once and stays.
    Own(&'static OwnTheme),
}

impl ThemeName {
    /// Every theme of the program, in the order in which the switch goes round.
    pub const ALL: [Self; 6] =
        [Self::Dark, Self::Light, Self::Projector, Self::HighContrast, Self::ColourBlind, Self::Mono];

    /// What it is called on the command line and in settings.
    pub fn id(self) -> &'static str {
        match self {
            Self::Dark => "dark",
            Self::Light => "light",
            Self::Projector => "projector",
            Self::HighContrast => "high-contrast",
            Self::ColourBlind => "colour-blind",
            Self::Mono => "mono",
            Self::Own(own) => &own.name,
        }
    }

    /// The theme of the program of this name.
    pub fn parse(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.id() == id)
    }

    /// The next theme of the switch: those of the program, then those of the settings file.
    #[must_use]
    pub fn next(self, own: &'static [OwnTheme]) -> Self {
        let mut round = Self::ALL.into_iter().chain(own.iter().map(Self::Own));
        round.find(|theme| *theme == self);
        round.next().unwrap_or_default()
    }
}

/// A theme of the settings file: some colours in place of those of a theme of the program.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct OwnTheme {
    /// What it is called.
    pub name: String,
    /// The theme of the program that has the other colours; never another of the settings file.
    pub base: ThemeName,
    /// The colours that differ, each as red, green and blue.
    pub colours: Vec<(Slot, [u8; 3])>,
}

/// A colour of a theme.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Slot {
    /// The ground of the screen.
    Ground,
    /// The ground of what is selected.
    Selected,
    /// Ordinary text.
    Text,
    /// Figures and titles.
    Strong,
    /// Units and labels.
    Muted,
    /// Sources and hints.
    Faint,
    /// Rules and tracks.
    Rule,
    /// The one accent.
    Accent,
    /// Better, met.
    Good,
    /// Behind.
    Warn,
    /// Missed.
    Bad,
    /// Not known.
    Unknown,
    /// The hue of an action, from 0 to 7.
    Hue(u8),
    /// A shade of a table, from 0 to 3.
    Heat(u8),
}

impl Slot {
    /// Every colour of a theme with its name in settings.
    pub const ALL: [(&'static str, Self); 24] = [
        ("ground", Self::Ground),
        ("selected", Self::Selected),
        ("text", Self::Text),
        ("strong", Self::Strong),
        ("muted", Self::Muted),
        ("faint", Self::Faint),
        ("rule", Self::Rule),
        ("accent", Self::Accent),
        ("good", Self::Good),
        ("warn", Self::Warn),
        ("bad", Self::Bad),
        ("unknown", Self::Unknown),
        ("hue-1", Self::Hue(0)),
        ("hue-2", Self::Hue(1)),
        ("hue-3", Self::Hue(2)),
        ("hue-4", Self::Hue(3)),
        ("hue-5", Self::Hue(4)),
        ("hue-6", Self::Hue(5)),
        ("hue-7", Self::Hue(6)),
        ("hue-8", Self::Hue(7)),
        ("heat-1", Self::Heat(0)),
        ("heat-2", Self::Heat(1)),
        ("heat-3", Self::Heat(2)),
        ("heat-4", Self::Heat(3)),
    ];

    /// The colour of this name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|(known, _)| *known == name).map(|(_, slot)| slot)
    }

    /// What it is called in settings.
    pub fn name(self) -> &'static str {
        Self::ALL.into_iter().find(|(_, slot)| *slot == self).map_or("", |(name, _)| name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_switch_goes_round_every_theme_once() {
        let own: &'static [OwnTheme] = Box::leak(Box::new(["a", "b"].map(|name| OwnTheme {
            name: name.to_owned(),
            base: ThemeName::Mono,
            colours: Vec::new(),
        })));
        for (own, count) in [(own, 8), (&[], 6)] {
            let mut seen = vec![ThemeName::Dark];
            while seen.len() < count {
                let next = seen[seen.len() - 1].next(own);
                assert!(!seen.contains(&next), "{next:?}");
                seen.push(next);
            }
            assert_eq!(seen[count - 1].next(own), ThemeName::Dark);
        }
    }

    #[test]
    fn names_read_back() {
        for theme in ThemeName::ALL {
            assert_eq!(ThemeName::parse(theme.id()), Some(theme));
        }
        for (name, slot) in Slot::ALL {
            assert_eq!((Slot::parse(name), slot.name()), (Some(slot), name));
        }
        assert_eq!((ThemeName::parse("pink"), Slot::parse("hue-9")), (None, None));
    }
}
