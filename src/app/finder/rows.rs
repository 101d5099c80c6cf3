//! What is told of a thing that was found, in one row.

use std::ops::Range;

use crate::domain::search::{Field, Target, fields, ranges};
use crate::domain::{Address, Id, Level};
use crate::model::finder::{Choice, Found};
use crate::model::{Finder, Model};
use crate::screens::Context;
use crate::ui::theme::Role;

/// A text with what of it was found, as ranges of characters.
#[derive(Debug, Default)]
pub(super) struct Marked {
    pub(super) text: String,
    pub(super) ranges: Vec<Range<usize>>,
}

/// A row of what was found.
#[derive(Debug, Default)]
pub(super) struct Row {
    pub(super) name: Marked,
    /// What stands right beside the name: a figure and its unit, or a few words.
    pub(super) beside: Beside,
    /// Where it belongs.
    pub(super) belongs: Option<(String, Role)>,
    /// What the text is where the query was found, and the text, where that is not the name.
    pub(super) why: Option<(&'static str, Marked)>,
}

/// What stands beside a name.
#[derive(Debug)]
pub(super) enum Beside {
    /// A number, and the unit that it is in.
    Figure(String, String),
    /// Some words.
    Words(String, Role),
}

impl Default for Beside {
    fn default() -> Self {
        Self::Words(String::new(), Role::Muted)
    }
}

/// The row of something found. Where no heading does, it says what sort of thing it is.
pub(super) fn row(model: &Model, cx: &Context<'_>, finder: &Finder, found: Found, mixed: bool) -> Row {
    let marked = |text: &str, is_name| Marked { text: text.to_owned(), ranges: ranges(text, &finder.query, is_name) };
    let Some(choice) = finder.choice(cx.district, found) else { return Row::default() };
    let (beside, belongs) = match &choice {
        Choice::Thing(target) => return thing(cx, found, target, marked),
        Choice::Command(command) => {
            let keys = model.keymap.keys_of(*command).collect::<Vec<_>>().join("  ");
            (Beside::Words(keys, Role::Key), cx.messages.says.is_command)
        }
        Choice::Theme(_) | Choice::Language(_) => (Beside::default(), cx.messages.says.is_command),
        Choice::List(address) => (Beside::Words(address.to_string(), Role::Faint), cx.messages.says.is_place),
    };
    let names = choice.names();
    let name = names.iter().find(|(lang, _)| *lang == cx.prefs.lang).map_or("", |(_, name)| name);
    let name = marked(name, true);
    let found = found.text.and_then(|text| names.get(usize::from(text)));
    let why = found.filter(|_| name.ranges.is_empty()).map(|(_, why)| ("", marked(why, true)));
    Row { name, beside, belongs: mixed.then(|| (belongs.to_owned(), Role::Faint)), why }
}

fn thing(cx: &Context<'_>, found: Found, target: &Target, marked: impl Fn(&str, bool) -> Marked) -> Row {
    let all = fields(cx.district, target);
    let shown = all.iter().find(|(field, _)| *field == Field::Name(cx.prefs.lang)).or(all.first());
    let name = shown.map(|(_, text)| marked(text, true)).unwrap_or_default();
    let why = found.text.and_then(|text| all.get(usize::from(text)));
    // The name in the other language says nothing more where this one is marked too.
    let is_name = |field: Field| matches!(field, Field::Name(_) | Field::OnlyName);
    let told = |field: Field| is_name(field) && !name.ranges.is_empty();
    let why = why
        .filter(|why| Some(*why) != shown && !told(why.0))
        .map(|(field, text)| (label(cx, target, *field), marked(text, is_name(*field))));
    let (beside, belongs) = about(cx, target);
    Row { name, beside, belongs, why }
}

/// What stands beside the name of a thing, and where it belongs.
fn about(cx: &Context<'_>, target: &Target) -> (Beside, Option<(String, Role)>) {
    let district = cx.district;
    let quiet = |text: &str| Beside::Words(text.to_owned(), Role::Muted);
    let told = match target {
        Target::Place(Address::Action(id)) => {
            let motto = district.action(id).and_then(|it| it.motto.as_ref());
            motto.map(|motto| (quiet(cx.text(motto)), None))
        }
        Target::Place(Address::Initiative(id)) => district.initiative(id).map(|it| {
            let count = district.metrics_in(id).count();
            let count = if count > 0 { (cx.messages.says.metric_count)(count) } else { String::new() };
            (quiet(&count), Some(belongs(cx, Some(&it.action))))
        }),
        Target::Place(Address::Honour(id)) => district.honour(id).map(|it| {
            let levels = Level::ALL.into_iter().zip(cx.messages.words.levels);
            let level = levels.filter(|(level, _)| *level == it.level).map(|(_, word)| word).next();
            (quiet(level.unwrap_or_default()), Some(belongs(cx, it.action.as_ref())))
        }),
        Target::Place(Address::Source(id)) => district.source(id).map(|it| (quiet(cx.text(&it.publisher)), None)),
        Target::Place(Address::Metric(id)) => district.metric(id).map(|metric| {
            let beside = match cx.format().metric(district, metric) {
                Some(figure) => Beside::Figure(figure.short(), figure.unit),
                None => Beside::Words(cx.messages.says.no_value.to_owned(), Role::Unknown),
            };
            (beside, Some(belongs(cx, metric.action.as_ref())))
        }),
        Target::Event(id) => {
            let event = district.data().events.iter().find(|it| it.id == *id);
            event.map(|it| (quiet(&it.date.to_string()), Some(belongs(cx, it.action.as_ref()))))
        }
        Target::Place(_) | Target::Dataset => None,
    };
    told.unwrap_or_default()
}

/// The action that something belongs to, or the whole district.
fn belongs(cx: &Context<'_>, action: Option<&Id>) -> (String, Role) {
    let found = action.and_then(|id| Some((cx.district.action(id)?, cx.district.action_position(id)?)));
    match found {
        Some((action, at)) => (cx.text(&action.name).to_owned(), Role::Hue(at)),
        None => (cx.messages.words.district_wide.to_owned(), Role::Muted),
    }
}

/// What a text is called.
fn label(cx: &Context<'_>, target: &Target, field: Field) -> &'static str {
    let words = &cx.messages.words;
    match field {
        Field::Name(_) | Field::OnlyName | Field::Figure(_) | Field::Date | Field::Summary => "",
        Field::AsWritten | Field::Wording => words.as_written,
        Field::Definition => words.definition,
        Field::Owner => words.owner,
        Field::By => words.by,
        Field::Publisher => words.publisher,
        Field::Note if *target == Target::Dataset => words.compilers_note,
        Field::Note => words.note,
        Field::Scope => words.rank,
        Field::Part => words.breakdown,
        Field::Derivation => words.derived,
        Field::Action => words.action,
        Field::Url | Field::Id => words.address,
    }
}
