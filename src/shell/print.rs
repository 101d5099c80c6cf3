//! A screen on paper: rendered without any terminal.

use std::process::ExitCode;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::cli::{Look, Print, ScreenFormat};
use super::{load, place, say, settings};
use crate::app;
use crate::exchange::{ansi, svg, text};
use crate::lang::messages;
use crate::model::{Model, Prefs};
use crate::ui::theme::Theme;

/// Prints one place of a dataset.
pub(super) fn run(print: &Print, look: &Look, prefs: Prefs) -> ExitCode {
    let shell = &messages(prefs.lang).shell;
    // What is asked for with colours has them, wherever it goes.
    let prefs = Prefs { depth: look.colour.depth().unwrap_or_else(settings::depth_of_files), ..prefs };
    let drawn = load(&print.files, print.demo, look, prefs, shell).and_then(|district| {
        let address = place::find(Some(&print.at), &district, shell)?;
        let synthetic = district.data().synthetic == Some(true);
        Ok((draw(&Model::new(district, address, prefs, print.size)), synthetic))
    });
    match drawn {
        Ok((buffer, synthetic)) => {
            // Whoever hears the picture or points at it learns it as well, and so where the cells have no room for it.
            let invented = messages(prefs.lang).says.synthetic;
            let title = if synthetic { format!("{} · {invented}", print.at) } else { print.at.clone() };
            say::write(&written(&buffer, print.format, &title, prefs), ExitCode::SUCCESS)
        }
        Err(code) => code,
    }
}

fn draw(model: &Model) -> Buffer {
    let area = Rect::new(0, 0, model.size.0, model.size.1);
    let mut buffer = Buffer::empty(area);
    app::view(model, area, &mut buffer);
    buffer
}

fn written(buffer: &Buffer, format: ScreenFormat, title: &str, prefs: Prefs) -> String {
    match format {
        ScreenFormat::Text => text::render(buffer),
        ScreenFormat::Ansi => ansi::render(buffer, ansi::Colours::AsDrawn),
        ScreenFormat::Svg => {
            let base = Theme::new(prefs.theme, prefs.depth).base();
            let style = svg::SvgStyle {
                default_fg: base.fg.unwrap_or_default(),
                default_bg: base.bg.unwrap_or_default(),
                title: Some(title),
                ..svg::SvgStyle::default()
            };
            svg::render(buffer, &style)
        }
    }
}
