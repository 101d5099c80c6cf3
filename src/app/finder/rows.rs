//! What is told of a thing that was found, in one row.

use std::ops::Range;

use crate::domain::search::{Field, Target, fields, ranges};
use crate::domain::{Address, Id, Lang, Level};
use crate::model::finder::{Choice, Found, command_names, list_names};
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

/// The row of something found.
pub(super) fn row(model: &Model, cx: &Context<'_>, finder: &Finder, found: Found) -> Row {
    let marked = |text: &str| Marked { text: text.to_owned(), ranges: ranges(text, &finder.query) };
    let lang = cx.prefs.lang;
    match finder.choice(cx.district, found) {
        Some(Choice::Command(command)) => {
            let keys = model.keymap.keys_of(command).collect::<Vec<_>>().join("  ");
            let beside = Beside::Words(keys, Role::Key);
            let names = command_names(command).map(str::to_owned);
            Row {
                name: marked(command.name(cx.messages)),
                beside,
                why: other(found, &names, lang, marked),
                ..Row::default()
            }
        }
        Some(Choice::List(address)) => {
            let names = list_names(&address);
            let name = own(&names, lang);
            let beside = Beside::Words(address.to_string(), Role::Faint);
            Row { name: marked(name), beside, why: other(found, &names, lang, marked), ..Row::default() }
        }
        Some(Choice::Thing(target)) => thing(cx, found, &target, marked),
        None => Row::default(),
    }
}

/// The name in the language.
fn own([zh, en]: &[String; 2], lang: Lang) -> &str {
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}

/// The name in the other language, where that is what was found.
fn other(
    found: Found,
    names: &[String; 2],
    lang: Lang,
    marked: impl Fn(&str) -> Marked,
) -> Option<(&'static str, Marked)> {
    let name = names.get(usize::from(found.text?))?;
    let shown = own(names, lang);
    (name != shown && marked(shown).ranges.is_empty()).then(|| ("", marked(name)))
}

fn thing(cx: &Context<'_>, found: Found, target: &Target, marked: impl Fn(&str) -> Marked) -> Row {
    let all = fields(cx.district, target);
    let shown = all.iter().find(|(field, _)| *field == Field::Name(cx.prefs.lang)).or(all.first());
    let name = shown.map(|(_, text)| marked(text)).unwrap_or_default();
    let why = found.text.and_then(|text| all.get(usize::from(text)));
    // The name in the other language says nothing more where this one is marked too.
    let told = |field: Field| matches!(field, Field::Name(_)) && !name.ranges.is_empty();
    let why = why
        .filter(|why| Some(*why) != shown && !told(why.0))
        .map(|(field, text)| (label(cx, target, *field), marked(text)));
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
        Field::Name(_) | Field::Figure | Field::Summary => "",
        Field::AsWritten => words.as_written,
        Field::Definition => words.definition,
        Field::Owner => words.owner,
        Field::By => words.by,
        Field::Publisher => words.publisher,
        Field::Note if *target == Target::Dataset => words.compilers_note,
        Field::Note => words.note,
        Field::Scope => words.rank,
        Field::Part => words.breakdown,
        Field::Derivation => words.derived,
        Field::Id => words.address,
    }
}
