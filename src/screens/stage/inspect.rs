//! What is wrong with a step on a screen of a size.

use ratatui::layout::Rect;

use super::flaw::Flaw;
use super::headline::is_big;
use super::source::{Cited, Told};
use super::{Scene, Stand, Step, regions};
use crate::domain::text::Text;
use crate::domain::{Form, Lang, Slide};
use crate::model::Markers;
use crate::ui::big::{Headline, Size};
use crate::ui::text;

/// From this width on a headline should be drawn in big characters.
const WIDE: u16 = 100;
/// A headline of more lines is too long.
const LINES: usize = 2;

/// What does not fit a screen of this size, or is missing; nothing where the show has no such step.
pub fn inspect(scene: &Scene<'_>, at: usize, area: Rect) -> Vec<Flaw> {
    text::measured(scene.cx.prefs.ambiguous, || {
        let Some(step) = Step::of(scene, at, usize::MAX, true) else { return Vec::new() };
        // Of a show that nobody wrote nothing is missing.
        let mut flaws = if scene.show.made { Vec::new() } else { missing(step.slide, scene.cx.prefs.lang) };
        flaws.extend(unproven(scene, step.slide));
        flaws.extend(unlit(&step));
        flaws.extend(unfit(scene, &step, area));
        flaws
    })
}

/// Something that is wrong with a step on screens of a size.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Columns and rows of the screen.
    pub size: (u16, u16),
    /// The step, from 0.
    pub step: usize,
    /// What it is.
    pub flaw: Flaw,
}

/// What is wrong with any step of a show at any of these sizes, by size and step.
pub fn inspect_all(scene: &Scene<'_>, sizes: &[(u16, u16)]) -> Vec<Found> {
    let looks = sizes.iter().flat_map(|size| (0..scene.show.slides.len()).map(move |step| (*size, step)));
    let flaws = |(size, step): ((u16, u16), usize)| {
        let flaws = inspect(scene, step, Rect::new(0, 0, size.0, size.1));
        flaws.into_iter().map(move |flaw| Found { size, step, flaw })
    };
    looks.flat_map(flaws).collect()
}

/// What a step lacks at any size.
fn missing(slide: &Slide, lang: Lang) -> Vec<Flaw> {
    let has = |text: &Option<Text>| text.as_ref().is_none_or(|text| text.has(lang));
    let there = [
        (has(&slide.headline), Flaw::HeadlineForeign),
        (has(&slide.notes), Flaw::NotesForeign),
        (slide.headline.is_some(), Flaw::NoHeadline),
        (slide.notes.is_some(), Flaw::NoNotes),
        (slide.seconds.is_some(), Flaw::NoSeconds),
    ];
    there.into_iter().filter(|(there, _)| !there).map(|(_, flaw)| flaw).collect()
}

/// Figures without a value and what has no source.
fn unproven(scene: &Scene<'_>, slide: &Slide) -> Vec<Flaw> {
    let cx = &scene.cx;
    let valueless = slide.figures(cx.district).into_iter().filter(|metric| metric.value.is_none());
    let mut flaws: Vec<Flaw> = valueless.map(|metric| Flaw::NoValue(cx.text(&metric.name).to_owned())).collect();
    let cited = Cited::of(cx, slide);
    if cited.is_empty() && slide.form != Form::Title {
        flaws.push(Flaw::NoSource);
    } else {
        flaws.extend(cited.uncited.into_iter().map(Flaw::Uncited));
    }
    flaws
}

/// A spotlight on nothing.
fn unlit(step: &Step<'_>) -> Option<Flaw> {
    let id = step.slide.spotlight.as_ref()?;
    let there = step.body.as_ref().is_some_and(|body| body.has(id));
    (!there).then(|| Flaw::SpotlightAbsent(id.to_string()))
}

/// What has no room.
fn unfit(scene: &Scene<'_>, step: &Step<'_>, area: Rect) -> Vec<Flaw> {
    if !regions::has_room(area) {
        return vec![Flaw::HeadlineCut];
    }
    let stand = step.stand(scene, area);
    let mut flaws = Vec::new();
    if !stand.headline.is_whole() {
        flaws.push(Flaw::HeadlineCut);
    }
    let lines = stand.headline.lines().count();
    if lines > LINES && step.body.is_some() || lines > LINES + 1 {
        flaws.push(Flaw::HeadlineLong(lines));
    }
    flaws.extend(unseen(scene, step, &stand, area));
    match step.foot.told(&scene.cx, area, stand.regions.has_badge()) {
        Told::Cut => flaws.push(Flaw::SourceCut),
        // A card is about all sources, however they are told.
        Told::Short if step.body.is_some() => flaws.push(Flaw::SourceShort),
        Told::Short | Told::Whole => {}
    }
    if let Some(body) = &step.body {
        flaws.extend(body.flaws(stand.body.width, stand.body.height));
    }
    flaws
}

/// A headline that is not drawn, and why: it has no room even by itself, or what stands below takes that. On a narrow screen
/// letters that are set apart do instead.
fn unseen(scene: &Scene<'_>, step: &Step<'_>, stand: &Stand, area: Rect) -> Option<Flaw> {
    let markers = scene.cx.theme.markers();
    let spaced = area.width < WIDE && stand.headline.size() == Size::Spaced;
    if markers == Markers::Ascii || is_big(&stand.headline) || spaced {
        return None;
    }
    let Rect { width, height, .. } = stand.regions.inner;
    let alone = Headline::new(&step.headline).keep(&step.units).markers(markers).fit(width, height * 11 / 20);
    Some(if is_big(&alone) { Flaw::HeadlineCrowded } else { Flaw::HeadlineSmall })
}
