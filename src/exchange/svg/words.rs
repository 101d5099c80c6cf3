//! What is written with letters: one element for what one font lays out alike, each with its place and its length, so
//! that columns stand whichever fonts the reader has.

use std::collections::BTreeSet;
use std::fmt::Write;

use super::patch::Length;
use super::{Paint, WIDE};
use crate::exchange::cells::Glyph;
use crate::exchange::colour::Rgb;

/// From the top of a row to the line that letters stand on.
const BASELINE: i32 = 1600;

/// How a run of glyphs is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Layout {
    /// Letters of one column each, as every monospace font has them: one length for the whole run.
    Run,
    /// Full-width characters: each in the middle of its two columns.
    Wide,
    /// Anything else stands alone and is fitted to its columns.
    Alone,
}

/// Text gathered row by row.
#[derive(Debug, Default)]
pub(super) struct Words {
    out: String,
    colours: BTreeSet<Rgb>,
    run: Option<Run>,
}

#[derive(Debug)]
struct Run {
    layout: Layout,
    style: Style,
    /// Left edge and top of its row.
    place: (i32, i32),
    /// Columns up to its last glyph.
    columns: i32,
    text: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Style {
    /// `None` for the colour of the whole picture.
    ink: Option<Rgb>,
    bold: bool,
    italic: bool,
}

impl Words {
    /// Adds a glyph whose cell starts at `place`; glyphs come row by row, from left to right.
    pub(super) fn add(&mut self, glyph: &Glyph<'_>, place: (i32, i32), paint: Paint, default: Rgb) {
        let ink = (paint.ink != default).then_some(paint.ink);
        let style = Style { ink, bold: paint.bold, italic: paint.italic };
        let layout = layout(glyph);
        let columns = i32::from(glyph.width);
        if let Some(run) = &mut self.run {
            let end = run.place.0 + run.columns * WIDE;
            let alike = run.layout == layout && run.style == style && run.place.1 == place.1 && layout != Layout::Alone;
            // One blank between two words of a run is part of it; more would be drawn as one.
            let gap = (place.0 - end) / WIDE;
            if alike && (gap == 0 || gap == 1 && layout == Layout::Run) {
                run.text.extend((0..gap).map(|_| ' '));
                run.text.push_str(&glyph.symbol);
                run.columns += gap + columns;
                return;
            }
        }
        self.flush();
        self.run = Some(Run { layout, style, place, columns, text: glyph.symbol.clone().into_owned() });
    }

    /// Writes the run that is still open.
    fn flush(&mut self) {
        let Some(run) = self.run.take() else { return };
        self.out.push_str("<text");
        self.class(&run);
        let (x, y) = run.place;
        let y = Length(y + BASELINE);
        // Writing to a string cannot fail.
        let _ = match run.layout {
            Layout::Wide => {
                let middles: Vec<_> =
                    (0..run.columns / 2).map(|n| Length(x + (2 * n + 1) * WIDE).to_string()).collect();
                write!(self.out, " x=\"{}\" y=\"{y}\">", middles.join(" "))
            }
            Layout::Run if run.columns == 1 => write!(self.out, " x=\"{}\" y=\"{y}\">", Length(x)),
            Layout::Run | Layout::Alone => write!(
                self.out,
                " x=\"{}\" y=\"{y}\" textLength=\"{}\" lengthAdjust=\"spacingAndGlyphs\">",
                Length(x),
                Length(run.columns * WIDE)
            ),
        };
        escape(&mut self.out, &run.text);
        self.out.push_str("</text>\n");
    }

    fn class(&mut self, run: &Run) {
        let mut names = Vec::new();
        if let Some(ink) = run.style.ink {
            self.colours.insert(ink);
            names.push(format!("c{ink}"));
        }
        let flags = [(run.style.bold, "b"), (run.style.italic, "i"), (run.layout == Layout::Wide, "w")];
        names.extend(flags.iter().filter(|(on, _)| *on).map(|(_, name)| (*name).to_owned()));
        if !names.is_empty() {
            let _ = write!(self.out, " class=\"{}\"", names.join(" "));
        }
    }

    /// The elements, and the colours that their classes name.
    pub(super) fn finish(mut self) -> (String, BTreeSet<Rgb>) {
        self.flush();
        (self.out, self.colours)
    }
}

fn layout(glyph: &Glyph<'_>) -> Layout {
    let mut chars = glyph.symbol.chars();
    match (chars.next(), chars.next(), glyph.width) {
        (Some(' '..='~' | '\u{a1}'..='\u{ac}' | '\u{ae}'..='\u{17f}'), None, 1) => Layout::Run,
        // Beyond the basic plane viewers disagree on what the entries of a list of places count.
        (Some('\u{1100}'..='\u{fffd}'), None, 2) => Layout::Wide,
        _ => Layout::Alone,
    }
}

/// Appends text as XML wants it.
pub(super) fn escape(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            _ => out.push(c),
        }
    }
}
