//! Light on dark.

use ratatui::style::Color;

use super::Palette;
use super::colour::shade;

pub(super) static PALETTE: Palette = Palette {
    ground: shade(0x14_161b, Color::Black),
    selected: shade(0x26_2a35, Color::Blue),
    text: shade(0xdc_dad5, Color::Gray),
    strong: shade(0xf7_f5f0, Color::White),
    muted: shade(0xa6_a8b0, Color::Gray),
    faint: shade(0x86_8994, Color::Gray),
    rule: shade(0x3a_3e48, Color::DarkGray),
    accent: shade(0xff_7a4a, Color::LightRed),
    good: shade(0x6f_cf7f, Color::LightGreen),
    warn: shade(0xf2_c14e, Color::LightYellow),
    bad: shade(0xff_8583, Color::LightRed),
    unknown: shade(0x9a_a0aa, Color::Gray),
    hues: [
        shade(0xf0_8fb8, Color::LightMagenta),
        shade(0x63_a7f0, Color::LightCyan),
        shade(0xd6_b68a, Color::LightYellow),
        shade(0x45_c1bd, Color::Cyan),
        shade(0xb6_92f0, Color::LightMagenta),
        shade(0x8f_b4d9, Color::Gray),
        shade(0xd9_8fe0, Color::LightMagenta),
        shade(0xa9_b07a, Color::Green),
    ],
    heat: [
        shade(0x2b_2420, Color::Black),
        shade(0x4a_3828, Color::Black),
        shade(0x6a_4a2a, Color::DarkGray),
        shade(0x8a_5f28, Color::DarkGray),
    ],
};
