//! Dark on light.

use ratatui::style::Color;

use super::Palette;
use super::colour::shade;

pub(super) static PALETTE: Palette = Palette {
    ground: shade(0xfb_faf7, Color::White),
    selected: shade(0xf1_ece0, Color::Gray),
    text: shade(0x2a_2d33, Color::Black),
    strong: shade(0x0f_1114, Color::Black),
    muted: shade(0x50_555c, Color::DarkGray),
    faint: shade(0x69_6e76, Color::DarkGray),
    rule: shade(0xd2_cfc6, Color::Gray),
    accent: shade(0x97_3109, Color::Red),
    good: shade(0x16_6d2f, Color::DarkGray),
    warn: shade(0x8a_5a00, Color::Yellow),
    bad: shade(0xb4_2318, Color::Red),
    unknown: shade(0x5d_646e, Color::DarkGray),
    hues: [
        shade(0x9e_2a63, Color::Magenta),
        shade(0x1d_5fb4, Color::Blue),
        shade(0x7a_5a22, Color::DarkGray),
        shade(0x0b_7276, Color::Blue),
        shade(0x71_41b8, Color::Magenta),
        shade(0x35_6490, Color::Blue),
        shade(0x8a_2f96, Color::Magenta),
        shade(0x5c_6520, Color::DarkGray),
    ],
    heat: [
        shade(0xf4_ebdd, Color::White),
        shade(0xf5_d3ab, Color::White),
        shade(0xf2_b88a, Color::Gray),
        shade(0xd7_9150, Color::Gray),
    ],
};
