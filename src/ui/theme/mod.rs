//! Colour by role. A theme is a palette; what a role looks like follows from the palette and from how many colours the
//! terminal shows.

mod colour;
mod colour_blind;
mod dark;
mod high_contrast;
mod light;
mod mono;
mod projector;
#[cfg(test)]
mod tests;

use ratatui::style::{Color, Modifier, Style};

use crate::model::{ColourDepth, Markers, OwnTheme, Slot, ThemeName};
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
#[derive(Debug, Clone, Copy)]
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

impl Palette {
    /// The colours of a theme. One of the settings file has those of its base where there are sixteen colours only.
    fn of(name: ThemeName) -> Self {
        match name {
            ThemeName::Dark => dark::PALETTE,
            ThemeName::Light => light::PALETTE,
            ThemeName::Projector => projector::PALETTE,
            ThemeName::HighContrast => high_contrast::PALETTE,
            ThemeName::ColourBlind => colour_blind::PALETTE,
            ThemeName::Mono => mono::PALETTE,
            ThemeName::Own(own) => Self::own(own),
        }
    }

    fn own(own: &OwnTheme) -> Self {
        let mut palette = if matches!(own.base, ThemeName::Own(_)) { dark::PALETTE } else { Self::of(own.base) };
        for (slot, rgb) in &own.colours {
            if let Some(shade) = palette.slot(*slot) {
                *shade = shade.with_rgb(*rgb);
            }
        }
        palette
    }

    fn slot(&mut self, slot: Slot) -> Option<&mut Shade> {
        Some(match slot {
            Slot::Ground => &mut self.ground,
            Slot::Selected => &mut self.selected,
            Slot::Text => &mut self.text,
            Slot::Strong => &mut self.strong,
            Slot::Muted => &mut self.muted,
            Slot::Faint => &mut self.faint,
            Slot::Rule => &mut self.rule,
            Slot::Accent => &mut self.accent,
            Slot::Good => &mut self.good,
            Slot::Warn => &mut self.warn,
            Slot::Bad => &mut self.bad,
            Slot::Unknown => &mut self.unknown,
            Slot::Hue(at) => return self.hues.get_mut(usize::from(at)),
            Slot::Heat(at) => return self.heat.get_mut(usize::from(at)),
        })
    }
}

/// The contrast that text needs, by WCAG 2.2 at level AA.
const LEGIBLE: f64 = 4.5;

/// The contrast that a theme promises its text; one of the settings file that of its base.
fn promised(name: ThemeName) -> f64 {
    match name {
        // Level AAA.
        ThemeName::Projector | ThemeName::HighContrast => 7.0,
        ThemeName::Own(own) if !matches!(own.base, ThemeName::Own(_)) => promised(own.base),
        _ => LEGIBLE,
    }
}

/// A colour of an own theme that is hard to read on its ground.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Weak {
    /// The colour.
    pub slot: Slot,
    /// What it stands on or, for a ground, what stands on it.
    pub against: Slot,
    /// The contrast of the two, from 1 to 21; 4.5 is needed.
    pub contrast: f64,
}

/// The colours of an own theme that are hard to read, in 24 bits or in 256 colours, each with its lowest contrast.
pub fn weak_colours(own: &OwnTheme) -> Vec<Weak> {
    let palette = Palette::own(own);
    let shade = |slot: Slot| palette.clone().slot(slot).copied().unwrap_or(palette.ground);
    let weak = |(slot, against): (Slot, Slot)| {
        let ratios = [ColourDepth::True, ColourDepth::Indexed]
            .map(|depth| colour::contrast(shade(slot).at(depth), shade(against).at(depth)));
        let contrast = ratios.into_iter().fold(f64::INFINITY, f64::min);
        (contrast < LEGIBLE).then_some(Weak { slot, against, contrast })
    };
    let grounds = [Slot::Selected].into_iter().chain((0..4).map(Slot::Heat)).map(|ground| (ground, Slot::Strong));
    let texts = Slot::ALL.into_iter().map(|(_, slot)| slot);
    let texts = texts.filter(|slot| !matches!(slot, Slot::Ground | Slot::Selected | Slot::Rule | Slot::Heat(_)));
    texts.map(|slot| (slot, Slot::Ground)).chain(grounds).filter_map(weak).collect()
}

/// A theme as one terminal shows it.
#[derive(Debug, Clone, Copy)]
pub struct Theme {
    palette: Palette,
    depth: ColourDepth,
    markers: Markers,
    selects: bool,
    /// The contrast that text has at least.
    least: f64,
}

impl Theme {
    /// A theme on a terminal of this depth.
    pub fn new(name: ThemeName, depth: ColourDepth) -> Self {
        let least = promised(name);
        Self { palette: Palette::of(name), depth, markers: Markers::default(), selects: true, least }
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

    /// The same for readers who select nothing: no row is marked as the selected one.
    #[must_use]
    pub fn without_selection(self) -> Self {
        Self { selects: false, ..self }
    }

    /// Whether the selected row is marked.
    pub fn selects(&self) -> bool {
        self.selects
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
        let palette = &self.palette;
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
            Some(ground) if self.has_shades() => style.bg(self.colour(*ground)),
            _ => style,
        }
    }

    /// A colour of text on the ground of what is selected: the same, unless it would be too weak there. Of sixteen colours
    /// too many would; none where the ground says it all.
    pub fn selected(&self, colour: Color) -> Option<Color> {
        let ground = self.colour(self.palette.selected);
        let legible = |colour: &Color| colour::contrast(*colour, ground) >= self.least;
        let instead = [colour, self.colour(self.palette.muted), self.colour(self.palette.strong)];
        instead.into_iter().find(legible).filter(|_| self.has_shades())
    }

    /// Whether there are enough colours for grounds that differ a little.
    fn has_shades(&self) -> bool {
        matches!(self.depth, ColourDepth::True | ColourDepth::Indexed)
    }

    fn colour(&self, shade: Shade) -> Color {
        shade.at(self.depth)
    }
}
