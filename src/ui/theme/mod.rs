//! Colour by role. A theme is a palette; what a role looks like follows from the palette and from how many colours the
//! terminal shows.

mod colour;
mod dark;
mod light;

use ratatui::style::{Color, Modifier, Style};

use crate::model::{ColourDepth, Markers, ThemeName};
use colour::Shade;

/// What a piece of the screen is there for; it decides its colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// Ordinary text.
    Text,
    /// What matters most: figures and titles.
    Strong,
    /// What stands beside: units, labels.
    Muted,
    /// What stands behind: sources, hints.
    Faint,
    /// Rules and tracks. Not for text.
    Rule,
    /// The one accent.
    Accent,
    /// Better, met.
    Good,
    /// Behind, to be looked at.
    Warn,
    /// Missed, at fault.
    Bad,
    /// Not known.
    Unknown,
    /// The hue of the action at this position; they repeat after eight.
    Hue(usize),
    /// The row that is selected: a ground, whatever stands on it.
    Selected,
    /// A key of the keyboard.
    Key,
    /// A cell of a table that is shaded by its value, in four steps from the faintest: a ground, and text on it. Of sixteen
    /// colours none are a series of shades: there the ground is the screen's.
    Heat(usize),
}

/// The colours of a theme, for terminals of every depth.
#[derive(Debug)]
struct Palette {
    ground: Shade,
    selected: Shade,
    text: Shade,
    strong: Shade,
    muted: Shade,
    faint: Shade,
    rule: Shade,
    accent: Shade,
    good: Shade,
    warn: Shade,
    bad: Shade,
    unknown: Shade,
    hues: [Shade; 8],
    heat: [Shade; 4],
}

/// A theme as one terminal shows it.
#[derive(Debug, Clone, Copy)]
pub struct Theme {
    palette: &'static Palette,
    depth: ColourDepth,
    markers: Markers,
}

impl Theme {
    /// A theme on a terminal of this depth.
    pub fn new(name: ThemeName, depth: ColourDepth) -> Self {
        let palette = match name {
            ThemeName::Dark => &dark::PALETTE,
            ThemeName::Light => &light::PALETTE,
        };
        Self { palette, depth, markers: Markers::default() }
    }

    /// The same with other characters for charts.
    #[must_use]
    pub fn with_markers(self, markers: Markers) -> Self {
        Self { markers, ..self }
    }

    /// The characters of charts.
    pub fn markers(&self) -> Markers {
        self.markers
    }

    /// What the whole screen is filled with first.
    pub fn base(&self) -> Style {
        match self.depth {
            ColourDepth::None => Style::new().fg(Color::Reset).bg(Color::Reset),
            _ => Style::new().fg(self.colour(self.palette.text)).bg(self.colour(self.palette.ground)),
        }
    }

    /// What a role looks like.
    pub fn style(&self, role: Role) -> Style {
        let weight = match role {
            Role::Strong | Role::Accent | Role::Key => Modifier::BOLD,
            Role::Selected if self.depth == ColourDepth::None => Modifier::REVERSED,
            _ => Modifier::empty(),
        };
        let style = Style::new().add_modifier(weight);
        if self.depth == ColourDepth::None {
            return style;
        }
        let palette = self.palette;
        let shade = match role {
            Role::Text => palette.text,
            Role::Strong => palette.strong,
            Role::Muted | Role::Key => palette.muted,
            Role::Faint => palette.faint,
            Role::Rule => palette.rule,
            Role::Accent => palette.accent,
            Role::Good => palette.good,
            Role::Warn => palette.warn,
            Role::Bad => palette.bad,
            Role::Unknown => palette.unknown,
            Role::Hue(at) => palette.hues.get(at % palette.hues.len()).copied().unwrap_or(palette.text),
            Role::Heat(at) => return self.heat(at),
            Role::Selected => return style.bg(self.colour(palette.selected)).fg(self.colour(palette.strong)),
        };
        style.fg(self.colour(shade))
    }

    /// The ground of a step of four and the text on it.
    fn heat(&self, at: usize) -> Style {
        let style = Style::new().fg(self.colour(self.palette.strong));
        let ground = self.palette.heat.get(at).or(self.palette.heat.last());
        match ground {
            Some(ground) if self.keeps_colours_selected() => style.bg(self.colour(*ground)),
            _ => style,
        }
    }

    /// Whether colours are legible on the ground of what is selected; of sixteen colours too few are.
    pub fn keeps_colours_selected(&self) -> bool {
        matches!(self.depth, ColourDepth::True | ColourDepth::Indexed)
    }

    fn colour(&self, shade: Shade) -> Color {
        shade.at(self.depth)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT_ROLES: [Role; 10] = [
        Role::Text,
        Role::Strong,
        Role::Muted,
        Role::Faint,
        Role::Accent,
        Role::Good,
        Role::Warn,
        Role::Bad,
        Role::Unknown,
        Role::Key,
    ];

    /// Contrast by WCAG 2.2, <https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio>.
    fn contrast(a: Color, b: Color) -> f64 {
        let (a, b) = (colour::luminance(a), colour::luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn every_text_has_enough_contrast_in_every_theme_and_depth() {
        for name in ThemeName::ALL {
            for depth in [ColourDepth::True, ColourDepth::Indexed, ColourDepth::Ansi] {
                let theme = Theme::new(name, depth);
                let ground = theme.base().bg.unwrap();
                for role in TEXT_ROLES.into_iter().chain((0..8).map(Role::Hue)) {
                    let ratio = contrast(theme.style(role).fg.unwrap(), ground);
                    assert!(ratio >= 4.5, "{name:?} {depth:?} {role:?}: {ratio:.2}");
                }
                let selected = theme.style(Role::Selected);
                let coloured =
                    [Role::Accent, Role::Good, Role::Warn, Role::Bad].into_iter().chain((0..8).map(Role::Hue));
                for role in coloured.filter(|_| theme.keeps_colours_selected()) {
                    let ratio = contrast(theme.style(role).fg.unwrap(), selected.bg.unwrap());
                    assert!(ratio >= 4.5, "{name:?} {depth:?} {role:?} selected: {ratio:.2}");
                }
                let ratio = contrast(selected.fg.unwrap(), selected.bg.unwrap());
                assert!(ratio >= 4.5, "{name:?} {depth:?} selected: {ratio:.2}");
            }
        }
    }

    #[test]
    fn shades_are_a_series_and_text_on_them_has_enough_contrast() {
        for name in ThemeName::ALL {
            for depth in [ColourDepth::True, ColourDepth::Indexed, ColourDepth::Ansi] {
                let theme = Theme::new(name, depth);
                let mut last = theme.base().bg.unwrap();
                for at in 0..4 {
                    let style = theme.style(Role::Heat(at));
                    let ground = style.bg.unwrap_or(theme.base().bg.unwrap());
                    let ratio = contrast(style.fg.unwrap(), ground);
                    assert!(ratio >= 4.5, "{name:?} {depth:?} {at}: {ratio:.2}");
                    assert_eq!(style.bg.is_none(), depth == ColourDepth::Ansi);
                    if style.bg.is_some() {
                        // Each step is further from the ground than the one before, and can be told from it.
                        let step = contrast(ground, last);
                        assert!(step >= 1.1, "{name:?} {depth:?} {at}: {step:.2}");
                        let (a, b) = (colour::luminance(ground), colour::luminance(last));
                        assert_eq!(a > b, name == ThemeName::Dark, "{name:?} {depth:?} {at}");
                        last = ground;
                    }
                }
            }
        }
    }

    #[test]
    fn without_colours_there_is_none() {
        for name in ThemeName::ALL {
            let theme = Theme::new(name, ColourDepth::None);
            for role in TEXT_ROLES.into_iter().chain([Role::Selected, Role::Rule, Role::Hue(3), Role::Heat(2)]) {
                let style = theme.style(role);
                assert_eq!((style.fg, style.bg), (None, None), "{role:?}");
            }
            assert!(theme.style(Role::Selected).add_modifier.contains(Modifier::REVERSED));
        }
    }

    #[test]
    fn the_hues_of_a_theme_differ() {
        for name in ThemeName::ALL {
            for depth in [ColourDepth::True, ColourDepth::Indexed] {
                let theme = Theme::new(name, depth);
                let hues: std::collections::HashSet<_> = (0..8).map(|at| theme.style(Role::Hue(at)).fg).collect();
                assert_eq!(hues.len(), 8, "{name:?} {depth:?}");
            }
        }
    }
}
