//! A screen on paper: rendered without any terminal.

use std::process::ExitCode;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::cli::{Print, ScreenFormat};
use super::settings::Setup;
use super::{colours, load, onstage, place, say};
use crate::app;
use crate::exchange::{ansi, svg, text};
use crate::lang::messages;
use crate::model::show::{Audience, Order};
use crate::model::stage::Role;
use crate::model::{Ambiguous, Markers, Model, Prefs, ThemeName};
use crate::ui::theme::Theme;

/// Prints one place of a dataset.
pub(super) fn run(print: &Print, setup: &Setup) -> ExitCode {
    let shell = &messages(setup.lang()).shell;
    // What is asked for with colours has them, wherever it goes; and a file asks for no terminal's widths.
    let depth = setup.effective.colours.value.unwrap_or_else(colours::depth_of_files);
    let prefs = setup.effective.prefs(depth, setup.effective.ambiguous.value.unwrap_or(Ambiguous::Narrow));
    setup.warn();
    let drawn = load(&print.files, print.demo, setup).and_then(|district| {
        let address = place::find(print.at.as_deref(), &district, shell)?;
        let synthetic = district.data().synthetic == Some(true);
        let model = Model::new(district, address, prefs, print.size).with_keymap(setup.effective.keymap.clone());
        let mut model = Model { columns: setup.effective.columns(), ..model };
        if let Some(step) = print.step {
            let nothing = || say::fail(say::UNUSABLE, shell.nothing_to_present);
            let steps = stage(&mut model, usize::from(step) - 1, print.console).ok_or_else(nothing)?;
            if usize::from(step) > steps {
                return Err(say::fail(say::UNUSABLE, &(shell.no_step)(step, steps)));
            }
        }
        Ok((draw(&model), synthetic))
    });
    match drawn {
        Ok((buffer, synthetic)) => {
            // Whoever hears the picture or points at it learns it as well, and so where the cells have no room for it.
            let invented = messages(prefs.lang).says.synthetic;
            let what = print.at.clone().unwrap_or_else(|| format!("present {}", print.step.unwrap_or_default()));
            let title = if synthetic { format!("{what} · {invented}") } else { what };
            say::write(&written(&buffer, print.format, &title, prefs), ExitCode::SUCCESS)
        }
        Err(code) => code,
    }
}

/// The projector that a console is printed with.
const PROJECTOR: Audience =
    Audience { cols: 100, rows: 30, theme: ThemeName::Projector, markers: Markers::Braille, wide: false };

/// Begins a show at a step, counted from 0, and gives how many there are; none where the dataset has nothing to present.
fn stage(model: &mut Model, step: usize, console: bool) -> Option<usize> {
    let role = if console { Role::Console } else { Role::Audience };
    let mut stage = onstage::stage(model, None, role)?;
    // On paper no time passes.
    stage.now = 0;
    if console {
        stage.peers = 1;
        stage.cue.apply(Order::Audience(PROJECTOR), &stage.steps, 0, stage.me);
    }
    let count = stage.steps.count();
    app::start(model, stage, false);
    app::jump(model, step);
    Some(count)
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
