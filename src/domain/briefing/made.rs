//! A show where the dataset has no briefing: the whole, its parts with their leading figures, the honours.

use super::figures::leading;
use super::{Form, Show, Slide};
use crate::domain::address::Address;
use crate::domain::dataset::Action;
use crate::domain::district::District;
use crate::domain::id::Id;
use crate::domain::text::Text;

/// So many leading figures of an action are shown.
const FIGURES: usize = 2;

/// How long a card takes: to be read, not to be talked over. All times are in seconds.
const CARD: u32 = 15;
/// How long the overview and the wall of honours take.
const WHOLE: u32 = 60;
/// How long an action takes.
const ACTION: u32 = 45;
/// How long a single figure takes.
const FIGURE: u32 = 30;

/// Makes the show. With six actions of two figures each and honours it takes thirteen minutes.
pub(super) fn show(district: &District) -> Show {
    let data = district.data();
    let mut slides = vec![
        slide(Address::Overview, Form::Title, Some(&data.title), CARD),
        slide(Address::Overview, Form::Place, Some(&data.district), WHOLE),
    ];
    slides.extend(data.actions.iter().flat_map(|action| of_action(district, action)));
    if !data.honours.is_empty() {
        slides.push(slide(Address::Honours, Form::Place, None, WHOLE));
    }
    slides.push(slide(Address::Overview, Form::Title, Some(&data.title), CARD));
    let mut show = Show { id: data.id.clone(), title: data.title.clone(), minutes: None, slides, made: true };
    show.minutes = Some(show.seconds().div_ceil(60));
    show
}

fn of_action<'a>(district: &'a District, action: &'a Action) -> impl Iterator<Item = Slide> + 'a {
    let section = |slide: Slide| Slide { section: Some(action.id.clone()), ..slide };
    let own = slide(Address::Action(action.id.clone()), Form::Place, Some(&action.name), ACTION);
    let figures = leading(district, district.metrics_of(Some(&action.id)), FIGURES).into_iter().map(|metric| {
        let id: Id = metric.id.clone();
        slide(Address::Metric(id), Form::Figure, Some(&metric.name), FIGURE)
    });
    std::iter::once(own).chain(figures).map(section)
}

fn slide(address: Address, form: Form, headline: Option<&Text>, seconds: u32) -> Slide {
    Slide { headline: headline.cloned(), seconds: Some(seconds), ..Slide::of(address, form) }
}
