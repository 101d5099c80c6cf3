//! A screen as a picture that pages and code hosts show: no fonts from elsewhere, no scripts.
//!
//! Every cell is `WIDE` by `HIGH`. Lines, blocks and marks are drawn as shapes, so that they meet without seams;
//! letters are written with the reader's own fonts, at places and lengths that keep the columns.

use std::collections::BTreeSet;
use std::fmt::Write;

use ratatui::buffer::Buffer;
use ratatui::style::{Color, Modifier};

use self::patch::{Length, Patch, Patches};
use self::shapes::Shapes;
use self::words::{Words, escape};
use super::cells::{self, Look};
use super::colour::Rgb;

mod blocks;
mod lines;
mod marks;
mod patch;
mod shapes;
mod words;

/// Width of a cell, in hundredths of a pixel.
const WIDE: i32 = 1000;
/// Height of a cell, in hundredths of a pixel.
const HIGH: i32 = 2000;
/// Room between the frame and the cells, in hundredths of a pixel.
const PADDING: i32 = 1200;

/// The parts of a picture that no cell tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SvgStyle<'a> {
    /// Colour of what is drawn in the terminal's own colour; `Reset` stands for a light grey.
    pub default_fg: Color,
    /// Colour of the ground; `Reset` stands for nearly black.
    pub default_bg: Color,
    /// What the picture shows, for those who hear it and those who point at it.
    pub title: Option<&'a str>,
    /// Whether the ground has room around the cells, round corners and a thin line at its edge.
    pub frame: bool,
}

impl Default for SvgStyle<'_> {
    fn default() -> Self {
        Self { default_fg: Color::Reset, default_bg: Color::Reset, title: None, frame: true }
    }
}

/// The colours of a cell as they come out, and the weight and slant of its letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Paint {
    ink: Rgb,
    ground: Rgb,
    bold: bool,
    italic: bool,
}

impl Paint {
    fn of(look: Look, default: (Rgb, Rgb)) -> Self {
        let (mut ink, mut ground) = (Rgb::of(look.fg, default.0), Rgb::of(look.bg, default.1));
        if look.has(Modifier::REVERSED) {
            (ink, ground) = (ground, ink);
        }
        if look.has(Modifier::DIM) {
            // Mixed, not transparent: shapes that overlap keep one colour.
            ink = ink.over(ground, 60);
        }
        Self { ink, ground, bold: look.has(Modifier::BOLD), italic: look.has(Modifier::ITALIC) }
    }
}

/// The buffer as an SVG document. The same buffer and style give the same text.
pub fn render(buffer: &Buffer, style: &SvgStyle<'_>) -> String {
    let ink = Rgb::of(style.default_fg, Rgb(0xd6, 0xd6, 0xd6));
    let ground = Rgb::of(style.default_bg, Rgb(0x12, 0x14, 0x18));
    let padding = if style.frame { PADDING } else { 0 };
    let (mut grounds, mut shapes, mut words) = (Patches::default(), Shapes::default(), Words::default());
    for (line, row) in (0i32..).zip(cells::rows(buffer)) {
        for glyph in row {
            let place = (padding + i32::from(glyph.column) * WIDE, padding + line * HIGH);
            let width = i32::from(glyph.width) * WIDE;
            let paint = Paint::of(glyph.look, (ink, ground));
            if paint.ground != ground {
                grounds.add(paint.ground, Patch { left: 0, top: 0, right: width, bottom: HIGH }.moved(place));
            }
            shapes.rules(glyph.look, width, place, paint);
            if !glyph.is_blank() && !shapes.draw(&glyph.symbol, place, paint) {
                words.add(&glyph, place, paint, ink);
            }
        }
    }
    let (words, colours) = words.finish();
    let width = Length(i32::from(buffer.area.width) * WIDE + 2 * padding);
    let height = Length(i32::from(buffer.area.height) * HIGH + 2 * padding);
    let mut out = String::with_capacity(words.len() * 2 + 2048);
    head(&mut out, (width, height), style.title, ink);
    sheet(&mut out, &colours);
    backdrop(&mut out, (width, height), style.frame, (ink, ground));
    grounds.write(&mut out);
    shapes.write(&mut out);
    out.push_str(&words);
    out.push_str("</svg>\n");
    out
}

// Writing to a string cannot fail, so the results of `write!` are dropped below.

fn head(out: &mut String, (width, height): (Length, Length), title: Option<&str>, ink: Rgb) {
    let _ = writeln!(
        out,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"xinhuo\" role=\"img\" lang=\"zh-CN\" width=\"{width}\" \
         height=\"{height}\" viewBox=\"0 0 {width} {height}\" fill=\"#{ink}\">"
    );
    if let Some(title) = title {
        out.push_str("<title>");
        escape(out, &cells::printable(title));
        out.push_str("</title>\n");
    }
}

/// The rules for letters. Every rule names the class of the picture and colours are named by themselves, so that
/// several pictures can stand in one page.
fn sheet(out: &mut String, colours: &BTreeSet<Rgb>) {
    out.push_str(
        "<style>\n\
         .xinhuo text{font:16.6px ui-monospace,\"SF Mono\",Menlo,Consolas,\"DejaVu Sans Mono\",\
         \"Noto Sans Mono CJK SC\",\"PingFang SC\",\"Microsoft YaHei\",monospace;font-variant-ligatures:none}\n\
         .xinhuo .w{font-size:17.6px;text-anchor:middle}\n\
         .xinhuo .b{font-weight:600}\n\
         .xinhuo .i{font-style:italic}\n",
    );
    for colour in colours {
        let _ = writeln!(out, ".xinhuo .c{colour}{{fill:#{colour}}}");
    }
    out.push_str("</style>\n");
}

fn backdrop(out: &mut String, (width, height): (Length, Length), frame: bool, (ink, ground): (Rgb, Rgb)) {
    if frame {
        // The line lies half a pixel inside, so that it is one sharp pixel wide.
        let (width, height, edge) = (Length(width.0 - 100), Length(height.0 - 100), ink.over(ground, 20));
        let _ = writeln!(
            out,
            "<rect x=\".5\" y=\".5\" width=\"{width}\" height=\"{height}\" rx=\"8\" fill=\"#{ground}\" stroke=\"#{edge}\"/>"
        );
    } else {
        let _ = writeln!(out, "<rect width=\"{width}\" height=\"{height}\" fill=\"#{ground}\"/>");
    }
}

#[cfg(test)]
mod tests;
