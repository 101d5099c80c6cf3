//! What is presented: a briefing of the dataset made ready, or one made from the dataset where it has none.

mod figures;
mod form;
mod made;

use super::address::Address;
use super::dataset::{Briefing, Step};
use super::district::District;
use super::id::Id;
use super::near::nearest;
use super::text::Text;
pub use figures::Row;
pub use form::Form;

/// A show: what is seen step by step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Show {
    /// The id of the briefing; that of the dataset where it was made from it.
    pub id: Id,
    /// What it is called.
    pub title: Text,
    /// How long it should take, in minutes.
    pub minutes: Option<u32>,
    /// The steps, at least one.
    pub slides: Vec<Slide>,
    /// Whether the dataset has no such briefing and the show was made from it.
    pub made: bool,
}

/// One step of a show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slide {
    /// The place that it shows; the district has it.
    pub address: Address,
    /// In which form.
    pub form: Form,
    /// What the audience reads first.
    pub headline: Option<Text>,
    /// What the presenter says.
    pub notes: Option<Text>,
    /// How long it should take, in seconds.
    pub seconds: Option<u32>,
    /// The id of what is emphasised.
    pub spotlight: Option<Id>,
    /// Whether the rows of a list come one by one.
    pub reveal: bool,
    /// The action that it belongs to.
    pub section: Option<Id>,
}

/// Why there is nothing to present.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ShowError {
    /// The dataset has no briefing of this id.
    #[error("no briefing {found}")]
    Unknown {
        /// The id that was asked for.
        found: Id,
        /// Those that may have been meant, the most alike first; all, in the order of the file, where none is alike.
        near: Vec<Id>,
    },
    /// The briefing has no steps.
    #[error("no steps in the briefing {0}")]
    Empty(Id),
}

impl Show {
    /// The briefing with this id; without an id the first that has steps, else one made from the dataset.
    ///
    /// # Errors
    /// An id that no briefing has, and a briefing that was named and has no steps.
    pub fn of(district: &District, id: Option<&Id>) -> Result<Self, ShowError> {
        let briefings = &district.data().briefings;
        let Some(id) = id else {
            let first = briefings.iter().map(|briefing| Self::ready(district, briefing));
            return Ok(first.into_iter().find(Self::has_steps).unwrap_or_else(|| Self::made(district)));
        };
        match briefings.iter().find(|briefing| briefing.id == *id) {
            Some(briefing) => {
                let show = Self::ready(district, briefing);
                if show.has_steps() { Ok(show) } else { Err(ShowError::Empty(id.clone())) }
            }
            None => Err(ShowError::Unknown { found: id.clone(), near: near(id, briefings) }),
        }
    }

    /// A show made from the dataset: a title card, the headlines, each action with its leading figures, the honours one by
    /// one if there are any, and a card to close with.
    pub fn made(district: &District) -> Self {
        made::show(district)
    }

    /// How long the steps take together, in seconds; those without a time count nothing.
    pub fn seconds(&self) -> u32 {
        self.slides.iter().filter_map(|slide| slide.seconds).fold(0, u32::saturating_add)
    }

    fn has_steps(&self) -> bool {
        !self.slides.is_empty()
    }

    /// A briefing of the dataset. A step to a place that is not there, which checking refuses, is left out.
    fn ready(district: &District, briefing: &Briefing) -> Self {
        Self {
            id: briefing.id.clone(),
            title: briefing.title.clone(),
            minutes: briefing.minutes,
            slides: briefing.steps.iter().filter_map(|step| Slide::of_step(district, step)).collect(),
            made: false,
        }
    }
}

/// The briefings that may have been meant by an id.
fn near(id: &Id, briefings: &[Briefing]) -> Vec<Id> {
    let alike = nearest(id, briefings.iter().map(|briefing| briefing.id.as_str()), 3);
    if alike.is_empty() {
        return briefings.iter().map(|briefing| briefing.id.clone()).collect();
    }
    alike.iter().map(|id| Id::from(id.as_str())).collect()
}

impl Slide {
    /// A place in a form, and nothing else.
    pub fn of(address: Address, form: Form) -> Self {
        Self {
            address,
            form,
            headline: None,
            notes: None,
            seconds: None,
            spotlight: None,
            reveal: false,
            section: None,
        }
    }

    fn of_step(district: &District, step: &Step) -> Option<Self> {
        let address = Address::parse(&step.place).filter(|address| district.has(address))?;
        let form = if step.form.fits(&address) { step.form } else { Form::Place };
        Some(Self {
            form,
            headline: step.headline.clone(),
            notes: step.notes.clone(),
            seconds: step.seconds,
            spotlight: step.spotlight.clone(),
            reveal: step.reveal && form == Form::List,
            section: section(district, &address),
            address,
        })
    }
}

/// The action that a place belongs to: its own, or that of everything it compares.
fn section(district: &District, address: &Address) -> Option<Id> {
    let of_metric = |id: &Id| district.metric(id)?.action.clone();
    match address {
        Address::Action(id) => Some(id.clone()),
        Address::Initiative(id) => district.initiative(id).map(|initiative| initiative.action.clone()),
        Address::Metric(id) => of_metric(id),
        Address::Honour(id) => district.honour(id)?.action.clone(),
        Address::Compare(ids) => {
            let (first, rest) = ids.split_first()?;
            of_metric(first).filter(|action| rest.iter().all(|id| of_metric(id).as_ref() == Some(action)))
        }
        _ => None,
    }
}
