//! Dark on white for a lit room: text has at least 7:1 whatever the depth.

use ratatui::style::Color;

use super::Palette;
use super::colour::shade;

pub(super) static PALETTE: Palette = Palette {
    ground: shade(0xff_ffff, Color::White),
    selected: shade(0xe4_e9f2, Color::Gray),
    text: shade(0x1a_1a1a, Color::Black),
    strong: shade(0x00_0000, Color::Black),
    muted: shade(0x4a_4a4a, Color::Black),
    faint: shade(0x56_5656, Color::DarkGray),
    rule: shade(0x9a_9a9a, Color::Gray),
    accent: shade(0x87_2800, Color::Red),
    good: shade(0x0a_5020, Color::DarkGray),
    warn: shade(0x55_2800, Color::DarkGray),
    bad: shade(0x8c_0f12, Color::Red),
    unknown: shade(0x45_4545, Color::DarkGray),
    hues: [
        shade(0x87_0f0a, Color::Red),
        shade(0x0a_1fa8, Color::Blue),
        shade(0x5f_2d00, Color::DarkGray),
        shade(0x0a_5814, Color::DarkGray),
        shade(0x5a_1487, Color::Blue),
        shade(0x00_5556, Color::Blue),
        shade(0x87_0a5a, Color::Red),
        shade(0x45_4e49, Color::DarkGray),
    ],
    heat: [
        shade(0xee_e3d2, Color::White),
        shade(0xe9_c79c, Color::White),
        shade(0xe2_aa72, Color::Gray),
        shade(0xd3_904c, Color::Gray),
    ],
};
