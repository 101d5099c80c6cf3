//! What is drawn instead of written, gathered by colour.

use std::collections::BTreeMap;
use std::fmt::Write;

use ratatui::style::Modifier;

use super::patch::{Length, Patch, Patches};
use super::{Paint, blocks, lines, marks};
use crate::exchange::cells::Look;
use crate::exchange::colour::Rgb;

/// How far below the top of a row an underline lies, and how far a line through the middle.
const UNDERLINE: i32 = 1900;
const STRIKE: i32 = 1000;
/// The thickness of both.
const RULE: i32 = 100;

/// The shapes of a picture.
#[derive(Debug, Default)]
pub(super) struct Shapes {
    /// Rectangles: blocks and straight lines.
    straight: Patches,
    /// Outlines with slants and curves, which want soft edges.
    smooth: BTreeMap<Rgb, String>,
    /// Dots of braille: strokes without length and with round ends, the shortest way to write a circle.
    dots: BTreeMap<Rgb, String>,
}

impl Shapes {
    /// Draws the lines under and through a glyph that its look asks for.
    pub(super) fn rules(&mut self, look: Look, width: i32, place: (i32, i32), paint: Paint) {
        for (modifier, top) in [(Modifier::UNDERLINED, UNDERLINE), (Modifier::CROSSED_OUT, STRIKE)] {
            if look.has(modifier) {
                self.straight.add(paint.ink, Patch { left: 0, top, right: width, bottom: top + RULE }.moved(place));
            }
        }
    }

    /// Draws the symbol in the cell at `place`, if it is one that is drawn; otherwise does nothing and says `false`.
    pub(super) fn draw(&mut self, symbol: &str, place: (i32, i32), paint: Paint) -> bool {
        let mut chars = symbol.chars();
        let (Some(c), None) = (chars.next(), chars.next()) else { return false };
        if let Some(block) = blocks::block(c) {
            let colour = paint.ink.over(paint.ground, block.percent);
            self.patches(colour, block.patches, place);
        } else if let Some(patches) = lines::arms(c) {
            self.patches(paint.ink, patches, place);
        } else if let Some(mark) = marks::mark(c) {
            let path = self.smooth.entry(paint.ink).or_default();
            let (x, y) = mark.start;
            let _ = write!(path, "M{} {}{}", Length(place.0 + x), Length(place.1 + y), mark.path);
        } else if let Some(patches) = lines::dashes(c) {
            let path = self.smooth.entry(paint.ink).or_default();
            for Patch { left, top, right, bottom } in patches.into_iter().map(|patch| patch.moved(place)) {
                let (width, height) = (Length(right - left), Length(bottom - top));
                let _ = write!(path, "M{} {}h{width}v{height}h-{width}z", Length(left), Length(top));
            }
        } else if let Some(dots) = marks::dots(c) {
            let path = self.dots.entry(paint.ink).or_default();
            for (x, y) in dots {
                let _ = write!(path, "M{} {}h0", Length(place.0 + x), Length(place.1 + y));
            }
        } else {
            return false;
        }
        true
    }

    fn patches(&mut self, colour: Rgb, patches: Vec<Patch>, place: (i32, i32)) {
        for patch in patches {
            self.straight.add(colour, patch.moved(place));
        }
    }

    /// Writes the shapes, a path a colour in each group.
    pub(super) fn write(self, out: &mut String) {
        self.straight.write(out);
        for (colour, path) in &self.smooth {
            let _ = writeln!(out, "<path fill=\"#{colour}\" d=\"{path}\"/>");
        }
        if self.dots.values().all(String::is_empty) {
            return;
        }
        out.push_str("<g fill=\"none\" stroke-width=\"3.8\" stroke-linecap=\"round\">\n");
        for (colour, path) in self.dots.iter().filter(|(_, path)| !path.is_empty()) {
            let _ = writeln!(out, "<path stroke=\"#{colour}\" d=\"{path}\"/>");
        }
        out.push_str("</g>\n");
    }
}
