//! A show where the dataset has no briefing: the headlines, each action with its leading figures, the honours.

use super::figures::leading;
use super::{Form, Show, Slide};
use crate::domain::address::Address;
use crate::domain::dataset::{Action, UnitKind};
use crate::domain::district::District;
use crate::domain::id::Id;
use crate::domain::metric::Metric;
use crate::domain::text::Text;

/// So many leading figures of an action are shown, and of the whole.
const FIGURES: usize = 3;

/// How long a card takes: to be read, not to be talked over. All times are in seconds.
const CARD: u32 = 15;
/// How long the headlines and the list of honours take.
const WHOLE: u32 = 60;
/// How long figures beside each other take.
const FIGURES_TOLD: u32 = 75;
/// How long a single figure takes.
const FIGURE: u32 = 45;

/// Makes the show. With six actions and honours it takes ten minutes.
pub(super) fn show(district: &District) -> Show {
    let data = district.data();
    let mut slides = vec![slide(Address::Overview, Form::Title, Some(&data.title), CARD)];
    let headlines = leading(district, district.headlines().filter(|metric| !is_place(district, metric)), FIGURES);
    slides.extend(figures(&headlines, &data.district));
    slides.extend(data.actions.iter().filter_map(|action| of_action(district, action)));
    if !data.honours.is_empty() {
        let own = Text::Each { zh: Some("荣誉".to_owned()), en: Some("Honours".to_owned()) };
        slides.push(Slide { reveal: true, ..slide(Address::Honours, Form::List, Some(&own), WHOLE) });
    }
    let thanks = Text::Each { zh: Some("谢谢".to_owned()), en: Some("Thank you".to_owned()) };
    slides.push(slide(Address::Overview, Form::Title, Some(&thanks), CARD));
    let mut show = Show { id: data.id.clone(), title: data.title.clone(), minutes: None, slides, made: true };
    show.minutes = Some(show.seconds().div_ceil(60));
    show
}

/// Whether a metric is a place on a list, which stands beside nothing that is counted.
fn is_place(district: &District, metric: &Metric) -> bool {
    district.unit(&metric.unit).is_some_and(|unit| unit.kind == UnitKind::Rank)
}

/// The leading figures of an action; none where it has none.
fn of_action(district: &District, action: &Action) -> Option<Slide> {
    let own = || district.metrics_of(Some(&action.id));
    let counted = leading(district, own().filter(|metric| !is_place(district, metric)), FIGURES);
    let metrics = if counted.is_empty() { leading(district, own(), FIGURES) } else { counted };
    let slide = figures(&metrics, &action.name)?;
    Some(Slide { section: Some(action.id.clone()), ..slide })
}

/// Metrics beside each other, or a single one; none where there is none.
fn figures(metrics: &[&Metric], headline: &Text) -> Option<Slide> {
    match metrics {
        [] => None,
        [metric] => Some(slide(Address::Metric(metric.id.clone()), Form::Figure, Some(headline), FIGURE)),
        several => {
            let ids: Vec<Id> = several.iter().map(|metric| metric.id.clone()).collect();
            Some(slide(Address::Compare(ids), Form::Comparison, Some(headline), FIGURES_TOLD))
        }
    }
}

fn slide(address: Address, form: Form, headline: Option<&Text>, seconds: u32) -> Slide {
    Slide { headline: headline.cloned(), seconds: Some(seconds), ..Slide::of(address, form) }
}
