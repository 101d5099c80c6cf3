//! Greys on black: weight, words and shapes say everything.

use ratatui::style::Color;

use super::Palette;
use super::colour::shade;

pub(super) static PALETTE: Palette = Palette {
    ground: shade(0x10_1010, Color::Black),
    selected: shade(0x30_3030, Color::DarkGray),
    text: shade(0xd8_d8d8, Color::Gray),
    strong: shade(0xff_ffff, Color::White),
    muted: shade(0xb2_b2b2, Color::Gray),
    faint: shade(0x94_9494, Color::Gray),
    rule: shade(0x44_4444, Color::DarkGray),
    accent: shade(0xff_ffff, Color::White),
    good: shade(0xd0_d0d0, Color::White),
    warn: shade(0xe4_e4e4, Color::White),
    bad: shade(0xff_ffff, Color::White),
    unknown: shade(0x9e_9e9e, Color::Gray),
    hues: [
        shade(0xee_eeee, Color::White),
        shade(0xa8_a8a8, Color::Gray),
        shade(0xd0_d0d0, Color::Gray),
        shade(0xbc_bcbc, Color::Gray),
        shade(0xe4_e4e4, Color::White),
        shade(0x9e_9e9e, Color::Gray),
        shade(0xc6_c6c6, Color::Gray),
        shade(0xb2_b2b2, Color::Gray),
    ],
    heat: [
        shade(0x26_2626, Color::Black),
        shade(0x38_3838, Color::Black),
        shade(0x4a_4a4a, Color::DarkGray),
        shade(0x62_6262, Color::DarkGray),
    ],
};
