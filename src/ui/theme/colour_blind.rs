//! Light on dark, in the colours of Okabe and Ito, which eyes of every kind tell apart; those too dark for text on this
//! ground are lighter here. What is good is blue and what is bad is orange-red: neither green against red.

use ratatui::style::Color;

use super::Palette;
use super::colour::shade;

pub(super) static PALETTE: Palette = Palette {
    ground: shade(0x12_141a, Color::Black),
    selected: shade(0x1c_2334, Color::Blue),
    text: shade(0xdc_dad5, Color::Gray),
    strong: shade(0xf7_f5f0, Color::White),
    muted: shade(0xb0_b2ba, Color::Gray),
    faint: shade(0x8f_929c, Color::Gray),
    rule: shade(0x3a_3e48, Color::DarkGray),
    accent: shade(0xe6_9f00, Color::LightYellow),
    good: shade(0x56_b4e9, Color::LightCyan),
    warn: shade(0xf0_e442, Color::LightYellow),
    bad: shade(0xee_7733, Color::LightRed),
    unknown: shade(0x9a_a0aa, Color::Gray),
    hues: [
        shade(0xe6_9f00, Color::LightYellow),
        shade(0x56_b4e9, Color::LightCyan),
        shade(0x16_b48a, Color::LightGreen),
        shade(0xf0_e442, Color::LightYellow),
        shade(0x73_97ff, Color::LightCyan),
        shade(0xef_7f45, Color::LightRed),
        shade(0xcc_79a7, Color::LightMagenta),
        shade(0xc8_c8c8, Color::Gray),
    ],
    heat: [
        shade(0x20_262f, Color::Black),
        shade(0x22_384f, Color::Black),
        shade(0x24_5070, Color::DarkGray),
        shade(0x4a_6cb0, Color::DarkGray),
    ],
};
