//! White on black, every text at 7:1 or more, and rules that can be seen.

use ratatui::style::Color;

use super::Palette;
use super::colour::shade;

pub(super) static PALETTE: Palette = Palette {
    ground: shade(0x00_0000, Color::Black),
    selected: shade(0x00_284d, Color::Blue),
    text: shade(0xff_ffff, Color::White),
    strong: shade(0xff_ffff, Color::White),
    muted: shade(0xc4_c4c4, Color::Gray),
    faint: shade(0xb4_b4b4, Color::Gray),
    rule: shade(0x9c_9c9c, Color::DarkGray),
    accent: shade(0xff_b000, Color::LightYellow),
    good: shade(0x5c_ff7a, Color::LightGreen),
    warn: shade(0xff_e14d, Color::LightYellow),
    bad: shade(0xff_9d9d, Color::LightMagenta),
    unknown: shade(0xc8_c8c8, Color::Gray),
    hues: [
        shade(0xff_9b8f, Color::LightMagenta),
        shade(0x8f_c7ff, Color::LightCyan),
        shade(0xff_d75f, Color::LightYellow),
        shade(0x7d_ff9b, Color::LightGreen),
        shade(0xd7_afff, Color::LightMagenta),
        shade(0x5f_ffff, Color::LightCyan),
        shade(0xff_afd7, Color::LightMagenta),
        shade(0xd7_ff5f, Color::LightGreen),
    ],
    heat: [
        shade(0x24_2424, Color::Black),
        shade(0x3a_3220, Color::Black),
        shade(0x50_402a, Color::DarkGray),
        shade(0x64_4c2c, Color::DarkGray),
    ],
};
