use super::colour::contrast;
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

#[test]
fn every_text_has_enough_contrast_in_every_theme_and_depth() {
    for name in ThemeName::ALL {
        for depth in [ColourDepth::True, ColourDepth::Indexed, ColourDepth::Ansi] {
            let theme = Theme::new(name, depth);
            let ground = theme.base().bg.unwrap();
            for role in TEXT_ROLES.into_iter().chain((0..8).map(Role::Hue)) {
                let ratio = contrast(theme.style(role).fg.unwrap(), ground);
                assert!(ratio >= promised(name), "{name:?} {depth:?} {role:?}: {ratio:.2}");
            }
            let selected = theme.style(Role::Selected);
            for role in TEXT_ROLES.into_iter().chain((0..8).map(Role::Hue)) {
                let colour = theme.style(role).fg.unwrap();
                let shown = theme.selected(colour);
                assert_eq!(shown.is_some(), depth != ColourDepth::Ansi);
                let ratio = contrast(shown.or(selected.fg).unwrap(), selected.bg.unwrap());
                assert!(ratio >= promised(name), "{name:?} {depth:?} {role:?} selected: {ratio:.2}");
                // Where there are all colours, all but the faint one stay what they are.
                if depth == ColourDepth::True && role != Role::Faint {
                    assert_eq!(shown, Some(colour), "{name:?} {role:?}");
                }
            }
            let ratio = contrast(selected.fg.unwrap(), selected.bg.unwrap());
            assert!(ratio >= promised(name), "{name:?} {depth:?} selected: {ratio:.2}");
        }
    }
}

#[test]
fn shades_are_a_series_and_text_on_them_has_enough_contrast() {
    for name in ThemeName::ALL {
        for depth in [ColourDepth::True, ColourDepth::Indexed, ColourDepth::Ansi] {
            let theme = Theme::new(name, depth);
            let mut last = theme.base().bg.unwrap();
            let dark = colour::luminance(last) < 0.5;
            for at in 0..4 {
                let style = theme.style(Role::Heat(at));
                let ground = style.bg.unwrap_or(theme.base().bg.unwrap());
                let ratio = contrast(style.fg.unwrap(), ground);
                assert!(ratio >= promised(name), "{name:?} {depth:?} {at}: {ratio:.2}");
                assert_eq!(style.bg.is_none(), depth == ColourDepth::Ansi);
                if style.bg.is_some() {
                    // Each step is further from the ground than the one before, and can be told from it.
                    let step = contrast(ground, last);
                    assert!(step >= 1.1, "{name:?} {depth:?} {at}: {step:.2}");
                    let (a, b) = (colour::luminance(ground), colour::luminance(last));
                    assert_eq!(a > b, dark, "{name:?} {depth:?} {at}");
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

#[test]
fn grounds_of_what_is_selected_differ_from_the_screens() {
    for name in ThemeName::ALL {
        for depth in [ColourDepth::True, ColourDepth::Indexed, ColourDepth::Ansi] {
            let theme = Theme::new(name, depth);
            assert_ne!(theme.style(Role::Selected).bg, theme.base().bg, "{name:?} {depth:?}");
        }
    }
}

#[test]
fn the_mono_theme_has_no_hue() {
    for depth in [ColourDepth::True, ColourDepth::Indexed, ColourDepth::Ansi] {
        let theme = Theme::new(ThemeName::Mono, depth);
        let grounds = [theme.base().bg, theme.style(Role::Selected).bg].into_iter().flatten();
        let texts = TEXT_ROLES.into_iter().chain((0..8).map(Role::Hue)).filter_map(|role| theme.style(role).fg);
        for colour in grounds.chain(texts) {
            let (r, g, b) = colour::channels(colour);
            assert!(r == g && g == b, "{depth:?} {colour:?}");
        }
    }
}

/// A colour as it is seen without the cones for long or for middle waves, in L*a*b*: Viénot, Brettel and Mollon 1999.
fn seen(colour: Color, cones: [[f64; 3]; 3]) -> [f64; 3] {
    let times = |matrix: [[f64; 3]; 3], vector: [f64; 3]| {
        matrix.map(|row| row.iter().zip(vector).map(|(factor, part)| factor * part).sum::<f64>())
    };
    let (red, green, blue) = colour::channels(colour);
    let rgb = times(cones, [red, green, blue].map(colour::linear));
    let xyz = [[0.4339, 0.3762, 0.1899], [0.2126, 0.7152, 0.0722], [0.0177, 0.1095, 0.8728]];
    let root = |part: f64| if part > 0.008_856 { part.cbrt() } else { 7.787 * part.max(0.0) + 16.0 / 116.0 };
    let [x, y, z] = times(xyz, rgb).map(root);
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}

#[test]
fn eyes_of_every_kind_tell_the_colours_for_them_apart() {
    let protan = [[0.11238, 0.88762, 0.0], [0.11238, 0.88762, 0.0], [0.00401, -0.00401, 1.0]];
    let deutan = [[0.29275, 0.70725, 0.0], [0.29275, 0.70725, 0.0], [-0.02234, 0.02234, 1.0]];
    let theme = Theme::new(ThemeName::ColourBlind, ColourDepth::True);
    for cones in [protan, deutan] {
        let apart = |a: Role, b: Role| {
            let [a, b] = [a, b].map(|role| seen(theme.style(role).fg.unwrap(), cones));
            a.iter().zip(b).map(|(a, b)| (a - b).powi(2)).sum::<f64>().sqrt()
        };
        for (a, b) in [(Role::Good, Role::Warn), (Role::Good, Role::Bad), (Role::Warn, Role::Bad)] {
            assert!(apart(a, b) > 25.0, "{a:?} {b:?}: {:.0}", apart(a, b));
        }
        for (a, b) in (0..8).flat_map(|b| (0..b).map(move |a| (Role::Hue(a), Role::Hue(b)))) {
            assert!(apart(a, b) > 12.0, "{a:?} {b:?}: {:.0}", apart(a, b));
        }
    }
}

#[test]
fn an_own_theme_is_its_base_but_for_its_colours() {
    let colours = vec![(Slot::Accent, [0x10, 0x20, 0x30]), (Slot::Hue(7), [1, 2, 3])];
    let own = OwnTheme { name: "own".to_owned(), base: ThemeName::Light, colours };
    let own: &'static OwnTheme = Box::leak(Box::new(own));
    let [theme, base] = [ThemeName::Own(own), ThemeName::Light].map(|name| Theme::new(name, ColourDepth::True));
    assert_eq!(theme.style(Role::Accent).fg, Some(Color::Rgb(0x10, 0x20, 0x30)));
    assert_eq!(theme.style(Role::Hue(7)).fg, Some(Color::Rgb(1, 2, 3)));
    assert_eq!((theme.base(), theme.style(Role::Hue(6))), (base.base(), base.style(Role::Hue(6))));
    // Of sixteen colours one could not tell which is meant.
    let [theme, base] = [ThemeName::Own(own), ThemeName::Light].map(|name| Theme::new(name, ColourDepth::Ansi));
    assert_eq!(theme.style(Role::Accent), base.style(Role::Accent));
}

#[test]
fn colours_that_are_hard_to_read_are_found() {
    let own = |colours| OwnTheme { name: "own".to_owned(), base: ThemeName::Dark, colours };
    assert_eq!(weak_colours(&own(vec![])), []);
    let weak = weak_colours(&own(vec![(Slot::Faint, [0x30; 3]), (Slot::Heat(3), [0xff; 3]), (Slot::Rule, [0x15; 3])]));
    let found: Vec<_> = weak.iter().map(|weak| (weak.slot, weak.against)).collect();
    assert_eq!(found, [(Slot::Faint, Slot::Ground), (Slot::Heat(3), Slot::Strong)]);
    assert!(weak.iter().all(|weak| (1.0..4.5).contains(&weak.contrast)));
    // Whoever makes the ground light makes all of the dark theme's text weak.
    assert!(weak_colours(&own(vec![(Slot::Ground, [0xff; 3])])).len() > 10);
}
